//! Many lines with a colour and a width each, one over the other.

use crate::canvas::bar::{self, Bar};
use crate::canvas::blend::visible;
use crate::canvas::frame::Frame;
use crate::canvas::polyline::polyline;
use crate::canvas::simplify::SAME;
use crate::canvas::strip::Strips;
use crate::canvas::stroke::StrokeScratch;
use crate::canvas::window::Window;
use crate::geom::{Clip, Point};
use crate::style::{Cap, Color};
use crate::surface::{Each, Pieces, Stroke, is_far, reach};

/// From so many lines on, tables are made for short ones, too.
const MANY: usize = 1000;

/// Draws lines, each as [`polyline`] draws it; what lines of two points look like is the same, too, give or take two levels.
pub(super) fn strokes(
    frame: &mut Frame,
    clip: Clip,
    scratch: &mut StrokeScratch,
    lines: Pieces<'_>,
    colors: Each<'_, Color>,
    widths: Each<'_, f32>,
    stroke: &Stroke<'_>,
) {
    let seen = visible(frame, clip);
    if seen.is_empty() {
        return;
    }
    let reach = reach(frame.size(), bar::WIDEST);
    let straight = stroke.dashes.is_empty() && stroke.cap != Cap::Round && seen.x1.max(seen.y1) <= bar::LARGEST;
    // tables are worth their making where many lines are as wide
    let least = if lines.len() < MANY { 64.0 } else { 4.0 };
    let one_width = matches!(widths, Each::One(_));
    for i in 0..lines.len() {
        let one = Stroke { color: colors.at(i), width: widths.at(i), ..*stroke };
        match lines.get(i) {
            [_] | [] => {}
            &[a, b] if straight && one.width <= bar::WIDEST && !is_far(&[a, b], reach) => {
                let strips = one_width.then(|| scratch.strips.of(one.width.into()));
                alone(frame, seen, (a, b), &one, strips, least)
            }
            points => polyline(frame, clip, scratch, points, &one),
        }
    }
}

/// A line with straight ends that is one segment.
fn alone(
    frame: &mut Frame,
    clip: Clip,
    (a, b): (Point, Point),
    stroke: &Stroke<'_>,
    strips: Option<&mut Strips>,
    least: f64,
) {
    let width = f64::from(stroke.width);
    let (from, to) = ((f64::from(a.x), f64::from(a.y)), (f64::from(b.x), f64::from(b.y)));
    let dir = (to.0 - from.0, to.1 - from.1);
    // with NaN among them nothing is drawn
    let seen = stroke.color.a > 0 && width > 0.0 && (dir.0.abs() >= SAME || dir.1.abs() >= SAME);
    if !(seen && a.is_finite() && b.is_finite()) {
        return;
    }
    if let Some((from, to, ..)) = Window::around(clip, width * 0.75 + 3.0).clip(from, to) {
        let beyond = if stroke.cap == Cap::Projecting { width / 2.0 } else { 0.0 };
        bar::paint(frame, clip, &Bar { from, to, dir, width, beyond }, stroke.color, strips, least);
    }
}
