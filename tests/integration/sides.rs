//! What stands on which side of axes, and between their ticks.

use grabframe::prelude::*;
use grabframe::{AxesLayout, FrameLine, Layout, Point, Side};

use crate::tools::overlap;

fn figure() -> (Figure, Key<Axes>) {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    fig[ax].set_xlim(0, 10).set_ylim(0, 1);
    (fig, ax)
}

/// How many ticks there are under, over, left and right of the box.
fn marks(axes: &AxesLayout) -> [usize; 4] {
    let sides = [Side::Bottom, Side::Top, Side::Left, Side::Right];
    sides.map(|side| axes.frame.ticks.iter().filter(|t| t.side == side).count())
}

#[test]
fn an_axis_stands_on_any_side() {
    let (mut fig, ax) = figure();
    fig[ax].set_xlabel("x").set_ylabel("y").set_title("title");
    let usual = Layout::of(&fig)[ax].clone();
    assert_eq!(marks(&usual), [6, 0, 6, 0]);
    assert_eq!((fig[ax].x_side(), fig[ax].y_side()), (Side::Bottom, Side::Left));
    fig[ax].set_x_side("top").set_y_side(Side::Right);
    assert_eq!((fig[ax].x_side(), fig[ax].y_side()), (Side::Top, Side::Right));
    let moved = Layout::of(&fig)[ax].clone();
    assert_eq!(marks(&moved), [0, 6, 0, 6]);
    assert_eq!((moved.area, &moved.projection, &moved.x.ticks), (usual.area, &usual.projection, &usual.x.ticks));
    let area = moved.area;
    let find = |text: &str| moved.texts.iter().find(|t| t.text == text).unwrap().bounds();
    for (k, text) in moved.texts.iter().enumerate() {
        let bounds = text.bounds();
        assert!(bounds.y1 < area.y0 || bounds.x0 > area.x1, "{text:?} is outside");
        assert!(moved.texts[..k].iter().all(|other| !overlap(other.bounds(), bounds)), "{text:?}");
    }
    // from the box outward: tick labels, the label of the axis, the title
    assert!(find("title").y1 < find("x").y0 && find("x").y1 < find("10").y0, "{:?}", moved.texts);
    assert!(find("y").x0 > find("1.0").x1);
    // the labels stand in the middle of their ticks: matplotlib's padding of 3.5 points beyond ticks of as many
    let pad = 7.0 * 100.0 / 72.0;
    assert!((find("4").center().x - (area.x0 + 0.4 * area.width())).abs() < 0.6);
    assert!((find("4").y1 - (area.y0 - pad)).abs() < 0.01, "{:?}", find("4"));
    assert!((find("1.0").x0 - (area.x1 + pad)).abs() < 0.01, "{:?}", find("1.0"));
}

#[test]
fn room_is_made_on_any_side() {
    for x in ["bottom", "top"] {
        for y in ["left", "right"] {
            let (mut fig, ax) = figure();
            fig.set_constrained(true);
            fig[ax].set_x_side(x).set_y_side(y).set_xlabel("below or above").set_ylabel("beside").set_title("title");
            let axes = Layout::of(&fig)[ax].clone();
            let all = axes.extent();
            assert!(all.x0 >= 0.0 && all.y0 >= 0.0 && all.x1 <= 640.0 && all.y1 <= 480.0, "{x} {y}: {all:?}");
            assert!((all.x1 - all.x0) > 600.0 && (all.y1 - all.y0) > 450.0, "{x} {y}: {all:?}");
        }
    }
}

#[test]
fn what_labels_leave_out_stands_clear_of_labels_over_the_box() {
    let (mut fig, ax) = figure();
    fig[ax].set_x_side("top").set_xlim(0, 3e7).set_ylim(0, 4e7).set_xlabel("x").set_title("title");
    let axes = Layout::of(&fig)[ax].clone();
    assert_eq!(axes.texts.iter().filter(|t| t.text == "1e7").count(), 2);
    for (k, text) in axes.texts.iter().enumerate() {
        assert!(axes.texts[..k].iter().all(|other| !overlap(other.bounds(), text.bounds())), "{text:?}");
    }

    // of a twin, too
    let (mut fig, ax) = figure();
    fig[ax].set_ylim(0, 4e7);
    let up = fig.twin_y(ax);
    fig[up].set_xlim(0.0, 1.2);
    let layout = Layout::of(&fig);
    let corner = layout[ax].texts.iter().find(|t| t.text == "1e7").unwrap().bounds();
    assert!(layout[up].texts.iter().all(|t| !overlap(t.bounds(), corner)), "{corner:?}");
    assert!(corner.y1 > layout[ax].area.y0 - 40.0, "no higher than it must: {corner:?}");
}

#[test]
fn ticks_stand_on_sides_without_labels_too() {
    let (mut fig, ax) = figure();
    let words = Layout::of(&fig)[ax].texts.clone();
    fig[ax].set_ticks_on("top", true).set_ticks_on(Side::Right, true);
    assert_eq!(marks(&Layout::of(&fig)[ax]), [6, 6, 6, 6]);
    fig[ax].set_ticks_on("bottom", false).set_ticks_on("left", false);
    assert_eq!(marks(&Layout::of(&fig)[ax]), [0, 6, 0, 6]);
    assert_eq!(Layout::of(&fig)[ax].texts, words, "labels stay");
    assert!(fig[ax].ticks_on("top") && !fig[ax].ticks_on("left"));
    fig[ax].set_frame(false);
    assert_eq!(marks(&Layout::of(&fig)[ax]), [0; 4]);
}

#[test]
fn large_and_small_ticks_stand_on_sides_of_their_own() {
    let (mut fig, ax) = figure();
    fig[ax].set_xminorticks(Ticks::count(2)).set_yminorticks(Ticks::count(2));
    let usual = marks(&Layout::of(&fig)[ax]);
    assert_eq!(usual, [11, 0, 11, 0]);
    fig[ax].tick_params(TickParams::new().top(true).right(true));
    assert_eq!(marks(&Layout::of(&fig)[ax]), [11, 6, 11, 6]);
    fig[ax].tick_params(TickParams::new().which("minor").bottom(false).right(true));
    assert_eq!(marks(&Layout::of(&fig)[ax]), [6, 6, 11, 11]);
    // as in matplotlib, sides of the other axis say nothing
    fig[ax].tick_params(TickParams::new().axis("x").which("both").top(false).left(false));
    assert_eq!(marks(&Layout::of(&fig)[ax]), [6, 0, 11, 11]);
    fig[ax].set_ticks_on("bottom", true).set_ticks_on("right", false);
    assert_eq!(marks(&Layout::of(&fig)[ax]), [11, 0, 11, 0]);
}

#[test]
fn lines_of_the_frame_are_hidden_one_by_one() {
    let (mut fig, ax) = figure();
    let lines = |fig: &Figure| -> Vec<(Point, Point, [f32; 2])> {
        let ends = |l: &FrameLine| (l.from, l.to, l.beyond.map(|b| (b / l.width * 2.0).round()));
        Layout::of(fig)[ax].frame.spines.iter().map(ends).collect()
    };
    let p = Point::new;
    let [lu, ru, ld, rd] = [p(80.0, 57.6), p(576.0, 57.6), p(80.0, 427.2), p(576.0, 427.2)];
    // level ones have the corners
    let all = [(lu, ru, [1.0; 2]), (ld, rd, [1.0; 2]), (lu, ld, [-1.0; 2]), (ru, rd, [-1.0; 2])];
    assert_eq!(lines(&fig), all);
    fig[ax].set_spine("top", false).set_spine("right", false);
    assert_eq!(lines(&fig), [(ld, rd, [1.0; 2]), (lu, ld, [1.0, -1.0])]);
    assert!(fig[ax].spine("left") && !fig[ax].spine(Side::Top));
    // nothing of them is left in the picture: the line is 1.1 pixels wide, around row 58
    let frame = fig.render();
    let row: Vec<[u8; 3]> = (90..560).map(|x| frame.pixel(x, 58)).collect();
    assert!(row.iter().all(|p| *p == [255; 3]));
    assert_eq!(frame.pixel(300, 427), [0; 3]);
    for side in ["bottom", "left"] {
        fig[ax].set_spine(side, false);
    }
    assert_eq!(lines(&fig), []);
}

#[test]
fn places_are_exact_and_pixels_round() {
    let (mut fig, ax) = figure();
    fig[ax].grid(true);
    let axes = Layout::of(&fig)[ax].clone();
    let at: Vec<f32> = axes.x.ticks.iter().map(|t| t.at).collect();
    let near = |(a, b): (&f32, &f32)| (a - b).abs() < 1e-4;
    assert!(at.iter().zip(&[80.0, 179.2, 278.4, 377.6, 476.8, 576.0]).all(near), "{at:?}");
    assert!(axes.frame.ticks.iter().zip(&at).all(|(tick, at)| tick.at == Point::new(*at, 427.2)), "x comes first");
    assert_eq!(axes.frame.grid[1].from, Point::new(at[1], 57.6));
    // the tick at 179.2 is in the column from 179 to 180, the grid line likewise
    let frame = fig.render();
    assert_eq!(frame.pixel(179, 429), [0; 3]);
    assert_eq!(frame.pixel(179, 100), [0xb0; 3]);
}

#[test]
fn minor_ticks_and_their_lines_are_asked_for() {
    let (mut fig, ax) = figure();
    fig[ax].set_minor_grid(true).grid(true);
    let count = |fig: &Figure| {
        let axes = Layout::of(fig)[ax].clone();
        let minor = |ticks: &[grabframe::Tick]| ticks.iter().filter(|t| t.minor).count();
        (minor(&axes.x.ticks), minor(&axes.y.ticks), axes.frame.grid.len())
    };
    assert_eq!(count(&fig), (0, 0, 12));
    let words = Layout::of(&fig)[ax].texts.clone();
    fig[ax].set_minor_ticks(true);
    assert_eq!(count(&fig), (15, 15, 42));
    assert_eq!(Layout::of(&fig)[ax].texts, words);
    let lengths: Vec<f32> = Layout::of(&fig)[ax].frame.ticks.iter().map(|t| t.length).collect();
    let points = |at: usize| (lengths[at] * 720.0).round() / 1000.0;
    assert_eq!((points(0), points(6)), (3.5, 2.0));
    fig[ax].grid(false);
    assert_eq!(count(&fig), (15, 15, 30));
    // of ticks that were set
    fig[ax].set_xticks([0, 4, 10]);
    assert_eq!(count(&fig).0, 8);
    // log axes have them, unless they are refused; but not those that have the labels
    fig[ax].set_xlim(1, 1000).set_xscale("log").set_minor_ticks(false);
    fig[ax].set_ylim(2, 3).set_yscale("log");
    let axes = Layout::of(&fig)[ax].clone();
    assert_eq!(count(&fig).0, 0);
    assert!(axes.y.ticks.len() >= 2 && axes.y.ticks.iter().all(|t| t.minor), "{:?}", axes.y.ticks);
    assert_eq!((fig[ax].minor_ticks(), fig[ax].minor_grid()), (Some(false), true));
    fig[ax].set_minor_ticks(true);
    let ticks = Layout::of(&fig)[ax].x.ticks.len();
    assert_eq!(ticks, 2 + 24 - 1, "10 was set; the multiples stand around it, and 1000 was not");
}

#[test]
fn sides_that_an_axis_cannot_have_are_refused_at_the_caller() {
    let (mut fig, ax) = figure();
    let here = line!() + 1;
    let (message, file, line) = crate::tools::panic_at(|| _ = fig[ax].set_x_side("left"));
    assert!(message.contains("Left"), "{message}");
    assert_eq!((file.as_str(), line), (file!(), here));
    let (message, ..) = crate::tools::panic_at(|| _ = fig[ax].set_y_side(Side::Top));
    assert!(message.contains("Top"), "{message}");
    let (message, ..) = crate::tools::panic_at(|| _ = fig[ax].set_spine("middle", true));
    assert!(message.contains("`middle` is not a side"), "{message}");
    let (message, ..) = crate::tools::panic_at(|| _ = fig[ax].set_zorder(f64::NAN));
    assert!(message.contains("height"), "{message}");
}

#[test]
fn labels_of_ticks_can_be_turned() {
    let mut fig = Figure::new().constrained();
    let ax = fig.add_axes();
    fig[ax].plot([0.0, 1.0], [0.0, 1.0]);
    fig[ax].set_xlabel("groups").set_xticklabels([0.0, 0.5, 1.0], ["control", "treated", "treated twice"]);
    let upright = Layout::of(&fig);
    fig[ax].set_xtick_rotation(45);
    let layout = Layout::of(&fig);
    let axes = &layout.axes[0];
    for (text, flat) in axes.texts.iter().zip(&upright.axes[0].texts).take(3) {
        // under the middle of its tick, and higher than wide only as its length makes it
        let (turned, flat) = (text.bounds(), flat.bounds());
        let tick = axes.x.ticks.iter().map(|tick| (tick.at - turned.center().x).abs()).fold(f32::MAX, f32::min);
        assert!(tick < 0.6, "{text:?}");
        assert!((turned.width() - turned.height()).abs() < 1.0 && turned.height() > flat.height() * 1.5, "{text:?}");
        assert!((turned.y0 - axes.area.y1 - 7.0 * 100.0 / 72.0).abs() < 0.1, "as far below the axes as others");
    }
    // room is made, and the words along the axis are below
    assert!(axes.area.y1 < upright.axes[0].area.y1 - 20.0);
    assert!(axes.texts[..3].iter().all(|text| text.bounds().y1 <= axes.texts[3].bounds().y0));
    assert!(axes.texts[3].bounds().y1 <= 480.0);
    // the other axis is as it was, and so is a twin's
    assert_eq!((fig[ax].xtick_rotation(), fig[ax].ytick_rotation()), (45.0, 0.0));
}

#[test]
fn turned_labels_side_by_side_do_not_touch() {
    // so many words of an axis that chooses its ticks
    let count = |degrees: f64| {
        let mut fig = Figure::pixels(300, 400);
        let ax = fig.add_axes();
        fig[ax].set_xlim(-400_000, 400_000).set_ylim(0, 1).set_xtick_rotation(degrees).set_yticks([0; 0]);
        let layout = Layout::of(&fig);
        let labels = &layout.axes[0].texts;
        if degrees == 90.0 {
            assert!(labels.windows(2).all(|pair| pair[0].bounds().x1 < pair[1].bounds().x0));
        }
        labels.len()
    };
    let (flat, slanted, upright) = (count(0.0), count(45.0), count(90.0));
    assert!(flat < slanted && slanted == upright, "{flat} {slanted} {upright}");
}
