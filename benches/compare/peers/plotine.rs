//! plotine's side of the comparison that `run.py` makes. Its figures are made anew for each frame, which is how its animations do it.

#[path = "../data.rs"]
mod data;
mod side;

use data::{even, noise, sine, walk, waves};
use plotine::prelude::*;
use side::Side;

const COLOR: Color = Color::rgb(31, 119, 180);

fn main() {
    side::main(|scene, n| {
        let draw: Box<dyn Fn(&mut Axes, usize)> = match scene {
            "line" => {
                let (x, y) = (even(n), sine(n));
                Box::new(move |ax, k| {
                    ax.x_range(0.0, 1.0).y_range(-1.5, 1.5);
                    ax.line(&x, &y[k..k + n]).color(COLOR).width(1.5);
                })
            }
            "walk" => {
                let (x, y) = (walk(2, n), walk(3, n));
                Box::new(move |ax, k| {
                    ax.x_range(-1.0, 1.0).y_range(-1.0, 1.0);
                    ax.line(&x[k..k + n], &y[k..k + n]).color(COLOR).width(1.0);
                })
            }
            "markers" => {
                let (x, y) = (noise(2, n + 4), noise(3, n + 4));
                Box::new(move |ax, k| {
                    ax.x_range(0.0, 1.0).y_range(0.0, 1.0);
                    ax.scatter(&x[k..k + n], &y[k..k + n]).color(COLOR).size(3.0);
                })
            }
            "image" => {
                let z = waves(n);
                Box::new(move |ax, k| {
                    ax.title(format!("frame {k}"));
                    ax.heatmap(n, n, &z[k * n..(k + n) * n]).vmin(-1.0).vmax(1.0).colorbar(true);
                })
            }
            _ => return None,
        };
        Some(Side(Box::new(move |k| {
            let fig = Figure::new().size(6.4, 4.8).dpi(100.0).axes(|ax| draw(ax, k));
            fig.render_rgba().expect("a picture")
        })))
    });
}
