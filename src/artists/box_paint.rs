//! Boxes and whiskers as they are drawn.

use crate::artist::{MarkerLook, Painter};
use crate::artists::BoxPlot;
use crate::artists::box_stats::BoxStats;
use crate::data::one_of;
use crate::geom::Point;
use crate::style::{Cap, Color, Join, Marker, Pen, theme};

/// The mean.
const MEAN: Color = Color::turn(2);

/// Lines, each with its end among the points.
#[derive(Default)]
struct Lines {
    points: Vec<Point>,
    ends: Vec<u32>,
}

impl Lines {
    fn add(&mut self, points: &[Point]) {
        self.points.extend_from_slice(points);
        self.ends.push(self.points.len() as u32);
    }

    fn paint(&self, painter: &mut Painter<'_>, pen: &Pen) {
        painter.strokes(&self.points, &self.ends, &[pen.color], &[pen.width], pen);
    }
}

impl BoxPlot {
    /// Draws all of it: what has a median above all else.
    pub(super) fn paint_boxes(&self, painter: &mut Painter<'_>) {
        let (mut fills, mut colors) = (Lines::default(), Vec::new());
        let (mut outlines, mut whiskers, mut medians) = (Lines::default(), Lines::default(), Lines::default());
        let (mut means, mut mean_places, mut mean_values) = (Lines::default(), Vec::new(), Vec::new());
        let (mut flier_places, mut fliers) = (Vec::new(), Vec::new());
        for (i, stats) in self.stats.iter().enumerate() {
            let at = self.stand.at()[i];
            let Some((half, cap)) = self.halves(i).filter(|_| !stats.med.is_nan() && !at.is_nan()) else { continue };
            let point = |painter: &Painter<'_>, beside: f64, value: f64| {
                if self.notch {
                    return self.stand.crisp_across(painter, at + beside, value, self.linewidth);
                }
                painter.crisp(self.stand.point(painter, at + beside, value), self.linewidth)
            };
            let across = |painter: &Painter<'_>, half: f64, value: f64| {
                [point(painter, -half, value), point(painter, half, value)]
            };
            if self.shows.boxes {
                let mut corners = Vec::new();
                for (beside, value) in self.corners(stats) {
                    corners.push(point(painter, beside * half, value));
                }
                if let Some(face) = one_of(&self.faces, i) {
                    fills.add(&corners);
                    colors.push(face);
                }
                corners.push(corners[0]);
                outlines.add(&corners);
            }
            for (from, to) in [(stats.q1, stats.whislo), (stats.q3, stats.whishi)] {
                whiskers.add(&[point(painter, 0.0, from), point(painter, 0.0, to)]);
                if self.shows.caps {
                    whiskers.add(&across(painter, cap, to));
                }
            }
            fliers.extend_from_slice(&stats.fliers);
            flier_places.resize(fliers.len(), at);
            let narrow = if self.notch { 0.5 } else { 1.0 };
            medians.add(&across(painter, half * narrow, stats.med));
            if self.shows.means {
                means.add(&across(painter, half, stats.mean));
                mean_places.push(at);
                mean_values.push(stats.mean);
            }
        }
        if !colors.is_empty() {
            painter.fills(&fills.points, &fills.ends, &colors);
        }
        let pen = self.edge();
        outlines.paint(painter, &pen);
        whiskers.paint(painter, &Pen::new(self.color, self.linewidth));
        if self.shows.fliers {
            let look = self.flier.clone().edge(self.color, theme::MARKER_EDGE_WIDTH);
            self.markers(painter, &flier_places, &fliers, &look);
        }
        medians.paint(painter, &Pen::new(self.median_color, self.linewidth).cap(Cap::Butt));
        if self.shows.meanline {
            means.paint(painter, &Pen::new(MEAN, self.linewidth).cap(Cap::Butt).dashes("--"));
        } else {
            let look =
                MarkerLook::new(Marker::TriangleUp, theme::MARKER_SIZE, MEAN).edge(MEAN, theme::MARKER_EDGE_WIDTH);
            self.markers(painter, &mean_places, &mean_values, &look);
        }
    }

    /// The corners of a box: places beside its middle in half widths, and values.
    fn corners(&self, stats: &BoxStats) -> Vec<(f64, f64)> {
        let &BoxStats { med, q1, q3, cilo, cihi, .. } = stats;
        if self.notch {
            let right = [(1.0, q1), (1.0, cilo), (0.5, med), (1.0, cihi), (1.0, q3)];
            let left = [(-1.0, q3), (-1.0, cihi), (-0.5, med), (-1.0, cilo), (-1.0, q1)];
            return [right, left].concat();
        }
        vec![(1.0, q1), (1.0, q3), (-1.0, q3), (-1.0, q1)]
    }

    pub(super) fn edge(&self) -> Pen {
        let pen = Pen::new(self.color, self.linewidth);
        if self.faces.is_empty() { pen } else { pen.join(Join::Miter) }
    }

    fn markers(&self, painter: &mut Painter<'_>, places: &[f64], values: &[f64], look: &MarkerLook) {
        let (xs, ys) = if self.stand.lying { (values, places) } else { (places, values) };
        painter.markers(xs, ys, look);
    }
}
