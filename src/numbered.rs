//! The names of numbered files.

use std::path::Path;

/// File names with a number in them, such as `frame-%05d.png`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Pattern {
    before: String,
    /// The least digits of the number, filled up with zeros.
    digits: usize,
    after: String,
}

impl Pattern {
    /// How the files of a folder are called if nothing else was asked for: `frame-%05d.png`.
    pub(crate) fn of_folder() -> Self {
        Self { before: "frame-".into(), digits: 5, after: ".png".into() }
    }

    /// Takes a pattern apart; the error says what is wrong with it.
    pub(crate) fn parse(pattern: &str) -> Result<Self, &'static str> {
        let mut parts = [String::new(), String::new()];
        let mut digits = None;
        let mut rest = pattern;
        while let Some(at) = rest.find('%') {
            let part = usize::from(digits.is_some());
            parts[part].push_str(&rest[..at]);
            rest = &rest[at + 1..];
            if let Some(after) = rest.strip_prefix('%') {
                parts[part].push('%');
                rest = after;
                continue;
            }
            let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
            let (width, after) = rest.split_at(end);
            let Some(after) = after.strip_prefix('d') else {
                return Err(
                    "after a percent sign there may only be `d`, a width such as `05d`, or another percent sign",
                );
            };
            let width = match width.strip_prefix('0') {
                None if width.is_empty() => 1,
                Some(width) => {
                    width.parse().ok().filter(|width| (1..=20).contains(width)).ok_or("its width is none")?
                }
                None => return Err("its width does not begin with 0, so numbers would have blanks in them"),
            };
            if digits.replace(width).is_some() {
                return Err("it has more than one number");
            }
            rest = after;
        }
        parts[usize::from(digits.is_some())].push_str(rest);
        let [before, after] = parts;
        digits.map(|digits| Self { before, digits, after }).ok_or("it has no number")
    }

    /// The name with this number.
    pub(crate) fn name(&self, number: u64) -> String {
        let Self { before, digits, after } = self;
        format!("{before}{number:0digits$}{after}")
    }

    /// The number in a file name of this sequence.
    pub(crate) fn number(&self, name: &str) -> Option<u64> {
        let digits = name.strip_prefix(self.before.as_str())?.strip_suffix(self.after.as_str())?;
        let number = digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse::<u64>().ok())??;
        // only as this sequence would have written it
        (digits.len() == self.digits.max(number.checked_ilog10().unwrap_or(0) as usize + 1)).then_some(number)
    }
}

/// Whether the path's file name is a pattern for numbers, right or wrong.
pub(crate) fn is_pattern(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().contains('%'))
}
