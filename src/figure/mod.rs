//! The figure: plain data that a program changes and a renderer draws.

mod arrange;
mod aspect;
mod axes;
mod axis_end;
mod axis_options;
mod bars;
mod colorbar;
mod family;
mod find;
#[cfg(feature = "fonts")]
mod fonts;
mod grid;
mod grid_lines;
mod indicator;
mod key;
mod legend;
mod place;
mod rooms;
mod seat;
mod secondary;
mod sides;
mod size;
mod slot;
mod spine;
mod tick_params;
mod ticks;
mod which;

pub use aspect::Aspect;
pub use axes::Axes;
pub use axis_end::AxisEnd;
pub use colorbar::{Colorbar, Spacing};
pub use find::Part;
pub use grid::{Sharing, Subplot};
pub use grid_lines::GridLines;
pub use indicator::InsetIndicator;
pub use key::{AnyKey, Key};
pub use legend::{Legend, LegendLoc};
pub use place::{Mosaic, Subplots};
pub use spine::SpinePosition;
pub use tick_params::TickParams;
pub use which::{WhichAxis, WhichTicks};

pub(crate) use axis_options::AxisOptions;
pub(crate) use bars::{Bar, Stand};
pub(crate) use grid::{Grid, Within};
pub(crate) use grid_lines::GridLook;
pub(crate) use key::RawKey;
pub(crate) use place::Place;
pub(crate) use rooms::{GridRooms, Rooms, grown};
pub(crate) use seat::Seat;
pub(crate) use size::checked_dpi;
pub(crate) use slot::Slot;
pub(crate) use spine::Spine;
pub(crate) use tick_params::{LabelTurn, TickLook};

use std::sync::Arc;

use secondary::Secondary;
use size::{DPI, Given};

use crate::artist::{Artist, properties};
use crate::order::order;
use crate::style::{Color, IntoColor, NameOr, Theme, theme};
use crate::text::{FontWeight, Fonts};

/// A figure: axes with artists in them, a size and a resolution.
///
/// It is plain data: `Clone`, `Send`, `Sync`, no caches. Nothing is drawn until it is rendered, saved or grabbed, and then
/// all of it is as it stands. All but one thing is what the program set: a [`constrained`](Figure::constrained) figure keeps
/// the room that labels had while it was recorded.
///
/// ```
/// use grabframe::prelude::*;
/// let mut fig = Figure::new();                       // 6.4 x 4.8 inches at 100 dpi: 640 x 480 pixels
/// let ax = fig.add_axes();
/// let line = fig[ax].plot([0.0, 1.0, 2.0], [0.0, 1.0, 4.0]);
/// fig[ax].set_title("Squares").set_xlabel("x");
/// fig[line].set_color("tab:red");
/// let frame = fig.render();
/// assert_eq!((frame.width(), frame.height()), (640, 480));
/// ```
#[derive(Clone, Debug)]
pub struct Figure {
    given: Given,
    dpi: f64,
    face: Color,
    theme: Arc<Theme>,
    suptitle: String,
    suptitle_weight: FontWeight,
    supxlabel: String,
    supylabel: String,
    fonts: Fonts,
    constrained: bool,
    /// Whether labels of x axes stand on one line, and those of y axes.
    aligned: [bool; 2],
    /// What labels were given while it was recorded.
    rooms: Rooms,
    axes: Vec<Option<Seat<Axes, Place>>>,
    /// The grids that axes stand in. One within another comes after it.
    grids: Vec<Grid>,
    /// Positions of axes whose x axes, and whose y axes, are one thing: no axes are in two groups of a direction.
    groups: [Vec<Vec<usize>>; 2],
    /// Of all axes.
    legend: Option<Legend>,
    /// Holds what stands on the figure itself.
    own: Axes,
    /// Each with the artist that it belongs to, and where it stands.
    colorbars: Vec<Seat<Colorbar, Stand>>,
    /// Each with the positions of the axes and of the inset.
    indicators: Vec<Seat<InsetIndicator, (usize, usize)>>,
    secondaries: Vec<Secondary>,
}

impl Figure {
    /// A white figure of 6.4 x 4.8 inches at 100 dpi, 640 x 480 pixels, as matplotlib's.
    #[must_use]
    pub fn new() -> Self {
        Self::inches(6.4, 4.8)
    }

    fn of(given: Given) -> Self {
        Self {
            given,
            dpi: DPI,
            face: theme::FIGURE_FACE,
            theme: Arc::new(Theme::matplotlib()),
            suptitle: String::new(),
            suptitle_weight: FontWeight::Normal,
            supxlabel: String::new(),
            supylabel: String::new(),
            fonts: Fonts::default(),
            constrained: false,
            aligned: [false; 2],
            rooms: Rooms::default(),
            axes: Vec::new(),
            grids: Vec::new(),
            groups: [Vec::new(), Vec::new()],
            legend: None,
            own: Axes::new(u32::MAX as usize),
            colorbars: Vec::new(),
            indicators: Vec::new(),
            secondaries: Vec::new(),
        }
    }

    properties! {
        /// Sets how all looks that was not told how, also what was added before: a [`Theme`], or `"dark"`, `"paper"`, `"slides"`,
        /// `"matplotlib"`. What a program has set stays. Default: [`Theme::matplotlib`].
        ///
        /// ```
        /// use grabframe::prelude::*;
        /// let mut fig = Figure::new().theme("dark");
        /// let ax = fig.add_axes();
        /// fig[ax].plot([0.0, 1.0], [1.0, 0.0]);                            // in the first colour of the theme
        /// fig[ax].add(Line::new([0.0, 1.0], [0.0, 1.0]).color("tab:red")); // in red, whatever the theme
        /// fig.set_theme(Theme::paper());
        /// ```
        ///
        /// # Panics
        /// If a name is that of no theme, a length is negative, not finite or above 1000 points, or the opacity of legends is no share.
        pub set_theme, theme(self, theme: impl NameOr<Theme>) { self.theme = Arc::new(theme.value().checked()); }
            -> get_theme: &Theme { &self.theme }

        /// Sets the colour around the axes. Default: the theme's, white. It is drawn opaque.
        ///
        /// # Panics
        /// If it is no colour.
        pub set_facecolor, facecolor(self, color: impl IntoColor) { self.face = color.into_color(); }
            -> get_facecolor: Color { self.face }
    }

    pub(crate) fn shared_theme(&self) -> &Arc<Theme> {
        &self.theme
    }

    /// What is asked for letters that the embedded fonts do not have.
    pub(crate) fn typefaces(&self) -> &Fonts {
        &self.fonts
    }

    /// With room made for labels: the axes shrink until the labels of one are not over another and none is cut off.
    ///
    /// Where that would leave nothing of some axes, all boxes are where they are without it, as in matplotlib: inside the
    /// figure, and words may overlap. A title or an axis label that is longer than its axes takes no room from them.
    ///
    /// In a recording, room that was given once is not taken back: axes move when a label would be cut off, and never to and
    /// fro. Set the limits or the ticks to hold them still altogether, or [freeze](crate::Recording::freeze_layout) the layout. The figure keeps that room, so that a still after a
    /// frame is that frame, until another recording of it begins.
    #[doc(alias = "tight_layout")]
    #[doc(alias = "constrained_layout")]
    #[must_use]
    pub fn constrained(mut self) -> Self {
        self.constrained = true;
        self
    }

    /// Sets whether room is made for labels; see [`constrained`](Figure::constrained). Default: it is not.
    pub fn set_constrained(&mut self, constrained: bool) -> &mut Self {
        self.constrained = constrained;
        self
    }

    /// Whether room is made for labels.
    #[must_use]
    pub const fn get_constrained(&self) -> bool {
        self.constrained
    }

    /// Adds an artist to the figure itself: it stands over all axes, and its data are shares of the figure's width and height,
    /// from (0, 0) at the lower left to (1, 1) at the upper right. It is in no legend, and no room is made for it.
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// let mut fig = Figure::new();
    /// let axs = fig.subplots(1, 2);
    /// // a line between the axes
    /// let line = fig.add_artist(Line::new([0.48, 0.48], [0.1, 0.9]).color("gray").linestyle("--"));
    /// # fig[axs[(0, 0)]].set_title("before");
    /// fig[line].set_color("red"); // in a loop, as any artist
    /// ```
    pub fn add_artist<A: Artist>(&mut self, artist: A) -> Key<A> {
        self.own.add(artist)
    }

    /// Sets the title over all axes.
    #[doc(alias = "sgtitle")]
    pub fn suptitle(&mut self, title: impl Into<String>) -> &mut Self {
        self.suptitle = title.into();
        self
    }

    /// Sets how thick the letters of the title over all axes are: a [`FontWeight`], or `"bold"`. Default: normal.
    ///
    /// # Panics
    /// If a name is that of no weight.
    #[track_caller]
    pub fn set_suptitle_weight(&mut self, weight: impl NameOr<FontWeight>) -> &mut Self {
        self.suptitle_weight = weight.value();
        self
    }

    /// How thick the letters of the title over all axes are.
    #[must_use]
    pub const fn get_suptitle_weight(&self) -> FontWeight {
        self.suptitle_weight
    }

    /// The title over all axes.
    #[must_use]
    pub fn get_suptitle(&self) -> &str {
        &self.suptitle
    }

    /// Sets the words under all axes, for what their x axes have in common.
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// let mut fig = Figure::new().constrained();
    /// let axs = fig.subplots_with(2, 2, Subplot::new().share_x().share_y());
    /// fig.supxlabel("time (s)").supylabel("voltage (mV)");
    /// # let _ = axs;
    /// ```
    pub fn supxlabel(&mut self, label: impl Into<String>) -> &mut Self {
        self.supxlabel = label.into();
        self
    }

    /// The words under all axes.
    #[must_use]
    pub fn get_supxlabel(&self) -> &str {
        &self.supxlabel
    }

    /// Sets the words at the left of all axes, upright, for what their y axes have in common.
    pub fn supylabel(&mut self, label: impl Into<String>) -> &mut Self {
        self.supylabel = label.into();
        self
    }

    /// The words at the left of all axes.
    #[must_use]
    pub fn get_supylabel(&self) -> &str {
        &self.supylabel
    }

    /// What labels were given while it was recorded.
    pub(crate) fn rooms(&self) -> &Rooms {
        &self.rooms
    }

    pub(crate) fn set_rooms(&mut self, rooms: Rooms) {
        self.rooms = rooms;
    }

    pub(crate) fn face(&self) -> Color {
        let face = self.theme.color(self.face);
        Color { a: 255, ..face }
    }

    /// The grids that axes stand in.
    pub(crate) fn grids(&self) -> &[Grid] {
        &self.grids
    }

    /// What tells the axes at a position from all else in the process.
    pub(crate) fn axes_id(&self, index: usize) -> Option<u64> {
        self.axes.get(index)?.as_ref().map(|seat| seat.id)
    }

    /// The axes that are in the figure, with their positions and places.
    pub(crate) fn axes(&self) -> impl Iterator<Item = (usize, Place, &Axes)> {
        self.axes.iter().enumerate().filter_map(|(i, seat)| seat.as_ref().map(|seat| (i, seat.at, &seat.value)))
    }

    /// The artists on the figure itself that are shown, with their positions, in the order in which they are drawn.
    pub(crate) fn own(&self) -> Vec<(usize, &Slot)> {
        let slots = self.own.visible();
        let order = order(slots.len(), &|a, b| slots[a].1.zorder().total_cmp(&slots[b].1.zorder()));
        let mut sorted = Vec::with_capacity(slots.len());
        for k in order {
            sorted.push(slots[k]);
        }
        sorted
    }

    /// The artist on the figure itself at a position.
    pub(crate) fn own_at(&self, index: usize) -> Option<&Slot> {
        self.own.slot_at(index)
    }

    pub(crate) fn axes_at(&self, index: usize) -> Option<&Axes> {
        self.axes.get(index)?.as_ref().map(|seat| &seat.value)
    }
}

impl Default for Figure {
    fn default() -> Self {
        Self::new()
    }
}
