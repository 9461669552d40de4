//! Many lines or polygons of data in one call.

use crate::artist::painter::Painter;
use crate::axis::AxisMap;
use crate::data::Outlines;
use crate::geom::Point;
use crate::style::{Color, Pen};
use crate::surface::is_far;

impl Painter<'_> {
    /// Lines through data points, as [`strokes`](Painter::strokes) draws those in pixels: what lies far outside is cut off where it is still exact.
    pub(crate) fn data_strokes(&mut self, lines: &Outlines, colors: &[Color], widths: &[f32], pen: &Pen) {
        let widest = widths.iter().copied().fold(0.0, f32::max);
        let (points, ends) = self.near(lines, self.reach(self.px(widest)), false);
        self.strokes(&points, ends.as_deref().unwrap_or(&lines.ends), colors, widths, pen);
    }

    /// Polygons through data points, as [`fills`](Painter::fills) draws those in pixels.
    pub(crate) fn data_fills(&mut self, rings: &Outlines, colors: &[Color]) {
        let (points, ends) = self.near(rings, self.reach(0.0), true);
        self.fills(&points, ends.as_deref().unwrap_or(&rings.ends), colors);
    }

    /// Polygons through data points, each filled and then followed with a pen, before the next one: what lies over others hides their borders, too.
    pub(crate) fn data_rings(&mut self, rings: &Outlines, colors: &[Color], pen: &Pen) {
        let (points, ends) = self.near(rings, self.reach(self.px(pen.width)), true);
        let ends = ends.as_deref().unwrap_or(&rings.ends);
        let (mut from, mut ring) = (0, Vec::new());
        for (i, end) in ends.iter().enumerate() {
            ring.clear();
            for point in &points[from..*end as usize] {
                if point.is_finite() {
                    ring.push(*point);
                }
            }
            from = *end as usize;
            if !self.in_view(&ring, self.px(pen.width)) {
                continue;
            }
            if let Some(color) = if colors.len() == 1 { colors.first() } else { colors.get(i) } {
                self.fills(&ring, &[ring.len() as u32], &[*color]);
            }
            ring.extend(ring.first().copied());
            self.strokes(&ring, &[ring.len() as u32], &[pen.color], &[pen.width], pen);
        }
    }

    /// The pixels of a line through data points, closed or not: one piece, or, if it reaches far outside, those near the picture, which
    /// are cut off where the line is still exact.
    pub(crate) fn pieces(&self, xs: &[f64], ys: &[f64], closed: bool, width: f32) -> Vec<(Vec<Point>, bool)> {
        let (projection, reach, mut points) = (self.place.projection, self.reach(self.px(width)), Vec::new());
        let Some(whole) = projection.line(xs, ys, reach, &mut points) else { return vec![(points, closed)] };
        let cut = if closed {
            let around = |list: &[f64]| [list, &list[..1]].concat();
            projection.line(&around(xs), &around(ys), reach, &mut points).unwrap_or(whole)
        } else {
            whole
        };
        let mut pieces = Vec::new();
        for (run, _) in cut.runs() {
            pieces.push((run.to_vec(), false));
        }
        pieces
    }

    /// Whether something of a shape with a border so many pixels wide could be seen.
    fn in_view(&self, points: &[Point], width: f32) -> bool {
        let (size, margin) = (self.surface.device().size, 4.0 * width + 2.0);
        let (mut x, mut y) = ((f32::INFINITY, f32::NEG_INFINITY), (f32::INFINITY, f32::NEG_INFINITY));
        for point in points {
            (x, y) = ((x.0.min(point.x), x.1.max(point.x)), (y.0.min(point.y), y.1.max(point.y)));
        }
        let meets = |(lo, hi): (f32, f32), end: u32| hi >= -margin && lo <= end as f32 + margin;
        meets(x, size.width) && meets(y, size.height)
    }

    /// The pixels of a polygon through data points, cut off far outside, where all its sides still have their slope. What has no place on a log
    /// axis lies beyond its low end.
    pub(crate) fn ring(&self, xs: &[f64], ys: &[f64], out: &mut Vec<Point>) {
        let projection = self.place.projection;
        let Some((along_x, along_y)) = projection.flat() else { return out.clear() };
        let lost = |map: &AxisMap, values: &[f64]| values.iter().any(|value| !map.even(*value).is_finite());
        if !lost(along_x, xs) && !lost(along_y, ys) {
            return projection.polygon(xs, ys, self.reach(0.0), out);
        }
        let placed =
            |map: &AxisMap, values: &[f64]| values.iter().map(|value| map.placed(*value)).collect::<Vec<f64>>();
        projection.polygon(&placed(along_x, xs), &placed(along_y, ys), self.reach(0.0), out);
    }

    /// A line in pieces, one around each point, from half-way to the point before to half-way to the next one: pixels, and where the pieces end.
    /// `None` if a point is too far away for that.
    pub(crate) fn around_points(&self, xs: &[f64], ys: &[f64]) -> Option<(Vec<Point>, Vec<u32>)> {
        let mut line = Vec::with_capacity(xs.len());
        self.place.projection.points(xs, ys, &mut line);
        if is_far(&line, self.reach(0.0)) {
            return None;
        }
        let (mut points, mut ends) = (Vec::with_capacity(3 * line.len()), Vec::with_capacity(line.len()));
        let half = |a: Point, b: Point| Point::new((a.x + b.x) / 2.0, (a.y + b.y) / 2.0);
        for (i, &at) in line.iter().enumerate() {
            if i > 0 {
                points.push(half(line[i - 1], at));
            }
            points.push(at);
            if let Some(next) = line.get(i + 1) {
                points.push(half(at, *next));
            }
            ends.push(points.len() as u32);
        }
        Some((points, ends))
    }

    /// The pixels of runs, and, where some were cut, where the runs end then.
    fn near(&self, runs: &Outlines, reach: f64, closed: bool) -> (Vec<Point>, Option<Vec<u32>>) {
        let projection = self.place.projection;
        let mut points = Vec::with_capacity(runs.x.len());
        projection.points(&runs.x, &runs.y, &mut points);
        if !is_far(&points, reach) {
            return (points, None);
        }
        points.clear();
        let (mut ends, mut one) = (Vec::with_capacity(runs.len()), Vec::new());
        for i in 0..runs.len() {
            let range = runs.range(i);
            let (xs, ys) = (&runs.x[range.clone()], &runs.y[range]);
            if closed {
                projection.polygon(xs, ys, reach, &mut one);
                points.extend_from_slice(&one);
            } else {
                match projection.line(xs, ys, reach, &mut one) {
                    Some(cut) => points.extend(cut.with_gaps()),
                    None => points.extend_from_slice(&one),
                }
            }
            ends.push(points.len() as u32);
        }
        (points, Some(ends))
    }
}
