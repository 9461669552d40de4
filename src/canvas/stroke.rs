//! Strokes: how a line's run of points becomes segments for the thin-line kernel, or the shapes of a wide line.

use crate::canvas::blend::visible;
use crate::canvas::brush::{Brush, MAX_WIDTH};
use crate::canvas::dash;
use crate::canvas::frame::Frame;
use crate::canvas::planes::{Planes, Rows};
use crate::canvas::samples::Samples;
use crate::canvas::segment::{End, Neighbour, Segment, Trim};
use crate::canvas::slices::Slices;
use crate::canvas::strip::Strips;
use crate::canvas::union::Union;
use crate::canvas::wide::add_line;
use crate::canvas::window::{P, Window};
use crate::geom::Clip;
use crate::style::{Cap, Join};
use crate::surface::{Stream, Stroke};

/// Widths whose brushes are kept.
const BRUSHES: usize = 8;

/// What strokes use again.
#[derive(Debug, Default)]
pub(crate) struct StrokeScratch {
    planes: Planes,
    /// The one used last at the end.
    brushes: Vec<Brush>,
    /// For lines of two points.
    pub(super) strips: Strips,
    pattern: Vec<f64>,
    dash: Vec<P>,
    union: Union,
    slices: Slices,
    samples: Samples,
    /// Points of the run at hand.
    run: Vec<P>,
}

/// A stroke in progress: runs go in, and are blended together at the end.
pub(super) struct Pen<'a> {
    stroke: Stroke<'a>,
    clip: Clip,
    window: Window,
    scratch: &'a mut StrokeScratch,
    /// The thin-line kernel draws it; else it is a union of shapes.
    brush: Option<Brush>,
    dashed: bool,
}

impl<'a> Pen<'a> {
    /// `None` if nothing would be seen.
    pub(super) fn new(frame: &Frame, clip: Clip, stroke: &Stroke<'a>, scratch: &'a mut StrokeScratch) -> Option<Self> {
        let clip = visible(frame, clip);
        if clip.is_empty() || stroke.color.a == 0 || !(stroke.width > 0.0 && stroke.width.is_finite()) {
            return None;
        }
        let dashed = dash::pattern(stroke.dashes, &mut scratch.pattern).is_some();
        let brush = if stroke.width <= MAX_WIDTH {
            scratch.planes.begin(clip, stroke.width);
            let kept = scratch.brushes.iter().position(|b| b.width == stroke.width);
            Some(kept.map_or_else(|| Brush::new(stroke.width), |i| scratch.brushes.remove(i)))
        } else {
            scratch.union.begin(clip);
            None
        };
        // Room for caps, and for corners of up to four half widths.
        let margin = f64::from(stroke.width) * if stroke.join == Join::Miter { 2.0 } else { 0.75 } + 3.0;
        let window = Window::around(clip, margin);
        Some(Self { stroke: *stroke, clip, window, scratch, brush, dashed })
    }

    /// Draws through points that are not simplified, if they are very many and never turn back, or turn all the time; else says no.
    /// `alone`: they are the whole line, which then is in the frame already.
    pub(super) fn many(&mut self, points: &dyn Stream, alone: Option<&mut Frame>) -> bool {
        let StrokeScratch { planes, slices, samples, .. } = &mut *self.scratch;
        let mut rows = match alone {
            Some(frame) => Rows::Frame(frame, self.stroke.color),
            None => Rows::Planes(planes),
        };
        !self.dashed
            && self.brush.is_some()
            && (slices.add(&mut rows, self.clip, &self.stroke, points)
                || samples.add(&mut rows, self.clip, &self.stroke, points))
    }

    /// Lets `fill` replace the points of the next run.
    pub(super) fn with_run(&mut self, fill: impl FnOnce(&mut Vec<P>)) {
        fill(&mut self.scratch.run);
    }

    /// Draws through the points of the run, in which no two consecutive points are equal. If `closed`, its last point is its
    /// first again. `walked` is how long the line was before, which dashes ask for.
    pub(super) fn run(&mut self, closed: bool, walked: f64) {
        let run = std::mem::take(&mut self.scratch.run);
        if run.len() > 1 {
            if self.dashed {
                let pattern = std::mem::take(&mut self.scratch.pattern);
                let mut dash = std::mem::take(&mut self.scratch.dash);
                let offset = f64::from(self.stroke.dash_offset) + walked;
                dash::walk(&run, &pattern, offset, self.window, &mut dash, |dash| self.piece(dash, false));
                self.scratch.pattern = pattern;
                self.scratch.dash = dash;
            } else {
                self.piece(&run, closed);
            }
        }
        self.scratch.run = run;
    }

    fn piece(&mut self, points: &[P], closed: bool) {
        match self.brush.take() {
            Some(mut brush) => {
                self.segments(&mut brush, points, closed);
                self.brush = Some(brush);
            }
            None => add_line(&mut self.scratch.union, &self.window, &self.stroke, points, closed),
        }
    }

    fn segments(&mut self, brush: &mut Brush, points: &[P], closed: bool) {
        let extend = if self.stroke.cap == Cap::Projecting { f64::from(self.stroke.width) / 2.0 } else { 0.0 };
        let cap = if self.stroke.cap == Cap::Round { End::Round } else { End::Open };
        let trimmed = !closed && self.stroke.cap != Cap::Round;
        let count = points.len() - 1;
        let unit = |i: usize| {
            let (a, b) = (points[i], points[i + 1]);
            let (dx, dy) = (b.0 - a.0, b.1 - a.1);
            let length = (dx * dx + dy * dy).sqrt();
            ((dx / length, dy / length), length)
        };
        // The border of an end also cuts the segments before the last one if they come near to it.
        let border = |at: P, out: P| Trim { at: (at.0 + out.0 * extend, at.1 + out.1 * extend), out, gap: extend };
        let first = unit(0);
        let last = unit(count - 1);
        let start_border = trimmed.then(|| border(points[0], (-first.0.0, -first.0.1)));
        let end_border = trimmed.then(|| border(points[count], last.0));
        let near_end = {
            let (mut i, mut length) = (count - 1, last.1);
            while i > 0 && length < 1.5 {
                i -= 1;
                length += unit(i).1;
            }
            (i, length)
        };
        let mut behind = 0.0;
        let mut ahead = near_end.1;
        let mut flip = false;
        let mut current = first;
        let mut before = closed.then_some(Neighbour { dir: last.0, length: last.1 });
        for i in 0..count {
            let next = if i + 1 < count { Some(unit(i + 1)) } else { closed.then_some(first) };
            let (dir, length) = current;
            // A segment that turned away from the end's direction may come back past its border.
            let along = |d: P| dir.0 * d.0 + dir.1 * d.1 > 0.9;
            let near_start = behind < 1.5 && along(first.0);
            let near_last = i >= near_end.0 && along(last.0);
            if i >= near_end.0 {
                ahead -= length;
            }
            if let Some((from, to, t0, t1)) = self.window.clip(points[i], points[i + 1]) {
                let start = match before {
                    _ if t0 > 0.0 => End::Cut,
                    Some(n) => End::Join(n),
                    None => cap,
                };
                let end = match next {
                    _ if t1 < 1.0 => End::Cut,
                    Some((dir, length)) => End::Join(Neighbour { dir, length }),
                    None => cap,
                };
                let start_trim = start_border.filter(|_| near_start && t0 == 0.0);
                let end_trim = end_border.filter(|_| near_last && t1 == 1.0);
                let trims = [
                    start_trim.map(|t| Trim { gap: t.gap + behind, ..t }),
                    end_trim.map(|t| Trim { gap: t.gap + ahead.max(0.0), ..t }),
                ];
                let length = length * (t1 - t0);
                let join = self.stroke.join;
                self.scratch.planes.segment(brush, &Segment { from, to, dir, length, start, end, trims, join, flip });
            }
            behind += length;
            if let Some(n) = next {
                if dir.0 * n.0.0 + dir.1 * n.0.1 < 0.0 {
                    flip = !flip;
                }
                before = Some(Neighbour { dir, length });
                current = n;
            }
        }
    }

    /// Blends what was drawn into the frame.
    pub(super) fn finish(self, frame: &mut Frame) {
        if let Some(brush) = self.brush {
            self.scratch.planes.paint(frame, self.stroke.color);
            if self.scratch.brushes.len() >= BRUSHES {
                self.scratch.brushes.remove(0);
            }
            self.scratch.brushes.push(brush);
            return;
        }
        self.scratch.union.paint(frame, self.stroke.color);
    }
}
