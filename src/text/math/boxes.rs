//! A tree becomes glyphs at their places.
//!
//! All is in font units, at the size of the text, and nothing is rounded to pixels but the heights of glyphs, which say how far
//! scripts are moved: so matplotlib does it, too. The numbers are those that its mathtext has for DejaVu Sans.

use std::ops::Range;

use super::class::{Class, QUAD};
use super::dollars::Run;
use super::glyphs::glyph_of;
use super::scripts::RAISED;
use super::tree::{Font, Node, is_integral};
use crate::style::Color;
use crate::text::font::{self, EM, FontSize};
use crate::text::{Face, Fonts, Placed};

/// The height of an x.
pub(super) const X_HEIGHT: f32 = 1120.0;
/// The height of the line on which fractions and operators stand.
pub(super) const AXIS: f32 = 512.0;
/// The thickness of a line in mathematics.
pub(super) const RULE: f32 = 128.0;
/// How large scripts are beside what they belong to, and how often they get smaller.
pub(super) const SHRINK: f32 = 0.7;
const LEVELS: u32 = 5;
/// How a prime differs from the font's, which is short and begins high: its size, how far it is lowered, and the room it takes.
struct Prime {
    size: f32,
    lowered: f32,
    width: f32,
}

const PRIME: Prime = Prime { size: 1.3, lowered: 420.0, width: 420.0 };

/// What is drawn: font units at the size of the text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::text) enum Ink {
    /// A glyph, whose pen stands at its place; `scale` is its size as a share of that of the text.
    Glyph { face: Face, glyph: u16, scale: f32 },
    /// A line that lies, from its lower left corner.
    Rule { width: f32, height: f32 },
}

/// Something drawn, and where.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::text) struct Piece {
    pub ink: Ink,
    /// Font units at the size of the text, to the right and upward.
    pub x: f32,
    pub y: f32,
    /// Its colour, if it is not that of the text.
    pub color: Option<Color>,
}

/// What a line is made of, and how wide it is; words are in `face`, as mathematics is where it does not say another.
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
pub(super) struct Size {
    pub(super) scale: f32,
    level: u32,
}

impl Size {
    const TEXT: Self = Self { scale: 1.0, level: 0 };

    pub(super) fn smaller(self) -> Self {
        let level = self.level + 1;
        Self { scale: if level > LEVELS { self.scale } else { self.scale * SHRINK }, level }
    }
}

/// What takes room: font units, `up` and `down` from the line that letters stand on.
#[derive(Clone, Copy, Default)]
pub(super) struct Extent {
    pub(super) width: f32,
    pub(super) up: f32,
    pub(super) down: f32,
    /// Whether something in it stands over something else.
    pub(super) built: bool,
    /// The glyph at its end.
    pub(super) last: Last,
}

#[derive(Clone, Copy, Default)]
pub(super) struct Last {
    pub(super) up: f32,
    pub(super) down: f32,
    pub(super) slanted: bool,
    pub(super) integral: bool,
}

impl Extent {
    /// Room is taken by this, too, which stands so much higher.
    pub(super) fn cover(&mut self, other: Self, raised: f32) {
        self.up = self.up.max(other.up + raised);
        self.down = self.down.max(other.down - raised);
    }
}

pub(super) struct Boxes<'a> {
    pub(super) pieces: Vec<Piece>,
    /// Words are in these, too.
    fonts: &'a Fonts,
    /// The size that the heights of glyphs are fitted to, which is that of the text for scripts, too.
    size: FontSize,
}

impl Boxes<'_> {
    /// Things one after the other, from `x` on, with the space that belongs between them.
    pub(super) fn list(&mut self, nodes: &[Node<'_>], x: f32, size: Size) -> Extent {
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

    pub(super) fn node(&mut self, node: &Node<'_>, x: f32, size: Size) -> Extent {
        match node {
            Node::Symbol { c, font, .. } => {
                let (face, glyph) = glyph_of(*c, *font);
                let slanted = face == Face::Oblique || is_integral(*c);
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
            Node::Operator(nodes, _) => self.list(nodes, x, size),
            Node::Words(words) => self.words(words, Face::Sans, x, size.scale),
            Node::Space(width) => Extent { width: width * QUAD * size.scale, ..Extent::default() },
            Node::Group(nodes) => self.list(nodes, x, size),
            Node::Scripts { base: Some(base), sub, sup, limits: true } => {
                self.limits(base, sub.as_deref(), sup.as_deref(), x, size)
            }
            Node::Scripts { base, sub, sup, .. } => {
                let mut all = base.as_ref().map_or(Extent::default(), |base| self.node(base, x, size));
                self.scripts(&mut all, sub.as_deref(), sup.as_deref(), x, size);
                all
            }
            Node::Fraction { over, under, bar, smaller } => self.fraction((over, under), *bar, *smaller, x, size),
            Node::Fenced { open, parts, middles, close } => self.fenced((*open, *close), parts, middles, x, size),
            Node::Big { c, height, .. } => {
                let half = height * EM / 2.0 * size.scale;
                let axis = AXIS * size.scale;
                self.tall(*c, half + axis, half - axis, x, size)
            }
            Node::Root { index, body } => self.root(index, body, x, size),
            Node::Accent { mark, body } => self.accent(*mark, body, x, size),
            Node::Stacked { body, note, over } => self.stacked(body, note, *over, x, size),
            Node::Table(table) => self.table(table, x, size),
            Node::Phantom(body) => {
                let from = self.pieces.len();
                let extent = self.list(body, x, size);
                self.pieces.truncate(from);
                extent
            }
            Node::Lap { body, left } => {
                let from = self.pieces.len();
                let extent = self.list(body, x, size);
                if *left {
                    self.shift(from..self.pieces.len(), -extent.width, 0.0);
                }
                Extent { width: 0.0, ..extent }
            }
            Node::Colored { body, color } => {
                let from = self.pieces.len();
                let extent = self.list(body, x, size);
                for piece in &mut self.pieces[from..] {
                    // what is inside has said another
                    piece.color = piece.color.or(Some(*color));
                }
                extent
            }
        }
    }

    /// Lifts some of what was placed.
    pub(super) fn raise(&mut self, which: Range<usize>, by: f32) {
        self.shift(which, 0.0, by);
    }

    /// Moves some of what was placed, to the right and up.
    pub(super) fn shift(&mut self, which: Range<usize>, right: f32, up: f32) {
        for piece in &mut self.pieces[which] {
            piece.x += right;
            piece.y += up;
        }
    }

    /// A line that lies, from its lower left corner.
    pub(super) fn rule(&mut self, (x, y): (f32, f32), width: f32, height: f32) {
        self.pieces.push(Piece { ink: Ink::Rule { width, height }, x, y, color: None });
    }

    pub(super) fn glyph(&mut self, face: Face, glyph: u16, x: f32, scale: f32, last: Last) -> Extent {
        self.pieces.push(Piece { ink: Ink::Glyph { face, glyph, scale }, x, y: 0.0, color: None });
        let placed = Placed { face, glyph, ppem: self.size.ppem, x: 0, raised: 0, quarters: 0, tint: 0 };
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
