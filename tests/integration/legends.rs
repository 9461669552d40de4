//! Legends: in columns, with titles, beside their axes, of all axes.

use grabframe::prelude::*;
use grabframe::{Layout, Legend, LegendLayout, Rect};

use crate::tools::{Counted, overlap};

/// Where matplotlib puts legends; `tests/data/make_legends.py` writes it.
const TABLE: &str = include_str!("../data/legends.tsv");

/// A line for each name.
fn lines(fig: &mut Figure, ax: Key<Axes>, names: &[&str]) -> Vec<Key<Line>> {
    let line = |(k, name): (usize, &&str)| Line::new([0.0, 1.0], [k as f64, k as f64 + 1.0]).label(*name);
    names.iter().enumerate().map(|one| fig[ax].add(line(one))).collect()
}

fn of_axes(fig: &Figure, ax: Key<Axes>) -> LegendLayout {
    Layout::of(fig)[ax].legend.clone().expect("there is a legend")
}

fn names(legend: &LegendLayout) -> Vec<String> {
    legend.entries.iter().map(|entry| entry.text.text.clone()).collect()
}

#[test]
fn frames_are_matplotlibs() {
    let (mut tried, mut wrong) = (0, String::new());
    for line in TABLE.lines() {
        let parts: Vec<&str> = line.split('\t').collect();
        let mut legend = Legend::new();
        for word in parts[2].split(';') {
            let (name, value) = word.split_once('=').unwrap();
            let number = || value.parse::<f64>().unwrap();
            legend = match name {
                "loc" => legend.loc(value),
                "ncols" => legend.ncols(value.parse().unwrap()),
                "title" => legend.title(value),
                "mode" => legend.expand(true),
                "fontsize" => legend.fontsize(number()),
                "title_fontsize" => legend.title_fontsize(number()),
                "borderpad" => legend.borderpad(number()),
                "labelspacing" => legend.labelspacing(number()),
                "handlelength" => legend.handlelength(number()),
                "handleheight" => legend.handleheight(number()),
                "handletextpad" => legend.handletextpad(number()),
                "borderaxespad" => legend.borderaxespad(number()),
                "columnspacing" => legend.columnspacing(number()),
                "bbox_to_anchor" => {
                    let all = value.trim_matches(['(', ')']).split(", ").map(|part| part.parse().unwrap());
                    legend.bbox_to_anchor(all.collect::<Vec<f64>>().try_into().unwrap())
                }
                other => panic!("{other}"),
            };
        }
        let mut fig = Figure::new();
        let ax = fig.add_axes();
        lines(&mut fig, ax, &parts[1].split('|').collect::<Vec<_>>());
        let placed = if parts[0] == "figure" {
            fig.legend(legend);
            Layout::of(&fig).legend.unwrap()
        } else {
            fig[ax].set_legend(legend);
            of_axes(&fig, ax)
        };
        let Rect { x0, y0, x1, y1 } = placed.frame;
        let ours = [x0, 480.0 - y1, x1, 480.0 - y0];
        let theirs = parts[3].split(' ').map(|v| v.parse::<f32>().unwrap());
        if theirs.zip(ours).any(|(a, b)| (a - b).abs() > 1.0) {
            wrong += &format!("{line}: {ours:?}\n");
        }
        tried += 1;
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert!(tried > 70, "{tried}");
}

#[test]
fn entries_are_those_that_were_chosen() {
    let mut fig = Figure::new();
    let axs = fig.subplots(1, 2);
    let (left, right) = (axs[(0, 0)], axs[(0, 1)]);
    let some = lines(&mut fig, left, &["one", "_two", "three"]);
    let dots = fig[right].add(Scatter::new([0], [0]).label("dots"));
    fig[left].legend();
    assert_eq!(names(&of_axes(&fig, left)), ["one", "three"]);
    // of any axes, in any order, whatever they are called
    fig[left].set_legend(Legend::new().handles([AnyKey::from(dots), some[1].into(), some[0].into()]));
    assert_eq!(names(&of_axes(&fig, left)), ["dots", "_two", "one"]);
    fig[left].legend_mut().unwrap().set_reverse(true);
    assert_eq!(names(&of_axes(&fig, left)), ["one", "_two", "dots"]);
    fig[left].set_legend(Legend::new().labels(["first", "second"]));
    assert_eq!(names(&of_axes(&fig, left)), ["first", "second"]);
    fig.set_visible(some[0], false);
    fig[left].set_legend(Legend::new().handles(&some));
    assert_eq!(names(&of_axes(&fig, left)), ["_two", "three"]);
    fig.legend(Legend::new());
    assert_eq!(names(&Layout::of(&fig).legend.unwrap()), ["three", "dots"]);
    fig[left].remove_legend();
    fig.remove_legend();
    let layout = Layout::of(&fig);
    assert!(layout.legend.is_none() && layout[left].legend.is_none());
}

/// The corner in which matplotlib has it.
#[test]
fn the_best_place_is_beside_bands() {
    type Add = fn(&mut Axes);
    let bands: [(Add, [f32; 2]); 9] = [
        (|_| (), [510.06, 64.54]),
        (|ax| _ = ax.axvspan(5, 10), [86.94, 64.54]),
        (|ax| _ = ax.axvspan(f64::INFINITY, 5), [86.94, 64.54]),
        (|ax| _ = ax.axvspan(5, 0), [510.06, 64.54]),
        (|ax| _ = ax.axhspan(0.5, 1), [86.94, 394.81]),
        (|ax| _ = (ax.axvspan(5, 10), ax.axhspan(0.5, 2)), [86.94, 394.81]),
        (|ax| _ = ax.axvspan(11, 12), [510.06, 64.54]),
        (|ax| _ = ax.axvspan(5, f64::NAN), [510.06, 64.54]),
        (|ax| _ = ax.set_xscale("log").set_xlim(10, 1).axvspan(0, 3), [86.94, 64.54]),
    ];
    for (i, (add, [x, y])) in bands.into_iter().enumerate() {
        let mut fig = Figure::new();
        let ax = fig.add_axes();
        fig[ax].add(Line::new([0, 10], [0.0, 0.01]).label("a"));
        fig[ax].set_xlim(0, 10).set_ylim(0, 1).legend();
        add(&mut fig[ax]);
        let frame = of_axes(&fig, ax).frame;
        assert!((frame.x0 - x).abs() < 1.5 && (frame.y0 - y).abs() < 1.5, "{i}: {frame:?}, not ({x}, {y})");
    }
}

#[test]
fn a_legend_of_axes_and_their_twin_has_the_artists_of_both() {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let right = fig.twin_x(ax);
    let one = fig[ax].add(Line::new([0, 1], [0, 1]).label("left").color("red"));
    let other = fig[right].add(Line::new([0, 1], [1, 0]).label("right").color("blue").linewidth(4));
    fig[right].set_legend(Legend::new().loc("upper center").handles([one, other]).frame(false));
    let legend = of_axes(&fig, right);
    let frame = fig.render();
    let color = |k: usize| {
        let at = legend.entries[k].room.center();
        frame.pixel(at.x as u32, at.y as u32)
    };
    assert_eq!([color(0), color(1)], [[255, 0, 0], [0, 0, 255]]);
}

#[test]
fn legends_beside_their_axes_have_room() {
    for constrained in [false, true] {
        for (width, height) in [(320, 240), (640, 480), (1920, 1080)] {
            for side in ["right", "left", "top", "bottom"] {
                for grid in [1, 2] {
                    if grid == 2 && width == 320 {
                        continue; // there is no room for two axes with legends
                    }
                    let mut fig = Figure::pixels(width, height);
                    fig.set_constrained(constrained);
                    let axs = fig.subplots(1, grid);
                    for ax in &axs {
                        lines(&mut fig, ax, &["sine", "cosine"]);
                        fig[ax].set_title("T").set_xlabel("time").set_ylabel("volts");
                        fig[ax].set_legend(Legend::new().outside(side).title("waves"));
                    }
                    let layout = Layout::of(&fig);
                    let what = format!("{width} x {height} {side} {grid} {constrained}");
                    for axes in &layout.axes {
                        let frame = axes.legend.as_ref().unwrap().frame;
                        let (w, h) = (width as f32, height as f32);
                        assert!(
                            frame.x0 >= 0.0 && frame.y0 >= 0.0 && frame.x1 <= w && frame.y1 <= h,
                            "{what} {frame:?}"
                        );
                        for other in &layout.axes {
                            assert!(!overlap(frame, other.area), "{what}");
                            for text in &other.texts {
                                // at the default place, words of neighbours may lie over one another
                                let own = std::ptr::eq(other, axes) || constrained;
                                assert!(!own || !overlap(frame, text.bounds()), "{what} {text:?} {frame:?}");
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Axes that stand in no grid have no room made for what is around them, whatever others have.
#[test]
fn legends_beside_free_axes_stay_in_the_figure() {
    for side in ["right", "left", "top", "bottom"] {
        for size in [10, 18] {
            for constrained in [false, true] {
                let mut fig = Figure::new();
                fig.set_constrained(constrained);
                let ax = fig.add_axes_at(0.05, 0.05, 0.9, 0.9);
                lines(&mut fig, ax, &["the voltage that was measured", "what was expected of it"]);
                let title = if side == "top" || side == "bottom" { "several\n".repeat(9) } else { String::new() };
                fig[ax].set_legend(Legend::new().outside(side).fontsize(size).title(title).ncols(1));
                let Rect { x0, y0, x1, y1 } = of_axes(&fig, ax).frame;
                let inside = x0 >= 0.0 && y0 >= 0.0 && x1 <= 640.0 && y1 <= 480.0;
                assert!(inside, "{side} {size} {constrained}: {x0} {y0} {x1} {y1}");
            }
        }
    }
}

#[test]
fn a_figures_legend_beside_the_axes_has_room() {
    for constrained in [false, true] {
        for side in ["right", "left", "top", "bottom"] {
            let mut fig = Figure::new();
            fig.set_constrained(constrained);
            let axs = fig.subplots(2, 2);
            for ax in &axs {
                lines(&mut fig, ax, &["sine"]);
                fig[ax].set_xlabel("time").set_ylabel("volts");
            }
            fig.suptitle("All of them").legend(Legend::new().outside(side));
            let layout = Layout::of(&fig);
            let frame = layout.legend.as_ref().unwrap().frame;
            assert_eq!(layout.legend.as_ref().unwrap().entries.len(), 4);
            assert!(!overlap(frame, layout.title.as_ref().unwrap().bounds()), "{side}");
            for axes in &layout.axes {
                assert!(!overlap(frame, axes.extent()), "{side} {constrained}: {frame:?} {:?}", axes.extent());
            }
        }
    }
}

#[test]
fn a_legend_outside_holds_still_in_a_movie() {
    let mut fig = Figure::new().constrained();
    let ax = fig.add_axes();
    let some = lines(&mut fig, ax, &["measured", "expected"]);
    fig[ax].set_legend(Legend::new().outside("left"));
    let mut seen = Vec::new();
    let mut movie = MemoryWriter::new().fps(10).saving(&mut fig, "").unwrap();
    for k in 0..10 {
        let high = if k % 2 == 0 { 1.0 } else { 1234.5 };
        movie[some[0]].set_data([0.0, 1.0], [0.0, high]);
        movie.grab_frame().unwrap();
        seen.push(of_axes(movie.figure(), ax).frame);
    }
    movie.finish().unwrap();
    assert!(seen[1..].iter().all(|frame| *frame == seen[1]), "{seen:?}");
}

#[test]
fn thirty_entries_fit() {
    let names: Vec<String> = (0..30).map(|k| format!("run number {k}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    for (width, height) in [(320, 240), (640, 480)] {
        for outside in [None, Some("right"), Some("bottom")] {
            let mut fig = Figure::pixels(width, height).constrained();
            let ax = fig.add_axes();
            lines(&mut fig, ax, &names);
            let legend = Legend::new();
            fig[ax].set_legend(if let Some(side) = outside { legend.outside(side) } else { legend });
            let layout = Layout::of(&fig);
            let LegendLayout { frame, entries, .. } = layout[ax].legend.clone().unwrap();
            assert!(frame.x0 >= 0.0 && frame.y0 >= 0.0 && frame.x1 <= width as f32 && frame.y1 <= height as f32);
            for (k, entry) in entries.iter().enumerate() {
                let text = entry.text.bounds();
                assert!(text.x0 >= frame.x0 && text.x1 <= frame.x1 + 0.5 && text.y1 <= frame.y1 + 0.5, "{text:?}");
                assert!(entries[..k].iter().all(|other| !overlap(other.text.bounds(), text)));
            }
            assert!(outside.is_none() || !overlap(frame, layout[ax].area));
        }
    }
}

#[test]
fn long_words_beside_axes_stay_in_the_figure_and_off_the_data() {
    let long = "the temperature of the lake, at its deepest place, in kelvin";
    for side in ["right", "left", "top", "bottom"] {
        for (grid, names) in [(1, vec![long]), (2, vec!["measured voltage V", "expected"])] {
            let mut fig = Figure::new();
            let axs = fig.subplots(1, grid);
            for ax in &axs {
                lines(&mut fig, ax, &names);
                fig[ax].set_legend(Legend::new().outside(side));
            }
            let layout = Layout::of(&fig);
            for axes in &layout.axes {
                let frame = axes.legend.as_ref().unwrap().frame;
                let inside = frame.x0 >= 0.0 && frame.y0 >= 0.0 && frame.x1 <= 640.0 && frame.y1 <= 480.0;
                assert!(inside, "{side} {grid}: {frame:?}");
                assert!(layout.axes.iter().all(|other| !overlap(frame, other.area)), "{side} {grid}: {frame:?}");
            }
        }
        let mut fig = Figure::new();
        let ax = fig.add_axes();
        lines(&mut fig, ax, &["temperature of the lake 12", "another"]);
        fig.legend(Legend::new().outside(side));
        let layout = Layout::of(&fig);
        assert!(!overlap(layout.legend.as_ref().unwrap().frame, layout[ax].area), "{side}");
    }
}

#[test]
fn a_long_title_leaves_the_entries_legible() {
    let mut fig = Figure::new().constrained();
    let ax = fig.add_axes();
    lines(&mut fig, ax, &["one", "two"]);
    let title = "Concentration of all species (mol/l)";
    fig[ax].set_legend(Legend::new().outside("right").title(title).title_fontsize(14));
    let legend = of_axes(&fig, ax);
    assert!(legend.entries[0].text.size > 8.0 && legend.frame.x1 <= 640.0, "{:?}", legend.frame);
}

#[test]
fn a_legend_beside_axes_that_share_a_colorbar_is_beside_its_own() {
    let mut fig = Figure::new().constrained();
    let axs = fig.subplots(1, 2);
    let (left, right) = (axs[(0, 0)], axs[(0, 1)]);
    lines(&mut fig, left, &["one"]);
    let dots = fig[right].add(Scatter::new([0, 1], [0, 1]).values([0, 1]));
    let own = fig[left].add(Scatter::new([0, 1], [0, 1]).values([0, 1]));
    let near = fig.colorbar(own);
    let bar = fig.colorbar_over(dots, axs);
    fig[left].set_legend(Legend::new().outside("right"));
    let layout = Layout::of(&fig);
    let frame = layout[left].legend.as_ref().unwrap().frame;
    assert!(frame.x0 > layout[near].area.x1 && frame.x1 < layout[right].area.x0, "{frame:?}");
    assert!(layout[near].area.x0 > layout[left].area.x1 && layout[bar].area.x0 > layout[right].area.x1);
}

/// However many artists there are, a legend asks a few hundred of them.
#[test]
fn the_best_place_is_asked_of_some() {
    let mut seen = Vec::new();
    for artists in [3, 400, 401, 5000] {
        let counted = Counted::default();
        let mut fig = Figure::new();
        let ax = fig.add_axes();
        for _ in 0..artists {
            fig[ax].add(counted.clone());
        }
        fig[ax].add(Line::new([0.6, 1.0], [0.0, 0.2]).label("low"));
        fig[ax].legend();
        counted.avoided.set(0);
        let Rect { x0, y0, .. } = of_axes(&fig, ax).frame;
        seen.push((x0, y0));
        let asked = counted.avoided.get();
        assert!(asked >= artists.min(200) && asked <= artists.min(400), "{asked} of {artists}");
    }
    assert!(seen.iter().all(|place| *place == seen[0]), "{seen:?}");
}
