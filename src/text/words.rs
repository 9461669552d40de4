//! Words that are to be measured, or drawn.

use super::{Face, Fonts};

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
}

#[cfg(test)]
impl<'a> Words<'a> {
    /// In the embedded fonts.
    pub(crate) const fn new(text: &'a str, size: f32) -> Self {
        Self { text, size, face: Face::Sans, fonts: Fonts::NONE }
    }
}
