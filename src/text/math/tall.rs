//! Brackets that are as high as what they enclose.

use super::boxes::{Boxes, Extent, Last, Size, X_HEIGHT};
use super::glyphs::{glyph_of, sizes};
use super::tree::{Font, List};
use crate::text::font;

/// No bracket is larger than so many times the letters around it: what is drawn of it takes memory.
const LARGEST: f32 = 4.0;

impl Boxes<'_> {
    /// A bracket from `down` below the line to `up` above it, as near as there is one: the smallest glyph that is high enough, fitted to
    /// that height; or as it is in words, where that will do.
    pub(super) fn tall(&mut self, c: char, up: f32, down: f32, x: f32, size: Size) -> Extent {
        let target = up + down;
        let enough = target - 0.2 * X_HEIGHT * size.scale;
        let height = |(face, glyph)| {
            let (low, high) = font::y_range(face, glyph).unwrap_or((0, 1));
            (f32::from(high) - f32::from(low)).max(1.0) * size.scale
        };
        let plain = glyph_of(c, Font::Upright);
        let mut larger = sizes(c).peekable();
        if larger.peek().is_some() && height(plain) >= enough {
            return self.glyph(plain.0, plain.1, x, size.scale, Last::default());
        }
        let mut chosen = plain;
        for sized in larger {
            chosen = sized;
            if height(sized) >= enough {
                break;
            }
        }
        let scale = (size.scale * target / height(chosen)).clamp(0.0, LARGEST);
        let from = self.pieces.len();
        let extent = self.glyph(chosen.0, chosen.1, x, scale, Last::default());
        let below = font::y_range(chosen.0, chosen.1).map_or(0.0, |range| -f32::from(range.0)) * scale;
        let raised = below - down;
        self.raise(from..from + 1, raised);
        Extent {
            width: extent.width,
            up: extent.up + raised,
            down: extent.down - raised,
            built: true,
            last: Last::default(),
        }
    }

    /// What stands between brackets, and these.
    pub(super) fn fenced(
        &mut self,
        (open, close): (Option<char>, Option<char>),
        parts: &[List<'_>],
        middles: &[Option<char>],
        x: f32,
        size: Size,
    ) -> Extent {
        // the parts first, since they say how high the brackets are
        let mut extents = Vec::with_capacity(parts.len());
        let (mut up, mut down) = (0.0_f32, 0.0_f32);
        for part in parts {
            let from = self.pieces.len();
            let extent = self.list(part, 0.0, size);
            (up, down) = (up.max(extent.up), down.max(extent.down));
            extents.push((from, extent));
        }
        let mut all = Extent { built: true, ..Extent::default() };
        let ends = self.pieces.len();
        if let Some(c) = open {
            all = self.beside(all, c, (up, down), x, size);
        }
        for (at, (from, extent)) in extents.iter().enumerate() {
            let to = extents.get(at + 1).map_or(ends, |next| next.0);
            self.shift(*from..to, x + all.width, 0.0);
            all.width += extent.width;
            all.cover(*extent, 0.0);
            if let Some(Some(c)) = middles.get(at) {
                all = self.beside(all, *c, (up, down), x, size);
            }
        }
        if let Some(c) = close {
            all = self.beside(all, c, (up, down), x, size);
        }
        all
    }

    /// `all`, which begins at `x`, and a bracket after it.
    fn beside(&mut self, mut all: Extent, c: char, (up, down): (f32, f32), x: f32, size: Size) -> Extent {
        let bracket = if up + down > 0.0 {
            self.tall(c, up, down, x + all.width, size)
        } else {
            let (face, glyph) = glyph_of(c, Font::Upright);
            self.glyph(face, glyph, x + all.width, size.scale, Last::default())
        };
        all.width += bracket.width;
        all.cover(bracket, 0.0);
        all
    }
}
