//! Which of several fonts letters are taken from.

/// A font, as small as a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Face {
    /// DejaVu Sans.
    #[default]
    Sans,
    /// DejaVu Sans, slanted.
    #[allow(dead_code, reason = "for mathematics and for words that ask for it")]
    Oblique,
    /// DejaVu Sans with thick strokes.
    #[allow(dead_code, reason = "for mathematics and for words that ask for it")]
    Bold,
}
