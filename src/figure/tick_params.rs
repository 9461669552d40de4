//! How ticks and their labels look, as a program says it.

use crate::artist::common::angle;
use crate::axis::Side;
use crate::data::Number;
use crate::figure::{Axes, WhichAxis, WhichTicks};
use crate::style::{Color, IntoColor, NameOr, TickDirection};
use crate::text::{HAlign, RotationMode};

/// How ticks and their labels look: what [`tick_params`](Axes::tick_params) takes, in matplotlib's words. What is not said stays as it is.
///
/// ```
/// use grabframe::prelude::*;
/// let mut fig = Figure::new();
/// let ax = fig.add_axes();
/// fig[ax].tick_params(TickParams::new().which("both").direction("in").colors("tab:blue"));
/// fig[ax].tick_params(TickParams::new().axis("x").length(6).labelsize(8).rotation(45));
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TickParams {
    axis: WhichAxis,
    which: WhichTicks,
    look: TickLook,
    /// On which sides they are shown, as far as that was said.
    sides: [Option<bool>; 4],
    /// How the labels of both kinds are turned.
    rotation: Option<f32>,
    ha: Option<HAlign>,
    rotation_mode: Option<RotationMode>,
}

/// How the labels of the ticks of an axis are turned.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct LabelTurn {
    /// Counter-clockwise.
    pub(crate) degrees: f32,
    /// Which part of a label stands at its tick; `None`: as on that side.
    pub(crate) ha: Option<HAlign>,
    pub(crate) mode: RotationMode,
}

/// What was said of the looks of the ticks of one kind of one axis. Lengths in points.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct TickLook {
    pub(crate) direction: Option<TickDirection>,
    pub(crate) length: Option<f32>,
    pub(crate) width: Option<f32>,
    pub(crate) color: Option<Color>,
    pub(crate) pad: Option<f32>,
    pub(crate) labelsize: Option<f32>,
    pub(crate) labelcolor: Option<Color>,
    pub(crate) labels: Option<bool>,
}

/// A length in points of what stands around axes.
#[track_caller]
pub(super) fn points(number: impl Number, what: &str) -> f32 {
    let points = number.to_f64();
    assert!((0.0..=1000.0).contains(&points), "a {what} of {points} points cannot be drawn; give 0 to 1000");
    points as f32
}

impl TickParams {
    /// Nothing is said yet, of the large ticks of both axes.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Of one axis: `"x"` or `"y"`. Default: both.
    ///
    /// # Panics
    /// If it is the name of none.
    #[must_use]
    #[track_caller]
    pub fn axis(mut self, axis: impl NameOr<WhichAxis>) -> Self {
        self.axis = axis.value();
        self
    }

    /// Of which ticks: `"major"`, those with labels, `"minor"`, the small ones between, or `"both"`. Default: major.
    ///
    /// # Panics
    /// If it is the name of none.
    #[must_use]
    #[track_caller]
    pub fn which(mut self, which: impl NameOr<WhichTicks>) -> Self {
        self.which = which.value();
        self
    }

    /// Whether they stand at the bottom, too, or alone: labels stay where they are. Default: where the labels of the x axis are.
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// let mut fig = Figure::new();
    /// let ax = fig.add_axes();
    /// fig[ax].tick_params(TickParams::new().which("both").direction("in").top(true).right(true)); // as many journals want it
    /// assert!(fig[ax].ticks_on("top"));
    /// ```
    #[must_use]
    pub fn bottom(self, show: bool) -> Self {
        self.on(Side::Bottom, show)
    }

    /// Whether they stand at the top. Default: where the labels of the x axis are.
    #[must_use]
    pub fn top(self, show: bool) -> Self {
        self.on(Side::Top, show)
    }

    /// Whether they stand at the left. Default: where the labels of the y axis are.
    #[must_use]
    pub fn left(self, show: bool) -> Self {
        self.on(Side::Left, show)
    }

    /// Whether they stand at the right. Default: where the labels of the y axis are.
    #[must_use]
    pub fn right(self, show: bool) -> Self {
        self.on(Side::Right, show)
    }

    fn on(mut self, side: Side, show: bool) -> Self {
        self.sides[side as usize] = Some(show);
        self
    }

    /// To which side they point: `"out"`, `"in"` or `"inout"`. Default: out.
    ///
    /// # Panics
    /// If it is the name of no direction.
    #[must_use]
    #[track_caller]
    pub fn direction(mut self, direction: impl NameOr<TickDirection>) -> Self {
        self.look.direction = Some(direction.value());
        self
    }

    /// How long they are, in points; 0 hides them. Default: 3.5, small ones 2.
    ///
    /// # Panics
    /// If it is negative or above 1000.
    #[must_use]
    #[track_caller]
    pub fn length(mut self, length: impl Number) -> Self {
        self.look.length = Some(points(length, "tick"));
        self
    }

    /// How wide they are, in points. Default: 0.8, small ones 0.6.
    ///
    /// # Panics
    /// If it is negative or above 1000.
    #[must_use]
    #[track_caller]
    pub fn width(mut self, length: impl Number) -> Self {
        self.look.width = Some(points(length, "tick"));
        self
    }

    /// Their colour. Default: black.
    ///
    /// # Panics
    /// If it is no colour.
    #[must_use]
    #[track_caller]
    pub fn color(mut self, color: impl IntoColor) -> Self {
        self.look.color = Some(color.into_color());
        self
    }

    /// The colour of their labels. Default: black.
    ///
    /// # Panics
    /// If it is no colour.
    #[must_use]
    #[track_caller]
    pub fn labelcolor(mut self, color: impl IntoColor) -> Self {
        self.look.labelcolor = Some(color.into_color());
        self
    }

    /// The colour of both, ticks and labels.
    ///
    /// # Panics
    /// If it is no colour.
    #[must_use]
    #[track_caller]
    pub fn colors(self, color: impl IntoColor) -> Self {
        let color = color.into_color();
        self.color(color).labelcolor(color)
    }

    /// How far labels are from the ends of their ticks, in points. Default: 3.5, at small ticks 3.4.
    ///
    /// # Panics
    /// If it is not from -1000 to 1000.
    #[must_use]
    #[track_caller]
    pub fn pad(mut self, points: impl Number) -> Self {
        let pad = points.to_f64();
        assert!(pad.abs() <= 1000.0, "labels cannot stand {pad} points from their ticks; give -1000 to 1000");
        self.look.pad = Some(pad as f32);
        self
    }

    /// How large the letters of labels are, in points. Default: 10.
    ///
    /// # Panics
    /// If it is negative or above 1000.
    #[must_use]
    #[track_caller]
    pub fn labelsize(mut self, length: impl Number) -> Self {
        self.look.labelsize = Some(points(length, "letter"));
        self
    }

    /// Whether there are labels. Default: yes.
    #[must_use]
    pub fn labels(mut self, show: bool) -> Self {
        self.look.labels = Some(show);
        self
    }

    /// By how much labels of all ticks are turned, in degrees, as [`set_xtick_rotation`](Axes::set_xtick_rotation) says it.
    ///
    /// # Panics
    /// If it is not finite.
    #[must_use]
    #[track_caller]
    pub fn rotation(mut self, degrees: impl Number) -> Self {
        self.rotation = Some(angle(degrees.to_f64() % 360.0));
        self
    }

    /// Which part of a label, from left to right, stands at its tick: `"left"`, `"center"` or `"right"`, of labels of all ticks. Default: the
    /// middle, and beside an upright axis the side that is turned to it.
    ///
    /// Labels that are turned end at their ticks with `"right"` and the mode `"anchor"`:
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// let mut fig = Figure::new();
    /// let ax = fig.add_axes();
    /// fig[ax].set_xticklabels([0, 1, 2], ["control", "treated", "washed out"]);
    /// fig[ax].tick_params(TickParams::new().axis("x").rotation(45).ha("right").rotation_mode("anchor"));
    /// ```
    ///
    /// # Panics
    /// If it is the name of no alignment.
    #[must_use]
    #[track_caller]
    pub fn ha(mut self, ha: impl NameOr<HAlign>) -> Self {
        self.ha = Some(ha.value());
        self
    }

    /// What of a turned label stands at its tick: the box around it (`"default"`), or the label before it is turned, which then turns about
    /// that point (`"anchor"`).
    ///
    /// # Panics
    /// If it is the name of none.
    #[must_use]
    #[track_caller]
    pub fn rotation_mode(mut self, mode: impl NameOr<RotationMode>) -> Self {
        self.rotation_mode = Some(mode.value());
        self
    }
}

impl TickLook {
    /// With what was said later.
    fn add(&mut self, newer: &Self) {
        let Self { direction, length, width, color, pad, labelsize, labelcolor, labels } = *newer;
        self.direction = direction.or(self.direction);
        self.length = length.or(self.length);
        self.width = width.or(self.width);
        self.color = color.or(self.color);
        self.pad = pad.or(self.pad);
        self.labelsize = labelsize.or(self.labelsize);
        self.labelcolor = labelcolor.or(self.labelcolor);
        self.labels = labels.or(self.labels);
    }
}

impl Axes {
    /// Changes how ticks and their labels look; see [`TickParams`]. What is said once stays until something else is said of it.
    pub fn tick_params(&mut self, params: TickParams) -> &mut Self {
        self.each_axis(params.axis, &mut |axis| {
            for kind in params.which.places() {
                axis.looks[*kind].add(&params.look);
            }
            if let Some(degrees) = params.rotation {
                axis.turned.degrees = degrees;
            }
            axis.turned.ha = params.ha.or(axis.turned.ha);
            axis.turned.mode = params.rotation_mode.unwrap_or(axis.turned.mode);
        });
        for side in Side::ALL {
            // sides of an axis that is not meant say nothing, as in matplotlib
            let meant = params.axis.includes(side.direction());
            for kind in params.which.places() {
                let shown = &mut self.marks[*kind][side as usize];
                *shown = params.sides[side as usize].filter(|_| meant).or(*shown);
            }
        }
        self
    }
}
