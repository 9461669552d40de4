//! The layout: every rectangle, limit, tick and label of a figure, as values that can be compared.
//!
//! It is the narrow waist between the figure that programs change and the pixels. Every decision is made here; what is
//! painted behind and around the data is painted from here only, so that an equal layout means equal pixels.

mod axes;
mod cells;
mod legend;
mod limits;
mod words;

pub use axes::{AxesLayout, AxisLayout, Side, Tick};
pub use legend::{LegendEntry, LegendLayout};
pub use words::PlacedText;

use crate::figure::{Figure, checked_dpi};
use crate::geom::{Point, Rect, Size};
use crate::style::{Color, theme};
use crate::text::{Anchor, HAlign, VAlign};

use cells::Cells;
use words::{Look, words};

/// Where everything in a figure is.
///
/// ```
/// use grabframe::prelude::*;
/// use grabframe::Layout;
/// let mut fig = Figure::new();
/// let ax = fig.add_axes();
/// fig[ax].plot([0.0, 10.0], [0.0, 1.0]);
/// let layout = Layout::of(&fig);
/// assert_eq!(layout.axes[0].x.map.limits(), Limits::new(-0.5, 10.5));
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
    /// The axes in the order in which they are drawn; colorbars follow the axes that they belong to.
    pub axes: Vec<AxesLayout>,
    /// The title over all axes.
    pub title: Option<PlacedText>,
}

impl Layout {
    /// The layout of a figure at its own resolution.
    #[must_use]
    pub fn of(fig: &Figure) -> Self {
        Self::at(fig, fig.resolution())
    }

    /// The layout of a figure at another resolution, in dots an inch.
    ///
    /// # Panics
    /// If the resolution is not positive and finite, or there would be more than 2^28 pixels ([`Size::MOST_PIXELS`]).
    #[must_use]
    #[track_caller]
    pub fn at(fig: &Figure, dpi: f64) -> Self {
        let size = fig.size_at(checked_dpi(dpi)).drawable();
        let look = Look { pixels_per_point: (dpi / 72.0) as f32 };
        let title = (!fig.title().is_empty()).then(|| super_title(fig, size, look));
        let mut cells = Cells::default_for(size);
        let mut axes = lay_out(fig, &cells, look);
        if fig.is_constrained() {
            // tick labels change when the boxes do; after three rounds they no longer did in any figure tried
            for _ in 0..3 {
                let extents: Vec<_> = axes.iter().map(|a| (a.owner, a.needed())).collect();
                cells = cells.constrained(fig, &extents, title.as_ref(), look);
                axes = lay_out(fig, &cells, look);
            }
        }
        Self { size, pixels_per_point: look.pixels_per_point, face: fig.face(), axes, title }
    }
}

fn lay_out(fig: &Figure, cells: &Cells, look: Look) -> Vec<AxesLayout> {
    let mut out = Vec::new();
    for (index, place, axes) in fig.axes() {
        let mut area = cells.area(place);
        let mut sides = Vec::new();
        for bar in fig.colorbars_of(index) {
            let (rest, side) = cells::split_for_colorbar(area);
            area = rest;
            sides.push((bar, side));
        }
        out.push(axes::of_axes(index, axes, area, !sides.is_empty(), look));
        for ((bar, slot), side) in sides {
            if let Some(scale) = slot.artist().color_scale() {
                out.push(axes::of_colorbar(index, &bar.label, scale, side, look));
            }
        }
    }
    out
}

fn super_title(fig: &Figure, size: Size, look: Look) -> PlacedText {
    let text = fig.title();
    // close to the border where room is made for it, as matplotlib does
    let top = if fig.is_constrained() { look.px(3.0) } else { 0.02 * size.height as f32 };
    let at = Point::new(size.width as f32 / 2.0, top);
    let anchor = Anchor { at, ha: HAlign::Center, va: VAlign::Top, angle: 0.0 };
    words(text.into(), look.px(theme::TITLE_SIZE), anchor)
}

/// The smallest rectangle around both.
pub(crate) fn union(a: Rect, b: Rect) -> Rect {
    Rect::new(a.x0.min(b.x0), a.y0.min(b.y0), a.x1.max(b.x1), a.y1.max(b.y1))
}
