use super::*;

#[test]
fn both_programs_say_the_same() {
    let want = Packet { pts: Some(-512), dts: Some(-512), duration: 512, size: 12, key: false, hidden: true };
    assert_eq!(Packet::from_ffprobe("pts=-512|dts=-512|duration=512|size=12|flags=_D_"), Some(want));
    assert_eq!(Packet::from_framecrc("0,       -512,       -512,      512,       12, 0x0e3503af, F=0x4"), Some(want));
    let want = Packet { pts: None, dts: Some(3), duration: 1, size: 95, key: true, hidden: false };
    assert_eq!(Packet::from_ffprobe("pts=N/A|dts=3|duration=1|size=95|flags=K_|"), Some(want));
    let line = "0,          3, -9223372036854775808,        1,       95, 0x85b5bfdf, S=1,        1";
    assert_eq!(Packet::from_framecrc(line), Some(want));
    assert_eq!((Packet::from_ffprobe(""), Packet::from_framecrc("#tb 0: 1/30")), (None, None));
}
