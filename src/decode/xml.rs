//! XML, as much of it as metadata needs: read once from front to back, with namespaces and without document types.
//!
//! The text comes from a file that anybody may have written. What is not well formed is refused, nothing is recursive, and namespaces
//! within each other, which would take longer than the text is long, have a limit.

use crate::order::order;
use crate::search::{around, has};

/// The namespace of `xml:lang`.
pub(super) const XML: &str = "http://www.w3.org/XML/1998/namespace";
const XMLNS: &str = "http://www.w3.org/2000/xmlns/";
/// The namespace of names that have none.
const NONE: &str = "";
/// Every namespace that nobody asked for.
const OTHER: &str = "other";

/// Namespaces that are declared around one place. Adobe's own are about forty.
const DECLARED: usize = 256;

/// What a prefix stands for, and the rest of the name.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Name<'t> {
    pub(super) space: &'static str,
    pub(super) local: &'t str,
}

/// What comes next.
#[derive(Debug, PartialEq)]
pub(super) enum Event<'t> {
    /// An element begins, with these attributes. Its end comes in any case.
    Start(Name<'t>, Vec<(Name<'t>, String)>),
    End,
    /// A part of the text of the element that is open.
    Text(String),
    /// The document is over, and was well formed.
    Over,
}

/// A document that is being read.
pub(super) struct Xml<'t> {
    rest: &'t str,
    /// The namespaces that are told from each other.
    known: &'static [&'static str],
    /// Elements that are open, as they are written, and how many namespaces were declared around each.
    open: Vec<(&'t str, usize)>,
    /// Prefixes and what they stand for, the innermost last.
    declared: Vec<(&'t str, &'static str)>,
    /// Whether the element that began last is to end at once.
    empty: bool,
    begun: bool,
}

impl<'t> Xml<'t> {
    /// Reads this text, in which these namespaces have a meaning.
    pub(super) fn new(text: &'t str, known: &'static [&'static str]) -> Option<Self> {
        for c in text.chars() {
            if !is_char(c) {
                return None;
            }
        }
        let mut xml = Self { rest: text, known, open: Vec::new(), declared: Vec::new(), empty: false, begun: false };
        // the declaration, whose only place is here
        if xml.rest.starts_with("<?xml") && !xml.rest[5..].starts_with(is_name) {
            (_, xml.rest) = around(text, "?>")?;
        }
        Some(xml)
    }

    /// What comes next; `None` if that is not well formed.
    pub(super) fn next(&mut self) -> Option<Event<'t>> {
        if self.empty {
            self.empty = false;
            return self.end();
        }
        loop {
            if self.skipped("<!--") {
                let comment = self.until("-->")?;
                if has(comment, "--") || comment.ends_with('-') {
                    return None;
                }
            } else if self.skipped("<?") {
                let target = self.name()?;
                let data = self.until("?>")?;
                if target.eq_ignore_ascii_case("xml") || !(data.is_empty() || data.starts_with(is_space)) {
                    return None;
                }
            } else if self.skipped("<![CDATA[") {
                let text = self.until("]]>")?;
                self.open.last()?;
                let mut out = String::new();
                push(&mut out, text, false);
                return Some(Event::Text(out));
            } else if self.skipped("</") {
                let name = self.name()?;
                self.skip_space();
                return if self.skipped(">") && self.open.last()?.0 == name { self.end() } else { None };
            } else if self.skipped("<") {
                return self.start();
            } else if self.rest.is_empty() {
                return (self.begun && self.open.is_empty()).then_some(Event::Over);
            } else {
                let text = self.rest;
                let text = around(text, "<").map_or(text, |(text, _)| text);
                self.rest = &self.rest[text.len()..];
                if !self.open.is_empty() {
                    return if has(text, "]]>") { None } else { value(text, false).map(Event::Text) };
                }
                if !text.trim_start_matches(is_space).is_empty() {
                    return None;
                }
            }
        }
    }

    /// Passes over the rest of the element that is open.
    pub(super) fn skip(&mut self) -> Option<()> {
        let around = self.open.len() - 1;
        while self.open.len() > around {
            self.next()?;
        }
        Some(())
    }

    fn end(&mut self) -> Option<Event<'t>> {
        let (_, declared) = self.open.pop()?;
        self.declared.truncate(declared);
        Some(Event::End)
    }

    fn start(&mut self) -> Option<Event<'t>> {
        let name = self.name()?;
        if self.open.is_empty() && self.begun {
            return None;
        }
        self.begun = true;
        self.open.push((name, self.declared.len()));
        let mut written = Vec::new();
        loop {
            let space = self.skip_space();
            self.empty = self.skipped("/>");
            if self.empty || self.skipped(">") {
                break;
            }
            let name = self.name()?;
            self.skip_space();
            if !space || !self.skipped("=") {
                return None;
            }
            self.skip_space();
            let quote = if self.skipped("\"") { "\"" } else { "'" };
            if quote == "'" && !self.skipped(quote) {
                return None;
            }
            let raw = self.until(quote)?;
            if has(raw, "<") {
                return None;
            }
            let value = value(raw, true)?;
            match parts(name)? {
                (NONE, "xmlns") => self.declare("", &value)?,
                ("xmlns", prefix) => self.declare(prefix, &value)?,
                (prefix, local) => written.push((prefix, local, value)),
            }
        }
        // only now is it known what prefixes stand for
        let mut attributes: Vec<(Name<'t>, String)> = Vec::with_capacity(written.len());
        let mut names = Vec::with_capacity(written.len());
        for (prefix, local, value) in written {
            let space = if prefix.is_empty() { NONE } else { self.space(prefix)? };
            names.push((local, space, if space == OTHER { prefix } else { "" }));
            attributes.push((Name { space, local }, value));
        }
        let sorted = order(names.len(), &|a, b| names[a].cmp(&names[b]));
        for pair in sorted.windows(2) {
            if names[pair[0]] == names[pair[1]] {
                return None;
            }
        }
        let (prefix, local) = parts(name)?;
        Some(Event::Start(Name { space: self.space(prefix)?, local }, attributes))
    }

    /// Lets a prefix stand for a namespace in the element that begins.
    fn declare(&mut self, prefix: &'t str, space: &str) -> Option<()> {
        let (_, outside) = self.open.last()?;
        for (other, _) in &self.declared[*outside..] {
            if *other == prefix {
                return None;
            }
        }
        let taken = prefix == "xmlns" || space == XMLNS || (prefix == "xml") != (space == XML);
        if taken || (space.is_empty() && !prefix.is_empty()) || self.declared.len() == DECLARED {
            return None;
        }
        let mut found = if space.is_empty() { NONE } else { OTHER };
        for known in self.known {
            if *known == space {
                found = known;
            }
        }
        self.declared.push((prefix, found));
        Some(())
    }

    /// What a prefix stands for.
    fn space(&self, prefix: &str) -> Option<&'static str> {
        for (other, space) in self.declared.iter().rev() {
            if *other == prefix {
                return Some(space);
            }
        }
        match prefix {
            "" => Some(NONE),
            "xml" => Some(XML),
            _ => None,
        }
    }

    /// Whether this came next, and was passed over.
    fn skipped(&mut self, mark: &str) -> bool {
        let found = self.rest.starts_with(mark);
        if found {
            self.rest = &self.rest[mark.len()..];
        }
        found
    }

    fn skip_space(&mut self) -> bool {
        let rest = self.rest.trim_start_matches(is_space);
        let some = rest.len() < self.rest.len();
        self.rest = rest;
        some
    }

    /// What stands before this mark, which is passed over.
    fn until(&mut self, mark: &str) -> Option<&'t str> {
        let before;
        (before, self.rest) = around(self.rest, mark)?;
        Some(before)
    }

    /// A name with its prefix.
    fn name(&mut self) -> Option<&'t str> {
        let rest = self.rest.trim_start_matches(is_name);
        let name = &self.rest[..self.rest.len() - rest.len()];
        self.rest = rest;
        name.starts_with(|c| is_name(c) && !is_inner(c)).then_some(name)
    }
}

/// The prefix and the rest.
fn parts(name: &str) -> Option<(&str, &str)> {
    let Some((prefix, local)) = around(name, ":") else { return Some((NONE, name)) };
    let wrong = prefix.is_empty() || has(local, ":") || local.chars().next().is_none_or(is_inner);
    (!wrong).then_some((prefix, local))
}

/// What a text stands for.
fn value(mut text: &str, attribute: bool) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    while let Some((before, after)) = around(text, "&") {
        push(&mut out, before, attribute);
        let (name, after) = around(after, ";")?;
        out.push(referred(name)?);
        text = after;
    }
    push(&mut out, text, attribute);
    Some(out)
}

/// The character that a name or a number stands for.
fn referred(name: &str) -> Option<char> {
    let Some(number) = name.strip_prefix('#') else {
        return Some(match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "apos" => '\'',
            _ => return None,
        });
    };
    let (digits, radix) = number.strip_prefix('x').map_or((number, 10), |hex| (hex, 16));
    // which a number in Rust may begin with
    if digits.starts_with('+') {
        return None;
    }
    char::from_u32(u32::from_str_radix(digits, radix).ok()?).filter(|c| is_char(*c))
}

/// Adds a text whose ends of lines may be anybody's; in attributes they are spaces.
fn push(out: &mut String, text: &str, attribute: bool) {
    let mut last = ' ';
    for c in text.chars() {
        match c {
            '\n' if last == '\r' => {}
            '\r' | '\n' | '\t' if attribute => out.push(' '),
            '\r' => out.push('\n'),
            c => out.push(c),
        }
        last = c;
    }
}

fn is_char(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{FFFD}' | '\u{10000}'..)
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r')
}

/// Whether a name may have this.
fn is_name(c: char) -> bool {
    is_inner(c)
        || matches!(c, 'A'..='Z' | 'a'..='z' | '_' | ':' | '\u{C0}'..='\u{D6}' | '\u{D8}'..='\u{F6}' | '\u{F8}'..='\u{2FF}'
            | '\u{370}'..='\u{37D}' | '\u{37F}'..='\u{1FFF}' | '\u{200C}' | '\u{200D}' | '\u{2070}'..='\u{218F}'
            | '\u{2C00}'..='\u{2FEF}' | '\u{3001}'..='\u{D7FF}' | '\u{F900}'..='\u{FDCF}' | '\u{FDF0}'..='\u{FFFD}'
            | '\u{10000}'..='\u{EFFFF}')
}

/// Whether a name may have this, but not as its first.
fn is_inner(c: char) -> bool {
    matches!(c, '-' | '.' | '0'..='9' | '\u{B7}' | '\u{300}'..='\u{36F}' | '\u{203F}' | '\u{2040}')
}

#[cfg(test)]
mod tests;
