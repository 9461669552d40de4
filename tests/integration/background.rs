//! Frames that are drawn beside the loop: the same movie, and the same when something goes wrong.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::channel;
use std::time::{Duration, Instant};

use grabframe::ErrorKind;
use grabframe::prelude::*;

use crate::renderer::{Keys, busy, edit};
use crate::tools::{Counted, decode_gif, lcg, thorough};

/// A constrained figure with artists of all kinds, some of them hidden now and then, a line that grows, and titles that change.
struct Scene {
    fig: Figure,
    keys: Keys,
    growing: Key<Line>,
}

impl Scene {
    fn new() -> Self {
        let (fig, keys) = busy();
        let mut fig = fig.constrained();
        let growing = fig[keys.axs[1]].add(Line::empty().fmt("k-o"));
        Self { fig, keys, growing }
    }

    /// Records as many random edits as there are frames, each drawn in the background if `background` says so of its number.
    fn record(
        mut self,
        writer: &impl Writer,
        paths: &[PathBuf],
        frames: usize,
        seed: u32,
        background: impl Fn(usize) -> bool,
    ) -> Receipt {
        let mut movie = writer.saving_all(&mut self.fig, paths).unwrap();
        for (step, dice) in lcg(3 * frames, seed).chunks(3).enumerate() {
            movie.render_in_background(background(step));
            edit(movie.figure_mut(), self.keys, step, dice);
            movie[self.growing].push(dice[1] * 3.0, dice[2] * 2.0);
            movie.grab_frame().unwrap();
            if dice[2] < 0.1 {
                movie.hold(0.3).unwrap();
            }
            // and what happens to it afterwards is not in the frame
            movie[self.growing].set_color(if dice[0] < 0.5 { "r" } else { "k" });
        }
        movie.finish().unwrap()
    }
}

/// All files in the folder, with their names.
fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = entries
        .map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), std::fs::read(path).unwrap()))
        .collect();
    files.sort();
    files
}

#[test]
fn files_have_the_same_bytes() {
    let names = [
        "a.gif",
        "a.apng",
        "a.webp",
        "a.avi",
        "a-%03d.png",
        #[cfg(feature = "mp4")]
        "a.mp4",
    ];
    let writer = |dpi: f64| AutoWriter::new().fps(10).dpi(dpi);
    for (dpi, frames) in [(100.0, if thorough() { 80 } else { 16 }), (57.0, 6)] {
        let dirs = [(); 3].map(|()| temp_dir::TempDir::new().unwrap());
        let receipts: Vec<Receipt> = dirs
            .iter()
            .enumerate()
            .map(|(way, dir)| {
                let paths: Vec<PathBuf> = names.iter().map(|name| dir.path().join(name)).collect();
                // not at all, always, now and then
                let background = |step| [false, true, step % 7 > 2][way];
                Scene::new().record(&writer(dpi), &paths, frames, 3, background)
            })
            .collect();
        let all: Vec<_> = dirs.iter().map(|dir| files(dir.path())).collect();
        assert!(all[0].len() >= names.len() - 1 + frames);
        for (way, files) in all.iter().enumerate().skip(1) {
            for ((name, bytes), (other, others)) in all[0].iter().zip(files) {
                assert!(name == other && bytes == others, "{name} differs: dpi {dpi}, way {way}");
            }
            let (want, got) = (&receipts[0], &receipts[way]);
            assert_eq!((want.frames, want.duration, want.bytes), (got.frames, got.duration, got.bytes));
            assert!(got.times.drawing > Duration::ZERO);
        }
    }
}

/// Frame k is still k, and what a loop did to the figure, it finds there.
#[test]
fn frames_are_the_stills() {
    for seed in 0..if thorough() { 60 } else { 3 } {
        let frames = |background: bool| {
            let writer = MemoryWriter::new().fps(10);
            Scene::new().record(&writer, &["".into()], 40, seed, |_| background);
            writer.take()
        };
        for (k, (there, here)) in frames(true).iter().zip(frames(false)).enumerate() {
            assert!(*there == here, "frame {k} of {seed}");
        }
    }
    let (mut scene, writer, mut stills) = (Scene::new(), MemoryWriter::new(), Vec::new());
    let mut movie = writer.saving(&mut scene.fig, "").unwrap();
    movie.render_in_background(true);
    for (step, dice) in lcg(90, 11).chunks(3).enumerate() {
        edit(movie.figure_mut(), scene.keys, step, dice);
        movie.grab_frame().unwrap();
        stills.push(movie.figure().render());
    }
    movie.finish().unwrap();
    assert!(writer.take() == stills);
}

/// The renderer there keeps what stands still, as the one here does.
#[test]
fn what_stands_still_is_not_drawn_again() {
    let counted = Counted::default();
    let mut fig = Figure::pixels(200, 150);
    let ax = fig.add_axes();
    fig[ax].add(counted.clone());
    let moving = fig[ax].add(Line::empty());
    fig[ax].set_xlim(0.0, 1.0).set_ylim(0.0, 1.0);
    let mut movie = MemoryWriter::new().saving(&mut fig, "").unwrap();
    movie.render_in_background(true);
    for step in 0..9 {
        movie[moving].set_data([0.0, f64::from(step) / 9.0], [1.0, 0.5]);
        movie[ax].set_title(format!("step {step}"));
        movie.grab_frame().unwrap();
    }
    movie.finish().unwrap();
    assert_eq!(counted.drawn.get(), 2);
}

/// One is being encoded and three wait: there is no room for a fifth, whatever it would take to draw it.
#[test]
fn a_slow_encoder_makes_the_loop_wait() {
    let (tokens, gate) = channel();
    let writer = CallbackWriter::new(move |_| gate.recv().map_err(std::io::Error::other));
    let grabbed = AtomicU64::new(0);
    std::thread::scope(|scope| {
        let recording = scope.spawn(|| {
            let mut fig = Figure::pixels(32, 24);
            let mut movie = writer.saving(&mut fig, "slow").unwrap();
            movie.render_in_background(true);
            for _ in 0..9 {
                movie.grab_frame().unwrap();
                grabbed.fetch_add(1, Ordering::Relaxed);
            }
            movie.finish().unwrap()
        });
        for free in 4..9 {
            while grabbed.load(Ordering::Relaxed) < free {
                std::thread::sleep(Duration::from_millis(1));
            }
            std::thread::sleep(Duration::from_millis(20));
            assert_eq!(grabbed.load(Ordering::Relaxed), free);
            tokens.send(()).unwrap();
        }
        (0..9).for_each(|_| tokens.send(()).unwrap());
        let receipt = recording.join().unwrap();
        assert!(receipt.frames == 9 && receipt.times.waiting > Duration::from_millis(60), "{:?}", receipt.times);
    });
}

/// Whatever it is of.
#[test]
fn errors_come_back_as_before() {
    let dir = temp_dir::TempDir::new().unwrap();
    let mut left = 2;
    let writer = CallbackWriter::new(move |_| {
        left -= 1;
        if left < 0 { Err(std::io::Error::other("the reader hung up")) } else { Ok(()) }
    });
    let mut fig = Figure::pixels(64, 48);
    let mut movie = writer.saving(&mut fig, "pipe").unwrap();
    movie.render_in_background(true);
    let error = (0..100).find_map(|_| movie.grab_frame().err()).unwrap();
    assert!(error.to_string().contains("the reader hung up"), "{error}");
    assert_eq!(movie.grab_frame().unwrap_err().kind(), ErrorKind::Failed);
    assert_eq!(movie.finish().unwrap_err().kind(), ErrorKind::Failed);

    let mut movie = GifWriter::new().saving(&mut fig, dir.path().join("a.gif")).unwrap();
    movie.render_in_background(true);
    assert_eq!(movie.hold(1).unwrap_err().kind(), ErrorKind::BadOption);
    movie.grab_frame().unwrap();
    *movie.figure_mut() = Figure::pixels(65, 48);
    let error = movie.grab_frame().unwrap_err();
    assert_eq!((error.kind(), error.frames()), (ErrorKind::FrameSize, Some(1)));
    *movie.figure_mut() = Figure::pixels(64, 48);
    movie.grab_frame().unwrap();
    assert_eq!(movie.finish().unwrap().frames, 2);

    let movie = GifWriter::new().saving(&mut fig, dir.path().join("none.gif"));
    let mut movie = movie.unwrap();
    movie.render_in_background(true);
    assert_eq!(movie.finish().unwrap_err().kind(), ErrorKind::NoFrames);
    assert_eq!(files(dir.path()).len(), 1);
}

#[test]
fn dropped_it_keeps_all_that_was_grabbed() {
    let dir = temp_dir::TempDir::new().unwrap();
    let path = dir.path().join("early.gif");
    let mut scene = Scene::new();
    let told = std::sync::Arc::new(AtomicU64::new(0));
    let movie = GifWriter::new().saving(&mut scene.fig, &path).unwrap();
    let mut movie = movie.progress({
        let told = told.clone();
        move |done, _| told.store(done, Ordering::Relaxed)
    });
    movie.render_in_background(true);
    for step in 0..7 {
        movie[scene.keys.axs[0]].set_title(step.to_string());
        movie.grab_frame().unwrap();
    }
    drop(movie);
    assert_eq!((decode_gif(&path).len(), told.load(Ordering::Relaxed)), (7, 7));
}

/// Given up, it draws nothing more.
#[test]
fn aborted_it_leaves_nothing_and_draws_nothing_more() {
    let dir = temp_dir::TempDir::new().unwrap();
    let path = dir.path().join("a.gif");
    std::fs::write(&path, "yesterday").unwrap();
    let mut scene = Scene::new();
    let mut movie = GifWriter::new().saving(&mut scene.fig, &path).unwrap();
    movie.render_in_background(true);
    (0..3).for_each(|_| movie.grab_frame().unwrap());
    movie.abort();
    assert_eq!(files(dir.path()), [("a.gif".to_owned(), b"yesterday".to_vec())]);

    let (tokens, gate) = channel();
    let writer = CallbackWriter::new(move |_| gate.recv().map_err(std::io::Error::other));
    let counted = Counted::default();
    let ax = scene.fig.add_axes();
    let key = scene.fig[ax].add(counted.clone());
    let mut movie = writer.saving(&mut scene.fig, "slow").unwrap();
    movie.render_in_background(true);
    for _ in 0..4 {
        movie[key].set_alpha(1.0);
        movie.grab_frame().unwrap();
    }
    let opener = std::thread::spawn(move || {
        std::thread::sleep(Duration::from_millis(200));
        (0..4).for_each(|_| _ = tokens.send(()));
    });
    movie.abort();
    opener.join().unwrap();
    assert_eq!(counted.drawn.get(), 1);
}

/// A step of a simulation that adds a point takes no copy of all points, however many snapshots wait.
#[test]
fn a_line_that_grows_while_snapshots_are_held_copies_what_is_new() {
    let n = 2_000_000;
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let line = fig[ax].add(Line::new(0..n, 0..n));
    let mut held = VecDeque::new();
    let mut step = |k: i32| {
        held.push_back(fig.clone());
        if held.len() > 4 {
            held.pop_front();
        }
        fig[line].push(k, k);
    };
    // until all memory is there that is needed
    (0..8).for_each(&mut step);
    let start = Instant::now();
    (8..108).for_each(&mut step);
    let hundred = start.elapsed();
    let start = Instant::now();
    let copy = fig[line].xdata().to_vec();
    assert_eq!(copy.len(), n as usize + 108);
    let one_copy = start.elapsed();
    assert!(hundred < 10 * one_copy, "a hundred steps took {hundred:?}, one copy {one_copy:?}");
    assert!(held.iter().enumerate().all(|(k, fig)| fig[line].ydata().len() == n as usize + 104 + k));
}
