//! Images and meshes of rectangles: grids of cells.
//!
//! A row of pixels is made at once: rows of cells are mixed, several in one pass; then the cells of each pixel; and then all
//! values are looked up together. Where cells are larger than pixels a finished row serves for as many rows of pixels as it
//! covers.

use crate::canvas::blend::{blend_one, visible};
use crate::canvas::frame::Frame;
use crate::canvas::mixing::{across, add_rows};
use crate::canvas::resample::Taps;
use crate::geom::{Clip, Size};
use crate::style::{ColorTable, Interpolation};
use crate::surface::Span;

/// What the cells hold, row by row.
#[derive(Clone, Copy)]
pub(crate) enum Cells<'a> {
    /// Values and the colours they stand for.
    Values {
        /// One for each cell.
        values: &'a [f64],
        /// The colours.
        table: &'a ColorTable,
        /// Whether the colours are mixed. Else it is the values, before they are coloured; those that are not finite
        /// take no part in it, and a pixel that consists of them by more than half has the colour of what is no number.
        mix_colors: bool,
    },
    /// Red, green, blue, opacity.
    Rgba(&'a [u8]),
}

/// Where cells are along an axis.
#[derive(Clone, Copy)]
pub(crate) enum Along<'a> {
    /// One beside the other, equally long as data.
    Span(Span<'a>),
    /// Between these pixels, one more than cells, which do not turn back.
    Edges(&'a [f32]),
}

/// A grid of cells.
#[derive(Clone, Copy)]
pub(crate) struct Grid<'a> {
    /// Where the columns of cells are.
    pub(crate) x: Along<'a>,
    /// Where the rows are.
    pub(crate) y: Along<'a>,
    /// What they hold.
    pub(crate) cells: Cells<'a>,
}

/// What images use again.
#[derive(Debug, Default)]
pub(crate) struct ImageScratch {
    x: Taps,
    y: Taps,
    row: Row,
}

/// The row of pixels at hand.
#[derive(Debug, Default)]
struct Row {
    /// A row of cells, mixed from several.
    mixed: Vec<f64>,
    /// The values of pixels.
    values: Vec<f64>,
    places: Vec<u32>,
    /// The colours of a row of cells.
    cells: Vec<[u8; 4]>,
    /// The finished pixels: red, green, blue, opacity.
    pixels: Vec<[u8; 4]>,
    /// The same without opacity, if no pixel lets anything through.
    line: Vec<u8>,
    opaque: bool,
}

/// Draws a grid. It covers whole pixels: those whose middle lies in it, or, if it is a [`Span`], one if it is thinner. `alpha` is 0 to 1.
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
    rows(clip, scratch, grid, how, alpha.min(1.0), &mut |row, x, y| {
        let (from, to) = (x as usize * 3, (x as usize + row.pixels.len()) * 3);
        row.paint(&mut frame.row_mut(y)[from..to]);
    });
}

/// The pixels of `window`, red, green, blue and opacity by turns; what the grid does not cover is transparent.
pub(crate) fn image_pixels(window: Size, scratch: &mut ImageScratch, grid: &Grid<'_>, how: Interpolation) -> Vec<u8> {
    let width = window.width as usize;
    let mut out = vec![0; width * window.height as usize * 4];
    rows(Clip::all(window), scratch, grid, how, 1.0, &mut |row, x, y| {
        let from = (y * width + x as usize) * 4;
        out[from..from + row.pixels.len() * 4].copy_from_slice(row.pixels.as_flattened());
    });
    out
}

/// Hands over the rows of pixels that the grid covers, each with its first column and its number.
fn rows(
    clip: Clip,
    scratch: &mut ImageScratch,
    grid: &Grid<'_>,
    how: Interpolation,
    alpha: f32,
    take: &mut dyn FnMut(&Row, i32, usize),
) {
    let ImageScratch { x, y, row, .. } = scratch;
    x.build(&grid.x, (clip.x0, clip.x1), how);
    y.build(&grid.y, (clip.y0, clip.y1), how);
    if x.len() == 0 || y.len() == 0 {
        return;
    }
    let mut last: Option<usize> = None;
    for k in 0..y.len() {
        let (first, weights) = y.of(k);
        // Where rows of cells are enlarged, a finished row serves again.
        if weights.len() != 1 || last != Some(first) {
            row.fill(grid, x, first, weights);
            row.finish(alpha);
            last = (weights.len() == 1).then_some(first);
        }
        take(row, x.first, (y.first + k as i32) as usize);
    }
}

impl Row {
    /// Makes the row of pixels from the rows of cells from `first` on, with their weights.
    fn fill(&mut self, grid: &Grid<'_>, x: &Taps, first: usize, weights: &[f64]) {
        let cols = grid.x.cells();
        self.pixels.clear();
        if x.single && weights.len() == 1 {
            self.color(&grid.cells, first * cols, x.used);
            for start in x.starts() {
                self.pixels.push(self.cells[start - x.used.0]);
            }
            return;
        }
        match grid.cells {
            Cells::Values { values, table, mix_colors: false } => {
                self.mix_values(values, cols, x, first, weights);
                table.places(&self.values, &mut self.places);
                for place in &self.places {
                    self.pixels.push(table.at(*place));
                }
            }
            _ => self.mix_colors(grid, x, first, weights),
        }
    }

    /// Finds the colours of so many cells of the row of cells that begins at `row`.
    fn color(&mut self, cells: &Cells<'_>, row: usize, (from, to): (usize, usize)) {
        self.cells.clear();
        match cells {
            Cells::Values { values, table, .. } => {
                table.places(&values[row + from..row + to], &mut self.places);
                for place in &self.places {
                    self.cells.push(table.at(*place));
                }
            }
            Cells::Rgba(bytes) => self.cells.extend_from_slice(&bytes.as_chunks::<4>().0[row + from..row + to]),
        }
    }

    fn mix_values(&mut self, values: &[f64], cols: usize, x: &Taps, first: usize, weights: &[f64]) {
        let (from, to) = x.used;
        let row = |i: usize| &values[(first + i) * cols..][from..to];
        self.mixed.clear();
        // with room for cells of no weight beyond the last
        self.mixed.resize(to - from + x.even_len(), 0.0);
        let sums = &mut self.mixed[..to - from];
        let mut i = 0;
        while i + 4 <= weights.len() {
            add_rows(sums, [row(i), row(i + 1), row(i + 2), row(i + 3)], &weights[i..]);
            i += 4;
        }
        match weights.len() - i {
            3 => add_rows(sums, [row(i), row(i + 1), row(i + 2)], &weights[i..]),
            2 => add_rows(sums, [row(i), row(i + 1)], &weights[i..]),
            1 => add_rows(sums, [row(i)], &weights[i..]),
            _ => {}
        }
        across(&self.mixed, x, &mut self.values);
        if self.values.iter().fold(true, |all, value| all & value.is_finite()) {
            return;
        }
        for (pixel, value) in self.values.iter_mut().enumerate().filter(|(_, value)| !value.is_finite()) {
            // Something in it is not a number: the rest is averaged, if it is at least half.
            let (start, across) = x.of(pixel);
            let (mut sum, mut share) = (0.0, 0.0);
            for (i, &w) in weights.iter().enumerate() {
                for (v, &a) in values[(first + i) * cols + start..][..across.len()].iter().zip(across) {
                    if v.is_finite() {
                        sum += v * w * a;
                        share += w * a;
                    }
                }
            }
            *value = if share >= 0.5 { sum / share } else { f64::NAN };
        }
    }

    /// Colours are mixed with their opacity as weight, so that what is invisible has no colour.
    fn mix_colors(&mut self, grid: &Grid<'_>, x: &Taps, first: usize, weights: &[f64]) {
        let (from, to) = x.used;
        self.mixed.clear();
        self.mixed.resize((to - from) * 4, 0.0);
        for (i, &w) in weights.iter().enumerate() {
            self.color(&grid.cells, (first + i) * grid.x.cells(), x.used);
            for (sum, cell) in self.mixed.as_chunks_mut::<4>().0.iter_mut().zip(&self.cells) {
                let a = f64::from(cell[3]) * w;
                for k in 0..3 {
                    sum[k] += f64::from(cell[k]) * a;
                }
                sum[3] += a;
            }
        }
        for pixel in 0..x.len() {
            let (start, across) = x.of(pixel);
            let mut sum = [0.0; 4];
            for (cell, &w) in self.mixed.as_chunks::<4>().0[start - from..].iter().zip(across) {
                for k in 0..4 {
                    sum[k] += cell[k] * w;
                }
            }
            let scale = if sum[3] > 0.0 { 1.0 / sum[3] } else { 0.0 };
            let level = |v: f64| (v + 0.5) as u8;
            self.pixels.push([level(sum[0] * scale), level(sum[1] * scale), level(sum[2] * scale), level(sum[3])]);
        }
    }

    /// Takes an opacity from what was filled, and keeps the bytes of a frame if none is left.
    fn finish(&mut self, alpha: f32) {
        if alpha < 1.0 {
            for [.., a] in &mut self.pixels {
                *a = (f32::from(*a) * alpha + 0.5) as u8;
            }
        }
        self.opaque = self.pixels.iter().fold(255, |all, pixel| all & pixel[3]) == 255;
        if !self.opaque {
            return;
        }
        self.line.resize(self.pixels.len() * 3, 0);
        let (fours, rest) = self.pixels.as_chunks::<4>();
        let (to, to_rest) = self.line.split_at_mut(fours.len() * 12);
        for (four, to) in fours.iter().zip(to.as_chunks_mut::<12>().0) {
            // three words of four pixels
            let [a, b, c, d] = four.map(|pixel| u32::from_le_bytes(pixel) & 0xff_ffff);
            to[..4].copy_from_slice(&(a | b << 24).to_le_bytes());
            to[4..8].copy_from_slice(&(b >> 8 | c << 16).to_le_bytes());
            to[8..].copy_from_slice(&(c >> 16 | d << 8).to_le_bytes());
        }
        for (&[r, g, b, _], to) in rest.iter().zip(to_rest.as_chunks_mut::<3>().0) {
            *to = [r, g, b];
        }
    }

    /// Paints the row into a part of one of the frame.
    fn paint(&self, row: &mut [u8]) {
        if self.opaque {
            return row.copy_from_slice(&self.line);
        }
        for (to, &[r, g, b, a]) in row.as_chunks_mut::<3>().0.iter_mut().zip(&self.pixels) {
            blend_one(to, [r, g, b], a);
        }
    }
}
