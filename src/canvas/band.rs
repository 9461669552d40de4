//! A path becomes a stroke: what a disc covers that is moved along it, slice by slice, in whole numbers.
//!
//! Of the path in each slice the least and the greatest are known. A disc whose middle is so many slices away reaches so far
//! into this one: of all that are near, the farthest counts. Places are parts of a pixel, in 16 bits, of which processors compare eight at once;
//! so a tall window is drawn in bands. They are rounded to a 128th of a pixel, and in a window of more than 480 pixels to a 64th.

use crate::canvas::course::Reach;
use crate::canvas::rounding::{max, min};

/// Slices that are handled at once.
pub(super) const LANES: usize = 32;
/// The tallest band.
const TALLEST: usize = 960;
/// Added to a number, its last bits are the nearest whole number.
const ONES: f32 = 12_582_912.0;

/// A part of the window, across the course.
#[derive(Clone, Copy, Debug)]
pub(super) struct Band {
    pub(super) top: usize,
    pub(super) height: usize,
    /// Of the parts of a pixel.
    bits: u32,
    /// So many pixels beyond it a path is kept apart.
    margin: f32,
}

/// The bands of a window, for discs of this radius.
pub(super) fn bands(across: usize, radius: f64) -> impl Iterator<Item = Band> {
    let margin = radius as usize as f32 + 2.0;
    (0..across).step_by(TALLEST).map(move |top| {
        let height = TALLEST.min(across - top);
        let bits = if height <= TALLEST / 2 { 7 } else { 6 };
        Band { top, height, bits, margin }
    })
}

impl Band {
    /// What a whole pixel counts.
    #[inline(always)]
    pub(super) const fn unit(&self) -> i16 {
        1 << self.bits
    }

    /// A place, in pixels from the top of the band. What is farther than the margin away is brought there.
    #[inline(always)]
    pub(super) fn fixed(&self, v: f32) -> i16 {
        let v = min(max(v, -self.margin), self.height as f32 + self.margin);
        let unit = f32::from(self.unit());
        ((v + self.margin) * unit + (ONES - 32_768.0)).to_bits() as i16
    }

    /// The pixel of a distance from the top, and the part of one beyond it.
    #[inline(always)]
    pub(super) const fn split(&self, from_top: i32) -> (usize, i16) {
        ((from_top >> self.bits) as usize, from_top as i16 & (self.unit() - 1))
    }

    /// The pixels that some intervals touch: from the first to one past the last.
    pub(super) fn touched(&self, lo: &[i16], hi: &[i16]) -> (usize, usize) {
        let (top, bottom) = (self.fixed(0.0), self.fixed(self.height as f32));
        let (mut least, mut most) = (bottom, top);
        for (lo, hi) in lo.iter().zip(hi) {
            let seen = lo.max(&top) < hi.min(&bottom);
            least = if seen { least.min(*lo) } else { least };
            most = if seen { most.max(*hi) } else { most };
        }
        let (least, most) = (least.max(top), most.min(bottom));
        let row = |edge: i16| self.split(i32::from(edge) - i32::from(top)).0;
        if least < most { (row(least), (row(most) + 1).min(self.height)) } else { (0, 0) }
    }
}

/// The ends of what is covered of each slice. Where nothing is, the first lies beyond the second.
#[derive(Debug, Default)]
pub(super) struct Edges {
    pub(super) lo: Vec<i16>,
    pub(super) hi: Vec<i16>,
    /// The path itself.
    path: (Vec<i16>, Vec<i16>),
    /// How far a disc reaches across, by slices from its middle.
    taps: Vec<i16>,
}

impl Edges {
    /// What a disc covers that is moved along the path, in some slices of a band: of so many for each pixel, of which it reaches over so many
    /// to either side.
    pub(super) fn dilate(
        &mut self,
        path: &Reach,
        band: &Band,
        (from, to): (usize, usize),
        (radius, slices, reach): (f64, usize, usize),
    ) {
        self.taps.clear();
        for d in 0..=reach {
            // a slice that the path leaves across is left at its far end
            let d = (d as f64 + 0.5) / slices as f64;
            let tap = (radius * radius - d * d).max(0.0).sqrt();
            self.taps.push((tap * f64::from(band.unit()) + 0.5) as i16);
        }
        let all = path.lo.len();
        for to in [&mut self.lo, &mut self.hi, &mut self.path.0, &mut self.path.1] {
            to.resize(all, 0);
        }
        let near = from - reach..(to + LANES + reach).min(all);
        for (to, of) in [(&mut self.path.0, &path.lo), (&mut self.path.1, &path.hi)] {
            for (to, v) in to[near.clone()].iter_mut().zip(&of[near.clone()]) {
                *to = band.fixed(*v - band.top as f32);
            }
        }
        for at in (from..to).step_by(LANES) {
            let (mut lo, mut hi) = ([i16::MAX; LANES], [i16::MIN; LANES]);
            for (d, &tap) in self.taps.iter().enumerate() {
                let part = |of: &'_ [i16], at: usize| of[at..].first_chunk::<LANES>().copied();
                let low = part(&self.path.0, at - d).zip(part(&self.path.0, at + d));
                let high = part(&self.path.1, at - d).zip(part(&self.path.1, at + d));
                let (Some(low), Some(high)) = (low, high) else { continue };
                for (k, lo) in lo.iter_mut().enumerate() {
                    *lo = (*lo).min(low.0[k].min(low.1[k]).saturating_sub(tap));
                }
                for (k, hi) in hi.iter_mut().enumerate() {
                    *hi = (*hi).max(high.0[k].max(high.1[k]).saturating_add(tap));
                }
            }
            self.lo[at..at + LANES].copy_from_slice(&lo);
            self.hi[at..at + LANES].copy_from_slice(&hi);
        }
    }
}
