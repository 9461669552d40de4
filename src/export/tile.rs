//! What vector files show of an image: its pixels, and where they lie.
//!
//! Where cells are rectangles (on linear axes, and not averaged or blended), each becomes a square of whole pixels, which
//! viewers are asked to enlarge without blurring: a pixel would do, but some of them blur all the same. All else is drawn by the
//! kernels of the raster at twice the resolution.

use crate::axis::Scale;
use crate::canvas::picture_pixels;
use crate::export::finer::{FINER, finer};
use crate::geom::{Rect, Size};
use crate::style::Interpolation;
use crate::surface::{Picture, Span};

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

    /// How many pixels the image has for it: as many for each cell, if it shows cells.
    fn pixels(&self, cells: bool) -> u32 {
        let pixels = finer(self.length());
        if !cells {
            return pixels;
        }
        let cells = self.cells as u32;
        cells * (pixels / cells).max(1)
    }
}

/// What is embedded of a picture.
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
        // NaN shows nothing, either
        if picture.alpha.partial_cmp(&0.0) != Some(std::cmp::Ordering::Greater) {
            return None;
        }
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
        // the same axes, on which the part fills the image
        let zoomed = |span: &Span<'_>, (from, to), pixels| span.map.zoomed(f64::from(pixels) / (to - from), from);
        let (along_x, along_y) = (zoomed(&picture.x, x, size.width), zoomed(&picture.y, y, size.height));
        let how = if cells { Interpolation::Nearest } else { picture.how };
        let zoomed =
            Picture { x: Span { map: &along_x, ..picture.x }, y: Span { map: &along_y, ..picture.y }, how, ..*picture };
        Some(Self { rgba: picture_pixels(&zoomed, size), size, cells, x, y })
    }
}
