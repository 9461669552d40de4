//! Colorbars: what the colours of an image or a scatter mean, and where that is shown.

use crate::axis::{Format, IntoTicks, Side, Ticks};
use crate::data::{Column, Number};
use crate::figure::AxisOptions;
use crate::style::{Extend, NameOr, named, theme};

/// The colorbar of an artist whose values are colours, beside its axes; made by
/// [`Figure::colorbar`](crate::Figure::colorbar) and the like. All of it can be changed at any time, and is as it stands in each frame.
///
/// ```
/// use grabframe::prelude::*;
/// let mut fig = Figure::new();
/// let ax = fig.add_axes();
/// let image = fig[ax].imshow(&[[0.0, 4.0], [9.0, 2.0]]);
/// let bar = fig.colorbar(image);
/// fig[bar].set_label("rate (Hz)").set_location("bottom").set_shrink(0.8).set_extend("max").set_ticks([0, 3, 6, 9]);
/// ```
#[derive(Clone, Debug)]
pub struct Colorbar {
    pub(crate) location: Side,
    pub(crate) fraction: f64,
    pub(crate) shrink: f64,
    pub(crate) aspect: f64,
    pub(crate) pad: Option<f64>,
    pub(crate) extend: Option<Extend>,
    pub(crate) extendfrac: f64,
    pub(crate) extendrect: bool,
    pub(crate) spacing: Spacing,
    pub(crate) drawedges: bool,
    pub(crate) alpha: Option<f32>,
    /// Its label, its ticks, and what is between them.
    pub(crate) axis: AxisOptions,
}

/// How much room the colours of a colorbar have that has one for each of a few intervals.
///
/// `"uniform"` and `"proportional"` may be written for it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Spacing {
    /// All the same. The default.
    #[default]
    Uniform,
    /// As their intervals are long.
    Proportional,
}

named!(Spacing, "a spacing of colours", ["uniform" => Spacing::Uniform, "proportional" => Spacing::Proportional]);

impl Default for Colorbar {
    fn default() -> Self {
        Self {
            location: Side::Right,
            fraction: theme::COLORBAR_FRACTION,
            shrink: 1.0,
            aspect: theme::COLORBAR_ASPECT,
            pad: None,
            extend: None,
            extendfrac: 0.05,
            extendrect: false,
            spacing: Spacing::Uniform,
            drawedges: false,
            alpha: None,
            axis: AxisOptions::on(Side::Right),
        }
    }
}

impl Colorbar {
    /// Sets the words along the colorbar.
    pub fn set_label(&mut self, label: impl Into<String>) -> &mut Self {
        self.axis.label = label.into();
        self
    }

    /// The words along the colorbar.
    #[must_use]
    pub fn label(&self) -> &str {
        &self.axis.label
    }

    /// Sets on which side of its axes it stands: a [`Side`], or `"left"`, `"right"`, `"top"`, `"bottom"`. Its ticks are on that side, too;
    /// at the top and at the bottom it lies. Default: at the right.
    ///
    /// # Panics
    /// If a name is that of no side.
    #[track_caller]
    pub fn set_location(&mut self, side: impl NameOr<Side>) -> &mut Self {
        self.location = side.value();
        self.axis.side = self.location;
        self
    }

    /// On which side of its axes it stands.
    #[must_use]
    pub const fn location(&self) -> Side {
        self.location
    }

    /// Sets which share of the room of its axes it has, across, with its words not counted. Default: 0.15.
    ///
    /// # Panics
    /// If it is not above 0 and below 1.
    #[track_caller]
    pub fn set_fraction(&mut self, fraction: impl Number) -> &mut Self {
        let fraction = fraction.to_f64();
        assert!(fraction > 0.0 && fraction < 1.0, "a colorbar can have a share of 0 to 1 of its axes, not {fraction}");
        self.fraction = fraction;
        self
    }

    /// Which share of the room of its axes it has.
    #[must_use]
    pub const fn fraction(&self) -> f64 {
        self.fraction
    }

    /// Sets how long it is, as a share of the side that it stands on. Default: 1.
    ///
    /// # Panics
    /// If it is not above 0, or is above 2.
    #[track_caller]
    pub fn set_shrink(&mut self, shrink: impl Number) -> &mut Self {
        let shrink = shrink.to_f64();
        assert!(
            shrink > 0.0 && shrink <= 2.0,
            "a colorbar cannot be {shrink} times as long as its axes; 0 to 2 will do"
        );
        self.shrink = shrink;
        self
    }

    /// How long it is, as a share of the side that it stands on.
    #[must_use]
    pub const fn shrink(&self) -> f64 {
        self.shrink
    }

    /// Sets how many times as long as wide it is, its ends included. Default: 20.
    ///
    /// # Panics
    /// If it is not positive and finite.
    #[track_caller]
    pub fn set_aspect(&mut self, aspect: impl Number) -> &mut Self {
        let aspect = aspect.to_f64();
        assert!(aspect > 0.0 && aspect.is_finite(), "a colorbar cannot be {aspect} times as long as wide");
        self.aspect = aspect;
        self
    }

    /// How many times as long as wide it is.
    #[must_use]
    pub const fn aspect(&self) -> f64 {
        self.aspect
    }

    /// Sets how far it stands off its axes, as a share of their room. Default: matplotlib's, 0.05 at the right and at the top, 0.1 at the
    /// left, 0.15 at the bottom, and 0.05 on all sides where the figure is [`constrained`](crate::Figure::constrained).
    ///
    /// # Panics
    /// If it is negative, or not below 1.
    #[track_caller]
    pub fn set_pad(&mut self, pad: impl Number) -> &mut Self {
        let pad = pad.to_f64();
        assert!((0.0..1.0).contains(&pad), "a colorbar can stand off by a share of 0 to 1 of its axes, not {pad}");
        self.pad = Some(pad);
        self
    }

    /// How far it was told to stand off its axes; `None` for the default.
    #[must_use]
    pub const fn pad(&self) -> Option<f64> {
        self.pad
    }

    /// Sets at which ends it goes on, as a triangle in the colour of what lies beyond
    /// ([`Colormap::with_under`](crate::Colormap::with_under), [`with_over`](crate::Colormap::with_over)): an [`Extend`], or `"neither"`,
    /// `"min"`, `"max"`, `"both"`. Default: as the norm says, at neither end for all but [`Norm::Boundary`](crate::Norm::Boundary).
    ///
    /// # Panics
    /// If a name is none of these.
    #[track_caller]
    pub fn set_extend(&mut self, ends: impl NameOr<Extend>) -> &mut Self {
        self.extend = Some(ends.value());
        self
    }

    /// At which ends it was told to go on; `None`: as the norm says.
    #[must_use]
    pub const fn extend(&self) -> Option<Extend> {
        self.extend
    }

    /// Sets how long these ends are, as a share of what is between them. Default: 0.05.
    ///
    /// # Panics
    /// If it is negative, or above 10.
    #[track_caller]
    pub fn set_extendfrac(&mut self, share: impl Number) -> &mut Self {
        let share = share.to_f64();
        assert!(
            (0.0..=10.0).contains(&share),
            "the end of a colorbar cannot have {share} of its length; 0 to 10 will do"
        );
        self.extendfrac = share;
        self
    }

    /// How long these ends are.
    #[must_use]
    pub const fn extendfrac(&self) -> f64 {
        self.extendfrac
    }

    /// Sets whether these ends are rectangles. Default: they are triangles.
    pub fn set_extendrect(&mut self, rectangles: bool) -> &mut Self {
        self.extendrect = rectangles;
        self
    }

    /// Whether these ends are rectangles.
    #[must_use]
    pub const fn extendrect(&self) -> bool {
        self.extendrect
    }

    /// Sets how much room each colour has where there are a few of them, as with [`Norm::Boundary`](crate::Norm::Boundary) and contours: a
    /// [`Spacing`], or `"uniform"`, `"proportional"`. Default: all have the same.
    ///
    /// # Panics
    /// If a name is none of these.
    #[track_caller]
    pub fn set_spacing(&mut self, spacing: impl NameOr<Spacing>) -> &mut Self {
        self.spacing = spacing.value();
        self
    }

    /// How much room each of a few colours has.
    #[must_use]
    pub const fn spacing(&self) -> Spacing {
        self.spacing
    }

    /// Sets whether there is a thin line between two colours, which is for maps of a few. Default: there is none.
    pub fn set_drawedges(&mut self, lines: bool) -> &mut Self {
        self.drawedges = lines;
        self
    }

    /// Whether there is a line between two colours.
    #[must_use]
    pub const fn drawedges(&self) -> bool {
        self.drawedges
    }

    /// Sets the opacity of its colours, 0 to 1. Default: that of its artist.
    ///
    /// # Panics
    /// If it is NaN.
    #[track_caller]
    pub fn set_alpha(&mut self, alpha: impl Number) -> &mut Self {
        let alpha = alpha.to_f64();
        assert!(!alpha.is_nan(), "an alpha of NaN cannot be drawn; it is 0 to 1");
        self.alpha = Some(alpha.clamp(0.0, 1.0) as f32);
        self
    }

    /// The opacity that its colours were told to have; `None` for that of its artist.
    #[must_use]
    pub const fn alpha(&self) -> Option<f32> {
        self.alpha
    }

    /// Sets at which values it has ticks, instead of choosing them: [`Ticks`], or a column of values, `[0; 0]` for none. What is not within
    /// its limits is not shown.
    pub fn set_ticks(&mut self, ticks: impl IntoTicks) -> &mut Self {
        self.axis.ticks = ticks.into_ticks();
        self
    }

    /// Sets how values are written at its ticks: a [`Format`], or a text such as `"{:.1}"`.
    ///
    /// # Panics
    /// If a text is that of no format.
    #[track_caller]
    pub fn set_format(&mut self, format: impl NameOr<Format>) -> &mut Self {
        self.axis.format = format.value();
        self
    }

    /// Sets where the small ticks between these stand, and shows them.
    pub fn set_minor_ticks_at(&mut self, ticks: impl IntoTicks) -> &mut Self {
        (self.axis.minor_ticks, self.axis.minor) = (ticks.into_ticks(), Some(true));
        self
    }

    /// Its ticks, as they were set.
    #[must_use]
    pub const fn ticks(&self) -> &Ticks {
        &self.axis.ticks
    }

    /// Sets at which values it has ticks, and what is written there.
    ///
    /// # Panics
    /// If there are not as many labels as ticks.
    #[track_caller]
    pub fn set_ticklabels<S: Into<String>>(
        &mut self,
        at: impl Column,
        labels: impl IntoIterator<Item = S>,
    ) -> &mut Self {
        self.axis.ticks = Ticks::at(at).labels(labels);
        self
    }

    /// Shows or hides the small ticks between those that have labels. Default: shown where the norm is a logarithm and at the borders of
    /// [`Norm::Boundary`](crate::Norm::Boundary), if ticks were not set.
    pub fn set_minor_ticks(&mut self, show: bool) -> &mut Self {
        self.axis.minor = Some(show);
        self
    }

    /// Whether small ticks were asked for or refused; `None` if the colorbar decides.
    #[must_use]
    pub const fn minor_ticks(&self) -> Option<bool> {
        self.axis.minor
    }
}
