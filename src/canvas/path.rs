//! General paths: filled and stroked outlines of lines and curves.

use crate::canvas::area::Area;
use crate::canvas::blend::{touched, visible};
use crate::canvas::frame::Frame;
use crate::canvas::rects::{self, Rects, rect};
use crate::canvas::simplify::simplify;
use crate::canvas::stroke::{Pen, StrokeScratch};
use crate::canvas::window::P;
use crate::geom::{Clip, Path, Point};
use crate::style::{Color, FillRule};
use crate::surface::{Flat, Stroke};

/// What paths use again.
#[derive(Debug, Default)]
pub(crate) struct PathScratch {
    flat: Flat,
    area: Area,
    rects: Rects,
    stroke: StrokeScratch,
}

/// Fills a path; open subpaths are closed. Pixels are covered by exact area.
pub(crate) fn fill_path(
    frame: &mut Frame,
    clip: Clip,
    scratch: &mut PathScratch,
    path: &Path,
    rule: FillRule,
    color: Color,
) {
    let clip = visible(frame, clip);
    if color.a == 0 {
        return;
    }
    let Some(window) = scratch.flatten(clip, path) else { return };
    if rule == FillRule::NonZero && scratch.has_rects_only() {
        let PathScratch { flat, rects, .. } = scratch;
        let all = flat.contours().filter_map(|(contour, _)| rect(contour));
        return rects.fill(frame, window, all.map(|(rect, _)| rect), color);
    }
    scratch.add(window, rule);
    scratch.area.paint(frame, color);
}

/// Hands how much of each pixel in `clip` a path covers to `take`, row by row: the window that has anything of it, the row,
/// its coverage.
pub(crate) fn cover(clip: Clip, scratch: &mut PathScratch, path: &Path, mut take: impl FnMut(Clip, i32, &[u8])) {
    if let Some(window) = scratch.flatten(clip, path) {
        scratch.add(window, FillRule::NonZero);
        scratch.area.take_rows(|row, mask| take(window, window.y0 + row as i32, mask));
    }
}

impl PathScratch {
    /// Makes chords of a path; the pixels of `clip` that it may touch, if any.
    fn flatten(&mut self, clip: Clip, path: &Path) -> Option<Clip> {
        if clip.is_empty() {
            return None;
        }
        self.flat.clear();
        self.flat.add(path);
        let (&first, rest) = self.flat.points().split_first()?;
        let (mut lo, mut hi) = (first, first);
        for p in rest {
            lo = Point::new(lo.x.min(p.x), lo.y.min(p.y));
            hi = Point::new(hi.x.max(p.x), hi.y.max(p.y));
        }
        let (x0, x1) = touched(lo.x, hi.x, clip.x0, clip.x1);
        let (y0, y1) = touched(lo.y, hi.y, clip.y0, clip.y1);
        let window = Clip::new(x0, y0, x1, y1);
        (!window.is_empty()).then_some(window)
    }

    /// Whether all are rectangles with level sides, which go round the same way, so that none takes away from another.
    fn has_rects_only(&self) -> bool {
        let mut all = self.flat.contours().map(|(contour, _)| rect(contour).map(|(_, right)| right));
        let first = all.next().flatten();
        first.is_some() && all.all(|right| right == first) && self.flat.contours().count() <= rects::MOST
    }

    /// The area of what was made chords.
    fn add(&mut self, window: Clip, rule: FillRule) {
        self.area.begin(window);
        self.area.set_rule(rule);
        for (contour, _) in self.flat.contours() {
            self.area.polygon(contour, P::default());
        }
    }
}

/// Draws a line along a path. Its subpaths are blended together, once per pixel.
pub(crate) fn stroke_path(frame: &mut Frame, clip: Clip, scratch: &mut PathScratch, path: &Path, stroke: &Stroke<'_>) {
    let PathScratch { flat, stroke: memory, .. } = scratch;
    flat.clear();
    flat.add(path);
    let Some(mut pen) = Pen::new(frame, clip, stroke, memory) else { return };
    for (contour, closed) in flat.contours() {
        pen.with_run(|out| {
            simplify(contour, out);
            if closed && out.len() > 1 {
                let first = out[0];
                while out.len() > 1 && out.last().is_some_and(|p| (p.0 - first.0).abs() + (p.1 - first.1).abs() < 0.002)
                {
                    out.pop();
                }
                out.push(first);
            }
        });
        pen.run(closed, 0.0);
    }
    pen.finish(frame);
}
