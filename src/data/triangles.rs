//! Triangles between points, and their sides.

use super::delaunay::delaunay;

/// Triangles between points: given, or found.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Triangles {
    /// Three points each.
    pub(crate) corners: Vec<[u32; 3]>,
    /// Which are left out; none, if there are fewer.
    masked: Vec<bool>,
    /// Those that are not left out, whose corners are three points that have a place.
    pub(crate) shown: Vec<u32>,
    /// The sides of those: from the first corner to the second, from there to the third, and back.
    pub(crate) sides: Vec<[u32; 3]>,
    /// The two points of each side.
    pub(crate) edges: Vec<[u32; 2]>,
}

impl Triangles {
    /// Finds those between the points.
    pub(crate) fn between(x: &[f64], y: &[f64]) -> Self {
        Self::new(delaunay(x, y), Vec::new(), x, y)
    }

    /// Takes these, row after row.
    ///
    /// # Panics
    /// If a corner is no point.
    #[track_caller]
    pub(crate) fn given(corners: &[f64], x: &[f64], y: &[f64]) -> Self {
        let points = x.len();
        let (mut rows, mut row) = (Vec::with_capacity(corners.len() / 3), [0; 3]);
        for (k, corner) in corners.iter().enumerate() {
            assert!(
                *corner >= 0.0 && *corner < points as f64 && corner.fract() == 0.0,
                "triangle {} has the corner {corner}, but there are {points} points, from 0 on",
                k / 3
            );
            row[k % 3] = *corner as u32;
            if k % 3 == 2 {
                rows.push(row);
            }
        }
        Self::new(rows, Vec::new(), x, y)
    }

    /// The same without those that are true here.
    pub(crate) fn without(&self, masked: Vec<bool>, x: &[f64], y: &[f64]) -> Self {
        Self::new(self.corners.clone(), masked, x, y)
    }

    /// The same between points that are elsewhere, if that makes a difference.
    pub(crate) fn moved(&self, x: &[f64], y: &[f64]) -> Option<Self> {
        let changed = shown(&self.corners, &self.masked, x, y) != self.shown;
        changed.then(|| Self::new(self.corners.clone(), self.masked.clone(), x, y))
    }

    fn new(corners: Vec<[u32; 3]>, masked: Vec<bool>, x: &[f64], y: &[f64]) -> Self {
        let shown = shown(&corners, &masked, x, y);
        let mut triangles = Self { corners, masked, shown, ..Self::default() };
        triangles.join(x.len());
        triangles
    }

    /// Numbers the sides, those that two triangles have in common once.
    fn join(&mut self, points: usize) {
        let mut ends = Vec::with_capacity(3 * self.shown.len());
        for t in &self.shown {
            let [a, b, c] = self.corners[*t as usize];
            for (p, q) in [(a, b), (b, c), (c, a)] {
                ends.push([p.min(q), p.max(q)]);
            }
        }
        let mut order: Vec<u32> = (0..ends.len() as u32).collect();
        for end in [1, 0] {
            order = counted(&order, &ends, end, points);
        }
        self.sides.resize(self.shown.len(), [0; 3]);
        for k in order {
            let edge = ends[k as usize];
            if self.edges.last() != Some(&edge) {
                self.edges.push(edge);
            }
            self.sides[k as usize / 3][k as usize % 3] = self.edges.len() as u32 - 1;
        }
    }
}

/// Which triangles are to be seen.
fn shown(corners: &[[u32; 3]], masked: &[bool], x: &[f64], y: &[f64]) -> Vec<u32> {
    let there = |i: u32| x[i as usize].is_finite() && y[i as usize].is_finite();
    let mut shown = Vec::with_capacity(corners.len());
    for (t, [a, b, c]) in corners.iter().enumerate() {
        let whole = there(*a) && there(*b) && there(*c) && a != b && b != c && a != c;
        if whole && !masked.get(t).is_some_and(|masked| *masked) {
            shown.push(t as u32);
        }
    }
    shown
}

/// Sides in the order of their first, or second, points; those that have the same stay as they are. Linear in both.
fn counted(sides: &[u32], ends: &[[u32; 2]], end: usize, points: usize) -> Vec<u32> {
    let mut next = vec![0_u32; points + 1];
    for side in sides {
        next[ends[*side as usize][end] as usize + 1] += 1;
    }
    for point in 1..=points {
        next[point] += next[point - 1];
    }
    let mut sorted = vec![0; sides.len()];
    for side in sides {
        let place = &mut next[ends[*side as usize][end] as usize];
        sorted[*place as usize] = *side;
        *place += 1;
    }
    sorted
}

#[cfg(test)]
mod tests;
