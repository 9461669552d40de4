//! Points, sizes and rectangles in pixels; intervals and extents in data units.
//!
//! Pixels and data have types of their own, so that the two spaces cannot be mixed. Pixel coordinates are `f32`, `x`
//! grows to the right and `y` grows **downward**; (0, 0) is the top left corner of the top left pixel, whose centre is
//! (0.5, 0.5).

mod extent;
mod outline;
mod path;

pub use extent::Extent;
pub use outline::Outline;
pub use path::Path;

pub(crate) use outline::{Spot, Step, sin_cos};
pub(crate) use path::Verb;

/// A position in pixels: `x` to the right, `y` downward, pixel centres at halves.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// Pixels from the left edge.
    pub x: f32,
    /// Pixels from the top edge.
    pub y: f32,
}

impl Point {
    /// The point (`x`, `y`), in pixels.
    #[must_use]
    pub const fn new(x: f32, y: f32) -> Self {
        Self { x, y }
    }

    /// Whether neither coordinate is NaN or infinite.
    #[must_use]
    pub const fn is_finite(self) -> bool {
        self.x.is_finite() && self.y.is_finite()
    }
}

/// The size of a picture in whole pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Size {
    /// Pixels from left to right.
    pub width: u32,
    /// Pixels from top to bottom.
    pub height: u32,
}

impl Size {
    /// The largest picture that can be made: 2^28 pixels, 805 MB. It stops sizes that no file, no screen and no memory
    /// takes, above all pixels taken for inches.
    pub const MOST_PIXELS: u64 = 1 << 28;

    /// `width` x `height` pixels.
    #[must_use]
    pub const fn new(width: u32, height: u32) -> Self {
        Self { width, height }
    }

    /// `width * height`.
    #[must_use]
    pub const fn pixels(self) -> u64 {
        self.width as u64 * self.height as u64
    }

    /// Why there can be no picture of this size, if there can be none.
    pub(crate) fn refusal(self) -> Option<String> {
        let most = Self::MOST_PIXELS;
        if self.pixels() == 0 {
            return Some("it has no pixels".into());
        }
        (self.pixels() > most).then(|| format!("it has {} pixels, and at most {most} can be drawn", self.pixels()))
    }

    /// This size, if there can be a picture of it.
    ///
    /// # Panics
    /// At the caller's line, if there can be none.
    #[track_caller]
    pub(crate) fn drawable(self) -> Self {
        if let Some(reason) = self.refusal() {
            panic!("a picture of {self} pixels cannot be made: {reason}");
        }
        self
    }
}

macro_rules! integers {
    ($($t:ty)*) => {$(
        impl From<($t, $t)> for Size {
            /// Width and height. What is negative becomes 0, and what is too large the largest `u32`: no picture is made
            /// of either.
            fn from((width, height): ($t, $t)) -> Self {
                let length = |v: $t| u32::try_from(v).unwrap_or(if v > 0 { u32::MAX } else { 0 });
                Self::new(length(width), length(height))
            }
        }
    )*};
}
integers!(i32 i64 isize u8 u16 u32 u64 usize);

impl std::fmt::Display for Size {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}x{}", self.width, self.height)
    }
}

/// A rectangle in pixels: from (`x0`, `y0`), its top left corner, to (`x1`, `y1`), its bottom right corner.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Left edge, in pixels.
    pub x0: f32,
    /// Top edge, in pixels.
    pub y0: f32,
    /// Right edge, in pixels.
    pub x1: f32,
    /// Bottom edge, in pixels.
    pub y1: f32,
}

impl Rect {
    /// The rectangle between two corners, in pixels.
    #[must_use]
    pub const fn new(x0: f32, y0: f32, x1: f32, y1: f32) -> Self {
        Self { x0, y0, x1, y1 }
    }

    /// The smallest rectangle around both.
    pub(crate) fn union(self, other: Self) -> Self {
        Self::new(self.x0.min(other.x0), self.y0.min(other.y0), self.x1.max(other.x1), self.y1.max(other.y1))
    }

    /// Width, in pixels.
    #[must_use]
    pub fn width(self) -> f32 {
        self.x1 - self.x0
    }

    /// Height, in pixels.
    #[must_use]
    pub fn height(self) -> f32 {
        self.y1 - self.y0
    }

    /// The point halfway between the corners.
    #[must_use]
    pub fn center(self) -> Point {
        Point::new((self.x0 + self.x1) / 2.0, (self.y0 + self.y1) / 2.0)
    }

    /// Whether the point lies inside or on the border.
    #[must_use]
    pub fn contains(self, p: Point) -> bool {
        p.x >= self.x0 && p.x <= self.x1 && p.y >= self.y0 && p.y <= self.y1
    }

    /// The same rectangle with every edge moved outward by `by` pixels (inward if negative).
    #[must_use]
    pub fn expanded(self, by: f32) -> Self {
        Self::new(self.x0 - by, self.y0 - by, self.x1 + by, self.y1 + by)
    }
}

/// Whole pixels that may be painted: columns `x0..x1` and rows `y0..y1`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Clip {
    /// First column.
    pub x0: i32,
    /// First row.
    pub y0: i32,
    /// One past the last column.
    pub x1: i32,
    /// One past the last row.
    pub y1: i32,
}

impl Clip {
    /// Columns `x0..x1` and rows `y0..y1`.
    #[must_use]
    pub const fn new(x0: i32, y0: i32, x1: i32, y1: i32) -> Self {
        Self { x0, y0, x1, y1 }
    }

    /// Every pixel of a picture of that size.
    #[must_use]
    pub fn all(size: Size) -> Self {
        let to = |v: u32| i32::try_from(v).unwrap_or(i32::MAX);
        Self::new(0, 0, to(size.width), to(size.height))
    }

    /// The pixels that belong to both.
    #[must_use]
    pub fn intersect(self, other: Self) -> Self {
        Self::new(self.x0.max(other.x0), self.y0.max(other.y0), self.x1.min(other.x1), self.y1.min(other.y1))
    }

    /// Whether there is no pixel in it.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.x0 >= self.x1 || self.y0 >= self.y1
    }

    /// The pixels whose centres lie in `rect`, edges rounded to the nearest pixel border.
    #[must_use]
    pub fn of(rect: Rect) -> Self {
        let r = |v: f32| (v + 0.5).floor() as i32;
        Self::new(r(rect.x0), r(rect.y0), r(rect.x1), r(rect.y1))
    }
}

/// An interval of data values, `lo` to `hi`. `lo > hi` means an axis that runs backward.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limits {
    /// The value at the left or bottom end.
    pub lo: f64,
    /// The value at the right or top end.
    pub hi: f64,
}

impl Limits {
    /// Nothing yet: the union with any value is that value.
    pub const EMPTY: Self = Self { lo: f64::INFINITY, hi: f64::NEG_INFINITY };

    /// From `lo` to `hi`.
    #[must_use]
    pub const fn new(lo: f64, hi: f64) -> Self {
        Self { lo, hi }
    }

    /// The smallest interval that holds every finite value; [`Limits::EMPTY`] if there is none.
    ///
    /// ```
    /// use grabframe::Limits;
    /// assert_eq!(Limits::of([2.0, f64::NAN, -1.0]), Limits::new(-1.0, 2.0));
    /// ```
    #[must_use]
    pub fn of(values: impl IntoIterator<Item = f64>) -> Self {
        values.into_iter().fold(Self::EMPTY, Self::with)
    }

    /// The smallest interval that holds this one and `value`; NaN and infinities are passed over.
    #[must_use]
    pub fn with(self, value: f64) -> Self {
        if value.is_finite() { Self::new(self.lo.min(value), self.hi.max(value)) } else { self }
    }

    /// The smallest interval that holds both.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        Self::new(self.lo.min(other.lo), self.hi.max(other.hi))
    }

    /// Whether this is [`Limits::EMPTY`] (no value was seen).
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.lo == f64::INFINITY && self.hi == f64::NEG_INFINITY
    }

    /// `hi - lo`.
    #[must_use]
    pub fn span(self) -> f64 {
        self.hi - self.lo
    }
}
