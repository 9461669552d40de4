//! A renderer that is used again draws what a new one draws, to the bit.

use std::panic::{RefUnwindSafe, UnwindSafe};

use grabframe::prelude::*;

use crate::tools::{Counted, lcg, thorough};

/// The keys of all that is in the figure.
#[derive(Clone, Copy)]
pub struct Keys {
    pub axs: [Key<Axes>; 2],
    still: Key<Line>,
    moving: Key<Line>,
    dots: Key<Scatter>,
    image: Key<Image>,
    words: Key<Text>,
}

pub fn busy() -> (Figure, Keys) {
    let mut fig = Figure::pixels(400, 240);
    let axs = fig.subplots(1, 2);
    let (left, right) = (axs[(0, 0)], axs[(0, 1)]);
    let still = fig[left].add(Line::new([0.0, 1.0, 2.0], [0.0, 2.0, 1.0]).label("still"));
    let moving = fig[left].add(Line::new([0.0, 1.0, 2.0], [1.0, 0.0, 2.0]).fmt("r--s").label("moving"));
    let dots = fig[left].add(Scatter::new([0.5, 1.5], [0.5, 1.5]).values([0.0, 1.0]));
    let image = fig[right].imshow(vec![vec![0.0, 1.0, 2.0], vec![3.0, 4.0, 5.0]]);
    let words = fig[right].text(1.0, 0.5, "words");
    fig[left].legend_at(LegendLoc::UpperLeft).grid(true);
    fig.colorbar(image);
    (fig, Keys { axs: [left, right], still, moving, dots, image, words })
}

/// Changes something, as the three dice say.
pub fn edit(fig: &mut Figure, keys: Keys, step: usize, dice: &[f64]) {
    let Keys { axs: [left, right], still, moving, dots, image, words } = keys;
    let (kind, a, b) = ((dice[0] * 20.0) as u32, dice[1], dice[2]);
    match kind {
        0 => drop(fig[moving].set_data([0.0, 1.0, 2.0], [a, b, 1.0])),
        1 => drop(fig[still].set_color(if a < 0.5 { "tab:green" } else { "k" })),
        2 => drop(fig[left].set_title(format!("step {step}"))),
        3 => drop(fig[left].set_xlim(-a, 2.0 + b)),
        4 => drop(fig[image].set_data(vec![vec![a, b, 2.0], vec![3.0, 5.0 * a, 5.0]])),
        5 => drop(fig[words].set_position(2.0 * a, b)),
        6 => drop(fig[dots].set_visible(a < 0.5)),
        7 => drop(fig[still].set_zorder(if a < 0.5 { 5.0 } else { 1.0 })),
        8 => drop(fig[left].grid(a < 0.5)),
        9 => drop(fig[dots].set_data([a, 2.0 * b], [b, a])),
        10 => drop(fig[right].set_xlabel(if a < 0.5 { "columns" } else { "" })),
        11 => drop(fig[left].autoscale()),
        // words alone, also such as lie over the data: the static run must survive, or not
        12 => drop(fig[right].set_title(if a < 0.3 { "two\nlines" } else { "one" })),
        13 => drop(fig[left].set_xlabel(format!("{a:.2}"))),
        14 => drop(fig.suptitle(format!("{}{step}", "\n".repeat((4.0 * a) as usize)))),
        15 => fig[words].common_mut().clip = a < 0.5,
        16 => drop(fig[left].legend_at(if a < 0.5 { LegendLoc::UpperLeft } else { LegendLoc::LowerRight })),
        // nothing changed: the static run grows
        _ => {}
    }
}

#[test]
fn equals_a_new_one_after_any_edits() {
    let (mut fig, keys) = busy();
    let mut renderer = Renderer::new();
    let dice = lcg(if thorough() { 1800 } else { 300 }, 7);
    for (step, three) in dice.chunks(3).enumerate() {
        edit(&mut fig, keys, step, three);
        let frame = renderer.render(&fig);
        assert!(*frame == fig.render(), "step {step}, edit {three:?}: a used renderer draws something else");
    }
}

/// Changes what stands around the data, of axes that stand alone and of such as others lie over.
fn refurnish(fig: &mut Figure, axs: &[Key<Axes>], dice: &[f64]) {
    let (ax, a, b) = (axs[(dice[1] * axs.len() as f64) as usize], dice[2], dice[3]);
    let side = ["left", "right", "top", "bottom"][(4.0 * a) as usize];
    match (dice[0] * 16.0) as u32 {
        0 => drop(fig[ax].set_xlim(-a, 2.0 + b)),
        1 => drop(fig[ax].set_yscale(if a < 0.5 { "log" } else { "linear" })),
        2 => drop(fig[ax].legend_at(["upper left", "lower right", "best", "center"][(4.0 * a) as usize])),
        3 => drop(fig[ax].set_legend(Legend::new().outside(side))),
        4 => drop(fig[ax].remove_legend()),
        5 => drop(fig[ax].set_spine(side, b < 0.5)),
        6 => drop(fig[ax].set_spine_at(side, grabframe::SpinePosition::Data(b))),
        7 => drop(fig[ax].grid(b < 0.5)),
        8 => drop(fig[ax].tick_params(TickParams::new().direction(["in", "out", "inout"][(3.0 * a) as usize]))),
        9 => drop(fig[ax].set_xticks(if a < 0.5 { Ticks::none() } else { Ticks::auto() })),
        10 => drop(fig[ax].set_title(if a < 0.5 { "title" } else { "" })),
        11 => drop(fig[ax].set_facecolor(if a < 0.5 { "#eeeeee" } else { "white" })),
        12 => drop(fig[ax].set_zorder(if a < 0.5 { 3.0 } else { -1.0 })),
        13 => drop(fig.legend(Legend::new().title(if a < 0.5 { "all" } else { "" }))),
        _ => {}
    }
}

#[test]
fn whatever_changes_over_a_background_that_is_kept_is_seen() {
    for constrained in [false, true] {
        let mut fig = Figure::pixels(400, 300);
        fig.set_constrained(constrained);
        let axs = fig.subplots(1, 2);
        let (left, right) = (axs[(0, 0)], axs[(0, 1)]);
        let all = [left, right, fig.twin_x(left), fig.inset(right, [0.5, 0.5, 0.4, 0.4])];
        for (k, ax) in all.into_iter().enumerate() {
            fig[ax].add(Line::new([0.0, 1.0, 2.0], [0.5, 2.0, 1.0]).label(format!("line {k}")));
        }
        let image = fig[right].imshow([[0.0, 1.0], [2.0, 3.0]]);
        fig[right].set_aspect("auto");
        fig.colorbar(image);
        let mut renderer = Renderer::new();
        let dice = lcg(if thorough() { 4000 } else { 480 }, 11);
        for (step, four) in dice.chunks(4).enumerate() {
            refurnish(&mut fig, &all, four);
            // what stands still is kept from the second frame on
            for _ in 0..if step % 3 == 0 { 2 } else { 1 } {
                assert!(
                    *renderer.render(&fig) == fig.render(),
                    "step {step}, edit {four:?}, constrained: {constrained}"
                );
            }
        }
    }
}

/// What stands still is drawn twice at most: in a first frame, and when it is seen to stand still; whatever moves over it
/// and whatever the title says.
#[test]
fn what_stands_still_is_not_drawn_again() {
    let counted = Counted::default();
    let mut fig = Figure::pixels(200, 150);
    let ax = fig.add_axes();
    fig[ax].add(counted.clone());
    let moving = fig[ax].add(Line::empty());
    fig[ax].set_xlim(0.0, 1.0).set_ylim(0.0, 1.0);
    let mut renderer = Renderer::new();
    for step in 0..9 {
        let t = f64::from(step) / 9.0;
        fig[moving].set_data([0.0, t], [1.0, t]);
        fig[ax].set_title(format!("step {step}")).set_xlabel(format!("{t:.2}"));
        renderer.render(&fig);
    }
    assert_eq!(counted.drawn.get(), 2);
    // other limits are another place for it
    fig[ax].set_xlim(0.0, 2.0);
    renderer.render(&fig);
    assert_eq!(counted.drawn.get(), 3);
}

/// Axes stand still whatever their neighbours do, whichever come first; and under an inset, too.
#[test]
fn still_axes_are_not_drawn_again_for_their_neighbours() {
    for order in [[0, 1], [1, 0]] {
        let counted = Counted::default();
        let mut fig = Figure::pixels(300, 150);
        let axs = fig.subplots(1, 2);
        let [still, moving] = order.map(|col| axs[(0, col)]);
        fig[still].add(counted.clone());
        fig[still].set_xlim(0.0, 1.0).set_ylim(0.0, 1.0);
        let line = fig[moving].add(Line::empty());
        let words = fig[still].text(0.5, 0.5, "t");
        let mut renderer = Renderer::new();
        for step in 0..9 {
            let t = f64::from(step);
            // its limits follow
            fig[line].set_data([0.0, t], [10.0, t]);
            fig[words].set_text(format!("{t}"));
            let frame = renderer.render(&fig).clone();
            let before = counted.drawn.get();
            assert_eq!(frame, fig.render());
            counted.drawn.set(before);
        }
        assert_eq!(counted.drawn.get(), 2, "the still axes are {order:?}");
    }
}

/// What lies over other axes is whole, and hides them.
#[test]
fn an_inset_lies_over_the_data_of_its_parent() {
    let mut fig = Figure::pixels(400, 300);
    let ax = fig.add_axes();
    let diagonal = fig[ax].add(Line::new([0.0, 1.0], [0.0, 1.0]).color("red").linewidth(6.0));
    fig[ax].set_xlim(0.0, 1.0).set_ylim(0.0, 1.0);
    let inset = fig.add_axes_at(0.3, 0.3, 0.4, 0.4);
    let dot = fig[inset].add(Line::new([0.5], [0.5]).fmt("bo"));
    fig[inset].set_xlim(0.0, 1.0).set_ylim(0.0, 1.0);
    let mut renderer = Renderer::new();
    for step in 0..5 {
        let t = f64::from(step) / 10.0;
        fig[dot].set_data([0.2 + t], [0.8 - t]);
        if step == 3 {
            fig[diagonal].set_data([0.0, 1.0], [0.1, 1.0]);
        }
        assert_eq!(*renderer.render(&fig), fig.render());
    }
    let frame = fig.render();
    // the line of the parent, beside the inset and where it would run through it
    let red = |x: u32, y: u32| frame.pixel(x, y) == [255, 0, 0];
    let along = |t: f32| {
        let (x, y) = (50.0 + t * 310.0, 300.0 - (33.0 + t * 231.0) - (1.0 - t) * 23.1);
        (x as u32, y as u32)
    };
    assert!(red(along(0.1).0, along(0.1).1) && red(along(0.9).0, along(0.9).1));
    for y in 100..200 {
        for x in 125..275 {
            assert!(!red(x, y), "the parent's line shows through the inset at {x}, {y}");
        }
    }
}

#[test]
fn figures_in_turn_do_not_mix() {
    let (mut a, Keys { moving, .. }) = busy();
    let mut b = a.clone();
    a[moving].set_data([0.0, 2.0], [0.0, 2.0]);
    b[moving].set_data([0.0, 2.0], [2.0, 0.0]);
    let mut renderer = Renderer::new();
    for _ in 0..3 {
        assert!(*renderer.render(&a) == a.render());
        assert!(*renderer.render(&b) == b.render());
    }
}

#[test]
fn removed_artists_are_gone() {
    let (mut fig, Keys { still, moving, image, .. }) = busy();
    let before = fig.render();
    let line = fig.remove(moving).unwrap();
    assert_eq!(line.xdata(), [0.0, 1.0, 2.0]);
    assert!(fig.get(moving).is_none() && fig.get(still).is_some());
    assert!(fig.remove(moving).is_none());
    assert_ne!(fig.render(), before);
    // its colorbar goes with the image
    fig.remove(image).unwrap();
    let _ = fig.render();
}

#[test]
fn any_number_of_threads_draws_the_same() {
    let (fig, ..) = busy();
    let here = fig.render();
    let there: Vec<Frame> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..4).map(|_| scope.spawn(|| fig.render())).collect();
        threads.into_iter().map(|t| t.join().unwrap()).collect()
    });
    assert!(there.iter().all(|frame| *frame == here));
}

#[test]
fn plain_data() {
    fn everywhere<T: Send + Sync + 'static>() {}
    everywhere::<Figure>();
    everywhere::<Key<Line>>();
    everywhere::<Frame>();
    everywhere::<grabframe::Error>();
    everywhere::<grabframe::Layout>();
    fn after_a_panic<T: UnwindSafe + RefUnwindSafe>() {}
    after_a_panic::<Figure>();
    fn sendable<T: Send + 'static>() {}
    sendable::<Recording<'static>>();
    sendable::<MovieFile>();
    assert!(size_of::<Key<Line>>() <= 16);
}
