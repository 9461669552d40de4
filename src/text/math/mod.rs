//! Mathematics in words: what stands between two dollar signs.
//!
//! A text goes through these files in turn: `dollars` finds the mathematics in a line, `lexer` and `parser` make a tree of it,
//! `boxes` places its glyphs, in font units, as matplotlib's mathtext does with DejaVu Sans. `symbols` is the table of what
//! has a name, `class` the space between two things. What is not known is an error, and the text is then shown as it was
//! written.

mod boxes;
mod class;
mod dollars;
mod lexer;
mod parser;
mod symbols;
mod tree;
mod trouble;

pub(super) use boxes::{Piece, place};
pub(super) use dollars::{Line, Run, read};

/// Why a text whose dollar signs make mathematics is shown as it was written; `None` if it is not.
pub(crate) fn trouble(text: &str) -> Option<String> {
    // most texts have no dollar sign, and pay for nothing else
    if !text.contains('$') {
        return None;
    }
    read(text).err().map(|trouble| trouble.to_string())
}

#[cfg(test)]
mod tests;
