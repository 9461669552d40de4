//! What stays of a picture from one frame to the next.

use std::sync::Arc;

use crate::canvas::Frame;
use crate::geom::Clip;
use crate::layout::{AxesLayout, Layout};
use crate::scene::{Panel, Scene, Step};

/// Whether both have the same background, whatever is different over it.
pub(super) fn same_background((a, old): (&Layout, &Scene), (b, new): (&Layout, &Scene)) -> bool {
    let same = |i: &Step, k: &Step| *i == Step::Title && i == k || same_behind((a, *i), (b, *k));
    same_page(a, b)
        && a.around() == b.around()
        && old.background.len() == new.background.len()
        && old.background.iter().zip(&new.background).all(|(i, k)| same(i, k))
}

/// Whether both pictures are of one size and look.
pub(super) fn same_page(a: &Layout, b: &Layout) -> bool {
    a.size == b.size && a.pixels_per_point == b.pixels_per_point && a.face == b.face && same_look(a, b)
}

/// Whether both steps draw the same of what is behind data: what else their axes have does not count.
pub(super) fn same_behind((a, i): (&Layout, Step), (b, k): (&Layout, Step)) -> bool {
    match (i, k) {
        (Step::Face(i), Step::Face(k)) => {
            let (a, b) = (&a.axes[i], &b.axes[k]);
            let same_map = match (&a.colors, &b.colors) {
                (Some(a), Some(b)) => a.cmap == b.cmap,
                (a, b) => a.is_none() && b.is_none(),
            };
            same_map && a.area == b.area && a.face == b.face && a.bar == b.bar
        }
        (Step::Ticks(i), Step::Ticks(k)) => {
            let (a, b) = (&a.axes[i], &b.axes[k]);
            a.area == b.area && a.frame.ticks == b.frame.ticks
        }
        (Step::Words(i), Step::Words(k)) => a.axes[i].texts == b.axes[k].texts,
        _ => false,
    }
}

/// Whether artists paint the same in both layouts in the axes of a panel: only words and legends may differ.
pub(super) fn alike((a, old): (&Layout, &Panel), (b, new): (&Layout, &Panel)) -> bool {
    let same = |a: &AxesLayout, b: &AxesLayout| {
        a.owner == b.owner
            && a.area == b.area
            && a.clip == b.clip
            && a.projection == b.projection
            && a.x == b.x
            && a.y == b.y
            && a.frame == b.frame
    };
    a.size == b.size
        && a.pixels_per_point == b.pixels_per_point
        && same_look(a, b)
        && old.window == new.window
        && old.axes.len() == new.axes.len()
        && old.axes.iter().zip(&new.axes).all(|(&i, &k)| same(&a.axes[i], &b.axes[k]))
}

/// How many steps of two such panels, from the first on, draw the same.
pub(super) fn common((a, old): (&Layout, &Panel), (b, new): (&Layout, &Panel)) -> usize {
    let same = |i: &Step, k: &Step| match (*i, *k) {
        // no other content has this revision
        (Step::Artist { revision, .. }, Step::Artist { revision: other, .. }) => revision == other,
        (Step::Grid(i), Step::Grid(k)) => a.axes[i].owner == b.axes[k].owner,
        (Step::Frame(i), Step::Frame(k)) => a.axes[i] == b.axes[k] && handles(&a.axes[i]) == handles(&b.axes[k]),
        (i, k) => same_behind((a, i), (b, k)),
    };
    let mut count = 0;
    while count < old.steps.len().min(new.steps.len()) && same(&old.steps[count], &new.steps[count]) {
        count += 1;
    }
    count
}

/// What the artists of a legend are, which may paint their handles.
fn handles(axes: &AxesLayout) -> Vec<u64> {
    let mut revisions = Vec::new();
    if let Some(legend) = &axes.legend {
        for entry in &legend.entries {
            revisions.push(entry.revision);
        }
    }
    revisions
}

/// Whether two pictures of one size are the same in a window.
pub(super) fn equal(a: &Frame, b: &Frame, window: Clip) -> bool {
    rows(a, window).all(|row| a.as_rgb()[row.clone()] == b.as_rgb()[row])
}

/// Copies a window.
pub(super) fn copy(from: &Frame, to: &mut Frame, window: Clip) {
    for row in rows(from, window) {
        to.as_rgb_mut()[row.clone()].copy_from_slice(&from.as_rgb()[row]);
    }
}

/// Where the bytes of a window are.
fn rows(frame: &Frame, window: Clip) -> impl Iterator<Item = std::ops::Range<usize>> + use<> {
    let window = window.intersect(Clip::all(frame.size()));
    let window = if window.is_empty() { Clip::default() } else { window };
    let width = frame.width() as usize;
    let (from, to) = (window.x0 as usize, window.x1 as usize);
    (window.y0..window.y1).map(move |y| (y as usize * width + from) * 3..(y as usize * width + to) * 3)
}

/// Whether both have the same theme, and words are written in the same fonts. What a theme says is a lot to compare, and mostly it is
/// one.
fn same_look(a: &Layout, b: &Layout) -> bool {
    a.fonts == b.fonts && (Arc::ptr_eq(&a.theme, &b.theme) || a.theme == b.theme)
}

#[cfg(test)]
mod tests;
