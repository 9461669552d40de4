//! The embedded font, for what plotters itself writes.

use std::sync::Once;

use plotters::style::{FontStyle, register_font};

use crate::text::FONT_DATA;

/// plotters looks its fonts up in a table of the process.
pub(super) fn register_fonts() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        for family in ["sans-serif", "serif", "monospace"] {
            for style in [FontStyle::Normal, FontStyle::Bold, FontStyle::Italic, FontStyle::Oblique] {
                // it refuses only bytes that are no font, and a test draws with these
                let _ = register_font(family, style, FONT_DATA);
            }
        }
    });
}
