//! Boxes, violins, stacks and events.

use grabframe::prelude::*;
use grabframe::{Bandwidth, BoxPlot, Events, Stackplot, Violin};

use super::{Change, Choices, changed, count, grid};

/// Samples of any lengths.
pub fn samples(choices: &mut Choices<'_>) -> Vec<Vec<f64>> {
    let n = choices.below(5);
    (0..n)
        .map(|_| {
            let values = choices.below(9);
            choices.numbers(values)
        })
        .collect()
}

pub fn boxplot(axes: &mut Axes, choices: &mut Choices<'_>) -> Change {
    let samples_now = samples(choices);
    let n = samples_now.len();
    let mut boxes = BoxPlot::new(&samples_now);
    match choices.below(4) {
        0 => boxes.set_whis(choices.share() * 3.0),
        1 => boxes.set_whis_percentiles(choices.share() * 50.0, 50.0 + choices.share() * 50.0),
        2 => boxes.set_widths(choices.number()).set_capwidths(choices.numbers(n)),
        _ => boxes.set_facecolors([choices.color()]),
    };
    boxes.set_notch(choices.yes()).set_showmeans(choices.yes()).set_meanline(choices.yes());
    boxes.set_autorange(choices.yes()).set_showcaps(choices.yes()).set_showfliers(choices.yes());
    boxes.set_manage_ticks(choices.yes()).set_flier(choices.shape(), choices.share() * 9.0);
    if choices.yes() {
        boxes.set_positions(choices.numbers(n));
    }
    let boxes = if choices.yes() { boxes.horizontal() } else { boxes };
    changed(axes.add(boxes.label(choices.words())), move |boxes, choices| {
        if choices.yes() {
            let samples = samples(choices);
            boxes.set_data_at(choices.numbers(samples.len()), samples);
        } else {
            // once there were places, there are as many samples
            let n = boxes.get_positions().len();
            boxes.set_data((0..n).map(|_| choices.numbers(4)).collect::<Vec<_>>());
        }
    })
}

pub fn violin(axes: &mut Axes, choices: &mut Choices<'_>) -> Change {
    let samples_now = samples(choices);
    let n = samples_now.len();
    let mut violin = Violin::new(&samples_now);
    match choices.below(4) {
        0 => violin.set_bw_method("silverman"),
        1 => violin.set_bw_method(Bandwidth::Factor(choices.share() * 3.0 + 1e-9)),
        2 => violin.set_widths(choices.numbers(n)),
        _ => violin.set_quantiles([choices.share(), choices.share()]),
    };
    violin.set_points(2 + choices.below(30)).set_side(["both", "low", "high"][choices.below(3)]);
    violin.set_showmeans(choices.yes()).set_showmedians(choices.yes()).set_showextrema(choices.yes());
    let violin = if choices.yes() { violin.horizontal() } else { violin };
    changed(axes.add(violin.label(choices.words())), |violin, choices| {
        let samples = samples(choices);
        violin.set_data_at(choices.numbers(samples.len()), samples);
    })
}

pub fn stackplot(axes: &mut Axes, choices: &mut Choices<'_>) -> Change {
    let (n, rows) = (count(choices), choices.below(4));
    let mut stack = Stackplot::new(choices.numbers(n), grid(choices, rows, n));
    stack.set_baseline(["zero", "sym", "wiggle", "weighted_wiggle"][choices.below(4)]);
    if choices.yes() {
        stack.set_colors([choices.color(), choices.color()]).set_labels([choices.words(), choices.words()]);
        stack.set_hatches(super::bars::hatches(choices));
    }
    changed(axes.add(stack), |stack, choices| {
        let (n, rows) = (count(choices), choices.below(4));
        stack.set_data(choices.numbers(n), grid(choices, rows, n));
    })
}

pub fn events(axes: &mut Axes, choices: &mut Choices<'_>) -> Change {
    let rows = samples(choices);
    let n = rows.len();
    let mut events = Events::new(&rows);
    match choices.below(4) {
        0 => events.set_lineoffsets(choices.numbers(n)),
        1 => events.set_lineoffsets(choices.number()).set_linelengths(choices.numbers(n)),
        2 => events.set_linewidths(choices.share() * 4.0).set_linestyle(choices.style()),
        _ => events.set_color(choices.color()).set_labels([choices.words()]),
    };
    let events = if choices.yes() { events.vertical() } else { events };
    changed(axes.add(events.label(choices.words())), |events, choices| {
        events.set_data(samples(choices));
    })
}
