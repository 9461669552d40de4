//! Shapes of distributions: matplotlib's `violinplot`.

mod setters;

use crate::artist::{Artist, Bounds, ColorCycle, Common, LegendHandle, Obstacles, Painter};
use crate::artists::stand::Stand;
use crate::artists::violin_body::{Bandwidth, Body};
use crate::data::{Column, Outlines, Rows, Shared, one_of};
use crate::figure::{Axes, Key};
use crate::geom::{Extent, Point};
use crate::project::Projection;
use crate::style::{Cap, Color, Pen, named, theme};

/// Which half of a violin is drawn.
///
/// `"both"`, `"low"` and `"high"` may be written for it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum ViolinSide {
    /// Both. The default.
    #[default]
    Both,
    /// The one on the left, or below.
    Low,
    /// The one on the right, or above.
    High,
}

named!(ViolinSide, "a side of a violin", ["both" => ViolinSide::Both, "low" => ViolinSide::Low, "high" => ViolinSide::High]);

/// The shape of each sample's distribution, mirrored: matplotlib's `violinplot`.
///
/// A violin is as wide as its sample's density, which is estimated with Gaussian kernels, from the smallest to the largest value; the widest
/// place of each is as wide as that of all others. The samples may have any lengths; what is not finite in them is left out. They stand at 1, 2, 3
/// and so on.
///
/// `label`, `alpha`, `zorder`, `visible` and `clip` come with [`ArtistExt`](crate::ArtistExt), and so do `set_label` and so on.
///
/// ```
/// use grabframe::prelude::*;
/// let mut fig = Figure::new();
/// let ax = fig.add_axes();
/// let samples = [vec![1.0, 2.0, 2.5, 4.0], vec![2.0, 3.0, 3.5, 9.0, 4.0]];
/// let violins = fig[ax].add(Violin::new(&samples).showmedians(true).bw_method("silverman"));
/// fig[violins].set_data([vec![1.5, 2.0], vec![3.0, 3.2]]); // in a loop
/// ```
#[derive(Clone, Debug)]
pub struct Violin {
    common: Common,
    samples: Shared<Rows>,
    bodies: Shared<Vec<Body>>,
    stand: Stand,
    widths: Vec<f64>,
    points: usize,
    bandwidth: Bandwidth,
    side: ViolinSide,
    /// Shares, below which quantiles are drawn: the same of all samples.
    quantiles: Vec<f64>,
    means: bool,
    extrema: bool,
    medians: bool,
    color: Option<Color>,
    faces: Vec<Color>,
    linecolor: Option<Color>,
    linewidth: f32,
    /// Across and along the values.
    extent: (Extent, Extent),
}

impl Violin {
    /// A violin for each of these samples: `Violin::new([&a, &b])`, or of a vector of columns, `Violin::new(&samples)`.
    #[must_use]
    pub fn new<C: Column>(samples: impl IntoIterator<Item = C>) -> Self {
        let mut violin = Self {
            common: Common::new(),
            samples: Shared::default(),
            bodies: Shared::default(),
            stand: Stand::default(),
            widths: vec![0.5],
            points: 100,
            bandwidth: Bandwidth::Scott,
            side: ViolinSide::Both,
            quantiles: Vec::new(),
            means: false,
            extrema: true,
            medians: false,
            color: None,
            faces: Vec::new(),
            linecolor: None,
            linewidth: theme::LINE_WIDTH,
            extent: (Extent::EMPTY, Extent::EMPTY),
        };
        violin.set_data(samples);
        violin
    }

    /// The same violins with their values along x: matplotlib's `orientation="horizontal"`.
    #[must_use]
    pub fn horizontal(mut self) -> Self {
        self.stand.lying = true;
        self
    }

    /// Replaces the samples. What was said of each violin stays: one that has no width, where others have, is not drawn.
    ///
    /// # Panics
    /// If positions were set, and there are not as many samples: [`set_data_at`](Violin::set_data_at) changes both.
    #[track_caller]
    pub fn set_data<C: Column>(&mut self, samples: impl IntoIterator<Item = C>) -> &mut Self {
        self.samples.renew().read(samples);
        self.estimate();
        self
    }

    /// Replaces the samples and where they stand, of which there may be more or fewer than before.
    ///
    /// # Panics
    /// If there are not as many positions as samples.
    #[track_caller]
    pub fn set_data_at<C: Column>(
        &mut self,
        positions: impl Column,
        samples: impl IntoIterator<Item = C>,
    ) -> &mut Self {
        self.samples.renew().read(samples);
        self.stand.set(positions, self.samples.len());
        self.estimate();
        self
    }

    #[track_caller]
    fn estimate(&mut self) {
        // first what may be refused, so that the bodies before are still there then
        self.stand.hold(self.samples.len());
        let bodies = self.bodies.renew();
        bodies.clear();
        for i in 0..self.samples.len() {
            bodies.push(Body::of(self.samples.row(i), self.bandwidth, self.points, &self.quantiles));
        }
        self.measure();
    }

    /// How far violin `i` reaches to each side of its place.
    fn sides(&self, i: usize) -> Option<(f64, f64)> {
        let half = 0.5 * one_of(&self.widths, i)?;
        Some((
            if self.side == ViolinSide::High { 0.0 } else { half },
            if self.side == ViolinSide::Low { 0.0 } else { half },
        ))
    }

    fn measure(&mut self) {
        let (mut across, mut along) = (Extent::EMPTY, Extent::EMPTY);
        for (i, body) in self.bodies.iter().enumerate() {
            let at = self.stand.at()[i];
            if let (Some((low, high)), [lo, .., hi], true) = (self.sides(i), &body.coords[..], at.is_finite()) {
                across = across.with(at - low).with(at + high);
                along = along.with(*lo).with(*hi);
            }
        }
        self.extent = (across, along);
    }

    /// The outline of violin `i`: places and values.
    fn outline(&self, i: usize) -> Option<(Vec<f64>, Vec<f64>)> {
        let ((low, high), at, body) = (self.sides(i)?, self.stand.at()[i], &self.bodies[i]);
        let (mut places, mut values) = (Vec::with_capacity(2 * body.coords.len()), body.coords.clone());
        for v in &body.shape {
            places.push(at - low * v);
        }
        for v in body.shape.iter().rev() {
            places.push(at + high * v);
        }
        values.extend(body.coords.iter().rev());
        (!at.is_nan()).then_some((places, values))
    }

    fn face(&self, i: usize) -> Option<Color> {
        if self.faces.is_empty() { Some(self.get_color().with_alpha(BODY_ALPHA)) } else { one_of(&self.faces, i) }
    }
}

/// How opaque bodies are whose colour was not set.
const BODY_ALPHA: f32 = 0.3;

impl Axes {
    /// Adds a violin for each sample: `add(Violin::new(samples))`.
    pub fn violinplot<C: Column>(&mut self, samples: impl IntoIterator<Item = C>) -> Key<Violin> {
        self.add(Violin::new(samples))
    }
}

impl Artist for Violin {
    fn common(&self) -> &Common {
        &self.common
    }

    fn common_mut(&mut self) -> &mut Common {
        &mut self.common
    }

    /// That of bodies, as matplotlib's: what is drawn over violins, as points are, would be covered else.
    fn default_zorder(&self) -> f64 {
        1.0
    }

    fn bounds(&self) -> Bounds {
        self.stand.bounds(self.extent.0, self.extent.1)
    }

    fn take_color(&mut self, cycle: &mut ColorCycle) {
        if self.color.is_none() {
            self.color = Some(cycle.next_line());
        }
    }

    fn paint(&self, painter: &mut Painter<'_>) {
        let (mut points, mut ends): (Vec<Point>, Vec<u32>) = (Vec::new(), Vec::new());
        for (i, body) in self.bodies.iter().enumerate() {
            let Some((places, values)) = self.outline(i).filter(|_| !body.coords.is_empty()) else { continue };
            if let Some(face) = self.face(i) {
                let (xs, ys) = if self.stand.lying { (&values, &places) } else { (&places, &values) };
                painter.polygon(xs, ys, face);
            }
            let (at, Some((low, high)), [lo, .., hi]) = (self.stand.at()[i], self.sides(i), &body.coords[..]) else {
                continue;
            };
            let mut marked = Vec::new();
            if self.means {
                marked.push(body.mean);
            }
            if self.extrema {
                marked.extend([*lo, *hi]);
                for v in [*lo, *hi] {
                    points.push(self.stand.crisp_across(painter, at, v, self.linewidth));
                }
                ends.push(points.len() as u32);
            }
            if self.medians {
                marked.push(body.median);
            }
            marked.extend_from_slice(&body.quantiles);
            for v in marked {
                for place in [at - 0.5 * low, at + 0.5 * high] {
                    points.push(self.stand.crisp_across(painter, place, v, self.linewidth));
                }
                ends.push(points.len() as u32);
            }
        }
        let cap = if self.side == ViolinSide::Both { Cap::Butt } else { Cap::Projecting };
        let pen = Pen::new(self.get_linecolor(), self.linewidth).cap(cap);
        painter.strokes(&points, &ends, &[pen.color], &[pen.width], &pen);
    }

    fn legend_handle(&self) -> Option<LegendHandle> {
        Some(LegendHandle { face: self.face(0), ..LegendHandle::new() })
    }

    fn obstacles(&self, projection: &Projection, out: &mut Obstacles) {
        let mut bodies = Outlines::default();
        for i in 0..self.bodies.len() {
            let Some((places, values)) = self.outline(i) else { continue };
            for (place, value) in places.iter().zip(&values) {
                let (x, y) = if self.stand.lying { (*value, *place) } else { (*place, *value) };
                bodies.push(x, y);
            }
            bodies.end();
        }
        out.outlines(projection, &bodies, false);
    }
}
