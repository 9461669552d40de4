//! A surface that writes down what it is asked to draw.

use crate::artist::{Artist, Painter, Place, Scratch};
use crate::figure::{Axes, Figure, Key};
use crate::geom::{Point, Size};
use crate::layout::Layout;
use crate::style::Color;
use crate::surface::{
    CellGrid, Device, Each, Flat, Inside, Line, Markers, Picture, Pieces, Shape, Stream, Stroke, Surface,
};
use crate::text::{Anchor, Words};

/// One call, in pixels.
#[derive(Debug)]
pub(super) enum Note {
    /// The rings of what is filled at once.
    Fill(Vec<Vec<Point>>),
    /// Lines.
    Stroke(Vec<Vec<Point>>),
    /// The points of a mesh.
    Mesh(Vec<Point>),
}

/// Without pixels, so that nothing is snapped.
#[derive(Debug)]
pub(super) struct Noted {
    size: Size,
    notes: Vec<Note>,
}

impl Noted {
    /// What the first artist of some axes, the only ones of the figure, draws.
    pub(super) fn of(fig: &Figure, ax: Key<Axes>) -> (Vec<Note>, Layout) {
        let layout = Layout::of(fig);
        let mut noted = Self { size: layout.size, notes: Vec::new() };
        let artist: &dyn Artist = fig[ax].slots()[0].artist();
        let (area, projection) = (layout.axes[0].area, &layout.axes[0].projection);
        let (pixels_per_point, fonts) = (layout.pixels_per_point, &layout.fonts);
        let place =
            Place { area, projection, pixels_per_point, fonts, theme: &layout.theme, alpha: artist.common().alpha };
        artist.paint(&mut Painter::new(&mut noted, &mut Scratch::default(), place));
        (noted.notes, layout)
    }
}

/// The runs of a line between its gaps.
fn runs(points: &[Point]) -> Vec<Vec<Point>> {
    let parts = points.split(|p| !p.is_finite()).map(<[Point]>::to_vec);
    parts.filter(|run| !run.is_empty()).collect()
}

fn contours(flat: &Flat) -> Vec<Vec<Point>> {
    flat.contours().map(|(points, _)| points.to_vec()).collect()
}

impl Surface for Noted {
    fn device(&self) -> Device {
        Device { size: self.size, crisp: false }
    }

    fn fill(&mut self, shape: Shape<'_>, _: Color) {
        self.notes.push(Note::Fill(match shape {
            Shape::Rect(r) => {
                vec![[(r.x0, r.y0), (r.x1, r.y0), (r.x1, r.y1), (r.x0, r.y1)].map(|(x, y)| Point::new(x, y)).to_vec()]
            }
            Shape::Polygon(points) => vec![points.to_vec()],
            Shape::Path(path, _) => {
                let mut flat = Flat::default();
                flat.add(path);
                contours(&flat)
            }
        }));
    }

    fn stroke(&mut self, line: Line<'_>, _: &Stroke<'_>) {
        self.notes.push(Note::Stroke(match line {
            Line::Points(points) => runs(points),
            Line::Track(track) => runs(&track.with_gaps()),
            Line::Path(path) => {
                let mut flat = Flat::default();
                flat.add(path);
                contours(&flat)
            }
        }));
    }

    fn stream(&mut self, _: &dyn Stream, _: &Stroke<'_>) -> bool {
        false
    }

    fn strokes(&mut self, lines: Pieces<'_>, _: Each<'_, Color>, _: Each<'_, f32>, _: &Stroke<'_>) {
        self.notes.push(Note::Stroke((0..lines.len()).map(|i| lines.get(i).to_vec()).collect()));
    }

    fn fills(&mut self, rings: Pieces<'_>, _: Each<'_, Color>) {
        self.notes.push(Note::Fill((0..rings.len()).map(|i| rings.get(i).to_vec()).collect()));
    }

    fn markers(&mut self, _: &[(f64, f64)], _: &Markers<'_>) {}

    fn image(&mut self, _: &Picture<'_>) {}

    fn cells(&mut self, cells: &CellGrid<'_>) {
        let all = cells.triangles();
        self.mesh(&all.points, &all.colors, &all.corners);
    }

    fn mesh(&mut self, points: &[Point], _: &[Color], _: &[[u32; 3]]) {
        self.notes.push(Note::Mesh(points.to_vec()));
    }

    fn words(&mut self, _: &Words<'_>, _: Anchor, _: Color) {}

    fn push_clip(&mut self, _: Inside<'_>) {}

    fn pop_clip(&mut self) {}
}
