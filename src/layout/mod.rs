//! The layout: every rectangle, limit, tick and label of a figure, as values that can be compared.
//!
//! It is the narrow waist between the figure that programs change and the pixels. Every decision is made here; what is
//! painted behind and around the data is painted from here only, so that an equal layout means equal pixels.

mod aligned;
mod around;
mod axes;
mod axis;
mod boxes;
mod by_key;
mod cells;
mod colorbar;
mod frame;
mod indicator;
mod legend;
mod limits;
mod memo;
mod notes;
mod panels;
mod title;
mod tracks;
mod words;

pub use axes::AxesLayout;
pub use axis::{AxisLayout, Tick};
pub use by_key::LaidOut;
pub use colorbar::ColorbarLayout;
pub use frame::{FrameLayout, FrameLine, TickMark};
pub use indicator::IndicatorLayout;
pub use legend::{LegendEntry, LegendLayout};
pub use words::PlacedText;

use std::sync::Arc;

use crate::figure::{Bar, Figure, Rooms, checked_dpi};
use crate::geom::{Rect, Size};
use crate::style::{Color, Theme};
use crate::text::Fonts;

use around::{Around, Taken};
use boxes::lay_out;
use cells::Cells;
use memo::Memo;
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
    /// Which parts of axes insets show.
    pub indicators: Vec<IndicatorLayout>,
    /// The title over all axes.
    pub title: Option<PlacedText>,
    /// The legend of all axes.
    pub legend: Option<LegendLayout>,
    /// The words under all axes.
    pub xlabel: Option<PlacedText>,
    /// The words at the left of all axes.
    pub ylabel: Option<PlacedText>,
    /// What is not drawn as it was meant, in words: mathematics that is shown as it was written, and why.
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// use grabframe::Layout;
    /// let mut fig = Figure::new();
    /// let ax = fig.add_axes();
    /// fig[ax].set_title(r"$\alpha^2$").set_xlabel(r"$\fraction{1}{2}$");
    /// let notes = Layout::of(&fig).notes;
    /// assert_eq!(notes, [r#"the label of an axis "$\fraction{1}{2}$": \fraction is not known in mathematics here, at letter 2"#]);
    /// ```
    pub notes: Vec<String>,
    pub(crate) fonts: Fonts,
    /// What artists look like that were not told how.
    pub(crate) theme: Arc<Theme>,
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
        Self::with_rooms(fig, dpi).0
    }

    /// The same, and the room that the labels have, if room is made for them.
    #[track_caller]
    pub(crate) fn with_rooms(fig: &Figure, dpi: f64) -> (Self, Option<Made>) {
        let size = fig.size_at(checked_dpi(dpi)).drawable();
        let memo = Memo::new();
        let (fonts, theme) = (fig.typefaces(), fig.shared_theme());
        let look = Look { pixels_per_point: (dpi / 72.0) as f32, size, fonts, theme, memo: &memo };
        let bars = fig.bars();
        let (mut around, own, mut axes, made) = match constrained(fig, &bars, look) {
            Some((around, own, axes, made)) => (around, own, axes, Some(made)),
            None => unconstrained(fig, &bars, look),
        };
        panels::group(&mut axes);
        legend::place(fig, &mut axes, look);
        let Around { title, x, y } = &mut around;
        let mut sup: Vec<&mut PlacedText> = title.iter_mut().chain(x).chain(y).collect();
        words::lift_over_axes(&mut axes, &mut sup);
        let notes = notes::of(fig, &axes, &around, own.as_ref(), look.memo);
        let layout = Self {
            size,
            pixels_per_point: look.pixels_per_point,
            face: fig.face(),
            indicators: indicator::all(fig, &axes),
            axes,
            title: around.title,
            legend: own,
            xlabel: around.x,
            ylabel: around.y,
            notes,
            fonts: fig.typefaces().clone(),
            theme: Arc::clone(look.theme),
        };
        (layout.in_theme(), made)
    }

    /// With the colours that the theme has: until here, those of it are parts that they play.
    fn in_theme(mut self) -> Self {
        let theme = Arc::clone(&self.theme);
        let own = |color: &mut Color| *color = theme.color(*color);
        own(&mut self.face);
        for axes in &mut self.axes {
            own(&mut axes.face);
            for line in axes.frame.grid.iter_mut().chain(&mut axes.frame.spines) {
                own(&mut line.color);
            }
            for tick in &mut axes.frame.ticks {
                own(&mut tick.color);
            }
            for text in &mut axes.texts {
                own(&mut text.color);
            }
            if let Some(bar) = &mut axes.bar {
                own(&mut bar.edge.0);
                for line in &mut bar.lines {
                    own(&mut line.color);
                }
                for hatch in &mut bar.hatches {
                    own(&mut hatch.color);
                }
            }
        }
        for indicator in &mut self.indicators {
            own(&mut indicator.pen.color);
            indicator.pen.width = theme.length(indicator.pen.width);
        }
        for legend in self.axes.iter_mut().flat_map(|axes| &mut axes.legend).chain(&mut self.legend) {
            own(&mut legend.face);
            own(&mut legend.edge);
            for text in legend.title.iter_mut().chain(legend.entries.iter_mut().map(|entry| &mut entry.text)) {
                own(&mut text.color);
            }
        }
        for text in self.title.iter_mut().chain(&mut self.xlabel).chain(&mut self.ylabel) {
            own(&mut text.color);
        }
        self
    }

    /// The words of all axes, and those around them.
    pub(crate) fn words(&self) -> Vec<&PlacedText> {
        let mut all = Vec::new();
        for axes in &self.axes {
            all.extend(&axes.texts);
        }
        all.extend(self.around());
        all
    }

    /// The words around all axes.
    pub(crate) fn around(&self) -> Vec<&PlacedText> {
        let mut all = Vec::new();
        for text in [&self.title, &self.xlabel, &self.ylabel] {
            all.extend(text);
        }
        all
    }
}

/// The legend of a figure, if there is one.
type Legends = Option<LegendLayout>;

/// Room that was made for labels.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Made {
    pub(crate) rooms: Rooms,
    /// Whether a figure that is given it has the same layout.
    pub(crate) settled: bool,
}

/// With room for all words; `None` if that was not asked for, or would leave nothing of some axes: then, as matplotlib does
/// it, the boxes are where they are by default, and words may lie over one another.
fn constrained(fig: &Figure, bars: &[Bar<'_>], look: Look<'_>) -> Option<(Around, Legends, Vec<AxesLayout>, Made)> {
    if !fig.get_constrained() {
        return None;
    }
    let around = Around::constrained(fig, look);
    let (own, beside) = legend::of_figure(fig, around.taken(look), look).unzip();
    let (taken, nothing) = (around.taken(look).with(beside.unwrap_or_default()), Taken::default());
    let mut default = Cells::default_for(fig, look.size);
    default.constrained = true;
    // what a recording has given is where it begins, if that leaves anything of the axes
    let mut held = fig.rooms().at(look.pixels_per_point);
    let asking = if held.frozen { nothing } else { taken };
    let kept = if held.grids.is_empty() { None } else { default.constrained(fig, &[], asking, look, &held) };
    if let Some(cells) = kept.clone().filter(|cells| cells.rooms.frozen) {
        let axes = lay_out(fig, bars, &cells, look);
        return Some((around, own, axes, Made { rooms: cells.rooms, settled: true }));
    }
    let recorded = kept.is_some();
    if !recorded {
        held = Rooms::default();
    }
    let mut cells = kept.unwrap_or(default);
    let mut axes = lay_out(fig, bars, &cells, look);
    let mut settled = false;
    // Tick labels change when the boxes do: three rounds are enough for most figures, and few need more.
    for round in 1..=ROUNDS {
        let mut extents = Vec::with_capacity(axes.len());
        let mut given = Vec::new();
        for a in &axes {
            match &a.bar {
                Some(bar) if bar.away.is_some() => extents.extend_from_slice(&bar.needs),
                _ => extents.push((fig.root_of(a.owner), a.needed())),
            }
            let away = a.bar.as_ref().map_or_else(|| a.legend.as_ref()?.away, |bar| bar.away);
            let side =
                a.bar.as_ref().map(|bar| bar.location).or_else(|| fig.axes_at(a.owner)?.legend.as_ref()?.outside);
            given.extend(a.key.0.zip(side).zip(away).map(|((id, side), away)| (id, side, away)));
        }
        let Some(mut next) = cells.constrained(fig, &extents, taken, look, &held) else {
            // boxes that a recording has do not jump for want of room, nor do any for labels that never stand there together
            if recorded || round > 3 {
                break;
            }
            return None;
        };
        // those that show nothing for now keep what they had
        next.rooms
            .bars
            .retain(|(id, side, _)| fig.holds(*id) && given.iter().all(|(other, at, _)| (other, at) != (id, side)));
        next.rooms.bars.append(&mut given);
        settled = next == cells || !recorded && next.rooms.is_near(&cells.rooms);
        if settled {
            break;
        }
        cells = next;
        axes = lay_out(fig, bars, &cells, look);
        let inside = |a: &AxesLayout| {
            let Rect { x0, y0, x1, y1 } = a.needed();
            x0 >= 0.0 && y0 >= 0.0 && x1 <= look.size.width as f32 && y1 <= look.size.height as f32
        };
        if !recorded && round >= 3 && axes.iter().all(inside) {
            break;
        }
        if recorded || round >= 3 {
            // it only grows, so that it comes to an end where all have room, also where labels come in the room that others leave
            held = cells.rooms.clone();
        }
    }
    // frozen before there were any axes, these are what is frozen
    cells.rooms.frozen = fig.rooms().frozen;
    settled &= !cells.rooms.frozen;
    Some((around, own, axes, Made { rooms: cells.rooms, settled }))
}

/// How often room is made at most.
const ROUNDS: usize = 8;

/// Boxes where matplotlib has them by default, but smaller where words of the figure would lie over other words.
fn unconstrained(fig: &Figure, bars: &[Bar<'_>], look: Look<'_>) -> (Around, Legends, Vec<AxesLayout>, Option<Made>) {
    let around = Around::usual(fig, look);
    let mut axes = lay_out(fig, bars, &Cells::default_for(fig, look.size), look);
    let (own, beside) = legend::of_figure(fig, around.taken(look), look).unzip();
    let mut overlapped = around.overlapped(fig, &axes, look);
    if let Some(beside) = beside {
        overlapped = overlapped.with(legend::overlapped(fig, &axes, beside, look));
    }
    if overlapped != Taken::default() {
        axes = lay_out(fig, bars, &Cells::narrowed(fig, look.size, overlapped), look);
    }
    (around, own, axes, None)
}

/// Whether two rectangles have an inner point in common.
pub(crate) fn overlap(a: Rect, b: Rect) -> bool {
    a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1
}
