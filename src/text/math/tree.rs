//! Mathematics as it was understood.

use super::class::Class;

/// The letters of mathematics.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::text) enum Font {
    /// Letters slanted, but for large Greek ones; all else upright.
    Normal,
    Upright,
    Slanted,
    Bold,
}

#[derive(Debug)]
pub(in crate::text) enum Node<'a> {
    Symbol {
        c: char,
        font: Font,
        class: Class,
    },
    /// A function, by its upright name.
    Function(&'a str),
    /// Upright words.
    Words(String),
    /// Blank, as a share of the width of an m.
    Space(f32),
    /// A prime, which is an exponent.
    Prime,
    Group(Vec<Node<'a>>),
    /// Something, or nothing, with what stands lower and higher after it.
    Scripts {
        base: Option<Box<Node<'a>>>,
        sub: Option<Box<Node<'a>>>,
        sup: Option<Vec<Node<'a>>>,
    },
}

impl Node<'_> {
    /// What it is for the space beside it; blanks do not count.
    pub(super) fn class(&self) -> Option<Class> {
        match self {
            Node::Symbol { class, .. } => Some(*class),
            Node::Function(_) => Some(Class::Function),
            Node::Space(_) => None,
            Node::Words(_) | Node::Prime | Node::Group(_) => Some(Class::Ordinary),
            Node::Scripts { base, .. } => base.as_ref().map_or(Some(Class::Ordinary), |base| base.class()),
        }
    }

    /// Whether what belongs to it stands over and under it.
    pub(super) fn takes_limits(&self) -> bool {
        match self {
            Node::Symbol { c, class: Class::Large, .. } => !is_integral(*c),
            Node::Function(name) => matches!(*name, "lim" | "liminf" | "limsup" | "max" | "min" | "sup"),
            _ => false,
        }
    }
}

/// Whether it is an integral, beside which scripts stand at its ends.
pub(super) const fn is_integral(c: char) -> bool {
    matches!(c, '∫' | '∬' | '∭' | '∮')
}
