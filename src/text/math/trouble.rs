//! What is wrong with mathematics.

use std::fmt;

/// What is wrong, and where: so many bytes from the beginning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::text) struct Fault<'a> {
    pub trouble: Trouble<'a>,
    pub at: usize,
}

/// Why mathematics is shown as it was written. Names are without their backslash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::text) enum Trouble<'a> {
    /// A name that is not known.
    Unknown(&'a str),
    /// The name of something with rows and columns that is not known.
    Environment(&'a str),
    /// A character that means nothing here.
    Stray(char),
    /// A backslash at the end.
    Backslash,
    /// `{` without `}`.
    Open,
    /// `}` without `{`.
    Close,
    /// A dollar sign without another.
    Dollar,
    /// Nothing after `^`, `_` or a command.
    Missing(&'a str),
    /// Two exponents, or two indices, of one thing.
    Double(&'a str),
    /// `\left` without `\right`.
    Left,
    /// `\right`, `\middle` or `\end` without what begins it.
    Alone(&'a str),
    /// `\begin` without its `\end`.
    End(&'a str),
    /// No bracket after what wants one.
    Bracket(&'a str),
    /// `\not` before what cannot be struck through.
    Not,
    /// Columns that are not l, c and r.
    Columns,
    /// What should have been a number.
    Number,
    /// What should have been a colour.
    Color,
    /// Groups and scripts in one another, more of them than are followed.
    Deep,
}

impl fmt::Display for Trouble<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // commands are letters
        let slash = |what: &str| if what.starts_with(|c: char| c.is_ascii_alphabetic()) { "\\" } else { "" };
        match *self {
            Trouble::Unknown(name) => write!(f, "\\{name} is not known in mathematics here"),
            Trouble::Environment(name) => write!(f, "\\begin{{{name}}} is not known in mathematics here"),
            Trouble::Stray(c) => write!(f, "{c} is not known in mathematics"),
            Trouble::Backslash => f.write_str("there is nothing after the last \\"),
            Trouble::Open => f.write_str("a } is missing"),
            Trouble::Close => f.write_str("there is a } without its {"),
            Trouble::Dollar => f.write_str("a $ is missing"),
            Trouble::Missing(what) if what.contains(' ') => write!(f, "there is nothing after {what}"),
            Trouble::Missing(what) => write!(f, "there is nothing after {}{what}", slash(what)),
            Trouble::Double(what) => write!(f, "there are two {what} in one place"),
            Trouble::Left => f.write_str("a \\right is missing"),
            Trouble::Alone(name) => write!(f, "there is a \\{name} without what begins it"),
            Trouble::End(name) => write!(f, "\\end{{{name}}} is missing"),
            Trouble::Bracket(name) => write!(f, "there is no bracket after \\{name}"),
            Trouble::Not => f.write_str("what comes after \\not cannot be struck through"),
            Trouble::Columns => f.write_str("columns are l, c or r"),
            Trouble::Number => f.write_str("there is no number where one should be"),
            Trouble::Color => f.write_str("there is no colour where one should be"),
            Trouble::Deep => f.write_str("too many groups are in one another"),
        }
    }
}
