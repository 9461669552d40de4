//! Where things are, in pixels.

use super::{Painter, Place};
use crate::artist::coords::Spots;
use crate::geom::{Point, Rect};
use crate::project::Projection;
use crate::surface::Snap;

impl<'a> Painter<'a> {
    /// Where `x` is, in pixels from the left.
    #[must_use]
    pub fn x(&self, x: f64) -> f32 {
        self.place.projection.flat().map_or(f32::NAN, |(along, _)| along.pixel(x))
    }

    /// Where `y` is, in pixels from the top.
    #[must_use]
    pub fn y(&self, y: f64) -> f32 {
        self.place.projection.flat().map_or(f32::NAN, |(_, along)| along.pixel(y))
    }

    /// Where `x` is, but at most the box's width beyond the box: finite for all but NaN, also for what has no place on the
    /// scale. 0 on a log axis lies beyond its low end, so that a bar can stand on it.
    ///
    /// The sides of a rectangle that are cut so look as if they were not; a line's end would change its slope.
    #[must_use]
    pub fn x_clipped(&self, x: f64) -> f32 {
        let pixel = self.place.projection.flat().map_or(f64::NAN, |(along, _)| along.pixel_or_beyond(x));
        clipped(pixel, self.place.area.x0, self.place.area.x1)
    }

    /// Where `y` is, but at most the box's height beyond the box; see [`x_clipped`](Painter::x_clipped).
    #[must_use]
    pub fn y_clipped(&self, y: f64) -> f32 {
        let pixel = self.place.projection.flat().map_or(f64::NAN, |(_, along)| along.pixel_or_beyond(y));
        clipped(pixel, self.place.area.y0, self.place.area.y1)
    }

    /// Where (`x`, `y`) is, in pixels.
    #[must_use]
    pub fn point(&self, x: f64, y: f64) -> Point {
        Point::new(self.x(x), self.y(y))
    }

    /// A place in shares of the box of the axes: (0, 0) is its lower left corner, (1, 1) its upper right one.
    #[must_use]
    pub fn axes_point(&self, x: f64, y: f64) -> Point {
        within(self.place.area, x, y)
    }

    /// A place in shares of the figure: (0, 0) is its lower left corner, (1, 1) its upper right one.
    #[must_use]
    pub fn figure_point(&self, x: f64, y: f64) -> Point {
        let size = self.surface.device().size;
        within(Rect::new(0.0, 0.0, size.width as f32, size.height as f32), x, y)
    }

    /// The place nearest to this one at which a line along x or y, `width` points wide, has sharp edges; the same place,
    /// where there are no pixels. For what stands still: data that moves must not jump from pixel to pixel.
    #[must_use]
    pub fn crisp(&self, at: Point, width: f32) -> Point {
        let (snap, odd) = (Snap::on(self.surface), (self.px(width).round() as i32) % 2 == 1);
        Point::new(snap.line(at.x, odd), snap.line(at.y, odd))
    }

    /// The rectangle with its edges on the nearest borders between pixels; one that comes to nothing keeps the pixel that
    /// its middle lies in. The same rectangle, where there are no pixels.
    ///
    /// Where translucent rectangles of different colours meet inside a pixel, both cover a part of it and the background
    /// shows through: a seam. Snapped ones share a border. For those of one colour see
    /// [`fill_rects`](Painter::fill_rects), which moves nothing.
    #[must_use]
    pub fn snapped(&self, rect: Rect) -> Rect {
        Snap::on(self.surface).kept(rect)
    }

    /// Two sides of a bar in pixels, at values along x, or along y: on whole pixels where there are any, and a pixel or a hair apart,
    /// however near to one another the values are.
    pub(crate) fn sides(&self, from: f64, to: f64, along_x: bool) -> (f32, f32) {
        let at = |v: f64| if along_x { self.x_clipped(v) } else { self.y_clipped(v) };
        let (a, mut b) = (at(from), at(to));
        if a == b && from != to {
            b = a.next_up(); // single precision does not tell them apart
        }
        Snap::on(self.surface).sides(a, b)
    }

    /// Where data is.
    pub(crate) fn projection(&self) -> &'a Projection {
        self.place.projection
    }

    /// Where places are that are in other coordinates than data.
    pub(crate) fn spots(&self) -> Spots<'a> {
        let Place { area, projection, pixels_per_point, .. } = self.place;
        Spots { area, figure: self.surface.device().size, pixels_per_point, projection }
    }
}

/// Not farther from an interval than its own length.
fn clipped(pixel: f64, lo: f32, hi: f32) -> f32 {
    let (lo, hi) = (f64::from(lo), f64::from(hi));
    let room = (hi - lo).max(0.0);
    pixel.clamp(lo - room, hi.max(lo) + room) as f32
}

/// A place in shares of a rectangle, from its lower left corner.
pub(crate) fn within(area: Rect, x: f64, y: f64) -> Point {
    Point::new(area.x0 + area.width() * x as f32, area.y1 - area.height() * y as f32)
}
