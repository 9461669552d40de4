//! Pictures that must come out the same, to the bit, on every machine.
//!
//! A failing test writes ours, the golden and their difference side by side to `target/golden-diff/`. After a wanted
//! change, `BLESS=1 cargo test golden` writes the goldens anew (and fails, so that it cannot happen unseen).

use std::path::Path;

use grabframe::prelude::*;

use crate::reference;
use crate::tools::lcg;

fn check(name: &str, fig: &Figure) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let path = root.join("tests/golden").join(name).with_extension("png");
    let ours = fig.render();
    if std::env::var_os("BLESS").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        ours.save(&path).unwrap();
        panic!("{name} was written anew: look at it, and run again without BLESS");
    }
    let golden = Frame::open(&path).unwrap_or_else(|e| panic!("{e}; BLESS=1 writes it"));
    if ours == golden {
        return;
    }
    let folder = root.join("target/golden-diff");
    std::fs::create_dir_all(&folder).unwrap();
    let panels = side_by_side(&ours, &golden);
    let out = folder.join(name).with_extension("png");
    panels.save(&out).unwrap();
    panic!("{name} differs from its golden; ours, golden and difference are in {}", out.display());
}

/// Ours, the golden, and where they differ (black on white).
fn side_by_side(ours: &Frame, golden: &Frame) -> Frame {
    let (w, h) = (ours.width().max(golden.width()), ours.height().max(golden.height()));
    let mut out = Frame::new(3 * w, h);
    let at = |f: &Frame, x: u32, y: u32| (x < f.width() && y < f.height()).then(|| f.pixel(x, y));
    for y in 0..h {
        for x in 0..w {
            let (a, b) = (at(ours, x, y), at(golden, x, y));
            let difference = if a == b { [255; 3] } else { [0; 3] };
            for (panel, pixel) in
                [a.unwrap_or([255, 0, 255]), b.unwrap_or([255, 0, 255]), difference].iter().enumerate()
            {
                let to = ((y * 3 * w + panel as u32 * w + x) * 3) as usize;
                out.as_rgb_mut()[to..to + 3].copy_from_slice(pixel);
            }
        }
    }
    out
}

#[test]
fn golden_line_ko() {
    check("line_ko", &reference::line_ko());
}

#[test]
fn golden_imshow_colorbar() {
    check("imshow_colorbar", &reference::imshow_colorbar());
}

#[test]
fn golden_lines_legend() {
    check("lines_legend", &reference::lines_legend());
}

pub fn gaps_and_dashes() -> Figure {
    let mut fig = Figure::pixels(480, 300);
    let ax = fig.add_axes();
    let x: Vec<f64> = (0..80).map(|i| f64::from(i) / 8.0).collect();
    for (k, style) in ["-", "--", "-.", ":"].into_iter().enumerate() {
        let y: Vec<f64> = x
            .iter()
            .enumerate()
            .map(|(i, x)| if i % 23 == 22 { f64::NAN } else { (x + k as f64).sin() + 1.5 * k as f64 })
            .collect();
        fig[ax].add(Line::new(&x, &y).linestyle(style).label(style));
    }
    fig[ax].set_title("NaN is a gap").legend_at(LegendLoc::LowerRight);
    fig
}

#[test]
fn golden_gaps_and_dashes() {
    check("gaps_and_dashes", &gaps_and_dashes());
}

pub fn markers() -> Figure {
    let mut fig = Figure::pixels(480, 360);
    let ax = fig.add_axes();
    for (k, marker) in ".,ov^<>12348spP*hH+xXDd|_".chars().enumerate() {
        let (x, y) = ((k % 7) as f64, (k / 7) as f64);
        fig[ax].add(Line::new([x], [y]).marker(marker).markersize(14.0).linestyle("none"));
        let edged = Line::new([x + 0.4], [y]).marker(marker).markersize(10.0).linestyle("none");
        fig[ax].add(edged.markerfacecolor("w").markeredgecolor("tab:red"));
    }
    fig[ax].set_xlim(-0.5, 7.0).set_ylim(3.5, -0.5);
    fig
}

#[test]
fn golden_markers() {
    check("markers", &markers());
}

pub fn scatter() -> Figure {
    let mut fig = Figure::pixels(480, 360);
    let ax = fig.add_axes();
    let n = 120;
    let sizes: Vec<f64> = lcg(n, 5).iter().map(|u| 10.0 + 190.0 * u).collect();
    let dots = Scatter::new(lcg(n, 3), lcg(n, 4)).sizes(&sizes).values(lcg(n, 6)).cmap(Colormap::PLASMA);
    let dots = dots.alpha(0.6);
    let dots = fig[ax].add(dots);
    let bar = fig.colorbar(dots);
    fig[bar].set_label("score");
    fig
}

#[test]
fn golden_scatter() {
    check("scatter", &scatter());
}

pub fn subplots() -> Figure {
    let mut fig = Figure::inches(6.0, 4.5).constrained();
    let axs = fig.subplots(2, 2);
    let x: Vec<f64> = (0..200).map(|i| f64::from(i) / 32.0).collect();
    for (k, ax) in axs.into_iter().enumerate() {
        let k = k as f64 + 1.0;
        let y: Vec<f64> = x.iter().map(|x| (k * x).sin() * 10_f64.powf(k - 3.0)).collect();
        fig[ax].plot(&x, &y);
        fig[ax].set_title(format!("sin({k}x)")).set_xlabel("x").set_ylabel("y");
    }
    fig.suptitle("Harmonics");
    fig
}

#[test]
fn golden_subplots() {
    check("subplots", &subplots());
}

pub fn words() -> Figure {
    let mut fig = Figure::pixels(480, 360).constrained();
    let ax = fig.add_axes();
    fig[ax].set_xlim(-1.0, 1.0).set_ylim(-1.0, 1.0).set_ylabel("Ωμέγα, λ₁ ≤ 3·10⁻⁵").set_title("Größe → ∞ ± 0.5 Å");
    for k in 0..12 {
        let degrees = 30.0 * f64::from(k);
        let (sin, cos) = degrees.to_radians().sin_cos();
        let words = Text::new(0.6 * cos, 0.6 * sin, format!("{degrees}° fji")).rotation(degrees);
        fig[ax].add(words.color(format!("C{}", k % 10)).ha(HAlign::Center).va(VAlign::Center));
    }
    fig[ax].text(-0.95, -0.9, "two\nlines");
    fig[ax].add(Text::new(0.0, 0.0, "large").fontsize(24.0).ha(HAlign::Center).va(VAlign::CenterBaseline));
    fig
}

#[test]
fn golden_words() {
    check("words", &words());
}

/// Slanted and thick letters, upright and turned; lines among each other; text that stands where it is.
pub fn faces() -> Figure {
    let mut fig = Figure::pixels(480, 360);
    fig.suptitle("Over all: Größe ≤ 3").set_suptitle_weight("bold");
    let ax = fig.add_axes();
    fig[ax].set_xlim(0.0, 1.0).set_ylim(0.0, 1.0).set_title("Membrane potential").set_title_weight("bold");
    let lines = ["Drosophila (n = 12)", "Việt Nẵng; Žluťou", "Привет, ΑΩαωϕ ᵢ→∫", "fi ffl AVATo 10⁻³ a\u{301}o\u{323}"];
    for (k, words) in lines.into_iter().enumerate() {
        let y = 0.92 - 0.07 * k as f64;
        fig[ax].add(Text::new(0.02, y, words).fontstyle("italic"));
        fig[ax].add(Text::new(0.52, y, words).fontweight("bold"));
    }
    for (k, degrees) in [30, 45, 60, -30].into_iter().enumerate() {
        let x = 0.1 + 0.2 * k as f64;
        fig[ax].add(Text::new(x, 0.3, "turned (mV)").fontweight("bold").rotation(degrees).color("tab:red"));
        let about = Text::new(x + 0.05, 0.3, "turned (mV)").fontstyle("oblique").rotation(degrees);
        fig[ax].add(about.rotation_mode("anchor").va("center").color("tab:blue"));
    }
    let several = Text::new(0.95, 0.02, "right aligned\nof several\nlines").ha("right").va("bottom").fontsize(8);
    let mut beside = several.clone();
    beside.set_position(0.6, 0.02);
    fig[ax].add(several);
    fig[ax].add(beside.multialignment("center").linespacing(1.6).fontweight("bold"));
    fig[ax].add(Text::new(0.0213, 0.0317, "between rows").snap(false));
    fig
}

#[test]
fn golden_faces() {
    check("faces", &faces());
}

pub fn images() -> Figure {
    let mut fig = Figure::inches(6.0, 4.0).constrained();
    let axs = fig.subplots(2, 2);
    let mut grid = vec![vec![0.0; 12]; 9];
    for (r, row) in grid.iter_mut().enumerate() {
        for (c, v) in row.iter_mut().enumerate() {
            *v = if (r, c) == (4, 5) { f64::NAN } else { ((r * r + c) as f64).sin() };
        }
    }
    fig[axs[(0, 0)]].add(Image::new(&grid));
    fig[axs[(0, 1)]].add(Image::new(&grid).interpolation(Interpolation::Bilinear).origin(Origin::Lower));
    fig[axs[(1, 0)]].add(Image::new(&grid).extent(0.0, 1.0, 0.0, 2.0).cmap(Colormap::COOLWARM));
    fig[axs[(1, 0)]].set_aspect(Aspect::Auto);
    let fine: Vec<Vec<f64>> = (0..400).map(|r| (0..600).map(|c| f64::from((r / 3 + c / 2) % 7)).collect()).collect();
    fig[axs[(1, 1)]].add(Image::new(&fine).cmap(Colormap::GRAY));
    fig
}

#[test]
fn golden_images() {
    check("images", &images());
}

/// Axes on all four sides, of twins, over them an inset; and a frame without two of its lines.
pub fn families() -> Figure {
    let mut fig = Figure::pixels(480, 240).constrained();
    let axs = fig.subplots(1, 2);
    let (ax, open) = (axs[(0, 0)], axs[(0, 1)]);
    fig[ax].add(Line::new([0, 1, 2, 3], [0, 3, 1, 2]).color("tab:red"));
    fig[ax].set_ylabel("left").set_title("title");
    let twin = fig.twin_x(ax);
    fig[twin].add(Line::new([1, 4], [2e6, 1e6]).color("tab:blue"));
    fig[twin].set_ylabel("right").grid(true);
    let above = fig.twin_y(ax);
    fig[above].set_xlim(0.0, 1.5).set_xlabel("above");
    let inset = fig.inset(ax, [0.45, 0.15, 0.45, 0.3]);
    fig[inset].add(Line::new([0, 1], [0, 1]).color("black"));
    fig[inset].set_facecolor("lightyellow");
    fig[open].plot([1, 10, 100], [0, 1, 0]);
    fig[open].set_spine("top", false).set_spine("right", false).set_ticks_on("right", true);
    fig[open].set_minor_ticks(true).grid(true).set_minor_grid(true).set_xscale("log");
    fig
}

#[test]
fn golden_families() {
    check("families", &families());
}
