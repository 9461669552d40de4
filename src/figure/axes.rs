//! Axes: a box with two scales, and the artists in it.

use crate::artist::{Artist, ColorCycle};
use crate::axis::{Direction, Scale, Side};
use crate::data::Column;
use crate::figure::axis_end::{AxisEnd, ends};
use crate::figure::axis_options::{AxisOptions, named_ticks, plain_ticks};
use crate::figure::key::{Key, RawKey, unique};
use crate::figure::{Aspect, LegendLoc, Slot};
use crate::style::{Color, IntoColor, NameOr};
use crate::text::FontWeight;

/// A box with an x axis and a y axis, and the artists in it.
///
/// ```
/// use grabframe::prelude::*;
/// let mut fig = Figure::new();
/// let ax = fig.add_axes();
/// fig[ax].set_title("Decay").set_xlabel("time (s)").set_ylabel("counts").set_xlim(0.0, 10.0).grid(true);
/// fig[ax].plot([0.0, 5.0, 10.0], [9.0, 3.0, 1.0]);
/// ```
///
/// Axes are values: `fig[b] = fig[a].clone()` makes `b` look like `a`, at its own place. The keys of artists in `a` go on
/// naming those in `a`; if axes are swapped, keys find their artists where these are then.
#[derive(Clone, Debug)]
pub struct Axes {
    /// Where in the figure the axes were added. Keys look there first; after a swap they find their artist elsewhere.
    home: u32,
    slots: Vec<Option<Slot>>,
    cycle: ColorCycle,
    pub(crate) title: String,
    pub(crate) title_weight: FontWeight,
    pub(crate) x: AxisOptions,
    pub(crate) y: AxisOptions,
    pub(crate) aspect: Option<Aspect>,
    pub(crate) grid: bool,
    pub(crate) minor_grid: bool,
    /// Whether there are ticks on each side; `None`: where those of its axis stand.
    pub(crate) marks: [Option<bool>; 4],
    /// Whether there is a line of the frame on each side.
    pub(crate) spines: [bool; 4],
    pub(crate) legend: Option<LegendLoc>,
    pub(crate) face: Color,
    /// How high the axes lie; `None`: as the figure has them.
    pub(crate) zorder: Option<f64>,
    pub(crate) frame: bool,
}

impl Axes {
    pub(crate) fn new(home: usize) -> Self {
        Self {
            home: home as u32,
            slots: Vec::new(),
            cycle: ColorCycle::default(),
            title: String::new(),
            title_weight: FontWeight::Normal,
            x: AxisOptions::on(Side::Bottom),
            y: AxisOptions::on(Side::Left),
            aspect: None,
            grid: false,
            minor_grid: false,
            marks: [None; 4],
            spines: [true; 4],
            legend: None,
            face: Color::WHITE,
            zorder: None,
            frame: true,
        }
    }

    /// Adds an artist and returns its key.
    pub fn add<A: Artist>(&mut self, mut artist: A) -> Key<A> {
        artist.take_color(&mut self.cycle);
        let bounds = artist.bounds();
        self.x.make_way(bounds.x_backward);
        self.y.make_way(bounds.y_backward);
        let raw = RawKey { axes: self.home, slot: self.slots.len() as u32, id: unique() };
        self.slots.push(Some(Slot::new(raw.id, artist)));
        Key::new(raw)
    }

    /// Sets the title above the axes. `$..$` in it is [mathematics](crate#mathematics), as in all words; `\$` is a dollar sign.
    pub fn set_title(&mut self, title: impl Into<String>) -> &mut Self {
        self.title = title.into();
        self
    }

    /// Sets how thick the letters of the title are: a [`FontWeight`], or `"bold"`. Default: normal.
    ///
    /// # Panics
    /// If a name is that of no weight.
    #[track_caller]
    pub fn set_title_weight(&mut self, weight: impl NameOr<FontWeight>) -> &mut Self {
        self.title_weight = weight.value();
        self
    }

    /// How thick the letters of the title are.
    #[must_use]
    pub const fn title_weight(&self) -> FontWeight {
        self.title_weight
    }

    /// The title above the axes.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// Sets the words under the x axis.
    pub fn set_xlabel(&mut self, label: impl Into<String>) -> &mut Self {
        self.x.label = label.into();
        self
    }

    /// The words under the x axis.
    #[must_use]
    pub fn xlabel(&self) -> &str {
        &self.x.label
    }

    /// Sets the words beside the y axis.
    pub fn set_ylabel(&mut self, label: impl Into<String>) -> &mut Self {
        self.y.label = label.into();
        self
    }

    /// The words beside the y axis.
    #[must_use]
    pub fn ylabel(&self) -> &str {
        &self.y.label
    }

    /// Sets the values at the left and the right end. `left > right` makes the axis run backward; `None` leaves an end to
    /// the data, in every frame: `set_xlim(0, None)`. So does a limit that has no place on a log axis.
    ///
    /// # Panics
    /// If a limit is not finite.
    #[track_caller]
    pub fn set_xlim(&mut self, left: impl AxisEnd, right: impl AxisEnd) -> &mut Self {
        self.x.set_ends(ends(left, right));
        self
    }

    /// Sets the values at the bottom and the top end. `bottom > top` makes the axis run backward; `None` leaves an end to
    /// the data, in every frame: `set_ylim(0, None)`. So does a limit that has no place on a log axis.
    ///
    /// # Panics
    /// If a limit is not finite.
    #[track_caller]
    pub fn set_ylim(&mut self, bottom: impl AxisEnd, top: impl AxisEnd) -> &mut Self {
        self.y.set_ends(ends(bottom, top));
        self
    }

    /// Takes the limits of both axes from the data again, in every frame: with a margin of 5 % on each side.
    pub fn autoscale(&mut self) -> &mut Self {
        (self.x.say().ends, self.y.say().ends) = ([None; 2], [None; 2]);
        self
    }

    /// Sets the scale of the x axis: [`Scale::Log`] and so on, or `"log"`. Default: linear.
    ///
    /// # Panics
    /// If a name is that of no scale.
    #[track_caller]
    pub fn set_xscale(&mut self, scale: impl NameOr<Scale>) -> &mut Self {
        self.x.say().scale = scale.value();
        self
    }

    /// The scale of the x axis.
    #[must_use]
    pub fn xscale(&self) -> &Scale {
        &self.x.scale
    }

    /// Sets the scale of the y axis: [`Scale::Log`] and so on, or `"log"`. Default: linear.
    ///
    /// # Panics
    /// If a name is that of no scale.
    #[track_caller]
    pub fn set_yscale(&mut self, scale: impl NameOr<Scale>) -> &mut Self {
        self.y.say().scale = scale.value();
        self
    }

    /// The scale of the y axis.
    #[must_use]
    pub fn yscale(&self) -> &Scale {
        &self.y.scale
    }

    /// Sets where the x axis has ticks, instead of choosing them; `[0; 0]` for none. Automatic limits reach as far as
    /// the ticks do.
    pub fn set_xticks(&mut self, at: impl Column) -> &mut Self {
        self.x.say().ticks = Some(plain_ticks(&at));
        self
    }

    /// Sets where the y axis has ticks, instead of choosing them; `[0; 0]` for none. Automatic limits reach as far as
    /// the ticks do.
    pub fn set_yticks(&mut self, at: impl Column) -> &mut Self {
        self.y.say().ticks = Some(plain_ticks(&at));
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
        self.x.say().ticks = Some(named_ticks(&at, labels));
        self
    }

    /// Where the x axis was told to have ticks; `None` if they are chosen.
    #[must_use]
    pub fn xticks(&self) -> Option<&[f64]> {
        self.x.ticks.as_ref().map(|ticks| ticks.at.as_slice())
    }

    /// What was told to be written at the ticks of the x axis; `None` if it is their values.
    #[must_use]
    pub fn xticklabels(&self) -> Option<&[String]> {
        self.x.ticks.as_ref()?.names.as_deref()
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
        self.y.say().ticks = Some(named_ticks(&at, labels));
        self
    }

    /// Where the y axis was told to have ticks; `None` if they are chosen.
    #[must_use]
    pub fn yticks(&self) -> Option<&[f64]> {
        self.y.ticks.as_ref().map(|ticks| ticks.at.as_slice())
    }

    /// What was told to be written at the ticks of the y axis; `None` if it is their values.
    #[must_use]
    pub fn yticklabels(&self) -> Option<&[String]> {
        self.y.ticks.as_ref()?.names.as_deref()
    }

    /// Turns the x axis around. Two limits that are set later say anew which way it runs.
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// let mut fig = Figure::new();
    /// let ax = fig.add_axes();
    /// fig[ax].set_xlim(0, 5).invert_x();
    /// assert_eq!(fig[ax].xlim(), Limits::new(5.0, 0.0));
    /// fig[ax].set_xlim(0, 5);
    /// assert_eq!(fig[ax].xlim(), Limits::new(0.0, 5.0));
    /// ```
    pub fn invert_x(&mut self) -> &mut Self {
        self.x.invert(self.asked(Direction::X));
        self
    }

    /// Turns the y axis around. Two limits that are set later say anew which way it runs.
    pub fn invert_y(&mut self) -> &mut Self {
        self.y.invert(self.asked(Direction::Y));
        self
    }

    /// Sets how long a unit of y is, compared with a unit of x: an [`Aspect`], `"equal"`, `"auto"`, or a number. Default:
    /// [`Aspect::Equal`] where there is an image, otherwise [`Aspect::Auto`].
    ///
    /// # Panics
    /// If a ratio is not positive and finite, or a name is that of no aspect.
    #[track_caller]
    pub fn set_aspect(&mut self, aspect: impl NameOr<Aspect>) -> &mut Self {
        let aspect = aspect.value();
        if let Aspect::Ratio(ratio) = aspect {
            assert!(ratio.is_finite() && ratio > 0.0, "an aspect ratio of {ratio} cannot be drawn");
        }
        self.aspect = Some(aspect);
        self
    }

    /// The aspect that was set; `None` if the artists decide.
    #[must_use]
    pub fn aspect(&self) -> Option<Aspect> {
        self.aspect
    }

    /// Shows or hides lines across the axes at every tick, over images and under all else. Default: hidden.
    pub fn grid(&mut self, show: bool) -> &mut Self {
        self.grid = show;
        self
    }

    /// Whether there are lines across the axes.
    #[must_use]
    pub fn get_grid(&self) -> bool {
        self.grid
    }

    /// Shows a legend of all artists that have a label, where it covers the least data. A label that begins with `_` is not
    /// shown, as in matplotlib. For another place see [`legend_at`](Axes::legend_at).
    pub fn legend(&mut self) -> &mut Self {
        self.legend_at(LegendLoc::Best)
    }

    /// Shows a legend of all artists that have a label, at that place: a [`LegendLoc`], or `"upper right"` and so on.
    ///
    /// # Panics
    /// If a name is that of no place.
    #[track_caller]
    pub fn legend_at(&mut self, loc: impl NameOr<LegendLoc>) -> &mut Self {
        self.legend = Some(loc.value());
        self
    }

    /// Where the legend is, if there is one.
    #[must_use]
    pub fn get_legend(&self) -> Option<LegendLoc> {
        self.legend
    }

    /// Sets the colour behind the data. Default: white.
    ///
    /// # Panics
    /// If it is no colour.
    #[track_caller]
    pub fn set_facecolor(&mut self, color: impl IntoColor) -> &mut Self {
        self.face = color.into_color();
        self
    }

    /// The colour behind the data.
    #[must_use]
    pub fn facecolor(&self) -> Color {
        self.face
    }

    /// Shows or hides the frame, the ticks, their labels and the colour behind the data: without it, what lies below shows
    /// through, as with matplotlib's `axis("off")`. Default: shown.
    pub fn set_frame(&mut self, show: bool) -> &mut Self {
        self.frame = show;
        self
    }

    /// Whether the frame is shown.
    #[must_use]
    pub fn frame(&self) -> bool {
        self.frame
    }

    /// Which way the last artist that cares lets an axis run.
    pub(super) fn asked(&self, direction: Direction) -> Option<bool> {
        self.slots().iter().rev().find_map(|(_, slot)| {
            let bounds = slot.artist().bounds();
            match direction {
                Direction::X => bounds.x_backward,
                Direction::Y => bounds.y_backward,
            }
        })
    }

    /// The artists and their positions, in the order in which they were added.
    pub(crate) fn slots(&self) -> Vec<(usize, &Slot)> {
        self.slots.iter().enumerate().filter_map(|(i, slot)| Some((i, slot.as_ref()?))).collect()
    }

    /// The artists that are drawn.
    pub(crate) fn visible(&self) -> Vec<(usize, &Slot)> {
        let mut slots = self.slots();
        slots.retain(|(_, slot)| slot.artist().common().visible);
        slots
    }

    pub(crate) fn slot_at(&self, index: usize) -> Option<&Slot> {
        self.slots.get(index)?.as_ref()
    }

    pub(crate) fn slot(&self, raw: RawKey) -> Option<&Slot> {
        self.slot_at(raw.slot as usize).filter(|slot| slot.id == raw.id)
    }

    pub(crate) fn slot_mut(&mut self, raw: RawKey) -> Option<&mut Slot> {
        self.slots.get_mut(raw.slot as usize)?.as_mut().filter(|slot| slot.id == raw.id)
    }

    pub(crate) fn take(&mut self, raw: RawKey) -> Option<Slot> {
        self.slot(raw)?;
        self.slots[raw.slot as usize].take()
    }
}
