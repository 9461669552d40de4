//! Where words go on one side of a box.

use crate::axis::{AxisMap, Direction, Side, TickList};
use crate::figure::{LabelTurn, TickLook};
use crate::geom::{Point, Rect};
use crate::layout::axis::shows;
use crate::layout::frame::reach;
use crate::layout::overlap;
use crate::layout::words::{Look, PlacedText};
use crate::style::theme;
use crate::text::{Anchor, HAlign, VAlign};

/// A label and the rectangle that it takes.
pub(super) type Label = (PlacedText, Rect);

/// Where words go on one side of a box.
#[derive(Clone, Copy)]
pub(in crate::layout) struct Beside<'a> {
    pub(in crate::layout) map: &'a AxisMap,
    pub(in crate::layout) area: Rect,
    pub(in crate::layout) side: Side,
    /// How labels of ticks are turned.
    pub(in crate::layout) turned: LabelTurn,
    /// How large ticks look, and small ones.
    pub(in crate::layout) looks: &'a [TickLook; 2],
    pub(in crate::layout) look: Look<'a>,
}

impl Beside<'_> {
    /// How large the letters of labels are, in points.
    pub(super) fn letters(self) -> f32 {
        self.looks[0].labelsize.unwrap_or(self.look.theme.tick_size)
    }

    /// The labels of all ticks that have one.
    pub(super) fn labels(self, major: &TickList, minor: &TickList) -> Vec<Label> {
        let place = |value: f64, label: &str, is_minor: bool| {
            let said = &self.looks[usize::from(is_minor)];
            let size = self.look.px(said.labelsize.unwrap_or(theme::TICK_SIZE));
            // on the line of the others, unless something was said of where
            let alone = is_minor && (said.length.is_some() || said.pad.is_some() || said.direction.is_some());
            let row = if alone { said } else { &self.looks[0] };
            let usual = if alone { theme::MINOR_TICK_PAD } else { theme::TICK_PAD };
            let pad = self.look.px(reach(row, alone, self.look).0) + self.look.px(row.pad.unwrap_or(usual));
            let at = self.map.pixel(value);
            let (at, ha, va) = match self.side {
                Side::Bottom => (Point::new(at, self.area.y1 + pad), HAlign::Center, VAlign::Top),
                Side::Top => (Point::new(at, self.area.y0 - pad), HAlign::Center, VAlign::Bottom),
                Side::Left => (Point::new(self.area.x0 - pad, at), HAlign::Right, VAlign::CenterBaseline),
                Side::Right => (Point::new(self.area.x1 + pad, at), HAlign::Left, VAlign::CenterBaseline),
            };
            let LabelTurn { degrees, ha: set, mode } = self.turned;
            let anchor = Anchor { at, ha: set.unwrap_or(ha), va, angle: degrees };
            let mut text = self.look.turned(mode, label.to_owned(), size, anchor);
            text.color = said.labelcolor.unwrap_or(theme::TICK_LABEL);
            let taken = text.bounds();
            (text, taken)
        };
        let mut labels = Vec::with_capacity(major.labels.len() + minor.labels.len());
        for (ticks, is_minor) in [(major, false), (minor, true)] {
            if self.looks[usize::from(is_minor)].labels == Some(false) {
                continue;
            }
            for (position, label) in ticks.positions.iter().zip(&ticks.labels) {
                if !label.is_empty() && shows(self.map, *position) {
                    labels.push(place(*position, label, is_minor));
                }
            }
        }
        labels
    }

    /// How far a rectangle reaches away from the box.
    pub(super) fn reach(self, taken: Rect) -> f32 {
        match self.side {
            Side::Bottom => taken.y1 - self.area.y1,
            Side::Top => self.area.y0 - taken.y0,
            Side::Left => self.area.x0 - taken.x0,
            Side::Right => taken.x1 - self.area.x1,
        }
    }

    /// What all labels leave out, at the end of the axis. `far` is how far tick labels reach.
    pub(super) fn offset(self, offset: String, far: f32, pad: f32) -> PlacedText {
        let Rect { x0, y0, x1, y1 } = self.area;
        let (at, ha, va) = match self.side {
            Side::Bottom => (Point::new(x1, y1 + far + pad), HAlign::Right, VAlign::Top),
            Side::Top => (Point::new(x1, y0 - far - pad), HAlign::Right, VAlign::Bottom),
            Side::Left => (Point::new(x0, y0 - pad), HAlign::Left, VAlign::Baseline),
            Side::Right => (Point::new(x1, y0 - pad), HAlign::Right, VAlign::Baseline),
        };
        let mut text = self.look.words(offset, self.look.px(theme::TICK_SIZE), Anchor { at, ha, va, angle: 0.0 });
        text.color = theme::TICK_LABEL;
        text.corner = self.side.direction() == Direction::Y;
        text
    }

    /// The words along the axis, `pad` farther out than `far`.
    pub(super) fn label(self, label: &str, far: f32, pad: f32) -> PlacedText {
        let Rect { x0, y0, x1, y1 } = self.area;
        let middle = self.area.center();
        let (at, ha, va, angle) = match self.side {
            Side::Bottom => (Point::new(middle.x, y1 + far + pad), HAlign::Center, VAlign::Top, 0.0),
            Side::Top => (Point::new(middle.x, y0 - far - pad), HAlign::Center, VAlign::Baseline, 0.0),
            Side::Left => (Point::new(x0 - far - pad, middle.y), HAlign::Right, VAlign::Center, 90.0),
            Side::Right => (Point::new(x1 + far + pad, middle.y), HAlign::Left, VAlign::Center, 90.0),
        };
        let mut text = self.look.words(label.to_owned(), self.look.px(theme::LABEL_SIZE), Anchor { at, ha, va, angle });
        text.color = theme::LABEL;
        text.flexible()
    }

    /// The same, farther out than whatever is in the way of it.
    pub(super) fn clear_label(self, label: &str, mut far: f32, pad: f32, others: &[PlacedText]) -> PlacedText {
        // two that are too long for their axes may cross: one of them would else be pushed out of the picture
        let mut taken = Vec::new();
        for other in others {
            if !other.flexible {
                taken.push(other.bounds());
            }
        }
        loop {
            let text = self.label(label, far, pad);
            let bounds = text.bounds();
            let mut hit: Option<Rect> = None;
            for other in &taken {
                if overlap(*other, bounds) {
                    hit = Some(hit.map_or(*other, |hit| hit.union(*other)));
                }
            }
            match hit.map(|hit| self.reach(hit)) {
                Some(reach) if reach > far => far = reach,
                _ => return text,
            }
        }
    }
}
