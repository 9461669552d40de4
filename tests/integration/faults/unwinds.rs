//! Code of the user's that panics inside of us, wherever that is: nothing that was grabbed is lost, and whoever catches the
//! panic can go on.

use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use grabframe::prelude::*;
use grabframe::{Bounds, Common, Encoded, Encoder, ErrorKind, Painter, Rect, Target};

use super::kinds::{Kind, all, names, picture, promptly};
use crate::tools::thorough;

const SIZE: (u32, u32) = (32, 24);

/// Fills the axes with the gray of picture `k`, unless it panics.
#[derive(Clone, Debug)]
struct Bomb {
    common: Common,
    k: u32,
    /// Whether its left part can be seen through.
    clear: bool,
    /// Whether it panics when it is asked for its place among others.
    shy: bool,
    /// Drawings until it goes off; none if it is negative.
    fuse: Arc<AtomicI64>,
}

impl Artist for Bomb {
    fn common(&self) -> &Common {
        &self.common
    }
    fn common_mut(&mut self) -> &mut Common {
        &mut self.common
    }
    fn bounds(&self) -> Bounds {
        Bounds::new(Limits::new(0.0, 1.0), Limits::new(0.0, 1.0))
    }
    fn default_zorder(&self) -> f64 {
        assert!(!self.shy, "do not ask me");
        2.0
    }
    fn paint(&self, painter: &mut Painter<'_>) {
        // seen again by whoever paints over what is left of it
        let half = Rect { x1: 9.5, ..painter.area() };
        painter.fill_rect(half, Color::BLACK.with_alpha(0.2));
        let left = self.fuse.fetch_sub(1, Ordering::Relaxed);
        assert!(left != 0, "the artist blew up");
        let [level, ..] = picture(self.k, (1, 1)).pixel(0, 0);
        let right = Rect { x0: if self.clear { 9.5 } else { 0.0 }, ..painter.area() };
        painter.fill_rect(right, Color::rgb(level, level, level));
    }
}

/// A figure of the size that shows the picture of a bomb, which has not been lit.
fn figure() -> (Figure, Key<Bomb>, Arc<AtomicI64>) {
    let (fig, _, bomb, fuse) = figure_with_axes();
    (fig, bomb, fuse)
}

fn figure_with_axes() -> (Figure, Key<Axes>, Key<Bomb>, Arc<AtomicI64>) {
    let fuse = Arc::new(AtomicI64::new(-1));
    let mut fig = Figure::pixels(SIZE.0, SIZE.1);
    let ax = fig.add_axes_at(0.0, 0.0, 1.0, 1.0);
    let bomb = fig[ax].add(Bomb { common: Common::default(), k: 0, clear: false, shy: false, fuse: Arc::clone(&fuse) });
    fig[ax].set_frame(false).set_xlim(0.0, 1.0).set_ylim(0.0, 1.0);
    (fig, ax, bomb, fuse)
}

fn grab(movie: &mut Recording<'_>, bomb: Key<Bomb>, k: u32) -> grabframe::Result<()> {
    movie[bomb].k = k;
    movie.grab_frame()
}

/// What it says while it unwinds.
fn words(work: impl FnOnce()) -> String {
    let panic = catch_unwind(AssertUnwindSafe(work)).expect_err("no panic");
    let text = panic.downcast_ref::<String>().cloned();
    text.or_else(|| panic.downcast_ref::<&str>().map(ToString::to_string)).unwrap_or_default()
}

fn assert_alone(kind: Kind, path: &Path, frames: u32) {
    kind.assert_shows(path, frames, SIZE);
    let found = names(path.parent().unwrap());
    let want = if kind == Kind::Png { frames as usize } else { 1 };
    assert!(found.len() == want && found.iter().all(|name| !name.contains(".part")), "{kind:?}: {found:?}");
}

#[test]
fn a_panic_while_drawing_keeps_the_frames() {
    for kind in all("a panic while drawing") {
        for then in ["finish", "go on", "drop", "unwind"] {
            let dir = temp_dir::TempDir::new().unwrap();
            let path = dir.path().join(kind.name("movie"));
            let (mut fig, bomb, fuse) = figure();
            let mut movie = kind.writer(25).saving(&mut fig, &path).unwrap();
            (0..5).for_each(|k| grab(&mut movie, bomb, k).unwrap());
            fuse.store(0, Ordering::Relaxed);
            if then == "unwind" {
                let said = words(|| {
                    let mut movie = movie;
                    grab(&mut movie, bomb, 5).unwrap();
                });
                assert_eq!(said, "the artist blew up");
                assert_alone(kind, &path, 5);
                continue;
            }
            assert_eq!(words(|| grab(&mut movie, bomb, 5).unwrap()), "the artist blew up");
            assert_eq!(movie.frames(), 5);
            match then {
                "finish" => assert_eq!(movie.finish().unwrap().frames, 5, "{kind:?}"),
                "drop" => drop(movie),
                _ => {
                    (5..7).for_each(|k| grab(&mut movie, bomb, k).unwrap());
                    movie.hold(0.0).unwrap();
                    assert_eq!(movie.finish().unwrap().frames, 7, "{kind:?}");
                    assert_alone(kind, &path, 7);
                    continue;
                }
            }
            assert_alone(kind, &path, 5);
        }
    }
}

/// In the background it is an error, which names the artist, and the movie ends before it.
#[test]
fn a_panic_while_drawing_in_the_background_keeps_the_frames_and_is_named() {
    for kind in all("a panic in the background") {
        for then in ["grab", "hold", "finish", "drop", "unwind", "abort"] {
            let dir = temp_dir::TempDir::new().unwrap();
            let path = dir.path().join(kind.name("movie"));
            let (mut fig, bomb, fuse) = figure();
            fig[bomb].set_label("fuse");
            let mut movie = kind.writer(25).saving(&mut fig, &path).unwrap();
            movie.render_in_background(true);
            fuse.store(5, Ordering::Relaxed);
            (0..6).for_each(|k| grab(&mut movie, bomb, k).unwrap());
            let error = match then {
                "grab" => (6..20).find_map(|k| grab(&mut movie, bomb, k).err()),
                "hold" => {
                    while fuse.load(Ordering::Relaxed) >= 0 {
                        std::thread::yield_now();
                    }
                    (0..100).find_map(|_| movie.hold(0.0).err())
                }
                "finish" => Some(movie.finish().unwrap_err()),
                "drop" => {
                    drop(movie);
                    assert_alone(kind, &path, 5);
                    continue;
                }
                "abort" => {
                    movie.abort();
                    assert!(names(dir.path()).is_empty(), "{kind:?}: {:?}", names(dir.path()));
                    continue;
                }
                _ => {
                    let said = words(|| {
                        let movie = movie;
                        panic!("the simulation blew up at {}", movie.frames());
                    });
                    assert_eq!(said, "the simulation blew up at 6");
                    assert_alone(kind, &path, 5);
                    continue;
                }
            };
            let error = error.expect("it was drawn");
            let said = "the artist Bomb (label \"fuse\") panicked while frame 5 was drawn: the artist blew up";
            let kept = format!("{said}; the frames before it are in `{}`", path.display());
            assert_eq!(error.to_string(), kept);
            assert_eq!((error.kind(), error.frames()), (ErrorKind::Drawing, Some(5)));
            assert_eq!((error.reason(), error.kept()), (Some("the artist blew up"), Some(path.as_path())));
            assert_alone(kind, &path, 5);
        }
    }
}

#[test]
fn after_a_panic_in_the_background_a_recording_has_failed() {
    let dir = temp_dir::TempDir::new().unwrap();
    let path = dir.path().join("movie.gif");
    let (mut fig, bomb, fuse) = figure();
    let mut movie = GifWriter::new().saving(&mut fig, &path).unwrap();
    // one that is drawn here unwinds here, and nothing has happened
    fuse.store(1, Ordering::Relaxed);
    grab(&mut movie, bomb, 0).unwrap();
    words(|| grab(&mut movie, bomb, 1).unwrap());
    movie.render_in_background(true);
    fuse.store(2, Ordering::Relaxed);
    let error = (1..20).find_map(|k| grab(&mut movie, bomb, k).err()).expect("it was drawn");
    assert!(error.to_string().starts_with("the artist Bomb panicked while frame 3 was drawn"), "{error}");
    movie.render_in_background(false);
    assert_eq!(grab(&mut movie, bomb, 1).unwrap_err().kind(), ErrorKind::Failed);
    let error = movie.finish().unwrap_err();
    assert!(error.to_string().contains("has already failed: the artist Bomb panicked"), "{error}");
    assert_alone(Kind::Gif, &path, 3);
}

/// Also where it only was to say where it stands.
#[test]
fn a_panic_in_the_background_before_anything_is_painted_is_named() {
    let dir = temp_dir::TempDir::new().unwrap();
    let path = dir.path().join("movie.gif");
    std::fs::write(&path, "yesterday").unwrap();
    let (mut fig, bomb, _) = figure();
    fig[bomb].shy = true;
    let mut movie = GifWriter::new().saving(&mut fig, &path).unwrap();
    movie.render_in_background(true);
    grab(&mut movie, bomb, 0).unwrap();
    let error = movie.finish().unwrap_err();
    assert_eq!(error.to_string(), "the artist Bomb panicked while frame 0 was drawn: do not ask me");
    assert_eq!(std::fs::read(&path).unwrap(), b"yesterday");
    assert_eq!(names(dir.path()), ["movie.gif"]);
}

#[test]
fn a_panic_in_the_first_drawing_is_no_frame() {
    let dir = temp_dir::TempDir::new().unwrap();
    let path = dir.path().join("movie.gif");
    let (mut fig, bomb, fuse) = figure();
    fuse.store(0, Ordering::Relaxed);
    let mut movie = GifWriter::new().saving(&mut fig, &path).unwrap();
    words(|| grab(&mut movie, bomb, 0).unwrap());
    assert!(matches!(movie.finish(), Err(ref e) if e.kind() == ErrorKind::NoFrames));
    assert!(names(dir.path()).is_empty());
}

/// Whatever a panic leaves half drawn, no later picture shows it.
#[test]
fn a_renderer_draws_the_right_picture_after_a_panic() {
    let mut kept = 0;
    for at in 0..6 {
        let (mut fig, ax, bomb, fuse) = figure_with_axes();
        fig[bomb].clear = true;
        fig[bomb].set_zorder(3.0);
        fig[ax].plot([0.0, 1.0], [0.0, 1.0]);
        let moving = fig[ax].add(Line::empty());
        fig[moving].set_zorder(4.0);
        let mut renderer = Renderer::new().dpi(200.0);
        fuse.store(at, Ordering::Relaxed);
        for k in 0..8_u32 {
            // the line stands still from the beginning, the bomb from now on: both are painted to be kept, one after the other
            if k < 3 {
                fig[bomb].k = k;
            }
            fig[moving].push(f64::from(k), f64::from(k));
            let drawn = catch_unwind(AssertUnwindSafe(|| renderer.render(&fig).clone()));
            let left = fuse.swap(-1, Ordering::Relaxed);
            let want = Renderer::new().dpi(200.0).render(&fig).clone();
            fuse.store(left, Ordering::Relaxed);
            match drawn {
                Ok(frame) => assert!(frame == want, "frame {k}, with a panic at drawing {at}"),
                Err(_) => kept += 1,
            }
        }
    }
    assert!(kept >= 4, "{kept} panics");
}

#[test]
fn a_panic_of_progress_keeps_the_frames() {
    for kind in all("a panic of progress") {
        let dir = temp_dir::TempDir::new().unwrap();
        let path = dir.path().join(kind.name("movie"));
        let (mut fig, bomb, _) = figure();
        let movie = kind.writer(25).saving(&mut fig, &path).unwrap();
        let mut movie = movie.progress(|done, _| assert!(done != 3, "no more ink"));
        (0..2).for_each(|k| grab(&mut movie, bomb, k).unwrap());
        // the frame was taken before it was told
        assert_eq!(words(|| grab(&mut movie, bomb, 2).unwrap()), "no more ink");
        grab(&mut movie, bomb, 3).unwrap();
        assert_eq!(movie.finish().unwrap().frames, 4);
        assert_alone(kind, &path, 4);
    }
}

#[test]
fn a_panic_in_a_loop_that_is_written_already_keeps_the_frames() {
    for kind in all("a panic of an update") {
        for place in ["update", "iterator", "progress", "artist"] {
            let dir = temp_dir::TempDir::new().unwrap();
            let path = dir.path().join(kind.name("movie"));
            let (mut fig, bomb, fuse) = figure();
            let frames = (0..9_u32).inspect(|k| assert!(place != "iterator" || *k < 4, "at the iterator"));
            let said = words(|| {
                let update = |fig: &mut Figure, k: u32| {
                    assert!(place != "update" || k < 4, "at the update");
                    fig[bomb].k = k;
                    fuse.store(if place == "artist" && k == 4 { 0 } else { -1 }, Ordering::Relaxed);
                };
                let movie = animate(&mut fig, frames, update);
                let movie = movie.progress(|done, _| assert!(place != "progress" || done < 4, "at the progress"));
                movie.save_with(&kind.writer(25), &path).unwrap();
            });
            assert_eq!(said, if place == "artist" { "the artist blew up".into() } else { format!("at the {place}") });
            assert_alone(kind, &path, 4);
        }
    }
}

/// The frames themselves go on, too.
#[test]
fn a_loop_that_is_iterated_goes_on_after_a_panic() {
    let (mut fig, bomb, _) = figure();
    let mut frames = animate(&mut fig, 0..4_u32, |fig, k| {
        assert!(k != 2, "not this one");
        fig[bomb].k = k;
    })
    .frames();
    let mut next = || catch_unwind(AssertUnwindSafe(|| frames.next()));
    let levels: Vec<_> = (0..5).map(|_| next().ok().map(|frame| frame.map(|frame| frame.pixel(0, 0)[0]))).collect();
    assert_eq!(levels, [Some(Some(16)), Some(Some(28)), None, Some(Some(52)), Some(None)]);
}

#[test]
fn a_panic_of_a_function_that_takes_frames_is_an_error() {
    let mut left = 3;
    let writer = CallbackWriter::new(move |_| {
        left -= 1;
        assert!(left >= 0, "the reader hung up");
        Ok(())
    });
    let mut movie = writer.open("the pipe", SIZE).unwrap();
    let error = (0..100).find_map(|k| movie.write_frame(&picture(k, SIZE)).err()).unwrap().to_string();
    assert!(error.contains("the pipe") && error.contains("the reader hung up"), "{error}");
    assert!(matches!(movie.finish(), Err(ref e) if e.kind() == ErrorKind::Failed));
}

/// A user's encoder around one of ours, that panics at a certain point.
struct Fragile {
    inner: Box<dyn Encoder>,
    point: &'static str,
    left: u32,
}

impl Encoder for Fragile {
    fn write(&mut self, frame: &Frame) -> grabframe::Result<()> {
        assert!(self.point != "write" || self.left > 0, "out of luck in write");
        self.left = self.left.saturating_sub(1);
        self.inner.write(frame)
    }
    fn hold(&mut self, seconds: f64) -> grabframe::Result<()> {
        assert!(self.point != "hold", "out of luck in hold");
        self.inner.hold(seconds)
    }
    fn finish(self: Box<Self>) -> grabframe::Result<Encoded> {
        assert!(self.point != "finish", "out of luck in finish");
        self.inner.finish()
    }
    fn abort(self: Box<Self>) {
        assert!(self.point != "abort", "out of luck in abort");
        self.inner.abort();
    }
    fn salvage(self: Box<Self>) -> Option<PathBuf> {
        assert!(self.point != "salvage", "out of luck in salvage");
        self.inner.salvage()
    }
}

/// Panics in the files called `fragile`.
struct FragileWriter {
    kind: Kind,
    point: &'static str,
}

impl Writer for FragileWriter {
    fn frame_rate(&self) -> Fps {
        25.into()
    }
    fn encoder(&self, target: &Target<'_>) -> grabframe::Result<Box<dyn Encoder>> {
        let inner = self.kind.writer(25).encoder(target)?;
        let fragile = target.path.file_stem().is_some_and(|stem| stem.to_string_lossy().starts_with("fragile"));
        let point = if fragile { self.point } else { "" };
        Ok(Box::new(Fragile { inner, point, left: 4 }))
    }
}

#[test]
fn a_panic_in_one_of_several_encoders_leaves_the_others_finished() {
    for kind in all("a panic among several") {
        for point in ["write", "hold", "finish"] {
            let orders = [["a", "fragile", "b"], ["fragile", "a", "b"], ["a", "b", "fragile"]];
            for order in orders.into_iter().take(if thorough() { 3 } else { 1 }) {
                let dir = temp_dir::TempDir::new().unwrap();
                let paths = order.map(|stem| dir.path().join(kind.name(stem)));
                let (mut fig, bomb, _) = figure();
                let mut movie = FragileWriter { kind, point }.saving_all(&mut fig, &paths).unwrap();
                let mut error = (0..4).find_map(|k| grab(&mut movie, bomb, k).err());
                if point == "hold" {
                    error = error.or_else(|| movie.hold(0.0).err());
                }
                if point == "write" {
                    error = error.or_else(|| (4..40).find_map(|k| grab(&mut movie, bomb, k).err()));
                }
                let error = match error {
                    Some(error) => error,
                    None => promptly("finishing", || movie.finish()).unwrap_err(),
                };
                let error = error.to_string();
                let fragile = dir.path().join(kind.name("fragile")).display().to_string();
                assert!(error.contains(&format!("cannot encode `{fragile}`: it panicked")), "{kind:?}: {error}");
                assert!(error.contains(&format!("out of luck in {point}")), "{kind:?}: {error}");
                for (stem, path) in order.iter().zip(&paths) {
                    if *stem != "fragile" {
                        // the frame that it fell over, too
                        kind.assert_shows(path, if point == "write" { 5 } else { 4 }, SIZE);
                        assert!(kind.first_file(path).exists(), "{kind:?}, {point}: {}", path.display());
                    }
                }
                assert!(kind == Kind::Png || !Path::new(&fragile).exists());
            }
        }
    }
}

/// What was written before a panic in an encoder is there, under a name that tells what it is, wherever that was.
#[test]
fn a_panic_in_an_encoder_keeps_what_plays() {
    for kind in all("a panic of an encoder") {
        for point in ["write", "hold", "finish"] {
            let dir = temp_dir::TempDir::new().unwrap();
            let path = dir.path().join(kind.name("fragile"));
            let mut movie = FragileWriter { kind, point }.open(&path, SIZE).unwrap();
            let wrote = (0..4).try_for_each(|k| movie.write_frame(&picture(k, SIZE)));
            let error = wrote
                .and_then(|()| if point == "hold" { movie.hold(1.0) } else { Ok(()) })
                .and_then(|()| if point == "write" { movie.write_frame(&picture(4, SIZE)) } else { Ok(()) })
                .and_then(|()| movie.finish().map(drop))
                .unwrap_err();
            assert!(error.to_string().contains(&format!("out of luck in {point}")), "{error}");
            if point == "finish" && kind.ffmpeg() {
                // the wrapper took the encoder along in its fall, before it could end the file
                continue;
            }
            let part = dir.path().join(kind.part("fragile"));
            kind.assert_shows(&part, 4, SIZE);
            assert!(kind.first_file(&part).exists(), "{kind:?}, {point}: {:?}", names(dir.path()));
            assert!(point == "finish" || error.kept().is_some(), "{kind:?}, {point}: {error}");
        }
    }
}

/// A stream that panics.
struct Bursting;

impl Write for Bursting {
    fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
        panic!("the pipe burst");
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_panic_of_a_stream_leaves_the_movie() {
    let mut movie = Kind::Gif.writer(25).open_to("burst.gif", SIZE, Bursting).unwrap();
    (0..4).for_each(|k| movie.write_frame(&picture(k, SIZE)).unwrap());
    let error = movie.finish().unwrap_err();
    assert!(error.to_string().contains("`burst.gif`: it panicked: the pipe burst"), "{error}");
    let Some(path) = error.kept() else { panic!("{error}") };
    Kind::Gif.assert_shows(path, 4, SIZE);
    std::fs::remove_dir_all(path.parent().unwrap()).unwrap();
}
