//! The arrows of streamlines.

use super::Streamlines;
use crate::artist::Painter;
use crate::geom::Point;
use crate::style::{Cap, Pen};

impl Streamlines {
    /// The steps of the lines, by their first points, in which arrows stand: each as far along its line, in data units, as the others.
    fn arrow_steps(&self) -> Vec<usize> {
        let lines = &self.traced.lines;
        let (mut steps, mut far) = (Vec::new(), Vec::new());
        for i in 0..lines.len() {
            let range = lines.range(i);
            far.clear();
            let mut whole = 0.0;
            for k in range.start + 1..range.end {
                let (dx, dy) = (lines.x[k] - lines.x[k - 1], lines.y[k] - lines.y[k - 1]);
                whole += (dx * dx + dy * dy).sqrt();
                far.push(whole);
            }
            for arrow in 1..=self.arrows {
                let wanted = whole * (arrow as f64 / (self.arrows + 1) as f64);
                let step = far.partition_point(|far| *far < wanted);
                if step < far.len() {
                    steps.push(range.start + step);
                }
            }
        }
        steps
    }

    pub(super) fn paint_arrows(&self, painter: &mut Painter<'_>) {
        let lines = &self.traced.lines;
        let steps = self.arrow_steps();
        let (colors, widths) = self.looks(&steps, Some(painter.theme()));
        let (mut heads, mut outlines, mut ends, mut closed) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for (i, &k) in steps.iter().enumerate() {
            let width = if let [one] = widths[..] { one } else { widths[i] };
            let middle = |list: &[f64]| list[k] / 2.0 + list[k + 1] / 2.0;
            let from = painter.point(lines.x[k], lines.y[k]);
            let to = painter.point(middle(&lines.x), middle(&lines.y));
            let scale = |points: f32| painter.px(points * self.arrowsize);
            let head = head(from, to, (scale(HEAD.0), scale(HEAD.1)), painter.px(SHRINK), painter.px(width));
            // one of no size is there all the same, so that colours stay with theirs
            let head = head.unwrap_or([Point::new(f32::NAN, f32::NAN); 3]);
            heads.extend_from_slice(&head);
            ends.push(heads.len() as u32);
            outlines.extend_from_slice(&head);
            outlines.push(head[0]);
            closed.push(outlines.len() as u32);
        }
        painter.fills(&heads, &ends, if ends.is_empty() { &[] } else { &colors });
        if !closed.is_empty() {
            let pen = Pen::new(self.get_color(), self.linewidth).cap(Cap::Round);
            painter.strokes(&outlines, &closed, &colors, &widths, &pen);
        }
    }
}

/// Lengths in points, as those of matplotlib's `-|>`: of a head and of half its width, where the arrow size is 1; and how far arrows end from where they
/// lead.
const HEAD: (f32, f32) = (4.0, 2.0);

const SHRINK: f32 = 2.0;

/// The corners of a filled head, in pixels, of an arrow between two places that keeps away from them, if there is room: matplotlib's `-|>`.
fn head(from: Point, to: Point, (long, wide): (f32, f32), shrink: f32, width: f32) -> Option<[Point; 3]> {
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let whole = (dx * dx + dy * dy).sqrt();
    if !(whole > 0.0 && whole.is_finite() && long > 0.0) {
        return None;
    }
    let (ux, uy) = (dx / whole, dy / whole);
    let end = if whole > 2.0 * shrink { whole - shrink } else { whole };
    // the stroke around the head ends there
    let end = end - 0.5 * width * (long * long + wide * wide).sqrt() / wide;
    let at = |along: f32, across: f32| Point::new(from.x + ux * along - uy * across, from.y + uy * along + ux * across);
    Some([at(end - long, wide), at(end, 0.0), at(end - long, -wide)])
}
