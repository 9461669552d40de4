//! Words, and how long a point is.

use crate::geom::{Rect, Size};
use crate::layout::{AxesLayout, overlap};
use crate::style::Color;
use crate::text::{Anchor, Face, Fonts, Setting, TextLayout, Words, bounds};

/// How long a point is, how large the figure, and in which fonts it is written; later, what a style sheet says.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Look<'a> {
    pub(crate) pixels_per_point: f32,
    /// The size of the figure, in pixels.
    pub(crate) size: Size,
    pub(crate) fonts: &'a Fonts,
}

impl Look<'_> {
    /// Points as pixels.
    pub(crate) fn px(self, points: f32) -> f32 {
        points * self.pixels_per_point
    }

    /// How much room words take whose letters are `size` pixels high.
    pub(crate) fn measure<'b>(&'b self, text: &'b str, size: f32) -> TextLayout<'b> {
        TextLayout::new(&Words { text, size, face: Face::Sans, fonts: self.fonts, setting: Setting::default() })
    }

    /// Black words, `size` pixels high.
    pub(crate) fn words(self, text: String, size: f32, anchor: Anchor) -> PlacedText {
        self.words_in(Face::Sans, text, size, anchor)
    }

    /// The same in any face.
    pub(crate) fn words_in(self, face: Face, text: String, size: f32, anchor: Anchor) -> PlacedText {
        let words = Words { text: &text, size, face, fonts: self.fonts, setting: Setting::default() };
        let taken = bounds(&TextLayout::new(&words), anchor);
        PlacedText {
            text,
            size,
            face,
            anchor,
            color: Color::BLACK,
            flexible: false,
            corner: false,
            taken,
            lifted: false,
        }
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
    /// Whether its length may make the axes smaller. That of a title may not: a long one would leave nothing of them.
    pub(crate) flexible: bool,
    /// Whether they stand over a corner of the box, where labels of an axis at the top may be, too.
    pub(crate) corner: bool,
    /// The rectangle that they take: every decision asks for it, and it takes a walk through the letters to tell.
    taken: Rect,
    /// Whether they lie over the box of some axes, and so are painted after the data, which would hide them.
    pub(crate) lifted: bool,
}

impl PlacedText {
    /// What is drawn.
    pub(crate) fn words<'a>(&'a self, fonts: &'a Fonts) -> Words<'a> {
        Words { text: &self.text, size: self.size, face: self.face, fonts, setting: Setting::default() }
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

    /// These words, whose length does not count when room is made.
    pub(crate) fn flexible(self) -> Self {
        Self { flexible: true, ..self }
    }
}

/// Marks the words that lie over the box of any axes; of axes that lie over one another, over that of others: among
/// themselves what is higher hides what is lower.
pub(super) fn lift_over_axes(axes: &mut [AxesLayout], title: Option<&mut PlacedText>) {
    // a frame is drawn around the box, as wide as a pixel or two
    let boxes: Vec<(usize, Rect)> = axes.iter().map(|a| (a.panel, a.area.expanded(2.0))).collect();
    let lift = |text: &mut PlacedText, among: Option<usize>| {
        let bounds = text.bounds();
        text.lifted = boxes.iter().any(|(panel, area)| Some(*panel) != among && overlap(*area, bounds));
    };
    // words of axes that stand alone are all outside of their box
    if boxes.len() > 1 {
        for axes in axes {
            let together = boxes.iter().filter(|(panel, _)| *panel == axes.panel).count() > 1;
            let among = together.then_some(axes.panel);
            axes.texts.iter_mut().for_each(|text| lift(text, among));
        }
    }
    if let Some(title) = title {
        lift(title, None);
    }
}
