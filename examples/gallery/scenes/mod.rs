//! The scenes, by name.

mod annotate;
mod barh;
mod bars;
mod boxplot;
mod categories;
mod colorbar_discrete;
mod colorbar_shared;
mod colorbar_sides;
mod colormaps;
mod contour;
mod contourf;
mod curvilinear;
mod dates;
mod errorbar;
mod eventplot;
mod fill_between;
mod function_scale;
mod gouraud;
mod hexbin;
mod hist;
mod hist2d;
mod hist_stacked;
mod hist_step;
mod imshow;
mod inset_zoom;
mod legend_figure;
mod legend_outside;
mod legends;
mod line;
mod logit;
mod loglog;
mod mosaic;
mod named_colors;
mod nested_grids;
mod norms;
mod norms_rates;
mod patches;
mod pcolormesh;
mod pie;
mod polygons;
mod quiver;
mod rules;
mod scatter;
mod secondary_axis;
mod segments;
mod shared_axes;
mod spans;
mod spines_zero;
mod stackplot;
mod stairs;
mod stem;
mod step;
mod streamplot;
mod strip_chart;
mod sup_labels;
mod symlog;
mod table;
mod text;
mod theme_dark;
mod theme_matplotlib;
mod theme_paper;
mod theme_slides;
mod tick_formats;
mod tick_looks;
mod tricontour;
mod tripcolor;
mod triplot;
mod twins;
mod violin;

use grabframe::Figure;

/// A figure, and what changes in it.
pub struct Scene {
    /// As it is before its first frame.
    pub fig: Figure,
    /// How many there are.
    pub frames: usize,
    /// Makes the figure that of a frame, counted from 0.
    pub step: Step,
}

/// Changes a figure into that of a frame.
pub type Step = Box<dyn FnMut(&mut Figure, usize)>;

/// What a scene is called, and what makes it.
pub type Named = (&'static str, fn() -> Scene);

impl Scene {
    fn new(fig: Figure, frames: usize, step: impl FnMut(&mut Figure, usize) + 'static) -> Self {
        Self { fig, frames, step: Box::new(step) }
    }
}

/// Every scene, by name.
pub const SCENES: &[Named] = &[
    // lines
    ("line", line::line),
    ("step", step::step),
    ("errorbar", errorbar::errorbar),
    ("fill_between", fill_between::fill_between),
    ("stem", stem::stem),
    ("rules", rules::rules),
    ("spans", spans::spans),
    // bars and distributions
    ("bars", bars::bars),
    ("barh", barh::barh),
    ("hist", hist::hist),
    ("hist_stacked", hist_stacked::hist_stacked),
    ("hist_step", hist_step::hist_step),
    ("stairs", stairs::stairs),
    // samples and counts
    ("boxplot", boxplot::boxplot),
    ("violin", violin::violin),
    ("stackplot", stackplot::stackplot),
    ("eventplot", eventplot::eventplot),
    ("hist2d", hist2d::hist2d),
    ("hexbin", hexbin::hexbin),
    // images and fields
    ("imshow", imshow::imshow),
    ("pcolormesh", pcolormesh::pcolormesh),
    ("gouraud", gouraud::gouraud),
    ("curvilinear", curvilinear::curvilinear),
    ("contour", contour::contour),
    ("contourf", contourf::contourf),
    ("quiver", quiver::quiver),
    ("streamplot", streamplot::streamplot),
    // triangles
    ("tripcolor", tripcolor::tripcolor),
    ("triplot", triplot::triplot),
    ("tricontour", tricontour::tricontour),
    // words, shapes and shares
    ("text", text::text),
    ("annotate", annotate::annotate),
    ("patches", patches::patches),
    ("pie", pie::pie),
    ("table", table::table),
    // points and pieces
    ("scatter", scatter::scatter),
    ("segments", segments::segments),
    ("polygons", polygons::polygons),
    // axes and scales
    ("categories", categories::categories),
    ("dates", dates::dates),
    ("strip_chart", strip_chart::strip_chart),
    ("loglog", loglog::loglog),
    ("symlog", symlog::symlog),
    ("logit", logit::logit),
    ("function_scale", function_scale::function_scale),
    ("tick_formats", tick_formats::tick_formats),
    ("tick_looks", tick_looks::tick_looks),
    ("shared_axes", shared_axes::shared_axes),
    ("nested_grids", nested_grids::nested_grids),
    ("mosaic", mosaic::mosaic),
    ("twins", twins::twins),
    ("secondary_axis", secondary_axis::secondary_axis),
    ("inset_zoom", inset_zoom::inset_zoom),
    ("spines_zero", spines_zero::spines_zero),
    ("sup_labels", sup_labels::sup_labels),
    // legends and colorbars
    ("legends", legends::legends),
    ("legend_outside", legend_outside::legend_outside),
    ("legend_figure", legend_figure::legend_figure),
    ("colorbar_sides", colorbar_sides::colorbar_sides),
    ("colorbar_discrete", colorbar_discrete::colorbar_discrete),
    ("colorbar_shared", colorbar_shared::colorbar_shared),
    ("norms", norms::norms),
    ("norms_rates", norms_rates::norms_rates),
    // themes and colours
    ("theme_matplotlib", theme_matplotlib::theme_matplotlib),
    ("theme_dark", theme_dark::theme_dark),
    ("theme_paper", theme_paper::theme_paper),
    ("theme_slides", theme_slides::theme_slides),
    ("colormaps", colormaps::colormaps),
    ("named_colors", named_colors::named_colors),
];

/// Numbers from one to another, both with them, at equal distances.
#[allow(dead_code)]
fn linspace(from: f64, to: f64, n: usize) -> Vec<f64> {
    (0..n).map(|i| from + (to - from) * i as f64 / (n - 1) as f64).collect()
}

/// `n` numbers in [0, 1) that look random and are the same every time: x <- (1664525 x + 1013904223) mod 2^32, x / 2^32.
#[allow(dead_code)]
fn lcg(n: usize, seed: u32) -> Vec<f64> {
    let mut x = seed;
    let mut next = || {
        x = x.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        f64::from(x) / 4_294_967_296.0
    };
    (0..n).map(|_| next()).collect()
}

/// `n` numbers of the normal distribution, from two times as many others (Box and Muller).
#[allow(dead_code)]
fn normal(n: usize, seed: u32) -> Vec<f64> {
    let u = lcg(2 * n, seed);
    (0..n).map(|i| (-2.0 * (1.0 - u[2 * i]).ln()).sqrt() * (std::f64::consts::TAU * u[2 * i + 1]).cos()).collect()
}
