//! How the cells of an image become pixels.

use crate::style::named;

/// How the cells of an image become pixels.
///
/// An image covers whole pixels: those whose middle lies in it, and one at least.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Interpolation {
    /// Cells larger than a pixel are flat rectangles, and smaller ones are averaged over the pixel. The default.
    ///
    /// What is averaged are values, before they are coloured; those that are not finite take no part, unless they are more
    /// than half of the pixel. Where the colormap is a list of colours ([`Colormap::listed`](crate::Colormap::listed), or a qualitative one such as
    /// `"tab10"`) it is the colours, so that no class appears between two others; and so it is for grids of colours.
    #[default]
    Auto,
    /// The cell in which the pixel's middle lies, alone: nothing is averaged, however small the cells are.
    Nearest,
    /// Blended between the middles of the cells, linearly, values or colours as for [`Auto`](Self::Auto); cells smaller
    /// than a pixel are averaged.
    Bilinear,
}

named!(Interpolation, "an interpolation", [
    "auto" => Interpolation::Auto,
    "nearest" => Interpolation::Nearest,
    "bilinear" => Interpolation::Bilinear,
    "antialiased" => Interpolation::Auto,
    "none" => Interpolation::Nearest,
]);
