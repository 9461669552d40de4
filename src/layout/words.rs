//! Words, and how long a point is.

use std::sync::Arc;

use crate::geom::{Rect, Size};
use crate::layout::memo::Memo;
use crate::layout::{AxesLayout, overlap};
use crate::style::{Color, Theme, theme};
use crate::text::{Anchor, Face, Fonts, Measured, RotationMode, Setting, TextLayout, Words, bounds_of};

/// How long a point is, how large the figure, in which fonts it is written, and what its theme says.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Look<'a> {
    pub(crate) pixels_per_point: f32,
    /// The size of the figure, in pixels.
    pub(crate) size: Size,
    pub(crate) fonts: &'a Fonts,
    pub(crate) theme: &'a Arc<Theme>,
    pub(crate) memo: &'a Memo,
}

impl Look<'_> {
    /// Points, as the theme has them, as pixels.
    pub(crate) fn px(self, points: f32) -> f32 {
        self.theme.length(points) * self.pixels_per_point
    }

    /// How much room words take whose letters are `size` pixels high: found out once for a layout.
    pub(crate) fn measured(self, face: Face, text: &str, size: f32) -> Measured {
        self.memo.measured(text, size, face, || {
            let words = Words { text, size, face, fonts: self.fonts, setting: Setting::default() };
            Measured::of(&TextLayout::new(&words))
        })
    }

    /// Words, `size` pixels high.
    pub(crate) fn words(self, text: String, size: f32, anchor: Anchor) -> PlacedText {
        self.words_in(Face::Sans, text, size, anchor)
    }

    /// The same in any face.
    pub(crate) fn words_in(self, face: Face, text: String, size: f32, anchor: Anchor) -> PlacedText {
        let measured = self.measured(face, &text, size);
        placed(measured, face, text, size, anchor)
    }

    /// Words that are turned so.
    pub(crate) fn turned(self, mode: RotationMode, text: String, size: f32, anchor: Anchor) -> PlacedText {
        let measured = Measured { rotation: mode, ..self.measured(Face::Sans, &text, size) };
        placed(measured, Face::Sans, text, size, anchor)
    }
}

fn placed(measured: Measured, face: Face, text: String, size: f32, anchor: Anchor) -> PlacedText {
    PlacedText {
        text,
        size,
        color: theme::TEXT,
        face,
        anchor,
        mode: measured.rotation,
        flexible: false,
        corner: false,
        taken: bounds_of(measured, anchor),
        lifted: false,
        inner: false,
    }
}

/// Words at a place, in pixels.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PlacedText {
    /// The words.
    pub text: String,
    /// The size of the letters, in pixels.
    pub size: f32,
    /// Their colour.
    pub color: Color,
    pub(crate) face: Face,
    pub(crate) anchor: Anchor,
    /// What of them is at their place when they are turned.
    pub(crate) mode: RotationMode,
    /// Whether its length may make the axes smaller. That of a title may not: a long one would leave nothing of them.
    pub(crate) flexible: bool,
    /// Whether they stand over a corner of the box, where labels of an axis at the top may be, too.
    pub(crate) corner: bool,
    /// The rectangle that they take: every decision asks for it, and it takes a walk through the letters to tell.
    taken: Rect,
    /// Whether they lie over the box of some axes, and so are painted after the data, which would hide them.
    pub(crate) lifted: bool,
    /// Whether they stand in the box of their own axes, with a line of the frame that does, and so are painted with it.
    pub(crate) inner: bool,
}

impl PlacedText {
    /// What is drawn.
    pub(crate) fn words<'a>(&'a self, fonts: &'a Fonts) -> Words<'a> {
        let setting = Setting { rotation: self.mode, ..Setting::default() };
        Words { text: &self.text, size: self.size, face: self.face, fonts, setting }
    }

    /// The rectangle that the words take, in pixels.
    #[must_use]
    pub const fn bounds(&self) -> Rect {
        self.taken
    }
}

impl PlacedText {
    /// These words, so many pixels higher.
    pub(super) fn raised(mut self, by: f32) -> Self {
        self.anchor.at.y -= by;
        self.taken = Rect { y0: self.taken.y0 - by, y1: self.taken.y1 - by, ..self.taken };
        self
    }

    /// These words, so many pixels farther to the right.
    pub(super) fn shifted(mut self, by: f32) -> Self {
        self.anchor.at.x += by;
        self.taken = Rect { x0: self.taken.x0 + by, x1: self.taken.x1 + by, ..self.taken };
        self
    }

    /// These words, whose length does not count when room is made.
    pub(crate) fn flexible(self) -> Self {
        Self { flexible: true, ..self }
    }
}

/// Marks the words that lie over the box of any axes; of axes that lie over one another, over that of others: among
/// themselves what is higher hides what is lower. Words in their own box (of a line of the frame that stands there) are marked,
/// too.
pub(super) fn lift_over_axes(axes: &mut [AxesLayout], sup: &mut [&mut PlacedText]) {
    // a frame is drawn around the box, as wide as a pixel or two
    let mut boxes = Vec::with_capacity(axes.len());
    for a in axes.iter() {
        boxes.push((a.panel, a.whole().expanded(2.0)));
    }
    let lift = |text: &mut PlacedText, among: Option<usize>| {
        let bounds = text.bounds();
        text.lifted = boxes.iter().any(|(panel, area)| Some(*panel) != among && overlap(*area, bounds));
    };
    for axes in axes {
        let own = axes.area.expanded(-1.0);
        let mut together = 0;
        for (panel, _) in &boxes {
            together += usize::from(*panel == axes.panel);
        }
        let among = if together > 1 { Some(axes.panel) } else { None };
        for text in &mut axes.texts {
            // words of axes that stand alone are all outside of their box
            if boxes.len() > 1 {
                lift(text, among);
            }
            text.inner = overlap(own, text.bounds());
            text.lifted &= !text.inner;
        }
    }
    for text in sup {
        lift(text, None);
    }
}
