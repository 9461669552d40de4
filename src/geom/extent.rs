//! How far values reach along one axis.

use super::Limits;

/// How far values reach along one axis: what automatic limits are chosen from.
///
/// Found in one pass by [`of`](Extent::of) or, for points, [`of_points`](Extent::of_points); [`Limits`] turn into one
/// where no more is known.
///
/// ```
/// use grabframe::{Extent, Limits};
/// let seen = Extent::of([0.0, 0.01, f64::NAN, 100.0]);
/// assert_eq!(seen.limits(), Limits::new(0.0, 100.0));
/// assert_eq!(seen.least_positive, 0.01); // where a log axis begins
///
/// // of two limits only these are known; what is known better is said
/// let whole = Extent { least_positive: 1e-3, ..Extent::from(Limits::new(0.0, 50.0)) };
/// assert_eq!(whole.sticky_lo().union(seen), Extent { sticky_lo: true, least_positive: 1e-3, ..seen });
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Extent {
    /// The smallest value; infinity if there is none.
    pub lo: f64,
    /// The largest value; minus infinity if there is none.
    pub hi: f64,
    /// The smallest value above 0; infinity if there is none. A log axis has no room for what is below.
    pub least_positive: f64,
    /// The axis gets no margin below `lo`: bars stand on it, an image fills it to the border. Default: false.
    pub sticky_lo: bool,
    /// The axis gets no margin above `hi`. Default: false.
    pub sticky_hi: bool,
}

impl Extent {
    /// Of no value: it asks nothing of the axis.
    pub const EMPTY: Self = Self {
        lo: f64::INFINITY,
        hi: f64::NEG_INFINITY,
        least_positive: f64::INFINITY,
        sticky_lo: false,
        sticky_hi: false,
    };

    /// Of all values that are finite.
    #[must_use]
    pub fn of(values: impl IntoIterator<Item = f64>) -> Self {
        let mut all = Self::EMPTY;
        for value in values {
            all = all.with(value);
        }
        all
    }

    /// Of the points (`xs[i]`, `ys[i]`), along x and along y. A point with one coordinate that is not finite is drawn
    /// nowhere, and its other coordinate does not count either.
    ///
    /// ```
    /// use grabframe::{Extent, Limits};
    /// let (x, y) = Extent::of_points(&[0.0, 1.0, 2.0], &[3.0, 4.0, f64::NAN]);
    /// assert_eq!((x.limits(), y.limits()), (Limits::new(0.0, 1.0), Limits::new(3.0, 4.0)));
    /// ```
    #[must_use]
    pub fn of_points(xs: &[f64], ys: &[f64]) -> (Self, Self) {
        Self::of_some_points(xs, ys, |_| true)
    }

    /// Of all values that are finite, and whether all of them are.
    pub(crate) fn of_slice(values: &[f64]) -> (Self, bool) {
        let mut all = Lanes::EMPTY;
        // 0, or NaN once a value is not finite
        let mut nothing = [0.0; LANES];
        let (whole, rest) = values.as_chunks::<LANES>();
        for values in whole {
            for i in 0..LANES {
                nothing[i] += 0.0 * values[i];
            }
            all.add_ends(values);
        }
        let mut finite = nothing.iter().sum::<f64>() == 0.0;
        if !finite {
            return (Self::of_points(values, values).0, false);
        }
        let mut seen = all.joined();
        if seen.lo > 0.0 {
            seen.least_positive = seen.lo;
        } else if seen.hi > 0.0 {
            let mut least = [f64::INFINITY; LANES];
            for values in whole {
                for i in 0..LANES {
                    let positive = if values[i] > 0.0 { values[i] } else { f64::INFINITY };
                    least[i] = if positive < least[i] { positive } else { least[i] };
                }
            }
            seen.least_positive = least.iter().copied().fold(f64::INFINITY, f64::min);
        }
        for value in rest {
            finite &= value.is_finite();
            seen = seen.with(*value);
        }
        (seen, finite)
    }

    /// The same of the points whose index `counts`.
    pub(crate) fn of_some_points(xs: &[f64], ys: &[f64], counts: impl Fn(usize) -> bool) -> (Self, Self) {
        let (mut x, mut y) = (Lanes::EMPTY, Lanes::EMPTY);
        let n = xs.len().min(ys.len());
        let ((whole_x, rest_x), (whole_y, rest_y)) = (xs[..n].as_chunks::<LANES>(), ys[..n].as_chunks::<LANES>());
        let mut add = |k: usize, vx: &[f64; LANES], vy: &[f64; LANES]| {
            // 0 for a point that is drawn, else NaN
            let drawn = |i: usize| if counts(k * LANES + i) { 0.0 } else { f64::NAN };
            let (mut of_x, mut of_y) = (*vx, *vy);
            for i in 0..LANES {
                let nothing = drawn(i) + 0.0 * vx[i] + 0.0 * vy[i];
                of_x[i] += nothing;
                of_y[i] += nothing;
            }
            x.add(&of_x);
            y.add(&of_y);
        };
        for (k, (vx, vy)) in whole_x.iter().zip(whole_y).enumerate() {
            add(k, vx, vy);
        }
        let filled = |rest: &[f64]| {
            let mut all = [f64::NAN; LANES];
            all[..rest.len()].copy_from_slice(rest);
            all
        };
        if !rest_x.is_empty() {
            add(whole_x.len(), &filled(rest_x), &filled(rest_y));
        }
        (x.joined(), y.joined())
    }

    /// Of these values and one more; NaN and infinities are passed over.
    #[must_use]
    pub fn with(self, value: f64) -> Self {
        if !value.is_finite() {
            return self;
        }
        let positive = if value > 0.0 { value } else { f64::INFINITY };
        self.union(Self { lo: value, hi: value, least_positive: positive, ..Self::EMPTY })
    }

    /// Of the values of both. Its ends are sticky if the ends that they come from are.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        Self {
            lo: self.lo.min(other.lo),
            hi: self.hi.max(other.hi),
            least_positive: self.least_positive.min(other.least_positive),
            sticky_lo: (self.sticky_lo && self.lo <= other.lo) || (other.sticky_lo && other.lo <= self.lo),
            sticky_hi: (self.sticky_hi && self.hi >= other.hi) || (other.sticky_hi && other.hi >= self.hi),
        }
    }

    /// The same, sticky at both ends.
    #[must_use]
    pub const fn sticky(self) -> Self {
        self.sticky_lo().sticky_hi()
    }

    /// The same, sticky at its lower end.
    #[must_use]
    pub const fn sticky_lo(self) -> Self {
        Self { sticky_lo: true, ..self }
    }

    /// The same, sticky at its upper end.
    #[must_use]
    pub const fn sticky_hi(self) -> Self {
        Self { sticky_hi: true, ..self }
    }

    /// From the smallest to the largest value.
    #[must_use]
    pub const fn limits(self) -> Limits {
        Limits::new(self.lo, self.hi)
    }

    /// Whether no value was seen.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.limits().is_empty()
    }
}

impl From<Limits> for Extent {
    /// Of the two ends, whichever of them is the larger.
    fn from(limits: Limits) -> Self {
        Self::of([limits.lo, limits.hi])
    }
}

/// How many values are compared at once.
const LANES: usize = 8;

/// Extremes side by side, so that the processor finds several at once.
#[derive(Clone, Copy)]
struct Lanes {
    lo: [f64; LANES],
    hi: [f64; LANES],
    positive: [f64; LANES],
}

impl Lanes {
    const EMPTY: Self =
        Self { lo: [f64::INFINITY; LANES], hi: [f64::NEG_INFINITY; LANES], positive: [f64::INFINITY; LANES] };

    /// Values that are finite or NaN, which no comparison takes.
    #[inline]
    fn add(&mut self, values: &[f64; LANES]) {
        self.add_ends(values);
        for (i, &v) in values.iter().enumerate() {
            let positive = if v > 0.0 { v } else { f64::INFINITY };
            self.positive[i] = if positive < self.positive[i] { positive } else { self.positive[i] };
        }
    }

    /// The same without the least that is positive.
    #[inline]
    fn add_ends(&mut self, values: &[f64; LANES]) {
        for (i, &v) in values.iter().enumerate() {
            self.lo[i] = if v < self.lo[i] { v } else { self.lo[i] };
            self.hi[i] = if v > self.hi[i] { v } else { self.hi[i] };
        }
    }

    fn joined(self) -> Extent {
        let mut all = Extent::EMPTY;
        for i in 0..LANES {
            all.lo = all.lo.min(self.lo[i]);
            all.hi = all.hi.max(self.hi[i]);
            all.least_positive = all.least_positive.min(self.positive[i]);
        }
        all
    }
}

#[cfg(test)]
mod tests;
