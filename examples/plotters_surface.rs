//! A surface that plotters draws turns around, recorded.
//!
//!     cargo run --release --features plotters --example plotters_surface
//!
//! writes `plotters_surface.gif`.

use grabframe::Frame;
use grabframe::prelude::{GifWriter, Writer};
use plotters::prelude::*;

const FRAMES: usize = 48;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut movie = GifWriter::new().fps(16).open("plotters_surface.gif", (400, 320))?;
    let mut frame = Frame::new(400, 320);
    for i in 0..FRAMES {
        draw(&mut frame, std::f64::consts::TAU * i as f64 / FRAMES as f64)?;
        movie.write_frame(&frame)?;
    }
    println!("{}", movie.finish()?);
    Ok(())
}

fn draw(frame: &mut Frame, angle: f64) -> Result<(), Box<dyn std::error::Error>> {
    let root = frame.plotters();
    root.fill(&WHITE)?;
    let mut chart = ChartBuilder::on(&root)
        .caption("drawn by plotters", ("sans-serif", 20))
        .margin(10)
        .build_cartesian_3d(-3.0..3.0, -1.2..1.2, -3.0..3.0)?;
    chart.with_projection(|mut view| {
        view.yaw = angle;
        view.pitch = 0.5;
        view.scale = 0.75;
        view.into_matrix()
    });
    chart.configure_axes().max_light_lines(3).draw()?;
    let axis = || (-30..=30).map(|i| f64::from(i) / 10.0);
    chart.draw_series(
        SurfaceSeries::xoz(axis(), axis(), |x, z| (x * x + z * z).sqrt().cos() / (1.0 + 0.15 * (x * x + z * z)))
            .style_func(&|height| {
                let color = grabframe::Colormap::VIRIDIS.at(0.5 + 0.5 * height);
                RGBColor(color.r, color.g, color.b).mix(0.9).filled()
            }),
    )?;
    root.present()?;
    Ok(())
}
