//! The fonts of a figure, beside those that are embedded.

#[cfg(feature = "fonts")]
use super::Font;
use super::font::{self, FontSize};
use super::{Face, Placed, Segment, hint, layout, math};

/// A letter that is not higher than this, in units of an em of [`EM`](font::EM), makes no line higher, so that tick labels in Chinese
/// stand on one line with digits: lines are a fifth of an em apart.
#[cfg(feature = "fonts")]
const IDEOGRAPH: f32 = font::EM * 7.0 / 8.0;

/// Fonts that are asked, one after the other, for what the embedded ones do not have. Cheap to clone, and equal if they draw the
/// same.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Fonts {
    #[cfg(feature = "fonts")]
    own: Vec<Font>,
}

impl Fonts {
    /// The glyphs of one line, from whichever fonts have them, and its width in pixels.
    pub(super) fn place(&self, line: &str, face: Face, size: FontSize) -> (Vec<Placed>, f32) {
        #[cfg(feature = "fonts")]
        if let Some(placed) = super::own::place(line, face, size, self) {
            return placed;
        }
        layout::place(line, face, size)
    }

    /// The outline of a glyph of one of these fonts, `y` upward; `None` if the face is an embedded one.
    pub(super) fn outline(&self, face: Face, _glyph: u16) -> Option<Vec<Segment>> {
        match face {
            #[cfg(feature = "fonts")]
            Face::Own(n) => {
                Some(self.own.get(usize::from(n)).map_or_else(Vec::new, |f| f.outline(_glyph).segments.clone()))
            }
            _ => None,
        }
    }

    /// The character that a glyph of `text` shows; none if it shows several, or a part.
    pub(crate) fn character(&self, face: Face, glyph: u16, _text: &str) -> Option<char> {
        match face {
            #[cfg(feature = "fonts")]
            Face::Own(n) => {
                let own = self.own.get(usize::from(n))?;
                _text.chars().find(|c| own.glyph(*c) == Some(glyph))
            }
            _ => font::character(face, glyph).map(math::plain),
        }
    }

    /// How far a character moves the pen that a figure's own font shows alone, in font units; none of an embedded font.
    pub(crate) fn own_advance(&self, face: Face, _c: char) -> Option<f32> {
        match face {
            #[cfg(feature = "fonts")]
            Face::Own(n) => Some(self.own.get(usize::from(n))?.advance(_c) * font::EM),
            _ => None,
        }
    }

    /// Rows, upward from the line, that a glyph asks of its line: those between which it is drawn, near enough; `None` if it is blank.
    pub(super) fn rows(&self, placed: &Placed) -> Option<(f32, f32)> {
        let Placed { face, glyph, ppem, raised, .. } = *placed;
        let (low, high) = match face {
            #[cfg(feature = "fonts")]
            Face::Own(n) => {
                let (low, high) = self.own.get(usize::from(n))?.outline(glyph).y_range?;
                let (scale, quarters) = (f32::from(ppem) / font::EM, f32::from(placed.quarters) / 4.0);
                let high = if high > IDEOGRAPH { high * scale + quarters } else { 0.0 };
                (low * scale + quarters, high)
            }
            _ => hint::row_range(face, font::y_range(face, glyph)?, ppem),
        };
        Some((low + raised as f32, high + raised as f32))
    }
}

#[cfg(feature = "fonts")]
impl Fonts {
    pub(crate) fn new(own: &[Font]) -> Self {
        Self { own: own.to_vec() }
    }

    pub(crate) fn add(&mut self, font: &Font) {
        if !self.own.contains(font) {
            self.own.push(font.clone());
        }
    }

    pub(crate) fn own(&self) -> &[Font] {
        &self.own
    }
}

#[cfg(test)]
impl Fonts {
    /// None beside the embedded ones.
    pub(crate) const NONE: &'static Self = &Self {
        #[cfg(feature = "fonts")]
        own: Vec::new(),
    };
}
