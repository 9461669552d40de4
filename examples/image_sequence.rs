//! Pictures that a program makes itself become a movie, without a figure: what cv2's `VideoWriter` does.
//!
//!     cargo run --release --example image_sequence
//!
//! writes `image_sequence.gif`, and the same frames as `image_sequence/frame-00000.png` and so on.

use grabframe::prelude::*;
use ndarray::Array3;

const WIDTH: usize = 320;
const HEIGHT: usize = 240;
const FRAMES: usize = 60;

fn main() -> grabframe::Result<()> {
    let size = (WIDTH as u32, HEIGHT as u32);
    let mut movie = GifWriter::new().fps(20).open("image_sequence.gif", size)?;
    let mut stills = PngSequenceWriter::new().fps(20).open("image_sequence", size)?;
    for frame in 0..FRAMES {
        let picture = julia(std::f64::consts::TAU * frame as f64 / FRAMES as f64);
        movie.write_array(picture.view())?;
        stills.write_array(picture.view())?;
    }
    println!("{}", movie.finish()?);
    println!("{}", stills.finish()?);
    Ok(())
}

/// The Julia set of a parameter that goes around a circle, as height x width x 3.
fn julia(angle: f64) -> Array3<u8> {
    let (cx, cy) = (0.7885 * angle.cos(), 0.7885 * angle.sin());
    let mut picture = Array3::zeros((HEIGHT, WIDTH, 3));
    for row in 0..HEIGHT {
        for col in 0..WIDTH {
            let (mut x, mut y) = (3.2 * (col as f64 / WIDTH as f64 - 0.5), 2.4 * (row as f64 / HEIGHT as f64 - 0.5));
            let mut n = 0;
            while n < 60 && x * x + y * y < 16.0 {
                (x, y) = (x * x - y * y + cx, 2.0 * x * y + cy);
                n += 1;
            }
            let color = Colormap::MAGMA.at(f64::from(n) / 60.0);
            for (channel, value) in color.channels().into_iter().enumerate() {
                picture[[row, col, channel]] = value;
            }
        }
    }
    picture
}
