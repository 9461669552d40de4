//! Which of several fonts letters are taken from.

use crate::style::named;

/// A font, as small as a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Face {
    /// DejaVu Sans.
    #[default]
    Sans,
    /// DejaVu Sans, slanted.
    Oblique,
    /// DejaVu Sans with thick strokes.
    Bold,
    /// What mathematics has besides: large signs, letters of fixed width, letters that are thick and slanted.
    Math,
    /// Other alphabets of mathematics, and brackets of several sizes.
    Frame,
    /// A font of the figure, by its number.
    #[cfg(feature = "fonts")]
    Own(u16),
}

impl Face {
    pub(crate) const fn is_embedded(self) -> bool {
        match self {
            Self::Sans | Self::Oblique | Self::Bold | Self::Math | Self::Frame => true,
            #[cfg(feature = "fonts")]
            Self::Own(_) => false,
        }
    }
}

/// How thick letters are. `Normal` by default.
///
/// ```
/// use grabframe::{FontWeight, Text};
/// assert_eq!(Text::new(0, 0, "loud").fontweight("bold").get_fontweight(), FontWeight::Bold);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FontWeight {
    /// As thick as text is.
    #[default]
    Normal,
    /// Thick.
    Bold,
}

/// Whether letters slant. `Normal` by default.
///
/// ```
/// use grabframe::{FontStyle, Text};
/// assert_eq!(Text::new(0, 0, "E. coli").fontstyle("italic").get_fontstyle(), FontStyle::Italic);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FontStyle {
    /// Upright.
    #[default]
    Normal,
    /// Slanted to the right. The font has one such face, which matplotlib calls italic and oblique.
    Italic,
}

named!(FontWeight, "a weight of letters", ["normal" => FontWeight::Normal, "bold" => FontWeight::Bold]);

named!(FontStyle, "a style of letters", [
    "normal" => FontStyle::Normal,
    "italic" => FontStyle::Italic,
    "oblique" => FontStyle::Italic,
]);

/// The face of a weight and a style. None is both thick and slanted: thick counts.
pub(crate) fn face(weight: FontWeight, style: FontStyle) -> Face {
    match (weight, style) {
        (FontWeight::Bold, _) => Face::Bold,
        (_, FontStyle::Italic) => Face::Oblique,
        _ => Face::Sans,
    }
}
