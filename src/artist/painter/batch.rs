//! Many pieces with a colour each, in one call: as many calls would take ten times as long.

use crate::artist::painter::{Painter, Place};
use crate::geom::Point;
use crate::style::{Color, LineStyle, Pen, Role};
use crate::surface::{Each, Pieces};

impl Painter<'_> {
    /// Lines through points in pixels, one over the other. Line `i` goes up to the point before `ends[i]`; it has colour `i`
    /// and width `i` (in points), or the only one if there is only one. All else of them is in `pen`. A point that is not
    /// finite is a gap.
    ///
    /// ```
    /// use grabframe::{Color, Painter, Pen};
    /// fn paint(painter: &mut Painter<'_>) {
    ///     // two lines, of two and of three points
    ///     let points = [(0.0, 0.0), (1.0, 1.0), (0.0, 2.0), (1.0, 2.0), (1.0, 3.0)].map(|(x, y)| painter.point(x, y));
    ///     let colors = [Color::BLACK, Color::rgb(214, 39, 40)];
    ///     painter.strokes(&points, &[2, 5], &colors, &[1.5], &Pen::new(Color::BLACK, 1.5));
    /// }
    /// ```
    ///
    /// # Panics
    /// If an end lies before the one before it or beyond the points, or there are neither one colour (width) nor one for
    /// each line.
    #[track_caller]
    pub fn strokes(&mut self, points: &[Point], ends: &[u32], colors: &[Color], widths: &[f32], pen: &Pen) {
        check(points, ends);
        counted("colours", colors.len(), ends.len());
        counted("widths", widths.len(), ends.len());
        if ends.is_empty() || pen.style == LineStyle::None {
            return;
        }
        let mut lengths = Vec::new();
        let stroke = self.look(pen, &mut lengths);
        let Place { theme, pixels_per_point, .. } = self.place;
        // of many, each was said
        let length = |own: f32| if widths.len() == 1 { theme.length(own) } else { own };
        self.scratch.widths.clear();
        self.scratch.widths.extend(widths.iter().map(|w| length(*w) * pixels_per_point));
        let colors = seen(&mut self.scratch.colors, colors, &self.place);
        self.surface.strokes(Pieces::new(points, ends), each(colors), each(&self.scratch.widths), &stroke);
    }

    /// Polygons through points in pixels, one over the other. Polygon `i` goes up to the point before `ends[i]`, and is closed
    /// by itself; it has colour `i`, or the only one if there is only one. Points that are not finite are left out.
    ///
    /// # Panics
    /// If an end lies before the one before it or beyond the points, or there is neither one colour nor one for each.
    #[track_caller]
    pub fn fills(&mut self, points: &[Point], ends: &[u32], colors: &[Color]) {
        check(points, ends);
        counted("colours", colors.len(), ends.len());
        if !ends.is_empty() {
            let colors = seen(&mut self.scratch.colors, colors, &self.place);
            self.surface.fills(Pieces::new(points, ends), each(colors));
        }
    }

    /// Triangles between points in pixels, each point with its colour, mixed between them (Gouraud). A triangle is three
    /// positions in `points`; where two share a side, nothing shows between them. One with a point that is not finite is left
    /// out.
    ///
    /// # Panics
    /// If there are not as many colours as points, or a triangle has a point that is not there.
    #[track_caller]
    pub fn mesh(&mut self, points: &[Point], colors: &[Color], triangles: &[[u32; 3]]) {
        let n = points.len();
        assert!(colors.len() == n, "got {n} points but {} colours; give a colour for each", colors.len());
        let there = |triangle: &[u32; 3]| triangle.iter().all(|i| (*i as usize) < n);
        assert!(triangles.iter().all(there), "a triangle has a point that is not among the {n} points");
        let colors = seen(&mut self.scratch.colors, colors, &self.place);
        self.surface.mesh(points, colors, triangles);
    }
}

#[track_caller]
fn check(points: &[Point], ends: &[u32]) {
    let last = ends.last().map_or(0, |end| *end as usize);
    assert!(ends.is_sorted(), "the ends of pieces must not decrease");
    assert!(last <= points.len(), "pieces end at point {last}, but there are {}", points.len());
}

#[track_caller]
pub(super) fn counted(what: &str, given: usize, pieces: usize) {
    assert!(given == 1 || given == pieces, "got {given} {what} for {pieces}; give one, or one for each");
}

/// Colours as the theme has them, with the artist's opacity; `room` is for those that change.
fn seen<'a>(room: &'a mut Vec<Color>, colors: &'a [Color], place: &Place<'_>) -> &'a [Color] {
    let themed = colors.iter().any(|color| color.role() != Role::OWN);
    if place.alpha == 1.0 && !themed {
        return colors;
    }
    room.clear();
    if themed {
        room.extend(colors.iter().map(|c| place.theme.color(*c).with_alpha(place.alpha)));
    } else {
        room.extend(colors.iter().map(|c| c.with_alpha(place.alpha)));
    }
    room
}

/// The only one, or one for each.
pub(super) fn each<T: Copy>(values: &[T]) -> Each<'_, T> {
    if let [one] = values { Each::One(*one) } else { Each::All(values) }
}
