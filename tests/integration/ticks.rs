//! Ticks, their formats and their looks, as programs say them.

use std::panic::catch_unwind;

use grabframe::Layout;
use grabframe::prelude::*;

use crate::figures_fuzz::figures::words::labels;

fn figure() -> (Figure, Key<Axes>) {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    fig[ax].set_xlim(0, 24).set_ylim(0, 1);
    (fig, ax)
}

fn x_labels(fig: &Figure, ax: Key<Axes>) -> Vec<String> {
    let layout = Layout::of(fig);
    labels(&layout[ax], &layout[ax].x).into_iter().map(str::to_owned).collect()
}

#[test]
fn ticks_stand_where_they_are_told_to() {
    let (mut fig, ax) = figure();
    fig[ax].set_xticks(Ticks::every(6));
    assert_eq!(x_labels(&fig, ax), ["0", "6", "12", "18", "24"]);
    assert_eq!(fig[ax].xticks(), None, "they are found from the limits");
    fig[ax].set_xticks(Ticks::every(7).offset(1));
    assert_eq!(x_labels(&fig, ax), ["1", "8", "15", "22"]);
    fig[ax].set_xticks(Ticks::at([6, 12, 30]).labels(["dawn", "noon", "tomorrow"]));
    assert_eq!(fig[ax].xticks(), Some(&[6.0, 12.0, 30.0][..]));
    fig[ax].set_xlim(0, 24);
    assert_eq!(x_labels(&fig, ax), ["dawn", "noon"]);
    fig[ax].set_xticks(Ticks::count(3));
    assert_eq!(x_labels(&fig, ax), ["0", "8", "16", "24"]);
    fig[ax].set_xlim(0, 3).set_xticks(Ticks::auto().integer());
    assert_eq!(x_labels(&fig, ax), ["0", "1", "2", "3"]);
    fig[ax].set_xticks(Ticks::none());
    assert_eq!(Layout::of(&fig)[ax].x.ticks.len(), 0);
    fig[ax].set_xticks(Ticks::auto());
    assert_eq!(x_labels(&fig, ax).len(), 7);
}

#[test]
fn labels_of_multiples_do_not_jump() {
    let (mut fig, ax) = figure();
    fig[ax].set_xticks(Ticks::every(1));
    for from in 0..40 {
        fig[ax].set_xlim(from, from + 200);
        for label in x_labels(&fig, ax) {
            assert_eq!(label.parse::<i32>().unwrap() % 20, 0, "from {from}");
        }
    }
}

#[test]
fn a_format_is_that_of_the_ticks_or_of_the_axis() {
    let (mut fig, ax) = figure();
    fig[ax].set_xlim(0, 1).set_xticks(Ticks::every(0.5)).set_xformat(Format::percent(1));
    assert_eq!(x_labels(&fig, ax), ["0%", "50%", "100%"]);
    fig[ax].set_xticks(Ticks::every(0.5).format("{:.2} s"));
    assert_eq!(x_labels(&fig, ax), ["0.00 s", "0.50 s", "1.00 s"]);
    fig[ax].set_xticks([0.0, 1.0]);
    assert_eq!(x_labels(&fig, ax), ["0%", "100%"]);
    fig[ax].set_xformat(Format::with(|v| if v > 0.5 { "all".into() } else { String::new() }));
    assert_eq!(x_labels(&fig, ax), ["all"]);
    fig[ax].set_xscale("log").set_xlim(1, 1e4).set_xticks(Ticks::auto()).set_xformat(Format::engineering("m"));
    assert_eq!(x_labels(&fig, ax), ["1 m", "10 m", "100 m", "1 km", "10 km"]);
}

#[test]
fn small_ticks_stand_between() {
    let (mut fig, ax) = figure();
    let minor = |fig: &Figure| Layout::of(fig)[ax].x.ticks.iter().filter(|tick| tick.minor).count();
    fig[ax].set_xticks(Ticks::every(6)).set_xminorticks(Ticks::every(1));
    assert_eq!(minor(&fig), 20);
    fig[ax].set_xminorticks(Ticks::count(2));
    assert_eq!(minor(&fig), 4);
    fig[ax].set_xminorticks([1, 2, 6]);
    assert_eq!(minor(&fig), 2, "6 is a large one");
    assert_eq!(fig[ax].xminorticks(), Some(&[1.0, 2.0, 6.0][..]));
    assert_eq!(x_labels(&fig, ax).len(), 5);
    fig[ax].set_xminorticks(Ticks::at([3, 9]).labels(["a", "b"]));
    assert_eq!(x_labels(&fig, ax).len(), 7);
    fig[ax].set_minor_ticks(false);
    assert_eq!(minor(&fig), 0);
    fig[ax].set_xscale("log").set_xlim(1, 1000).set_xticks(Ticks::at([1, 1000])).set_xminorticks(Ticks::auto());
    assert_eq!(minor(&fig), 24);
}

#[test]
fn ticks_look_as_they_are_told_to() {
    let (mut fig, ax) = figure();
    let usual = Layout::of(&fig)[ax].clone();
    fig[ax].tick_params(TickParams::new().direction("in").length(7.2).color("red").width(1.44));
    fig[ax].tick_params(TickParams::new().axis("x").labelsize(14.4).labelcolor("blue"));
    let told = Layout::of(&fig)[ax].clone();
    for (mark, before) in told.frame.ticks.iter().zip(&usual.frame.ticks) {
        assert_eq!((mark.at, mark.side), (before.at, before.side));
        assert!(mark.length == 0.0 && (mark.inward - 10.0).abs() < 1e-5 && (mark.width - 2.0).abs() < 1e-5, "{mark:?}");
        assert_eq!(mark.color, Color::parse("red").unwrap());
    }
    let (x, y) = (&told.texts[told.x.labels.start], &told.texts[told.y.labels.start]);
    assert!((x.size - 20.0).abs() < 1e-5 && x.color == Color::parse("blue").unwrap());
    assert_eq!((y.size, y.color), (usual.texts[usual.y.labels.start].size, Color::BLACK));
    let near = usual.texts[usual.y.labels.start].bounds().x1 - y.bounds().x1;
    assert!((near + 3.5 / 0.72).abs() < 1e-3, "labels are as much nearer as ticks were long: {near}");
    fig[ax].tick_params(TickParams::new().labels(false).direction("inout"));
    let bare = Layout::of(&fig)[ax].clone();
    assert!(bare.x.labels.is_empty() && bare.y.labels.is_empty());
    let first = &bare.frame.ticks[0];
    assert!(first.length == first.inward && (first.length - 5.0).abs() < 1e-5, "{first:?}");
}

#[test]
fn ticks_are_seen_on_the_side_they_point_to() {
    let dark_inside = |direction: &str, grid: bool| {
        let (mut fig, ax) = figure();
        fig[ax].tick_params(TickParams::new().which("both").direction(direction).length(8)).grid(grid);
        let (layout, frame) = (Layout::of(&fig), fig.render());
        let area = layout[ax].area;
        // a row a little above the x axis, and one below it
        let row =
            |y: f32| (area.x0 as u32 + 20..area.x1 as u32 - 20).filter(|x| frame.pixel(*x, y as u32)[0] < 90).count();
        (row(area.y1 - 4.0) > 0, row(area.y1 + 4.0) > 0)
    };
    for grid in [false, true] {
        assert_eq!(dark_inside("out", grid), (false, true));
        assert_eq!(dark_inside("in", grid), (true, false));
        assert_eq!(dark_inside("inout", grid), (true, true));
    }
}

#[test]
fn what_labels_leave_out_is_the_same_for_all() {
    let (mut fig, ax) = figure();
    fig[ax].set_xscale("log").set_xlim(7e5, 1.2e6).set_xformat(Format::auto().decimals(1));
    let layout = Layout::of(&fig);
    let seen = x_labels(&fig, ax);
    assert!(seen.contains(&"1.0".into()) && seen.iter().all(|label| label.len() == 3), "{seen:?}");
    assert_eq!(layout[ax].texts[layout[ax].x.labels.end].text, "1e6");
    fig[ax].set_xscale("linear").set_xlim(1_000_000, 1_000_010).set_xformat("{} V");
    let mut seen = x_labels(&fig, ax);
    let count = seen.len();
    seen.dedup();
    assert_eq!(seen.len(), count, "{seen:?}");
    fig[ax].set_xscale("log").set_xlim(1e-5, 1e-1).set_xformat(Format::auto()).set_xticks(Ticks::auto().integer());
    assert!(x_labels(&fig, ax).len() >= 2);
}

#[test]
fn lines_across_look_as_they_are_told_to() {
    let (mut fig, ax) = figure();
    fig[ax].set_grid(GridLines::new().axis("y").color("red").alpha(0.5).linewidth(1.44).linestyle("--"));
    let grid = Layout::of(&fig)[ax].frame.grid.clone();
    assert!(!grid.is_empty() && grid.iter().all(|line| line.from.y == line.to.y));
    assert!((grid[0].width - 2.0).abs() < 1e-5 && grid[0].style == LineStyle::Dashed);
    assert_eq!(grid[0].color, Color::parse("red").unwrap().with_alpha(0.5));
    assert!(fig[ax].get_grid() && !fig[ax].minor_grid());
    let dashed = fig.render();
    fig[ax].set_grid(GridLines::new().axis("y").color("red").alpha(0.5).linewidth(1.44));
    assert_ne!(fig.render(), dashed);
    fig[ax].grid(false);
    assert!(Layout::of(&fig)[ax].frame.grid.is_empty());
}

#[test]
fn limits_without_a_place_are_told() {
    let (mut fig, ax) = figure();
    fig[ax].plot([1.0, 2.0], [0.2, 0.4]);
    fig[ax].set_xscale("log").set_xlim(-1, 10).set_yscale("logit").set_ylim(0.1, 1);
    let layout = Layout::of(&fig);
    assert_eq!(layout.notes.len(), 2);
    assert!(layout.notes[0].contains("-1 of the x axis") && layout.notes[0].contains("above 0"), "{:?}", layout.notes);
    assert!(layout.notes[1].contains("1 of the y axis") && layout.notes[1].contains("between 0 and 1"));
    assert!(layout[ax].x.limits.lo > 0.0 && layout[ax].y.limits.hi < 1.0);
}

#[test]
fn what_cannot_be_is_refused() {
    let refused: [(fn(), &str); 9] = [
        (|| _ = Ticks::every(0), "positive"),
        (|| _ = Ticks::every(f64::NAN), "positive"),
        (|| _ = Ticks::count(0), "Ticks::none()"),
        (|| _ = Ticks::at([1, 2]).labels(["a"]), "a label for each"),
        (|| _ = Ticks::every(1).labels(["a"]), "Ticks::at"),
        (|| _ = Format::percent(0), "100 %"),
        (|| _ = Format::text("no number"), "{}"),
        (|| _ = axes().set_xscale(Scale::SymLog { linthresh: -1.0 }), "linthresh"),
        (|| _ = GridLines::new().alpha(2), "from 0 to 1"),
    ];
    for (what, word) in refused {
        let error = catch_unwind(what).unwrap_err();
        let text =
            error.downcast_ref::<String>().cloned().or_else(|| error.downcast_ref::<&str>().map(|s| (*s).into()));
        assert!(text.clone().unwrap_or_default().contains(word), "{text:?} does not say {word}");
    }
}

fn axes() -> Axes {
    let (fig, ax) = figure();
    fig[ax].clone()
}
