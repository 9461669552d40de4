//! Words that are to be measured, or drawn.

use super::{Face, Fonts, HAlign, RotationMode};

/// Words, how large, and in which fonts.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Words<'a> {
    /// Lines are separated by `'\n'`.
    pub text: &'a str,
    /// The size of the letters, in pixels.
    pub size: f32,
    /// The font of letters that say nothing else.
    pub face: Face,
    /// What is asked for letters that the embedded fonts do not have.
    pub fonts: &'a Fonts,
    /// How they are set.
    pub setting: Setting,
}

/// How words are set; by default as labels are.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Setting {
    /// Where lines stand among each other; `None`: as all of them at their point.
    pub lines: Option<HAlign>,
    /// From line to line, in multiples of the size; `None`: as the font wants it, and more where letters are high.
    pub linespacing: Option<f32>,
    /// What of them is aligned to their point.
    pub rotation: RotationMode,
    /// Whether they stand exactly where they are said to, and not at whole pixels.
    pub free: bool,
}

#[cfg(test)]
const SETTING: Setting = Setting { lines: None, linespacing: None, rotation: RotationMode::Default, free: false };

#[cfg(test)]
impl<'a> Words<'a> {
    /// In the embedded fonts.
    pub(crate) const fn new(text: &'a str, size: f32) -> Self {
        Self { text, size, face: Face::Sans, fonts: Fonts::NONE, setting: SETTING }
    }
}
