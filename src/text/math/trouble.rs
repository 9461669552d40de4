//! What is wrong with mathematics.

use std::fmt;

/// Why mathematics is shown as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::text) enum Trouble<'a> {
    /// A name that is not known, without its backslash.
    Unknown(&'a str),
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
    /// Nothing after `^`, `_` or the name of a font.
    Missing(&'a str),
    /// Two exponents, or two indices, of one thing.
    Double(&'a str),
    /// Groups and scripts in one another, more of them than are followed.
    Deep,
}

impl fmt::Display for Trouble<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Trouble::Unknown(name) => write!(f, "\\{name} is not known in mathematics here"),
            Trouble::Stray(c) => write!(f, "{c} is not known in mathematics"),
            Trouble::Backslash => f.write_str("there is nothing after the last \\"),
            Trouble::Open => f.write_str("a } is missing"),
            Trouble::Close => f.write_str("there is a } without its {"),
            Trouble::Dollar => f.write_str("a $ is missing"),
            Trouble::Missing(what) => write!(f, "there is nothing after {what}"),
            Trouble::Double(what) => write!(f, "there are two {what} in one place"),
            Trouble::Deep => f.write_str("too many groups are in one another"),
        }
    }
}
