//! A movie that takes pictures, without a figure.

use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::canvas::Frame;
use crate::data::Number;
use crate::encode::hold::checked_hold;
use crate::encode::{Encoder, Fps};
use crate::error::{Error, Result};
use crate::geom::Size;
use crate::record::Receipt;
use crate::record::enlarge::Enlarge;
use crate::record::snapshot::Snapshot;
use crate::record::views::Views;
use crate::record::worker::Worker;
use crate::view::View;

/// A movie being written from pictures: what [`Writer::open`](crate::Writer::open) returns.
///
/// Frames are encoded on a thread of their own. An error of the encoder comes back at the next call. Dropped unfinished,
/// it finishes what it was given, silently; without a frame it leaves no file.
///
/// ```
/// use grabframe::prelude::*;
/// # fn main() -> grabframe::Result<()> {
/// # let dir = temp_dir::TempDir::new().unwrap();
/// # let path = dir.path().join("fade.gif");
/// let mut movie = GifWriter::new().fps(20).open(&path, (32, 16))?;
/// let mut frame = Frame::new(32, 16);
/// for level in [0_u8, 80, 160, 240] {
///     frame.as_rgb_mut().fill(level);
///     movie.write_frame(&frame)?;
/// }
/// assert_eq!(movie.finish()?.frames, 4);
/// # Ok(())
/// # }
/// ```
///
/// Nothing can be written after the end; the compiler sees to it:
///
/// ```compile_fail,E0382
/// # use grabframe::prelude::*;
/// # fn main() -> grabframe::Result<()> {
/// let mut movie = GifWriter::new().open("twice.gif", (8, 8))?;
/// movie.finish()?;
/// movie.write_frame(&Frame::new(8, 8))?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a movie that is dropped at once has no frames"]
pub struct MovieFile {
    path: PathBuf,
    size: Size,
    fps: Fps,
    frames: u64,
    held: f64,
    /// How many times as large the movie is in each direction.
    times: u32,
    /// How many frames there will be, if that was said.
    total: Option<u64>,
    progress: Option<Progress>,
    state: State,
}

type Progress = Box<dyn FnMut(u64, Option<u64>) + Send>;

/// An encoder that has been started.
pub(crate) struct Started {
    /// What the movie is called in messages and in the receipt.
    pub(crate) path: PathBuf,
    /// The size of the movie in pixels.
    pub(crate) size: Size,
    pub(crate) encoder: Box<dyn Encoder>,
}

#[derive(Debug)]
enum State {
    Running(Worker),
    Failed(String),
    /// Finished or given up.
    Ended,
}

impl MovieFile {
    /// A movie that is `times` as large in each direction as the pictures that it takes.
    pub(crate) fn start(started: Started, fps: Fps, times: u32) -> Result<Self> {
        let Started { path, size, mut encoder } = started;
        if times > 1 {
            encoder = Box::new(Enlarge::new(encoder, times, size));
        }
        let fps = fps.checked()?;
        let views = Views::new(path.clone(), size, fps);
        let state = State::Running(Worker::start(encoder, path.clone(), views)?);
        let size = Size::new(size.width / times, size.height / times);
        Ok(Self { path, size, fps, frames: 0, held: 0.0, times, total: None, progress: None, state })
    }

    /// Calls `progress` after every frame, with the number of frames taken and, if it was told by
    /// [`expect_frames`](MovieFile::expect_frames), of all frames.
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// # fn main() -> grabframe::Result<()> {
    /// # let dir = temp_dir::TempDir::new().unwrap();
    /// # let path = dir.path().join("dark.gif");
    /// let show = |done, total| match total {
    ///     Some(total) => eprint!("\r{done} of {total}"),
    ///     None => eprint!("\r{done}"),
    /// };
    /// let mut movie = GifWriter::new().open(&path, (32, 16))?.progress(show).expect_frames(20);
    /// for _ in 0..20 {
    ///     movie.write_frame(&Frame::new(32, 16))?;
    /// }
    /// movie.finish()?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn progress(mut self, progress: impl FnMut(u64, Option<u64>) + Send + 'static) -> Self {
        self.progress = Some(Box::new(progress));
        self
    }

    /// Tells [`progress`](MovieFile::progress) how many frames there will be. Nothing else depends on it.
    pub fn expect_frames(mut self, total: impl Number) -> Self {
        self.total = Some(total.to_f64() as u64);
        if let State::Running(worker) = &self.state {
            worker.expect(self.total);
        }
        self
    }

    /// Has the frames that come looked at, too, by a [`View`]: a window, a page, what a program makes of them. The movie is the
    /// same. There may be several.
    pub fn add_view(&mut self, view: impl View + 'static) -> &mut Self {
        self.add_boxed_view(Box::new(view));
        self
    }

    pub(crate) fn add_boxed_view(&mut self, view: Box<dyn View>) {
        if let State::Running(worker) = &mut self.state {
            // if it is not taken, the recording has failed, which the next frame says
            let _ = worker.view(view);
        }
    }

    /// The size that every frame must have, in pixels.
    #[must_use]
    pub const fn size(&self) -> Size {
        self.size
    }

    /// How many frames were taken.
    #[must_use]
    pub const fn frames(&self) -> u64 {
        self.frames
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Adds a picture.
    ///
    /// # Errors
    /// [`ErrorKind::FrameSize`](crate::ErrorKind::FrameSize) if it has another size than the movie; the movie can go on.
    /// Otherwise what the encoder said, of this frame or of one before.
    pub fn write_frame(&mut self, frame: &Frame) -> Result<()> {
        self.check_size(frame.size())?;
        self.write_with(|out| out.copy_from(frame))
    }

    /// Adds a picture from an array: of height x width (grey), or height x width x 1 (grey), x 3 (RGB), as [`Frame::view`]
    /// gives and cv2 takes, or x 4 (RGBA, shown on white). Any memory order will do; see [`PixelArray`](crate::PixelArray).
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// # fn main() -> grabframe::Result<()> {
    /// # let dir = temp_dir::TempDir::new().unwrap();
    /// # let path = dir.path().join("noise.gif");
    /// let mut movie = AutoWriter::new().fps(25).open(&path, (40, 30))?;
    /// let picture = ndarray::Array3::<u8>::from_shape_fn((30, 40, 3), |(y, x, _)| (x * y) as u8);
    /// movie.write_array(picture.view())?;
    /// println!("{}", movie.finish()?);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// As [`write_frame`](MovieFile::write_frame).
    ///
    /// # Panics
    /// If there is a third axis that is not 1, 3 or 4 long.
    #[cfg(feature = "ndarray")]
    #[track_caller]
    pub fn write_array(&mut self, array: impl crate::canvas::PixelArray) -> Result<()> {
        let array = array.pixels();
        self.check_size(crate::canvas::array_size(&array))?;
        self.write_with(|out| out.set_array(&array))
    }

    /// Shows the last frame for `seconds` longer.
    ///
    /// # Errors
    /// [`ErrorKind::BadOption`](crate::ErrorKind::BadOption) if `seconds` is negative, not finite or over a million, or there
    /// is no frame yet; otherwise what the encoder said.
    pub fn hold(&mut self, seconds: impl Number) -> Result<()> {
        // the encoder takes a mistake for the end
        let seconds = checked_hold(seconds.to_f64())?;
        if self.frames == 0 {
            return Err(Error::bad_option("there is no frame yet that could be held"));
        }
        self.with_worker(|worker| worker.hold(seconds))?;
        self.held += seconds;
        Ok(())
    }

    /// Completes the file and gives it its name.
    ///
    /// # Errors
    /// [`ErrorKind::NoFrames`](crate::ErrorKind::NoFrames) if there is no frame (and then no file);
    /// [`ErrorKind::Failed`](crate::ErrorKind::Failed) if an error was returned before; otherwise what the encoder said.
    pub fn finish(mut self) -> Result<Receipt> {
        match std::mem::replace(&mut self.state, State::Ended) {
            State::Running(worker) => self.end(worker),
            State::Failed(first) => Err(Error::failed(&self.path, &first)),
            // `finish` takes the movie by value, and is the only one to end it
            State::Ended => Err(Error::no_frames(&self.path)),
        }
    }

    fn end(&self, worker: Worker) -> Result<Receipt> {
        if self.frames == 0 {
            worker.abort();
            return Err(Error::no_frames(&self.path));
        }
        let (finished, views) = worker.finish();
        let mut receipt = finished.map(|(encoded, times)| Receipt {
            frames: self.frames,
            duration: Duration::from_secs_f64(self.frames as f64 * self.fps.frame_seconds() + self.held),
            bytes: encoded.bytes,
            path: self.path.clone(),
            encoder: encoded.encoder,
            width: self.size.width * self.times,
            height: self.size.height * self.times,
            fps: self.fps,
            notes: encoded.notes,
            command: encoded.command,
            times,
        });
        let notes = views.map(|views| views.finish(|| said(&receipt)));
        if let (Ok(receipt), Some(notes)) = (&mut receipt, notes) {
            receipt.notes.extend(notes);
        }
        receipt
    }

    /// Gives up: no file is left, and one of that name from before stays.
    pub fn abort(mut self) {
        if let State::Running(worker) = std::mem::replace(&mut self.state, State::Ended)
            && let Some(views) = worker.abort()
        {
            views.finish(|| format!("{}: given up, no file is left", self.path.display()));
        }
    }

    pub(crate) fn check_size(&self, got: Size) -> Result<()> {
        if got == self.size {
            return Ok(());
        }
        Err(Error::frame_size(self.size, got, self.frames))
    }

    /// Adds the picture that `fill` makes of a frame that was used before.
    pub(crate) fn write_with(&mut self, fill: impl FnOnce(&mut Frame)) -> Result<()> {
        // should `fill` panic, all is as it was before
        self.with_worker(|worker| worker.frame(fill))?;
        self.count();
        Ok(())
    }

    /// Adds the picture of a figure, which is drawn where it is encoded.
    pub(crate) fn write_snapshot(&mut self, snapshot: Snapshot) -> Result<()> {
        self.with_worker(|worker| worker.snapshot(snapshot))?;
        self.count();
        Ok(())
    }

    /// Adds a picture that was drawn elsewhere, which took so long. The memory of another comes back in its place.
    pub(crate) fn write_drawn(&mut self, frame: &mut Frame, took: Duration) -> Result<()> {
        self.with_worker(|worker| worker.drawn(frame, took))?;
        self.count();
        Ok(())
    }

    fn count(&mut self) {
        self.frames += 1;
        if let Some(progress) = &mut self.progress {
            progress(self.frames, self.total);
        }
    }

    /// Does something with a worker that takes more, and says whether it did.
    fn with_worker(&mut self, work: impl FnOnce(&mut Worker) -> bool) -> Result<()> {
        let took = match &mut self.state {
            State::Running(worker) => work(worker),
            State::Failed(first) => return Err(Error::failed(&self.path, first)),
            State::Ended => return Err(Error::no_frames(&self.path)),
        };
        if took {
            return Ok(());
        }
        let State::Running(worker) = std::mem::replace(&mut self.state, State::Ended) else { return Ok(()) };
        let (error, views) = worker.failure();
        if let Some(views) = views {
            // there will be no receipt that could have their notes
            views.finish(|| error.to_string());
        }
        self.state = State::Failed(error.to_string());
        Err(error)
    }
}

/// What came of a movie, in a line.
fn said(receipt: &Result<Receipt>) -> String {
    receipt.as_ref().map_or_else(ToString::to_string, ToString::to_string)
}

impl std::fmt::Debug for MovieFile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("MovieFile")
            .field("path", &self.path)
            .field("size", &self.size)
            .field("fps", &self.fps)
            .field("frames", &self.frames)
            .field("state", &self.state)
            .finish_non_exhaustive()
    }
}

impl Drop for MovieFile {
    fn drop(&mut self) {
        if let State::Running(worker) = std::mem::replace(&mut self.state, State::Ended) {
            // nobody can be told; what was grabbed is worth keeping
            let _ = self.end(worker);
        }
    }
}
