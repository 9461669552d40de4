//! kuva's side of the comparison that `run.py` makes. Pixels come from it as a PNG only, so that making one is in its times.

#[path = "../data.rs"]
mod data;
mod side;

use data::{even, noise, sine, walk, waves};
use kuva::prelude::*;
use side::{Side, viridis};

const COLOR: &str = "#1f77b4";

fn main() {
    side::main(|scene, n| {
        let layout = |limits: (f64, f64, f64, f64)| {
            let (x0, x1, y0, y1) = limits;
            let layout = Layout::new((x0, x1), (y0, y1)).with_width(560.0).with_height(400.0);
            layout.with_x_axis_min(x0).with_x_axis_max(x1).with_y_axis_min(y0).with_y_axis_max(y1)
        };
        let pairs = |x: &[f64], y: &[f64]| -> Vec<(f64, f64)> { x.iter().copied().zip(y.iter().copied()).collect() };
        let draw: Box<dyn Fn(usize) -> (Vec<Plot>, Layout)> = match scene {
            "line" => {
                let (x, y) = (even(n), sine(n));
                Box::new(move |k| {
                    let line =
                        LinePlot::new().with_data(pairs(&x, &y[k..k + n])).with_color(COLOR).with_stroke_width(2.0);
                    (vec![line.into()], layout((0.0, 1.0, -1.5, 1.5)))
                })
            }
            "walk" => {
                let (x, y) = (walk(2, n), walk(3, n));
                Box::new(move |k| {
                    let line = LinePlot::new().with_data(pairs(&x[k..k + n], &y[k..k + n]));
                    (vec![line.with_color(COLOR).with_stroke_width(1.4).into()], layout((-1.0, 1.0, -1.0, 1.0)))
                })
            }
            "scatter" | "markers" => {
                let (x, y, v) = (noise(2, n + 4), noise(3, n + 4), noise(4, n + 4));
                let many = scene == "scatter";
                Box::new(move |k| {
                    let dots = ScatterPlot::new().with_data(pairs(&x[k..k + n], &y[k..k + n])).with_size(2.1);
                    let hex = |v: &f64| {
                        let [r, g, b] = viridis(*v);
                        format!("#{r:02x}{g:02x}{b:02x}")
                    };
                    let dots =
                        if many { dots.with_colors(v[k..k + n].iter().map(hex)) } else { dots.with_color(COLOR) };
                    (vec![dots.into()], layout((0.0, 1.0, 0.0, 1.0)))
                })
            }
            "image" => {
                let z = waves(n);
                Box::new(move |k| {
                    // its first row is the lowest
                    let rows = z[k * n..(k + n) * n].chunks(n).rev().map(<[f64]>::to_vec);
                    let side = n as f64;
                    let layout = layout((0.0, side, 0.0, side)).with_title(format!("frame {k}"));
                    (vec![Heatmap::new().with_data(rows).with_cell_size(1.0).into()], layout)
                })
            }
            _ => return None,
        };
        Some(Side(Box::new(move |k| {
            let (plots, layout) = draw(k);
            (0, 0, kuva::render_to_raster(plots, layout, 1.0).expect("a picture"))
        })))
    });
}
