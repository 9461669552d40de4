//! Where ticks stand and what is written there, as a program says it.

use std::borrow::Cow;

use crate::axis::Format;
use crate::axis::dates::Dates;
use crate::data::{Column, Kind, Number};
use crate::style::NameOr;

/// Where the ticks of an axis stand, and what is written beside them: what [`set_xticks`](crate::Axes::set_xticks) takes, beside
/// plain columns of places.
///
/// ```
/// use grabframe::prelude::*;
/// let mut fig = Figure::new();
/// let ax = fig.add_axes();
/// fig[ax].set_xlim(0, 24).set_xticks(Ticks::every(6));
/// fig[ax].set_ylim(0, 1).set_yticks(Ticks::every(0.25).format(Format::percent(1)));
/// fig[ax].set_xticks(Ticks::at([6, 12, 18]).labels(["dawn", "noon", "dusk"]));
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ticks {
    pub(crate) locator: Locator,
    pub(crate) format: Option<Format>,
}

/// Where ticks stand. One arm in `choose.rs` for each.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum Locator {
    /// Where the scale has them.
    #[default]
    Auto,
    /// At round places, as many as that, and one more, at most; at whole numbers only, if so.
    Count { most: Option<usize>, whole: bool },
    /// At all multiples of a distance, from an offset on.
    Every { step: f64, offset: f64 },
    /// At these places, which may be dates, with these names.
    At { places: Vec<f64>, names: Option<Vec<String>>, dates: bool },
    /// At round dates.
    Dates(Box<Dates>),
}

impl Ticks {
    /// Where the axis has them by itself: at round numbers, fewer where their labels would touch. The default.
    #[must_use]
    pub fn auto() -> Self {
        Self::default()
    }

    /// At every multiple of `step`: matplotlib's `MultipleLocator`. Labels that would touch are left out, and ticks where there would be
    /// more than a thousand.
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// let mut fig = Figure::new();
    /// let ax = fig.add_axes();
    /// fig[ax].set_xlim(0, 40).set_xticks(Ticks::every(7).offset(1)); // 1, 8, 15, 22, 29, 36
    /// ```
    ///
    /// # Panics
    /// If `step` is not positive and finite.
    #[must_use]
    #[track_caller]
    pub fn every(step: impl Number) -> Self {
        let step = step.to_f64();
        assert!(
            step > 0.0 && step.is_finite(),
            "ticks are some way apart, which cannot be {step}: give a positive number"
        );
        Self { locator: Locator::Every { step, offset: 0.0 }, format: None }
    }

    /// Counts the multiples of [`every`](Ticks::every) from here. Default: 0.
    ///
    /// # Panics
    /// If it is not finite, or the ticks are not at multiples.
    #[must_use]
    #[track_caller]
    pub fn offset(mut self, offset: impl Number) -> Self {
        let from = offset.to_f64();
        assert!(from.is_finite(), "ticks cannot be counted from {from}");
        match &mut self.locator {
            Locator::Every { offset, .. } => *offset = from,
            _ => panic!("only ticks at multiples have an offset: `Ticks::every(7).offset(1)`"),
        }
        self
    }

    /// At these places, all that the axis shows; dates are written as dates. Automatic limits reach as far as they do.
    #[must_use]
    pub fn at(places: impl Column) -> Self {
        let dates = places.kind() == Kind::Dates;
        let mut at = Vec::new();
        places.copy_to(&mut at);
        Self { locator: Locator::At { places: at, names: None, dates }, format: None }
    }

    /// Writes these words at the places, in place of their values.
    ///
    /// # Panics
    /// If there are not as many as places, or there are no places: `Ticks::at([1, 2]).labels(["a", "b"])`.
    #[must_use]
    #[track_caller]
    pub fn labels<S: Into<String>>(mut self, labels: impl IntoIterator<Item = S>) -> Self {
        let labels: Vec<String> = labels.into_iter().map(Into::into).collect();
        self.locator = named(self.locator, labels);
        self
    }

    /// None at all.
    #[must_use]
    pub fn none() -> Self {
        Self::placed(Vec::new(), None)
    }

    /// At round numbers that divide the axis into `n` intervals at most: matplotlib's `MaxNLocator(n)`. They may be 1.5, 3, 4, 6 or 8 times
    /// a power of ten apart, too, which those that the axis chooses by itself never are. On a log axis, at `n` powers of ten at most.
    ///
    /// # Panics
    /// If `n` is 0.
    #[must_use]
    #[track_caller]
    pub fn count(n: usize) -> Self {
        assert!(n > 0, "an axis is divided into one interval at least: for no ticks, write `Ticks::none()`");
        Self { locator: Locator::Count { most: Some(n), whole: false }, format: None }
    }

    /// Leaves out places between whole numbers, where the axis shows two of them at least: matplotlib's `integer=True`.
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// let mut fig = Figure::new();
    /// let ax = fig.add_axes();
    /// fig[ax].set_xlabel("epoch").set_xticks(Ticks::auto().integer());
    /// ```
    ///
    /// # Panics
    /// If the places are not chosen: neither [`auto`](Ticks::auto) nor [`count`](Ticks::count).
    #[must_use]
    #[track_caller]
    pub fn integer(mut self) -> Self {
        self.locator = match self.locator {
            Locator::Auto => Locator::Count { most: None, whole: true },
            Locator::Count { most, .. } => Locator::Count { most, whole: true },
            _ => panic!("only of ticks that are chosen some may be left out: `Ticks::auto().integer()`"),
        };
        self
    }

    /// Sets how the values are written: a [`Format`], or `"{:.1} ms"`. It counts more than what [`set_xformat`](crate::Axes::set_xformat)
    /// says.
    ///
    /// # Panics
    /// If a text has no place for a number.
    #[must_use]
    #[track_caller]
    pub fn format(mut self, format: impl NameOr<Format>) -> Self {
        self.format = Some(format.value());
        self
    }

    /// At these places, with these names.
    pub(crate) const fn placed(places: Vec<f64>, names: Option<Vec<String>>) -> Self {
        Self { locator: Locator::At { places, names, dates: false }, format: None }
    }

    /// The places that were set; `None` if they are chosen.
    pub(crate) fn places(&self) -> Option<&[f64]> {
        match &self.locator {
            Locator::At { places, .. } => Some(places),
            _ => None,
        }
    }

    /// Whether they are at dates.
    pub(crate) const fn are_dates(&self) -> bool {
        matches!(self.locator, Locator::Dates(_) | Locator::At { dates: true, .. })
    }

    /// What is meant by the small ticks between these, as they stand: of dates, shorter parts of them.
    pub(crate) fn small<'a>(&self, said: &'a Self, major: &[f64]) -> Cow<'a, Self> {
        match &self.locator {
            Locator::Dates(dates) if *said == Self::auto() => match dates.between(major) {
                Some(between) => Cow::Owned(Self { locator: Locator::Dates(Box::new(between)), format: None }),
                None => Cow::Borrowed(said),
            },
            _ => Cow::Borrowed(said),
        }
    }

    /// Whether these are chosen together with the small ones, where the scale does so.
    pub(crate) const fn come_with_minor(&self) -> bool {
        matches!(self.locator, Locator::Auto | Locator::Count { .. })
    }

    /// The words that were set.
    pub(crate) fn names(&self) -> Option<&[String]> {
        match &self.locator {
            Locator::At { names, .. } => names.as_deref(),
            _ => None,
        }
    }
}

#[track_caller]
fn named(locator: Locator, labels: Vec<String>) -> Locator {
    let Locator::At { places, dates, .. } = locator else {
        panic!("labels belong to places that were set: `Ticks::at([1, 2]).labels([\"a\", \"b\"])`");
    };
    let (n, m) = (places.len(), labels.len());
    assert!(n == m, "got {n} ticks but {m} labels; give a label for each");
    Locator::At { places, names: Some(labels), dates }
}

/// What [`set_xticks`](crate::Axes::set_xticks) takes: [`Ticks`], or a [`Column`] of places, `[0; 0]` for none. This trait is sealed.
#[diagnostic::on_unimplemented(
    message = "`{Self}` are no ticks",
    label = "neither `Ticks` nor a column of places",
    note = "ticks are places in a slice, an array, a `Vec` or a range of integers, or `Ticks::every(5)` and the like",
    note = "of an iterator, collect first: `.collect::<Vec<f64>>()`"
)]
pub trait IntoTicks: sealed::Sealed {
    #[doc(hidden)]
    fn into_ticks(self) -> Ticks;
}

impl sealed::Sealed for Ticks {}
impl IntoTicks for Ticks {
    fn into_ticks(self) -> Ticks {
        self
    }
}

impl<C: Column> sealed::Sealed for C {}
impl<C: Column> IntoTicks for C {
    fn into_ticks(self) -> Ticks {
        Ticks::at(self)
    }
}

mod sealed {
    pub trait Sealed {}
}
