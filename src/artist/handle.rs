//! What a legend draws beside a label.

use crate::artist::{MarkerLook, Painter};
use crate::geom::{Path, Point};
use crate::style::{Color, Hatch, Pen, Theme};

/// A small picture of an artist, for the legend. Lengths in points.
///
/// ```
/// use grabframe::{Color, LegendHandle, Pen};
/// let mut handle = LegendHandle::new();
/// handle.line = Some(Pen::new(Color::BLACK, 1.5).dashes("--"));
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct LegendHandle {
    /// Drawn as a box that fills the room: its colour.
    pub face: Option<Color>,
    /// Drawn over that box.
    pub hatch: Option<Hatch>,
    /// Drawn around that box.
    pub edge: Option<Pen>,
    /// Drawn as a short line.
    pub line: Option<Pen>,
    /// Drawn in the middle.
    pub marker: Option<MarkerLook>,
    /// Where the marker stands above the words' baseline, as a share of the handle's height. Default: 0.5, the middle.
    pub marker_height: f32,
}

impl LegendHandle {
    /// Nothing yet; set the fields.
    #[must_use]
    pub const fn new() -> Self {
        Self { face: None, hatch: None, edge: None, line: None, marker: None, marker_height: 0.5 }
    }

    /// The same as a theme has it, its colours with this opacity.
    #[must_use]
    pub(crate) fn in_theme(self, theme: &Theme, alpha: f32) -> Self {
        let seen = |pen: Pen| {
            let (color, width) = (theme.color(pen.color).with_alpha(alpha), theme.length(pen.width));
            Pen { color, width, ..pen }
        };
        let mut hatch = self.hatch;
        if let Some(hatch) = &mut hatch {
            hatch.color = theme.color(hatch.color).with_alpha(alpha);
        }
        Self {
            face: self.face.map(|color| theme.color(color).with_alpha(alpha)),
            hatch,
            edge: self.edge.map(seen),
            line: self.line.map(seen),
            marker: self.marker.map(|marker| marker.in_theme(theme, alpha)),
            ..self
        }
    }

    /// Draws it into the box of the painter, in which places are shares.
    pub(crate) fn paint(&self, painter: &mut Painter<'_>) {
        let area = painter.area();
        if let Some(color) = self.face {
            painter.fill_rect(painter.snapped(area), color);
        }
        if let Some(hatch) = &self.hatch {
            painter.hatch_path(&Path::rect(painter.snapped(area)), hatch);
        }
        if let Some(pen) = &self.edge {
            let (from, to) = (
                painter.crisp(Point::new(area.x0, area.y0), pen.width),
                painter.crisp(Point::new(area.x1, area.y1), pen.width),
            );
            let corners = [from, Point::new(to.x, from.y), to, Point::new(from.x, to.y), from];
            painter.stroke_polyline(&corners, pen);
        }
        if let Some(pen) = &self.line {
            // on whole pixels, as it does not move and is straight
            let y = area.y1 - area.height() / 2.0;
            let end = |x| painter.crisp(Point::new(x, y), pen.width);
            let ends = [end(area.x0), end(area.x1)];
            painter.stroke_polyline(&ends, pen);
        }
        if let Some(marker) = &self.marker {
            painter.markers(&[0.5], &[f64::from(self.marker_height)], marker);
        }
    }
}

impl Default for LegendHandle {
    fn default() -> Self {
        Self::new()
    }
}
