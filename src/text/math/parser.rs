//! Tokens become a tree.

use super::class::Class;
use super::lexer::{Lexer, Token};
use super::symbols::{self, FUNCTIONS};
use super::tree::{Font, Node};
use super::trouble::Trouble;

/// So many groups and scripts may be in one another: trees are walked by functions that call themselves.
const DEEPEST: u32 = 24;

pub(super) fn parse(text: &str) -> Result<Vec<Node<'_>>, Trouble<'_>> {
    let mut parser = Parser { lexer: Lexer::new(text), font: Font::Normal, depth: 0 };
    let nodes = parser.list()?;
    match parser.lexer.next()? {
        None => Ok(nodes),
        Some(_) => Err(Trouble::Close),
    }
}

struct Parser<'a> {
    lexer: Lexer<'a>,
    font: Font,
    depth: u32,
}

impl<'a> Parser<'a> {
    /// All up to the end, or to a closing brace, which is left.
    fn list(&mut self) -> Result<Vec<Node<'a>>, Trouble<'a>> {
        let mut nodes = Vec::new();
        while let Some(token) = self.lexer.peek()?
            && token != Token::Close
        {
            if let Token::Command(name) = token
                && let Some(font) = font_of(name)
            {
                self.lexer.next()?;
                self.font = font;
                continue;
            }
            let node = self.with_scripts(nodes.last())?;
            nodes.push(node);
        }
        Ok(nodes)
    }

    /// A thing and what stands lower and higher after it.
    fn with_scripts(&mut self, before: Option<&Node<'a>>) -> Result<Node<'a>, Trouble<'a>> {
        let bare = matches!(self.lexer.peek()?, Some(Token::Super | Token::Sub | Token::Prime));
        let base = if bare { None } else { Some(self.thing("", before)?) };
        if let Some(Node::Space(width)) = base {
            return Ok(Node::Space(width));
        }
        let (mut sub, mut sup) = (None, None::<Vec<Node<'a>>>);
        let mut exponent = false;
        while let Some(token) = self.lexer.peek()? {
            match token {
                Token::Sub if sub.is_some() => return Err(Trouble::Double("_")),
                Token::Super if exponent => return Err(Trouble::Double("^")),
                Token::Sub => sub = Some(Box::new(self.script("_")?)),
                Token::Super => {
                    exponent = true;
                    let node = self.script("^")?;
                    sup.get_or_insert_default().push(node);
                }
                Token::Prime => {
                    self.lexer.next()?;
                    sup.get_or_insert_default().push(Node::Prime);
                }
                _ => break,
            }
        }
        match base {
            Some(base) if sub.is_none() && sup.is_none() => Ok(base),
            base => Ok(Node::Scripts { base: base.map(Box::new), sub, sup }),
        }
    }

    /// What comes after `^` or `_`.
    fn script(&mut self, sign: &'static str) -> Result<Node<'a>, Trouble<'a>> {
        self.lexer.next()?;
        self.deeper(|parser| parser.thing(sign, None))
    }

    fn deeper<T>(&mut self, read: impl FnOnce(&mut Self) -> Result<T, Trouble<'a>>) -> Result<T, Trouble<'a>> {
        if self.depth == DEEPEST {
            return Err(Trouble::Deep);
        }
        self.depth += 1;
        let read = read(self);
        self.depth -= 1;
        read
    }

    /// One thing; `owner` is what it belongs to, should it be missing.
    fn thing(&mut self, owner: &'a str, before: Option<&Node<'a>>) -> Result<Node<'a>, Trouble<'a>> {
        match self.lexer.next()? {
            None => Err(Trouble::Missing(owner)),
            Some(Token::Open) => self.group(self.font),
            Some(Token::Close | Token::Super | Token::Sub | Token::Prime) => Err(Trouble::Missing(owner)),
            Some(Token::Command(name)) => self.command(name),
            Some(Token::Char(c)) => self.character(c, before),
        }
    }

    /// A group, after its opening brace.
    fn group(&mut self, font: Font) -> Result<Node<'a>, Trouble<'a>> {
        let outside = std::mem::replace(&mut self.font, font);
        let nodes = self.deeper(Self::list)?;
        self.font = outside;
        match self.lexer.next()? {
            Some(_) => Ok(Node::Group(nodes)),
            None => Err(Trouble::Open),
        }
    }

    fn character(&mut self, c: char, before: Option<&Node<'a>>) -> Result<Node<'a>, Trouble<'a>> {
        let class = match c {
            '#' | '%' | '"' | '`' => return Err(Trouble::Stray(c)),
            '~' => return Ok(Node::Space(0.33333)),
            // in a number
            '.' if is_digit(before) && matches!(self.lexer.peek()?, Some(Token::Char('0'..='9'))) => Class::Ordinary,
            c => symbols::class(c),
        };
        Ok(Node::Symbol { c: if c == '-' { '−' } else { c }, font: self.font, class })
    }

    fn command(&mut self, name: &'a str) -> Result<Node<'a>, Trouble<'a>> {
        if let Some((c, class)) = symbols::named(name) {
            return Ok(Node::Symbol { c, font: self.font, class });
        }
        if let Some(width) = space(name) {
            return Ok(Node::Space(width));
        }
        if let Ok(at) = FUNCTIONS.binary_search(&name) {
            return Ok(Node::Function(FUNCTIONS[at]));
        }
        if name == "text" {
            return self.lexer.braced()?.map(Node::Words).ok_or(Trouble::Missing("\\text"));
        }
        if let Some(font) = name.strip_prefix("math").and_then(font_of) {
            return match self.lexer.next()? {
                Some(Token::Open) => self.group(font),
                _ => Err(Trouble::Missing("the name of a font")),
            };
        }
        Err(Trouble::Unknown(name))
    }
}

/// A font by its name, as `\rm`, or in `\mathrm`.
fn font_of(name: &str) -> Option<Font> {
    Some(match name {
        "normal" => Font::Normal,
        "rm" | "sf" | "default" | "regular" => Font::Upright,
        "it" => Font::Slanted,
        "bf" => Font::Bold,
        _ => return None,
    })
}

/// A blank by its name, as a share of the width of an m.
fn space(name: &str) -> Option<f32> {
    Some(match name {
        "," | "/" | "thinspace" => 0.16667,
        ">" | ":" => 0.22222,
        ";" => 0.27778,
        " " => 0.33333,
        "enspace" => 0.5,
        "quad" => 1.0,
        "qquad" => 2.0,
        "!" => -0.16667,
        _ => return None,
    })
}

fn is_digit(node: Option<&Node<'_>>) -> bool {
    matches!(node, Some(Node::Symbol { c: '0'..='9', .. }))
}
