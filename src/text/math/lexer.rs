//! Mathematics, token by token.

use super::trouble::Trouble;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// A backslash and letters, or one other character.
    Command(&'a str),
    Char(char),
    /// `{`
    Open,
    /// `}`
    Close,
    /// `^`
    Super,
    /// `_`
    Sub,
    /// `'`
    Prime,
}

/// Where one is in the mathematics.
#[derive(Debug)]
pub(super) struct Lexer<'a> {
    text: &'a str,
    rest: &'a str,
    /// Where the last token began.
    begun: usize,
}

impl<'a> Lexer<'a> {
    pub(super) const fn new(text: &'a str) -> Self {
        Self { text, rest: text, begun: 0 }
    }

    /// Where the last token that was taken began, in bytes.
    pub(super) const fn at(&self) -> usize {
        self.begun
    }

    fn begin(&mut self) {
        self.begun = self.text.len() - self.rest.trim_start().len();
    }

    /// The next token, and what is left after it. Blanks say nothing.
    fn read(&self) -> Result<Option<(Token<'a>, &'a str)>, Trouble<'a>> {
        let text = self.rest.trim_start();
        let mut chars = text.chars();
        let Some(c) = chars.next() else { return Ok(None) };
        let token = match c {
            '{' => Token::Open,
            '}' => Token::Close,
            '^' => Token::Super,
            '_' => Token::Sub,
            '\'' => Token::Prime,
            '\\' => {
                let name = chars.as_str();
                let letters = name.bytes().take_while(u8::is_ascii_alphabetic).count();
                let first = name.chars().next().ok_or(Trouble::Backslash)?;
                let end = if letters > 0 { letters } else { first.len_utf8() };
                return Ok(Some((Token::Command(&name[..end]), &name[end..])));
            }
            c => Token::Char(c),
        };
        Ok(Some((token, chars.as_str())))
    }

    /// The next token, which is still the next one then.
    pub(super) fn peek(&self) -> Result<Option<Token<'a>>, Trouble<'a>> {
        Ok(self.read()?.map(|read| read.0))
    }

    pub(super) fn next(&mut self) -> Result<Option<Token<'a>>, Trouble<'a>> {
        self.begin();
        let Some((token, rest)) = self.read()? else { return Ok(None) };
        self.rest = rest;
        Ok(Some(token))
    }

    /// What stands between the next two braces, as it is; braces in it only group, and a backslash stands before what means
    /// itself. `None` if there is no brace.
    pub(super) fn braced(&mut self) -> Result<Option<String>, Trouble<'a>> {
        self.begin();
        let Some((Token::Open, rest)) = self.read()? else { return Ok(None) };
        let mut words = String::new();
        let mut chars = rest.chars();
        let mut depth = 1_usize;
        while let Some(c) = chars.next() {
            match c {
                '\\' => words.extend(chars.next()),
                '{' => depth += 1,
                '}' => depth -= 1,
                c => words.push(c),
            }
            if depth == 0 {
                self.rest = chars.as_str();
                return Ok(Some(words));
            }
        }
        Err(Trouble::Open)
    }

    /// A name between the next two braces, as it is. `None` if there is no brace.
    pub(super) fn name(&mut self) -> Result<Option<&'a str>, Trouble<'a>> {
        self.begin();
        let Some((Token::Open, rest)) = self.read()? else { return Ok(None) };
        let (name, after) = rest.split_once('}').ok_or(Trouble::Open)?;
        self.rest = after;
        Ok(Some(name.trim()))
    }
}
