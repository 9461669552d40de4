//! Images: a grid of cells drawn between data values.

use crate::canvas::blend::{blend_one, visible};
use crate::canvas::frame::Frame;
use crate::canvas::resample::Taps;
use crate::geom::{Clip, Size};
use crate::style::{Color, Interpolation};
use crate::surface::Span;

/// What the cells hold, row by row.
#[derive(Clone, Copy)]
pub(crate) enum Cells<'a> {
    /// Values and the colours they stand for.
    Values {
        /// One for each cell.
        values: &'a [f64],
        /// The colour of a value, also of NaN and of infinities.
        color: &'a dyn Fn(f64) -> Color,
        /// Whether the colours are mixed. Else it is the values, before they are coloured; those that are not finite
        /// take no part in it, and a pixel that consists of them by more than half is `color(NAN)`.
        mix_colors: bool,
    },
    /// Red, green, blue, opacity.
    Rgba(&'a [u8]),
}

/// A grid of cells.
#[derive(Clone, Copy)]
pub(crate) struct Grid<'a> {
    /// Where the columns of cells are.
    pub(crate) x: Span<'a>,
    /// Where the rows are.
    pub(crate) y: Span<'a>,
    /// What they hold.
    pub(crate) cells: Cells<'a>,
}

/// What images use again.
#[derive(Debug, Default)]
pub(crate) struct ImageScratch {
    x: Taps,
    y: Taps,
    /// A row of cells, mixed from several.
    mixed: Vec<f64>,
    /// The colours of a row of cells.
    colors: Vec<Color>,
    /// A finished row of pixels.
    line: Vec<u8>,
    alphas: Vec<u8>,
}

/// Draws a grid. It covers whole pixels: those whose middle lies in it, or one if it is thinner. `alpha` is 0 to 1.
///
/// # Panics
/// If `grid.cells` is shorter than rows times columns.
pub(crate) fn image(
    frame: &mut Frame,
    clip: Clip,
    scratch: &mut ImageScratch,
    grid: &Grid<'_>,
    how: Interpolation,
    alpha: f32,
) {
    let clip = visible(frame, clip);
    if clip.is_empty() || alpha.is_nan() || alpha <= 0.0 {
        return;
    }
    rows(clip, scratch, grid, how, alpha.min(1.0), &mut |line, y| line.paint(frame.row_mut(y)));
}

/// The pixels of `window`, red, green, blue and opacity by turns; what the grid does not cover is transparent.
pub(crate) fn image_pixels(window: Size, scratch: &mut ImageScratch, grid: &Grid<'_>, how: Interpolation) -> Vec<u8> {
    let width = window.width as usize;
    let mut out = vec![0; width * window.height as usize * 4];
    rows(Clip::all(window), scratch, grid, how, 1.0, &mut |line, y| {
        let from = (y * width + line.x.first as usize) * 4;
        let row = out[from..from + line.x.len() * 4].as_chunks_mut::<4>().0;
        for ((to, color), alpha) in row.iter_mut().zip(line.line.as_chunks::<3>().0).zip(line.alphas.iter()) {
            *to = [color[0], color[1], color[2], *alpha];
        }
    });
    out
}

/// Hands over the rows of pixels that the grid covers, each with its number.
fn rows(
    clip: Clip,
    scratch: &mut ImageScratch,
    grid: &Grid<'_>,
    how: Interpolation,
    alpha: f32,
    take: &mut dyn FnMut(&Line<'_>, usize),
) {
    let ImageScratch { x, y, mixed, colors, line, alphas } = scratch;
    x.build(&grid.x, (clip.x0, clip.x1), how);
    y.build(&grid.y, (clip.y0, clip.y1), how);
    if x.len() == 0 || y.len() == 0 {
        return;
    }
    let mut painter = Line { x, mixed, colors, line, alphas, alpha, opaque: false };
    let mut last: Option<usize> = None;
    for row in 0..y.len() {
        let (first, weights) = y.of(row);
        // Where rows of cells are enlarged, a finished row serves again.
        if weights.len() != 1 || last != Some(first) {
            painter.fill(grid, first, weights);
            last = (weights.len() == 1).then_some(first);
        }
        take(&painter, (y.first + row as i32) as usize);
    }
}

/// The row of pixels at hand.
struct Line<'a> {
    x: &'a Taps,
    mixed: &'a mut Vec<f64>,
    colors: &'a mut Vec<Color>,
    line: &'a mut Vec<u8>,
    alphas: &'a mut Vec<u8>,
    alpha: f32,
    /// Whether no pixel of it lets anything through.
    opaque: bool,
}

impl Line<'_> {
    /// Makes the row of pixels from the rows of cells from `first` on, with their weights.
    fn fill(&mut self, grid: &Grid<'_>, first: usize, weights: &[f64]) {
        self.line.clear();
        self.alphas.clear();
        self.opaque = true;
        let cols = grid.x.cells;
        match grid.cells {
            Cells::Values { values, color, .. } if self.x.single && weights.len() == 1 => {
                let (from, to) = self.x.used;
                self.colors.clear();
                self.colors.extend(values[first * cols..][from..to].iter().map(|&v| color(v)));
                self.expand();
            }
            Cells::Values { values, color, mix_colors: true } => {
                let mut memo = Memo::new(color);
                self.mix_colors(cols, first, weights, |i| memo.at(values[i]));
            }
            Cells::Values { values, color, mix_colors: false } => {
                self.mix_values(values, cols, color, first, weights);
            }
            Cells::Rgba(bytes) if self.x.single && weights.len() == 1 => self.copy(&bytes[first * cols * 4..]),
            Cells::Rgba(bytes) => {
                let cells = bytes.as_chunks::<4>().0;
                self.mix_colors(cols, first, weights, |i| cells[i]);
            }
        }
    }

    #[inline]
    fn push(&mut self, color: Color) {
        let a = if self.alpha == 1.0 { color.a } else { (f32::from(color.a) * self.alpha + 0.5) as u8 };
        self.line.extend_from_slice(&color.channels());
        self.alphas.push(a);
        self.opaque &= a == 255;
    }

    fn copy(&mut self, bytes: &[u8]) {
        let (from, to) = self.x.used;
        self.colors.clear();
        let cells = bytes[from * 4..to * 4].chunks_exact(4);
        self.colors.extend(cells.map(|c| Color::rgba(c[0], c[1], c[2], c[3])));
        self.expand();
    }

    /// One cell, already coloured, for each pixel.
    fn expand(&mut self) {
        for i in 0..self.x.len() {
            let color = self.colors[self.x.of(i).0 - self.x.used.0];
            self.push(color);
        }
    }

    fn mix_values(&mut self, values: &[f64], cols: usize, color: &dyn Fn(f64) -> Color, first: usize, weights: &[f64]) {
        let (from, to) = self.x.used;
        let row = |i: usize| &values[(first + i) * cols..][from..to];
        self.mixed.clear();
        self.mixed.extend(row(0).iter().map(|v| v * weights[0]));
        for (i, &w) in weights.iter().enumerate().skip(1) {
            for (sum, v) in self.mixed.iter_mut().zip(row(i)) {
                *sum += v * w;
            }
        }
        for pixel in 0..self.x.len() {
            let (start, across) = self.x.of(pixel);
            let cells = &self.mixed[start - from..][..across.len()];
            let mut value: f64 = cells.iter().zip(across).map(|(v, w)| v * w).sum();
            if !value.is_finite() {
                // Something in it is not a number: the rest is averaged, if it is at least half.
                let (mut sum, mut share) = (0.0, 0.0);
                for (i, &w) in weights.iter().enumerate() {
                    for (v, &a) in values[(first + i) * cols + start..][..across.len()].iter().zip(across) {
                        if v.is_finite() {
                            sum += v * w * a;
                            share += w * a;
                        }
                    }
                }
                value = if share >= 0.5 { sum / share } else { f64::NAN };
            }
            self.push(color(value));
        }
    }

    /// Colours are mixed with their opacity as weight, so that what is invisible has no colour.
    fn mix_colors(&mut self, cols: usize, first: usize, weights: &[f64], mut cell: impl FnMut(usize) -> [u8; 4]) {
        let (from, to) = self.x.used;
        self.mixed.clear();
        self.mixed.resize((to - from) * 4, 0.0);
        for (i, &w) in weights.iter().enumerate() {
            let row = (first + i) * cols;
            for (sum, i) in self.mixed.chunks_exact_mut(4).zip(row + from..row + to) {
                let cell = cell(i);
                let a = f64::from(cell[3]) * w;
                for k in 0..3 {
                    sum[k] += f64::from(cell[k]) * a;
                }
                sum[3] += a;
            }
        }
        for pixel in 0..self.x.len() {
            let (start, across) = self.x.of(pixel);
            let mut sum = [0.0; 4];
            for (cell, &w) in self.mixed[(start - from) * 4..].chunks_exact(4).zip(across) {
                for k in 0..4 {
                    sum[k] += cell[k] * w;
                }
            }
            let scale = if sum[3] > 0.0 { 1.0 / sum[3] } else { 0.0 };
            let level = |v: f64| (v + 0.5) as u8;
            self.push(Color::rgba(level(sum[0] * scale), level(sum[1] * scale), level(sum[2] * scale), level(sum[3])));
        }
    }

    /// Paints the row into one of the frame.
    fn paint(&self, row: &mut [u8]) {
        let first = self.x.first as usize;
        let row = &mut row[first * 3..(first + self.x.len()) * 3];
        if self.opaque {
            return row.copy_from_slice(self.line);
        }
        for ((pixel, color), &alpha) in
            row.as_chunks_mut::<3>().0.iter_mut().zip(self.line.as_chunks::<3>().0).zip(self.alphas.iter())
        {
            blend_one(pixel, *color, alpha);
        }
    }
}

/// How many colours are remembered.
const PLACES: usize = 64;

/// Colours of values that come again and again, as classes do: each is asked for once, as long as no other takes its place.
struct Memo<'a> {
    color: &'a dyn Fn(f64) -> Color,
    seen: [(u64, [u8; 4]); PLACES],
}

impl<'a> Memo<'a> {
    fn new(color: &'a dyn Fn(f64) -> Color) -> Self {
        Self { color, seen: [(0, Self::bytes(color(0.0))); PLACES] }
    }

    fn bytes(Color { r, g, b, a }: Color) -> [u8; 4] {
        [r, g, b, a]
    }

    #[inline]
    fn at(&mut self, value: f64) -> [u8; 4] {
        let bits = value.to_bits();
        // the upper bits of a product depend on all bits of the number
        let place = &mut self.seen[(bits.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 58) as usize];
        if place.0 != bits {
            *place = (bits, Self::bytes((self.color)(value)));
        }
        place.1
    }
}
