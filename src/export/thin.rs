//! Lines of very many points, with fewer of them.

use crate::canvas::{SAME, simplify_within, straighten};
use crate::geom::{Point, Rect};

/// More points than this on a line, corners on polygons or markers in a batch become an image.
pub(super) const MOST: usize = 50_000;

/// Polygons of so many corners are written as they are.
const FEW: usize = 1_000;

/// How wide the slivers are, in pixels, of whose points only the outermost are kept: first as for pixels. What needs more has
/// hundreds of points for each pixel, and is a band rather than a line.
const SLIVERS: [f32; 3] = [1.0 / 32.0, 1.0 / 8.0, 1.0 / 4.0];

/// A part of a line without a gap, and how long the line was before it, in pixels.
pub(super) type Run<'a> = (&'a [Point], f64);

/// A line of several runs.
#[derive(Debug, Default)]
pub(super) struct Thin {
    points: Vec<(f64, f64)>,
    /// One past the last point of each run.
    ends: Vec<usize>,
}

impl Thin {
    /// What is needed of a line for the same picture within `seen`: fewer points, on as many runs. None if it would still be more
    /// than [`MOST`].
    ///
    /// A line with `dashes` keeps its length: it is thinned as for pixels, since its dashes would move.
    pub(super) fn of(runs: &[Run<'_>], seen: Rect, dashes: bool) -> Option<Self> {
        let (mut near, mut room) = (Vec::new(), Vec::new());
        let slivers = if dashes { &SLIVERS[..1] } else { &SLIVERS[..] };
        for sliver in slivers {
            let mut thin = Self::default();
            for (run, _) in runs {
                let mut run = *run;
                if !dashes {
                    drop_unseen(run, seen, &mut near);
                    run = &near;
                }
                simplify_within(run, *sliver, &mut room);
                thin.points.extend_from_slice(&room);
                thin.ends.push(thin.points.len());
            }
            if thin.points.len() <= MOST {
                return Some(thin);
            }
        }
        None
    }

    /// The points of each run; those with fewer than two are no line.
    pub(super) fn runs(&self) -> Vec<&[(f64, f64)]> {
        let (mut runs, mut from) = (Vec::with_capacity(self.ends.len()), 0);
        for &to in &self.ends {
            runs.push(&self.points[from..to]);
            from = to;
        }
        runs
    }
}

/// Replaces `out` by the points without those between two others that lie, as they do themselves, beyond one side of what is
/// seen.
fn drop_unseen(points: &[Point], seen: Rect, out: &mut Vec<Point>) {
    let beyond = |p: Point| {
        u8::from(p.x < seen.x0)
            | u8::from(p.x > seen.x1) << 1
            | u8::from(p.y < seen.y0) << 2
            | u8::from(p.y > seen.y1) << 3
    };
    out.clear();
    let mut last = 0;
    for (i, p) in points.iter().enumerate() {
        let here = beyond(*p);
        let next = if i + 1 < points.len() { beyond(points[i + 1]) } else { 0 };
        if last & here & next == 0 {
            out.push(*p);
            last = here;
        }
    }
}

/// Whether all points of a piece lie beyond one side of what is seen.
pub(super) fn is_unseen(points: &[Point], seen: Rect) -> bool {
    let all = |beyond: &dyn Fn(&Point) -> bool| points.iter().all(beyond);
    all(&|p| p.x < seen.x0) || all(&|p| p.x > seen.x1) || all(&|p| p.y < seen.y0) || all(&|p| p.y > seen.y1)
}

/// A polygon without corners on straight sides; none if it would still have more than [`MOST`]. Those within slivers stay: how
/// much of them is filled would change.
pub(super) fn thin_ring(points: &[Point]) -> Option<Vec<Point>> {
    if points.len() <= FEW {
        return Some(points.to_vec());
    }
    let mut out: Vec<(f64, f64)> = Vec::with_capacity(points.len());
    for p in points {
        if !p.is_finite() {
            continue;
        }
        let p = (f64::from(p.x), f64::from(p.y));
        if out.last().is_none_or(|last| (p.0 - last.0).abs() >= SAME || (p.1 - last.1).abs() >= SAME) {
            out.push(p);
        }
    }
    straighten(&mut out);
    if out.len() > MOST {
        return None;
    }
    let mut ring = Vec::with_capacity(out.len());
    for (x, y) in out {
        ring.push(Point::new(x as f32, y as f32));
    }
    Some(ring)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SEEN: Rect = Rect::new(0.0, 0.0, 400.0, 300.0);

    /// A noise of so many points, from the left to the right.
    fn noise(count: usize) -> Vec<Point> {
        let mut seed = 1_u32;
        let mut points = Vec::new();
        for i in 0..count {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            points.push(Point::new(400.0 * i as f32 / count as f32, 300.0 * (seed >> 8) as f32 / 16_777_216.0));
        }
        points
    }

    fn counted(points: &[Point], dashes: bool) -> Option<usize> {
        let thin = Thin::of(&[(points, 0.0)], SEEN, dashes)?;
        Some(thin.runs().iter().map(|run| run.len()).sum())
    }

    #[test]
    fn bands_are_thinned_and_scribbles_are_too_much() {
        let (few, many) = (noise(1000), noise(400_000));
        assert!(counted(&few, false).is_some_and(|kept| kept > 900));
        assert!(counted(&many, false).is_some_and(|kept| (10_000..30_000).contains(&kept)));
        assert_eq!(counted(&many, false), counted(&many, true));
        // as high as wide: points of one sliver are far apart on the line
        let mut scribble = many.clone();
        for i in 0..many.len() {
            scribble[i].x = many[i * 7919 % many.len()].x;
        }
        assert_eq!(counted(&scribble, false), None);
        // finer ones take wider slivers, which dashes do not
        let fine: Vec<Point> = many.iter().map(|p| Point::new(p.x * 10.0, p.y)).collect();
        let wide = Rect::new(0.0, 0.0, 4000.0, 300.0);
        let kept = |dashes| Thin::of(&[(&fine, 0.0)], wide, dashes).map(|thin| thin.points.len());
        assert!(kept(false).is_some_and(|kept| kept > 20_000) && kept(true).is_none(), "{:?}", kept(false));
    }

    #[test]
    fn what_lies_beyond_a_side_is_left_out_but_for_its_ends() {
        let at = |x, y| Point::new(x, y);
        let points =
            [at(1.0, 1.0), at(-1.0, 1.0), at(-2.0, 5.0), at(-3.0, 9.0), at(-1.0, 400.0), at(5.0, 301.0), at(9.0, 9.0)];
        let mut kept = Vec::new();
        drop_unseen(&points, SEEN, &mut kept);
        assert_eq!(kept, [0, 1, 4, 5, 6].map(|i| points[i]));
        // dashes go on as if it were there; one is on the way
        assert_eq!((counted(&points, false), counted(&points, true)), (Some(5), Some(6)));
        assert!(is_unseen(&points[1..4], SEEN) && !is_unseen(&points[1..6], SEEN));
    }

    #[test]
    fn rings_lose_only_what_is_straight() {
        let arc = |count: u32| -> Vec<Point> {
            let angle = |i: u32| f64::from(i) / f64::from(count) * std::f64::consts::TAU;
            let point = |i| {
                Point::new((200.0 + 100.0 * libm::cos(angle(i))) as f32, (150.0 + 100.0 * libm::sin(angle(i))) as f32)
            };
            (0..count).map(point).collect()
        };
        assert_eq!(thin_ring(&arc(1000)).map(|ring| ring.len()), Some(1000));
        assert!(thin_ring(&arc(1_000_000)).is_some_and(|ring| (100..1000).contains(&ring.len())));
        assert!(thin_ring(&noise(200_000)).is_none());
    }
}
