//! What is an artist, and what artists share. The kinds are in `artists/`.

mod bounds;
pub(crate) mod common;
pub(crate) mod coords;
mod cycle;
pub(crate) mod errors;
mod ext;
pub(crate) mod fancy;
mod handle;
pub(crate) mod lettering;
pub(crate) mod mapped;
mod obstacles;
pub(crate) mod painter;
pub(crate) mod pieces;
mod properties;
pub(crate) mod shape;

use std::any::Any;
use std::fmt::Debug;
use std::sync::Arc;

pub use bounds::Bounds;
pub use common::Common;
pub use coords::Coords;
pub use cycle::ColorCycle;
pub use ext::ArtistExt;
pub use fancy::{Arrow, ArrowStyle, BoxStyle, ConnectionStyle, TextBox};
pub use handle::LegendHandle;
pub use obstacles::Obstacles;

pub use crate::style::{ColorScale, Interpolation};

pub use painter::{MarkerLook, Painter};

pub(crate) use painter::{Batch, Place, Scratch, hatched};
pub(crate) use properties::properties;

use crate::geom::Rect;
use crate::project::Projection;

/// What can be added to axes and drawn in them.
///
/// The crate's own artists have nothing that an artist written outside the crate could not have: hold the data, say how
/// far it reaches, paint it. The setters that all have (`set_visible`, `label`, ..) are in [`ArtistExt`].
///
/// ```
/// use grabframe::prelude::*;
/// use grabframe::{Bounds, Common, Limits, Painter};
///
/// /// A horizontal band from one height to another.
/// #[derive(Clone, Debug, Default)]
/// struct Band {
///     common: Common,
///     from: f64,
///     to: f64,
/// }
///
/// impl Artist for Band {
///     fn common(&self) -> &Common {
///         &self.common
///     }
///     fn common_mut(&mut self) -> &mut Common {
///         &mut self.common
///     }
///     fn bounds(&self) -> Bounds {
///         Bounds::new(Limits::EMPTY, Limits::of([self.from, self.to]))
///     }
///     fn paint(&self, painter: &mut Painter<'_>) {
///         let area = painter.area();
///         let (top, bottom) = (painter.y_clipped(self.to), painter.y_clipped(self.from));
///         let color = Color::parse("tab:orange").unwrap().with_alpha(0.3);
///         painter.fill_rect(grabframe::Rect::new(area.x0, top, area.x1, bottom), color);
///     }
/// }
///
/// let mut fig = Figure::new();
/// let ax = fig.add_axes();
/// let band = fig[ax].add(Band { from: 0.2, to: 0.4, ..Band::default() });
/// fig[band].to = 0.6;
/// let frame = fig.render();
/// assert_ne!(frame.pixel(320, 240), [255, 255, 255]);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an artist",
    label = "not an artist",
    note = "artists are `Line`, `Scatter`, `Bars`, `Image`, `Text` and so on, and types of yours that implement `Artist`",
    note = "data becomes one first: `fig[ax].plot(x, y)`, or `fig[ax].add(Line::new(x, y))`"
)]
pub trait Artist: Any + Debug + Send + Sync + DynClone {
    /// Visibility, order, opacity and label.
    fn common(&self) -> &Common;

    /// The same, to be changed.
    fn common_mut(&mut self) -> &mut Common;

    /// How far the data reaches: what the automatic limits of the axes have to hold. It is asked often: what takes a
    /// walk over the data is found when the data comes, with [`Extent::of`](crate::Extent::of), which also sees where a
    /// log axis begins ([`Limits`](crate::Limits) do not).
    fn bounds(&self) -> Bounds;

    /// Draws. `painter` knows where data values are in pixels, paints nothing outside the axes, and gives every colour
    /// the artist's opacity.
    fn paint(&self, painter: &mut Painter<'_>);

    /// Where the x axis has ticks and what is written there, if the artist knows: the names of categories. Ticks that were
    /// set on the axes come before. There are as many places as names; what one list has more than the other is left out.
    fn xticks(&self) -> Option<(&[f64], &[String])> {
        None
    }

    /// The same of the y axis.
    fn yticks(&self) -> Option<(&[f64], &[String])> {
        None
    }

    /// Where the artist stands when none was set: a higher one is drawn later, over the others. Images have 0,
    /// scatters 1, lines 2 (the default), texts 3, as in matplotlib.
    fn default_zorder(&self) -> f64 {
        2.0
    }

    /// Called once, when the artist is added: takes the next colour of the cycle if it needs one.
    fn take_color(&mut self, cycle: &mut ColorCycle) {
        let _ = cycle;
    }

    /// What the legend draws beside the label, with the artist's opacity; `None`, the default, keeps the artist out of the
    /// legend.
    fn legend_handle(&self) -> Option<LegendHandle> {
        None
    }

    /// Draws the handle, by default what [`legend_handle`](Artist::legend_handle) says. For what is not among its parts
    /// that gives [`LegendHandle::new`], and this paints: the painter's box is the room of the handle, in which places as
    /// data are shares, from (0, 0) at the lower left to (1, 1) at the upper right.
    ///
    /// ```
    /// # use grabframe::prelude::*;
    /// # use grabframe::{LegendHandle, Painter, Pen, Bounds, Common, Limits, Path};
    /// # #[derive(Clone, Debug, Default)]
    /// # struct Wave { common: Common }
    /// impl Artist for Wave {
    /// #   fn common(&self) -> &Common { &self.common }
    /// #   fn common_mut(&mut self) -> &mut Common { &mut self.common }
    /// #   fn bounds(&self) -> Bounds { Bounds::new(Limits::new(0.0, 1.0), Limits::new(0.0, 1.0)) }
    /// #   fn paint(&self, _: &mut Painter<'_>) {}
    ///     fn legend_handle(&self) -> Option<LegendHandle> {
    ///         Some(LegendHandle::new())
    ///     }
    ///     fn paint_handle(&self, painter: &mut Painter<'_>) {
    ///         let mut wave = Path::new();
    ///         wave.move_to(painter.point(0.0, 0.5));
    ///         wave.quad_to(painter.point(0.25, 1.5), painter.point(0.5, 0.5));
    ///         wave.quad_to(painter.point(0.75, -0.5), painter.point(1.0, 0.5));
    ///         painter.stroke_path(&wave, &Pen::new(Color::BLACK, 1.0));
    ///     }
    ///     // ..
    /// }
    /// # let mut fig = Figure::new();
    /// # let ax = fig.add_axes();
    /// # let plain = fig.render();
    /// # fig[ax].add(Wave::default().label("wave"));
    /// # fig[ax].legend();
    /// # assert_ne!(fig.render(), plain);
    /// ```
    fn paint_handle(&self, painter: &mut Painter<'_>) {
        if let Some(handle) = self.legend_handle() {
            handle.paint(painter);
        }
    }

    /// Its entries in the legend, if it has several or they are not called by its label, as those of a stack have one for each
    /// layer: the words, and what is drawn beside them, with the artist's opacity. By default there are none, and what is in
    /// the legend is said by the label and [`legend_handle`](Artist::legend_handle).
    fn legend_parts(&self, add: &mut dyn FnMut(&str, LegendHandle)) {
        let _ = add;
    }

    /// How values become colours, if they do: what a colorbar shows (with the artist's opacity).
    fn color_scale(&self) -> Option<ColorScale> {
        None
    }

    /// The words that it draws, one after the other, so that [`Layout::notes`](crate::Layout::notes) says what is not
    /// understood of their mathematics; by default none. It is asked for every layout.
    fn texts(&self, see: &mut dyn FnMut(&str)) {
        let _ = see;
    }

    /// What a legend should not cover; `projection` says where data is. It is asked for every layout.
    fn obstacles(&self, projection: &Projection, out: &mut Obstacles) {
        let _ = (projection, out);
    }

    /// Whether all of it is cut off at the border of the axes: by default what [`set_clip`](ArtistExt::set_clip) says. An artist with a part
    /// that stands outside says no, and cuts off the rest with [`Painter::within_axes`].
    fn clipped(&self) -> bool {
        self.common().clip
    }

    /// Where the artist paints, in pixels, if it is not cut off at the border of its axes; `None`, the default, is anywhere
    /// in the figure. `ruler` measures words, and knows the box of the axes.
    ///
    /// Nothing depends on it but speed: what stands still is drawn once if nothing else can lie over or under it.
    fn reach(&self, projection: &Projection, ruler: &Obstacles) -> Option<Rect> {
        let _ = (projection, ruler);
        None
    }
}

/// An artist whose values are shown as colours, so that it can have a colorbar.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no colour scale that a colorbar could show",
    note = "colorbars belong to an `Image`, a `Scatter`, a `Mesh`, a `TriMesh`, a `Contour`, a `Quiver`, a `Histogram2d`, a `Hexbin`, `Streamlines` and the like"
)]
pub trait Mappable: Artist {}

/// How the figure copies an artist that it shares with a clone. Every artist that is `Clone` has it.
#[doc(hidden)]
pub trait DynClone {
    fn dyn_clone(&self) -> Arc<dyn Artist>;

    /// The name of the type.
    fn dyn_name(&self) -> &'static str;
}

impl<A: Artist + Clone> DynClone for A {
    fn dyn_clone(&self) -> Arc<dyn Artist> {
        Arc::new(self.clone())
    }

    fn dyn_name(&self) -> &'static str {
        std::any::type_name::<A>()
    }
}
