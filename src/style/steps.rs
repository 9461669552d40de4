//! Lines that go in steps.

use crate::style::named;

/// Where a line that goes in steps changes its height.
///
/// `"pre"`, `"mid"` and `"post"` may be written for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Steps {
    /// At the point before: a height holds from there up to its own point.
    Pre,
    /// Half-way between two points.
    Mid,
    /// At its own point: a height holds up to the next point.
    Post,
}

named!(Steps, "a way to step", ["pre" => Steps::Pre, "mid" => Steps::Mid, "post" => Steps::Post]);

impl Steps {
    /// The corners of the steps through points; what one column has more than the other is left out.
    pub(crate) fn through(self, xs: &[f64], ys: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let n = xs.len().min(ys.len());
        let (mut x, mut y) = (Vec::with_capacity(2 * n), Vec::with_capacity(2 * n));
        for i in 0..n {
            if i > 0 {
                let (before, after) = (xs[i - 1], xs[i]);
                match self {
                    Self::Pre => {
                        x.push(before);
                        y.push(ys[i]);
                    }
                    Self::Mid => {
                        // in halves, since the sum need not be a number
                        let middle = before / 2.0 + after / 2.0;
                        x.extend_from_slice(&[middle, middle]);
                        y.extend_from_slice(&[ys[i - 1], ys[i]]);
                    }
                    Self::Post => {
                        x.push(after);
                        y.push(ys[i - 1]);
                    }
                }
            }
            x.push(xs[i]);
            y.push(ys[i]);
        }
        (x, y)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn corners_are_where_they_are_said_to_be() {
        let through = |steps: Steps| {
            let (x, y) = steps.through(&[0.0, 1.0, 3.0], &[5.0, 6.0, 7.0, 8.0]);
            x.into_iter().zip(y).collect::<Vec<_>>()
        };
        assert_eq!(through(Steps::Pre), [(0.0, 5.0), (0.0, 6.0), (1.0, 6.0), (1.0, 7.0), (3.0, 7.0)]);
        assert_eq!(through(Steps::Post), [(0.0, 5.0), (1.0, 5.0), (1.0, 6.0), (3.0, 6.0), (3.0, 7.0)]);
        let mid = [(0.0, 5.0), (0.5, 5.0), (0.5, 6.0), (1.0, 6.0), (2.0, 6.0), (2.0, 7.0), (3.0, 7.0)];
        assert_eq!(through(Steps::Mid), mid);
        assert_eq!(Steps::Mid.through(&[], &[]), (vec![], vec![]));
    }
}
