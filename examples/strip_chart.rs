//! A strip chart: the last ten seconds of a heart and of a breath, whose heights are found as they come.
//!
//!     cargo run --release --example strip_chart [-- OUT.gif]

use std::f64::consts::TAU;

use grabframe::prelude::*;

/// The voltage of a heart at a time, in mV: three bumps a beat.
fn heart(t: f64) -> f64 {
    let bump = |at: f64, height: f64, width: f64| height * (-((t % 0.8 - at) / width).powi(2)).exp();
    bump(0.2, 0.15, 0.03) + bump(0.32, 1.2, 0.012) - bump(0.35, 0.3, 0.01) + bump(0.52, 0.3, 0.05)
}

fn main() -> grabframe::Result<()> {
    let out = std::env::args().nth(1).unwrap_or("strip_chart.gif".into());
    let mut fig = Figure::inches(6.4, 4).constrained();
    let axs = fig.subplots(2, 1);
    let (upper, lower) = (axs[(0, 0)], axs[(1, 0)]);
    let beats = fig[upper].add(Line::empty().color("tab:red").linewidth(1));
    let breaths = fig[lower].add(Line::empty().color("tab:blue"));
    fig[upper].set_ylabel("heart (mV)").grid(true);
    fig[lower].set_ylabel("breath (l)").set_xlabel("time (s)").grid(true);

    let mut movie = AutoWriter::new().fps(20).saving(&mut fig, &out)?;
    for frame in 1..=300 {
        for tick in 0..10 {
            let t = (frame * 10 + tick) as f64 / 200.0;
            movie[beats].push(t, heart(t));
            movie[breaths].push(t, (0.3 + 0.02 * t) * (1.0 - (TAU * t / 4.0).cos()));
        }
        let now = f64::from(frame) / 20.0;
        for ax in [upper, lower] {
            movie[ax].set_xlim(f64::max(now - 10.0, 0.0), f64::max(now, 10.0));
        }
        movie.grab_frame()?;
    }
    println!("{}", movie.finish()?);
    Ok(())
}
