//! Lines through data points.

use crate::canvas::frame::Frame;
use crate::canvas::pen::Stroke;
use crate::canvas::simplify::simplify;
use crate::canvas::stroke::{Pen, StrokeScratch};
use crate::geom::{Clip, Point};

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
    let Some(mut pen) = Pen::new(frame, clip, stroke, scratch) else { return };
    for run in points.split(|p| !p.is_finite()) {
        if run.len() > 1 {
            pen.with_run(|out| simplify(run.iter().map(|p| (p.x, p.y)), out));
            pen.run(false);
        }
    }
    pen.finish(frame);
}
