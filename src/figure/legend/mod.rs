//! Legends: what is in them, how they look, and where they stand.

mod loc;
mod shown;

pub use loc::LegendLoc;

use crate::artist::properties;
use crate::axis::Side;
use crate::data::Number;
use crate::figure::{AnyKey, RawKey};
use crate::style::theme;
use crate::style::{Color, IntoColor, NameOr};

/// A legend: of axes ([`Axes::set_legend`](crate::Axes::set_legend)), or of all axes of a figure ([`Figure::legend`](crate::Figure::legend)). Lengths are multiples of the size of its
/// letters, as matplotlib's.
///
/// ```
/// use grabframe::prelude::*;
/// use grabframe::Legend;
/// let mut fig = Figure::new().constrained();
/// let ax = fig.add_axes();
/// let cold = fig[ax].add(Line::new([0, 1, 2], [3, 1, 2]).label("cold"));
/// let warm = fig[ax].add(Line::new([0, 1, 2], [4, 5, 3]).label("warm"));
/// fig[ax].set_legend(Legend::new().outside("right").title("Season").handles([warm, cold]));
/// ```
///
/// Where it has more entries than there is room for it has columns, and then smaller letters, unless these were set.
#[derive(Clone, Debug)]
pub struct Legend {
    pub(crate) loc: LegendLoc,
    pub(crate) outside: Option<Side>,
    /// Left, bottom, width and height of the box that it stands in, in shares of the axes or the figure.
    pub(crate) anchor: Option<[f64; 4]>,
    pub(crate) ncols: Option<usize>,
    pub(crate) expand: bool,
    pub(crate) title: String,
    pub(crate) fontsize: Option<f32>,
    pub(crate) title_fontsize: Option<f32>,
    pub(crate) labelcolor: Color,
    pub(crate) frame: bool,
    pub(crate) face: Color,
    pub(crate) edge: Color,
    pub(crate) framealpha: Option<f32>,
    pub(crate) reverse: bool,
    pub(crate) handles: Option<Vec<RawKey>>,
    pub(crate) labels: Vec<String>,
    pub(crate) pads: Pads,
}

/// The lengths of a legend, as multiples of the size of its letters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Pads {
    pub(crate) border: f32,
    pub(crate) axes: f32,
    pub(crate) label_spacing: f32,
    pub(crate) handle_length: f32,
    pub(crate) handle_height: f32,
    pub(crate) handle_text: f32,
    pub(crate) columns: f32,
}

impl Legend {
    /// One of all artists that have a label, where it covers the least data: matplotlib's `legend()`.
    #[must_use]
    pub fn new() -> Self {
        use theme::legend as t;
        Self {
            loc: LegendLoc::Best,
            outside: None,
            anchor: None,
            ncols: None,
            expand: false,
            title: String::new(),
            fontsize: None,
            title_fontsize: None,
            labelcolor: theme::TEXT,
            frame: true,
            face: t::FACE,
            edge: t::EDGE,
            framealpha: None,
            reverse: false,
            handles: None,
            labels: Vec::new(),
            pads: Pads {
                border: t::BORDER_PAD,
                axes: t::AXES_PAD,
                label_spacing: t::LABEL_SPACING,
                handle_length: t::HANDLE_LENGTH,
                handle_height: t::HANDLE_HEIGHT,
                handle_text: t::HANDLE_TEXT_PAD,
                columns: t::COLUMN_SPACING,
            },
        }
    }

    properties! {
        /// Sets its place: a [`LegendLoc`], or `"upper right"` and so on. Default: where it covers the least data; in a figure, the upper
        /// right. Of one that stands [`outside`](Legend::outside), the place along that side.
        ///
        /// # Panics
        /// If a name is that of no place.
        pub set_loc, loc(self, loc: impl NameOr<LegendLoc>) { self.loc = loc.value(); } -> get_loc: LegendLoc { self.loc }

        /// Lets it stand beside the axes, on this side: a [`Side`], or `"right"` and so on; matplotlib's
        /// `legend(loc="upper left", bbox_to_anchor=(1, 1))`, and, of a figure, `fig.legend(loc="outside right upper")`. The axes give it
        /// room, with [`constrained`](crate::Figure::constrained) and without. It begins at their upper end, or is in the middle above and below
        /// them, unless its [`loc`](Legend::loc) says otherwise.
        ///
        /// # Panics
        /// If a name is that of no side.
        pub set_outside, outside(self, side: impl NameOr<Side>) { self.outside = Some(side.value()); }
            -> get_outside: Option<Side> { self.outside }

        /// Sets the box that it stands in, by its `loc`: left, bottom, width and height, as shares of the axes, or of the figure if it is
        /// a figure's. With a width and a height of 0 it is the corner of the legend of which `loc` tells that is there. No room is made for
        /// it, but it stays in the figure. Default: all of the axes.
        ///
        /// # Panics
        /// If a number is not finite, or beyond 10.
        pub set_bbox_to_anchor, bbox_to_anchor(self, anchor: [f64; 4]) {
            let near = anchor.iter().all(|v| v.is_finite() && v.abs() <= 10.0);
            assert!(near, "a legend cannot stand at {anchor:?}: these are shares of its axes, 0 to 1 and somewhat beyond");
            self.anchor = Some(anchor);
        } -> get_bbox_to_anchor: Option<[f64; 4]> { self.anchor }

        /// Sets in how many columns its entries stand. Default: one, or as many as it takes to fit.
        ///
        /// # Panics
        /// If it is 0.
        pub set_ncols, ncols(self, ncols: usize) {
            assert!(ncols > 0, "a legend has a column at least");
            self.ncols = Some(ncols);
        } -> get_ncols: Option<usize> { self.ncols }

        /// Sets whether it is as wide as its axes, with its columns spread over that: matplotlib's `mode="expand"`. Default: it is not.
        pub set_expand, expand(self, expand: bool) { self.expand = expand; } -> get_expand: bool { self.expand }

        /// Sets the words over its entries. Default: none.
        pub set_title, title(self, title: impl Into<String>) { self.title = title.into(); } -> get_title: &str { &self.title }

        /// Sets the size of its letters, in points. Default: 10, or less if it would not fit.
        ///
        /// # Panics
        /// If it is not positive and finite.
        pub set_fontsize, fontsize(self, points: impl Number) { self.fontsize = Some(size(points.to_f64())); }
            -> get_fontsize: Option<f32> { self.fontsize }

        /// Sets the size of the letters of its title, in points. Default: as its other letters.
        ///
        /// # Panics
        /// If it is not positive and finite.
        pub set_title_fontsize, title_fontsize(self, points: impl Number) { self.title_fontsize = Some(size(points.to_f64())); }
            -> get_title_fontsize: Option<f32> { self.title_fontsize }

        /// Sets the colour of its words. Default: black.
        ///
        /// # Panics
        /// If it is no colour.
        pub set_labelcolor, labelcolor(self, color: impl IntoColor) { self.labelcolor = color.into_color(); }
            -> get_labelcolor: Color { self.labelcolor }

        /// Sets whether there is a frame around it and something behind it: matplotlib's `frameon`. Default: there is.
        pub set_frame, frame(self, show: bool) { self.frame = show; } -> get_frame: bool { self.frame }

        /// Sets the colour behind it. Default: white.
        ///
        /// # Panics
        /// If it is no colour.
        pub set_facecolor, facecolor(self, color: impl IntoColor) { self.face = color.into_color(); }
            -> get_facecolor: Color { self.face }

        /// Sets the colour of its frame. Default: light gray.
        ///
        /// # Panics
        /// If it is no colour.
        pub set_edgecolor, edgecolor(self, color: impl IntoColor) { self.edge = color.into_color(); }
            -> get_edgecolor: Color { self.edge }

        /// Sets the opacity of its frame and of what is behind it, 0 to 1. Default: 0.8.
        ///
        /// # Panics
        /// If it is NaN.
        pub set_framealpha, framealpha(self, alpha: impl Number) {
            let alpha = alpha.to_f64();
            assert!(!alpha.is_nan(), "an alpha of NaN cannot be drawn; it is 0 to 1");
            self.framealpha = Some(alpha.clamp(0.0, 1.0) as f32);
        } -> get_framealpha: f32 { self.framealpha.unwrap_or(0.8) }

        /// Sets whether the last entry comes first. Default: it does not.
        pub set_reverse, reverse(self, reverse: bool) { self.reverse = reverse; } -> get_reverse: bool { self.reverse }

        /// Sets whose entries it has, and in which order: artists of any axes of the figure, so that axes and their twin have one legend.
        /// Those that are not in the figure, or hidden, are left out. Default: all artists that have a label, in the order in which they
        /// were added. For artists of several kinds, give a list of [`AnyKey`]s.
        pub set_handles, handles(self, handles: impl IntoIterator<Item = impl Into<AnyKey>>) {
            let mut chosen = Vec::new();
            for handle in handles {
                chosen.push(handle.into().0);
            }
            self.handles = Some(chosen);
        }

        /// Sets what is written beside its entries, in place of their labels, from the first on; matplotlib's `legend(labels)`. Default: what
        /// the artists are called.
        pub set_labels, labels(self, labels: impl IntoIterator<Item = impl Into<String>>) {
            self.labels.clear();
            for label in labels {
                self.labels.push(label.into());
            }
        } -> get_labels: &[String] { &self.labels }

        /// Sets the room between its frame and its entries. Default: 0.4 of the letters' size.
        ///
        /// # Panics
        /// If it is negative, or above 100.
        pub set_borderpad, borderpad(self, ems: impl Number) { self.pads.border = pad(ems.to_f64()); }
            -> get_borderpad: f32 { self.pads.border }

        /// Sets the room between it and the border of its axes. Default: 0.5 of the letters' size.
        ///
        /// # Panics
        /// If it is negative, or above 100.
        pub set_borderaxespad, borderaxespad(self, ems: impl Number) { self.pads.axes = pad(ems.to_f64()); }
            -> get_borderaxespad: f32 { self.pads.axes }

        /// Sets the room between two entries. Default: 0.5 of the letters' size.
        ///
        /// # Panics
        /// If it is negative, or above 100.
        pub set_labelspacing, labelspacing(self, ems: impl Number) { self.pads.label_spacing = pad(ems.to_f64()); }
            -> get_labelspacing: f32 { self.pads.label_spacing }

        /// Sets how long handles are. Default: 2 of the letters' size.
        ///
        /// # Panics
        /// If it is negative, or above 100.
        pub set_handlelength, handlelength(self, ems: impl Number) { self.pads.handle_length = pad(ems.to_f64()); }
            -> get_handlelength: f32 { self.pads.handle_length }

        /// Sets how high handles are. Default: 0.7 of the letters' size.
        ///
        /// # Panics
        /// If it is negative, or above 100.
        pub set_handleheight, handleheight(self, ems: impl Number) { self.pads.handle_height = pad(ems.to_f64()); }
            -> get_handleheight: f32 { self.pads.handle_height }

        /// Sets the room between handles and their words. Default: 0.8 of the letters' size.
        ///
        /// # Panics
        /// If it is negative, or above 100.
        pub set_handletextpad, handletextpad(self, ems: impl Number) { self.pads.handle_text = pad(ems.to_f64()); }
            -> get_handletextpad: f32 { self.pads.handle_text }

        /// Sets the room between columns. Default: 2 of the letters' size.
        ///
        /// # Panics
        /// If it is negative, or above 100.
        pub set_columnspacing, columnspacing(self, ems: impl Number) { self.pads.columns = pad(ems.to_f64()); }
            -> get_columnspacing: f32 { self.pads.columns }
    }
}

impl Default for Legend {
    fn default() -> Self {
        Self::new()
    }
}

#[track_caller]
fn size(points: f64) -> f32 {
    assert!(points > 0.0 && points.is_finite(), "letters cannot be {points} points high");
    points.min(1000.0) as f32
}

#[track_caller]
fn pad(ems: f64) -> f32 {
    assert!(
        (0.0..=100.0).contains(&ems),
        "the room in a legend can be 0 to 100 times as wide as letters, not {ems} times"
    );
    ems as f32
}
