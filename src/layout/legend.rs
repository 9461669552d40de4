//! Legends: their entries, their size, and where they cover the least.

use crate::artist::{LegendHandle, Obstacles};
use crate::axis::AxisMap;
use crate::figure::{Axes, LegendLoc};
use crate::geom::{Point, Rect};
use crate::layout::words::{Look, PlacedText, words};
use crate::style::theme::FONT_SIZE;
use crate::style::theme::legend as theme;
use crate::text::{Anchor, HAlign, TextLayout, VAlign};

/// A legend as it is drawn.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct LegendLayout {
    /// Its frame, in pixels.
    pub frame: Rect,
    /// The radius of the frame's corners, in pixels.
    pub corner: f32,
    /// Its entries, from top to bottom.
    pub entries: Vec<LegendEntry>,
}

/// One entry of a legend.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct LegendEntry {
    /// What is drawn beside the words.
    pub handle: LegendHandle,
    /// Where it starts and ends; `y1` is the words' baseline. In pixels.
    pub room: Rect,
    /// The words.
    pub text: PlacedText,
}

pub(crate) fn of(
    axes: &Axes,
    loc: LegendLoc,
    area: Rect,
    maps: (&AxisMap, &AxisMap),
    look: Look,
) -> Option<LegendLayout> {
    let shown: Vec<(LegendHandle, &str)> = axes
        .visible()
        .filter_map(|(_, slot)| {
            let artist = slot.artist();
            let common = artist.common();
            Some((artist.legend_handle()?.with_alpha(common.alpha), common.label.as_deref()?))
        })
        .filter(|(_, label)| !label.is_empty() && !label.starts_with('_'))
        .collect();
    if shown.is_empty() {
        return None;
    }
    let em = look.px(FONT_SIZE);
    let rows: Vec<Row<'_>> = shown.into_iter().map(|(handle, label)| Row::new(handle, label, em)).collect();
    let text_width = rows.iter().map(|r| r.width).fold(0.0, f32::max);
    let width = em * (2.0 * theme::BORDER_PAD + theme::HANDLE_LENGTH + theme::HANDLE_TEXT_PAD) + text_width;
    let height = em * (2.0 * theme::BORDER_PAD + theme::LABEL_SPACING * (rows.len() - 1) as f32)
        + rows.iter().map(|r| r.ascent + r.descent).sum::<f32>();

    let room = area.expanded(-theme::AXES_PAD * em);
    let at = |loc: LegendLoc| {
        let (right, down) = loc.shares();
        let x0 = room.x0 + (room.width() - width) * right;
        let y0 = room.y0 + (room.height() - height) * down;
        Rect::new(x0, y0, x0 + width, y0 + height)
    };
    let frame = match loc {
        LegendLoc::Best => best(axes, maps, at),
        fixed => at(fixed),
    };
    let mut y = frame.y0 + theme::BORDER_PAD * em;
    let x = frame.x0 + theme::BORDER_PAD * em;
    let handle_end = x + theme::HANDLE_LENGTH * em;
    let entries = rows
        .into_iter()
        .map(|row| {
            let baseline = y + row.ascent;
            y = baseline + row.descent + theme::LABEL_SPACING * em;
            let at = Point::new(handle_end + theme::HANDLE_TEXT_PAD * em, baseline);
            let anchor = Anchor { at, ha: HAlign::Left, va: VAlign::Baseline, angle: 0.0 };
            LegendEntry {
                handle: row.handle,
                room: Rect::new(x, baseline - theme::HANDLE_HEIGHT * em, handle_end, baseline),
                text: words(row.label.into(), em, anchor),
            }
        })
        .collect();
    Some(LegendLayout { frame, corner: theme::CORNER * em, entries })
}

struct Row<'a> {
    handle: LegendHandle,
    label: &'a str,
    width: f32,
    ascent: f32,
    descent: f32,
}

impl<'a> Row<'a> {
    fn new(handle: LegendHandle, label: &'a str, em: f32) -> Self {
        let text = TextLayout::new(label, em);
        let ascent = (text.height - text.descent).max(theme::HANDLE_HEIGHT * em);
        Self { handle, label, width: text.width, ascent, descent: text.descent }
    }
}

/// The first of the fixed places that covers the least: points inside count one each, and so does a line that runs
/// through.
fn best(axes: &Axes, (x, y): (&AxisMap, &AxisMap), at: impl Fn(LegendLoc) -> Rect) -> Rect {
    let mut obstacles = Obstacles::default();
    for (_, slot) in axes.visible() {
        slot.artist().obstacles(x, y, &mut obstacles);
    }
    let badness = |rect: Rect| {
        let points = obstacles.points.iter().chain(obstacles.lines.iter().flatten());
        let covered = points.filter(|p| p.x > rect.x0 && p.x < rect.x1 && p.y > rect.y0 && p.y < rect.y1).count();
        let crossed = obstacles.lines.iter().filter(|l| l.windows(2).any(|w| crosses(w[0], w[1], rect))).count();
        covered + crossed
    };
    let places = LegendLoc::FIXED.map(at);
    let mut least = (usize::MAX, places[0]);
    for rect in places {
        let bad = badness(rect);
        if bad == 0 {
            return rect;
        }
        if bad < least.0 {
            least = (bad, rect);
        }
    }
    least.1
}

/// Whether the segment from `a` to `b` has a point in `rect` (Liang and Barsky's clipping).
fn crosses(a: Point, b: Point, rect: Rect) -> bool {
    if !(a.is_finite() && b.is_finite()) {
        return false;
    }
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let (mut from, mut to) = (0.0_f32, 1.0_f32);
    for (p, q) in [(-dx, a.x - rect.x0), (dx, rect.x1 - a.x), (-dy, a.y - rect.y0), (dy, rect.y1 - a.y)] {
        if p == 0.0 {
            if q < 0.0 {
                return false;
            }
        } else if p < 0.0 {
            from = from.max(q / p);
        } else {
            to = to.min(q / p);
        }
    }
    from <= to
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn segments_cross_rectangles_or_not() {
        let rect = Rect::new(10.0, 10.0, 20.0, 20.0);
        let p = Point::new;
        assert!(crosses(p(0.0, 15.0), p(30.0, 15.0), rect));
        assert!(crosses(p(12.0, 12.0), p(13.0, 14.0), rect));
        assert!(crosses(p(5.0, 16.0), p(16.0, 5.0), rect));
        assert!(!crosses(p(5.0, 14.0), p(14.0, 5.0), rect));
        assert!(!crosses(p(0.0, 0.0), p(9.0, 9.0), rect));
        assert!(!crosses(p(f32::NAN, 15.0), p(30.0, 15.0), rect));
    }
}
