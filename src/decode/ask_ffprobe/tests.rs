use super::*;

#[test]
fn answers_are_taken_apart() {
    let line = r#"format.tags.title="a \"b\" \\ c=d\nnext \$x""#;
    assert_eq!(answer(line), Some(("format.tags.title", "a \"b\" \\ c=d\nnext $x".into())));
    assert_eq!(answer("streams.stream.0.width=64"), Some(("streams.stream.0.width", "64".into())));
    assert_eq!(answer("nothing"), None);
    assert_eq!(fraction("30000/1001"), Some(Fps::new(30000, 1001)));
    assert_eq!((fraction("0/0"), fraction("x"), fraction("1")), (None, None, None));
}
