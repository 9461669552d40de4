//! What an artist asks of its axes.

use crate::geom::Extent;

/// How far an artist's data reaches, and what it asks of the axes.
///
/// ```
/// use grabframe::{Bounds, Extent, Limits};
/// // bars stand on the axis: there is a margin above them, and none below
/// let heights = Extent::of([0.0, 3.0, 5.0]).sticky_lo();
/// let bounds = Bounds::new(Limits::new(-0.4, 1.4), heights);
/// assert!(bounds.y.sticky_lo && !bounds.y.sticky_hi && !bounds.x.sticky_lo);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Bounds {
    /// How far it reaches along x; [`Extent::EMPTY`] if the artist does not care.
    pub x: Extent,
    /// How far it reaches along y; [`Extent::EMPTY`] if the artist does not care.
    pub y: Extent,
    /// One unit of x is as long as one unit of y, unless the axes were told otherwise. Default: false.
    pub equal_aspect: bool,
    /// Whether x grows to the left, unless the axes were told otherwise. `None`, the default, asks for nothing; of the
    /// artists that ask, the one that was added last decides.
    pub x_backward: Option<bool>,
    /// The same of y: `Some(true)` lets it grow downward, as the rows of an image do.
    pub y_backward: Option<bool>,
    /// Whether x is time, in seconds since 1970, so that its axis has dates, unless its ticks were set. Default: false.
    pub x_dates: bool,
    /// The same of y.
    pub y_dates: bool,
}

impl Bounds {
    /// Reaches over these extents, or limits, with the usual margins where they are not sticky.
    #[must_use]
    pub fn new(x: impl Into<Extent>, y: impl Into<Extent>) -> Self {
        Self {
            x: x.into(),
            y: y.into(),
            equal_aspect: false,
            x_backward: None,
            y_backward: None,
            x_dates: false,
            y_dates: false,
        }
    }

    /// The same, where x is time, or y.
    #[must_use]
    pub(crate) fn dates(self, x: bool, y: bool) -> Self {
        Self { x_dates: x, y_dates: y, ..self }
    }
}
