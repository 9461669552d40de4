//! The figure: plain data that a program changes and a renderer draws.

mod aspect;
mod axes;
mod axis_end;
mod axis_options;
mod colorbar;
mod family;
mod find;
#[cfg(feature = "fonts")]
mod fonts;
mod key;
mod legend;
mod place;
mod rooms;
mod seat;
mod sides;
mod size;
mod slot;

pub use aspect::Aspect;
pub use axes::Axes;
pub use axis_end::AxisEnd;
pub use colorbar::Colorbar;
pub use find::Part;
pub use key::{AnyKey, Key};
pub use legend::LegendLoc;
pub use place::{Mosaic, Subplots};

pub(crate) use axis_options::{AskedTicks, AxisOptions};
pub(crate) use key::RawKey;
pub(crate) use place::Place;
pub(crate) use rooms::{GridRooms, Rooms, grown};
pub(crate) use seat::Seat;
pub(crate) use size::checked_dpi;
pub(crate) use slot::Slot;

use size::{DPI, Given};

use crate::artist::{Artist, Mappable, properties};
use crate::data::Number;
use crate::order::order;
use crate::style::{Color, IntoColor, NameOr};
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
    suptitle: String,
    suptitle_weight: FontWeight,
    fonts: Fonts,
    constrained: bool,
    /// What labels were given while it was recorded.
    rooms: Rooms,
    axes: Vec<Option<Seat<Axes, Place>>>,
    /// Holds what stands on the figure itself.
    own: Axes,
    /// Each with the artist that it belongs to.
    colorbars: Vec<Seat<Colorbar, RawKey>>,
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
            face: Color::WHITE,
            suptitle: String::new(),
            suptitle_weight: FontWeight::Normal,
            fonts: Fonts::default(),
            constrained: false,
            rooms: Rooms::default(),
            axes: Vec::new(),
            own: Axes::new(u32::MAX as usize),
            colorbars: Vec::new(),
        }
    }

    properties! {
        /// Sets the colour around the axes. Default: white. It is drawn opaque.
        ///
        /// # Panics
        /// If it is no colour.
        pub set_facecolor, facecolor(self, color: impl IntoColor) { self.face = color.into_color(); }
            -> get_facecolor: Color { self.face }
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

    /// Adds axes that fill the figure, but for the margins.
    pub fn add_axes(&mut self) -> Key<Axes> {
        self.push_axes(Place::Grid { rows: 1, cols: 1, row: (0, 1), col: (0, 1) })
    }

    /// Adds axes at a place in the figure: left, bottom, width and height of their box, as shares of the figure (0 to 1,
    /// from the lower left). A part of the box may be outside.
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// let mut fig = Figure::new();
    /// let inset = fig.add_axes_at(0.6, 0.6, 0.25, 0.25); // in the upper right
    /// # fig[inset].set_title("inset");
    /// ```
    ///
    /// # Panics
    /// If a number is not finite, width or height is not positive, or no part of the box is in the figure: pixels were
    /// then taken for shares.
    #[track_caller]
    pub fn add_axes_at(
        &mut self,
        left: impl Number,
        bottom: impl Number,
        width: impl Number,
        height: impl Number,
    ) -> Key<Axes> {
        self.push_axes(place::shares(left.to_f64(), bottom.to_f64(), width.to_f64(), height.to_f64()))
    }

    /// Adds `rows` x `cols` axes in a grid, indexed by row and column from the upper left.
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// let mut fig = Figure::inches(8.0, 3.0);
    /// let axs = fig.subplots(1, 2);
    /// fig[axs[(0, 1)]].set_title("right");
    /// for ax in axs {
    ///     fig[ax].grid(true);
    /// }
    /// ```
    ///
    /// # Panics
    /// If there is no row or no column.
    #[track_caller]
    pub fn subplots(&mut self, rows: usize, cols: usize) -> Subplots {
        assert!(rows > 0 && cols > 0, "a grid of {rows} x {cols} axes has no axes");
        let mut keys = Vec::with_capacity(rows * cols);
        for r in 0..rows {
            for c in 0..cols {
                keys.push(self.push_axes(Place::Grid { rows, cols, row: (r, r + 1), col: (c, c + 1) }));
            }
        }
        Subplots::new(rows, cols, keys)
    }

    /// Adds axes as drawn in letters: rows separated by `;` or line ends, each letter one axes over all its cells, `.`
    /// for an empty cell.
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// let mut fig = Figure::new();
    /// let axs = fig.mosaic("AAB;CCB");
    /// fig[axs['B']].set_title("tall");
    /// ```
    ///
    /// # Panics
    /// If the rows have different lengths, or the cells of a letter are no rectangle.
    #[track_caller]
    pub fn mosaic(&mut self, letters: &str) -> Mosaic {
        let places = place::mosaic(letters);
        let mut mosaic = Mosaic::new();
        for (letter, place) in places {
            mosaic.add(letter, self.push_axes(place));
        }
        mosaic
    }

    fn push_axes(&mut self, place: Place) -> Key<Axes> {
        let index = self.axes.len();
        let seat = Seat::new(place, Axes::new(index));
        let key = Key::new(RawKey { axes: index as u32, slot: 0, id: seat.id });
        self.axes.push(Some(seat));
        key
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

    /// Adds a colorbar beside the axes of an image or a scatter, which give it a part of their room.
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// let mut fig = Figure::new();
    /// let ax = fig.add_axes();
    /// let image = fig[ax].imshow(&vec![vec![0.0, 1.0], vec![2.0, 3.0]]);
    /// let bar = fig.colorbar(image);
    /// fig[bar].set_label("rate (Hz)");
    /// ```
    ///
    /// It shows the colormap evenly, with the artist's opacity; its ticks stand where the norm has the colours of their
    /// values. While its artist shows colours as they are, there is nothing in its place.
    ///
    /// # Panics
    /// If the key is not of this figure, or the artist has no values: a picture of colours, a scatter that was given
    /// colours.
    #[track_caller]
    pub fn colorbar<A: Mappable>(&mut self, of: Key<A>) -> Key<Colorbar> {
        assert!(
            self[of].color_scale().is_some(),
            "there is nothing for a colorbar to show: this artist has colours as they are, and no values"
        );
        let seat = Seat::new(of.raw(), Colorbar::default());
        let key = Key::new(RawKey { axes: of.raw().axes, slot: self.colorbars.len() as u32, id: seat.id });
        self.colorbars.push(seat);
        key
    }

    /// What labels were given while it was recorded.
    pub(crate) fn rooms(&self) -> &Rooms {
        &self.rooms
    }

    pub(crate) fn set_rooms(&mut self, rooms: Rooms) {
        self.rooms = rooms;
    }

    pub(crate) fn face(&self) -> Color {
        Color { a: 255, ..self.face }
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
        order.into_iter().map(|k| slots[k]).collect()
    }

    /// The artist on the figure itself at a position.
    pub(crate) fn own_at(&self, index: usize) -> Option<&Slot> {
        self.own.slot_at(index)
    }

    pub(crate) fn axes_at(&self, index: usize) -> Option<&Axes> {
        self.axes.get(index)?.as_ref().map(|seat| &seat.value)
    }

    /// The colorbars of the artists in the axes at a position, each with its artist.
    pub(crate) fn colorbars_of(&self, index: usize) -> impl Iterator<Item = (&Seat<Colorbar, RawKey>, &Slot)> {
        self.colorbars.iter().filter(move |c| self.home_of(c.at) == Some(index)).filter_map(|c| {
            let slot = self.slot(c.at)?;
            Some((c, slot))
        })
    }
}

impl Default for Figure {
    fn default() -> Self {
        Self::new()
    }
}
