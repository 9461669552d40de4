//! Brushes: for one line width, how much of each pixel near a straight line it covers.
//!
//! A line is drawn along its major axis, one row (or column) of pixels at a time. What it covers of the few pixels
//! across depends only on its slope and on where within a pixel it passes, so it is looked up: the exact area of an
//! infinitely long strip, for some slopes and 128 positions. The steps are small enough that the error is a level or two.
//!
//! The two halves of the strip, on either side of its centre line, are kept apart. Overlapping strips are united by
//! the maximum of each half, and the halves are added at the end: two strips that cover opposite parts of a pixel add
//! up, and two that cover the same part do not count twice. Strips narrower than a pixel are added instead: both of their
//! sides may lie in one pixel, and many of them have to fill it.

use std::f64::consts::FRAC_1_SQRT_2;

/// The widest line that has a brush, in pixels. A union of shapes is exact at bends too, and from here on as fast.
pub(super) const MAX_WIDTH: f32 = 21.0;
/// Positions within a pixel.
pub(super) const PHASES: usize = 128;
/// Entries of the disc table per pixel of radius.
const DISC_STEPS: f64 = 64.0;

#[derive(Debug)]
pub(super) struct Brush {
    /// Width of the line in pixels.
    pub(super) width: f32,
    /// Pixels across that a table covers.
    pub(super) lanes: usize,
    /// Whether segments are added up rather than united by the maximum.
    pub(super) adds: bool,
    /// The cosine of the sharpest turn that needs no join.
    gentle: f64,
    /// Steps from slope 0 (along an axis) to 1 (diagonal).
    slopes: usize,
    /// Per slope, `[swap][phase][lane][half]`; empty until first used. With `swap`, the halves change places.
    tables: Vec<Vec<u8>>,
    /// Coverage of a disc of the line's width by the distance of the pixel's centre from its centre.
    disc: Vec<u8>,
}

/// The share of a pixel to the left of a line at distance `t` from its centre, measured along the pixel's rows; the line
/// leaves the pixel's columns by `slope` (0 to 1) per row.
#[inline]
pub(super) fn left_share(t: f64, slope: f64) -> f64 {
    let u = t.abs();
    let flat = (1.0 - slope) / 2.0;
    let half = (1.0 + slope) / 2.0;
    let share = if u <= flat {
        u
    } else if u < half {
        0.5 - (half - u) * (half - u) / (2.0 * slope)
    } else {
        0.5
    };
    if t < 0.0 { 0.5 - share } else { 0.5 + share }
}

impl Brush {
    pub(super) fn new(width: f32) -> Self {
        // At 45 degrees a line reaches 0.71 widths across, and a pixel one more.
        let lanes = match width {
            w if w <= 4.0 => 8,
            w if w <= 9.8 => 16,
            _ => 32,
        };
        // A mitre this long cannot be told from a disc.
        let half = f64::from(width) / 2.0;
        let cos = half / (half + 0.05);
        let gentle = (2.0 * cos * cos - 1.0).max(0.8);
        // Across a slope the line is wider than at a right angle: the steps keep that to a level or two.
        let slopes = ((width * 24.0) as usize).next_power_of_two().clamp(32, 512);
        let tables = vec![Vec::new(); slopes + 1];
        Self { width, lanes, adds: width < 1.0, gentle, slopes, tables, disc: disc(half) }
    }

    /// Whether a turn by an angle of this cosine needs no join.
    pub(super) fn gentle(&self, cos: f64) -> bool {
        cos > self.gentle
    }

    /// Half of the strip's width along the minor axis, plus what a pixel reaches.
    pub(super) fn reach(&self, slope: f64) -> f64 {
        f64::from(self.width) / 2.0 * (1.0 + slope * slope).sqrt() + (1.0 + slope) / 2.0
    }

    fn bucket(&self, slope: f64) -> usize {
        ((slope * self.slopes as f64 + 0.5) as usize).min(self.slopes)
    }

    /// Makes the table for this slope (0 to 1).
    pub(super) fn prepare(&mut self, slope: f64) {
        let bucket = self.bucket(slope);
        if self.tables[bucket].is_empty() {
            self.tables[bucket] = self.build(bucket as f64 / self.slopes as f64);
        }
    }

    /// The prepared table for this slope: `[phase][lane][half]`, the half on the side of lower coordinates first
    /// unless swapped.
    pub(super) fn table(&self, slope: f64, swap: bool) -> &[u8] {
        let table = &self.tables[self.bucket(slope)];
        let half = table.len() / 2;
        if swap { &table[half..] } else { &table[..half] }
    }

    fn build(&self, slope: f64) -> Vec<u8> {
        let half = f64::from(self.width) / 2.0 * (1.0 + slope * slope).sqrt();
        let mut plain = Vec::with_capacity(PHASES * self.lanes * 4);
        for phase in 0..PHASES {
            let line = (phase as f64 + 0.5) / PHASES as f64 - 0.5;
            for lane in 0..self.lanes {
                let u = lane as f64 - self.lanes as f64 / 2.0 + 0.5 - line;
                let middle = left_share(-u, slope);
                let low = middle - left_share(-half - u, slope);
                let high = left_share(half - u, slope) - middle;
                // Rounded so that the two halves together are the rounded whole.
                let both = (255.0 * (low + high) + 0.5) as u8;
                let high = ((255.0 * high + 0.5) as u8).min(both);
                plain.extend_from_slice(&[both - high, high]);
            }
        }
        let end = plain.len();
        plain.extend_from_within(..);
        for pair in plain[end..].as_chunks_mut::<2>().0 {
            pair.swap(0, 1);
        }
        plain
    }

    /// Coverage, 0 to 255, of a disc as wide as the line by a pixel whose centre is `distance` pixels from its centre.
    #[inline]
    pub(super) fn disc(&self, distance: f64) -> u8 {
        self.disc.get((distance * DISC_STEPS + 0.5) as usize).copied().unwrap_or(0)
    }
}

/// Coverage of a disc by distance: the mean over three directions of what a pixel there covers.
fn disc(radius: f64) -> Vec<u8> {
    const LINES: usize = 16;
    let directions = [(1.0, 0.0), (0.923_879_532_511_286_7, 0.382_683_432_365_089_8), (FRAC_1_SQRT_2, FRAC_1_SQRT_2)];
    let entries = ((radius + 0.75) * DISC_STEPS) as usize + 1;
    (0..entries)
        .map(|i| {
            let r = i as f64 / DISC_STEPS;
            let mut sum = 0.0;
            for (cx, cy) in directions {
                for line in 0..LINES {
                    let y = r * cy - 0.5 + (line as f64 + 0.5) / LINES as f64;
                    let half = (radius * radius - y * y).max(0.0).sqrt();
                    let x = r * cx;
                    sum += (half.min(x + 0.5) - (-half).max(x - 0.5)).max(0.0);
                }
            }
            (sum / (LINES * directions.len()) as f64 * 255.0 + 0.5) as u8
        })
        .collect()
}
