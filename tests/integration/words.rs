//! Where words are: none over another, none hidden, and in constrained figures none outside.

use grabframe::prelude::*;
use grabframe::{AxesLayout, Layout, PlacedText, Point, Rect};

use crate::tools::{overlap, thorough};

/// Numbers from 0 to 1, from a fixed sequence.
fn random(seed: u64) -> impl FnMut() -> f64 {
    let mut state = seed;
    move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 11) as f64 / (1_u64 << 53) as f64
    }
}

/// Of so many random cases, those that there is time for.
fn of(cases: u32) -> u32 {
    if thorough() { cases } else { cases / 10 }
}

fn words(texts: &[PlacedText]) -> Vec<&str> {
    texts.iter().map(|t| t.text.as_str()).collect()
}

fn find<'a>(axes: &'a AxesLayout, text: &str) -> &'a PlacedText {
    axes.texts.iter().find(|t| t.text == text).unwrap_or_else(|| panic!("no {text:?} in {:?}", words(&axes.texts)))
}

#[test]
fn labels_side_by_side_never_touch() {
    let mut next = random(20);
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    fig[ax].set_ylim(0.0, 1.0).set_yticks([] as [f64; 0]);
    for k in 0..of(2_000) {
        let middle = (next() * 2.0 - 1.0) * 10.0_f64.powf(next() * 16.0 - 6.0);
        let span = 10.0_f64.powf(next() * 14.0 - 7.0);
        if span < middle.abs() * 1e-13 {
            continue;
        }
        fig[ax].set_xscale(Scale::Linear);
        if k % 3 == 0 {
            let lo = 10.0_f64.powf(next() * 12.0 - 6.0);
            fig[ax].set_xscale(Scale::Log).set_xlim(lo, lo * 10.0_f64.powf(10.0_f64.powf(next() * 4.0 - 3.0)));
        } else {
            fig[ax].set_xlim(middle, middle + span);
        }
        let texts = &Layout::of(&fig).axes[0].texts;
        let limits = Layout::of(&fig).axes[0].x.limits;
        // the offset is lower
        let first = texts[0].bounds();
        let mut labels: Vec<Rect> = texts.iter().map(PlacedText::bounds).filter(|b| b.y0 < first.y1).collect();
        labels.sort_by(|a, b| a.x0.total_cmp(&b.x0));
        assert!(labels.len() >= 2, "{limits:?}: {:?}", words(texts));
        for pair in labels.windows(2) {
            assert!(pair[0].x1 + 2.0 < pair[1].x0, "{limits:?}: {:?}", words(texts));
        }
    }
}

#[test]
fn log_axes_have_two_labels_and_no_dollars() {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    fig[ax].set_xscale(Scale::Log).set_xlim(0.65, 1.911).set_ylim(0.0, 1.0);
    let layout = Layout::of(&fig);
    assert_eq!(words(&layout.axes[0].texts)[..2], [r"$8\times10^{-1}$", "$10^{0}$"]);
    fig[ax].set_xlim(1.0, 1000.0).set_xticks([1.0, 10.0, 100.0]);
    assert_eq!(words(&Layout::of(&fig).axes[0].texts)[..3], ["$10^{0}$", "$10^{1}$", "$10^{2}$"]);
    fig[ax].set_xlim(2.0, 512.0).set_xticks([4.0, 8.0, 16.0, 32.0, 64.0, 128.0, 256.0]);
    assert_eq!(words(&Layout::of(&fig).axes[0].texts)[..7], ["4", "8", "16", "32", "64", "128", "256"]);
}

#[test]
fn every_tick_has_its_own_name() {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    fig[ax].set_xlim(0.0, 3.0).set_xticklabels([1.0, 1.0, 2.0], ["a", "b", "c"]);
    assert_eq!(words(&Layout::of(&fig).axes[0].texts)[..3], ["a", "b", "c"]);
    fig[ax].set_xlim(-100.0, 100.0).set_xticks([-0.001]);
    assert_eq!(words(&Layout::of(&fig).axes[0].texts)[0], "−0.001");
}

#[test]
fn an_offset_and_its_label_make_the_tick() {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    fig[ax].set_xlim(251_889.767_25, 251_889.767_250_275).set_ylim(0.0, 1.0);
    let layout = Layout::of(&fig);
    let texts = words(&layout.axes[0].texts);
    assert!(texts.starts_with(&["0.0"]) && texts.contains(&"1e−7+2.5188976725e5"), "{texts:?}");
}

#[test]
fn titles_move_up_over_the_offset() {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    fig[ax].set_ylim(0.0, 1e-7).set_title("Title");
    let low = find(&Layout::of(&fig).axes[0], "Title").bounds();
    fig[ax].set_title("A very long title to be sure that it is long enough for everybody");
    let layout = Layout::of(&fig);
    let (title, offset) = (layout.axes[0].texts.last().unwrap().bounds(), find(&layout.axes[0], "1e−7").bounds());
    // matplotlib: the baseline is six points over the top of the offset, 42.881 px from the top
    assert!(!overlap(title, offset) && title.y1 < low.y1 - 10.0, "{title:?} {offset:?}");
    assert!((title.y1 - (480.0 - 441.448)).abs() < 0.5, "{title:?}");
    fig[ax].set_title(
        "Three lines, long enough\nto reach the offset of the axis below\nand its letters, too, so that all move",
    );
    let layout = Layout::of(&fig);
    assert!(!overlap(layout.axes[0].texts.last().unwrap().bounds(), offset));
}

#[test]
fn the_label_of_x_is_below_its_offset() {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    fig[ax].set_xlim(1e6, 1e6 + 1.0).set_ylim(0.0, 1.0).set_xlabel("short");
    let place = |fig: &Figure, text: &str| find(&Layout::of(fig).axes[0], text).bounds();
    let before = place(&fig, "short").y0;
    let long = "a label of the horizontal axis that is so long that it reaches the offset";
    fig[ax].set_xlabel(long);
    assert!(!overlap(place(&fig, long), place(&fig, "+1e6")));
    assert!(place(&fig, long).y0 > before && place(&fig, long).y1 <= 480.0);
}

#[test]
fn titles_are_not_hidden_by_their_colorbar() {
    for (rows, cols) in [(8, 2), (8, 8), (24, 32), (2, 8)] {
        let mut fig = Figure::new();
        let ax = fig.add_axes();
        let image = fig[ax].imshow(vec![vec![1.0; cols]; rows]);
        fig.colorbar(image);
        let title = "Line one of three, rather a long one\nline two is longer still, and would lie over it\nthree";
        fig[ax].set_title(title);
        let layout = Layout::of(&fig);
        let (title, bar) = (find(&layout.axes[0], title).bounds(), &layout.axes[1]);
        assert!(bar.texts.iter().all(|t| !overlap(t.bounds(), title)), "{rows}");
        // beside it, over it, or, where that would be out of the picture, upon it
        let both = |x: u32, y: u32| bar.area.contains(Point::new(x as f32, y as f32)) && y > title.y0 as u32;
        if overlap(title, bar.area) {
            assert!(title.y0 >= 0.0 && bar.area.y0 - title.height() < 10.0, "{rows}");
            let frame = fig.render();
            let bar_below = title.y1 as u32;
            let upon = (0..640).flat_map(|x| (0..bar_below).map(move |y| (x, y))).filter(|&(x, y)| both(x, y));
            assert!(upon.filter(|&(x, y)| frame.pixel(x, y) == [0; 3]).count() > 20, "{rows}");
        }
    }
}

#[test]
fn words_are_not_hidden_by_neighbours() {
    let mut fig = Figure::new();
    let axs = fig.subplots(2, 1);
    fig[axs[(0, 0)]].imshow(vec![vec![1.0; 4]; 4]);
    fig[axs[(0, 0)]].set_aspect(Aspect::Auto);
    let title = "MMMMMMMMMM\nMMMMMMMMMM\nMMMMMMMMMM\nMMMMMMMMMM\nMMMMMMMMMM";
    fig[axs[(1, 0)]].set_title(title);
    let layout = Layout::of(&fig);
    let (title, above) = (find(&layout.axes[1], title).bounds(), layout.axes[0].area);
    assert!(overlap(title, above));
    let frame = fig.render();
    let dark = |y: u32| (title.x0 as u32..title.x1 as u32).any(|x| frame.pixel(x, y) == [0; 3]);
    assert!((title.y0 as u32 + 4..above.y1 as u32 - 3).filter(|y| dark(*y)).count() > 10);
}

#[test]
fn constrained_axes_stay_in_the_picture() {
    let mut fig = Figure::inches(3.2, 2.4).constrained();
    let axs = fig.subplots(4, 4);
    for ax in &axs {
        fig[ax].set_title("t").set_xlabel("x").set_ylabel("y");
    }
    // there is no room: as without `constrained`, and as in matplotlib
    let areas: Vec<Rect> = Layout::of(&fig).axes.iter().map(|a| a.area).collect();
    let (first, last) = (areas[0], areas[15]);
    let near = |a: f32, b: f64| (f64::from(a) - b).abs() < 0.01;
    assert!(near(first.x0, 40.0) && near(last.x1, 288.0) && near(last.y1, 213.6), "{areas:?}");
    assert!(near(240.0 - first.y1, 171.026), "{areas:?}");
    // without these words there is
    for ax in &axs {
        fig[ax].set_title("").set_xlabel("").set_ylabel("");
    }
    let layout = Layout::of(&fig);
    for axes in &layout.axes {
        let all = axes.extent();
        assert!(all.x0 >= 0.0 && all.y0 >= 0.0 && all.x1 <= 320.0 && all.y1 <= 240.0, "{all:?}");
    }
}

/// A label that is shown only where the axes are wide makes them narrow, and then is gone: its room stays.
#[test]
fn labels_that_come_and_go_with_their_room_have_it() {
    let mut fig = Figure::new().constrained();
    let ax = fig.add_axes();
    fig[ax].set_xlabel("x").set_ylabel("y").set_title("title");
    fig[ax].set_xscale("log").set_xticks(Ticks::every(0.35498046875).offset(6.97021484375));
    fig[ax].set_yscale(Scale::Logit).set_yticks(Ticks::every(6.103515625)).set_yformat(Format::plain());
    fig[ax].set_xlim(0.8912509381337456, 11.220184543019636).set_ylim(0.123291015625, 0.9999999800473751);
    let layout = Layout::of(&fig);
    for text in &layout[ax].texts {
        let Rect { x0, x1, .. } = text.bounds();
        assert!(x0 >= -0.5 && x1 <= 640.5, "{:?} from {x0} to {x1}", text.text);
    }
}

/// A figure of random axes with random words.
fn random_figure(next: &mut impl FnMut() -> f64, constrained: bool) -> Figure {
    let names = ["t", "time (s)", "membrane potential (mV)", "two\nlines", "Ångström"];
    let mut pick = |n: usize| (next() * n as f64) as usize;
    let size = (3.0 + pick(60) as f64 / 10.0, 2.5 + pick(50) as f64 / 10.0);
    let mut fig = Figure::inches(size.0, size.1).dpi([72.0, 100.0, 144.0][pick(3)]);
    if constrained {
        fig = fig.constrained();
    }
    let axes: Vec<_> = match pick(3) {
        0 => vec![fig.add_axes()],
        1 => fig.subplots(1 + pick(3), 1 + pick(3)).iter().collect(),
        _ => fig.mosaic(["AAB;CCB", "AB;CC", "A.;BB"][pick(3)]).iter().map(|(_, ax)| ax).collect(),
    };
    if pick(3) == 0 {
        fig.suptitle(names[pick(5)]);
    }
    for ax in axes {
        let mut limits = || {
            let middle = (pick(2000) as f64 - 1000.0) * 10.0_f64.powi(pick(14) as i32 - 7);
            (middle, middle + (1.0 + pick(999) as f64) * 10.0_f64.powi(pick(10) as i32 - 6))
        };
        let (x, y) = (limits(), limits());
        if pick(4) == 0 {
            let high = 10.0_f64.powi(pick(5) as i32) * (1.0 + pick(90) as f64);
            let image = fig[ax].add(Image::new(vec![vec![0.0; 1 + pick(9)]; 1 + pick(9)]).clim(high, high + 1.0));
            let bar = fig.colorbar(image);
            fig[bar].set_label(names[pick(5)]);
        } else {
            fig[ax].set_xlim(x.0, x.1).set_ylim(y.0, y.1);
            if pick(4) == 0 {
                let lo = 10.0_f64.powi(pick(9) as i32 - 4) * (1.0 + pick(80) as f64);
                fig[ax].set_xscale(Scale::Log).set_xlim(lo, lo * (1.01 + pick(300) as f64 * 0.02));
            }
            if pick(4) == 0 {
                let lo = 10.0_f64.powi(pick(9) as i32 - 4) * (1.0 + pick(80) as f64);
                fig[ax].set_yscale(Scale::Log).set_ylim(lo, lo * (1.01 + pick(30_000) as f64));
            }
        }
        fig[ax].set_title(["", names[pick(5)]][pick(2)]);
        fig[ax].set_xlabel(["", names[pick(5)]][pick(2)]).set_ylabel(["", names[pick(5)]][pick(2)]);
    }
    fig
}

#[test]
fn no_words_of_axes_lie_over_one_another() {
    let mut next = random(17);
    for k in 0..of(600) {
        let fig = random_figure(&mut next, k % 2 == 0);
        let layout = Layout::of(&fig);
        for axes in &layout.axes {
            // boxes of a few pixels have no room for the words around them
            if axes.area.width() < 40.0 || axes.area.height() < 40.0 {
                continue;
            }
            let slack = layout.pixels_per_point * 2.0;
            // two that are longer than their axes may cross
            let long = |b: &Rect| b.width() > axes.area.width() - 9.0 || b.height() > axes.area.height() - 9.0;
            let bounds: Vec<Rect> = axes.texts.iter().map(|t| t.bounds().expanded(-slack / 2.0)).collect();
            for (i, a) in bounds.iter().enumerate() {
                for (j, b) in bounds[..i].iter().enumerate() {
                    let both = (&axes.texts[i].text, &axes.texts[j].text);
                    assert!(
                        !overlap(*a, *b) || long(a) && long(b),
                        "figure {k}, {:?}: {both:?} {a:?} {b:?}",
                        axes.area
                    );
                }
            }
        }
    }
}

#[test]
fn constrained_figures_hold_all_their_words() {
    let mut next = random(18);
    let mut full = 0;
    for k in 0..of(400) {
        let fig = random_figure(&mut next, true);
        let layout = Layout::of(&fig);
        let (w, h) = (layout.size.width as f32, layout.size.height as f32);
        let inside = |r: Rect| r.x0 >= -0.01 && r.y0 >= -0.01 && r.x1 <= w + 0.01 && r.y1 <= h + 0.01;
        assert!(layout.axes.iter().all(|a| inside(a.area)), "figure {k}");
        // a label may be longer than its axes; where there is too little room, all is where it is by default
        let words_inside = layout.axes.iter().all(|a| inside(a.extent()));
        full += u32::from(words_inside);
    }
    assert!(full > of(340), "{full}");
}

#[test]
fn legends_stay_in_the_figure() {
    for (size, entries, label) in [
        ((640, 480), 30, "a label"),
        ((640, 480), 16, "a label"),
        ((320, 240), 30, "a longer label"),
        ((200, 150), 100, "a label"),
        ((300, 200), 2, "a label that is longer than the figure is wide, and so can only be written small"),
    ] {
        let mut fig = Figure::pixels(size.0, size.1);
        let ax = fig.add_axes();
        for i in 0..entries {
            fig[ax].add(Line::new([0.0, 1.0], [f64::from(i), 2.0]).label(format!("{label} {i}")));
        }
        fig[ax].legend();
        for loc in [LegendLoc::Best, LegendLoc::LowerLeft, LegendLoc::CenterRight, LegendLoc::Center] {
            fig[ax].legend_at(loc);
            let layout = Layout::of(&fig);
            let legend = layout.axes[0].legend.as_ref().unwrap();
            let (w, h) = (size.0 as f32 + 0.01, size.1 as f32 + 0.01);
            let inside = |r: Rect| r.x0 >= -0.01 && r.y0 >= -0.01 && r.x1 <= w && r.y1 <= h;
            assert!(inside(legend.frame), "{size:?} {entries} {loc:?}: {:?}", legend.frame);
            assert_eq!(legend.entries.len(), entries as usize);
            let bounds: Vec<Rect> = legend.entries.iter().map(|e| e.text.bounds()).collect();
            for (i, a) in bounds.iter().enumerate() {
                assert!(a.x1 <= legend.frame.x1 && a.y1 <= legend.frame.y1 + 1.0, "{a:?} {:?}", legend.frame);
                assert!(bounds[..i].iter().all(|b| !overlap(a.expanded(-0.5), *b)), "{size:?} {entries}, entry {i}");
            }
            if entries == 16 {
                // one column, as in matplotlib, as long as there is room
                assert!(bounds.windows(2).all(|p| p[0].x0 == p[1].x0));
            }
        }
    }
}

#[test]
fn the_best_place_of_a_legend_is_matplotlibs() {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    fig[ax].add(Line::new([0, 10], [0, 10]).label("up"));
    fig[ax].add(Line::new([0, 10], [10, 0]).label("down"));
    fig[ax].legend();
    let at = |fig: &Figure| Layout::of(fig).axes[0].legend.as_ref().unwrap().frame;
    let placed = |fig: &mut Figure, loc: LegendLoc| {
        fig[ax].legend_at(loc);
        let frame = at(fig);
        fig[ax].legend();
        frame
    };
    // of all places without a line the right side is the first
    let right = placed(&mut fig, LegendLoc::CenterRight);
    assert_eq!(at(&fig), right);
    // words are not covered, wherever they are placed
    let words = fig[ax].add(Text::new(9.5, 5, "words").ha("right").va("center"));
    let left = placed(&mut fig, LegendLoc::CenterLeft);
    assert_eq!(at(&fig), left);
    fig[words].set_position(0.5, 5).set_ha("left");
    assert_eq!(at(&fig), right);
    fig[ax].add(Text::new(0.97, 0.5, "more").axes_fraction().ha("right").va("center"));
    let lower = placed(&mut fig, LegendLoc::LowerCenter);
    assert_eq!(at(&fig), lower);
    fig[words].set_visible(false);
    assert_eq!(at(&fig), left);
}

#[test]
fn titles_touch_no_tick_label() {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    fig[ax].set_title("a title, longer than its axes are wide; it begins and ends with agpqy: agpqy gpqy");
    for top in 0..200 {
        let top = 1.0 + 0.001 * f64::from(top);
        fig[ax].set_ylim(0.0, top);
        let layout = Layout::of(&fig);
        let (title, labels) = layout.axes[0].texts.split_last().unwrap();
        assert!(title.bounds().x0 < 80.0);
        assert!(labels.iter().all(|label| !overlap(label.bounds(), title.bounds())), "{top}");
        // no higher than that takes: 8.3 pixels over the axes where nothing is in the way
        let lifted = 49.2667 + 3.94 - title.bounds().y1;
        assert!((-0.1..4.0).contains(&lifted), "{top}: {lifted}");
    }
}

#[test]
fn words_on_the_figure() {
    let mut fig = Figure::pixels(200, 100);
    let ax = fig.add_axes_at(0.0, 0.0, 1.0, 1.0);
    fig[ax].imshow(vec![vec![0.5; 4]; 4]);
    let clock = fig.text(0.5, 0.5, "t = 0");
    let rest = fig.text(1, 0, "rest");
    fig[rest].set_ha(HAlign::Right);
    let (all, mut without) = (fig.render(), fig.clone());
    without.set_visible(clock, false);
    let columns = |a: &Frame, b: &Frame| -> Vec<u32> {
        (0..200).filter(|&x| (0..100).any(|y| a.pixel(x, y) != b.pixel(x, y))).collect()
    };
    let inked = columns(&all, &without.render());
    assert!(inked[0] >= 100 && inked[0] < 103 && *inked.last().unwrap() < 140, "{inked:?}");
    let mut alone = without.clone();
    alone.remove(rest);
    let inked = columns(&without.render(), &alone.render());
    assert!(inked[0] > 160 && *inked.last().unwrap() >= 197, "{inked:?}");
    let mut renderer = Renderer::new();
    for k in 0..5 {
        fig[clock].set_text(format!("t = {k}")).set_color(["black", "red"][k % 2]);
        assert_eq!(*renderer.render(&fig), fig.render(), "{k}");
    }
    fig.set_visible(clock, false);
    assert_eq!(fig.render(), without.render());
    assert!(fig.remove(clock).is_some() && fig.get(clock).is_none());
    assert_eq!(*renderer.render(&fig), fig.render());
}

#[test]
fn without_a_frame_there_is_no_face() {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    fig[ax].set_xlabel("below").set_title("above").set_facecolor("red");
    let before = fig.render();
    let over = fig.add_axes_at(0.0, 0.0, 1.0, 1.0);
    fig[over].set_frame(false).set_xlim(0.0, 1.0).set_facecolor("blue");
    assert_eq!(fig.render(), before);
}

#[test]
fn the_title_of_the_figure_is_over_all_others() {
    let mut fig = Figure::new();
    for ax in fig.subplots(2, 2) {
        fig[ax].set_title("three\nlines\nof title");
    }
    fig.suptitle("The title of the figure, so wide that it reaches\nthose of the axes on both of its sides");
    let layout = Layout::of(&fig);
    let title = layout.title.as_ref().unwrap().bounds();
    for axes in &layout.axes {
        assert!(axes.texts.iter().all(|t| !overlap(t.bounds(), title)), "{title:?}");
        assert!(axes.area.y1 < 480.0 && axes.area.height() > 60.0);
    }
}

#[test]
fn no_figure_is_too_small() {
    for (w, h) in [(1, 1), (7, 40), (40, 7), (60, 45), (120, 90), (240, 100), (100, 240)] {
        for constrained in [false, true] {
            for (k, letters) in ["A", "AAB;CCB", "AB;CD;EF", "ABCDEFGH"].into_iter().enumerate() {
                let mut fig = Figure::pixels(w, h);
                if constrained {
                    fig = fig.constrained();
                }
                for (letter, ax) in fig.mosaic(letters).iter() {
                    fig[ax].set_title("title").set_xlabel("x").set_ylabel("y").legend();
                    fig[ax].add(Line::new([1e6, 1e6 + 1.0], [1e-9, 2e-9]).label("line"));
                    if letter == 'A' {
                        let image = fig[ax].imshow(vec![vec![0.0, 1e-9]; 2]);
                        let bar = fig.colorbar(image);
                        fig[bar].set_label("bar");
                    }
                }
                if k % 2 == 1 {
                    fig.suptitle("over\nall");
                }
                let layout = Layout::of(&fig);
                for axes in &layout.axes {
                    let Rect { x0, y0, x1, y1 } = axes.area;
                    let inside = x0 >= 0.0 && y0 >= 0.0 && x1 <= w as f32 && y1 <= h as f32;
                    assert!(inside && x0 <= x1 && y0 <= y1, "{w} x {h}, {letters}: {:?}", axes.area);
                    if let Some(legend) = &axes.legend {
                        let Rect { x0, y0, .. } = legend.frame;
                        assert!(x0 >= -0.01 && y0 >= -0.01, "{w} x {h}, {letters}: {:?}", legend.frame);
                    }
                }
                assert_eq!(fig.render().size(), fig.size());
            }
        }
    }
}

#[test]
fn mathematics_that_is_not_known_is_noted() {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let line = fig[ax].add(Line::new([0, 1], [0, 1]).label(r"$\alpha$"));
    let words = fig[ax].text(0.2, 0.2, "$x^2$");
    let over = fig.text(0.5, 0.5, "$5");
    fig[ax].set_title(r"$10^{-3}$").set_xlabel(r"$\mu$m").legend();
    fig.suptitle(r"\$5 to \$10");
    assert!(Layout::of(&fig).notes.is_empty());
    fig[line].set_label(r"$\hut x$");
    fig[words].set_text("${x$");
    fig[over].set_text("5% of $5, 6% of $6");
    fig[ax].set_title(r"$\fraction{1}{2}$").set_ylabel("$x^$");
    fig.suptitle(r"$\left($");
    let notes = Layout::of(&fig).notes;
    let wanted = [
        r#"the title of the figure "$\left($": a \right is missing, at letter 8"#,
        r#"the label of an axis "$x^$": there is nothing after ^, at letter 4"#,
        r#"the title "$\fraction{1}{2}$": \fraction is not known in mathematics here, at letter 2"#,
        r#"the legend "$\hut x$": \hut is not known in mathematics here, at letter 2"#,
        r#"the text "${x$": a } is missing, at letter 4"#,
        r#"the text "5% of $5, 6% of $6": % is not known in mathematics, at letter 12"#,
    ];
    assert_eq!(notes, wanted);
}

#[test]
fn mathematics_is_drawn_in_files_as_in_pixels() {
    let mut fig = Figure::new();
    fig.suptitle(r"$\alpha_i^2$");
    let svg = fig.to_svg();
    // both scripts are smaller than the letter
    assert!(svg.contains("font-size=\"16.667\"") && svg.matches("font-size=\"11.67\"").count() == 2, "{svg}");
    let lines = |fig: &Figure| fig.to_svg().matches("<rect x=").count();
    let before = lines(&fig);
    fig.suptitle(r"$\frac{1}{\overline{2}}$");
    let svg = fig.to_svg();
    assert!(lines(&fig) == before + 2 && svg.contains(">1<"), "{svg}");
    // viewers have no letters of those fonts: they are drawn
    fig.suptitle(r"$\mathcal{L}$");
    assert!(fig.to_svg().contains(r"aria-label="));
}

#[test]
fn parts_of_a_formula_have_colours_of_their_own() {
    let mut fig = Figure::pixels(300, 150);
    let words = fig.text(0.1, 0.4, r"$\frac{a}{\textcolor{red}{\frac{b}{c}}} \mathcal{L} {\color{blue} \int} x$");
    fig[words].set_fontsize(36);
    let count = |fig: &Figure, color: [u8; 3]| {
        let frame = fig.render();
        (0..300).flat_map(|x| (0..150).map(move |y| (x, y))).filter(|(x, y)| frame.pixel(*x, *y) == color).count()
    };
    for color in [[255, 0, 0], [0, 0, 255], [0, 0, 0]] {
        assert!(count(&fig, color) > 10, "{color:?}");
    }
    // the line of the inner fraction is red, too: a whole row of it
    let frame = fig.render();
    let row = |y: u32| (0..300).filter(|x| frame.pixel(*x, y) == [255, 0, 0]).count();
    assert!((0..150).any(|y| row(y) >= 8));
    let svg = fig.to_svg();
    assert!(svg.contains("#ff0000") && svg.contains("#0000ff"), "{svg}");
    // what is faint is so in all its colours
    fig[words].set_alpha(0.5);
    assert_eq!(count(&fig, [255, 0, 0]), 0);
    assert!(count(&fig, [255, 127, 127]) + count(&fig, [255, 128, 128]) > 10);
    // and without colours all is black
    fig[words].set_text(r"$\frac{a}{b}$").set_alpha(1.0);
    assert_eq!(count(&fig, [255, 0, 0]), 0);
}
