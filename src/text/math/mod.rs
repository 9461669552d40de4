//! Mathematics in words: what stands between two dollar signs.
//!
//! A text goes through these files in turn: `dollars` finds the mathematics in a line, `lexer`, `parser` and `built` make a tree of it,
//! `boxes` places its glyphs, in font units, as matplotlib's mathtext does with DejaVu Sans (`scripts`, `tall`, `over` and `table` are parts of
//! that). `symbols` is the table of what has a name, `class` the space between two things, `glyphs` says which font has what. What is not
//! known is an error, and the text is then shown as it was written.

mod boxes;
mod built;
mod class;
mod dollars;
mod glyphs;
mod lexer;
mod named;
mod over;
mod parser;
mod scripts;
mod symbols;
mod table;
mod tall;
mod tree;
mod trouble;

pub(super) use boxes::{Ink, Piece, place};
pub(super) use dollars::{Line, Run, read};
pub(super) use glyphs::plain;

/// Why a text whose dollar signs make mathematics is shown as it was written; `None` if it is not.
pub(crate) fn trouble(text: &str) -> Option<String> {
    // most texts have no dollar sign, and pay for nothing else
    if !text.contains('$') {
        return None;
    }
    let fault = read(text).err()?;
    let letter = text.get(..fault.at).map_or(0, |before| before.chars().count()) + 1;
    Some(format!("{}, at letter {letter}", fault.trouble))
}

#[cfg(test)]
mod tests;
