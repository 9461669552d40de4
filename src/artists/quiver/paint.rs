//! How arrows are drawn.

use super::scaling::{Ruler, length, typical};
use super::{Pivot, Quiver, QuiverAngles};
use crate::artist::Painter;
use crate::geom::Point;

impl Quiver {
    /// How strong an arrow at a place is: in pixels, if lengths are those in the data.
    pub(super) fn strength_at(&self, axes: &Ruler<'_>, at: (f64, f64), uv: (f64, f64)) -> f64 {
        if !self.scaling.in_data() {
            return length(uv.0, uv.1);
        }
        // as far as it reaches, or as it begins
        let by = if self.scaling.angles == QuiverAngles::Xy { 1.0 } else { axes.little() };
        let (dx, dy) = axes.moved(at, uv, by);
        length(dx, dy) / by
    }

    /// Where arrow `i` points, in pixels, downward.
    pub(super) fn way(&self, i: usize, axes: &Ruler<'_>) -> (f64, f64) {
        let (at, uv) = ((self.x[i], self.y[i]), (self.u[i], self.v[i]));
        if !self.directions.is_empty() {
            let given = if let [one] = self.directions.as_slice() { Some(one) } else { self.directions.get(i) };
            let turn = given.copied().filter(|turn| turn.is_finite()).unwrap_or(0.0).to_radians();
            return (libm::cos(turn), -libm::sin(turn));
        }
        match self.scaling.angles {
            QuiverAngles::Uv => (uv.0, -uv.1),
            QuiverAngles::Xy => axes.moved(at, uv, if self.scaling.in_data() { 1.0 } else { axes.little() }),
        }
    }

    /// How long an arrow of strength 1 is, in pixels.
    pub(super) fn per_strength(&self, axes: &Ruler<'_>) -> f64 {
        let mut scaling = self.scaling;
        if self.along_data {
            scaling.scale = scaling.scale.or(Some(1.0));
        } else if scaling.in_data() && scaling.scale.is_none() {
            let mut all = Vec::with_capacity(self.x.len());
            for i in 0..self.x.len() {
                all.push(self.strength_at(axes, (self.x[i], self.y[i]), (self.u[i], self.v[i])));
            }
            // that of the first data, wherever its arrows are now
            let strengths = self.u.iter().zip(self.v.iter()).map(|(u, v)| length(*u, *v));
            let now = typical(strengths, self.x.len());
            let pixels = typical(all.into_iter(), self.x.len());
            scaling.typical = if now > 0.0 { pixels * (self.scaling.typical / now) } else { pixels };
        }
        scaling.per_strength(axes)
    }

    /// Adds the corners of an arrow, in pixels.
    pub(super) fn add_arrow(
        &self,
        points: &mut Vec<Point>,
        at: Point,
        (dx, dy): (f64, f64),
        long: f64,
        shaft: f64,
        pivot: Pivot,
    ) {
        let whole = length(dx, dy);
        let (cos, sin) = if whole > 0.0 && whole.is_finite() { (dx / whole, dy / whole) } else { (1.0, 0.0) };
        for (along, over) in self.shape.corners(long / shaft, pivot) {
            let (along, over) = (along * shaft, over * shaft);
            let (x, y) = (along * cos - over * sin, along * sin + over * cos);
            points.push(Point::new(at.x + x as f32, at.y + y as f32));
        }
    }

    pub(super) fn paint_arrows(&self, painter: &mut Painter<'_>) {
        let axes = Ruler::of(painter);
        let (shaft, per_strength) = (self.scaling.shaft(self.x.len(), &axes), self.per_strength(&axes));
        let mapping = self.mapping.in_theme(painter.theme());
        let of_value = mapping.colors();
        let (mut points, mut ends, mut colors) = (Vec::new(), Vec::new(), Vec::new());
        for i in 0..self.x.len() {
            let (x, y, u, v) = (self.x[i], self.y[i], self.u[i], self.v[i]);
            let at = painter.point(x, y);
            if !(at.is_finite() && u.is_finite() && v.is_finite()) {
                continue;
            }
            let color = if self.by_value {
                let one = if let [one] = self.values.as_slice() { Some(one) } else { self.values.get(i) };
                match one.map(|value| of_value(*value)) {
                    Some(color) if color.a > 0 => color,
                    _ => continue,
                }
            } else {
                self.color
            };
            let long = self.strength_at(&axes, (x, y), (u, v)) * per_strength;
            if long.is_nan() {
                continue;
            }
            self.add_arrow(&mut points, at, self.way(i, &axes), long, shaft, self.pivot);
            ends.push(points.len() as u32);
            colors.push(color);
        }
        painter.fills(&points, &ends, &colors);
    }
}
