//! Hatches.

use crate::artist::painter::Painter;
use crate::geom::{Path, Rect};
use crate::style::{Cap, FillRule, Hatch, Join, TILE};
use crate::surface::{Inside, Line, Shape, Stroke, Surface};

/// A hatch within a path, in pixels, where a point has so many of them. All of it is drawn within the picture, so that nothing is far away.
pub(crate) fn hatched(to: &mut dyn Surface, path: &Path, hatch: &Hatch, pixels_per_point: f32) {
    let (size, all) = (to.device().size, path.bounds());
    let seen =
        Rect::new(all.x0.max(0.0), all.y0.max(0.0), all.x1.min(size.width as f32), all.y1.min(size.height as f32));
    if hatch.pattern().is_empty() || hatch.color.a == 0 || !(seen.x0 < seen.x1 && seen.y0 < seen.y1) {
        return;
    }
    let width = hatch.width * pixels_per_point;
    let (lines, filled) = hatch.within(seen, TILE * pixels_per_point, width);
    to.push_clip(Inside::Path(path));
    to.fill(Shape::Path(&filled, FillRule::NonZero), hatch.color);
    let pen = Stroke { cap: Cap::Butt, join: Join::Miter, ..Stroke::solid(width, hatch.color) };
    to.stroke(Line::Path(&lines), &pen);
    to.pop_clip();
}

impl Painter<'_> {
    /// A hatch within a path, in pixels. The pattern belongs to the figure, so that it stands still where the path does not.
    pub fn hatch_path(&mut self, path: &Path, hatch: &Hatch) {
        let mut drawn = hatch.clone();
        (drawn.color, drawn.width) = (self.seen(hatch.color), self.length(hatch.width));
        hatched(self.surface, path, &drawn, self.place.pixels_per_point);
    }

    /// A hatch within a polygon through data points, as [`polygon`](Painter::polygon) fills it.
    pub(crate) fn hatch_polygon(&mut self, xs: &[f64], ys: &[f64], hatch: &Hatch) {
        let (mut path, mut points) = (Path::new(), Vec::new());
        self.place.projection.polygon(xs, ys, self.reach(0.0), &mut points);
        points.retain(|p| p.is_finite());
        path.polygon(&points);
        self.hatch_path(&path, hatch);
    }
}
