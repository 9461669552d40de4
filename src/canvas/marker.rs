//! Markers: the same small shape at many points.

use crate::canvas::area::Area;
use crate::canvas::blend::{Pattern, visible};
use crate::canvas::disc::{self, Discs};
use crate::canvas::frame::Frame;
use crate::canvas::marker_shape::{Shape, circle, offset, shape};
use crate::canvas::rounding::down;
use crate::canvas::window::P;
use crate::geom::{Clip, Point};
use crate::style::Join;
use crate::style::{Color, Marker};

/// How a marker is drawn.
#[derive(Clone, Copy, Debug)]
pub(crate) struct MarkerStyle<'a> {
    /// Its shape.
    pub(crate) marker: &'a Marker,
    /// Its size in pixels: matplotlib's `markersize`, the diameter of a circle. Must be positive.
    pub(crate) size: f32,
    /// Colour of its inside; none leaves it open.
    pub(crate) face: Option<Color>,
    /// Colour of its edge, and of shapes that are nothing but lines.
    pub(crate) edge: Option<Color>,
    /// Width of the edge in pixels; it lies half inside and half outside.
    pub(crate) edge_width: f32,
}

/// Small markers are drawn at one of so many positions within a pixel, on each axis, as a power of two. A 64th or a
/// 128th is too little to see: a marker in slow motion moves by the right amount in every step.
const PHASE_BITS: u32 = 6;
const PHASE_BITS_SMALL: u32 = 7;
/// Masks of up to this many bytes have the finer positions: all of them together fit into [`MASK_BYTES`].
const SMALL: usize = 600;
/// Markers that reach further from their centre, in pixels, are drawn where they are and not remembered.
const LARGEST: f32 = 24.0;
/// Shapes remembered, as a power of two.
const STAMP_BITS: u32 = 10;
/// So many of them have masks.
const KEPT: usize = 16;
/// Bytes of masks remembered for one shape.
const MASK_BYTES: usize = 10 << 20;
/// A shape's masks are remembered where it is drawn so many times in a row, or, if there is room, so often: among the points
/// of a scatter with many sizes hardly any is used again, and each takes longer to keep than to draw. Small discs are drawn
/// faster than masks are found that have not been used for a while.
const RUN: u32 = 8;
const OFTEN: u32 = 4096;

/// What of a marker is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Parts {
    Face,
    Edge,
    /// The face and then the edge.
    Both,
    /// Face and edge in one, for they have the same opaque colour.
    Whole,
}

/// What shape a stamp has, beside the marker that it is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Key {
    size: u32,
    edge_width: u32,
    parts: Parts,
}

/// The shapes drawn last, with their masks.
#[derive(Debug, Default)]
pub(crate) struct Stamps {
    /// Each in the place that its key names; one that names the same place takes it.
    stamps: Vec<Option<Box<Stamp>>>,
    last: usize,
    /// How many times that was used in a row.
    run: u32,
    /// The places of those that have masks, in the order in which they began to.
    kept: Vec<usize>,
    makers: Makers,
}

/// What computes how much of each pixel a shape covers.
#[derive(Debug, Default)]
struct Makers {
    area: Area,
    discs: Discs,
}

/// A shape of one size: polygons around its centre.
#[derive(Debug)]
struct Stamp {
    marker: Marker,
    key: Key,
    points: Vec<Point>,
    /// One past the last point of each polygon.
    ends: Vec<usize>,
    /// How many of the polygons make the first layer; the rest make the second.
    split: usize,
    /// Furthest coordinate from the centre.
    reach: f32,
    /// Whether it is made of small circles around the centre.
    round: bool,
    /// Bits of a position within a pixel.
    phase_bits: u32,
    uses: u32,
    /// Whether its masks are remembered.
    keep: bool,
    /// For each phase, one past where its masks begin in `masks`; 0 if they are not there.
    slots: Vec<u32>,
    masks: Vec<u8>,
}

impl Stamp {
    const fn new() -> Self {
        Self {
            marker: Marker::None,
            key: Key { size: 0, edge_width: 0, parts: Parts::Face },
            points: Vec::new(),
            ends: Vec::new(),
            split: 0,
            reach: 0.0,
            round: false,
            phase_bits: 0,
            uses: 0,
            keep: false,
            slots: Vec::new(),
            masks: Vec::new(),
        }
    }

    /// Becomes another shape, keeping its memory.
    fn become_shape(&mut self, marker: &Marker, key: Key) {
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
        stamp.round = matches!(shape(marker), Shape::Disc(_)) && stamp.reach < disc::LARGEST;
        let small = stamp_len(2 * stamp.reach.min(LARGEST).ceil() as i32 + 1) * stamp.layers() <= SMALL;
        stamp.phase_bits = if small { PHASE_BITS_SMALL } else { PHASE_BITS };
    }

    /// Gives the memory of masks back.
    fn forget(&mut self) {
        self.keep = false;
        (self.slots, self.masks) = (Vec::new(), Vec::new());
    }

    fn end(&mut self) {
        self.ends.push(self.points.len());
    }

    fn polygon(&mut self, corners: &[[f32; 2]], size: f32) {
        self.points.extend(corners.iter().map(|c| Point::new(c[0] * size, c[1] * size)));
        self.end();
    }

    fn disc(&mut self, radius: f32, width: f32) {
        let parts = self.key.parts;
        if parts == Parts::Whole {
            circle(&mut self.points, radius + width / 2.0, false);
            return self.end();
        }
        if parts != Parts::Edge {
            circle(&mut self.points, radius, false);
            self.end();
            self.split = 1;
        }
        if parts != Parts::Face {
            circle(&mut self.points, radius + width / 2.0, false);
            self.end();
            if radius > width / 2.0 {
                circle(&mut self.points, radius - width / 2.0, true);
                self.end();
            }
        }
    }

    fn solid(&mut self, corners: &[[f32; 2]], join: Join, size: f32, width: f32) {
        let parts = self.key.parts;
        let corners: Vec<Point> = corners.iter().map(|c| Point::new(c[0] * size, c[1] * size)).collect();
        if matches!(parts, Parts::Face | Parts::Both) {
            self.points.extend_from_slice(&corners);
            self.end();
            self.split = 1;
        }
        if parts == Parts::Face {
            return;
        }
        offset(&corners, width / 2.0, join, &mut self.points);
        self.end();
        if parts != Parts::Whole {
            let from = self.points.len();
            if offset(&corners, -width / 2.0, join, &mut self.points) {
                self.points[from..].reverse();
                self.end();
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

    fn layers(&self) -> usize {
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

    fn paint(&mut self, frame: &mut Frame, clip: Clip, makers: &mut Makers, at: P, colors: [Color; 2]) {
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
                self.cover(layer, makers, px, py, margin);
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
            let stamp = &self.masks[from + layer * stamp_len(side)..][..stamp_len(side)];
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

    /// What a layer covers at this phase, in a window of its own.
    fn cover(&self, layer: usize, makers: &mut Makers, px: i32, py: i32, margin: i32) {
        let phases = f64::from(1_i32 << self.phase_bits);
        let center = |p: i32| f64::from(margin) + f64::from(p) / phases;
        let side = 2 * margin + 1;
        if !self.round {
            makers.area.begin(Clip::new(0, 0, side, side));
            return self.edges(layer, (center(px), center(py)), &mut makers.area);
        }
        makers.discs.cover(self.polygons(layer), (center(px), center(py)), f64::from(self.reach));
    }

    /// Where in `masks` the shape at this phase begins: a mask for each layer.
    fn mask(&mut self, makers: &mut Makers, px: i32, py: i32, margin: i32) -> usize {
        let phases = 1_i32 << self.phase_bits;
        let slot = (py * phases + px) as usize;
        if self.slots.is_empty() {
            self.slots.resize((phases * phases) as usize, 0);
        }
        if self.slots[slot] != 0 {
            return self.slots[slot] as usize - 1;
        }
        if self.masks.len() > MASK_BYTES {
            self.slots.fill(0);
            self.masks.clear();
        }
        let from = self.masks.len();
        self.slots[slot] = from as u32 + 1;
        let side = (2 * margin + 1) as usize;
        for layer in 0..self.layers() {
            self.cover(layer, makers, px, py, margin);
            let spans = self.masks.len();
            self.masks.resize(spans + side * 2, 0);
            let masks = &mut self.masks;
            let mut keep = |row: usize, mask: &[u8]| {
                let first = mask.iter().position(|&m| m > 0).unwrap_or(0);
                let end = mask.iter().rposition(|&m| m > 0).map_or(0, |i| i + 1);
                masks[spans + row * 2] = first as u8;
                masks[spans + row * 2 + 1] = end as u8;
                for &m in mask {
                    masks.extend_from_slice(&[m; 3]);
                }
            };
            if self.round {
                let mut levels = [0; 2 * disc::LARGEST as usize + 3];
                for row in 0..side {
                    makers.discs.row(row, &mut levels[..side]);
                    keep(row, &levels[..side]);
                }
            } else {
                makers.area.take_rows(keep);
            }
        }
        from
    }
}

/// Bytes of one mask: two for each row, saying where it begins and ends; then the coverage of each channel.
const fn stamp_len(side: i32) -> usize {
    (side * (2 + side * 3)) as usize
}

impl Stamps {
    /// Makes the stamp of this style the last one, and lends the accumulator that its masks are made with. `None` if nothing would be drawn.
    fn select(&mut self, style: &MarkerStyle<'_>) -> Option<(&mut Stamp, &mut Makers, [Color; 2])> {
        let positive = |v: f32| v > 0.0 && v.is_finite();
        if !positive(style.size) {
            return None;
        }
        let opaque = |c: &Color| c.a > 0;
        let (face, edge) = match shape(style.marker) {
            Shape::Nothing => (None, None),
            Shape::Pixel => (style.face, None),
            Shape::Lines(_) => (None, style.edge),
            _ => (style.face, style.edge),
        };
        let face = face.filter(opaque);
        let edge = edge.filter(opaque).filter(|_| positive(style.edge_width));
        let (parts, colors) = match (face, edge) {
            (None, None) => return None,
            (Some(face), None) => (Parts::Face, [face; 2]),
            (None, Some(edge)) => (Parts::Edge, [edge; 2]),
            (Some(face), Some(edge)) if face == edge && face.a == 255 => (Parts::Whole, [face; 2]),
            (Some(face), Some(edge)) => (Parts::Both, [face, edge]),
        };
        let edge_width = if parts == Parts::Face { 0 } else { style.edge_width.to_bits() };
        let key = Key { size: style.size.to_bits(), edge_width, parts };
        let place = key.place();
        self.stamps.resize_with(1 << STAMP_BITS, || None);
        let stamp = self.stamps[place].get_or_insert_with(|| Box::new(Stamp::new()));
        if stamp.uses == 0 || stamp.key != key || stamp.marker != *style.marker {
            stamp.become_shape(style.marker, key);
            self.kept.retain(|kept| *kept != place);
        }
        self.run = if self.last == place && stamp.uses > 0 { self.run.saturating_add(1) } else { 1 };
        self.last = place;
        stamp.uses = stamp.uses.saturating_add(1);
        if !stamp.keep && (self.run > RUN || (!stamp.round && stamp.uses > OFTEN && self.kept.len() < KEPT)) {
            stamp.keep = true;
            self.kept.push(place);
            if self.kept.len() > KEPT {
                let oldest = self.kept.remove(0);
                if let Some(stamp) = &mut self.stamps[oldest] {
                    stamp.forget();
                }
            }
        }
        self.stamps[place].as_deref_mut().map(|s| (s, &mut self.makers, colors))
    }
}

impl Key {
    /// Where among the stamps it is looked for: shapes of one size are seldom drawn by turns.
    fn place(&self) -> usize {
        let mixed = (self.size ^ self.edge_width.rotate_left(7)).wrapping_mul(0x9E37_79B1);
        (mixed >> (u32::BITS - STAMP_BITS)) as usize
    }
}

/// Draws the same marker at every point; points that are not finite are passed over.
pub(crate) fn markers(
    frame: &mut Frame,
    clip: Clip,
    memory: &mut Stamps,
    at: impl IntoIterator<Item = P>,
    style: &MarkerStyle<'_>,
) {
    let clip = visible(frame, clip);
    if clip.is_empty() {
        return;
    }
    let mut at = at.into_iter();
    for p in at.by_ref().take(RUN as usize) {
        let Some((stamp, makers, colors)) = memory.select(style) else { return };
        stamp.paint(frame, clip, makers, p, colors);
    }
    let Some(p) = at.next() else { return };
    if let Some((stamp, makers, colors)) = memory.select(style) {
        for p in std::iter::once(p).chain(at) {
            stamp.paint(frame, clip, makers, p, colors);
        }
    }
}

/// Draws markers whose style differs from point to point, as in a scatter plot.
pub(crate) fn markers_each<'s>(
    frame: &mut Frame,
    clip: Clip,
    memory: &mut Stamps,
    at: impl IntoIterator<Item = (P, MarkerStyle<'s>)>,
) {
    let clip = visible(frame, clip);
    if clip.is_empty() {
        return;
    }
    for (p, style) in at {
        if let Some((stamp, makers, colors)) = memory.select(&style) {
            stamp.paint(frame, clip, makers, p, colors);
        }
    }
}
