//! Outlines, step by step, for formats that write them so.

use crate::geom::{Path, Point, Verb};

/// What follows an outline.
pub(super) trait Trace {
    fn move_to(&mut self, x: f64, y: f64);
    fn line_to(&mut self, x: f64, y: f64);
    fn cubic_to(&mut self, controls: [Point; 2], to: Point);
    fn close(&mut self);
}

/// A line through points, none of them NaN or infinite.
pub(super) fn line(to: &mut dyn Trace, points: &[(f64, f64)]) {
    for (i, &(x, y)) in points.iter().enumerate() {
        if i == 0 { to.move_to(x, y) } else { to.line_to(x, y) }
    }
}

/// A closed line through those points that are finite.
pub(super) fn polygon(to: &mut dyn Trace, points: &[Point]) {
    let mut begun = false;
    for p in points {
        if !p.is_finite() {
            continue;
        }
        let (x, y) = (p.x.into(), p.y.into());
        if begun {
            to.line_to(x, y)
        } else {
            to.move_to(x, y)
        }
        begun = true;
    }
    if begun {
        to.close();
    }
}

/// A path; points that are not finite are left out.
pub(super) fn path(to: &mut dyn Trace, path: &Path) {
    // where a subpath begins that has no beginning of its own, and whether one has begun
    let (mut start, mut begun) = (Point::default(), false);
    let mut first = true;
    for &verb in path.verbs() {
        match verb {
            Verb::Move(p) => {
                (start, begun) = (p, false);
                if p.is_finite() {
                    to.move_to(p.x.into(), p.y.into());
                    begun = true;
                }
            }
            Verb::Close => {
                if begun {
                    to.close();
                }
                begun = false;
            }
            Verb::Line(p) | Verb::Cubic(.., p) => {
                // a line that nothing comes before is its own beginning
                let own = first && matches!(verb, Verb::Line(_));
                if !(begun || own) && start.is_finite() {
                    to.move_to(start.x.into(), start.y.into());
                    begun = true;
                }
                if !p.is_finite() {
                    continue;
                }
                match verb {
                    _ if !begun => {
                        to.move_to(p.x.into(), p.y.into());
                        start = p;
                    }
                    Verb::Cubic(a, b, _) if a.is_finite() && b.is_finite() => to.cubic_to([a, b], p),
                    _ => to.line_to(p.x.into(), p.y.into()),
                }
                begun = true;
            }
        }
        first = false;
    }
}
