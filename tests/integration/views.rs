//! Who looks at a recording while it runs: the movie is the same, and what views are told is true.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use grabframe::prelude::*;
use grabframe::{Encoded, Encoder, Error, ErrorKind, Result, Shown, Target, View};

/// How a view was called.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Call {
    Offer,
    Rest,
    Finish,
}

type Calls = Arc<Mutex<Vec<(Call, Frame, Shown)>>>;

/// Notes all that it is told.
#[derive(Clone, Default)]
struct Spy(Calls);

impl Spy {
    fn add(&self, call: Call, frame: &Frame, shown: &Shown) {
        self.0.lock().unwrap().push((call, frame.clone(), shown.clone()));
    }

    fn calls(&self) -> Vec<(Call, Frame, Shown)> {
        self.0.lock().unwrap().iter().filter(|(call, ..)| *call != Call::Rest).cloned().collect()
    }
}

impl View for Spy {
    fn offer(&mut self, frame: &Frame, shown: &Shown) {
        self.add(Call::Offer, frame, shown);
    }

    fn rest(&mut self, last: &Frame, shown: &Shown) {
        self.add(Call::Rest, last, shown);
    }

    fn finish(&mut self, last: &Frame, shown: &Shown) {
        self.add(Call::Finish, last, shown);
    }
}

/// Panics at the frame of this number.
struct Falls(u64);

impl View for Falls {
    fn offer(&mut self, _: &Frame, shown: &Shown) {
        assert!(shown.frames < self.0, "it fell");
    }
}

impl Drop for Falls {
    fn drop(&mut self) {
        assert!(std::thread::panicking(), "and when it was dropped, too");
    }
}

/// Records frames that grow and are held, with views that are added before the frames of these numbers.
fn record(
    writer: &impl Writer,
    paths: &[PathBuf],
    background: bool,
    mut add: impl FnMut(u32, &mut Recording<'_>),
) -> Receipt {
    let mut fig = Figure::pixels(96, 64);
    let ax = fig.add_axes();
    let line = fig[ax].add(Line::empty().fmt("k-o"));
    let mut movie = writer.saving_all(&mut fig, paths).unwrap().expect_frames(9);
    movie.render_in_background(background);
    for step in 0..9 {
        add(step, &mut movie);
        movie[line].push(f64::from(step), f64::from(step * step));
        movie.grab_frame().unwrap();
        if step == 3 {
            movie.hold(0.5).unwrap();
        }
    }
    movie.finish().unwrap()
}

#[test]
fn the_movie_is_the_same_with_views() {
    let names = [
        "a.gif",
        "a.apng",
        "a.webp",
        "a.avi",
        "a-%03d.png",
        #[cfg(feature = "mp4")]
        "a.mp4",
    ];
    for background in [false, true] {
        let dirs = [(); 2].map(|()| temp_dir::TempDir::new().unwrap());
        let mut notes = Vec::new();
        for (views, dir) in [false, true].into_iter().zip(&dirs) {
            let paths: Vec<PathBuf> = names.iter().map(|name| dir.path().join(name)).collect();
            let receipt = record(&AutoWriter::new().fps(10), &paths, background, |step, movie| match step {
                0 if views => _ = movie.add_view(Spy::default()).add_view(Falls(3)),
                5 if views => _ = movie.add_view(Box::new(Spy::default()) as Box<dyn View>),
                _ => {}
            });
            notes.push(receipt.notes.into_iter().filter(|note| note.contains("a view panicked")).collect::<Vec<_>>());
        }
        let mut compared = 0;
        for entry in std::fs::read_dir(dirs[0].path()).unwrap() {
            let path = entry.unwrap().path();
            let other = dirs[1].path().join(path.file_name().unwrap());
            assert!(std::fs::read(&path).unwrap() == std::fs::read(other).unwrap(), "{} differs", path.display());
            compared += 1;
        }
        assert!(compared >= names.len() + 8, "{compared} files");
        assert_eq!(notes[0], [""; 0]);
        assert_eq!(notes[1], ["a view panicked at frame 3 and saw no more: it fell"]);
    }
}

#[test]
fn frames_come_as_they_are_encoded() {
    for background in [false, true] {
        let (writer, first, second) = (MemoryWriter::new().fps(4), Spy::default(), Spy::default());
        let receipt = record(&writer, &["a".into()], background, |step, movie| match step {
            0 => _ = movie.add_view(first.clone()),
            6 => _ = movie.add_view(second.clone()),
            _ => {}
        });
        let (stills, calls) = (writer.take(), first.calls());
        assert_eq!(calls.len(), 10);
        for (k, (call, frame, shown)) in calls.iter().enumerate() {
            let last = k == 9;
            assert_eq!(*call, if last { Call::Finish } else { Call::Offer });
            // what is held is in memory as often as it is shown
            let still = if k > 3 { k.min(8) + 2 } else { k };
            assert!(*frame == stills[still], "frame {k}");
            assert_eq!(shown.frames, (k as u64 + 1).min(9));
            assert_eq!(shown.time, Duration::from_millis(250 * k.min(8) as u64 + if k > 3 { 500 } else { 0 }));
            assert_eq!((shown.total, shown.fps, shown.size), (Some(9), Some(Fps::from(4)), Size::new(96, 64)));
            assert_eq!(shown.path.to_str(), Some("a"));
            assert_eq!(shown.ended, last.then(|| receipt.to_string()));
        }
        assert!(calls.windows(2).all(|pair| pair[0].2.elapsed <= pair[1].2.elapsed));
        let numbers: Vec<u64> = second.calls().iter().map(|(.., shown)| shown.frames).collect();
        assert_eq!(numbers, [7, 8, 9, 9], "of one that came later");
    }
}

#[test]
fn a_loop_at_rest_is_told() {
    let spy = Spy::default();
    let mut movie = MemoryWriter::new().open("", (8, 8)).unwrap();
    movie.add_view(spy.clone());
    movie.write_frame(&Frame::new(8, 8)).unwrap();
    while !spy.0.lock().unwrap().iter().any(|(call, ..)| *call == Call::Rest) {
        std::thread::sleep(Duration::from_millis(5));
    }
    movie.finish().unwrap();
    let (_, frame, shown) = spy.0.lock().unwrap()[1].clone();
    assert_eq!((frame, shown.frames, shown.ended), (Frame::new(8, 8), 1, None));
}

#[test]
fn loops_that_are_written_already_are_seen() {
    for parallel in [false, true] {
        let (writer, spy, mut fig) = (MemoryWriter::new(), Spy::default(), Figure::pixels(64, 48));
        let ax = fig.add_axes();
        let animation = animate(&mut fig, 0..5, |fig, i| _ = fig[ax].set_title(i.to_string())).add_view(spy.clone());
        let animation = if parallel { animation.parallel() } else { animation };
        animation.save_with(&writer, "").unwrap();
        let (stills, calls) = (writer.take(), spy.calls());
        assert_eq!((stills.len(), calls.len()), (5, 6));
        assert!(stills.iter().zip(&calls).all(|(still, (_, frame, shown))| still == frame && shown.total == Some(5)));
    }
}

#[cfg(feature = "plotters")]
#[test]
fn programs_for_plotters_are_seen() {
    use plotters::prelude::*;

    let spy = Spy::default();
    let backend = grabframe::RecorderBackend::new(&MemoryWriter::new(), "", (20, 10)).unwrap();
    let movie = backend.movie();
    movie.add_view(spy.clone()).unwrap();
    let area = backend.into_drawing_area();
    area.fill(&RED).unwrap();
    area.present().unwrap();
    movie.finish().unwrap();
    assert_eq!(spy.calls().len(), 2);
    assert_eq!(spy.calls()[0].1.pixel(3, 3), [255, 0, 0]);
}

/// Fails at the second frame.
struct Full;

struct FullWriter;

impl Writer for FullWriter {
    fn frame_rate(&self) -> Fps {
        Fps::from(1)
    }

    fn encoder(&self, _: &Target<'_>) -> Result<Box<dyn Encoder>> {
        Ok(Box::new(Full))
    }
}

impl Encoder for Full {
    fn write(&mut self, frame: &Frame) -> Result<()> {
        if frame.as_rgb()[0] == 2 { Err(Error::encode("full.raw", "the disk is full")) } else { Ok(()) }
    }

    fn hold(&mut self, _: f64) -> Result<()> {
        Ok(())
    }

    fn finish(self: Box<Self>) -> Result<Encoded> {
        Ok(Encoded::new("none", 0))
    }

    fn abort(self: Box<Self>) {}
}

/// However it ends, views see the last frame, once, and hear why.
#[test]
fn every_end_is_told() {
    let frame = |level: u8| Frame::from_rgb(8, 8, vec![level; 192]);
    type End = fn(MovieFile);
    let ends: [(u8, End, &str); 4] = [
        (1, |movie| assert_eq!(movie.finish().unwrap().frames, 1), "1 frame, 1.00 s"),
        (1, drop, "1 frame, 1.00 s"),
        (1, MovieFile::abort, "given up"),
        (2, |movie| assert_eq!(movie.finish().unwrap_err().kind(), ErrorKind::Encode), "the disk is full"),
    ];
    for (level, end, said) in ends {
        let spy = Spy::default();
        let mut movie = FullWriter.open("full.raw", (8, 8)).unwrap();
        movie.add_view(spy.clone());
        movie.write_frame(&frame(level)).unwrap();
        end(movie);
        let calls = spy.calls();
        assert_eq!(calls.iter().map(|(call, ..)| *call).collect::<Vec<_>>(), [Call::Offer, Call::Finish], "{said}");
        let (_, last, shown) = &calls[1];
        assert!(*last == frame(level));
        assert!(shown.ended.as_ref().unwrap().contains(said), "{:?} is not {said}", shown.ended);
        assert_eq!(Arc::strong_count(&spy.0), 1, "and nobody holds it any more");
    }
    // a figure that cannot be drawn, in the background: the frame before is the last
    let (spy, mut fig) = (Spy::default(), Figure::pixels(32, 32));
    let mut movie = MemoryWriter::new().saving(&mut fig, "").unwrap();
    movie.render_in_background(true).add_view(spy.clone());
    movie.grab_frame().unwrap();
    movie.figure_mut().set_size_inches(1, 2);
    assert_eq!(movie.grab_frame().unwrap_err().kind(), ErrorKind::FrameSize);
    movie.finish().unwrap();
    assert_eq!(spy.calls().len(), 2);
    // and without a frame there is nothing to see
    let spy = Spy::default();
    let mut movie = FullWriter.open("full.raw", (8, 8)).unwrap();
    movie.add_view(spy.clone());
    assert_eq!(movie.finish().unwrap_err().kind(), ErrorKind::NoFrames);
    assert_eq!(spy.0.lock().unwrap().len(), 0);
}
