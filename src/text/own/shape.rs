//! Which glyphs show a text, and where.

use harfrust::{Buffer, BufferFlags, Direction, ShapeOptions, ShaperFont, shape};

use crate::text::EM;

/// Lengths are in 1/64 of a unit, of which an em has [`EM`].
pub(super) const SCALE: i32 = EM as i32 * 64;
/// No glyph moves the pen, or stands from it, farther than so many ems.
const MAX_STEP: i32 = 32 * SCALE;

/// A text with its glyphs in the order in which they are drawn.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Shaped {
    pub(super) glyphs: Vec<Glyph>,
    /// How far it moves the pen.
    pub(super) width: i32,
}

/// A glyph, and where its origin is: to the right of where the text begins, and above the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Glyph {
    pub(super) glyph: u16,
    pub(super) x: i32,
    pub(super) y: i32,
}

impl Shaped {
    /// Empty where the font would make too much of the text.
    pub(super) fn new(font: &harfrust::Font, text: &str, rtl: bool) -> Self {
        let mut buffer = Buffer::new();
        buffer.push_str(text);
        buffer.set_direction(if rtl { Direction::RightToLeft } else { Direction::LeftToRight });
        buffer.guess_segment_properties();
        buffer.set_flags(BufferFlags::REMOVE_DEFAULT_IGNORABLES);
        let font = ShaperFont::new(font).with_scale(SCALE);
        let shaped = shape(&font, &mut buffer, ShapeOptions::new());
        let mut out = Self::default();
        if shaped.is_err() || !buffer.allocation_successful() {
            return out;
        }
        for (info, position) in buffer.glyph_infos().iter().zip(buffer.glyph_positions()) {
            let step = |v: i32| v.clamp(-MAX_STEP, MAX_STEP);
            out.glyphs.push(Glyph {
                glyph: u16::try_from(info.glyph_id).unwrap_or(0),
                x: out.width.saturating_add(step(position.x_offset)),
                y: step(position.y_offset),
            });
            out.width = out.width.saturating_add(step(position.x_advance));
        }
        out
    }
}
