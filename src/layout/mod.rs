//! The layout: every rectangle, limit, tick and label of a figure, as values that can be compared.
//!
//! It is the narrow waist between the figure that programs change and the pixels. Every decision is made here; what is
//! painted behind and around the data is painted from here only, so that an equal layout means equal pixels.

mod axes;
mod axis;
mod boxes;
mod by_key;
mod cells;
mod frame;
mod legend;
mod limits;
mod notes;
mod panels;
mod title;
mod words;

pub use axes::AxesLayout;
pub use axis::{AxisLayout, Tick};
pub use by_key::LaidOut;
pub use frame::{FrameLayout, FrameLine, TickMark};
pub use legend::{LegendEntry, LegendLayout};
pub use words::PlacedText;

use crate::figure::{Figure, Rooms, checked_dpi};
use crate::geom::{Rect, Size};
use crate::style::{Color, theme};
use crate::text::Fonts;

use boxes::lay_out;
use cells::Cells;
use words::Look;

/// Where everything in a figure is.
///
/// ```
/// use grabframe::prelude::*;
/// use grabframe::Layout;
/// let mut fig = Figure::new();
/// let ax = fig.add_axes();
/// fig[ax].plot([0.0, 10.0], [0.0, 1.0]);
/// let layout = Layout::of(&fig);
/// assert_eq!(layout.axes[0].x.limits, Limits::new(-0.5, 10.5));
/// assert_eq!(layout, Layout::of(&fig.clone()));
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Layout {
    /// The size of the picture.
    pub size: Size,
    /// How many pixels a point (1/72 inch) is long.
    pub pixels_per_point: f32,
    /// The colour around the axes.
    pub face: Color,
    /// The axes in the order in which they were added; colorbars follow the axes that they belong to. Those with a lower
    /// `zorder` are drawn before.
    pub axes: Vec<AxesLayout>,
    /// The title over all axes.
    pub title: Option<PlacedText>,
    /// What is not drawn as it was meant, in words: mathematics that is shown as it was written, and why.
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// use grabframe::Layout;
    /// let mut fig = Figure::new();
    /// let ax = fig.add_axes();
    /// fig[ax].set_title(r"$\alpha^2$").set_xlabel(r"$\frac{1}{2}$");
    /// let notes = Layout::of(&fig).notes;
    /// assert_eq!(notes, [r#"the label of an axis "$\frac{1}{2}$": \frac is not known in mathematics here"#]);
    /// ```
    pub notes: Vec<String>,
    pub(crate) fonts: Fonts,
}

impl Layout {
    /// The layout of a figure at its own resolution.
    #[must_use]
    pub fn of(fig: &Figure) -> Self {
        Self::at(fig, fig.get_dpi())
    }

    /// The layout of a figure at another resolution, in dots an inch.
    ///
    /// # Panics
    /// If the resolution is not positive and finite, or there would be more than 2^28 pixels ([`Size::MOST_PIXELS`]).
    #[must_use]
    #[track_caller]
    pub fn at(fig: &Figure, dpi: f64) -> Self {
        let size = fig.size_at(checked_dpi(dpi)).drawable();
        let look = Look { pixels_per_point: (dpi / 72.0) as f32, size, fonts: fig.typefaces() };
        let (mut title, mut axes) = constrained(fig, size, look)
            .map_or_else(|| unconstrained(fig, size, look), |(title, axes, _)| (title, axes));
        panels::group(&mut axes);
        legend::place(fig, &mut axes, look);
        words::lift_over_axes(&mut axes, title.as_mut());
        let notes = notes::of(fig, &axes, title.as_ref());
        Self {
            size,
            pixels_per_point: look.pixels_per_point,
            face: fig.face(),
            axes,
            title,
            notes,
            fonts: fig.typefaces().clone(),
        }
    }

    /// The room that the labels of a figure have, if room is made for them.
    #[track_caller]
    pub(crate) fn rooms(fig: &Figure, dpi: f64) -> Option<Rooms> {
        let size = fig.size_at(checked_dpi(dpi)).drawable();
        let look = Look { pixels_per_point: (dpi / 72.0) as f32, size, fonts: fig.typefaces() };
        constrained(fig, size, look).map(|(.., rooms)| rooms)
    }

    /// The words of all axes, and the title.
    pub(crate) fn words(&self) -> Vec<&PlacedText> {
        let mut all = Vec::new();
        for axes in &self.axes {
            all.extend(&axes.texts);
        }
        all.extend(&self.title);
        all
    }
}

/// With room for all words; `None` if that was not asked for, or would leave nothing of some axes: then, as matplotlib does
/// it, the boxes are where they are by default, and words may lie over one another.
fn constrained(fig: &Figure, size: Size, look: Look<'_>) -> Option<(Option<PlacedText>, Vec<AxesLayout>, Rooms)> {
    if !fig.get_constrained() {
        return None;
    }
    // close to the border, since room is made for it
    let title = title::of_figure(fig, size, look.px(theme::CONSTRAINED_PAD), look);
    let default = Cells::default_for(size);
    // what a recording has given is where it begins, if that leaves anything of the axes
    let mut held = fig.rooms().at(look.pixels_per_point);
    let asking = title.as_ref().filter(|_| !held.frozen);
    let kept = if held.grids.is_empty() { None } else { default.constrained(fig, &[], asking, look, &held) };
    if let Some(cells) = kept.clone().filter(|cells| cells.rooms.frozen) {
        return Some((title, lay_out(fig, &cells, look), cells.rooms));
    }
    let recorded = kept.is_some();
    if !recorded {
        held = Rooms::default();
    }
    let mut cells = kept.unwrap_or(default);
    let mut axes = lay_out(fig, &cells, look);
    // Tick labels change when the boxes do: three rounds are enough for most figures, and few need more.
    for round in 1..=ROUNDS {
        let extents: Vec<_> = axes.iter().map(|a| (fig.root_of(a.owner), a.needed())).collect();
        let next = cells.constrained(fig, &extents, title.as_ref(), look, &held)?;
        if next == cells {
            break;
        }
        cells = next;
        axes = lay_out(fig, &cells, look);
        let inside = |a: &AxesLayout| {
            let Rect { x0, y0, x1, y1 } = a.needed();
            x0 >= 0.0 && y0 >= 0.0 && x1 <= size.width as f32 && y1 <= size.height as f32
        };
        if recorded {
            // it only grows, so that it comes to an end where all have room
            held = cells.rooms.clone();
        } else if round >= 3 && axes.iter().all(inside) {
            break;
        }
    }
    Some((title, axes, cells.rooms))
}

/// How often room is made at most.
const ROUNDS: usize = 8;

/// Boxes where matplotlib has them by default, but lower where the title of the figure would lie over other words.
fn unconstrained(fig: &Figure, size: Size, look: Look<'_>) -> (Option<PlacedText>, Vec<AxesLayout>) {
    let title = title::of_figure(fig, size, theme::SUPTITLE_TOP * size.height as f32, look);
    let mut cells = Cells::default_for(size);
    let mut axes = lay_out(fig, &cells, look);
    if let Some(title) = &title {
        let over = title.bounds();
        let mut lowest = f32::INFINITY;
        for axes in axes.iter().filter(|axes| cells::is_in_grid(fig, axes.owner)) {
            let hit = axes.texts.iter().map(PlacedText::bounds).filter(|text| overlap(*text, over));
            lowest = hit.map(|text| text.y0).fold(lowest, f32::min);
        }
        if lowest.is_finite() {
            cells.lower(over.y1 + look.px(theme::CONSTRAINED_PAD) - lowest);
            axes = lay_out(fig, &cells, look);
        }
    }
    (title, axes)
}

/// The smallest rectangle around both.
pub(crate) fn union(a: Rect, b: Rect) -> Rect {
    Rect::new(a.x0.min(b.x0), a.y0.min(b.y0), a.x1.max(b.x1), a.y1.max(b.y1))
}

/// Whether two rectangles have an inner point in common.
pub(crate) fn overlap(a: Rect, b: Rect) -> bool {
    a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1
}
