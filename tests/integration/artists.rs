//! What each kind of artist draws and asks for, and what it refuses.

use grabframe::prelude::*;
use grabframe::{Annotation, Layout, Shading};

use crate::tools::refusal;

/// Where the axes of a figure with one artist end.
fn limits<A: Artist>(artist: A) -> (Limits, Limits) {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    fig[ax].add(artist);
    let layout = Layout::of(&fig);
    (layout.axes[0].x.limits, layout.axes[0].y.limits)
}

fn near(a: Limits, lo: f64, hi: f64) -> bool {
    (a.lo - lo).abs() < 1e-9 && (a.hi - hi).abs() < 1e-9
}

#[test]
fn bars_stand_on_the_axis() {
    // matplotlib: no margin under bars that stand on 0, nor over those that hang from it
    let (x, y) = limits(Bars::new([0, 1, 2], [1.0, 4.0, 2.0]));
    assert!(near(x, -0.54, 2.54) && near(y, 0.0, 4.2), "{x:?} {y:?}");
    let (_, y) = limits(Bars::new([0, 1], [-1.0, -4.0]));
    assert!(near(y, -4.2, 0.0), "{y:?}");
    let (_, y) = limits(Bars::new([0, 1], [2.0, 4.0]).bottom([1.0, 2.0]));
    assert!(near(y, 1.0, 6.25), "{y:?}");
    let (x, y) = limits(Bars::horizontal([0, 1], [2.0, 4.0]));
    assert!(near(x, 0.0, 4.2) && near(y, -0.49, 1.49), "{x:?} {y:?}");
    // error bars count, and so do edges
    let (x, y) = limits(Bars::new([0, 1], [2.0, 4.0]).yerr([0.5, 1.0]).align_edge(true).width(1));
    assert!(near(x, -0.1, 2.1) && near(y, 0.0, 5.25), "{x:?} {y:?}");
}

#[test]
fn bars_follow_their_heights_by_parts_of_a_pixel() {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let bars = fig[ax].add(Bars::new([0.0], [0.5]).color("k"));
    fig[ax].set_xlim(-1, 1).set_ylim(0, 1);
    let darkness = |fig: &Figure| {
        let frame = fig.render();
        (54..426).map(|y| f64::from(255 - frame.pixel(328, y)[0]) / 255.0).sum::<f64>()
    };
    let before = darkness(&fig);
    // the axes are 369.6 pixels high
    fig[bars].set_heights([0.5 + 0.25 / 369.6]);
    let after = darkness(&fig);
    assert!((after - before - 0.25).abs() < 0.02, "{before} {after}");
}

#[test]
fn names_of_categories_are_the_ticks() {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let bars = fig[ax].add(Bars::categories(["ants", "bees"], [3.0, 7.0]));
    let words = |fig: &Figure| Layout::of(fig).axes[0].texts.iter().map(|t| t.text.clone()).collect::<Vec<_>>();
    assert_eq!(words(&fig)[..2], ["ants", "bees"]);
    fig[bars].set_heights([2.0, 1.0]);
    assert_eq!(words(&fig)[..2], ["ants", "bees"]);
    // what was set on the axes comes before
    fig[ax].set_xticks([0.5]);
    assert_eq!(words(&fig)[..1], ["0.5"]);
    let lying = limits(Bars::categories(["a", "b"], [3.0, 7.0]).lying());
    assert!(near(lying.0, 0.0, 7.35));
}

#[test]
fn bars_on_a_log_axis_begin_at_its_border() {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    fig[ax].add(Bars::new([0, 1], [1.0, 100.0]).color("k"));
    fig[ax].set_yscale("log");
    let frame = fig.render();
    let area = Layout::of(&fig).axes[0].area;
    assert_eq!(frame.pixel(420, area.y1 as u32 - 3), [0, 0, 0]);
}

#[test]
fn a_band_has_gaps_where_it_is_masked_or_unknown() {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let x = [0.0, 1.0, 2.0, 3.0, 4.0, 5.0];
    let band = fig[ax].add(FillBetween::new(x, 1.0, [0.0; 6]).color("k"));
    fig[ax].set_xlim(0, 5).set_ylim(0, 2);
    let column = |fig: &Figure, x: f64| {
        let area = Layout::of(fig).axes[0].area;
        let at = (area.x0 + area.width() * (x / 5.0) as f32) as u32;
        fig.render().pixel(at, (area.y1 - area.height() / 4.0) as u32) == [0, 0, 0]
    };
    assert!(column(&fig, 0.5) && column(&fig, 2.5) && column(&fig, 4.5));
    fig[band].set_mask([true, true, false, false, true, true]);
    assert!(column(&fig, 0.5) && !column(&fig, 2.5) && column(&fig, 4.5));
    fig[band].set_mask([1; 6]).set_data(x, [1.0, 1.0, f64::NAN, 1.0, 1.0, 1.0], 0.0);
    assert!(column(&fig, 0.5) && !column(&fig, 1.5) && !column(&fig, 2.5) && column(&fig, 3.5));
    assert_eq!(fig[ax].xlim(), Limits::new(0.0, 5.0));
}

#[test]
fn rules_do_not_care_how_far_axes_reach() {
    let (x, y) = limits(Rule::horizontal(3.0));
    assert!(near(x, 0.0, 1.0) && y.lo < 3.0 && y.hi > 3.0 && y.hi - y.lo < 1.0, "{x:?} {y:?}");
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    fig[ax].add(Rule::through((0.0, 0.0), 1.0).color("k"));
    fig[ax].set_xlim(0, 1e6).set_ylim(0, 1e6);
    let (frame, area) = (fig.render(), Layout::of(&fig).axes[0].area);
    for share in [0.1, 0.5, 0.9] {
        let (x, y) = (area.x0 + area.width() * share, area.y1 - area.height() * share);
        assert!(frame.pixel(x as u32, y as u32)[0] < 128, "{share}");
    }
}

#[test]
fn a_line_in_steps_is_level_between_its_points() {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    fig[ax].add(Line::new([0.0, 1.0, 2.0], [0.0, 1.0, 0.0]).steps("post").color("k"));
    fig[ax].set_xlim(0, 2).set_ylim(-0.5, 1.5);
    let (frame, area) = (fig.render(), Layout::of(&fig).axes[0].area);
    let dark = |x: f32, y: f32| {
        let at = (area.x0 + area.width() * x / 2.0, area.y1 - area.height() * (y + 0.5) / 2.0);
        (-1..=1).any(|by| frame.pixel(at.0 as u32, (at.1 as i32 + by) as u32)[0] < 128)
    };
    assert!(dark(0.5, 0.0) && dark(1.5, 1.0) && !dark(0.5, 0.5));
}

#[test]
fn level_lines_are_sharp_if_they_are_told_to_snap() {
    let dark = |y: f64, snap: bool| {
        let mut fig = Figure::new();
        let ax = fig.add_axes();
        fig[ax].add(Line::new([0.0, 1.0], [y, y]).color("k").snap(snap));
        fig[ax].set_xlim(0, 1).set_ylim(0, 369.6);
        let frame = fig.render();
        (60..420).filter(|row| frame.pixel(300, *row) == [0, 0, 0]).count()
    };
    for y in [100.0, 100.3, 100.5, 100.8] {
        assert_eq!(dark(y, true), 2, "{y}");
    }
    assert!([100.0, 100.3, 100.5, 100.8].iter().any(|y| dark(*y, false) < 2));
    // what is neither level nor upright is where its data is
    let sloping = |snap: bool| {
        let mut fig = Figure::new();
        let ax = fig.add_axes();
        fig[ax].add(Line::new([0.0, 1.0, 2.0], [0.0, 0.0, 1.0]).snap(snap));
        fig.render()
    };
    assert_eq!(sloping(true), sloping(false));
}

#[test]
fn meshes_have_no_seams_and_take_edges_or_middles() {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let ones = [[1.0; 7]; 5];
    fig[ax].add(
        Mesh::on([0.0, 0.1, 0.3, 1.1, 1.7, 2.0, 2.9, 3.0], [0.0, 1.0, 1.3, 2.2, 2.9, 3.0], ones).clim(0, 1).alpha(0.5),
    );
    let (frame, area) = (fig.render(), Layout::of(&fig).axes[0].area);
    let one = frame.pixel(area.center().x as u32, area.center().y as u32);
    for x in area.x0 as u32 + 3..area.x1 as u32 - 3 {
        for y in area.y0 as u32 + 3..area.y1 as u32 - 3 {
            assert_eq!(frame.pixel(x, y), one, "{x} {y}");
        }
    }
    // one image in a file, since viewers show where two of them meet
    assert_eq!(fig.to_svg().matches("<image").count(), 1);
    // as wide as the cells, and no wider
    assert_eq!(limits(Mesh::new([[1.0, 2.0], [3.0, 4.0]])), (Limits::new(0.0, 2.0), Limits::new(0.0, 2.0)));
    let middles = limits(Mesh::on([0.0, 1.0, 3.0], [0.0], [[1.0, 2.0, 3.0]]));
    assert_eq!(middles, (Limits::new(-0.5, 4.0), Limits::new(-0.5, 0.5)));
    let gouraud = Mesh::on([0.0, 1.0, 3.0], [0.0, 2.0], [[1.0, 2.0, 3.0]; 2]).shading(Shading::Gouraud);
    assert_eq!(limits(gouraud), (Limits::new(0.0, 3.0), Limits::new(0.0, 2.0)));
}

#[test]
fn contours_choose_matplotlibs_levels() {
    let at = |lo: f64, hi: f64, n: usize| Contour::new([[lo, hi], [lo, hi]]).levels(n).levels_at().to_vec();
    // matplotlib 3.11: contourf(..., levels=n).levels
    let close = |got: Vec<f64>, want: &[f64]| {
        assert!(got.len() == want.len() && got.iter().zip(want).all(|(a, b)| (a - b).abs() < 1e-9), "{got:?} {want:?}");
    };
    close(at(-0.9, 0.87, 10), &[-1.0, -0.8, -0.6, -0.4, -0.2, 0.0, 0.2, 0.4, 0.6, 0.8, 1.0]);
    close(at(0.0, 1.0, 7), &[0.0, 0.15, 0.3, 0.45, 0.6, 0.75, 0.9, 1.05]);
    close(at(3.2, 3.9, 5), &[3.15, 3.3, 3.45, 3.6, 3.75, 3.9]);
    close(
        at(-0.001, 0.005, 12),
        &[-0.001, -0.0005, 0.0, 0.0005, 0.001, 0.0015, 0.002, 0.0025, 0.003, 0.0035, 0.004, 0.0045, 0.005],
    );
    close(at(0.0, 1234.0, 3), &[0.0, 400.0, 800.0, 1200.0, 1600.0]);
    close(
        at(1000000.0, 1000007.0, 7),
        &[1000000.0, 1000001.0, 1000002.0, 1000003.0, 1000004.0, 1000005.0, 1000006.0, 1000007.0],
    );
}

#[test]
fn bands_of_contours_touch() {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let slope: Vec<Vec<f64>> = (0..20).map(|row| (0..20).map(|col| f64::from(row + col)).collect()).collect();
    let bands = fig[ax].add(Contour::new(&slope).at([-1.0, 10.0, 20.0, 50.0]).filled().color("k"));
    let (frame, area) = (fig.render(), Layout::of(&fig).axes[0].area);
    for x in (area.x0 as u32 + 2..area.x1 as u32 - 2).step_by(3) {
        for y in area.y0 as u32 + 3..area.y1 as u32 - 3 {
            assert_eq!(frame.pixel(x, y), [0, 0, 0], "{x} {y}");
        }
    }
    // what is above the last level and below the first is not filled
    fig[bands].set_at([10.0, 20.0]);
    let frame = fig.render();
    assert_eq!(frame.pixel(area.x0 as u32 + 5, area.y1 as u32 - 5), [255; 3]);
    assert_eq!(frame.pixel(area.x1 as u32 - 5, area.y0 as u32 + 5), [255; 3]);
}

#[test]
fn arrows_and_words_follow_what_they_mean() {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let note = fig[ax].add(Annotation::new("here", (0.2, 0.2)).at((0.7, 0.8)).arrow("-|>"));
    let before = fig.render();
    fig[note].set_xy(0.8, 0.2);
    let after = fig.render();
    let differs = |x0: u32, x1: u32| (x0..x1).any(|x| (300..400).any(|y| before.pixel(x, y) != after.pixel(x, y)));
    assert!(differs(150, 250) && differs(430, 520));
    fig[note].set_xy(f64::NAN, 0.0);
    assert_ne!(fig.render(), after);
}

#[test]
fn words_of_an_annotation_are_among_the_notes_and_its_arrow_needs_no_letters() {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    fig[ax].set_frame(false);
    let note = fig[ax].add(Annotation::new(r"$\fraction12$", (0.2, 0.2)).at((0.7, 0.8)).arrow("->"));
    assert_eq!(Layout::of(&fig).notes.len(), 1);
    fig[note].set_text("").set_fontsize(0);
    let with = fig.render();
    fig[note].set_visible(false);
    assert!(Layout::of(&fig).notes.is_empty());
    assert_ne!(fig.render(), with);
}

#[test]
fn what_does_not_fit_is_refused_by_name() {
    let cases = [
        (refusal(|| Bars::new([1, 2], [1])), "`heights` has 1"),
        (refusal(|| Bars::new([1, 2], [1, 2]).yerr([1, 2, 3])), "errors"),
        (refusal(|| Bars::new([1, 2], [1, 2]).bar_label("x")), "{}"),
        (refusal(|| Stairs::new([1.0, 2.0], [0.0, 1.0])), "need 3 edges, but there are 2"),
        (refusal(|| FillBetween::new([1, 2, 3], [1, 2], 0)), "heights of the first line"),
        (refusal(|| Histogram::new([1.0]).with_edges([2.0, 1.0])), "each larger than the one before"),
        (refusal(|| Histogram::new([1.0]).bin_rule("x")), "auto, fd, scott, sturges and sqrt"),
        (refusal(|| Mesh::on([1, 2, 3, 4], [1, 2], [[1.0]])), "2 x 4 places do not fit 1 x 1 values"),
        (refusal(|| Contour::on([1, 2], [1], [[1.0]])), "2 places along x and 1 along y do not fit 1 x 1 values"),
        (refusal(|| Contour::new([[1.0]]).at([2.0, 1.0])), "rise"),
        (refusal(|| Quiver::new([1], [1], [1, 2], [1])), "`u` has 2"),
        (refusal(|| Patch::polygon([1], [1, 2])), "`y` has 2"),
        (refusal(|| Line::empty().steps("sideways")), "sideways"),
    ];
    for (said, want) in cases {
        assert!(said.contains(want), "{said:?} does not say {want:?}");
    }
}

#[test]
fn contours_of_a_log_norm_have_decades_and_a_colour_for_each() {
    let z: Vec<Vec<f64>> =
        (0..20).map(|r| (0..20).map(|c| 10_f64.powf(f64::from(r) / 4.0) * (1.0 + f64::from(c))).collect()).collect();
    let bands = Contour::new(&z).filled().norm("log");
    let decades = [1.0, 10.0, 100.0, 1e3, 1e4, 1e5, 1e6, 1e7];
    assert_eq!(*bands.levels_at(), decades[..bands.levels_at().len()]);
    assert!(bands.levels_at().len() >= 7);
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let key = fig[ax].add(bands);
    let bar = fig.colorbar(key);
    let layout = Layout::of(&fig);
    let (frame, area) = (fig.render(), layout[bar].area);
    let mut colors = std::collections::BTreeSet::new();
    for y in area.y0 as u32 + 3..area.y1 as u32 - 3 {
        colors.insert(frame.pixel(area.center().x as u32, y));
    }
    assert!(colors.len() >= fig[key].levels_at().len() - 1, "{}", colors.len());
    assert!(!colors.contains(&[255; 3]) && layout[bar].texts.len() >= 3, "{:?}", layout[bar].texts);
}

#[test]
fn labels_of_bars_are_not_cut_off() {
    let mut fig = Figure::pixels(300, 200);
    let ax = fig.add_axes();
    let labels = |fig: &Figure| {
        let (frame, area) = (fig.render(), Layout::of(fig).axes[0].area);
        // dark pixels above the highest bar, or in it, in the column of the second bar
        (area.y0 as u32 + 2..area.y1 as u32 - 2)
            .filter(|y| (140..170).any(|x| frame.pixel(x, *y).iter().all(|c| *c < 90)))
            .count()
    };
    let bars = fig[ax].add(Bars::new([0, 1, 2], [3.0, 7.0, 5.0]).color("white"));
    let none = labels(&fig);
    fig[bars].set_bar_label("{}");
    assert!(labels(&fig) >= none + 9, "{} {none}", labels(&fig));
}

#[test]
fn annotations_of_what_is_outside_are_not_drawn() {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    fig[ax].set_xlim(0, 1).set_ylim(0, 1);
    let plain = fig.render();
    let note = fig[ax].add(Annotation::new("words", (2.0, 0.9)).at((0.3, 0.5)).arrow("->"));
    assert_eq!(fig.render(), plain);
    fig[note].set_xy(1.0, 1.0);
    assert_ne!(fig.render(), plain);
}
