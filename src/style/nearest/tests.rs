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
    let names = ["plasma", "viridis"].map(String::from);
    assert_eq!(nearest("virids", &names).as_deref(), Some("viridis"));
    assert_eq!(nearest("qqqq", &names), None);
    assert_eq!(nearest("x", &[]), None);
}
