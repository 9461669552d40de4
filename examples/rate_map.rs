//! Firing rates in sliding windows of time, as a movie with one title for each window.
//!
//! A tensor of rows x columns x time is shown slice by slice. The colour limits are the 2nd and the 98th percentile of
//! all of it, so that colours mean the same in every frame; the title names the window that the frame shows.
//!
//!     cargo run --release --example rate_map
//!
//! writes `rate_map.gif`, and `rate_map.avi` where ffmpeg is found.

use grabframe::prelude::*;
use grabframe::{ErrorKind, percentile};
use ndarray::{Array3, s};

const ROWS: usize = 32;
const COLS: usize = 48;
/// Windows of 20 ms that start every 10 ms.
const WINDOW: usize = 20;
const SHIFT: usize = 10;
const WINDOWS: usize = 40;

fn main() -> grabframe::Result<()> {
    let rates = rates();
    println!("{}", record(&GifWriter::new().fps(10), &rates, "rate_map.gif")?);
    match record(&FfmpegWriter::new().fps(10), &rates, "rate_map.avi") {
        Ok(receipt) => println!("{receipt}"),
        Err(missing) if missing.kind() == ErrorKind::FfmpegNotFound => println!("no rate_map.avi: {missing}"),
        Err(other) => return Err(other),
    }
    Ok(())
}

fn record(writer: &impl Writer, rates: &Array3<f64>, path: &str) -> grabframe::Result<Receipt> {
    let all: Vec<f64> = rates.iter().copied().collect();
    let (lo, hi) = (percentile(&all, 2.0), percentile(&all, 98.0));

    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let image = fig[ax].add(Image::new(rates.slice(s![.., .., 0])).clim(lo, hi));
    let bar = fig.colorbar(image);
    fig[bar].set_label("rate (Hz)");
    fig[ax].set_xlabel("column").set_ylabel("row");

    let mut movie = writer.saving(&mut fig, path)?;
    for window in 0..WINDOWS {
        let first = window * SHIFT + 1;
        movie[image].set_data(rates.slice(s![.., .., window]));
        movie[ax].set_title(format!("[{first}, {}] ms", first + WINDOW - 1));
        movie.grab_frame()?;
    }
    movie.finish()
}

/// Two waves of activity that cross a sheet of cells.
fn rates() -> Array3<f64> {
    Array3::from_shape_fn((ROWS, COLS, WINDOWS), |(row, col, window)| {
        let (x, y, t) = (col as f64 / COLS as f64, row as f64 / ROWS as f64, window as f64 / WINDOWS as f64);
        let bump = |cx: f64, cy: f64| (-((x - cx).powi(2) + (y - cy).powi(2)) / 0.02).exp();
        let ripple = 1.0 + 0.4 * (12.0 * (x + y - 2.0 * t)).sin();
        4.0 + 30.0 * bump(1.2 * t - 0.1, 0.35) + 22.0 * bump(0.9 - t, 0.2 + 0.6 * t) + 3.0 * ripple
    })
}
