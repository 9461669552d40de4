//! The shape of a marker, and its masks: how much of each pixel it covers, at each position within a pixel.

use crate::canvas::area::Area;
use crate::canvas::blend::Pattern;
use crate::canvas::disc::{self, Discs};
use crate::canvas::frame::Frame;
use crate::canvas::marker_shape::{Cut, Shape, circle, offset, shape};
use crate::canvas::masks::{Masks, stamp_len};
use crate::canvas::rounding::down;
use crate::canvas::window::P;
use crate::geom::{Clip, Point};
use crate::style::Join;
use crate::style::{Color, Half, Marker};

/// Small markers are drawn at one of so many positions within a pixel, on each axis, as a power of two. A 64th or a
/// 128th is too little to see: a marker in slow motion moves by the right amount in every step.
const PHASE_BITS: u32 = 6;
const PHASE_BITS_SMALL: u32 = 7;
/// Masks of up to this many bytes have the finer positions: all of them together fit into [`MASK_BYTES`].
const SMALL: usize = 600;
/// Markers that reach further from their centre, in pixels, are drawn where they are and not remembered.
const LARGEST: f32 = 24.0;
/// What of a marker is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Parts {
    Face,
    Edge,
    /// The face and then the edge.
    Both,
    /// Face and edge in one, for they have the same opaque colour.
    Whole,
}

/// What shape a stamp has, beside the marker that it is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Key {
    pub(super) size: u32,
    pub(super) edge_width: u32,
    pub(super) parts: Parts,
    pub(super) half: Option<Half>,
}

/// What computes how much of each pixel a shape covers.
#[derive(Debug, Default)]
pub(super) struct Makers {
    pub(super) area: Area,
    pub(super) discs: Discs,
}

/// A shape of one size: polygons around its centre.
#[derive(Debug)]
pub(super) struct Stamp {
    pub(super) marker: Marker,
    pub(super) key: Key,
    points: Vec<Point>,
    /// One past the last point of each polygon.
    ends: Vec<usize>,
    /// How many of the polygons make the first layer; the rest make the second.
    split: usize,
    /// Furthest coordinate from the centre.
    reach: f32,
    /// Whether it is made of small circles around the centre.
    pub(super) round: bool,
    /// Bits of a position within a pixel.
    phase_bits: u32,
    pub(super) uses: u32,
    /// Whether its masks are remembered.
    pub(super) keep: bool,
    /// Of what is blended marker by marker: each layer as [`stamp_len`] says.
    pub(super) masks: Masks,
    /// Of what is drawn from the top down: each layer row by row, as long as [`padded`] says.
    pub(super) rows: Masks,
}

/// Corners of a marker of that size.
fn scaled(corners: &[[f32; 2]], size: f32) -> Vec<Point> {
    let mut points = Vec::with_capacity(corners.len());
    for c in corners {
        points.push(Point::new(c[0] * size, c[1] * size));
    }
    points
}

impl Stamp {
    pub(super) const fn new() -> Self {
        Self {
            marker: Marker::None,
            key: Key { size: 0, edge_width: 0, parts: Parts::Face, half: None },
            points: Vec::new(),
            ends: Vec::new(),
            split: 0,
            reach: 0.0,
            round: false,
            phase_bits: 0,
            uses: 0,
            keep: false,
            masks: Masks::NONE,
            rows: Masks::NONE,
        }
    }

    /// Becomes another shape, keeping its memory.
    pub(super) fn become_shape(&mut self, marker: &Marker, key: Key) {
        let stamp = self;
        stamp.marker.clone_from(marker);
        stamp.key = key;
        stamp.points.clear();
        stamp.ends.clear();
        stamp.forget();
        (stamp.split, stamp.uses) = (0, 0);
        let size = f32::from_bits(key.size);
        let width = f32::from_bits(key.edge_width);
        match shape(marker) {
            Shape::Nothing => {}
            Shape::Pixel => stamp.polygon(&[[-0.5, -0.5], [0.5, -0.5], [0.5, 0.5], [-0.5, 0.5]], 1.0),
            Shape::Disc(radius) => stamp.disc(radius * size, width),
            Shape::Polygon(corners, join) => stamp.solid(corners, join, size, width),
            Shape::Lines(lines) => {
                for &[[x0, y0], [x1, y1]] in lines {
                    stamp.bar([x0 * size, y0 * size], [x1 * size, y1 * size], width / 2.0);
                }
            }
        }
        if stamp.split == 0 {
            stamp.split = stamp.ends.len();
        }
        // as whole numbers, which are ordered as the coordinates are, and of which the compiler compares several at once
        let bits = |v: f32| v.abs().to_bits() as i32;
        let reach = stamp.points.iter().fold(0, |reach, p| reach.max(bits(p.x)).max(bits(p.y)));
        stamp.reach = f32::from_bits(reach as u32).min(f32::MAX);
        stamp.round = matches!(shape(marker), Shape::Disc(_)) && key.half.is_none() && stamp.reach < disc::LARGEST;
        let small = stamp_len(2 * stamp.reach.min(LARGEST).ceil() as i32 + 1) * stamp.layers() <= SMALL;
        stamp.phase_bits = if small { PHASE_BITS_SMALL } else { PHASE_BITS };
    }

    /// Gives the memory of masks back.
    pub(super) fn forget(&mut self) {
        self.keep = false;
        (self.masks, self.rows) = (Masks::NONE, Masks::NONE);
    }

    fn end(&mut self) {
        self.ends.push(self.points.len());
    }

    /// Ends a polygon that lies so far outside (inside if negative) of the shape's border: of a half, what lies as far over its cut.
    fn end_cut(&mut self, by: f32) {
        let size = f32::from_bits(self.key.size);
        if let Some(cut) = self.key.half.map(|half| Cut::new(&self.marker, half, size, by)) {
            let from = self.ends.last().copied().unwrap_or(0);
            cut.cut(&mut self.points, from);
        }
        self.end();
    }

    fn polygon(&mut self, corners: &[[f32; 2]], size: f32) {
        self.points.extend_from_slice(&scaled(corners, size));
        self.end();
    }

    fn disc(&mut self, radius: f32, width: f32) {
        let parts = self.key.parts;
        if parts == Parts::Whole {
            circle(&mut self.points, radius + width / 2.0, false);
            return self.end_cut(width / 2.0);
        }
        if parts != Parts::Edge {
            circle(&mut self.points, radius, false);
            self.end_cut(0.0);
            self.split = 1;
        }
        if parts != Parts::Face {
            circle(&mut self.points, radius + width / 2.0, false);
            self.end_cut(width / 2.0);
            if radius > width / 2.0 {
                circle(&mut self.points, radius - width / 2.0, true);
                self.end_cut(-width / 2.0);
            }
        }
    }

    fn solid(&mut self, corners: &[[f32; 2]], join: Join, size: f32, width: f32) {
        let parts = self.key.parts;
        let corners = &scaled(corners, size);
        if matches!(parts, Parts::Face | Parts::Both) {
            self.points.extend_from_slice(corners);
            self.end_cut(0.0);
            self.split = 1;
        }
        if parts == Parts::Face {
            return;
        }
        offset(corners, width / 2.0, join, &mut self.points);
        self.end_cut(width / 2.0);
        if parts != Parts::Whole {
            let from = self.points.len();
            if offset(corners, -width / 2.0, join, &mut self.points) {
                self.points[from..].reverse();
                self.end_cut(-width / 2.0);
            } else {
                // The edge fills the shape.
                self.points.truncate(from);
            }
        }
    }

    /// A line without caps.
    fn bar(&mut self, a: [f32; 2], b: [f32; 2], half: f32) {
        let (dx, dy) = (b[0] - a[0], b[1] - a[1]);
        let length = (dx * dx + dy * dy).sqrt();
        if length > 0.0 {
            let (nx, ny) = (-dy / length * half, dx / length * half);
            self.polygon(
                &[[a[0] + nx, a[1] + ny], [b[0] + nx, b[1] + ny], [b[0] - nx, b[1] - ny], [a[0] - nx, a[1] - ny]],
                1.0,
            );
        }
    }

    pub(super) fn layers(&self) -> usize {
        if self.split < self.ends.len() { 2 } else { 1 }
    }

    fn polygons(&self, layer: usize) -> impl Iterator<Item = &[Point]> {
        let range = if layer == 0 { 0..self.split } else { self.split..self.ends.len() };
        range.map(|i| &self.points[if i == 0 { 0 } else { self.ends[i - 1] }..self.ends[i]])
    }

    fn edges(&self, layer: usize, offset: P, area: &mut Area) {
        for polygon in self.polygons(layer) {
            area.polygon(polygon, offset);
        }
    }

    pub(super) fn paint(&mut self, frame: &mut Frame, clip: Clip, makers: &mut Makers, at: P, colors: [Color; 2]) {
        let reach = f64::from(self.reach);
        let out = |at: f64, lo: i32, hi: i32| at + reach <= f64::from(lo) || at - reach >= f64::from(hi);
        let finite = at.0.is_finite() && at.1.is_finite();
        if self.ends.is_empty() || !finite || out(at.0, clip.x0, clip.x1) || out(at.1, clip.y0, clip.y1) {
            return;
        }
        if self.reach > LARGEST {
            let span = |c: f64, lo: i32, hi: i32| {
                (((c - reach).floor() as i32).clamp(lo, hi), ((c + reach).ceil() as i32).clamp(lo, hi))
            };
            let ((x0, x1), (y0, y1)) = (span(at.0, clip.x0, clip.x1), span(at.1, clip.y0, clip.y1));
            for (layer, &color) in colors.iter().enumerate().take(self.layers()) {
                makers.area.begin(Clip::new(x0, y0, x1, y1));
                self.edges(layer, at, &mut makers.area);
                makers.area.paint(frame, color);
            }
            return;
        }
        let phases = 1_i32 << self.phase_bits;
        let quantum = |v: f64| down(v as f32 * phases as f32 + 0.5);
        let (qx, qy) = (quantum(at.0), quantum(at.1));
        let margin = self.reach.ceil() as i32;
        let side = 2 * margin + 1;
        let (px, py) = (qx & (phases - 1), qy & (phases - 1));
        let (x, y) = ((qx >> self.phase_bits) - margin, (qy >> self.phase_bits) - margin);
        let seen = clip.intersect(Clip::new(x, y, x + side, y + side));
        if seen.is_empty() {
            return;
        }
        if !self.keep {
            for (layer, &color) in colors.iter().enumerate().take(self.layers()) {
                self.cover(layer, makers, self.center((px, py)), side as usize);
                if self.round {
                    makers.discs.paint(frame, (x, y), seen, color);
                } else {
                    makers.area.paint_moved(frame, (x, y), seen, color);
                }
            }
            return;
        }
        let from = self.mask(makers, px, py, margin);
        let (skip, wide) = ((seen.x0 - x) as usize, (seen.x1 - seen.x0) as usize);
        for (layer, &color) in colors.iter().enumerate().take(self.layers()) {
            let stamp = &self.masks.bytes[from + layer * stamp_len(side)..][..stamp_len(side)];
            let (spans, mask) = stamp.split_at(side as usize * 2);
            let pattern = Pattern::new(color);
            for row in seen.y0..seen.y1 {
                let at = (row - y) as usize;
                // What is not empty of the row, and seen.
                let x0 = usize::from(spans[at * 2]).max(skip);
                let x1 = usize::from(spans[at * 2 + 1]).min(skip + wide);
                if x0 < x1 {
                    let from = (x + x0 as i32) as usize * 3;
                    let pixels = &mut frame.row_mut(row as usize)[from..from + (x1 - x0) * 3];
                    let mask = &mask[at * side as usize * 3..];
                    pattern.blend(pixels, &mask[x0 * 3..x1 * 3]);
                }
            }
        }
    }

    /// What a layer covers, in a window of its own, as many pixels wide and high.
    pub(super) fn cover(&self, layer: usize, makers: &mut Makers, center: P, side: usize) {
        if !self.round {
            makers.area.begin(Clip::new(0, 0, side as i32, side as i32));
            return self.edges(layer, center, &mut makers.area);
        }
        makers.discs.cover(self.polygons(layer), center, f64::from(self.reach));
    }

    /// Where the middle is at a phase, in a window of [`side`](Stamp::side) pixels.
    pub(super) fn center(&self, (px, py): (i32, i32)) -> P {
        let phases = f64::from(1_i32 << self.phase_bits);
        let center = |p: i32| f64::from(self.margin()) + f64::from(p) / phases;
        (center(px), center(py))
    }

    /// How many whole pixels it may reach from the one that its centre is in.
    pub(super) fn margin(&self) -> i32 {
        self.reach.ceil() as i32
    }

    /// How many pixels it may touch, in each direction.
    pub(super) fn side(&self) -> usize {
        2 * self.margin() as usize + 1
    }

    pub(super) fn reach(&self) -> f32 {
        self.reach
    }

    pub(super) fn phase_bits(&self) -> u32 {
        self.phase_bits
    }

    /// Whether something of it is seen, and it is small enough for masks.
    pub(super) fn is_small(&self) -> bool {
        !self.ends.is_empty() && self.reach <= LARGEST
    }
}

impl Key {
    /// Where among `1 << bits` stamps it is looked for: shapes of one size are seldom drawn by turns.
    pub(super) fn place(&self, bits: u32) -> usize {
        let half = self.half.map_or(0, |half| 1 + half as u32);
        let mixed = (self.size ^ self.edge_width.rotate_left(7) ^ half).wrapping_mul(0x9E37_79B1);
        (mixed >> (u32::BITS - bits)) as usize
    }
}
