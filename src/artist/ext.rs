//! What every artist can be told, written once for all.

use crate::artist::{Artist, properties};
use crate::data::Number;

/// What every artist can be told: visibility, opacity, label, order and clipping. The [`prelude`](crate::prelude) brings it.
///
/// Every [`Artist`] has it, and nothing else: an artist of your own gets these setters by implementing `Artist`. If it has
/// a setter of one of these names itself, that one is called.
///
/// ```
/// use grabframe::prelude::*;
/// let mut fig = Figure::new();
/// let ax = fig.add_axes();
/// let line = fig[ax].add(Line::new([0, 1], [0, 1]).label("measured").alpha(0.5));
/// fig[line].set_zorder(5).set_visible(false);
/// assert_eq!(fig[line].get_label(), Some("measured"));
/// assert!(!fig[line].get_visible());
/// ```
pub trait ArtistExt: Artist + Sized {
    properties! {
        /// Shows or hides the artist. Default: shown.
        set_visible, visible(self, visible: bool) { self.common_mut().visible = visible; }
            -> get_visible: bool { self.common().visible }

        /// Sets the opacity: 0 is invisible, 1 opaque (the default). Values outside are clamped.
        ///
        /// # Panics
        /// If it is NaN.
        set_alpha, alpha(self, alpha: impl Number) { self.common_mut().alpha = share(alpha.to_f64()); }
            -> get_alpha: f32 { self.common().alpha }

        /// Sets the name shown in the legend. Default: none, and then it is not in the legend.
        set_label, label(self, label: impl Into<String>) { self.common_mut().label = Some(label.into()); }
            -> get_label: Option<&str> { self.common().label.as_deref() }

        /// Sets where the artist stands: higher ones are drawn later, over the others. Default: that of its kind,
        /// [`Artist::default_zorder`].
        ///
        /// # Panics
        /// If it is NaN.
        set_zorder, zorder(self, zorder: impl Number) { self.common_mut().zorder = Some(place(zorder.to_f64())); }
            -> get_zorder: f64 { self.common().zorder.unwrap_or_else(|| self.default_zorder()) }

        /// Sets whether the artist is cut off at the border of the axes. Default: it is; texts are not.
        set_clip, clip(self, clip: bool) { self.common_mut().clip = clip; }
            -> get_clip: bool { self.common().clip }
    }
}

impl<A: Artist> ArtistExt for A {}

#[track_caller]
fn share(alpha: f64) -> f32 {
    assert!(!alpha.is_nan(), "an alpha of NaN cannot be drawn; it is 0 to 1");
    alpha.clamp(0.0, 1.0) as f32
}

#[track_caller]
fn place(zorder: f64) -> f64 {
    assert!(!zorder.is_nan(), "a z-order of NaN has no place among others");
    zorder
}
