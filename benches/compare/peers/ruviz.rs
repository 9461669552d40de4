//! ruviz's side of the comparison that `run.py` makes.

#[path = "../data.rs"]
mod data;
mod side;

use data::{even, noise, sine, walk, waves};
use ruviz::prelude::*;
use side::Side;

const COLOR: Color = Color::from_rgb(31, 119, 180);

fn main() {
    side::main(|scene, n| {
        let page = || Plot::new().size_px(640, 480).dpi(100);
        let draw: Box<dyn Fn(usize) -> Plot> = match scene {
            "line" => {
                let (x, y) = (even(n), sine(n));
                Box::new(move |k| {
                    let line = page().line(&x, &y[k..k + n].to_vec()).color(COLOR).line_width(1.5);
                    line.xlim(0.0, 1.0).ylim(-1.5, 1.5).into()
                })
            }
            "walk" => {
                let (x, y) = (walk(2, n), walk(3, n));
                Box::new(move |k| {
                    let line = page().line(&x[k..k + n].to_vec(), &y[k..k + n].to_vec()).color(COLOR).line_width(1.0);
                    line.xlim(-1.0, 1.0).ylim(-1.0, 1.0).into()
                })
            }
            "markers" => {
                let (x, y) = (noise(2, n + 4), noise(3, n + 4));
                Box::new(move |k| {
                    let dots =
                        page().scatter(&x[k..k + n].to_vec(), &y[k..k + n].to_vec()).color(COLOR).marker_size(3.0);
                    dots.xlim(0.0, 1.0).ylim(0.0, 1.0).into()
                })
            }
            "image" => {
                let z = waves(n);
                Box::new(move |k| {
                    let rows: Vec<Vec<f64>> = z[k * n..(k + n) * n].chunks(n).map(<[f64]>::to_vec).collect();
                    page().heatmap(&rows).colorbar(true).title(&format!("frame {k}")).into()
                })
            }
            _ => return None,
        };
        Some(Side(Box::new(move |k| {
            let image = draw(k).render().expect("a picture");
            (image.width, image.height, image.pixels)
        })))
    });
}
