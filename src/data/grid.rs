//! What may become a picture: rows of numbers, or of colours.

use super::column::{Column, Number, sealed};

/// Numbers or colours in rows and columns: what `Image::new(data)` and its `set_data` take.
///
/// Two-dimensional `ndarray` arrays and views of numbers, three-dimensional ones of shape (rows, columns, 3 or 4) as
/// red, green, blue and opacity (`u8`, or `f32`/`f64` from 0 to 1, clamped, a cell with NaN in it being a hole) (feature `ndarray`); arrays of arrays and
/// `Vec` of rows; `(rows, columns, column)` with any [`Column`] that holds row after row; and references to any of
/// these. Row 0 is the first one.
///
/// This trait is sealed: the list is complete.
///
/// ```
/// use grabframe::{Grid, GridData, Values};
/// let mut data = GridData::default();
/// [[1, 2, 3], [4, 5, 6]].read_into(&mut data);
/// assert_eq!((data.rows, data.cols), (2, 3));
/// assert_eq!(data.values, Values::Scalar(vec![1.0, 2.0, 3.0, 4.0, 5.0, 6.0]));
/// (2, 2, vec![0.5_f32; 4]).read_into(&mut data);
/// assert_eq!(data.values, Values::Scalar(vec![0.5; 4]));
/// vec![vec![true], vec![false]].read_into(&mut data);
/// assert_eq!((data.rows, data.cols), (2, 1));
/// ```
#[cfg_attr(
    feature = "ndarray",
    doc = r"
```
use grabframe::{Grid, GridData, Values};
use ndarray::{Array2, Array3};
let mut data = GridData::default();
Array2::<f64>::zeros((30, 40)).view().read_into(&mut data);
assert_eq!((data.rows, data.cols), (30, 40));
Array3::<u8>::from_elem((1, 2, 3), 7).read_into(&mut data);
assert_eq!(data.values, Values::Rgba(vec![7, 7, 7, 255, 7, 7, 7, 255]));
```"
)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a grid of numbers or colours",
    label = "not a grid",
    note = "grids are `Array2` of numbers, `Array3` of shape (rows, columns, 3 or 4), nested arrays, and `Vec` of rows",
    note = "values in one row after the other become a grid as `(rows, columns, values)`",
    note = "of `Option<f64>`, take `v.unwrap_or(f64::NAN)`: NaN is a hole"
)]
pub trait Grid: sealed::Sealed {
    /// Makes `out` hold these values and no others. Its memory is used again.
    ///
    /// # Panics
    /// At the caller's line, if rows are of different lengths, if the number of values is not rows times columns, or if
    /// there are neither 3 nor 4 channels.
    #[track_caller]
    fn read_into(&self, out: &mut GridData);
}

/// The values of a picture, row after row.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct GridData {
    /// How many rows there are.
    pub rows: usize,
    /// How many columns there are.
    pub cols: usize,
    /// The values.
    pub values: Values,
}

impl GridData {
    /// So many rows and columns of these values.
    ///
    /// ```
    /// use grabframe::{GridData, Values};
    /// let grid = GridData::new(2, 3, Values::Scalar(vec![0.0, 1.0, 2.0, 3.0, 4.0, 5.0]));
    /// assert_eq!(grid.rows, 2);
    /// ```
    ///
    /// # Panics
    /// If there are fewer values than rows times columns (or bytes than four times as many).
    #[must_use]
    #[track_caller]
    pub fn new(rows: usize, cols: usize, values: Values) -> Self {
        let grid = Self { rows, cols, values };
        grid.check();
        grid
    }

    /// # Panics
    /// At the caller's line, if it has fewer values than cells.
    #[track_caller]
    pub(crate) fn check(&self) {
        let cells = self.rows.saturating_mul(self.cols);
        let (cells, held) = match &self.values {
            Values::Scalar(values) => (cells, values.len()),
            Values::Rgba(bytes) => (cells.saturating_mul(4), bytes.len()),
        };
        assert!(held >= cells, "{} rows of {} columns are {cells} values, but there are {held}", self.rows, self.cols);
    }
}

/// Numbers for a colormap, or colours.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Values {
    /// One number for each cell.
    Scalar(Vec<f64>),
    /// Four bytes for each cell: red, green, blue, opacity (not premultiplied).
    Rgba(Vec<u8>),
}

impl Default for Values {
    fn default() -> Self {
        Self::Scalar(Vec::new())
    }
}

impl GridData {
    /// Empty memory for numbers, what was there before if it was for numbers.
    fn scalars(&mut self) -> &mut Vec<f64> {
        if !matches!(self.values, Values::Scalar(_)) {
            self.values = Values::default();
        }
        match &mut self.values {
            Values::Scalar(v) => {
                v.clear();
                v
            }
            Values::Rgba(_) => unreachable!("it was made scalar above"),
        }
    }

    /// Rows of numbers.
    #[track_caller]
    fn set_rows<'a, T: Number>(&mut self, rows: impl ExactSizeIterator<Item = &'a [T]>) {
        self.rows = rows.len();
        self.cols = 0;
        let mut cols = None;
        let out = self.scalars();
        for (i, row) in rows.enumerate() {
            let first = *cols.get_or_insert(row.len());
            assert!(
                row.len() == first,
                "row {i} has {} values but row 0 has {first}; they must be equally many",
                row.len()
            );
            row.append_to(out);
        }
        self.cols = cols.unwrap_or(0);
    }
}

impl<G: Grid + ?Sized> Grid for &G {
    #[track_caller]
    fn read_into(&self, out: &mut GridData) {
        (**self).read_into(out);
    }
}

impl<T: Number> Grid for [Vec<T>] {
    #[track_caller]
    fn read_into(&self, out: &mut GridData) {
        out.set_rows(self.iter().map(Vec::as_slice));
    }
}

impl<T: Number> Grid for Vec<Vec<T>> {
    #[track_caller]
    fn read_into(&self, out: &mut GridData) {
        self.as_slice().read_into(out);
    }
}

impl<T: Number, const N: usize> Grid for [[T; N]] {
    #[track_caller]
    fn read_into(&self, out: &mut GridData) {
        out.set_rows(self.iter().map(<[T; N]>::as_slice));
    }
}

impl<T: Number, const N: usize> Grid for Vec<[T; N]> {
    #[track_caller]
    fn read_into(&self, out: &mut GridData) {
        self.as_slice().read_into(out);
    }
}

impl<T: Number, const N: usize, const M: usize> Grid for [[T; N]; M] {
    #[track_caller]
    fn read_into(&self, out: &mut GridData) {
        self.as_slice().read_into(out);
    }
}

impl<C: Column> Grid for (usize, usize, C) {
    #[track_caller]
    fn read_into(&self, out: &mut GridData) {
        let (rows, cols, values) = self;
        let (wanted, got) = (rows.saturating_mul(*cols), values.column_len());
        assert!(got == wanted, "{rows} rows of {cols} columns are {wanted} values, but there are {got}");
        (out.rows, out.cols) = (*rows, *cols);
        values.append_to(out.scalars());
    }
}

#[cfg(feature = "ndarray")]
mod arrays {
    use super::{Grid, GridData, Number, Values};
    use ndarray::{ArrayBase, Data, Ix2, Ix3};

    impl<T: Number, S: Data<Elem = T>> Grid for ArrayBase<S, Ix2> {
        #[track_caller]
        fn read_into(&self, out: &mut GridData) {
            (out.rows, out.cols) = self.dim();
            let values = out.scalars();
            match self.as_slice() {
                Some(contiguous) => values.extend(contiguous.iter().map(|v| v.to_f64())),
                None => values.extend(self.iter().map(|v| v.to_f64())),
            }
        }
    }

    impl<T: super::Channel, S: Data<Elem = T>> Grid for ArrayBase<S, Ix3> {
        #[track_caller]
        fn read_into(&self, out: &mut GridData) {
            let (rows, cols, channels) = self.dim();
            assert!(
                channels == 3 || channels == 4,
                "a picture of colours has 3 or 4 channels in its last dimension, but its shape is {:?}",
                self.shape()
            );
            (out.rows, out.cols) = (rows, cols);
            let bytes = out.rgba();
            bytes.reserve(rows * cols * 4);
            match (self.as_slice(), channels) {
                (Some(all), 4) => all.chunks_exact(4).for_each(|p| bytes.extend(cell([p[0], p[1], p[2], p[3]]))),
                (Some(all), _) => all.chunks_exact(3).for_each(|p| bytes.extend(opaque([p[0], p[1], p[2]]))),
                (None, 4) => self.rows().into_iter().for_each(|p| bytes.extend(cell([p[0], p[1], p[2], p[3]]))),
                (None, _) => self.rows().into_iter().for_each(|p| bytes.extend(opaque([p[0], p[1], p[2]]))),
            }
        }
    }

    /// Red, green, blue and opacity; a hole if one of them is NaN.
    #[inline]
    fn cell<T: super::Channel>(channels: [T; 4]) -> [u8; 4] {
        if channels.iter().any(|c| c.is_hole()) { [0; 4] } else { channels.map(T::to_byte) }
    }

    #[inline]
    fn opaque<T: super::Channel>(channels: [T; 3]) -> [u8; 4] {
        let [r, g, b] = channels.map(T::to_byte);
        if channels.iter().any(|c| c.is_hole()) { [0; 4] } else { [r, g, b, 255] }
    }

    impl GridData {
        /// Empty memory for colours, what was there before if it was for colours.
        fn rgba(&mut self) -> &mut Vec<u8> {
            if !matches!(self.values, Values::Rgba(_)) {
                self.values = Values::Rgba(Vec::new());
            }
            match &mut self.values {
                Values::Rgba(v) => {
                    v.clear();
                    v
                }
                Values::Scalar(_) => unreachable!("it was made colours above"),
            }
        }
    }
}

/// A channel of a colour: `u8` from 0 to 255, or `f32` and `f64` from 0 to 1. This trait is sealed.
pub trait Channel: sealed::Sealed + Copy + 'static {
    #[doc(hidden)]
    fn to_byte(self) -> u8;

    /// Whether it is NaN, which makes its cell a hole.
    #[doc(hidden)]
    fn is_hole(self) -> bool {
        false
    }
}

impl Channel for u8 {
    #[inline]
    fn to_byte(self) -> u8 {
        self
    }
}

impl Channel for f32 {
    #[inline]
    fn to_byte(self) -> u8 {
        // As matplotlib: the fraction is cut off, not rounded.
        (self.clamp(0.0, 1.0) * 255.0) as u8
    }

    #[inline]
    fn is_hole(self) -> bool {
        self.is_nan()
    }
}

impl Channel for f64 {
    #[inline]
    fn to_byte(self) -> u8 {
        (self.clamp(0.0, 1.0) * 255.0) as u8
    }

    #[inline]
    fn is_hole(self) -> bool {
        self.is_nan()
    }
}

/// The numbers of a grid, row after row: `what` they are, one for each place along x and along y.
///
/// # Panics
/// If there are not as many columns and rows as places, or it is a grid of colours.
#[track_caller]
pub(crate) fn numbers(what: &str, grid: &impl Grid, x: &[f64], y: &[f64]) -> Vec<f64> {
    let mut data = GridData::default();
    grid.read_into(&mut data);
    assert!(
        (data.rows, data.cols) == (y.len(), x.len()),
        "a grid of {} x {} {what} does not fit {} places along y and {} along x",
        data.rows,
        data.cols,
        y.len(),
        x.len(),
    );
    match data.values {
        Values::Scalar(values) => values,
        Values::Rgba(_) => panic!("a grid of colours has no {what}"),
    }
}

#[cfg(test)]
mod tests;
