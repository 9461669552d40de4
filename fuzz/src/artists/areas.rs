//! What is filled: between lines, across the axes, and shapes.

use grabframe::prelude::*;
use grabframe::{FillBetween, Outline, Patch, Pie, Span, Steps};

use super::{Change, Choices, changed, count};

pub fn fill(axes: &mut Axes, choices: &mut Choices<'_>) -> Change {
    let n = count(choices);
    let fill = if choices.yes() {
        FillBetween::new(choices.numbers(n), choices.numbers(n), choices.number())
    } else {
        FillBetween::horizontal(choices.numbers(n), choices.number(), choices.numbers(n))
    };
    let fill = fill.mask((0..n).map(|_| choices.yes()).collect::<Vec<_>>());
    let fill = if choices.yes() { fill.steps(Steps::Mid).edgecolor(choices.color()) } else { fill };
    changed(axes.add(fill), |fill, choices| {
        let n = count(choices);
        fill.set_data(choices.numbers(n), choices.numbers(n), choices.numbers(n));
    })
}

pub fn span(axes: &mut Axes, choices: &mut Choices<'_>) -> Change {
    let (a, b) = (choices.number(), choices.number());
    let span = if choices.yes() { Span::horizontal(a, b) } else { Span::vertical(a, b) };
    changed(axes.add(span.color(choices.color()).label(choices.words())), |span, choices| {
        span.set_span(choices.number(), choices.number());
    })
}

pub fn patch(axes: &mut Axes, choices: &mut Choices<'_>) -> Change {
    let n = count(choices);
    let [a, b, c, d] = [(); 4].map(|()| choices.number());
    let patch = match choices.below(12) {
        0 => Patch::circle(a, b, c),
        1 => Patch::ellipse(a, b, c, d),
        2 => Patch::rectangle(a, b, c, d),
        3 => Patch::polygon(choices.numbers(n), choices.numbers(n)),
        4 => Patch::wedge(a, b, c, d, choices.number()),
        5 => Patch::annulus(a, b, c, d),
        6 => Patch::arc(a, b, c, d, choices.number(), choices.number()),
        7 => Patch::regular_polygon(a, b, choices.below(9) as u32, c),
        8 => Patch::fancy_box(a, b, c, d, ["round", "sawtooth,pad=0.1", "rarrow", "ellipse"][choices.below(4)]),
        9 => Patch::fancy_arrow((a, b), (c, d), super::words::arrow(choices)),
        10 => {
            Patch::path(Outline::new().move_to(a, b).quad_to((c, d), (a, c)).cubic_to((d, c), (b, d), (a, b)).close())
        }
        _ => Patch::arrow(a, b, c, d, choices.number()),
    };
    let patch = patch.angle(choices.finite()).color(choices.color()).edgecolor(choices.color());
    changed(axes.add(patch), |patch, choices| {
        patch.set_xy(choices.number(), choices.number()).set_size(choices.number(), choices.number());
        patch.set_theta(choices.number(), choices.number()).set_width(choices.number());
    })
}

pub fn pie(axes: &mut Axes, choices: &mut Choices<'_>) -> Change {
    let n = count(choices);
    let mut pie = Pie::new(choices.numbers(n)).labels((0..n).map(|_| choices.words()).collect::<Vec<_>>());
    if choices.yes() {
        pie.set_explode(choices.number()).set_autopct("{:.1}%").set_width(choices.share()).set_rotatelabels(true);
    }
    if choices.yes() {
        pie.set_edgecolor(choices.color()).set_startangle(choices.finite()).set_normalize(choices.yes());
        pie.set_radius(choices.finite().abs()).set_center(choices.finite(), choices.finite());
    }
    if choices.yes() {
        pie.set_shadow(choices.yes()).set_hatches(super::bars::hatches(choices));
    }
    changed(axes.add(pie.counterclock(choices.yes())), move |pie, choices| {
        pie.set_data(choices.numbers(n)).set_labeldistance(choices.finite());
    })
}
