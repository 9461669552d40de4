//! Words with boxes and arrows, and in tables.

use grabframe::prelude::*;
use grabframe::{Annotation, Arrow, Table, TextBox};

use super::{Change, Choices, changed, count};

const BOXES: [&str; 12] = [
    "square",
    "round",
    "round4,pad=1e9",
    "circle",
    "ellipse,pad=-2",
    "larrow",
    "rarrow,head_width=0",
    "darrow,head_angle=-60",
    "sawtooth",
    "sawtooth,tooth_size=0.001",
    "roundtooth,tooth_size=0",
    "round,rounding_size=1e300",
];

const ARROWS: [&str; 18] = [
    "-",
    "->",
    "<-",
    "<->",
    "-|>",
    "<|-",
    "<|-|>",
    "-[",
    "]-",
    "]-[,widthB=1e300",
    "|-|",
    "]->",
    "<-[,angleB=30",
    "simple",
    "fancy",
    "wedge",
    "->,head_width=0",
    "simple,head_length=1e9",
];

const WAYS: [&str; 8] = [
    "arc3",
    "arc3,rad=1e300",
    "angle3",
    "angle,angleA=30,angleB=210",
    "angle,rad=5",
    "arc,armA=20,armB=1e9,rad=5",
    "bar,fraction=-0.3",
    "bar,angle=45,armA=5",
];

const COORDS: [&str; 7] =
    ["data", "axes fraction", "axes points", "axes pixels", "figure fraction", "figure points", "figure pixels"];

fn around(choices: &mut Choices<'_>) -> TextBox {
    let look = TextBox::new(BOXES[choices.below(BOXES.len())]).facecolor(choices.color()).edgecolor(choices.color());
    look.alpha(choices.share()).linewidth(choices.share() * 5.0).linestyle(choices.style())
}

pub(super) fn arrow(choices: &mut Choices<'_>) -> Arrow {
    let arrow = Arrow::new(ARROWS[choices.below(ARROWS.len())]).connectionstyle(WAYS[choices.below(WAYS.len())]);
    let arrow = arrow.shrink(choices.share() * 20.0, choices.share() * 20.0).relpos(choices.finite(), choices.share());
    arrow.linestyle(choices.style()).color(choices.color()).linewidth(choices.share() * 5.0)
}

pub fn boxed(axes: &mut Axes, choices: &mut Choices<'_>) -> Change {
    let coords = (COORDS[choices.below(7)], COORDS[choices.below(7)]);
    let text = Text::new(choices.number(), choices.number(), choices.words()).coords(coords).bbox(around(choices));
    let text = text.offset(choices.finite(), choices.finite()).rotation(choices.finite());
    changed(axes.add(text.snap(choices.yes())), |text, choices| {
        text.set_text(choices.words()).set_bbox(around(choices)).set_position(choices.number(), choices.number());
    })
}

pub fn annotation(axes: &mut Axes, choices: &mut Choices<'_>) -> Change {
    let words = Annotation::new(choices.words(), (choices.number(), choices.number()));
    let words = match choices.below(4) {
        0 => words.at((choices.number(), choices.number())),
        1 => words.at_axes_fraction((choices.share(), choices.share())),
        2 => words.offset(choices.finite(), choices.finite()),
        _ => {
            let words = words.xycoords(COORDS[choices.below(7)]).at((choices.number(), choices.number()));
            words.textcoords(("offset points", COORDS[choices.below(7)])).annotation_clip(choices.yes())
        }
    };
    let words = if choices.yes() { words.bbox(around(choices)) } else { words };
    let words = words.arrow(arrow(choices)).rotation(choices.finite());
    changed(axes.add(if choices.yes() { words.bend(choices.finite()) } else { words }), |words, choices| {
        words.set_xy(choices.number(), choices.number()).set_text(choices.words()).set_arrow(arrow(choices));
    })
}

pub fn table(axes: &mut Axes, choices: &mut Choices<'_>) -> Change {
    let rows = count(choices) % 4;
    let cols = if rows > 0 { count(choices) % 4 } else { 0 };
    let mut words = |n: usize| (0..n).map(|_| choices.words()).collect::<Vec<_>>();
    let mut table = Table::new((0..rows).map(|_| words(cols)).collect::<Vec<_>>());
    let (row_labels, col_labels) = (words(rows), words(cols));
    if choices.yes() {
        table.set_row_labels(row_labels).set_col_labels(col_labels);
    }
    if choices.yes() {
        table.set_bbox([choices.finite(), choices.finite(), choices.finite(), choices.finite()]);
    }
    let loc =
        ["best", "upper left", "center right", "lower center", "top left", "bottom right", "left", "top", "bottom"];
    table.set_loc(loc[choices.below(9)]).set_edges(["closed", "open", "BT", "R"][choices.below(4)]);
    table.set_auto_col_widths(choices.yes()).set_auto_fontsize(choices.yes()).set_fontsize(choices.share() * 60.0);
    changed(axes.add(table.scale(choices.share() * 3.0, choices.finite().abs())), |table, choices| {
        if table.cell(0, 0).is_some() {
            table.set_cell(0, 0, choices.words()).set_cell_color(0, 0, choices.color());
        }
    })
}
