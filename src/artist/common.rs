//! What every artist has, and what several check.

/// Visibility, order, opacity, label and clipping of an artist.
///
/// An artist holds one and hands it out by [`Artist::common`](crate::Artist::common); the setters (`set_visible`,
/// `set_alpha`, ..) are those of [`ArtistExt`](crate::ArtistExt).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Common {
    /// Whether it is drawn. Default: true.
    pub visible: bool,
    /// Opacity, 0 to 1. Default: 1.
    pub alpha: f32,
    /// The name in the legend. Default: none, and then it is not in the legend.
    pub label: Option<String>,
    /// Where it stands; `None` takes the default of its kind.
    pub zorder: Option<f64>,
    /// Whether it is cut off at the border of the axes. Default: true.
    pub clip: bool,
}

impl Common {
    /// The defaults.
    #[must_use]
    pub const fn new() -> Self {
        Self { visible: true, alpha: 1.0, label: None, zorder: None, clip: true }
    }
}

impl Default for Common {
    fn default() -> Self {
        Self::new()
    }
}

/// A length in points that can be drawn.
///
/// # Panics
/// If it is negative or not finite.
#[track_caller]
pub(crate) fn length(points: f64, what: &str) -> f32 {
    assert!(points.is_finite() && points >= 0.0, "a {what} of {points} points cannot be drawn; give 0 or more");
    points as f32
}

/// A number that a place or a distance may be.
///
/// # Panics
/// If it is not finite.
#[track_caller]
pub(crate) fn finite(value: f64, what: &str) -> f64 {
    assert!(value.is_finite(), "a {what} of {value} cannot be drawn");
    value
}

/// How large something is.
///
/// # Panics
/// If it is negative or not finite.
#[track_caller]
pub(crate) fn not_negative(value: f64, what: &str) -> f64 {
    assert!(
        value.is_finite() && value >= 0.0,
        "a {what} of {value} cannot be used; it must be finite and not negative"
    );
    value
}

/// What something is multiplied with, or how large it is.
///
/// # Panics
/// If it is not positive, or not finite.
#[track_caller]
pub(crate) fn positive(value: f64, what: &str) -> f64 {
    assert!(value.is_finite() && value > 0.0, "a {what} of {value} cannot be used; it must be positive");
    value
}

/// An angle in degrees.
///
/// # Panics
/// If it is not finite.
#[track_caller]
pub(crate) fn angle(degrees: f64) -> f32 {
    assert!(degrees.is_finite(), "nothing can be turned by {degrees} degrees");
    degrees as f32
}
