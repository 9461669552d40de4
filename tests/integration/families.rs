//! Axes that belong to others: twins and insets.

use grabframe::prelude::*;
use grabframe::{AxesLayout, AxisMap, Layout, Rect, Side};

use crate::tools::{overlap, words_of};

fn two() -> (Figure, Key<Axes>, Key<Axes>) {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let twin = fig.twin_x(ax);
    fig[ax].plot([0, 10], [0, 1]);
    fig[twin].plot([5, 20], [100, 300]);
    (fig, ax, twin)
}

fn limits(axes: &AxesLayout) -> [Limits; 2] {
    [axes.x.limits, axes.y.limits]
}

fn maps(axes: &AxesLayout) -> (&AxisMap, &AxisMap) {
    axes.projection.flat().unwrap()
}

/// The limits of x, which must be those of both.
fn shared(fig: &Figure, ax: Key<Axes>, twin: Key<Axes>) -> Limits {
    let layout = Layout::of(fig);
    assert_eq!(maps(&layout[ax]).0, maps(&layout[twin]).0);
    layout[ax].x.limits
}

#[test]
fn the_common_axis_of_twins_holds_the_data_of_both() {
    let (mut fig, ax, twin) = two();
    // as matplotlib has them
    assert_eq!(shared(&fig, ax, twin), Limits::new(-1.0, 21.0));
    let layout = Layout::of(&fig);
    assert_eq!(limits(&layout[ax])[1], Limits::new(-0.05, 1.05));
    assert_eq!(limits(&layout[twin])[1], Limits::new(90.0, 310.0));
    // a second twin is one with both, an axis of its own beside
    let third = fig.twin_x(twin);
    fig[third].plot([-20, 0], [1, 2]);
    assert_eq!(shared(&fig, ax, third), Limits::new(-22.0, 22.0));
    assert_eq!(shared(&fig, ax, twin), Limits::new(-22.0, 22.0));
    assert_eq!(limits(&Layout::of(&fig)[third])[1], Limits::new(0.95, 2.05));
    // one that shares y with a twin has the x axis for itself
    let up = fig.twin_y(twin);
    fig[up].plot([7, 8], [0, 400]);
    let layout = Layout::of(&fig);
    assert_eq!(limits(&layout[up]), [Limits::new(6.95, 8.05), Limits::new(-20.0, 420.0)]);
    assert_eq!(maps(&layout[up]).1, maps(&layout[twin]).1);
}

#[test]
fn what_is_set_in_either_twin_holds_for_both() {
    let (mut fig, ax, twin) = two();
    fig[twin].set_xlim(1, 100);
    assert_eq!(shared(&fig, ax, twin), Limits::new(1.0, 100.0));
    fig[ax].set_xlim(2, 50);
    assert_eq!(shared(&fig, ax, twin), Limits::new(2.0, 50.0));
    // what is said next is added to what was said before, wherever that was
    fig[twin].set_xscale("log");
    assert_eq!(shared(&fig, ax, twin), Limits::new(2.0, 50.0));
    assert_eq!(Layout::of(&fig)[ax].x.scale, Scale::Log);
    fig[ax].invert_x();
    assert_eq!(shared(&fig, ax, twin), Limits::new(50.0, 2.0));
    fig[twin].invert_x();
    assert_eq!(shared(&fig, ax, twin), Limits::new(2.0, 50.0));
    fig[twin].set_xticks([3, 30]);
    let layout = Layout::of(&fig);
    assert_eq!(layout[ax].x.ticks.len(), 2);
    assert!(words_of(&layout[ax]).contains(&"30"));
    fig[twin].autoscale();
    assert_eq!(fig[ax].ylim(), Limits::new(-0.05, 1.05), "the y axes are two");
    fig[twin].set_ylim(0, 1000);
    assert_eq!(limits(&Layout::of(&fig)[ax])[1], Limits::new(-0.05, 1.05));
    // all of it in a clone, too
    assert_eq!(Layout::of(&fig), Layout::of(&fig.clone()));
}

#[test]
fn an_image_turns_the_common_axis_of_twins_and_either_turns_it_back() {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    fig[ax].imshow([[0.0, 1.0], [2.0, 3.0]]);
    let twin = fig.twin_y(ax);
    fig[twin].plot([0, 1], [0, 1]);
    let y = |fig: &Figure| {
        let layout = Layout::of(fig);
        assert_eq!((maps(&layout[ax]).1, layout[ax].area), (maps(&layout[twin]).1, layout[twin].area));
        layout[ax].y.limits
    };
    assert_eq!(y(&fig), Limits::new(1.5, -0.5));
    fig[twin].invert_y();
    assert_eq!(y(&fig), Limits::new(-0.5, 1.5));
    fig[ax].invert_y();
    assert_eq!(y(&fig), Limits::new(1.5, -0.5));
    // the box is the image's square, whatever the twin's aspect
    fig[twin].set_aspect(3);
    assert_eq!(y(&fig), Limits::new(1.5, -0.5));
    let square = Layout::of(&fig)[twin].area;
    assert!((square.width() - square.height()).abs() < 1e-3, "{square:?}");
}

#[test]
fn the_common_axis_is_drawn_once() {
    let (mut fig, ax, twin) = two();
    fig[ax].set_xlabel("time").set_ylabel("left").grid(true);
    fig[twin].set_xlabel("not shown").set_ylabel("right").grid(true);
    let layout = Layout::of(&fig);
    assert_eq!(words_of(&layout[twin]), ["100", "125", "150", "175", "200", "225", "250", "275", "300", "right"]);
    let right = layout[twin].area.x1;
    assert!(layout[twin].texts.iter().all(|t| t.bounds().x0 > right), "{:?}", layout[twin].texts);
    assert!(layout[twin].frame.ticks.iter().all(|t| t.side == Side::Right && t.at.x == right));
    assert!(layout[twin].frame.grid.iter().all(|l| l.from.y == l.to.y), "lines across at its own ticks only");
    assert_eq!(layout[twin].face.a, 0);
    assert!(words_of(&layout[ax]).contains(&"time"));
    // the axis can be moved as any other
    fig[twin].set_y_side("left");
    let layout = Layout::of(&fig);
    assert!(layout[twin].texts.iter().all(|t| t.bounds().x1 < layout[twin].area.x0));
    let up = fig.twin_y(ax);
    fig[up].set_xlabel("above");
    let layout = Layout::of(&fig);
    assert!(layout[up].texts.iter().all(|t| t.bounds().y1 < layout[up].area.y0));
    assert_eq!(words_of(&layout[up]).len(), 7);
}

#[test]
fn words_of_twins_have_room_and_titles_and_legends_are_not_on_each_other() {
    for constrained in [false, true] {
        let (mut fig, ax, twin) = two();
        fig.set_constrained(constrained);
        let up = fig.twin_y(ax);
        fig[up].set_xlabel("above");
        fig[ax].set_title("first").set_ylabel("left").legend();
        fig[twin].set_title("second").set_ylabel("right").legend();
        let line = fig[ax].add(Line::new([0, 10], [0, 1]).label("one"));
        let other = fig[twin].add(Line::new([0, 10], [100, 300]).label("two"));
        let layout = Layout::of(&fig);
        let all: Vec<Rect> = layout.axes.iter().flat_map(|a| a.texts.iter().map(|t| t.bounds())).collect();
        for (i, a) in all.iter().enumerate() {
            assert!(all[..i].iter().all(|b| !overlap(*a, *b)), "constrained {constrained}: word {i} is on another");
            let inside = a.x0 >= 0.0 && a.y0 >= 0.0 && a.x1 <= 640.0 && a.y1 <= 480.0;
            assert!(inside || !constrained, "{a:?}");
        }
        let legends = [ax, twin].map(|key| layout[key].legend.as_ref().unwrap().frame);
        assert!(!overlap(legends[0], legends[1]), "{legends:?}");
        // one that is alone shuns the data of the other
        fig[twin].set_ylim(100, 300);
        fig[other].set_data([0, 9, 10], [100, 100, 300]).set_label("_");
        fig[line].set_data([0.0, 0.1, 10.0], [0.0, 1.0, 1.0]);
        assert_eq!(fig[ax].get_legend(), Some(LegendLoc::Best));
        let frame = Layout::of(&fig)[ax].legend.as_ref().unwrap().frame;
        let area = Layout::of(&fig)[ax].area;
        assert!(frame.x0 > area.x0 + 30.0 && frame.y0 > area.y0 + 30.0 || frame.y1 < area.y1 - 30.0, "{frame:?}");
    }
}

#[test]
fn a_colorbar_of_a_twin_takes_room_from_both_and_leaves_the_words_between_alone() {
    for constrained in [false, true] {
        let mut fig = Figure::new();
        fig.set_constrained(constrained);
        let ax = fig.add_axes();
        let twin = fig.twin_x(ax);
        fig[ax].plot([0, 1], [0, 1]);
        let dots = fig[twin].add(Scatter::new([0, 1], [100_000, 200_000]).values([1.0, 2.0]));
        fig[twin].set_ylabel("between");
        let bar = fig.colorbar(dots);
        let layout = Layout::of(&fig);
        assert_eq!(layout[ax].area, layout[twin].area);
        assert_eq!(layout.axes.len(), 3);
        assert_eq!(layout.axes[2], layout[bar]);
        let words = layout[twin].extent();
        assert!(words.x1 <= layout[bar].area.x0, "{words:?} {:?}", layout[bar].area);
        assert!(layout[twin].area.width() > 200.0);
        // it goes with its axes, and those with their parent
        assert!(fig.remove(ax).is_some());
        assert!(fig.get(twin).is_none() && fig.get(bar).is_none() && fig.get(dots).is_none());
        assert_eq!(Layout::of(&fig).axes.len(), 0);
    }
}

#[test]
fn an_inset_stands_in_the_box_of_its_axes_wherever_that_is() {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let inset = fig.inset(ax, [0.5, 0.25, 0.25, 0.5]);
    let inner = fig.inset(inset, [-0.5, 0.0, 0.5, 2.0]);
    let twin = fig.twin_x(inset);
    fig[inset].plot([0, 1], [0, 1]);
    let check = |fig: &Figure| {
        let layout = Layout::of(fig);
        let share = |outer: Rect, inner: Rect| {
            let [w, h] = [outer.width(), outer.height()];
            [(inner.x0 - outer.x0) / w, (outer.y1 - inner.y1) / h, inner.width() / w, inner.height() / h]
        };
        let near = |seen: [f32; 4], wanted: [f32; 4]| {
            assert!(seen.iter().zip(wanted).all(|(a, b)| (a - b).abs() < 1e-4), "{seen:?}");
        };
        near(share(layout[ax].area, layout[inset].area), [0.5, 0.25, 0.25, 0.5]);
        near(share(layout[inset].area, layout[inner].area), [-0.5, 0.0, 0.5, 2.0]);
        assert_eq!(layout[twin].area, layout[inset].area);
        layout[ax].area
    };
    let before = check(&fig);
    assert_eq!(before, Rect::new(80.0, 57.6, 576.0, 427.2));
    // a colorbar, an aspect, room for labels
    let image = fig[ax].imshow([[0.0, 1.0, 2.0]]);
    fig.colorbar(image);
    let with_image = check(&fig);
    assert!(with_image.width() < before.width() && with_image.height() < before.height());
    fig.set_constrained(true);
    fig[ax].set_ylabel("a label");
    assert!(check(&fig) != with_image);
    // its own aspect makes its box smaller, in the middle of its place
    fig[inset].set_aspect("equal");
    let layout = Layout::of(&fig);
    let square = layout[inset].area;
    assert!((square.width() - square.height()).abs() < 1e-3);
    assert!((layout[ax].area.x0 + 0.625 * layout[ax].area.width() - square.center().x).abs() < 1e-3);
    // an inset that reaches out of its axes has room made for it
    let outside = fig.inset(ax, [0.5, -0.6, 0.4, 0.3]);
    let layout = Layout::of(&fig);
    assert!(layout[outside].extent().y1 <= 480.0, "{:?}", layout[outside].extent());
    assert!(fig.remove_axes(inset).is_some());
    assert!(fig.get(inner).is_none() && fig.get(twin).is_none() && fig.get(ax).is_some());
}

#[test]
fn a_legend_keeps_clear_of_a_twins_whose_place_is_set() {
    for loc in ["upper right", "lower right", "center", "upper left"] {
        let mut fig = Figure::new();
        let ax = fig.add_axes();
        let twin = fig.twin_x(ax);
        fig[ax].add(Line::new([0, 1], [0, 0]).label("first"));
        fig[twin].add(Line::new([0, 1], [0, 0]).label("second"));
        fig[ax].legend();
        fig[twin].legend_at(loc);
        let layout = Layout::of(&fig);
        let legends = [ax, twin].map(|key| layout[key].legend.as_ref().unwrap().frame);
        assert!(!overlap(legends[0], legends[1]), "{loc}: {legends:?}");
    }
}

#[test]
fn insets_lie_over_their_axes_and_legends_shun_them() {
    let (mut fig, ax, twin) = two();
    let inset = fig.inset(ax, [0.5, 0.5, 0.45, 0.45]);
    let inner = fig.inset(inset, [0.1, 0.1, 0.2, 0.2]);
    let heights = |fig: &Figure| [ax, twin, inset, inner].map(|key| Layout::of(fig)[key].zorder);
    assert_eq!(heights(&fig), [0.0, 0.0, 5.0, 10.0]);
    fig[ax].set_zorder(1);
    assert_eq!(heights(&fig), [1.0, 1.0, 6.0, 11.0]);
    fig[inset].set_zorder(-2.5);
    assert_eq!(heights(&fig), [1.0, 1.0, -2.5, 2.5]);
    assert_eq!((fig[inset].zorder(), fig[inner].zorder()), (Some(-2.5), None));

    fig[ax].add(Line::new([0, 10], [1, 1]).label("in the way of the upper left"));
    fig[ax].legend();
    let layout = Layout::of(&fig);
    let legend = layout[ax].legend.as_ref().unwrap();
    assert!(!overlap(legend.frame, layout[inset].extent()), "{:?}", legend.frame);
}

#[test]
fn a_layout_is_asked_by_key() {
    let mut fig = Figure::new();
    let axs = fig.subplots(1, 2);
    let image = fig[axs[(0, 1)]].imshow([[0.0, 1.0]]);
    let bar = fig.colorbar(image);
    let layout = Layout::of(&fig);
    assert_eq!(layout.axes.iter().position(|a| *a == layout[axs[(0, 1)]]), Some(1));
    assert_eq!(layout.get(bar), layout.axes.last());
    // values that are colours have no colorbar for now
    fig[image].set_data(ndarray::Array3::<u8>::zeros((1, 2, 3)));
    assert!(Layout::of(&fig).get(bar).is_none());
    fig.remove_axes(axs[(0, 0)]);
    let layout = Layout::of(&fig);
    assert!(layout.get(axs[(0, 0)]).is_none());
    assert_eq!(layout.get(axs[(0, 1)]), layout.axes.first());
    // whose layout it is makes no difference
    let picture = || {
        let mut fig = Figure::new();
        fig.add_axes();
        Layout::of(&fig)
    };
    assert_eq!(picture(), picture());
}

#[test]
#[should_panic(expected = "is not in this layout")]
fn a_layout_without_the_axes_says_so() {
    let layout = Layout::of(&Figure::new());
    let elsewhere = Figure::new().add_axes();
    let _ = &layout[elsewhere];
}

#[test]
fn bad_insets_are_refused_at_the_caller() {
    let refused = |part: [f64; 4]| {
        let mut fig = Figure::new();
        let ax = fig.add_axes();
        let here = line!() + 1;
        let (message, file, line) = crate::tools::panic_at(|| _ = fig.inset(ax, part));
        assert!(message.contains("inset"), "{message}");
        assert_eq!((file.as_str(), line), (file!(), here));
    };
    refused([f64::NAN, 0.0, 1.0, 1.0]);
    refused([0.0, 0.0, 0.0, 1.0]);
    refused([0.0, 0.0, 1.0, -1.0]);
    refused([80.0, 52.0, 496.0, 370.0]);
}

#[test]
fn recorded_twins_and_insets_are_those_of_stills() {
    let (mut fig, ax, twin) = two();
    let inset = fig.inset(ax, [0.6, 0.1, 0.35, 0.3]);
    let line = fig[inset].plot([0, 1], [0, 1]);
    let mut renderer = Renderer::new();
    for k in 0..6 {
        fig[line].set_ydata([0.0, f64::from(k)]);
        if k % 2 == 1 {
            fig[twin].set_xlim(0, 20 + k);
        }
        assert!(*renderer.render(&fig) == fig.render(), "frame {k}");
    }
}
