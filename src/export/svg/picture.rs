//! What stays pixels in SVG: images and meshes, as PNGs within the file, placed where their edges are.
//!
//! Where cells are rectangles (on linear axes, and not averaged or blended), each becomes a square of whole pixels of the PNG, which
//! viewers are asked to enlarge without blurring: a pixel would do, but some of them blur all the same. All else, and the colours between the corners of triangles, is drawn by the kernels of the raster
//! at twice the resolution.

use crate::axis::Scale;
use crate::canvas::{Frame, Raster, Tools, picture_pixels};
use crate::encode::png::encode_rgba;
use crate::export::svg::base64::base64;
use crate::export::svg::{Svg, xml};
use crate::geom::{Point, Rect, Size};
use crate::style::{Color, Interpolation};
use crate::surface::{Picture, Span, Surface};

/// Pixels of a PNG for a pixel of the figure.
const FINER: f64 = 2.0;
/// A PNG has more pixels than this along a side only where the figure has.
const MOST: f64 = 4096.0;

/// The part of an image that is seen, along one axis.
#[derive(Clone, Copy)]
struct Part {
    /// Where it begins and ends, in pixels of the figure.
    from: f64,
    to: f64,
    /// How many cells it has.
    cells: usize,
    /// Where these cells begin and end, of which the outer ones may be seen in part.
    outer: (f64, f64),
}

impl Part {
    /// What lies between two pixels.
    fn of(span: &Span<'_>, from: f32, to: f32) -> Option<Self> {
        let (a, b) = (span.edge(0), span.edge(span.cells));
        let (from, to) = (a.min(b).max(from.into()), a.max(b).min(to.into()));
        // also where one is NaN
        if span.cells == 0 || !(span.from.is_finite() && span.to.is_finite() && from < to) {
            return None;
        }
        let (p, q) = (span.cell(from), span.cell(to));
        let (first, end) = (p.min(q), p.max(q) + 1);
        let outer = (span.edge(first), span.edge(end));
        Some(Self { from, to, cells: end - first, outer: (outer.0.min(outer.1), outer.0.max(outer.1)) })
    }

    /// How many pixels it takes.
    fn length(&self) -> f64 {
        self.to - self.from
    }

    /// How many pixels a PNG has for it: as many for each cell, if it shows cells.
    fn pixels(&self, cells: bool) -> u32 {
        let pixels = finer(self.length());
        if !cells {
            return pixels;
        }
        let cells = self.cells as u32;
        cells * (pixels / cells).max(1)
    }
}

/// How many pixels a PNG has for so many.
fn finer(length: f64) -> u32 {
    (length * FINER).min(MOST.max(length)).ceil().max(1.0) as u32
}

/// What is embedded of an image.
pub(super) struct Tile {
    pub(super) rgba: Vec<u8>,
    pub(super) size: Size,
    /// Whether all cells have as many pixels, which have the cell's colour.
    pub(super) cells: bool,
    /// From where to where it reaches.
    pub(super) x: (f64, f64),
    pub(super) y: (f64, f64),
}

impl Tile {
    /// The part within `around`, where anything lies there; what lies beyond `far` pixels is no exact place.
    pub(super) fn of(picture: &Picture<'_>, around: Rect, far: f64) -> Option<Self> {
        let x = Part::of(&picture.x, around.x0, around.x1)?;
        let y = Part::of(&picture.y, around.y0, around.y1)?;
        // as the kernel: smaller ones are averaged
        let enough = match picture.how {
            Interpolation::Auto => 1.0 + 1e-6,
            Interpolation::Nearest => FINER,
            Interpolation::Bilinear => 0.0,
        };
        let whole = |span: &Span<'_>, part: &Part| {
            let near = part.outer.0 > -far && part.outer.1 < far;
            near && *span.map.scale() == Scale::Linear && part.cells as f64 <= part.length() * enough
        };
        let cells = whole(&picture.x, &x) && whole(&picture.y, &y);
        let size = Size::new(x.pixels(cells), y.pixels(cells));
        let ends = |part: Part| if cells { part.outer } else { (part.from, part.to) };
        let (x, y) = (ends(x), ends(y));
        // the same axes, on which the part fills the PNG
        let zoomed = |span: &Span<'_>, (from, to), pixels| span.map.zoomed(f64::from(pixels) / (to - from), from);
        let (along_x, along_y) = (zoomed(&picture.x, x, size.width), zoomed(&picture.y, y, size.height));
        let how = if cells { Interpolation::Nearest } else { picture.how };
        let zoomed =
            Picture { x: Span { map: &along_x, ..picture.x }, y: Span { map: &along_y, ..picture.y }, how, ..*picture };
        Some(Self { rgba: picture_pixels(&zoomed, size), size, cells, x, y })
    }
}

impl Svg {
    pub(super) fn add_picture(&mut self, picture: &Picture<'_>) {
        let Some(tile) = Tile::of(picture, self.around(), self.reach(0.0)).filter(|_| picture.alpha > 0.0) else {
            return;
        };
        let mut looks = String::new();
        if picture.alpha < 1.0 {
            xml::attribute(&mut looks, "opacity", picture.alpha.into());
        }
        if tile.cells {
            // the attribute for those who do not know the property
            looks.push_str(" image-rendering=\"optimizeSpeed\" style=\"image-rendering:pixelated\"");
        }
        let Tile { x, y, .. } = tile;
        self.embed(&tile.rgba, tile.size, (x.0, y.0), (x.1 - x.0, y.1 - y.0), &looks);
    }

    pub(super) fn add_mesh(&mut self, points: &[Point], colors: &[Color], triangles: &[[u32; 3]]) {
        let around = self.around();
        let (mut x, mut y) = ((f32::INFINITY, f32::NEG_INFINITY), (f32::INFINITY, f32::NEG_INFINITY));
        for p in points.iter().filter(|p| p.is_finite()) {
            x = (x.0.min(p.x), x.1.max(p.x));
            y = (y.0.min(p.y), y.1.max(p.y));
        }
        x = (x.0.max(around.x0), x.1.min(around.x1));
        y = (y.0.max(around.y0), y.1.min(around.y1));
        if !(x.0 < x.1 && y.0 < y.1) {
            return;
        }
        let (width, height) = (x.1 - x.0, y.1 - y.0);
        let size = Size::new(finer(width.into()), finer(height.into()));
        let by = (size.width as f32 / width, size.height as f32 / height);
        let mut finer = Vec::with_capacity(points.len());
        for p in points {
            finer.push(Point::new((p.x - x.0) * by.0, (p.y - y.0) * by.1));
        }
        // how much of black and of white is left says how opaque a pixel is
        let mut tools = Tools::default();
        let mut over = |below| {
            let mut frame = Frame::new(size.width, size.height);
            frame.clear(below);
            Raster::new(&mut frame, &mut tools).mesh(&finer, colors, triangles);
            frame
        };
        let (black, white) = (over(Color::BLACK), over(Color::WHITE));
        let mut pixels = Vec::with_capacity(size.pixels() as usize * 4);
        for (on_black, on_white) in black.as_rgb().as_chunks::<3>().0.iter().zip(white.as_rgb().as_chunks::<3>().0) {
            let mut through = 255;
            for (dark, light) in on_black.iter().zip(on_white) {
                through = light.saturating_sub(*dark).min(through);
            }
            let alpha = u32::from(255 - through);
            for dark in on_black {
                pixels.push((u32::from(*dark) * 255).checked_div(alpha).unwrap_or(0).min(255) as u8);
            }
            pixels.push(alpha as u8);
        }
        self.embed(&pixels, size, (x.0.into(), y.0.into()), (width.into(), height.into()), "");
    }

    /// An image element: pixels with their opacity, where they are, how wide and high.
    fn embed(&mut self, rgba: &[u8], size: Size, at: (f64, f64), room: (f64, f64), looks: &str) {
        // of pixels in memory a PNG can always be made
        let Ok(png) = encode_rgba(rgba, size) else { return };
        self.out.push_str("<image");
        for (name, value) in [("x", at.0), ("y", at.1), ("width", room.0), ("height", room.1)] {
            xml::attribute(&mut self.out, name, value);
        }
        self.out.push_str(looks);
        self.out.push_str(" preserveAspectRatio=\"none\" xlink:href=\"data:image/png;base64,");
        base64(&mut self.out, &png);
        self.out.push_str("\"/>\n");
    }
}
