//! One straight piece of a line: what of each pixel near it, and near its ends, it covers.

use crate::canvas::brush::{Brush, PHASES, left_share};
use crate::style::Join;

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
pub(super) const MITRE_LIMIT: f64 = -0.875;

impl Segment {
    /// Cosine and sine (never negative) of the angle between this segment and the next or the one before.
    pub(super) fn turn(&self, n: Neighbour) -> (f64, f64) {
        let ((ax, ay), (bx, by)) = (self.dir, n.dir);
        (ax * bx + ay * by, (ax * by - ay * bx).abs())
    }
}

/// How the pixels of a segment are walked: `m` along its major axis, `n` across.
pub(super) struct Walk<'a> {
    pub(super) segment: &'a Segment,
    pub(super) brush: &'a Brush,
    pub(super) table: &'a [u8],
    /// Whether the major axis is x.
    pub(super) x_major: bool,
    pub(super) m0: f64,
    pub(super) n0: f64,
    /// Pixels across per pixel along.
    pub(super) slope: f64,
}

/// One, in fixed point.
pub(super) const ONE: f64 = 4_294_967_296.0;

impl Walk<'_> {
    /// Where the centre line passes row `m`, half a pixel further, in fixed point.
    #[inline]
    pub(super) fn fixed(&self, m: i32) -> i64 {
        ((self.n0 + (f64::from(m) + 0.5 - self.m0) * self.slope + 0.5) * ONE) as i64
    }

    /// The pixel border nearest to the centre line in row `m`, and the phase from there.
    #[inline]
    pub(super) fn line(&self, m: i32) -> (i32, usize) {
        let line = self.fixed(m);
        ((line >> 32) as i32, (line >> (32 - PHASES.ilog2())) as usize % PHASES)
    }

    /// Both halves' coverage of the pixel centred at `p`, of which the endless strip would cover `strip`.
    #[inline]
    pub(super) fn pixel(&self, p: (f64, f64), strip: [u8; 2]) -> [u8; 2] {
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
                value = shares(value, rest);
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
        if outside > 0.0 { shares(value, (1.0 - outside).max(0.0)) } else { value }
    }

    /// From where on the strip before does not overlap this one, along the segment.
    pub(super) fn overlap_ends(&self, n: Neighbour) -> f64 {
        f64::from(self.brush.width) / self.segment.turn(n).1.max(1e-9)
    }

    /// What the strip before leaves of this one, 0 to 1, as they drift apart from the tip of a spike.
    pub(super) fn beside_previous(&self, n: Neighbour, along: f64) -> f64 {
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

/// The same share of both halves.
#[inline]
fn shares([left, right]: [u8; 2], share: f64) -> [u8; 2] {
    [(f64::from(left) * share + 0.5) as u8, (f64::from(right) * share + 0.5) as u8]
}
