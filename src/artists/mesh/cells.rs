//! Where the cells of a mesh are.

use std::borrow::Cow;

use super::{Mesh, Shading};
use crate::artist::Painter;
use crate::geom::Point;

impl Mesh {
    /// The corners of the cells: those that were given, or half-way between middles.
    pub(super) fn corners(&self) -> Cow<'_, Places> {
        let places = &*self.places;
        let (rows, cols) = (self.grid.rows, self.grid.cols);
        let (between_rows, between_cols) = (places.rows == rows, places.cols == cols);
        if self.shading == Shading::Gouraud || (!between_rows && !between_cols) {
            return Cow::Borrowed(places);
        }
        if !places.is_curved() {
            let x = if between_cols { between(&places.x) } else { places.x.clone() };
            let y = if between_rows { between(&places.y) } else { places.y.clone() };
            return Cow::Owned(Places { rows: y.len(), cols: x.len(), x, y });
        }
        let spread = |list: &[f64]| {
            let mut grid = Vec::new();
            for row in list.chunks(places.cols.max(1)) {
                grid.push(if between_cols { between(row) } else { row.to_vec() });
            }
            if !between_rows || grid.is_empty() {
                return grid.concat();
            }
            let width = grid[0].len();
            let mut columns = Vec::with_capacity(width);
            for col in 0..width {
                let column: Vec<f64> = grid.iter().map(|row| row[col]).collect();
                columns.push(between(&column));
            }
            (0..columns[0].len() * width).map(|i| columns[i % width][i / width]).collect()
        };
        let cols = places.cols + usize::from(between_cols);
        let rows = places.rows + usize::from(between_rows);
        Cow::Owned(Places { rows, cols, x: spread(&places.x), y: spread(&places.y) })
    }
}

/// Where the corners are.
#[derive(Clone, Debug, Default)]
pub(super) struct Places {
    pub(super) rows: usize,
    pub(super) cols: usize,
    /// One for each column, or for each corner, row after row.
    pub(super) x: Vec<f64>,
    pub(super) y: Vec<f64>,
}

impl Places {
    /// In pixels, corner after corner. Where cells are rectangles, each column and each row is looked up once.
    pub(super) fn pixels(&self, painter: &Painter<'_>) -> Vec<Point> {
        let mut pixels = Vec::with_capacity(self.rows * self.cols);
        if self.is_curved() {
            for (x, y) in self.x.iter().zip(&self.y) {
                pixels.push(painter.point(*x, *y));
            }
            // grids of colours are no places
            pixels.resize(self.rows * self.cols, Point::new(f32::NAN, f32::NAN));
            return pixels;
        }
        let (xs, ys) = self.edges(painter);
        for y in ys {
            pixels.extend(xs.iter().map(|x| Point::new(*x, y)));
        }
        pixels
    }

    /// Between which pixels the columns and the rows lie: sides of rectangles may be brought near.
    pub(super) fn edges(&self, painter: &Painter<'_>) -> (Vec<f32>, Vec<f32>) {
        let mut edges = (Vec::with_capacity(self.x.len()), Vec::with_capacity(self.y.len()));
        for x in &self.x {
            edges.0.push(painter.x_clipped(*x));
        }
        for y in &self.y {
            edges.1.push(painter.y_clipped(*y));
        }
        edges
    }

    pub(super) fn is_curved(&self) -> bool {
        self.x.len() != self.cols || self.y.len() != self.rows
    }
}

/// The edges of cells with these middles: half-way between, the outer ones as far beyond.
fn between(middles: &[f64]) -> Vec<f64> {
    let mut edges = Vec::with_capacity(middles.len() + 1);
    match middles {
        [] => {}
        [one] => edges.extend([one - 0.5, one + 0.5]),
        [first, second, ..] => {
            edges.push(first - (second - first) / 2.0);
            for pair in middles.windows(2) {
                edges.push(pair[0] / 2.0 + pair[1] / 2.0);
            }
            let (before, last) = (middles[middles.len() - 2], middles[middles.len() - 1]);
            edges.push(last + (last - before) / 2.0);
        }
    }
    edges
}
