//! What triangles can be told.

use super::TriMesh;
use crate::artist::common::length;
use crate::artist::properties;
use crate::artists::Shading;
use crate::data::{Column, Number, same_length};
use crate::style::{Color, IntoColor, LineStyle, NameOr};

impl TriMesh {
    properties! {
        /// Sets a value for each point, or, if there are not as many, for each triangle (masked ones too). In one colour each, triangles
        /// have the mean of their points. Default: there are none, and lines are drawn.
        ///
        /// # Panics
        /// If there are neither as many as points nor as many as triangles.
        pub set_values, values(self, values: impl Column) {
            let (n, points, triangles) = (values.column_len(), self.x.len(), self.triangles.corners.len());
            assert!(n == points || n == triangles, "got {n} values for {points} points and {triangles} triangles; give one for each");
            values.copy_to(self.values.get_or_insert_default().renew());
            self.of_faces = n != points;
            self.see();
        } -> get_values: Option<&[f64]> { self.values.as_ref().map(|values| values.as_slice()) }

        /// Sets a value for each triangle (masked ones too), also where there are as many triangles as points.
        ///
        /// # Panics
        /// If there are not as many.
        pub set_face_values, face_values(self, values: impl Column) {
            same_length(("triangles", self.triangles.corners.len()), ("values", values.column_len()));
            values.copy_to(self.values.get_or_insert_default().renew());
            self.of_faces = true;
            self.see();
        }

        /// Leaves out the triangles that are true here. Default: none is left out.
        ///
        /// # Panics
        /// If there are not as many as triangles.
        pub set_mask, mask(self, mask: impl Column) {
            same_length(("triangles", self.triangles.corners.len()), ("mask", mask.column_len()));
            let (mut numbers, mut masked) = (Vec::new(), Vec::new());
            mask.copy_to(&mut numbers);
            for number in &numbers {
                masked.push(*number != 0.0);
            }
            self.triangles = self.triangles.without(masked, &self.x, &self.y).into();
            self.see();
        }

        /// Sets how values become colours between points: a [`Shading`], or `"gouraud"`, which only values at points have.
        /// Default: a colour for each triangle.
        ///
        /// # Panics
        /// If a name is that of no shading.
        pub set_shading, shading(self, shading: impl NameOr<Shading>) {
            let before = std::mem::replace(&mut self.shading, shading.value());
            if before != self.shading {
                let shown = self.shown_values();
                self.mapping.find(shown);
            }
        } -> get_shading: Shading { self.shading }

        /// Sets the colour of the lines that are drawn where there are no values. Default: the next of the cycle.
        ///
        /// # Panics
        /// If it is no colour.
        pub set_color, color(self, color: impl IntoColor) { self.color = Some(color.into_color()); }
            -> get_color: Color { self.color.unwrap_or(Color::turn(0)) }

        /// Sets the colour of lines between triangles that have values. Default: there are none.
        ///
        /// # Panics
        /// If it is no colour.
        pub set_edgecolor, edgecolor(self, color: impl IntoColor) { self.edgecolor = Some(color.into_color()); }
            -> get_edgecolor: Option<Color> { self.edgecolor }

        /// Sets the width of the lines, in points. Default: 1.5, and 0.25 where there are values.
        ///
        /// # Panics
        /// If it is negative or not finite.
        pub set_linewidth, linewidth(self, points: impl Number) {
            self.linewidth = Some(length(points.to_f64(), "line width"));
        } -> get_linewidth: f32 { crate::style::theme::plain(self.width()) }

        /// Sets the style of the lines. Default: solid.
        ///
        /// # Panics
        /// If a string names no style.
        pub set_linestyle, linestyle(self, style: impl crate::style::IntoLineStyle) {
            self.linestyle = style.into_linestyle();
        } -> get_linestyle: &LineStyle { &self.linestyle }
    }
}
