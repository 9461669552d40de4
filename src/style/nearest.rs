//! "Did you mean": the known name that is fewest keystrokes away.

/// The name with the fewest edits from `text`, if that is at most a third of its letters (at least one); the first of
/// equals.
pub(crate) fn nearest(text: &str, names: &[String]) -> Option<String> {
    let limit = (text.chars().count() / 3).max(1);
    let (mut distance, mut best) = (limit + 1, None);
    for name in names {
        let edits = edits(text, name);
        if edits < distance {
            (distance, best) = (edits, Some(name));
        }
    }
    best.cloned()
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
mod tests;
