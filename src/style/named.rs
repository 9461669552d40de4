//! Values that can also be written as matplotlib's names.

/// Anything that can be written for a `T`: the value itself, or matplotlib's name of it, as in `set_yscale("log")`.
///
/// It is implemented for [`Scale`](crate::Scale) (`"log"`), [`Aspect`](crate::Aspect) (`"equal"`, or a number),
/// [`LegendLoc`](crate::LegendLoc) (`"upper right"`), [`HAlign`](crate::HAlign) (`"center"`), [`VAlign`](crate::VAlign)
/// (`"top"`), [`Origin`](crate::Origin) (`"lower"`), [`Interpolation`](crate::Interpolation) (`"nearest"`), [`Format`](crate::Format) (`"{:.1} ms"`) and
/// [`Norm`](crate::Norm) (`"log"`; those with a number have no name). Colours, colormaps, line styles and markers have
/// traits of their own ([`IntoColor`](crate::IntoColor), ..), since more can be written for them.
///
/// This trait is sealed: the list is complete.
///
/// ```
/// use grabframe::prelude::*;
/// let mut fig = Figure::new();
/// let ax = fig.add_axes();
/// fig[ax].set_yscale("log").legend_at("upper left");
/// fig[ax].set_xscale(Scale::Log).legend_at(LegendLoc::UpperLeft); // the same as values
/// ```
///
/// A name that is none is a panic at the caller's line:
///
/// ```should_panic
/// # use grabframe::prelude::*;
/// # let mut fig = Figure::new();
/// # let ax = fig.add_axes();
/// fig[ax].set_yscale("logarithmic");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is neither a `{T}` nor the name of one",
    note = "names are string slices, as in `\"log\"`; of a `String`, write `&string[..]`"
)]
pub trait NameOr<T>: sealed::Sealed<T> {
    /// The value.
    ///
    /// # Panics
    /// At the caller's line, for a name that is none.
    #[doc(hidden)]
    #[track_caller]
    fn value(self) -> T;
}

pub(crate) mod sealed {
    pub trait Sealed<T> {}
}

/// Gives a type the names under which matplotlib knows its values: the first name of a value is the usual one.
macro_rules! named {
    ($type:ty, $what:literal, [$($name:literal => $value:expr),+ $(,)?]) => {
        $crate::style::named::named!($type, $what, [$($name => $value),+], |_| "");
    };
    // with a hint for those who write another name
    ($type:ty, $what:literal, [$($name:literal => $value:expr),+ $(,)?], $hint:expr) => {
        impl $crate::style::named::sealed::Sealed<$type> for $type {}
        impl $crate::style::NameOr<$type> for $type {
            fn value(self) -> $type {
                self
            }
        }

        impl $crate::style::named::sealed::Sealed<$type> for &str {}
        impl $crate::style::NameOr<$type> for &str {
            #[track_caller]
            fn value(self) -> $type {
                match self {
                    $($name => $value,)+
                    other => {
                        let hint: fn(&str) -> &'static str = $hint;
                        panic!("`{other}` is not {}; known are {}{}", $what, [$($name),+].join(", "), hint(other))
                    }
                }
            }
        }
    };
}
pub(crate) use named;
