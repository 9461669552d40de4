//! How words look, and what artists that are words can be told.

use crate::artist::fancy::TextBox;
use crate::artist::painter::Written;
use crate::artist::{Obstacles, Painter};
use crate::geom::{Point, Rect};
use crate::style::{Color, theme};
use crate::text::{Anchor, FontStyle, FontWeight, HAlign, Setting, VAlign, face};

/// How words look and stand. Lengths in points.
#[derive(Clone, Debug)]
pub(crate) struct Lettering {
    pub(crate) color: Color,
    pub(crate) fontsize: f32,
    pub(crate) ha: HAlign,
    pub(crate) va: VAlign,
    pub(crate) rotation: f32,
    pub(crate) fontweight: FontWeight,
    pub(crate) fontstyle: FontStyle,
    pub(crate) setting: Setting,
    /// Behind a pointer, since few words have one.
    pub(crate) bbox: Option<Box<TextBox>>,
}

impl Lettering {
    /// Black, 10 points, the baseline beginning at the place.
    pub(crate) fn new() -> Self {
        Self {
            color: theme::TEXT,
            fontsize: theme::FONT_SIZE,
            ha: HAlign::Left,
            va: VAlign::Baseline,
            rotation: 0.0,
            fontweight: FontWeight::Normal,
            fontstyle: FontStyle::Normal,
            setting: Setting::default(),
            bbox: None,
        }
    }

    /// Words that look so, at a place in pixels.
    pub(crate) fn written<'a>(&self, text: &'a str, at: Point) -> Written<'a> {
        let face = face(self.fontweight, self.fontstyle);
        let anchor = Anchor { at, ha: self.ha, va: self.va, angle: self.rotation };
        Written { text, size: self.fontsize, face, setting: self.setting, anchor }
    }

    /// Draws words, and their box behind them.
    pub(crate) fn paint(&self, painter: &mut Painter<'_>, text: &str, at: Point) {
        if text.is_empty() {
            return;
        }
        let written = self.written(text, at);
        if let Some(around) = self.bbox.as_ref().filter(|_| at.is_finite()) {
            let boxed = painter.boxed(&written);
            around.paint(painter, &boxed);
        }
        painter.write(&written, self.color);
    }

    /// The rectangle that words take with their box, in pixels, if there are any.
    pub(crate) fn taken(&self, text: &str, at: Point, ruler: &Obstacles) -> Option<Rect> {
        if text.is_empty() || !at.is_finite() {
            return None;
        }
        let written = self.written(text, at);
        let words = ruler.written_bounds(&written);
        let Some(around) = &self.bbox else { return Some(words) };
        Some(words.union(around.bounds(&ruler.boxed(&written))))
    }
}

/// The setters of an artist with a field `letters` that is a [`Lettering`].
macro_rules! text_setters {
    ($artist:ident, $self:ident) => {
        impl $artist {
            crate::artist::properties! {
                /// Sets the colour of the words. Default: black.
                ///
                /// # Panics
                /// If it is no colour.
                pub set_color, color($self, color: impl crate::style::IntoColor) {
                    $self.letters.color = color.into_color();
                } -> get_color: crate::style::Color { $self.letters.color }

                /// Sets the size of the letters, in points. Default: 10.
                ///
                /// # Panics
                /// If it is negative or not finite.
                pub set_fontsize, fontsize($self, points: impl crate::data::Number) {
                    $self.letters.fontsize = crate::artist::common::length(points.to_f64(), "font size");
                } -> get_fontsize: f32 { crate::style::theme::plain($self.letters.fontsize) }

                /// Sets which part of the words stands at their place, from left to right: an [`HAlign`](crate::HAlign), or `"center"`
                /// and so on. Default: the left end.
                ///
                /// # Panics
                /// If a name is that of no alignment.
                pub set_ha, ha($self, ha: impl crate::style::NameOr<crate::text::HAlign>) {
                    $self.letters.ha = ha.value();
                } -> get_ha: crate::text::HAlign { $self.letters.ha }

                /// Sets which part of the words stands at their place, from top to bottom: a [`VAlign`](crate::VAlign), or `"top"` and
                /// so on. Default: the baseline.
                ///
                /// # Panics
                /// If a name is that of no alignment.
                pub set_va, va($self, va: impl crate::style::NameOr<crate::text::VAlign>) {
                    $self.letters.va = va.value();
                } -> get_va: crate::text::VAlign { $self.letters.va }

                /// Turns the words, in degrees, counter-clockwise. Default: 0.
                ///
                /// # Panics
                /// If it is not finite.
                pub set_rotation, rotation($self, degrees: impl crate::data::Number) {
                    $self.letters.rotation = crate::artist::common::angle(degrees.to_f64());
                } -> get_rotation: f32 { $self.letters.rotation }

                /// Sets how thick the letters are: a [`FontWeight`](crate::FontWeight), or `"bold"` and so on. Default: normal.
                ///
                /// Bold letters stand upright, whatever their style.
                ///
                /// # Panics
                /// If a name is that of no weight.
                pub set_fontweight, fontweight($self, weight: impl crate::style::NameOr<crate::text::FontWeight>) {
                    $self.letters.fontweight = weight.value();
                } -> get_fontweight: crate::text::FontWeight { $self.letters.fontweight }

                /// Sets whether the letters slant: a [`FontStyle`](crate::FontStyle), or `"italic"` and so on. Default: normal.
                ///
                /// # Panics
                /// If a name is that of no style.
                pub set_fontstyle, fontstyle($self, style: impl crate::style::NameOr<crate::text::FontStyle>) {
                    $self.letters.fontstyle = style.value();
                } -> get_fontstyle: crate::text::FontStyle { $self.letters.fontstyle }

                /// Sets how far lines stand apart, in multiples of the size of the letters. By default 1.2, and more where letters
                /// are higher than the font is.
                ///
                /// # Panics
                /// If it is negative or not finite.
                pub set_linespacing, linespacing($self, spacing: impl crate::data::Number) {
                    let spacing = crate::artist::common::length(spacing.to_f64(), "line spacing");
                    $self.letters.setting.linespacing = Some(spacing);
                } -> get_linespacing: Option<f32> { $self.letters.setting.linespacing }

                /// Sets where several lines stand among each other, from left to right: an [`HAlign`](crate::HAlign), or `"center"`
                /// and so on. Default: as `ha`.
                ///
                /// # Panics
                /// If a name is that of no alignment.
                pub set_multialignment, multialignment($self, lines: impl crate::style::NameOr<crate::text::HAlign>) {
                    $self.letters.setting.lines = Some(lines.value());
                } -> get_multialignment: crate::text::HAlign { $self.letters.setting.lines.unwrap_or($self.letters.ha) }

                /// Sets what is aligned of turned words: a [`RotationMode`](crate::RotationMode), or `"anchor"`. Default: the upright
                /// box around them.
                ///
                /// # Panics
                /// If a name is that of no mode.
                pub set_rotation_mode, rotation_mode($self, mode: impl crate::style::NameOr<crate::text::RotationMode>) {
                    $self.letters.setting.rotation = mode.value();
                } -> get_rotation_mode: crate::text::RotationMode { $self.letters.setting.rotation }

                /// Sets whether letters stand at whole pixels, crisp. Without it they stand exactly where they are said to: words
                /// that move by a tenth of a pixel move by a tenth of a pixel, blurred a little, and cost more. Default: they do.
                pub set_snap, snap($self, snap: bool) { $self.letters.setting.free = !snap; }
                    -> get_snap: bool { !$self.letters.setting.free }

                /// Sets the box behind the words: a [`TextBox`](crate::TextBox), or `"round,pad=0.5"`; `None` takes it away. Default:
                /// there is none.
                ///
                /// # Panics
                /// If a text is no box.
                pub set_bbox, bbox($self, around: impl crate::style::NameOr<Option<crate::artist::TextBox>>) {
                    $self.letters.bbox = around.value().map(Box::new);
                } -> get_bbox: Option<&crate::artist::TextBox> { $self.letters.bbox.as_deref() }
            }
        }
    };
}

pub(crate) use text_setters;
