//! What artists take in turn.

use std::ops::Add;

use super::into_color::each_color;
use super::named::sealed;
use super::{Color, IntoColor, IntoLineStyle, IntoMarker, LineStyle, Marker, NameOr, Theme};

/// What artists take in turn that were not told: colours, and lines also styles and markers. matplotlib's `cycler`.
///
/// Cycles that are added are gone through together. [`Axes::set_cycle`](crate::Axes::set_cycle) also takes a list of colours, and the
/// names of these: `"tab10"`, `"okabe_ito"`, `"petroff10"`.
///
/// ```
/// use grabframe::prelude::*;
/// use grabframe::Cycle;
/// let mut fig = Figure::new();
/// let ax = fig.add_axes();
/// fig[ax].set_cycle(Cycle::colors(["k", "tab:red"]) + Cycle::linestyles(["-", "--"]));
/// let first = fig[ax].plot([0.0, 1.0], [0.0, 1.0]);   // black, solid
/// let second = fig[ax].plot([0.0, 1.0], [1.0, 0.0]);  // red, dashed
/// assert_eq!(fig[second].get_linestyle(), &LineStyle::Dashed);
/// fig[ax].set_cycle("okabe_ito");                     // for those that come next
/// # assert_eq!(fig[first].get_color(), Color::BLACK);
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cycle {
    colors: Vec<Color>,
    linestyles: Vec<LineStyle>,
    markers: Vec<Marker>,
}

impl Cycle {
    /// These colours.
    ///
    /// # Panics
    /// If one is no colour.
    #[must_use]
    #[track_caller]
    pub fn colors<C: IntoColor>(colors: impl IntoIterator<Item = C>) -> Self {
        Self { colors: each_color(colors), ..Self::default() }
    }

    /// These styles of lines: [`LineStyle::Dashed`] and so on, or `"--"`.
    ///
    /// # Panics
    /// If one is none.
    #[must_use]
    #[track_caller]
    pub fn linestyles<S: IntoLineStyle>(styles: impl IntoIterator<Item = S>) -> Self {
        let mut all = Vec::new();
        for style in styles {
            all.push(style.into_linestyle());
        }
        Self { linestyles: all, ..Self::default() }
    }

    /// These markers: [`Marker::Circle`] and so on, or `"o"`.
    ///
    /// # Panics
    /// If one is none.
    #[must_use]
    #[track_caller]
    pub fn markers<M: IntoMarker>(markers: impl IntoIterator<Item = M>) -> Self {
        let mut all = Vec::new();
        for marker in markers {
            all.push(marker.into_marker());
        }
        Self { markers: all, ..Self::default() }
    }

    /// How many turns there are until it begins anew; 0 if it says nothing.
    #[must_use]
    pub fn len(&self) -> usize {
        self.colors.len().max(self.linestyles.len()).max(self.markers.len())
    }

    /// Whether it says nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub(crate) fn color(&self, turn: usize) -> Option<Color> {
        in_turn(&self.colors, turn).copied()
    }

    pub(crate) fn linestyle(&self, turn: usize) -> Option<&LineStyle> {
        in_turn(&self.linestyles, turn)
    }

    pub(crate) fn marker(&self, turn: usize) -> Option<&Marker> {
        in_turn(&self.markers, turn)
    }
}

fn in_turn<T>(list: &[T], turn: usize) -> Option<&T> {
    list.get(turn.checked_rem(list.len())?)
}

impl Add for Cycle {
    type Output = Self;

    /// Both, gone through together.
    ///
    /// # Panics
    /// If they have different lengths, or both have colours, styles or markers.
    #[track_caller]
    fn add(self, other: Self) -> Self {
        let (n, m) = (self.len(), other.len());
        assert!(n == m, "cycles that are added are equally long, and these have {n} and {m} turns");
        Self {
            colors: one_of("colours", self.colors, other.colors),
            linestyles: one_of("styles of lines", self.linestyles, other.linestyles),
            markers: one_of("markers", self.markers, other.markers),
        }
    }
}

#[track_caller]
fn one_of<T>(what: &str, a: Vec<T>, b: Vec<T>) -> Vec<T> {
    assert!(a.is_empty() || b.is_empty(), "both cycles have {what}, and each can be there once");
    if a.is_empty() { b } else { a }
}

impl sealed::Sealed<Cycle> for Cycle {}
impl NameOr<Cycle> for Cycle {
    fn value(self) -> Cycle {
        self
    }
}

impl sealed::Sealed<Cycle> for &str {}
impl NameOr<Cycle> for &str {
    #[track_caller]
    fn value(self) -> Cycle {
        match self {
            "tab10" => Cycle::colors((0..10).map(Color::cycle)),
            "okabe_ito" => Cycle::colors(Theme::okabe_ito()),
            "petroff10" => Cycle::colors(Theme::petroff10()),
            other => panic!("`{other}` is not a cycle; known are tab10, okabe_ito, petroff10, and lists of colours"),
        }
    }
}

impl<C: IntoColor, const N: usize> sealed::Sealed<Cycle> for [C; N] {}
impl<C: IntoColor, const N: usize> NameOr<Cycle> for [C; N] {
    #[track_caller]
    fn value(self) -> Cycle {
        Cycle::colors(self)
    }
}

impl sealed::Sealed<Cycle> for Vec<Color> {}
impl NameOr<Cycle> for Vec<Color> {
    fn value(self) -> Cycle {
        Cycle { colors: self, ..Cycle::default() }
    }
}

#[cfg(test)]
mod tests;
