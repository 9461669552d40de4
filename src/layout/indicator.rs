//! Which part of some axes an inset has, as it is drawn.

use crate::figure::Figure;
use crate::geom::{Limits, Point, Rect};
use crate::layout::AxesLayout;
use crate::project::Projection;
use crate::style::Pen;

/// A rectangle around what an inset shows, and lines to it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct IndicatorLayout {
    /// What the inset shows, in pixels.
    pub area: Rect,
    /// From corners of that to corners of the inset.
    pub lines: Vec<[Point; 2]>,
    /// What they are drawn with; its lengths are points.
    pub pen: Pen,
}

/// Those of a figure. An inset that shows nothing of the axes has none.
pub(super) fn all(fig: &Figure, axes: &[AxesLayout]) -> Vec<IndicatorLayout> {
    let find = |index: usize| axes.iter().find(|a| a.owner == index && a.colors.is_none());
    let mut indicators = Vec::new();
    for seat in fig.indicators() {
        let (Some(of), Some(inset)) = (find(seat.at.0), find(seat.at.1)) else { continue };
        if let Some(area) = seen(of, inset) {
            indicators.push(IndicatorLayout { area, lines: lines(area, inset.area), pen: seat.value.pen.clone() });
        }
    }
    indicators
}

/// The part of a box that has the values of an inset.
fn seen(of: &AxesLayout, inset: &AxesLayout) -> Option<Rect> {
    let (x, y) = Projection::flat(&of.projection)?;
    let along = |at: [f64; 2], from: f32, to: f32| {
        let [a, b] = [at[0].min(at[1]), at[0].max(at[1])].map(|v| v.clamp(f64::from(from), f64::from(to)) as f32);
        // a limit without a place leaves nothing
        (at[0].is_finite() && at[1].is_finite() && a < b).then_some((a, b))
    };
    let Limits { lo, hi } = inset.x.limits;
    let (x0, x1) = along([x.pixel_or_beyond(lo), x.pixel_or_beyond(hi)], of.area.x0, of.area.x1)?;
    let Limits { lo, hi } = inset.y.limits;
    let (y0, y1) = along([y.pixel_or_beyond(lo), y.pixel_or_beyond(hi)], of.area.y0, of.area.y1)?;
    Some(Rect::new(x0, y0, x1, y1))
}

/// Between like corners, as far as a line crosses neither: matplotlib's rule.
fn lines(from: Rect, to: Rect) -> Vec<[Point; 2]> {
    let (left, right) = (from.x0 < to.x0, from.x1 < to.x1);
    let (low, high) = (from.y1 > to.y1, from.y0 > to.y0);
    let corners = [
        (left != low, Point::new(from.x0, from.y1), Point::new(to.x0, to.y1)),
        (left == high, Point::new(from.x0, from.y0), Point::new(to.x0, to.y0)),
        (right == low, Point::new(from.x1, from.y1), Point::new(to.x1, to.y1)),
        (right != high, Point::new(from.x1, from.y0), Point::new(to.x1, to.y0)),
    ];
    let mut lines = Vec::with_capacity(2);
    for (shown, from, to) in corners {
        if shown {
            lines.push([from, to]);
        }
    }
    lines
}
