//! What is there before the end.

use std::io::{Cursor, Seek, SeekFrom, Write};

use super::*;
use crate::encode::mp4::file::append;
use crate::encode::mp4::header::FRAGMENT;

const SIZE: Size = Size::new(32, 24);

#[test]
fn every_frame_is_in_the_part_at_once() {
    if !ffmpeg() {
        return;
    }
    let folder = temp_dir::TempDir::new().expect("a folder");
    let mut encoder = open(&folder.path().join("x.mp4"), SIZE);
    let part = folder.path().join("x.part.mp4");
    for i in 0..5 {
        encoder.write(&picture(i, SIZE)).expect("takes a frame");
        let seen = greys(&part, SIZE);
        assert_eq!(seen.len(), i as usize + 1);
    }
    let bytes = std::fs::read(&part).expect("the part");
    assert_eq!(names(&bytes)[..3], ["ftyp", "free", "moov"]);
    assert_eq!(names(&bytes)[3..], ["moof", "mdat"].repeat(5));
}

/// Wherever the writing is broken off, all frames before that play, and nothing else.
#[test]
fn a_part_broken_off_anywhere_plays_up_to_there() {
    if !ffmpeg() {
        return;
    }
    let folder = temp_dir::TempDir::new().expect("a folder");
    let mut encoder = open(&folder.path().join("x.mp4"), SIZE);
    let part = folder.path().join("x.part.mp4");
    // what was in the file after each frame
    let states: Vec<Vec<u8>> = (0..4)
        .map(|i| {
            encoder.write(&picture(i, SIZE)).expect("takes a frame");
            std::fs::read(&part).expect("the part")
        })
        .collect();
    encoder.abort();
    let cut = folder.path().join("cut.mp4");
    for (k, pair) in states.windows(2).enumerate() {
        let (before, after) = (&pair[0], &pair[1]);
        assert!(after.starts_with(before), "frame {} changed what was there", k + 1);
        // a fragment goes out with its beginning crossed out, which is corrected last
        let mut unfinished = after.clone();
        let name = before.len() + 4..before.len() + 8;
        assert_eq!(unfinished[name.clone()], *b"moof");
        unfinished[name].copy_from_slice(b"free");
        let places = if k == 1 {
            (before.len()..after.len()).step_by(5).collect()
        } else {
            vec![before.len() + 42, after.len()]
        };
        for at in places {
            std::fs::write(&cut, &unfinished[..at]).expect("writes");
            let seen = greys(&cut, SIZE).len();
            assert_eq!(seen, k + 1, "broken off at byte {} of frame {}", at - before.len(), k + 1);
        }
    }
}

/// A file whose writing is broken off after so many bytes.
struct Broken(Cursor<Vec<u8>>, usize);

impl Write for Broken {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let some = bytes.len().min(self.1);
        if some == 0 && !bytes.is_empty() {
            return Err(std::io::ErrorKind::StorageFull.into());
        }
        self.1 -= some;
        self.0.write(&bytes[..some])
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Seek for Broken {
    fn seek(&mut self, to: SeekFrom) -> std::io::Result<u64> {
        self.0.seek(to)
    }
}

#[test]
fn a_fragment_has_its_name_only_when_it_is_whole() {
    let fragment = b"\0\0\0\x0cmoof and what follows";
    for room in 0..fragment.len() + 4 {
        let mut out = Broken(Cursor::new(b"before".to_vec()), room);
        out.seek(SeekFrom::End(0)).expect("seeks");
        append(&mut out, 6, &mut fragment.to_vec()).expect_err("no room");
        assert!(!out.0.get_ref().windows(4).any(|name| name == b"moof"), "after {room} bytes");
    }
    let mut out = Broken(Cursor::new(b"before".to_vec()), fragment.len() + 4);
    out.seek(SeekFrom::End(0)).expect("seeks");
    append(&mut out, 6, &mut fragment.to_vec()).expect("room enough");
    assert_eq!(out.0.get_ref()[6..], fragment[..]);
    assert_eq!(out.0.position() as usize, 6 + fragment.len());
}

/// A part that is cut later, as by a disk that was lost, plays too, unless the cut goes through the head of a fragment.
#[test]
fn a_part_cut_within_a_picture_plays_up_to_there() {
    if !ffmpeg() {
        return;
    }
    let folder = temp_dir::TempDir::new().expect("a folder");
    let mut encoder = open(&folder.path().join("x.mp4"), SIZE);
    let part = folder.path().join("x.part.mp4");
    let mut ends = Vec::new();
    for i in 0..4 {
        encoder.write(&picture(i, SIZE)).expect("takes a frame");
        ends.push(std::fs::metadata(&part).expect("the part").len() as usize);
    }
    let bytes = std::fs::read(&part).expect("the part");
    encoder.abort();
    let cut = folder.path().join("cut.mp4");
    for k in 0..3 {
        for at in (ends[k] + FRAGMENT as usize..ends[k + 1]).step_by(7).chain([ends[k]]) {
            std::fs::write(&cut, &bytes[..at]).expect("writes");
            let seen = greys(&cut, SIZE).len();
            // a decoder may show what it makes of half a picture
            assert!(seen == k + 1 || (seen == k + 2 && at > ends[k]), "cut at {at} of {ends:?}: {seen} frames");
        }
    }
}

#[test]
fn a_hold_is_in_the_part_too() {
    let folder = temp_dir::TempDir::new().expect("a folder");
    let path = folder.path().join("x.mp4");
    let mut encoder = open(&path, SIZE);
    encoder.write(&picture(0, SIZE)).expect("takes a frame");
    let before = std::fs::read(folder.path().join("x.part.mp4")).expect("the part");
    encoder.hold(1.234).expect("holds");
    let after = std::fs::read(folder.path().join("x.part.mp4")).expect("the part");
    let changed: Vec<usize> = (0..before.len()).filter(|i| before[*i] != after[*i]).collect();
    assert_eq!(before.len(), after.len());
    // 10 fps in thousandths: 1000 ticks, and 1.234 s of 10,000 each
    let at = changed[0] - 2;
    assert!(changed.iter().all(|i| (at..at + 4).contains(i)), "{changed:?}");
    assert_eq!((&before[at..at + 4], &after[at..at + 4]), (&1000_u32.to_be_bytes()[..], &13_340_u32.to_be_bytes()[..]));
    // and what follows it comes that much later
    encoder.write(&picture(1, SIZE)).expect("takes a frame");
    let bytes = std::fs::read(folder.path().join("x.part.mp4")).expect("the part");
    let tfdt = bytes.windows(4).rposition(|name| name == b"tfdt").expect("a fragment");
    assert_eq!(bytes[tfdt + 8..tfdt + 16], 13_340_u64.to_be_bytes());
    encoder.finish().expect("finishes");
}

/// Longer than the format can show one picture: it is repeated, and no time is lost.
#[test]
fn a_hold_of_eleven_days() {
    let folder = temp_dir::TempDir::new().expect("a folder");
    let path = folder.path().join("x.mp4");
    let mut encoder = open(&path, SIZE);
    encoder.write(&picture(0, SIZE)).expect("takes a frame");
    encoder.hold(1e6).expect("holds");
    assert_eq!(encoder.movie.track().duration, 10_000 * 1_000_000 + 1000);
    assert_eq!(encoder.movie.track().sizes.len(), 5);
    encoder.finish().expect("finishes");
    if ffmpeg() {
        let out = Command::new("ffprobe")
            .args(["-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0"])
            .arg(&path)
            .output()
            .expect("ffprobe runs");
        assert_eq!(String::from_utf8_lossy(&out.stdout).trim(), "1000000.100000");
    }
}
