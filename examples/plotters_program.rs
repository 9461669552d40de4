//! A program that was written for plotters' `BitMapBackend::gif`, recorded as a GIF and, where ffmpeg is, as an MP4: only the line of the backend is another.
//!
//!     cargo run --release --features plotters --example plotters_program
//!
//! writes `plotters_program.gif` and `plotters_program.mp4`.

use grabframe::prelude::AutoWriter;
use grabframe::{ErrorKind, RecorderBackend};
use plotters::prelude::*;

const FOLDS: u32 = 10;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    record("plotters_program.gif")?;
    match record("plotters_program.mp4") {
        Err(error) if error.downcast_ref().map(grabframe::Error::kind) == Some(ErrorKind::FfmpegNotFound) => {
            println!("no MP4: {error}");
            Ok(())
        }
        done => done,
    }
}

/// A strip of paper, folded again and again, unfolds to a dragon.
fn record(path: &str) -> Result<(), Box<dyn std::error::Error>> {
    // was: let root = BitMapBackend::gif(path, (400, 300), 125)?.into_drawing_area();
    let root = RecorderBackend::new(&AutoWriter::new().fps(8), path, (400, 300))?.into_drawing_area();
    for step in 0..=4 * FOLDS {
        root.fill(&WHITE)?;
        let (folds, share) = (step / 4, f64::from(step % 4) / 4.0);
        let mut chart = ChartBuilder::on(&root)
            .caption(format!("{folds} folds"), ("sans-serif", 22))
            .margin(8)
            .build_cartesian_2d(-0.36..1.19, -0.34..0.69)?;
        let points = dragon(folds, share);
        chart.draw_series(LineSeries::new(points.iter().copied(), RED.mix(0.8)))?;
        chart.draw_series([points[0], points[points.len() - 1]].map(|at| Circle::new(at, 3, BLACK.filled())))?;
        root.present()?;
    }
    println!("{path}");
    Ok(())
}

/// The corners after so many folds, of which the next has begun.
fn dragon(folds: u32, share: f64) -> Vec<(f64, f64)> {
    let mut points = vec![(0.0, 0.0), (1.0, 0.0)];
    for fold in 0..=folds {
        let bend = if fold < folds { 1.0 } else { share };
        let mut side = bend;
        let mut next = vec![points[0]];
        for pair in points.windows(2) {
            let ((x0, y0), (x1, y1)) = (pair[0], pair[1]);
            let (dx, dy) = ((x1 - x0) / 2.0, (y1 - y0) / 2.0);
            next.extend([(x0 + dx - side * dy, y0 + dy + side * dx), (x1, y1)]);
            side = -side;
        }
        points = next;
    }
    points
}
