//! What stands over something else: fractions, roots, accents, lines.

use super::boxes::{AXIS, Boxes, Extent, Last, RULE, SHRINK, Size};
use super::glyphs::{glyph_of, sizes};
use super::tree::{Font, List, Mark, Node};
use crate::text::{Face, font};

/// How far the upper part of a fraction is raised at least, and the lower one lowered: where nothing is made smaller, with a line,
/// without one. From the font's table for mathematics, as matplotlib has it.
const OVER_LARGE: f32 = 1529.86;
const OVER: f32 = 868.352;
const OVER_WITHOUT: f32 = 970.752;
const UNDER_LARGE: f32 = 1548.29;
const UNDER: f32 = 768.0;
/// How much higher the line of a root is than its sign, and a line over something than its distance.
const HIGHER: f32 = 122.88;
/// Where the index of a root stands, as a share of the root's height.
const INDEX: f32 = 0.6;
/// The shaft of an arrow: its middle and its thickness.
const SHAFT: (f32, f32) = (642.0, 168.0);

impl Boxes<'_> {
    /// One list over another, both in the middle.
    pub(super) fn fraction(
        &mut self,
        (over, under): (&List<'_>, &List<'_>),
        bar: f32,
        smaller: u8,
        x: f32,
        size: Size,
    ) -> Extent {
        let scale = size.scale;
        let (mut inner, mut shrunk) = (size, 1.0);
        for _ in 0..smaller {
            inner = inner.smaller();
            shrunk *= SHRINK;
        }
        let thickness = RULE * scale;
        let from_over = self.pieces.len();
        let top = self.list(over, x + thickness, inner);
        let from_under = self.pieces.len();
        let bottom = self.list(under, x + thickness, inner);
        let end = self.pieces.len();
        let width = top.width.max(bottom.width);
        let (large, axis) = (smaller == 0, AXIS * scale);
        let up = if large {
            OVER_LARGE
        } else if bar > 0.0 {
            OVER
        } else {
            OVER_WITHOUT
        } * scale
            * shrunk;
        let down = if large { UNDER_LARGE } else { UNDER } * scale * shrunk;
        let (up, down) = if bar > 0.0 {
            let bar = bar * thickness;
            let least = if large { 3.0 * bar } else { bar };
            let half = bar / 2.0;
            let above = (up - top.down - axis - half).max(least);
            let below = (axis - half - bottom.up + down).max(least);
            self.rule((x + thickness, axis - half), width, bar);
            (axis + half + above + top.down, bottom.up + below + half - axis)
        } else {
            let least = if large { 7.0 } else { 3.0 } * thickness;
            let gap = (up - top.down) - (bottom.up - down);
            let missing = (least - gap).max(0.0);
            let down = down + missing / 2.0;
            (bottom.up - down + gap.max(least) + top.down, down)
        };
        self.shift(from_over..from_under, (width - top.width) / 2.0, up);
        self.shift(from_under..end, (width - bottom.width) / 2.0, -down);
        Extent {
            width: width + 2.0 * thickness,
            up: up + top.up,
            down: down + bottom.down,
            built: true,
            last: Last::default(),
        }
    }

    pub(super) fn root(&mut self, index: &List<'_>, body: &List<'_>, x: f32, size: Size) -> Extent {
        let thickness = RULE * size.scale;
        let from = self.pieces.len();
        let inside = self.list(body, 0.0, size);
        let to = self.pieces.len();
        let sign = self.tall('√', inside.up + 5.0 * thickness, inside.down, 0.0, size);
        let mut begin = x;
        let mut up = sign.up.max(inside.up);
        if !index.is_empty() {
            let from = self.pieces.len();
            let small = self.list(index, x, size.smaller().smaller());
            let raised = INDEX * sign.up;
            // a narrow index may stand over all of the tick, which begins a little after its pen
            begin += (small.width - 0.5 * sign.width).max(-0.1 * sign.width);
            // over the tick of the sign, which has its place at the right end of the index
            let right = begin + 0.5 * sign.width - small.width - x;
            self.shift(from..self.pieces.len(), right, raised);
            up = up.max(raised + small.up);
        }
        self.shift(to..to + 1, begin, 0.0);
        let after = begin + sign.width;
        self.shift(from..to, after + 2.0 * thickness, 0.0);
        let width = inside.width + 4.0 * thickness;
        let top = sign.up + HIGHER * size.scale;
        self.rule((after, top - thickness), width, thickness);
        Extent {
            width: after + width - x,
            up: up.max(top),
            down: sign.down.max(inside.down),
            built: true,
            last: Last::default(),
        }
    }

    /// A thing and the mark over or under it.
    pub(super) fn accent(&mut self, mark: Mark, body: &Node<'_>, x: f32, size: Size) -> Extent {
        let thickness = RULE * size.scale;
        let inside = self.node(body, x, size);
        let mut all = Extent { built: true, last: Last::default(), ..inside };
        let above = inside.up + 2.0 * thickness;
        let (height, depth) = match mark {
            Mark::Sign(c) => (self.sign(c, inside.width * 1.25, (x, above), size.scale), 0.0),
            Mark::Ring => (self.sign('∘', inside.width * 1.25, (x, above), size.scale * SHRINK * SHRINK), 0.0),
            Mark::Wide(c) => (self.wide(c, inside.width, (x, above), size.scale), 0.0),
            Mark::Arrow { right } => (self.arrow(right, inside.width, (x, above), size.scale), 0.0),
            Mark::Brace { over: true } => (self.wide('\u{23de}', inside.width, (x, above), size.scale), 0.0),
            Mark::Brace { over: false } => {
                let from = self.pieces.len();
                let height = self.wide('\u{23df}', inside.width, (x, 0.0), size.scale);
                let below = inside.down + 2.0 * thickness + height;
                self.raise(from..self.pieces.len(), -below);
                (0.0, below)
            }
            Mark::Overline => {
                let top = inside.up + 3.0 * thickness + HIGHER * size.scale;
                self.rule((x, top - thickness), inside.width, thickness);
                (top - above, 0.0)
            }
            Mark::Underline => {
                let top = inside.down + 3.0 * thickness;
                self.rule((x, -top - thickness), inside.width, thickness);
                (0.0, top + 2.0 * thickness)
            }
        };
        if height > 0.0 {
            all.up = above + height;
        }
        all.down = all.down.max(depth);
        all
    }

    /// A mark in the middle of so much room, with its lowest point at a height; how high it is.
    fn sign(&mut self, c: char, room: f32, (x, y): (f32, f32), scale: f32) -> f32 {
        let (face, glyph) = glyph_of(c, Font::Upright);
        self.mark((face, glyph), (x + room / 2.0, y), scale)
    }

    /// A mark that is made as wide as that.
    fn wide(&mut self, c: char, width: f32, (x, y): (f32, f32), scale: f32) -> f32 {
        let natural =
            |(face, glyph)| font::x_range(face, glyph).map_or(1.0, |(low, high)| (high - low).max(1.0)) * scale;
        let mut chosen = glyph_of(c, Font::Upright);
        for sized in sizes(c) {
            if natural(chosen) >= width {
                break;
            }
            chosen = sized;
        }
        let fitted = (scale * width / natural(chosen)).clamp(0.2 * scale, 4.0);
        self.mark(chosen, (x + width / 2.0, y), fitted)
    }

    /// A glyph with its middle and its lowest point here; how high it is.
    fn mark(&mut self, (face, glyph): (Face, u16), (middle, y): (f32, f32), scale: f32) -> f32 {
        let (left, right) = font::x_range(face, glyph).unwrap_or_default();
        let (low, high) = font::y_range(face, glyph).unwrap_or_default();
        let from = self.pieces.len();
        self.glyph(face, glyph, middle - (left + right) / 2.0 * scale, scale, Last::default());
        self.raise(from..from + 1, y - f32::from(low) * scale);
        (f32::from(high) - f32::from(low)) * scale
    }

    /// An arrow as long as that: a short one whose shaft is drawn on.
    fn arrow(&mut self, right: bool, width: f32, (x, y): (f32, f32), scale: f32) -> f32 {
        let (face, glyph) = glyph_of(if right { '→' } else { '←' }, Font::Upright);
        let scale = scale * SHRINK;
        let (left, end) = font::x_range(face, glyph).unwrap_or_default();
        let (low, high) = font::y_range(face, glyph).unwrap_or_default();
        let long = (end - left) * scale;
        let from = self.pieces.len();
        let begin = if right { x + width.max(long) - end * scale } else { x - left * scale };
        self.glyph(face, glyph, begin, scale, Last::default());
        self.raise(from..from + 1, y - f32::from(low) * scale);
        let more = width - long;
        if more > 0.0 {
            // a little into the arrow
            let from = if right { x } else { x + 0.9 * long };
            let height = y + (SHAFT.0 - SHAFT.1 / 2.0 - f32::from(low)) * scale;
            self.rule((from, height), more + 0.1 * long, SHAFT.1 * scale);
        }
        (f32::from(high) - f32::from(low)) * scale
    }

    /// Something with a small thing over or under it, both in the middle.
    pub(super) fn stacked(&mut self, body: &List<'_>, note: &List<'_>, over: bool, x: f32, size: Size) -> Extent {
        let gap = 3.0 * RULE * size.scale;
        let from = self.pieces.len();
        let inside = self.list(body, x, size);
        let from_note = self.pieces.len();
        let small = self.list(note, x, size.smaller());
        let end = self.pieces.len();
        let width = inside.width.max(small.width);
        let raised = if over { inside.up + gap + small.down } else { -(inside.down + gap + small.up) };
        self.shift(from..from_note, (width - inside.width) / 2.0, 0.0);
        self.shift(from_note..end, (width - small.width) / 2.0, raised);
        let mut all = Extent { width, built: true, last: Last::default(), ..inside };
        all.cover(small, raised);
        all
    }
}
