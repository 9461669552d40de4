//! plotters' side of the comparison that `run.py` makes. It draws from new each time, as it has no figure that is kept.

#[path = "../data.rs"]
mod data;
mod side;

use data::{even, noise, sine, walk, waves};
use plotters::backend::RGBPixel;
use plotters::coord::Shift;
use plotters::prelude::*;
use side::{Side, viridis};

type Area<'a> = DrawingArea<BitMapBackend<'a, RGBPixel>, Shift>;
type Any = Result<(), Box<dyn std::error::Error>>;

const COLOR: RGBColor = RGBColor(31, 119, 180);

fn main() {
    side::main(|scene, n| {
        let mut pixels = vec![0; 640 * 480 * 3];
        let paint: Box<dyn Fn(&Area<'_>, usize) -> Any> = match scene {
            "line" => {
                let (x, y) = (even(n), sine(n));
                Box::new(move |area, k| line(area, (0.0, 1.0, -1.5, 1.5), &x, &y[k..k + n], 2))
            }
            "walk" => {
                let (x, y) = (walk(2, n), walk(3, n));
                Box::new(move |area, k| line(area, (-1.0, 1.0, -1.0, 1.0), &x[k..k + n], &y[k..k + n], 1))
            }
            "scatter" => {
                let (x, y, v) = (noise(2, n + 4), noise(3, n + 4), noise(4, n + 4));
                Box::new(move |area, k| {
                    dots(
                        area,
                        (k..k + n).map(|i| {
                            let [r, g, b] = viridis(v[i]);
                            (x[i], y[i], RGBColor(r, g, b))
                        }),
                    )
                })
            }
            "markers" => {
                let (x, y) = (noise(2, n + 4), noise(3, n + 4));
                Box::new(move |area, k| dots(area, (k..k + n).map(|i| (x[i], y[i], COLOR))))
            }
            "image" => {
                let z = waves(n);
                Box::new(move |area, k| image(area, n, &z[k * n..(k + n) * n], k))
            }
            _ => return None,
        };
        Some(Side(Box::new(move |k| {
            {
                let area = BitMapBackend::with_buffer(&mut pixels, (640, 480)).into_drawing_area();
                area.fill(&WHITE).expect("a page");
                paint(&area, k).expect("a plot");
                area.present().expect("a picture");
            }
            (640, 480, pixels.clone())
        })))
    });
}

fn chart<'a>(
    area: &Area<'a>,
    (x0, x1, y0, y1): (f64, f64, f64, f64),
    title: Option<String>,
) -> ChartContext<
    'a,
    BitMapBackend<'a, RGBPixel>,
    Cartesian2d<plotters::coord::types::RangedCoordf64, plotters::coord::types::RangedCoordf64>,
> {
    let mut builder = ChartBuilder::on(area);
    builder.margin(20).x_label_area_size(30).y_label_area_size(40);
    if let Some(title) = title {
        builder.caption(title, ("sans-serif", 17));
    }
    let mut chart = builder.build_cartesian_2d(x0..x1, y0..y1).expect("axes");
    chart.configure_mesh().disable_mesh().draw().expect("ticks");
    chart
}

fn line(area: &Area<'_>, limits: (f64, f64, f64, f64), x: &[f64], y: &[f64], width: u32) -> Any {
    let points = x.iter().copied().zip(y.iter().copied());
    chart(area, limits, None).draw_series(LineSeries::new(points, COLOR.stroke_width(width)))?;
    Ok(())
}

fn dots(area: &Area<'_>, points: impl Iterator<Item = (f64, f64, RGBColor)>) -> Any {
    chart(area, (0.0, 1.0, 0.0, 1.0), None)
        .draw_series(points.map(|(x, y, color)| Circle::new((x, y), 2, color.filled())))?;
    Ok(())
}

fn image(area: &Area<'_>, n: usize, z: &[f64], k: usize) -> Any {
    let mut chart = chart(area, (0.0, n as f64, n as f64, 0.0), Some(format!("frame {k}")));
    // a rectangle for each cell, as in its example `matshow`
    chart.draw_series((0..n * n).map(|i| {
        let (x, y) = ((i % n) as f64, (i / n) as f64);
        let [r, g, b] = viridis((z[i] + 1.0) / 2.0);
        Rectangle::new([(x, y), (x + 1.0, y + 1.0)], RGBColor(r, g, b).filled())
    }))?;
    Ok(())
}
