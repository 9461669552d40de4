//! One number, or one for each point.

use super::column::{Column, Kind, sealed};

/// One number for each point, or one that stands for all: what `Scatter::sizes` takes. Any [`Column`], and any plain
/// number.
///
/// This trait is sealed: the list is complete.
///
/// ```
/// use grabframe::Scatter;
/// let dots = Scatter::new([1, 2, 3], [4, 5, 6]);
/// let small = dots.clone().sizes(9);
/// let growing = dots.sizes([9.0, 16.0, 25.0]).values(0.5);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is neither a number nor a column of numbers",
    label = "not a number, and not a column",
    note = "columns are slices, arrays, `Vec`, `VecDeque`, ranges of integers and `ndarray` vectors of numbers",
    note = "an iterator is collected first: `.collect::<Vec<f64>>()`",
    note = "of `Option<f64>`, take `v.unwrap_or(f64::NAN)`: a point without a size or a value is not drawn"
)]
pub trait PerPoint: sealed::Sealed {
    /// How many numbers there are.
    fn numbers(&self) -> usize;

    /// Makes `out` hold these numbers and no others. Its memory is used again.
    fn copy_numbers_to(&self, out: &mut Vec<f64>);

    /// Whether they are seconds since 1970.
    #[doc(hidden)]
    fn hold_dates(&self) -> bool {
        false
    }
}

impl<C: Column + ?Sized> PerPoint for C {
    fn numbers(&self) -> usize {
        self.column_len()
    }
    fn copy_numbers_to(&self, out: &mut Vec<f64>) {
        self.copy_to(out);
    }
    fn hold_dates(&self) -> bool {
        self.kind() == Kind::Dates
    }
}

/// A single number, of a type with these generics.
macro_rules! one_number {
    ([$($generics:tt)*] $t:ty) => {
        impl $($generics)* $crate::data::PerPoint for $t {
            #[inline]
            fn numbers(&self) -> usize {
                1
            }
            #[inline]
            fn copy_numbers_to(&self, out: &mut Vec<f64>) {
                out.clear();
                out.push(self.to_f64());
            }
            #[inline]
            fn hold_dates(&self) -> bool {
                $crate::data::Number::is_date(self)
            }
        }
    };
}
pub(super) use one_number;
