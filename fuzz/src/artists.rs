//! Artists of every kind with any data, changed in place.

use grabframe::prelude::*;
use grabframe::{
    Annotation, Bars, Contour, ErrorBars, FillBetween, Histogram, Mesh, Patch, Pivot, Quiver, Rule, Span, Stairs, Stem,
    Steps,
};

use super::Choices;

/// An artist that is in a figure.
#[derive(Clone, Copy)]
pub enum Kind {
    Bars(Key<Bars>),
    Histogram(Key<Histogram>),
    Stairs(Key<Stairs>),
    Fill(Key<FillBetween>),
    Errors(Key<ErrorBars>),
    Stem(Key<Stem>),
    Rule(Key<Rule>),
    Span(Key<Span>),
    Mesh(Key<Mesh>),
    Quiver(Key<Quiver>),
    Contour(Key<Contour>),
    Patch(Key<Patch>),
    Annotation(Key<Annotation>),
    Steps(Key<Line>),
}

/// Rows of numbers, at least one of each.
fn grid(choices: &mut Choices<'_>, rows: usize, cols: usize) -> Vec<Vec<f64>> {
    (0..rows).map(|_| choices.numbers(cols)).collect()
}

fn rising(choices: &mut Choices<'_>, n: usize) -> Vec<f64> {
    let from = choices.share() * 100.0 - 50.0;
    (0..n).map(|i| from + i as f64 * 1.5).collect()
}

/// Adds an artist of any kind.
pub fn add(axes: &mut Axes, choices: &mut Choices<'_>) -> Kind {
    let n = choices.below(9);
    match choices.below(14) {
        0 => {
            let bars = if choices.yes() {
                Bars::new(choices.numbers(n), choices.numbers(n))
            } else if choices.yes() {
                Bars::horizontal(choices.numbers(n), choices.numbers(n))
            } else {
                Bars::categories((0..n).map(|_| choices.words()).collect::<Vec<_>>(), vec![1.5; n])
            };
            let mut bars = bars.bottom(choices.number()).width(choices.number()).align_edge(choices.yes());
            if choices.yes() {
                bars.set_edgecolor(choices.color()).set_yerr(choices.number()).set_capsize(choices.share() * 5.0);
            }
            if choices.yes() {
                bars.set_bar_label("{:.2} m").set_bar_label_center(choices.yes());
            }
            Kind::Bars(axes.add(bars.label(choices.words())))
        }
        1 => {
            let mut histogram = Histogram::new(choices.numbers(n));
            match choices.below(4) {
                0 => histogram.set_bins(1 + choices.below(40)),
                1 => histogram.set_bin_rule(["auto", "fd", "scott", "sturges", "sqrt"][choices.below(5)]),
                2 => histogram.set_edges(rising(choices, 2 + n)),
                _ => histogram.set_density(choices.yes()).set_cumulative(choices.yes()),
            };
            Kind::Histogram(axes.add(if choices.yes() { histogram.step() } else { histogram }))
        }
        2 => {
            let edges = if n == 0 { Vec::new() } else { choices.numbers(n + 1) };
            let baseline = Some(choices.number()).filter(|_| choices.yes());
            Kind::Stairs(axes.add(Stairs::new(choices.numbers(n), edges).fill(choices.yes()).baseline(baseline)))
        }
        3 => {
            let fill = FillBetween::new(choices.numbers(n), choices.numbers(n), choices.number());
            let fill = fill.mask((0..n).map(|_| choices.yes()).collect::<Vec<_>>());
            Kind::Fill(axes.add(if choices.yes() { fill.steps(Steps::Mid).edgecolor(choices.color()) } else { fill }))
        }
        4 => {
            let bars = ErrorBars::new(choices.numbers(n), choices.numbers(n)).fmt("o-").capsize(choices.share() * 6.0);
            let bars = bars.yerr_between(choices.number(), choices.numbers(n)).xerr(choices.number());
            Kind::Errors(axes.add(bars.label(choices.words())))
        }
        5 => {
            let stem = Stem::new(choices.numbers(n), choices.numbers(n)).bottom(choices.number());
            Kind::Stem(axes.add(stem.marker(choices.shape())))
        }
        6 => {
            let (a, b) = (choices.number(), choices.number());
            let rule = match choices.below(3) {
                0 => Rule::horizontal(a),
                1 => Rule::vertical(a),
                _ => Rule::through((a, b), choices.number()),
            };
            Kind::Rule(axes.add(rule.linestyle(choices.style()).linewidth(choices.share() * 5.0)))
        }
        7 => {
            let (a, b) = (choices.number(), choices.number());
            let span = if choices.yes() { Span::horizontal(a, b) } else { Span::vertical(a, b) };
            Kind::Span(axes.add(span.color(choices.color()).label(choices.words())))
        }
        8 => {
            let (rows, cols) = (1 + choices.below(4), 1 + choices.below(4));
            let values = grid(choices, rows, cols);
            let mesh = match choices.below(4) {
                0 => Mesh::new(&values),
                1 => Mesh::on(choices.numbers(cols + 1), choices.numbers(rows + 1), &values),
                2 => Mesh::on(choices.numbers(cols), choices.numbers(rows), &values).shading("gouraud"),
                _ => Mesh::curvilinear(grid(choices, rows, cols), grid(choices, rows, cols), &values),
            };
            Kind::Mesh(axes.add(mesh))
        }
        9 => {
            let quiver = Quiver::new(choices.numbers(n), choices.numbers(n), choices.numbers(n), choices.numbers(n));
            let quiver = if choices.yes() { quiver.values(choices.numbers(n)) } else { quiver.pivot(Pivot::Middle) };
            Kind::Quiver(axes.add(quiver.along_data(choices.yes())))
        }
        10 => {
            let (rows, cols) = (1 + choices.below(5), 1 + choices.below(5));
            let values = grid(choices, rows, cols);
            let mut contour = Contour::on(choices.numbers(cols), choices.numbers(rows), &values).fill(choices.yes());
            match choices.below(3) {
                0 => contour.set_levels(1 + choices.below(20)),
                1 => contour.set_at(rising(choices, n)),
                _ => contour.set_color(choices.color()),
            };
            Kind::Contour(axes.add(contour))
        }
        11 => {
            let [a, b, c, d] = [(); 4].map(|()| choices.number());
            let patch = match choices.below(7) {
                0 => Patch::circle(a, b, c),
                1 => Patch::ellipse(a, b, c, d),
                2 => Patch::rectangle(a, b, c, d),
                3 => Patch::polygon(choices.numbers(n), choices.numbers(n)),
                4 => Patch::wedge(a, b, c, d, choices.number()),
                5 => Patch::annulus(a, b, c, d),
                _ => Patch::arrow(a, b, c, d, choices.number()),
            };
            Kind::Patch(axes.add(patch.angle(choices.finite()).color(choices.color()).edgecolor(choices.color())))
        }
        12 => {
            let words = Annotation::new(choices.words(), (choices.number(), choices.number()));
            let words = match choices.below(3) {
                0 => words.at((choices.number(), choices.number())),
                1 => words.at_axes_fraction((choices.share(), choices.share())),
                _ => words.offset(choices.finite(), choices.finite()),
            };
            let arrow = ["-", "->", "<->", "-|>", "<|-"][choices.below(5)];
            Kind::Annotation(axes.add(words.arrow(arrow).bend(choices.finite())))
        }
        _ => {
            let steps = [Steps::Pre, Steps::Mid, Steps::Post][choices.below(3)];
            Kind::Steps(axes.add(Line::new(choices.numbers(n), choices.numbers(n)).steps(steps)))
        }
    }
}

/// Gives an artist other data, if it is still there.
pub fn change(fig: &mut Figure, kind: Kind, choices: &mut Choices<'_>) {
    let n = choices.below(9);
    match kind {
        Kind::Bars(key) => {
            if let Some(bars) = fig.get_mut(key) {
                bars.set_data(choices.numbers(n), choices.numbers(n));
            }
        }
        Kind::Histogram(key) => {
            if let Some(histogram) = fig.get_mut(key) {
                histogram.set_data(choices.numbers(n));
            }
        }
        Kind::Stairs(key) => {
            if let Some(stairs) = fig.get_mut(key) {
                stairs.set_data(choices.numbers(n), choices.numbers(n + 1));
            }
        }
        Kind::Fill(key) => {
            if let Some(fill) = fig.get_mut(key) {
                fill.set_data(choices.numbers(n), choices.numbers(n), choices.numbers(n));
            }
        }
        Kind::Errors(key) => {
            if let Some(bars) = fig.get_mut(key) {
                bars.set_data(choices.numbers(n), choices.numbers(n));
            }
        }
        Kind::Stem(key) => {
            if let Some(stem) = fig.get_mut(key) {
                stem.set_data(choices.numbers(n), choices.numbers(n));
            }
        }
        Kind::Rule(key) => {
            if let Some(rule) = fig.get_mut(key) {
                rule.set_at(choices.number());
            }
        }
        Kind::Span(key) => {
            if let Some(span) = fig.get_mut(key) {
                span.set_span(choices.number(), choices.number());
            }
        }
        Kind::Mesh(key) => {
            if let Some(mesh) = fig.get_mut(key) {
                let (rows, cols) = (mesh.values().rows, mesh.values().cols);
                mesh.set_values(grid(choices, rows, cols));
            }
        }
        Kind::Quiver(key) => {
            if let Some(quiver) = fig.get_mut(key) {
                let n = quiver.uv().0.len();
                quiver.set_uv(choices.numbers(n), choices.numbers(n));
            }
        }
        Kind::Contour(key) => {
            if let Some(contour) = fig.get_mut(key) {
                contour.set_levels(1 + choices.below(9)).set_fill(choices.yes());
            }
        }
        Kind::Patch(key) => {
            if let Some(patch) = fig.get_mut(key) {
                patch.set_xy(choices.number(), choices.number()).set_size(choices.number(), choices.number());
            }
        }
        Kind::Annotation(key) => {
            if let Some(words) = fig.get_mut(key) {
                words.set_xy(choices.number(), choices.number()).set_text(choices.words());
            }
        }
        Kind::Steps(key) => {
            if let Some(line) = fig.get_mut(key) {
                line.set_data(choices.numbers(n), choices.numbers(n));
            }
        }
    }
}
