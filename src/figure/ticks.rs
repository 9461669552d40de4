//! The ticks of axes: where they stand, what is written there, what is between them.

use crate::artist::common::angle;
use crate::axis::{Format, IntoTicks, Ticks};
use crate::data::{Column, Number};
use crate::figure::Axes;
use crate::style::NameOr;

impl Axes {
    /// Sets where the x axis has ticks, instead of choosing them: [`Ticks`], or a column of places, `[0; 0]` for none. Automatic
    /// limits reach as far as places that were set.
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// let mut fig = Figure::new();
    /// let ax = fig.add_axes();
    /// fig[ax].set_xticks([0, 6, 12, 18, 24]);
    /// fig[ax].set_xticks(Ticks::every(6));    // also where the limits move
    /// fig[ax].set_xticks(Ticks::auto());      // chosen again
    /// ```
    #[doc(alias = "set_major_locator")]
    pub fn set_xticks(&mut self, ticks: impl IntoTicks) -> &mut Self {
        self.x.say().ticks = ticks.into_ticks();
        self
    }

    /// Sets where the x axis has ticks and what is written there. Automatic limits reach as far as the ticks do.
    ///
    /// # Panics
    /// If there are not as many labels as ticks.
    #[track_caller]
    pub fn set_xticklabels<S: Into<String>>(
        &mut self,
        at: impl Column,
        labels: impl IntoIterator<Item = S>,
    ) -> &mut Self {
        self.x.say().ticks = Ticks::at(at).labels(labels);
        self
    }

    /// Where the x axis was told to have ticks; `None` if they are chosen.
    #[must_use]
    pub fn xticks(&self) -> Option<&[f64]> {
        self.x.ticks.places()
    }

    /// What was told to be written at the ticks of the x axis; `None` if it is their values.
    #[must_use]
    pub fn xticklabels(&self) -> Option<&[String]> {
        self.x.ticks.names()
    }

    /// Sets how the values at the ticks of the x axis are written, wherever these are: a [`Format`], or a text with a place for the number,
    /// `"{:.1} ms"`. Ticks that have a format of their own keep it. Default: [`Format::auto`].
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// let mut fig = Figure::new();
    /// let ax = fig.add_axes();
    /// fig[ax].set_xlim(0, 1).set_xformat(Format::percent(1)).set_yformat("{} V");
    /// ```
    ///
    /// # Panics
    /// If a text has no place for a number.
    #[doc(alias = "set_major_formatter")]
    #[doc(alias = "ticklabel_format")]
    #[doc(alias = "xtickformat")]
    #[track_caller]
    pub fn set_xformat(&mut self, format: impl NameOr<Format>) -> &mut Self {
        self.x.say().format = format.value();
        self
    }

    /// How the values at the ticks of the x axis are written.
    #[must_use]
    pub const fn xformat(&self) -> &Format {
        &self.x.format
    }

    /// Sets where the x axis has small ticks, and shows them: [`Ticks`], or a column of places. [`Ticks::count`] divides each interval into
    /// so many. They have labels if a format was set for them, or words.
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// let mut fig = Figure::new();
    /// let ax = fig.add_axes();
    /// fig[ax].set_xlim(0, 24).set_xticks(Ticks::every(6)).set_xminorticks(Ticks::every(1));
    /// ```
    #[doc(alias = "set_minor_locator")]
    pub fn set_xminorticks(&mut self, ticks: impl IntoTicks) -> &mut Self {
        let axis = self.x.say();
        (axis.minor, axis.minor_ticks) = (Some(true), ticks.into_ticks());
        self
    }

    /// Where the x axis was told to have small ticks; `None` if they are chosen.
    #[must_use]
    pub fn xminorticks(&self) -> Option<&[f64]> {
        self.x.minor_ticks.places()
    }

    /// Sets where the y axis has ticks, instead of choosing them: [`Ticks`], or a column of places, `[0; 0]` for none. Automatic
    /// limits reach as far as places that were set.
    pub fn set_yticks(&mut self, ticks: impl IntoTicks) -> &mut Self {
        self.y.say().ticks = ticks.into_ticks();
        self
    }

    /// Sets where the y axis has ticks and what is written there. Automatic limits reach as far as the ticks do.
    ///
    /// # Panics
    /// If there are not as many labels as ticks.
    #[track_caller]
    pub fn set_yticklabels<S: Into<String>>(
        &mut self,
        at: impl Column,
        labels: impl IntoIterator<Item = S>,
    ) -> &mut Self {
        self.y.say().ticks = Ticks::at(at).labels(labels);
        self
    }

    /// Where the y axis was told to have ticks; `None` if they are chosen.
    #[must_use]
    pub fn yticks(&self) -> Option<&[f64]> {
        self.y.ticks.places()
    }

    /// What was told to be written at the ticks of the y axis; `None` if it is their values.
    #[must_use]
    pub fn yticklabels(&self) -> Option<&[String]> {
        self.y.ticks.names()
    }

    /// Sets how the values at the ticks of the y axis are written, wherever these are: a [`Format`], or a text with a place for the number,
    /// `"{:.1} ms"`. Ticks that have a format of their own keep it. Default: [`Format::auto`].
    ///
    /// # Panics
    /// If a text has no place for a number.
    #[track_caller]
    pub fn set_yformat(&mut self, format: impl NameOr<Format>) -> &mut Self {
        self.y.say().format = format.value();
        self
    }

    /// How the values at the ticks of the y axis are written.
    #[must_use]
    pub const fn yformat(&self) -> &Format {
        &self.y.format
    }

    /// Sets where the y axis has small ticks, and shows them: [`Ticks`], or a column of places. [`Ticks::count`] divides each interval into
    /// so many. They have labels if a format was set for them, or words.
    pub fn set_yminorticks(&mut self, ticks: impl IntoTicks) -> &mut Self {
        let axis = self.y.say();
        (axis.minor, axis.minor_ticks) = (Some(true), ticks.into_ticks());
        self
    }

    /// Where the y axis was told to have small ticks; `None` if they are chosen.
    #[must_use]
    pub fn yminorticks(&self) -> Option<&[f64]> {
        self.y.minor_ticks.places()
    }

    /// Turns the labels of the x axis' ticks, in degrees, counter-clockwise: matplotlib's `tick_params(axis="x", rotation=45)`.
    /// The box around a label stays under the middle of its tick; [`TickParams::ha`](crate::TickParams::ha) lets it end there. Default: 0.
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// let mut fig = Figure::new();
    /// let ax = fig.add_axes();
    /// fig[ax].set_xticklabels([0, 1, 2], ["control", "treated", "washed out"]).set_xtick_rotation(45);
    /// assert_eq!(fig[ax].xtick_rotation(), 45.0);
    /// ```
    ///
    /// # Panics
    /// If it is not finite.
    #[track_caller]
    pub fn set_xtick_rotation(&mut self, degrees: impl Number) -> &mut Self {
        self.x.turned.degrees = angle(degrees.to_f64());
        self
    }

    /// By how much the labels of the x axis' ticks are turned, in degrees.
    #[must_use]
    pub const fn xtick_rotation(&self) -> f32 {
        self.x.turned.degrees
    }

    /// Turns the labels of the y axis' ticks, in degrees, counter-clockwise. Default: 0.
    ///
    /// # Panics
    /// If it is not finite.
    #[track_caller]
    pub fn set_ytick_rotation(&mut self, degrees: impl Number) -> &mut Self {
        self.y.turned.degrees = angle(degrees.to_f64());
        self
    }

    /// By how much the labels of the y axis' ticks are turned, in degrees.
    #[must_use]
    pub const fn ytick_rotation(&self) -> f32 {
        self.y.turned.degrees
    }

    /// Shows or hides the small ticks between those that have labels, on both axes: four or five to each interval, and on a
    /// log axis the multiples of powers. Default: shown on log axes where the ticks were not set. Where a log axis is so
    /// short that its labels stand at small ticks, these stay.
    #[doc(alias = "minorticks_on")]
    #[doc(alias = "minorticks_off")]
    pub fn set_minor_ticks(&mut self, show: bool) -> &mut Self {
        self.x.say().minor = Some(show);
        self.y.say().minor = Some(show);
        self
    }

    /// Whether small ticks were asked for or refused; `None` if the axes decide.
    #[must_use]
    pub const fn minor_ticks(&self) -> Option<bool> {
        self.x.minor
    }
}
