//! Markers: a shape, defined once for each size, and used at every place. Its colours are those of who uses it.

use crate::canvas::{MarkerShape, half_corners, marker_shape};
use crate::export::dense::{are_pixels, markers_pixels};
use crate::export::svg::defs::Id;
use crate::export::svg::path::Data;
use crate::export::svg::{Svg, xml};
use crate::export::trace;
use crate::export::vector::{Look, look};
use crate::geom::{Point, Rect};
use crate::style::{Half, Join, Marker};
use crate::surface::Markers;

impl Svg {
    pub(super) fn add_markers(&mut self, at: &[(f64, f64)], looks: &Markers<'_>) {
        let around = self.around();
        if are_pixels(around, at, looks) {
            return self.pixels(markers_pixels(around, at, looks));
        }
        let shape = marker_shape(looks.marker);
        let mut i = 0;
        while i < at.len() {
            let (from, one) = (i, look(&shape, looks, i));
            while i < at.len() && look(&shape, looks, i) == one {
                i += 1;
            }
            // NaN is not itself
            i = i.max(from + 1);
            self.add_alike(&at[from..i], (looks.marker, looks.half), one);
        }
    }

    /// Markers of one look.
    fn add_alike(&mut self, at: &[(f64, f64)], shape: (&Marker, Option<Half>), look: Look) {
        let (size, face, edge) = look;
        if (face.is_none() && edge.is_none()) || !(size > 0.0 && size.is_finite()) {
            return;
        }
        let Rect { x0, y0, x1, y1 } = self.around().expanded(size + 2.0 * edge.map_or(0.0, |edge| edge.1) + 1.0);
        let mut seen = Vec::new();
        for &(x, y) in at {
            if x > x0.into() && x < x1.into() && y > y0.into() && y < y1.into() {
                seen.push((x, y));
            }
        }
        if seen.is_empty() {
            return;
        }
        let id = self.define(shape, size, edge.map(|edge| edge.1));
        let mut looks = String::new();
        match face {
            Some(color) => xml::paint(&mut looks, "fill", color),
            None => xml::word(&mut looks, "fill", "none"),
        }
        if let Some((color, _)) = edge {
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

    fn define(&mut self, (marker, half): (&Marker, Option<Half>), size: f32, edge: Option<f32>) -> Id {
        let shape = marker_shape(marker);
        let (mut data, mut rest) = (Data::new(3), String::new());
        let mut tag = "path";
        let scaled = |corner: &[f32; 2], size: f32| Point::new(corner[0] * size, corner[1] * size);
        if let (MarkerShape::Disc(_) | MarkerShape::Polygon(..), Some(half)) = (shape, half) {
            let mut points = half_corners(marker, half);
            for p in &mut points {
                *p = Point::new(p.x * size, p.y * size);
            }
            trace::polygon(&mut data, &points);
        }
        match shape {
            _ if !data.out.is_empty() => {}
            MarkerShape::Nothing => {}
            MarkerShape::Pixel => {
                let corner = |x, y| Point::new(x, y);
                trace::polygon(
                    &mut data,
                    &[corner(-0.5, -0.5), corner(0.5, -0.5), corner(0.5, 0.5), corner(-0.5, 0.5)],
                );
            }
            MarkerShape::Disc(radius) => {
                tag = "circle";
                xml::attribute(&mut rest, "r", (radius * size).into());
            }
            MarkerShape::Polygon(corners, _) => {
                let mut points = Vec::new();
                for corner in corners {
                    points.push(scaled(corner, size));
                }
                trace::polygon(&mut data, &points);
            }
            MarkerShape::Lines(lines) => {
                for line in lines {
                    let [a, b] = [scaled(&line[0], size), scaled(&line[1], size)];
                    trace::line(&mut data, &[(a.x.into(), a.y.into()), (b.x.into(), b.y.into())]);
                }
            }
        }
        if matches!(shape, MarkerShape::Polygon(_, Join::Bevel)) && edge.is_some() {
            xml::word(&mut rest, "stroke-linejoin", "bevel");
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
