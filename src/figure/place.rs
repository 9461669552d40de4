//! Where axes are in their figure, and the groups that `subplots` and `mosaic` return.

use std::ops::Index;

use crate::figure::{Axes, Key};

/// Where axes are in their figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Place {
    /// Cells of that grid of the figure: rows and columns from the first to before the last, counted from the upper left.
    Grid { grid: usize, row: (usize, usize), col: (usize, usize) },
    /// Shares of the figure's width and height, the bottom being 0.
    Shares { left: f64, bottom: f64, width: f64, height: f64 },
    /// The box of the axes at that position.
    Twin { of: usize },
    /// A part of the box of the axes at that position: left, bottom, width and height as shares of it.
    Inset { of: usize, part: [f64; 4] },
}

impl Place {
    /// The position of the axes that these stand in, if they do.
    pub(crate) const fn parent(self) -> Option<usize> {
        match self {
            Self::Grid { .. } | Self::Shares { .. } => None,
            Self::Twin { of } | Self::Inset { of, .. } => Some(of),
        }
    }
}

/// A box in shares of the figure.
///
/// # Panics
/// At the caller's line, if it is no box, or is not in the figure.
#[track_caller]
pub(crate) fn shares(left: f64, bottom: f64, width: f64, height: f64) -> Place {
    let given = format!("axes at ({left}, {bottom}) of {width} x {height}");
    let all = [left, bottom, width, height];
    assert!(all.iter().all(|v| v.is_finite()), "{given} cannot be placed: every number must be finite");
    assert!(width > 0.0 && height > 0.0, "{given} have no inside: width and height must be positive");
    // a box of many times the figure is one in pixels, too
    let seen = left < 1.0 && bottom < 1.0 && left + width > 0.0 && bottom + height > 0.0;
    let near = all.iter().all(|v| v.abs() <= FARTHEST);
    assert!(seen && near, "{given} are not in the figure: the numbers are shares of its width and height, 0 to 1");
    Place::Shares { left, bottom, width, height }
}

/// A part of the box of other axes.
///
/// # Panics
/// At the caller's line, if it is no box.
#[track_caller]
pub(crate) fn inset(of: usize, part: [f64; 4]) -> Place {
    let [left, bottom, width, height] = part;
    let given = format!("an inset at ({left}, {bottom}) of {width} x {height}");
    assert!(part.iter().all(|v| v.is_finite()), "{given} cannot be placed: every number must be finite");
    assert!(width > 0.0 && height > 0.0, "{given} has no inside: width and height must be positive");
    let near = part.iter().all(|v| v.abs() <= FARTHEST);
    assert!(near, "{given} is not near its axes: the numbers are shares of their width and height, 0 to 1");
    Place::Inset { of, part }
}

/// How many figures away, or large, axes may be.
const FARTHEST: f64 = 10.0;

/// The axes of a grid, indexed by `(row, column)` from the upper left or, as matplotlib's `axs.flat`, by one number; or iterated row by row.
///
/// ```
/// use grabframe::prelude::*;
/// let mut fig = Figure::new();
/// let axs = fig.subplots(2, 2);
/// for ax in &axs {
///     fig[ax].grid(true); // `ax` is a `Key<Axes>`
/// }
/// assert_eq!(axs.iter().next(), Some(axs[(0, 0)]));
/// assert_eq!(axs[2], axs[(1, 0)]);
/// ```
///
/// Made by [`Figure::subplots`](crate::Figure::subplots).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subplots {
    rows: usize,
    cols: usize,
    keys: Vec<Key<Axes>>,
}

impl Subplots {
    pub(crate) fn new(rows: usize, cols: usize, keys: Vec<Key<Axes>>) -> Self {
        Self { rows, cols, keys }
    }

    /// The number of rows.
    #[must_use]
    pub const fn rows(&self) -> usize {
        self.rows
    }

    /// The number of columns.
    #[must_use]
    pub const fn cols(&self) -> usize {
        self.cols
    }

    /// The keys, row by row.
    pub fn iter(&self) -> std::iter::Copied<std::slice::Iter<'_, Key<Axes>>> {
        self.keys.iter().copied()
    }
}

impl Index<(usize, usize)> for Subplots {
    type Output = Key<Axes>;

    #[track_caller]
    fn index(&self, (row, col): (usize, usize)) -> &Key<Axes> {
        let (rows, cols) = (self.rows, self.cols);
        assert!(row < rows && col < cols, "axes ({row}, {col}) are outside the grid of {rows} x {cols}");
        &self.keys[row * cols + col]
    }
}

/// Row by row.
impl Index<usize> for Subplots {
    type Output = Key<Axes>;

    #[track_caller]
    fn index(&self, at: usize) -> &Key<Axes> {
        let (rows, cols) = (self.rows, self.cols);
        assert!(at < self.keys.len(), "axes {at}, counted from 0, are outside the grid of {rows} x {cols}");
        &self.keys[at]
    }
}

impl IntoIterator for Subplots {
    type Item = Key<Axes>;
    type IntoIter = std::vec::IntoIter<Key<Axes>>;

    fn into_iter(self) -> Self::IntoIter {
        self.keys.into_iter()
    }
}

impl<'a> IntoIterator for &'a Subplots {
    type Item = Key<Axes>;
    type IntoIter = std::iter::Copied<std::slice::Iter<'a, Key<Axes>>>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// The axes of a mosaic, indexed by letter. Made by [`Figure::mosaic`](crate::Figure::mosaic).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mosaic {
    /// In the order of the letters.
    keys: Vec<(char, Key<Axes>)>,
}

impl Mosaic {
    pub(crate) const fn new() -> Self {
        Self { keys: Vec::new() }
    }

    pub(crate) fn add(&mut self, letter: char, key: Key<Axes>) {
        let at = self.keys.partition_point(|(other, _)| *other < letter);
        self.keys.insert(at, (letter, key));
    }

    /// The letters and their axes, in the order of the letters.
    pub fn iter(&self) -> impl Iterator<Item = (char, Key<Axes>)> + '_ {
        self.keys.iter().copied()
    }
}

impl Index<char> for Mosaic {
    type Output = Key<Axes>;

    #[track_caller]
    fn index(&self, letter: char) -> &Key<Axes> {
        match self.keys.iter().find(|(other, _)| *other == letter) {
            Some((_, key)) => key,
            None => {
                let letters: Vec<char> = self.iter().map(|(letter, _)| letter).collect();
                panic!("there are no axes `{letter}` in this mosaic; it has {letters:?}")
            }
        }
    }
}

/// Rows, or columns: from the first to before the last.
pub(super) type Cells = (usize, usize);

/// A letter, its rows and its columns.
type Letter = (char, Cells, Cells);

/// The letters of a mosaic and where each is, in the order of their first cells.
#[derive(Debug, PartialEq)]
pub(super) struct Letters {
    pub(super) rows: usize,
    pub(super) cols: usize,
    pub(super) cells: Vec<Letter>,
}

#[track_caller]
pub(super) fn mosaic(letters: &str) -> Letters {
    let mut rows: Vec<Vec<char>> = Vec::new();
    for row in letters.split([';', '\n']) {
        rows.push(row.chars().filter(|c| !c.is_whitespace()).collect());
    }
    rows.retain(|row| !row.is_empty());
    let cols = rows.first().map_or(0, Vec::len);
    assert!(cols > 0, "the mosaic has no letters");
    assert!(rows.iter().all(|r| r.len() == cols), "the rows of the mosaic `{letters}` have different lengths");
    let mut found: Vec<Letter> = Vec::new();
    for (r, row) in rows.iter().enumerate() {
        for (c, &letter) in row.iter().enumerate() {
            if letter == '.' || found.iter().any(|(l, ..)| *l == letter) {
                continue;
            }
            let (mut right, mut below) = (c + 1, r + 1);
            while right < cols && row[right] == letter {
                right += 1;
            }
            while below < rows.len() && rows[below][c] == letter {
                below += 1;
            }
            let mut whole = true;
            for (i, row) in rows.iter().enumerate() {
                for (k, &other) in row.iter().enumerate() {
                    whole &= (other == letter) == ((r..below).contains(&i) && (c..right).contains(&k));
                }
            }
            assert!(whole, "the cells of `{letter}` in the mosaic `{letters}` are no rectangle");
            found.push((letter, (r, below), (c, right)));
        }
    }
    Letters { rows: rows.len(), cols, cells: found }
}

#[cfg(test)]
mod tests;
