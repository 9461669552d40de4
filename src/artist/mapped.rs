//! What every artist has whose values are colours, written once.

/// The setters of an artist with a field `mapping`, in both forms. `$values` are the values that it has at present, as
/// an iterator; `$self` is the name by which they are reached. `$renewed` is what
/// the artist does when there is another norm.
macro_rules! color_setters {
    ($artist:ident, $self:ident, $values:expr $(, $renewed:ident)?) => {
        impl crate::artist::Mappable for $artist {}

        impl $artist {
            crate::artist::properties! {
                /// Sets the colormap of the values: [`Colormap::MAGMA`](crate::Colormap::MAGMA) and so on, or `"magma"`.
                /// Default: viridis.
                ///
                /// # Panics
                /// If a name is that of no colormap.
                pub set_cmap, cmap($self, cmap: impl crate::style::IntoColormap) {
                    $self.mapping.set_cmap(cmap.into_colormap());
                } -> get_cmap: &crate::style::Colormap { $self.mapping.cmap() }

                /// Sets how values are spread over the colormap: a [`Norm`](crate::Norm), or `"linear"` or `"log"`.
                /// Default: linearly.
                ///
                /// Colour limits that were set stay, and so do those found in data, which are found in the same data for
                /// this norm: for [`Norm::Log`](crate::Norm::Log) the smallest and the largest positive value.
                ///
                /// # Panics
                /// If a centre is not finite, an exponent is not positive, the norm is `Log` and colour limits were set
                /// that are not positive, or a name is that of no norm.
                pub set_norm, norm($self, norm: impl crate::style::NameOr<crate::style::Norm>) {
                    $self.spread(norm.value());
                } -> get_norm: &crate::style::Norm { $self.mapping.norm() }

                /// Sets the values at the two ends of the colormap; values beyond take the colour of the end. A norm with
                /// a centre widens them, so that the centre lies within or in the middle. Default: the smallest and the
                /// largest finite value of the first data that has one; until then,
                /// [`get_clim`](Self::get_clim) says [`Limits::EMPTY`](crate::Limits::EMPTY).
                ///
                /// # Panics
                /// If one is not finite, if `lo` is above `hi` (take the colormap backward: `"viridis_r"`), or if the norm
                /// is [`Norm::Log`](crate::Norm::Log) and `lo` is not positive.
                pub set_clim, clim($self, lo: impl crate::data::Number, hi: impl crate::data::Number) {
                    $self.mapping.set_clim(lo.to_f64(), hi.to_f64());
                } -> get_clim: crate::geom::Limits { $self.mapping.limits().unwrap_or(crate::geom::Limits::EMPTY) }

                /// Sets the colour limits to two percentiles (0 to 100) of the present values, NaN and infinities left
                /// out (for [`Norm::Log`](crate::Norm::Log) all that is not positive, too); linear interpolation between
                /// values, as numpy does. If nothing is left, they are those of the next values.
                ///
                /// # Panics
                /// If a percentile is outside 0 to 100, or `lo` is above `hi`.
                pub set_clim_percentile, clim_percentile(
                    $self, lo: impl crate::data::Number, hi: impl crate::data::Number
                ) {
                    $self.cut_off(lo.to_f64(), hi.to_f64());
                }
            }

            /// Takes the colour limits from the smallest and the largest finite value of the present data; from the next
            /// data, if there is none. Limits that were set are forgotten.
            pub fn autoscale(&mut $self) -> &mut Self {
                $self.mapping.autoscale($values);
                $self
            }

            /// Takes the colour limits from the present data if there are none yet.
            fn see(&mut $self) {
                // values may take a walk to be found
                if $self.mapping.waits() {
                    $self.mapping.see($values);
                }
            }

            #[track_caller]
            fn spread(&mut $self, norm: crate::style::Norm) {
                $self.mapping.set_norm(norm);
                $($self.$renewed();)?
                $self.see();
            }

            #[track_caller]
            fn cut_off(&mut $self, lo: f64, hi: f64) {
                $self.mapping.set_clim_percentile(lo, hi, $values);
            }
        }
    };
}

pub(crate) use color_setters;
