use super::*;
use crate::encode::Fps;

#[test]
fn a_fragment_is_as_long_as_it_is_said_to_be() {
    let mut b = Bytes::default();
    fragment(&mut b, 1, 2, 0x1234_5678, 9, true);
    assert_eq!(b.0.len() as u64, FRAGMENT);
    assert_eq!(b.0[DURATION_AT as usize..][..4], [0x12, 0x34, 0x56, 0x78]);
}

fn index(duration: u64, starts: &[u64]) -> Vec<u8> {
    let format =
        Format { size: Size::new(16, 16), sps: vec![0x67, 66, 0xc0, 10], pps: vec![0x68], metadata: Vec::new() };
    let mut track = Track::new(Fps::new(30, 1)).expect("a rate");
    for k in 0..2 {
        track.push(100, k == 0, 1000);
    }
    track.duration = duration;
    let mut b = Bytes::default();
    movie(&mut b, &format, &track, &Places::Groups { each: 1, starts });
    b.0
}

fn has(bytes: &[u8], what: &[u8]) -> bool {
    bytes.windows(what.len()).any(|window| window == what)
}

/// Decoders that find the same in the pictures do not look here; others do.
#[test]
fn colours_are_in_the_file_too() {
    assert!(has(&index(2000, &[16, 32]), b"\0\0\0\x13colrnclx\0\x01\0\x01\0\x06\0"));
}

#[test]
fn places_beyond_four_gigabytes_take_eight_bytes() {
    let far = u64::from(u32::MAX);
    assert!(has(&index(2000, &[16, far]), b"stco\0\0\0\0\0\0\0\x02\0\0\0\x10\xff\xff\xff\xff"));
    let long = index(2000, &[16, far + 1]);
    assert!(has(&long, b"co64\0\0\0\0\0\0\0\x02\0\0\0\0\0\0\0\x10\0\0\0\x01\0\0\0\0"));
    assert!(!has(&long, b"stco"));
}

#[test]
fn long_movies_have_long_times() {
    assert!(has(&index(2000, &[16, 32]), b"mdhd\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x75\x30\0\0\x07\xd0\x55\xc4"));
    let long = index(1 << 33, &[16, 32]);
    assert!(has(&long, b"mvhd\x01") && has(&long, b"tkhd\x01"));
    let mut want = b"mdhd\x01\0\0\0".to_vec();
    want.extend_from_slice(&[0; 16]);
    want.extend_from_slice(b"\0\0\x75\x30\0\0\0\x02\0\0\0\0\x55\xc4");
    assert!(has(&long, &want));
}
