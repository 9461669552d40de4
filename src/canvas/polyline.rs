//! Lines through data points.

use crate::canvas::frame::Frame;
use crate::canvas::simplify::simplify;
use crate::canvas::slices::MANY;
use crate::canvas::stroke::{Pen, StrokeScratch};
use crate::geom::{Clip, Point};
use crate::surface::{Stream, Stroke, Track, is_far, near_line, reach};

/// Draws a line through `points`; one that is not finite is a gap, and a point alone draws nothing.
///
/// Coordinates may be of any size, and points of any number: what lies outside is cut off where it leaves, and points
/// that make no difference are passed over.
pub(crate) fn polyline(
    frame: &mut Frame,
    clip: Clip,
    scratch: &mut StrokeScratch,
    points: &[Point],
    stroke: &Stroke<'_>,
) {
    let reach = reach(frame.size(), stroke.width);
    if is_far(points, reach) {
        return track(frame, clip, scratch, &near_line(points, reach), stroke);
    }
    let Some(mut pen) = Pen::new(frame, clip, stroke, scratch) else { return };
    if points.iter().all(|p| p.is_finite()) {
        draw(&mut pen, points, 0.0, Some(frame));
    } else {
        for run in points.split(|p| !p.is_finite()) {
            draw(&mut pen, run, 0.0, None);
        }
    }
    pen.finish(frame);
}

/// Draws a line through points as they are made, or says no: nothing was drawn then.
pub(crate) fn stream(
    frame: &mut Frame,
    clip: Clip,
    scratch: &mut StrokeScratch,
    points: &dyn Stream,
    stroke: &Stroke<'_>,
) -> bool {
    if points.count() < MANY {
        return false;
    }
    let Some(mut pen) = Pen::new(frame, clip, stroke, scratch) else { return true };
    let drawn = pen.many(points, Some(frame));
    pen.finish(frame);
    drawn
}

/// Draws a line of which the far parts were cut off.
pub(crate) fn track(frame: &mut Frame, clip: Clip, scratch: &mut StrokeScratch, track: &Track, stroke: &Stroke<'_>) {
    let Some(mut pen) = Pen::new(frame, clip, stroke, scratch) else { return };
    for (run, walked) in track.runs() {
        draw(&mut pen, run, walked, None);
    }
    pen.finish(frame);
}

/// A run that begins `walked` pixels after the line did; `alone` if it is all of it.
fn draw(pen: &mut Pen<'_>, run: &[Point], walked: f64, alone: Option<&mut Frame>) {
    if run.len() > 1 && !pen.many(&run, alone) {
        pen.with_run(|out| simplify(run, out));
        pen.run(false, walked);
    }
}
