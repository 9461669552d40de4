//! What closures of loops that are written already may return.

use std::any::Any;
use std::error::Error as StdError;
use std::fmt::Display;

use crate::canvas::Frame;
use crate::error::Error;
use crate::figure::{AnyKey, Key};

/// What a closure of [`animate`](crate::animate) may return: nothing, a `Result`, whose error ends the loop and comes back, or
/// a value, which is dropped.
///
/// What it cannot return is a borrow of the figure, as setters do: Rust has no words for a closure that gives back now a
/// borrow of what it was handed, now nothing. A semicolon behind the last setter makes it nothing:
///
/// ```
/// # use grabframe::prelude::*;
/// # let mut fig = Figure::pixels(64, 48);
/// # let ax = fig.add_axes();
/// let line = fig[ax].add(Line::empty());
/// let animation = animate(&mut fig, 0..3, |fig, i| {
///     fig[line].push(f64::from(i), 1.0);
/// });
/// ```
///
/// ```compile_fail,E0277
/// # use grabframe::prelude::*;
/// # let mut fig = Figure::pixels(64, 48);
/// # let ax = fig.add_axes();
/// let line = fig[ax].add(Line::empty());
/// let animation = animate(&mut fig, 0..3, |fig, i| fig[line].set_alpha(0.1 * i as f32));
/// ```
#[diagnostic::on_unimplemented(
    message = "a closure of `animate` cannot return `{Self}`; end it with a semicolon, so that it returns nothing",
    label = "it returns `{Self}`",
    note = "it may also return a `Result`, whose error ends the loop"
)]
pub trait Outcome: sealed::Sealed {
    /// The error, if it is one.
    #[doc(hidden)]
    fn error(self) -> Option<Fault>;
}

/// The error of a user's closure.
pub(crate) type Fault = Box<dyn StdError + Send + Sync>;

mod sealed {
    pub trait Sealed {}
}

impl<T, E: Display + 'static> sealed::Sealed for Result<T, E> {}
impl<T, E: Display + 'static> Outcome for Result<T, E> {
    fn error(self) -> Option<Fault> {
        self.err().map(fault)
    }
}

/// Keeps errors that can be asked for what they are, and of others (text, errors of one thread only) the words.
fn fault(error: impl Display + 'static) -> Fault {
    let words = error.to_string();
    let any: Box<dyn Any> = Box::new(error);
    any.downcast::<Fault>()
        .map(|fault| *fault)
        .or_else(|any| any.downcast::<Error>().map(|error| error as Fault))
        .or_else(|any| any.downcast::<std::io::Error>().map(|error| error as Fault))
        .unwrap_or_else(|_| words.into())
}

/// Values that are dropped.
macro_rules! dropped {
    ($([$($of:tt)*] $value:ty),* $(,)?) => {$(
        impl<$($of)*> sealed::Sealed for $value {}
        impl<$($of)*> Outcome for $value {
            fn error(self) -> Option<Fault> {
                None
            }
        }
    )*};
}

dropped!(
    [] (), [] bool, [] char, [] String, [] &'static str, [] f32, [] f64,
    [] i8, [] i16, [] i32, [] i64, [] i128, [] isize, [] u8, [] u16, [] u32, [] u64, [] u128, [] usize,
    [T] Option<T>, [T] Vec<T>, [T: ?Sized] Box<T>, [T, U] (T, U),
    [T: ?Sized] Key<T>, [] AnyKey, [] Frame,
);

#[cfg(test)]
mod tests;
