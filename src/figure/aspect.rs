//! How long a unit of y is, compared with a unit of x.

use crate::data::Number;
use crate::style::named::sealed;
use crate::style::{NameOr, named};

/// How long a unit of y is, compared with a unit of x.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum Aspect {
    /// As the box has it: the box keeps its shape.
    Auto,
    /// As long: a circle is round. The box shrinks to fit.
    Equal,
    /// So many times as long.
    Ratio(f64),
}

named!(Aspect, "an aspect", ["auto" => Aspect::Auto, "equal" => Aspect::Equal]);

/// A number is a ratio, as in matplotlib's `set_aspect(2)`.
impl<N: Number> sealed::Sealed<Aspect> for N {}
impl<N: Number> NameOr<Aspect> for N {
    fn value(self) -> Aspect {
        Aspect::Ratio(self.to_f64())
    }
}
