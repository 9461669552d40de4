//! From values to colours: a colormap, a norm, and the limits between which there are colours.

use std::borrow::Cow;

use crate::geom::Limits;
use crate::style::norm::{Ramp, Seen};
use crate::style::{Color, ColorScale, ColorTable, Colormap, Norm, Theme};

/// How the values of an artist become colours. Every artist that has values has one, so that all behave alike.
///
/// Colour limits are set, or those of the first data that has a value to show; later data does not change them. What was
/// seen is kept and not what a norm makes of it, so that the norm can come before or after the data.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Mapping {
    cmap: Colormap,
    norm: Norm,
    clim: ColorLimits,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum ColorLimits {
    /// As they were set.
    Set(Limits),
    /// As the data has them.
    Found {
        /// Two percentiles; the extremes if there are none.
        share: Option<(f64, f64)>,
        /// Nothing as long as there was no data.
        seen: Seen,
    },
}

impl Mapping {
    /// The same with the colormap of a theme, if none was set.
    pub(crate) fn in_theme(&self, theme: &Theme) -> Cow<'_, Self> {
        if self.cmap.is_of_theme() {
            Cow::Owned(Self { cmap: theme.cmap.clone(), ..self.clone() })
        } else {
            Cow::Borrowed(self)
        }
    }

    /// The theme's colormap, evenly over the values to come.
    pub(crate) const fn new() -> Self {
        let clim = ColorLimits::Found { share: None, seen: Seen::NOTHING };
        Self { cmap: Colormap::OF_THEME, norm: Norm::Linear, clim }
    }

    pub(crate) const fn cmap(&self) -> &Colormap {
        &self.cmap
    }

    pub(crate) const fn norm(&self) -> &Norm {
        &self.norm
    }

    pub(crate) fn set_cmap(&mut self, cmap: Colormap) {
        self.cmap = cmap;
    }

    /// # Panics
    /// If the norm cannot be used, or not with the limits that were set.
    #[track_caller]
    pub(crate) fn set_norm(&mut self, norm: Norm) {
        if let ColorLimits::Set(limits) = self.clim {
            possible(&norm, limits);
        }
        self.norm = norm.checked();
    }

    /// # Panics
    /// If one is not finite, the second is below the first, or the norm cannot have them.
    #[track_caller]
    pub(crate) fn set_clim(&mut self, lo: f64, hi: f64) {
        assert!(lo.is_finite() && hi.is_finite(), "colour limits must be finite, got {lo} and {hi}");
        assert!(
            lo <= hi,
            "colour limits go from low to high, got {lo} and {hi}; for the colours in reverse order take the colormap \
             backward (`reversed()`, or a name with `_r`)"
        );
        possible(&self.norm, Limits::new(lo, hi));
        self.clim = ColorLimits::Set(Limits::new(lo, hi));
    }

    /// Takes two percentiles of these values; of the next ones, if there is none to show.
    ///
    /// # Panics
    /// If they do not lie between 0 and 100, or the second is below the first.
    #[track_caller]
    pub(crate) fn set_clim_percentile(&mut self, lo: f64, hi: f64, values: impl IntoIterator<Item = f64>) {
        let possible = |q: f64| (0.0..=100.0).contains(&q);
        assert!(possible(lo) && possible(hi), "percentiles run from 0 to 100, got {lo} and {hi}");
        assert!(lo <= hi, "colour limits go from low to high, got the percentiles {lo} and {hi}");
        self.clim = ColorLimits::Found { share: Some((lo, hi)), seen: Seen::NOTHING };
        self.see(values);
    }

    /// Takes the extremes of these values; of the next ones, if there is none to show.
    pub(crate) fn autoscale(&mut self, values: impl IntoIterator<Item = f64>) {
        self.clim = ColorLimits::Found { share: None, seen: Seen::NOTHING };
        self.see(values);
    }

    /// Takes the limits from these values, unless limits were set.
    pub(crate) fn find(&mut self, values: impl IntoIterator<Item = f64>) {
        if let ColorLimits::Found { seen, .. } = &mut self.clim {
            *seen = Seen::NOTHING;
            self.see(values);
        }
    }

    /// Takes the limits from these values if there are none yet.
    pub(crate) fn see(&mut self, values: impl IntoIterator<Item = f64>) {
        if !self.waits() {
            return;
        }
        if let ColorLimits::Found { share, seen } = &mut self.clim {
            *seen = match *share {
                Some((lo, hi)) => Seen::percentiles(values, lo, hi),
                None => Seen::of(values),
            };
        }
    }

    /// Whether limits are to be found in the next data: also where the norm has its own, as another may follow.
    pub(crate) fn waits(&self) -> bool {
        match (&self.clim, &self.norm) {
            (ColorLimits::Set(_), _) => false,
            (ColorLimits::Found { seen, .. }, Norm::Boundary { .. }) => *seen == Seen::NOTHING,
            _ => self.limits().is_none(),
        }
    }

    /// The values at the two ends of the colormap, as soon as it is known what they are.
    pub(crate) fn limits(&self) -> Option<Limits> {
        match &self.clim {
            ColorLimits::Set(limits) => Some(self.norm.widen(*limits)),
            ColorLimits::Found { seen, .. } => self.norm.limits_in(seen),
        }
    }

    /// Limits that can be drawn, whatever is known: those of nothing, or with something between them.
    pub(crate) fn shown_limits(&self) -> Limits {
        spread(self.limits().unwrap_or_else(|| self.norm.limits_of_nothing()))
    }

    /// What a colorbar shows, and an image is drawn with.
    pub(crate) fn scale(&self) -> ColorScale {
        ColorScale::new(&self.cmap, self.norm.clone(), self.shown_limits())
    }

    /// What many values are looked up in.
    pub(crate) fn table(&self) -> ColorTable {
        ColorTable::new(&self.cmap, &self.norm, self.shown_limits())
    }

    /// The colours of values, one by one.
    pub(crate) fn colors(&self) -> impl Fn(f64) -> Color + '_ {
        let ramp: Ramp = self.norm.over_map(self.shown_limits(), self.cmap.entries());
        move |value| self.cmap.at(ramp.at(value))
    }
}

/// # Panics
/// If a norm cannot have limits that were set.
#[track_caller]
fn possible(norm: &Norm, limits: Limits) {
    assert!(
        *norm != Norm::Log || limits.lo > 0.0,
        "a log norm has positive colour limits only, not {} and {}; set others, or let the data decide (`autoscale`, \
         which leaves out what is not positive)",
        limits.lo,
        limits.hi
    );
}

/// Colour limits with something between them: a tenth on each side where all values are the same, as matplotlib's
/// colorbars do it.
fn spread(limits: Limits) -> Limits {
    match limits.lo {
        lo if lo != limits.hi => limits,
        0.0 => Limits::new(-0.1, 0.1),
        lo => Limits::new((lo - 0.1 * lo.abs()).max(f64::MIN), (lo + 0.1 * lo.abs()).min(f64::MAX)),
    }
}

#[cfg(test)]
mod tests;
