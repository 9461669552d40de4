//! What is written is read back chunk by chunk; other programs look at whole files in the integration tests.

use std::process::{Command, Stdio};

use super::stream::AviStream;
use super::*;
use crate::canvas::Frame;
use crate::encode::Encoder;
use crate::encode::file::Stream;
use crate::encode::testing::{
    Memory, assert_full_disk_is_told, assert_mistakes_change_nothing, each_picture, pictures,
};
use crate::error::ErrorKind;

fn options(codec: AviCodec) -> AviOptions {
    AviOptions::new(codec, None, &[])
}

const JPEG: AviCodec = AviCodec::Jpeg { quality: 75, full_color: true };

fn encode(frames: &[Frame], limit: u64, options: &AviOptions) -> Vec<u8> {
    let mut out = Memory::default();
    let fps = Fps::new(30000, 1001);
    let mut stream = AviStream::new(&mut out, Path::new("x"), frames[0].size(), fps, limit, options).expect("opens");
    for frame in frames {
        stream.write(frame).expect("takes a frame");
    }
    stream.finish().expect("finishes");
    out.into_inner()
}

fn u32_at(bytes: &[u8], at: usize) -> usize {
    u32::from_le_bytes(bytes[at..at + 4].try_into().expect("four bytes")) as usize
}

/// The place of every chunk in a range, and its content; lists have their name in front of it.
fn chunks(bytes: &[u8], range: std::ops::Range<usize>) -> Vec<(String, usize, usize)> {
    let mut at = range.start;
    let mut all = Vec::new();
    while at < range.end {
        let length = u32_at(bytes, at + 4);
        let mut name = String::from_utf8_lossy(&bytes[at..at + 4]).into_owned();
        if name == "LIST" || name == "RIFF" {
            name = format!("{name} {}", String::from_utf8_lossy(&bytes[at + 8..at + 12]));
        }
        all.push((name, at, length));
        at += 8 + length + length % 2;
    }
    assert_eq!(at, range.end, "a chunk reaches over the end");
    all
}

/// The frames of every segment, as the chunks of the lists have them, after a look at every index.
fn frames_of(bytes: &[u8]) -> Vec<Vec<&[u8]>> {
    let segments = chunks(bytes, 0..bytes.len());
    let mut all = Vec::new();
    for (i, (name, start, length)) in segments.iter().enumerate() {
        assert_eq!(name, if i == 0 { "RIFF AVI " } else { "RIFF AVIX" });
        let inside = chunks(bytes, start + 12..start + 8 + length);
        let (_, movi, movi_length) = inside.iter().find(|(name, ..)| name == "LIST movi").expect("a list of frames");
        let list = chunks(bytes, movi + 12..movi + 8 + movi_length);
        let (index, frames): (Vec<_>, Vec<_>) = list.into_iter().partition(|(name, ..)| name == "ix00");
        assert_eq!(index.len(), usize::from(segments.len() > 1));
        for (_, index, _) in index {
            assert_eq!(u32_at(bytes, index + 12), frames.len());
            let base = u32_at(bytes, index + 20);
            for (k, (_, at, length)) in frames.iter().enumerate() {
                let entry = index + 32 + 8 * k;
                assert_eq!((base + u32_at(bytes, entry), u32_at(bytes, entry + 4)), (at + 8, *length));
            }
        }
        if i == 0 {
            let (_, old, length) = inside.last().expect("an index");
            assert_eq!((&bytes[*old..old + 4], *length), (&b"idx1"[..], 16 * frames.len()));
            for (k, (_, at, length)) in frames.iter().enumerate() {
                let entry = old + 8 + 16 * k;
                assert_eq!(bytes[entry..entry + 4], bytes[*at..at + 4]);
                assert_eq!((movi + 8 + u32_at(bytes, entry + 8), u32_at(bytes, entry + 12)), (*at, *length));
            }
        }
        all.push(frames.iter().map(|(_, at, length)| &bytes[at + 8..at + 8 + length]).collect());
    }
    all
}

/// Pixels of an uncompressed frame.
fn unpack(bytes: &[u8], width: usize, height: usize) -> Vec<u8> {
    let stride = (width * 3).div_ceil(4) * 4;
    assert_eq!(bytes.len(), stride * height);
    let rows = bytes.chunks(stride).rev();
    rows.flat_map(|row| row[..width * 3].chunks(3).flat_map(|p| [p[2], p[1], p[0]]).collect::<Vec<_>>()).collect()
}

#[test]
fn uncompressed_rows_are_padded_and_the_bottom_one_comes_first() {
    for (width, height) in [(1, 1), (2, 3), (3, 2), (4, 4), (5, 1), (17, 13)] {
        let frames = pictures(width, height);
        let bytes = encode(&frames, SEGMENT, &options(AviCodec::Raw));
        let segments = frames_of(&bytes);
        assert_eq!((segments.len(), segments[0].len()), (1, frames.len()));
        for (got, want) in segments[0].iter().zip(&frames) {
            assert!(unpack(got, width as usize, height as usize) == want.as_rgb(), "{width}x{height}");
        }
    }
}

#[test]
fn the_head_counts_what_is_there() {
    let frames = pictures(9, 7);
    let entry = |key: &str| (key.to_owned(), format!("the {key}"));
    let options = AviOptions::new(JPEG, Some(100.0), &[entry("title"), entry("run")]);
    let bytes = encode(&frames, SEGMENT, &options);
    let n = frames.len();
    let find = |name: &[u8]| bytes.windows(name.len()).position(|w| w == name).expect("the chunk") + 8;
    let (avih, strh, strf) = (find(b"avih"), find(b"strh"), find(b"strf"));
    assert_eq!((u32_at(&bytes, avih), u32_at(&bytes, avih + 12), u32_at(&bytes, avih + 16)), (33367, 0x10, n));
    assert_eq!(&bytes[strh..strh + 8], b"vidsMJPG");
    assert_eq!((u32_at(&bytes, strh + 20), u32_at(&bytes, strh + 24), u32_at(&bytes, strh + 32)), (1001, 30000, n));
    assert_eq!((u32_at(&bytes, strf + 4), u32_at(&bytes, strf + 8), u32_at(&bytes, strf + 24)), (9, 7, 3937));
    let largest = frames_of(&bytes)[0].iter().map(|frame| frame.len()).max();
    assert_eq!(Some(u32_at(&bytes, avih + 28)), largest);
    assert!(bytes.windows(18).any(|w| w == b"INAM\x0a\0\0\0the title\0"));
    assert!(!bytes.windows(4).any(|w| w == b"indx" || w == b"dmlh" && w == b"ix00"));
    assert_eq!(options.notes, ["an AVI has no place for the metadata `run`, so it is not in it"]);
}

#[test]
fn what_does_not_fit_goes_on_in_segments() {
    let frames = pictures(40, 30);
    let limit = 20_000;
    for codec in [AviCodec::Raw, JPEG] {
        let whole = encode(&frames, SEGMENT, &options(codec));
        let bytes = encode(&[frames.as_slice(); 8].concat(), limit, &options(codec));
        let segments = frames_of(&bytes);
        assert!(segments.len() > 2, "{} segments", segments.len());
        let once = frames_of(&whole).concat();
        assert_eq!(segments.concat(), once.repeat(8));
        for (_, _, length) in chunks(&bytes, 0..bytes.len()) {
            assert!(length as u64 + 8 <= limit, "a segment of {length} bytes");
        }
        let find = |name: &[u8]| bytes.windows(name.len()).position(|w| w == name).expect("the chunk") + 8;
        let (avih, strh, indx, dmlh) = (find(b"avih"), find(b"strh"), find(b"indx"), find(b"dmlh"));
        assert_eq!((u32_at(&bytes, avih + 16), u32_at(&bytes, strh + 32)), (segments[0].len(), 8 * frames.len()));
        assert_eq!((u32_at(&bytes, dmlh), u32_at(&bytes, indx + 4)), (8 * frames.len(), segments.len()));
        for (k, segment) in segments.iter().enumerate() {
            let entry = indx + 24 + 16 * k;
            let (at, length) = (u32_at(&bytes, entry), u32_at(&bytes, entry + 8));
            assert_eq!(&bytes[at..at + 4], b"ix00");
            assert_eq!((length, u32_at(&bytes, entry + 12)), (u32_at(&bytes, at + 4) + 8, segment.len()));
        }
    }
}

/// How many frames ffmpeg finds in a file; `None` if it is not installed.
#[allow(clippy::print_stderr)]
fn decoded(bytes: &[u8], size: Size) -> Option<usize> {
    let dir = temp_dir::TempDir::new().expect("a folder");
    let path = dir.child("movie.avi");
    std::fs::write(&path, bytes).expect("writes");
    let ffmpeg = Command::new("ffmpeg")
        .args(["-v", "quiet", "-i"])
        .arg(path)
        .args(each_picture())
        .args(["-f", "rawvideo", "-pix_fmt", "rgb24", "-"])
        .stdin(Stdio::null())
        .output();
    let Ok(output) = ffmpeg else {
        assert!(std::env::var_os("GRABFRAME_CI").is_none(), "ffmpeg is missing in CI");
        eprintln!("skipped: ffmpeg is not installed");
        return None;
    };
    Some(output.stdout.len() / (size.width * size.height * 3) as usize)
}

#[test]
fn ffmpeg_finds_the_frames_of_all_segments() {
    let frames = [pictures(40, 30).as_slice(); 8].concat();
    for codec in [AviCodec::Raw, JPEG] {
        let bytes = encode(&frames, 20_000, &options(codec));
        if let Some(found) = decoded(&bytes, frames[0].size()) {
            assert_eq!(found, frames.len());
        }
    }
}

#[test]
fn what_a_killed_program_leaves_plays() {
    let frames = [pictures(40, 30).as_slice(); 8].concat();
    // the last brings the head up to date, and begins a segment, at other times
    for (limit, taken) in [(SEGMENT, 1), (SEGMENT, 29), (SEGMENT, 31), (SEGMENT, 45), (20_000, 17), (20_000, 45)] {
        let mut out = Memory::default();
        let mut stream =
            AviStream::new(&mut out, Path::new("x"), frames[0].size(), 30.into(), limit, &options(AviCodec::Raw))
                .expect("opens");
        for frame in &frames[..taken] {
            stream.write(frame).expect("takes a frame");
        }
        drop(stream);
        if let Some(found) = decoded(out.get_ref(), frames[0].size()) {
            assert_eq!(found, taken, "with segments of {limit} bytes");
        }
    }
}

#[test]
fn a_hold_repeats_the_frame() {
    let mut out = Memory::default();
    let size = Size::new(4, 3);
    let mut stream = AviStream::new(&mut out, Path::new("x"), size, 10.into(), SEGMENT, &options(JPEG)).expect("opens");
    stream.write(&Frame::new(4, 3)).expect("takes a frame");
    for _ in 0..10 {
        stream.hold(0.05).expect("holds");
    }
    stream.write(&Frame::from_rgb(4, 3, vec![9; 36])).expect("takes a frame");
    stream.finish().expect("finishes");
    let frames = frames_of(out.get_ref()).concat();
    assert_eq!(frames.len(), 7);
    assert!(frames[..6].iter().all(|frame| *frame == frames[0]) && frames[6] != frames[0]);
}

#[test]
fn faults_are_told() {
    let (path, size) = (Path::new("x"), Size::new(5, 4));
    let raw = options(AviCodec::Raw);
    let mut out = Memory::default();
    let stream = AviStream::new(&mut out, path, size, Fps::new(30000, 1001), SEGMENT, &raw).expect("opens");
    assert_mistakes_change_nothing(stream).finish().expect("finishes");
    assert_eq!(*out.get_ref(), encode(&[Frame::new(5, 4), Frame::from_rgb(5, 4, vec![9; 60])], SEGMENT, &raw));
    let stream = AviStream::new(Memory::default(), path, size, 10.into(), SEGMENT, &raw).expect("opens");
    assert!(matches!(stream.finish(), Err(ref e) if e.kind() == ErrorKind::NoFrames));

    let folder = temp_dir::TempDir::new().expect("a folder");
    let refused = |width, height, codec| {
        let open = AviEncoder::open(&folder.path().join("x.avi"), Size::new(width, height), 10.into(), &options(codec));
        matches!(open.map(|e| Box::new(e).abort()), Err(ref e) if e.kind() == ErrorKind::BadSize)
    };
    assert!(refused(0, 1, JPEG) && refused(1, 0, JPEG) && refused(65_536, 1, JPEG) && refused(1, 65_536, JPEG));
    assert!(refused(30_000, 30_000, AviCodec::Raw) && !refused(30_000, 30_000, JPEG) && !refused(65_535, 1, JPEG));

    let frames = [Frame::new(5, 4), Frame::from_rgb(5, 4, vec![9; 60]), Frame::from_rgb(5, 4, vec![8; 60])];
    let open = |out| AviStream::new(out, path, size, Fps::new(30000, 1001), SEGMENT, &raw);
    assert_full_disk_is_told(open, encode(&frames, SEGMENT, &raw).len(), 13);
}
