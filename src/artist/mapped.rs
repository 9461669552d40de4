//! What every artist has whose values are colours, written once.

/// The setters of an artist with a field `mapping`, in both forms. `$values` are the values that it has at present, as
/// an iterator; `$self` is the name by which they are reached.
macro_rules! color_setters {
    ($artist:ident, $self:ident, $values:expr) => {
        impl crate::artist::Mappable for $artist {}

        impl $artist {
            /// Sets the colormap of the values: [`Colormap::MAGMA`](crate::Colormap::MAGMA) and so on, or `"magma"`.
            /// Default: viridis.
            ///
            /// # Panics
            /// If a name is that of no colormap.
            #[track_caller]
            pub fn set_cmap(&mut self, cmap: impl crate::style::IntoColormap) -> &mut Self {
                self.mapping.set_cmap(cmap.into_colormap());
                self
            }

            /// Sets how values are spread over the colormap: a [`Norm`](crate::Norm), or `"linear"` or `"log"`. Default:
            /// linearly.
            ///
            /// Colour limits that were set stay, and so do those found in data, which are found in the same data for
            /// this norm: for [`Norm::Log`](crate::Norm::Log) the smallest and the largest positive value.
            ///
            /// # Panics
            /// If a centre is not finite, an exponent is not positive, the norm is `Log` and colour limits were set that
            /// are not positive, or a name is that of no norm.
            #[track_caller]
            pub fn set_norm(&mut $self, norm: impl crate::style::NameOr<crate::style::Norm>) -> &mut Self {
                $self.mapping.set_norm(norm.value());
                $self.mapping.see($values);
                $self
            }

            /// Sets the values at the two ends of the colormap; values beyond take the colour of the end. A norm with a
            /// centre widens them, so that the centre lies within or in the middle.
            ///
            /// # Panics
            /// If one is not finite, if `lo` is above `hi` (take the colormap backward: `"viridis_r"`), or if the norm
            /// is [`Norm::Log`](crate::Norm::Log) and `lo` is not positive.
            #[track_caller]
            pub fn set_clim(&mut self, lo: impl crate::data::Number, hi: impl crate::data::Number) -> &mut Self {
                self.mapping.set_clim(lo.to_f64(), hi.to_f64());
                self
            }

            /// Sets the colour limits to two percentiles (0 to 100) of the present values, NaN and infinities left out
            /// (for [`Norm::Log`](crate::Norm::Log) all that is not positive, too); linear interpolation between values,
            /// as numpy does. If nothing is left, they are those of the next values.
            ///
            /// # Panics
            /// If a percentile is outside 0 to 100, or `lo` is above `hi`.
            #[track_caller]
            pub fn set_clim_percentile(&mut $self, lo: impl crate::data::Number, hi: impl crate::data::Number) -> &mut Self {
                $self.mapping.set_clim_percentile(lo.to_f64(), hi.to_f64(), $values);
                $self
            }

            /// Takes the colour limits from the smallest and the largest finite value of the present data; from the next
            /// data, if there is none. Limits that were set are forgotten.
            pub fn autoscale(&mut $self) -> &mut Self {
                $self.mapping.autoscale($values);
                $self
            }

            /// The values at the two ends of the colormap: those that were set, or the smallest and the largest finite
            /// value of the first data that had one. [`Limits::EMPTY`](crate::Limits::EMPTY) until there is such data.
            #[must_use]
            pub fn color_limits(&self) -> crate::geom::Limits {
                self.mapping.limits().unwrap_or(crate::geom::Limits::EMPTY)
            }

            /// With this colormap; see [`set_cmap`](Self::set_cmap).
            ///
            /// # Panics
            /// If a name is that of no colormap.
            #[must_use]
            #[track_caller]
            pub fn cmap(mut self, cmap: impl crate::style::IntoColormap) -> Self {
                self.set_cmap(cmap);
                self
            }

            /// With this norm; see [`set_norm`](Self::set_norm).
            ///
            /// # Panics
            /// As there.
            #[must_use]
            #[track_caller]
            pub fn norm(mut self, norm: impl crate::style::NameOr<crate::style::Norm>) -> Self {
                self.set_norm(norm);
                self
            }

            /// With these colour limits; see [`set_clim`](Self::set_clim).
            ///
            /// # Panics
            /// As there.
            #[must_use]
            #[track_caller]
            pub fn clim(mut self, lo: impl crate::data::Number, hi: impl crate::data::Number) -> Self {
                self.set_clim(lo, hi);
                self
            }

            /// With colour limits at these percentiles; see [`set_clim_percentile`](Self::set_clim_percentile).
            ///
            /// # Panics
            /// As there.
            #[must_use]
            #[track_caller]
            pub fn clim_percentile(mut self, lo: impl crate::data::Number, hi: impl crate::data::Number) -> Self {
                self.set_clim_percentile(lo, hi);
                self
            }
        }
    };
}

pub(crate) use color_setters;
