//! How values become colours, as a colorbar shows it.

use crate::geom::Limits;
use crate::style::{Color, Colormap, IntoColormap, NameOr, Norm};

/// How values become colours: a colormap and the interval that it spans.
///
/// ```
/// use grabframe::{Color, ColorScale, Limits};
/// let scale = ColorScale::new("gray", "linear", Limits::new(0.0, 10.0));
/// assert_eq!(scale.color(10.0), Color::WHITE);
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ColorScale {
    /// The colours.
    pub cmap: Colormap,
    /// How values are spread over them.
    pub norm: Norm,
    /// The values at the first and the last colour.
    pub limits: Limits,
    /// The borders of bands that have one colour each, that of their middle, ascending. Empty, the default: colours change evenly.
    pub bands: Vec<f64>,
}

impl ColorScale {
    /// These colours, spread over the limits by this norm.
    ///
    /// # Panics
    /// If a name is that of no colormap or norm.
    #[must_use]
    #[track_caller]
    pub fn new(cmap: impl IntoColormap, norm: impl NameOr<Norm>, limits: Limits) -> Self {
        Self { cmap: cmap.into_colormap(), norm: norm.value(), limits, bands: Vec::new() }
    }

    /// The colour of a value. For many values, take [`colors`](ColorScale::colors).
    #[must_use]
    pub fn color(&self, value: f64) -> Color {
        self.cmap.at(self.norm.normalize(value, self.limits))
    }

    /// The colour of the band between two values: that of the middle, as the norm has it.
    pub(crate) fn between(&self, lo: f64, hi: f64) -> Color {
        let at = |value| self.norm.normalize(value, self.limits);
        self.cmap.at(at(lo) / 2.0 + at(hi) / 2.0)
    }

    /// Adds the colours of values to `out`.
    pub fn colors(&self, values: &[f64], out: &mut Vec<Color>) {
        let ramp = self.norm.over(self.limits);
        out.extend(values.iter().map(|v| self.cmap.at(ramp.at(*v))));
    }
}
