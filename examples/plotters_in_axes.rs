//! plotters draws inside the axes of a figure: a wave beside a line of the figure's own, and its surface in three dimensions.
//!
//!     cargo run --release --features plotters --example plotters_in_axes
//!
//! writes `plotters_in_axes.gif`.

use std::f64::consts::TAU;

use grabframe::PlottersArtist;
use grabframe::prelude::{ArtistExt, Figure, GifWriter, Line, Writer};
use plotters::prelude::*;

const FRAMES: usize = 22;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut fig = Figure::pixels(560, 260).constrained();
    let axs = fig.subplots(1, 2);
    let (flat, deep) = (axs[(0, 0)], axs[(0, 1)]);
    fig[flat].set_xlim(0.0, 10.0).set_ylim(-1.3, 1.3).set_xlabel("x").grid(true);
    let bars = fig[flat].add(beats(0.0).color("tab:orange").label("by plotters"));
    let line = fig[flat].add(Line::empty().linewidth(2.0).label("by grabframe"));
    fig[flat].legend_at("upper right");
    let surface = fig[deep].add(ripples(0.0).clip(false));
    fig[deep].set_frame(false).set_title("by plotters");

    let mut movie = GifWriter::new().fps(10).saving(&mut fig, "plotters_in_axes.gif")?;
    for i in 0..FRAMES {
        let t = TAU * i as f64 / FRAMES as f64;
        let x: Vec<f64> = (0..=200).map(|i| 0.05 * f64::from(i)).collect();
        let y: Vec<f64> = x.iter().map(|x| wave(*x, t)).collect();
        movie[line].set_data(x, y);
        movie[bars].set_drawing(beats(t));
        movie[surface].set_drawing(ripples(t));
        movie.grab_frame()?;
    }
    println!("{}", movie.finish()?);
    Ok(())
}

fn wave(x: f64, t: f64) -> f64 {
    (2.0 * x - t).cos() * (0.3 * x).sin()
}

/// Boxes and circles at every half, in the coordinates of the axes.
fn beats(t: f64) -> PlottersArtist {
    PlottersArtist::new(move |chart| {
        let orange = RGBColor(255, 127, 14);
        let at = || (0..=20).map(|i| 0.5 * f64::from(i)).map(|x| (x, wave(x, t)));
        chart.draw_series(
            at().map(|(x, y)| Rectangle::new([(x - 0.15, 0.0), (x + 0.15, y)], orange.mix(0.4).filled())),
        )?;
        chart.draw_series(at().map(|at| Circle::new(at, 3, orange.filled())))?;
        Ok(())
    })
}

/// A chart with axes of its own.
fn ripples(t: f64) -> PlottersArtist {
    PlottersArtist::on_area(move |area| {
        let mut chart = ChartBuilder::on(area).build_cartesian_3d(-3.0..3.0, -1.2..1.2, -3.0..3.0)?;
        chart.with_projection(|mut view| {
            (view.yaw, view.pitch, view.scale) = (0.6, 0.5, 0.75);
            view.into_matrix()
        });
        chart.configure_axes().max_light_lines(3).draw()?;
        let axis = || (-15..=15).map(|i| f64::from(i) / 5.0);
        chart.draw_series(
            SurfaceSeries::xoz(axis(), axis(), |x, z| (2.0 * x.hypot(z) - t).cos() / (1.0 + 0.2 * (x * x + z * z)))
                .style_func(&|height| {
                    let color = grabframe::Colormap::VIRIDIS.at(0.5 + 0.5 * height);
                    RGBColor(color.r, color.g, color.b).filled()
                }),
        )?;
        Ok(())
    })
}
