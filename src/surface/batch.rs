//! Many pieces in one call.

use crate::geom::Point;

/// One value for all pieces, or one for each.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Each<'a, T> {
    One(T),
    /// As many as there are pieces.
    All(&'a [T]),
}

impl<T: Copy> Each<'_, T> {
    /// That of piece `i`.
    ///
    /// # Panics
    /// If there are fewer.
    #[inline]
    pub(crate) fn at(&self, i: usize) -> T {
        match self {
            Self::One(value) => *value,
            Self::All(values) => values[i],
        }
    }
}

/// Runs of points, one after the other: lines, or the corners of polygons. In pixels.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pieces<'a> {
    points: &'a [Point],
    /// One past the last point of each piece.
    ends: &'a [u32],
}

impl<'a> Pieces<'a> {
    /// Pieces of `points`, each up to the next of `ends`.
    ///
    /// # Panics
    /// If an end lies before the one before it, or beyond the points.
    pub(crate) fn new(points: &'a [Point], ends: &'a [u32]) -> Self {
        assert!(ends.is_sorted() && ends.last().is_none_or(|end| *end as usize <= points.len()));
        Self { points, ends }
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The points of all, and one past the last point of each.
    pub(crate) fn parts(&self) -> (&'a [Point], &'a [u32]) {
        (self.points, self.ends)
    }

    /// Piece `i`.
    pub(crate) fn get(&self, i: usize) -> &'a [Point] {
        let from = if i == 0 { 0 } else { self.ends[i - 1] as usize };
        &self.points[from..self.ends[i] as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_lie_end_to_end() {
        let points = [0.0, 1.0, 2.0, 3.0].map(|x| Point::new(x, 0.0));
        let pieces = Pieces::new(&points, &[1, 1, 4]);
        assert_eq!((0..pieces.len()).map(|i| pieces.get(i).len()).collect::<Vec<_>>(), [1, 0, 3]);
        assert_eq!(pieces.get(2)[0], points[1]);
    }
}
