//! Each frame has artists of its own, and a title of its own: matplotlib's `ArtistAnimation`, whose titles stand still,
//! and here change.
//!
//!     cargo run --release --example artist_frames
//!
//! writes `artist_frames.gif`.

use grabframe::prelude::*;

/// A gas in a box is let out of its left half.
const PARTICLES: usize = 60;
const FRAMES: usize = 48;

fn main() -> grabframe::Result<()> {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    fig[ax].set_xlim(0.0, 1.0).set_ylim(0.0, 1.0).set_xlabel("x").set_ylabel("y");
    fig[ax].add(Line::new([0.5, 0.5], [0.0, 1.0]).fmt("k:").linewidth(1.0));

    let sets: Vec<ArtistSet> = (0..FRAMES)
        .map(|frame| {
            let t = frame as f64 / 8.0;
            let (x, y) = positions(t);
            let right = x.iter().filter(|x| **x > 0.5).count();
            let values: Vec<f64> = (0..PARTICLES).map(|i| i as f64).collect();
            let dots = fig[ax].add(Scatter::new(&x, &y).values(&values).cmap(Colormap::PLASMA).sizes([50.0]));
            let count = Text::new(0.98, 0.95, format!("{right} on the right")).axes_fraction();
            let count = fig[ax].add(count.ha(HAlign::Right).fontsize(12.0));
            ArtistSet::new([dots.into(), count.into()]).title(ax, format!("t = {t:.2} s"))
        })
        .collect();

    let receipt = animate_artists(&mut fig, sets).fps(12).repeat_delay(1000.0).save("artist_frames.gif")?;
    println!("{receipt}");
    Ok(())
}

/// Where the particles are at time `t`: they fly straight and are thrown back by the walls.
fn positions(t: f64) -> (Vec<f64>, Vec<f64>) {
    let fold = |v: f64| (v.rem_euclid(2.0) - 1.0).abs();
    (0..PARTICLES)
        .map(|i| {
            let golden = |k: f64| (i as f64 * 0.618_034 * k).fract();
            let (x0, y0) = (0.5 * golden(1.0), golden(2.7));
            let (vx, vy) = (0.5 * (golden(5.3) - 0.5), 0.5 * (golden(7.9) - 0.5));
            (fold(1.0 + x0 + vx * t), fold(1.0 + y0 + vy * t))
        })
        .unzip()
}
