//! The figure: plain data that a program changes and a renderer draws.

mod axes;
mod axis_end;
mod axis_options;
mod colorbar;
mod key;
mod legend;
mod place;
mod seat;

use std::ops::{Index, IndexMut};

pub use axes::{Aspect, Axes};
pub use axis_end::AxisEnd;
pub use colorbar::Colorbar;
pub use key::{AnyKey, Key};
pub use legend::LegendLoc;
pub use place::{Mosaic, Subplots};

pub(crate) use axes::Slot;
pub(crate) use axis_options::AxisOptions;
pub(crate) use key::RawKey;
pub(crate) use place::Place;

use seat::Seat;

use crate::artist::{Artist, Mappable, Text};
use crate::axis::Number;
use crate::geom::Size;
use crate::style::{Color, IntoColor};

/// A figure: axes with artists in them, a size and a resolution.
///
/// It is plain data: `Clone`, `Send`, `Sync`, no caches, no hidden state. Nothing is drawn until it is rendered, saved
/// or grabbed, and then all of it is as it stands.
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
    constrained: bool,
    axes: Vec<Option<Seat<Axes, Place>>>,
    /// Holds what stands on the figure itself.
    own: Axes,
    /// Each with the artist that it belongs to.
    colorbars: Vec<Seat<Colorbar, RawKey>>,
}

/// What stays when the resolution changes.
#[derive(Clone, Copy, Debug)]
enum Given {
    Inches(f64, f64),
    Pixels(u32, u32),
}

impl Figure {
    /// A white figure of 6.4 x 4.8 inches at 100 dpi, 640 x 480 pixels, as matplotlib's.
    #[must_use]
    pub fn new() -> Self {
        Self::inches(6.4, 4.8)
    }

    /// A white figure of `width` x `height` inches, at 100 dpi unless [`dpi`](Figure::dpi) says otherwise.
    ///
    /// # Panics
    /// If a length is not positive and finite, or there would be more than 2^28 pixels at 100 dpi
    /// ([`Size::MOST_PIXELS`]): a figure of 640 x 480 *pixels* is [`Figure::pixels`]`(640, 480)`.
    #[must_use]
    #[track_caller]
    pub fn inches(width: impl Number, height: impl Number) -> Self {
        let (width, height) = (width.to_f64(), height.to_f64());
        assert!(
            width.is_finite() && height.is_finite() && width > 0.0 && height > 0.0,
            "a figure of {width} x {height} inches cannot be made; both must be positive"
        );
        Self::of(Given::Inches(width, height)).checked()
    }

    /// A white figure of exactly `width` x `height` pixels; the resolution decides only how large letters and line
    /// widths are in it.
    ///
    /// # Panics
    /// If a length is not a positive whole number, or there are more than 2^28 pixels ([`Size::MOST_PIXELS`]).
    #[must_use]
    #[track_caller]
    pub fn pixels(width: impl Number, height: impl Number) -> Self {
        let (width, height) = (width.to_f64(), height.to_f64());
        let given =
            [width, height].map(|v| (v >= 1.0 && v.fract() == 0.0 && v <= f64::from(u32::MAX)).then_some(v as u32));
        let [Some(width), Some(height)] = given else {
            panic!("a figure of {width} x {height} pixels cannot be made; both must be whole and positive");
        };
        Self::of(Given::Pixels(width, height)).checked()
    }

    fn of(given: Given) -> Self {
        Self {
            given,
            dpi: 100.0,
            face: Color::WHITE,
            suptitle: String::new(),
            constrained: false,
            axes: Vec::new(),
            own: Axes::new(u32::MAX as usize),
            colorbars: Vec::new(),
        }
    }

    /// With this resolution, in dots (pixels) an inch. Default: 100.
    ///
    /// # Panics
    /// If it is not positive and finite, or there would be more than 2^28 pixels ([`Size::MOST_PIXELS`]).
    #[must_use]
    #[track_caller]
    pub fn dpi(mut self, dpi: impl Number) -> Self {
        self.dpi = checked_dpi(dpi.to_f64());
        self.checked()
    }

    /// This figure, if a picture of it can be made.
    #[track_caller]
    fn checked(self) -> Self {
        let (size, dpi) = (self.size(), self.dpi);
        if let Some(reason) = size.refusal() {
            let hint = match self.given {
                Given::Inches(w, h) => format!(
                    "{w} x {h} inches at {dpi} dpi are {size} pixels. For pixels instead of inches: Figure::pixels({}, {})",
                    w.ceil(),
                    h.ceil()
                ),
                Given::Pixels(..) => format!("its size is {size} pixels"),
            };
            panic!("this figure cannot be drawn: {reason}; {hint}");
        }
        self
    }

    /// With this colour around the axes. Default: white. It is drawn opaque.
    ///
    /// # Panics
    /// If it is no colour.
    #[must_use]
    #[track_caller]
    pub fn facecolor(mut self, color: impl IntoColor) -> Self {
        self.face = color.into_color();
        self
    }

    /// With room made for labels: the axes shrink until the labels of one are not over another and none is cut off.
    ///
    /// Where that would leave nothing of some axes, all boxes are where they are without it, as in matplotlib: inside the
    /// figure, and words may overlap. A title or an axis label that is longer than its axes takes no room from them. Room is made anew for every frame, so
    /// that axes move when tick labels grow; set the limits or the ticks to hold them still.
    #[must_use]
    pub fn constrained(mut self) -> Self {
        self.constrained = true;
        self
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
        Mosaic::new(places.into_iter().map(|(letter, place)| (letter, self.push_axes(place))).collect())
    }

    fn push_axes(&mut self, place: Place) -> Key<Axes> {
        let index = self.axes.len();
        let seat = Seat::new(place, Axes::new(index));
        let key = Key::new(RawKey { axes: index as u32, slot: 0, id: seat.id });
        self.axes.push(Some(seat));
        key
    }

    /// Sets the title over all axes.
    pub fn suptitle(&mut self, title: impl Into<String>) -> &mut Self {
        self.suptitle = title.into();
        self
    }

    /// Adds words at a place in the figure, in shares of its width and height: (0, 0) is the lower left corner and (1, 1)
    /// the upper right one. They stand over all axes.
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// let mut fig = Figure::new();
    /// let clock = fig.text(0.98, 0.02, "t = 0 s");
    /// fig[clock].set_ha(HAlign::Right).set_fontsize(8.0);
    /// fig[clock].set_text("t = 1 s"); // in a loop, as any artist
    /// ```
    pub fn text(&mut self, x: impl Number, y: impl Number, text: impl Into<String>) -> Key<Text> {
        self.own.add(Text::new(x, y, text))
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

    /// The artist, if it is in this figure.
    #[must_use]
    pub fn get<A: Artist>(&self, key: Key<A>) -> Option<&A> {
        let artist: &dyn std::any::Any = self.slot(key.raw())?.artist();
        artist.downcast_ref()
    }

    /// The artist, to be changed, if it is in this figure.
    #[must_use]
    pub fn get_mut<A: Artist>(&mut self, key: Key<A>) -> Option<&mut A> {
        let artist: &mut dyn std::any::Any = self.slot_mut(key.raw())?.artist_mut();
        artist.downcast_mut()
    }

    /// Takes an artist out of the figure. Its key finds nothing from then on; a colorbar of it goes too.
    pub fn remove<A: Artist>(&mut self, key: Key<A>) -> Option<A> {
        let raw = key.raw();
        let slot = match self.home_of(raw) {
            Some(home) => self.axes[home].as_mut()?.value.take(raw)?,
            None => self.own.take(raw)?,
        };
        self.colorbars.retain(|c| c.at != raw);
        let artist: Box<dyn std::any::Any> = slot.into_artist();
        artist.downcast().ok().map(|artist| *artist)
    }

    /// Takes axes, with all that is in them, out of the figure.
    pub fn remove_axes(&mut self, key: Key<Axes>) -> Option<Axes> {
        self.find_axes(key)?;
        let removed = self.axes[key.raw().axes as usize].take()?.value;
        self.colorbars.retain(|c| removed.slot(c.at).is_none());
        Some(removed)
    }

    /// Shows or hides an artist of any kind; nothing happens if it is not in this figure.
    pub fn set_visible(&mut self, key: impl Into<AnyKey>, visible: bool) {
        if let Some(slot) = self.slot_mut(key.into().0) {
            slot.artist_mut().common_mut().visible = visible;
        }
    }

    /// Its size in pixels.
    #[must_use]
    pub fn size(&self) -> Size {
        self.size_at(self.dpi)
    }

    /// Its resolution in dots an inch.
    #[must_use]
    pub const fn resolution(&self) -> f64 {
        self.dpi
    }

    /// Its size in pixels if it had another resolution.
    pub(crate) fn size_at(&self, dpi: f64) -> Size {
        // a hair is added, so that 6.4 inches at 100 dpi are 640 pixels and not 639
        let of = |length: f64| ((length + 1e-9) as u32).max(1);
        match self.given {
            Given::Inches(w, h) => Size::new(of(w * dpi), of(h * dpi)),
            Given::Pixels(w, h) => {
                let scale = dpi / self.dpi;
                Size::new(of(f64::from(w) * scale), of(f64::from(h) * scale))
            }
        }
    }

    pub(crate) fn is_constrained(&self) -> bool {
        self.constrained
    }

    pub(crate) fn face(&self) -> Color {
        Color { a: 255, ..self.face }
    }

    pub(crate) fn title(&self) -> &str {
        &self.suptitle
    }

    /// The axes that are in the figure, with their positions and places.
    pub(crate) fn axes(&self) -> impl Iterator<Item = (usize, Place, &Axes)> {
        self.axes.iter().enumerate().filter_map(|(i, seat)| seat.as_ref().map(|seat| (i, seat.at, &seat.value)))
    }

    /// The words on the figure itself that are shown, in the order in which they are drawn.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &Text> {
        let mut slots: Vec<&Slot> = self.own.visible().map(|(_, slot)| slot).collect();
        slots.sort_by(|a, b| a.zorder().total_cmp(&b.zorder()));
        slots.into_iter().filter_map(|slot| (slot.artist() as &dyn std::any::Any).downcast_ref())
    }

    pub(crate) fn axes_at(&self, index: usize) -> Option<&Axes> {
        self.axes.get(index)?.as_ref().map(|seat| &seat.value)
    }

    /// The colorbars of the artists in the axes at a position, each with its artist.
    pub(crate) fn colorbars_of(&self, index: usize) -> impl Iterator<Item = (&Colorbar, &Slot)> {
        self.colorbars.iter().filter(move |c| self.home_of(c.at) == Some(index)).filter_map(|c| {
            let slot = self.slot(c.at)?;
            Some((&c.value, slot))
        })
    }

    /// Where the axes are that hold an artist now: where they were when it was added, unless axes were swapped since.
    fn home_of(&self, raw: RawKey) -> Option<usize> {
        let holds = |index: usize| self.axes_at(index).is_some_and(|axes| axes.slot(raw).is_some());
        Some(raw.axes as usize).filter(|home| holds(*home)).or_else(|| (0..self.axes.len()).find(|i| holds(*i)))
    }

    fn slot(&self, raw: RawKey) -> Option<&Slot> {
        match self.home_of(raw) {
            Some(home) => self.axes_at(home)?.slot(raw),
            None => self.own.slot(raw),
        }
    }

    fn slot_mut(&mut self, raw: RawKey) -> Option<&mut Slot> {
        match self.home_of(raw) {
            Some(home) => self.axes[home].as_mut()?.value.slot_mut(raw),
            None => self.own.slot_mut(raw),
        }
    }

    fn find_axes(&self, key: Key<Axes>) -> Option<&Axes> {
        self.axes.get(key.raw().axes as usize)?.as_ref().filter(|seat| seat.id == key.raw().id).map(|seat| &seat.value)
    }
}

impl Default for Figure {
    fn default() -> Self {
        Self::new()
    }
}

/// A resolution that can be used.
///
/// # Panics
/// At the caller's line, if it is not positive and finite.
#[track_caller]
pub(crate) fn checked_dpi(dpi: f64) -> f64 {
    assert!(dpi.is_finite() && dpi > 0.0, "a resolution of {dpi} dpi cannot be used; it must be positive");
    dpi
}

#[cold]
fn stale<T: ?Sized>(key: Key<T>) -> String {
    format!("{key:?} is not in this figure: it was removed, or is a key of another figure")
}

impl<A: Artist> Index<Key<A>> for Figure {
    type Output = A;

    /// # Panics
    /// If the artist is not in this figure; [`Figure::get`] asks first.
    #[track_caller]
    fn index(&self, key: Key<A>) -> &A {
        match self.get(key) {
            Some(artist) => artist,
            None => panic!("{}", stale(key)),
        }
    }
}

impl<A: Artist> IndexMut<Key<A>> for Figure {
    #[track_caller]
    fn index_mut(&mut self, key: Key<A>) -> &mut A {
        match self.get_mut(key) {
            Some(artist) => artist,
            None => panic!("{}", stale(key)),
        }
    }
}

impl Index<Key<Axes>> for Figure {
    type Output = Axes;

    #[track_caller]
    fn index(&self, key: Key<Axes>) -> &Axes {
        match self.find_axes(key) {
            Some(axes) => axes,
            None => panic!("{}", stale(key)),
        }
    }
}

impl IndexMut<Key<Axes>> for Figure {
    #[track_caller]
    fn index_mut(&mut self, key: Key<Axes>) -> &mut Axes {
        let place = self.axes.get_mut(key.raw().axes as usize).and_then(Option::as_mut);
        match place.filter(|seat| seat.id == key.raw().id) {
            Some(seat) => &mut seat.value,
            None => panic!("{}", stale(key)),
        }
    }
}

impl Index<Key<Colorbar>> for Figure {
    type Output = Colorbar;

    #[track_caller]
    fn index(&self, key: Key<Colorbar>) -> &Colorbar {
        match self.colorbars.iter().find(|c| c.id == key.raw().id) {
            Some(seat) => &seat.value,
            None => panic!("{}", stale(key)),
        }
    }
}

impl IndexMut<Key<Colorbar>> for Figure {
    #[track_caller]
    fn index_mut(&mut self, key: Key<Colorbar>) -> &mut Colorbar {
        match self.colorbars.iter_mut().find(|c| c.id == key.raw().id) {
            Some(seat) => &mut seat.value,
            None => panic!("{}", stale(key)),
        }
    }
}
