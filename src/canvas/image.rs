//! Images: a grid of cells drawn into a rectangle.

use crate::canvas::blend::{blend_one, visible};
use crate::canvas::frame::Frame;
pub(crate) use crate::canvas::resample::Filter;
use crate::canvas::resample::Taps;
use crate::geom::{Clip, Rect};
use crate::style::Color;

/// What the cells hold, row by row.
#[derive(Clone, Copy)]
pub(crate) enum Cells<'a> {
    /// Values and the colours they stand for. Values are mixed before they are coloured; those that are not finite take
    /// no part in it, and a pixel that consists of them by more than half is `color(NAN)`.
    Values {
        /// One for each cell.
        values: &'a [f64],
        /// The colour of a value, also of NaN and of infinities.
        color: &'a dyn Fn(f64) -> Color,
    },
    /// Red, green, blue, opacity.
    Rgba(&'a [u8]),
}

/// A grid of cells.
#[derive(Clone, Copy)]
pub(crate) struct Grid<'a> {
    /// Rows of cells; the first is at the top unless `flip_y`.
    pub(crate) rows: usize,
    /// Columns of cells; the first is at the left unless `flip_x`.
    pub(crate) cols: usize,
    /// What they hold.
    pub(crate) cells: Cells<'a>,
    /// First column at the right.
    pub(crate) flip_x: bool,
    /// First row at the bottom.
    pub(crate) flip_y: bool,
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

/// Draws a grid into `dest`, in pixels that need not be whole: those that it covers partly are blended by the share
/// covered. A rectangle that is given from right to left, or upward, mirrors the image. `alpha` is 0 to 1.
///
/// # Panics
/// If `grid.cells` is shorter than `rows * cols` cells.
pub(crate) fn image(
    frame: &mut Frame,
    clip: Clip,
    scratch: &mut ImageScratch,
    dest: Rect,
    grid: &Grid<'_>,
    filter: Filter,
    alpha: f32,
) {
    let clip = visible(frame, clip);
    let (x0, x1) = (dest.x0.min(dest.x1), dest.x0.max(dest.x1));
    let (y0, y1) = (dest.y0.min(dest.y1), dest.y0.max(dest.y1));
    let finite = [dest.x0, dest.x1, dest.y0, dest.y1].iter().all(|v| v.is_finite());
    if clip.is_empty() || grid.rows == 0 || grid.cols == 0 || !finite || x0 >= x1 || y0 >= y1 {
        return;
    }
    if alpha.is_nan() || alpha <= 0.0 {
        return;
    }
    let ImageScratch { x, y, mixed, colors, line, alphas } = scratch;
    x.build((x0, x1), (clip.x0, clip.x1), grid.cols, grid.flip_x ^ (dest.x0 > dest.x1), filter);
    y.build((y0, y1), (clip.y0, clip.y1), grid.rows, grid.flip_y ^ (dest.y0 > dest.y1), filter);
    if x.len() == 0 || y.len() == 0 {
        return;
    }
    let mut painter = Line { x, mixed, colors, line, alphas, alpha: alpha.min(1.0), opaque: false };
    let mut last: Option<usize> = None;
    for row in 0..y.len() {
        let (first, weights) = y.of(row);
        // Where rows of cells are enlarged, a finished row serves again.
        if weights.len() != 1 || last != Some(first) {
            painter.fill(grid, first, weights);
            last = (weights.len() == 1).then_some(first);
        }
        painter.paint(frame.row_mut((y.first + row as i32) as usize), y.coverage[row]);
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
        match grid.cells {
            Cells::Values { values, color } => {
                if self.x.single && weights.len() == 1 {
                    let (from, to) = self.x.used;
                    self.colors.clear();
                    self.colors.extend(values[first * grid.cols..][from..to].iter().map(|&v| color(v)));
                    self.expand();
                } else {
                    self.mix_values(values, grid.cols, color, first, weights);
                }
            }
            Cells::Rgba(bytes) if self.x.single && weights.len() == 1 => {
                self.copy(&bytes[first * grid.cols * 4..]);
            }
            Cells::Rgba(bytes) => self.mix_bytes(bytes, grid.cols, first, weights),
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
    fn mix_bytes(&mut self, bytes: &[u8], cols: usize, first: usize, weights: &[f64]) {
        let (from, to) = self.x.used;
        self.mixed.clear();
        self.mixed.resize((to - from) * 4, 0.0);
        for (i, &w) in weights.iter().enumerate() {
            let row = &bytes[(first + i) * cols * 4..][from * 4..to * 4];
            for (sum, cell) in self.mixed.chunks_exact_mut(4).zip(row.chunks_exact(4)) {
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

    /// Paints the row, of which the image covers the share `covered`, into a row of the frame.
    fn paint(&self, row: &mut [u8], covered: f32) {
        let first = self.x.first as usize;
        let row = &mut row[first * 3..(first + self.x.len()) * 3];
        let solid = if self.opaque && covered == 1.0 { self.x.solid } else { (0, 0) };
        row[solid.0 * 3..solid.1 * 3].copy_from_slice(&self.line[solid.0 * 3..solid.1 * 3]);
        for i in (0..solid.0).chain(solid.1..self.x.len()) {
            let share = covered * self.x.coverage[i];
            let alpha = (f32::from(self.alphas[i]) * share + 0.5) as u8;
            let color = [self.line[i * 3], self.line[i * 3 + 1], self.line[i * 3 + 2]];
            blend_one(&mut row[i * 3..i * 3 + 3], color, alpha);
        }
    }
}
