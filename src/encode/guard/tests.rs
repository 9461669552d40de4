use super::*;

#[test]
fn the_first_error_is_remembered_and_mistakes_are_not() {
    let mut guard = Guard::new(Path::new("x"), Size::new(4, 3));
    assert!(matches!(guard.end(), Err(Error::NoFrames { .. })));
    assert!(matches!(guard.hold(1.0), Err(Error::BadOption { .. })));
    guard.wrote(Ok(())).expect("counts");
    assert!(matches!(guard.frame(Size::new(3, 4)), Err(Error::FrameSize { frame: 1, .. })));
    assert!(matches!(guard.hold(f64::NAN), Err(Error::BadOption { .. })));
    assert!(guard.frame(Size::new(4, 3)).is_ok() && guard.end().is_ok());
    assert_eq!(guard.hold(1.5).ok(), Some(1.5));

    let full = Error::io("write", "x", std::io::ErrorKind::StorageFull.into());
    let words = full.to_string();
    assert!(matches!(guard.wrote(Err(full)), Err(Error::Io { .. })));
    assert_eq!(guard.frames, 1);
    for error in [guard.frame(Size::new(4, 3)), guard.hold(1.0).map(drop), guard.end()] {
        assert!(matches!(error, Err(Error::Failed { first, .. }) if first == words));
    }
}
