//! What is built of several things: fractions, roots, brackets, accents, tables.

use super::class::Class;
use super::lexer::Token;
use super::parser::Parser;
use super::symbols;
use super::tree::{Font, List, Look, Mark, Node, Table};
use super::trouble::Trouble;
use crate::style::Color;

type Result<'a, T> = std::result::Result<T, Trouble<'a>>;

impl<'a> Parser<'a> {
    /// What a command makes of the things that follow it.
    pub(super) fn built(&mut self, name: &'a str) -> Result<'a, Node<'a>> {
        if let Some(mark) = mark(name) {
            let body = match mark {
                Mark::Sign(_) | Mark::Ring => self.deeper(|parser| parser.thing(name, None))?,
                _ => Node::Group(self.argument(name)?),
            };
            return Ok(Node::Accent { mark, body: Box::new(body) });
        }
        if let Some((height, class)) = big(name) {
            let c = self.delimiter(name)?;
            let natural = c.map_or(Class::Ordinary, symbols::class);
            return Ok(match c {
                Some(c) => Node::Big { c, height, class: class.unwrap_or(natural) },
                None => Node::Space(0.0),
            });
        }
        Ok(match name {
            "text" | "mbox" | "textrm" | "textnormal" => {
                self.lexer.braced()?.map(Node::Words).ok_or(Trouble::Missing("\\text"))?
            }
            "frac" | "tfrac" => self.fraction(name, 1.0, 1)?,
            "dfrac" | "cfrac" => self.fraction(name, 1.0, 0)?,
            "binom" | "tbinom" | "dbinom" => {
                let smaller = u8::from(name != "dbinom");
                let fraction = self.fraction(name, 0.0, smaller)?;
                fenced(Some('('), vec![fraction], Some(')'))
            }
            "genfrac" => self.general_fraction()?,
            "sqrt" => self.root()?,
            "left" => self.fenced()?,
            "overset" | "underset" | "stackrel" => {
                let note = self.argument(name)?;
                let body = self.argument(name)?;
                Node::Stacked { body, note, over: name != "underset" }
            }
            "operatorname" => {
                let limits = self.lexer.peek()? == Some(Token::Char('*'));
                if limits {
                    self.lexer.next()?;
                }
                match self.lexer.next()? {
                    Some(Token::Open) => Node::Operator(self.group(Font::Upright)?, limits),
                    _ => return Err(Trouble::Missing(name)),
                }
            }
            "boldsymbol" | "bm" => {
                let outside = std::mem::replace(&mut self.bold, true);
                let body = self.argument(name);
                self.bold = outside;
                Node::Group(body?)
            }
            "not" => self.negated()?,
            "begin" => self.environment()?,
            "substack" => match self.lexer.next()? {
                Some(Token::Open) => {
                    let rows = self.rows()?;
                    match self.lexer.next()? {
                        Some(Token::Close) => Node::Table(Table { rows, look: Look::Stack }),
                        _ => return Err(Trouble::Open),
                    }
                }
                _ => return Err(Trouble::Missing(name)),
            },
            "textcolor" => {
                let color = self.color("\\textcolor")?;
                Node::Colored { body: self.argument(name)?, color }
            }
            "hspace" => {
                let width = self.lexer.braced()?.ok_or(Trouble::Missing(name))?;
                let width = width.trim().trim_end_matches("em").trim().parse::<f32>().ok();
                Node::Space(width.filter(|width| width.abs() <= 100.0).ok_or(Trouble::Number)?)
            }
            "phantom" => Node::Phantom(self.argument(name)?),
            "llap" | "rlap" => Node::Lap { body: self.argument(name)?, left: name == "llap" },
            _ => return Err(Trouble::Unknown(name)),
        })
    }

    fn fraction(&mut self, name: &'a str, bar: f32, smaller: u8) -> Result<'a, Node<'a>> {
        let over = self.argument(name)?;
        let under = self.argument(name)?;
        Ok(Node::Fraction { over, under, bar, smaller })
    }

    /// `\genfrac{(}{)}{thickness of the line}{style}{over}{under}`
    fn general_fraction(&mut self) -> Result<'a, Node<'a>> {
        const NAME: &str = "genfrac";
        let mut brackets = [None; 2];
        for bracket in &mut brackets {
            if self.lexer.next()? != Some(Token::Open) {
                return Err(Trouble::Missing(NAME));
            }
            if self.lexer.peek()? != Some(Token::Close) {
                *bracket = self.delimiter(NAME)?;
            }
            if self.lexer.next()? != Some(Token::Close) {
                return Err(Trouble::Open);
            }
        }
        let number = |text: Option<String>, none: f32| match text.as_deref().map(str::trim) {
            None => Err(Trouble::Missing(NAME)),
            Some("") => Ok(none),
            Some(text) => text.parse::<f32>().ok().filter(|n| (0.0..=20.0).contains(n)).ok_or(Trouble::Number),
        };
        let bar = number(self.lexer.braced()?, 1.0)?;
        let style = number(self.lexer.braced()?, 1.0)?;
        let fraction = self.fraction(NAME, bar, style.min(3.0) as u8)?;
        Ok(match brackets {
            [None, None] => fraction,
            [open, close] => fenced(open, vec![fraction], close),
        })
    }

    fn root(&mut self) -> Result<'a, Node<'a>> {
        let mut index = Vec::new();
        if self.lexer.peek()? == Some(Token::Char('[')) {
            self.lexer.next()?;
            let outside = std::mem::replace(&mut self.in_root, true);
            index = self.deeper(Self::list)?;
            self.in_root = outside;
            if self.lexer.next()? != Some(Token::Char(']')) {
                return Err(Trouble::Missing("["));
            }
        }
        Ok(Node::Root { index, body: self.argument("sqrt")? })
    }

    /// What stands between `\left` and `\right`.
    fn fenced(&mut self) -> Result<'a, Node<'a>> {
        let open = self.delimiter("left")?;
        let outside = (self.font, std::mem::take(&mut self.in_root));
        let (mut parts, mut middles) = (Vec::new(), Vec::new());
        let close = loop {
            parts.push(self.deeper(Self::list)?);
            match self.lexer.next()? {
                Some(Token::Command("middle")) => middles.push(self.delimiter("middle")?),
                Some(Token::Command("right")) => break self.delimiter("right")?,
                _ => return Err(Trouble::Left),
            }
        };
        (self.font, self.in_root) = outside;
        Ok(Node::Fenced { open, parts, middles, close })
    }

    /// A bracket, or none for a dot.
    fn delimiter(&mut self, owner: &'a str) -> Result<'a, Option<char>> {
        Ok(Some(match self.lexer.next()? {
            Some(Token::Char('.')) => return Ok(None),
            Some(Token::Char('<')) => '⟨',
            Some(Token::Char('>')) => '⟩',
            Some(Token::Char(c)) if is_delimiter(c) => c,
            Some(Token::Command(name)) => match name {
                "leftbrace" => '{',
                "rightbrace" => '}',
                "leftparen" => '(',
                "rightparen" => ')',
                "lvert" | "rvert" => '|',
                "lVert" | "rVert" => '‖',
                name => match symbols::named(name) {
                    Some((c, _)) if is_delimiter(c) => c,
                    _ => return Err(Trouble::Bracket(owner)),
                },
            },
            _ => return Err(Trouble::Bracket(owner)),
        }))
    }

    /// A sign that is struck through.
    fn negated(&mut self) -> Result<'a, Node<'a>> {
        let node = self.deeper(|parser| parser.thing("not", None))?;
        let Node::Symbol { c, font, class } = node else { return Err(Trouble::Not) };
        for pair in NEGATED.chunks_exact(2) {
            if pair[0] == c {
                return Ok(Node::Symbol { c: pair[1], font, class });
            }
        }
        Err(Trouble::Not)
    }

    fn environment(&mut self) -> Result<'a, Node<'a>> {
        let name = self.lexer.name()?.ok_or(Trouble::Missing("begin"))?;
        let (open, close, mut look) = match name {
            "matrix" | "smallmatrix" | "gathered" => (None, None, Look::Columns("c")),
            "pmatrix" => (Some('('), Some(')'), Look::Columns("c")),
            "bmatrix" => (Some('['), Some(']'), Look::Columns("c")),
            "Bmatrix" => (Some('{'), Some('}'), Look::Columns("c")),
            "vmatrix" => (Some('|'), Some('|'), Look::Columns("c")),
            "Vmatrix" => (Some('‖'), Some('‖'), Look::Columns("c")),
            "cases" => (Some('{'), None, Look::Columns("l")),
            "array" => (None, None, Look::Columns("c")),
            "aligned" | "align" | "split" => (None, None, Look::Aligned),
            name => return Err(Trouble::Environment(name)),
        };
        if name == "array" {
            let columns = self.lexer.name()?.ok_or(Trouble::Missing("array"))?;
            if columns.is_empty() || !columns.bytes().all(|c| matches!(c, b'l' | b'c' | b'r')) {
                return Err(Trouble::Columns);
            }
            look = Look::Columns(columns);
        }
        let outside = (self.font, std::mem::take(&mut self.in_root));
        let rows = self.rows()?;
        (self.font, self.in_root) = outside;
        if self.lexer.next()? != Some(Token::Command("end")) || self.lexer.name()? != Some(name) {
            return Err(Trouble::End(name));
        }
        let table = Node::Table(Table { rows, look });
        Ok(if open.is_none() { table } else { fenced(open, vec![table], close) })
    }

    /// Cells between `&`, rows between `\\`.
    fn rows(&mut self) -> Result<'a, Vec<Vec<List<'a>>>> {
        let font = self.font;
        let mut rows = vec![Vec::new()];
        loop {
            self.font = font;
            let cell = self.deeper(Self::list)?;
            let row = rows.len() - 1;
            rows[row].push(cell);
            match self.lexer.peek()? {
                Some(Token::Char('&')) => _ = self.lexer.next()?,
                Some(Token::Command("\\")) => {
                    self.lexer.next()?;
                    rows.push(Vec::new());
                }
                _ => break,
            }
        }
        // a last row is often ended, too
        if rows.len() > 1 && rows[rows.len() - 1].iter().all(Vec::is_empty) {
            rows.pop();
        }
        Ok(rows)
    }

    pub(super) fn color(&mut self, owner: &'static str) -> Result<'a, Color> {
        let name = self.lexer.braced()?.ok_or(Trouble::Missing(owner))?;
        Color::parse(name.trim()).ok_or(Trouble::Color)
    }
}

fn fenced<'a>(open: Option<char>, body: List<'a>, close: Option<char>) -> Node<'a> {
    Node::Fenced { open, parts: vec![body], middles: Vec::new(), close }
}

fn is_delimiter(c: char) -> bool {
    matches!(
        c,
        '(' | ')' | '[' | ']' | '{' | '}' | '|' | '‖' | '/' | '\\' | '⟨' | '⟩' | '⌊' | '⌋' | '⌈' | '⌉' | '⟮' | '⟯'
    ) || matches!(c, '↑' | '↓' | '↕' | '⇑' | '⇓' | '⇕' | '∣' | '∥' | '⌜' | '⌝' | '⌞' | '⌟')
}

/// Signs, each before the same struck through.
#[rustfmt::skip]
const NEGATED: &[char] = &[
    '=', '≠', '<', '≮', '>', '≯', '≤', '≰', '≥', '≱', '∈', '∉', '∋', '∌', '⊂', '⊄', '⊃', '⊅', '⊆', '⊈', '⊇', '⊉', '≡', '≢', '∼', '≁', '≃', '≄',
    '≅', '≇', '≈', '≉', '∣', '∤', '∥', '∦', '≺', '⊀', '≻', '⊁', '⊢', '⊬', '⊨', '⊭', '∃', '∄', '→', '↛', '←', '↚', '↔', '↮', '⇒', '⇏', '⇐', '⇍', '⇔', '⇎',
];

/// What a command puts over or under a thing.
fn mark(name: &str) -> Option<Mark> {
    Some(match name {
        "hat" | "^" => Mark::Sign('\u{302}'),
        "breve" => Mark::Sign('\u{306}'),
        "bar" => Mark::Sign('\u{304}'),
        "grave" | "`" => Mark::Sign('\u{300}'),
        "acute" | "'" => Mark::Sign('\u{301}'),
        "tilde" | "~" => Mark::Sign('\u{303}'),
        "check" => Mark::Sign('\u{30c}'),
        "dot" | "." => Mark::Sign('\u{307}'),
        "ddot" | "\"" => Mark::Sign('\u{308}'),
        "dddot" => Mark::Sign('\u{20db}'),
        "ddddot" => Mark::Sign('\u{20dc}'),
        "vec" => Mark::Sign('\u{20d7}'),
        "mathring" => Mark::Ring,
        "widehat" => Mark::Wide('\u{302}'),
        "widetilde" => Mark::Wide('\u{303}'),
        "overrightarrow" => Mark::Arrow { right: true },
        "overleftarrow" => Mark::Arrow { right: false },
        "overline" | "widebar" => Mark::Overline,
        "underline" => Mark::Underline,
        "overbrace" => Mark::Brace { over: true },
        "underbrace" => Mark::Brace { over: false },
        _ => return None,
    })
}

/// Brackets of a height that is said, in ems, and what they are, if that is said too.
fn big(name: &str) -> Option<(f32, Option<Class>)> {
    let (size, class) = match name.as_bytes().last() {
        Some(b'l') => (&name[..name.len() - 1], Some(Class::Open)),
        Some(b'r') => (&name[..name.len() - 1], Some(Class::Close)),
        Some(b'm') => (&name[..name.len() - 1], Some(Class::Relation)),
        _ => (name, None),
    };
    let height = match size {
        "big" => 1.2,
        "Big" => 1.8,
        "bigg" => 2.4,
        "Bigg" => 3.0,
        _ => return None,
    };
    Some((height, class))
}
