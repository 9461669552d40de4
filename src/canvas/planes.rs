//! Coverage of thin lines: two bytes a pixel, united by the maximum, blended once.
//!
//! **Which**: smooth and short lines, dashes and outlines, up to 21 pixels wide, segment by segment. **When**: neither `slices` nor `samples`
//! takes them. **How exactly**: a level or two along a segment; where many ends lie within a pixel, as in spikes, up to half of it.

use crate::canvas::blend::{Sixteen, blend_pixels, blend_row, visible};
use crate::canvas::brush::{Brush, PHASES};
use crate::canvas::frame::Frame;
use crate::canvas::segment::{End, Neighbour, ONE, Segment, Trim, Walk};
use crate::geom::Clip;
use crate::style::Color;
use crate::style::Join;

/// Two segments' shares of a pixel.
#[inline(always)]
fn unite<const ADD: bool>(a: u8, b: u8) -> u8 {
    if ADD { a.saturating_add(b) } else { a.max(b) }
}

/// Read whole before it is written where it is short, or it is done byte by byte; left to a loop where it is long.
#[inline(always)]
fn unite_all<const BYTES: usize, const ADD: bool>(to: &mut [u8; BYTES], from: &[u8; BYTES]) {
    if BYTES <= 32 {
        let mut out = *to;
        for (k, out) in out.iter_mut().enumerate() {
            *out = unite::<ADD>(*out, from[k]);
        }
        *to = out;
    } else {
        for (to, from) in to.iter_mut().zip(from) {
            *to = unite::<ADD>(*to, *from);
        }
    }
}

/// What the two halves cover of each of sixteen pixels.
#[inline(always)]
fn both_halves(cells: &[u8; 32]) -> [u8; 16] {
    let mut mask = [0; 16];
    for (mask, pair) in mask.iter_mut().zip(cells.as_chunks::<2>().0) {
        *mask = pair[0].saturating_add(pair[1]);
    }
    mask
}

/// The coverage of one polyline. All zeros between two uses.
#[derive(Debug, Default)]
pub(crate) struct Planes {
    window: Clip,
    /// Pixels around the window that a segment which ends just outside it may write to.
    pad: i32,
    /// Bytes per row.
    stride: usize,
    /// `[row][column][half]`, with `pad` pixels around the window.
    cells: Vec<u8>,
    /// Pixels of the window that may not be zero.
    touched: Clip,
}

impl Planes {
    /// Starts a line of this width that may touch the pixels of `window`.
    pub(super) fn begin(&mut self, window: Clip, width: f32) {
        self.window = window;
        self.pad = (width * 6.0) as i32 + 32;
        let columns = (window.x1 - window.x0 + 2 * self.pad) as usize;
        let rows = (window.y1 - window.y0 + 2 * self.pad) as usize;
        self.stride = columns * 2;
        let cells = self.stride * rows;
        if self.cells.len() < cells {
            self.cells.resize(cells, 0);
        }
        self.touched = Clip::new(i32::MAX, i32::MAX, i32::MIN, i32::MIN);
    }

    /// Adds a segment whose ends lie at most a few pixels outside the window.
    pub(super) fn segment(&mut self, brush: &mut Brush, segment: &Segment) {
        let (dx, dy) = segment.dir;
        let x_major = dx.abs() > dy.abs();
        let (dm, dn, m0, n0, m1) = if x_major {
            (dx, dy, segment.from.0, segment.from.1, segment.to.0)
        } else {
            (dy, dx, segment.from.1, segment.from.0, segment.to.1)
        };
        let slope = dn / dm;
        // Which byte belongs to the path's left must not depend on the axis and the direction of the walk.
        let swap = x_major ^ (dm < 0.0) ^ segment.flip;
        let across = brush.reach(slope.abs());
        let half = f64::from(brush.width) / 2.0;
        brush.prepare(slope.abs());
        let lanes = brush.lanes;
        let brush = &*brush;
        let walk = Walk { segment, brush, table: brush.table(slope.abs(), swap), x_major, m0, n0, slope };

        // Along the segment a pixel of a row lies before or after the centre line's point of that row, by up to:
        let spread = across * dn.abs();
        let beyond = |end: End, trim: Option<Trim>| match end {
            End::Cut => 0.0,
            End::Open => 0.75 + trim.map_or(0.0, |t| t.gap),
            End::Join(n) if segment.join == Join::Miter => {
                let (cos, sin) = segment.turn(n);
                half * (sin / (1.0 + cos).max(0.1)).clamp(1.0, 4.0) + 0.75
            }
            End::Round | End::Join(_) => half + 0.75,
        };
        let within = |end: End, trim: Option<Trim>| match end {
            // As far as the bisector of a bend cuts into the strip.
            End::Join(n) if brush.adds && brush.gentle(segment.turn(n).0) => {
                let (cos, sin) = segment.turn(n);
                across * sin / (1.0 + cos)
            }
            _ => trim.map_or(0.0, |t| 0.75 - t.gap),
        };
        let reach_start = (beyond(segment.start, segment.trims[0]).max(0.0) + spread) * dm.abs();
        let reach_end = (beyond(segment.end, segment.trims[1]).max(0.0) + spread) * dm.abs();
        let inner_start = (within(segment.start, segment.trims[0]).max(0.0) + spread) * dm.abs();
        let inner_end = (within(segment.end, segment.trims[1]).max(0.0) + spread) * dm.abs();
        let (lo, hi, all_lo, all_hi) = if dm > 0.0 {
            (m0 + inner_start, m1 - inner_end, m0 - reach_start, m1 + reach_end)
        } else {
            (m1 + inner_end, m0 - inner_start, m1 - reach_end, m0 + reach_start)
        };
        let (from, to) = if x_major { (self.window.x0, self.window.x1) } else { (self.window.y0, self.window.y1) };
        // Rows whose centres lie in an interval.
        let row = |v: f64| ((v - 0.5).ceil() as i32).clamp(from, to);
        let (first, last) = (row(all_lo), row(all_hi + 1e-9));
        if first >= last {
            return;
        }
        let (plain_first, plain_last) = (row(lo).clamp(first, last), row(hi).clamp(first, last));
        if plain_first < plain_last {
            for r in (first..plain_first).chain(plain_last..last) {
                self.slow_row(&walk, r);
            }
            let (mut plain_first, mut plain_last) = (plain_first, plain_last);
            let spike = match segment.start {
                End::Join(n) if brush.adds && !brush.gentle(segment.turn(n).0) => Some(n),
                _ => None,
            };
            if let Some(n) = spike {
                let reach = (walk.overlap_ends(n).min(segment.length)) * dm.abs();
                if dm > 0.0 {
                    let until = row(m0 + reach).clamp(plain_first, plain_last);
                    self.spike_rows(&walk, n, plain_first, until);
                    plain_first = until;
                } else {
                    let from = row(m0 - reach).clamp(plain_first, plain_last);
                    self.spike_rows(&walk, n, from, plain_last);
                    plain_last = from;
                }
            }
            match (lanes, brush.adds) {
                (8, true) => self.plain_rows::<16, true>(&walk, plain_first, plain_last),
                (8, false) => self.plain_rows::<16, false>(&walk, plain_first, plain_last),
                (16, _) => self.plain_rows::<32, false>(&walk, plain_first, plain_last),
                _ => self.plain_rows::<64, false>(&walk, plain_first, plain_last),
            }
        } else {
            for r in first..last {
                self.slow_row(&walk, r);
            }
        }

        let n_at = |r: i32| n0 + (f64::from(r) + 0.5 - m0) * slope;
        let (na, nb) = (n_at(first), n_at(last - 1));
        let reach = lanes as i32 / 2 + 1;
        let (n_lo, n_hi) = (na.min(nb).floor() as i32 - reach, na.max(nb).ceil() as i32 + reach);
        let t = &mut self.touched;
        let (x0, x1, y0, y1) = if x_major { (first, last, n_lo, n_hi) } else { (n_lo, n_hi, first, last) };
        *t = Clip::new(t.x0.min(x0), t.y0.min(y0), t.x1.max(x1), t.y1.max(y1));
    }

    /// Index of the first lane's bytes for the pixel (`m`, `n`), and the step from lane to lane.
    #[inline]
    fn lane_start(&self, x_major: bool, m: i32, n: i32) -> usize {
        let (x, y) = if x_major { (m, n) } else { (n, m) };
        let row = (y - self.window.y0 + self.pad) as usize;
        let column = (x - self.window.x0 + self.pad) as usize;
        row * self.stride + column * 2
    }

    /// Rows where every pixel lies beside the segment: one look-up each. `BYTES` is twice the lanes.
    fn plain_rows<const BYTES: usize, const ADD: bool>(&mut self, walk: &Walk<'_>, first: i32, last: i32) {
        let lanes = BYTES as i32 / 2;
        let mut line = walk.fixed(first);
        let step = (walk.slope * ONE) as i64;
        let (cells, _) =
            self.cells.split_at_mut(self.stride * (self.window.y1 - self.window.y0 + 2 * self.pad) as usize);
        let (table, _) = walk.table.as_chunks::<BYTES>();
        // Where the lane 0 of pixel (0, 0) would be, and the steps from there.
        let (along, across) = if walk.x_major { (2, self.stride as i64) } else { (self.stride as i64, 2) };
        let origin = i64::from(self.pad - self.window.y0) * self.stride as i64
            + i64::from(self.pad - self.window.x0) * 2
            - i64::from(lanes / 2) * across;
        let mut base = origin + i64::from(first) * along;
        for _ in first..last {
            let phase = (line >> (32 - PHASES.ilog2())) as usize % PHASES;
            let at = (base + (line >> 32) * across) as usize;
            let from = &table[phase];
            line += step;
            base += along;
            if walk.x_major {
                for (pair, to) in from.as_chunks::<2>().0.iter().zip(cells[at..].chunks_mut(self.stride)) {
                    to[0] = unite::<ADD>(to[0], pair[0]);
                    to[1] = unite::<ADD>(to[1], pair[1]);
                }
            } else if let Some(to) = cells[at..].first_chunk_mut::<BYTES>() {
                unite_all::<BYTES, ADD>(to, from);
            }
        }
    }

    /// Rows beside the start of a segment that leads out of a spike of an added line.
    fn spike_rows(&mut self, walk: &Walk<'_>, n: Neighbour, first: i32, last: i32) {
        const BYTES: usize = 16;
        let (table, _) = walk.table.as_chunks::<BYTES>();
        let dir = walk.segment.dir;
        let (_, sin) = walk.segment.turn(n);
        let along_per_row = 1.0 / if walk.x_major { dir.0 } else { dir.1 };
        // Beyond the end of the strip before, nothing of this one is taken.
        let both = n.length / (1.0 - sin * sin).max(1e-9).sqrt();
        let at_tip = walk.beside_previous(n, 0.0);
        let gain = (1.0 - at_tip) / walk.overlap_ends(n);
        for m in first..last {
            let (whole, phase) = walk.line(m);
            let along = (f64::from(m) + 0.5 - walk.m0) * along_per_row;
            let rest = if along <= both { (at_tip + along * gain).min(1.0) } else { 1.0 };
            let rest = (rest * 256.0) as u16;
            let at = self.lane_start(walk.x_major, m, whole - BYTES as i32 / 4);
            let mut scaled = table[phase];
            for v in &mut scaled {
                *v = ((u16::from(*v) * rest + 128) >> 8) as u8;
            }
            if walk.x_major {
                for (pair, to) in scaled.as_chunks::<2>().0.iter().zip(self.cells[at..].chunks_mut(self.stride)) {
                    to[0] = to[0].saturating_add(pair[0]);
                    to[1] = to[1].saturating_add(pair[1]);
                }
            } else if let Some(to) = self.cells[at..].first_chunk_mut::<BYTES>() {
                unite_all::<BYTES, true>(to, &scaled);
            }
        }
    }

    /// A row near an end of the segment: pixel by pixel.
    fn slow_row(&mut self, walk: &Walk<'_>, m: i32) {
        let lanes = walk.brush.lanes;
        let (whole, phase) = walk.line(m);
        let n = whole - lanes as i32 / 2;
        let from = &walk.table[phase * lanes * 2..(phase + 1) * lanes * 2];
        let at = self.lane_start(walk.x_major, m, n);
        let step = if walk.x_major { self.stride } else { 2 };
        for (lane, pair) in from.chunks_exact(2).enumerate() {
            // Where the endless strip covers nothing, an end of it does not either.
            if pair[0] | pair[1] == 0 {
                continue;
            }
            let (pm, pn) = (f64::from(m) + 0.5, f64::from(n + lane as i32) + 0.5);
            let p = if walk.x_major { (pm, pn) } else { (pn, pm) };
            let value = walk.pixel(p, [pair[0], pair[1]]);
            let to = &mut self.cells[at + lane * step..at + lane * step + 2];
            for (to, value) in to.iter_mut().zip(value) {
                *to = if walk.brush.adds { unite::<true>(*to, value) } else { unite::<false>(*to, value) };
            }
        }
    }

    /// Adds what was covered of pixels of a row in another way.
    fn cover(&mut self, y: i32, x: i32, mask: &[u8]) {
        let at = self.lane_start(true, x, y);
        for (pair, share) in self.cells[at..].as_chunks_mut::<2>().0.iter_mut().zip(mask) {
            *pair = [pair[0].max(share - share / 2), pair[1].max(share / 2)];
        }
        let t = &mut self.touched;
        *t = Clip::new(t.x0.min(x), t.y0.min(y), t.x1.max(x + mask.len() as i32), t.y1.max(y + 1));
    }

    /// Blends the line into the frame and forgets it.
    pub(super) fn paint(&mut self, frame: &mut Frame, color: Color) {
        let window = self.window;
        debug_assert_eq!(visible(frame, window), window);
        let sixteen = Sixteen::new(color);
        let t = self.touched;
        // Everything that was written is cleared; only what lies in the window is shown.
        let outer = Clip::new(window.x0 - self.pad, window.y0 - self.pad, window.x1 + self.pad, window.y1 + self.pad);
        let all = t.intersect(outer);
        if all.is_empty() {
            return;
        }
        let seen = t.intersect(window);
        for y in all.y0..all.y1 {
            let row = (y - window.y0 + self.pad) as usize * self.stride;
            let at = |x: i32| row + (x - window.x0 + self.pad) as usize * 2;
            if y < window.y0 || y >= window.y1 || seen.is_empty() {
                self.cells[at(all.x0)..at(all.x1)].fill(0);
                continue;
            }
            self.cells[at(all.x0)..at(seen.x0)].fill(0);
            self.cells[at(seen.x1)..at(all.x1)].fill(0);
            let cells = &mut self.cells[at(seen.x0)..at(seen.x1)];
            let pixels = &mut frame.row_mut(y as usize)[seen.x0 as usize * 3..seen.x1 as usize * 3];
            let (blocks, rest) = cells.as_chunks_mut::<32>();
            let (pixel_blocks, pixel_rest) = pixels.as_chunks_mut::<48>();
            for (cells, pixels) in blocks.iter_mut().zip(pixel_blocks) {
                if *cells != [0; 32] {
                    sixteen.blend(pixels, &both_halves(cells));
                    *cells = [0; 32];
                }
            }
            let mut last = [0; 32];
            last[..rest.len()].copy_from_slice(rest);
            rest.fill(0);
            blend_pixels(pixel_rest, &both_halves(&last), color);
        }
    }
}

/// Where rows of coverage go that are made for a whole line at once.
#[derive(Debug)]
pub(super) enum Rows<'a> {
    /// To what else there is of the line.
    Planes(&'a mut Planes),
    /// Into the picture: there is nothing else.
    Frame(&'a mut Frame, Color),
}

impl Rows<'_> {
    /// Adds what is covered of pixels of a row.
    pub(super) fn cover(&mut self, y: i32, x: i32, mask: &[u8]) {
        match self {
            Self::Planes(planes) => planes.cover(y, x, mask),
            Self::Frame(frame, color) => {
                let from = x as usize * 3;
                blend_row(&mut frame.row_mut(y as usize)[from..from + mask.len() * 3], mask, *color);
            }
        }
    }
}
