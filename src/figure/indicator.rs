//! What shows which part of some axes an inset has.

use crate::artist::common::length;
use crate::artist::properties;
use crate::data::Number;
use crate::figure::{Axes, Figure, Key, RawKey, Seat};
use crate::style::{Color, IntoColor, IntoLineStyle, LineStyle, Pen};

/// A rectangle around what an inset shows, and lines from it to the inset: made by
/// [`Figure::indicate_inset_zoom`](crate::Figure::indicate_inset_zoom).
#[derive(Clone, Debug)]
pub struct InsetIndicator {
    pub(crate) pen: Pen,
}

impl InsetIndicator {
    fn new() -> Self {
        Self { pen: Pen::new(Color::rgba(128, 128, 128, 128), 1.0) }
    }

    properties! {
        /// Sets the colour of the lines. Default: grey, half opaque.
        ///
        /// # Panics
        /// If it is no colour.
        pub set_color, color(self, color: impl IntoColor) { self.pen.color = color.into_color(); }
            -> get_color: Color { self.pen.color }

        /// Sets how wide the lines are, in points. Default: 1.
        ///
        /// # Panics
        /// If it is negative or not finite.
        pub set_linewidth, linewidth(self, points: impl Number) { self.pen.width = length(points.to_f64(), "line width"); }
            -> get_linewidth: f32 { self.pen.width }

        /// Sets the dashes of the lines. Default: none.
        ///
        /// # Panics
        /// If a text is no line style.
        pub set_linestyle, linestyle(self, style: impl IntoLineStyle) { self.pen.style = style.into_linestyle(); }
            -> get_linestyle: &LineStyle { &self.pen.style }
    }
}

impl Figure {
    /// Draws a rectangle around what an inset shows of the axes at `ax`, and two lines from its corners to those of the inset,
    /// which do not cross it: matplotlib's `indicate_inset_zoom`.
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// let mut fig = Figure::new();
    /// let ax = fig.add_axes();
    /// let zoom = fig.inset(ax, [0.55, 0.1, 0.4, 0.35]);
    /// fig[zoom].set_xlim(2.0, 2.5).set_ylim(0.0, 0.2);
    /// let lines = fig.indicate_inset_zoom(ax, zoom);
    /// fig[lines].set_color("tab:red");
    /// ```
    ///
    /// The inset may be any other axes of the figure, say below. The rectangle follows its limits, and ends at the border of the
    /// axes; it is drawn over all data, and goes when one of the two is removed.
    ///
    /// # Panics
    /// If one of the axes is not in this figure.
    #[track_caller]
    pub fn indicate_inset_zoom(&mut self, ax: Key<Axes>, inset: Key<Axes>) -> Key<InsetIndicator> {
        let _ = (&self[ax], &self[inset]);
        let seat = Seat::new((ax.raw().axes as usize, inset.raw().axes as usize), InsetIndicator::new());
        let key = Key::new(RawKey { axes: ax.raw().axes, slot: 0, id: seat.id });
        self.indicators.push(seat);
        key
    }

    /// Each with the positions of the axes and of the inset.
    pub(crate) fn indicators(&self) -> &[Seat<InsetIndicator, (usize, usize)>] {
        &self.indicators
    }
}
