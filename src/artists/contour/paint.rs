//! How level lines and bands are drawn.

use super::Contour;
use super::labels::{Placed, Track};
use crate::artist::Painter;
use crate::artist::painter::Written;
use crate::axis::{Format, Scale, fixed_ticks};
use crate::data::Runs;
use crate::geom::{Limits, Path, Point};
use crate::style::{FillRule, LineStyle, NumberFormat, Pen, Theme, theme};
use crate::text::{Anchor, Face, HAlign, Setting, VAlign};

impl Contour {
    pub(super) fn pen(&self, k: usize, theme: Option<&Theme>) -> Pen {
        let dashed = self.colors.len() == 1 && self.levels.get(k).is_some_and(|level| *level < 0.0);
        let style = self.linestyle.clone().unwrap_or(if dashed { LineStyle::Dashed } else { LineStyle::Solid });
        Pen::new(self.color_of(k, theme), self.linewidth).dashes(style)
    }

    /// What is written on the lines of each level, if anything is.
    pub(super) fn label_texts(&self) -> Vec<String> {
        let levels = &self.levels;
        let (Some(first), Some(last), true) = (levels.first(), levels.last(), self.labels && !self.filled) else {
            return Vec::new();
        };
        if self.labels_format.is_none() {
            let ticks = fixed_ticks(&Scale::Linear, levels, None, &Format::auto(), Limits::new(*first, *last));
            // of what labels of an axis leave out, all would have to be told
            if ticks.offset.is_none() && ticks.labels.len() == levels.len() {
                return ticks.labels;
            }
        }
        let six_digits = NumberFormat::parse("{}");
        let format = self.labels_format.as_ref().unwrap_or(&six_digits);
        let mut texts = Vec::with_capacity(levels.len());
        for level in levels {
            texts.push(format.format(*level));
        }
        texts
    }

    pub(super) fn paint_lines(&self, painter: &mut Painter<'_>) {
        let (texts, theme) = (self.label_texts(), Some(painter.theme()));
        let (mut labels, mut which) = (Vec::new(), Vec::new());
        for (k, runs) in self.traces().iter().enumerate() {
            let pen = self.pen(k, theme);
            if let Some(text) = texts.get(k) {
                let points = self.labelled(painter, runs, text, &mut labels);
                which.resize(labels.len(), k);
                painter.stroke_polyline(&points, &pen);
                continue;
            }
            let (mut x, mut y) = (Vec::with_capacity(runs.x.len()), Vec::with_capacity(runs.y.len()));
            for (xs, ys, closed) in runs.each() {
                for (all, part) in [(&mut x, xs), (&mut y, ys)] {
                    all.extend_from_slice(part);
                    all.extend(part.first().filter(|_| closed));
                    all.push(f64::NAN);
                }
            }
            painter.line(&x, &y, pen.color, pen.width, &pen.style);
        }
        for (label, k) in labels.iter().zip(which) {
            let (u, v) = label.along;
            let angle = libm::atan2(-v, u).to_degrees() as f32;
            let anchor = Anchor { at: label.at, ha: HAlign::Center, va: VAlign::Center, angle };
            // turned words glide with their line
            let setting = Setting { free: v != 0.0, ..Setting::default() };
            let written = Written { text: &texts[k], size: self.labels_fontsize, face: Face::Sans, setting, anchor };
            painter.write(&written, self.color_of(k, theme));
        }
    }

    /// The lines of a level in pixels, interrupted where there are labels.
    fn labelled(&self, painter: &Painter<'_>, runs: &Runs, text: &str, labels: &mut Vec<Placed>) -> Vec<Point> {
        let area = painter.area();
        let room = painter.text_bounds(text, area.center(), self.labels_fontsize, HAlign::Center, VAlign::Center, 0.0);
        let half = (f64::from(room.width()) / 2.0, f64::from(room.height()) / 2.0);
        let gap = f64::from(painter.px(theme::CONTOUR_LABEL_PAD));
        let mut out = Vec::with_capacity(runs.x.len());
        for (xs, ys, closed) in runs.each() {
            for (points, closed) in painter.pieces(xs, ys, closed, self.linewidth) {
                let whole = points.iter().all(|point| point.is_finite());
                let track = Track::new(&points, closed);
                match if whole { track.best(half, gap, area, labels) } else { None } {
                    Some((label, far)) => {
                        track.cut(far, half.0 + gap, &mut out);
                        labels.push(label);
                    }
                    None => track.whole(&mut out),
                }
            }
        }
        out
    }

    pub(super) fn paint_bands(&self, painter: &mut Painter<'_>) {
        let traces = self.traces();
        let Some(top) = traces.last() else { return };
        let theme = Some(painter.theme());
        // Opaque bands are laid one over the other, so that nothing shows between them; of others each ends where the next begins.
        let mut colors = Vec::with_capacity(self.levels.len());
        for k in 1..self.levels.len() {
            colors.push(self.color_of(k - 1, theme));
        }
        let opaque = self.common.alpha == 1.0 && colors.iter().all(|color| color.a == 255);
        for k in 1..self.levels.len() {
            let mut path = Path::new();
            add_loops(&mut path, &traces[k - 1], painter, false);
            add_loops(&mut path, if opaque { top } else { &traces[k] }, painter, true);
            painter.fill_path(&path, FillRule::NonZero, colors[k - 1]);
            // what of it lies above the band is covered by the next one
            if let Some(hatch) = self.hatching.of(k - 1) {
                painter.hatch_path(&path, &hatch);
            }
        }
    }
}

/// Adds loops to a path, in pixels, as they are or the other way round.
fn add_loops(path: &mut Path, runs: &Runs, painter: &Painter<'_>, backward: bool) {
    let mut points = Vec::new();
    for (x, y, _) in runs.each() {
        painter.ring(x, y, &mut points);
        if backward {
            points.reverse();
        }
        path.polygon(&points);
    }
}
