//! Many small markers of one shape, from the topmost down: one that lies below others is passed over before its mask, or its colour, is
//! looked up.
//!
//! Of each pixel it is known how much of it is still free, out of 255, and the sum of the colours so far, each times its share. The
//! shares of a pixel add up to 255, so that sums fit into 16 bits; what was in the frame comes last, with the only rounding
//! of a colour. A marker's share of a pixel is rounded to a 255th: the picture is within three levels of the one that is
//! blended marker by marker. Shares of faint markers are rounded at another place from marker to marker: else all below some of
//! them would get nothing, and the frame would shine through however many there are. So what is rounded is no bias; it is
//! some levels at most where hundreds of the faintest, in any colours, lie over each other.
//!
//! It is chosen by what there is to draw alone: where markers would cover the window once, taken together ([`worth`]), as
//! clearing what is known of each pixel is dearer than a few markers.

use crate::canvas::blend::{blend_row, over_255};
use crate::canvas::frame::Frame;
use crate::canvas::masks::Tight;
use crate::canvas::rounding::down;
use crate::canvas::stamp::{Makers, Stamp};
use crate::canvas::window::P;
use crate::geom::Clip;
use crate::style::Color;

/// So many pixels at once.
const LANES: usize = 8;
/// Fewer markers are drawn one by one.
pub(super) const FEWEST: usize = 2000;
/// Added to what is divided by 255, it rounds to the nearest.
const HALF: u16 = 128;
/// From this opacity on, no more than one of 255 stays free where all shares are rounded to the nearest.
const FAINT: u16 = 64;

/// What is known of the pixels of a window, with a margin all around in which nothing is free.
#[derive(Debug, Default)]
pub(super) struct Dots {
    free: Vec<u8>,
    /// Of each row the sums of red, of green and of blue.
    sums: Vec<u16>,
    stride: usize,
    margin: usize,
}

/// Whether so many markers, each so many pixels wide and high, are drawn sooner from the top down.
pub(super) fn worth(count: usize, side: usize, clip: Clip) -> bool {
    let window = (clip.x1 - clip.x0) as usize * (clip.y1 - clip.y0) as usize;
    count.saturating_mul(side * side) >= window
}

/// What the shares of marker `i` are rounded with if it is faint: of 255, at least one, so that a share of all takes all that is free. By the golden
/// ratio, with which any markers that are evenly apart have each part of the range as often.
#[inline(always)]
fn rounding(i: usize) -> u16 {
    ((i as u32).wrapping_mul(0x9E37_79B9) >> 24) as u16 | 1
}

/// Bytes of a row of a mask of this width: whole lanes.
pub(super) fn padded(side: usize) -> usize {
    side.next_multiple_of(LANES)
}

impl Dots {
    /// Draws a marker at every place, the last one on top; one whose colours are transparent is left out. `COLORED`: colours differ
    /// from marker to marker, or from layer to layer.
    pub(super) fn paint<const COLORED: bool>(
        &mut self,
        frame: &mut Frame,
        clip: Clip,
        (stamp, makers): (&mut Stamp, &mut Makers),
        at: &[P],
        colors: &dyn Fn(usize) -> [Color; 2],
    ) {
        let tight = stamp.tight();
        let Tight { bits, reach, side } = tight;
        let (row, layers) = (padded(side), stamp.layers());
        self.begin::<COLORED>(clip, side, row);
        let phases = 1_i32 << bits;
        let far = f64::from(reach) / f64::from(phases);
        let (x0, x1) = (f64::from(clip.x0) - far, f64::from(clip.x1) + far);
        let (y0, y1) = (f64::from(clip.y0) - far, f64::from(clip.y1) + far);
        // where it begins
        let quantum = |v: f64| down(v as f32 * phases as f32 + 0.5) - reach;
        let margin = self.margin as i32;
        for (i, p) in at.iter().enumerate().rev() {
            // not true of NaN either
            if !(p.0 > x0 && p.0 < x1 && p.1 > y0 && p.1 < y1) {
                continue;
            }
            let (qx, qy) = (quantum(p.0), quantum(p.1));
            let left = ((qx >> bits) - clip.x0 + margin) as usize;
            let top = ((qy >> bits) - clip.y0 + margin) as usize;
            if !self.any_free(left, top, side, row) {
                continue;
            }
            let colors = colors(i);
            if colors[0].a == 0 && colors[1].a == 0 {
                continue;
            }
            let round = rounding(i);
            let masks = stamp.rows(makers, &tight, (qx & (phases - 1), qy & (phases - 1)));
            for layer in (0..layers).rev() {
                let mask = masks[layer * side * row..][..side * row].as_chunks::<LANES>().0;
                self.cover::<COLORED>(left, top, (mask, row / LANES), colors[layer], round);
            }
        }
        self.finish::<COLORED>(frame, clip, colors(0)[0]);
    }

    fn begin<const COLORED: bool>(&mut self, clip: Clip, side: usize, row: usize) {
        let (width, height) = ((clip.x1 - clip.x0) as usize, (clip.y1 - clip.y0) as usize);
        self.margin = side + 1;
        self.stride = self.margin + width + self.margin + row;
        let rows = height + 2 * self.margin;
        self.free.clear();
        self.free.resize(self.stride * rows, 0);
        for y in 0..height {
            self.free[(y + self.margin) * self.stride + self.margin..][..width].fill(255);
        }
        if COLORED {
            self.sums.clear();
            self.sums.resize(self.stride * rows * 3, 0);
        }
    }

    /// Whether anything is free where a marker is.
    #[inline(always)]
    fn any_free(&self, left: usize, top: usize, side: usize, row: usize) -> bool {
        let mut any = 0;
        let mut at = top * self.stride + left;
        for _ in 0..side {
            for block in self.free[at..at + row].as_chunks::<LANES>().0 {
                any |= u64::from_ne_bytes(*block);
            }
            at += self.stride;
        }
        any != 0
    }

    /// Gives a layer its shares.
    #[inline(always)]
    fn cover<const COLORED: bool>(
        &mut self,
        left: usize,
        top: usize,
        (mask, blocks): (&[[u8; LANES]], usize),
        color: Color,
        round: u16,
    ) {
        let opacity = u16::from(color.a);
        let round = if opacity < FAINT { round } else { HALF };
        let channels = color.channels().map(u16::from);
        for (r, mask) in mask.chunks_exact(blocks).enumerate() {
            for (b, mask) in mask.iter().enumerate() {
                let (y, x) = (top + r, left + b * LANES);
                let Some(free) = self.free[y * self.stride + x..].first_chunk_mut::<LANES>() else { continue };
                // one thing after the other, so that the compiler does several pixels at once
                let mut shares = [0_u16; LANES];
                for k in 0..LANES {
                    shares[k] = u16::from(mask[k]);
                }
                if opacity != 255 {
                    for share in &mut shares {
                        *share = over_255(*share * opacity + HALF);
                    }
                }
                for k in 0..LANES {
                    shares[k] = over_255(u16::from(free[k]) * shares[k] + round);
                }
                for k in 0..LANES {
                    free[k] -= shares[k] as u8;
                }
                if !COLORED {
                    continue;
                }
                for (c, level) in channels.iter().enumerate() {
                    let at = (y * 3 + c) * self.stride + x;
                    if let Some(sums) = self.sums[at..].first_chunk_mut::<LANES>() {
                        for k in 0..LANES {
                            sums[k] += shares[k] * level;
                        }
                    }
                }
            }
        }
    }

    /// Lets the frame have what is left.
    fn finish<const COLORED: bool>(&mut self, frame: &mut Frame, clip: Clip, one: Color) {
        let width = (clip.x1 - clip.x0) as usize;
        for y in clip.y0..clip.y1 {
            let row = (y - clip.y0) as usize + self.margin;
            let free = &mut self.free[row * self.stride + self.margin..][..width];
            let pixels = &mut frame.row_mut(y as usize)[clip.x0 as usize * 3..clip.x1 as usize * 3];
            if !COLORED {
                free.iter_mut().for_each(|free| *free = 255 - *free);
                blend_row(pixels, free, Color { a: 255, ..one });
                continue;
            }
            let sums = |c: usize| &self.sums[(row * 3 + c) * self.stride + self.margin..][..width];
            let (red, green, blue) = (sums(0), sums(1), sums(2));
            let level = |sum: u16, base: u8, free: u8| over_255(sum + u16::from(base) * u16::from(free) + HALF) as u8;
            for (block, (pixels, free)) in pixels.chunks_mut(LANES * 3).zip(free.chunks(LANES)).enumerate() {
                if free.iter().fold(255, |all, free| all & free) == 255 {
                    continue;
                }
                for (k, (pixel, &free)) in pixels.as_chunks_mut::<3>().0.iter_mut().zip(free).enumerate() {
                    let at = block * LANES + k;
                    let [r, g, b] = *pixel;
                    *pixel = [level(red[at], r, free), level(green[at], g, free), level(blue[at], b, free)];
                }
            }
        }
    }
}
