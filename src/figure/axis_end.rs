//! One end of an axis, as `set_xlim` takes it.

use crate::data::Number;

/// One end of an axis: a number of any type, a date ([`Moment`](crate::Moment) has the list), or `None`, which leaves the end to the data. This trait is sealed.
///
/// ```
/// use grabframe::prelude::*;
/// let mut fig = Figure::new();
/// let ax = fig.add_axes();
/// let line = fig[ax].plot([0, 1, 2], [3, 7, 5]);
/// fig[ax].set_ylim(0, None); // from zero upward, as far as the data reach
/// assert_eq!(fig[ax].ylim(), Limits::new(0.0, 7.2));
/// fig[line].set_ydata([30, 70, 50]);
/// assert_eq!(fig[ax].ylim(), Limits::new(0.0, 72.0));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no end of an axis",
    label = "neither a number nor `None`",
    note = "an end is a number, an `Option<f64>`, or `None` for as far as the data reach",
    note = "the two ends are two arguments: `set_xlim(0, 10)`"
)]
pub trait AxisEnd: sealed::Sealed {
    #[doc(hidden)]
    fn end(&self) -> Option<f64>;

    #[doc(hidden)]
    fn is_date(&self) -> bool {
        false
    }
}

impl<N: Number> sealed::Sealed for N {}
impl<N: Number> AxisEnd for N {
    fn end(&self) -> Option<f64> {
        Some(self.to_f64())
    }
    fn is_date(&self) -> bool {
        Number::is_date(self)
    }
}

impl sealed::Sealed for Option<f64> {}
impl AxisEnd for Option<f64> {
    fn end(&self) -> Option<f64> {
        *self
    }
}

mod sealed {
    pub trait Sealed {}
}

/// Two ends that an axis can have, and whether one of them is a date.
///
/// # Panics
/// At the caller's line, if one is not finite.
#[track_caller]
pub(super) fn ends(lo: impl AxisEnd, hi: impl AxisEnd) -> ([Option<f64>; 2], bool) {
    let ends = [lo.end(), hi.end()];
    for end in ends.into_iter().flatten() {
        assert!(end.is_finite(), "axis limits must be finite, got {end}; `None` leaves an end to the data");
    }
    (ends, lo.is_date() || hi.is_date())
}
