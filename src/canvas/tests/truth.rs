//! Slow truths and how far a picture is from them.

use crate::canvas::frame::Frame;
use crate::geom::Point;

/// Samples per pixel and axis.
pub(super) const FINE: usize = 16;

/// Black on white where `inside` says so, sampled 16 x 16 times a pixel.
pub(super) fn sampled(width: u32, height: u32, inside: impl Fn(f64, f64) -> bool) -> Frame {
    let mut frame = Frame::new(width, height);
    for y in 0..height {
        for x in 0..width {
            let mut hits = 0;
            for j in 0..FINE {
                for i in 0..FINE {
                    let at = |p: u32, k: usize| f64::from(p) + (k as f64 + 0.5) / FINE as f64;
                    hits += usize::from(inside(at(x, i), at(y, j)));
                }
            }
            let level = 255.0 * (1.0 - hits as f64 / (FINE * FINE) as f64);
            let at = ((y * width + x) * 3) as usize;
            frame.as_rgb_mut()[at..at + 3].fill(level.round() as u8);
        }
    }
    frame
}

/// Distance of a point from a segment.
pub(super) fn distance(x: f64, y: f64, a: Point, b: Point) -> f64 {
    let (ax, ay) = (f64::from(a.x), f64::from(a.y));
    let (dx, dy) = (f64::from(b.x) - ax, f64::from(b.y) - ay);
    let l2 = dx * dx + dy * dy;
    let t = if l2 > 0.0 { (((x - ax) * dx + (y - ay) * dy) / l2).clamp(0.0, 1.0) } else { 0.0 };
    let (ex, ey) = (x - ax - t * dx, y - ay - t * dy);
    (ex * ex + ey * ey).sqrt()
}

/// Black on white within `half` pixels of a polyline: only its segments near a pixel are asked for each sample.
pub(super) fn near_line(width: u32, height: u32, points: &[Point], half: f64) -> Frame {
    let mut near = Vec::new();
    let mut last = (-1.0, -1.0);
    let near = std::cell::RefCell::new((&mut near, &mut last));
    sampled(width, height, |x, y| {
        let (near, last) = &mut *near.borrow_mut();
        let pixel = (x.floor(), y.floor());
        if pixel != **last {
            **last = pixel;
            near.clear();
            near.extend(points.windows(2).filter(|s| distance(pixel.0 + 0.5, pixel.1 + 0.5, s[0], s[1]) < half + 0.75));
        }
        near.iter().any(|s| distance(x, y, s[0], s[1]) <= half)
    })
}

/// How two pictures differ, in levels.
#[derive(Debug)]
pub(super) struct Difference {
    pub(super) max: u8,
    /// Over the pixels that are not equal white in both.
    pub(super) mean: f64,
}

pub(super) fn difference(a: &Frame, b: &Frame) -> Difference {
    assert_eq!(a.size(), b.size());
    let (mut max, mut sum, mut count) = (0, 0.0, 0.0_f64);
    for (x, y) in a.as_rgb().iter().zip(b.as_rgb()) {
        if (*x, *y) != (255, 255) {
            max = max.max(x.abs_diff(*y));
            sum += f64::from(x.abs_diff(*y));
            count += 1.0;
        }
    }
    Difference { max, mean: sum / count.max(1.0) }
}

/// The centre of what is dark, in pixels, and how much there is of it.
pub(super) fn center_of_mass(frame: &Frame) -> (f64, f64, f64) {
    let (mut sx, mut sy, mut sum) = (0.0, 0.0, 0.0);
    for y in 0..frame.height() {
        for x in 0..frame.width() {
            let ink = 255.0 - f64::from(frame.pixel(x, y)[0]);
            sx += ink * (f64::from(x) + 0.5);
            sy += ink * (f64::from(y) + 0.5);
            sum += ink;
        }
    }
    (sx / sum, sy / sum, sum / 255.0)
}

/// The same numbers in every run: a linear congruential generator, 0 to 1.
pub(super) struct Random(u64);

impl Random {
    pub(super) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub(super) fn next(&mut self) -> f32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 40) as f32 / (1_u32 << 24) as f32
    }
}
