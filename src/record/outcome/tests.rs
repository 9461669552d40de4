use super::*;
use crate::error::ErrorKind;

fn said(outcome: impl Outcome) -> Option<String> {
    outcome.error().map(|error| error.to_string())
}

#[test]
fn only_errors_are_errors() {
    assert_eq!(said(()), None);
    assert_eq!(said(Some(3)), None);
    assert_eq!(said(Ok::<u8, String>(1)), None);
    assert_eq!(said(Err::<(), _>("words")).as_deref(), Some("words"));
    assert_eq!(said(Err::<(), Box<dyn StdError>>("a box".into())).as_deref(), Some("a box"));
}

#[test]
fn errors_can_be_asked_what_they_are() {
    let missing = || std::io::Error::from(std::io::ErrorKind::NotFound);
    let kind = |fault: Fault| fault.downcast_ref::<std::io::Error>().map(std::io::Error::kind);
    assert_eq!(Err::<(), _>(missing()).error().and_then(kind), Some(std::io::ErrorKind::NotFound));
    let boxed: Result<(), Fault> = Err(missing().into());
    assert_eq!(boxed.error().and_then(kind), Some(std::io::ErrorKind::NotFound));
    let ours = Err::<(), _>(Error::bad_fps("none")).error();
    let ours = ours.as_ref().and_then(|e| e.downcast_ref::<Error>());
    assert_eq!(ours.map(Error::kind), Some(ErrorKind::BadFps));
}
