//! Sums of ever more numbers, each as likely as any other from -1/2 to 1/2: a histogram that becomes a bell.
//!
//!     cargo run --release --example animated_histogram [-- OUT.gif]

use std::f64::consts::TAU;

use grabframe::prelude::*;
use ndarray::Array1;

fn main() -> grabframe::Result<()> {
    let out = std::env::args().nth(1).unwrap_or("animated_histogram.gif".into());
    let mut x = 1_u32;
    let mut random = |_| {
        x = x.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        f64::from(x) / 4_294_967_296.0
    };
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let hist = fig[ax].add(Histogram::new([0]).bins(60).range(-4, 4).density(true).edgecolor("white").linewidth(0.5));
    let z = Array1::linspace(-4.0, 4.0, 200);
    let bell = z.mapv(|z: f64| (-z * z / 2.0).exp() / TAU.sqrt());
    fig[ax].add(Line::new(&z, &bell).fmt("k--").label("normal distribution"));
    fig[ax].set_ylim(0, 0.5).set_xlabel("sum (standard deviations)").set_ylabel("density").legend();

    let mut sums = Array1::<f64>::zeros(10_000);
    let mut movie = AutoWriter::new().fps(4).saving(&mut fig, &out)?;
    for n in 1..=24 {
        sums += &Array1::from_shape_fn(10_000, &mut random).mapv(|u| u - 0.5);
        movie[hist].set_data(&sums / (f64::from(n) / 12.0).sqrt());
        movie[ax].set_title(format!("10,000 sums of {n}"));
        movie.grab_frame()?;
    }
    println!("{}", movie.finish()?);
    Ok(())
}
