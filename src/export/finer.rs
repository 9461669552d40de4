//! What has no shape in a vector file, or too many of them, becomes pixels, more of them than the figure has: drawn by the kernels
//! of the raster, and clear where nothing is drawn.

use crate::canvas::{Frame, Raster, Tools};
use crate::geom::{Path, Point, Rect, Size, Verb};
use crate::style::Color;
use crate::surface::{CellGrid, Surface};

/// Pixels of an image for a pixel of the figure.
pub(super) const FINER: f64 = 2.0;
/// The same for an image of what is too much.
const DENSE: f64 = 4.0;
/// An image has more pixels than this along a side only where the figure has.
const MOST: f64 = 4096.0;
/// The same for images of what is too much, which takes its time.
const DENSE_MOST: f64 = 2400.0;

/// How many pixels an image has for so many.
pub(super) fn finer(length: f64) -> u32 {
    (length * FINER).min(MOST.max(length)).ceil().max(1.0) as u32
}

/// Pixels with their opacity, and where they lie.
pub(super) struct Pixels {
    pub(super) rgba: Vec<u8>,
    pub(super) size: Size,
    pub(super) room: Rect,
}

/// From pixels of the figure to those of an image.
pub(super) struct Zoom {
    room: Rect,
    size: Size,
    by: (f32, f32),
}

impl Zoom {
    /// Into `room`, which has an extent, for what mixes colours.
    fn new(room: Rect) -> Self {
        Self::by(room, FINER, MOST)
    }

    /// Into `room`, which has an extent, for what is too much.
    pub(super) fn dense(room: Rect) -> Self {
        Self::by(room, DENSE, DENSE_MOST)
    }

    fn by(room: Rect, by: f64, most: f64) -> Self {
        let longest = f64::from(room.width().max(room.height()));
        let by = by.min(most.max(longest) / longest);
        let pixels = |length: f32| (f64::from(length) * by).ceil().max(1.0) as u32;
        let size = Size::new(pixels(room.width()), pixels(room.height()));
        let by = (size.width as f32 / room.width(), size.height as f32 / room.height());
        Self { room, size, by }
    }

    pub(super) fn point(&self, p: Point) -> Point {
        Point::new((p.x - self.room.x0) * self.by.0, (p.y - self.room.y0) * self.by.1)
    }

    /// A place in double precision, however far away it is.
    pub(super) fn place(&self, (x, y): (f64, f64)) -> (f64, f64) {
        let from = (f64::from(self.room.x0), f64::from(self.room.y0));
        ((x - from.0) * f64::from(self.by.0), (y - from.1) * f64::from(self.by.1))
    }

    pub(super) fn points(&self, points: &[Point]) -> Vec<Point> {
        let mut out = Vec::with_capacity(points.len());
        for p in points {
            out.push(self.point(*p));
        }
        out
    }

    pub(super) fn path(&self, path: &Path) -> Path {
        let mut out = Path::new();
        for verb in path.verbs() {
            match *verb {
                Verb::Move(p) => out.move_to(self.point(p)),
                Verb::Line(p) => out.line_to(self.point(p)),
                Verb::Cubic(a, b, p) => out.cubic_to(self.point(a), self.point(b), self.point(p)),
                Verb::Close => out.close(),
            };
        }
        out
    }

    /// A width, which is nearly the same in both directions.
    pub(super) fn length(&self, length: f32) -> f32 {
        length * self.by.0
    }

    /// What is drawn, in any colours: how much of black and of white is left says how opaque a pixel is.
    pub(super) fn drawn(&self, draw: &mut dyn FnMut(&mut dyn Surface)) -> Pixels {
        let mut tools = Tools::default();
        let black = self.over(Color::BLACK, &mut tools, draw);
        let white = self.over(Color::WHITE, &mut tools, draw);
        let mut rgba = Vec::with_capacity(self.size.pixels() as usize * 4);
        for (on_black, on_white) in black.as_rgb().as_chunks::<3>().0.iter().zip(white.as_rgb().as_chunks::<3>().0) {
            let mut through = 255;
            for (dark, light) in on_black.iter().zip(on_white) {
                through = light.saturating_sub(*dark).min(through);
            }
            let alpha = u32::from(255 - through);
            for dark in on_black {
                rgba.push((u32::from(*dark) * 255).checked_div(alpha).unwrap_or(0).min(255) as u8);
            }
            rgba.push(alpha as u8);
        }
        Pixels { rgba, size: self.size, room: self.room }
    }

    /// What is drawn, in white, as if it were in that colour and blended once.
    pub(super) fn covered(&self, color: Color, draw: &mut dyn FnMut(&mut dyn Surface)) -> Pixels {
        let frame = self.over(Color::BLACK, &mut Tools::default(), draw);
        let mut rgba = Vec::with_capacity(self.size.pixels() as usize * 4);
        for pixel in frame.as_rgb().as_chunks::<3>().0 {
            rgba.extend_from_slice(&color.channels());
            rgba.push(((u32::from(pixel[0]) * u32::from(color.a) + 127) / 255) as u8);
        }
        Pixels { rgba, size: self.size, room: self.room }
    }

    fn over(&self, below: Color, tools: &mut Tools, draw: &mut dyn FnMut(&mut dyn Surface)) -> Frame {
        let mut frame = Frame::new(self.size.width, self.size.height);
        frame.clear(below);
        draw(&mut Raster::new(&mut frame, tools));
        frame
    }
}

/// The part of `around` that points reach into, each `further` than it lies; none if it has no extent.
pub(super) fn reached(around: Rect, further: f32, points: &mut dyn Iterator<Item = Point>) -> Option<Rect> {
    let mut all = Rect::new(f32::INFINITY, f32::INFINITY, f32::NEG_INFINITY, f32::NEG_INFINITY);
    for p in points {
        if p.is_finite() {
            all = Rect::new(all.x0.min(p.x), all.y0.min(p.y), all.x1.max(p.x), all.y1.max(p.y));
        }
    }
    let all = all.expanded(further);
    let room = Rect::new(all.x0.max(around.x0), all.y0.max(around.y0), all.x1.min(around.x1), all.y1.min(around.y1));
    (room.x0 < room.x1 && room.y0 < room.y1).then_some(room)
}

/// Cells, where any of them lie within `around`: no more is made of them than of pixels.
pub(super) fn cells_pixels(around: Rect, cells: &CellGrid<'_>) -> Option<Pixels> {
    let ([left, .., right], [top, .., bottom]) = (cells.x, cells.y) else { return None };
    let corners = [Point::new(*left, *top), Point::new(*right, *bottom)];
    let zoom = Zoom::new(reached(around, 0.0, &mut corners.into_iter())?);
    let (mut x, mut y) = (Vec::with_capacity(cells.x.len()), Vec::with_capacity(cells.y.len()));
    for at in cells.x {
        x.push(zoom.point(Point::new(*at, 0.0)).x);
    }
    for at in cells.y {
        y.push(zoom.point(Point::new(0.0, *at)).y);
    }
    Some(zoom.drawn(&mut |to| to.cells(&CellGrid { x: &x, y: &y, ..*cells })))
}

/// A mesh, where anything of it lies within `around`.
pub(super) fn mesh_pixels(around: Rect, points: &[Point], colors: &[Color], triangles: &[[u32; 3]]) -> Option<Pixels> {
    let zoom = Zoom::new(reached(around, 0.0, &mut points.iter().copied())?);
    let finer = zoom.points(points);
    Some(zoom.drawn(&mut |to| to.mesh(&finer, colors, triangles)))
}
