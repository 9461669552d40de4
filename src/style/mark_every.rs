//! Which points of a line have a marker.

/// Which points have a marker, or an error bar: matplotlib's `markevery`.
///
/// What may be written for it: `5` (every fifth, from the first on), `(2, 5)` (from the third on), a list of places (`[0, 7, 9]`), or a
/// share of the diagonal of the axes: `0.1`, or `(0.05, 0.1)` where the first is that far along the line.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum MarkEvery {
    /// Point `start`, and each that is a multiple of `step` further. Points that have no place count.
    Every {
        /// The first, from 0.
        start: usize,
        /// At least 1.
        step: usize,
    },
    /// Those at these places, from 0; what there is no point for is left out.
    At(Vec<usize>),
    /// Those nearest to what lies `start`, `start + step` and so on along the line, as shares of the diagonal of the axes, so that markers
    /// are equally far apart whatever points there are.
    Share {
        /// Where the first is.
        start: f64,
        /// Positive.
        step: f64,
    },
}

impl MarkEvery {
    /// The places, among so many points; `None` if it takes asking where these are.
    pub(crate) fn places(&self, points: usize) -> Option<Vec<usize>> {
        match self {
            Self::Every { start, step } => Some((*start..points).step_by((*step).max(1)).collect()),
            Self::At(places) => Some(places.iter().copied().filter(|i| *i < points).collect()),
            Self::Share { .. } => None,
        }
    }

    /// The same among points in pixels, in axes with this diagonal: matplotlib's rule.
    pub(crate) fn among(&self, points: &[(f64, f64)], diagonal: f64) -> Vec<usize> {
        let Self::Share { start, step } = *self else { return self.places(points.len()).unwrap_or_default() };
        let (mut places, mut walked) = (Vec::new(), Vec::new());
        let mut far = 0.0;
        for (i, p) in points.iter().enumerate().filter(|(_, p)| p.0.is_finite() && p.1.is_finite()) {
            if let Some(last) = places.last() {
                let before: (f64, f64) = points[*last];
                far += libm::hypot(p.0 - before.0, p.1 - before.1);
            }
            places.push(i);
            walked.push(far);
        }
        let (start, step) = (start * diagonal, step * diagonal);
        let mut chosen: Vec<usize> = Vec::new();
        if !(far.is_finite() && start.is_finite() && step > 0.0) {
            return chosen;
        }
        // the nearest point of a place is beside it: no other places than those around points need be asked
        let mut last = f64::NEG_INFINITY;
        for at in &walked {
            let k = ((at - start) / step).floor();
            for k in [k, k + 1.0] {
                let place = start + k * step;
                if k < 0.0 || k <= last || place >= far {
                    continue;
                }
                last = k;
                let right = walked.partition_point(|w| *w < place);
                let left = right.saturating_sub(1);
                let nearest = if walked[right] - place < place - walked[left] { right } else { left };
                // the first of those that lie at one place
                let nearest = places[walked.partition_point(|w| *w < walked[nearest])];
                if chosen.last() != Some(&nearest) {
                    chosen.push(nearest);
                }
            }
        }
        chosen
    }
}

/// Anything that can be written for a [`MarkEvery`].
///
/// This trait is sealed: the list is complete.
pub trait IntoMarkEvery: sealed::Sealed {
    /// The choice.
    ///
    /// # Panics
    /// At the caller's line, for a step that is not positive.
    #[track_caller]
    fn into_markevery(self) -> MarkEvery;
}

impl IntoMarkEvery for MarkEvery {
    #[track_caller]
    fn into_markevery(self) -> MarkEvery {
        match self {
            Self::Every { step, .. } => assert!(step > 0, "markers cannot be 0 points apart"),
            Self::Share { start, step } => assert!(
                start.is_finite() && step.is_finite() && step > 0.0,
                "markers cannot be {step} of the axes apart, from {start} on"
            ),
            Self::At(_) => {}
        }
        self
    }
}

impl IntoMarkEvery for usize {
    #[track_caller]
    fn into_markevery(self) -> MarkEvery {
        MarkEvery::Every { start: 0, step: self }.into_markevery()
    }
}

impl IntoMarkEvery for (usize, usize) {
    #[track_caller]
    fn into_markevery(self) -> MarkEvery {
        MarkEvery::Every { start: self.0, step: self.1 }.into_markevery()
    }
}

impl IntoMarkEvery for f64 {
    #[track_caller]
    fn into_markevery(self) -> MarkEvery {
        MarkEvery::Share { start: 0.0, step: self }.into_markevery()
    }
}

impl IntoMarkEvery for (f64, f64) {
    #[track_caller]
    fn into_markevery(self) -> MarkEvery {
        MarkEvery::Share { start: self.0, step: self.1 }.into_markevery()
    }
}

impl IntoMarkEvery for Vec<usize> {
    fn into_markevery(self) -> MarkEvery {
        MarkEvery::At(self)
    }
}

impl IntoMarkEvery for &[usize] {
    fn into_markevery(self) -> MarkEvery {
        MarkEvery::At(self.to_vec())
    }
}

impl<const N: usize> IntoMarkEvery for [usize; N] {
    fn into_markevery(self) -> MarkEvery {
        MarkEvery::At(self.to_vec())
    }
}

mod sealed {
    pub trait Sealed {}
    impl Sealed for super::MarkEvery {}
    impl Sealed for usize {}
    impl Sealed for (usize, usize) {}
    impl Sealed for f64 {}
    impl Sealed for (f64, f64) {}
    impl Sealed for Vec<usize> {}
    impl Sealed for &[usize] {}
    impl<const N: usize> Sealed for [usize; N] {}
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(every: impl IntoMarkEvery, points: usize) -> Vec<usize> {
        every.into_markevery().places(points).unwrap_or_default()
    }

    #[test]
    fn every_so_many_points() {
        assert_eq!(places(3, 8), [0, 3, 6]);
        assert_eq!(places((2, 3), 8), [2, 5]);
        assert_eq!(places((9, 3), 8), [0; 0]);
        assert_eq!(places([5, 1, 9], 8), [5, 1]);
        assert_eq!(places(1, 0), [0; 0]);
    }

    /// What `_mark_every_path` of matplotlib 3.11 chooses of the same line, in axes whose diagonal is 500 pixels.
    #[test]
    fn shares_of_the_diagonal_are_matplotlibs() {
        let mut points = Vec::new();
        for i in 0..60 {
            let k = f64::from(i);
            let height = if i % 7 == 3 { f64::NAN } else { 100.0 * libm::sin(0.2 * k) };
            // three in one place
            points.push(if (10..13).contains(&i) { (70.0, 100.0 * libm::sin(1.8)) } else { (7.0 * k, height) });
        }
        let among = |every: (f64, f64)| every.into_markevery().among(&points, 500.0);
        assert_eq!(among((0.0, 0.1)), [0, 2, 6, 10, 14, 16, 19, 23, 28, 30, 33, 35, 40, 44, 47, 49, 53, 58]);
        let some = [1, 4, 5, 10, 13, 14, 16, 18, 19, 22, 26, 28, 30, 32, 33, 35, 39, 42, 44, 46, 48, 50, 51, 56];
        assert_eq!(among((0.05, 0.07)), some);
        assert_eq!(among((0.9, 0.3)), [30, 40, 49]);
        assert_eq!(among((-0.13, 0.2)), [0, 2, 10, 16, 21, 30, 35, 43, 48, 56]);
        // all that have a place of their own, but for the last
        assert_eq!(among((0.0, 1e-6)).len(), 50);
        assert_eq!(among((0.0, 1e300)), [0]);
        let far = [(0.0, 0.0), (1e300, -1e300), (f64::MAX, f64::MAX)];
        assert_eq!((0.0, 0.1).into_markevery().among(&far, 500.0), [0; 0]);
        assert_eq!((0.0, 0.1).into_markevery().among(&[], 500.0), [0; 0]);
    }
}
