//! Bars, histograms and stairs.

use grabframe::prelude::*;
use grabframe::{Bars, Histogram, Stairs};

use super::{Change, Choices, changed, count, rising};

pub const HATCHES: [&str; 6] = ["/", "\\x", "+-|", "oO", "..", "***"];

/// Patterns by turns.
pub fn hatches(choices: &mut Choices<'_>) -> Vec<&'static str> {
    (0..choices.below(4)).map(|_| if choices.yes() { HATCHES[choices.below(HATCHES.len())] } else { "" }).collect()
}

pub fn bars(axes: &mut Axes, choices: &mut Choices<'_>) -> Change {
    let n = count(choices);
    let bars = if choices.yes() {
        Bars::new(choices.numbers(n), choices.numbers(n))
    } else if choices.yes() {
        Bars::horizontal(choices.numbers(n), choices.numbers(n))
    } else {
        Bars::categories((0..n).map(|_| choices.words()).collect::<Vec<_>>(), vec![1.5; n])
    };
    let mut bars = bars.bottom(choices.number()).width(choices.number()).align_edge(choices.yes());
    if choices.yes() {
        bars.set_edgecolor(choices.color()).set_yerr(choices.number().abs()).set_capsize(choices.share() * 5.0);
    }
    if choices.yes() {
        bars.set_bar_label("{:.2} m").set_bar_label_center(choices.yes()).set_bar_label_padding(choices.finite());
    }
    if choices.yes() {
        let count = 1 + choices.below(4);
        bars.set_group(choices.below(count), count).set_group_spacing(choices.share() * 3.0, choices.share());
    }
    if choices.yes() {
        bars.set_hatch(HATCHES[choices.below(HATCHES.len())]).set_hatch_linewidth(choices.finite().abs());
    }
    if choices.yes() {
        bars.set_hatches(hatches(choices));
    }
    changed(axes.add(bars.label(choices.words())), |bars, choices| {
        let n = count(choices);
        bars.set_data(choices.numbers(n), choices.numbers(n));
    })
}

pub fn histogram(axes: &mut Axes, choices: &mut Choices<'_>) -> Change {
    let n = count(choices);
    let mut histogram = Histogram::new(choices.numbers(n));
    let mut values = n;
    if choices.yes() {
        let samples = super::samples::samples(choices);
        values = samples.iter().map(Vec::len).sum();
        histogram.set_several(samples).set_stacked(choices.yes()).set_hatches(hatches(choices));
        histogram.set_labels([choices.words(), choices.words()]).set_rwidth(choices.share());
    }
    match choices.below(4) {
        0 => histogram.set_bins(1 + choices.below(40)),
        1 => histogram.set_bin_rule(["auto", "fd", "scott", "sturges", "sqrt"][choices.below(5)]),
        2 => histogram.set_edges(rising(choices, 2 + n)),
        _ => histogram.set_weights(choices.numbers(values)),
    };
    if choices.yes() {
        histogram.set_hatch(HATCHES[choices.below(HATCHES.len())]);
    }
    histogram.set_density(choices.yes()).set_cumulative(choices.yes());
    let histogram = match choices.below(3) {
        0 => histogram.step(),
        1 => histogram.step_filled(),
        _ => histogram,
    };
    let histogram = if choices.yes() { histogram.horizontal() } else { histogram };
    changed(axes.add(histogram), |histogram, choices| {
        let n = count(choices);
        if choices.yes() {
            histogram.set_several(super::samples::samples(choices));
        } else {
            histogram.set_data(choices.numbers(n));
        }
    })
}

pub fn stairs(axes: &mut Axes, choices: &mut Choices<'_>) -> Change {
    let n = count(choices);
    let edges = if n == 0 { Vec::new() } else { choices.numbers(n + 1) };
    let baseline = Some(choices.number()).filter(|_| choices.yes());
    let stairs = Stairs::new(choices.numbers(n), edges).fill(choices.yes()).baseline(baseline);
    let stairs = if choices.yes() { stairs.hatch(HATCHES[choices.below(HATCHES.len())]) } else { stairs };
    changed(axes.add(stairs), |stairs, choices| {
        let n = count(choices);
        stairs.set_data(choices.numbers(n), choices.numbers(n + 1));
    })
}
