//! From data to the plane: how the values of axes become places in pixels. One file for each kind of axes.

mod flat;

use crate::axis::{AxisMap, Scale, points};
use crate::geom::{Limits, Point, Rect};
use crate::surface::Track;

use flat::{Flat, Places};

/// Where data values are in the picture: what axes make of the numbers of their artists.
///
/// Every axes' layout has one. Axes with an x and a y axis are flat, and what depends on there being two axes asks for them
/// with [`flat`](Projection::flat); other kinds of axes have none, and all kinds have [`point`](Projection::point).
///
/// ```
/// use grabframe::prelude::*;
/// use grabframe::{Layout, Point};
/// let mut fig = Figure::new();
/// let ax = fig.add_axes();
/// fig[ax].set_xlim(0, 10).set_ylim(0, 1);
/// let layout = Layout::of(&fig);
/// let seen = &layout.axes[0].projection;
/// assert_eq!(seen.point(5.0, 0.5), layout.axes[0].area.center());
/// let corner = Point::new(layout.axes[0].area.x0, layout.axes[0].area.y1);
/// assert_eq!(seen.data_at(corner), Some([0.0, 0.0]));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Projection(Kind);

/// Matched once for many points.
#[derive(Clone, Debug, PartialEq)]
enum Kind {
    Flat(Flat),
}

impl Projection {
    /// Of two axes at right angles.
    pub(crate) fn of_maps(x: AxisMap, y: AxisMap) -> Self {
        Self(Kind::Flat(Flat { x, y }))
    }

    /// Places as shares of a rectangle, from its lower left corner.
    pub(crate) fn shares_of(area: Rect) -> Self {
        let unit = Limits::new(0.0, 1.0);
        Self::of_maps(
            AxisMap::new(Scale::Linear, unit, f64::from(area.x0), f64::from(area.x1)),
            AxisMap::new(Scale::Linear, unit, f64::from(area.y1), f64::from(area.y0)),
        )
    }

    /// The maps of the x and of the y axis, if there are these two.
    #[must_use]
    #[inline]
    pub fn flat(&self) -> Option<(&AxisMap, &AxisMap)> {
        match &self.0 {
            Kind::Flat(Flat { x, y }) => Some((x, y)),
        }
    }

    /// Where the data point (`x`, `y`) is, in pixels; not finite if it has no place.
    #[must_use]
    #[inline]
    pub fn point(&self, x: f64, y: f64) -> Point {
        match &self.0 {
            Kind::Flat(flat) => flat.point(x, y),
        }
    }

    /// The data point that is at a place in the picture, also beyond the border of the axes; `None` if there is none.
    #[must_use]
    pub fn data_at(&self, at: Point) -> Option<[f64; 2]> {
        match &self.0 {
            Kind::Flat(flat) => flat.data_at(at),
        }
    }

    /// Makes `out` the pixels of a line through the points (`xs[i]`, `ys[i]`), or, if one is farther from the picture than
    /// `reach`, gives the line without its far parts.
    pub(crate) fn line(&self, xs: &[f64], ys: &[f64], reach: f64, out: &mut Vec<Point>) -> Option<Track> {
        out.clear();
        match &self.0 {
            Kind::Flat(flat) if flat.points(xs, ys, reach, out) => None,
            Kind::Flat(flat) => Some(flat.cutter(reach).line(&mut flat.evens(xs, ys))),
        }
    }

    /// The pixels of a line through the points, made as they are asked for.
    pub(crate) fn stream<'a>(&'a self, xs: &'a [f64], ys: &'a [f64]) -> Places<'a> {
        match &self.0 {
            Kind::Flat(flat) => Places { flat, xs, ys },
        }
    }

    /// Makes `out` the pixels of a polygon through the points, without the parts that are farther away than `reach`.
    pub(crate) fn polygon(&self, xs: &[f64], ys: &[f64], reach: f64, out: &mut Vec<Point>) {
        out.clear();
        match &self.0 {
            Kind::Flat(flat) if flat.points(xs, ys, reach, out) => {}
            Kind::Flat(flat) => *out = flat.cutter(reach).polygon(&mut flat.evens(xs, ys)),
        }
    }

    /// The pixels of the points, added to `out` in double precision: markers stand exactly where their data is.
    pub(crate) fn places(&self, xs: &[f64], ys: &[f64], out: &mut Vec<(f64, f64)>) {
        match &self.0 {
            Kind::Flat(Flat { x, y }) => {
                out.extend(xs.iter().zip(ys).map(|(&vx, &vy)| (x.pixel_f64(vx), y.pixel_f64(vy))));
            }
        }
    }

    /// The pixels of points, added to `out`.
    pub(crate) fn points(&self, xs: &[f64], ys: &[f64], out: &mut Vec<Point>) {
        match &self.0 {
            Kind::Flat(Flat { x, y }) => out.extend(points(x, y, xs, ys)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_leads_back_to_its_values() {
        let x = AxisMap::new(Scale::Log, Limits::new(1.0, 100.0), 80.0, 576.0);
        let y = AxisMap::new(Scale::Linear, Limits::new(3.0, -1.0), 427.0, 53.0);
        let seen = Projection::of_maps(x, y);
        assert_eq!(seen.point(10.0, 1.0), Point::new(328.0, 240.0));
        let [x, y] = seen.data_at(Point::new(328.0, 240.0)).unwrap();
        assert!((x - 10.0).abs() < 1e-12 && (y - 1.0).abs() < 1e-12, "{x} {y}");
        let mut out = Vec::new();
        seen.points(&[1.0, 0.0], &[3.0, 3.0], &mut out);
        assert_eq!(out[0], Point::new(80.0, 427.0));
        assert!(!out[1].is_finite(), "0 has no place on a log axis");
        assert_eq!(seen.data_at(Point::new(f32::NAN, 0.0)), None);
        let (x, y) = seen.flat().unwrap();
        assert_eq!(seen, Projection::of_maps(x.clone(), y.clone()));
    }
}
