//! Markers.

use crate::artist::painter::Painter;
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
            return self; // a scatter asks for each of its points
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

impl Painter<'_> {
    /// A marker at every data point; NaN is left out.
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
        for (xs, ys) in xs.chunks(AT_ONCE).zip(ys.chunks(AT_ONCE)) {
            let places = &mut self.scratch.places;
            places.clear();
            self.place.projection.places(xs, ys, places);
            self.surface.markers(places, &looks);
        }
    }

    /// Markers at data points, each with a look of its own; NaN is left out.
    pub fn markers_each(&mut self, markers: impl IntoIterator<Item = (f64, f64, MarkerLook)>) {
        let mut shape: Option<(Marker, f32)> = None;
        for (vx, vy, look) in markers {
            let same =
                shape.as_ref().is_some_and(|(marker, width)| *marker == look.marker && *width == look.edge_width);
            if !same || self.scratch.looks.x.len() >= AT_ONCE {
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
        x.clear();
        y.clear();
        sizes.clear();
        faces.clear();
        edges.clear();
    }
}
