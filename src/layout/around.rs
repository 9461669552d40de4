//! The words around all axes: over, under and beside them.

use crate::figure::Figure;
use crate::geom::Point;
use crate::layout::words::{Look, PlacedText};
use crate::layout::{AxesLayout, cells, overlap};
use crate::style::theme;
use crate::text::{Anchor, Face, FontStyle, HAlign, VAlign, face};

/// The words around all axes.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Around {
    pub(super) title: Option<PlacedText>,
    pub(super) x: Option<PlacedText>,
    pub(super) y: Option<PlacedText>,
}

/// How much is taken at each border of the figure, in pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Taken {
    pub(super) top: f64,
    pub(super) bottom: f64,
    pub(super) left: f64,
    pub(super) right: f64,
}

impl Taken {
    /// The larger of both, on each side.
    pub(super) fn with(self, other: Self) -> Self {
        Self {
            top: self.top.max(other.top),
            bottom: self.bottom.max(other.bottom),
            left: self.left.max(other.left),
            right: self.right.max(other.right),
        }
    }
}

impl Around {
    /// Where matplotlib has them.
    pub(super) fn usual(fig: &Figure, look: Look<'_>) -> Self {
        let (width, height) = (look.size.width as f32, look.size.height as f32);
        let bottom = theme::SUPXLABEL_BOTTOM * height;
        Self::at(fig, theme::SUPTITLE_TOP * height, bottom, theme::SUPYLABEL_LEFT * width, look)
    }

    /// Close to the border, since room is made for them.
    pub(super) fn constrained(fig: &Figure, look: Look<'_>) -> Self {
        let pad = look.px(theme::CONSTRAINED_PAD);
        Self::at(fig, pad, pad, pad, look)
    }

    /// So many pixels from the upper, the lower and the left border.
    fn at(fig: &Figure, top: f32, bottom: f32, left: f32, look: Look<'_>) -> Self {
        let (width, height) = (look.size.width as f32, look.size.height as f32);
        let size = look.px(theme::SUPTITLE_SIZE);
        let words = |face: Face, words: &str, at: Point, ha: HAlign, va: VAlign, angle: f32| {
            if words.is_empty() {
                return None;
            }
            Some(look.words_in(face, words.to_owned(), size, Anchor { at, ha, va, angle }))
        };
        let bold = face(fig.get_suptitle_weight(), FontStyle::Normal);
        let (over, under) = (Point::new(width / 2.0, top), Point::new(width / 2.0, height - bottom));
        Self {
            title: words(bold, fig.get_suptitle(), over, HAlign::Center, VAlign::Top, 0.0),
            x: words(Face::Sans, fig.get_supxlabel(), under, HAlign::Center, VAlign::Bottom, 0.0),
            y: words(
                Face::Sans,
                fig.get_supylabel(),
                Point::new(left, height / 2.0),
                HAlign::Left,
                VAlign::Center,
                90.0,
            ),
        }
    }

    /// What they take, with as much free beyond them.
    pub(super) fn taken(&self, look: Look<'_>) -> Taken {
        let pad = f64::from(look.px(theme::CONSTRAINED_PAD));
        let of = |text: &Option<PlacedText>, reach: fn(&PlacedText, f32) -> f32| {
            text.as_ref().map_or(0.0, |text| f64::from(reach(text, look.size.height as f32)) + pad)
        };
        Taken {
            top: of(&self.title, |text, _| text.bounds().y1),
            bottom: of(&self.x, |text, height| height - text.bounds().y0),
            left: of(&self.y, |text, _| text.bounds().x1),
            right: 0.0,
        }
    }

    /// By how much words of axes in grids reach into these: how much lower, higher and farther right the grids must begin.
    pub(super) fn overlapped(&self, fig: &Figure, axes: &[AxesLayout], look: Look<'_>) -> Taken {
        let (mut lowest, mut highest, mut leftmost) = (f32::INFINITY, f32::NEG_INFINITY, f32::INFINITY);
        let hits = |sup: &Option<PlacedText>, text: &PlacedText| {
            sup.as_ref().is_some_and(|sup| overlap(sup.bounds(), text.bounds()))
        };
        for axes in axes.iter().filter(|axes| cells::is_in_grid(fig, axes.owner)) {
            for text in &axes.texts {
                if hits(&self.title, text) {
                    lowest = lowest.min(text.bounds().y0);
                }
                if hits(&self.x, text) {
                    highest = highest.max(text.bounds().y1);
                }
                if hits(&self.y, text) {
                    leftmost = leftmost.min(text.bounds().x0);
                }
            }
        }
        let pad = look.px(theme::CONSTRAINED_PAD);
        let by = |sup: &Option<PlacedText>, by: &dyn Fn(&PlacedText) -> f32| {
            let by = sup.as_ref().map_or(0.0, |sup| by(sup) + pad);
            if by.is_finite() { f64::from(by) } else { 0.0 }
        };
        Taken {
            top: by(&self.title, &|title| title.bounds().y1 - lowest),
            bottom: by(&self.x, &|label| highest - label.bounds().y0),
            left: by(&self.y, &|label| label.bounds().x1 - leftmost),
            right: 0.0,
        }
    }
}
