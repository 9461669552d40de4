use super::*;

#[test]
fn the_list_holds_any_name() {
    let text = list(&["/a b/it's.jpg".into(), "/100% d/1.jpg".into()]).expect("a list");
    let want = "file 'file:/a b/it'\\''s.jpg'\nduration 1\nfile 'file:/100% d/1.jpg'\nduration 1\n";
    assert_eq!(String::from_utf8_lossy(&text), want);
    for name in ["/100%d/1.jpg", "/a%05d.jpg", "/two\nlines.jpg"] {
        assert!(list(&[name.into()]).is_err(), "{name}");
    }
}
