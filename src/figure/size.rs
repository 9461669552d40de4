//! How large a figure is: in inches or pixels, and at which resolution.

use crate::artist::properties;
use crate::data::Number;
use crate::figure::Figure;
use crate::geom::Size;

/// The resolution of a figure that was not given one, in dots an inch.
pub(super) const DPI: f64 = 100.0;

/// What stays when the resolution changes.
#[derive(Clone, Copy, Debug)]
pub(super) enum Given {
    Inches(f64, f64),
    Pixels(u32, u32),
}

impl Figure {
    /// A white figure of `width` x `height` inches, at 100 dpi unless [`dpi`](Figure::dpi) says otherwise.
    ///
    /// # Panics
    /// If a length is not positive and finite, or there would be more than 2^28 pixels at 100 dpi
    /// ([`Size::MOST_PIXELS`]): a figure of 640 x 480 *pixels* is [`Figure::pixels`]`(640, 480)`.
    #[must_use]
    #[track_caller]
    pub fn inches(width: impl Number, height: impl Number) -> Self {
        let (width, height) = (width.to_f64(), height.to_f64());
        let given = inches(width, height);
        given.possible(DPI);
        Self::of(given)
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
        let whole = |v: f64| v >= 1.0 && v.fract() == 0.0 && v <= f64::from(u32::MAX);
        assert!(
            whole(width) && whole(height),
            "a figure of {width} x {height} pixels cannot be made; both must be whole and positive"
        );
        let given = Given::Pixels(width as u32, height as u32);
        given.possible(DPI);
        Self::of(given)
    }

    properties! {
        /// Sets the resolution, in dots (pixels) an inch. Default: 100. A figure that was made in inches has another size
        /// then, which a recording that has begun does not take.
        ///
        /// # Panics
        /// If it is not positive and finite, or there would be more than 2^28 pixels ([`Size::MOST_PIXELS`]).
        pub set_dpi, dpi(self, dpi: impl Number) { self.dpi = self.given.possible(checked_dpi(dpi.to_f64())); }
            -> get_dpi: f64 { self.dpi }
    }

    /// Gives it another size, in inches. A recording that has begun does not take it.
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// let mut fig = Figure::new();
    /// fig.set_size_inches(3.2, 2.4);
    /// assert_eq!(fig.size(), Size::new(320, 240));
    /// ```
    ///
    /// # Panics
    /// If a length is not positive and finite, or there would be more than 2^28 pixels ([`Size::MOST_PIXELS`]).
    #[track_caller]
    pub fn set_size_inches(&mut self, width: impl Number, height: impl Number) -> &mut Self {
        let (width, height) = (width.to_f64(), height.to_f64());
        let given = inches(width, height);
        given.possible(self.dpi);
        self.given = given;
        self
    }

    /// Its size in pixels.
    #[must_use]
    pub fn size(&self) -> Size {
        self.size_at(self.dpi)
    }

    /// Its size in pixels if it had another resolution.
    pub(crate) fn size_at(&self, dpi: f64) -> Size {
        self.given.size(dpi, dpi / self.dpi)
    }

    /// The same figure in so many pixels, at a resolution at which its letters keep their share of it.
    #[cfg(feature = "plotters")]
    pub(crate) fn filling(&self, size: Size) -> Self {
        let own = self.size();
        let share = |a: u32, b: u32| f64::from(a) / f64::from(b);
        let by = share(size.width, own.width).min(share(size.height, own.height));
        Self { given: Given::Pixels(size.width, size.height), dpi: self.dpi * by, ..self.clone() }
    }
}

/// A size in inches.
///
/// # Panics
/// At the caller's line, if it is none.
#[track_caller]
fn inches(width: f64, height: f64) -> Given {
    assert!(
        width.is_finite() && height.is_finite() && width > 0.0 && height > 0.0,
        "a figure of {width} x {height} inches cannot be made; both must be positive"
    );
    Given::Inches(width, height)
}

impl Given {
    /// In pixels, at a resolution that is so many times that of the figure.
    fn size(self, dpi: f64, times: f64) -> Size {
        // a hair is added, so that 6.4 inches at 100 dpi are 640 pixels and not 639
        let of = |length: f64| ((length + 1e-9) as u32).max(1);
        match self {
            Self::Inches(w, h) => Size::new(of(w * dpi), of(h * dpi)),
            Self::Pixels(w, h) => Size::new(of(f64::from(w) * times), of(f64::from(h) * times)),
        }
    }

    /// This resolution, if a picture of such a figure can be made.
    ///
    /// # Panics
    /// At the caller's line, if it cannot.
    #[track_caller]
    fn possible(self, dpi: f64) -> f64 {
        let size = self.size(dpi, 1.0);
        if let Some(reason) = size.refusal() {
            let hint = match self {
                Self::Inches(w, h) => {
                    let (most, least) = (w.max(h), w.min(h));
                    let advice = if (30.0..65536.0).contains(&most) && least >= 1.0 {
                        format!(". For pixels instead of inches: Figure::pixels({}, {})", w.ceil(), h.ceil())
                    } else {
                        String::new()
                    };
                    format!("{w} x {h} inches at {dpi} dpi are {size} pixels{advice}")
                }
                Self::Pixels(..) => format!("its size is {size} pixels"),
            };
            panic!("this figure cannot be drawn: {reason}; {hint}");
        }
        dpi
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
