//! Lines of the frame that stand elsewhere, and the words around all axes.

use grabframe::prelude::*;
use grabframe::{AxesLayout, Layout, Rect, Side, SpinePosition};

use crate::tools::{overlap, panic_at};

fn crossed() -> (Figure, Key<Axes>) {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    fig[ax].set_xlim(-4, 4).set_ylim(-1, 3).set_xlabel("x").set_ylabel("y");
    (fig, ax)
}

fn word(axes: &AxesLayout, text: &str) -> Rect {
    axes.texts.iter().find(|t| t.text == text).unwrap_or_else(|| panic!("no `{text}`")).bounds()
}

#[test]
fn a_line_takes_its_ticks_and_words_along() {
    let (mut fig, ax) = crossed();
    let before = Layout::of(&fig);
    fig[ax].set_spine_at("bottom", "zero").set_spine_at("left", "center");
    let layout = Layout::of(&fig);
    let area = layout[ax].area;
    assert_eq!(area, before[ax].area, "the box stays");
    let (_, y) = layout[ax].projection.flat().unwrap();
    let (zero, middle) = (y.pixel(0.0), area.center().x);
    for tick in &layout[ax].frame.ticks {
        assert!(tick.over);
        match tick.side {
            Side::Bottom => assert!((tick.at.y - zero).abs() < 0.01),
            _ => assert!((tick.at.x - middle).abs() < 0.01),
        }
    }
    let lines: Vec<_> = layout[ax].frame.spines.iter().map(|line| (line.from, line.to)).collect();
    assert!(lines.iter().any(|(from, to)| from.y == zero && to.y == zero && from.x == area.x0 && to.x == area.x1));
    assert!(lines.iter().any(|(from, to)| from.x == middle && from.y == area.y0 && to.y == area.y1));
    // words go along, as far from the line as before
    let by = |text: &str| {
        let (a, b) = (word(&before[ax], text), word(&layout[ax], text));
        (b.x0 - a.x0, b.y0 - a.y0)
    };
    assert!((by("x").1 - (zero - area.y1)).abs() < 0.01 && by("x").0.abs() < 0.01);
    assert!((by("3.0").0 - (middle - area.x0)).abs() < 0.01 && by("3.0").1.abs() < 0.01);
    // and are drawn over the data
    fig[ax].imshow([[0.0, 0.0]]);
    let plain = fig.render();
    let mark = layout[ax].frame.ticks.iter().find(|t| t.side == Side::Bottom).unwrap().at;
    fig[ax].set_spine_at("bottom", "border").set_spine_at("left", "border");
    let moved_away = fig.render();
    let at = (mark.x as u32, mark.y as u32 + 2);
    assert_ne!(plain.pixel(at.0, at.1), moved_away.pixel(at.0, at.1));
}

#[test]
fn lines_stand_where_they_were_told() {
    let (mut fig, ax) = crossed();
    let area = Layout::of(&fig)[ax].area;
    let left = |fig: &Figure| {
        let layout = Layout::of(fig);
        layout[ax].frame.spines.iter().map(|line| line.from.x).fold(f32::INFINITY, f32::min)
    };
    fig[ax].set_spine("top", false).set_spine("bottom", false).set_spine("right", false);
    for (at, wanted) in [
        (SpinePosition::Border, area.x0),
        (SpinePosition::Outward(7.2), area.x0 - 10.0),
        (SpinePosition::Axes(0.25), area.x0 + 0.25 * area.width()),
        (SpinePosition::Data(2.0), area.x0 + 0.75 * area.width()),
        // values that are not seen
        (SpinePosition::Data(5.0), area.x0),
    ] {
        fig[ax].set_spine_at("left", at);
        assert_eq!(fig[ax].spine_at("left"), at);
        assert!((left(&fig) - wanted).abs() < 0.01, "{at:?}: {} {wanted}", left(&fig));
    }
    fig[ax].set_xlim(1, 10).set_xscale("log").set_spine_at("left", "zero");
    assert!((left(&fig) - area.x0).abs() < 0.01, "zero has no place on a log axis");
    assert_eq!(fig[ax].spine_at("left"), SpinePosition::Data(0.0));
    // an outward line needs room
    let mut fig = Figure::new().constrained();
    let ax = fig.add_axes();
    let before = Layout::of(&fig)[ax].area;
    fig[ax].set_spine_at("left", ("outward", 20)).set_ylabel("y");
    let layout = Layout::of(&fig);
    assert!(layout[ax].area.x0 > before.x0 + 20.0 && layout[ax].extent().x0 >= 0.0);
}

#[test]
fn ticks_and_lines_without_words_have_room_as_matplotlibs() {
    let close = |area: Rect, wanted: [f32; 4]| {
        let near = [area.x0, area.y0, area.x1, area.y1].iter().zip(wanted).all(|(a, b)| (a - b).abs() < 0.011);
        assert!(near, "{area:?} {wanted:?}");
    };
    let mut fig = Figure::new().constrained();
    let ax = fig.add_axes();
    fig[ax].tick_params(TickParams::new().labels(false));
    close(Layout::of(&fig)[ax].area, [9.03, 4.17, 635.83, 470.97]);
    fig[ax].set_xticks([0; 0]).set_yticks([0; 0]).set_spine_at("left", ("outward", 20));
    close(Layout::of(&fig)[ax].area, [31.94, 4.17, 635.83, 475.83]);
}

#[test]
fn words_in_the_box_are_under_an_inset() {
    let picture = |moved: bool| {
        let mut fig = Figure::pixels(240, 180);
        let ax = fig.add_axes();
        fig[ax].set_xlim(-1, 1).set_ylim(-1, 1);
        if moved {
            fig[ax].set_spine_at("bottom", "center").set_spine_at("left", "center");
        }
        let inset = fig.inset(ax, [0.3, 0.3, 0.4, 0.4]);
        fig[inset].set_xticks([0; 0]).set_yticks([0; 0]);
        let area = Layout::of(&fig)[inset].area.expanded(-2.0);
        (fig.render(), area)
    };
    let ((with, area), (without, _)) = (picture(true), picture(false));
    for y in area.y0 as u32..area.y1 as u32 {
        for x in area.x0 as u32..area.x1 as u32 {
            assert_eq!(with.pixel(x, y), without.pixel(x, y), "{x} {y}");
        }
    }
}

#[test]
fn lines_have_colours_and_widths() {
    let (mut fig, ax) = crossed();
    fig[ax].set_spine_color("left", "red").set_spine_width("left", 3);
    assert_eq!((fig[ax].spine_color("left"), fig[ax].spine_width("left")), (Some(Color::RED), Some(3.0)));
    assert_eq!((fig[ax].spine_color("right"), fig[ax].spine_width("right")), (None, None));
    let frame = fig.render();
    let red = |x: u32| frame.pixel(x, 240) == [255, 0, 0];
    assert_eq!((70..90).filter(|x| red(*x)).count(), 4, "four whole pixels, and parts of two");
}

#[test]
fn moved_lines_of_twins_and_insets_are_kept_right() {
    let mut fig = Figure::pixels(240, 180);
    let ax = fig.add_axes();
    let twin = fig.twin_x(ax);
    let inset = fig.inset(ax, [0.6, 0.6, 0.3, 0.3]);
    let line = fig[ax].plot([-1, 1], [-1, 1]);
    fig[twin].plot([-1, 1], [5, 6]);
    fig[ax].set_spine_at("left", "zero").set_spine_at("bottom", ("outward", 15));
    fig[inset].set_spine_at("bottom", ("outward", 12)).set_spine_width("bottom", 5);
    let third = fig.twin_x(ax);
    fig[third].set_spine_at("right", ("outward", 25)).set_spine_color("right", "green");
    let mut renderer = Renderer::new();
    for k in 0..6 {
        fig[line].set_ydata([-1 - k, 1]);
        if k % 2 == 1 {
            fig[ax].set_spine_at("left", ("data", f64::from(k) / 10.0));
        }
        assert!(*renderer.render(&fig) == fig.render(), "frame {k}");
    }
}

#[test]
fn words_around_all_axes_stand_where_matplotlibs_do() {
    let mut fig = Figure::new();
    fig.subplots(1, 2);
    fig.supxlabel("under").supylabel("beside").suptitle("over");
    assert_eq!((fig.get_supxlabel(), fig.get_supylabel()), ("under", "beside"));
    let layout = Layout::of(&fig);
    let (x, y) = (layout.xlabel.as_ref().unwrap().bounds(), layout.ylabel.as_ref().unwrap().bounds());
    assert!((x.center().x - 320.0).abs() < 0.6 && (x.y1 - 0.99 * 480.0).abs() < 1.0, "{x:?}");
    assert!((y.center().y - 240.0).abs() < 0.6 && (y.x0 - 0.02 * 640.0).abs() < 1.0, "{y:?}");
    assert!(x.height() < 20.0 && y.width() < 20.0 && y.height() > 40.0);
    // nothing of a plain figure moves
    let mut plain = Figure::new();
    plain.subplots(1, 2);
    assert_eq!(layout.axes[0].area, Layout::of(&plain).axes[0].area);
    // and no word is on another, with or without room made for them
    for constrained in [false, true] {
        let mut fig = Figure::new();
        fig.set_constrained(constrained);
        let axs = fig.subplots_with(2, 2, Subplot::new().share_x().share_y());
        for ax in &axs {
            fig[ax].set_xlabel("each\nx").set_ylabel("each\ny").set_ylim(0, 100_000);
        }
        fig.supxlabel("under all").supylabel("beside all").suptitle("over all");
        let layout = Layout::of(&fig);
        let mut all: Vec<Rect> =
            [&layout.title, &layout.xlabel, &layout.ylabel].map(|t| t.as_ref().unwrap().bounds()).into();
        all.extend(layout.axes.iter().flat_map(|a| a.texts.iter().map(|t| t.bounds())));
        for (i, a) in all.iter().enumerate() {
            assert!(all[..i].iter().all(|b| !overlap(*a, *b)), "constrained {constrained}: word {i} is on another");
            let inside = a.x0 >= 0.0 && a.y0 >= 0.0 && a.x1 <= 640.0 && a.y1 <= 480.0;
            assert!(inside || !constrained, "{a:?}");
        }
    }
    // a recording takes no room back
    let mut fig = Figure::new().constrained();
    fig.subplots(2, 2);
    let mut movie = MemoryWriter::new().saving(&mut fig, "kept").unwrap();
    let mut area = |label: &str| {
        movie.figure_mut().supxlabel(label).supylabel(label);
        movie.grab_frame().unwrap();
        assert_eq!(movie.figure().render(), movie.figure().clone().render());
        Layout::of(movie.figure()).axes[2].area
    };
    let first = area("one line");
    let second = area("two\nlines");
    assert!(second.y1 < first.y1 && second.x0 > first.x0);
    assert_eq!(area(""), second);
}

#[test]
fn bad_places_are_refused_at_the_caller() {
    let refused = |words: &str, work: &dyn Fn(&mut Axes)| {
        let (mut fig, ax) = crossed();
        let here = file!();
        let (message, file, _) = panic_at(std::panic::AssertUnwindSafe(|| work(&mut fig[ax])));
        assert!(message.contains(words), "{message}");
        assert_eq!(file, here);
    };
    refused("cannot stand at Data(NaN)", &|ax| _ = ax.set_spine_at("left", ("data", f64::NAN)));
    refused("cannot stand at Axes(200", &|ax| _ = ax.set_spine_at("left", ("axes", 200)));
    refused("cannot stand at Outward(inf", &|ax| _ = ax.set_spine_at("left", SpinePosition::Outward(f64::INFINITY)));
    refused("no way to place", &|ax| _ = ax.set_spine_at("left", ("inward", 1)));
    refused("a place for a line", &|ax| _ = ax.set_spine_at("left", "middle"));
    refused("points wide", &|ax| _ = ax.set_spine_width("left", -1));
}
