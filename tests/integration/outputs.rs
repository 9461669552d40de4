//! Where frames can go beside files of their own size: twice the pixels, streams, functions, iterators; and who is told.

use std::io::{Error as IoError, Write};
use std::path::Path;
use std::sync::{Arc, Mutex};

use grabframe::ErrorKind;
use grabframe::prelude::*;

use crate::tools::{decode, decode_gif, have};

/// Bytes that can be looked at while something else writes them.
#[derive(Clone, Default)]
struct Shared(Arc<Mutex<Vec<u8>>>);

impl Write for Shared {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Takes nothing.
struct Broken;

impl Write for Broken {
    fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
        Err(IoError::from(std::io::ErrorKind::ConnectionReset))
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// A figure whose title changes, in three frames; returns the stills.
fn three(movie: &mut Recording<'_>, ax: Key<Axes>) -> Vec<Frame> {
    (0..3)
        .map(|k| {
            movie[ax].set_title(format!("step {k}"));
            movie.grab_frame().unwrap();
            movie.figure().render()
        })
        .collect()
}

fn figure() -> (Figure, Key<Axes>) {
    let mut fig = Figure::pixels(161, 121);
    let ax = fig.add_axes();
    fig[ax].plot([0.0, 1.0], [0.0, 1.0]);
    (fig, ax)
}

#[test]
fn twice_the_pixels_is_twice_the_resolution() {
    let writer = MemoryWriter::new().scale(2);
    let (mut fig, ax) = figure();
    let mut movie = writer.saving(&mut fig, "large").unwrap();
    three(&mut movie, ax);
    let receipt = movie.finish().unwrap();
    assert_eq!((receipt.width, receipt.height), (322, 242));
    let large = writer.take();
    let dpi = 2.0 * fig.get_dpi();
    assert!(large[2] == *Renderer::new().dpi(dpi).render(&fig));
    // of a resolution that was asked for, too
    let writer = MemoryWriter::new().dpi(fig.get_dpi() / 2.0).scale(2);
    let mut movie = writer.saving(&mut fig, "as it is").unwrap();
    movie.grab_frame().unwrap();
    movie.finish().unwrap();
    assert!(writer.take()[0] == fig.render());
}

#[test]
fn pictures_are_enlarged_pixel_by_pixel() {
    let writer = MemoryWriter::new().scale(3);
    let mut movie = writer.open("large", (2, 2)).unwrap();
    assert_eq!(movie.size(), Size::new(2, 2));
    let small = Frame::from_rgb(2, 2, (0..12).collect());
    movie.write_frame(&small).unwrap();
    assert!(matches!(movie.write_frame(&Frame::new(6, 6)), Err(ref e) if e.kind() == ErrorKind::FrameSize));
    let receipt = movie.finish().unwrap();
    assert_eq!((receipt.width, receipt.height), (6, 6));
    let large = &writer.take()[0];
    for (x, y) in (0..6).flat_map(|x| (0..6).map(move |y| (x, y))) {
        assert_eq!(large.pixel(x, y), small.pixel(x / 3, y / 3));
    }
    for bad in [0, 17] {
        let error = MemoryWriter::new().scale(bad).open("x", (2, 2)).unwrap_err();
        assert!(error.to_string().contains("1 to 16"), "{error}");
    }
}

/// What the 4:2:0 of H.264 does to a red line of one pixel, and that twice the pixels mend it.
#[test]
fn a_thin_red_line_is_red_at_twice_the_pixels() {
    if !have("ffmpeg", "thin lines at twice the pixels") {
        return;
    }
    let dir = temp_dir::TempDir::new().unwrap();
    let mut frame = Frame::new(64, 64);
    for row in frame.as_rgb_mut().chunks_exact_mut(64 * 3) {
        row[31 * 3..32 * 3].copy_from_slice(&[255, 0, 0]);
    }
    let red = |times: u32| {
        let path = dir.path().join(format!("{times}.mp4"));
        let mut movie = FfmpegWriter::new().quality(95).scale(times).open(&path, (64, 64)).unwrap();
        (0..3).for_each(|_| movie.write_frame(&frame).unwrap());
        movie.finish().unwrap();
        decode(&path, 64 * times, 64 * times)[1].pixel(31 * times, 32 * times)
    };
    assert!(red(1)[0] < 200, "{:?}", red(1));
    // not quite: players blend the colours of neighbours
    let [r, g, b] = red(2);
    assert!(r >= 225 && g <= 20 && b <= 20, "{r} {g} {b}");
}

#[test]
fn any_stream_takes_a_movie() {
    let dir = temp_dir::TempDir::new().unwrap();
    for name in ["a.gif", "a.apng", "a.webp", "a.avi"] {
        let (mut fig, ax) = figure();
        let out = Shared::default();
        let mut movie = AutoWriter::new().fps(10).saving_to(&mut fig, name, out.clone()).unwrap();
        three(&mut movie, ax);
        assert!(out.0.lock().unwrap().is_empty(), "{name} came too early");
        let receipt = movie.finish().unwrap();
        assert_eq!((receipt.frames, receipt.path.as_path()), (3, Path::new(name)));
        let path = dir.path().join(name);
        let (mut fig, ax) = figure();
        let mut movie = AutoWriter::new().fps(10).saving(&mut fig, &path).unwrap();
        three(&mut movie, ax);
        movie.finish().unwrap();
        let bytes = out.0.lock().unwrap();
        assert_eq!(receipt.bytes, bytes.len() as u64);
        assert!(*bytes == std::fs::read(&path).unwrap(), "{name}: other bytes than in a file");
    }
    // dropped, it goes into the stream too
    let out = Shared::default();
    let mut movie = GifWriter::new().open_to("a.gif", (8, 8), out.clone()).unwrap();
    movie.write_frame(&Frame::new(8, 8)).unwrap();
    drop(movie);
    assert!(out.0.lock().unwrap().starts_with(b"GIF89a"));
}

#[test]
fn what_cannot_be_one_stream_is_refused() {
    for name in ["s-%03d.png", "folder/", "movie", ""] {
        let error = AutoWriter::new().open_to(name, (8, 8), Shared::default()).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::BadOption, "{name}: {error}");
        assert!(error.to_string().contains("movie.gif"), "{error}");
    }
}

#[test]
fn a_stream_that_breaks_leaves_the_movie() {
    let mut movie = GifWriter::new().open_to("broken.gif", (8, 8), Broken).unwrap();
    movie.write_frame(&Frame::new(8, 8)).unwrap();
    let error = movie.finish().unwrap_err();
    assert!(error.to_string().contains("the stream of `broken.gif`"), "{error}");
    let Some(path) = error.kept() else { panic!("{error}") };
    assert_eq!(decode_gif(path).len(), 1);
    std::fs::remove_dir_all(path.parent().unwrap()).unwrap();
}

#[test]
fn nothing_temporary_is_left_of_a_stream() {
    let mine = format!("grabframe-{}-", std::process::id());
    let left = |name: &str| {
        std::fs::read_dir(std::env::temp_dir())
            .unwrap()
            .filter_map(|e| e.ok().map(|e| e.path()))
            .filter(|p| p.file_name().unwrap().to_string_lossy().starts_with(&mine))
            .filter(|p| p.join(name).exists() || p.join(name.replace('.', ".part.")).exists())
            .count()
    };
    for (end, name) in ["end-0.gif", "end-1.gif", "end-2.gif"].into_iter().enumerate() {
        let mut movie = GifWriter::new().open_to(name, (8, 8), Shared::default()).unwrap();
        movie.write_frame(&Frame::new(8, 8)).unwrap();
        assert_eq!(left(name), 1);
        match end {
            0 => _ = movie.finish().unwrap(),
            1 => movie.abort(),
            _ => drop(movie),
        }
        assert_eq!(left(name), 0, "{name}");
    }
}

#[test]
fn a_function_gets_every_frame() {
    let seen = Arc::new(Mutex::new(Vec::new()));
    let take = seen.clone();
    let writer = CallbackWriter::new(move |frame| {
        take.lock().unwrap().push(frame.clone());
        Ok(())
    });
    let (mut fig, ax) = figure();
    let mut movie = writer.fps(10).saving(&mut fig, "seen").unwrap();
    let mut stills = three(&mut movie, ax);
    movie.hold(0.2).unwrap();
    let receipt = movie.finish().unwrap();
    assert_eq!((receipt.frames, receipt.duration.as_millis()), (3, 500));
    stills.extend([stills[2].clone(), stills[2].clone()]);
    assert!(*seen.lock().unwrap() == stills);
}

#[test]
fn an_error_of_the_function_ends_the_recording() {
    let mut left = 3;
    let writer = CallbackWriter::new(move |_| {
        left -= 1;
        if left < 0 { Err(IoError::other("the reader hung up")) } else { Ok(()) }
    });
    let mut movie = writer.open("the pipe", (8, 8)).unwrap();
    let error = (0..100).find_map(|_| movie.write_frame(&Frame::new(8, 8)).err()).unwrap();
    assert!(error.to_string().contains("the pipe") && error.to_string().contains("the reader hung up"), "{error}");
    assert!(matches!(movie.finish(), Err(ref e) if e.kind() == ErrorKind::Failed));
}

#[test]
fn a_loop_can_be_iterated() {
    let (mut fig, ax) = figure();
    let mut again = fig.clone();
    let mut drawn = 0;
    let frames: Vec<Frame> = animate(&mut fig, 0..4, |fig, i| _ = fig[ax].set_title(format!("step {i}")))
        .progress(|done, total| drawn = done + total.unwrap())
        .frames()
        .collect();
    assert_eq!((frames.len(), drawn), (4, 8));
    for (i, frame) in frames.iter().enumerate() {
        again[ax].set_title(format!("step {i}"));
        assert!(*frame == again.render(), "frame {i}");
    }
}

#[test]
fn progress_is_told_after_every_frame() {
    let dir = temp_dir::TempDir::new().unwrap();
    let seen = Arc::new(Mutex::new(Vec::new()));
    let tell = seen.clone();
    let (mut fig, ax) = figure();
    let mut movie = GifWriter::new()
        .saving(&mut fig, dir.path().join("a.gif"))
        .unwrap()
        .progress(move |done, total| tell.lock().unwrap().push((done, total)))
        .expect_frames(3);
    three(&mut movie, ax);
    movie.hold(1.0).unwrap();
    movie.finish().unwrap();
    assert_eq!(*seen.lock().unwrap(), [(1, Some(3)), (2, Some(3)), (3, Some(3))]);
}

#[test]
fn a_hold_that_is_a_mistake_does_not_end_the_recording() {
    let dir = temp_dir::TempDir::new().unwrap();
    let mut movie = GifWriter::new().open(dir.path().join("a.gif"), (8, 8)).unwrap();
    movie.write_frame(&Frame::new(8, 8)).unwrap();
    for bad in [2e6, -1.0, f64::NAN] {
        assert!(matches!(movie.hold(bad), Err(ref e) if e.kind() == ErrorKind::BadOption), "{bad}");
    }
    movie.write_frame(&Frame::new(8, 8)).unwrap();
    assert_eq!(movie.finish().unwrap().frames, 2);
}
