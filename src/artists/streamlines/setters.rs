//! What streamlines can be told.

use super::Streamlines;
use crate::artist::common::{length, not_negative, positive};
use crate::artist::properties;
use crate::data::{Grid, Number, Outlines, PerPoint, Polyline, StreamDirection, numbers};
use crate::style::{Color, IntoColor, NameOr};

impl Streamlines {
    properties! {
        /// Sets the values, shown as colours: a grid of one for each place of the field, mixed between them. Their limits are those of the first
        /// grid.
        ///
        /// # Panics
        /// If the grid does not have as many columns and rows as there are places.
        pub set_values, values(self, values: impl Grid) {
            *self.values.renew() = numbers("values", &values, &self.x, &self.y);
            self.by_value = true;
            self.see();
        } -> get_values: &[f64] { &self.values }

        /// Sets one colour for all. Default: the next of the cycle.
        ///
        /// # Panics
        /// If it is no colour.
        pub set_color, color(self, color: impl IntoColor) {
            self.color = Some(color.into_color());
            self.by_value = false;
        } -> get_color: Color { self.color.unwrap_or(Color::turn(0)) }

        /// Sets one width for all, in points. Default: 1.5.
        ///
        /// # Panics
        /// If it is negative or not finite.
        pub set_linewidth, linewidth(self, points: impl Number) {
            self.linewidth = length(points.to_f64(), "line width");
            self.widths.renew().clear();
        } -> get_linewidth: f32 { crate::style::theme::plain(self.linewidth) }

        /// Sets a width for each place of the field, in points, mixed between them.
        ///
        /// # Panics
        /// If the grid does not have as many columns and rows as there are places.
        pub set_linewidths, linewidths(self, points: impl Grid) {
            *self.widths.renew() = numbers("widths", &points, &self.x, &self.y);
        } -> get_linewidths: &[f64] { &self.widths }

        /// Sets how close the lines are: one number, or two for x and y (`[0.5, 1.0]`). Of 30 times as many cells along each side, each holds one
        /// line. Default: 1.
        ///
        /// # Panics
        /// If there are neither one number nor two, or one is not positive and finite.
        pub set_density, density(self, density: impl PerPoint) {
            let mut both = Vec::new();
            density.copy_numbers_to(&mut both);
            self.thin_out(&both);
        }

        /// Lets the lines begin at these points, `[(x, y), ..]` or `(xs, ys)`, rather than wherever there is room. One outside of the field begins none.
        ///
        /// # Panics
        /// If two columns have different lengths.
        pub set_start_points, start_points(self, points: impl Polyline) {
            let mut read = Outlines::default();
            points.add_points(&mut read);
            self.wanted.starts = Some(read.x.into_iter().zip(read.y).collect());
            self.trace();
        } -> get_start_points: Option<&[(f64, f64)]> { self.wanted.starts.as_deref() }

        /// Sets how long a line is at least, in widths (heights) of the field. Default: 0.1.
        ///
        /// # Panics
        /// If it is negative or not finite.
        pub set_minlength, minlength(self, length: impl Number) {
            self.wanted.min_length = not_negative(length.to_f64(), "length");
            self.trace();
        } -> get_minlength: f64 { self.wanted.min_length }

        /// Sets how long a line is at most, in widths (heights) of the field. Default: 4.
        ///
        /// # Panics
        /// If it is negative or not finite.
        pub set_maxlength, maxlength(self, length: impl Number) {
            self.wanted.max_length = not_negative(length.to_f64(), "length");
            self.trace();
        } -> get_maxlength: f64 { self.wanted.max_length }

        /// Sets which way lines are followed from where they begin: a [`StreamDirection`], or `"forward"` and so on. Default: both ways.
        ///
        /// # Panics
        /// If a name is that of no direction.
        pub set_integration_direction, integration_direction(self, direction: impl NameOr<StreamDirection>) {
            self.wanted.ways = direction.value();
            self.trace();
        } -> get_integration_direction: StreamDirection { self.wanted.ways }

        /// Sets whether a line ends where it comes near another one. Default: it does; without, it goes on until it leaves the field.
        pub set_broken_streamlines, broken_streamlines(self, broken: bool) {
            self.wanted.broken = broken;
            self.trace();
        } -> get_broken_streamlines: bool { self.wanted.broken }

        /// Sets how large the arrows are: a share of 4 points of length. Default: 1.
        ///
        /// # Panics
        /// If it is negative or not finite.
        pub set_arrowsize, arrowsize(self, size: impl Number) { self.arrowsize = not_negative(size.to_f64(), "arrow size") as f32; }
            -> get_arrowsize: f32 { self.arrowsize }

        /// Sets how many arrows each line has, evenly along it. Default: 1, in the middle.
        ///
        /// # Panics
        /// If there are more than 1000.
        pub set_num_arrows, num_arrows(self, arrows: usize) {
            assert!(arrows <= 1000, "a line cannot have {arrows} arrows; give 0 to 1000");
            self.arrows = arrows;
        }
            -> get_num_arrows: usize { self.arrows }
    }

    #[track_caller]
    fn thin_out(&mut self, density: &[f64]) {
        let (along_x, along_y) = match *density {
            [both] => (both, both),
            [x, y] => (x, y),
            _ => panic!("got {} densities; give one, or one for x and one for y", density.len()),
        };
        for density in [along_x, along_y] {
            positive(density, "density");
        }
        let cells = |density: f64| (CELLS * density).clamp(2.0, MOST_CELLS) as usize;
        self.wanted.cells = [cells(along_x), cells(along_y)];
        self.trace();
    }
}

/// Cells of the mask along each side, where the density is 1.
pub(super) const CELLS: f64 = 30.0;

/// No more cells than this along a side.
const MOST_CELLS: f64 = 3000.0;
