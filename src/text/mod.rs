//! Text: the embedded fonts, their outlines fitted to the pixel grid, and where the glyphs of a string go.
//!
//! The figures follow matplotlib 3.11, which draws with FreeType and the font's own instructions: sizes are whole
//! pixels per em, advances are whole pixels, kerning is not, and heights are moved onto whole pixels while widths are
//! left alone. Nothing here touches a pixel; `canvas::glyph` does.

mod anchor;
mod face;
mod font;
mod fonts;
mod hint;
mod layout;
mod math;
mod outline;
#[cfg(feature = "fonts")]
mod own;
mod segment;
mod truetype;
mod words;

pub(crate) use anchor::{Anchor, Measured, TextFrame, Turn, bounds, bounds_of, line_origins};
pub use anchor::{HAlign, RotationMode, VAlign};
pub(crate) use face::{Face, face};
pub use face::{FontStyle, FontWeight};
pub(crate) use font::{Carried, EM, MAX_PPEM, advance, carried, character, glyph, page_font};
pub(crate) use fonts::Fonts;
pub(crate) use layout::{Placed, Rule, TextLayout, is_mark};
pub(crate) use math::trouble;
pub(crate) use outline::{design_outline, fitted_outline};
#[cfg(feature = "fonts")]
pub use own::Font;
pub(crate) use segment::Segment;
pub(crate) use words::{Setting, Words};

/// The embedded font, DejaVu Sans, as a TrueType file.
pub(crate) const FONT_DATA: &[u8] = include_bytes!("DejaVuSans.ttf");
