//! What has no shape in a vector file becomes pixels, more of them than the figure has: drawn by the kernels of the raster, and
//! clear where nothing is drawn.

use crate::canvas::{Frame, Raster, Tools};
use crate::geom::{Point, Rect, Size};
use crate::style::Color;
use crate::surface::Surface;

/// Pixels of an image for a pixel of the figure.
pub(super) const FINER: f64 = 2.0;
/// An image has more pixels than this along a side only where the figure has.
const MOST: f64 = 4096.0;

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

/// A mesh as pixels, where anything of it lies within `around`.
pub(super) fn mesh_pixels(around: Rect, points: &[Point], colors: &[Color], triangles: &[[u32; 3]]) -> Option<Pixels> {
    let room = within(around, points)?;
    let size = Size::new(finer(room.width().into()), finer(room.height().into()));
    let by = (size.width as f32 / room.width(), size.height as f32 / room.height());
    let mut finer = Vec::with_capacity(points.len());
    for p in points {
        finer.push(Point::new((p.x - room.x0) * by.0, (p.y - room.y0) * by.1));
    }
    let rgba = drawn(size, &mut |to| to.mesh(&finer, colors, triangles));
    Some(Pixels { rgba, size, room })
}

/// The part of `around` in which points lie; none if it has no extent.
fn within(around: Rect, points: &[Point]) -> Option<Rect> {
    let mut room = Rect::new(f32::INFINITY, f32::INFINITY, f32::NEG_INFINITY, f32::NEG_INFINITY);
    for p in points.iter().filter(|p| p.is_finite()) {
        room = Rect::new(room.x0.min(p.x), room.y0.min(p.y), room.x1.max(p.x), room.y1.max(p.y));
    }
    let room =
        Rect::new(room.x0.max(around.x0), room.y0.max(around.y0), room.x1.min(around.x1), room.y1.min(around.y1));
    (room.x0 < room.x1 && room.y0 < room.y1).then_some(room)
}

/// What is drawn on nothing, four bytes a pixel: how much of black and of white is left says how opaque a pixel is.
fn drawn(size: Size, draw: &mut dyn FnMut(&mut dyn Surface)) -> Vec<u8> {
    let mut tools = Tools::default();
    let mut over = |below| {
        let mut frame = Frame::new(size.width, size.height);
        frame.clear(below);
        draw(&mut Raster::new(&mut frame, &mut tools));
        frame
    };
    let (black, white) = (over(Color::BLACK), over(Color::WHITE));
    let mut rgba = Vec::with_capacity(size.pixels() as usize * 4);
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
    rgba
}
