//! Markers: a form for each shape, size and width of the edge, used at every place that it has after its first. Its colours are those of who uses it.

use crate::canvas::{MarkerShape, half_corners, marker_shape};
use crate::export::dense::{are_pixels, markers_pixels};
use crate::export::pdf::Pdf;
use crate::export::trace;
use crate::export::vector::{hash, look};
use crate::geom::{Path, Point, Rect};
use crate::style::{Cap, Half, Join, Marker};
use crate::surface::Markers;

/// What of a marker a form shows: its size, whether it has an inside, and how wide its edge is.
type Shown = (f32, bool, Option<f32>);

impl Pdf {
    pub(super) fn add_markers(&mut self, at: &[(f64, f64)], looks: &Markers<'_>) {
        let around = self.around();
        if are_pixels(around, at, looks) {
            return self.pixels(markers_pixels(around, at, looks));
        }
        let shape = marker_shape(looks.marker);
        // the form that was used last, and what of a marker it shows
        let mut known: Option<(usize, Shown)> = None;
        for (i, &(x, y)) in at.iter().enumerate() {
            let (size, face, edge) = look(&shape, looks, i);
            if (face.is_none() && edge.is_none()) || !(size > 0.0 && size.is_finite()) {
                continue;
            }
            let Rect { x0, y0, x1, y1 } = around.expanded(size + 2.0 * edge.map_or(0.0, |edge| edge.1) + 1.0);
            if !(x > x0.into() && x < x1.into() && y > y0.into() && y < y1.into()) {
                continue;
            }
            let shown = (size, face.is_some(), edge.map(|edge| edge.1));
            let (form, operators) = match known {
                Some((form, last)) if last == shown => (Some(form), String::new()),
                _ => self.marker((looks.marker, looks.half), shown),
            };
            known = form.map(|form| (form, shown));
            if let Some(color) = face {
                self.content.fill_color(color);
            }
            if let Some((color, _)) = edge {
                self.content.stroke_color(color);
            }
            self.content.keep();
            self.content.transform([1.0, 0.0, 0.0, 1.0, x, y], 3);
            match form {
                Some(form) => self.content.show('X', form),
                None => self.content.out.push_str(&operators),
            }
            self.content.restore();
        }
    }

    /// The form of a marker, from the second time on that it is asked for: of markers that are seen once, as in a scatter of many
    /// sizes, the operators are shorter.
    fn marker(&mut self, shape: (&Marker, Option<Half>), (size, filled, edge): Shown) -> (Option<usize>, String) {
        let waiting = self.content.begin_form();
        if let Some(width) = edge {
            let join = if let MarkerShape::Polygon(_, join) = marker_shape(shape.0) { join } else { Join::Miter };
            self.content.pen(width, Cap::Butt, join, &[], 0.0);
        }
        // one over the other, as they are where they are translucent
        if filled {
            self.outline_marker(shape, size);
            self.content.operator("f");
        }
        if edge.is_some() {
            self.outline_marker(shape, size);
            self.content.operator("S");
        }
        let operators = self.content.end_form(waiting);
        let Some(at) = self.seen(&operators) else { return (None, operators) };
        if self.markers[at].1.is_none() {
            let reach = f64::from(size) + 2.0 * f64::from(edge.unwrap_or(0.0)) + 1.0;
            self.markers[at].1 = Some(self.form(&operators, [-reach, -reach, reach, reach], false));
        }
        (self.markers[at].1, operators)
    }

    /// Where the marker is that consists of these operators; none if it is new, and known from now on.
    fn seen(&mut self, operators: &str) -> Option<usize> {
        let mut hash = hash(&[operators]);
        while let Some(&(at, _)) = self.known.get(&hash) {
            if self.markers[at].0 == operators {
                return Some(at);
            }
            hash = hash.wrapping_add(1);
        }
        self.known.insert(hash, (self.markers.len(), 0));
        self.markers.push((operators.into(), None));
        None
    }

    fn outline_marker(&mut self, (marker, half): (&Marker, Option<Half>), size: f32) {
        let scaled = |corner: &[f32; 2]| Point::new(corner[0] * size, corner[1] * size);
        let shape = marker_shape(marker);
        if let (MarkerShape::Disc(_) | MarkerShape::Polygon(..), Some(half)) = (shape, half) {
            let mut points = half_corners(marker, half);
            for p in &mut points {
                *p = Point::new(p.x * size, p.y * size);
            }
            return trace::polygon(&mut self.content, &points);
        }
        match shape {
            MarkerShape::Nothing => {}
            MarkerShape::Pixel => self.content.rect(-0.5, -0.5, 1.0, 1.0),
            MarkerShape::Disc(radius) => {
                let radius = radius * size;
                let disc = Path::ellipse(Rect::new(-radius, -radius, radius, radius));
                trace::path(&mut self.content, &disc);
            }
            MarkerShape::Polygon(corners, _) => {
                let mut points = Vec::new();
                for corner in corners {
                    points.push(scaled(corner));
                }
                trace::polygon(&mut self.content, &points);
            }
            MarkerShape::Lines(lines) => {
                for [a, b] in lines {
                    let (a, b) = (scaled(a), scaled(b));
                    trace::line(&mut self.content, &[(a.x.into(), a.y.into()), (b.x.into(), b.y.into())]);
                }
            }
        }
    }
}
