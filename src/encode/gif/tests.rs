//! What is written is read back by decoders that are not ours.

use std::io::{Cursor, Write};
use std::process::{Command, Stdio};

use super::stream::GifStream;
use super::*;

/// Numbers that look random and are the same everywhere.
struct Lcg(u64);

impl Lcg {
    fn next(&mut self, range: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % u64::from(range)) as u32
    }
}

/// The `n`th of many colours, each another.
fn color(n: u32) -> [u8; 3] {
    [(n * 7) as u8, (n >> 3) as u8, (n >> 8) as u8 ^ (n * 31) as u8]
}

fn stream(size: Size, fps: impl Into<Fps>) -> GifStream<Cursor<Vec<u8>>> {
    let out = Cursor::new(Vec::new());
    GifStream::new(out, Path::new("test.gif"), size, fps.into(), &GifOptions::default()).expect("opens")
}

fn encode(frames: &[Frame], fps: impl Into<Fps>) -> Vec<u8> {
    let mut stream = stream(frames[0].size(), fps);
    for frame in frames {
        stream.write(frame).expect("takes a frame");
    }
    stream.finish().expect("finishes").into_inner()
}

struct Image {
    delay: u64,
    local: bool,
    area: usize,
    screen: Frame,
}

/// Every image of a GIF as it looks on the screen, up to the first that is broken.
fn play(bytes: &[u8]) -> Vec<Image> {
    let mut options = gif::DecodeOptions::new();
    options.set_color_output(gif::ColorOutput::Indexed);
    let Ok(mut decoder) = options.read_info(bytes) else { return Vec::new() };
    let (width, height) = (usize::from(decoder.width()), usize::from(decoder.height()));
    let mut screen = Frame::new(width as u32, height as u32);
    let mut images = Vec::new();
    while let Ok(Some(image)) = decoder.read_next_frame().map(|image| image.cloned()) {
        let global = decoder.global_palette().unwrap_or_default();
        let palette = image.palette.as_deref().unwrap_or(global);
        assert_eq!(image.dispose, gif::DisposalMethod::Keep);
        for (i, &index) in image.buffer.iter().enumerate() {
            if Some(index) != image.transparent {
                let x = usize::from(image.left) + i % usize::from(image.width);
                let y = usize::from(image.top) + i / usize::from(image.width);
                let color = &palette[usize::from(index) * 3..][..3];
                screen.as_rgb_mut()[(y * width + x) * 3..][..3].copy_from_slice(color);
            }
        }
        images.push(Image {
            delay: u64::from(image.delay),
            local: image.palette.is_some(),
            area: usize::from(image.width) * usize::from(image.height),
            screen: screen.clone(),
        });
    }
    images
}

/// What is on the screen at every frame's beginning, one entry a frame.
fn sampled(images: &[Image], fps: Fps, frames: usize) -> Vec<Frame> {
    let mut ends = Vec::new();
    for image in images {
        ends.push(ends.last().copied().unwrap_or(0) + image.delay);
    }
    (0..frames)
        .map(|i| {
            let time = i as u64 * 100 * u64::from(fps.den()) / u64::from(fps.num());
            images[ends.iter().position(|&end| end > time).expect("still playing")].screen.clone()
        })
        .collect()
}

fn assert_exact(frames: &[Frame], fps: impl Into<Fps>) -> Vec<Image> {
    let fps = fps.into();
    let images = play(&encode(frames, fps));
    for (i, (got, want)) in sampled(&images, fps, frames.len()).iter().zip(frames).enumerate() {
        assert!(got == want, "frame {i} differs");
    }
    images
}

/// Mean squared error a level, and the largest.
fn errors(a: &Frame, b: &Frame) -> (f64, u8) {
    let differences = || a.as_rgb().iter().zip(b.as_rgb()).map(|(&a, &b)| a.abs_diff(b));
    let sum: u64 = differences().map(|d| u64::from(d).pow(2)).sum();
    (sum as f64 / a.as_rgb().len() as f64, differences().max().unwrap_or(0))
}

fn psnr(a: &Frame, b: &Frame) -> f64 {
    10.0 * (255.0 * 255.0 / errors(a, b).0).log10()
}

/// A picture in which every pixel is one of `colors` colours beginning with number `first`.
fn random_frame(lcg: &mut Lcg, size: Size, first: u32, colors: u32) -> Frame {
    let mut frame = Frame::new(size.width, size.height);
    for pixel in frame.as_rgb_mut().chunks_exact_mut(3) {
        pixel.copy_from_slice(&color(first + lcg.next(colors)));
    }
    // each colour at least once, if there is room
    for (n, pixel) in frame.as_rgb_mut().chunks_exact_mut(3).enumerate().take(colors as usize) {
        pixel.copy_from_slice(&color(first + n as u32));
    }
    frame
}

/// A smooth surface in more than 1,500 colours, with a white border and black marks, as a heatmap has.
fn heatmap(size: Size, phase: f32) -> Frame {
    let mut frame = Frame::new(size.width, size.height);
    let (w, h) = (size.width as usize, size.height as usize);
    for y in h / 8..h - h / 8 {
        for x in w / 8..w - w / 8 {
            let (u, v) = (x as f32 / w as f32 - 0.5, y as f32 / h as f32 - 0.5);
            let t = (u * u + v * v).mul_add(2.0, u * phase).clamp(0.0, 1.0);
            let rgb = [t * 253.0, (1.0 - t) * t * 800.0 + 30.0, 90.0 + 60.0 * (1.0 - t * t)].map(|v| v as u8);
            frame.as_rgb_mut()[(y * w + x) * 3..][..3].copy_from_slice(&rgb);
        }
        frame.as_rgb_mut()[(y * w + w / 8 - 2) * 3..][..3].fill(0);
    }
    frame
}

#[test]
fn pictures_of_up_to_256_colours_are_exact() {
    let mut lcg = Lcg(1);
    for (width, height) in [(1, 1), (1, 9), (9, 1), (3, 5), (17, 31), (64, 48)] {
        let size = Size::new(width, height);
        for colors in [1, 2, 3, 4, 5, 17, 255, 256] {
            let frames: Vec<Frame> = (0..4).map(|_| random_frame(&mut lcg, size, 0, colors)).collect();
            assert_exact(&frames, 10);
        }
    }
}

#[test]
fn small_changes_are_exact_and_small() {
    let mut lcg = Lcg(2);
    let size = Size::new(61, 47);
    for colors in [2, 40, 250, 255, 256] {
        let mut frames = vec![random_frame(&mut lcg, size, 0, colors)];
        for _ in 0..60 {
            let mut next = frames[frames.len() - 1].clone();
            let (x, y) = (lcg.next(50), lcg.next(40));
            for _ in 0..1 + lcg.next(20) {
                let at = ((y + lcg.next(5)) * size.width + x + lcg.next(9)) as usize * 3;
                next.as_rgb_mut()[at..at + 3].copy_from_slice(&color(lcg.next(colors)));
            }
            frames.push(next);
        }
        let images = assert_exact(&frames, 25);
        assert!(images[1..].iter().all(|image| image.area <= 45 && !image.local), "{colors}");
    }
}

#[test]
fn colours_beyond_the_global_palette_get_a_palette_of_the_frame() {
    let mut lcg = Lcg(3);
    let size = Size::new(40, 30);
    // 200, then 40 more that still fit, then 100 that do not, then old ones again, then 256 at once
    let kinds = [(0, 200), (200, 40), (240, 100), (0, 200), (1000, 256), (100, 140), (2000, 255)];
    let frames: Vec<Frame> = kinds.iter().map(|&(first, colors)| random_frame(&mut lcg, size, first, colors)).collect();
    let images = assert_exact(&frames, 10);
    let local: Vec<bool> = images.iter().map(|image| image.local).collect();
    assert_eq!(local, [false, false, true, false, true, false, true]);
}

#[test]
fn one_colour_too_many_costs_next_to_nothing() {
    let mut lcg = Lcg(4);
    let size = Size::new(64, 48);
    for colors in [257, 300] {
        let frames: Vec<Frame> = (0..4).map(|i| random_frame(&mut lcg, size, i * 5000, colors)).collect();
        let images = play(&encode(&frames, 10));
        assert_eq!(images.len(), 4);
        for (image, frame) in images.iter().zip(&frames) {
            assert!(psnr(&image.screen, frame) > 38.0, "{colors}: {}", psnr(&image.screen, frame));
        }
    }
}

#[test]
fn a_heatmap_is_close_and_its_background_and_axis_exact() {
    let size = Size::new(320, 240);
    let frames: Vec<Frame> = (0..8).map(|i| heatmap(size, i as f32 / 10.0)).collect();
    let images = play(&encode(&frames, 20));
    assert_eq!(images.len(), 8);
    for (image, frame) in images.iter().zip(&frames) {
        assert!(psnr(&image.screen, frame) > 46.0, "{}", psnr(&image.screen, frame));
        assert!(errors(&image.screen, frame).1 <= 16, "{}", errors(&image.screen, frame).1);
        for (got, want) in image.screen.as_rgb().chunks_exact(3).zip(frame.as_rgb().chunks_exact(3)) {
            assert!(got == want || (want != [255; 3] && want != [0; 3]), "{want:?} became {got:?}");
        }
    }
}

#[test]
fn errors_do_not_add_up_and_what_stays_does_not_flicker() {
    let size = Size::new(160, 120);
    let base = heatmap(size, 0.0);
    let mut lcg = Lcg(5);
    let mut frames = vec![base.clone()];
    for i in 0..40 {
        // blocks of another picture come and go
        let mut next = if i % 2 == 0 { base.clone() } else { frames[frames.len() - 1].clone() };
        let other = heatmap(size, 0.5);
        let (x, y) = (lcg.next(100) as usize, lcg.next(60) as usize);
        for row in y..y + 40 {
            let range = (row * 160 + x) * 3..(row * 160 + x + 50) * 3;
            next.as_rgb_mut()[range.clone()].copy_from_slice(&other.as_rgb()[range]);
        }
        frames.push(next);
    }
    let images = play(&encode(&frames, 20));
    assert_eq!(images.len(), frames.len());
    for i in 0..frames.len() {
        assert!(psnr(&images[i].screen, &frames[i]) > 42.0, "frame {i}: {}", psnr(&images[i].screen, &frames[i]));
        assert!(errors(&images[i].screen, &frames[i]).1 <= 16, "frame {i}");
        if i > 0 {
            let shown = images[i - 1].screen.as_rgb().chunks_exact(3).zip(images[i].screen.as_rgb().chunks_exact(3));
            let source = frames[i - 1].as_rgb().chunks_exact(3).zip(frames[i].as_rgb().chunks_exact(3));
            assert!(source.zip(shown).all(|((a, b), (c, d))| a != b || c == d), "frame {i} flickers");
        }
    }
}

#[test]
fn noise_in_every_colour_keeps_its_white_and_black() {
    let mut lcg = Lcg(6);
    let size = Size::new(320, 240);
    let frames: Vec<Frame> = (0..3)
        .map(|_| {
            let mut frame = Frame::new(size.width, size.height);
            for (i, pixel) in frame.as_rgb_mut().chunks_exact_mut(3).enumerate() {
                match i % 320 {
                    0..40 => {}
                    40..42 => pixel.fill(0),
                    _ => pixel.copy_from_slice(&[lcg.next(256) as u8, lcg.next(256) as u8, lcg.next(256) as u8]),
                }
            }
            frame
        })
        .collect();
    for (image, frame) in play(&encode(&frames, 20)).iter().zip(&frames) {
        // 255 places in a cube of 256 levels: a cell is 40 wide, of which the error's root mean square is 11.6
        assert!(psnr(&image.screen, frame) > 26.0, "{}", psnr(&image.screen, frame));
        assert!(errors(&image.screen, frame).1 <= 64);
        for (i, (got, want)) in image.screen.as_rgb().chunks_exact(3).zip(frame.as_rgb().chunks_exact(3)).enumerate() {
            assert!(i % 320 >= 42 || got == want, "pixel {i}: {want:?} became {got:?}");
        }
    }
}

#[test]
fn fuzz_of_sizes_colours_and_changes() {
    let mut lcg = Lcg(7);
    for round in 0..60 {
        let size = Size::new(1 + lcg.next(90), 1 + lcg.next(70));
        let mut frames: Vec<Frame> = Vec::new();
        let mut exact = true;
        for _ in 0..8 {
            let colors = [1, 2, 8, 100, 254, 255, 256, 257, 2000][lcg.next(9) as usize];
            let first = lcg.next(4) * 100;
            let mut next = random_frame(&mut lcg, size, first, colors);
            if let Some(last) = frames.last()
                && lcg.next(3) > 0
            {
                // only a part of the rows is new
                let rows = lcg.next(size.height + 1) as usize * size.width as usize * 3;
                next.as_rgb_mut()[..rows].copy_from_slice(&last.as_rgb()[..rows]);
            }
            let mut all: Vec<&[u8]> = next.as_rgb().chunks_exact(3).collect();
            all.sort_unstable();
            all.dedup();
            exact &= all.len() <= 256;
            frames.push(next);
        }
        let images = play(&encode(&frames, 10));
        for (i, (got, want)) in sampled(&images, 10.into(), frames.len()).iter().zip(&frames).enumerate() {
            assert!(if exact { got == want } else { psnr(got, want) > 25.0 }, "round {round}, frame {i}");
        }
    }
}

#[test]
fn pictures_that_stay_lengthen_the_delay() {
    let (a, b) = (Frame::new(5, 4), Frame::from_rgb(5, 4, vec![9; 60]));
    let frames = [&a, &a, &a, &b, &b, &a].map(Clone::clone);
    let images = assert_exact(&frames, 30);
    assert_eq!(images.iter().map(|image| image.delay).collect::<Vec<_>>(), [10, 6, 4]);
}

#[test]
fn the_total_time_is_exact_for_any_rate() {
    let (a, b) = (Frame::new(2, 2), Frame::from_rgb(2, 2, vec![9; 12]));
    for fps in [Fps::new(1, 3), 10.into(), 15.into(), Fps::new(24000, 1001), 29.97.into(), 30.into(), 50.into()] {
        let frames: Vec<Frame> =
            (0..3000).map(|i| if i % 7 < 3 || i % 2 == 0 { a.clone() } else { b.clone() }).collect();
        let images = play(&encode(&frames, fps));
        let total: u64 = images.iter().map(|image| image.delay).sum();
        assert!((total as f64 - 3000.0 * 100.0 / fps.as_f64()).abs() <= 1.0, "{fps}: {total}");
        assert!(images.iter().all(|image| image.delay >= 2));
        for (got, want) in sampled(&images, fps, 3000).iter().zip(&frames) {
            assert!(got == want, "{fps}");
        }
    }
}

#[test]
fn a_hold_lengthens_the_last_frame_and_may_be_longer_than_a_delay_can_be() {
    let (a, b) = (Frame::new(5, 4), Frame::from_rgb(5, 4, vec![9; 60]));
    let mut stream = stream(a.size(), 10);
    stream.write(&a).expect("takes a frame");
    stream.hold(1.5).expect("holds");
    stream.write(&b).expect("takes a frame");
    stream.hold(700.0).expect("holds");
    stream.write(&a).expect("takes a frame");
    stream.hold(655.26).expect("holds");
    let images = play(&stream.finish().expect("finishes").into_inner());
    let delays: Vec<u64> = images.iter().map(|image| image.delay).collect();
    assert_eq!(delays, [160, 65_535, 4_475, 65_534, 2]);
    let shown: Vec<&Frame> = images.iter().map(|image| &image.screen).collect();
    assert_eq!(shown, [&a, &b, &b, &a, &a]);
}

#[test]
fn what_was_asked_for_is_in_the_head() {
    let head = |repeat, comment: Option<&str>| {
        let options = GifOptions { repeat, comment: comment.map(Into::into) };
        let out = Cursor::new(Vec::new());
        let mut stream =
            GifStream::new(out, Path::new("test.gif"), Size::new(2, 2), 10.into(), &options).expect("opens");
        stream.write(&Frame::new(2, 2)).expect("takes a frame");
        let bytes = stream.finish().expect("finishes").into_inner();
        let mut decoder = gif::DecodeOptions::new().read_info(bytes.as_slice()).expect("a GIF");
        while decoder.read_next_frame().expect("frames").is_some() {}
        (decoder.repeat(), bytes)
    };
    assert_eq!(head(Repeat::Infinite, None).0, gif::Repeat::Infinite);
    assert_eq!(head(Repeat::Times(5), None).0, gif::Repeat::Finite(4));
    assert_eq!(head(Repeat::Times(1), None).0, gif::Repeat::Finite(0));
    assert_eq!(head(Repeat::Once, None).0, gif::Repeat::Finite(0));
    let long = "made by a test ".repeat(40);
    let (_, bytes) = head(Repeat::Once, Some(&long));
    assert!(bytes.windows(15).any(|window| window == b"made by a test "));
}

#[test]
fn mistakes_are_named_and_change_nothing() {
    let open = |size, fps: Fps| {
        GifStream::new(Cursor::new(Vec::new()), Path::new("x.gif"), size, fps, &GifOptions::default()).map(drop)
    };
    for size in [Size::new(65_536, 2), Size::new(2, 65_536), Size::new(0, 2), Size::new(2, 0)] {
        assert!(matches!(open(size, 10.into()), Err(Error::BadSize { .. })), "{size}");
    }
    assert!(open(Size::new(65_535, 1), 10.into()).is_ok());
    assert!(matches!(open(Size::new(2, 2), 60.into()), Err(Error::BadFps { .. })));

    let (a, b) = (Frame::new(4, 3), Frame::from_rgb(4, 3, vec![9; 36]));
    let mut stream = stream(a.size(), 10);
    assert!(matches!(stream.hold(1.0), Err(Error::BadOption { .. })));
    stream.write(&a).expect("takes a frame");
    assert!(matches!(stream.write(&Frame::new(3, 4)), Err(Error::FrameSize { frame: 1, .. })));
    assert!(matches!(stream.hold(f64::NAN), Err(Error::BadOption { .. })));
    stream.write(&b).expect("takes a frame");
    assert_eq!(stream.finish().expect("finishes").into_inner(), encode(&[a, b], 10));
}

#[test]
fn a_file_cut_anywhere_plays_what_was_whole() {
    let mut lcg = Lcg(8);
    let size = Size::new(12, 9);
    let mut stream = stream(size, 10);
    let mut frames = Vec::new();
    // the palette grows over several frames, and then is too small
    for i in 0..8 {
        let frame = random_frame(&mut lcg, size, i * 40, 60);
        stream.write(&frame).expect("takes a frame");
        frames.push(frame);
    }
    let bytes = stream.finish().expect("finishes").into_inner();
    let whole = play(&bytes);
    assert_eq!(whole.len(), 8);
    let mut seen = 0;
    for cut in 0..=bytes.len() {
        let images = play(&bytes[..cut]);
        assert!(images.len() == seen || images.len() == seen + 1, "at byte {cut}");
        seen = images.len();
        for (image, frame) in images.iter().zip(&frames) {
            assert!(image.screen == *frame, "at byte {cut}");
        }
    }
    assert_eq!(seen, 8);
}

/// What is in a file when the process dies after so many frames.
#[test]
fn the_part_file_holds_every_frame_that_was_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("x.gif");
    let mut lcg = Lcg(9);
    let size = Size::new(12, 9);
    let mut encoder = GifEncoder::open(&path, size, 10.into(), &GifOptions::default()).expect("opens");
    let mut frames = Vec::new();
    for i in 0..6 {
        let frame = random_frame(&mut lcg, size, i * 40, 30);
        encoder.write(&frame).expect("takes a frame");
        frames.push(frame);
        let images = play(&std::fs::read(folder.path().join("x.part.gif")).expect("the part file"));
        let shown: Vec<&Frame> = images.iter().map(|image| &image.screen).collect();
        assert_eq!(shown, frames.iter().collect::<Vec<_>>());
    }
    assert!(!path.exists());
}

#[test]
fn the_file_gets_its_name_at_the_end_or_never() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("x.gif");
    let listing = || std::fs::read_dir(folder.path()).expect("a folder").count();
    let open = || Box::new(GifEncoder::open(&path, Size::new(4, 3), 10.into(), &GifOptions::default()).expect("opens"));
    let frame = Frame::new(4, 3);

    let error = open().finish().expect_err("no frames");
    assert!(matches!(error, Error::NoFrames { .. }));
    assert_eq!(listing(), 0);

    let mut encoder = open();
    encoder.write(&frame).expect("takes a frame");
    let encoded = encoder.finish().expect("finishes");
    assert_eq!(encoded.encoder, "gif");
    assert_eq!(encoded.bytes, std::fs::metadata(&path).expect("the file").len());
    assert_eq!(listing(), 1);
    let before = std::fs::read(&path).expect("the file");

    // neither giving up nor dropping touches the file from before
    let mut encoder = open();
    encoder.write(&frame).expect("takes a frame");
    encoder.abort();
    drop(open());
    assert_eq!((listing(), std::fs::read(&path).expect("the file")), (1, before));
    let missing = GifEncoder::open(&folder.path().join("no/x.gif"), Size::new(4, 3), 10.into(), &GifOptions::default());
    assert!(matches!(missing.err(), Some(Error::MissingFolder { .. })));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_error_and_stays_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("x.gif");
    std::os::unix::fs::symlink("/dev/full", folder.path().join("x.part.gif")).expect("a link");
    let mut encoder =
        Box::new(GifEncoder::open(&path, Size::new(4, 3), 10.into(), &GifOptions::default()).expect("opens"));
    let error = encoder.write(&Frame::new(4, 3)).expect_err("a full disk");
    assert!(matches!(&error, Error::Io { source, .. } if source.kind() == std::io::ErrorKind::StorageFull), "{error}");
    let again = encoder.write(&Frame::new(4, 3)).expect_err("still");
    assert!(matches!(&again, Error::Failed { first, .. } if *first == error.to_string()), "{again}");
    assert!(matches!(encoder.finish(), Err(Error::Failed { .. })));
    assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 0);
}

/// Takes so many bytes, and then no more.
struct Small(Cursor<Vec<u8>>, usize);

impl Write for Small {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let room = self.1.saturating_sub(self.0.position() as usize).min(bytes.len());
        if room == 0 && !bytes.is_empty() {
            return Err(std::io::ErrorKind::StorageFull.into());
        }
        self.0.write(&bytes[..room])
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl std::io::Seek for Small {
    fn seek(&mut self, to: std::io::SeekFrom) -> std::io::Result<u64> {
        self.0.seek(to)
    }
}

#[test]
fn a_disk_that_fills_at_any_byte_is_an_error_of_write_or_finish() {
    let frames = [Frame::new(5, 4), Frame::from_rgb(5, 4, vec![9; 60]), Frame::from_rgb(5, 4, vec![8; 60])];
    let record = |room| -> Result<()> {
        let out = BufWriter::with_capacity(64, Small(Cursor::new(Vec::new()), room));
        let mut stream = GifStream::new(out, Path::new("x.gif"), frames[0].size(), 10.into(), &GifOptions::default())?;
        for frame in &frames {
            stream.write(frame)?;
        }
        stream.finish().map(drop)
    };
    let bytes = encode(&frames, 10).len();
    for room in 0..bytes {
        assert!(matches!(record(room), Err(Error::Io { .. })), "room for {room} of {bytes}");
    }
    assert!(record(bytes).is_ok());
}

/// Whether a program can be started; says on stderr if not.
#[allow(clippy::print_stderr)]
fn installed(program: &str, argument: &str) -> bool {
    let found = Command::new(program).arg(argument).stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok();
    if !found {
        eprintln!("skipped: {program} is not installed");
    }
    found
}

/// Frames of all kinds: first small changes in one palette, then palettes of their own, then too many colours.
fn variety() -> Vec<Frame> {
    let mut lcg = Lcg(10);
    let size = Size::new(63, 41);
    let mut frames: Vec<Frame> = [(0, 200), (0, 256), (500, 90), (500, 90)]
        .iter()
        .map(|&(first, colors)| random_frame(&mut lcg, size, first, colors))
        .collect();
    for i in 0..20 {
        let mut next = frames[frames.len() - 1].clone();
        let at = lcg.next(63 * 41) as usize * 3;
        next.as_rgb_mut()[at..at + 3].copy_from_slice(&color(i * 3));
        frames.push(next);
    }
    frames.extend((0..3).map(|i| heatmap(size, i as f32)));
    frames.extend((0..3).map(|i| random_frame(&mut lcg, size, i * 9, 300)));
    frames
}

#[test]
fn ffmpeg_sees_the_same_pixels() {
    if !installed("ffmpeg", "-version") {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("x.gif");
    let bytes = encode(&variety(), 10);
    std::fs::write(&path, &bytes).expect("writes");
    let output = Command::new("ffmpeg")
        .args(["-v", "error", "-i"])
        .arg(&path)
        .args(["-vsync", "passthrough", "-f", "rawvideo", "-pix_fmt", "rgb24", "-"])
        .output()
        .expect("ffmpeg runs");
    let ours: Vec<u8> = play(&bytes).iter().flat_map(|image| image.screen.as_rgb().to_vec()).collect();
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(output.stdout.len(), ours.len());
    assert!(output.stdout == ours);
}

#[test]
fn gifsicle_finds_nothing_wrong() {
    if !installed("gifsicle", "--version") {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("x.gif");
    std::fs::write(&path, encode(&variety(), 10)).expect("writes");
    let output = Command::new("gifsicle").arg("--info").arg(&path).output().expect("gifsicle runs");
    assert!(output.status.success() && output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(String::from_utf8_lossy(&output.stdout).contains("30 images"));
}
