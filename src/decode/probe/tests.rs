use super::*;

#[test]
fn paths_are_names_of_files() {
    for name in ["-i.mp4", "http:x.mp4", "%03d.mp4", "a|b.mp4"] {
        let input = input(Path::new(name)).expect("a path");
        assert!(Path::new(&input).is_absolute() && input.to_string_lossy().ends_with(name), "{input:?}");
    }
}
