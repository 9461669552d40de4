//! What has a name in mathematics.

use super::class::Class::{self, *};
use super::named::NAMED;

/// Functions, which are written upright, sorted.
#[rustfmt::skip]
pub(super) const FUNCTIONS: &[&str] = &[
    "Pr", "arccos", "arcsin", "arctan", "arg", "cos", "cosh", "cot", "coth", "csc", "deg", "det", "dim", "exp", "gcd", "hom", "inf", "ker", "lg", "lim", "liminf", "limsup", "ln", "log", "max", "min", "sec", "sin", "sinh", "sup", "tan", "tanh",
];

/// The sign that has a name, written without its backslash.
pub(super) fn named(name: &str) -> Option<(char, Class)> {
    let at = NAMED.binary_search_by_key(&name, |row| row.0).ok()?;
    Some((NAMED[at].1, NAMED[at].2))
}

/// What a character is that was written as it is.
pub(super) fn class(c: char) -> Class {
    match c {
        '+' | '-' | '*' => Binary,
        '=' | '<' | '>' | ':' => Relation,
        '(' | '[' => Open,
        ')' | ']' | '!' => Close,
        ',' | ';' | '.' => Punctuation,
        c if c.is_ascii() || c.is_alphabetic() => Ordinary,
        // what could have been written by its name is the same
        c => {
            for row in NAMED {
                if row.1 == c {
                    return row.2;
                }
            }
            if c == '−' { Binary } else { Ordinary }
        }
    }
}

/// All names, and what they mean.
#[cfg(test)]
pub(super) fn all() -> impl Iterator<Item = (&'static str, char)> {
    NAMED.iter().map(|row| (row.0, row.1))
}
