use super::*;

#[test]
fn lengths_cover_what_is_inside() {
    let mut b = Bytes::default();
    b.boxed(b"moov", |b| b.full(b"mfhd", 1, 2, |b| b.u16(7)));
    assert_eq!(b.0, *b"\0\0\0\x16moov\0\0\0\x0emfhd\x01\0\0\x02\0\x07");
}

#[test]
fn four_gigabytes_need_a_long_header() {
    assert_eq!(media_header(100).0, *b"\0\0\0\x6cmdat");
    assert_eq!(media_header(u64::from(u32::MAX) - 8).0.len(), 8);
    assert_eq!(media_header(u64::from(u32::MAX) - 7).0, *b"\0\0\0\x01mdat\0\0\0\x01\0\0\0\x08");
}
