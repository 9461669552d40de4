use std::sync::mpsc::{Sender, channel};

use super::*;
use crate::record::{GifWriter, Writer};

/// A picture of colours that are all different.
fn colors(width: u32, height: u32) -> Frame {
    let mut frame = Frame::new(width, height);
    for (i, pixel) in frame.as_rgb_mut().chunks_exact_mut(3).enumerate() {
        pixel.copy_from_slice(&[(i * 7 % 256) as u8, (i / 3 % 256) as u8, 255 - (i % 256) as u8]);
    }
    frame
}

struct Sent(Sender<Vec<u8>>);

impl Write for Sent {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.send(bytes.to_vec()).map_err(std::io::Error::other)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn pictures_fit_and_keep_their_shape() {
    let fit = |w, h, most_w, most_h| {
        let Size { width, height } = fit(Size::new(w, h), Size::new(most_w, most_h));
        (width, height)
    };
    assert_eq!(fit(640, 480, 80, 44), (59, 44));
    assert_eq!(fit(640, 480, 40, 44), (40, 30));
    assert_eq!(fit(640, 480, 9999, 9999), (640, 480));
    assert_eq!(fit(640, 480, 640, 100), (133, 100));
    assert_eq!(fit(1000, 1, 10, 10), (10, 1));
    assert_eq!(fit(1, 1000, 10, 10), (1, 10));
    assert_eq!(fit(u32::MAX, u32::MAX, 7, 5), (5, 5));
}

#[test]
fn a_smaller_pixel_is_the_mean_of_what_it_covers() {
    let frame = Frame::from_rgb(3, 2, vec![0, 0, 0, 30, 30, 30, 60, 60, 60, 90, 90, 90, 120, 120, 120, 150, 150, 150]);
    // a pixel and a half each: (0 + 30 / 2) / 1.5 = 10 above
    let small = shrink(&frame, Size::new(2, 2));
    assert_eq!([0, 1].map(|x| [0, 1].map(|y| small.pixel(x, y)[0])), [[10, 100], [50, 140]]);
    assert_eq!(shrink(&frame, Size::new(1, 1)).pixel(0, 0), [75; 3]);
    assert_eq!(shrink(&frame, frame.size()), frame);
    // nothing is lost: the mean of all stays
    let mean = |frame: &Frame| {
        let levels = frame.as_rgb();
        levels.iter().map(|level| f64::from(*level)).sum::<f64>() / levels.len() as f64
    };
    let big = colors(97, 61);
    for (w, h) in [(1, 1), (13, 8), (96, 60), (50, 61), (97, 3)] {
        assert!((mean(&shrink(&big, Size::new(w, h))) - mean(&big)).abs() < 0.5, "{w}x{h}");
    }
}

#[test]
fn half_blocks_to_the_letter() {
    let mut out = String::new();
    let frame = Frame::from_rgb(2, 3, vec![255, 0, 0, 255, 0, 0, 0, 0, 9, 0, 0, 9, 1, 2, 3, 4, 5, 6]);
    half::half_blocks(&frame, true, &mut out);
    assert_eq!(out, "\x1b[38;2;255;0;0m\x1b[48;2;0;0;9m▀▀\x1b[0m\r\n\x1b[38;2;1;2;3m▀\x1b[38;2;4;5;6m▀\x1b[0m\r\n");
    out.clear();
    // the cube's red; its dark blue is farther than black; the greys between
    let frame = Frame::from_rgb(1, 4, vec![250, 4, 0, 0, 0, 9, 130, 128, 127, 96, 135, 175]);
    half::half_blocks(&frame, false, &mut out);
    assert_eq!(out, "\x1b[38;5;196m\x1b[48;5;16m▀\x1b[0m\r\n\x1b[38;5;244m\x1b[48;5;67m▀\x1b[0m\r\n");
}

#[test]
fn sixel_to_the_letter() {
    let mut out = String::new();
    let mut frame = Frame::new(6, 7);
    frame.as_rgb_mut()[..3].copy_from_slice(&[255, 0, 0]);
    sixel::sixel(&frame, &mut out);
    assert_eq!(out, "\x1bP0;1;0q\"1;1;6;7#0;2;100;0;0#1;2;100;100;100#0@$#1}!5~$-#1!6@$-\x1b\\");
}

#[test]
fn kitty_gets_a_png_in_pieces() {
    let frame = colors(120, 90);
    let mut out = String::new();
    kitty::kitty(&frame, &mut out).unwrap();
    let pieces: Vec<&str> = out.split_terminator("\x1b\\").map(|piece| piece.strip_prefix("\x1b_G").unwrap()).collect();
    assert!(pieces.len() > 2, "{}", pieces.len());
    let mut letters = String::new();
    for (i, piece) in pieces.iter().enumerate() {
        let (keys, data) = piece.split_once(';').unwrap();
        let more = u8::from(i + 1 < pieces.len());
        let wanted = if i == 0 { format!("a=T,f=100,t=d,i=1735553,p=1,q=2,C=1,m={more}") } else { format!("m={more}") };
        assert_eq!(keys, wanted);
        assert!(data.len() <= 4096 && (more == 0 || data.len() % 4 == 0), "{}", data.len());
        letters.push_str(data);
    }
    let mut whole = String::new();
    base64_of(&frame, &mut whole);
    assert_eq!(letters, whole);
}

fn base64_of(frame: &Frame, out: &mut String) {
    use crate::encode::png::{Effort, encode};
    let png = encode(frame, None, Effort::Fast, std::path::Path::new("")).unwrap();
    crate::base64::base64(out, &png);
}

#[test]
fn frames_are_drawn_in_place() {
    let (send, receive) = channel();
    let mut view = TerminalView::on(Sent(send), TerminalGraphics::HalfBlocks, 4, 10);
    let mut drawn = |frame: &Frame| {
        view.show(frame).unwrap();
        String::from_utf8(receive.try_iter().flatten().collect()).unwrap()
    };
    let picture = "\x1b[38;2;255;255;255m\x1b[48;2;255;255;255m▀▀▀\x1b[0m\r\n";
    let white = Frame::new(3, 2);
    // what was on the screen goes up first; below the picture there is room
    assert_eq!(drawn(&white), format!("\x1b[?2026h\n\n\n\n\x1b[H{picture}\x1b[2;1H\x1b[?2026l"));
    assert_eq!(drawn(&white), format!("\x1b[?2026h\x1b7\x1b[H{picture}\x1b8\x1b[?2026l"));
    // a higher one
    assert_eq!(drawn(&Frame::new(3, 4)), format!("\x1b[?2026h\x1b[H{picture}{picture}\x1b[3;1H\x1b[?2026l"));
    // no more than two of four lines
    assert_eq!(drawn(&Frame::new(100, 400)).matches('\n').count(), 2);
    assert_eq!(drawn(&Frame::new(0, 4)), "");
}

#[test]
fn a_recording_is_seen_and_is_the_same() {
    let dir = temp_dir::TempDir::new().unwrap();
    let record = |name: &str, view: Option<TerminalView>| {
        let path = dir.path().join(name);
        let mut movie = GifWriter::new().fps(20).open(&path, (40, 30)).unwrap();
        if let Some(view) = view {
            movie.add_view(view);
        }
        for level in 0..20 {
            movie.write_frame(&Frame::from_rgb(40, 30, vec![level; 40 * 30 * 3])).unwrap();
        }
        movie.finish().unwrap();
        std::fs::read(path).unwrap()
    };
    let (send, receive) = channel();
    let view = TerminalView::on(Sent(send), TerminalGraphics::HalfBlocks, 24, 80).per_second(1000);
    assert_eq!(record("with.gif", Some(view)), record("without.gif", None));
    let seen = String::from_utf8(receive.try_iter().flatten().collect()).unwrap();
    let last = seen.rsplit("\x1b[?2026h").next().unwrap();
    assert!(last.contains("\x1b[38;2;19;19;19m") && last.ends_with("\x1b[?2026l"), "{last}");
}

#[cfg(unix)]
#[test]
fn a_terminal_that_is_stopped_stops_nothing() {
    let dir = temp_dir::TempDir::new().unwrap();
    // nobody reads
    let (here, _there) = std::os::unix::net::UnixStream::pair().unwrap();
    let mut movie = GifWriter::new().fps(20).open(dir.path().join("a.gif"), (200, 200)).unwrap();
    movie.add_view(TerminalView::on(here, TerminalGraphics::Sixel, 1000, 1000).per_second(1e6));
    let noise = colors(200, 200);
    let start = Instant::now();
    for _ in 0..50 {
        movie.write_frame(&noise).unwrap();
    }
    assert_eq!(movie.finish().unwrap().frames, 50);
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
}

#[test]
#[should_panic(expected = "0 frames a second")]
fn no_frames_a_second_are_none() {
    let _ = TerminalView::on(std::io::sink(), TerminalGraphics::Kitty, 24, 80).per_second(0);
}
