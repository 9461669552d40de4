//! What colorbars are painted with: colours, ends, lines across.

use crate::artist::hatched;
use crate::axis::Direction;
use crate::data::{GridData, Values};
use crate::geom::{Limits, Path, Point, Rect};
use crate::layout::{AxesLayout, ColorbarLayout, FrameLine};
use crate::project::Projection;
use crate::style::{ColorScale, FillRule, Interpolation, Norm};
use crate::surface::{Line, Picture, Shape, Snap, Span, Stroke, Surface};

/// The colours of a colorbar, and its ends.
pub(super) fn face(to: &mut dyn Surface, axes: &AxesLayout, colors: &ColorScale, bar: &ColorbarLayout) {
    let snap = Snap::on(to);
    if !bar.bands.is_empty() {
        for (rect, color) in &bar.bands {
            to.fill(Shape::Rect(snap.borders(*rect)), *color);
        }
    } else if !bar.empty {
        gradient(to, axes, colors, bar);
    }
    let middles = onto_middles(axes.area, snap);
    let upright = bar.location.direction() == Direction::Y;
    for (corners, color) in &bar.ends {
        // where the outline has them, that nothing shows between; along the bar they begin where its colours end
        let corner = |p: &Point| {
            let Point { mut x, mut y } = middles(p);
            if upright && (p.y == axes.area.y0 || p.y == axes.area.y1) {
                y = snap.nearest(p.y);
            } else if !upright && (p.x == axes.area.x0 || p.x == axes.area.x1) {
                x = snap.nearest(p.x);
            }
            Point::new(x, y)
        };
        to.fill(Shape::Path(&closed(corners, &corner), FillRule::NonZero), *color);
    }
}

/// What is drawn over its bands.
pub(super) fn hatches(to: &mut dyn Surface, bar: &ColorbarLayout, pixels_per_point: f32) {
    let snap = Snap::on(to);
    for ((rect, _), hatch) in bar.bands.iter().zip(&bar.hatches) {
        hatched(to, &Path::rect(snap.borders(*rect)), hatch, pixels_per_point);
    }
}

/// Evenly from the low end to the high one, as the map has them: the norm is in the places of the ticks.
fn gradient(to: &mut dyn Surface, axes: &AxesLayout, colors: &ColorScale, bar: &ColorbarLayout) {
    let entries = colors.cmap.entries();
    let upright = bar.location.direction() == Direction::Y;
    let (rows, cols) = if upright { (entries, 1) } else { (1, entries) };
    let mut cells = GridData { rows, cols, ..GridData::default() };
    let mut values = Vec::with_capacity(entries);
    for i in 0..entries {
        values.push((i as f64 + 0.5) / entries as f64);
    }
    cells.values = Values::Scalar(values);
    let scale = ColorScale::new(&colors.cmap, Norm::Linear, Limits::new(0.0, 1.0));
    let shares = Projection::shares_of(axes.area);
    let Some((x, y)) = shares.flat() else { return };
    let along = |map, cells| Span { map, from: 0.0, to: 1.0, cells };
    to.image(&Picture {
        data: &cells,
        colors: &scale,
        x: along(x, cols),
        y: along(y, rows),
        how: Interpolation::Nearest,
        alpha: bar.alpha,
    });
}

/// What lies over the colours: lines across, and an outline with ends.
pub(super) fn lines(to: &mut dyn Surface, axes: &AxesLayout, bar: &ColorbarLayout) {
    let snap = Snap::on(to);
    for line in &bar.lines {
        to.fill(Shape::Rect(across(line, snap)), line.color);
    }
    if !bar.outline.is_empty() {
        let corner = onto_middles(axes.area, snap);
        let outline = closed(&bar.outline, &corner);
        let (color, width) = bar.edge;
        to.stroke(Line::Path(&outline), &Stroke::solid(width, color));
    }
}

/// Corners of a box in the middle of pixels, so that its sides are crisp, and tips in the middle between them.
fn onto_middles(area: Rect, snap: Snap) -> impl Fn(&Point) -> Point {
    let (inner, middle) = (snap.middles(area), area.center());
    move |p: &Point| {
        Point::new(
            onto(p.x, (area.x0, middle.x, area.x1), (inner.x0, inner.x1), snap),
            onto(p.y, (area.y0, middle.y, area.y1), (inner.y0, inner.y1), snap),
        )
    }
}

/// Where a place is when the two ends and the middle of a box have been moved.
fn onto(at: f32, (from, middle, to): (f32, f32, f32), (start, end): (f32, f32), snap: Snap) -> f32 {
    if at == from {
        start
    } else if at == to {
        end
    } else if at == middle {
        (start + end) / 2.0
    } else {
        snap.line(at, true)
    }
}

/// A line across, from one side to the other; as wide as it is, but on whole pixels.
fn across(line: &FrameLine, snap: Snap) -> Rect {
    let odd = line.width.round() as i32 % 2 == 1 || line.width < 1.0;
    let half = line.width / 2.0;
    if line.from.x == line.to.x {
        let at = snap.line(line.from.x, odd);
        Rect::new(at - half, snap.nearest(line.from.y), at + half, snap.nearest(line.to.y))
    } else {
        let at = snap.line(line.from.y, odd);
        Rect::new(snap.nearest(line.from.x), at - half, snap.nearest(line.to.x), at + half)
    }
}

fn closed(corners: &[Point], place: &dyn Fn(&Point) -> Point) -> Path {
    let mut path = Path::new();
    for (k, corner) in corners.iter().enumerate() {
        let at = place(corner);
        if k == 0 {
            path.move_to(at)
        } else {
            path.line_to(at)
        };
    }
    path.close();
    path
}
