//! A tensor shown slice by slice: matplotlib's `FuncAnimation` with `set_data` and `set_title`.
//!
//!     cargo run --release --example func_frames
//!
//! writes `func_frames.gif`.

use grabframe::prelude::*;
use ndarray::{Array3, Axis};

fn main() -> grabframe::Result<()> {
    // time x rows x columns: a drum's skin in its lowest modes
    let tensor = Array3::from_shape_fn((48, 40, 60), |(t, row, col)| {
        let (x, y) = (col as f64 / 59.0, row as f64 / 39.0);
        let mode = |m: f64, n: f64| {
            let pi = std::f64::consts::PI;
            (pi * m * x).sin() * (pi * n * y).sin() * (0.3 * (m * m + n * n).sqrt() * t as f64).cos()
        };
        mode(1.0, 1.0) + 0.6 * mode(2.0, 1.0) + 0.4 * mode(3.0, 2.0)
    });

    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let first = tensor.index_axis(Axis(0), 0);
    let image = Image::new(first).clim(-1.5, 1.5).cmap(Colormap::COOLWARM).extent(0.0, 3.0, 0.0, 2.0);
    let image = fig[ax].add(image);
    let bar = fig.colorbar(image);
    fig[bar].set_label("deflection (mm)");
    fig[ax].set_xlabel("x (m)").set_ylabel("y (m)");

    let receipt = animate(&mut fig, tensor.outer_iter().enumerate(), |fig, (i, slice)| {
        fig[image].set_data(slice);
        fig[ax].set_title(format!("t = {:.2} s", i as f64 * 0.05));
    })
    .interval(50.0)
    .repeat_delay(500.0)
    .save("func_frames.gif")?;
    println!("{receipt}");
    Ok(())
}
