//! A straight line by itself, with straight ends: a bar. It is covered and blended in one go, row by row, without a plane
//! of coverage in between: nothing else is united with it.
//!
//! A bar is what lies between two borders along it and two across. How much of a pixel lies on one side of a border
//! depends on how far from it the pixel's centre is, and on the slope, which for all four is the same. The share between
//! the borders along times the share between those across is what the bar covers; only at its corners is that not exact.
//!
//! Eight pixels of a row are computed at once, in numbers of 16 bits: distances in 1024ths of a pixel.

use crate::canvas::blend::blend_pixels;
use crate::canvas::frame::Frame;
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
const WHOLE: i16 = 1 << 14;
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

/// The upper half of a product.
#[inline(always)]
fn high(a: i16, b: i16) -> i16 {
    ((i32::from(a) * i32::from(b)) >> 16) as i16
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
    /// The root of what the square of a distance is multiplied by, in 4096ths.
    root: Lanes,
}

impl Border {
    fn new(slope: f64) -> Self {
        let all = |v: f64| [short(v); LANES];
        let root = [round((0.5 / slope).sqrt() * 4096.0) as i16; LANES];
        Self { half: all((1.0 + slope) / 2.0), even: all((1.0 - slope) / 2.0), slope: all(slope), root }
    }

    /// The share of pixels so far within.
    #[inline(always)]
    fn share(&self, within: Lanes) -> Lanes {
        // what the compiler knows to stay the same it would widen beforehand, and then multiply 32 bits for 16
        let root = std::hint::black_box(self.root);
        lanes(|k| {
            let u = abs(within[k]);
            let corner = self.half[k].wrapping_sub(u).max(0).min(self.slope[k]);
            let scaled = high(corner << 4, root[k]) << 5;
            let edge = self.even[k].wrapping_sub(u).max(0) << 4;
            let from_middle = (WHOLE / 2).wrapping_sub(high(scaled, scaled)).wrapping_sub(edge);
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
    color: Color,
    pattern: [u8; 24],
}

/// Blends a bar into the frame. `clip` is visible.
pub(super) fn paint(frame: &mut Frame, clip: Clip, bar: &Bar, color: Color) {
    let (dx, dy) = bar.dir;
    let x_major = dx.abs() > dy.abs();
    let long = if x_major { dx.abs() } else { dy.abs() };
    let (ux, uy) = (dx / long, dy / long);
    let slope = if x_major { uy.abs() } else { ux.abs() }.max(LEAST_SLOPE);
    // along the axis a distance is longer by so much
    let stretch = (1.0 + slope * slope).sqrt();
    let reach = (1.0 + slope) / 2.0;
    let (ex, ey) = (bar.to.0 - bar.from.0, bar.to.1 - bar.from.1);
    let length = (ex * ex + ey * ey).sqrt();
    let (cx, cy) = ((bar.from.0 + bar.to.0) / 2.0, (bar.from.1 + bar.to.1) / 2.0);
    let half = bar.width / 2.0 * stretch;
    let half_length = (length / 2.0 + bar.beyond) * stretch;
    let height = ((half + reach) * ux.abs() + (half_length + reach) * uy.abs()) / (stretch * stretch);
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
        color,
        pattern: pattern(color),
    };
    // as many pixels as a row has at most: five are sixteen bytes
    let narrow = (walk.beside.reach.min(walk.along.reach) as f64) < 2.49 * 65_536.0;
    match (half_length < SHORT, narrow) {
        (true, true) => walk.paint::<true, 16>(frame),
        (true, false) => walk.paint::<true, 24>(frame),
        (false, true) => walk.paint::<false, 16>(frame),
        (false, false) => walk.paint::<false, 24>(frame),
    }
}

/// The channels over and over.
fn pattern(color: Color) -> [u8; 24] {
    let mut out = [0; 24];
    out.as_chunks_mut::<3>().0.fill(color.channels());
    out
}

impl Walk {
    /// `NEAR`: no pixel is far from an end. `BYTES`: of how many pixels at most are blended at once, in bytes.
    #[inline(never)]
    fn paint<const NEAR: bool, const BYTES: usize>(&self, frame: &mut Frame) {
        let Self { mut beside, mut along, clip, half, half_length, near, .. } = *self;
        let (v_steps, w_steps, border, pattern) = (&self.beside.steps, &self.along.steps, &self.border, &self.pattern);
        let all_plain = self.color.a == 255 && self.thin == (false, false);
        let stride = frame.size().width as usize * 3;
        let rgb = frame.as_rgb_mut();
        let (left, right) = (i64::from(clip.x0), i64::from(clip.x1));
        // from here on eight pixels are too many
        let last = if all_plain { right - LANES as i64 } else { i64::MIN };
        let mut row = self.rows.0 as usize * stride;
        for _ in self.rows.0..self.rows.1 {
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
                        lanes(|k| high(high(ends[k], sides[k]).wrapping_add(8), 4080))
                    } else {
                        let w7 = w + 7 * along.per_column;
                        if half_length - w.abs().max(w7.abs()) < near {
                            let start = ((half_length + w) >> 22).clamp(-8704, 8704) as i16;
                            let end = ((half_length - w) >> 22).clamp(-8704, 8704) as i16;
                            let ends = border
                                .share(lanes(|k| start.wrapping_add(w_steps[k]).min(end.wrapping_sub(w_steps[k]))));
                            lanes(|k| high(high(ends[k], sides[k]).wrapping_add(8), 4080))
                        } else {
                            lanes(|k| high(sides[k].wrapping_add(32), 1020))
                        }
                    };
                    blend::<BYTES>(pixels, &mask, pattern);
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
        let opacity = u16::from(self.color.a);
        let both = |a: i16, b: i16| a.wrapping_add(b).wrapping_sub(WHOLE).max(0);
        let mask = lanes(|k| {
            let share = high(both(start[k], end[k]), both(side[k], other[k]));
            let v = (high(share.wrapping_add(8), 4080) as u16).wrapping_mul(opacity).wrapping_add(128);
            if (k as i64) < count { (v.wrapping_add(v >> 8) >> 8) as i16 } else { 0 }
        });
        blend::<24>(pixels, &mask, &self.pattern);
    }
}

impl Slope {
    #[inline(always)]
    fn next_row(&mut self) {
        self.at = self.at.wrapping_add(self.per_row);
        self.zero = self.zero.wrapping_add(self.zero_per_row);
    }
}

/// Blends as many pixels as there are in so many bytes, or to the end of the picture.
#[inline(always)]
#[allow(clippy::needless_range_loop, reason = "several arrays go along")]
pub(super) fn blend<const BYTES: usize>(pixels: &mut [u8], mask: &Lanes, pattern: &[u8; 24]) {
    let Some(pixels) = pixels.first_chunk_mut::<BYTES>() else { return blend_rest(pixels, mask, pattern) };
    let mut out = *pixels;
    for i in 0..BYTES {
        let a = mask[i / 3] as u16;
        let v = u16::from(pixels[i])
            .wrapping_mul(255 - a)
            .wrapping_add(u16::from(pattern[i]).wrapping_mul(a))
            .wrapping_add(128);
        out[i] = (v.wrapping_add(v >> 8) >> 8) as u8;
    }
    *pixels = out;
}

#[cold]
fn blend_rest(pixels: &mut [u8], mask: &Lanes, &[r, g, b, ..]: &[u8; 24]) {
    blend_pixels(pixels, &mask.map(|m| m as u8), Color::rgb(r, g, b));
}
