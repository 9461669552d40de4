//! Markers: a shape, defined once for each size, and used at every place. Its colours are those of who uses it.

use crate::canvas::{MarkerShape, marker_shape};
use crate::export::dense::{are_crowded, markers_pixels};
use crate::export::svg::defs::Id;
use crate::export::svg::path::Data;
use crate::export::svg::{Svg, xml};
use crate::export::trace::Trace;
use crate::geom::{Point, Rect};
use crate::style::{Color, Join};
use crate::surface::Markers;

/// What one marker looks like: its size and its colours.
type Look = (f32, Option<Color>, Option<Color>);

impl Svg {
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
        let mut i = 0;
        while i < at.len() {
            let (from, one) = (i, look(i));
            while i < at.len() && look(i) == one {
                i += 1;
            }
            // NaN is not itself
            i = i.max(from + 1);
            self.add_alike(&at[from..i], &shape, one, looks.edge_width);
        }
    }

    /// Markers of one look.
    fn add_alike(&mut self, at: &[(f64, f64)], shape: &MarkerShape, look: Look, edge_width: f32) {
        let (size, face, edge) = look;
        if (face.is_none() && edge.is_none()) || !(size > 0.0 && size.is_finite()) {
            return;
        }
        let Rect { x0, y0, x1, y1 } = self.around().expanded(size + 2.0 * edge_width.max(0.0) + 1.0);
        let mut seen = Vec::new();
        for &(x, y) in at {
            if x > x0.into() && x < x1.into() && y > y0.into() && y < y1.into() {
                seen.push((x, y));
            }
        }
        if seen.is_empty() {
            return;
        }
        let id = self.define(shape, size, edge.map(|_| edge_width));
        let mut looks = String::new();
        match face {
            Some(color) => xml::paint(&mut looks, "fill", color),
            None => xml::word(&mut looks, "fill", "none"),
        }
        if let Some(color) = edge {
            xml::paint(&mut looks, "stroke", color);
        }
        self.group(seen.len(), &looks, &mut |svg, k, looks| {
            let out = &mut svg.out;
            out.push_str("<use xlink:href=\"#");
            id.write(out);
            out.push('"');
            xml::attribute(out, "x", seen[k].0);
            xml::attribute(out, "y", seen[k].1);
            out.push_str(looks);
            out.push_str("/>\n");
        });
    }

    fn define(&mut self, shape: &MarkerShape, size: f32, edge: Option<f32>) -> Id {
        let (mut data, mut rest) = (Data::new(3), String::new());
        let mut tag = "path";
        let scaled = |corner: &[f32; 2], size: f32| Point::new(corner[0] * size, corner[1] * size);
        match shape {
            MarkerShape::Nothing => {}
            MarkerShape::Pixel => {
                let corner = |x, y| Point::new(x, y);
                data.polygon(&[corner(-0.5, -0.5), corner(0.5, -0.5), corner(0.5, 0.5), corner(-0.5, 0.5)])
            }
            MarkerShape::Disc(radius) => {
                tag = "circle";
                xml::attribute(&mut rest, "r", (radius * size).into());
            }
            MarkerShape::Polygon(corners, join) => {
                let mut points = Vec::new();
                for corner in *corners {
                    points.push(scaled(corner, size));
                }
                data.polygon(&points);
                if edge.is_some() && *join == Join::Bevel {
                    xml::word(&mut rest, "stroke-linejoin", "bevel");
                }
            }
            MarkerShape::Lines(lines) => {
                for line in *lines {
                    let [a, b] = [scaled(&line[0], size), scaled(&line[1], size)];
                    data.line(&[(a.x.into(), a.y.into()), (b.x.into(), b.y.into())]);
                }
            }
        }
        if let Some(width) = edge {
            xml::attribute(&mut rest, "stroke-width", width.into());
        }
        if tag == "path" {
            xml::word(&mut rest, "d", &data.out);
        }
        rest.push_str("/>");
        self.defs.add(tag, &rest)
    }
}
