//! Outlines of lines and curves.

use crate::geom::{Point, Rect};

/// A quarter of a circle is nearly a cubic whose control points lie at this share of the radius from its ends: the share for
/// which the middle of the curve lies on the circle, `4/3 (sqrt(2) - 1)`.
const ROUND: f32 = 0.552_284_8;

/// Lines and curves, one after the other, in pixels: what [`Painter::fill_path`](crate::Painter::fill_path) fills and
/// [`Painter::stroke_path`](crate::Painter::stroke_path) follows.
///
/// A path consists of subpaths; each begins with [`move_to`](Path::move_to) (or where the one before did, after
/// [`close`](Path::close)). Points that are not finite are left out.
///
/// ```
/// use grabframe::{Path, Point, Rect};
/// let mut drop = Path::new();
/// drop.move_to(Point::new(10.0, 0.0))
///     .quad_to(Point::new(18.0, 12.0), Point::new(10.0, 16.0))
///     .quad_to(Point::new(2.0, 12.0), Point::new(10.0, 0.0))
///     .close();
/// let ring = Path::ellipse(Rect::new(0.0, 0.0, 20.0, 10.0));
/// assert_ne!(drop, ring);
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Path {
    verbs: Vec<Verb>,
}

/// A step of a path.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Verb {
    Move(Point),
    Line(Point),
    Cubic(Point, Point, Point),
    Close,
}

impl Path {
    /// Nothing yet.
    #[must_use]
    pub const fn new() -> Self {
        Self { verbs: Vec::new() }
    }

    /// The outline of a rectangle.
    #[must_use]
    pub fn rect(rect: Rect) -> Self {
        let Rect { x0, y0, x1, y1 } = rect;
        let mut path = Self::new();
        path.polygon(&[Point::new(x0, y0), Point::new(x1, y0), Point::new(x1, y1), Point::new(x0, y1)]);
        path
    }

    /// The outline of a rectangle whose corners are quarters of circles with this radius, in pixels, but at most half of the
    /// shorter side.
    #[must_use]
    pub fn rounded_rect(rect: Rect, radius: f32) -> Self {
        let Rect { x0, y0, x1, y1 } = rect;
        let radius = radius.min((x1 - x0).abs() / 2.0).min((y1 - y0).abs() / 2.0).max(0.0);
        let (r, k) = (radius, radius * (1.0 - ROUND));
        let p = Point::new;
        let mut path = Self::new();
        path.move_to(p(x0 + r, y0)).line_to(p(x1 - r, y0)).cubic_to(p(x1 - k, y0), p(x1, y0 + k), p(x1, y0 + r));
        path.line_to(p(x1, y1 - r)).cubic_to(p(x1, y1 - k), p(x1 - k, y1), p(x1 - r, y1));
        path.line_to(p(x0 + r, y1)).cubic_to(p(x0 + k, y1), p(x0, y1 - k), p(x0, y1 - r));
        path.line_to(p(x0, y0 + r)).cubic_to(p(x0, y0 + k), p(x0 + k, y0), p(x0 + r, y0)).close();
        path
    }

    /// The ellipse that touches the sides of a rectangle, to a four thousandth of its radius.
    #[must_use]
    pub fn ellipse(around: Rect) -> Self {
        let Rect { x0, y0, x1, y1 } = around;
        let Point { x, y } = around.center();
        let (k, l) = ((x1 - x) * ROUND, (y1 - y) * ROUND);
        let p = Point::new;
        let mut path = Self::new();
        path.move_to(p(x1, y)).cubic_to(p(x1, y + l), p(x + k, y1), p(x, y1));
        path.cubic_to(p(x - k, y1), p(x0, y + l), p(x0, y)).cubic_to(p(x0, y - l), p(x - k, y0), p(x, y0));
        path.cubic_to(p(x + k, y0), p(x1, y - l), p(x1, y)).close();
        path
    }

    /// Begins a subpath.
    pub fn move_to(&mut self, to: Point) -> &mut Self {
        self.verbs.push(Verb::Move(to));
        self
    }

    /// A straight line from where the path is; begins a subpath if there is none.
    pub fn line_to(&mut self, to: Point) -> &mut Self {
        self.verbs.push(Verb::Line(to));
        self
    }

    /// A quadratic Bezier curve with one control point, from where the path is; begins a subpath at that point if there is none.
    pub fn quad_to(&mut self, control: Point, to: Point) -> &mut Self {
        let from = self.end().unwrap_or(control);
        // the cubic that is the same curve has its control points two thirds of the way to the one
        let toward =
            |p: Point| Point::new(p.x + (control.x - p.x) * (2.0 / 3.0), p.y + (control.y - p.y) * (2.0 / 3.0));
        self.cubic_to(toward(from), toward(to), to)
    }

    /// A cubic Bezier curve with two control points, from where the path is; begins a subpath at the first of them if there is
    /// none.
    pub fn cubic_to(&mut self, first: Point, second: Point, to: Point) -> &mut Self {
        if self.verbs.is_empty() {
            self.move_to(first);
        }
        self.verbs.push(Verb::Cubic(first, second, to));
        self
    }

    /// Joins the subpath's end to its beginning.
    pub fn close(&mut self) -> &mut Self {
        self.verbs.push(Verb::Close);
        self
    }

    /// A closed subpath through points.
    pub fn polygon(&mut self, points: &[Point]) -> &mut Self {
        for (i, p) in points.iter().enumerate() {
            self.verbs.push(if i == 0 { Verb::Move(*p) } else { Verb::Line(*p) });
        }
        self.close()
    }

    /// Goes on with another path, which begins anew.
    pub(crate) fn append(&mut self, other: &Self) {
        self.verbs.extend_from_slice(&other.verbs);
    }

    /// Whether there is nothing in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.verbs.is_empty()
    }

    /// The smallest rectangle around all of its points, also those that pull at curves.
    #[must_use]
    pub fn bounds(&self) -> Rect {
        let mut around: Option<Rect> = None;
        let mut add = |p: Point| {
            if p.is_finite() {
                let Rect { x0, y0, x1, y1 } = around.unwrap_or(Rect::new(p.x, p.y, p.x, p.y));
                around = Some(Rect::new(x0.min(p.x), y0.min(p.y), x1.max(p.x), y1.max(p.y)));
            }
        };
        for verb in &self.verbs {
            match *verb {
                Verb::Move(p) | Verb::Line(p) => add(p),
                Verb::Cubic(a, b, c) => [a, b, c].into_iter().for_each(&mut add),
                Verb::Close => {}
            }
        }
        around.unwrap_or_default()
    }

    pub(crate) fn verbs(&self) -> &[Verb] {
        &self.verbs
    }

    /// Where the path is.
    fn end(&self) -> Option<Point> {
        let mut closed = false;
        for verb in self.verbs.iter().rev() {
            match *verb {
                Verb::Close => closed = true,
                Verb::Move(p) => return Some(p),
                Verb::Line(p) | Verb::Cubic(_, _, p) if !closed => return Some(p),
                _ => {}
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quadratic_curve_is_the_cubic_through_the_same_points() {
        let p = Point::new;
        let mut path = Path::new();
        path.move_to(p(0.0, 0.0)).line_to(p(3.0, 0.0)).close().quad_to(p(3.0, 6.0), p(6.0, 0.0));
        // after a close the path is where its subpath began
        assert_eq!(path.verbs().last(), Some(&Verb::Cubic(p(2.0, 4.0), p(4.0, 4.0), p(6.0, 0.0))));
    }

    #[test]
    fn a_curve_that_nothing_comes_before_begins_where_it_bends_first() {
        let p = Point::new;
        let mut path = Path::new();
        path.quad_to(p(30.0, 40.0), p(60.0, 40.0));
        assert_eq!(path.bounds(), Rect::new(30.0, 40.0, 60.0, 40.0));
        assert_eq!(path.verbs()[0], Verb::Move(p(30.0, 40.0)));
    }

    #[test]
    fn corners_are_no_rounder_than_there_is_room() {
        let rect = Rect::new(10.0, 10.0, 30.0, 16.0);
        assert_eq!(Path::rounded_rect(rect, 50.0), Path::rounded_rect(rect, 3.0));
        assert_eq!(Path::rounded_rect(rect, 50.0).bounds(), rect);
    }
}
