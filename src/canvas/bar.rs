//! A straight line by itself, with straight ends: a bar. It is covered and blended in one go, row by row, without a plane
//! of coverage in between: nothing else is united with it.
//!
//! **Which**: lines of two points, up to 28 pixels wide. **When**: many are drawn in one call, without dashes or round caps. **How exactly**:
//! within three levels of what [`planes`](super::planes) draws.
//!
//! A bar is what lies between two borders along it and two across. How much of a pixel lies on one side of a border
//! depends on how far from it the pixel's centre is, and on the slope, which for all four is the same. The share between
//! the borders along times the share between those across is what the bar covers; only at its corners is that not exact.
//!
//! Eight pixels of a row are computed at once, in numbers of 16 bits: distances in 1024ths of a pixel.

use crate::canvas::blend::{blend_pattern, pattern};
use crate::canvas::frame::Frame;
use crate::canvas::strip::{PHASES, Strips, Table};
use crate::canvas::window::P;
use crate::geom::Clip;
use crate::style::Color;

/// Pixels that are computed at once.
const LANES: usize = 8;
/// A number for each of them.
type Lanes = [i16; LANES];

/// Distances: so many to a pixel.
const UNIT: f64 = 1024.0;
/// Shares of a pixel: so many are all of it.
const WHOLE: i16 = 1 << 10;
/// Slopes below this are this: no pixel is a level off.
const LEAST_SLOPE: f64 = 1.0 / 64.0;
/// Half as long as this, in pixels, a bar is near enough to both of its ends everywhere to be seen from its middle.
const SHORT: f64 = 12.0;
/// The widest bar whose distances fit, in pixels.
pub(super) const WIDEST: f32 = 28.0;
/// The widest picture whose positions do.
pub(super) const LARGEST: i32 = 1 << 16;

/// A straight line within a picture that is not too large.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bar {
    pub(super) from: P,
    pub(super) to: P,
    /// From its start to its end, of any length but zero.
    pub(super) dir: P,
    /// Width in pixels, at most [`WIDEST`].
    pub(super) width: f64,
    /// How far it goes on beyond each of its ends.
    pub(super) beyond: f64,
}

#[inline(always)]
fn lanes(value: impl Fn(usize) -> i16) -> Lanes {
    let mut out = [0; LANES];
    for (k, out) in out.iter_mut().enumerate() {
        *out = value(k);
    }
    out
}

#[inline(always)]
fn unsigned(lanes: Lanes) -> [u16; LANES] {
    let mut out = [0; LANES];
    for (k, out) in out.iter_mut().enumerate() {
        *out = lanes[k] as u16;
    }
    out
}

/// The upper half of a product.
#[inline(always)]
fn high(a: i16, b: i16) -> i16 {
    ((i32::from(a) * i32::from(b)) >> 16) as i16
}

#[inline(always)]
fn high_unsigned(a: u16, b: u16) -> u16 {
    ((u32::from(a) * u32::from(b)) >> 16) as u16
}

/// The share of a pixel that two shares have in common, out of 256.
#[inline(always)]
fn both_of(a: i16, b: i16) -> i16 {
    high(a << 4, b << 4).wrapping_add(8) >> 4
}

#[inline(always)]
fn abs(a: i16) -> i16 {
    a.max(0_i16.wrapping_sub(a))
}

/// The nearest whole number, of numbers below 2^51: a library's functions are slow where the processor has none of its own.
#[inline(always)]
fn round(v: f64) -> i64 {
    const LARGE: f64 = 6_755_399_441_055_744.0;
    (v + LARGE).to_bits().wrapping_sub(LARGE.to_bits()) as i64
}

/// A position along a row: 16 bits after the point.
#[inline(always)]
fn place(v: f64) -> i64 {
    round(v * 65_536.0)
}

/// A distance from a border: 32 bits after the point.
#[inline(always)]
fn far(v: f64) -> i64 {
    round(v * 4_294_967_296.0)
}

#[inline(always)]
fn short(v: f64) -> i16 {
    round(v * UNIT) as i16
}

/// How much of a pixel lies within a border, by the distance of its centre. All distances are measured along the axis that
/// is more nearly across the border.
#[derive(Clone, Copy, Debug)]
struct Border {
    /// From here on a pixel is not touched.
    half: Lanes,
    /// Up to here what is covered grows evenly.
    even: Lanes,
    slope: Lanes,
    /// The root of what the square of a distance is multiplied by, in 8192ths.
    root: [u16; LANES],
}

impl Border {
    fn new(slope: f64) -> Self {
        let all = |v: f64| [short(v); LANES];
        let root = [round(f64::from((0.5 / slope as f32).sqrt()) * 8192.0) as u16; LANES];
        Self {
            half: all((1.0 + slope) / 2.0),
            even: all((1.0 - slope) / 2.0),
            slope: all(slope.min(1023.0 / 1024.0)),
            root,
        }
    }

    /// The share of pixels so far within.
    #[inline(always)]
    fn share(&self, within: Lanes) -> Lanes {
        // what the compiler knows to stay the same it would widen beforehand, and then multiply 32 bits for 16
        let root = std::hint::black_box(&self.root);
        lanes(|k| {
            let u = abs(within[k]);
            let corner = self.half[k].wrapping_sub(u).max(0).min(self.slope[k]);
            let scaled = high_unsigned((corner as u16) << 6, root[k]);
            let edge = self.even[k].wrapping_sub(u).max(0);
            let from_middle = (WHOLE / 2).wrapping_sub(high_unsigned(scaled, scaled) as i16).wrapping_sub(edge);
            let sign = within[k] >> 15;
            (from_middle ^ sign).wrapping_sub(sign).wrapping_add(WHOLE / 2)
        })
    }
}

/// Something that grows evenly from pixel to pixel.
#[derive(Clone, Copy, Debug)]
struct Slope {
    /// In the first row, at column 0.
    at: i64,
    per_column: i64,
    per_row: i64,
    /// The steps from the first pixel of some.
    steps: Lanes,
    /// Where it is zero in a row, in columns, and how far to either side of there it matters.
    zero: i64,
    zero_per_row: i64,
    reach: i64,
}

/// Everything known before the first row.
#[derive(Debug)]
struct Walk {
    rows: (i32, i32),
    border: Border,
    /// The distance from the middle along the bar, and from there to its sides.
    beside: Slope,
    half: i16,
    /// The distance from the middle across, and from there to its ends.
    along: Slope,
    half_length: i64,
    /// Closer to an end than this, pixels are touched by it.
    near: i64,
    /// Whether a pixel may lie across both sides, and across both ends.
    thin: (bool, bool),
    clip: Clip,
    /// Out of 256.
    opacity: u16,
    pattern: [u16; 24],
}

/// Blends a bar into the frame. `clip` is visible. Steep ones take what lies between their ends from tables, if there are
/// any and they have so many rows.
pub(super) fn paint(frame: &mut Frame, clip: Clip, bar: &Bar, color: Color, strips: Option<&mut Strips>, least: f64) {
    let (dx, dy) = bar.dir;
    let x_major = dx.abs() > dy.abs();
    let long = if x_major { dx.abs() } else { dy.abs() };
    let (ux, uy) = (dx / long, dy / long);
    let lean = if x_major { uy.abs() } else { ux.abs() };
    let slope = lean.max(LEAST_SLOPE);
    // along the axis a distance is longer by so much
    let square = 1.0 + slope * slope;
    let stretch = square.sqrt();
    let reach = (1.0 + slope) / 2.0;
    let (ex, ey) = (bar.to.0 - bar.from.0, bar.to.1 - bar.from.1);
    let extent = if x_major { ex.abs() } else { ey.abs() };
    let (cx, cy) = ((bar.from.0 + bar.to.0) / 2.0, (bar.from.1 + bar.to.1) / 2.0);
    let half = bar.width / 2.0 * stretch;
    let half_length = extent / 2.0 * (1.0 + lean * lean) + bar.beyond * stretch;
    let height = ((half + reach) * ux.abs() + (half_length + reach) * uy.abs()) / square;
    let rows = ((round(cy - height) as i32).max(clip.y0), (round(cy + height) as i32).min(clip.y1));
    if rows.0 >= rows.1 {
        return;
    }
    // one of the two numbers is one
    let minor = if x_major { -uy } else { ux };
    let inverse = if minor.abs() < 4e-6 { 250_000.0 } else { 1.0 / minor };
    let below = f64::from(rows.0) + 0.5 - cy;
    let grow = |column: f64, row: f64, inverse: f64, reach: f64| {
        let one = round(column * 16_384.0) as i16;
        Slope {
            at: far(below * row + (0.5 - cx) * column),
            per_column: far(column),
            per_row: far(row),
            steps: lanes(|k| high(one, (k as i16) << 12)),
            zero: place(cx - below * row * inverse + 0.5),
            zero_per_row: place(-row * inverse),
            reach: place((reach * inverse).abs()),
        }
    };
    let (across, forth) = if x_major { (inverse, ux) } else { (-uy, inverse) };
    let walk = Walk {
        rows,
        border: Border::new(slope),
        beside: grow(-uy, ux, across, half + reach),
        half: short(half),
        along: grow(ux, uy, forth, half_length + reach),
        half_length: far(half_length),
        near: far(reach),
        thin: (half < reach, half_length < reach),
        clip,
        opacity: u16::from(color.a) + u16::from(color.a >> 7),
        pattern: pattern(color),
    };
    // as many pixels as a row has at most: five are sixteen bytes
    let narrow = (walk.beside.reach.min(walk.along.reach) as f64) < 2.49 * 65_536.0;
    let paint = match (half_length < SHORT, narrow) {
        (true, true) => Walk::paint::<true, 16>,
        (true, false) => Walk::paint::<true, 24>,
        (false, true) => Walk::paint::<false, 16>,
        (false, false) => Walk::paint::<false, 24>,
    };
    // the rows that no end touches
    let inner = (half_length - reach - slope * (half + reach + 1.0)) / square;
    if let Some(strips) = strips
        && !x_major
        && narrow
        && inner > least
    {
        let (reach, table) = strips.table(lean);
        let from = (round(cy - inner) as i32 + 1).clamp(rows.0, rows.1);
        let to = (round(cy + inner) as i32 - 1).clamp(from, rows.1);
        paint(&walk, frame, (rows.0, from));
        walk.look_up(frame, table, place(reach), (from, to));
        paint(&walk, frame, (to, rows.1));
    } else {
        paint(&walk, frame, rows);
    }
}

impl Walk {
    /// `NEAR`: no pixel is far from an end. `BYTES`: of how many pixels at most are blended at once, in bytes.
    #[inline(never)]
    fn paint<const NEAR: bool, const BYTES: usize>(&self, frame: &mut Frame, rows: (i32, i32)) {
        let Self { mut beside, mut along, clip, half, half_length, near, .. } = *self;
        let (v_steps, w_steps, border) = (&self.beside.steps, &self.along.steps, &self.border);
        for slope in [&mut beside, &mut along] {
            slope.skip(i64::from(rows.0 - self.rows.0));
        }
        let stride = frame.size().width as usize * 3;
        let rgb = frame.as_rgb_mut();
        let (left, right) = (i64::from(clip.x0), i64::from(clip.x1));
        // from here on eight pixels are too many
        let last = if self.thin == (false, false) { right - LANES as i64 } else { i64::MIN };
        let mut row = rows.0 as usize * stride;
        for _ in rows.0..rows.1 {
            let mut x = ((beside.zero - beside.reach).max(along.zero - along.reach) >> 16).max(left);
            let to = ((beside.zero + beside.reach).min(along.zero + along.reach) >> 16).min(right);
            let mut v = beside.at.wrapping_add(x.wrapping_mul(beside.per_column));
            let mut w = along.at.wrapping_add(x.wrapping_mul(along.per_column));
            while x < to {
                let pixels = &mut rgb[row + x as usize * 3..];
                if x > last {
                    self.blend_some(pixels, v, w, right - x);
                } else {
                    let v0 = (v >> 22) as i16;
                    let sides = border.share(lanes(|k| half.wrapping_sub(abs(v0.wrapping_add(v_steps[k])))));
                    let mask = if NEAR {
                        let (w0, half_length) = ((w >> 22) as i16, (half_length >> 22) as i16);
                        let ends = border.share(lanes(|k| half_length.wrapping_sub(abs(w0.wrapping_add(w_steps[k])))));
                        lanes(|k| both_of(ends[k], sides[k]))
                    } else {
                        let w7 = w + 7 * along.per_column;
                        if half_length - w.abs().max(w7.abs()) < near {
                            let start = ((half_length + w) >> 22).clamp(-8704, 8704) as i16;
                            let end = ((half_length - w) >> 22).clamp(-8704, 8704) as i16;
                            let ends = border
                                .share(lanes(|k| start.wrapping_add(w_steps[k]).min(end.wrapping_sub(w_steps[k]))));
                            lanes(|k| both_of(ends[k], sides[k]))
                        } else {
                            lanes(|k| sides[k].wrapping_add(2) >> 2)
                        }
                    };
                    self.blend::<BYTES>(pixels, unsigned(mask));
                }
                if BYTES < 24 {
                    break;
                }
                x += LANES as i64;
                v = v.wrapping_add(beside.per_column << 3);
                w = w.wrapping_add(along.per_column << 3);
            }
            row += stride;
            beside.next_row();
            along.next_row();
        }
    }

    /// Blends the first of eight pixels, whatever the bar is like.
    #[inline(never)]
    fn blend_some(&self, pixels: &mut [u8], v: i64, w: i64, count: i64) {
        let Self { border, half_length, .. } = self;
        let within = |v: i64| (v >> 22).clamp(-8704, 8704) as i16;
        let steps = &self.along.steps;
        let (start, end) = (within(half_length + w), within(half_length - w));
        let start = border.share(lanes(|k| start.wrapping_add(steps[k])));
        let end = border.share(lanes(|k| end.wrapping_sub(steps[k])));
        let v0 = (v >> 22) as i16;
        let steps = &self.beside.steps;
        let middle = lanes(|k| abs(v0.wrapping_add(steps[k])));
        let side = border.share(lanes(|k| self.half.wrapping_sub(middle[k])));
        let other = border.share(lanes(|k| self.half.saturating_add(middle[k])));
        let both = |a: i16, b: i16| a.wrapping_add(b).wrapping_sub(WHOLE).max(0);
        let mask = lanes(|k| {
            let share = both_of(both(start[k], end[k]), both(side[k], other[k]));
            if (k as i64) < count { share } else { 0 }
        });
        self.blend::<24>(pixels, unsigned(mask));
    }

    /// Rows that no end touches, from a table.
    fn look_up(&self, frame: &mut Frame, table: &Table, reach: i64, rows: (i32, i32)) {
        let mut beside = self.beside;
        beside.skip(i64::from(rows.0 - self.rows.0));
        let stride = frame.size().width as usize * 3;
        let seen = i64::from(self.clip.x0)..i64::from(self.clip.x1) - 5;
        for y in rows.0..rows.1 {
            let begin = beside.zero - reach;
            let x = begin >> 16;
            if seen.contains(&x) {
                let shares = table[(begin >> 9) as usize % PHASES];
                self.blend::<16>(&mut frame.as_rgb_mut()[y as usize * stride + x as usize * 3..], shares);
            } else {
                self.paint::<false, 24>(frame, (y, y + 1));
            }
            beside.zero += beside.zero_per_row;
        }
    }

    /// Blends as many pixels as there are in so many bytes, each covered to a share out of 256.
    #[inline(always)]
    fn blend<const BYTES: usize>(&self, pixels: &mut [u8], mut shares: [u16; 8]) {
        if self.opacity < 256 {
            for share in &mut shares {
                *share = share.wrapping_mul(self.opacity).wrapping_add(128) >> 8;
            }
        }
        blend_pattern::<BYTES>(pixels, &shares, &self.pattern);
    }
}

impl Slope {
    fn skip(&mut self, rows: i64) {
        self.at = self.at.wrapping_add(self.per_row.wrapping_mul(rows));
        self.zero = self.zero.wrapping_add(self.zero_per_row.wrapping_mul(rows));
    }

    #[inline(always)]
    fn next_row(&mut self) {
        self.at = self.at.wrapping_add(self.per_row);
        self.zero = self.zero.wrapping_add(self.zero_per_row);
    }
}
