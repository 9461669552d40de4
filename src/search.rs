//! Words in text, searched by one copy of the standard library's search: otherwise every part of the crate that looks for
//! some has its own compiled, of seven hundred lines.

/// What stands before and after the first `mark` in `text`.
#[inline(never)]
pub(crate) fn around<'t>(text: &'t str, mark: &str) -> Option<(&'t str, &'t str)> {
    text.split_once(mark)
}

/// Whether `words` are in `text`.
pub(crate) fn has(text: &str, words: &str) -> bool {
    around(text, words).is_some()
}

/// What stands between the marks.
#[cfg(feature = "read")]
pub(crate) fn between<'t>(mut text: &'t str, mark: &str) -> Vec<&'t str> {
    let mut parts = Vec::new();
    while let Some((part, rest)) = around(text, mark) {
        parts.push(part);
        text = rest;
    }
    parts.push(text);
    parts
}

#[cfg(test)]
mod tests;
