//! What stands around and behind the data: faces, ticks, grid lines, spines.

use crate::axis::Side;
use crate::geom::{Path, Point, Rect};
use crate::layout::{AxesLayout, FrameLine, IndicatorLayout, TickMark};
use crate::scene::colorbar;
use crate::style::{LineStyle, Pen};
use crate::surface::{Inside, Line, Shape, Snap, Stroke, Surface};

/// What is behind the data of axes.
pub(super) fn face(to: &mut dyn Surface, axes: &AxesLayout, pixels_per_point: f32) {
    // whole pixels, as images: part of one would be a pale line inside the frame
    let snap = Snap::on(to);
    to.fill(Shape::Rect(snap.borders(axes.area)), axes.face);
    if let (Some(colors), Some(bar)) = (&axes.colors, &axes.bar) {
        colorbar::face(to, axes, colors, bar);
        colorbar::hatches(to, bar, pixels_per_point);
    }
}

/// Ticks around the box, without what is inside of it, or those inside.
pub(super) fn ticks(to: &mut dyn Surface, axes: &AxesLayout, over: bool) {
    let snap = Snap::on(to);
    for tick in axes.frame.ticks.iter().filter(|tick| tick.over == over) {
        // whole numbers, so that its ends are crisp
        let into = if is_under(tick, axes.area) { 0.0 } else { snap.nearest(tick.inward) };
        let out = snap.nearest(tick.length);
        if out + into > 0.0 {
            to.fill(Shape::Rect(part(tick, snap.along(tick.at, tick.width), [out, into])), tick.color);
        }
    }
}

/// Whether what points inward is under the data: on the border of the box, and not farther out or farther in.
fn is_under(tick: &TickMark, area: Rect) -> bool {
    !tick.over && area.expanded(0.5).contains(tick.at)
}

/// So much of a tick, out of the box and into it.
fn part(tick: &TickMark, at: Point, [out, into]: [f32; 2]) -> Rect {
    let half = tick.width / 2.0;
    match tick.side {
        Side::Bottom => Rect::new(at.x - half, at.y - into, at.x + half, at.y + out),
        Side::Top => Rect::new(at.x - half, at.y - out, at.x + half, at.y + into),
        Side::Left => Rect::new(at.x - out, at.y - half, at.x + into, at.y + half),
        Side::Right => Rect::new(at.x - into, at.y - half, at.x + out, at.y + half),
    }
}

/// Lines across the axes, and the parts inside of the box of ticks on its border.
pub(super) fn grid(to: &mut dyn Surface, axes: &AxesLayout, pixels_per_point: f32) {
    let snap = Snap::on(to);
    to.push_clip(Inside::Rect(axes.area));
    for line in &axes.frame.grid {
        let (at, half) = (snap.along(line.from, line.width), line.width / 2.0);
        let rect = if line.from.x == line.to.x {
            Rect::new(at.x - half, snap.nearest(line.from.y), at.x + half, snap.nearest(line.to.y))
        } else {
            Rect::new(snap.nearest(line.from.x), at.y - half, snap.nearest(line.to.x), at.y + half)
        };
        match line.style {
            LineStyle::Solid => to.fill(Shape::Rect(rect), line.color),
            LineStyle::None => {}
            _ => dashed(to, line, pixels_per_point),
        }
    }
    for tick in &axes.frame.ticks {
        if tick.inward > 0.0 && is_under(tick, axes.area) {
            to.fill(
                Shape::Rect(part(tick, snap.along(tick.at, tick.width), [0.0, snap.nearest(tick.inward)])),
                tick.color,
            );
        }
    }
    to.pop_clip();
}

/// A line in dashes, from the left or from the bottom on.
fn dashed(to: &mut dyn Surface, line: &FrameLine, pixels_per_point: f32) {
    let snap = Snap::on(to);
    let (from, end) = (snap.along(line.from, line.width), snap.along(line.to, line.width));
    let points = if line.from.x == line.to.x { [end, from] } else { [from, end] };
    let pen = Pen::new(line.color, line.width / pixels_per_point).dashes(line.style.clone());
    to.stroke(Line::Points(&points), &Stroke::of(&pen, (line.color, pen.width), pixels_per_point, &mut Vec::new()));
}

/// The lines around axes.
pub(super) fn spines(to: &mut dyn Surface, axes: &AxesLayout) {
    let snap = Snap::on(to);
    for line in &axes.frame.spines {
        let half = line.width / 2.0;
        let (from, end) = (snap.along(line.from, line.width), snap.along(line.to, line.width));
        let [before, after] = line.beyond;
        let rect = if line.from.x == line.to.x {
            Rect::new(from.x - half, from.y - before, from.x + half, end.y + after)
        } else {
            Rect::new(from.x - before, from.y - half, end.x + after, from.y + half)
        };
        to.fill(Shape::Rect(rect), line.color);
    }
    if let Some(bar) = &axes.bar {
        colorbar::lines(to, axes, bar);
    }
}

/// Which part of axes an inset shows: all of it one line, so that nothing is blended twice.
pub(super) fn indicator(to: &mut dyn Surface, indicator: &IndicatorLayout, pixels_per_point: f32) {
    let mut path = Path::rect(indicator.area);
    for [from, end] in &indicator.lines {
        path.move_to(*from).line_to(*end);
    }
    let mut lengths = Vec::new();
    let pen = &indicator.pen;
    to.stroke(Line::Path(&path), &Stroke::of(pen, (pen.color, pen.width), pixels_per_point, &mut lengths));
}
