//! Which parts of a text are mathematics.

use super::parser;
use super::tree::Node;
use super::trouble::{Fault, Trouble};

/// A line of a text.
#[derive(Debug)]
pub(in crate::text) enum Line<'a> {
    /// Without mathematics.
    Plain(String),
    /// With it, from left to right.
    Mixed(Vec<Run<'a>>),
}

/// Words, or mathematics.
#[derive(Debug)]
pub(in crate::text) enum Run<'a> {
    Words(String),
    Math(Vec<Node<'a>>),
}

/// The lines of a text. By matplotlib's rule a line has mathematics if the dollar signs in it, but for those after a
/// backslash, are even in number, and more than none; of all others, `\$` becomes a dollar sign.
pub(in crate::text) fn read(text: &str) -> Result<Vec<Line<'_>>, Fault<'_>> {
    let mut lines = Vec::new();
    for line in text.split('\n') {
        let dollars = line.matches('$').count() - line.matches("\\$").count();
        lines.push(if dollars > 0 && dollars % 2 == 0 {
            Line::Mixed(runs(line).map_err(|fault| Fault { at: fault.at + offset(text, line), ..fault })?)
        } else {
            Line::Plain(plain(line))
        });
    }
    Ok(lines)
}

/// Words with their dollar signs.
fn plain(words: &str) -> String {
    words.replace("\\$", "$")
}

/// How many bytes of a text are before a part of it.
fn offset(text: &str, part: &str) -> usize {
    part.as_ptr() as usize - text.as_ptr() as usize
}

fn runs(line: &str) -> Result<Vec<Run<'_>>, Fault<'_>> {
    let mut runs = Vec::new();
    let mut rest = line;
    loop {
        let (words, after) = words(rest);
        if !words.is_empty() {
            runs.push(Run::Words(plain(words)));
        }
        let Some(after) = after else { return Ok(runs) };
        let here = offset(line, after);
        let (math, after) = math(after).ok_or(Fault { trouble: Trouble::Dollar, at: here - 1 })?;
        runs.push(Run::Math(parser::parse(math).map_err(|fault| Fault { at: fault.at + here, ..fault })?));
        rest = after;
    }
}

/// What stands before the next dollar sign, and after it.
fn words(text: &str) -> (&str, Option<&str>) {
    let bytes = text.as_bytes();
    for (at, byte) in bytes.iter().enumerate() {
        if *byte == b'$' && (at == 0 || bytes[at - 1] != b'\\') {
            return (&text[..at], Some(&text[at + 1..]));
        }
    }
    (text, None)
}

/// The same in mathematics, where a backslash takes the next character with it, whatever that is.
fn math(text: &str) -> Option<(&str, &str)> {
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate() {
        if byte == b'$' && !escaped {
            return Some((&text[..at], &text[at + 1..]));
        }
        escaped = byte == b'\\' && !escaped;
    }
    None
}
