//! What may become a column of numbers.

use std::collections::VecDeque;
use std::ops::{Range, RangeInclusive};

use super::per_point::one_number;
use crate::geom::Extent;

/// So many numbers are copied at once.
const AT_ONCE: usize = 1024;

/// Numbers in a row: what `Line::new(x, y)` and `set_data(x, y)` take.
///
/// Slices, arrays, `Vec` and `VecDeque`; ranges of integers; one-dimensional `ndarray` arrays and views (feature
/// `ndarray`); and references to any of these. The numbers may be of any primitive integer or floating-point type, or
/// `bool` (0 and 1). They become `f64`; integers of 64 bits beyond 2^53 are rounded. Dates and times ([`Moment`](crate::Moment) has the list)
/// become seconds since 1970, and the axis has dates (not where shapes are drawn from pieces: `Segments`, `Polygons`, `Patch`).
///
/// This trait is sealed: the list is complete. Its methods have names of their own (not `len` or `fill`), so that
/// importing it changes no other call.
///
/// ```
/// use grabframe::Column;
/// fn take(column: impl Column) -> Vec<f64> {
///     let mut out = Vec::new();
///     column.copy_to(&mut out);
///     out
/// }
/// let xs = vec![0.0, 0.5, 1.0];
/// assert_eq!(take(&xs), xs);
/// assert_eq!(take(&xs[..2]), [0.0, 0.5]);
/// assert_eq!(take([1_u8, 2]), [1.0, 2.0]);
/// assert_eq!(take(0..3), [0.0, 1.0, 2.0]);
/// ```
#[cfg_attr(
    feature = "ndarray",
    doc = r"
```
# use grabframe::Column;
# fn take(column: impl Column) -> Vec<f64> {
#     let mut out = Vec::new();
#     column.copy_to(&mut out);
#     out
# }
use ndarray::{array, s};
let a = array![[1.0_f32, 2.0, 3.0], [4.0, 5.0, 6.0]];
assert_eq!(take(a.row(0)), [1.0, 2.0, 3.0]);
assert_eq!(take(a.slice(s![.., 1])), [2.0, 5.0]);
assert_eq!(take(&a.row(1).to_owned()), [4.0, 5.0, 6.0]);
```"
)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a column of numbers",
    label = "not a column",
    note = "columns are slices, arrays, `Vec`, `VecDeque`, ranges of integers and `ndarray` vectors of numbers",
    note = "an iterator is collected first: `.collect::<Vec<f64>>()`",
    note = "of `Option<f64>`, take `v.unwrap_or(f64::NAN)`: NaN is a gap",
    note = "points `(x, y)` become two columns: `let (x, y): (Vec<f64>, Vec<f64>) = points.into_iter().unzip()`"
)]
pub trait Column: sealed::Sealed {
    /// How many numbers there are.
    fn column_len(&self) -> usize;

    /// Appends the numbers to `out`.
    fn append_to(&self, out: &mut Vec<f64>);

    /// Makes `out` hold these numbers and no others. Its memory is used again.
    fn copy_to(&self, out: &mut Vec<f64>) {
        out.clear();
        self.append_to(out);
    }

    /// The same, and says how far the numbers reach, and whether all of them are finite.
    #[doc(hidden)]
    fn copy_seen(&self, out: &mut Vec<f64>) -> (Extent, bool) {
        self.copy_to(out);
        Extent::of_slice(out)
    }

    /// What its type says of the numbers.
    #[doc(hidden)]
    fn kind(&self) -> Kind;
}

/// A primitive type whose values become `f64`, or a type of dates ([`Moment`](crate::Moment)), whose values become seconds: what setters
/// take for a single number. This trait is sealed.
///
/// ```
/// use grabframe::prelude::*;
/// let mut fig = Figure::inches(8, 4.5);
/// let ax = fig.add_axes();
/// let line = fig[ax].add(Line::empty().linewidth(2));
/// for i in 0..10_u8 {
///     fig[line].push(i, u32::from(i).pow(2)); // of any type
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a number",
    label = "not a number",
    note = "numbers are the primitive integers and floats, and `bool`; dates with the features `jiff` and `chrono`",
    note = "of an `Option<f64>`, take `v.unwrap_or(f64::NAN)`: NaN is a gap in a line and a hole in an image",
    note = "names of categories: `Bars::categories([\"ants\", \"bees\"], heights)`, or positions 0, 1.. and `set_xticklabels([0, 1], [\"ants\", \"bees\"])`",
    note = "points `(x, y)` become two columns: `let (x, y): (Vec<f64>, Vec<f64>) = points.into_iter().unzip()`",
    note = "what matplotlib takes as one tuple is several arguments here: `set_clim(0, 1)`, not `set_clim((0, 1))`",
    note = "a reference is followed: `*v`"
)]
pub trait Number: sealed::Sealed + 'static {
    #[doc(hidden)]
    const KIND: Kind;

    #[doc(hidden)]
    fn to_f64(&self) -> f64;

    /// Whether it is seconds since 1970.
    #[doc(hidden)]
    #[inline]
    fn is_date(&self) -> bool {
        Self::KIND == Kind::Dates
    }
}

macro_rules! numbers {
    ($kind:ident $($t:ty)*) => {$(
        impl sealed::Sealed for $t {}
        impl Number for $t {
            const KIND: Kind = Kind::$kind;

            #[inline]
            fn to_f64(&self) -> f64 {
                *self as f64
            }
        }
        one_number!([] $t);
    )*};
}
numbers!(Any f64 f32);
numbers!(Whole i8 i16 i32 i64 isize u8 u16 u32 u64 usize);

one_number!([] bool);
impl sealed::Sealed for bool {}
impl Number for bool {
    const KIND: Kind = Kind::Whole;

    #[inline]
    fn to_f64(&self) -> f64 {
        f64::from(u8::from(*self))
    }
}

/// What the type of numbers says of them.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Nothing.
    Any,
    /// There are whole ones only.
    Whole,
    /// They are seconds since 1970.
    Dates,
}

pub(super) mod sealed {
    use std::collections::VecDeque;
    use std::ops::{Range, RangeInclusive};

    /// Of the containers only those that implement `Column` or `Grid` for some content matter.
    pub trait Sealed {}
    impl<X: Sealed + ?Sized> Sealed for &X {}
    impl<X: Sealed> Sealed for [X] {}
    impl<X: Sealed, const N: usize> Sealed for [X; N] {}
    impl<X: Sealed> Sealed for Vec<X> {}
    impl<X: Sealed> Sealed for VecDeque<X> {}
    impl<X: Sealed> Sealed for Range<X> {}
    impl<X: Sealed> Sealed for RangeInclusive<X> {}
    impl<X: Sealed> Sealed for (usize, usize, X) {}
    impl<X: Sealed, Y: Sealed> Sealed for (X, Y) {}
    #[cfg(feature = "ndarray")]
    impl<S: ndarray::RawData, D> Sealed for ndarray::ArrayBase<S, D> {}
}

impl<C: Column + ?Sized> Column for &C {
    fn column_len(&self) -> usize {
        (**self).column_len()
    }
    fn append_to(&self, out: &mut Vec<f64>) {
        (**self).append_to(out);
    }
    fn copy_seen(&self, out: &mut Vec<f64>) -> (Extent, bool) {
        (**self).copy_seen(out)
    }
    fn kind(&self) -> Kind {
        (**self).kind()
    }
}

impl<T: Number> Column for [T] {
    fn column_len(&self) -> usize {
        self.len()
    }
    fn append_to(&self, out: &mut Vec<f64>) {
        out.extend(self.iter().map(|v| v.to_f64()));
    }
    fn copy_seen(&self, out: &mut Vec<f64>) -> (Extent, bool) {
        out.clear();
        out.reserve(self.len());
        let mut seen = (Extent::EMPTY, true);
        // so many as are still at hand when they are looked at
        for part in self.chunks(AT_ONCE) {
            let from = out.len();
            part.append_to(out);
            let (extent, finite) = Extent::of_slice(&out[from..]);
            seen = (seen.0.union(extent), seen.1 && finite);
        }
        seen
    }
    fn kind(&self) -> Kind {
        T::KIND
    }
}

impl<T: Number, const N: usize> Column for [T; N] {
    fn column_len(&self) -> usize {
        N
    }
    fn append_to(&self, out: &mut Vec<f64>) {
        self.as_slice().append_to(out);
    }
    fn copy_seen(&self, out: &mut Vec<f64>) -> (Extent, bool) {
        self.as_slice().copy_seen(out)
    }
    fn kind(&self) -> Kind {
        T::KIND
    }
}

impl<T: Number> Column for Vec<T> {
    fn column_len(&self) -> usize {
        self.len()
    }
    fn append_to(&self, out: &mut Vec<f64>) {
        self.as_slice().append_to(out);
    }
    fn copy_seen(&self, out: &mut Vec<f64>) -> (Extent, bool) {
        self.as_slice().copy_seen(out)
    }
    fn kind(&self) -> Kind {
        T::KIND
    }
}

impl<T: Number> Column for VecDeque<T> {
    fn column_len(&self) -> usize {
        self.len()
    }
    fn append_to(&self, out: &mut Vec<f64>) {
        let (front, back) = self.as_slices();
        front.append_to(out);
        back.append_to(out);
    }
    fn kind(&self) -> Kind {
        T::KIND
    }
}

// inline, so that only those that a program uses are compiled, with it
macro_rules! ranges {
    ($($t:ty)*) => {$(
        impl Column for Range<$t> {
            #[inline]
            fn column_len(&self) -> usize {
                self.clone().count()
            }
            #[inline]
            fn append_to(&self, out: &mut Vec<f64>) {
                out.extend(self.clone().map(|v| v.to_f64()));
            }
            #[inline]
            fn kind(&self) -> Kind {
                Kind::Whole
            }
        }
        impl Column for RangeInclusive<$t> {
            #[inline]
            fn column_len(&self) -> usize {
                self.clone().count()
            }
            #[inline]
            fn append_to(&self, out: &mut Vec<f64>) {
                out.extend(self.clone().map(|v| v.to_f64()));
            }
            #[inline]
            fn kind(&self) -> Kind {
                Kind::Whole
            }
        }
    )*};
}
ranges!(i8 i16 i32 i64 isize u8 u16 u32 u64 usize);

#[cfg(feature = "ndarray")]
mod arrays {
    use super::{Column, Extent, Kind, Number};
    use ndarray::{ArrayBase, Data, Ix1};

    impl<T: Number, S: Data<Elem = T>> Column for ArrayBase<S, Ix1> {
        fn column_len(&self) -> usize {
            self.dim()
        }
        fn append_to(&self, out: &mut Vec<f64>) {
            match self.as_slice() {
                Some(contiguous) => contiguous.append_to(out),
                None => out.extend(self.iter().map(|v| v.to_f64())),
            }
        }
        fn copy_seen(&self, out: &mut Vec<f64>) -> (Extent, bool) {
            if let Some(contiguous) = self.as_slice() {
                return contiguous.copy_seen(out);
            }
            self.copy_to(out);
            Extent::of_slice(out)
        }
        fn kind(&self) -> Kind {
            T::KIND
        }
    }
}

/// Panics at the caller's line unless two columns are equally long.
#[track_caller]
pub(crate) fn same_length(first: (&str, usize), second: (&str, usize)) {
    assert!(
        first.1 == second.1,
        "`{}` has {} values but `{}` has {}; they must be equally many",
        first.0,
        first.1,
        second.0,
        second.1
    );
}

/// Panics at the caller's line unless there is one of `what`, or one for each point.
#[track_caller]
pub(crate) fn one_or_each(what: &str, n: usize, points: usize) {
    assert!(n == 1 || n == points, "got {n} {what} for {points} points; give one, or one for each");
}

/// What point `i` has of a list with one for each, or one for all.
pub(crate) fn one_of<T: Copy>(list: &[T], i: usize) -> Option<T> {
    if let [one] = list { Some(*one) } else { list.get(i).copied() }
}

/// Whether numbers are finite, and each larger than the one before.
pub(crate) fn rise(numbers: &[f64]) -> bool {
    numbers.windows(2).all(|pair| pair[0] < pair[1]) && numbers.iter().all(|v| v.is_finite())
}

#[cfg(test)]
mod tests;
