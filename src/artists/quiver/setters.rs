//! What arrows can be told.

use super::key::Key as ArrowKey;
use super::{KeyCoordinates, Pivot, Quiver, QuiverAngles, QuiverUnits};
use crate::artist::common::{not_negative, positive};
use crate::artist::properties;
use crate::axis::Side;
use crate::data::{Number, PerPoint, one_or_each};
use crate::style::{Color, IntoColor, NameOr};

impl Quiver {
    properties! {
        /// Sets the values, shown as colours: one for each arrow, or one for all.
        ///
        /// # Panics
        /// If there is neither one nor one for each arrow.
        pub set_values, values(self, values: impl PerPoint) {
            one_or_each("values", values.numbers(), self.x.len());
            values.copy_numbers_to(self.values.renew());
            self.by_value = true;
            self.see();
        } -> get_values: &[f64] { &self.values }

        /// Sets one colour for all arrows. Default: black.
        ///
        /// # Panics
        /// If it is no colour.
        pub set_color, color(self, color: impl IntoColor) {
            self.color = color.into_color();
            self.by_value = false;
        } -> get_color: Color { self.color }

        /// Sets which strength an arrow has that is as long as a unit: larger makes arrows shorter. The unit is that of
        /// [`scale_units`](Quiver::scale_units), or else of [`units`](Quiver::units): the width of the axes (with
        /// [`along_data`](Quiver::along_data): a unit of the data). Default: chosen from the mean strength and the number of arrows of the first data
        /// (with `along_data`: 1).
        ///
        /// # Panics
        /// If it is not positive and finite.
        pub set_scale, scale(self, scale: impl Number) { self.scaling.scale = Some(positive(scale.to_f64(), "scale")); }
            -> get_scale: Option<f64> { self.scaling.scale }

        /// Sets what [`scale`](Quiver::scale) is for a unit of: [`QuiverUnits`], or `"inches"` and so on. `"xy"` measures each arrow in the data.
        /// Default: the same as [`units`](Quiver::units).
        ///
        /// # Panics
        /// If a name is that of no unit.
        pub set_scale_units, scale_units(self, units: impl NameOr<QuiverUnits>) {
            self.scaling.scale_units = Some(units.value());
            self.along_data = false;
        } -> get_scale_units: Option<QuiverUnits> { self.scaling.scale_units }

        /// Sets what the width of the shafts is measured in: [`QuiverUnits`], or `"inches"` and so on. Default: the width of the axes.
        ///
        /// # Panics
        /// If a name is that of no unit.
        pub set_units, units(self, units: impl NameOr<QuiverUnits>) { self.scaling.units = units.value(); }
            -> get_units: QuiverUnits { self.scaling.units }

        /// Sets the width of the shafts, in [`units`](Quiver::units): of the axes' width, if no others were set. Default: from 0.0024 of it, of
        /// very many arrows, to 0.0075.
        ///
        /// # Panics
        /// If it is not positive and finite.
        pub set_width, width(self, width: impl Number) { self.scaling.width = Some(positive(width.to_f64(), "width")); }
            -> get_width: Option<f64> { self.scaling.width }

        /// Sets width, length and length at the shaft of the heads, in widths of the shaft; without any, an arrow is its shaft. Default: 3, 5 and 4.5.
        ///
        /// # Panics
        /// If one is negative or not finite.
        pub set_head, head(self, width: impl Number, length: impl Number, axis_length: impl Number) {
            self.set_headwidth(width).set_headlength(length).set_headaxislength(axis_length);
        }

        /// Sets the width of the heads, in widths of the shaft. Default: 3.
        ///
        /// # Panics
        /// If it is negative or not finite.
        pub set_headwidth, headwidth(self, widths: impl Number) { self.shape.headwidth = not_negative(widths.to_f64(), "part of an arrow"); }
            -> get_headwidth: f64 { self.shape.headwidth }

        /// Sets the length of the heads, in widths of the shaft. Default: 5.
        ///
        /// # Panics
        /// If it is negative or not finite.
        pub set_headlength, headlength(self, widths: impl Number) { self.shape.headlength = not_negative(widths.to_f64(), "part of an arrow"); }
            -> get_headlength: f64 { self.shape.headlength }

        /// Sets the length of the heads where they meet the shaft, in widths of the shaft. Default: 4.5.
        ///
        /// # Panics
        /// If it is negative or not finite.
        pub set_headaxislength, headaxislength(self, widths: impl Number) { self.shape.headaxislength = not_negative(widths.to_f64(), "part of an arrow"); }
            -> get_headaxislength: f64 { self.shape.headaxislength }

        /// Sets the length below which arrows are made smaller as a whole, in lengths of the head. Default: 1.
        ///
        /// # Panics
        /// If it is negative or not finite.
        pub set_minshaft, minshaft(self, heads: impl Number) { self.shape.minshaft = not_negative(heads.to_f64(), "part of an arrow"); }
            -> get_minshaft: f64 { self.shape.minshaft }

        /// Sets the length below which arrows are dots, in widths of the shaft. Default: 1.
        ///
        /// # Panics
        /// If it is negative or not finite.
        pub set_minlength, minlength(self, widths: impl Number) { self.shape.minlength = not_negative(widths.to_f64(), "part of an arrow"); }
            -> get_minlength: f64 { self.shape.minlength }

        /// Sets where arrows point: [`QuiverAngles`], or `"uv"` (as the components do on the screen, the default) or `"xy"` (as they do in the data).
        ///
        /// # Panics
        /// If a name is that of no way.
        pub set_angles, angles(self, angles: impl NameOr<QuiverAngles>) {
            self.scaling.angles = angles.value();
            self.directions.renew().clear();
            self.along_data = false;
        } -> get_angles: QuiverAngles { self.scaling.angles }

        /// Sets where arrows point, in degrees, counter-clockwise from the right on the screen: one for all, or one for each. The components say how
        /// long they are. One that is not finite points to the right.
        ///
        /// # Panics
        /// If there is neither one nor one for each arrow.
        pub set_directions, directions(self, degrees: impl PerPoint) {
            one_or_each("directions", degrees.numbers(), self.x.len());
            degrees.copy_numbers_to(self.directions.renew());
        } -> get_directions: &[f64] { &self.directions }

        /// Sets which part of an arrow stands at its place: a [`Pivot`], or `"middle"` and so on. Default: its tail.
        ///
        /// # Panics
        /// If a name is that of no part.
        pub set_pivot, pivot(self, pivot: impl NameOr<Pivot>) { self.pivot = pivot.value(); }
            -> get_pivot: Pivot { self.pivot }

        /// Sets whether arrows point from (x, y) to (x + u, y + v) in the data and end just there, or, with a [`scale`](Quiver::scale), at that part of
        /// the way: matplotlib's `angles="xy"`, `scale_units="xy"` and `scale=1`. Default: they have the direction of (u, v) on the screen.
        pub set_along_data, along_data(self, along_data: bool) {
            self.scaling.angles = if along_data { QuiverAngles::Xy } else { QuiverAngles::Uv };
            self.scaling.scale_units = along_data.then_some(QuiverUnits::Xy);
            self.along_data = along_data;
        } -> get_along_data: bool { self.along_data }

        /// Adds a key: an arrow of this strength at (`x`, `y`), in shares of the axes, and what is written above it. It may stand outside of the axes.
        /// Where [`scale`](Quiver::scale) or data change, it follows. A strength that is not finite leaves the arrow out.
        pub set_key, key(self, x: impl Number, y: impl Number, strength: impl Number, label: impl Into<String>) {
            let (x, y, strength) = (x.to_f64(), y.to_f64(), strength.to_f64());
            self.key = Some(ArrowKey { x, y, strength, label: label.into() });
        }

        /// Sets on which side of the key's arrow its words are: a [`Side`], `"top"` and so on, or matplotlib's `"N"`, `"E"`, `"S"`, `"W"`. The place of the
        /// key is that of the arrow's middle, or, where words are at an end of it, of that end. Default: above it.
        ///
        /// # Panics
        /// If a name is that of no side.
        pub set_key_labelpos, key_labelpos(self, side: impl NameOr<Side>) { self.key_look.side = side.value(); }
            -> get_key_labelpos: Side { self.key_look.side }

        /// Sets what the key's place is measured in: [`KeyCoordinates`], or `"figure"` and so on. Default: shares of the axes.
        ///
        /// # Panics
        /// If a name is that of none.
        pub set_key_coordinates, key_coordinates(self, coordinates: impl NameOr<KeyCoordinates>) {
            self.key_look.coordinates = coordinates.value();
        } -> get_key_coordinates: KeyCoordinates { self.key_look.coordinates }

        /// Sets the angle of the key's arrow, in degrees, counter-clockwise. Default: 0, to the right.
        ///
        /// # Panics
        /// If it is not finite.
        pub set_key_angle, key_angle(self, degrees: impl Number) {
            self.key_look.angle = crate::artist::common::angle(degrees.to_f64()).into();
        } -> get_key_angle: f64 { self.key_look.angle }

        /// Sets how far the words are from the key's arrow, in inches. Default: 0.1.
        ///
        /// # Panics
        /// If it is negative or not finite.
        pub set_key_labelsep, key_labelsep(self, inches: impl Number) { self.key_look.labelsep = not_negative(inches.to_f64(), "distance"); }
            -> get_key_labelsep: f64 { self.key_look.labelsep }

        /// Sets the colour of the key's arrow. Default: that of all arrows.
        ///
        /// # Panics
        /// If it is no colour.
        pub set_key_color, key_color(self, color: impl IntoColor) { self.key_look.color = Some(color.into_color()); }
            -> get_key_color: Color { self.key_look.color.unwrap_or(self.color) }

        /// Sets the colour of the key's words. Default: black.
        ///
        /// # Panics
        /// If it is no colour.
        pub set_key_labelcolor, key_labelcolor(self, color: impl IntoColor) { self.key_look.labelcolor = color.into_color(); }
            -> get_key_labelcolor: Color { self.key_look.labelcolor }

        /// Sets the size of the key's words, in points. Default: 10.
        ///
        /// # Panics
        /// If it is negative or not finite.
        pub set_key_fontsize, key_fontsize(self, points: impl Number) {
            self.key_look.fontsize = crate::artist::common::length(points.to_f64(), "font size");
        } -> get_key_fontsize: f32 { crate::style::theme::plain(self.key_look.fontsize) }
    }
}
