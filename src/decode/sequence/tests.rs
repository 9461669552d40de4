use super::*;

#[test]
fn names_sort_by_their_numbers() {
    let mut names = ["f10.png", "f9.png", "f0009b.png", "e11.png", "f1-12.png", "f1-2.png"];
    names.sort_by_key(|name| parts(name));
    assert_eq!(names, ["e11.png", "f1-2.png", "f1-12.png", "f9.png", "f0009b.png", "f10.png"]);
}
