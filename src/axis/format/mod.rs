//! How the value of a tick is written, as a program says it.

mod engineering;
mod function;
mod percent;
mod pi;
mod scientific;

use crate::axis::Scale;
use crate::axis::dates::{self, Dates};
use crate::axis::formatter::{self, Scalar};
use crate::data::Number;
use crate::geom::Limits;
use crate::style::{DIGITS, NameOr, NumberFormat, general, named};

use function::Function;

/// How the values of ticks are written: what [`set_xformat`](crate::Axes::set_xformat) and [`Ticks::format`](crate::Ticks::format) take.
/// For a text with a place for the number in it, the text alone does: `set_xformat("{:.1} ms")`.
///
/// ```
/// use grabframe::prelude::*;
/// let mut fig = Figure::new();
/// let ax = fig.add_axes();
/// fig[ax].set_xlim(0, 40_000).set_xformat(Format::engineering("Hz")); // 10 kHz
/// fig[ax].set_ylim(0, 1).set_yformat(Format::percent(1));             // 20%
/// fig[ax].set_xformat(Format::with(|v| format!("{} km", v / 1000.0)));
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Format {
    kind: Kind,
    decimals: Option<usize>,
}

/// One file for each that is more than a line.
#[derive(Clone, Debug, Default, PartialEq)]
enum Kind {
    /// As the scale does it.
    #[default]
    Own,
    Scalar(Scalar),
    Percent {
        max: f64,
        symbol: String,
    },
    Engineering {
        unit: String,
        sep: String,
    },
    Scientific,
    Pi {
        unit: f64,
        symbol: String,
    },
    /// As this says, or short.
    Dates(Option<String>),
    Text(NumberFormat),
    Function(Function),
}

/// More decimals than any `f64` has.
const MOST_DECIMALS: usize = 1100;

/// More bytes than a number has that one reads without counting its zeros.
const LONG: usize = 25;

impl Format {
    /// As the axis does it by itself: with as few digits as tell the ticks apart, a common summand or power of ten at the end of the axis
    /// where that saves many; on log axes, powers of ten. The default.
    #[must_use]
    pub fn auto() -> Self {
        Self::default()
    }

    /// Plain numbers, without anything at the end of the axis: matplotlib's `ticklabel_format(style="plain", useOffset=False)`. On a log
    /// axis, 1000 in place of 10³.
    #[must_use]
    pub fn plain() -> Self {
        Self::of(Kind::Scalar(Scalar { powers: None, offset: false }))
    }

    /// As the axis does it by itself, with a common power of ten at the end of the axis where the largest value is at most 10 to the power of
    /// `low`, or at least 10 to the power of `high`: matplotlib's `scilimits`. By itself it has one from -5 and 6 on; `(0, 0)` always, and two
    /// that are equal that power.
    #[must_use]
    pub fn scilimits(low: i32, high: i32) -> Self {
        Self::of(Kind::Scalar(Scalar {
            powers: Some((low.clamp(-400, 400), high.clamp(-400, 400))),
            ..Scalar::default()
        }))
    }

    /// As the axis does it by itself, without a common summand: matplotlib's `useOffset=False`.
    #[must_use]
    pub fn without_offset(mut self) -> Self {
        match &mut self.kind {
            Kind::Scalar(scalar) => scalar.offset = false,
            kind @ Kind::Own => *kind = Kind::Scalar(Scalar { offset: false, ..Scalar::default() }),
            _ => {}
        }
        self
    }

    /// Shares of `max` in percent, `1.0` for fractions: matplotlib's `PercentFormatter(max)`.
    ///
    /// # Panics
    /// If `max` is 0 or not finite.
    #[must_use]
    #[track_caller]
    pub fn percent(max: impl Number) -> Self {
        let max = max.to_f64();
        assert!(max != 0.0 && max.is_finite(), "nothing is a share of {max}: what is 100 %?");
        Self::of(Kind::Percent { max, symbol: "%".into() })
    }

    /// Numbers from 1 to 1000 with a prefix of the metric system and a unit, `5 kHz`, `3 µs`: matplotlib's `EngFormatter(unit)`.
    #[must_use]
    pub fn engineering(unit: impl Into<String>) -> Self {
        Self::of(Kind::Engineering { unit: unit.into(), sep: " ".into() })
    }

    /// Sets what is between number and unit, or between number and percent sign. Default: a space before a unit, nothing before `%`.
    #[must_use]
    pub fn sep(mut self, text: impl Into<String>) -> Self {
        match &mut self.kind {
            Kind::Engineering { sep, .. } => *sep = text.into(),
            Kind::Percent { symbol, .. } => *symbol = text.into() + "%",
            _ => {}
        }
        self
    }

    /// Each number with its power of ten, `2.5×10³`.
    #[must_use]
    pub fn scientific() -> Self {
        Self::of(Kind::Scientific)
    }

    /// Multiples of π: `π/2`, `3π/4`. Best with `Ticks::every(PI / 2.0)`.
    #[must_use]
    pub fn pi() -> Self {
        Self::of(Kind::Pi { unit: std::f64::consts::PI, symbol: "π".into() })
    }

    /// Dates as text, with matplotlib's `DateFormatter` letters; values are seconds since the beginning of 1970
    /// ([`Moment`](crate::Moment)). Times are those of [`Ticks::utc_offset_hours`](crate::Ticks::utc_offset_hours) where the ticks have them, else UTC.
    ///
    /// | | | | |
    /// |---|---|---|---|
    /// | `%Y` | 2026 | `%H` | hours, 00 to 23 |
    /// | `%y` | 26 | `%I`, `%p` | hours, 01 to 12; AM or PM |
    /// | `%m` | month, 01 to 12 | `%M` | minutes, 00 to 59 |
    /// | `%b`, `%B` | Mar, March | `%S` | seconds, 00 to 59 |
    /// | `%d`, `%e` | day, 01 or a space and 1 | `%f` | microseconds, six digits |
    /// | `%j` | day of the year, 001 to 366 | `%z`, `%Z` | +0200, UTC+02:00 |
    /// | `%a`, `%A` | Sun, Sunday | `%F`, `%D` | 2026-03-29, 03/29/26 |
    /// | `%%` | a percent sign | `%T`, `%R` | 12:30:00, 12:30 |
    ///
    /// `%-d` and the like have no leading zeros. Names are English.
    ///
    /// ```
    /// use grabframe::{date, prelude::*};
    /// let mut fig = Figure::new();
    /// let ax = fig.add_axes();
    /// fig[ax].set_xlim(date(2026, 1, 1), date(2026, 12, 31)).set_xformat(Format::dates("%-d %B"));
    /// ```
    ///
    /// # Panics
    /// If a letter after `%` is none of these.
    #[must_use]
    #[track_caller]
    pub fn dates(pattern: impl Into<String>) -> Self {
        let pattern = pattern.into();
        if let Some(unknown) = dates::unknown(&pattern) {
            panic!(
                "{pattern:?}: `{unknown}` is no part of a date: \"%Y-%m-%d %H:%M:%S\", for instance, is; `%%` is a percent sign"
            );
        }
        Self::of(Kind::Dates(Some(pattern)))
    }

    /// Dates written as short as can be.
    pub(crate) const fn short_dates() -> Self {
        Self::of(Kind::Dates(None))
    }

    /// How dates are written, `None` inside being short; `None` if they are written as other numbers.
    pub(super) fn pattern(&self) -> Option<Option<&str>> {
        match &self.kind {
            Kind::Dates(pattern) => Some(pattern.as_deref()),
            Kind::Own if self.decimals.is_none() => Some(None),
            _ => None,
        }
    }

    /// A text with one `{}`, or `{:.2}` for two decimals, where the number stands. `$..$` in it is
    /// [mathematics](crate#mathematics).
    ///
    /// # Panics
    /// If there is no such place in it.
    #[must_use]
    #[track_caller]
    pub fn text(text: &str) -> Self {
        Self::of(Kind::Text(NumberFormat::parse(text)))
    }

    /// What a function makes of each value; nothing is written where it returns nothing. It is asked anew for every frame.
    #[must_use]
    pub fn with(write: impl Fn(f64) -> String + Send + Sync + 'static) -> Self {
        Self::of(Kind::Function(Function::new(write)))
    }

    /// Sets how many decimals there are: of plain numbers, of percents, of what is before a unit or a power of ten. Default: as many as are
    /// needed.
    ///
    /// # Panics
    /// If there are more than 1100, which no number has.
    #[must_use]
    #[track_caller]
    pub fn decimals(mut self, decimals: usize) -> Self {
        assert!(decimals <= MOST_DECIMALS, "no number has {decimals} decimals");
        self.decimals = Some(decimals);
        self
    }

    const fn of(kind: Kind) -> Self {
        Self { kind, decimals: None }
    }

    /// The same, leaving nothing out, for ticks beside which there is no room to say what they leave out.
    pub(super) fn whole(&self) -> Self {
        match self.kind {
            Kind::Own | Kind::Scalar(_) => Self { kind: Self::plain().kind, decimals: self.decimals },
            _ => self.clone(),
        }
    }

    /// Whether the scale writes as it does by itself.
    pub(crate) fn is_own(&self) -> bool {
        self.kind == Kind::Own && self.decimals.is_none()
    }

    /// What is written at these positions of an axis with these limits, and what all of it leaves out. `chosen` says that a program set the
    /// positions, and wants to tell them apart.
    pub(super) fn labels(
        &self,
        scale: &Scale,
        positions: &[f64],
        limits: Limits,
        chosen: bool,
    ) -> (Vec<String>, Option<String>) {
        let written = self.written(scale, positions, limits, chosen);
        // decimals that all have in common do not tell many powers of ten apart, or take more room than any axis has
        let unfit =
            |labels: &[String]| labels.iter().any(|l| l.len() > LONG) || alike(scale, positions, labels, limits);
        if self.decimals.is_none() && !scale.rules().is_even() && unfit(&written.0) {
            let free = (DIGITS, true);
            match &self.kind {
                Kind::Own | Kind::Scalar(_) => {
                    return (apart(positions, free, &|v, n| formatter::minus(&general(v, n))), None);
                }
                Kind::Percent { max, symbol } => {
                    let share = |v: f64, n: usize| formatter::minus(&general(100.0 * (v / max), n)) + symbol;
                    return (apart(positions, free, &share), None);
                }
                _ => {}
            }
        }
        written
    }

    fn written(&self, scale: &Scale, positions: &[f64], limits: Limits, chosen: bool) -> (Vec<String>, Option<String>) {
        let decimals = self.decimals;
        let each = |write: &dyn Fn(f64) -> String| (each(positions, write), None);
        match &self.kind {
            Kind::Own if decimals.is_none() => match chosen {
                true => scale.rules().labels_of_chosen(positions, limits),
                false => scale.rules().labels(positions, limits),
            },
            Kind::Own => formatter::scalar(Scalar::default(), positions, limits, chosen, decimals),
            Kind::Scalar(scalar) => formatter::scalar(*scalar, positions, limits, chosen, decimals),
            Kind::Percent { max, symbol } => (
                apart(positions, percent::decimals(decimals, *max, limits), &|v, n| percent::write(v, *max, n, symbol)),
                None,
            ),
            Kind::Engineering { unit, sep } => {
                let write = |v: f64, n: usize| engineering::write(v, decimals, n, unit, sep);
                (apart(positions, (DIGITS, decimals.is_none()), &write), None)
            }
            Kind::Scientific => (scientific::labels(positions, decimals), None),
            Kind::Pi { unit, symbol } => each(&|v| pi::write(v, *unit, symbol)),
            Kind::Dates(pattern) => Dates::default().labels(pattern.as_deref(), positions, limits),
            Kind::Text(text) => (apart(positions, (DIGITS, text.is_free()), &|v, n| text.format_to(v, n)), None),
            Kind::Function(function) => each(&|v| function.write(v)),
        }
    }
}

/// One label for each position.
fn each(positions: &[f64], write: &dyn Fn(f64) -> String) -> Vec<String> {
    let mut labels = Vec::with_capacity(positions.len());
    for p in positions {
        labels.push(write(*p));
    }
    labels
}

/// Whether two neighbours that the axis shows have one label.
fn alike(scale: &Scale, positions: &[f64], labels: &[String], limits: Limits) -> bool {
    let within = |v: f64, a: f64, b: f64| {
        let slack = 1e-3 * (b - a).abs();
        v >= a.min(b) - slack && v <= a.max(b) + slack
    };
    // what lies beyond an end by less than a pixel is shown: 0 on an axis that ends at 1e-300
    let at = |v: f64| scale.transform(v);
    let shown =
        |k: usize| within(positions[k], limits.lo, limits.hi) || within(at(positions[k]), at(limits.lo), at(limits.hi));
    (1..labels.len()).any(|k| {
        labels[k] == labels[k - 1]
            && positions[k] != positions[k - 1]
            && shown(k)
            && shown(k - 1)
            && !labels[k].is_empty()
    })
}

/// The same with so many digits; with more, where two positions would be written alike and `free` allows it.
fn apart(positions: &[f64], (digits, free): (usize, bool), write: &dyn Fn(f64, usize) -> String) -> Vec<String> {
    for more in 0..17 {
        let labels = each(positions, &|v| write(v, digits + more));
        let alike = (1..labels.len()).any(|k| labels[k] == labels[k - 1] && positions[k] != positions[k - 1]);
        if !(free && alike) {
            return labels;
        }
    }
    each(positions, &|v| write(v, digits))
}

impl named::sealed::Sealed<Format> for Format {}
impl NameOr<Format> for Format {
    fn value(self) -> Format {
        self
    }
}

impl named::sealed::Sealed<Format> for &str {}
impl NameOr<Format> for &str {
    #[track_caller]
    fn value(self) -> Format {
        Format::text(self)
    }
}

#[cfg(test)]
mod tests;
