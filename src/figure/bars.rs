//! The colorbars of a figure: adding them, and finding what they belong to.

use crate::artist::Mappable;
use crate::figure::{Axes, Colorbar, Figure, Key, Place, RawKey, Seat, Slot};
use crate::style::ColorScale;

/// Where a colorbar belongs.
#[derive(Clone, Debug)]
pub(crate) struct Stand {
    /// Its artist.
    pub(crate) of: RawKey,
    room: BarRoom,
}

/// Whose room it has.
#[derive(Clone, Debug)]
enum BarRoom {
    /// A part of that of its artist's axes.
    Own,
    /// A part of that of these.
    Over(Vec<RawKey>),
    /// That of these, all of it.
    In(RawKey),
}

/// A colorbar that is to be drawn.
pub(crate) struct Bar<'a> {
    pub(crate) seat: &'a Seat<Colorbar, Stand>,
    pub(crate) artist: &'a Slot,
    /// What it shows, in the theme's colours; none while its artist shows no values.
    pub(crate) scale: Option<ColorScale>,
    /// The position of the axes after which it comes in the layout.
    pub(crate) owner: usize,
    /// The positions of the axes whose room it has a part of: never twins.
    pub(crate) from: Vec<usize>,
    /// Whether it fills the box of its owner.
    pub(crate) fills: bool,
}

impl Figure {
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
    /// values. While its artist shows colours as they are, there is nothing in its place. [`Colorbar`] has what can be set of it.
    ///
    /// # Panics
    /// If the key is not of this figure, the artist is on the figure itself and in no axes, or has no values: a picture of colours, a
    /// scatter that was given colours.
    #[track_caller]
    pub fn colorbar<A: Mappable>(&mut self, of: Key<A>) -> Key<Colorbar> {
        let shows = self[of].color_scale().is_some();
        let housed = self.home_of(of.raw()).is_some();
        assert!(
            housed,
            "an artist on the figure itself has no axes to stand beside; use `colorbar_over` or `colorbar_in`"
        );
        self.push_bar(of.raw(), shows, BarRoom::Own)
    }

    /// Adds a colorbar beside several axes, each of which gives it a part of its room: matplotlib's `fig.colorbar(image, ax=axs)`. Artists
    /// that are to share it should have the same colour limits.
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// let mut fig = Figure::new();
    /// let axs = fig.subplots(1, 2);
    /// let one = fig[axs[(0, 0)]].add(Image::new(&[[0.0, 1.0]]).clim(0, 5));
    /// let other = fig[axs[(0, 1)]].add(Image::new(&[[2.0, 5.0]]).clim(0, 5));
    /// let bar = fig.colorbar_over(one, axs);
    /// fig[bar].set_location("bottom");
    /// ```
    ///
    /// # Panics
    /// As [`colorbar`](Figure::colorbar), and if there are no axes, some are not in this figure, or are an inset, which has no room of its
    /// own to give.
    #[track_caller]
    pub fn colorbar_over<A: Mappable>(
        &mut self,
        of: Key<A>,
        axes: impl IntoIterator<Item = Key<Axes>>,
    ) -> Key<Colorbar> {
        let mut over = Vec::new();
        for key in axes {
            let _ = &self[key];
            let base = self.boxed_in(key.raw().axes as usize);
            let inset = matches!(self.place_of(base), Some(Place::Inset { .. }));
            assert!(
                !inset,
                "an inset has no room to give to a colorbar over several axes; name the axes that it is in"
            );
            over.push(key.raw());
        }
        assert!(!over.is_empty(), "a colorbar over several axes needs one of them at least");
        let shows = self[of].color_scale().is_some();
        self.push_bar(of.raw(), shows, BarRoom::Over(over))
    }

    /// Adds a colorbar that fills these axes: matplotlib's `fig.colorbar(image, cax=axes)`. Of the axes nothing is seen then but
    /// their title. Its ticks are where [`Colorbar::set_location`] says, at the right by default.
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// let mut fig = Figure::new();
    /// let ax = fig.add_axes_at(0.1, 0.1, 0.7, 0.8);
    /// let narrow = fig.add_axes_at(0.85, 0.3, 0.03, 0.4);
    /// let image = fig[ax].imshow(&[[0.0, 1.0]]);
    /// let bar = fig.colorbar_in(image, narrow);
    /// # fig[bar].set_label("x");
    /// ```
    ///
    /// # Panics
    /// As [`colorbar`](Figure::colorbar), and if the axes are not in this figure, or hold the artist.
    #[track_caller]
    pub fn colorbar_in<A: Mappable>(&mut self, of: Key<A>, axes: Key<Axes>) -> Key<Colorbar> {
        let (shows, _) = (self[of].color_scale().is_some(), &self[axes]);
        let own = self.home_of(of.raw()) == Some(axes.raw().axes as usize);
        assert!(!own, "a colorbar cannot fill the axes that its artist is in; give it others");
        self.push_bar(of.raw(), shows, BarRoom::In(axes.raw()))
    }

    #[track_caller]
    fn push_bar(&mut self, of: RawKey, shows: bool, room: BarRoom) -> Key<Colorbar> {
        assert!(shows, "there is nothing for a colorbar to show: this artist has colours as they are, and no values");
        let seat = Seat::new(Stand { of, room }, Colorbar::default());
        let key = Key::new(RawKey { axes: of.axes, slot: self.colorbars.len() as u32, id: seat.id });
        self.colorbars.push(seat);
        key
    }

    /// Whether there are axes, or a colorbar, with that number.
    pub(crate) fn holds(&self, id: u64) -> bool {
        self.colorbars.iter().any(|bar| bar.id == id) || self.axes.iter().flatten().any(|axes| axes.id == id)
    }

    /// All colorbars, in the order in which they were added, with what they belong to as it is now.
    pub(crate) fn bars(&self) -> Vec<Bar<'_>> {
        let mut bars = Vec::new();
        for seat in &self.colorbars {
            let (home, Some(artist)) = (self.home_of(seat.at.of), self.slot(seat.at.of)) else { continue };
            let there = |key: &RawKey| {
                let index = key.axes as usize;
                (self.axes_id(index) == Some(key.id)).then_some(index)
            };
            // what is gone gives no room
            let (mut from, mut fills) = (Vec::new(), None);
            match &seat.at.room {
                BarRoom::Own => {}
                BarRoom::Over(over) => {
                    for index in over.iter().filter_map(there) {
                        let base = self.boxed_in(index);
                        if !from.contains(&base) {
                            from.push(base);
                        }
                    }
                }
                BarRoom::In(axes) => fills = there(axes).filter(|index| Some(*index) != home),
            }
            if from.is_empty() && fills.is_none() {
                from.extend(home.map(|home| self.boxed_in(home)));
            }
            let Some(owner) = fills.or(home).or(from.first().copied()) else { continue };
            let scale = artist.artist().color_scale().map(|scale| scale.in_theme(self.get_theme()));
            bars.push(Bar { seat, artist, scale, owner, from, fills: fills.is_some() });
        }
        bars
    }
}
