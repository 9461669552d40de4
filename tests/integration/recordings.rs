//! A loop becomes a movie: every frame that was grabbed is in the file, and the right one.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use grabframe::prelude::*;
use grabframe::{Encoder, Error, ErrorKind, Receipt, Target};

use crate::tools::{decode, decode_gif, have, lcg};

/// A small random walk, with a title that changes; the stills are what a new renderer draws.
struct Walk {
    fig: Figure,
    ax: Key<Axes>,
    line: Key<Line>,
}

impl Walk {
    fn new() -> Self {
        let mut fig = Figure::pixels(240, 180);
        let ax = fig.add_axes();
        let line = fig[ax].add(Line::empty().fmt("k-o").markersize(3.0));
        fig[ax].set_xlim(-2.0, 2.0).set_ylim(-2.0, 2.0);
        Self { fig, ax, line }
    }

    fn record(&mut self, writer: &impl Writer, path: &Path, steps: usize) -> grabframe::Result<(Receipt, Vec<Frame>)> {
        let (ax, line) = (self.ax, self.line);
        let (x, y) = (lcg(steps, 1), lcg(steps, 2));
        let mut movie = writer.saving(&mut self.fig, path)?;
        let mut stills = Vec::new();
        for step in 0..steps {
            movie[line].set_data(&x[..step], &y[..step]);
            movie[ax].set_title(format!("step {step}"));
            movie.grab_frame()?;
            stills.push(movie.figure().render());
        }
        Ok((movie.finish()?, stills))
    }
}

/// Nothing but these names is in the folder.
fn assert_only(dir: &Path, names: &[&str]) {
    let mut found: Vec<String> =
        std::fs::read_dir(dir).unwrap().map(|e| e.unwrap().file_name().to_string_lossy().into_owned()).collect();
    found.sort();
    assert_eq!(found, names);
}

#[test]
fn every_frame_of_a_gif_is_the_still() {
    let dir = temp_dir::TempDir::new().unwrap();
    let path = dir.path().join("walk.gif");
    let (receipt, stills) = Walk::new().record(&GifWriter::new().fps(15), &path, 40).unwrap();
    assert_eq!((receipt.frames, receipt.width, receipt.height), (40, 240, 180));
    assert_eq!(receipt.bytes, std::fs::metadata(&path).unwrap().len());
    assert_eq!(receipt.path, path);
    let decoded = decode_gif(&path);
    assert_eq!(decoded.len(), 40);
    for (k, ((frame, _), still)) in decoded.iter().zip(&stills).enumerate() {
        assert!(frame == still, "frame {k} of the GIF is not still {k}");
    }
    let total: u32 = decoded.iter().map(|(_, delay)| u32::from(*delay)).sum();
    assert!(total.abs_diff(267) <= 1, "40 frames at 15 fps are 2.667 s, not {total} hundredths");
    assert_only(dir.path(), &["walk.gif"]);

    if have("ffmpeg", "decoding a GIF with ffmpeg") {
        let last = decode(&path, 240, 180).pop().unwrap();
        assert!(last == stills[39]);
    }
}

#[test]
fn a_hold_lengthens_the_last_frame() {
    let dir = temp_dir::TempDir::new().unwrap();
    let path = dir.path().join("hold.gif");
    let mut walk = Walk::new();
    let mut movie = GifWriter::new().fps(10).saving(&mut walk.fig, &path).unwrap();
    assert!(matches!(movie.hold(1.0), Err(ref e) if e.kind() == ErrorKind::BadOption));
    movie.grab_frame().unwrap();
    movie.hold(2.0).unwrap();
    movie[walk.ax].set_title("after");
    movie.grab_frame().unwrap();
    assert!(movie.hold(f64::NAN).is_err());
    let receipt = movie.finish().unwrap();
    assert_eq!((receipt.frames, receipt.duration.as_millis()), (2, 2200));
    let delays: Vec<u16> = decode_gif(&path).iter().map(|(_, delay)| *delay).collect();
    assert_eq!(delays, [210, 10]);
}

#[test]
fn frames_in_memory_are_the_stills() {
    let writer = MemoryWriter::new();
    let (receipt, stills) = Walk::new().record(&writer, Path::new("nowhere"), 9).unwrap();
    assert_eq!(receipt.frames, 9);
    assert!(writer.take() == stills);
    assert!(writer.take().is_empty());
}

#[test]
fn a_sequence_of_stills() {
    let dir = temp_dir::TempDir::new().unwrap();
    let (receipt, stills) = Walk::new().record(&PngSequenceWriter::new(), &dir.path().join("s-%02d.png"), 3).unwrap();
    assert_only(dir.path(), &["s-00.png", "s-01.png", "s-02.png"]);
    let bytes: u64 = (0..3).map(|k| std::fs::metadata(dir.path().join(format!("s-{k:02}.png"))).unwrap().len()).sum();
    assert_eq!(receipt.bytes, bytes);
    for (k, still) in stills.iter().enumerate() {
        assert!(Frame::open(dir.path().join(format!("s-{k:02}.png"))).unwrap() == *still);
    }
}

#[test]
fn no_frames_is_an_error_and_no_file() {
    let dir = temp_dir::TempDir::new().unwrap();
    let mut fig = Figure::pixels(64, 48);
    let movie = GifWriter::new().saving(&mut fig, dir.path().join("none.gif")).unwrap();
    assert!(matches!(movie.finish(), Err(ref e) if e.kind() == ErrorKind::NoFrames));
    drop(GifWriter::new().saving(&mut fig, dir.path().join("none.gif")).unwrap());
    assert_only(dir.path(), &[]);
}

#[test]
fn dropped_or_panicked_it_keeps_what_was_grabbed() {
    let dir = temp_dir::TempDir::new().unwrap();
    let path = dir.path().join("early.gif");
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        let mut walk = Walk::new();
        let mut movie = GifWriter::new().saving(&mut walk.fig, &path).unwrap();
        for step in 0..7 {
            assert!(step < 5, "the simulation blew up");
            movie[walk.ax].set_title(step.to_string());
            movie.grab_frame().unwrap();
        }
    }));
    assert!(outcome.is_err());
    assert_eq!(decode_gif(&path).len(), 5);
    assert_only(dir.path(), &["early.gif"]);
}

#[test]
fn aborted_it_leaves_yesterdays_file() {
    let dir = temp_dir::TempDir::new().unwrap();
    let path = dir.path().join("movie.gif");
    std::fs::write(&path, "yesterday").unwrap();
    let mut fig = Figure::pixels(64, 48);
    let mut movie = GifWriter::new().saving(&mut fig, &path).unwrap();
    movie.grab_frame().unwrap();
    movie.abort();
    assert_eq!(std::fs::read(&path).unwrap(), b"yesterday");
    assert_only(dir.path(), &["movie.gif"]);
}

#[test]
fn another_size_is_refused_by_name() {
    let dir = temp_dir::TempDir::new().unwrap();
    let mut fig = Figure::pixels(64, 48);
    let mut movie = GifWriter::new().saving(&mut fig, dir.path().join("a.gif")).unwrap();
    movie.grab_frame().unwrap();
    *movie.figure_mut() = Figure::pixels(65, 48);
    let error = movie.grab_frame().unwrap_err();
    assert_eq!((error.kind(), error.frames()), (ErrorKind::FrameSize, Some(1)));
    assert!(error.to_string().contains("65x48") && error.to_string().contains("64x48"), "{error}");
    *movie.figure_mut() = Figure::pixels(64, 48);
    movie.grab_frame().unwrap();
    assert_eq!(movie.finish().unwrap().frames, 2);

    let mut movie = GifWriter::new().open(dir.path().join("b.gif"), (8, 8)).unwrap();
    assert!(movie.write_frame(&Frame::new(8, 9)).is_err());
    movie.write_frame(&Frame::new(8, 8)).unwrap();
    movie.finish().unwrap();
}

#[test]
fn what_cannot_be_is_refused_before_the_first_frame() {
    let mut fig = Figure::pixels(64, 48);
    let dir = temp_dir::TempDir::new().unwrap();
    let at = |name: &str| dir.path().join(name);
    let missing = GifWriter::new().saving(&mut fig, at("no/such/a.gif")).unwrap_err();
    assert_eq!(missing.kind(), ErrorKind::MissingFolder, "{missing}");
    let unknown = AutoWriter::new().saving(&mut fig, at("a.xyz")).unwrap_err();
    assert!(unknown.to_string().contains("gif, mp4"), "{unknown}");
    let none = AutoWriter::new().saving(&mut fig, at("movie")).unwrap_err();
    assert_eq!(none.kind(), ErrorKind::UnknownFormat, "{none}");
    for fps in [0.0, -5.0, f64::NAN, f64::INFINITY] {
        let bad = GifWriter::new().fps(fps).saving(&mut fig, at("a.gif")).unwrap_err();
        assert_eq!(bad.kind(), ErrorKind::BadFps, "{bad}");
    }
    let fast = GifWriter::new().fps(60).saving(&mut fig, at("a.gif")).unwrap_err();
    assert!(fast.to_string().contains("50"), "{fast}");
    let dpi = GifWriter::new().dpi(-1.0).saving(&mut fig, at("a.gif")).unwrap_err();
    assert_eq!(dpi.kind(), ErrorKind::BadOption, "{dpi}");
    assert_only(dir.path(), &[]);
}

#[test]
fn dpi_of_a_writer_scales_the_figure() {
    let dir = temp_dir::TempDir::new().unwrap();
    let mut fig = Figure::inches(2.0, 1.5);
    let mut movie = GifWriter::new().dpi(200.0).saving(&mut fig, dir.path().join("a.gif")).unwrap();
    movie.grab_frame().unwrap();
    let receipt = movie.finish().unwrap();
    assert_eq!((receipt.width, receipt.height), (400, 300));
}

/// An encoder that fails after a while, for what comes back and when.
struct Failing {
    after: u32,
    panics: bool,
}

impl Encoder for Failing {
    fn write(&mut self, _: &Frame) -> grabframe::Result<()> {
        if self.after == 0 {
            assert!(!self.panics, "out of luck");
            return Err(Error::encode("x", "out of luck"));
        }
        self.after -= 1;
        Ok(())
    }
    fn hold(&mut self, _: f64) -> grabframe::Result<()> {
        Ok(())
    }
    fn finish(self: Box<Self>) -> grabframe::Result<grabframe::Encoded> {
        Ok(grabframe::Encoded::default())
    }
    fn abort(self: Box<Self>) {}
}

struct FailingWriter {
    after: u32,
    panics: bool,
}

impl Writer for FailingWriter {
    fn frame_rate(&self) -> Fps {
        Fps::new(30, 1)
    }
    fn encoder(&self, _: &Target<'_>) -> grabframe::Result<Box<dyn Encoder>> {
        Ok(Box::new(Failing { after: self.after, panics: self.panics }))
    }
}

#[test]
fn an_error_of_the_encoder_comes_back_once_and_is_remembered() {
    for panics in [false, true] {
        let mut movie = FailingWriter { after: 3, panics }.open("x", (8, 8)).unwrap();
        let frame = Frame::new(8, 8);
        let error = (0..100).find_map(|_| movie.write_frame(&frame).err()).expect("it never failed");
        assert!(error.to_string().contains("out of luck"), "{error}");
        let again = movie.write_frame(&frame).unwrap_err();
        assert!(again.kind() == ErrorKind::Failed && again.to_string().contains("out of luck"), "{again}");
        assert!(matches!(movie.finish(), Err(ref e) if e.kind() == ErrorKind::Failed));
        // too late for a frame, in time for the end
        let mut movie = FailingWriter { after: 1, panics }.open("x", (8, 8)).unwrap();
        let first = movie.write_frame(&frame).and_then(|()| movie.write_frame(&frame));
        assert!(first.is_err() || movie.finish().is_err());
    }
}

/// A recording that has its figure is a part of something, and goes where that goes.
#[test]
fn a_recording_may_have_its_figure() {
    struct Simulation {
        movie: Recording<'static>,
        ax: Key<Axes>,
    }
    let (dir, walk) = (temp_dir::TempDir::new().unwrap(), Walk::new());
    let paths = [dir.path().join("own.gif"), dir.path().join("own.apng")];
    let mut lent = walk.fig.clone();
    let run = |mut simulation: Simulation| {
        for step in 0..4 {
            simulation.movie[simulation.ax].set_title(step.to_string());
            simulation.movie.grab_frame().unwrap();
        }
        simulation.movie.finish_with_figure().unwrap()
    };
    let movie = AutoWriter::new().saving_all(walk.fig, &paths).unwrap();
    let simulation = Simulation { movie, ax: walk.ax };
    let (receipt, fig) = std::thread::spawn(move || run(simulation)).join().unwrap();
    assert_eq!((receipt.frames, decode_gif(&paths[0]).len()), (4, 4));
    assert!(decode_gif(&paths[0])[3].0 == fig.render());

    // and of one that it was lent, it gives a clone
    let memory = MemoryWriter::new();
    let mut movie = memory.saving(&mut lent, "").unwrap();
    movie[walk.ax].set_title("3");
    movie.grab_frame().unwrap();
    let (_, clone) = movie.finish_with_figure().unwrap();
    assert!(clone.render() == fig.render() && lent.render() == fig.render());
    assert!(memory.take()[0] == clone.render());

    // loops that are written already, too, and their frames
    fn frames(fig: Figure, ax: Key<Axes>) -> impl Iterator<Item = Frame> + 'static {
        animate(fig, 0..3, move |fig, step: i32| _ = fig[ax].set_title(step.to_string())).frames()
    }
    assert!(frames(lent, walk.ax).last().unwrap() != clone.render());
    let dot = |fig: &mut Figure| fig[walk.ax].scatter([0.0], [0.0]);
    let (mut fig, path) = (fig, dir.path().join("dots.gif"));
    let dots = [dot(&mut fig), dot(&mut fig)];
    assert_eq!(animate_artists(fig, dots).save(path).unwrap().frames, 2);
}

#[test]
fn loops_that_are_written_already() {
    let dir = temp_dir::TempDir::new().unwrap();
    let mut fig = Figure::pixels(200, 150);
    let ax = fig.add_axes();
    let line = fig[ax].plot([0.0, 1.0], [0.0, 1.0]);
    let mut seen = Vec::new();
    let path = dir.path().join("func.gif");
    let receipt = animate(&mut fig, 0..6, |fig, i| {
        fig[line].set_ydata([0.0, f64::from(i)]);
        fig[ax].set_title(format!("frame {i}"));
    })
    .interval(100.0)
    .repeat_delay(500.0)
    .progress(|done, total| seen.push((done, total)))
    .save(&path)
    .unwrap();
    assert_eq!((receipt.frames, receipt.fps), (6, Fps::new(10, 1)));
    assert_eq!(seen, (1..=6).map(|k| (k, Some(6))).collect::<Vec<_>>());
    let delays: Vec<u16> = decode_gif(&path).iter().map(|(_, delay)| *delay).collect();
    assert_eq!(delays, [10, 10, 10, 10, 10, 60]);
}

#[test]
fn each_set_of_artists_has_its_frame_and_its_title() {
    let dir = temp_dir::TempDir::new().unwrap();
    let path = dir.path().join("sets.gif");
    let mut fig = Figure::pixels(240, 180);
    let ax = fig.add_axes();
    fig[ax].set_xlim(0.0, 4.0).set_ylim(0.0, 4.0);
    let base = fig.clone();
    let sets: Vec<ArtistSet> = (0..4)
        .map(|i| {
            let t = f64::from(i);
            let dot = fig[ax].add(Scatter::new([t], [t]).color("k"));
            let words = fig[ax].text(t, t, format!("at {i}"));
            ArtistSet::new([dot.into(), words.into()]).title(ax, format!("title {i}"))
        })
        .collect();
    animate_artists(&mut fig, sets).fps(10).save(&path).unwrap();
    let decoded = decode_gif(&path);
    assert_eq!(decoded.len(), 4);
    for (i, (frame, _)) in decoded.iter().enumerate() {
        let t = i as f64;
        let mut alone = base.clone();
        alone[ax].add(Scatter::new([t], [t]).color("k"));
        alone[ax].text(t, t, format!("at {i}"));
        alone[ax].set_title(format!("title {i}"));
        assert!(*frame == alone.render(), "frame {i} shows something else than its own set and title");
    }
}

#[test]
fn arrays_become_frames() {
    let dir = temp_dir::TempDir::new().unwrap();
    let path = dir.path().join("arrays.gif");
    let picture = |k: usize| {
        ndarray::Array3::from_shape_fn((6, 9, 3), |(row, col, c)| if c == k { (20 * (row + col)) as u8 } else { 0 })
    };
    let mut movie = AutoWriter::new().fps(10).open(&path, (9, 6)).unwrap();
    for k in 0..3 {
        movie.write_array(picture(k).view()).unwrap();
    }
    // any memory order: a transposed array has another one
    let turned = ndarray::Array3::from_shape_fn((9, 6, 3), |(col, row, c)| picture(1)[[row, col, c]]);
    movie.write_array(turned.view().permuted_axes([1, 0, 2])).unwrap();
    assert!(movie.write_array(ndarray::Array3::zeros((9, 6, 3)).view()).is_err());
    assert_eq!(movie.finish().unwrap().frames, 4);
    for ((frame, _), k) in decode_gif(&path).iter().zip([0, 1, 2, 1]) {
        assert_eq!(frame.view(), picture(k).view());
        assert!(Frame::from_array(picture(k).view()) == *frame);
    }
}

#[test]
fn grey_and_transparent_arrays_become_frames() {
    let writer = MemoryWriter::new();
    let mut movie = writer.open("arrays", (9, 6)).unwrap();
    let grey = ndarray::Array2::from_shape_fn((6, 9), |(row, col)| (20 * row + col) as u8);
    movie.write_array(&grey).unwrap();
    movie.write_array(grey.view().insert_axis(ndarray::Axis(2))).unwrap();
    let clear = ndarray::Array3::from_shape_fn((6, 9, 4), |(_, col, c)| [255, 0, 0, [0, 128, 255][col % 3]][c]);
    movie.write_array(clear.view()).unwrap();
    // what is of another size is an error, and what is no picture a mistake of the program's
    assert!(
        matches!(movie.write_array(grey.t()), Err(ref e) if (e.kind(), e.frames()) == (ErrorKind::FrameSize, Some(3)))
    );
    for channels in [0, 2, 5] {
        let none = ndarray::Array3::<u8>::zeros((6, 9, channels));
        let panic = catch_unwind(AssertUnwindSafe(|| movie.write_array(&none)));
        let words = *panic.unwrap_err().downcast::<String>().unwrap();
        assert!(words.contains("x 3 (RGB)") && words.ends_with(&format!("got 6 x 9 x {channels}")), "{words}");
    }
    movie.finish().unwrap();
    let frames = writer.take();
    assert_eq!(frames.len(), 3);
    for (row, col) in (0..6).flat_map(|row| (0..9).map(move |col| (row, col))) {
        let level = grey[[row, col]];
        assert_eq!(frames[0].pixel(col as u32, row as u32), [level; 3]);
        let on_white = [[255, 255, 255], [255, 127, 127], [255, 0, 0]][col % 3];
        assert_eq!(frames[2].pixel(col as u32, row as u32), on_white);
    }
    assert!(frames[0] == frames[1]);
}

#[test]
fn a_leaked_recording_hurts_nobody() {
    let dir = temp_dir::TempDir::new().unwrap();
    let mut fig = Figure::pixels(64, 48);
    let mut movie = GifWriter::new().saving(&mut fig, dir.path().join("leak.gif")).unwrap();
    movie.grab_frame().unwrap();
    std::mem::forget(movie);
    let mut again = GifWriter::new().saving(&mut fig, dir.path().join("other.gif")).unwrap();
    again.grab_frame().unwrap();
    again.finish().unwrap();
}

#[test]
fn one_loop_makes_several_files() {
    let dir = temp_dir::TempDir::new().unwrap();
    let paths = [dir.path().join("a.gif"), dir.path().join("b.apng"), dir.path().join("c-%02d.png")];
    let mut walk = Walk::new();
    let mut movie = AutoWriter::new().fps(10).saving_all(&mut walk.fig, &paths).unwrap();
    let mut stills = Vec::new();
    for k in 0..4 {
        movie[walk.ax].set_title(format!("step {k}"));
        movie.grab_frame().unwrap();
        stills.push(movie.figure().render());
    }
    let receipt = movie.finish().unwrap();
    assert_eq!((receipt.frames, &receipt.path), (4, &paths[0]));
    assert!(receipt.notes.iter().any(|note| note.contains("b.apng")), "{:?}", receipt.notes);
    let names = ["a.gif", "b.apng", "c-00.png", "c-01.png", "c-02.png", "c-03.png"];
    assert_only(dir.path(), &names);
    assert_eq!(receipt.bytes, std::fs::metadata(&paths[0]).unwrap().len());
    for path in &paths {
        let frames: Vec<Frame> = Video::open(path).unwrap().frames().map(Result::unwrap).collect();
        assert!(frames == stills, "{} has other frames", path.display());
    }
    // one that cannot be written: nothing begins
    let bad = [dir.path().join("d.gif"), dir.path().join("no/e.gif")];
    assert!(AutoWriter::new().saving_all(&mut walk.fig, &bad).is_err());
    let none: [&Path; 0] = [];
    assert!(
        matches!(AutoWriter::new().saving_all(&mut walk.fig, &none), Err(ref e) if e.kind() == ErrorKind::BadOption)
    );
    assert_only(dir.path(), &names);
}

/// Fails in its second half, beside one that does not.
struct HalfWriter;

impl Writer for HalfWriter {
    fn frame_rate(&self) -> Fps {
        Fps::new(10, 1)
    }
    fn encoder(&self, target: &Target<'_>) -> grabframe::Result<Box<dyn Encoder>> {
        if target.path.extension().is_some_and(|e| e == "gif") {
            return GifWriter::new().fps(10).encoder(target);
        }
        Ok(Box::new(Failing { after: 3, panics: false }))
    }
}

#[test]
fn of_several_files_one_that_fails_does_not_take_the_others_along() {
    let dir = temp_dir::TempDir::new().unwrap();
    let gif = dir.path().join("kept.gif");
    let mut walk = Walk::new();
    let mut movie = HalfWriter.saving_all(&mut walk.fig, &[dir.path().join("x.bad"), gif.clone()]).unwrap();
    let error = (0..100)
        .find_map(|k| {
            movie[walk.ax].set_title(k.to_string());
            movie.grab_frame().err()
        })
        .expect("it never failed");
    assert!(error.to_string().contains("out of luck"), "{error}");
    assert!(movie.finish().is_err());
    assert_eq!(
        decode_gif(&gif).len(),
        4,
        "the frames before the failure are kept, and the one at which the other file failed"
    );
}

#[test]
fn the_receipt_says_where_the_time_went() {
    let dir = temp_dir::TempDir::new().unwrap();
    let start = std::time::Instant::now();
    let (receipt, _) = Walk::new().record(&GifWriter::new(), &dir.path().join("a.gif"), 20).unwrap();
    let all = start.elapsed();
    let times = receipt.times;
    assert!(times.drawing > std::time::Duration::ZERO && times.encoding > std::time::Duration::ZERO, "{times:?}");
    // drawing and waiting are parts of the loop, one after the other
    assert!(times.drawing + times.waiting <= all, "{times:?} of {all:?}");
    assert_eq!((receipt.command, times.converting), (None, std::time::Duration::ZERO));
    if have("ffmpeg", "the command line in the receipt") {
        let writer = FfmpegWriter::new().preset("ultrafast");
        let (receipt, _) = Walk::new().record(&writer, &dir.path().join("a.mp4"), 3).unwrap();
        assert!(receipt.times.converting > std::time::Duration::ZERO, "{:?}", receipt.times);
        let (safe, _) = Walk::new().record(&AutoWriter::new().crash_safe(), &dir.path().join("safe.mov"), 3).unwrap();
        assert!(safe.command.unwrap().contains("frag_keyframe"));
        let (plain, _) = Walk::new().record(&AutoWriter::new(), &dir.path().join("plain.mov"), 3).unwrap();
        assert!(!plain.command.unwrap().contains("frag_keyframe"));
        let command = receipt.command.unwrap();
        assert!(command.contains("ffmpeg") && command.contains("-preset ultrafast"), "{command}");
    }
}

#[test]
fn parameters_of_the_run_are_read_back() {
    let dir = temp_dir::TempDir::new().unwrap();
    let mut names = vec!["a.gif", "a.apng", "a.webp", "a.avi"];
    if have("ffmpeg", "parameters in an .mkv") {
        names.push("a.mkv");
    }
    for name in names {
        let path = dir.path().join(name);
        let writer = AutoWriter::new().metadata("comment", "run 7").parameters([("feed", 0.037), ("kill", 0.06)]);
        let mut movie = writer.open(&path, (16, 16)).unwrap();
        movie.write_frame(&Frame::new(16, 16)).unwrap();
        movie.finish().unwrap();
        if name.ends_with("webp") {
            // its metadata is looked at by the tests of the format; reading it back is not there yet
            assert!(std::fs::read(&path).unwrap().windows(12).any(|w| w == b"feed = 0.037"), "{name}");
            continue;
        }
        if name.ends_with("avi") && !have("ffmpeg", "reading an .avi") {
            continue;
        }
        let video = Video::open(&path).unwrap();
        let comment = video.metadata_value("comment").unwrap_or_default();
        assert!(comment.starts_with("run 7"), "{name}: {comment:?}");
        assert!(comment.contains("feed = 0.037") && comment.contains("kill = 0.06"), "{name}: {comment:?}");
    }
}
