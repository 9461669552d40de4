//! What stands around and behind the data: faces, ticks, grid lines, spines.

use crate::axis::Side;
use crate::data::{GridData, Values};
use crate::geom::{Limits, Rect};
use crate::layout::AxesLayout;
use crate::project::Projection;
use crate::style::{ColorScale, Interpolation, Norm};
use crate::surface::{Inside, Picture, Shape, Snap, Span, Surface};

/// What is behind the data of axes.
pub(super) fn face(to: &mut dyn Surface, axes: &AxesLayout) {
    // whole pixels, as images: part of one would be a pale line inside the frame
    let snap = Snap::on(to);
    to.fill(Shape::Rect(snap.borders(axes.area)), axes.face);
    if let Some(colors) = &axes.colors {
        gradient(to, axes, colors);
    }
}

/// The colours of a colorbar, evenly from bottom to top, as the map has them: the norm is in the places of the ticks.
fn gradient(to: &mut dyn Surface, axes: &AxesLayout, colors: &ColorScale) {
    if !colors.bands.is_empty() {
        return bands(to, axes, colors);
    }
    let rows = colors.cmap.entries();
    let mut cells = GridData { rows, cols: 1, ..GridData::default() };
    cells.values = Values::Scalar((0..rows).map(|i| (i as f64 + 0.5) / rows as f64).collect());
    let scale =
        ColorScale { cmap: colors.cmap.clone(), norm: Norm::Linear, limits: Limits::new(0.0, 1.0), bands: Vec::new() };
    let shares = Projection::shares_of(axes.area);
    let Some((x, y)) = shares.flat() else { return };
    let along = |map, cells| Span { map, from: 0.0, to: 1.0, cells };
    to.image(&Picture {
        data: &cells,
        colors: &scale,
        x: along(x, 1),
        y: along(y, rows),
        how: Interpolation::Nearest,
        alpha: axes.alpha,
    });
}

/// Bands of one colour each, between values on the colorbar's axis.
fn bands(to: &mut dyn Surface, axes: &AxesLayout, colors: &ColorScale) {
    let Some((_, along)) = axes.projection.flat() else { return };
    let snap = Snap::on(to);
    for pair in colors.bands.windows(2) {
        let color = colors.between(pair[0], pair[1]).with_alpha(axes.alpha);
        let (low, high) = (along.pixel(pair[0]), along.pixel(pair[1]));
        let rect = snap.borders(Rect::new(axes.area.x0, low.min(high), axes.area.x1, low.max(high)));
        to.fill(Shape::Rect(rect), color);
    }
}

pub(super) fn ticks(to: &mut dyn Surface, axes: &AxesLayout) {
    let snap = Snap::on(to);
    for tick in &axes.frame.ticks {
        let at = snap.middle(tick.at);
        // a whole number, so that its end is crisp
        let (length, half) = (snap.nearest(tick.length), tick.width / 2.0);
        let rect = match tick.side {
            Side::Bottom => Rect::new(at.x - half, at.y, at.x + half, at.y + length),
            Side::Top => Rect::new(at.x - half, at.y - length, at.x + half, at.y),
            Side::Left => Rect::new(at.x - length, at.y - half, at.x, at.y + half),
            Side::Right => Rect::new(at.x, at.y - half, at.x + length, at.y + half),
        };
        to.fill(Shape::Rect(rect), tick.color);
    }
}

/// Lines across the axes.
pub(super) fn grid(to: &mut dyn Surface, axes: &AxesLayout) {
    let snap = Snap::on(to);
    to.push_clip(Inside::Rect(axes.area));
    for line in &axes.frame.grid {
        let (at, half) = (snap.middle(line.from), line.width / 2.0);
        let rect = if line.from.x == line.to.x {
            Rect::new(at.x - half, snap.nearest(line.from.y), at.x + half, snap.nearest(line.to.y))
        } else {
            Rect::new(snap.nearest(line.from.x), at.y - half, snap.nearest(line.to.x), at.y + half)
        };
        to.fill(Shape::Rect(rect), line.color);
    }
    to.pop_clip();
}

/// The lines around axes.
pub(super) fn spines(to: &mut dyn Surface, axes: &AxesLayout) {
    let snap = Snap::on(to);
    for line in &axes.frame.spines {
        let (from, end, half) = (snap.middle(line.from), snap.middle(line.to), line.width / 2.0);
        let [before, after] = line.beyond;
        let rect = if line.from.x == line.to.x {
            Rect::new(from.x - half, from.y - before, from.x + half, end.y + after)
        } else {
            Rect::new(from.x - before, from.y - half, end.x + after, from.y + half)
        };
        to.fill(Shape::Rect(rect), line.color);
    }
}
