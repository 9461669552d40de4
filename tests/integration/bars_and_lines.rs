//! Bars side by side, on one another and with words; hatches; error bars of limits; which points have markers, and how dashes lie.

use grabframe::prelude::*;
use grabframe::{Cap, FillStyle, Hatch, Layout, MarkEvery, Painter, Path, Point, Rect};

use crate::tools::{darkness, refusal};

/// A figure with one artist, in axes with these limits.
fn figure<A: Artist>(artist: A, x: (f64, f64), y: (f64, f64)) -> (Figure, Key<Axes>, Key<A>) {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let key = fig[ax].add(artist);
    fig[ax].set_xlim(x.0, x.1).set_ylim(y.0, y.1);
    (fig, ax, key)
}

/// The pixel of a place in the data.
fn pixel(fig: &Figure, frame: &Frame, x: f64, y: f64) -> [u8; 3] {
    let Point { x, y } = Layout::of(fig).axes[0].projection.point(x, y);
    frame.pixel(x as u32, y as u32)
}

const BLACK: [u8; 3] = [0, 0, 0];
const WHITE: [u8; 3] = [255, 255, 255];

#[test]
fn what_is_no_error_no_hatch_and_no_choice_is_refused() {
    let bars = || Bars::new([0, 1], [1.0, 2.0]);
    // as matplotlib refuses them; NaN says nothing
    assert!(refusal(|| bars().yerr([0.1, -0.5])).contains("number 1 is -0.5"));
    assert!(refusal(|| bars().yerr_between(0.1, -0.5)).contains("errors above"));
    assert!(refusal(|| ErrorBars::new([0], [0]).xerr(-1)).contains("negative"));
    assert_eq!(refusal(|| bars().yerr([f64::NAN, 0.0])), "");
    assert!(refusal(|| bars().hatch("/a")).contains("`a` is no hatch"));
    assert!(refusal(|| bars().group(2, 2)).contains("no bar 2 among 2"));
    assert!(refusal(|| bars().group_spacing(-1, 0)).contains("no space"));
    assert!(refusal(|| Bars::grouped(["a", "b"], [[1.0]])).contains("`names` has 2 values but `heights` has 1"));
    assert!(refusal(|| Bars::bottoms([vec![1.0], vec![]])).contains("another row"));
    assert!(refusal(|| Line::empty().markevery(0)).contains("0 points apart"));
    assert!(refusal(|| Line::empty().markevery(-0.1)).contains("-0.1 of the axes"));
    assert!(refusal(|| ErrorBars::new([0], [0]).errorevery(0.1)).contains("whole numbers"));
    assert!(refusal(|| ErrorBars::new([0, 1], [0, 1]).lolims([true; 3])).contains("3 limits for 2 points"));
    assert!(refusal(|| Line::empty().fillstyle("half")).contains("full, left, right, bottom, top, none"));
    assert!(refusal(|| Line::empty().dash_capstyle("square")).contains("butt, round, projecting"));
}

#[test]
fn hatches_have_the_colour_of_the_border_and_stand_still() {
    // a level line each sixth of an inch, in the middle: 12 points are 16.67 pixels
    let (mut fig, _, bars) = figure(Bars::new([0.5], [1.0]).color("w").width(1).hatch("-"), (0.0, 1.0), (0.0, 1.0));
    let rows = |fig: &Figure, dark: &dyn Fn([u8; 3]) -> bool| -> Vec<u32> {
        let (frame, area) = (fig.render(), Layout::of(fig).axes[0].area);
        (area.y0 as u32 + 3..area.y1 as u32 - 3).filter(|y| dark(frame.pixel(300, *y))).collect()
    };
    let black = |p: [u8; 3]| p[0] < 200 && p[0] == p[2];
    let before = rows(&fig, &black);
    for y in &before {
        let share = (f64::from(*y) + 0.5) / (100.0 / 6.0);
        assert!((share.fract() - 0.5).abs() < 0.1, "{before:?}");
    }
    assert!((40..=46).contains(&before.len()), "{before:?}");
    // the pattern does not move with the bar
    fig[bars].set_heights([0.8]);
    let after = rows(&fig, &black);
    assert!(after.len() < before.len() && after.iter().all(|y| before.contains(y)));
    fig[bars].set_edgecolor("red");
    assert!(rows(&fig, &black).is_empty() && !rows(&fig, &|p| p[0] > 200 && p[1] < 150).is_empty());
    fig[bars].set_hatchcolor("black");
    assert_eq!(rows(&fig, &black).len(), after.len());
    fig[bars].set_hatch("").set_hatch_linewidth(3);
    assert!(rows(&fig, &black).is_empty());
}

#[test]
fn lines_of_hatches_may_be_of_any_width() {
    for hatch in ["/", "\\", "|", "-", "x", "+", "o", "O", ".", "*"] {
        for width in [72.0, 144.0, 1e3, 1e9, 1e30] {
            let bar = Bars::new([0.5], [1.0]).color("w").width(1).hatch(hatch).hatch_linewidth(width);
            let (fig, ..) = figure(bar, (0.0, 1.0), (0.0, 1.0));
            let (frame, area) = (fig.render(), Layout::of(&fig).axes[0].area);
            let mut free = 0;
            for y in area.y0 as u32 + 3..area.y1 as u32 - 3 {
                for x in area.x0 as u32 + 3..area.x1 as u32 - 3 {
                    free += u32::from(frame.pixel(x, y) != BLACK);
                }
            }
            assert_eq!(free, 0, "{hatch} of width {width:e}");
            assert!(fig.to_svg().len() < 1 << 20 && fig.to_pdf().len() < 1 << 20);
        }
    }
}

/// Each filled artist draws its hatch, and so does its handle.
#[test]
fn whatever_is_filled_has_hatches() {
    let x = [0.0, 1.0, 2.0];
    let hatched: [fn(&mut Axes, &str); 10] = [
        |ax, hatch| _ = ax.add(Bars::new([1], [2.0]).hatch(hatch).label("a")),
        |ax, hatch| _ = ax.add(Histogram::new([0.0, 1.0, 1.5]).hatch(hatch).label("a")),
        |ax, hatch| _ = ax.add(Histogram::new([0.0, 1.0, 1.5]).step_filled().hatch(hatch).label("a")),
        |ax, hatch| _ = ax.add(Stairs::new([1.0, 2.0], [0.0, 1.0, 2.0]).fill(true).hatch(hatch).label("a")),
        |ax, hatch| _ = ax.add(FillBetween::new([0.0, 1.0, 2.0], 0.0, 1.0).hatch(hatch).label("a")),
        |ax, hatch| _ = ax.add(Span::horizontal(0, 1).hatch(hatch).label("a")),
        |ax, hatch| _ = ax.add(Patch::circle(1, 1, 0.8).hatch(hatch).label("a")),
        |ax, hatch| {
            let slope = Contour::on([0, 2], [0, 2], [[0.0, 0.0], [1.0, 1.0]]).at([0.0, 1.0]).filled();
            ax.add(slope.color("w").hatch(hatch).label("a"));
        },
        |ax, hatch| _ = ax.add(Stackplot::new([0, 2], [[1.0, 1.0]]).hatch(hatch).labels(["a"])),
        |ax, hatch| _ = ax.add(Pie::new([1.0]).center(1, 1).hatch(hatch).labels(["a"]).show_labels(false)),
    ];
    for (i, draw) in hatched.iter().enumerate() {
        let figure = |hatch: &str| {
            let mut fig = Figure::new();
            let ax = fig.add_axes();
            fig[ax].set_xlim(x[0], x[2]).set_ylim(0, 2).legend_at("upper right");
            draw(&mut fig[ax], hatch);
            fig
        };
        let (fig, plain) = (figure("xx"), figure(""));
        let (frame, layout) = (fig.render(), Layout::of(&fig));
        let dark = |r: Rect| {
            let mut count = 0;
            for y in r.y0 as u32 + 1..r.y1 as u32 {
                for x in r.x0 as u32 + 1..r.x1 as u32 {
                    count += usize::from(frame.pixel(x, y).iter().all(|c| *c < 60));
                }
            }
            count
        };
        let area = layout.axes[0].area;
        assert!(dark(area.expanded(-4.0)) > 500, "{i}");
        let room = layout.axes[0].legend.as_ref().unwrap().entries[0].room;
        assert!(dark(room) > 3, "{i}");
        let clips = |fig: &Figure| fig.to_svg().matches("<clipPath").count();
        assert!(clips(&fig) > clips(&plain), "{i}: {} {}", clips(&fig), clips(&plain));
        assert!(fig.to_pdf().len() > plain.to_pdf().len() + 50, "{i}");
    }
}

/// Bars, bands, layers and wedges have theirs by turns, and so have their handles.
#[test]
fn pieces_have_hatches_by_turns() {
    const RAMP: [[f64; 5]; 2] = [[0.0, 1.0, 2.0, 3.0, 4.0]; 2];
    const TURNS: [&str; 2] = ["xx", ""];
    // where the first three pieces are
    let columns = [(0.5, 0.5), (1.5, 0.5), (2.5, 0.5)];
    let rows = [(2.0, 0.5), (2.0, 1.5), (2.0, 2.5)];
    let quarters = [(2.4, 2.4), (1.6, 2.4), (1.6, 1.6)];
    type Add = dyn Fn(&mut Axes);
    let kinds: [(&Add, [(f64, f64); 3]); 5] = [
        (&|ax| _ = ax.add(Bars::new([0.5, 1.5, 2.5, 3.5], [1.0; 4]).width(1).color("w").hatches(TURNS)), columns),
        (
            &|ax| {
                let bands = Contour::on(0..5, 0..2, RAMP).at(0..5).filled();
                ax.add(bands.color("w").hatches(TURNS));
            },
            columns,
        ),
        (&|ax| _ = ax.add(Stackplot::new([0, 4], [[1.0, 1.0]; 3]).colors(["w"]).hatches(TURNS)), rows),
        (
            &|ax| {
                let samples = Histogram::several([[0.5]; 4]).with_edges([0, 4]).stacked(true);
                ax.add(samples.colors(["w"]).hatches(TURNS));
            },
            rows,
        ),
        (&|ax| _ = ax.add(Pie::new([1; 4]).center(2, 2).colors(["w"]).hatches(TURNS)), quarters),
    ];
    for (i, (add, places)) in kinds.iter().enumerate() {
        let mut fig = Figure::new();
        let ax = fig.add_axes();
        add(&mut fig[ax]);
        fig[ax].set_xlim(0, 4).set_ylim(0, 4);
        let (frame, layout) = (fig.render(), Layout::of(&fig));
        let hatched = places.map(|(x, y)| {
            let Point { x, y } = layout.axes[0].projection.point(x, y);
            let mut dark = 0;
            for row in y as u32 - 20..y as u32 + 20 {
                for column in x as u32 - 20..x as u32 + 20 {
                    dark += usize::from(frame.pixel(column, row)[0] < 100);
                }
            }
            dark > 50
        });
        assert_eq!(hatched, [true, false, true], "{i}");
    }
    let bars = Bars::new([0, 1], [1.0, 2.0]).hatches(["/", "o"]).hatchcolor("red").hatch_linewidth(2);
    let handle = bars.legend_handle().unwrap().hatch.unwrap();
    assert_eq!((handle.pattern(), handle.color, handle.width), ("/", Color::rgb(255, 0, 0), 2.0));
    assert_eq!(bars.get_hatches(), ["/", "o"]);
    assert_eq!(bars.hatch("*").get_hatches(), [""; 0]);
    let mut second = Vec::new();
    let pie = Pie::new([1, 2]).labels(["a", "b"]).hatches(["", ".."]);
    pie.legend_parts(&mut |_, handle| second.push(handle.hatch.map(|hatch| hatch.pattern().to_string())));
    assert_eq!(second, [None, Some("..".into())]);
    assert!(refusal(|| Contour::new([[0.0, 1.0]]).hatches(["/", "?"])).contains("`?` is no hatch"));
}

/// To the lower left, in three tenths of their wedge's colour, half opaque, as matplotlib's.
#[test]
fn pies_cast_shadows() {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let pie = fig[ax].add(Pie::new([1]).colors(["#ff8040"]));
    assert_eq!(pixel(&fig, &fig.render(), -0.722, -0.722), WHITE);
    fig[pie].set_shadow(true);
    let found = pixel(&fig, &fig.render(), -0.722, -0.722);
    assert!(found.iter().zip([166, 147, 137]).all(|(a, b)| a.abs_diff(b) <= 1), "{found:?}");
    assert_eq!(pixel(&fig, &fig.render(), 0.722, 0.722), WHITE);
}

/// A hatch of an own artist, in any path.
#[test]
fn painters_know_hatches() {
    #[derive(Clone, Debug)]
    struct Ring(grabframe::Common);
    impl Artist for Ring {
        fn common(&self) -> &grabframe::Common {
            &self.0
        }
        fn common_mut(&mut self) -> &mut grabframe::Common {
            &mut self.0
        }
        fn bounds(&self) -> grabframe::Bounds {
            grabframe::Bounds::new(Limits::new(0.0, 1.0), Limits::new(0.0, 1.0))
        }
        fn paint(&self, painter: &mut Painter<'_>) {
            let area = painter.area().expanded(-40.0);
            painter.hatch_path(&Path::ellipse(area), &Hatch::new("++"));
            painter.hatch_path(&Path::new(), &Hatch::new("++"));
            let all = Path::rect(Rect::new(-1e30, -1e30, f32::NAN, 1e30));
            painter.hatch_path(&all, &Hatch::new(""));
        }
    }
    let (fig, ..) = figure(Ring(grabframe::Common::new()), (0.0, 1.0), (0.0, 1.0));
    let frame = fig.render();
    let dark = |x: std::ops::Range<u32>, y: u32| x.filter(|x| frame.pixel(*x, y)[0] < 128).count();
    assert!(dark(200..400, 240) > 10 && dark(90..110, 70) == 0);
}

#[test]
fn names_of_bars_that_are_hidden_stay() {
    // as in matplotlib, where names belong to the axis once they were drawn on it
    let (mut fig, _, bars) = figure(Bars::categories(["ants", "bees"], [3.0, 7.0]), (-1.0, 2.0), (0.0, 8.0));
    let words = |fig: &Figure| Layout::of(fig).axes[0].texts.iter().map(|t| t.text.clone()).collect::<Vec<_>>();
    let before = words(&fig);
    fig[bars].set_visible(false);
    assert_eq!(words(&fig), before);
}

#[test]
fn a_foot_that_a_log_axis_has_no_place_for_is_its_lower_border() {
    for bottom in [0.0, -5.0] {
        let artist = Bars::new([0.0], [100.0 - bottom]).bottom(bottom).color("k");
        let (mut fig, ax, bars) = figure(artist, (-1.0, 1.0), (1.0, 1000.0));
        fig[ax].set_yscale("log");
        let frame = fig.render();
        assert_eq!(pixel(&fig, &frame, 0.0, 1.01), BLACK, "{bottom}");
        assert_eq!(pixel(&fig, &frame, 0.0, 98.0), BLACK);
        assert_eq!(pixel(&fig, &frame, 0.0, 105.0), WHITE);
        // and its words stand in the middle of what is seen
        fig[bars].set_bar_labels(["\u{2588}"]).set_bar_label_center(true).set_bar_label_color("w");
        let frame = fig.render();
        assert_eq!(pixel(&fig, &frame, 0.0, 10.0), WHITE, "{bottom}");
        fig[ax].set_yscale("linear").set_ylim(0, 200);
    }
}

#[test]
fn words_on_bars_are_seen_by_notes() {
    let bars = Bars::new([0, 1], [1.0, 2.0]).bar_labels(["$\\alpha$", "$\\fraction{1}{2}$"]);
    let (mut fig, _, key) = figure(bars, (-1.0, 2.0), (0.0, 3.0));
    assert_eq!(Layout::of(&fig).notes.len(), 1, "{:?}", Layout::of(&fig).notes);
    fig[key].set_bar_label("$10^{{{}}}$");
    assert!(Layout::of(&fig).notes.is_empty());
    // their place is above, whichever way the axis goes
    fig[key].set_bar_label_padding(4).set_bar_label_size(8);
    assert_eq!((fig[key].get_bar_label_padding(), fig[key].get_bar_label_size()), (4.0, 8.0));
}

#[test]
fn limits_have_arrows_and_no_error_on_their_other_side() {
    let bars = ErrorBars::new([1.0, 2.0], [1.0, 1.0]).yerr(0.5).lolims([true, false]).fmt("none").color("k");
    let (fig, ax, _) = figure(bars, (0.0, 3.0), (0.0, 2.0));
    let frame = fig.render();
    let dark = |frame: &Frame, x: f64, y: f64| {
        let Point { x, y } = Layout::of(&fig).axes[0].projection.point(x, y);
        (-1..=1).any(|by| frame.pixel((x as i32 + by) as u32, y as u32)[0] < 100)
    };
    assert!(dark(&frame, 1.0, 1.3) && !dark(&frame, 1.0, 0.7), "a lower limit goes up");
    assert!(dark(&frame, 2.0, 1.3) && dark(&frame, 2.0, 0.7));
    // the arrow begins where the error ends, and is half as wide as a marker to each side
    let wide = |frame: &Frame, x: f64, y: f64| {
        let Point { x, y } = Layout::of(&fig).axes[0].projection.point(x, y);
        (x as u32 - 9..x as u32 + 9).filter(|x| frame.pixel(*x, y as u32 - 1)[0] < 128).count()
    };
    assert!((7..=10).contains(&wide(&frame, 1.0, 1.5)), "{}", wide(&frame, 1.0, 1.5));
    assert!(wide(&frame, 2.0, 1.5) <= 3);
    let mut turned = fig.clone();
    turned[ax].set_ylim(2, 0);
    let frame = turned.render();
    // (1, 1.5) is where (1, 0.5) was
    assert!((7..=10).contains(&(wide(&frame, 1.0, 0.49))), "{}", wide(&frame, 1.0, 0.49));
    // what has no bar does not widen the axes
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let every = fig[ax].add(ErrorBars::new([0, 1, 2, 3], [0.0; 4]).yerr([1.0, 9.0, 9.0, 1.0]).errorevery(3));
    assert_eq!(fig[ax].ylim(), Limits::new(-1.1, 1.1));
    fig[every].set_errorevery((1, 1));
    assert_eq!(fig[ax].ylim().hi.round(), 10.0);
}

#[test]
fn some_points_have_markers() {
    let x: Vec<f64> = (0..10).map(f64::from).collect();
    let line = Line::new(&x, [1.0; 10]).fmt("ks").markersize(8);
    let (mut fig, _, key) = figure(line, (-1.0, 10.0), (0.0, 2.0));
    let marked = |fig: &Figure| -> Vec<usize> {
        let frame = fig.render();
        (0..10).filter(|i| pixel(fig, &frame, x[*i], 1.0) == BLACK).collect()
    };
    assert_eq!(marked(&fig).len(), 10);
    fig[key].set_markevery(4);
    assert_eq!(marked(&fig), [0, 4, 8]);
    fig[key].set_markevery((1, 4));
    assert_eq!(marked(&fig), [1, 5, 9]);
    fig[key].set_markevery([2, 3, 77]);
    assert_eq!(marked(&fig), [2, 3]);
    // 496 by 369.6 pixels: a diagonal of 618.6, and points 45.1 pixels apart
    fig[key].set_markevery((0.0, 0.2));
    assert_eq!(marked(&fig), [0, 3, 5, 8]);
    assert_eq!(fig[key].get_markevery(), Some(&MarkEvery::Share { start: 0.0, step: 0.2 }));
}

#[test]
fn halves_of_markers_are_filled() {
    for marker in "os^v<>pP*hHXDd8".chars() {
        let line = Line::new([0.5], [0.5]).marker(marker).markersize(60).markerfacecolor("red");
        let line = line.markerfacecoloralt("blue").markeredgewidth(2).color("k");
        let (mut fig, _, key) = figure(line, (0.0, 1.0), (0.0, 1.0));
        let colors = |fig: &Figure, (dx, dy): (i32, i32)| {
            let frame = fig.render();
            let Point { x, y } = Layout::of(fig).axes[0].projection.point(0.5, 0.5);
            // beyond the cut, and not outside of stars
            [1, -1].map(|way| {
                let by = if marker == 'p' && way * dy < 0 { 17 } else { 12 };
                frame.pixel((x as i32 + way * dx * by) as u32, (y as i32 + way * dy * by) as u32)
            })
        };
        for (style, toward) in [("left", (-1, 0)), ("right", (1, 0)), ("top", (0, -1)), ("bottom", (0, 1))] {
            fig[key].set_fillstyle(style);
            assert_eq!(colors(&fig, toward), [[255, 0, 0], [0, 0, 255]], "{marker} {style}");
        }
        fig[key].set_fillstyle("none");
        assert_eq!(colors(&fig, (1, 0)), [WHITE; 2], "{marker}");
        assert_eq!(fig[key].get_fillstyle(), FillStyle::None);
        // as paths
        fig[key].set_fillstyle("left");
        let svg = fig.to_svg();
        for names in [["red", "#f00", "#ff0000"], ["blue", "#00f", "#0000ff"]] {
            assert!(names.iter().any(|name| svg.contains(&format!("fill=\"{name}\""))), "{names:?}: {svg}");
        }
    }
}

#[test]
fn ends_of_lines_are_what_they_are_told() {
    let line = Line::new([0.3, 0.7], [0.5, 0.5]).color("k").linewidth(20);
    let (mut fig, _, key) = figure(line, (0.0, 1.0), (0.0, 1.0));
    let dark = |fig: &Figure| darkness(fig);
    let projecting = dark(&fig);
    fig[key].set_solid_capstyle("butt");
    let butt = dark(&fig);
    fig[key].set_solid_capstyle(Cap::Round);
    let round = dark(&fig);
    // 20 points are 27.8 pixels: a square of them at both ends together, or a disc
    assert!(
        (projecting - butt - 771.6).abs() < 2.0 && (round - butt - 606.0).abs() < 2.0,
        "{projecting} {round} {butt}"
    );
    // dashes have ends of their own
    fig[key].set_linestyle("--");
    let dashes = dark(&fig);
    fig[key].set_dash_capstyle("projecting");
    assert!(dark(&fig) > dashes + 700.0);
    fig[key].set_linestyle("-");
    assert_eq!(dark(&fig), round);
}

#[test]
fn dashes_begin_where_they_are_told() {
    let line = Line::new([0.0, 1.0], [0.5, 0.5]).color("k").linewidth(4).linestyle("--");
    let (mut fig, _, key) = figure(line, (0.0, 1.0), (0.0, 1.0));
    let runs = |fig: &Figure| -> Vec<bool> {
        let (frame, area) = (fig.render(), Layout::of(fig).axes[0].area);
        let y = area.center().y as u32;
        (area.x0 as u32 + 2..area.x1 as u32 - 2).map(|x| frame.pixel(x, y)[0] < 128).collect()
    };
    let before = runs(&fig);
    // a pattern is 5.3 widths of 4 points long: 29.44 pixels
    fig[key].set_dash_offset(5.3);
    assert_eq!(runs(&fig), before);
    fig[key].set_dash_offset(5.3 / 2.0);
    assert_ne!(runs(&fig), before);
    fig[key].set_dash_offset(0).set_dash_anchor(0);
    assert_eq!(runs(&fig), before);
}

/// What a strip chart does: points are left out at the beginning, and the axes move on.
#[test]
fn dashes_that_belong_to_places_do_not_crawl() {
    let wave = |t: &f64| (3.0 * t).sin();
    let draw = |first: u32, anchored: bool| {
        let t: Vec<f64> = (first..first + 300).map(|i| 0.01 * f64::from(i)).collect();
        // a hundredth is a pixel
        let mut wide = Figure::pixels(400, 200);
        let ax = wide.add_axes_at(0.0, 0.0, 1.0, 1.0);
        wide[ax].set_xlim(t[0], t[0] + 4.0).set_ylim(-1.2, 1.2).set_frame(false);
        let line = Line::new(&t, t.iter().map(wave).collect::<Vec<_>>()).color("k").linestyle("--");
        wide[ax].add(if anchored { line.dash_anchor(0) } else { line });
        wide.render()
    };
    // how far what is seen is from what was seen before, moved by as many pixels as the axes
    let crawled = |anchored: bool| {
        let (before, after) = (draw(0, anchored), draw(7, anchored));
        let mut worst = 0;
        for y in 0..200 {
            for x in 10..280 {
                worst = worst.max(before.pixel(x + 7, y)[0].abs_diff(after.pixel(x, y)[0]));
            }
        }
        worst
    };
    assert!(crawled(true) <= 2, "{}", crawled(true));
    assert!(crawled(false) > 100, "{}", crawled(false));
}

#[test]
fn lines_with_any_data_are_drawn_in_any_way() {
    let values = [f64::NAN, 0.0, 1e300, -1e300, 1e-300, f64::INFINITY, 3.0, 3.0, -7.0];
    for n in [0, 1, values.len()] {
        for scale in ["linear", "log", "symlog"] {
            let line = Line::new(&values[..n], &values[..n]).fmt("o--").dash_anchor(1e300).markevery(0.1);
            let mut fig = Figure::pixels(200, 150);
            let ax = fig.add_axes();
            let key = fig[ax].add(line.fillstyle("top"));
            fig[ax].add(ErrorBars::new(&values[..n], &values[..n]).yerr(1e300).uplims(true).xlolims(true));
            fig[ax]
                .set_xscale(if scale == "symlog" { Scale::Linear } else { Scale::Log })
                .set_yscale(if scale == "log" { Scale::Log } else { Scale::Linear });
            let _ = fig.render();
            fig[key].set_dash_anchor(f64::NAN);
            let _ = fig.render();
            fig[key].set_dash_anchor(0).set_linestyle(":").set_dash_offset(1e30);
            let _ = fig.render();
            assert!(fig.to_svg().len() > 1000);
        }
    }
    let many: Vec<f64> = (0..1_000_000).map(|i| f64::from(i % 1000)).collect();
    let line = Line::new(&many, &many).linestyle("--").dash_anchor(0).marker('o').markevery(0.05);
    let (fig, ..) = figure(line, (0.0, 1000.0), (0.0, 1000.0));
    let _ = fig.render();
}

#[test]
fn dashes_may_belong_to_a_place_that_is_very_far_away() {
    for far in [1e15, -1e18, 1e300] {
        let line = Line::new([0, 1], [0, 1]).linestyle("--").color("k").dash_anchor(far);
        let (mut fig, _, key) = figure(line, (0.0, 1.0), (0.0, 1.0));
        let (there, _) = (fig.render(), fig[key].set_data([1, 0], [1, 0]));
        let blank = figure(Line::empty(), (0.0, 1.0), (0.0, 1.0)).0.render();
        assert!(there != blank && fig.render() != blank, "{far}");
    }
}

#[test]
fn room_between_groups_may_be_said_before_or_after() {
    let before = Bars::new([0, 1], [1.0, 2.0]).group_spacing(0.5, 0.2).group(2, 3);
    let after = Bars::new([0, 1], [1.0, 2.0]).group(2, 3).group_spacing(0.5, 0.2);
    assert_eq!(before.get_group_spacing(), (0.5, 0.2));
    let drawn = |bars: Bars| figure(bars, (-1.0, 2.0), (0.0, 3.0)).0.render();
    assert_eq!(drawn(before), drawn(after));
}

#[test]
fn bars_on_dates_are_as_wide_as_their_distance_allows() {
    let day = |day: u8| grabframe::date(2026, 3, day);
    let width = |bars: &Bars| bars.get_width().to_vec();
    let mut bars = Bars::new([day(4), day(1), day(2)], [1, 2, 3]);
    assert_eq!(width(&bars), [0.8 * 86_400.0]);
    bars.set_data([day(1), day(1).at(1, 0, 0)], [1, 2]);
    assert_eq!(width(&bars), [0.8 * 3_600.0]);
    bars.set_data([day(1)], [1]);
    assert_eq!(width(&bars), [0.8 * 86_400.0]);
    bars.set_data([0, 10], [1, 2]);
    assert_eq!(width(&bars), [0.8]);
    bars.set_width(60);
    bars.set_data([day(1), day(2)], [1, 2]);
    assert_eq!(width(&bars), [60.0]);
}

/// In the legend, errors reach half a letter to each side, each along its own axis.
#[test]
fn errors_are_in_the_legend_along_their_axis() {
    let reach = |bars: ErrorBars| {
        let mut fig = Figure::pixels(200, 150);
        let ax = fig.add_axes();
        fig[ax].add(bars.ecolor("r").color("none").elinewidth(0.72).label("a"));
        fig[ax].set_xlim(5, 6).legend();
        let frame = fig.render();
        let area = Layout::of(&fig).axes[0].legend.as_ref().expect("a legend").frame;
        let (mut columns, mut rows) = (Vec::new(), Vec::new());
        for y in area.y0 as u32..area.y1 as u32 {
            for x in area.x0 as u32..area.x1 as u32 {
                let [r, g, b] = frame.pixel(x, y);
                if r >= 250 && g < 200 && b < 200 {
                    columns.push(x);
                    rows.push(y);
                }
            }
        }
        let span = |places: &[u32]| places.iter().max().zip(places.iter().min()).map_or(0, |(hi, lo)| hi - lo + 1);
        (span(&columns), span(&rows))
    };
    let bars = || ErrorBars::new([0.5], [0.5]);
    assert_eq!(reach(bars()), (0, 0));
    // a letter is 13.9 pixels high
    let (wide, high) = reach(bars().xerr(0.1));
    assert!((14..=16).contains(&wide) && (1..=2).contains(&high), "{wide} {high}");
    let (wide, high) = reach(bars().yerr(0.1));
    assert!((1..=2).contains(&wide) && (14..=16).contains(&high), "{wide} {high}");
    let (wide, high) = reach(bars().yerr(0.1).xerr(0.1));
    assert!((14..=16).contains(&wide) && (14..=16).contains(&high), "{wide} {high}");
}

/// Stairs stand on their foot, which limits keep, and without one they have no outer sides.
#[test]
fn stairs_stand_on_their_foot() {
    for (foot, lowest, sides) in [(Some(0.0), 0.0, true), (Some(-2.0), -2.0, true), (None, 3.0 - 0.1, false)] {
        let mut fig = Figure::pixels(100, 100);
        let ax = fig.add_axes_at(0.0, 0.0, 1.0, 1.0);
        fig[ax].add(Stairs::new([3.0, 5.0], [0.0, 1.0, 2.0]).baseline(foot).color("k").linewidth(1.44));
        fig[ax].set_frame(false).set_xlim(-1, 3);
        let layout = Layout::of(&fig);
        let lo = layout.axes[0].y.limits.lo;
        assert!((lo - lowest).abs() < 1e-9, "{foot:?}: {lo}");
        let at = |x: f64, y: f64| {
            let Point { x, y } = layout.axes[0].projection.point(x, y);
            fig.render().pixel(x as u32, y as u32)[0] < 128
        };
        let below = foot.unwrap_or(3.0) + 0.05;
        assert_eq!((at(0.0, below + 1.0), at(2.0, below + 0.5)), (sides, sides), "{foot:?}");
        assert!(at(0.5, 3.0) && at(1.5, 5.0));
        // and are filled down to it
        let mut filled = fig.clone();
        filled[ax].add(Stairs::new([3.0], [1.0, 2.0]).baseline(foot).fill(true).color("k"));
        let Point { x, y } = layout.axes[0].projection.point(1.5, lowest + 0.2);
        assert_eq!(filled.render().pixel(x as u32, y as u32)[0] < 128, foot.is_some());
    }
}
