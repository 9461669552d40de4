//! Markers: circles and polygons around a pixel, so that all of one look are alike.

use std::rc::Rc;

use crate::canvas::{MarkerShape, half_corners, marker_shape};
use crate::geom::Point;
use crate::plotters::cut;
use crate::plotters::onto::Onto;
use crate::style::Color;
use crate::surface::Markers;

/// What is drawn around the middle of a marker, in pixels.
enum Outline {
    Circle(u32),
    /// Corners, and whether they are closed.
    Lines(Vec<Vec<(i32, i32)>>, bool),
}

/// One marker's shape, size and colours.
struct Look {
    shape: MarkerShape,
    size: f32,
    face: Option<Color>,
    edge: Option<Color>,
    edge_width: f32,
    /// The corners of a half, for a size of one pixel.
    half: Option<Rc<[Point]>>,
}

impl Look {
    /// How far it reaches from its middle.
    fn reach(&self) -> f32 {
        (self.size + self.edge_width.max(0.0)) * std::f32::consts::FRAC_1_SQRT_2 + 1.0
    }

    /// A pixel is drawn whole, so that a shape between the middles of pixels is one pixel larger than its corners say.
    fn outline(&self, size: f32) -> Option<Outline> {
        let side = (size - 1.0).max(0.0);
        let corner = |c: &[f32; 2], by: f32| ((c[0] * by).round() as i32, (c[1] * by).round() as i32);
        if let Some(half) = &self.half {
            return Some(Outline::Lines(vec![half.iter().map(|p| corner(&[p.x, p.y], side)).collect()], true));
        }
        Some(match self.shape {
            MarkerShape::Nothing => return None,
            MarkerShape::Pixel => Outline::Lines(vec![vec![(0, 0)]], false),
            MarkerShape::Disc(radius) => Outline::Circle((radius * size - 0.5).max(0.0).round() as u32),
            MarkerShape::Polygon(corners, _) => {
                Outline::Lines(vec![corners.iter().map(|c| corner(c, side)).collect()], true)
            }
            MarkerShape::Lines(lines) => {
                let one = |line: &[[f32; 2]; 2]| line.iter().map(|c| corner(c, side)).collect();
                Outline::Lines(lines.iter().map(one).collect(), false)
            }
        })
    }
}

impl Onto<'_> {
    pub(super) fn add_markers(&mut self, at: &[(f64, f64)], looks: &Markers<'_>) {
        let shape = marker_shape(looks.marker);
        let cut = matches!(shape, MarkerShape::Disc(_) | MarkerShape::Polygon(..));
        let half: Option<Rc<[Point]>> = looks.half.filter(|_| cut).map(|half| half_corners(looks.marker, half).into());
        let opaque = |color: Option<Color>| color.filter(|color| color.a > 0);
        for (i, &center) in at.iter().enumerate() {
            let size = looks.sizes.at(i);
            if !(center.0.is_finite() && center.1.is_finite() && size > 0.0 && size.is_finite()) {
                continue;
            }
            let width = looks.edge_widths.at(i);
            let edge = opaque(looks.edges.at(i)).filter(|_| width > 0.0 && width.is_finite());
            let look =
                Look { shape, size, face: opaque(looks.faces.at(i)), edge, edge_width: width, half: half.clone() };
            self.add_marker(center, &look);
        }
    }

    fn add_marker(&mut self, center: (f64, f64), look: &Look) {
        let clip = self.clip();
        let (x, y, reach) = (center.0, center.1, f64::from(look.reach()));
        let within = |v: f64, from: i32, to: i32, by: f64| v > f64::from(from) - by && v < f64::from(to) + by;
        if !(within(x, clip.x0, clip.x1, reach) && within(y, clip.y0, clip.y1, reach)) {
            return;
        }
        // whole ones need not be cut
        let whole = within(x, clip.x0, clip.x1, -reach) && within(y, clip.y0, clip.y1, -reach);
        let center = (x.floor() as i32, y.floor() as i32);
        match (look.face, look.edge) {
            _ if matches!(look.shape, MarkerShape::Lines(_)) => self.lines(center, look),
            // one shape of both
            (Some(face), Some(edge)) if face == edge => self.inside(center, look, look.edge_width, face, whole),
            (face, edge) => {
                if let Some(face) = face {
                    self.inside(center, look, 0.0, face, whole);
                }
                if let Some(edge) = edge {
                    self.edge(center, look, edge, whole);
                }
            }
        }
    }

    /// What is inside of it, and `more` pixels wider.
    fn inside(&mut self, center: (i32, i32), look: &Look, more: f32, color: Color, whole: bool) {
        match look.outline(look.size + more) {
            Some(Outline::Circle(radius)) if whole => self.to.circle(center, radius, None, color),
            Some(Outline::Circle(radius)) => self.ring(&circle(center, radius), color),
            Some(Outline::Lines(lines, _)) => {
                for line in &lines {
                    let at = |c: &(i32, i32)| (center.0 + c.0, center.1 + c.1);
                    match line.as_slice() {
                        [_] => self.ring_or_pixel(center, color),
                        corners if whole => self.to.polygon(&corners.iter().map(at).collect::<Vec<_>>(), color),
                        corners => self.ring(&corners.iter().map(|c| middle(at(c))).collect::<Vec<_>>(), color),
                    }
                }
            }
            None => {}
        }
    }

    fn ring_or_pixel(&mut self, at: (i32, i32), color: Color) {
        let clip = self.clip();
        if cut::pixel((at.0.into(), at.1.into()), clip) == at {
            self.to.pixel(at, color);
        }
    }

    fn edge(&mut self, center: (i32, i32), look: &Look, color: Color, whole: bool) {
        let width = look.edge_width;
        match look.outline(look.size) {
            Some(Outline::Circle(radius)) if whole => {
                let (width, color) = pen(width, color);
                self.to.circle(center, radius, Some(width), color);
            }
            Some(Outline::Circle(radius)) => self.around(&circle(center, radius), width, color),
            Some(Outline::Lines(lines, true)) => {
                for line in &lines {
                    let at = |c: &(i32, i32)| middle((center.0 + c.0, center.1 + c.1));
                    self.around(&line.iter().map(at).collect::<Vec<_>>(), width, color);
                }
            }
            _ => {}
        }
    }

    /// A closed line.
    fn around(&mut self, corners: &[Point], width: f32, color: Color) {
        let mut points: Vec<(f64, f64)> = corners.iter().map(|p| (p.x.into(), p.y.into())).collect();
        points.extend(points.first().copied());
        self.solid(&points, width, color);
    }

    /// Lines without an inside.
    fn lines(&mut self, center: (i32, i32), look: &Look) {
        let (Some(color), Some(Outline::Lines(lines, _))) = (look.edge, look.outline(look.size)) else { return };
        for line in &lines {
            let at = |c: &(i32, i32)| (f64::from(center.0 + c.0) + 0.5, f64::from(center.1 + c.1) + 0.5);
            self.solid(&line.iter().map(at).collect::<Vec<_>>(), look.edge_width, color);
        }
    }
}

/// The width of a pen in whole pixels; thinner ones are paler.
pub(super) fn pen(width: f32, color: Color) -> (u32, Color) {
    (width.round().clamp(1.0, 10_000.0) as u32, color.with_alpha(width))
}

fn middle(at: (i32, i32)) -> Point {
    Point::new(at.0 as f32 + 0.5, at.1 as f32 + 0.5)
}

/// A polygon that looks like a circle.
fn circle(center: (i32, i32), radius: u32) -> Vec<Point> {
    let (middle, radius) = (middle(center), radius as f32);
    let around = crate::geom::Rect::new(middle.x, middle.y, middle.x, middle.y).expanded(radius);
    let mut flat = crate::surface::Flat::default();
    flat.add(&crate::geom::Path::ellipse(around));
    flat.points().to_vec()
}
