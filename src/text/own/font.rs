//! A font from a file.

use std::fmt::{Debug, Formatter};
use std::panic::AssertUnwindSafe;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use harfrust::font::name::NameId;
use harfrust::font::{Blob, Format};

use super::kept::Kept;
use super::outline::Outline;
use super::shape::Shaped;
use crate::error::{Error, Result};

/// A font for characters that the embedded one does not have: Chinese, Japanese, Korean, Arabic, Hebrew, Devanagari, and so on.
///
/// It is handed to a figure ([`Figure::add_font`](crate::Figure::add_font)), which asks its fonts in the order in which they were added;
/// all that the embedded font has (Latin, Greek, Cyrillic, digits, mathematical signs) still comes from there. Labels are shaped:
/// letters are joined, marks stand on their letters, and what is written from right to left is. What no font has is an empty box.
///
/// TrueType and OpenType fonts (`.ttf`, `.otf`), those of a collection (`.ttc`, see [`index`](Font::index)), and variable ones as they are
/// by default. Letters are drawn in one colour, so fonts that have pictures only (coloured emoji) are refused. Which fonts a machine has is
/// not asked, so that a program draws the same everywhere.
///
/// A clone costs nothing, and is equal to what it was cloned from, and to nothing else. A font keeps what it has shaped, within bounds; so
/// open it once, and not for each frame. With the feature `fonts`.
///
/// ```
/// use grabframe::prelude::*;
/// # fn main() -> grabframe::Result<()> {
/// # let path = "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc";
/// # if !std::path::Path::new(path).exists() { return Ok(()) }
/// let font = Font::open(path)?; // such as "NotoSansSC-Regular.otf"
/// let mut fig = Figure::new();
/// fig.add_font(&font);
/// let ax = fig.add_axes();
/// fig[ax].set_title("速度 v = 12 m/s").set_xlabel("时间 (s)");
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Font(Arc<Inner>);

struct Inner {
    /// What it finds in its tables when it is asked is there whole or not at all, also after a panic.
    font: AssertUnwindSafe<harfrust::Font>,
    bytes: Arc<Vec<u8>>,
    name: String,
    kept: Mutex<Kept>,
}

/// Of a name that is shown.
const MAX_NAME: usize = 100;

impl Font {
    /// A font from the bytes of its file; of a collection the first.
    ///
    /// ```
    /// use grabframe::{ErrorKind, Font};
    ///
    /// let error = Font::new(b"<html>").unwrap_err();
    /// assert_eq!(error.kind(), ErrorKind::BadFont);
    /// ```
    ///
    /// # Errors
    /// [`BadFont`](crate::ErrorKind::BadFont) if they are no font that can be used, and why.
    pub fn new(bytes: impl Into<Vec<u8>>) -> Result<Self> {
        Self::read(Arc::new(bytes.into()), 0, None)
    }

    /// A font from a file; of a collection the first.
    ///
    /// # Errors
    /// [`Io`](crate::ErrorKind::Io) if the file cannot be read, [`BadFont`](crate::ErrorKind::BadFont) if it is no font that can be used, and
    /// why.
    pub fn open(path: impl AsRef<Path>) -> Result<Self> {
        fn open(path: &Path) -> Result<Font> {
            let bytes = std::fs::read(path).map_err(|error| Error::io("read", path, error))?;
            Font::read(Arc::new(bytes), 0, Some(path))
        }
        open(path.as_ref())
    }

    /// Another font of the same collection, counted from 0: `Font::open("NotoSansCJK.ttc")?.index(2)?`.
    ///
    /// # Errors
    /// [`BadFont`](crate::ErrorKind::BadFont) if there are not so many.
    pub fn index(&self, index: usize) -> Result<Self> {
        Self::read(Arc::clone(&self.0.bytes), index, None)
    }

    /// What the font calls itself, as `WenQuanYi Micro Hei`; empty if it has no name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.0.name
    }

    fn read(bytes: Arc<Vec<u8>>, index: usize, path: Option<&Path>) -> Result<Self> {
        let bad = |reason: String| Error::bad_font(path, reason);
        if bytes.starts_with(b"wOFF") || bytes.starts_with(b"wOF2") {
            return Err(bad("it is packed for web pages (WOFF); take the font as .ttf or .otf".into()));
        }
        let there = Format::new(&bytes).map_or(0, |format| format.num_fonts());
        if there == 0 {
            return Err(bad("it is no TrueType or OpenType font (.ttf, .otf, .ttc), or it is damaged".into()));
        }
        let Some(number) = u32::try_from(index).ok().filter(|index| *index < there) else {
            return Err(bad(format!("it has fonts 0 to {}, and no {index}", there - 1)));
        };
        let blob = Blob::Shared(Arc::clone(&bytes) as Arc<dyn AsRef<[u8]> + Send + Sync>);
        let font = harfrust::Font::new(blob, number).ok_or_else(|| bad("it is damaged".into()))?;
        if font.outline_glyphs().is_empty() {
            let pictures = [b"CBDT", b"sbix", b"SVG ", b"COLR"].iter().any(|tag| bytes.windows(4).any(|w| w == *tag));
            let reason = if pictures {
                "it has no outlines: its letters are pictures, as those of coloured emoji are; take one that has (Noto Emoji)"
            } else {
                "it has no outlines: a part of the file is missing, or damaged"
            };
            return Err(bad(reason.into()));
        }
        if !font.charmap().has_unicode() || font.units_per_em() == 0 {
            return Err(bad(
                "it does not say which letters show the characters of Unicode, or how large they are".into()
            ));
        }
        let mut name = String::new();
        if let Some(full) = font.names().get(NameId::FULL_NAME).and_then(|name| name.english_or_first()) {
            name.extend(full.name().chars().take(MAX_NAME));
        }
        Ok(Self(Arc::new(Inner { font: AssertUnwindSafe(font), bytes, name, kept: Mutex::default() })))
    }

    /// Whether it shows a character.
    pub(super) fn has(&self, c: char) -> bool {
        self.glyph(c).is_some()
    }

    /// The glyph of a character that stands alone.
    pub(in crate::text) fn glyph(&self, c: char) -> Option<u16> {
        self.0.font.charmap().map_unicode(c).and_then(|glyph| u16::try_from(glyph.to_u32()).ok())
    }

    /// How far a character that stands alone moves the pen, as a share of the size.
    pub(in crate::text) fn advance(&self, c: char) -> f32 {
        self.shaped(c.encode_utf8(&mut [0; 4]), false).width as f32 / super::shape::SCALE as f32
    }

    /// The glyphs of a text that is wholly in this font, and written in one direction.
    pub(super) fn shaped(&self, text: &str, rtl: bool) -> Arc<Shaped> {
        if let Some(shaped) = self.kept(|kept| kept.run(text, rtl)) {
            return shaped;
        }
        let shaped = Arc::new(Shaped::new(&self.0.font, text, rtl));
        self.kept(|kept| kept.keep_run(text, rtl, &shaped));
        shaped
    }

    /// The outline of a glyph.
    pub(in crate::text) fn outline(&self, glyph: u16) -> Arc<Outline> {
        if let Some(outline) = self.kept(|kept| kept.outline(glyph)) {
            return outline;
        }
        let outline = Arc::new(Outline::new(&self.0.font, glyph));
        self.kept(|kept| kept.keep_outline(glyph, &outline));
        outline
    }

    /// What is kept is right, also where somebody panicked: nothing is half written there.
    fn kept<T>(&self, of: impl FnOnce(&mut Kept) -> T) -> T {
        of(&mut self.0.kept.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl PartialEq for Font {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Eq for Font {}

impl Debug for Font {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Font").field(&self.0.name).finish()
    }
}
