//! Markers.

use crate::artist::painter::Painter;
use crate::artist::painter::batch::{counted, each};
use crate::style::{Color, Marker};
use crate::surface::{Each, Markers};

/// A marker with lengths in points: what [`Painter::markers`] draws.
///
/// ```
/// use grabframe::{Color, Marker, MarkerLook};
/// let look = MarkerLook::new(Marker::Square, 6.0, Color::WHITE).edge(Color::BLACK, 0.5);
/// assert_eq!(look.edge, Some(Color::BLACK));
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct MarkerLook {
    /// Its shape.
    pub marker: Marker,
    /// Its size.
    pub size: f32,
    /// Its filling.
    pub face: Option<Color>,
    /// Its edge.
    pub edge: Option<Color>,
    /// The width of its edge.
    pub edge_width: f32,
}

impl MarkerLook {
    /// A marker of this size and filling, with an edge of the same colour, 1 point wide.
    #[must_use]
    pub const fn new(marker: Marker, size: f32, color: Color) -> Self {
        Self { marker, size, face: Some(color), edge: Some(color), edge_width: 1.0 }
    }

    /// With this edge, its width in points.
    #[must_use]
    pub const fn edge(mut self, color: Color, width: f32) -> Self {
        (self.edge, self.edge_width) = (Some(color), width);
        self
    }

    /// The same, its colours with this opacity.
    #[must_use]
    pub(crate) fn with_alpha(self, alpha: f32) -> Self {
        if alpha == 1.0 {
            return self;
        }
        let seen = |color: Option<Color>| color.map(|c| c.with_alpha(alpha));
        Self { face: seen(self.face), edge: seen(self.edge), ..self }
    }
}

/// So many markers become pixels at once: what is written is still at hand when it is drawn.
const AT_ONCE: usize = 4096;

/// Markers of one shape that look each in their own way, in pixels.
#[derive(Debug, Default)]
pub(super) struct Looks {
    x: Vec<f64>,
    y: Vec<f64>,
    sizes: Vec<f32>,
    faces: Vec<Option<Color>>,
    edges: Vec<Option<Color>>,
}

impl Looks {
    fn clear(&mut self) {
        let Self { x, y, sizes, faces, edges } = self;
        x.clear();
        y.clear();
        sizes.clear();
        faces.clear();
        edges.clear();
    }
}

impl Painter<'_> {
    /// A marker at every data point; NaN is left out, and so is what one column has more than the other.
    pub fn markers(&mut self, xs: &[f64], ys: &[f64], marker: &MarkerLook) {
        let scale = self.place.pixels_per_point;
        let MarkerLook { size, face, edge, edge_width, .. } = marker.clone().with_alpha(self.place.alpha);
        let looks = Markers {
            marker: &marker.marker,
            sizes: Each::One(size * scale),
            faces: Each::One(face),
            edges: Each::One(edge),
            edge_width: edge_width * scale,
        };
        let at_once = self.at_once();
        for (xs, ys) in xs.chunks(at_once).zip(ys.chunks(at_once)) {
            let places = &mut self.scratch.places;
            places.clear();
            self.place.projection.places(xs, ys, places);
            self.surface.markers(places, &looks);
        }
    }

    /// Markers of one shape at data points, one over the other, in their order; NaN is left out. Marker `i` has size `i` (in
    /// points) and filling `i`, or the only one if there is only one; all else of them is in `look`. Where that has no edge,
    /// each has the edge of its filling. One whose size is not positive is left out.
    ///
    /// ```
    /// use grabframe::{Color, Colormap, Marker, MarkerLook, Painter};
    /// fn paint(painter: &mut Painter<'_>) {
    ///     let faces = [0.0, 0.5, 1.0].map(|v| Colormap::VIRIDIS.at(v));
    ///     let mut look = MarkerLook::new(Marker::Circle, 6.0, Color::BLACK);
    ///     look.edge = None;
    ///     painter.markers_batch(&[1.0, 2.0, 3.0], &[1.0, 4.0, 9.0], &[6.0], &faces, &look);
    /// }
    /// ```
    ///
    /// # Panics
    /// If there are neither one size (filling) nor one for each point.
    #[track_caller]
    pub fn markers_batch(&mut self, xs: &[f64], ys: &[f64], sizes: &[f32], faces: &[Color], look: &MarkerLook) {
        let count = xs.len().min(ys.len());
        counted("sizes", sizes.len(), count);
        counted("fillings", faces.len(), count);
        let (scale, alpha) = (self.place.pixels_per_point, self.place.alpha);
        let edge = look.edge.map(|color| color.with_alpha(alpha));
        let mut from = 0;
        while from < count {
            let to = from.saturating_add(self.at_once()).min(count);
            let room = &mut self.scratch;
            room.places.clear();
            self.place.projection.places(&xs[from..to], &ys[from..to], &mut room.places);
            let Looks { sizes: pixels, faces: seen, .. } = &mut room.looks;
            pixels.clear();
            pixels.extend(part(sizes, from, to).iter().map(|size| size * scale));
            seen.clear();
            if alpha == 1.0 {
                seen.extend(part(faces, from, to).iter().map(|face| Some(*face)));
            } else {
                seen.extend(part(faces, from, to).iter().map(|face| Some(face.with_alpha(alpha))));
            }
            let faces = each(seen);
            let (sizes, edge_width) = (each(pixels), look.edge_width * scale);
            let edges = if edge.is_some() { Each::One(edge) } else { faces };
            self.surface.markers(&room.places, &Markers { marker: &look.marker, sizes, faces, edges, edge_width });
            from = to;
        }
        self.scratch.looks.clear();
    }

    /// Markers at data points, each with a look of its own; NaN is left out.
    pub fn markers_each(&mut self, markers: impl IntoIterator<Item = (f64, f64, MarkerLook)>) {
        let mut shape: Option<(Marker, f32)> = None;
        for (vx, vy, look) in markers {
            let same =
                shape.as_ref().is_some_and(|(marker, width)| *marker == look.marker && *width == look.edge_width);
            if !same || self.scratch.looks.x.len() >= self.at_once() {
                self.flush(shape.as_ref());
            }
            if !same {
                shape = Some((look.marker.clone(), look.edge_width));
            }
            self.add(vx, vy, look);
        }
        self.flush(shape.as_ref());
    }

    fn add(&mut self, vx: f64, vy: f64, look: MarkerLook) {
        let look = look.with_alpha(self.place.alpha);
        let Looks { x, y, sizes, faces, edges } = &mut self.scratch.looks;
        x.push(vx);
        y.push(vy);
        sizes.push(look.size * self.place.pixels_per_point);
        faces.push(look.face);
        edges.push(look.edge);
    }

    /// So many markers, or points of a mesh, are handed on at once: files are told of all, that they may count them.
    pub(crate) fn at_once(&self) -> usize {
        if self.surface.device().crisp { AT_ONCE } else { usize::MAX }
    }

    /// Draws the markers at hand, which have this shape and an edge so wide, in points.
    fn flush(&mut self, shape: Option<&(Marker, f32)>) {
        let (places, Looks { x, y, sizes, faces, edges }) = (&mut self.scratch.places, &mut self.scratch.looks);
        places.clear();
        self.place.projection.places(x, y, places);
        if let Some((marker, edge_width)) = shape {
            let looks = Markers {
                marker,
                sizes: Each::All(sizes),
                faces: Each::All(faces),
                edges: Each::All(edges),
                edge_width: edge_width * self.place.pixels_per_point,
            };
            self.surface.markers(places, &looks);
        }
        self.scratch.looks.clear();
    }
}

/// Those of some points; the only one, if there is only one.
fn part<T>(values: &[T], from: usize, to: usize) -> &[T] {
    if values.len() == 1 { values } else { &values[from..to] }
}
