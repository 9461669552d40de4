//! Axes that have an axis in common, and how grids of them are divided.

use grabframe::prelude::*;
use grabframe::{Layout, Rect, Side};

use crate::tools::{panic_at, words_of};

fn close(areas: &[Rect], wanted: &[[f32; 4]]) {
    assert_eq!(areas.len(), wanted.len());
    for (k, (a, b)) in areas.iter().zip(wanted).enumerate() {
        let near = [a.x0, a.y0, a.x1, a.y1].iter().zip(b).all(|(a, b)| (a - b).abs() < 0.011);
        assert!(near, "{k}: {a:?} {b:?}");
    }
}

fn areas(fig: &Figure) -> Vec<Rect> {
    Layout::of(fig).axes.iter().map(|axes| axes.area).collect()
}

/// Without any words, so that only the boxes count.
fn bare(fig: &mut Figure, axes: impl IntoIterator<Item = Key<Axes>>) {
    for ax in axes {
        fig[ax].set_xticks([0; 0]).set_yticks([0; 0]);
    }
}

#[test]
fn columns_and_rows_are_as_large_as_matplotlibs() {
    let mut fig = Figure::new();
    let how = Subplot::new().width_ratios([2, 1, 3]).height_ratios([1, 3]).wspace(0.4).hspace(0.1);
    fig.subplots_with(2, 3, how);
    close(
        &areas(&fig),
        &[
            [80.0, 57.6, 210.53, 145.6],
            [262.74, 57.6, 328.0, 145.6],
            [380.21, 57.6, 576.0, 145.6],
            [80.0, 163.2, 210.53, 427.2],
            [262.74, 163.2, 328.0, 427.2],
            [380.21, 163.2, 576.0, 427.2],
        ],
    );
}

#[test]
fn grids_within_grids_are_matplotlibs() {
    let nested = |mut fig: Figure, gap: Option<f64>| {
        let axs = fig.subplots_with(1, 2, Subplot::new().width_ratios([2, 1]));
        let how = gap.map_or_else(Subplot::new, |gap| Subplot::new().hspace(gap));
        let stack = fig.subgrid(axs[(0, 1)], 3, 1, how);
        bare(&mut fig, [axs[(0, 0)]].into_iter().chain(stack));
        areas(&fig)
    };
    close(
        &nested(Figure::new(), Some(0.0)),
        &[
            [80.0, 57.6, 380.61, 427.2],
            [425.7, 57.6, 576.0, 180.8],
            [425.7, 180.8, 576.0, 304.0],
            [425.7, 304.0, 576.0, 427.2],
        ],
    );
    close(
        &nested(Figure::new().constrained(), None),
        &[
            [4.17, 4.17, 425.28, 475.83],
            [433.61, 4.17, 635.83, 155.83],
            [433.61, 164.17, 635.83, 315.83],
            [433.61, 324.17, 635.83, 475.83],
        ],
    );
    close(
        &nested(Figure::inches(19.2, 10.8).constrained(), None),
        &[
            [4.17, 4.17, 1274.99, 1075.83],
            [1288.76, 4.17, 1915.83, 355.83],
            [1288.76, 364.17, 1915.83, 715.83],
            [1288.76, 724.17, 1915.83, 1075.83],
        ],
    );
}

#[test]
fn axes_over_several_columns_have_matplotlibs_size() {
    let letters = |mut fig: Figure| {
        let axs = fig.mosaic("AAAB;CCDD");
        bare(&mut fig, axs.iter().map(|(_, key)| key));
        areas(&fig)
    };
    close(
        &letters(Figure::new().constrained()),
        &[
            [4.17, 4.17, 475.83, 235.83],
            [484.17, 4.17, 635.83, 235.83],
            [4.17, 244.17, 315.83, 475.83],
            [324.17, 244.17, 635.83, 475.83],
        ],
    );
    close(
        &letters(Figure::inches(19.2, 10.8).constrained()),
        &[
            [4.17, 4.17, 1435.52, 534.6],
            [1445.12, 4.17, 1915.83, 534.6],
            [4.17, 545.4, 955.2, 1075.83],
            [964.8, 545.4, 1915.83, 1075.83],
        ],
    );
}

#[test]
fn a_stack_has_one_x_axis_with_labels_below() {
    let mut fig = Figure::new();
    let axs = fig.subplots_with(3, 1, Subplot::new().share_x());
    for (k, ax) in axs.iter().enumerate() {
        fig[ax].plot([0, 10 * (k + 1)], [0, 1]);
        fig[ax].set_xlabel("time").set_ylabel("each");
    }
    let layout = Layout::of(&fig);
    for ax in &axs {
        assert_eq!(layout[ax].x.limits, Limits::new(-1.5, 31.5));
        assert_eq!(layout[ax].x.ticks, layout[axs[(2, 0)]].x.ticks);
        assert!(layout[ax].frame.ticks.iter().any(|t| t.side == Side::Bottom), "ticks stay");
        assert!(words_of(&layout[ax]).contains(&"each"));
        let lowest = ax == axs[(2, 0)];
        assert_eq!(words_of(&layout[ax]).contains(&"time"), lowest);
        assert_eq!(words_of(&layout[ax]).contains(&"20"), lowest);
    }
    // what is said of any holds for all, the newest word first
    fig[axs[(1, 0)]].set_xlim(1, 100);
    fig[axs[(2, 0)]].set_xscale("log");
    fig[axs[(0, 0)]].set_xticks([1, 10]);
    let layout = Layout::of(&fig);
    for ax in &axs {
        assert_eq!((layout[ax].x.limits, &layout[ax].x.scale), (Limits::new(1.0, 100.0), &Scale::Log));
        assert_eq!(layout[ax].x.ticks.iter().filter(|tick| !tick.minor).count(), 2);
    }
    // labels that are turned have the ticks that they leave room for in all
    fig[axs[(2, 0)]].set_xscale("linear").set_xticks(Ticks::auto()).set_xtick_rotation(90);
    let layout = Layout::of(&fig);
    for ax in &axs {
        assert_eq!(layout[ax].x.ticks, layout[axs[(2, 0)]].x.ticks);
    }
    // the y axes are each one's own
    fig[axs[(0, 0)]].set_ylim(5, 6);
    assert_eq!(Layout::of(&fig)[axs[(1, 0)]].y.limits, Limits::new(-0.05, 1.05));
    // without the lowest the next one has the labels
    fig.remove(axs[(2, 0)]);
    let layout = Layout::of(&fig);
    assert!(words_of(&layout[axs[(1, 0)]]).contains(&"time") && !words_of(&layout[axs[(0, 0)]]).contains(&"time"));
    // and what was said in it stays said
    for ax in [axs[(0, 0)], axs[(1, 0)]] {
        assert_eq!((layout[ax].x.limits, &layout[ax].x.scale), (Limits::new(1.0, 100.0), &Scale::Linear));
    }
    // nor do two leave the labels to each other
    fig[axs[(1, 0)]].set_x_side("top");
    let layout = Layout::of(&fig);
    assert!(words_of(&layout[axs[(0, 0)]]).contains(&"time") && words_of(&layout[axs[(1, 0)]]).contains(&"time"));
    assert_eq!(Layout::of(&fig), Layout::of(&fig.clone()));
}

#[test]
fn names_of_categories_are_those_of_all_that_share_the_axis() {
    let mut fig = Figure::new();
    let axs = fig.subplots_with(2, 1, Subplot::new().share_x());
    fig[axs[(0, 0)]].add(Bars::categories(["one", "two"], [1, 2]));
    fig[axs[(1, 0)]].plot([0, 1], [0, 1]);
    let layout = Layout::of(&fig);
    assert!(words_of(&layout[axs[(1, 0)]]).contains(&"two"));
    assert!(!words_of(&layout[axs[(0, 0)]]).contains(&"two"));
}

#[test]
fn rows_and_columns_share_among_themselves() {
    let limits = |how: Subplot| {
        let mut fig = Figure::new();
        let axs = fig.subplots_with(2, 2, how);
        for (k, ax) in axs.iter().enumerate() {
            fig[ax].set_xlim(0, k + 1);
        }
        let layout = Layout::of(&fig);
        axs.iter().map(|ax| layout[ax].x.limits.hi).collect::<Vec<_>>()
    };
    assert_eq!(limits(Subplot::new()), [1.0, 2.0, 3.0, 4.0]);
    assert_eq!(limits(Subplot::new().share_x()), [4.0; 4]);
    assert_eq!(limits(Subplot::new().share_x_by("row")), [2.0, 2.0, 4.0, 4.0]);
    assert_eq!(limits(Subplot::new().share_x_by("col")), [3.0, 4.0, 3.0, 4.0]);
    assert_eq!(limits(Subplot::new().share_x_by(grabframe::Sharing::None).share_y()), [1.0, 2.0, 3.0, 4.0]);
    // labels are left out only where all of a column have the same
    let mut fig = Figure::new();
    let axs = fig.subplots_with(2, 2, Subplot::new().share_x_by("row").share_y_by("row"));
    for ax in &axs {
        fig[ax].set_xlabel("x").set_ylabel("y");
    }
    let layout = Layout::of(&fig);
    let seen = axs.iter().map(|ax| (words_of(&layout[ax]).contains(&"x"), words_of(&layout[ax]).contains(&"y")));
    assert_eq!(seen.collect::<Vec<_>>(), [(true, true), (true, false), (true, true), (true, false)]);
    for ax in &axs {
        fig[ax].label_outer(true);
    }
    let layout = Layout::of(&fig);
    let seen = axs.iter().map(|ax| (words_of(&layout[ax]).contains(&"x"), words_of(&layout[ax]).contains(&"y")));
    assert_eq!(seen.collect::<Vec<_>>(), [(false, true), (false, false), (true, true), (true, false)]);
    // on the other side, the other ones
    fig[axs[(0, 0)]].set_x_side("top");
    fig[axs[(0, 1)]].set_y_side("right").set_x_side("top");
    let layout = Layout::of(&fig);
    let upper = words_of(&layout[axs[(0, 1)]]);
    assert!(upper.contains(&"x") && upper.contains(&"y"));
}

#[test]
fn any_axes_share_and_groups_grow_together() {
    let mut fig = Figure::new();
    let axs = fig.subplots(2, 2);
    let [a, b, c, d] = [axs[(0, 0)], axs[(0, 1)], axs[(1, 0)], axs[(1, 1)]];
    let twin = fig.twin_x(d);
    fig.share_x([a, b]).share_x([c, d]).share_x([b, c]).share_y([a, d]);
    fig[twin].set_xlim(3, 4);
    let layout = Layout::of(&fig);
    for ax in [a, b, c, d, twin] {
        assert_eq!(layout[ax].x.limits, Limits::new(3.0, 4.0));
    }
    fig[a].set_ylim(1, 2);
    let layout = Layout::of(&fig);
    assert_eq!((layout[d].y.limits, layout[twin].y.limits), (Limits::new(1.0, 2.0), Limits::new(0.0, 1.0)));
    assert_eq!(layout[b].y.limits, layout[c].y.limits);
    // alone or with itself it is as it was
    fig.share_x([a]).share_x([a, a]);
    assert_eq!(Layout::of(&fig), layout);
}

#[test]
fn a_recording_of_shared_axes_has_its_stills() {
    let mut fig = Figure::pixels(240, 200).constrained();
    let axs = fig.subplots_with(2, 2, Subplot::new().share_x().share_y_by("row").width_ratios([1, 2]));
    let inner = fig.subgrid(axs[(1, 1)], 2, 1, Subplot::new());
    fig.share_y([axs[(1, 0)], inner[(1, 0)]]);
    let line = fig[axs[(0, 1)]].plot([0, 1], [0, 1]);
    let mut renderer = Renderer::new();
    for k in 0..8 {
        fig[line].push(k, 10_i32.pow(k));
        fig[inner[(1, 0)]].set_ylim(0, k + 1).set_title(format!("{k}"));
        assert!(*renderer.render(&fig) == fig.render(), "frame {k}");
    }
}

#[test]
fn bad_grids_are_refused_at_the_caller() {
    let refused = |words: &str, (message, file, _): (String, String, u32)| {
        assert!(message.contains(words), "{message}");
        assert_eq!(file, file!());
    };
    let fig = || Figure::new();
    refused(
        "got 3 ratios for 2 columns",
        panic_at(|| _ = fig().subplots_with(1, 2, Subplot::new().width_ratios([1, 2, 3]))),
    );
    refused("got 1 ratios for 2 rows", panic_at(|| _ = fig().mosaic_with("A;B", Subplot::new().height_ratios([1]))));
    refused("cannot be 0", panic_at(|| _ = Subplot::new().width_ratios([0, 1])));
    refused("cannot be NaN", panic_at(|| _ = Subplot::new().height_ratios([f64::NAN])));
    refused("a gap between axes of -1", panic_at(|| _ = Subplot::new().wspace(-1)));
    refused("no axes", panic_at(|| _ = fig().subplots_with(0, 2, Subplot::new())));
    refused("a way to share", panic_at(|| _ = Subplot::new().share_x_by("rows")));
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let (twin, inset) = (fig.twin_x(ax), fig.inset(ax, [0.1, 0.1, 0.5, 0.5]));
    for part in [twin, inset] {
        refused("not that of a twin or an inset", panic_at(|| _ = fig.clone().subgrid(part, 1, 1, Subplot::new())));
    }
    let mut other = fig.clone();
    other[twin].plot([0, 1], [0, 1]);
    refused("artists", panic_at(|| _ = other.subgrid(ax, 1, 2, Subplot::new())));
    fig[ax].plot([0, 1], [0, 1]);
    refused("artists", panic_at(|| _ = fig.clone().subgrid(ax, 1, 2, Subplot::new())));
    let elsewhere = Figure::new().add_axes();
    refused("not in this figure", panic_at(|| _ = fig.clone().share_x([ax, elsewhere])));
}
