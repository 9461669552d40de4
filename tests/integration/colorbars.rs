//! Colorbars: on any side, of any norm, over several axes, in axes of their own.

use std::cell::RefCell;

use grabframe::prelude::*;
use grabframe::{AxesLayout, Layout, PlacedText, Rect};

use crate::tools::{Counted, panic_at};

/// Where matplotlib puts colorbars and their ticks; `tests/data/make_colorbars.py` writes it.
const TABLE: &str = include_str!("../data/colorbars.tsv");

fn numbers(text: &str) -> Vec<f64> {
    text.split_whitespace().map(|number| number.parse().unwrap()).collect()
}

/// The colorbars of a layout.
fn bars(layout: &Layout) -> Vec<&AxesLayout> {
    layout.axes.iter().filter(|axes| axes.colors.is_some()).collect()
}

/// The axis along a colorbar.
fn ticks_of(bar: &AxesLayout) -> (&grabframe::AxisLayout, &grabframe::AxisMap) {
    let (x, y) = bar.projection.flat().unwrap();
    match bar.bar.as_ref().unwrap().location {
        grabframe::Side::Top | grabframe::Side::Bottom => (&bar.x, x),
        _ => (&bar.y, y),
    }
}

/// Sets what a row of the table says.
fn set(bar: &mut Colorbar, words: &str) {
    for word in words.split_whitespace() {
        let (name, value) = word.split_once('=').unwrap();
        let number = || value.parse::<f64>().unwrap();
        match name {
            "location" => bar.set_location(value),
            "shrink" => bar.set_shrink(number()),
            "aspect" => bar.set_aspect(number()),
            "fraction" => bar.set_fraction(number()),
            "pad" => bar.set_pad(number()),
            "extend" => bar.set_extend(value),
            "extendfrac" => bar.set_extendfrac(number()),
            other => panic!("{other}"),
        };
    }
}

#[test]
fn boxes_are_matplotlibs() {
    let mut tried = 0;
    let mut wrong = String::new();
    for line in TABLE.lines().filter(|line| line.starts_with("box")) {
        let parts: Vec<&str> = line.split('\t').collect();
        let mut fig = Figure::new();
        fig.set_constrained(parts[1] == "constrained");
        let shape = numbers(parts[2]);
        let axs = fig.subplots(shape[0] as usize, shape[1] as usize);
        let mut shown = None;
        for ax in &axs {
            if parts[3] == "image" {
                let image = fig[ax].imshow([[0, 1, 2], [3, 4, 5]]);
                shown = Some(fig.colorbar_over(image, &axs));
            } else {
                let dots = fig[ax].add(Scatter::new([0, 1, 2], [0, 1, 2]).values([0, 1, 2]));
                if Some(ax) == axs.iter().last() {
                    shown =
                        Some(if axs.iter().count() == 1 { fig.colorbar(dots) } else { fig.colorbar_over(dots, &axs) });
                }
            }
        }
        set(&mut fig[shown.unwrap()], parts[4]);
        let layout = Layout::of(&fig);
        let boxes = layout.axes.iter().filter(|axes| axes.colors.is_none()).chain(bars(&layout)).map(|axes| axes.area);
        let near = if parts[1] == "constrained" { 1.0 } else { 0.01 };
        for (Rect { x0, y0, x1, y1 }, expected) in boxes.zip(&parts[5..]) {
            let ours = [x0, 480.0 - y1, x1, 480.0 - y0];
            let off = numbers(expected).iter().zip(ours).map(|(a, b)| (a - f64::from(b)).abs()).fold(0.0, f64::max);
            // labels that would lie under a colorbar are given room
            let given = parts[3..5] == ["image", "location=left"] && parts[1] == "default";
            // of these, matplotlib's boxes move to and fro from round to round
            let restless =
                parts[3] == "image" && (parts[4].ends_with("top") || parts[4].ends_with("bottom")) && near == 1.0;
            if off > near && !given && !restless {
                wrong += &format!("{}: {ours:?}, not {expected}\n", parts[..5].join(" "));
            }
            tried += 1;
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert!(tried > 150, "{tried}");
}

#[test]
fn ticks_are_matplotlibs() {
    let (mut tried, mut fewer) = (0, 0);
    let mut wrong = String::new();
    for line in TABLE.lines().filter(|line| line.starts_with("ticks")) {
        let parts: Vec<&str> = line.split('\t').collect();
        let (name, rest) = parts[2].split_once(' ').unwrap_or((parts[2], ""));
        let p = numbers(rest);
        let norm = match name {
            "linear" => Norm::Linear,
            "log" => Norm::Log,
            "twoslope" => Norm::TwoSlope { center: p[0] },
            "centered" => Norm::Centered { center: p[0] },
            "power" => Norm::Power { gamma: p[0] },
            "symlog" => Norm::symlog(p[0]),
            _ => Norm::boundary(p),
        };
        let limits = numbers(parts[3]);
        let mut fig = Figure::new();
        let ax = fig.add_axes();
        let dots = Scatter::new([0, 1], [0, 1]).values(&limits).norm(norm);
        let dots = fig[ax].add(dots);
        let bar = fig.colorbar(dots);
        fig[bar].set_location(parts[1]);
        // the rows of bins come twice: the second is spaced as they are long
        if name == "boundary" && tried % 8 == 6 {
            fig[bar].set_spacing("proportional");
        }
        let layout = Layout::of(&fig);
        let (axis, map) = ticks_of(&layout[bar]);
        let places = |minor: bool| {
            let mut at: Vec<f32> = axis.ticks.iter().filter(|tick| tick.minor == minor).map(|tick| tick.at).collect();
            at.sort_by(f32::total_cmp);
            at
        };
        let same = |ours: Vec<f32>, theirs: &str| {
            let mut theirs: Vec<f32> = numbers(theirs).into_iter().map(|value| map.pixel(value)).collect();
            theirs.sort_by(f32::total_cmp);
            ours.len() == theirs.len() && ours.iter().zip(theirs).all(|(a, b)| (a - b).abs() < 0.1)
        };
        let mut words: Vec<String> = layout[bar].texts.iter().map(|text| plain(&text.text)).collect();
        let mut labels: Vec<&str> = parts[5].split('|').filter(|label| !label.is_empty()).collect();
        labels.extend(Some(parts[6]).filter(|offset| !offset.is_empty()));
        words.sort_unstable();
        labels.sort_unstable();
        // of a few colours that lie close together, not all have room for their labels
        let all = match name {
            "boundary" => words.iter().all(|word| labels.contains(&word.as_str())),
            // matplotlib's end of a colorbar is a rounding beyond a power, and so counts it
            "log" => labels.iter().all(|label| words.iter().any(|word| word == label)),
            _ => words == labels,
        };
        // labels are measured, and there are fewer where some would touch
        if places(false).len() < numbers(parts[4]).len() && touching(&mut fig, bar, parts[4]) {
            fewer += 1;
            tried += 1;
            continue;
        }
        if !same(places(false), parts[4]) || !same(places(true), parts[7]) || !all {
            wrong += &format!("{line}: {:?} {:?} {words:?}\n", places(false), places(true));
        }
        tried += 1;
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert!(tried > 150 && fewer < tried / 8, "{tried} {fewer}");
}

/// Powers with raised letters.
fn plain(words: &str) -> String {
    let words = words.trim_matches('$').replace(r"\times", "×");
    let Some((head, power)) = words.split_once("^{") else { return words };
    let raised = |c: char| match c {
        '}' => None,
        '-' => Some('⁻'),
        digit => Some(["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"][digit as usize - 48].chars().next().unwrap()),
    };
    head.replace('-', "−").chars().chain(power.chars().filter_map(raised)).collect()
}

/// Whether labels of a colorbar would stand closer than a fifth of their height with these ticks.
fn touching(fig: &mut Figure, bar: Key<Colorbar>, at: &str) -> bool {
    fig[bar].set_ticks(numbers(at));
    let layout = Layout::of(fig);
    let boxes: Vec<Rect> = layout[bar].texts.iter().map(|text| text.bounds().expanded(2.0)).collect();
    let over = |a: &Rect, b: &Rect| a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
    boxes.iter().enumerate().any(|(k, a)| boxes[..k].iter().any(|b| over(a, b)))
}

/// An image with values from 0 to 9.
fn image() -> Image {
    Image::new([[0, 1, 2, 3, 4], [5, 6, 7, 8, 9]])
}

#[test]
fn ends_have_the_colours_of_what_lies_beyond() {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let cmap = Colormap::VIRIDIS.with_under("red").with_over("blue");
    let shown = fig[ax].add(image().cmap(cmap));
    let bar = fig.colorbar(shown);
    let ends = |fig: &Figure| {
        let layout = Layout::of(fig);
        layout[bar].bar.as_ref().unwrap().ends.clone()
    };
    assert!(ends(&fig).is_empty());
    for (location, across) in [("right", false), ("top", true)] {
        fig[bar].set_extend("both").set_location(location);
        let found = ends(&fig);
        assert_eq!(found.iter().map(|end| end.1).collect::<Vec<_>>(), [Color::rgb(255, 0, 0), Color::rgb(0, 0, 255)]);
        let frame = fig.render();
        let area = Layout::of(&fig)[bar].area;
        let middle = area.center();
        let points = if across {
            [(area.x0 - 3.0, middle.y), (area.x1 + 3.0, middle.y)]
        } else {
            [(middle.x, area.y1 + 3.0), (middle.x, area.y0 - 3.0)]
        };
        assert_eq!(points.map(|(x, y)| frame.pixel(x as u32, y as u32)), [[255, 0, 0], [0, 0, 255]], "{location}");
    }
    // as the norm says, unless the colorbar says otherwise
    fig[shown].set_norm(Norm::boundary([0, 3, 6]).extend("max"));
    let bar = fig.colorbar(shown);
    assert_eq!(fig[bar].extend(), None);
    let layout = Layout::of(&fig);
    assert_eq!(layout[bar].bar.as_ref().unwrap().ends.len(), 1);
    fig[bar].set_extend("neither");
    assert!(Layout::of(&fig)[bar].bar.as_ref().unwrap().ends.is_empty());
}

#[test]
fn bins_are_boxes_of_one_colour_each() {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let shown =
        fig[ax].add(image().norm(Norm::boundary([0, 1, 5, 10])).cmap(Colormap::listed("rgb", &["r", "lime", "b"])));
    let bar = fig.colorbar(shown);
    let bands = |fig: &Figure| Layout::of(fig)[bar].bar.as_ref().unwrap().bands.clone();
    let lengths = |fig: &Figure| bands(fig).iter().map(|(band, _)| band.height().round()).collect::<Vec<_>>();
    let colors: Vec<Color> = bands(&fig).into_iter().map(|band| band.1).collect();
    assert_eq!(colors, [Color::rgb(255, 0, 0), Color::rgb(0, 255, 0), Color::rgb(0, 0, 255)]);
    assert_eq!(lengths(&fig), [123.0, 123.0, 123.0]);
    fig[bar].set_spacing("proportional");
    assert_eq!(lengths(&fig), [37.0, 148.0, 185.0]);
    assert!(Layout::of(&fig)[bar].bar.as_ref().unwrap().lines.is_empty());
    fig[bar].set_drawedges(true);
    assert_eq!(Layout::of(&fig)[bar].bar.as_ref().unwrap().lines.len(), 2);
    // an image has the colours of the bins
    let area = Layout::of(&fig)[ax].area;
    let (column, row) = (area.center().x, area.y0 + area.height() / 4.0);
    assert_eq!(fig.render().pixel(column as u32, row as u32), [0, 255, 0]);
}

#[test]
fn contours_show_their_lines_or_their_bands() {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let z: Vec<Vec<f64>> = (0..9).map(|y| (0..9).map(|x| f64::from(x * y)).collect()).collect();
    let lines = fig[ax].add(Contour::new(&z).at([4, 9, 25]).linewidth(2));
    let bar = fig.colorbar(lines);
    let layout = Layout::of(&fig);
    let shown = layout[bar].bar.as_ref().unwrap();
    let area = layout[bar].area;
    let rows: Vec<f32> = shown.lines.iter().map(|line| line.from.y).collect();
    assert_eq!(rows, [area.y1, area.center().y, area.y0]);
    assert_eq!(fig.render().pixel(area.center().x as u32, area.y0 as u32 + 40), [255, 255, 255]);
    // bands in colours of their own
    let bands = fig[ax].add(Contour::new(&z).at([4, 9, 25]).colors(["red", "blue"]).filled());
    let bar = fig.colorbar(bands);
    let layout = Layout::of(&fig);
    let colors: Vec<Color> = layout[bar].bar.as_ref().unwrap().bands.iter().map(|band| band.1).collect();
    assert_eq!(colors, [Color::rgb(255, 0, 0), Color::rgb(0, 0, 255)]);
}

#[test]
fn colorbars_fill_axes_of_their_own() {
    let mut fig = Figure::new();
    let ax = fig.add_axes_at(0.1, 0.2, 0.6, 0.7);
    let narrow = fig.add_axes_at(0.8, 0.25, 0.05, 0.5);
    let shown = fig[ax].add(image());
    let bar = fig.colorbar_in(shown, narrow);
    let layout = Layout::of(&fig);
    assert_eq!(layout[bar].area, layout[narrow].area);
    assert!(layout[narrow].texts.is_empty() && layout[narrow].frame.spines.is_empty());
    fig[bar].set_extend("both");
    let layout = Layout::of(&fig);
    let high = layout[narrow].area.height() / 1.1;
    assert!((layout[bar].area.height() - high).abs() < 0.01);
    // where they are gone, it stands beside its artist
    fig.remove(narrow);
    assert!(Layout::of(&fig)[bar].area.x0 > Layout::of(&fig)[ax].area.x1);
    let fig = RefCell::new(fig);
    let (said, ..) = panic_at(|| _ = fig.borrow_mut().colorbar_in(shown, ax));
    assert!(said.contains("cannot fill the axes that its artist is in"), "{said}");
}

#[test]
fn a_shared_colorbar_stays_beside_those_that_are_left() {
    let mut fig = Figure::new();
    let axs = fig.subplots(1, 2);
    let (left, right) = (axs[(0, 0)], axs[(0, 1)]);
    let shown = fig[left].add(Scatter::new([0, 1], [0, 1]).values([0, 1]));
    let bar = fig.colorbar_over(shown, [left, right, left]);
    let both = Layout::of(&fig);
    assert!(both[bar].area.x0 > both[right].area.x1);
    assert_eq!(both[left].area.width(), both[right].area.width());
    fig.remove(right);
    let one = Layout::of(&fig);
    assert!(one[bar].area.x0 > one[left].area.x1 && one[bar].area.x1 < both[right].area.x0);
    let inset = fig.inset(left, [0.1, 0.1, 0.3, 0.3]);
    let fig = RefCell::new(fig);
    let refused: [&dyn Fn(); 2] = [&|| _ = fig.borrow_mut().colorbar_over(shown, []), &|| {
        _ = fig.borrow_mut().colorbar_over(shown, [left, inset])
    }];
    for (refused, word) in refused.into_iter().zip(["one of them at least", "an inset has no room"]) {
        let (said, ..) = panic_at(refused);
        assert!(said.contains(word), "{said}");
    }
}

#[test]
fn nothing_lies_over_a_colorbar_nor_is_cut_off() {
    for (width, height) in [(320, 240), (640, 480), (1920, 1080)] {
        for location in ["right", "left", "top", "bottom"] {
            let mut fig = Figure::pixels(width, height).constrained();
            let axs = fig.subplots(2, 2);
            let roomy = width > 320;
            for ax in &axs {
                if roomy {
                    fig[ax].set_title("A title").set_xlabel("time (s)").set_ylabel("rate (Hz)");
                }
                let shown = fig[ax].add(Scatter::new([0, 1, 2], [0, 1, 2]).values([0, 1, 2]));
                if ax == axs[(0, 0)] {
                    let bar = fig.colorbar_over(shown, &axs);
                    fig[bar].set_location(location).set_label("all of them").set_extend("both");
                } else if roomy && ax == axs[(1, 1)] {
                    let bar = fig.colorbar(shown);
                    fig[bar].set_location(location);
                }
            }
            let layout = Layout::of(&fig);
            let (w, h) = (width as f32, height as f32);
            for (k, axes) in layout.axes.iter().enumerate() {
                let Rect { x0, y0, x1, y1 } = axes.extent();
                let what = format!("{width} x {height} {location}: {:?}", axes.area);
                assert!(x0 > -0.5 && y0 > -0.5 && x1 < w + 0.5 && y1 < h + 0.5, "{what}");
                assert!(axes.area.width() > 1.0 && axes.area.height() > 1.0, "{what}");
                for other in &layout.axes[..k] {
                    for (a, b) in [(axes, other), (other, axes)] {
                        let words = a.texts.iter().filter(|text| !text.text.contains(' ')).map(|text| text.bounds());
                        for text in words {
                            let over = |r: Rect| text.x0 < r.x1 && r.x0 < text.x1 && text.y0 < r.y1 && r.y0 < text.y1;
                            assert!(!over(b.area), "{what} {text:?} {:?}", b.area);
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn colorbars_hold_still_while_they_are_recorded() {
    let mut fig = Figure::new().constrained();
    let ax = fig.add_axes();
    let dots = fig[ax].add(Scatter::new([0, 1], [0, 1]).values([0, 1]));
    let bar = fig.colorbar(dots);
    fig[bar].set_location("left");
    let mut seen = Vec::new();
    let mut movie = MemoryWriter::new().fps(10).saving(&mut fig, "").unwrap();
    for k in 0..8 {
        let high = if k % 2 == 0 { 1.0 } else { 1000.0 };
        movie[dots].set_data([0.0, 1.0], [0.0, high]);
        movie.grab_frame().unwrap();
        seen.push(Layout::of(movie.figure())[bar].area);
    }
    movie.finish().unwrap();
    assert!(seen[1..].iter().all(|area| *area == seen[1]), "{seen:?}");
}

#[test]
fn a_colorbar_that_changes_its_side_has_the_room_of_that_side() {
    let mut fig = Figure::new().constrained();
    let ax = fig.add_axes();
    let dots = fig[ax].add(Scatter::new([0, 1], [0, 1000]).values([0, 1]));
    let bar = fig.colorbar(dots);
    fig[bar].set_location("left");
    let mut movie = MemoryWriter::new().fps(10).saving(&mut fig, "").unwrap();
    movie.grab_frame().unwrap();
    movie[bar].set_location("bottom");
    movie.grab_frame().unwrap();
    let layout = Layout::of(movie.figure());
    let gap = layout[bar].area.y0 - layout[ax].area.y1;
    movie.finish().unwrap();
    assert!(gap < 60.0, "{gap}");
}

#[test]
fn artists_of_the_figure_have_colorbars_where_there_are_axes_for_them() {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let dots = fig.add_artist(Scatter::new([0.2], [0.5]).values([1.0]));
    let bar = fig.colorbar_over(dots, [ax]);
    assert!(Layout::of(&fig).get(bar).is_some());
    let fig = RefCell::new(fig);
    let (said, ..) = panic_at(|| _ = fig.borrow_mut().colorbar(dots));
    assert!(said.contains("no axes to stand beside"), "{said}");
}

#[test]
fn borders_that_do_not_rise_are_refused_and_never_panic_later() {
    for borders in [vec![1.0], vec![2.0, 1.0], vec![f64::NAN, 5.0]] {
        let (said, ..) = panic_at(|| _ = Norm::boundary(&borders));
        assert!(said.contains("finite and rising"), "{said}");
        let norm = Norm::Boundary { boundaries: borders, extend: grabframe::Extend::Neither };
        for value in [-1.0, 1.0, 3.0, f64::NAN] {
            let _ = norm.normalize(value, Limits::new(0.0, 1.0));
        }
    }
}

#[test]
fn what_was_seen_first_is_kept_while_bins_have_the_say() {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let image = fig[ax].add(Image::new([[f64::NAN, f64::NAN]]).norm(Norm::boundary([0, 1, 2])));
    fig[image].set_data([[3, 5]]).set_data([[100, 200]]).set_norm("linear");
    assert_eq!(fig[image].get_clim(), Limits::new(3.0, 5.0));
}

/// However often boxes are laid out until all words have room.
#[test]
fn an_artist_is_asked_for_its_colours_once_for_a_layout() {
    for constrained in [false, true] {
        let counted = Counted::with_colors();
        let mut fig = Figure::new();
        fig.set_constrained(constrained).suptitle("over\nall");
        let ax = fig.add_axes();
        fig[ax].set_title("title").set_ylabel("y");
        let artist = fig[ax].add(counted.clone());
        fig.colorbar(artist);
        counted.colored.set(0);
        assert_eq!(bars(&Layout::of(&fig)).len(), 1);
        assert_eq!(counted.colored.get(), 1, "constrained: {constrained}");
    }
}

/// The first that touch one another are left out; where the others are, and what stands beside them, is known all the same.
#[test]
fn labels_of_many_bands_are_thinned_and_nothing_else_is() {
    let (mut thinned, mut beside) = (0, 0);
    for width in [60, 80, 100, 120, 160, 240, 400] {
        let mut fig = Figure::pixels(width, 240);
        let ax = fig.add_axes_at(0.0, 0.3, 1.0, 0.6);
        let levels: Vec<f64> = (0..31).map(|k| f64::from(k) * 1.25e8).collect();
        let bands = fig[ax].add(Contour::new([[0.0, 1e9], [2e9, 4e9]]).at(levels).filled());
        let bar = fig.colorbar(bands);
        for label in ["", "a", "a label that is long"] {
            fig[bar].set_location("bottom").set_label(label);
            let layout = Layout::of(&fig);
            let (axis, texts) = (&layout[bar].x, &layout[bar].texts);
            let labels = &texts[axis.labels.clone()];
            assert!(!labels.is_empty() && labels.iter().all(|text| text.text.parse::<f64>().is_ok()), "{labels:?}");
            let others: Vec<&str> = texts[axis.labels.end..].iter().map(|text| text.text.as_str()).collect();
            let all: Vec<&str> = ["1e9", label].into_iter().filter(|text| !text.is_empty()).collect();
            assert_eq!(others, all, "{width}");
            thinned += usize::from(labels.len() < axis.ticks.iter().filter(|tick| !tick.minor).count());
            // where a long label leaves the power no room, it touches labels of ticks
            let power = texts[axis.labels.end].bounds();
            let touches = |text: &PlacedText| {
                let taken = text.bounds();
                taken.y1 + 1.3 > power.y0 && taken.x1 + 1.3 > power.x0 && taken.x0 - 1.3 < power.x1
            };
            beside += usize::from(labels.iter().any(touches));
        }
    }
    assert!(thinned > 3 && beside > 0, "{thinned} {beside}");
}

#[test]
fn bands_have_their_hatches_in_the_colorbar() {
    let drawn = |hatches: &[&str], theme: &str| {
        let mut fig = Figure::pixels(300, 200).theme(theme);
        let ax = fig.add_axes();
        let bands =
            Contour::new(vec![vec![0.0, 1.0], vec![2.0, 3.0]]).at([0.0, 1.0, 2.0, 3.0]).filled().hatches(hatches);
        let bands = fig[ax].add(bands);
        fig.colorbar(bands);
        fig
    };
    let bar = |fig: &Figure| Layout::of(fig).axes.into_iter().find_map(|axes| axes.bar).expect("a colorbar");
    for theme in ["matplotlib", "dark"] {
        let (plain, hatched) = (drawn(&[], theme), drawn(&["", "xx"], theme));
        let patterns: Vec<String> = bar(&hatched).hatches.iter().map(|hatch| hatch.pattern().to_owned()).collect();
        assert_eq!(patterns, ["", "xx", ""]);
        assert!(bar(&plain).hatches.is_empty());
        // what is drawn in each band: hatches in the middle one alone, of the theme's colour
        let (before, after) = (plain.render(), hatched.render());
        for (i, (rect, _)) in bar(&plain).bands.iter().enumerate() {
            let (mut changed, mut ink) = (0, 0);
            for y in rect.y0 as u32 + 2..rect.y1 as u32 - 2 {
                for x in rect.x0 as u32 + 2..rect.x1 as u32 - 2 {
                    changed += u32::from(before.pixel(x, y) != after.pixel(x, y));
                    let edge = hatched.get_theme().edge_color;
                    ink += u32::from(after.pixel(x, y) == [edge.r, edge.g, edge.b]);
                }
            }
            assert!(if i == 1 { changed > 30 && ink > 3 } else { changed == 0 }, "{theme}, band {i}: {changed} {ink}");
        }
        assert!(hatched.to_svg().len() > plain.to_svg().len() && hatched.to_pdf().len() > plain.to_pdf().len());
    }
}

/// Between the colour of a pointed end and the line around it nothing shows, wherever pixels fall.
#[test]
fn pointed_ends_are_full() {
    for (side, height) in ["right", "left", "top", "bottom"].into_iter().flat_map(|s| (0..4).map(move |k| (s, 240 + k)))
    {
        let mut fig = Figure::pixels(320, height);
        let ax = fig.add_axes();
        let image = fig[ax].add(Image::new([[-3.0, 0.0], [0.0, 3.0]]).cmap("RdBu_r").clim(-2, 2));
        fig[ax].set_aspect("auto");
        let bar = fig.colorbar(image);
        fig[bar].set_location(side).set_extend("both").set_ticks([] as [f64; 0]);
        let layout = Layout::of(&fig);
        let area = layout.axes[1].area;
        let frame = fig.render();
        let grey = |x: usize, y: usize| frame.pixel(x as u32, y as u32).iter().map(|v| u32::from(*v)).sum::<u32>() / 3;
        let upright = side == "right" || side == "left";
        let (along, across) = if upright { (240 + 3, 320) } else { (320, 240) };
        let mut rows = 0;
        for a in 0..along.min(if upright { height as usize } else { 320 }) {
            let (from, to) = if upright { (area.y0, area.y1) } else { (area.x0, area.x1) };
            if (from - 1.0..=to + 1.0).contains(&(a as f32)) {
                continue;
            }
            let (near, far) = if upright { (area.x0 - 2.0, area.x1 + 2.0) } else { (area.y0 - 2.0, area.y1 + 2.0) };
            let seen: Vec<u32> = (near.max(0.0) as usize..(far as usize).min(across))
                .map(|c| if upright { grey(c, a) } else { grey(a, c) })
                .collect();
            let (first, last) = (seen.iter().position(|v| *v < 60), seen.iter().rposition(|v| *v < 60));
            if let (Some(first), Some(last)) = (first, last) {
                rows += 1;
                assert!(seen[first..=last].iter().all(|v| *v < 90), "{side}, {height}, at {a}: {seen:?}");
            }
        }
        assert!(rows > 8, "{side}: {rows} rows of both ends");
    }
}
