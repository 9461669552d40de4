//! Mathematics as it was understood.

use super::class::Class;
use crate::style::Color;

/// The letters of mathematics.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::text) enum Font {
    /// Letters slanted, but for large Greek ones; all else upright.
    Normal,
    Upright,
    Slanted,
    Bold,
    BoldSlanted,
    /// Of `\mathcal`.
    Calligraphic,
    Script,
    Fraktur,
    /// With double strokes.
    Double,
    /// All of one width.
    Mono,
}

/// Things one after the other.
pub(in crate::text) type List<'a> = Vec<Node<'a>>;

#[derive(Debug)]
pub(in crate::text) enum Node<'a> {
    Symbol {
        c: char,
        font: Font,
        class: Class,
    },
    /// A function, by its upright name.
    Function(&'a str),
    /// A name for a function that was made up, and whether what belongs to it stands over and under it.
    Operator(List<'a>, bool),
    /// Upright words.
    Words(String),
    /// Blank, as a share of the width of an m.
    Space(f32),
    /// A prime, which is an exponent.
    Prime,
    Group(List<'a>),
    /// Something, or nothing, with what stands lower and higher after it, or over and under it.
    Scripts {
        base: Option<Box<Node<'a>>>,
        sub: Option<Box<Node<'a>>>,
        sup: Option<List<'a>>,
        limits: bool,
    },
    /// One over the other.
    Fraction {
        over: List<'a>,
        under: List<'a>,
        /// The thickness of the line between them; 1 is that of all lines.
        bar: f32,
        /// How often they are made smaller.
        smaller: u8,
    },
    /// Between brackets as high as it is; none where nothing is to be seen. `parts` are divided by `middles`.
    Fenced {
        open: Option<char>,
        parts: Vec<List<'a>>,
        middles: Vec<Option<char>>,
        close: Option<char>,
    },
    /// A bracket of a height that is said, in ems.
    Big {
        c: char,
        height: f32,
        class: Class,
    },
    Root {
        index: List<'a>,
        body: List<'a>,
    },
    Accent {
        mark: Mark,
        body: Box<Node<'a>>,
    },
    /// With a small thing over or under it.
    Stacked {
        body: List<'a>,
        note: List<'a>,
        over: bool,
    },
    /// Rows of cells.
    Table(Table<'a>),
    /// What takes the room of these, unseen.
    Phantom(List<'a>),
    /// What takes no room, and ends or begins where it stands.
    Lap {
        body: List<'a>,
        left: bool,
    },
    Colored {
        body: List<'a>,
        color: Color,
    },
}

/// What stands over or under something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::text) enum Mark {
    /// A mark for a letter.
    Sign(char),
    /// A ring.
    Ring,
    /// A mark as wide as what it stands over.
    Wide(char),
    /// An arrow as wide as that, to the right or to the left.
    Arrow {
        right: bool,
    },
    Overline,
    Underline,
    /// A brace over or under it.
    Brace {
        over: bool,
    },
}

#[derive(Debug)]
pub(in crate::text) struct Table<'a> {
    pub rows: Vec<Vec<List<'a>>>,
    pub look: Look<'a>,
}

/// How the columns of a table are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::text) enum Look<'a> {
    /// Each as its letter says (`l`, `c`, `r`); the last letter counts for all that follow.
    Columns(&'a str),
    /// To the right and to the left in turn, so that relations stand one under the other.
    Aligned,
    /// A few lines under one another, near together, on the last one's line.
    Stack,
}

impl Node<'_> {
    /// What it is for the space beside it; blanks do not count.
    pub(super) fn class(&self) -> Option<Class> {
        match self {
            Node::Symbol { class, .. } | Node::Big { class, .. } => Some(*class),
            Node::Function(_) | Node::Operator(..) => Some(Class::Function),
            Node::Space(_) => None,
            // a letter over a sign leaves it a sign
            Node::Stacked { body, .. } if body.len() == 1 => body[0].class(),
            Node::Colored { body, .. } | Node::Phantom(body) if body.len() == 1 => body[0].class(),
            Node::Scripts { base, .. } => base.as_ref().map_or(Some(Class::Ordinary), |base| base.class()),
            _ => Some(Class::Ordinary),
        }
    }

    /// Whether what belongs to it stands over and under it.
    pub(super) fn takes_limits(&self) -> bool {
        match self {
            Node::Symbol { c, class: Class::Large, .. } => !is_integral(*c),
            Node::Function(name) => matches!(*name, "lim" | "liminf" | "limsup" | "max" | "min" | "sup"),
            Node::Operator(_, limits) => *limits,
            Node::Accent { mark: Mark::Brace { .. }, .. } => true,
            _ => false,
        }
    }
}

/// Whether it is an integral, beside which scripts stand at its ends.
pub(super) const fn is_integral(c: char) -> bool {
    matches!(c, '∫'..='∰' | '⨌')
}
