//! Fields of arrows: matplotlib's `quiver`.

use crate::artist::mapped::color_setters;
use crate::artist::{Artist, Bounds, ColorCycle, ColorScale, Common, LegendHandle, Obstacles, Painter, properties};
use crate::data::{Column, Grid, GridData, Number, PerPoint, Shared, Values, one_or_each, same_length};
use crate::figure::{Axes, Key};
use crate::geom::{Extent, Point};
use crate::project::Projection;
use crate::style::{Color, IntoColor, Mapping, NameOr, named};

/// Which part of an arrow stands at its place.
///
/// `"tail"`, `"middle"` and `"tip"` may be written for it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Pivot {
    /// Where it begins. The default.
    #[default]
    Tail,
    /// Its middle.
    Middle,
    /// Its tip.
    Tip,
}

named!(Pivot, "a part of an arrow", ["tail" => Pivot::Tail, "middle" => Pivot::Middle, "mid" => Pivot::Middle, "tip" => Pivot::Tip]);

/// Arrows at places, as long as the field is strong: matplotlib's `quiver`.
///
/// By default lengths are chosen as matplotlib does it: a mean arrow is so long that arrows on a square grid do not overlap much. In a
/// recording that changes from frame to frame; [`scale`](Quiver::scale) holds it. Arrows point as (`u`, `v`) does on the screen, or, with
/// [`along_data`](Quiver::along_data), as it does in data units. NaN leaves an arrow out.
///
/// `label`, `alpha`, `zorder`, `visible` and `clip` come with [`ArtistExt`](crate::ArtistExt), and so do `set_label` and so on.
///
/// ```
/// use grabframe::prelude::*;
/// use grabframe::Quiver;
/// let mut fig = Figure::new();
/// let ax = fig.add_axes();
/// let wind = fig[ax].add(Quiver::new([0, 1, 2], [0, 0, 0], [1.0, 0.5, 0.0], [0.0, 0.5, 1.0]).scale(10.0));
/// fig[wind].set_uv([0.9, 0.6, 0.1], [0.1, 0.4, 0.9]); // in a loop
/// ```
#[derive(Clone, Debug)]
pub struct Quiver {
    common: Common,
    x: Shared<Vec<f64>>,
    y: Shared<Vec<f64>>,
    u: Shared<Vec<f64>>,
    v: Shared<Vec<f64>>,
    extent: (Extent, Extent),
    values: Shared<Vec<f64>>,
    mapping: Mapping,
    color: Color,
    by_value: bool,
    scale: Option<f64>,
    width: Option<f64>,
    pivot: Pivot,
    along_data: bool,
    head: [f64; 3],
}

/// Arrows shorter than so many widths of their shaft are smaller as a whole, as many heads long.
const MIN_SHAFT: f64 = 1.0;
/// Arrows shorter than so many widths are dots.
const MIN_LENGTH: f64 = 1.0;

impl Quiver {
    /// Arrows at (`x[i]`, `y[i]`) with the components `u[i]` and `v[i]`.
    ///
    /// # Panics
    /// If the columns have different lengths.
    #[must_use]
    #[track_caller]
    pub fn new(x: impl Column, y: impl Column, u: impl Column, v: impl Column) -> Self {
        let mut quiver = Self::empty();
        quiver.set_data(x, y, u, v);
        quiver
    }

    /// Arrows at every place along x and every one along y, with a row of components for each `y`.
    ///
    /// # Panics
    /// If the grids do not have as many columns and rows as there are places.
    #[must_use]
    #[track_caller]
    pub fn on(x: impl Column, y: impl Column, u: impl Grid, v: impl Grid) -> Self {
        let (mut along_x, mut along_y) = (Vec::new(), Vec::new());
        x.copy_to(&mut along_x);
        y.copy_to(&mut along_y);
        let (u, v) = (numbers(u, &along_x, &along_y), numbers(v, &along_x, &along_y));
        let (mut xs, mut ys) = (Vec::with_capacity(u.len()), Vec::with_capacity(u.len()));
        for y in &along_y {
            xs.extend_from_slice(&along_x);
            ys.resize(xs.len(), *y);
        }
        Self::new(xs, ys, u, v)
    }

    fn empty() -> Self {
        Self {
            common: Common::new(),
            x: Shared::default(),
            y: Shared::default(),
            u: Shared::default(),
            v: Shared::default(),
            extent: (Extent::EMPTY, Extent::EMPTY),
            values: Shared::default(),
            mapping: Mapping::new(),
            color: Color::BLACK,
            by_value: false,
            scale: None,
            width: None,
            pivot: Pivot::Tail,
            along_data: false,
            head: [3.0, 5.0, 4.5],
        }
    }

    /// Replaces places and components.
    ///
    /// # Panics
    /// If the columns have different lengths.
    #[track_caller]
    pub fn set_data(&mut self, x: impl Column, y: impl Column, u: impl Column, v: impl Column) -> &mut Self {
        let n = x.column_len();
        same_length(("x", n), ("y", y.column_len()));
        same_length(("x", n), ("u", u.column_len()));
        same_length(("x", n), ("v", v.column_len()));
        x.copy_to(self.x.renew());
        y.copy_to(self.y.renew());
        u.copy_to(self.u.renew());
        v.copy_to(self.v.renew());
        self.extent = Extent::of_points(&self.x, &self.y);
        self
    }

    /// Replaces the components; the places stay. Matrices are given row after row: `(rows, cols)` of [`on`](Quiver::on) in one column.
    ///
    /// # Panics
    /// If there are not as many as places.
    #[track_caller]
    pub fn set_uv(&mut self, u: impl Column, v: impl Column) -> &mut Self {
        let n = self.x.len();
        same_length(("places", n), ("u", u.column_len()));
        same_length(("places", n), ("v", v.column_len()));
        u.copy_to(self.u.renew());
        v.copy_to(self.v.renew());
        self
    }

    /// The components along x and along y.
    #[must_use]
    pub fn uv(&self) -> (&[f64], &[f64]) {
        (&self.u, &self.v)
    }

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

        /// Sets which strength an arrow has that is as long as the axes are wide (with [`along_data`](Quiver::along_data): as long as a
        /// unit along x): larger makes arrows shorter. Default: chosen from the mean strength and the number of arrows, in each frame (with `along_data`: 1).
        ///
        /// # Panics
        /// If it is not positive and finite.
        pub set_scale, scale(self, scale: impl Number) { self.scale = Some(positive(scale.to_f64(), "a scale")); }
            -> get_scale: Option<f64> { self.scale }

        /// Sets the width of the shafts, as a share of the width of the axes. Default: from 0.0024, of very many arrows, to 0.0075.
        ///
        /// # Panics
        /// If it is not positive and finite.
        pub set_width, width(self, width: impl Number) { self.width = Some(positive(width.to_f64(), "a width")); }
            -> get_width: Option<f64> { self.width }

        /// Sets width, length and length at the shaft of the heads, in widths of the shaft. Default: 3, 5 and 4.5.
        ///
        /// # Panics
        /// If one is not positive and finite.
        pub set_head, head(self, width: impl Number, length: impl Number, axis_length: impl Number) {
            let what = "a part of a head";
            self.head = [
                positive(width.to_f64(), what),
                positive(length.to_f64(), what),
                positive(axis_length.to_f64(), what),
            ];
        }

        /// Sets which part of an arrow stands at its place: a [`Pivot`], or `"middle"` and so on. Default: its tail.
        ///
        /// # Panics
        /// If a name is that of no part.
        pub set_pivot, pivot(self, pivot: impl NameOr<Pivot>) { self.pivot = pivot.value(); }
            -> get_pivot: Pivot { self.pivot }

        /// Sets whether arrows point from (x, y) to (x + u, y + v) in the data, as matplotlib's `angles="xy"`, and end just there with
        /// a [`scale`](Quiver::scale) of 1 (`scale_units="xy"`). Default: they have the direction of (u, v) on the screen.
        pub set_along_data, along_data(self, along_data: bool) { self.along_data = along_data; }
            -> get_along_data: bool { self.along_data }
    }

    /// The width of a shaft, as a share of the width of the axes.
    fn shaft(&self) -> f64 {
        self.width.unwrap_or_else(|| 0.06 / (self.x.len() as f64).sqrt().clamp(8.0, 25.0))
    }

    /// The strength of an arrow that is as long as the axes are wide.
    fn strength(&self) -> f64 {
        self.scale.unwrap_or_else(|| {
            let (mut sum, mut n) = (0.0, 0.0);
            for (u, v) in self.u.iter().zip(self.v.iter()) {
                let strength = length(*u, *v);
                if strength.is_finite() {
                    sum += strength;
                    n += 1.0;
                }
            }
            let mean = if n > 0.0 { sum / n } else { 0.0 };
            let scale = 1.8 * mean * (self.x.len() as f64).sqrt().max(10.0);
            if scale > 0.0 && scale.is_finite() { scale } else { 1.0 }
        })
    }

    /// The corners of an arrow that points to the right, so many widths of the shaft long, in widths from its place.
    fn corners(&self, length: f64) -> [(f64, f64); 8] {
        let [width, head, axis] = self.head;
        let length = length.clamp(0.0, 65_536.0);
        let least = MIN_SHAFT * head;
        let (along, across, shrink) = if length < least {
            ([0.0, least - axis, least - head, least], 0.5, length / least)
        } else {
            ([0.0, length - axis, length - head, length], 0.5, 1.0)
        };
        let up = [across, across, across * width, 0.0];
        let corner = |i: usize, sign: f64| (along[i] * shrink, up[i] * shrink * sign);
        let mut corners = [
            corner(0, 1.0),
            corner(1, 1.0),
            corner(2, 1.0),
            corner(3, 1.0),
            corner(2, -1.0),
            corner(1, -1.0),
            corner(0, -1.0),
            corner(0, -1.0),
        ];
        let tip = corners[3].0;
        let back = match self.pivot {
            Pivot::Tail => 0.0,
            Pivot::Middle => tip / 2.0,
            Pivot::Tip => tip,
        };
        for corner in &mut corners {
            corner.0 -= back;
        }
        if length < MIN_LENGTH {
            // sine and cosine of sixths of a turn
            let (half, high) = (0.5, 0.75_f64.sqrt());
            let dot = [(1.0, 0.0), (half, high), (-half, high), (-1.0, 0.0), (-half, -high), (half, -high)];
            for (i, corner) in corners.iter_mut().enumerate() {
                let (x, y) = dot[i % 6];
                *corner = (x * MIN_LENGTH / 2.0, y * MIN_LENGTH / 2.0);
            }
        }
        corners
    }
}

/// The length of a vector, also of one whose square is no number.
fn length(u: f64, v: f64) -> f64 {
    let most = u.abs().max(v.abs());
    if most == 0.0 || !most.is_finite() {
        return if u.is_nan() || v.is_nan() { f64::NAN } else { most };
    }
    let (u, v) = (u / most, v / most);
    most * (u * u + v * v).sqrt()
}

#[track_caller]
fn positive(value: f64, what: &str) -> f64 {
    assert!(value.is_finite() && value > 0.0, "{what} of {value} cannot be used; it must be positive");
    value
}

#[track_caller]
fn numbers(grid: impl Grid, x: &[f64], y: &[f64]) -> Vec<f64> {
    let mut data = GridData::default();
    grid.read_into(&mut data);
    assert!(
        (data.rows, data.cols) == (y.len(), x.len()),
        "a grid of {} x {} components does not fit {} places along y and {} along x",
        data.rows,
        data.cols,
        y.len(),
        x.len()
    );
    match data.values {
        Values::Scalar(values) => values,
        Values::Rgba(_) => panic!("a grid of colours has no components"),
    }
}

color_setters!(Quiver, self, self.values.iter().copied());

impl Axes {
    /// Adds arrows: `add(Quiver::new(x, y, u, v))`.
    ///
    /// # Panics
    /// If the columns have different lengths.
    #[track_caller]
    pub fn quiver(&mut self, x: impl Column, y: impl Column, u: impl Column, v: impl Column) -> Key<Quiver> {
        self.add(Quiver::new(x, y, u, v))
    }
}

impl Artist for Quiver {
    fn common(&self) -> &Common {
        &self.common
    }

    fn common_mut(&mut self) -> &mut Common {
        &mut self.common
    }

    fn default_zorder(&self) -> f64 {
        1.0
    }

    fn bounds(&self) -> Bounds {
        Bounds::new(self.extent.0, self.extent.1)
    }

    fn take_color(&mut self, _: &mut ColorCycle) {}

    fn paint(&self, painter: &mut Painter<'_>) {
        let across = f64::from(painter.area().width());
        let (shaft, strength) = (self.shaft() * across, self.strength());
        let of_value = self.mapping.colors();
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
            // on the screen, downward
            let (dx, dy, long) = if self.along_data {
                let by = self.scale.unwrap_or(1.0);
                let to = painter.point(x + u / by, y + v / by);
                let (dx, dy) = (f64::from(to.x - at.x), f64::from(to.y - at.y));
                (dx, dy, length(dx, dy))
            } else {
                (u, -v, length(u, v) / strength * across)
            };
            let whole = length(dx, dy);
            let (cos, sin) = if whole > 0.0 && whole.is_finite() { (dx / whole, dy / whole) } else { (1.0, 0.0) };
            for (along, over) in self.corners(long / shaft) {
                let (along, over) = (along * shaft, over * shaft);
                let (x, y) = (along * cos - over * sin, along * sin + over * cos);
                points.push(Point::new(at.x + x as f32, at.y + y as f32));
            }
            ends.push(points.len() as u32);
            colors.push(color);
        }
        painter.fills(&points, &ends, &colors);
    }

    fn legend_handle(&self) -> Option<LegendHandle> {
        Some(LegendHandle { face: Some(self.color), ..LegendHandle::new() })
    }

    fn color_scale(&self) -> Option<ColorScale> {
        self.by_value.then(|| self.mapping.scale())
    }

    fn obstacles(&self, projection: &Projection, out: &mut Obstacles) {
        out.points(projection, &self.x, &self.y);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_are_matplotlibs() {
        // matplotlib 3.11: Quiver._h_arrows for lengths of 12, 3 and 0.5 widths
        let quiver = Quiver::new([0.0], [0.0], [1.0], [0.0]);
        let long =
            [(0.0, 0.5), (7.5, 0.5), (7.0, 1.5), (12.0, 0.0), (7.0, -1.5), (7.5, -0.5), (0.0, -0.5), (0.0, -0.5)];
        assert_eq!(quiver.corners(12.0), long);
        let short = quiver.corners(3.0);
        assert!(
            (short[1].0 - 0.3).abs() < 1e-12 && (short[2].1 - 0.9).abs() < 1e-12 && (short[3].0 - 3.0).abs() < 1e-12
        );
        assert_eq!(quiver.corners(0.5)[0], (0.5, 0.0));
        assert_eq!(quiver.clone().pivot("tip").corners(12.0)[3], (0.0, 0.0));
        // its own width and scale: 225 arrows of mean length 1
        let many = Quiver::new([0.0; 225], [0.0; 225], [1.0; 225], [0.0; 225]);
        assert!((many.shaft() - 0.004).abs() < 1e-12 && (many.strength() - 27.0).abs() < 1e-9);
        assert_eq!(length(1e300, 1e300) / 1e300, 2.0_f64.sqrt());
    }
}
