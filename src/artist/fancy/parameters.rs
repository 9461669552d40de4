//! Styles as matplotlib writes them: a name, and numbers after it (`"round,pad=0.2"`).

/// The name in such a text; the numbers go to the places that their names have in `names`.
///
/// # Panics
/// If one has another name, or is no finite number.
#[track_caller]
pub(super) fn read<'a>(text: &'a str, names: &[&str], numbers: &mut [Option<f64>]) -> &'a str {
    let mut parts = text.split(',');
    let name = parts.next().unwrap_or_default().trim();
    for part in parts {
        let (key, value) = part.split_once('=').unwrap_or((part, ""));
        let (key, value) = (key.trim(), value.trim());
        let Some(at) = names.iter().position(|name| *name == key) else {
            panic!("`{key}` in `{text}` is no parameter; known are {}", names.join(", "));
        };
        if value == "None" {
            continue;
        }
        match value.parse::<f64>() {
            Ok(number) if number.is_finite() => numbers[at] = Some(number),
            _ => panic!("`{value}` in `{text}` is no number: write `{key}=0.3`"),
        }
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_is_a_name_and_numbers() {
        let mut numbers = [None; 2];
        assert_eq!(read(" round4 , pad=0.5,rounding_size = None", &["pad", "rounding_size"], &mut numbers), "round4");
        assert_eq!(numbers, [Some(0.5), None]);
        for bad in ["round,pad", "round,pad=", "round,pad=x", "round,pad=inf", "round,bad=1", "round,"] {
            assert!(std::panic::catch_unwind(|| read(bad, &["pad"], &mut [None])).is_err(), "{bad}");
        }
    }
}
