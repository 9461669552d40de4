//! What every artist can be told, written once for all.

use crate::artist::Artist;
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
    /// Shows or hides the artist. Default: shown.
    fn set_visible(&mut self, visible: bool) -> &mut Self {
        self.common_mut().visible = visible;
        self
    }

    /// Sets the opacity: 0 is invisible, 1 opaque (the default). Values outside are clamped.
    ///
    /// # Panics
    /// If it is NaN.
    #[track_caller]
    fn set_alpha(&mut self, alpha: impl Number) -> &mut Self {
        let alpha = alpha.to_f64();
        assert!(!alpha.is_nan(), "an alpha of NaN cannot be drawn; it is 0 to 1");
        self.common_mut().alpha = alpha.clamp(0.0, 1.0) as f32;
        self
    }

    /// Sets the name shown in the legend. Default: none.
    fn set_label(&mut self, label: impl Into<String>) -> &mut Self {
        self.common_mut().label = Some(label.into());
        self
    }

    /// Sets where the artist stands: higher ones are drawn later, over the others. Default:
    /// [`Artist::default_zorder`].
    ///
    /// # Panics
    /// If it is NaN.
    #[track_caller]
    fn set_zorder(&mut self, zorder: impl Number) -> &mut Self {
        let zorder = zorder.to_f64();
        assert!(!zorder.is_nan(), "a z-order of NaN has no place among others");
        self.common_mut().zorder = Some(zorder);
        self
    }

    /// Sets whether the artist is cut off at the border of the axes (the default; texts are not).
    fn set_clip(&mut self, clip: bool) -> &mut Self {
        self.common_mut().clip = clip;
        self
    }

    /// With this visibility; see [`set_visible`](ArtistExt::set_visible).
    #[must_use]
    fn visible(mut self, visible: bool) -> Self {
        self.set_visible(visible);
        self
    }

    /// With this opacity, 0 to 1; see [`set_alpha`](ArtistExt::set_alpha).
    ///
    /// # Panics
    /// If it is NaN.
    #[must_use]
    #[track_caller]
    fn alpha(mut self, alpha: impl Number) -> Self {
        self.set_alpha(alpha);
        self
    }

    /// With this name in the legend; see [`set_label`](ArtistExt::set_label).
    #[must_use]
    fn label(mut self, label: impl Into<String>) -> Self {
        self.set_label(label);
        self
    }

    /// With this place in the order of drawing; see [`set_zorder`](ArtistExt::set_zorder).
    ///
    /// # Panics
    /// If it is NaN.
    #[must_use]
    #[track_caller]
    fn zorder(mut self, zorder: impl Number) -> Self {
        self.set_zorder(zorder);
        self
    }

    /// Cut off at the border of the axes or not; see [`set_clip`](ArtistExt::set_clip).
    #[must_use]
    fn clip(mut self, clip: bool) -> Self {
        self.set_clip(clip);
        self
    }

    /// Whether it is drawn.
    fn get_visible(&self) -> bool {
        self.common().visible
    }

    /// The opacity, 0 to 1.
    fn get_alpha(&self) -> f32 {
        self.common().alpha
    }

    /// The name in the legend, if it was given one.
    fn get_label(&self) -> Option<&str> {
        self.common().label.as_deref()
    }

    /// Where it stands: what was set, or else the default of its kind.
    fn get_zorder(&self) -> f64 {
        self.common().zorder.unwrap_or_else(|| self.default_zorder())
    }

    /// Whether it is cut off at the border of the axes.
    fn get_clip(&self) -> bool {
        self.common().clip
    }
}

impl<A: Artist> ArtistExt for A {}
