//! "Did you mean": the known name that is fewest keystrokes away.

/// The name with the fewest edits from `text`, if that is at most a third of its letters (at least one); the first of
/// equals.
pub(crate) fn nearest<S: AsRef<str>>(text: &str, names: impl IntoIterator<Item = S>) -> Option<S> {
    let limit = (text.chars().count() / 3).max(1);
    let best = names.into_iter().map(|n| (edits(text, n.as_ref()), n)).min_by_key(|(d, _)| *d)?;
    (best.0 <= limit).then_some(best.1)
}

/// Levenshtein's distance, in characters.
fn edits(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let replaced = diagonal + usize::from(x != *y);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances() {
        assert_eq!(edits("", "abc"), 3);
        assert_eq!(edits("kitten", "sitting"), 3);
        assert_eq!(edits("flaw", "lawn"), 2);
        assert_eq!(edits("same", "same"), 0);
    }

    #[test]
    fn far_names_are_not_offered() {
        assert_eq!(nearest("virids", ["plasma", "viridis"]), Some("viridis"));
        assert_eq!(nearest("qqqq", ["plasma", "viridis"]), None);
        assert_eq!(nearest("x", Vec::<&str>::new()), None);
    }
}
