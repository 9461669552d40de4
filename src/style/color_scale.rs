//! How values become colours, as a colorbar shows it.

use crate::geom::Limits;
use crate::style::{Color, ColorTable, Colormap, Hatch, IntoColormap, NameOr, Norm, Pen, Theme};

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
    /// What is drawn over the bands, by turns; one without letters is nothing. Empty, the default: nothing.
    pub hatches: Vec<Hatch>,
    /// Lines at these values in place of colours, rising: those of a contour. Empty, the default: there are none.
    pub lines: Vec<(f64, Pen)>,
}

impl ColorScale {
    /// These colours, spread over the limits by this norm.
    ///
    /// # Panics
    /// If a name is that of no colormap or norm.
    #[must_use]
    #[track_caller]
    pub fn new(cmap: impl IntoColormap, norm: impl NameOr<Norm>, limits: Limits) -> Self {
        let (bands, hatches, lines) = (Vec::new(), Vec::new(), Vec::new());
        Self { cmap: cmap.into_colormap(), norm: norm.value(), limits, bands, hatches, lines }
    }

    /// The same with the colormap of a theme, if none was set.
    pub(crate) fn in_theme(mut self, theme: &Theme) -> Self {
        if self.cmap.is_of_theme() {
            let before = self.clone();
            self.cmap = theme.cmap.clone();
            for i in 0..self.lines.len() {
                let value = self.lines[i].0;
                // others have colours of their own
                if self.lines[i].1.color == before.color(value) {
                    self.lines[i].1.color = self.color(value);
                }
            }
        }
        self
    }

    /// The colour of a value. For many values, take [`colors`](ColorScale::colors).
    #[must_use]
    pub fn color(&self, value: f64) -> Color {
        self.cmap.at(self.norm.over_map(self.limits, self.cmap.entries()).at(value))
    }

    /// The colour of the band between two values: that of the middle, as the norm has it. For many bands, take
    /// [`of_bands`](ColorScale::of_bands).
    pub(crate) fn between(&self, lo: f64, hi: f64) -> Color {
        self.of_bands()(lo, hi)
    }

    /// The colours of many bands.
    pub(crate) fn of_bands(&self) -> impl Fn(f64, f64) -> Color + '_ {
        let bins = matches!(self.norm, Norm::Boundary { .. });
        let ramp =
            if bins { self.norm.over_map(self.limits, self.cmap.entries()) } else { self.norm.over(self.limits) };
        move |lo, hi| {
            let middle = if bins { ramp.at(0.5 * lo + 0.5 * hi) } else { ramp.at(lo) / 2.0 + ramp.at(hi) / 2.0 };
            self.cmap.at(middle)
        }
    }

    /// What many values are looked up in.
    pub(crate) fn table(&self) -> ColorTable {
        ColorTable::new(&self.cmap, &self.norm, self.limits)
    }

    /// Adds the colours of values to `out`.
    pub fn colors(&self, values: &[f64], out: &mut Vec<Color>) {
        self.table().colors(values, out);
    }
}
