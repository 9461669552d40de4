//! What is drawn with lines: steps, stems, error bars, rules.

use grabframe::prelude::*;
use grabframe::{ErrorBars, Rule, Stem, Steps};

use super::{Change, Choices, changed, count};

pub fn steps(axes: &mut Axes, choices: &mut Choices<'_>) -> Change {
    let n = count(choices);
    let steps = [Steps::Pre, Steps::Mid, Steps::Post][choices.below(3)];
    let mut line = Line::new(choices.numbers(n), choices.numbers(n)).linestyle(choices.style());
    if choices.yes() {
        line.set_steps(steps);
    }
    if choices.yes() {
        line.set_dash_anchor(choices.number()).set_dash_offset(choices.finite()).set_dash_capstyle("round");
    }
    if choices.yes() {
        let style = ["full", "left", "right", "bottom", "top", "none"][choices.below(6)];
        line.set_marker(choices.shape()).set_fillstyle(style).set_markerfacecoloralt(choices.color());
        match choices.below(3) {
            0 => line.set_markevery((choices.below(9), 1 + choices.below(9))),
            1 => line.set_markevery([choices.below(9), choices.below(9)]),
            _ => line.set_markevery((choices.share(), 0.01 + choices.share())),
        };
    }
    changed(axes.add(line), |line, choices| {
        let n = count(choices);
        line.set_data(choices.numbers(n), choices.numbers(n));
    })
}

pub fn stem(axes: &mut Axes, choices: &mut Choices<'_>) -> Change {
    let n = count(choices);
    let stem = Stem::new(choices.numbers(n), choices.numbers(n)).bottom(choices.number()).marker(choices.shape());
    changed(axes.add(stem), |stem, choices| {
        let n = count(choices);
        stem.set_data(choices.numbers(n), choices.numbers(n));
    })
}

pub fn errors(axes: &mut Axes, choices: &mut Choices<'_>) -> Change {
    let n = count(choices);
    let bars = ErrorBars::new(choices.numbers(n), choices.numbers(n)).fmt("o-").capsize(choices.share() * 6.0);
    let above: Vec<f64> = choices.numbers(n).iter().map(|v| v.abs()).collect();
    let mut bars = bars.yerr_between(choices.number().abs(), above).xerr(choices.number().abs());
    if choices.yes() {
        let some: Vec<bool> = (0..n).map(|_| choices.yes()).collect();
        bars.set_lolims(choices.yes()).set_uplims(&some).set_xlolims(some).set_xuplims(choices.yes());
        bars.set_errorevery(1 + choices.below(3));
    }
    changed(axes.add(bars.label(choices.words())), |bars, choices| {
        let n = count(choices);
        bars.set_data(choices.numbers(n), choices.numbers(n));
    })
}

pub fn rule(axes: &mut Axes, choices: &mut Choices<'_>) -> Change {
    let (a, b) = (choices.number(), choices.number());
    let rule = match choices.below(3) {
        0 => Rule::horizontal(a),
        1 => Rule::vertical(a),
        _ => Rule::through((a, b), choices.number()),
    };
    let rule = rule.linestyle(choices.style()).linewidth(choices.share() * 5.0);
    changed(axes.add(rule), |rule, choices| {
        rule.set_at(choices.number());
    })
}
