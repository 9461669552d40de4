//! Lines, scatters, images and texts.

use grabframe::prelude::*;

use super::{Change, Choices, changed, count, grid};

pub fn line(axes: &mut Axes, choices: &mut Choices<'_>) -> Change {
    let n = count(choices);
    let line = Line::new(choices.numbers(n), choices.numbers(n)).linestyle(choices.style());
    let line = line.linewidth(choices.share() * 4.0).marker(choices.shape()).label(choices.words());
    changed(axes.add(line), |line, choices| {
        let n = count(choices);
        line.set_data(choices.numbers(n), choices.numbers(n)).push(choices.number(), choices.number());
    })
}

pub fn scatter(axes: &mut Axes, choices: &mut Choices<'_>) -> Change {
    let n = count(choices);
    let dots = Scatter::new(choices.numbers(n), choices.numbers(n)).marker(choices.shape()).label(choices.words());
    let dots = if choices.yes() { dots.sizes(choices.numbers(n)) } else { dots.sizes(choices.number()) };
    let dots = if choices.yes() { dots.values(choices.numbers(n)) } else { dots.color(choices.color()) };
    changed(axes.add(dots), |dots, choices| {
        let n = count(choices);
        dots.set_data(choices.numbers(n), choices.numbers(n));
    })
}

pub fn image(axes: &mut Axes, choices: &mut Choices<'_>) -> Change {
    let (rows, cols) = (1 + choices.below(4), 1 + choices.below(4));
    let image = Image::new(grid(choices, rows, cols)).origin(if choices.yes() { "lower" } else { "upper" });
    let image = if choices.yes() {
        image.extent(choices.finite(), choices.finite(), choices.finite(), choices.finite())
    } else {
        image.norm(if choices.yes() { "log" } else { "linear" })
    };
    changed(axes.add(image), |image, choices| {
        let (rows, cols) = (choices.below(4), 1 + choices.below(3));
        image.set_data(grid(choices, rows, cols));
    })
}

pub fn text(axes: &mut Axes, choices: &mut Choices<'_>) -> Change {
    let text = Text::new(choices.number(), choices.number(), choices.words());
    changed(axes.add(text.rotation(choices.finite())), |text, choices| {
        text.set_text(choices.words()).set_fontsize(choices.share() * 30.0).set_rotation(choices.finite());
    })
}
