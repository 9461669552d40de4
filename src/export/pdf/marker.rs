//! Markers: a form for each shape, size and width of the edge, used at every place that it has after its first. Its colours are those of who uses it.

use crate::canvas::{MarkerShape, marker_shape};
use crate::export::dense::{are_crowded, markers_pixels};
use crate::export::pdf::Pdf;
use crate::export::trace::Trace;
use crate::geom::{Path, Point, Rect};
use crate::style::{Cap, Color, Join};
use crate::surface::Markers;

/// What one marker looks like: its size and its colours.
type Look = (f32, Option<Color>, Option<Color>);

impl Pdf {
    pub(super) fn add_markers(&mut self, at: &[(f64, f64)], looks: &Markers<'_>) {
        let around = self.around();
        if are_crowded(around, at, looks) {
            return self.pixels(markers_pixels(around, at, looks));
        }
        let shape = marker_shape(looks.marker);
        let look = |i: usize| -> Look {
            let opaque = |color: Option<Color>| color.filter(|color| color.a > 0);
            let edge = opaque(looks.edges.at(i)).filter(|_| looks.edge_width > 0.0 && looks.edge_width.is_finite());
            let (face, edge) = match shape {
                MarkerShape::Nothing => (None, None),
                MarkerShape::Pixel => (looks.faces.at(i), None),
                MarkerShape::Lines(_) => (None, edge),
                _ => (looks.faces.at(i), edge),
            };
            (looks.sizes.at(i), opaque(face), edge)
        };
        // the form that was used last, and what of a marker it shows
        let mut known: Option<(usize, (f32, bool, bool))> = None;
        for (i, &(x, y)) in at.iter().enumerate() {
            let (size, face, edge) = look(i);
            if (face.is_none() && edge.is_none()) || !(size > 0.0 && size.is_finite()) {
                continue;
            }
            let Rect { x0, y0, x1, y1 } = around.expanded(size + 2.0 * looks.edge_width.max(0.0) + 1.0);
            if !(x > x0.into() && x < x1.into() && y > y0.into() && y < y1.into()) {
                continue;
            }
            let shown = (size, face.is_some(), edge.is_some());
            let (form, operators) = match known {
                Some((form, last)) if last == shown => (Some(form), String::new()),
                _ => self.marker(&shape, shown, looks.edge_width),
            };
            known = form.map(|form| (form, shown));
            if let Some(color) = face {
                self.content.fill_color(color);
            }
            if let Some(color) = edge {
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
    fn marker(
        &mut self,
        shape: &MarkerShape,
        (size, filled, edged): (f32, bool, bool),
        width: f32,
    ) -> (Option<usize>, String) {
        let waiting = self.content.begin_form();
        if edged {
            let join = if let MarkerShape::Polygon(_, join) = shape { *join } else { Join::Miter };
            self.content.pen(width, Cap::Butt, join, &[], 0.0);
        }
        // one over the other, as they are where they are translucent
        if filled {
            self.outline_marker(shape, size);
            self.content.operator("f");
        }
        if edged {
            self.outline_marker(shape, size);
            self.content.operator("S");
        }
        let operators = self.content.end_form(waiting);
        let form = match self.markers.get(&operators) {
            None => None,
            Some(Some(form)) => return (Some(*form), operators),
            Some(None) => {
                let reach = f64::from(size) + 2.0 * f64::from(width.max(0.0)) + 1.0;
                Some(self.form(&operators, [-reach, -reach, reach, reach], false))
            }
        };
        self.markers.insert(operators.clone(), form);
        (form, operators)
    }

    fn outline_marker(&mut self, shape: &MarkerShape, size: f32) {
        let scaled = |corner: &[f32; 2]| Point::new(corner[0] * size, corner[1] * size);
        match shape {
            MarkerShape::Nothing => {}
            MarkerShape::Pixel => self.content.rect(-0.5, -0.5, 1.0, 1.0),
            MarkerShape::Disc(radius) => {
                let radius = radius * size;
                self.content.path(&Path::ellipse(Rect::new(-radius, -radius, radius, radius)));
            }
            MarkerShape::Polygon(corners, _) => {
                let mut points = Vec::new();
                for corner in *corners {
                    points.push(scaled(corner));
                }
                self.content.polygon(&points);
            }
            MarkerShape::Lines(lines) => {
                for [a, b] in *lines {
                    let (a, b) = (scaled(a), scaled(b));
                    self.content.line(&[(a.x.into(), a.y.into()), (b.x.into(), b.y.into())]);
                }
            }
        }
    }
}
