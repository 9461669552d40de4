use super::*;
use crate::record::{ApngWriter, GifWriter, MovieFile, PngSequenceWriter};

/// What a base64 text is made of, by another rule than ours.
fn bytes_of(letters: &str) -> Vec<u8> {
    let value = |c: u8| match c {
        b'A'..=b'Z' => c - b'A',
        b'a'..=b'z' => c - b'a' + 26,
        b'0'..=b'9' => c - b'0' + 52,
        b'+' => 62,
        b'/' => 63,
        _ => panic!("{c}"),
    };
    let (mut out, mut bits, mut many) = (Vec::new(), 0_u32, 0);
    for c in letters.trim_end_matches('=').bytes() {
        (bits, many) = (bits << 6 | u32::from(value(c)), many + 6);
        if many >= 8 {
            many -= 8;
            out.push((bits >> many) as u8);
        }
    }
    out
}

fn body<'a>(content: &'a str, kind: &str) -> &'a str {
    content
        .strip_prefix(&format!("EVCXR_BEGIN_CONTENT {kind}\n"))
        .and_then(|rest| rest.split_once("\nEVCXR_END_CONTENT\n"))
        .unwrap_or_else(|| panic!("{content}"))
        .0
}

fn record(mut movie: MovieFile) -> Receipt {
    for level in [0, 90, 200] {
        movie.write_frame(&Frame::from_rgb(8, 6, vec![level; 8 * 6 * 3])).unwrap();
    }
    movie.finish().unwrap()
}

/// The element of a page: what is before its data, of which kind they are, and the data.
fn element_of(content: &str) -> (String, String, Vec<u8>) {
    let html = body(content, "text/html");
    let (before, data) = html.split_once(" src=\"data:").unwrap();
    let (kind, data) = data.split_once(";base64,").unwrap();
    let (letters, after) = data.split_once('"').unwrap();
    (format!("{before}{after}"), kind.into(), bytes_of(letters))
}

#[test]
fn a_picture_is_its_png() {
    let frame = Frame::from_rgb(1, 1, vec![255, 0, 0]);
    let shown = picture(&frame);
    assert_eq!(bytes_of(body(&shown, "image/png")), frame.to_png().unwrap());
    assert!(
        shown.starts_with("EVCXR_BEGIN_CONTENT image/png\niVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1Pe"),
        "{shown}"
    );
    assert!(shown.ends_with("\nEVCXR_END_CONTENT\n"), "{shown}");
    // no picture, no panic
    assert!(body(&picture(&Frame::new(0, 5)), "text/plain").contains("0x5"));
}

#[test]
fn files_are_shown_as_they_are() {
    let dir = temp_dir::TempDir::new().unwrap();
    let path = |name: &str| dir.path().join(name);
    let shown = [
        (record(GifWriter::new().open(path("a.gif"), (8, 6)).unwrap()), "image/gif"),
        (record(ApngWriter::new().open(path("a.apng"), (8, 6)).unwrap()), "image/png"),
        (record(WebpWriter::new().open(path("a.webp"), (8, 6)).unwrap()), "image/webp"),
        // the file tells, not its name
        (record(GifWriter::new().open(path("a.tmp"), (8, 6)).unwrap()), "image/gif"),
    ];
    for (finished, kind) in shown {
        let all = receipt(&finished);
        let (element, found, bytes) = element_of(&all);
        assert_eq!(element, "<img width=\"8\" height=\"6\">", "{kind}");
        assert_eq!(found, kind);
        assert_eq!(bytes, std::fs::read(&finished.path).unwrap());
        assert!(all.ends_with(&words(&finished.to_string())), "{all}");
        #[cfg(feature = "read")]
        assert_eq!(all, movie_file(&finished.path, Size::new(8, 6)).unwrap() + &words(&finished.to_string()));
    }
}

#[cfg(feature = "mp4")]
#[test]
fn an_mp4_is_a_muted_video() {
    let dir = temp_dir::TempDir::new().unwrap();
    let finished = record(crate::record::Mp4Writer::new().open(dir.path().join("a.mp4"), (8, 6)).unwrap());
    let (element, kind, bytes) = element_of(&receipt(&finished));
    assert_eq!(element, "<video autoplay loop muted playsinline controls width=\"8\" height=\"6\"></video>");
    assert_eq!((&*kind, bytes), ("video/mp4", std::fs::read(&finished.path).unwrap()));
}

#[test]
fn frames_in_memory_are_a_movie_and_stay() {
    let writer = MemoryWriter::new().fps(12);
    let finished = record(writer.open("", (8, 6)).unwrap());
    assert_eq!(receipt(&finished), words(&finished.to_string()));
    let (_, kind, bytes) = element_of(&writer.with_frames(|frames| animation(&writer, frames)).unwrap());
    assert_eq!(kind, "image/webp");
    let dir = temp_dir::TempDir::new().unwrap();
    let same = record(WebpWriter::new().fps(12).open(dir.path().join("a.webp"), (8, 6)).unwrap());
    assert_eq!(bytes, std::fs::read(same.path).unwrap());
    assert_eq!(writer.take().len(), 3);
    let empty = writer.with_frames(|frames| animation(&writer, frames)).unwrap();
    assert!(body(&empty, "text/plain").contains("no frames"), "{empty}");
}

#[test]
fn what_cannot_be_shown_is_told() {
    let dir = temp_dir::TempDir::new().unwrap();
    // many files
    let sequence = record(PngSequenceWriter::new().open(dir.path().join("%02d.png"), (8, 6)).unwrap());
    assert_eq!(receipt(&sequence), words(&sequence.to_string()));
    // what browsers do not play
    let avi = record(crate::record::AviWriter::new().open(dir.path().join("a.avi"), (8, 6)).unwrap());
    let said = receipt(&avi);
    assert!(body(&said, "text/plain").contains("browsers do not play"), "{said}");
    // gone
    std::fs::remove_file(&avi.path).unwrap();
    let said = receipt(&avi);
    assert!(body(&said, "text/plain").starts_with(&avi.to_string()) && said.contains("read"), "{said}");
    // as large as a notebook holds, and a byte more; of the latter nothing is read
    assert!(check(MOST, Path::new("a")).is_ok());
    let large = dir.path().join("large.gif");
    std::fs::File::create(&large).unwrap().set_len(MOST + 1).unwrap();
    let said = movie_file(&large, Size::new(8, 6)).unwrap_err().to_string();
    assert!(said.contains("large.gif has 15.0 MB") && said.contains("up to 15 MB"), "{said}");
}

#[test]
fn browsers_are_told_what_a_file_is() {
    let kind = |bytes: &[u8]| element(bytes).map(|(_, kind, _)| kind);
    assert_eq!(kind(b"\0\0\0\x18ftypisom"), Some("video/mp4"));
    assert_eq!(kind(b"\0\0\0\x14ftypqt  "), None);
    assert_eq!(kind(b"\x1a\x45\xdf\xa3\x9fB\x86\x81\x01B\xf7\x81\x01B\x82\x84webmB"), Some("video/webm"));
    assert_eq!(kind(b"\x1a\x45\xdf\xa3\x9fB\x86\x81\x01B\xf7\x81\x01B\x82\x88matroska"), None);
    assert_eq!((kind(b""), kind(b"GIF8")), (None, Some("image/gif")));
}
