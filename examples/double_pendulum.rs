//! A double pendulum and where its lower mass has been, after matplotlib's example of this name.
//!
//!     cargo run --release --example double_pendulum [-- OUT.gif]

use grabframe::prelude::*;
use ndarray::{Array1, array};

/// How fast two angles and their speeds change: equal masses on two rods of length 1, under gravity 9.81.
fn slope(s: &Array1<f64>) -> Array1<f64> {
    let (a, b, va, vb) = (s[0], s[1], s[2], s[3]);
    let (g, d) = (9.81, a - b);
    let down = 3.0 - (2.0 * d).cos();
    let first = -3.0 * g * a.sin() - g * (a - 2.0 * b).sin() - 2.0 * d.sin() * (vb * vb + va * va * d.cos());
    let second = 2.0 * d.sin() * (2.0 * va * va + 2.0 * g * a.cos() + vb * vb * d.cos());
    array![va, vb, first / down, second / down]
}

fn main() -> grabframe::Result<()> {
    let out = std::env::args().nth(1).unwrap_or("double_pendulum.gif".into());
    let mut fig = Figure::inches(5, 4);
    let ax = fig.add_axes();
    fig[ax].set_xlim(-2.1, 2.1).set_ylim(-2.1, 1.2).set_aspect("equal").grid(true);
    let trace = fig[ax].add(Line::empty().color("tab:orange").linewidth(1));
    let rods = fig[ax].add(Line::empty().fmt("o-").color("tab:blue").linewidth(2));
    let clock = fig[ax].add(Text::new(0.05, 0.9, "").axes_fraction());
    let mut s = array![2.2_f64, 2.4, 0.0, 0.0];

    let mut movie = AutoWriter::new().fps(25).saving(&mut fig, &out)?;
    for frame in 0..200 {
        let (x, y) = (s[0].sin(), -s[0].cos());
        let (end_x, end_y) = (x + s[1].sin(), y - s[1].cos());
        movie[rods].set_data([0.0, x, end_x], [0.0, y, end_y]);
        movie[trace].push(end_x, end_y);
        movie[clock].set_text(format!("time = {:.1} s", f64::from(frame) / 25.0));
        movie.grab_frame()?;
        for _ in 0..40 {
            let half = &s + 0.0005 * slope(&s);
            s += &(0.001 * slope(&half));
        }
    }
    println!("{}", movie.finish()?);
    Ok(())
}
