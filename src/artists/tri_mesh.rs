//! Triangles between points, as colours or as lines: matplotlib's `tripcolor` and `triplot`.

mod paint;
mod setters;

use crate::artist::mapped::color_setters;
use crate::artist::{Artist, Bounds, ColorCycle, ColorScale, Common, LegendHandle, Obstacles, Painter};
use crate::artists::Shading;
use crate::data::{Column, Grid, GridData, Outlines, Shared, Triangles, Values, same_length};
use crate::figure::{Axes, Key};
use crate::geom::Extent;
use crate::project::Projection;
use crate::style::{Color, LineStyle, Mapping, Pen, theme};

/// Triangles between points: with [`values`](TriMesh::values) as colours, matplotlib's `tripcolor`, and without as lines, its
/// `triplot`.
///
/// The triangles are given, or [found](TriMesh::delaunay). A point that is not finite has none, and NaN is not drawn. As in an
/// image, a pixel belongs to the triangle that its middle lies in: between triangles nothing shows. A line between two
/// triangles is drawn once. [`Contour::triangles`](crate::Contour::triangles) and [`Contour::on_mesh`](crate::Contour::on_mesh) draw
/// level lines on triangles.
///
/// `label`, `alpha`, `zorder`, `visible` and `clip` come with [`ArtistExt`](crate::ArtistExt), and so do `set_label` and so on.
///
/// ```
/// use grabframe::prelude::*;
/// use grabframe::TriMesh;
/// let mut fig = Figure::new();
/// let ax = fig.add_axes();
/// let (x, y) = ([0.0, 1.0, 1.0, 0.0, 0.5], [0.0, 0.0, 1.0, 1.0, 0.4]);
/// let plate = fig[ax].add(TriMesh::delaunay(x, y).values([0.0, 1.0, 2.0, 1.0, 5.0]).shading("gouraud"));
/// fig[ax].add(TriMesh::delaunay(x, y).color("k").linewidth(0.5));
/// fig.colorbar(plate);
/// fig[plate].set_values([0.0, 1.0, 2.0, 1.0, 4.0]); // in a loop
/// assert_eq!(fig[plate].triangles().len(), 4);
/// ```
#[derive(Clone, Debug)]
pub struct TriMesh {
    common: Common,
    x: Shared<Vec<f64>>,
    y: Shared<Vec<f64>>,
    triangles: Shared<Triangles>,
    /// They were found, and are again when the points move.
    found: bool,
    extent: (Extent, Extent),
    values: Option<Shared<Vec<f64>>>,
    /// The values are those of triangles, and not of points.
    of_faces: bool,
    shading: Shading,
    mapping: Mapping,
    color: Option<Color>,
    edgecolor: Option<Color>,
    linewidth: Option<f32>,
    linestyle: LineStyle,
}

impl TriMesh {
    /// Triangles between points (`x[i]`, `y[i]`), each a row of three indices of points.
    ///
    /// # Panics
    /// If the columns have different lengths, a row has not three numbers, or a number is no index.
    #[must_use]
    #[track_caller]
    pub fn new(x: impl Column, y: impl Column, triangles: impl Grid) -> Self {
        let mut mesh = Self::between(x, y);
        let mut corners = GridData::default();
        triangles.read_into(&mut corners);
        let Values::Scalar(numbers) = &corners.values else { panic!("a grid of colours has no triangles") };
        assert!(
            corners.cols == 3 || corners.rows == 0,
            "a triangle has 3 corners, and not {}: give rows of three indices",
            corners.cols
        );
        mesh.triangles = Triangles::given(numbers, &mesh.x, &mesh.y).into();
        mesh
    }

    /// The triangles of Delaunay between points: no other point lies in the circle around one of them. Of points that are alike
    /// one is taken. Fewer than three points, or points along one line, have no triangles, and nothing is drawn:
    /// [`triangles`](TriMesh::triangles) tells.
    ///
    /// # Panics
    /// If the columns have different lengths.
    #[must_use]
    #[track_caller]
    pub fn delaunay(x: impl Column, y: impl Column) -> Self {
        let mut mesh = Self { found: true, ..Self::between(x, y) };
        mesh.triangles = Triangles::between(&mesh.x, &mesh.y).into();
        mesh
    }

    #[track_caller]
    fn between(x: impl Column, y: impl Column) -> Self {
        let mut mesh = Self {
            common: Common::new(),
            x: Shared::default(),
            y: Shared::default(),
            triangles: Shared::default(),
            found: false,
            extent: (Extent::EMPTY, Extent::EMPTY),
            values: None,
            of_faces: false,
            shading: Shading::Flat,
            mapping: Mapping::new(),
            color: None,
            edgecolor: None,
            linewidth: None,
            linestyle: LineStyle::Solid,
        };
        mesh.move_to(x, y);
        mesh
    }

    #[track_caller]
    fn move_to(&mut self, x: impl Column, y: impl Column) {
        same_length(("x", x.column_len()), ("y", y.column_len()));
        self.x.take(&x);
        self.y.take(&y);
        self.extent = Extent::of_points(&self.x, &self.y);
    }

    /// Moves the points. Triangles that were given stay, and there must be as many points as before; others are found anew, and none
    /// is masked. Values stay: give new ones if their number changes; until then what has none is not drawn.
    ///
    /// # Panics
    /// If the columns have different lengths, or triangles were given and there are not as many points as before.
    #[track_caller]
    pub fn set_data(&mut self, x: impl Column, y: impl Column) -> &mut Self {
        let (before, now) = (self.x.len(), x.column_len());
        assert!(self.found || before == now, "the triangles have {before} points, and not {now}");
        self.move_to(x, y);
        if self.found {
            self.triangles = Triangles::between(&self.x, &self.y).into();
        } else if let Some(moved) = self.triangles.moved(&self.x, &self.y) {
            self.triangles = moved.into();
        }
        self.see();
        self
    }

    /// The positions along x.
    #[must_use]
    pub fn xdata(&self) -> &[f64] {
        &self.x
    }

    /// The heights.
    #[must_use]
    pub fn ydata(&self) -> &[f64] {
        &self.y
    }

    /// The triangles, masked ones too: three points each.
    #[must_use]
    pub fn triangles(&self) -> &[[u32; 3]] {
        &self.triangles.corners
    }

    /// The points, and the triangles between them.
    pub(super) fn parts(&self) -> (Shared<Vec<f64>>, Shared<Vec<f64>>, Shared<Triangles>) {
        (self.x.clone(), self.y.clone(), self.triangles.clone())
    }

    fn width(&self) -> f32 {
        self.linewidth.unwrap_or(if self.values.is_some() { theme::TRIANGLE_EDGE_WIDTH } else { theme::LINE_WIDTH })
    }

    fn is_smooth(&self) -> bool {
        self.shading == Shading::Gouraud && !self.of_faces
    }

    /// The values that have colours: those of points, or one for each triangle that is shown.
    fn shown_values(&self) -> Vec<f64> {
        let Some(values) = &self.values else { return Vec::new() };
        if self.is_smooth() {
            return values.to_vec();
        }
        let value = |at: u32| values.get(at as usize).copied().unwrap_or(f64::NAN);
        let mut shown = Vec::with_capacity(self.triangles.shown.len());
        for t in &self.triangles.shown {
            shown.push(if self.of_faces {
                value(*t)
            } else {
                let [a, b, c] = self.triangles.corners[*t as usize].map(value);
                let sum = a + b + c;
                // the sum of numbers need not be one
                if sum.is_finite() { sum / 3.0 } else { a / 3.0 + b / 3.0 + c / 3.0 }
            });
        }
        shown
    }

    fn pen(&self) -> Option<Pen> {
        let color = if self.values.is_some() { self.edgecolor? } else { self.get_color() };
        Some(Pen::new(color, self.width()).dashes(self.linestyle.clone()))
    }
}

color_setters!(TriMesh, self, self.shown_values());

impl Axes {
    /// Adds triangles between these points, with a colour for each value: `add(TriMesh::delaunay(x, y).values(z))`.
    ///
    /// # Panics
    /// If the columns have different lengths, or there are neither as many values as points nor as many as triangles.
    #[track_caller]
    pub fn tripcolor(&mut self, x: impl Column, y: impl Column, values: impl Column) -> Key<TriMesh> {
        self.add(TriMesh::delaunay(x, y).values(values))
    }

    /// Adds the sides of triangles between these points: `add(TriMesh::delaunay(x, y))`.
    ///
    /// # Panics
    /// If the columns have different lengths.
    #[track_caller]
    pub fn triplot(&mut self, x: impl Column, y: impl Column) -> Key<TriMesh> {
        self.add(TriMesh::delaunay(x, y))
    }
}

impl Artist for TriMesh {
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
        Bounds::new(self.extent.0, self.extent.1).dates(self.x.are_dates(), self.y.are_dates())
    }

    fn take_color(&mut self, cycle: &mut ColorCycle) {
        if self.values.is_none() && self.color.is_none() {
            self.color = Some(cycle.next_line());
        }
    }

    fn paint(&self, painter: &mut Painter<'_>) {
        if self.values.is_some() {
            self.paint_faces(painter);
        }
        let Some(pen) = self.pen() else { return };
        if self.values.is_none() {
            let (x, y) = self.sides();
            return painter.line(&x, &y, pen.color, pen.width, &pen.style);
        }
        // hairs, mostly, which would be a dot where many meet if they were one line
        let mut sides = Outlines::default();
        for edge in &self.triangles.edges {
            for i in *edge {
                sides.push(self.x[i as usize], self.y[i as usize]);
            }
            sides.end();
        }
        painter.data_strokes(&sides, &[pen.color], &[pen.width], &pen);
    }

    fn legend_handle(&self) -> Option<LegendHandle> {
        let line = self.pen()?;
        Some(LegendHandle { line: Some(line), ..LegendHandle::new() })
    }

    fn color_scale(&self) -> Option<ColorScale> {
        Some(self.mapping.scale())
    }

    fn obstacles(&self, projection: &Projection, out: &mut Obstacles) {
        if self.values.is_none() {
            out.points(projection, &self.x, &self.y);
        }
    }
}
