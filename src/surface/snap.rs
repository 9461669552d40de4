//! Onto whole pixels, where there are pixels: what is straight and does not move is crisp there.

use crate::geom::{Point, Rect};
use crate::surface::Surface;

/// Whether places are rounded.
#[derive(Clone, Copy)]
pub(crate) struct Snap(bool);

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

    /// A rectangle with its edges on the nearest borders; one that comes to nothing keeps the pixel that its middle lies in.
    pub(crate) fn kept(self, rect: Rect) -> Rect {
        let along = |a: f32, b: f32| {
            let (from, to, middle) = (self.nearest(a), self.nearest(b), (a + b) / 2.0);
            if from == to && a != b { (middle.floor(), middle.floor() + 1.0) } else { (from, to) }
        };
        let ((x0, x1), (y0, y1)) = (along(rect.x0, rect.x1), along(rect.y0, rect.y1));
        Rect::new(x0, y0, x1, y1)
    }

    /// The middle of the pixel that begins at the nearest border.
    pub(crate) fn middle(self, at: Point) -> Point {
        Point::new(self.line(at.x, true), self.line(at.y, true))
    }

    /// The same of two corners.
    pub(crate) fn middles(self, rect: Rect) -> Rect {
        let (from, to) = (self.middle(Point::new(rect.x0, rect.y0)), self.middle(Point::new(rect.x1, rect.y1)));
        Rect::new(from.x, from.y, to.x, to.y)
    }
}
