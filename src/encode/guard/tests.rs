use super::*;
use crate::error::ErrorKind;

#[test]
fn the_first_error_is_remembered_and_mistakes_are_not() {
    let mut guard = Guard::new(Path::new("x"), Size::new(4, 3));
    assert!(matches!(guard.end(), Err(ref e) if e.kind() == ErrorKind::NoFrames));
    assert!(matches!(guard.hold(1.0), Err(ref e) if e.kind() == ErrorKind::BadOption));
    guard.wrote(Ok(())).expect("counts");
    assert!(
        matches!(guard.frame(Size::new(3, 4)), Err(ref e) if (e.kind(), e.frames()) == (ErrorKind::FrameSize, Some(1)))
    );
    assert!(matches!(guard.hold(f64::NAN), Err(ref e) if e.kind() == ErrorKind::BadOption));
    assert!(guard.frame(Size::new(4, 3)).is_ok() && guard.end().is_ok());
    assert_eq!(guard.hold(1.5).ok(), Some(1.5));

    let full = Error::io("write", "x", std::io::ErrorKind::StorageFull.into());
    let words = full.to_string();
    assert!(matches!(guard.wrote(Err(full)), Err(ref e) if e.kind() == ErrorKind::Io));
    assert_eq!(guard.frames, 1);
    for error in [guard.frame(Size::new(4, 3)), guard.hold(1.0).map(drop), guard.end()] {
        assert!(error.is_err_and(|error| (error.kind(), error.reason()) == (ErrorKind::Failed, Some(&*words))));
    }
}
