//! Words.

use super::{Painter, Place};
use crate::artist::fancy::Boxed;
use crate::geom::{Point, Rect};
use crate::style::Color;
use crate::text::{Anchor, Face, Fonts, HAlign, Setting, TextLayout, VAlign, Words, bounds};

/// Words in any face, set in any way.
pub(crate) struct Written<'a> {
    pub(crate) text: &'a str,
    /// In points.
    pub(crate) size: f32,
    pub(crate) face: Face,
    pub(crate) setting: Setting,
    pub(crate) anchor: Anchor,
}

impl<'a> Written<'a> {
    /// Letters of so many pixels.
    pub(crate) fn words(&self, size: f32, fonts: &'a Fonts) -> Words<'a> {
        let Self { text, face, setting, .. } = *self;
        Words { text, size, face, fonts, setting }
    }
}

impl<'a> Painter<'a> {
    /// Words at a place in pixels. `size` in points; `angle` in degrees, counter-clockwise.
    #[expect(clippy::too_many_arguments, reason = "each is one thing, and a struct of them would say no more")]
    pub fn text(&mut self, text: &str, at: Point, size: f32, color: Color, ha: HAlign, va: VAlign, angle: f32) {
        let (words, color) = (self.words(text, size), self.seen(color));
        self.surface.words(&words, Anchor { at, ha, va, angle }, color);
    }

    /// The box around words that [`text`](Painter::text) would draw, in pixels: as wide as the letters advance, and as high
    /// as the font reaches.
    #[must_use]
    pub fn text_bounds(&self, text: &str, at: Point, size: f32, ha: HAlign, va: VAlign, angle: f32) -> Rect {
        bounds(&TextLayout::new(&self.words(text, size)), Anchor { at, ha, va, angle })
    }

    /// Words in a font, their size in points.
    #[cfg(feature = "plotters")]
    pub(crate) fn text_in(&mut self, face: Face, text: &str, size: f32, anchor: Anchor, color: Color) {
        let (words, color) = (Words { face, ..self.words(text, size) }, self.seen(color));
        self.surface.words(&words, anchor, color);
    }

    /// Words that a box may be laid around.
    pub(crate) fn boxed<'b>(&self, written: &'b Written<'b>) -> Boxed<'b>
    where
        'a: 'b,
    {
        let Place { pixels_per_point, fonts, theme, .. } = self.place;
        Boxed { written, pixels_per_point, fonts, theme: Some(theme) }
    }

    /// The box around words in any face, set in any way.
    pub(crate) fn written_bounds(&self, written: &Written<'_>) -> Rect {
        bounds(&TextLayout::new(&written.words(self.px(written.size), self.place.fonts)), written.anchor)
    }

    /// Words in any face, set in any way.
    pub(crate) fn write(&mut self, written: &Written<'_>, color: Color) {
        let (words, color) = (written.words(self.px(written.size), self.place.fonts), self.seen(color));
        self.surface.words(&words, written.anchor, color);
    }

    /// Words whose letters are so many points high.
    pub(super) fn words<'b>(&self, text: &'b str, size: f32) -> Words<'b>
    where
        'a: 'b,
    {
        Words { text, size: self.px(size), face: Face::Sans, fonts: self.place.fonts, setting: Setting::default() }
    }
}
