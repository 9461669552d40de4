use super::*;

#[test]
fn extensions_name_containers() {
    for (name, container) in [("a.mp4", Container::Mp4), ("a.part.MKV", Container::Mkv), ("ä.webm", Container::Webm)] {
        assert_eq!(Container::of(Path::new(name)).ok(), Some(container), "{name}");
    }
    for name in ["a", "a.xyz", ".mp4", "mp4"] {
        let error = Container::of(Path::new(name)).expect_err(name);
        assert!(error.to_string().contains("known are gif, mp4, m4v, mov, mkv, webm, avi, apng"), "{error}");
    }
}
