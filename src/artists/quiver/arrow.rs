//! The shape of an arrow.

use crate::style::named;

/// Which part of an arrow stands at its place.
///
/// `"tail"`, `"middle"` and `"tip"` may be written for it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Pivot {
    /// Where it begins. The default.
    #[default]
    Tail,
    /// Its middle.
    Middle,
    /// Its tip.
    Tip,
}

named!(Pivot, "a part of an arrow", ["tail" => Pivot::Tail, "middle" => Pivot::Middle, "mid" => Pivot::Middle, "tip" => Pivot::Tip]);

/// What arrows look like: lengths in widths of the shaft.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Shape {
    pub(super) headwidth: f64,
    pub(super) headlength: f64,
    pub(super) headaxislength: f64,
    /// Arrows shorter than so many heads are smaller as a whole.
    pub(super) minshaft: f64,
    /// Arrows shorter than that are dots.
    pub(super) minlength: f64,
}

impl Shape {
    /// Matplotlib's.
    pub(super) const DEFAULT: Self =
        Self { headwidth: 3.0, headlength: 5.0, headaxislength: 4.5, minshaft: 1.0, minlength: 1.0 };

    /// The corners of an arrow of this length that points to the right, from its place.
    pub(super) fn corners(&self, length: f64, pivot: Pivot) -> [(f64, f64); 8] {
        let length = length.clamp(0.0, 65_536.0);
        let least = self.minshaft * self.headlength;
        let (tip, shrink) = if length < least { (least, length / least) } else { (length, 1.0) };
        let along = [0.0, tip - self.headaxislength, tip - self.headlength, tip];
        let up = [0.5, 0.5, 0.5 * self.headwidth, 0.0];
        let corner = |i: usize, sign: f64| (along[i] * shrink, up[i] * shrink * sign);
        let mut corners = [
            corner(0, 1.0),
            corner(1, 1.0),
            corner(2, 1.0),
            corner(3, 1.0),
            corner(2, -1.0),
            corner(1, -1.0),
            corner(0, -1.0),
            corner(0, -1.0),
        ];
        let tip = corners[3].0;
        let back = match pivot {
            Pivot::Tail => 0.0,
            Pivot::Middle => tip / 2.0,
            Pivot::Tip => tip,
        };
        for corner in &mut corners {
            corner.0 -= back;
        }
        if length < self.minlength {
            // sine and cosine of sixths of a turn
            let (half, high) = (0.5, 0.75_f64.sqrt());
            let dot = [(1.0, 0.0), (half, high), (-half, high), (-1.0, 0.0), (-half, -high), (half, -high)];
            for (i, corner) in corners.iter_mut().enumerate() {
                let (x, y) = dot[i % 6];
                *corner = (x * self.minlength / 2.0, y * self.minlength / 2.0);
            }
        }
        corners
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_are_matplotlibs() {
        // matplotlib 3.11: Quiver._h_arrows for lengths of 12, 3 and 0.5 widths
        let shape = Shape::DEFAULT;
        let long =
            [(0.0, 0.5), (7.5, 0.5), (7.0, 1.5), (12.0, 0.0), (7.0, -1.5), (7.5, -0.5), (0.0, -0.5), (0.0, -0.5)];
        assert_eq!(shape.corners(12.0, Pivot::Tail), long);
        let short = shape.corners(3.0, Pivot::Tail);
        assert!(
            (short[1].0 - 0.3).abs() < 1e-12 && (short[2].1 - 0.9).abs() < 1e-12 && (short[3].0 - 3.0).abs() < 1e-12
        );
        assert_eq!(shape.corners(0.5, Pivot::Tail)[0], (0.5, 0.0));
        assert_eq!(shape.corners(12.0, Pivot::Tip)[3], (0.0, 0.0));
        // without a head
        let bare = Shape { headwidth: 0.0, headlength: 0.0, headaxislength: 0.0, ..shape };
        assert_eq!(bare.corners(3.0, Pivot::Tail)[..4], [(0.0, 0.5), (3.0, 0.5), (3.0, 0.0), (3.0, 0.0)]);
    }
}
