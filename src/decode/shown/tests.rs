use super::super::packets::Packets;
use super::*;

fn shown(codec: &str, list: &[(i64, &str)]) -> Shown {
    let packet = |&(pts, flags): &(i64, &str)| Packet {
        pts: Some(pts),
        duration: 1,
        size: 100,
        key: flags.contains('K'),
        hidden: flags.contains('D'),
        ..Packet::default()
    };
    let packets = Packets { list: list.iter().map(packet).collect(), tick: (1, 30), complete: true };
    Shown::of(&Facts { codec: codec.into(), packets, ..Facts::default() })
}

#[test]
fn times_of_a_bare_stream_are_made_up() {
    let packet = |n: i64| Packet { pts: Some(n * 33), size: 100, key: n == 0, ..Packet::default() };
    let packets = Packets { list: (0..9).map(packet).collect(), tick: (1, 1000), complete: true };
    let facts = Facts { codec: "h264".into(), format: "h264".into(), packets, ..Facts::default() };
    let shown = Shown::of(&facts);
    assert_eq!((shown.count, shown.sure, shown.times.len()), (9, true, 0));
}

#[test]
fn what_is_not_shown_is_not_counted() {
    let cut = shown("h264", &[(-2, "KD"), (1, ""), (-1, "D"), (0, "")]);
    assert_eq!((cut.count, cut.sure, cut.times, cut.keys), (2, true, vec![0, 1], vec![-2]));
    // packets before the first key frame, and pictures that are shown before it
    let middle = shown("h264", &[(3, ""), (2, ""), (8, "K"), (6, ""), (7, ""), (9, "")]);
    assert_eq!((middle.count, middle.sure, middle.times), (2, false, vec![8, 9]));
    let hidden = shown("vp8", &[(0, "K"), (1, ""), (1, ""), (2, "")]);
    assert_eq!((hidden.count, hidden.times), (3, vec![0, 1, 2]));
    assert!(!shown("unheard of", &[(0, "K")]).sure);
}
