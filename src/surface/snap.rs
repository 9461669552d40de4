//! Onto whole pixels, where there are pixels: what is straight and does not move is crisp there.

use crate::geom::{Point, Rect};
use crate::surface::Surface;

/// Whether places are rounded.
#[derive(Clone, Copy)]
pub(crate) struct Snap(bool);

/// What is thinner is drawn so wide where there are no whole pixels, in pixels of the figure: less is not seen.
const HAIR: f32 = 0.5;

impl Snap {
    /// As a surface wants it.
    pub(crate) fn on(to: &dyn Surface) -> Self {
        Self(to.device().crisp)
    }

    /// The nearest border between two pixels.
    pub(crate) fn nearest(self, v: f32) -> f32 {
        if self.0 { (v + 0.5).floor() } else { v }
    }

    /// A rectangle with its edges on the nearest borders.
    pub(crate) fn borders(self, rect: Rect) -> Rect {
        Rect::new(self.nearest(rect.x0), self.nearest(rect.y0), self.nearest(rect.x1), self.nearest(rect.y1))
    }

    /// Where the middle of a line is: of one that is an odd number of pixels wide, in the middle of a pixel.
    pub(crate) fn line(self, v: f32, odd: bool) -> f32 {
        if self.0 && odd { self.nearest(v) + 0.5 } else { self.nearest(v) }
    }

    /// Two sides of an area, on the nearest borders. What comes to nothing keeps the pixel that its middle lies in; where there are no
    /// pixels it keeps its width, or that of a hair.
    pub(crate) fn sides(self, a: f32, b: f32) -> (f32, f32) {
        let (from, to, middle) = (self.nearest(a), self.nearest(b), (a + b) / 2.0);
        if self.0 && from == to && a != b {
            (middle.floor(), middle.floor() + 1.0)
        } else if !self.0 && a != b && (a - b).abs() < HAIR {
            (middle - HAIR / 2.0, middle + HAIR / 2.0)
        } else {
            (from, to)
        }
    }

    /// A rectangle between such sides.
    pub(crate) fn kept(self, rect: Rect) -> Rect {
        let ((x0, x1), (y0, y1)) = (self.sides(rect.x0, rect.x1), self.sides(rect.y0, rect.y1));
        Rect::new(x0, y0, x1, y1)
    }

    /// The middle of the pixel that begins at the nearest border.
    pub(crate) fn middle(self, at: Point) -> Point {
        Point::new(self.line(at.x, true), self.line(at.y, true))
    }

    /// A place on the middle of a straight line of that width, in pixels.
    pub(crate) fn along(self, at: Point, width: f32) -> Point {
        let odd = (width + 0.5).floor() % 2.0 == 1.0 || width < 0.5;
        Point::new(self.line(at.x, odd), self.line(at.y, odd))
    }

    /// The middles of the pixels at two corners.
    pub(crate) fn middles(self, rect: Rect) -> Rect {
        let (from, to) = (self.middle(Point::new(rect.x0, rect.y0)), self.middle(Point::new(rect.x1, rect.y1)));
        Rect::new(from.x, from.y, to.x, to.y)
    }
}
