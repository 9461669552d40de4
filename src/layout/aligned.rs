//! Labels of axes that stand on one line.

use crate::axis::{Direction, Side};
use crate::figure::{Figure, Place};
use crate::layout::AxesLayout;

/// Which labels stand on one line: those of one grid, on one side, of axes that end there in the same row or column.
#[derive(Clone, Copy, PartialEq)]
struct Line {
    grid: usize,
    side: Side,
    track: usize,
}

/// Moves labels of axes out to where the outermost of their line is, where the figure was told to.
pub(super) fn align(fig: &Figure, axes: &mut [AxesLayout]) {
    for direction in [Direction::X, Direction::Y] {
        if !fig.aligned(direction) {
            continue;
        }
        // of each line how far out its labels are
        let mut lines: Vec<(Line, f32)> = Vec::new();
        let mut members = Vec::new();
        for (at, one) in axes.iter().enumerate() {
            let Some((line, label)) = line_of(fig, one, direction) else { continue };
            let out = outward(line.side) * across(one, label, direction);
            match lines.iter_mut().find(|(other, _)| *other == line) {
                Some((_, most)) => *most = most.max(out),
                None => lines.push((line, out)),
            }
            members.push((at, line, label));
        }
        for (at, line, label) in members {
            let Some((_, most)) = lines.iter().find(|(other, _)| *other == line) else { continue };
            let by = most * outward(line.side) - across(&axes[at], label, direction);
            let text = axes[at].texts[label].clone();
            axes[at].texts[label] = if direction == Direction::X { text.raised(-by) } else { text.shifted(by) };
        }
    }
}

/// The line on which the label of an axis stands, and which of the axes' words it is.
fn line_of(fig: &Figure, axes: &AxesLayout, direction: Direction) -> Option<(Line, usize)> {
    let axis = if direction == Direction::X { &axes.x } else { &axes.y };
    let Some(Place::Grid { grid, row, col }) = fig.place_of(fig.boxed_in(axes.owner)) else { return None };
    let track = match axis.side {
        Side::Bottom => row.1,
        Side::Top => row.0,
        Side::Left => col.0,
        Side::Right => col.1,
    };
    Some((Line { grid, side: axis.side, track }, axis.label?))
}

/// Where a label is, across its axis.
fn across(axes: &AxesLayout, label: usize, direction: Direction) -> f32 {
    let at = axes.texts[label].anchor.at;
    if direction == Direction::X { at.y } else { at.x }
}

/// Which way is out.
const fn outward(side: Side) -> f32 {
    match side {
        Side::Bottom | Side::Right => 1.0,
        Side::Top | Side::Left => -1.0,
    }
}
