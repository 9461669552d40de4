//! How much of each pixel an outline covers: exact areas, the same on every machine.

use crate::geom::Point;
use crate::text::Segment;

/// A curve is cut into straight pieces that leave it by at most this many pixels.
const FLATNESS: f32 = 1.0 / 64.0;

/// The covered pixels of a shape: 0 is untouched, 255 wholly covered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Mask {
    /// The first column, in pixels from the origin of the outline.
    pub left: i32,
    /// The first row.
    pub top: i32,
    pub width: usize,
    pub cover: Vec<u8>,
}

impl Mask {
    /// Of an outline whose points are first sent through `place`.
    pub(super) fn of(outline: &[Segment], place: impl Fn(Point) -> Point) -> Self {
        let (mut low, mut high) = (Point::new(f32::MAX, f32::MAX), Point::new(f32::MIN, f32::MIN));
        let mut include = |p: Point| {
            let p = place(p);
            low = Point::new(low.x.min(p.x), low.y.min(p.y));
            high = Point::new(high.x.max(p.x), high.y.max(p.y));
        };
        for segment in outline {
            match *segment {
                Segment::Move(p) | Segment::Line(p) => include(p),
                Segment::Quad(c, p) => {
                    include(c);
                    include(p);
                }
                Segment::Cubic(a, b, p) => {
                    include(a);
                    include(b);
                    include(p);
                }
            }
        }
        if low.x > high.x {
            return Self::default();
        }
        let (left, top) = (low.x.floor(), low.y.floor());
        let mut area = Area::new((high.x.ceil() - left).max(1.0) as usize, (high.y.ceil() - top).max(1.0) as usize);
        let place = |p: Point| {
            let p = place(p);
            Point::new(p.x - left, p.y - top)
        };
        let mut pen = Point::default();
        for segment in outline {
            match *segment {
                Segment::Move(p) => pen = place(p),
                Segment::Line(p) => {
                    let to = place(p);
                    area.line(pen, to);
                    pen = to;
                }
                Segment::Quad(c, p) => {
                    let to = place(p);
                    area.curve(pen, place(c), to);
                    pen = to;
                }
                Segment::Cubic(a, b, p) => {
                    let to = place(p);
                    area.cubic(pen, place(a), place(b), to);
                    pen = to;
                }
            }
        }
        Self { left: left as i32, top: top as i32, width: area.width, cover: area.cover() }
    }

    /// The rows, from the top.
    pub(super) fn rows(&self) -> impl Iterator<Item = &[u8]> {
        self.cover.chunks_exact(self.width.max(1))
    }
}

/// For each pixel, by how much the covered area grows from the pixel to its left; two spare columns catch the rest.
struct Area {
    width: usize,
    growth: Vec<f32>,
}

impl Area {
    fn new(width: usize, height: usize) -> Self {
        Self { width, growth: vec![0.0; (width + 2) * height] }
    }

    fn curve(&mut self, from: Point, control: Point, to: Point) {
        let bend = |a: f32, b: f32, c: f32| (a - 2.0 * b + c).abs();
        let bend = bend(from.x, control.x, to.x) + bend(from.y, control.y, to.y);
        // A quadratic curve leaves the chord of one of n equal pieces by bend / (4 n^2) at most.
        let pieces = (bend / (4.0 * FLATNESS)).sqrt().ceil().clamp(1.0, 64.0);
        let mut pen = from;
        for i in 1..=pieces as u32 {
            let t = i as f32 / pieces;
            let at = |a: f32, b: f32, c: f32| (1.0 - t) * (1.0 - t) * a + 2.0 * t * (1.0 - t) * b + t * t * c;
            let next = if i as f32 == pieces {
                to
            } else {
                Point::new(at(from.x, control.x, to.x), at(from.y, control.y, to.y))
            };
            self.line(pen, next);
            pen = next;
        }
    }

    fn cubic(&mut self, from: Point, a: Point, b: Point, to: Point) {
        let bend = |a: Point, b: Point, c: Point| (a.x - 2.0 * b.x + c.x).abs() + (a.y - 2.0 * b.y + c.y).abs();
        let bend = bend(from, a, b).max(bend(a, b, to));
        // A cubic curve leaves the chord of one of n equal pieces by 3 bend / (4 n^2) at most.
        let pieces = (0.75 * bend / FLATNESS).sqrt().ceil().clamp(1.0, 64.0);
        let mut pen = from;
        for i in 1..pieces as u32 {
            let t = i as f32 / pieces;
            let s = 1.0 - t;
            let at = |p: f32, a: f32, b: f32, q: f32| s * s * s * p + 3.0 * s * t * (s * a + t * b) + t * t * t * q;
            let next = Point::new(at(from.x, a.x, b.x, to.x), at(from.y, a.y, b.y, to.y));
            self.line(pen, next);
            pen = next;
        }
        self.line(pen, to);
    }

    /// Everything to the right of the line is covered, once more or once less.
    fn line(&mut self, a: Point, b: Point) {
        if a.y == b.y {
            return;
        }
        let (sign, a, b) = if a.y < b.y { (1.0, a, b) } else { (-1.0, b, a) };
        let slope = (b.x - a.x) / (b.y - a.y);
        let last = self.growth.len() / (self.width + 2);
        for row in a.y as usize..(b.y.ceil() as usize).min(last) {
            let (y0, y1) = (a.y.max(row as f32), b.y.min(row as f32 + 1.0));
            let at = |y: f32| (a.x + (y - a.y) * slope).clamp(0.0, self.width as f32);
            let (x0, x1) = (at(y0), if y1 == b.y { b.x } else { at(y1) });
            let growth = &mut self.growth[row * (self.width + 2)..(row + 1) * (self.width + 2)];
            spread(growth, x0.min(x1), x0.max(x1), (y1 - y0) * sign);
        }
    }

    fn cover(&self) -> Vec<u8> {
        let mut cover = Vec::with_capacity(self.growth.len());
        for row in self.growth.chunks_exact(self.width + 2) {
            let mut area = 0.0_f32;
            cover.extend(row[..self.width].iter().map(|growth| {
                area += growth;
                // The little extra keeps sums of thirds and tenths from falling short of a whole level.
                (area.abs() * 256.0 + 0.01) as u8
            }));
        }
        cover
    }
}

/// Shares the `height` that a line from `x0` to `x1` climbs within a row among the columns it crosses.
fn spread(growth: &mut [f32], x0: f32, x1: f32, height: f32) {
    let (first, last) = (x0 as usize, x1 as usize);
    if first == last {
        let right = (x0 + x1) / 2.0 - first as f32;
        growth[first] += height * (1.0 - right);
        growth[first + 1] += height * right;
        return;
    }
    let per_column = height / (x1 - x0);
    for column in first..=last {
        let (from, to) = (x0.max(column as f32), x1.min(column as f32 + 1.0));
        let (share, right) = ((to - from) * per_column, (from + to) / 2.0 - column as f32);
        growth[column] += share * (1.0 - right);
        growth[column + 1] += share * right;
    }
}

#[cfg(test)]
mod tests;
