//! Lines across the axes.

use crate::data::Number;
use crate::figure::Axes;
use crate::figure::tick_params::points;
use crate::figure::{WhichAxis, WhichTicks};
use crate::style::{Color, IntoColor, IntoLineStyle, LineStyle, NameOr};

/// How the lines across the axes look: what [`set_grid`](Axes::set_grid) takes, in matplotlib's words. What is not said is as lines are by
/// themselves.
///
/// ```
/// use grabframe::prelude::*;
/// let mut fig = Figure::new();
/// let ax = fig.add_axes();
/// fig[ax].set_grid(GridLines::new().which("both").alpha(0.4));
/// fig[ax].set_grid(GridLines::new().axis("y").color("tab:red").linestyle("--").linewidth(0.5));
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GridLines {
    axis: WhichAxis,
    which: WhichTicks,
    look: GridLook,
}

/// Lines at the ticks of one kind of one axis.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct GridLook {
    /// `None`: as the theme has it.
    pub(crate) shown: Option<bool>,
    pub(crate) color: Option<Color>,
    pub(crate) alpha: Option<f32>,
    pub(crate) width: Option<f32>,
    pub(crate) style: Option<LineStyle>,
}

impl GridLines {
    /// Lines at the large ticks of both axes.
    #[must_use]
    pub fn new() -> Self {
        Self { look: GridLook { shown: Some(true), ..GridLook::default() }, ..Self::default() }
    }

    /// Of one axis: `"x"`, which has upright lines, or `"y"`. Default: both.
    ///
    /// # Panics
    /// If it is the name of none.
    #[must_use]
    #[track_caller]
    pub fn axis(mut self, axis: impl NameOr<WhichAxis>) -> Self {
        self.axis = axis.value();
        self
    }

    /// At which ticks: `"major"`, `"minor"`, where there are small ones, or `"both"`. Default: major.
    ///
    /// # Panics
    /// If it is the name of none.
    #[must_use]
    #[track_caller]
    pub fn which(mut self, which: impl NameOr<WhichTicks>) -> Self {
        self.which = which.value();
        self
    }

    /// Their colour. Default: `#b0b0b0`, a light grey.
    ///
    /// # Panics
    /// If it is no colour.
    #[must_use]
    #[track_caller]
    pub fn color(mut self, color: impl IntoColor) -> Self {
        self.look.color = Some(color.into_color());
        self
    }

    /// Their opacity, 0 to 1. Default: 1.
    ///
    /// # Panics
    /// If it is not from 0 to 1.
    #[must_use]
    #[track_caller]
    pub fn alpha(mut self, alpha: impl Number) -> Self {
        let alpha = alpha.to_f64();
        assert!((0.0..=1.0).contains(&alpha), "an opacity is from 0 to 1, not {alpha}");
        self.look.alpha = Some(alpha as f32);
        self
    }

    /// Their width, in points. Default: 0.8.
    ///
    /// # Panics
    /// If it is negative or above 1000.
    #[must_use]
    #[track_caller]
    pub fn linewidth(mut self, length: impl Number) -> Self {
        self.look.width = Some(points(length, "line"));
        self
    }

    /// Their dashes: a [`LineStyle`], or `"--"`. Default: solid.
    ///
    /// # Panics
    /// If a text is no line style.
    #[must_use]
    #[track_caller]
    pub fn linestyle(mut self, style: impl IntoLineStyle) -> Self {
        self.look.style = Some(style.into_linestyle());
        self
    }
}

impl Axes {
    /// Shows lines across the axes at ticks, over images and under all else, that look like this; see [`GridLines`]. For those that look as
    /// they do by themselves, [`grid(true)`](Axes::grid) will do, which also hides them.
    pub fn set_grid(&mut self, lines: GridLines) -> &mut Self {
        self.each_axis(lines.axis, &mut |axis| {
            for kind in lines.which.places() {
                axis.grid[*kind] = lines.look.clone();
            }
        });
        self
    }

    /// Shows or hides lines across the axes at every tick, over images and under all else. Default: hidden. How they look is said with
    /// [`set_grid`](Axes::set_grid).
    pub fn grid(&mut self, show: bool) -> &mut Self {
        self.each_axis(WhichAxis::Both, &mut |axis| axis.grid[0].shown = Some(show));
        self
    }

    /// Whether there are lines across the axes, at the ticks of one of them at least.
    #[must_use]
    pub fn get_grid(&self) -> bool {
        self.x.grid[0].shown == Some(true) || self.y.grid[0].shown == Some(true)
    }

    /// Shows or hides lines across the axes at the small ticks, where there are any; see
    /// [`set_minor_ticks`](Axes::set_minor_ticks). Default: hidden. Those at the large ticks are [`grid`](Axes::grid)'s.
    pub fn set_minor_grid(&mut self, show: bool) -> &mut Self {
        self.each_axis(WhichAxis::Both, &mut |axis| axis.grid[1].shown = Some(show));
        self
    }

    /// Whether there are lines at the small ticks of an axis.
    #[must_use]
    pub fn minor_grid(&self) -> bool {
        self.x.grid[1].shown == Some(true) || self.y.grid[1].shown == Some(true)
    }
}
