//! One axis of an image: which cells make which pixel.

use crate::axis::Scale;
use crate::canvas::image::Along;
use crate::canvas::mesh::first;
use crate::style::Interpolation;
use crate::surface::Span;

/// So much of a pixel is taken for rounding: a border in the middle of a pixel is left of it.
const TIE: f64 = 1e-6;

impl Span<'_> {
    /// The pixels that the image covers, of those from `from` to `to`.
    ///
    /// They are those whose middle lies in it, so that of images side by side each pixel belongs to one; and one if there
    /// is none, since what is there must be seen.
    fn pixels(&self, from: i32, to: i32) -> (i32, i32) {
        let (a, b) = (self.map.pixel_or_beyond(self.from), self.map.pixel_or_beyond(self.to));
        let (lo, hi) = (a.min(b), a.max(b));
        let finite = self.from.is_finite() && self.to.is_finite();
        // a float beyond the range of an integer saturates in the cast
        let whole = |v: f64| (v + 0.5 + TIE).floor() as i32;
        let (first, end) = match (whole(lo), whole(hi)) {
            _ if !finite || lo.is_nan() || lo >= hi => (0, 0),
            (first, end) if first == end && first > i32::MIN && end < i32::MAX => {
                let middle = (lo + hi) / 2.0;
                (middle.floor() as i32, middle.floor() as i32 + 1)
            }
            pixels => pixels,
        };
        (first.clamp(from, to), end.clamp(from, to))
    }

    /// How many cells lie before a pixel; below 0 or above their number outside of the image.
    fn at(&self, pixel: f64) -> f64 {
        // in halves, since the distance of two finite numbers need not be finite
        let value = self.map.value_at(pixel) / 2.0;
        let (from, to) = (self.from / 2.0, self.to / 2.0);
        (value - from) / (to - from) * self.cells as f64
    }

    /// The number at which cell `i` begins.
    fn border(&self, i: usize) -> f64 {
        let share = i as f64 / self.cells as f64;
        self.from * (1.0 - share) + self.to * share
    }

    /// The pixel at which cell `i` begins.
    pub(crate) fn edge(&self, i: usize) -> f64 {
        self.map.pixel_or_beyond(self.border(i))
    }

    /// The cell that a pixel lies in.
    pub(crate) fn cell(&self, pixel: f64) -> usize {
        let last = self.cells - 1;
        let i = (self.at(pixel).max(0.0) as usize).min(last);
        // where the ends are far away, the distance to them has lost what the borders still tell apart
        let value = self.map.value_at(pixel);
        let before = |border: f64| if self.from < self.to { value < border } else { value > border };
        if i > 0 && before(self.border(i)) {
            i - 1
        } else if i < last && !before(self.border(i + 1)) {
            i + 1
        } else {
            i
        }
    }
}

impl Along<'_> {
    /// How many cells there are.
    pub(super) fn cells(&self) -> usize {
        match self {
            Self::Span(span) => span.cells,
            Self::Edges(edges) => edges.len().saturating_sub(1),
        }
    }
}

/// For each visible pixel of an axis, the cells that make it and their weights, which add up to one.
#[derive(Debug, Default)]
pub(super) struct Taps {
    /// First visible pixel.
    pub(super) first: i32,
    /// Per pixel, the first cell and where its weights begin; one more at the end.
    pixels: Vec<(u32, u32)>,
    weights: Vec<f64>,
    /// The weights of the pixel at hand.
    one: Vec<f64>,
    /// All weights, with zeros up to as many for each pixel, if these are few.
    even: Vec<f64>,
    even_len: usize,
    /// Whether every pixel is one cell.
    pub(super) single: bool,
    /// The cells used: from the first to one past the last.
    pub(super) used: (usize, usize),
}

impl Taps {
    /// The pixels of `from..to` that cells cover.
    pub(super) fn build(&mut self, along: &Along<'_>, (from, to): (i32, i32), how: Interpolation) {
        self.pixels.clear();
        self.weights.clear();
        self.first = from;
        self.used = (usize::MAX, 0);
        match along {
            Along::Span(span) => self.span(span, (from, to), how),
            Along::Edges(edges) => self.edges(edges, (from, to)),
        }
        self.single = self.weights.len() == self.pixels.len();
        self.pixels.push((0, self.weights.len() as u32));
        self.make_even();
    }

    fn span(&mut self, span: &Span<'_>, (from, to): (i32, i32), how: Interpolation) {
        let (first, end) = if span.cells > 0 { span.pixels(from, to) } else { (from, from) };
        self.first = first;
        for pixel in first..end {
            self.one.clear();
            let start = cells(span, f64::from(pixel), how, &mut self.one);
            self.used = (self.used.0.min(start), self.used.1.max(start + self.one.len()));
            self.pixels.push((start as u32, self.weights.len() as u32));
            self.weights.extend_from_slice(&self.one);
        }
    }

    /// A pixel belongs to the cell that its middle lies in; on an edge, to the one to its right, or below.
    fn edges(&mut self, edges: &[f32], (from, to): (i32, i32)) {
        let (Some(head), Some(tail)) = (edges.first(), edges.last()) else { return };
        let (count, backward) = (edges.len() - 1, head > tail);
        for k in 0..count {
            let cell = if backward { count - 1 - k } else { k };
            let (lo, hi) = (edges[cell].min(edges[cell + 1]), edges[cell].max(edges[cell + 1]));
            let (lo, hi) = (first(lo.into(), from, to), first(hi.into(), from, to));
            if lo < hi && self.pixels.is_empty() {
                self.first = lo;
            }
            for _ in lo..hi {
                self.used = (self.used.0.min(cell), self.used.1.max(cell + 1));
                self.pixels.push((cell as u32, self.weights.len() as u32));
                self.weights.push(1.0);
            }
        }
    }

    /// Gives all pixels as many weights, four or eight; none where one has more.
    fn make_even(&mut self) {
        self.even.clear();
        let most = self.pixels.windows(2).fold(1, |most, pair| most.max(pair[1].1 - pair[0].1));
        self.even_len = (most as usize).next_multiple_of(4);
        if self.even_len > 8 {
            self.even_len = 0;
            return;
        }
        for pair in self.pixels.windows(2) {
            self.even.extend_from_slice(&self.weights[pair[0].1 as usize..pair[1].1 as usize]);
            self.even.resize(self.even.len().next_multiple_of(self.even_len), 0.0);
        }
    }

    /// How many weights all pixels have in [`even`](Self::even); zero where one has more than eight.
    pub(super) fn even_len(&self) -> usize {
        self.even_len
    }

    /// All weights, with zeros up to as many for each pixel.
    pub(super) fn even(&self) -> &[f64] {
        &self.even
    }

    /// The first cell of each pixel.
    pub(super) fn starts(&self) -> impl Iterator<Item = usize> {
        self.pixels[..self.len()].iter().map(|pixel| pixel.0 as usize)
    }

    /// How many pixels are visible.
    pub(super) fn len(&self) -> usize {
        self.pixels.len() - 1
    }

    /// The first cell of pixel `i`, counted from `first`, and the weights from there on.
    #[inline]
    pub(super) fn of(&self, i: usize) -> (usize, &[f64]) {
        let (start, from) = self.pixels[i];
        (start as usize, &self.weights[from as usize..self.pixels[i + 1].1 as usize])
    }
}

/// The first cell of the pixel from `x` to `x + 1`, and the weights from there on.
fn cells(span: &Span<'_>, x: f64, how: Interpolation, weights: &mut Vec<f64>) -> usize {
    let last = span.cells - 1;
    let (left, right) = (span.at(x), span.at(x + 1.0));
    let shrunk = (right - left).abs() > 1.0 + TIE;
    if shrunk && how != Interpolation::Nearest {
        let inside = |v: f64| v.clamp(0.0, span.cells as f64);
        let (a, b) = (inside(left.min(right)), inside(left.max(right)));
        let start = (a as usize).min(last);
        let stop = (b.ceil() as usize).clamp(start + 1, span.cells);
        if *span.map.scale() == Scale::Linear {
            weights.extend((start..stop).map(|i| (b.min(i as f64 + 1.0) - a.max(i as f64)).max(0.0)));
        } else {
            // cells that are equally long as data are not so on the screen
            let mut from = span.edge(start);
            weights.extend((start..stop).map(|i| {
                let to = span.edge(i + 1);
                let share = from.max(to).min(x + 1.0) - from.min(to).max(x);
                from = to;
                share.max(0.0)
            }));
        }
        let sum: f64 = weights.iter().sum();
        if sum > 0.0 {
            weights.iter_mut().for_each(|w| *w /= sum);
            return start;
        }
        weights.clear();
    }
    if how != Interpolation::Bilinear || shrunk {
        weights.push(1.0);
        return span.cell(x + 0.5 + TIE);
    }
    let center = (span.at(x + 0.5) - 0.5).clamp(0.0, last as f64);
    let (start, right) = (center as usize, center - center.floor());
    if right > 0.0 {
        weights.extend_from_slice(&[1.0 - right, right]);
    } else {
        weights.push(1.0);
    }
    start
}
