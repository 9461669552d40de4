//! Fonts that programs bring along: what the embedded ones do not have is shaped by harfrust, and drawn from these.
//!
//! A line goes through these files in turn: `runs` says which stretch of it is in which font, and in which order they are seen; `shape`
//! makes glyphs of a stretch, `outline` their outlines; `line` puts all side by side. What was found is kept in the font (`kept`).
//!
//! The bytes of a font may be any. harfrust and its reader of fonts look at each place before they read it, and end what takes too long
//! (2,048 parts of a letter, a million steps of a charstring, 64 glyphs of a letter); the length of what is shaped at once and the
//! size of an outline are bounded here.

mod font;
mod kept;
mod line;
mod outline;
mod runs;
mod shape;
#[cfg(test)]
mod tests;

pub use font::Font;
pub(super) use line::place;
