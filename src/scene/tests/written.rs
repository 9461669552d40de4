//! Artists as `tests/data/artist_numbers.tsv` writes them.

use crate::artist::ArtistExt;
use crate::artists::{
    Bars, Contour, ErrorBars, FillBetween, Histogram, Image, Line, Mesh, Patch, Quiver, Rule, Scatter, Span, Stairs,
    Stem, Text,
};
use crate::figure::Axes;

/// A name, options, and lists of numbers.
struct Written<'a> {
    name: &'a str,
    options: Vec<(&'a str, &'a str)>,
    lists: Vec<Vec<f64>>,
}

/// Numbers with commas between them; `-` is none.
pub(super) fn numbers(text: &str) -> Vec<f64> {
    if text == "-" || text.is_empty() {
        return Vec::new();
    }
    text.split(',').map(|v| v.parse().unwrap_or_else(|_| panic!("{v:?} is no number"))).collect()
}

/// Options: `key=value`, with spaces between them.
pub(super) fn options(text: &str) -> Vec<(&str, &str)> {
    text.split(' ').filter_map(|word| word.split_once('=')).collect()
}

impl<'a> Written<'a> {
    fn read(text: &'a str) -> Self {
        let mut parts = text.split(';');
        let words = parts.next().unwrap_or_default();
        let (name, rest) = words.split_once(' ').unwrap_or((words, ""));
        Self { name, options: options(rest), lists: parts.map(numbers).collect() }
    }

    fn option(&self, key: &str) -> Option<&'a str> {
        self.options.iter().find(|(of, _)| *of == key).map(|(_, value)| *value)
    }

    fn number(&self, key: &str, default: f64) -> f64 {
        self.option(key).map_or(default, |v| v.parse().expect("a number"))
    }

    /// List `i` in so many rows, as an option says.
    fn grid(&self, i: usize, rows: &str) -> Vec<Vec<f64>> {
        let list = &self.lists[i];
        list.chunks(list.len() / self.number(rows, 1.0) as usize).map(<[f64]>::to_vec).collect()
    }

    fn list(&self, i: usize) -> &[f64] {
        &self.lists[i]
    }
}

/// Adds the artist that is written there; `alpha` lets bands of contours end where the next begin.
pub(super) fn add(axes: &mut Axes, text: &str, alpha: f64) {
    let w = Written::read(text);
    let first = w.lists[0].as_slice();
    match w.name {
        "line" => _ = axes.add(Line::new(first, w.list(1))),
        "steps" => _ = axes.add(Line::new(first, w.list(1)).steps(w.option("where").expect("where"))),
        "scatter" => _ = axes.add(Scatter::new(first, w.list(1))),
        "bars" | "barh" => {
            let bars = if w.name == "bars" { Bars::new(first, w.list(1)) } else { Bars::horizontal(first, w.list(1)) };
            let bars = bars.width(w.number("width", 0.8)).bottom(w.number("bottom", 0.0));
            let mut bars = bars.align_edge(w.option("align") == Some("edge"));
            if let Some(errors) = w.lists.get(2) {
                bars.set_yerr(errors);
            }
            axes.add(bars);
        }
        "hist" => _ = axes.add(Histogram::new(first).bins(w.number("bins", 10.0) as usize)),
        "stairs" => {
            let base = if w.option("baseline") == Some("none") { None } else { Some(w.number("baseline", 0.0)) };
            axes.add(Stairs::new(first, w.list(1)).baseline(base));
        }
        "fill" | "fillx" => {
            let new = if w.name == "fill" { FillBetween::new } else { FillBetween::horizontal };
            let mut fill = new(first, w.list(1), w.list(2));
            if let Some(mask) = w.lists.get(3) {
                fill.set_mask(mask);
            }
            if let Some(step) = w.option("step") {
                fill.set_steps(step);
            }
            axes.add(fill);
        }
        "errors" => {
            let mut bars = ErrorBars::new(first, w.list(1));
            match w.option("errors") {
                Some("yerr") => _ = bars.set_yerr(w.list(2)),
                Some("xerr") => _ = bars.set_xerr(w.list(2)),
                Some("yerr,xerr") => _ = bars.set_yerr(w.list(2)).set_xerr(w.list(3)),
                Some("below,above") => _ = bars.set_yerr_between(w.list(2), w.list(3)),
                other => panic!("{other:?}"),
            }
            axes.add(bars);
        }
        "stem" => _ = axes.add(Stem::new(first, w.list(1)).bottom(w.number("bottom", 0.0))),
        "hrule" => _ = axes.add(Rule::horizontal(first[0])),
        "vrule" => _ = axes.add(Rule::vertical(first[0])),
        "rule" => _ = axes.add(Rule::through((first[0], first[1]), first[2])),
        "hspan" => _ = axes.add(Span::horizontal(first[0], first[1])),
        "vspan" => _ = axes.add(Span::vertical(first[0], first[1])),
        "mesh" => {
            let mesh = match w.lists.len() {
                1 => Mesh::new(w.grid(0, "rows")),
                _ if w.option("curved").is_some() => {
                    Mesh::curvilinear(w.grid(0, "curved"), w.grid(1, "curved"), w.grid(2, "rows"))
                }
                _ => Mesh::on(first, w.list(1), w.grid(2, "rows")),
            };
            axes.add(if let Some(shading) = w.option("shading") { mesh.shading(shading) } else { mesh });
        }
        "contour" | "contourf" => {
            let mut contour = Contour::on(first, w.list(1), w.grid(2, "rows")).fill(w.name == "contourf").alpha(alpha);
            if let Some(levels) = w.lists.get(3) {
                contour.set_at(levels);
            }
            axes.add(contour);
        }
        "quiver" => {
            let mut quiver =
                Quiver::new(first, w.list(1), w.list(2), w.list(3)).along_data(w.option("along").is_some());
            if let Some(scale) = w.option("scale") {
                quiver.set_scale(scale.parse::<f64>().expect("a number"));
            }
            if let Some(width) = w.option("width") {
                quiver.set_width(width.parse::<f64>().expect("a number"));
            }
            if let Some(pivot) = w.option("pivot") {
                quiver.set_pivot(pivot);
            }
            axes.add(quiver);
        }
        "image" => {
            let mut image = Image::new(w.grid(0, "rows")).origin(w.option("origin").expect("origin"));
            if let Some([left, right, bottom, top]) = w.lists.get(1).map(Vec::as_slice) {
                image.set_extent(*left, *right, *bottom, *top);
            }
            axes.add(image);
        }
        "text" => _ = axes.add(Text::new(first[0], first[1], "words")),
        _ => {
            let patch = match (w.name, first) {
                ("circle", [x, y, r]) => Patch::circle(*x, *y, *r),
                ("ellipse", [x, y, a, b]) => Patch::ellipse(*x, *y, *a, *b),
                ("rectangle", [x, y, a, b]) => Patch::rectangle(*x, *y, *a, *b),
                ("wedge", [x, y, r, from, to]) => Patch::wedge(*x, *y, *r, *from, *to),
                ("annulus", [x, y, r, width]) => Patch::annulus(*x, *y, *r, *width),
                ("polygon", _) => Patch::polygon(first, w.list(1)),
                other => panic!("{other:?}"),
            };
            axes.add(patch.angle(w.number("angle", 0.0)));
        }
    }
}
