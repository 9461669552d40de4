//! Rows of coverage, blended into a frame.

use crate::canvas::frame::{Frame, blend, mix};
use crate::geom::Clip;
use crate::style::Color;

/// `coverage * opacity`, both out of 255, rounded to the nearest level.
#[inline(always)]
pub(super) fn times(coverage: u8, opacity: u8) -> u8 {
    let v = u32::from(coverage) * u32::from(opacity) + 128;
    ((v + (v >> 8)) >> 8) as u8
}

/// Blends `color` into a row of pixels, each covered to the share that `mask` says.
pub(super) fn blend_row(pixels: &mut [u8], mask: &[u8], color: Color) {
    let sixteen = Sixteen::new(color);
    let (blocks, rest) = pixels.as_chunks_mut::<48>();
    let (masks, mask_rest) = mask.as_chunks::<16>();
    for (pixels, mask) in blocks.iter_mut().zip(masks) {
        sixteen.blend(pixels, mask);
    }
    blend_pixels(rest, mask_rest, color);
}

/// One colour, ready to be blended into sixteen pixels at a time: with what [`blend_pixels`] makes of each, in 16 bits.
pub(super) struct Sixteen {
    bytes: [u8; 48],
    channels: [u16; 24],
    opacity: u8,
}

impl Sixteen {
    // apart, since what a compiler knows of the bytes makes it write them one by one
    #[inline(never)]
    pub(super) fn new(color: Color) -> Self {
        let mut bytes = [0; 48];
        bytes.as_chunks_mut::<3>().0.fill(color.channels());
        Self { bytes, channels: pattern(color), opacity: color.a }
    }

    #[inline]
    pub(super) fn blend(&self, pixels: &mut [u8; 48], mask: &[u8; 16]) {
        // Most rows are empty or full for most of their length.
        if *mask == [0; 16] {
            return;
        }
        if *mask == [255; 16] && self.opacity == 255 {
            *pixels = self.bytes;
            return;
        }
        self.mix(pixels, mask);
    }

    #[inline(never)]
    fn mix(&self, pixels: &mut [u8; 48], mask: &[u8; 16]) {
        let opacity = u16::from(self.opacity);
        for (half, pixels) in pixels.as_chunks_mut::<24>().0.iter_mut().enumerate() {
            let mut shares = [0; 8];
            for k in 0..8 {
                shares[k] = u16::from(mask[half * 8 + k]);
            }
            if opacity != 255 {
                for share in &mut shares {
                    *share = over_255(*share * opacity + 128);
                }
            }
            self.mix_eight(pixels, &std::hint::black_box(shares));
        }
    }

    // apart, and with shares of which nothing is known: else compilers take the eight numbers asunder
    #[inline(never)]
    fn mix_eight(&self, pixels: &mut [u8; 24], shares: &[u16; 8]) {
        for j in 0..3 {
            let share = by_channel(shares, j);
            let mut out = [0; 8];
            out.copy_from_slice(&pixels[j * 8..j * 8 + 8]);
            for k in 0..8 {
                let color = self.channels[j * 8 + k];
                out[k] = over_255(u16::from(out[k]) * (255 - share[k]) + color * share[k] + 128) as u8;
            }
            pixels[j * 8..j * 8 + 8].copy_from_slice(&out);
        }
    }
}

/// The shares of eight pixels for the channels of a third of them, written so that compilers make eight numbers one.
#[inline(always)]
fn by_channel(s: &[u16; 8], third: usize) -> [u16; 8] {
    match third {
        0 => [s[0], s[0], s[0], s[1], s[1], s[1], s[2], s[2]],
        1 => [s[2], s[3], s[3], s[3], s[4], s[4], s[4], s[5]],
        _ => [s[5], s[5], s[6], s[6], s[6], s[7], s[7], s[7]],
    }
}

/// The same for a few pixels.
#[inline]
pub(super) fn blend_pixels(pixels: &mut [u8], mask: &[u8], color: Color) {
    let rgb = color.channels();
    for (pixel, &m) in pixels.as_chunks_mut::<3>().0.iter_mut().zip(mask) {
        let alpha = times(m, color.a);
        // A share of 0 or 255 leaves or replaces the pixel exactly, without a branch.
        let [r, g, b] = *pixel;
        *pixel = [mix(r, rgb[0], alpha), mix(g, rgb[1], alpha), mix(b, rgb[2], alpha)];
    }
}

#[inline(always)]
pub(super) fn blend_one(pixel: &mut [u8], rgb: [u8; 3], alpha: u8) {
    match alpha {
        0 => {}
        255 => pixel.copy_from_slice(&rgb),
        _ => blend(pixel, rgb, alpha),
    }
}

/// Covers a run of pixels, all to the same share.
pub(super) fn blend_run(pixels: &mut [u8], rgb: [u8; 3], alpha: u8) {
    match alpha {
        0 => {}
        255 if rgb == [rgb[0]; 3] => pixels.fill(rgb[0]),
        255 => pixels.as_chunks_mut::<3>().0.fill(rgb),
        _ => {
            let rest = u16::from(255 - alpha);
            let color = |k: usize| u16::from(rgb[k]) * u16::from(alpha) + 128;
            let color = [color(0), color(1), color(2)];
            let over = |v: u8, color: u16| over_255(u16::from(v) * rest + color) as u8;
            for pixel in pixels.as_chunks_mut::<3>().0 {
                let [r, g, b] = *pixel;
                *pixel = [over(r, color[0]), over(g, color[1]), over(b, color[2])];
            }
        }
    }
}

/// One colour, ready to be blended into pixels whose coverage is given for each channel.
pub(super) struct Pattern {
    /// The channels, over and over.
    channels: [u8; Self::PIXELS * 3],
    opacity: u8,
}

impl Pattern {
    /// The most pixels blended at once.
    pub(super) const PIXELS: usize = 64;

    pub(super) fn new(color: Color) -> Self {
        let mut channels = [0; Self::PIXELS * 3];
        for pixel in channels.chunks_exact_mut(3) {
            pixel.copy_from_slice(&color.channels());
        }
        Self { channels, opacity: color.a }
    }

    /// Blends at most [`Pattern::PIXELS`] pixels; `mask` is as long as `pixels`.
    pub(super) fn blend(&self, pixels: &mut [u8], mask: &[u8]) {
        if self.opacity == 255 {
            blend_channels(pixels, mask, &self.channels, |m| m);
        } else {
            let opacity = u16::from(self.opacity);
            blend_channels(pixels, mask, &self.channels, |m| over_255(m * opacity + 128));
        }
    }
}

/// `v / 255`, rounded, of what has 128 added already.
#[inline(always)]
pub(super) fn over_255(v: u16) -> u16 {
    (v + (v >> 8)) >> 8
}

/// In 16 bits, which is enough, and so that the compiler does many channels at a time.
#[inline(always)]
fn blend_channels(pixels: &mut [u8], mask: &[u8], channels: &[u8], share: impl Fn(u16) -> u16) {
    for ((base, &m), &color) in pixels.iter_mut().zip(mask).zip(channels) {
        let m = share(u16::from(m));
        *base = over_255(u16::from(*base) * (255 - m) + u16::from(color) * m + 128) as u8;
    }
}

/// `base` covered by `color` to the share `share / 256`, rounded to the nearest level.
#[inline(always)]
pub(super) fn over(base: u8, color: u16, share: u16) -> u8 {
    let change = color.wrapping_sub(base.into()).wrapping_mul(share);
    ((u16::from(base) << 8 | 128).wrapping_add(change) >> 8) as u8
}

/// The channels of a colour over and over, as [`blend_pattern`] wants them.
#[inline(always)]
pub(super) fn pattern(color: Color) -> [u16; 24] {
    let [r, g, b] = color.channels().map(u16::from);
    [r, g, b, r, g, b, r, g, b, r, g, b, r, g, b, r, g, b, r, g, b, r, g, b]
}

/// Blends as many pixels as there are in so many bytes, 16 or 24, or to the end of the picture, each covered to a share out
/// of 256.
#[inline(always)]
pub(super) fn blend_pattern<const BYTES: usize>(pixels: &mut [u8], s: &[u16; 8], pattern: &[u16; 24]) {
    let Some(pixels) = pixels.first_chunk_mut::<BYTES>() else { return blend_last(pixels, s, pattern) };
    for j in 0..BYTES / 8 {
        let shares = by_channel(s, j);
        let mut out = [0; 8];
        out.copy_from_slice(&pixels[j * 8..j * 8 + 8]);
        for k in 0..8 {
            out[k] = over(out[k], pattern[j * 8 + k], shares[k]);
        }
        pixels[j * 8..j * 8 + 8].copy_from_slice(&out);
    }
}

#[cold]
fn blend_last(pixels: &mut [u8], shares: &[u16; 8], pattern: &[u16; 24]) {
    for (k, (channel, color)) in pixels.iter_mut().zip(pattern).enumerate() {
        *channel = over(*channel, *color, shares[k / 3]);
    }
}

/// The pixels of `clip` that exist in `frame`.
pub(super) fn visible(frame: &Frame, clip: Clip) -> Clip {
    clip.intersect(Clip::all(frame.size()))
}

/// How much of the pixel `i..i + 1` lies in `lo..hi`, 0 to 1.
#[inline]
pub(super) fn overlap(i: i32, lo: f32, hi: f32) -> f32 {
    (hi.min(i as f32 + 1.0) - lo.max(i as f32)).clamp(0.0, 1.0)
}

/// The whole pixels of `from..to` that `lo..hi` touches.
pub(super) fn touched(lo: f32, hi: f32, from: i32, to: i32) -> (i32, i32) {
    // A float beyond the range of an integer saturates in the cast, and NaN becomes 0.
    ((lo.floor() as i32).clamp(from, to), (hi.ceil() as i32).clamp(from, to))
}
