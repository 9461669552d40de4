//! How histograms are drawn.

use super::{Drawn, Histogram};
use crate::artist::Painter;
use crate::artist::shape::ShapeLook;
use crate::artists::stairs::{Steps, corners, outline};
use crate::geom::Rect;
use crate::style::Pen;

impl Histogram {
    /// How sample `i` looks.
    pub(super) fn look_of(&self, i: usize) -> ShapeLook {
        self.look.of_piece(i, self.color_of(i))
    }

    /// The line of sample `i`.
    pub(super) fn pen(&self, i: usize) -> Pen {
        outline(self.look.edge.unwrap_or(self.color_of(i)), self.look.linewidth, &self.look.linestyle)
    }

    /// Whether what stands on one another is drawn down to 0, the highest first: where each ends, nothing shows through then.
    fn is_deep(&self, painter: &Painter<'_>) -> bool {
        let mut deep = self.common.alpha == 1.0 && self.look.pen().is_none();
        for i in 0..self.samples.len() {
            let opaque = painter.theme().color(self.color_of(i)).a == 255;
            deep &= opaque && self.counted.heights(i).iter().all(|height| *height >= 0.0);
        }
        deep
    }

    /// The bars of sample `i`, which stand on those before, or on 0.
    pub(super) fn paint_bars(&self, painter: &mut Painter<'_>, i: usize, deep: bool) {
        let mut rects = Vec::with_capacity(self.counted.bins());
        for (k, height) in self.counted.heights(i).iter().enumerate().filter(|(_, height)| **height != 0.0) {
            let top = self.counted.tops(i)[k];
            if height.is_nan() || top.is_nan() {
                continue;
            }
            let foot = if deep { 0.0 } else { self.counted.foot(i, k) };
            let (from, to) = self.sides(i, k);
            let (a, b) = painter.sides(from, to, !self.lying);
            rects.push(match self.lying {
                true => Rect::new(painter.x_clipped(foot), b, painter.x_clipped(top), a),
                false => Rect::new(a, painter.y_clipped(top), b, painter.y_clipped(foot)),
            });
        }
        painter.boxes(&rects, &self.look_of(i));
    }

    /// Sample `i` as a line, or as one shape.
    fn paint_steps(&self, painter: &mut Painter<'_>, i: usize, deep: bool) {
        let (edges, look) = (&self.counted.edges, self.look_of(i));
        let around = corners(self.counted.tops(i), edges, Some(0.0));
        let below = self.wanted.stacked && i > 0;
        if self.drawn == Drawn::Filled {
            let hatch = look.hatch();
            let corners = if below && !deep { self.between(i) } else { around.clone() };
            let steps = Steps { corners, lying: self.lying, fill: true, hatch: hatch.as_ref() };
            steps.paint(painter, &Pen::new(look.face(), 0.0));
        }
        if self.drawn == Drawn::Line || self.look.edge.is_some() {
            let mut corners = around;
            if let (true, Some(last)) = (below, corners.1.len().checked_sub(2)) {
                // it rises from the one below, and goes back there before the gap that ends it
                (corners.1[0], corners.1[last]) =
                    (self.counted.foot(i, 0), self.counted.foot(i, self.counted.bins() - 1));
            }
            Steps { corners, lying: self.lying, fill: false, hatch: None }.paint(painter, &self.pen(i));
        }
    }

    /// The corners around what sample `i` has on the one below; a bin without a height has none on it.
    fn between(&self, i: usize) -> (Vec<f64>, Vec<f64>) {
        let (edges, bins) = (&self.counted.edges, self.counted.bins());
        let (mut along, mut up) = (Vec::with_capacity(4 * bins), Vec::with_capacity(4 * bins));
        let mut add = |k: usize, edge: f64, height: f64| {
            along.push(edge);
            up.push(if height.is_nan() { self.counted.foot(i, k) } else { height });
        };
        for k in 0..bins {
            add(k, edges[k], self.counted.tops(i)[k]);
            add(k, edges[k + 1], self.counted.tops(i)[k]);
        }
        for k in (0..bins).rev() {
            add(k, edges[k + 1], self.counted.foot(i, k));
            add(k, edges[k], self.counted.foot(i, k));
        }
        (along, up)
    }

    /// All samples. What has no width is drawn the last first, so that what is lower is in front, as in matplotlib.
    pub(super) fn paint_all(&self, painter: &mut Painter<'_>) {
        let deep = self.wanted.stacked && self.is_deep(painter);
        let n = self.samples.len();
        for turn in 0..n {
            let backward = n - 1 - turn;
            match self.drawn {
                Drawn::Bars => self.paint_bars(painter, if deep { backward } else { turn }, deep),
                _ => self.paint_steps(painter, backward, deep),
            }
        }
    }
}
