//! Scenes that matplotlib's users know, drawn with the default look.
//!
//!     cargo run --release --example reference -- OUTDIR [SCENE ..]
//!
//! writes `OUTDIR/SCENE.png` for the scenes named, or for all.

use std::f64::consts::TAU;
use std::path::Path;

use grabframe::prelude::*;
use ndarray::Array2;

type Scene = (&'static str, fn() -> Figure);

/// Every scene, by name.
pub const SCENES: [Scene; 16] = [
    ("line_ko", line_ko),
    ("imshow_colorbar", imshow_colorbar),
    ("lines_legend", lines_legend),
    ("scatter_colorbar", scatter_colorbar),
    ("subplots_2x2", subplots_2x2),
    ("markers_dashes", markers_dashes),
    ("bar_errorbar", bar_errorbar),
    ("hist_lines", hist_lines),
    ("fill_step", fill_step),
    ("pcolormesh_uneven", pcolormesh_uneven),
    ("quiver", quiver),
    ("contourf_lines", contourf_lines),
    ("patches_annotate", patches_annotate),
    ("loglog", loglog),
    ("twinx", twinx),
    ("mathtext", mathtext),
];

fn main() -> grabframe::Result<()> {
    let mut args = std::env::args().skip(1);
    let Some(outdir) = args.next() else {
        let names: Vec<_> = SCENES.iter().map(|(name, _)| *name).collect();
        println!("usage: reference OUTDIR [SCENE ..]; scenes are {}", names.join(", "));
        return Ok(());
    };
    let wanted: Vec<String> = args.collect();
    for name in &wanted {
        if !SCENES.iter().any(|(known, _)| known == name) {
            println!("there is no scene `{name}`");
        }
    }
    for (name, scene) in SCENES {
        if wanted.is_empty() || wanted.iter().any(|w| w == name) {
            scene().save(Path::new(&outdir).join(name).with_extension("png"))?;
        }
    }
    Ok(())
}

/// `n` numbers in [0, 1): x <- (1664525 x + 1013904223) mod 2^32, value x / 2^32.
fn lcg(n: usize, seed: u32) -> Vec<f64> {
    let mut x = seed;
    let mut next = || {
        x = x.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        f64::from(x) / 4_294_967_296.0
    };
    (0..n).map(|_| next()).collect()
}

/// The sums of 0.4 (u - 0.5), from the first step.
fn walk(n: usize, seed: u32) -> Vec<f64> {
    let mut at = 0.0;
    let mut next = |u: f64| {
        at += 0.4 * (u - 0.5);
        at
    };
    lcg(n, seed).into_iter().map(&mut next).collect()
}

fn linspace(from: f64, to: f64, n: usize) -> Vec<f64> {
    (0..n).map(|i| from + (to - from) * i as f64 / (n - 1) as f64).collect()
}

/// A random walk with markers.
pub fn line_ko() -> Figure {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    fig[ax].add(Line::new(walk(100, 1), walk(100, 2)).fmt("k-o"));
    fig[ax].set_xlim(-5.0, 5.0).set_ylim(-5.0, 5.0);
    fig
}

fn field(rows: usize, cols: usize) -> Array2<f64> {
    Array2::from_shape_fn((rows, cols), |(row, col)| {
        let (x, y) = (col as f64, row as f64);
        let wave = (6.0 * x / cols as f64).sin() * (4.0 * y / rows as f64).cos();
        wave + 0.3 * (0.9 * x).sin() * (0.7 * y).sin()
    })
}

/// An image with a colorbar.
pub fn imshow_colorbar() -> Figure {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let image = fig[ax].add(Image::new(field(48, 64)).clim_percentile(2.0, 98.0));
    fig[ax].set_title("Rate [1, 20]ms");
    fig.colorbar(image);
    fig
}

/// Five lines with a legend, labels and a grid.
pub fn lines_legend() -> Figure {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let x = linspace(0.0, 10.0, 400);
    for k in 0..5 {
        let k = f64::from(k);
        let y: Vec<f64> = x.iter().map(|x| (x + 0.5 * k).sin() * (1.0 + 0.2 * k)).collect();
        fig[ax].add(Line::new(&x, &y).label(format!("phase {:.1}", 0.5 * k)));
    }
    fig[ax].set_xlabel("time (s)").set_ylabel("amplitude (mV)").set_title("Five phases").grid(true).legend();
    fig
}

/// A scatter of four columns.
pub fn scatter_colorbar() -> Figure {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let sizes: Vec<f64> = lcg(200, 5).iter().map(|u| 10.0 + 190.0 * u).collect();
    let dots = Scatter::new(lcg(200, 3), lcg(200, 4)).sizes(&sizes).values(lcg(200, 6)).alpha(0.6).cmap("plasma");
    let dots = fig[ax].add(dots);
    let bar = fig.colorbar(dots);
    fig[bar].set_label("score");
    fig
}

/// Four axes with room for their labels.
pub fn subplots_2x2() -> Figure {
    let mut fig = Figure::inches(8.0, 6.0).constrained();
    let axs = fig.subplots(2, 2);
    let x = linspace(0.0, 2.0 * std::f64::consts::PI, 200);
    for (k, ax) in axs.iter().enumerate() {
        let k = k + 1;
        let y: Vec<f64> = x.iter().map(|x| (k as f64 * x).sin()).collect();
        fig[ax].plot(&x, &y);
        fig[ax].set_title(format!("sin({k}x)")).set_xlabel("x").set_ylabel("y");
    }
    fig.suptitle("Harmonics");
    fig
}

/// Two power laws on log axes, with lines at all ticks.
pub fn loglog() -> Figure {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let x: Vec<f64> = linspace(0.0, 4.0, 40).iter().map(|e| 10_f64.powf(*e)).collect();
    let law = |factor: f64, power: f64| -> Vec<f64> { x.iter().map(|x| factor * x.powf(power)).collect() };
    fig[ax].set_xscale("log").set_yscale("log");
    fig[ax].add(Line::new(&x, law(3.0, -1.5)).fmt("o-").label("x^-1.5"));
    fig[ax].add(Line::new(&x, law(1.0, -0.5)).fmt("s--").label("x^-0.5"));
    fig[ax].set_grid(GridLines::new().which("both").alpha(0.4)).legend();
    fig
}

/// Two y axes with colours of their own.
pub fn twinx() -> Figure {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let x = linspace(0.0, 10.0, 200);
    fig[ax].add(Line::new(&x, x.iter().map(|x| (x / 3.0).exp()).collect::<Vec<_>>()).color("tab:red"));
    fig[ax].set_ylabel("exp").set_ylabel_color("tab:red");
    fig[ax].tick_params(TickParams::new().axis("y").labelcolor("tab:red"));
    let other = fig.twin_x(ax);
    fig[other].add(Line::new(&x, x.iter().map(|x| x.sin()).collect::<Vec<_>>()).color("tab:blue"));
    fig[other].set_ylabel("sin").set_ylabel_color("tab:blue");
    fig
}

/// Markers of every kind on lines of every style.
pub fn markers_dashes() -> Figure {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    for (k, marker) in "o.sv^<>Dd+x*ph|_".chars().enumerate() {
        let style = ["-", "--", "-.", ":"][k % 4];
        let line = Line::new(0..6, [k as f64; 6]).marker(marker).linestyle(style);
        fig[ax].add(line.markersize((4 + k % 5) as f64).snap(true));
    }
    fig
}

/// Bars with borders, error bars, and names that are turned.
pub fn bar_errorbar() -> Figure {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let heights: Vec<f64> = lcg(8, 7).iter().map(|u| 1.0 + 4.0 * u).collect();
    let errors: Vec<f64> = lcg(8, 8).iter().map(|u| 0.2 + 0.3 * u).collect();
    fig[ax].add(Bars::new(0..8, heights).yerr(errors).capsize(4).color("tab:orange").edgecolor("black"));
    fig[ax].set_xticklabels(0..8, (0..8).map(|i| format!("group {i}"))).set_xtick_rotation(45);
    fig[ax].set_ylabel("mean response");
    fig
}

/// A histogram under the density that its numbers are drawn from.
pub fn hist_lines() -> Figure {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let pairs = lcg(2000, 9).into_iter().zip(lcg(2000, 10));
    let z: Vec<f64> = pairs.map(|(u, v)| (-2.0 * (1.0 - u).ln()).sqrt() * (TAU * v).cos()).collect();
    fig[ax].add(Histogram::new(z).bins(30).density(true).alpha(0.7));
    let t = linspace(-4.0, 4.0, 200);
    let normal: Vec<f64> = t.iter().map(|t| (-t * t / 2.0).exp() / TAU.sqrt()).collect();
    fig[ax].add(Line::new(t, normal).fmt("r--").linewidth(2));
    fig[ax].add(Rule::vertical(0).color("gray").linestyle(":"));
    fig[ax].add(Text::new(1.6, 0.35, "N(0, 1)").fontsize(14));
    fig
}

/// A band, its middle, and a line in steps.
pub fn fill_step() -> Figure {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let x = linspace(0.0, 6.0, 120);
    let shifted = |by: f64| x.iter().map(|x| x.sin() + by).collect::<Vec<_>>();
    fig[ax].add(FillBetween::new(&x, shifted(-0.3), shifted(0.3)).alpha(0.3).label("band"));
    fig[ax].add(Line::new(&x, shifted(0.0)).linestyle("-.").label("mean"));
    let few: Vec<f64> = x.iter().copied().step_by(8).collect();
    let heights: Vec<f64> = few.iter().map(|x| x.cos()).collect();
    fig[ax].add(Line::new(few, heights).steps("mid").label("step"));
    fig[ax].add(Rule::horizontal(0).color("k").linewidth(0.8));
    fig[ax].legend_at("lower left");
    fig
}

/// Cells that grow along a log axis.
pub fn pcolormesh_uneven() -> Figure {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let x: Vec<f64> = linspace(0.0, 2.0, 25).iter().map(|v| 10.0_f64.powf(*v)).collect();
    let y: Vec<f64> = linspace(0.0, 1.0, 17).iter().map(|v| v * v).collect();
    let mesh = fig[ax].add(Mesh::on(x, y, field(16, 24)).cmap("coolwarm"));
    fig[ax].set_xscale("log");
    fig.colorbar(mesh);
    fig
}

/// Arrows around the middle, coloured by their length.
pub fn quiver() -> Figure {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let at = linspace(-2.0, 2.0, 15);
    let u = Array2::from_shape_fn((15, 15), |(row, _)| -at[row]);
    let v = Array2::from_shape_fn((15, 15), |(_, col)| at[col]);
    let length: Vec<f64> = u.iter().zip(&v).map(|(u, v)| f64::hypot(*u, *v)).collect();
    fig[ax].add(Quiver::on(&at, &at, u, v).values(length));
    fig[ax].set_aspect("equal");
    fig
}

/// Bands, and lines between them.
pub fn contourf_lines() -> Figure {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let (x, y) = (linspace(-3.0, 3.0, 121), linspace(-2.0, 2.0, 81));
    let z = Array2::from_shape_fn((81, 121), |(row, col)| {
        let (x, y) = (x[col], y[row]);
        (-x * x - y * y).exp() - (-(x - 1.0).powi(2) - (y - 1.0).powi(2)).exp()
    });
    let bands = fig[ax].add(Contour::on(&x, &y, &z).levels(10).filled());
    fig[ax].add(Contour::on(&x, &y, &z).levels(10).color("k").linewidth(0.5));
    fig.colorbar(bands);
    fig
}

/// Shapes, and a word with an arrow.
pub fn patches_annotate() -> Figure {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    fig[ax].add(Patch::circle(0.3, 0.5, 0.2).color("tab:blue").edgecolor("k").alpha(0.5));
    fig[ax].add(Patch::rectangle(0.55, 0.2, 0.3, 0.25).angle(15).color("none").edgecolor("tab:red").linewidth(2));
    fig[ax].add(Patch::polygon([0.6, 0.9, 0.8], [0.7, 0.65, 0.95]).color("tab:green"));
    fig[ax].add(Annotation::new("peak", (0.8, 0.95)).at((0.3, 0.85)).arrow("->"));
    fig[ax].set_xlim(0, 1).set_ylim(0, 1).set_aspect("equal");
    fig
}

/// Formulas wherever there are words.
pub fn mathtext() -> Figure {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let t = linspace(0.01, 2.0, 300);
    let y: Vec<f64> = t.iter().map(|t| (-t).exp() * (TAU * t).cos()).collect();
    fig[ax].add(Line::new(&t, &y).label(r"$e^{-t}\cos(2\pi t)$"));
    fig[ax].set_xlabel(r"$t/\tau_0$").set_ylabel(r"$\psi(t)\ [\mathrm{m\,s}^{-1}]$");
    fig[ax].set_title(r"$\alpha_i > \beta^2,\ \Delta x = 10^{-3}$").legend();
    fig
}
