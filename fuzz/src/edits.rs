//! A figure, begun and changed.

use grabframe::Common;
use grabframe::prelude::*;

use super::edit_axes::{edit_axes, edit_bar, legend};
use super::{Choices, Own, artists};

/// What was put into a figure.
#[derive(Clone, Default)]
pub struct Held {
    axes: Vec<Key<Axes>>,
    lines: Vec<Key<Line>>,
    dots: Vec<Key<Scatter>>,
    images: Vec<Key<Image>>,
    words: Vec<Key<Text>>,
    own: Vec<Key<Own>>,
    others: Vec<artists::Change>,
    bars: Vec<Key<Colorbar>>,
    insets: usize,
    /// Figures as they were.
    pub clones: Vec<Figure>,
}

fn pick<T: Copy>(keys: &[T], choices: &mut Choices<'_>) -> Option<T> {
    if keys.is_empty() { None } else { Some(keys[choices.below(keys.len())]) }
}

/// A figure, and what is in it.
pub fn begin(choices: &mut Choices<'_>) -> (Figure, Held) {
    let (width, height) = (40 + choices.below(200), 30 + choices.below(160));
    let mut fig = Figure::pixels(width as u32, height as u32);
    if choices.below(3) == 0 {
        fig = fig.constrained();
    }
    let mut held = Held::default();
    match choices.below(4) {
        0 => held.axes.push(fig.add_axes()),
        1 => held.axes.extend(&fig.subplots(1, 2)),
        2 => held.axes.extend(&fig.subplots_with(2, 1, shared(choices))),
        _ if choices.below(3) == 0 => {
            let axs = fig.subplots_with(1, 2, shared(choices));
            held.axes.push(axs[(0, 0)]);
            held.axes.extend(&fig.subgrid(axs[(0, 1)], 2, 1 + choices.below(2), shared(choices)));
        }
        _ => held.axes.extend(fig.mosaic("AAB;CCB").iter().map(|(_, key)| key)),
    }
    for _ in 0..2 + choices.below(6) {
        edit(&mut fig, &mut held, choices);
    }
    (fig, held)
}

/// How a grid is divided.
fn shared(choices: &mut Choices<'_>) -> Subplot {
    let mut how = Subplot::new();
    if choices.yes() {
        how = how.share_x_by(["all", "row", "col"][choices.below(3)]);
    }
    if choices.yes() {
        how = how.share_y_by(["all", "row", "col"][choices.below(3)]).hspace(choices.share()).wspace(choices.share());
    }
    how
}

/// Changes a figure in one way.
pub fn edit(fig: &mut Figure, held: &mut Held, choices: &mut Choices<'_>) {
    let ax = pick(&held.axes, choices);
    let n = choices.below(12);
    match choices.below(55) {
        0 | 1 => {
            if let Some(ax) = ax {
                let (x, y) = (choices.numbers(n), choices.numbers(n));
                let line = Line::new(&x, &y).linestyle(choices.style()).linewidth(choices.share() * 4.0);
                let line = line.marker(choices.shape()).label(choices.words());
                held.lines.push(fig[ax].add(line));
            }
        }
        2 => {
            if let Some(ax) = ax {
                let (x, y) = (choices.numbers(n), choices.numbers(n));
                let dots = Scatter::new(&x, &y).sizes(choices.numbers(n)).values(choices.numbers(n));
                held.dots.push(fig[ax].add(dots.marker(choices.shape()).label(choices.words())));
            }
        }
        3 => {
            if let Some(ax) = ax {
                let (rows, cols) = (1 + choices.below(4), 1 + choices.below(4));
                let grid: Vec<Vec<f64>> = (0..rows).map(|_| choices.numbers(cols)).collect();
                let image = Image::new(&grid).origin(if choices.yes() { "lower" } else { "upper" });
                held.images.push(fig[ax].add(image));
            }
        }
        4 => {
            if let Some(ax) = ax {
                held.words.push(fig[ax].text(choices.number(), choices.number(), choices.words()));
            }
        }
        5 => {
            if let Some(ax) = ax {
                let (x, y, color) = (choices.numbers(n), choices.numbers(n), choices.color());
                let own = Own { common: Common::new(), x, y, color, reaches: choices.yes() };
                held.own.push(fig[ax].add(own.clip(choices.yes())));
            }
        }
        44..48 => {
            if let Some(ax) = ax {
                held.others.push(artists::add(&mut fig[ax], choices));
            }
        }
        48..50 => {
            if !held.others.is_empty() {
                let change = held.others[choices.below(held.others.len())].clone();
                change(fig, choices);
            }
        }
        52 => {
            if let Some(ax) = ax {
                let by = choices.finite();
                let made = match choices.below(3) {
                    0 => fig.secondary_x(ax, "top", move |v| v * by, move |v| v / by),
                    1 => fig.secondary_y(ax, "right", move |v| by / v, move |v| by / v),
                    _ => fig.secondary_x(ax, "bottom", move |v| v + by, move |v| v - by),
                };
                held.axes.push(made);
            }
        }
        53 => {
            if let (Some(a), Some(b)) = (ax, pick(&held.axes, choices)) {
                let key = fig.indicate_inset_zoom(a, b);
                fig[key].set_color(choices.color()).set_linewidth(choices.share() * 3.0);
            }
        }
        51 => {
            if let (Some(a), Some(b)) = (ax, pick(&held.axes, choices)) {
                _ = if choices.yes() { fig.share_x([a, b]) } else { fig.share_y([a, b]) };
                fig[a].label_outer(choices.yes());
            }
        }
        50 => {
            if let Some(ax) = ax {
                fig[ax].set_xtick_rotation(choices.finite()).set_ytick_rotation(choices.finite());
            }
        }
        6 => {
            let [x, y] = [choices.share() * 0.8, choices.share() * 0.8];
            held.axes.push(fig.add_axes_at(x, y, 0.1 + choices.share() * 0.5, 0.1 + choices.share() * 0.5));
        }
        24 => {
            if let Some(ax) = ax {
                let part = [
                    choices.share() * 1.2 - 0.1,
                    choices.share(),
                    0.1 + choices.share() * 0.6,
                    0.2 + choices.share() * 0.6,
                ];
                held.axes.push(fig.inset(ax, part));
                held.insets += 1;
            }
        }
        25 => {
            if let Some(ax) = ax {
                held.axes.push(if choices.yes() { fig.twin_x(ax) } else { fig.twin_y(ax) });
            }
        }
        26 => {
            let (x, y) = (choices.numbers(n), choices.numbers(n));
            held.lines.push(fig.add_artist(Line::new(&x, &y)));
        }
        7 => held.words.push(fig.text(choices.share(), choices.share(), choices.words())),
        8 => {
            if let Some(image) = pick(&held.images, choices) {
                let all: Vec<_> = held.axes.iter().copied().filter(|ax| fig.get(*ax).is_some()).collect();
                held.bars.push(match choices.below(4) {
                    // an inset would be refused
                    0 if held.insets == 0 && !all.is_empty() => fig.colorbar_over(image, all),
                    1 => {
                        let [x, y] = [choices.share() * 0.8, choices.share() * 0.8];
                        let narrow = fig.add_axes_at(x, y, 0.05 + choices.share() * 0.3, 0.05 + choices.share() * 0.3);
                        held.axes.push(narrow);
                        fig.colorbar_in(image, narrow)
                    }
                    _ => fig.colorbar(image),
                });
            }
        }
        9 => {
            if let Some(dots) = pick(&held.dots, choices) {
                held.bars.push(fig.colorbar(dots));
            }
        }
        10..15 => {
            if let Some(line) = pick(&held.lines, choices) {
                fig[line].set_data(choices.numbers(n), choices.numbers(n));
            }
        }
        15 => {
            if let Some(line) = pick(&held.lines, choices) {
                fig[line].push(choices.number(), choices.number()).set_color(choices.color());
            }
        }
        16 => {
            if let Some(image) = pick(&held.images, choices) {
                let cols = 1 + choices.below(3);
                fig[image].set_data(vec![choices.numbers(cols), choices.numbers(cols)]);
                match choices.below(6) {
                    0 => fig[image].set_norm(Norm::symlog(0.01 + choices.share() * 9.0)),
                    1 => {
                        let first = choices.finite();
                        let borders = [first, first + first.abs() * 0.1 + 1e-9, first + first.abs() + 1.0];
                        // of very large numbers, the next are the same
                        let rising = borders.windows(2).all(|pair| pair[0] < pair[1] && pair[1].is_finite());
                        fig[image].set_norm(if rising { Norm::boundary(borders) } else { Norm::Linear })
                    }
                    _ => &mut fig[image],
                };
            }
        }
        17 => {
            if let Some(line) = pick(&held.lines, choices) {
                fig[line].set_alpha(choices.share()).set_zorder(choices.share() * 4.0).set_clip(choices.yes());
            }
        }
        18 => {
            if let Some(own) = pick(&held.own, choices) {
                fig[own].color = choices.color();
                fig[own].set_visible(choices.yes()).set_clip(choices.yes()).set_label(choices.words());
            }
        }
        19 => {
            if let Some(line) = pick(&held.lines, choices) {
                fig[line].set_visible(choices.yes());
            }
        }
        20 => {
            if let Some(words) = pick(&held.words, choices) {
                fig[words]
                    .set_text(choices.words())
                    .set_rotation(choices.finite())
                    .set_fontsize(choices.share() * 30.0);
            }
        }
        21 => remove(fig, held, choices),
        29 => {
            // axes change places
            if let (Some(a), Some(b)) = (ax, pick(&held.axes, choices)) {
                let first = fig[a].clone();
                let second = std::mem::replace(&mut fig[b], first);
                fig[a] = second;
            }
        }
        27 => {
            if let (Some(a), Some(b)) = (ax, pick(&held.axes, choices)) {
                fig[b] = fig[a].clone();
                forget(fig, held);
            }
        }
        28 => {
            if let Some(line) = pick(&held.lines, choices) {
                held.clones.push(fig.clone());
                for _ in 0..n {
                    fig[line].push(choices.number(), choices.number());
                }
            }
        }
        22 => {
            fig.suptitle(choices.words());
            if choices.yes() {
                fig.supxlabel(choices.words()).supylabel(choices.words());
            }
            if choices.below(3) == 0 {
                fig.legend(legend(choices));
            }
            match choices.below(6) {
                0 => drop(fig.align_xlabels()),
                1 => drop(fig.align_ylabels()),
                2 => drop(fig.align_labels()),
                _ => {}
            }
        }
        23 => {
            if let Some(bar) = pick(&held.bars, choices) {
                edit_bar(&mut fig[bar], choices);
            }
        }
        _ => {
            if let Some(ax) = ax {
                edit_axes(fig, ax, choices);
            }
        }
    }
}

fn remove(fig: &mut Figure, held: &mut Held, choices: &mut Choices<'_>) {
    match choices.below(4) {
        0 if held.lines.len() > 1 => drop(fig.remove(held.lines.remove(0))),
        1 if !held.dots.is_empty() => drop(fig.remove(held.dots.remove(0))),
        2 if !held.own.is_empty() => drop(fig.remove(held.own.remove(0))),
        3 if held.axes.len() > 1 => drop(fig.remove_axes(held.axes.remove(choices.below(held.axes.len())))),
        _ => {}
    }
    forget(fig, held);
}

/// What was in axes that are gone is gone, too.
fn forget(fig: &Figure, held: &mut Held) {
    held.lines.retain(|key| fig.get(*key).is_some());
    held.dots.retain(|key| fig.get(*key).is_some());
    held.images.retain(|key| fig.get(*key).is_some());
    held.words.retain(|key| fig.get(*key).is_some());
    held.own.retain(|key| fig.get(*key).is_some());
    held.axes.retain(|key| fig.get(*key).is_some());
    held.bars.retain(|key| fig.get(*key).is_some());
}
