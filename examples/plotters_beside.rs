//! A figure beside a chart of plotters, in one drawing area, recorded.
//!
//!     cargo run --release --features plotters --example plotters_beside
//!
//! writes `plotters_beside.gif`.

use grabframe::RecorderBackend;
use grabframe::prelude::{ArtistExt, Figure, GifWriter, Image, Line};
use plotters::prelude::*;

const FRAMES: usize = 24;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // as large as the half that it is drawn on
    let mut fig = Figure::pixels(260, 240);
    let ax = fig.add_axes();
    let field = fig[ax].add(Image::new([[0.0]]).origin("lower").extent(-3, 3, -3, 3).clim(-1.0, 1.0).cmap("RdBu"));
    let walker = fig[ax].add(Line::empty().fmt("k-o").markersize(4.0).label("walker"));
    fig[ax].set_title("by grabframe").legend_at("upper right");

    let backend = RecorderBackend::new(&GifWriter::new().fps(8), "plotters_beside.gif", (520, 240))?;
    let movie = backend.movie();
    let root = backend.into_drawing_area();
    let halves = root.split_evenly((1, 2));
    let mut path: Vec<(f64, f64)> = Vec::new();
    let mut heights: Vec<(f64, f64)> = Vec::new();
    for i in 0..FRAMES {
        let t = 0.2 * i as f64;
        let at = (2.2 * t.cos(), 1.7 * (1.7 * t).sin());
        path.push(at);
        heights.push((t, height(at.0, at.1, t)));
        let cell = |i: i32| f64::from(i) / 4.0 - 3.0;
        let rows: Vec<Vec<f64>> = (0..=24).map(|r| (0..=24).map(|c| height(cell(c), cell(r), t)).collect()).collect();
        fig[field].set_data(rows);
        let (x, y): (Vec<f64>, Vec<f64>) = path.iter().rev().take(12).copied().unzip();
        fig[walker].set_data(x, y);

        root.fill(&WHITE)?;
        fig.draw_on(&halves[0])?;
        let mut chart = ChartBuilder::on(&halves[1])
            .caption("by plotters", ("sans-serif", 17))
            .margin(12)
            .x_label_area_size(28)
            .y_label_area_size(34)
            .build_cartesian_2d(0.0..0.2 * FRAMES as f64, -1.0..1.0)?;
        chart.configure_mesh().max_light_lines(0).x_desc("t").draw()?;
        chart.draw_series(LineSeries::new(heights.iter().copied(), BLUE.stroke_width(2)))?;
        chart.draw_series(heights.last().map(|at| Circle::new(*at, 4, RED.filled())))?;
        root.present()?;
    }
    println!("{}", movie.finish()?);
    Ok(())
}

fn height(x: f64, y: f64, t: f64) -> f64 {
    (x + 0.5 * t).sin() * (y - 0.3 * t).cos()
}
