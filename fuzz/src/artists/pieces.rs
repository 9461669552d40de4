//! Many pieces with a colour each.

use grabframe::prelude::*;

use super::{Change, Choices, changed, count};

/// Lines or polygons of a few points each.
fn runs(choices: &mut Choices<'_>) -> Vec<(Vec<f64>, Vec<f64>)> {
    let n = count(choices);
    (0..n)
        .map(|_| {
            let points = choices.below(5);
            (choices.numbers(points), choices.numbers(points))
        })
        .collect()
}

pub fn segments(axes: &mut Axes, choices: &mut Choices<'_>) -> Change {
    let n = count(choices);
    let mut lines = match choices.below(3) {
        0 => Segments::new(runs(choices)),
        1 => Segments::between(choices.numbers(n), choices.numbers(n), choices.numbers(n), choices.numbers(n)),
        _ => Segments::along(choices.numbers(n), choices.numbers(n)),
    };
    let pieces = lines.pieces();
    match choices.below(3) {
        0 => lines.set_values(choices.numbers(pieces)),
        1 => lines.set_colors((0..pieces).map(|_| choices.color())),
        _ => lines.set_color(choices.color()).set_linestyle(choices.style()),
    };
    if choices.yes() {
        lines.set_linewidths(choices.numbers(pieces));
    }
    changed(axes.add(lines.label(choices.words())), |lines, choices| {
        let n = count(choices);
        if choices.yes() {
            lines.set_data(runs(choices));
        } else {
            lines.set_along(choices.numbers(n), choices.numbers(n)).set_values(choices.numbers(n.max(1)));
        }
    })
}

pub fn polygons(axes: &mut Axes, choices: &mut Choices<'_>) -> Change {
    let mut polygons = Polygons::new(runs(choices));
    let pieces = polygons.pieces();
    match choices.below(3) {
        0 => polygons.set_values(choices.numbers(pieces)),
        1 => polygons.set_colors((0..pieces).map(|_| choices.color())),
        _ => polygons.set_color(choices.color()),
    };
    if choices.yes() {
        polygons.set_edgecolor(choices.color()).set_linewidth(choices.share() * 4.0).set_linestyle(choices.style());
    }
    changed(axes.add(polygons.label(choices.words())), |polygons, choices| {
        polygons.set_data(runs(choices));
    })
}
