//! Dash patterns: a polyline cut into its dashes, walking only what can be seen.

use crate::canvas::window::{P, Window};

/// Shorter patterns, in pixels, are drawn solid: nobody could see their gaps.
const SHORTEST: f64 = 0.05;

/// A usable pattern from lengths in pixels, on and off by turns; `None` if the line is to be solid.
///
/// An odd number of lengths is gone through twice, as in SVG and PostScript. Lengths that are negative or not finite,
/// and patterns without a gap, make a solid line.
pub(crate) fn pattern(dashes: &[f32], out: &mut Vec<f64>) -> Option<()> {
    out.clear();
    for dash in dashes {
        out.push(f64::from(*dash));
    }
    if dashes.len() % 2 == 1 {
        out.extend_from_within(..);
    }
    let gaps: f64 = out.iter().skip(1).step_by(2).sum();
    let good = out.iter().all(|&d| d >= 0.0 && d.is_finite()) && gaps > 0.0 && out.iter().sum::<f64>() >= SHORTEST;
    good.then_some(())
}

/// Where in a pattern we are.
struct Position<'a> {
    pattern: &'a [f64],
    period: f64,
    index: usize,
    /// What is left of the current length.
    left: f64,
}

impl<'a> Position<'a> {
    fn new(pattern: &'a [f64], offset: f64) -> Self {
        let period = pattern.iter().sum();
        let mut position = Self { pattern, period, index: 0, left: pattern[0] };
        position.advance(if offset.is_finite() { offset.rem_euclid(period) } else { 0.0 });
        position
    }

    fn on(&self) -> bool {
        self.index.is_multiple_of(2)
    }

    fn next(&mut self) {
        self.index = (self.index + 1) % self.pattern.len();
        self.left = self.pattern[self.index];
    }

    /// Goes on by any distance without walking it.
    fn advance(&mut self, by: f64) {
        let mut by = by % self.period;
        while by >= self.left {
            by -= self.left;
            self.next();
        }
        self.left -= by;
    }
}

/// Calls `emit` with each dash of the polyline that reaches into `window`.
pub(crate) fn walk(
    points: &[P],
    pattern: &[f64],
    offset: f64,
    window: Window,
    dash: &mut Vec<P>,
    mut emit: impl FnMut(&[P]),
) {
    let mut position = Position::new(pattern, offset);
    dash.clear();
    let mut end = |dash: &mut Vec<P>| {
        if dash.len() > 1 {
            emit(dash);
        }
        dash.clear();
    };
    for pair in points.windows(2) {
        let (a, b) = (pair[0], pair[1]);
        let (dx, dy) = (b.0 - a.0, b.1 - a.1);
        let length = (dx * dx + dy * dy).sqrt();
        let Some((from, to, t0, t1)) = window.clip(a, b) else {
            end(dash);
            position.advance(length);
            continue;
        };
        if t0 > 0.0 {
            end(dash);
            position.advance(t0 * length);
        }
        if position.on() && dash.is_empty() {
            dash.push(from);
        }
        let seen = ((to.0 - from.0) * (to.0 - from.0) + (to.1 - from.1) * (to.1 - from.1)).sqrt();
        let mut done = 0.0;
        while seen - done >= position.left {
            done += position.left;
            let p = (from.0 + dx * (done / length), from.1 + dy * (done / length));
            if position.on() {
                dash.push(p);
                end(dash);
            }
            position.next();
            if position.on() {
                dash.push(p);
            }
        }
        position.left -= seen - done;
        if position.on() {
            dash.push(to);
        }
        if t1 < 1.0 {
            end(dash);
            position.advance((1.0 - t1) * length);
        }
    }
    end(dash);
}
