//! A random walk, recorded while it happens: matplotlib's `grab_frame` loop.
//!
//!     cargo run --release --example random_walk
//!
//! writes `random_walk.gif`, and `random_walk.mp4` where ffmpeg is found.

use grabframe::ErrorKind;
use grabframe::prelude::*;

const STEPS: usize = 100;

fn main() -> grabframe::Result<()> {
    let gif = GifWriter::new().fps(15).metadata("comment", "a random walk");
    println!("{}", record(&gif, "random_walk.gif")?);

    let mp4 = FfmpegWriter::new()
        .fps(15)
        .metadata("title", "Movie Test")
        .metadata("artist", "grabframe")
        .metadata("comment", "a random walk");
    match record(&mp4, "random_walk.mp4") {
        Ok(receipt) => println!("{receipt}"),
        Err(missing) if missing.kind() == ErrorKind::FfmpegNotFound => println!("no random_walk.mp4: {missing}"),
        Err(other) => return Err(other),
    }
    Ok(())
}

fn record(writer: &impl Writer, path: &str) -> grabframe::Result<Receipt> {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let line = fig[ax].add(Line::empty().fmt("k-o"));
    fig[ax].set_xlim(-5.0, 5.0).set_ylim(-5.0, 5.0);

    let mut movie = writer.saving(&mut fig, path)?;
    let mut dice = Dice(1);
    let (mut x, mut y) = (vec![0.0], vec![0.0]);
    for step in 0..STEPS {
        x.push(x[step] + 0.6 * dice.roll());
        y.push(y[step] + 0.6 * dice.roll());
        movie[line].set_data(&x, &y);
        movie[ax].set_title(format!("step {step}"));
        movie.grab_frame()?;
    }
    movie.finish()
}

/// Numbers that look random and are the same every time (Numerical Recipes' generator).
struct Dice(u32);

impl Dice {
    /// Between -0.5 and 0.5.
    fn roll(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        f64::from(self.0) / 4_294_967_296.0 - 0.5
    }
}
