//! Markers.

use crate::artist::painter::batch::{counted, each};
use crate::artist::painter::{Painter, Place};
use crate::style::{Color, FillStyle, Half, MarkEvery, Marker, Role, Theme};
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
    /// Which part has the filling. [`Painter::markers_batch`] knows only full ones.
    pub fillstyle: FillStyle,
    /// The filling of the other half, if a half is filled. Default: none.
    pub face_alt: Option<Color>,
}

impl MarkerLook {
    /// A marker of this size and filling, with an edge of the same colour, 1 point wide.
    #[must_use]
    pub const fn new(marker: Marker, size: f32, color: Color) -> Self {
        Self {
            marker,
            size,
            face: Some(color),
            edge: Some(color),
            edge_width: 1.0,
            fillstyle: FillStyle::Full,
            face_alt: None,
        }
    }

    /// With this edge, its width in points.
    #[must_use]
    pub const fn edge(mut self, color: Color, width: f32) -> Self {
        (self.edge, self.edge_width) = (Some(color), width);
        self
    }

    /// The same as a theme has it, its colours with this opacity.
    #[must_use]
    pub(crate) fn in_theme(self, theme: &Theme, alpha: f32) -> Self {
        let seen = |color: Option<Color>| color.map(|c| theme.color(c).with_alpha(alpha));
        let (size, edge_width) = (theme.length(self.size), theme.length(self.edge_width));
        Self { size, edge_width, face: seen(self.face), edge: seen(self.edge), face_alt: seen(self.face_alt), ..self }
    }

    /// The parts that it is drawn in: a half or all of it, and the filling.
    fn parts(&self) -> [Option<(Option<Half>, Option<Color>)>; 2] {
        let cut = self.marker.is_filled() && self.marker != Marker::Pixel;
        match self.fillstyle.half().filter(|_| cut) {
            Some(half) => [Some((Some(half), self.face)), Some((Some(half.other()), self.face_alt))],
            None => [Some((None, self.face.filter(|_| self.fillstyle != FillStyle::None))), None],
        }
    }
}

/// So many points of a mesh become pixels at once: what is written is still at hand when it is drawn.
const AT_ONCE: usize = 4096;
/// And so many markers: those that lie below others of the same call are passed over.
const MARKERS_AT_ONCE: usize = 1 << 17;

/// Markers of one shape that look each in their own way, in pixels.
#[derive(Debug, Default)]
pub(super) struct Looks {
    x: Vec<f64>,
    y: Vec<f64>,
    sizes: Vec<f32>,
    faces: Vec<Option<Color>>,
    edges: Vec<Option<Color>>,
    edge_widths: Vec<f32>,
}

/// Looks of markers of one shape, lengths in points: each is one for all, or one for each.
#[derive(Clone, Copy)]
pub(crate) struct Batch<'b> {
    pub(crate) marker: &'b Marker,
    pub(crate) sizes: &'b [f32],
    pub(crate) faces: &'b [Color],
    /// Empty: those of the fillings.
    pub(crate) edges: &'b [Color],
    pub(crate) edge_widths: &'b [f32],
}

impl Looks {
    fn clear(&mut self) {
        let Self { x, y, sizes, faces, edges, edge_widths } = self;
        x.clear();
        y.clear();
        sizes.clear();
        faces.clear();
        edges.clear();
        edge_widths.clear();
    }
}

/// What markers have in common that are drawn in one call; the edge in points.
struct Alike {
    marker: Marker,
    half: Option<Half>,
    edge_width: f32,
}

impl Painter<'_> {
    /// A marker at every data point; NaN is left out, and so is what one column has more than the other.
    pub fn markers(&mut self, xs: &[f64], ys: &[f64], marker: &MarkerLook) {
        let scale = self.place.pixels_per_point;
        let look = marker.clone().in_theme(self.place.theme, self.place.alpha);
        let at_once = self.markers_at_once();
        // one half of all, and then the other
        for (half, face) in look.parts().into_iter().flatten() {
            let looks = Markers {
                marker: &look.marker,
                half,
                sizes: Each::One(look.size * scale),
                faces: Each::One(face),
                edges: Each::One(look.edge),
                edge_widths: Each::One(look.edge_width * scale),
            };
            for (xs, ys) in xs.chunks(at_once).zip(ys.chunks(at_once)) {
                let places = &mut self.scratch.places;
                places.clear();
                self.place.projection.places(xs, ys, places);
                self.surface.markers(places, &looks);
            }
        }
    }

    /// Which of data points are chosen, where that depends on where they are.
    pub(crate) fn among(&mut self, every: &MarkEvery, xs: &[f64], ys: &[f64]) -> Vec<usize> {
        let places = &mut self.scratch.places;
        places.clear();
        self.place.projection.places(xs, ys, places);
        let area = self.place.area;
        every.among(places, libm::hypot(area.width().into(), area.height().into()))
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
        let edges = look.edge.as_slice();
        self.markers_of(xs, ys, &Batch { marker: &look.marker, sizes, faces, edges, edge_widths: &[look.edge_width] });
    }

    /// The same with edges of their own.
    pub(crate) fn markers_of(&mut self, xs: &[f64], ys: &[f64], looks: &Batch<'_>) {
        let count = xs.len().min(ys.len());
        let Place { pixels_per_point: scale, alpha, theme, .. } = self.place;
        let themed = |colors: &[Color]| colors.iter().any(|color| color.role() != Role::OWN);
        let themed = themed(looks.faces) || themed(looks.edges);
        let mut from = 0;
        while from < count {
            let to = from.saturating_add(self.markers_at_once()).min(count);
            let room = &mut self.scratch;
            room.places.clear();
            self.place.projection.places(&xs[from..to], &ys[from..to], &mut room.places);
            let Looks { sizes, faces, edges, edge_widths, .. } = &mut room.looks;
            // of many, each was said
            for (pixels, points) in [(&mut *sizes, looks.sizes), (&mut *edge_widths, looks.edge_widths)] {
                pixels.clear();
                let length = |own: f32| if points.len() == 1 { theme.length(own) } else { own };
                pixels.extend(part(points, from, to).iter().map(|points| length(*points) * scale));
            }
            for (seen, colors) in [(&mut *faces, looks.faces), (&mut *edges, looks.edges)] {
                seen.clear();
                if themed {
                    seen.extend(part(colors, from, to).iter().map(|c| Some(theme.color(*c).with_alpha(alpha))));
                } else if alpha == 1.0 {
                    seen.extend(part(colors, from, to).iter().map(|color| Some(*color)));
                } else {
                    seen.extend(part(colors, from, to).iter().map(|color| Some(color.with_alpha(alpha))));
                }
            }
            let faces = each(faces);
            let edges = if looks.edges.is_empty() { faces } else { each(edges) };
            let (sizes, edge_widths) = (each(sizes), each(edge_widths));
            self.surface
                .markers(&room.places, &Markers { marker: looks.marker, half: None, sizes, faces, edges, edge_widths });
            from = to;
        }
        self.scratch.looks.clear();
    }

    /// Markers at data points, each with a look of its own; NaN is left out.
    pub fn markers_each(&mut self, markers: impl IntoIterator<Item = (f64, f64, MarkerLook)>) {
        let mut shape: Option<Alike> = None;
        for (vx, vy, look) in markers {
            self.add_each(&mut shape, vx, vy, look.in_theme(self.place.theme, self.place.alpha));
        }
        self.flush(shape.as_ref());
    }

    /// Adds a marker to those at hand, which are drawn before if they are of another kind.
    fn add_each(&mut self, shape: &mut Option<Alike>, vx: f64, vy: f64, look: MarkerLook) {
        for (half, face) in look.parts().into_iter().flatten() {
            let same = shape.as_ref().is_some_and(|known| {
                known.marker == look.marker && known.half == half && known.edge_width == look.edge_width
            });
            if !same || self.scratch.looks.x.len() >= self.markers_at_once() {
                self.flush(shape.as_ref());
            }
            if !same {
                *shape = Some(Alike { marker: look.marker.clone(), half, edge_width: look.edge_width });
            }
            self.add(vx, vy, &look, face);
        }
    }

    fn add(&mut self, vx: f64, vy: f64, look: &MarkerLook, face: Option<Color>) {
        let Looks { x, y, sizes, faces, edges, .. } = &mut self.scratch.looks;
        x.push(vx);
        y.push(vy);
        sizes.push(look.size * self.place.pixels_per_point);
        faces.push(face);
        edges.push(look.edge);
    }

    /// So many points of a mesh are handed on at once: files are told of all, that they may count them.
    pub(crate) fn at_once(&self) -> usize {
        if self.surface.device().crisp { AT_ONCE } else { usize::MAX }
    }

    /// The same of markers.
    pub(crate) fn markers_at_once(&self) -> usize {
        if self.surface.device().crisp { MARKERS_AT_ONCE } else { usize::MAX }
    }

    /// Draws the markers at hand, which are of this kind.
    fn flush(&mut self, shape: Option<&Alike>) {
        let (places, Looks { x, y, sizes, faces, edges, .. }) = (&mut self.scratch.places, &mut self.scratch.looks);
        places.clear();
        self.place.projection.places(x, y, places);
        if let Some(Alike { marker, half, edge_width }) = shape {
            let looks = Markers {
                marker,
                half: *half,
                sizes: Each::All(sizes),
                faces: Each::All(faces),
                edges: Each::All(edges),
                edge_widths: Each::One(edge_width * self.place.pixels_per_point),
            };
            self.surface.markers(places, &looks);
        }
        self.scratch.looks.clear();
    }
}

/// Those of some points; the only one, if there is only one, and none of none.
fn part<T>(values: &[T], from: usize, to: usize) -> &[T] {
    if values.len() <= 1 { values } else { &values[from..to] }
}
