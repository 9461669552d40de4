//! What stays of a picture when words around the data change.

use crate::canvas::Frame;
use crate::geom::Clip;
use crate::layout::Layout;

/// Whether artists paint the same in both layouts: only words and legends may differ.
pub(crate) fn alike(a: &Layout, b: &Layout) -> bool {
    a.size == b.size
        && a.pixels_per_point == b.pixels_per_point
        && a.axes.len() == b.axes.len()
        && a.axes.iter().zip(&b.axes).all(|(a, b)| {
            a.owner == b.owner && a.area == b.area && a.clip == b.clip && a.x == b.x && a.y == b.y && a.frame == b.frame
        })
}

/// Whether both have the same background: words on the figure are not part of it.
pub(crate) fn same_background(a: &Layout, b: &Layout) -> bool {
    a.size == b.size
        && a.pixels_per_point == b.pixels_per_point
        && a.face == b.face
        && a.axes == b.axes
        && a.title == b.title
}

/// Brings `base`, which shows artists within `windows` on the background `old`, onto the background `new`, if the two are
/// the same within the windows. `old` is lost. All have one size.
pub(crate) fn transplant(base: &mut Frame, old: &mut Frame, new: &Frame, windows: &[Clip]) -> bool {
    let width = new.width() as usize;
    let mut rows = Vec::new();
    for window in windows {
        let window = window.intersect(Clip::all(new.size()));
        if !window.is_empty() {
            let (from, to) = (window.x0 as usize, window.x1 as usize);
            let row = |y: i32| (y as usize * width + from) * 3..(y as usize * width + to) * 3;
            rows.extend((window.y0..window.y1).map(row));
        }
    }
    if rows.iter().any(|row| old.as_rgb()[row.clone()] != new.as_rgb()[row.clone()]) {
        return false;
    }
    old.copy_from(new);
    for row in rows {
        old.as_rgb_mut()[row.clone()].copy_from_slice(&base.as_rgb()[row]);
    }
    std::mem::swap(base, old);
    true
}
