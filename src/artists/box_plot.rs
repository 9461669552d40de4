//! Boxes and whiskers of samples: matplotlib's `boxplot`.

mod setters;

use crate::artist::{Artist, Bounds, ColorCycle, Common, LegendHandle, MarkerLook, Obstacles, Painter};
use crate::artists::box_stats::{BoxStats, Whiskers};
use crate::artists::stand::Stand;
use crate::data::{Column, Rows, Shared, one_of};
use crate::figure::{Axes, Key};
use crate::geom::Extent;
use crate::project::Projection;
use crate::style::{Color, Marker, Pen, theme};

/// Boxes and whiskers of samples: matplotlib's `boxplot`.
///
/// A box reaches from the lower to the upper quartile, with a line at the median. Whiskers reach to the farthest value within 1.5
/// heights of the box; what lies beyond is drawn as single points. The samples may have any lengths; what is not finite in them is left out, and
/// one without a value has no box. They stand at 1, 2, 3 and so on, where the axis has its ticks, and the axes have half a unit of room
/// beside them. Lines lie on whole pixels, as borders of bars do, but for slanted notches; [`stats`](BoxPlot::stats) are exact.
///
/// `label`, `alpha`, `zorder`, `visible` and `clip` come with [`ArtistExt`](crate::ArtistExt), and so do `set_label` and so on.
///
/// ```
/// use grabframe::prelude::*;
/// let mut fig = Figure::new();
/// let ax = fig.add_axes();
/// let samples = [vec![1.0, 2.0, 2.5, 4.0], vec![2.0, 3.0, 3.5, 9.0, 4.0]];
/// let boxes = fig[ax].add(BoxPlot::new(&samples).tick_labels(["before", "after"]).facecolors(["C0", "C1"]));
/// fig[boxes].set_data([vec![1.5, 2.0], vec![3.0]]); // in a loop
/// ```
#[derive(Clone, Debug)]
pub struct BoxPlot {
    common: Common,
    samples: Shared<Rows>,
    pub(super) stats: Shared<Vec<BoxStats>>,
    pub(super) stand: Stand,
    widths: Vec<f64>,
    capwidths: Vec<f64>,
    whiskers: Whiskers,
    autorange: bool,
    pub(super) notch: bool,
    pub(super) shows: Shows,
    /// What is written at their places, and whether that was set.
    names: Vec<String>,
    named: bool,
    ticks: bool,
    pub(super) color: Color,
    pub(super) median_color: Color,
    /// Empty: boxes have no inside.
    pub(super) faces: Vec<Color>,
    pub(super) linewidth: f32,
    pub(super) flier: MarkerLook,
    /// Across and along the values.
    extent: (Extent, Extent),
    /// Of boxes whose width was not set.
    usual_width: f64,
}

/// Which parts are drawn.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shows {
    pub(super) boxes: bool,
    pub(super) caps: bool,
    pub(super) fliers: bool,
    pub(super) means: bool,
    pub(super) meanline: bool,
}

impl BoxPlot {
    /// A box for each of these samples: `BoxPlot::new([&a, &b])`, or of a vector of columns, `BoxPlot::new(&samples)`.
    #[must_use]
    pub fn new<C: Column>(samples: impl IntoIterator<Item = C>) -> Self {
        let mut flier = MarkerLook::new(Marker::Circle, theme::MARKER_SIZE, theme::EDGE);
        flier.face = None;
        let mut plot = Self {
            common: Common::new(),
            samples: Shared::default(),
            stats: Shared::default(),
            stand: Stand::default(),
            widths: Vec::new(),
            capwidths: Vec::new(),
            whiskers: Whiskers::Boxes(1.5),
            autorange: false,
            notch: false,
            shows: Shows { boxes: true, caps: true, fliers: true, means: false, meanline: false },
            names: Vec::new(),
            named: false,
            ticks: true,
            color: theme::EDGE,
            median_color: Color::turn(1),
            faces: Vec::new(),
            linewidth: theme::PATCH_EDGE_WIDTH,
            flier,
            extent: (Extent::EMPTY, Extent::EMPTY),
            usual_width: 0.15,
        };
        plot.set_data(samples);
        plot
    }

    /// The same boxes with their values along x: matplotlib's `orientation="horizontal"`.
    #[must_use]
    pub fn horizontal(mut self) -> Self {
        self.stand.lying = true;
        self
    }

    /// Replaces the samples. What was said of each box stays: one that has no width, where others have, is not drawn.
    ///
    /// # Panics
    /// If positions were set, and there are not as many samples: [`set_data_at`](BoxPlot::set_data_at) changes both.
    #[track_caller]
    pub fn set_data<C: Column>(&mut self, samples: impl IntoIterator<Item = C>) -> &mut Self {
        self.samples.renew().read(samples);
        self.count();
        self
    }

    /// Replaces the samples and where they stand, of which there may be more or fewer than before.
    ///
    /// ```
    /// # use grabframe::BoxPlot;
    /// let mut boxes = BoxPlot::new([[1.0, 2.0, 4.0]]).positions([10]);
    /// boxes.set_data_at([10, 20], [[1.0, 2.0, 4.0], [2.0, 3.0, 5.0]]);
    /// assert_eq!(boxes.get_positions(), [10.0, 20.0]);
    /// ```
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
        self.count();
        self
    }

    /// What each box shows.
    #[must_use]
    pub fn stats(&self) -> &[BoxStats] {
        &self.stats
    }

    #[track_caller]
    fn count(&mut self) {
        // first what may be refused, so that the boxes before are still there then
        self.stand.hold(self.samples.len());
        let stats = self.stats.renew();
        stats.clear();
        for i in 0..self.samples.len() {
            stats.push(BoxStats::of(self.samples.row(i), self.whiskers, self.autorange));
        }
        self.measure();
    }

    /// Half of the widths of box `i` and of its caps.
    pub(super) fn halves(&self, i: usize) -> Option<(f64, f64)> {
        let width = if self.widths.is_empty() { self.usual_width } else { one_of(&self.widths, i)? };
        let cap = if self.capwidths.is_empty() { 0.5 * width } else { one_of(&self.capwidths, i)? };
        Some((0.5 * width, 0.5 * cap))
    }

    fn measure(&mut self) {
        let reach = Extent::of(self.stand.at().iter().copied());
        self.usual_width = (0.15 * (reach.hi - reach.lo)).clamp(0.15, 0.5);
        let (mut across, mut along) = (Extent::EMPTY, Extent::EMPTY);
        for (i, stats) in self.stats.iter().enumerate() {
            let at = self.stand.at()[i];
            if self.ticks {
                across = across.union(Extent::EMPTY.with(at - 0.5).with(at + 0.5).sticky());
            }
            let Some((half, cap)) = self.halves(i).filter(|_| !stats.med.is_nan() && at.is_finite()) else { continue };
            let half = half.max(cap);
            across = across.with(at - half).with(at + half);
            along = along.with(stats.whislo).with(stats.whishi);
            if self.notch {
                along = along.with(stats.cilo).with(stats.cihi);
            }
            if self.shows.means {
                along = along.with(stats.mean);
            }
            if self.shows.fliers {
                for v in &stats.fliers {
                    along = along.with(*v);
                }
            }
        }
        self.extent = (across, along);
        if !self.named {
            self.names.clear();
            for at in self.stand.at() {
                self.names.push(at.to_string());
            }
        }
    }
}

impl Axes {
    /// Adds a box for each sample: `add(BoxPlot::new(samples))`.
    pub fn boxplot<C: Column>(&mut self, samples: impl IntoIterator<Item = C>) -> Key<BoxPlot> {
        self.add(BoxPlot::new(samples))
    }
}

impl Artist for BoxPlot {
    fn common(&self) -> &Common {
        &self.common
    }

    fn common_mut(&mut self) -> &mut Common {
        &mut self.common
    }

    fn bounds(&self) -> Bounds {
        self.stand.bounds(self.extent.0, self.extent.1)
    }

    fn take_color(&mut self, _: &mut ColorCycle) {}

    fn xticks(&self) -> Option<(&[f64], &[String])> {
        (self.ticks && !self.stand.lying).then_some((self.stand.at(), &self.names))
    }

    fn yticks(&self) -> Option<(&[f64], &[String])> {
        (self.ticks && self.stand.lying).then_some((self.stand.at(), &self.names))
    }

    fn paint(&self, painter: &mut Painter<'_>) {
        self.paint_boxes(painter);
    }

    /// The first box if boxes are filled, else the line of a median.
    fn legend_handle(&self) -> Option<LegendHandle> {
        Some(match self.faces.first() {
            Some(face) if self.shows.boxes => {
                LegendHandle { face: Some(*face), edge: Some(self.edge()), ..LegendHandle::new() }
            }
            _ => LegendHandle { line: Some(Pen::new(self.median_color, self.linewidth)), ..LegendHandle::new() },
        })
    }

    fn obstacles(&self, projection: &Projection, out: &mut Obstacles) {
        let (step, mut fliers) = (out.step(self.stats.len()), Vec::new());
        for (i, stats) in self.stats.iter().enumerate() {
            let (at, Some((half, cap))) = (self.stand.at()[i], self.halves(i)) else { continue };
            if self.shows.fliers {
                fliers.push((at, stats.fliers.as_slice()));
            }
            if i % step != 0 {
                continue;
            }
            let place = |beside: f64, value: f64| match self.stand.lying {
                true => projection.point(value, at + beside),
                false => projection.point(at + beside, value),
            };
            for (half, from, to) in [(half, stats.q1, stats.q3), (cap, stats.whislo, stats.whishi)] {
                let (a, b) = (place(-half, from), place(half, to));
                out.between(a, b);
            }
        }
        out.rows(projection, &fliers, self.stand.lying);
    }
}
