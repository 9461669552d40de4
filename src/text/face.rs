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
    /// A font of the figure, by its number.
    #[cfg(feature = "fonts")]
    Own(u16),
}

impl Face {
    pub(crate) const fn is_embedded(self) -> bool {
        match self {
            Self::Sans | Self::Oblique | Self::Bold => true,
            #[cfg(feature = "fonts")]
            Self::Own(_) => false,
        }
    }
}
