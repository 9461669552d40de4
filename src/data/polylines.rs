//! What may become many runs of points: lines, or the corners of polygons.

use super::column::{Column, Number, sealed};

/// Many lines, or many polygons: what `Segments::new` and `Polygons::new` take.
///
/// A slice, array or `Vec` of [`Polyline`]s, each of any length: `[x0, y0, x1, y1]`, points `[(x, y), ..]` or `[[x, y], ..]`, or two columns
/// `(xs, ys)`; `ndarray` arrays of shape (lines, 4) and (lines, points, 2) (feature `ndarray`); and references to any of these.
///
/// This trait is sealed: the list is complete.
///
/// ```
/// use grabframe::{Polygons, Segments};
/// Segments::new([[0.0, 0.0, 1.0, 1.0], [1.0, 0.0, 0.0, 1.0]]); // from (0, 0) to (1, 1), and the other way
/// Segments::new(vec![vec![(0, 0), (1, 2), (2, 0)], vec![(3, 3), (4, 4)]]);
/// Polygons::new([([0, 1, 1], [0, 0, 1])]); // columns of x and of y
/// ```
#[cfg_attr(
    feature = "ndarray",
    doc = r"
```
use grabframe::Segments;
use ndarray::{array, Array3};
Segments::new(array![[0.0, 0.0, 1.0, 1.0], [1.0, 0.0, 0.0, 1.0]]);
Segments::new(Array3::<f32>::zeros((100, 5, 2))); // a hundred lines of five points
```"
)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a list of lines or polygons",
    label = "not a list of lines",
    note = "a list holds lines: `[x0, y0, x1, y1]`, points `[(x, y), ..]`, or two columns `(xs, ys)`",
    note = "one line alone is a list of one: `[line]`; one that is coloured piece by piece is `Segments::along(x, y)`"
)]
pub trait Polylines: sealed::Sealed {
    #[doc(hidden)]
    #[track_caller]
    fn add_to(&self, out: &mut Outlines);
}

/// One line, or the corners of one polygon: `[x0, y0, x1, y1]`, points `[(x, y), ..]` or `[[x, y], ..]` in an array, slice or `Vec`, or two
/// [`Column`]s `(xs, ys)`.
///
/// This trait is sealed: the list is complete.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a line",
    label = "not a line",
    note = "a line is `[x0, y0, x1, y1]`, points `[(x, y), ..]`, or two columns `(xs, ys)`"
)]
pub trait Polyline: sealed::Sealed {
    #[doc(hidden)]
    #[track_caller]
    fn add_points(&self, out: &mut Outlines);
}

/// A point: `(x, y)` or `[x, y]`. This trait is sealed.
pub trait Xy: sealed::Sealed {
    #[doc(hidden)]
    fn xy(&self) -> (f64, f64);
}

/// Runs of points, one after the other.
#[doc(hidden)]
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outlines {
    pub(crate) x: Vec<f64>,
    pub(crate) y: Vec<f64>,
    /// One past the last point of each run.
    pub(crate) ends: Vec<u32>,
}

impl Outlines {
    pub(crate) fn clear(&mut self) {
        self.x.clear();
        self.y.clear();
        self.ends.clear();
    }

    pub(crate) fn push(&mut self, x: f64, y: f64) {
        self.x.push(x);
        self.y.push(y);
    }

    /// Ends a run.
    pub(crate) fn end(&mut self) {
        self.ends.push(self.x.len() as u32);
    }

    /// How many runs there are.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// Where run `i` begins and ends.
    pub(crate) fn range(&self, i: usize) -> std::ops::Range<usize> {
        let from = if i == 0 { 0 } else { self.ends[i - 1] as usize };
        from..self.ends[i] as usize
    }

    /// Runs of two points, one for each step of a line.
    pub(crate) fn steps(xs: &[f64], ys: &[f64]) -> Self {
        let mut out = Self::default();
        out.add_steps(xs, ys);
        out
    }

    /// Adds them.
    pub(crate) fn add_steps(&mut self, xs: &[f64], ys: &[f64]) {
        for i in 1..xs.len().min(ys.len()) {
            self.push(xs[i - 1], ys[i - 1]);
            self.push(xs[i], ys[i]);
            self.end();
        }
    }
}

impl<A: Number, B: Number> Xy for (A, B) {
    #[inline]
    fn xy(&self) -> (f64, f64) {
        (self.0.to_f64(), self.1.to_f64())
    }
}

impl<T: Number> Xy for [T; 2] {
    #[inline]
    fn xy(&self) -> (f64, f64) {
        (self[0].to_f64(), self[1].to_f64())
    }
}

impl<L: Polyline + ?Sized> Polyline for &L {
    #[track_caller]
    fn add_points(&self, out: &mut Outlines) {
        (**self).add_points(out);
    }
}

impl<P: Xy> Polyline for [P] {
    fn add_points(&self, out: &mut Outlines) {
        for point in self {
            let (x, y) = point.xy();
            out.push(x, y);
        }
    }
}

impl<P: Xy> Polyline for Vec<P> {
    fn add_points(&self, out: &mut Outlines) {
        self.as_slice().add_points(out);
    }
}

impl<P: Xy, const N: usize> Polyline for [P; N] {
    fn add_points(&self, out: &mut Outlines) {
        self.as_slice().add_points(out);
    }
}

impl<X: Column, Y: Column> Polyline for (X, Y) {
    #[track_caller]
    fn add_points(&self, out: &mut Outlines) {
        super::same_length(("x", self.0.column_len()), ("y", self.1.column_len()));
        self.0.append_to(&mut out.x);
        self.1.append_to(&mut out.y);
    }
}

macro_rules! from_to {
    ($($t:ty)*) => {$(
        impl Polyline for [$t; 4] {
            #[inline]
            fn add_points(&self, out: &mut Outlines) {
                let [x0, y0, x1, y1] = self.map(|v| v.to_f64());
                out.push(x0, y0);
                out.push(x1, y1);
            }
        }
    )*};
}
from_to!(f64 f32 i8 i16 i32 i64 isize u8 u16 u32 u64 usize);

impl<S: Polylines + ?Sized> Polylines for &S {
    #[track_caller]
    fn add_to(&self, out: &mut Outlines) {
        (**self).add_to(out);
    }
}

impl<L: Polyline> Polylines for [L] {
    #[track_caller]
    fn add_to(&self, out: &mut Outlines) {
        for line in self {
            line.add_points(out);
            out.end();
        }
    }
}

impl<L: Polyline> Polylines for Vec<L> {
    #[track_caller]
    fn add_to(&self, out: &mut Outlines) {
        self.as_slice().add_to(out);
    }
}

impl<L: Polyline, const N: usize> Polylines for [L; N] {
    #[track_caller]
    fn add_to(&self, out: &mut Outlines) {
        self.as_slice().add_to(out);
    }
}

#[cfg(feature = "ndarray")]
mod arrays {
    use super::{Number, Outlines, Polylines};
    use ndarray::{ArrayBase, Data, Ix2, Ix3};

    impl<T: Number, S: Data<Elem = T>> Polylines for ArrayBase<S, Ix2> {
        #[track_caller]
        fn add_to(&self, out: &mut Outlines) {
            let columns = self.ncols();
            assert!(columns == 4, "a row of lines has four numbers, x0, y0, x1 and y1, but these have {columns}");
            for row in self.rows() {
                out.push(row[0].to_f64(), row[1].to_f64());
                out.push(row[2].to_f64(), row[3].to_f64());
                out.end();
            }
        }
    }

    impl<T: Number, S: Data<Elem = T>> Polylines for ArrayBase<S, Ix3> {
        #[track_caller]
        fn add_to(&self, out: &mut Outlines) {
            let last = self.dim().2;
            assert!(
                last == 2,
                "points have two numbers, x and y, in the last dimension, but the shape is {:?}",
                self.shape()
            );
            for line in self.outer_iter() {
                for point in line.rows() {
                    out.push(point[0].to_f64(), point[1].to_f64());
                }
                out.end();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(lines: impl Polylines) -> Outlines {
        let mut out = Outlines::default();
        lines.add_to(&mut out);
        out
    }

    #[test]
    fn lines_come_in_any_of_their_forms() {
        let want = Outlines { x: vec![0.0, 1.0, 2.0, 3.0], y: vec![5.0, 6.0, 7.0, 8.0], ends: vec![2, 4] };
        assert_eq!(read([[0, 5, 1, 6], [2, 7, 3, 8]]), want);
        assert_eq!(read(vec![[(0.0, 5), (1.0, 6)], [(2.0, 7), (3.0, 8)]]), want);
        assert_eq!(read([vec![[0_u8, 5], [1, 6]], vec![[2, 7], [3, 8]]]), want);
        assert_eq!(read([([0, 1], [5.0, 6.0]), ([2, 3], [7.0, 8.0])]), want);
        let slices: Vec<&[(f32, f32)]> = vec![&[(0.0, 5.0), (1.0, 6.0)], &[(2.0, 7.0), (3.0, 8.0)]];
        assert_eq!(read(&slices), want);
        assert_eq!(read(&slices[..]), want);
        #[cfg(feature = "ndarray")]
        {
            let rows = ndarray::array![[0.0, 5.0, 1.0, 6.0], [2.0, 7.0, 3.0, 8.0]];
            assert_eq!(read(&rows), want);
            assert_eq!(read(rows.to_shape((2, 2, 2)).unwrap()), want);
        }
        assert_eq!(read(Vec::<[f64; 4]>::new()), Outlines::default());
        assert_eq!(read([vec![(1, 2)], vec![]]).ends, [1, 1]);
    }
}
