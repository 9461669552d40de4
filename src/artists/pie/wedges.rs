//! Where the wedges of a pie are, and their words.

use super::Pie;
use crate::artist::Painter;
use crate::data::one_of;
use crate::geom::{Outline, sin_cos};
use crate::style::{Color, FillRule};
use crate::text::{HAlign, VAlign};

/// A wedge, and where its words are: the middle of its rim, and the direction to there.
#[derive(Clone, Copy)]
pub(super) struct Wedge {
    pub(super) share: f64,
    pub(super) center: (f64, f64),
    /// Degrees, counter-clockwise.
    pub(super) from: f64,
    pub(super) turn: f64,
    pub(super) out: (f64, f64),
    pub(super) middle: f64,
}

/// Words beside a wedge or on it.
pub(super) struct Words {
    pub(super) text: String,
    pub(super) at: (f64, f64),
    pub(super) ha: HAlign,
    pub(super) va: VAlign,
    pub(super) angle: f64,
}

/// How far a shadow is shifted, to the left and down, in data units: 0.02, which matplotlib multiplies with dots per point.
const SHADOW: f64 = 0.02 * 100.0 / 72.0;
/// How much of a wedge's colour its shadow has, and how opaque it is.
const DARK: (f32, f32) = (0.3, 0.5);

impl Wedge {
    /// The place of its shadow.
    pub(super) fn shadow(&self) -> Self {
        Self { center: (self.center.0 - SHADOW, self.center.1 - SHADOW), ..*self }
    }
}

impl Pie {
    /// The shadows of all wedges, under them.
    pub(super) fn paint_shadows(&self, painter: &mut Painter<'_>, wedges: &[Wedge]) {
        for (i, wedge) in wedges.iter().enumerate() {
            let Color { r, g, b, .. } = painter.theme().color(self.color_of(i));
            let part = |v: u8| (f32::from(v) * DARK.0).round() as u8;
            let dark = Color::rgb(part(r), part(g), part(b)).with_alpha(DARK.1);
            let mut look = self.look_of(i);
            (look.face, look.edge) = (Some(dark), Some(dark));
            let path = self.outline(&wedge.shadow()).path(&|(x, y)| painter.point(x, y));
            painter.shape(&path, FillRule::NonZero, &look);
        }
    }

    pub(super) fn wedges(&self) -> Vec<Wedge> {
        let counts = |share: f64| if share > 0.0 && share.is_finite() { share } else { 0.0 };
        // against the largest one, since a sum of large numbers is none
        let most = self.shares.iter().fold(0.0, |most: f64, share| most.max(counts(*share)));
        let unit = if most > 0.0 { most } else { 1.0 };
        let sum: f64 = self.shares.iter().map(|share| counts(*share) / unit).sum();
        let (sign, mut at) = (if self.counterclock { 1.0 } else { -1.0 }, self.startangle % 360.0 / 360.0);
        let mut wedges = Vec::with_capacity(self.shares.len());
        for (i, share) in self.shares.iter().enumerate() {
            let share = match (self.normalize, sum > 0.0) {
                (true, true) => counts(*share) / unit / sum,
                (true, false) => 0.0,
                (false, _) => counts(*share).min(1.0),
            };
            let end = at + sign * share;
            let middle = 180.0 * (at + end);
            let (sin, cos) = sin_cos(middle);
            let by = one_of(&self.explode, i).unwrap_or(0.0);
            let by = if by.is_finite() { by } else { 0.0 };
            let center = (self.center.0 + by * cos, self.center.1 + by * sin);
            let (from, turn) = (360.0 * at.min(end), 360.0 * share);
            wedges.push(Wedge { share, center, from, turn, out: (cos, sin), middle });
            at = end;
        }
        wedges
    }

    /// What is written, and where.
    pub(super) fn words(&self, wedges: &[Wedge]) -> Vec<Words> {
        let place = |wedge: &Wedge, distance: f64| {
            let far = distance * self.radius;
            (wedge.center.0 + far * wedge.out.0, wedge.center.1 + far * wedge.out.1)
        };
        let mut words = Vec::new();
        let labels = if self.show_labels { self.labels.as_slice() } else { &[] };
        for (wedge, label) in wedges.iter().zip(labels) {
            let at = place(wedge, self.labeldistance);
            let right = at.0 > self.center.0;
            let ha = if right { HAlign::Left } else { HAlign::Right };
            let (va, angle) = match (self.rotatelabels, at.1 > self.center.1) {
                (false, _) => (VAlign::Center, 0.0),
                (true, up) => {
                    let va = if up { VAlign::Bottom } else { VAlign::Top };
                    (va, wedge.middle + if right { 0.0 } else { 180.0 })
                }
            };
            words.push(Words { text: label.clone(), at, ha, va, angle });
        }
        if let Some(format) = &self.autopct {
            for wedge in wedges {
                let (text, at) = (format.format(100.0 * wedge.share), place(wedge, self.pctdistance));
                words.push(Words { text, at, ha: HAlign::Center, va: VAlign::Center, angle: 0.0 });
            }
        }
        words
    }

    pub(super) fn outline(&self, wedge: &Wedge) -> Outline {
        let mut out = Outline::new();
        let inner = self.width.map_or(0.0, |width| (self.radius - width).max(0.0));
        out.wedge(wedge.center, self.radius, inner, (wedge.from, wedge.turn));
        out
    }

    /// Very many wedges, as polygons. Those that are less than a pixel wide are drawn with the ones beside them, or nothing would be
    /// seen of them.
    pub(super) fn paint_many(&self, painter: &mut Painter<'_>, wedges: &[Wedge]) {
        let inner = self.width.map_or(0.0, |width| (self.radius - width).max(0.0));
        let (mut points, mut ends, mut colors) = (Vec::new(), Vec::new(), Vec::new());
        let across = painter.x(self.center.0 + self.radius) - painter.x(self.center.0);
        let least = f64::from(1.0 / across.abs().max(1.0)).to_degrees();
        let (mut from, mut turn) = (0.0, 0.0);
        for (i, wedge) in wedges.iter().enumerate() {
            from = if turn == 0.0 || !self.counterclock { wedge.from } else { from };
            turn += wedge.turn;
            if turn < least && i + 1 < wedges.len() {
                continue;
            }
            let pieces = turn.ceil().clamp(1.0, 360.0);
            for (radius, back) in [(self.radius, false), (inner, true)] {
                for k in 0..=pieces as u32 {
                    let share = f64::from(k) / pieces;
                    let (sin, cos) = sin_cos(from + turn * if back { 1.0 - share } else { share });
                    points.push(painter.point(wedge.center.0 + radius * cos, wedge.center.1 + radius * sin));
                    if radius == 0.0 {
                        break;
                    }
                }
            }
            ends.push(points.len() as u32);
            colors.push(self.color_of(i));
            turn = 0.0;
        }
        painter.fills(&points, &ends, &colors);
    }
}
