//! Labels of ticks that are turned, and labels of axes on one line, beside matplotlib's.

use grabframe::prelude::*;
use grabframe::{Layout, PlacedText, Rect};

use crate::tools::Counted;

/// Where matplotlib has them; `tests/data/make_labels.py` writes it.
const TABLE: &str = include_str!("../data/labels.tsv");

fn rows(kind: &str) -> impl Iterator<Item = Vec<&'static str>> {
    TABLE.lines().map(|line| line.split('\t').collect::<Vec<_>>()).filter(move |row| row[0] == kind)
}

/// Whether a label is where matplotlib's is: letters are whole pixels wide there.
fn check(text: &PlacedText, wanted: &str, what: &[&str]) {
    let wanted: Vec<f32> = wanted.split(' ').map(|number| number.parse().unwrap()).collect();
    let Rect { x0, y0, x1, y1 } = text.bounds();
    let near = [x0, y0, x1, y1].iter().zip(&wanted).all(|(a, b)| (a - b).abs() < 1.6);
    assert!(near, "{what:?}: {:?}, not {wanted:?}", text.bounds());
}

fn find<'a>(texts: &'a [PlacedText], words: &str) -> &'a PlacedText {
    texts.iter().find(|text| text.text == words).unwrap()
}

#[test]
fn turned_labels_are_where_matplotlibs_are() {
    let mut count = 0;
    for row in rows("turned") {
        let [_, side, mode, ha, angle, wanted] = row[..] else { panic!("{row:?}") };
        let mut fig = Figure::new();
        let ax = fig.add_axes();
        fig[ax].set_xlim(0, 10).set_ylim(0, 10);
        let turn = TickParams::new().rotation(angle.parse::<f64>().unwrap()).ha(ha).rotation_mode(mode);
        fig[ax].tick_params(turn.axis(if side == "bottom" || side == "top" { "x" } else { "y" }));
        match side {
            "bottom" | "top" => fig[ax].set_x_side(side).set_xticklabels([4], ["a long label"]),
            _ => fig[ax].set_y_side(side).set_yticklabels([4], ["a long label"]),
        };
        check(find(&Layout::of(&fig)[ax].texts, "a long label"), wanted, &row);
        count += 1;
    }
    assert_eq!(count, 168);
}

/// Axes whose labels stand at different distances if nothing is said.
fn uneven() -> (Figure, Vec<Key<Axes>>) {
    let mut fig = Figure::new();
    let all: Vec<_> = fig.subplots(2, 2).into_iter().collect();
    for (k, (ax, top)) in all.iter().zip([1e5, 1.0, 10.0, -1000.0]).enumerate() {
        fig[*ax].set_xlim(0, 10).set_ylim(0, top).set_xlabel(format!("x {k}")).set_ylabel(format!("y {k}"));
    }
    let words = ["zero", "the middle", "ten"];
    fig[all[0]].set_xticklabels([0, 5, 10], words).set_xtick_rotation(60);
    fig[all[3]].set_xticklabels([0, 5, 10], words).set_xtick_rotation(40);
    (fig, all)
}

#[test]
fn aligned_labels_are_where_matplotlibs_are() {
    let mut count = 0;
    for row in rows("aligned") {
        let (mut fig, all) = uneven();
        match row[1] {
            "x" => fig.align_xlabels(),
            "y" => fig.align_ylabels(),
            _ => fig.align_labels(),
        };
        let k: usize = row[2].parse().unwrap();
        let layout = Layout::of(&fig);
        check(find(&layout[all[k]].texts, &format!("x {k}")), row[3], &row);
        check(find(&layout[all[k]].texts, &format!("y {k}")), row[4], &row);
        count += 1;
    }
    assert_eq!(count, 12);
}

#[test]
fn aligned_labels_have_room_and_stay_aligned_while_recorded() {
    let (mut fig, all) = uneven();
    fig.set_constrained(true).align_labels();
    let twin = fig.twin_x(all[1]);
    fig[twin].set_ylabel("twin");
    fig[all[3]].set_y_side("right");
    let memory = MemoryWriter::new().fps(10);
    let mut stills = Vec::new();
    let mut movie = memory.saving(&mut fig, "").unwrap();
    for step in 0..6 {
        movie[all[2]].set_ylim(0, 10f64.powi(step));
        movie[twin].set_ylim(0, 10f64.powi(6 - step));
        movie.grab_frame().unwrap();
        stills.push(movie.figure().render());
        let layout = Layout::of(movie.figure());
        let at = |ax: Key<Axes>, words: &str| find(&layout[ax].texts, words).bounds();
        assert_eq!(at(all[0], "y 0").x0, at(all[2], "y 2").x0, "{step}");
        assert_eq!(at(twin, "twin").x0, at(all[3], "y 3").x0, "{step}");
        assert_eq!(at(all[2], "x 2").y0, at(all[3], "x 3").y0, "{step}");
        for axes in &layout.axes {
            let Rect { x0, y0, x1, y1 } = axes.extent();
            assert!(x0 >= 0.0 && y0 >= 0.0 && x1 <= 640.0 && y1 <= 480.0, "{step}: {:?}", axes.extent());
        }
    }
    movie.finish().unwrap();
    assert!(memory.take() == stills);
}

#[test]
fn small_ticks_may_be_whole_numbers() {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    fig[ax].set_xlim(0, 10).set_xticks(Ticks::every(2)).set_xminorticks(Ticks::auto().integer());
    let small = |fig: &Figure| Layout::of(fig)[ax].x.ticks.iter().filter(|tick| tick.minor).count();
    assert_eq!(small(&fig), 5);
    fig[ax].set_xminorticks(Ticks::auto());
    assert_eq!(small(&fig), 15);
    fig[ax].set_xminorticks(Ticks::count(5).integer());
    assert_eq!(small(&fig), 0);
}

#[test]
fn what_is_not_seen_is_noted() {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let line = fig[ax].plot([1.0, 2.0], [-1.0, -3.0]);
    assert!(Layout::of(&fig).notes.is_empty());
    fig[ax].set_yscale("log");
    let notes = Layout::of(&fig).notes;
    assert!(matches!(&notes[..], [note] if note.contains("y axis") && note.contains("log")), "{notes:?}");
    fig[line].set_data([1.0, 2.0], [-1.0, 3.0]);
    assert!(Layout::of(&fig).notes.is_empty());
    fig[ax].set_xlim(1, 1);
    let notes = Layout::of(&fig).notes;
    assert!(matches!(&notes[..], [note] if note.contains("both limits of the x axis are 1")), "{notes:?}");
}

#[test]
fn what_is_said_of_an_axis_is_noted_once_of_all_that_share_it() {
    let shared = |change: &dyn Fn(&mut Axes)| {
        let mut fig = Figure::new();
        let all: Vec<_> = fig.subplots_with(3, 3, Subplot::new().share_x()).into_iter().collect();
        for ax in &all {
            fig[*ax].plot([-2.0, -1.0], [0.0, 1.0]);
        }
        change(&mut fig[all[0]]);
        Layout::of(&fig).notes
    };
    let nothing = shared(&|axes| _ = axes.set_xscale("log"));
    assert!(matches!(&nothing[..], [note] if note.contains("nothing of the data")), "{nothing:?}");
    let equal = shared(&|axes| _ = axes.set_xlim(1, 1));
    assert!(matches!(&equal[..], [note] if note.contains("both limits of the x axis are 1")), "{equal:?}");
    let mut lost = shared(&|axes| _ = axes.set_xscale("log").set_xlim(-1, 10));
    lost.retain(|note| note.contains("-1"));
    assert_eq!(lost.len(), 1, "{lost:?}");
}

/// However many axes share theirs, and however often boxes are laid out.
#[test]
fn limits_are_found_once_for_a_layout() {
    for (constrained, log) in [(false, false), (true, false), (false, true)] {
        let counted = Counted::default();
        let mut fig = Figure::new();
        fig.set_constrained(constrained);
        for ax in fig.subplots_with(3, 3, Subplot::new().share_x().share_y()) {
            fig[ax].add(counted.clone());
            if log {
                fig[ax].set_xscale("log").set_yscale("log");
            }
            let twin = fig.twin_x(ax);
            fig[twin].set_ylabel("twin");
        }
        counted.bounded.set(0);
        assert_eq!(Layout::of(&fig).axes.len(), 18);
        assert_eq!(counted.bounded.get(), 9);
    }
}

#[test]
fn messages_say_what_was_meant() {
    let message = |wrong: &dyn Fn()| crate::tools::panic_at(wrong).0;
    let of_norm = message(&|| _ = Norm::boundary([3, 2, 1]));
    assert!(of_norm.contains("Norm::boundary") && of_norm.contains("[3.0, 2.0, 1.0]"), "{of_norm}");
    let of_side = message(&|| _ = Legend::new().outside("upper right"));
    assert!(of_side.contains("`upper right` is not a side") && of_side.contains(".loc(\"upper right\")"), "{of_side}");
    let of_marker = message(&|| _ = Line::empty().marker("star"));
    assert!(of_marker.contains("known are") && of_marker.contains("a star is `*`"), "{of_marker}");
}
