//! Tokens become a tree.

use super::class::Class;
use super::lexer::{Lexer, Token};
use super::symbols::{self, FUNCTIONS};
use super::tree::{Font, List, Node};
use super::trouble::{Fault, Trouble};

/// So many groups and scripts may be in one another: trees are walked by functions that call themselves.
const DEEPEST: u32 = 24;

type Result<'a, T> = std::result::Result<T, Trouble<'a>>;

pub(super) fn parse(text: &str) -> std::result::Result<List<'_>, Fault<'_>> {
    let mut parser = Parser { lexer: Lexer::new(text), font: Font::Normal, bold: false, in_root: false, depth: 0 };
    parser.all().map_err(|trouble| Fault { trouble, at: parser.lexer.at() })
}

/// Where one is; what is built of several things is read in `built`.
pub(super) struct Parser<'a> {
    pub(super) lexer: Lexer<'a>,
    pub(super) font: Font,
    /// Whether all is thick.
    pub(super) bold: bool,
    /// Whether `]` ends the list.
    pub(super) in_root: bool,
    depth: u32,
}

impl<'a> Parser<'a> {
    fn all(&mut self) -> Result<'a, List<'a>> {
        let nodes = self.list()?;
        match self.lexer.next()? {
            None => Ok(nodes),
            Some(Token::Command(name @ ("right" | "middle" | "end"))) => Err(Trouble::Alone(name)),
            Some(Token::Command(name)) => Err(Trouble::Unknown(name)),
            Some(Token::Char(c)) => Err(Trouble::Stray(c)),
            Some(_) => Err(Trouble::Close),
        }
    }

    /// All up to the end, or to what ends a list, which is left: a closing brace, what separates cells, the end of a bracket.
    pub(super) fn list(&mut self) -> Result<'a, List<'a>> {
        let mut nodes = Vec::new();
        while let Some(token) = self.lexer.peek()? {
            match token {
                Token::Close | Token::Char('&') | Token::Command("right" | "middle" | "end" | "\\") => break,
                Token::Char(']') if self.in_root => break,
                Token::Command(name) if font_of(name).is_some() => {
                    self.lexer.next()?;
                    self.font = font_of(name).unwrap_or(self.font);
                }
                Token::Command("displaystyle" | "textstyle") => _ = self.lexer.next()?,
                // of all that follows
                Token::Command("color") => {
                    self.lexer.next()?;
                    let color = self.color("\\color")?;
                    let body = self.deeper(Self::list)?;
                    nodes.push(Node::Colored { body, color });
                }
                _ => {
                    let node = self.with_scripts(nodes.last())?;
                    nodes.push(node);
                }
            }
        }
        Ok(nodes)
    }

    /// A thing and what stands lower and higher after it.
    fn with_scripts(&mut self, before: Option<&Node<'a>>) -> Result<'a, Node<'a>> {
        let bare = matches!(self.lexer.peek()?, Some(Token::Super | Token::Sub | Token::Prime));
        let base = if bare { None } else { Some(self.thing("", before)?) };
        if let Some(Node::Space(width)) = base {
            return Ok(Node::Space(width));
        }
        let mut limits = base.as_ref().is_some_and(Node::takes_limits);
        let (mut sub, mut sup) = (None, None::<List<'a>>);
        let mut exponent = false;
        while let Some(token) = self.lexer.peek()? {
            match token {
                Token::Command("limits") if base.is_some() => {
                    self.lexer.next()?;
                    limits = true;
                }
                Token::Command("nolimits") if base.is_some() => {
                    self.lexer.next()?;
                    limits = false;
                }
                Token::Sub if sub.is_some() => return self.fail(Trouble::Double("_")),
                Token::Super if exponent => return self.fail(Trouble::Double("^")),
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
            base => Ok(Node::Scripts { base: base.map(Box::new), sub, sup, limits }),
        }
    }

    /// The next token is what is wrong.
    fn fail<T>(&mut self, trouble: Trouble<'a>) -> Result<'a, T> {
        self.lexer.next()?;
        Err(trouble)
    }

    /// What comes after `^` or `_`.
    fn script(&mut self, sign: &'static str) -> Result<'a, Node<'a>> {
        self.lexer.next()?;
        self.deeper(|parser| parser.thing(sign, None))
    }

    pub(super) fn deeper<T>(&mut self, read: impl FnOnce(&mut Self) -> Result<'a, T>) -> Result<'a, T> {
        if self.depth == DEEPEST {
            return Err(Trouble::Deep);
        }
        self.depth += 1;
        let read = read(self);
        self.depth -= 1;
        read
    }

    /// One thing; `owner` is what it belongs to, should it be missing.
    pub(super) fn thing(&mut self, owner: &'a str, before: Option<&Node<'a>>) -> Result<'a, Node<'a>> {
        match self.lexer.next()? {
            None => Err(Trouble::Missing(owner)),
            Some(Token::Open) => Ok(Node::Group(self.group(self.font)?)),
            Some(Token::Close | Token::Super | Token::Sub | Token::Prime) => Err(Trouble::Missing(owner)),
            Some(Token::Command(name)) => self.command(name),
            Some(Token::Char(c)) => self.character(c, before),
        }
    }

    /// What a command is about: a group, or one thing.
    pub(super) fn argument(&mut self, owner: &'a str) -> Result<'a, List<'a>> {
        match self.lexer.peek()? {
            Some(Token::Open) => {
                self.lexer.next()?;
                self.group(self.font)
            }
            _ => Ok(vec![self.deeper(|parser| parser.thing(owner, None))?]),
        }
    }

    /// A group, after its opening brace.
    pub(super) fn group(&mut self, font: Font) -> Result<'a, List<'a>> {
        let outside = (std::mem::replace(&mut self.font, font), self.bold, std::mem::take(&mut self.in_root));
        let nodes = self.deeper(Self::list)?;
        (self.font, self.bold, self.in_root) = outside;
        match self.lexer.next()? {
            Some(Token::Close) => Ok(nodes),
            Some(Token::Command(name @ ("right" | "middle" | "end"))) => Err(Trouble::Alone(name)),
            Some(Token::Command(name)) => Err(Trouble::Unknown(name)),
            Some(Token::Char(c)) => Err(Trouble::Stray(c)),
            _ => Err(Trouble::Open),
        }
    }

    fn character(&mut self, c: char, before: Option<&Node<'a>>) -> Result<'a, Node<'a>> {
        let class = match c {
            '#' | '%' | '"' | '`' | '&' => return Err(Trouble::Stray(c)),
            '~' => return Ok(Node::Space(0.33333)),
            // in a number
            '.' if is_digit(before) && matches!(self.lexer.peek()?, Some(Token::Char('0'..='9'))) => Class::Ordinary,
            c => symbols::class(c),
        };
        Ok(self.symbol(if c == '-' { '−' } else { c }, class))
    }

    pub(super) fn symbol(&self, c: char, class: Class) -> Node<'a> {
        let font = match self.font {
            Font::Normal | Font::Slanted if self.bold && c.is_alphabetic() => Font::BoldSlanted,
            font if self.bold && font != Font::BoldSlanted => Font::Bold,
            font => font,
        };
        Node::Symbol { c, font, class }
    }

    fn command(&mut self, name: &'a str) -> Result<'a, Node<'a>> {
        if let Some((c, class)) = symbols::named(name) {
            return Ok(self.symbol(c, class));
        }
        if let Some(width) = space(name) {
            return Ok(Node::Space(width));
        }
        if let Ok(at) = FUNCTIONS.binary_search(&name) {
            return Ok(Node::Function(FUNCTIONS[at]));
        }
        if let Some(font) = name.strip_prefix("math").and_then(font_of) {
            return match self.lexer.next()? {
                Some(Token::Open) => Ok(Node::Group(self.group(font)?)),
                _ => Err(Trouble::Missing("the name of a font")),
            };
        }
        self.built(name)
    }
}

/// A font by its name, as `\rm`, or in `\mathrm`.
fn font_of(name: &str) -> Option<Font> {
    Some(match name {
        "normal" => Font::Normal,
        "rm" | "sf" | "default" | "regular" => Font::Upright,
        "it" => Font::Slanted,
        "bf" => Font::Bold,
        "bfit" => Font::BoldSlanted,
        "cal" => Font::Calligraphic,
        "scr" => Font::Script,
        "frak" => Font::Fraktur,
        "bb" => Font::Double,
        "tt" => Font::Mono,
        _ => return None,
    })
}

/// A blank by its name, as a share of the width of an m.
fn space(name: &str) -> Option<f32> {
    Some(match name {
        "," | "/" | "thinspace" => 0.16667,
        ">" | ":" | "medspace" => 0.22222,
        ";" | "thickspace" => 0.27778,
        " " => 0.33333,
        "enspace" => 0.5,
        "quad" => 1.0,
        "qquad" => 2.0,
        "!" | "negthinspace" => -0.16667,
        _ => return None,
    })
}

fn is_digit(node: Option<&Node<'_>>) -> bool {
    matches!(node, Some(Node::Symbol { c: '0'..='9', .. }))
}
