//! The calls of a backend, without its type: all that a figure needs of one.

use plotters_backend::{BackendColor, BackendStyle, DrawingBackend, DrawingErrorKind};

use crate::geom::{Clip, Size};
use crate::plotters::letters::Letters;
use crate::style::Color;

/// A place in whole pixels.
pub(super) type At = (i32, i32);

pub(super) trait Calls {
    fn pixel(&mut self, at: At, color: Color);
    /// A line, `width` pixels wide.
    fn path(&mut self, points: &[At], width: u32, color: Color);
    fn polygon(&mut self, points: &[At], color: Color);
    /// The pixels from one corner up to the other.
    fn rect(&mut self, rect: Clip, color: Color);
    /// A disc, or its edge, so many pixels wide.
    fn circle(&mut self, center: At, radius: u32, edge: Option<u32>, color: Color);
    /// Three bytes a pixel.
    fn bitmap(&mut self, at: At, size: Size, rgb: &[u8]);
    /// A line of words at the place that they know.
    fn words(&mut self, letters: &Letters<'_>);
}

/// A backend that is drawn on from one of its pixels on. After its first error nothing is drawn.
pub(super) struct Backend<'a, DB: DrawingBackend> {
    to: &'a mut DB,
    origin: At,
    failed: Option<DrawingErrorKind<DB::ErrorType>>,
}

impl<'a, DB: DrawingBackend> Backend<'a, DB> {
    pub(super) fn new(to: &'a mut DB, origin: At) -> Self {
        Self { to, origin, failed: None }
    }

    /// The pixels that it has.
    pub(super) fn room(&self) -> Clip {
        let all = Clip::all(self.to.get_size().into());
        let (x, y) = self.origin;
        Clip::new(-x, -y, all.x1.saturating_sub(x), all.y1.saturating_sub(y))
    }

    pub(super) fn result(self) -> Result<(), DrawingErrorKind<DB::ErrorType>> {
        self.failed.map_or(Ok(()), Err)
    }

    fn call(&mut self, draw: impl FnOnce(&mut DB, At) -> Result<(), DrawingErrorKind<DB::ErrorType>>) {
        if self.failed.is_none() {
            self.failed = draw(self.to, self.origin).err();
        }
    }
}

/// A colour and a width.
struct Ink(Color, u32);

impl BackendStyle for Ink {
    fn color(&self) -> BackendColor {
        backend_color(self.0)
    }

    fn stroke_width(&self) -> u32 {
        self.1
    }
}

pub(super) fn backend_color(color: Color) -> BackendColor {
    BackendColor { alpha: f64::from(color.a) / 255.0, rgb: (color.r, color.g, color.b) }
}

fn moved(at: At, by: At) -> At {
    (at.0 + by.0, at.1 + by.1)
}

impl<DB: DrawingBackend> Calls for Backend<'_, DB> {
    fn pixel(&mut self, at: At, color: Color) {
        self.call(|to, by| to.draw_pixel(moved(at, by), backend_color(color)));
    }

    fn path(&mut self, points: &[At], width: u32, color: Color) {
        self.call(|to, by| to.draw_path(points.iter().map(|at| moved(*at, by)), &Ink(color, width)));
    }

    fn polygon(&mut self, points: &[At], color: Color) {
        self.call(|to, by| to.fill_polygon(points.iter().map(|at| moved(*at, by)), &Ink(color, 1)));
    }

    fn rect(&mut self, rect: Clip, color: Color) {
        let (from, to) = ((rect.x0, rect.y0), (rect.x1, rect.y1));
        self.call(|on, by| on.draw_rect(moved(from, by), moved(to, by), &Ink(color, 1), true));
    }

    fn circle(&mut self, center: At, radius: u32, edge: Option<u32>, color: Color) {
        let ink = Ink(color, edge.unwrap_or(1));
        self.call(|to, by| to.draw_circle(moved(center, by), radius, &ink, edge.is_none()));
    }

    fn bitmap(&mut self, at: At, size: Size, rgb: &[u8]) {
        self.call(|to, by| to.blit_bitmap(moved(at, by), (size.width, size.height), rgb));
    }

    fn words(&mut self, letters: &Letters<'_>) {
        self.call(|to, by| to.draw_text(letters.words.text, letters, moved(letters.at, by)));
    }
}
