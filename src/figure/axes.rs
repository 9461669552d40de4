//! Axes: a box with two scales, and the artists in it.

use crate::artist::{Artist, ColorCycle};
use crate::axis::{Direction, Scale, Side};
use crate::figure::axis_end::{AxisEnd, ends};
use crate::figure::axis_options::AxisOptions;
use crate::figure::key::{Key, RawKey, unique};
use crate::figure::spine::Spine;
use crate::figure::{Aspect, Legend, Slot};
use crate::style::{Color, Cycle, IntoColor, NameOr, theme};
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
/// naming those in `a`; if axes are swapped, keys find their artists where these are then. Of an axis that `b` shares with others, what was
/// said last still counts.
#[derive(Clone, Debug)]
pub struct Axes {
    /// Where in the figure the axes were added. Keys look there first; after a swap they find their artist elsewhere.
    home: u32,
    /// In the order in which they were added, which is that of their numbers.
    pub(super) slots: Vec<Slot>,
    cycle: ColorCycle,
    pub(crate) title: String,
    pub(crate) title_weight: FontWeight,
    pub(crate) x: AxisOptions,
    pub(crate) y: AxisOptions,
    pub(crate) aspect: Option<Aspect>,
    /// Whether there are large ticks on each side, and small ones; `None`: where those of its axis stand.
    pub(crate) marks: [[Option<bool>; 4]; 2],
    /// The line of the frame on each side.
    pub(crate) spines: [Spine; 4],
    pub(crate) legend: Option<Legend>,
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
            marks: [[None; 4]; 2],
            spines: [Spine::SHOWN; 4],
            legend: None,
            face: theme::AXES_FACE,
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
        self.slots.push(Slot::new(raw.id, artist));
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

    /// Sets the colour of the words under the x axis. Default: black.
    ///
    /// # Panics
    /// If it is no colour.
    #[track_caller]
    pub fn set_xlabel_color(&mut self, color: impl IntoColor) -> &mut Self {
        self.x.label_color = Some(color.into_color());
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

    /// Sets the colour of the words beside the y axis. Default: black.
    ///
    /// # Panics
    /// If it is no colour.
    #[track_caller]
    pub fn set_ylabel_color(&mut self, color: impl IntoColor) -> &mut Self {
        self.y.label_color = Some(color.into_color());
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
        self.x.set_ends(([None; 2], false));
        self.y.set_ends(([None; 2], false));
        self
    }

    /// Sets the scale of the x axis: [`Scale::Log`] and so on, or `"log"`. Default: linear.
    ///
    /// # Panics
    /// If a name is that of no scale, or a number of the scale is not positive.
    #[track_caller]
    pub fn set_xscale(&mut self, scale: impl NameOr<Scale>) -> &mut Self {
        self.x.set_scale(scale.value().checked());
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
    /// If a name is that of no scale, or a number of the scale is not positive.
    #[track_caller]
    pub fn set_yscale(&mut self, scale: impl NameOr<Scale>) -> &mut Self {
        self.y.set_scale(scale.value().checked());
        self
    }

    /// The scale of the y axis.
    #[must_use]
    pub fn yscale(&self) -> &Scale {
        &self.y.scale
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
    #[doc(alias = "invert_xaxis")]
    pub fn invert_x(&mut self) -> &mut Self {
        self.x.invert(self.asked(Direction::X));
        self
    }

    /// Turns the y axis around. Two limits that are set later say anew which way it runs.
    #[doc(alias = "invert_yaxis")]
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

    /// Sets what artists take in turn that are added from now on, from its beginning: a [`Cycle`] of colours, styles of lines and
    /// markers, a list of colours, or `"okabe_ito"`, `"petroff10"`, `"tab10"`. Default: the colours of the figure's
    /// [`Theme`](crate::Theme).
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// let mut fig = Figure::new();
    /// let ax = fig.add_axes();
    /// fig[ax].set_cycle(["tab:blue", "0.6"]);
    /// ```
    ///
    /// # Panics
    /// If a name is that of no cycle, or a text that of no colour.
    #[track_caller]
    pub fn set_cycle(&mut self, cycle: impl NameOr<Cycle>) -> &mut Self {
        self.cycle = ColorCycle::new(cycle.value());
        self
    }

    /// Sets the colour behind the data. Default: the theme's, white.
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
        self.slots.iter().rev().find_map(|slot| {
            let bounds = slot.artist().bounds();
            match direction {
                Direction::X => bounds.x_backward,
                Direction::Y => bounds.y_backward,
            }
        })
    }
}
