//! Axes in other units, and what shows which part an inset has.

use grabframe::prelude::*;
use grabframe::{AxesLayout, Layout, Point, Rect, Side};

use crate::tools::{overlap, panic_at, words_of};

#[test]
fn a_second_axis_shows_the_values_of_the_first_in_other_units() {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    fig[ax].set_xlim(-10, 100).set_title("boiling");
    let top = fig.secondary_x(ax, "top", |c| c * 1.8 + 32.0, |f| (f - 32.0) / 1.8);
    fig[top].set_xlabel("°F").set_xlim(3, 4); // which is not heard
    let layout = Layout::of(&fig);
    assert_eq!(layout[top].x.limits, Limits::new(14.0, 212.0));
    assert_eq!(words_of(&layout[top]), ["25", "50", "75", "100", "125", "150", "175", "200", "°F"]);
    assert_eq!(layout[top].area, layout[ax].area);
    let (own, _) = layout[ax].projection.flat().unwrap();
    let (other, _) = layout[top].projection.flat().unwrap();
    for (c, f) in [(0.0, 32.0), (100.0, 212.0), (-40.0, -40.0)] {
        assert!((own.pixel(c) - other.pixel(f)).abs() < 0.001);
        assert!((other.value(own.pixel(c)) - f).abs() < 0.001);
    }
    assert!(layout[top].frame.ticks.iter().all(|tick| tick.side == Side::Top));
    assert_eq!(layout[top].frame.spines.len(), 1);
    let title = layout[ax].texts.iter().find(|t| t.text == "boiling").unwrap().bounds();
    assert!(layout[top].texts.iter().all(|t| !overlap(t.bounds(), title)), "the title is over all of it");
    // it follows, also backward; ticks may be set
    fig[ax].set_xlim(100, 0);
    fig[top].set_xticks([32, 212]);
    let layout = Layout::of(&fig);
    assert_eq!((layout[top].x.limits, words_of(&layout[top])), (Limits::new(212.0, 32.0), vec!["32", "212", "°F"]));
    // what is drawn in it stands where its values are, and counts for the other axis only
    fig[top].plot([32, 212], [4, 10]);
    fig[ax].plot([0, 100], [0, 1]);
    let layout = Layout::of(&fig);
    assert_eq!((layout[ax].x.limits, layout[ax].y.limits), (Limits::new(100.0, 0.0), Limits::new(-0.5, 10.5)));
    assert!(fig.remove(ax).is_some() && fig.get(top).is_none());
    assert_eq!(Layout::of(&fig).axes.len(), 0);
}

#[test]
fn a_second_axis_over_a_log_axis_has_its_ticks() {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    fig[ax].set_xscale("log").set_xlim(1, 1000);
    let period = fig.secondary_x(ax, "top", |f| 1.0 / f, |t| 1.0 / t);
    let layout = Layout::of(&fig);
    let limits = layout[period].x.limits;
    assert!(limits.lo == 1.0 && (limits.hi - 0.001).abs() < 1e-12, "{limits:?}");
    assert_eq!(layout[period].x.scale, Scale::Log);
    let majors = |axes: &AxesLayout| axes.x.ticks.iter().filter(|t| !t.minor).map(|t| t.at).collect::<Vec<_>>();
    let (mut below, mut above) = (majors(&layout[ax]), majors(&layout[period]));
    below.sort_by(f32::total_cmp);
    above.sort_by(f32::total_cmp);
    assert_eq!(below.len(), above.len());
    assert!(below.iter().zip(&above).all(|(a, b)| (a - b).abs() < 0.01), "{below:?} {above:?}");
    // a third one, of the second, elsewhere
    let third = fig.secondary_x(period, "bottom", |t| t * 1000.0, |ms| ms / 1000.0);
    fig[third].set_spine_at("bottom", ("outward", 40)).set_xlabel("ms");
    let layout = Layout::of(&fig);
    assert!((layout[third].x.limits.hi - 1.0).abs() < 1e-9 && layout[third].x.scale == Scale::Log);
    assert!(layout[third].texts.iter().all(|t| t.bounds().y0 > layout[ax].area.y1 + 40.0));
}

#[test]
fn decibels_over_a_log_axis_are_even() {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    fig[ax].set_yscale("log").set_ylim(1e-3, 1e3);
    let decibels = fig.secondary_y(ax, "right", |v| 20.0 * v.log10(), |d| 10_f64.powf(d / 20.0));
    let layout = Layout::of(&fig);
    assert_eq!(layout[decibels].y.scale, Scale::Linear);
    assert_eq!(words_of(&layout[decibels]), ["\u{2212}60", "\u{2212}40", "\u{2212}20", "0", "20", "40", "60"]);
    // a scale that is set counts
    let squares = fig.secondary_y(ax, "right", |v| v * v, f64::sqrt);
    assert_eq!(Layout::of(&fig)[squares].y.scale, Scale::Log);
    fig[squares].set_yscale("linear");
    assert_eq!(Layout::of(&fig)[squares].y.scale, Scale::Linear);
}

#[test]
fn a_function_that_makes_no_number_leaves_an_axis_without_ticks() {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    fig[ax].set_ylim(0, 10);
    let right = fig.secondary_y(ax, "right", |v| 1.0 / v, |v| 1.0 / v);
    fig[right].set_ylabel("not shown");
    let layout = Layout::of(&fig);
    assert_eq!((words_of(&layout[right]).len(), layout[right].y.ticks.len()), (0, 0));
    assert!(layout.notes.iter().any(|note| note.contains("secondary axis")), "{:?}", layout.notes);
    assert_eq!(layout, Layout::of(&fig.clone()));
    let _ = fig.render();
    fig[ax].set_ylim(1, 10);
    assert!(Layout::of(&fig).notes.is_empty());
    let (message, file, _) = panic_at(|| _ = fig.secondary_y(ax, "top", |v| v, |v| v));
    assert!(message.contains("not at Top") && file == file!());
    let (message, ..) = panic_at(|| _ = fig.secondary_x(ax, "left", |v| v, |v| v));
    assert!(message.contains("not at Left"));
}

#[test]
fn recorded_second_axes_and_indicators_are_those_of_stills() {
    let mut fig = Figure::pixels(240, 180).constrained();
    let ax = fig.add_axes();
    let top = fig.secondary_x(ax, "top", |v| v * 100.0, |v| v / 100.0);
    let zoom = fig.inset(ax, [0.5, 0.5, 0.4, 0.4]);
    let lines = fig.indicate_inset_zoom(ax, zoom);
    let line = fig[ax].plot([0, 1], [0, 1]);
    let mut renderer = Renderer::new();
    for k in 0..8 {
        fig[line].push(k, k * k);
        fig[zoom].set_xlim(0, k + 1).set_ylim(0, 2);
        if k % 2 == 1 {
            fig[lines].set_color("red").set_linewidth(k);
            fig[top].set_xlabel(format!("step {k}"));
        }
        assert!(*renderer.render(&fig) == fig.render(), "frame {k}");
    }
}

#[test]
fn an_indicator_is_around_what_the_inset_shows_and_its_lines_cross_neither() {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    fig[ax].set_xlim(0, 10).set_ylim(0, 10);
    let inset = fig.inset(ax, [0.6, 0.6, 0.3, 0.3]);
    let key = fig.indicate_inset_zoom(ax, inset);
    let seen = |fig: &Figure| {
        let layout = Layout::of(fig);
        let one = layout.indicators[0].clone();
        let (x, y) = layout[ax].projection.flat().unwrap();
        (one.area, one.lines, x.clone(), y.clone(), layout[inset].area)
    };
    fig[inset].set_xlim(1, 2).set_ylim(3, 5);
    let (area, lines, x, y, of) = seen(&fig);
    let wanted = Rect::new(x.pixel(1.0), y.pixel(5.0), x.pixel(2.0), y.pixel(3.0));
    assert!(
        [area.x0 - wanted.x0, area.y0 - wanted.y0, area.x1 - wanted.x1, area.y1 - wanted.y1]
            .iter()
            .all(|d| d.abs() < 0.01)
    );
    // to the upper left and the lower right corner
    let wanted = [
        [Point::new(area.x0, area.y0), Point::new(of.x0, of.y0)],
        [Point::new(area.x1, area.y1), Point::new(of.x1, of.y1)],
    ];
    assert_eq!(lines, wanted);
    // wherever the part is, two lines, that cross neither of the boxes
    for (left, bottom) in [(0.0, 0.0), (0.5, 8.5), (8.5, 0.5), (6.5, 0.5), (0.5, 6.5), (3.0, 4.0), (9.5, 0.0)] {
        fig[inset].set_xlim(left, left + 0.5).set_ylim(bottom, bottom + 0.5);
        let (area, lines, .., of) = seen(&fig);
        assert_eq!(lines.len(), 2, "{left} {bottom}");
        for [from, to] in lines {
            for step in 1..100 {
                let t = step as f32 / 100.0;
                let at = Point::new(from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * t);
                for rect in [area.expanded(-0.1), of.expanded(-0.1)] {
                    let inside = at.x > rect.x0 && at.x < rect.x1 && at.y > rect.y0 && at.y < rect.y1;
                    assert!(!inside, "{left} {bottom}: {from:?} {to:?} cross {rect:?}");
                }
            }
        }
    }
    // it ends at the border, and there is none of what is not seen
    fig[inset].set_xlim(-5, 5).set_ylim(20, 8);
    let (area, .., of) = seen(&fig);
    let box_ = Layout::of(&fig)[ax].area;
    assert!(
        (area.x0 - box_.x0).abs() < 0.01 && (area.y0 - box_.y0).abs() < 0.01 && area.x1 < box_.x1,
        "{area:?} {of:?}"
    );
    fig[inset].set_xlim(20, 30);
    assert!(Layout::of(&fig).indicators.is_empty());
    fig[inset].set_xlim(1, 2);
    assert_eq!(fig[key].get_linewidth(), 1.0);
    let plain = fig.render();
    fig[key].set_color("red").set_linestyle("--");
    assert_ne!(fig.render(), plain);
    assert!(fig.remove(inset).is_some() && fig.get(key).is_none());
    assert!(Layout::of(&fig).indicators.is_empty());
    // between any axes
    let axs = fig.subplots(2, 1);
    let key = fig.indicate_inset_zoom(axs[(0, 0)], axs[(1, 0)]);
    assert_eq!(Layout::of(&fig).indicators.len(), 1);
    assert!(fig.remove(key).is_some());
    assert!(Layout::of(&fig).indicators.is_empty());
}
