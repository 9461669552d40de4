use super::*;

#[test]
fn the_first_mark_divides() {
    assert_eq!(around("a: b: c", ": "), Some(("a", "b: c")));
    assert_eq!(around("a:b", ": "), None);
    assert!(has("wörter im Text", "im") && has("x", "") && !has("Text", "text"));
}

#[test]
#[cfg(feature = "read")]
fn there_is_one_part_more_than_marks() {
    for text in ["", ", ", "a", "a, b", ", a,, b, "] {
        assert_eq!(between(text, ", "), text.split(", ").collect::<Vec<_>>());
    }
}
