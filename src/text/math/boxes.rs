//! A tree becomes glyphs at their places.
//!
//! All is in font units, at the size of the text, and nothing is rounded to pixels but the heights of glyphs, which say how far
//! scripts are moved: so matplotlib does it, too. The numbers are those that its mathtext has for DejaVu Sans.

use std::ops::Range;

use super::class::{Class, QUAD};
use super::dollars::Run;
use super::tree::{Font, Node, is_integral};
use crate::text::font::{self, EM, FontSize};
use crate::text::{Face, Fonts, Placed};

/// The height of an x.
const X_HEIGHT: f32 = 1120.0;
/// The thickness of a line in mathematics.
const RULE: f32 = 128.0;
/// How large scripts are beside what they belong to, and how often they get smaller.
const SHRINK: f32 = 0.7;
const LEVELS: u32 = 5;
/// How far scripts are raised and lowered: a superscript, a subscript, a subscript under a superscript.
const RAISED: f32 = 845.824;
const LOWERED: f32 = 307.199;
const LOWERED_UNDER: f32 = 632.832;
/// How far below its top, or above its bottom, scripts stand beside what has scripts itself, and beside an integral.
const BELOW_TOP: f32 = 790.527;
const BELOW_BOTTOM: f32 = 102.4;
/// The space before a script, what a slant adds to it, and that after a script, as shares of the height of an x.
const BEFORE: f32 = 0.025;
const SLANT: f32 = 0.2;
const AFTER: f32 = 0.05;
const INTEGRAL: f32 = 0.1;

/// How a prime differs from the font's, which is short and begins high: its size, how far it is lowered, and the room it takes.
struct Prime {
    size: f32,
    lowered: f32,
    width: f32,
}

const PRIME: Prime = Prime { size: 1.3, lowered: 420.0, width: 420.0 };

/// A glyph and where its pen stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::text) struct Piece {
    pub face: Face,
    pub glyph: u16,
    /// Its size as a share of that of the text.
    pub scale: f32,
    /// Font units at the size of the text, to the right and upward.
    pub x: f32,
    pub y: f32,
}

/// The glyphs of a line, and how wide it is; words are in `face`, as mathematics is where it does not say another.
pub(in crate::text) fn place(runs: &[Run<'_>], face: Face, size: FontSize, fonts: &Fonts) -> (Vec<Piece>, f32) {
    let mut boxes = Boxes { pieces: Vec::new(), fonts, size };
    let mut pen = 0.0;
    for run in runs {
        pen += match run {
            Run::Words(words) => boxes.words(words, face, pen, 1.0).width,
            Run::Math(nodes) => boxes.list(nodes, pen, Size::TEXT).width,
        };
    }
    (boxes.pieces, pen)
}

/// How large, and how often that was made smaller.
#[derive(Clone, Copy)]
struct Size {
    scale: f32,
    level: u32,
}

impl Size {
    const TEXT: Self = Self { scale: 1.0, level: 0 };

    fn smaller(self) -> Self {
        let level = self.level + 1;
        Self { scale: if level > LEVELS { self.scale } else { self.scale * SHRINK }, level }
    }
}

/// What takes room: font units, `up` and `down` from the line that letters stand on.
#[derive(Clone, Copy, Default)]
struct Extent {
    width: f32,
    up: f32,
    down: f32,
    /// Whether something in it stands over something else.
    built: bool,
    /// The glyph at its end.
    last: Last,
}

#[derive(Clone, Copy, Default)]
struct Last {
    up: f32,
    down: f32,
    slanted: bool,
    integral: bool,
}

impl Extent {
    /// Room is taken by this, too, which stands so much higher.
    fn cover(&mut self, other: Self, raised: f32) {
        self.up = self.up.max(other.up + raised);
        self.down = self.down.max(other.down - raised);
    }
}

struct Boxes<'a> {
    pieces: Vec<Piece>,
    /// Words are in these, too.
    fonts: &'a Fonts,
    /// The size that the heights of glyphs are fitted to, which is that of the text for scripts, too.
    size: FontSize,
}

impl Boxes<'_> {
    /// Things one after the other, from `x` on, with the space that belongs between them.
    fn list(&mut self, nodes: &[Node<'_>], x: f32, size: Size) -> Extent {
        let mut all = Extent::default();
        let mut before: Option<Class> = None;
        // the glyph that the next one may be nearer to
        let mut neighbour: Option<(Face, u16)> = None;
        for (at, node) in nodes.iter().enumerate() {
            if let Some(class) = node.class() {
                let after = nodes[at + 1..].iter().find_map(|node| node.class());
                let class = class.between(before, after);
                match before {
                    Some(Class::Function) if joins(node) => {}
                    Some(before) => all.width += before.gap(class) * QUAD * size.scale,
                    None => {}
                }
                before = Some(class);
            }
            if let Node::Symbol { c, font, class: Class::Ordinary | Class::Open | Class::Close, .. } = node {
                let (face, glyph) = glyph_of(*c, *font);
                if let Some((_, last)) = neighbour.filter(|last| last.0 == face) {
                    let near = font::kerning(face, last, glyph, FontSize::DESIGN) as f32 / 64.0;
                    all.width += near * size.scale;
                }
                neighbour = Some((face, glyph));
            } else {
                neighbour = None;
            }
            let extent = self.node(node, x + all.width, size);
            all.width += extent.width;
            all.cover(extent, 0.0);
            all.built |= extent.built;
            all.last = extent.last;
        }
        all
    }

    fn node(&mut self, node: &Node<'_>, x: f32, size: Size) -> Extent {
        match node {
            Node::Symbol { c, font, .. } => {
                let (face, glyph) = glyph_of(*c, *font);
                let slanted = face == Face::Oblique || matches!(c, '∫' | '∮');
                self.glyph(face, glyph, x, size.scale, Last { slanted, integral: is_integral(*c), ..Last::default() })
            }
            // larger than the font has it, and not raised, since it is drawn for the place where it stands
            Node::Prime => {
                let from = self.pieces.len();
                let (face, glyph) = glyph_of('′', Font::Upright);
                let scale = size.scale / SHRINK;
                let mut extent = self.glyph(face, glyph, x, scale * PRIME.size, Last::default());
                let lower = (RAISED + PRIME.lowered) * scale;
                self.raise(from..from + 1, -lower);
                extent.width = PRIME.width * scale;
                extent.up -= lower;
                extent.down += lower;
                extent
            }
            Node::Function(name) => self.words(name, Face::Sans, x, size.scale),
            Node::Words(words) => self.words(words, Face::Sans, x, size.scale),
            Node::Space(width) => Extent { width: width * QUAD * size.scale, ..Extent::default() },
            Node::Group(nodes) => self.list(nodes, x, size),
            Node::Scripts { base: Some(base), sub, sup } if base.takes_limits() => {
                self.limits(base, sub.as_deref(), sup.as_deref(), x, size)
            }
            Node::Scripts { base, sub, sup } => {
                let mut all = base.as_ref().map_or(Extent::default(), |base| self.node(base, x, size));
                self.scripts(&mut all, sub.as_deref(), sup.as_deref(), x, size);
                all
            }
        }
    }

    /// What stands lower and higher after `all`, which begins at `x`.
    fn scripts(&mut self, all: &mut Extent, sub: Option<&Node<'_>>, sup: Option<&[Node<'_>]>, x: f32, size: Size) {
        let Size { scale, .. } = size;
        let Extent { last, .. } = *all;
        let x_height = X_HEIGHT * scale;
        let mut before_sub = BEFORE * x_height;
        let mut before_sup = before_sub;
        if last.slanted && last.integral {
            before_sub = (3.0 * BEFORE - INTEGRAL) * last.up;
            before_sup = (3.0 * BEFORE + INTEGRAL) * last.up;
        } else if last.slanted {
            before_sub = 0.0;
            before_sup += BEFORE * x_height + SLANT * (last.up - x_height * 2.0 / 3.0);
        }
        let (mut up, mut down) = if all.built {
            (all.up - BELOW_TOP * SHRINK * scale, all.down + BELOW_BOTTOM * SHRINK * scale)
        } else {
            (0.0, 0.0)
        };
        let end = x + all.width;
        let mut width = 0.0_f32;
        let mut above = None;
        if let Some(sup) = sup {
            let from = self.pieces.len();
            let before = before_sup * SHRINK;
            let extent = self.list(sup, end + before, size.smaller());
            up = if last.integral {
                last.up - BELOW_BOTTOM * scale
            } else {
                up.max(RAISED * scale).max(extent.down + x_height / 4.0)
            };
            width = extent.width + before;
            above = Some((from, extent));
        }
        let from_sub = self.pieces.len();
        if let Some(sub) = sub {
            let before = before_sub * SHRINK;
            let extent = self.node(sub, end + before, size.smaller());
            down = match (last.integral, above) {
                (true, _) => last.down + BELOW_BOTTOM * scale,
                (false, Some(_)) => down.max(LOWERED_UNDER * scale),
                (false, None) => down.max(LOWERED * scale).max(extent.up - x_height * 0.8),
            };
            if let Some((_, sup)) = above {
                // not too near to one another
                let missing = 4.0 * RULE * scale - ((up - sup.down) - (extent.up - down));
                if missing > 0.0 {
                    down += missing;
                    let low = (x_height * 0.8 - up + sup.down).max(0.0);
                    up += low;
                    down -= low;
                }
            }
            width = width.max(extent.width + before);
            all.cover(extent, -down);
            self.raise(from_sub..self.pieces.len(), -down);
        }
        if let Some((from, extent)) = above {
            all.cover(extent, up);
            self.raise(from..from_sub, up);
        }
        all.width += width + if last.integral { 0.0 } else { AFTER * x_height };
        all.built |= sub.is_some() && sup.is_some();
        all.last = Last::default();
    }

    /// What stands over and under a sum.
    fn limits(
        &mut self,
        base: &Node<'_>,
        sub: Option<&Node<'_>>,
        sup: Option<&[Node<'_>]>,
        x: f32,
        size: Size,
    ) -> Extent {
        let gap = 3.0 * RULE * size.scale;
        let mut parts = [(self.pieces.len(), Extent::default(), 0.0); 3];
        let mut all = self.node(base, x, size);
        parts[0].1 = all;
        parts[1].0 = self.pieces.len();
        if let Some(sup) = sup {
            let extent = self.list(sup, x, size.smaller());
            let raised = all.up + gap + extent.down;
            parts[1] = (parts[1].0, extent, raised);
        }
        parts[2].0 = self.pieces.len();
        if let Some(sub) = sub {
            let extent = self.node(sub, x, size.smaller());
            parts[2] = (parts[2].0, extent, -(all.down + gap + extent.up));
        }
        let width = parts[0].1.width.max(parts[1].1.width).max(parts[2].1.width);
        for (at, (from, extent, raised)) in parts.into_iter().enumerate() {
            let to = parts.get(at + 1).map_or(self.pieces.len(), |next| next.0);
            for piece in &mut self.pieces[from..to] {
                piece.x += (width - extent.width) / 2.0;
                piece.y += raised;
            }
            if extent.width > 0.0 {
                all.cover(extent, raised);
            }
        }
        Extent { width, built: true, last: Last::default(), ..all }
    }

    /// Lifts some of what was placed.
    fn raise(&mut self, which: Range<usize>, by: f32) {
        for piece in &mut self.pieces[which] {
            piece.y += by;
        }
    }

    fn glyph(&mut self, face: Face, glyph: u16, x: f32, scale: f32, last: Last) -> Extent {
        self.pieces.push(Piece { face, glyph, scale, x, y: 0.0 });
        let placed = Placed { face, glyph, ppem: self.size.ppem, x: 0, raised: 0, quarters: 0 };
        let (low, high) = self.fonts.rows(&placed).unwrap_or_default();
        let rows = scale / self.size.scale();
        let (up, down) = (high * rows, -low * rows);
        let width = font::advance(face, glyph, FontSize::DESIGN.ppem) as f32 / 64.0 * scale;
        Extent { width, up, down, built: false, last: Last { up, down, ..last } }
    }

    /// Words as they are outside of mathematics.
    fn words(&mut self, words: &str, face: Face, x: f32, scale: f32) -> Extent {
        let (glyphs, width) = self.fonts.place(words, face, FontSize::DESIGN);
        let mut all = Extent { width: width * scale, ..Extent::default() };
        for placed in glyphs {
            let scale = scale * f32::from(placed.ppem) / EM;
            let from = self.pieces.len();
            let extent =
                self.glyph(placed.face, placed.glyph, x + placed.x as f32 / 64.0 * scale, scale, Last::default());
            let raised = placed.raised as f32 * scale;
            self.raise(from..from + 1, raised);
            all.cover(extent, raised);
            all.last = extent.last;
        }
        all
    }
}

/// Whether a function is followed by this without a space: `|` and `/` belong to it as a bracket does.
fn joins(node: &Node<'_>) -> bool {
    matches!(node, Node::Symbol { c: '|' | '/', .. })
}

/// The glyph of a character, and the font that has it.
fn glyph_of(c: char, font: Font) -> (Face, u16) {
    let face = match font {
        Font::Normal if c.is_alphabetic() && !('Α'..='Ω').contains(&c) => Face::Oblique,
        Font::Normal | Font::Upright => Face::Sans,
        Font::Slanted => Face::Oblique,
        Font::Bold => Face::Bold,
    };
    font::glyph(face, c)
}
