//! Coverage of thin lines: two bytes a pixel, united by the maximum, blended once.

use crate::canvas::blend::{blend_one, times, visible};
use crate::canvas::brush::{Brush, PHASES, left_share};
use crate::canvas::frame::Frame;
use crate::canvas::stroke::Join;
use crate::geom::Clip;
use crate::style::Color;

/// What lies beyond the end of a segment.
#[derive(Clone, Copy, Debug)]
pub(super) enum End {
    /// Nothing that this segment draws: the neighbour, or what is cut away outside the window.
    Cut,
    /// The strip goes on, and a [`Trim`] ends it.
    Open,
    /// Half a disc.
    Round,
    /// A join with the neighbour.
    Join(Neighbour),
}

/// The segment before or after.
#[derive(Clone, Copy, Debug)]
pub(super) struct Neighbour {
    /// Unit vector along it.
    pub(super) dir: (f64, f64),
    pub(super) length: f64,
}

/// The straight end of a line: pixels are kept as far as they lie before it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Trim {
    /// A point of the border.
    pub(super) at: (f64, f64),
    /// Unit vector along the line, out of it.
    pub(super) out: (f64, f64),
    /// How far beyond the near end of the segment the border lies, along the path.
    pub(super) gap: f64,
}

impl Trim {
    /// The share of the pixel centred at `p` that lies before the border.
    fn share(&self, p: (f64, f64)) -> f64 {
        let beyond = (p.0 - self.at.0) * self.out.0 + (p.1 - self.at.1) * self.out.1;
        let (a, b) = (self.out.0.abs(), self.out.1.abs());
        let (long, short) = (a.max(b), a.min(b));
        left_share(-beyond / long, short / long)
    }
}

/// One straight piece of a line, in pixels.
#[derive(Clone, Copy, Debug)]
pub(super) struct Segment {
    pub(super) from: (f64, f64),
    pub(super) to: (f64, f64),
    /// Unit vector from `from` to `to`.
    pub(super) dir: (f64, f64),
    pub(super) length: f64,
    pub(super) start: End,
    pub(super) end: End,
    pub(super) trims: [Option<Trim>; 2],
    /// How it joins the next.
    pub(super) join: Join,
    /// Whether the path has turned back an odd number of times: its left is then where its right was.
    pub(super) flip: bool,
}

/// The largest cosine of a turn whose mitre is too long: up to four half widths, as in Agg.
const MITRE_LIMIT: f64 = -0.875;

/// Two segments' shares of a pixel.
#[inline(always)]
fn unite<const ADD: bool>(a: u8, b: u8) -> u8 {
    if ADD { a.saturating_add(b) } else { a.max(b) }
}

/// Read whole before it is written where it is short, or it is done byte by byte; left to a loop where it is long.
#[inline(always)]
fn unite_all<const BYTES: usize, const ADD: bool>(to: &mut [u8; BYTES], from: &[u8; BYTES]) {
    if BYTES <= 32 {
        let (old, from) = (*to, *from);
        *to = std::array::from_fn(|k| unite::<ADD>(old[k], from[k]));
    } else {
        for (to, from) in to.iter_mut().zip(from) {
            *to = unite::<ADD>(*to, *from);
        }
    }
}

impl Segment {
    /// Cosine and sine (never negative) of the angle between this segment and the next or the one before.
    fn turn(&self, n: Neighbour) -> (f64, f64) {
        let ((ax, ay), (bx, by)) = (self.dir, n.dir);
        (ax * bx + ay * by, (ax * by - ay * bx).abs())
    }
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

/// How the pixels of a segment are walked: `m` along its major axis, `n` across.
struct Walk<'a> {
    segment: &'a Segment,
    brush: &'a Brush,
    table: &'a [u8],
    /// Whether the major axis is x.
    x_major: bool,
    m0: f64,
    n0: f64,
    /// Pixels across per pixel along.
    slope: f64,
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
                (32, _) => self.plain_rows::<64, false>(&walk, plain_first, plain_last),
                _ => self.plain_rows::<96, false>(&walk, plain_first, plain_last),
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
            let scaled: [u8; BYTES] = table[phase].map(|v| ((u16::from(v) * rest + 128) >> 8) as u8);
            if walk.x_major {
                for (pair, to) in scaled.as_chunks::<2>().0.iter().zip(self.cells[at..].chunks_mut(self.stride)) {
                    to[0] = to[0].saturating_add(pair[0]);
                    to[1] = to[1].saturating_add(pair[1]);
                }
            } else if let Some(to) = self.cells[at..].first_chunk_mut::<BYTES>() {
                let old = *to;
                *to = std::array::from_fn(|k| old[k].saturating_add(scaled[k]));
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

    /// Blends the line into the frame and forgets it.
    pub(super) fn paint(&mut self, frame: &mut Frame, color: Color) {
        let window = self.window;
        debug_assert_eq!(visible(frame, window), window);
        let rgb = color.channels();
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
            for (cells, pixels) in cells.chunks_mut(32).zip(pixels.chunks_mut(48)) {
                if cells.iter().fold(0, |any, c| any | c) == 0 {
                    continue;
                }
                for (pair, pixel) in cells.chunks_exact(2).zip(pixels.chunks_exact_mut(3)) {
                    blend_one(pixel, rgb, times(pair[0].saturating_add(pair[1]), color.a));
                }
                cells.fill(0);
            }
        }
    }
}

/// One, in fixed point.
const ONE: f64 = 4_294_967_296.0;

impl Walk<'_> {
    /// Where the centre line passes row `m`, half a pixel further, in fixed point.
    #[inline]
    fn fixed(&self, m: i32) -> i64 {
        ((self.n0 + (f64::from(m) + 0.5 - self.m0) * self.slope + 0.5) * ONE) as i64
    }

    /// The pixel border nearest to the centre line in row `m`, and the phase from there.
    #[inline]
    fn line(&self, m: i32) -> (i32, usize) {
        let line = self.fixed(m);
        ((line >> 32) as i32, (line >> (32 - PHASES.ilog2())) as usize % PHASES)
    }

    /// Both halves' coverage of the pixel centred at `p`, of which the endless strip would cover `strip`.
    #[inline]
    fn pixel(&self, p: (f64, f64), strip: [u8; 2]) -> [u8; 2] {
        let s = self.segment;
        let (dx, dy) = s.dir;
        let (ox, oy) = (p.0 - s.from.0, p.1 - s.from.1);
        let along = ox * dx + oy * dy;
        let (ex, ey) = (p.0 - s.to.0, p.1 - s.to.1);
        let beside = ox * dy - oy * dx;
        let beyond = along - s.length;
        let mut value = strip;
        match s.start {
            End::Join(n) if self.brush.gentle(s.turn(n).0) => {
                let across = ox * (dx + n.dir.0) + oy * (dy + n.dir.1);
                if across < 0.0 {
                    return [0; 2];
                }
            }
            End::Round if along < 0.0 => value = self.disc(along, beside),
            End::Cut | End::Join(_) if along < 0.0 => return [0; 2],
            // In a spike the strip before has covered some of this one.
            End::Join(n) if self.brush.adds && -(ox * n.dir.0 + oy * n.dir.1) <= n.length => {
                let rest = self.beside_previous(n, along);
                value = value.map(|v| (f64::from(v) * rest + 0.5) as u8);
            }
            _ => {}
        }
        match s.end {
            // In a gentle bend the pixels are shared out along its bisector: each is counted once.
            End::Join(n) if self.brush.gentle(s.turn(n).0) => {
                let across = ex * (dx + n.dir.0) + ey * (dy + n.dir.1);
                if across >= 0.0 {
                    return [0; 2];
                }
            }
            // Else what lies outside of both segments is a wedge of a disc.
            End::Join(n) if beyond >= 0.0 => {
                if ex * n.dir.0 + ey * n.dir.1 >= 0.0 {
                    return [0; 2];
                }
                value = self.wedge(n, (ex, ey), beyond, beside);
            }
            End::Round if beyond > 0.0 => value = self.disc(beyond, beside),
            End::Cut if beyond > 0.0 => return [0; 2],
            _ => {}
        }
        let outside: f64 = s.trims.iter().flatten().map(|trim| 1.0 - trim.share(p)).sum();
        if outside > 0.0 { value.map(|v| (f64::from(v) * (1.0 - outside).max(0.0) + 0.5) as u8) } else { value }
    }

    /// From where on the strip before does not overlap this one, along the segment.
    fn overlap_ends(&self, n: Neighbour) -> f64 {
        f64::from(self.brush.width) / self.segment.turn(n).1.max(1e-9)
    }

    /// What the strip before leaves of this one, 0 to 1, as they drift apart from the tip of a spike.
    fn beside_previous(&self, n: Neighbour, along: f64) -> f64 {
        let (cos, sin) = self.segment.turn(n);
        1.0 - (1.0 - along * sin / f64::from(self.brush.width)).clamp(0.0, 1.0) * (1.0 - cos) / 2.0
    }

    /// Coverage by what joins this segment to the next, at `e` from where they meet.
    fn wedge(&self, n: Neighbour, e: (f64, f64), beyond: f64, beside: f64) -> [u8; 2] {
        let (dx, dy) = self.segment.dir;
        let (cos, _) = self.segment.turn(n);
        let half = f64::from(self.brush.width) / 2.0;
        // To the outside of the bend.
        let out = if dx * n.dir.1 - dy * n.dir.0 > 0.0 { 1.0 } else { -1.0 };
        let normal = (dy * out, -dx * out);
        let next = (n.dir.1 * out, -n.dir.0 * out);
        let within = |(nx, ny): (f64, f64), reach: f64| {
            let (long, short) = (nx.abs().max(ny.abs()), nx.abs().min(ny.abs()));
            left_share((reach - e.0 * nx - e.1 * ny) / long, short / long)
        };
        let share = match self.segment.join {
            Join::Round => return self.disc(beyond, beside),
            Join::Miter if cos >= MITRE_LIMIT => within(normal, half) * within(next, half),
            Join::Miter | Join::Bevel => {
                let middle = (normal.0 + next.0, normal.1 + next.1);
                let length = (middle.0 * middle.0 + middle.1 * middle.1).sqrt().max(1e-9);
                within((middle.0 / length, middle.1 / length), half * length / 2.0)
            }
        };
        self.split((share * 255.0 + 0.5) as u8, beside)
    }

    /// Coverage by a disc around an end; `beyond` along the segment, `beside` to its left.
    fn disc(&self, beyond: f64, beside: f64) -> [u8; 2] {
        self.split(self.brush.disc((beyond * beyond + beside * beside).sqrt()), beside)
    }

    /// The halves of what covers a pixel `beside` pixels to the left of the centre line.
    fn split(&self, coverage: u8, beside: f64) -> [u8; 2] {
        let left = (f64::from(coverage) * (0.5 + beside).clamp(0.0, 1.0) + 0.5) as u8;
        if self.segment.flip { [left, coverage - left] } else { [coverage - left, left] }
    }
}
