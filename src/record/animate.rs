//! Loops that are written already: matplotlib's `FuncAnimation`.

use std::path::Path;

use crate::canvas::Frame;
use crate::data::Number;
use crate::encode::Fps;
use crate::error::{Error, Result};
use crate::figure::Figure;
use crate::record::crew::{Crew, cores};
use crate::record::held::Held;
use crate::record::left::left;
use crate::record::outcome::{Fault, Outcome};
use crate::record::rooms::{begin_rooms, keep_rooms};
use crate::record::snapshot::snapshot;
use crate::record::{AutoWriter, Receipt, Recording, Writer};
use crate::render::Renderer;
use crate::view::View;

/// Makes a movie by calling `update` for every frame: matplotlib's `FuncAnimation`.
///
/// The figure is lent (`&mut fig`) or given away (`fig`), as to [`saving`](crate::Writer::saving). `frames` is anything that can be
/// iterated; each item goes to `update`, which changes the figure. It may return nothing, a
/// value, or a `Result`: an error ends the loop, and comes back from [`save`](Animation::save) as
/// [`ErrorKind::Update`](crate::ErrorKind::Update), with the frames until then in the movie. It may not return what a setter
/// does, which borrows the figure: end it with a semicolon.
///
/// ```
/// use grabframe::prelude::*;
/// # fn main() -> grabframe::Result<()> {
/// # let dir = temp_dir::TempDir::new().unwrap();
/// # let path = dir.path().join("sine.gif");
/// let x: Vec<f64> = (0..=100).map(|i| f64::from(i) / 16.0).collect();
/// let mut fig = Figure::pixels(320, 240);
/// let ax = fig.add_axes();
/// let line = fig[ax].plot(&x, &x);
/// fig[ax].set_ylim(-1.1, 1.1);
/// let receipt = animate(&mut fig, 0..20, |fig, i| {
///     let y: Vec<f64> = x.iter().map(|x| (x + 0.3 * f64::from(i)).sin()).collect();
///     fig[line].set_data(&x, &y);
///     fig[ax].set_title(format!("frame {i}"));
/// })
/// .fps(20)
/// .save(&path)?;
/// assert_eq!(receipt.frames, 20);
/// # Ok(())
/// # }
/// ```
///
/// matplotlib's `frames=50` is `0..50`. A closure that uses `?` says what it returns:
///
/// ```
/// # use grabframe::prelude::*;
/// # fn main() -> grabframe::Result<()> {
/// # let dir = temp_dir::TempDir::new().unwrap();
/// # let path = dir.path().join("numbers.gif");
/// # let mut fig = Figure::pixels(320, 240);
/// # let ax = fig.add_axes();
/// # let line = fig[ax].add(Line::empty());
/// animate(&mut fig, ["1", "4", "9"], |fig, word| -> Result<(), std::num::ParseFloatError> {
///     let y: f64 = word.parse()?;
///     fig[line].push(y.sqrt(), y);
///     Ok(())
/// })
/// .save(&path)?;
/// # Ok(())
/// # }
/// ```
pub fn animate<'f, I, F, R>(figure: impl Into<Held<'f>>, frames: I, mut update: F) -> Animation<'f>
where
    I: IntoIterator,
    I::IntoIter: 'f,
    F: FnMut(&mut Figure, I::Item) -> R + 'f,
    R: Outcome,
{
    let mut frames = frames.into_iter();
    let (least, most) = frames.size_hint();
    let total = most.filter(|most| *most == least).map(|n| n as u64);
    Animation::new(figure.into(), total, move |figure| {
        let Some(item) = frames.next() else { return Ok(false) };
        update(figure, item).error().map_or(Ok(true), Err)
    })
}

/// A movie that is about to be made; [`save`](Animation::save) makes it.
#[must_use = "nothing is drawn until it is saved"]
pub struct Animation<'f> {
    figure: Held<'f>,
    total: Option<u64>,
    /// Changes the figure for the next frame; false when there is none.
    step: Box<dyn FnMut(&mut Figure) -> Step + 'f>,
    fps: Fps,
    repeat_delay: f64,
    /// How many threads draw beside the one that changes the figure.
    threads: usize,
    progress: Option<Progress<'f>>,
    views: Vec<Box<dyn View>>,
}

type Progress<'f> = Box<dyn FnMut(u64, Option<u64>) + 'f>;

/// Whether there is a frame.
type Step = std::result::Result<bool, Fault>;

impl<'f> Animation<'f> {
    pub(super) fn new(figure: Held<'f>, total: Option<u64>, step: impl FnMut(&mut Figure) -> Step + 'f) -> Self {
        let fps = AutoWriter::new().frame_rate();
        let step = Box::new(step);
        Self { figure, total, step, fps, repeat_delay: 0.0, threads: 0, progress: None, views: Vec::new() }
    }

    /// At this frame rate. Default: 30. A writer given to [`save_with`](Animation::save_with) has its own.
    pub fn fps(mut self, fps: impl Into<Fps>) -> Self {
        self.fps = fps.into();
        self
    }

    /// With so many milliseconds between frames: another way to give the frame rate.
    pub fn interval(mut self, milliseconds: impl Number) -> Self {
        self.fps = Fps::from(1000.0 / milliseconds.to_f64());
        self
    }

    /// With the last frame shown for so many milliseconds longer, before the movie starts again. Default: 0.
    pub fn repeat_delay(mut self, milliseconds: impl Number) -> Self {
        self.repeat_delay = milliseconds.to_f64() / 1000.0;
        self
    }

    /// Draws frames on all cores, several at once. Default: one after the other. The movie is the same, byte for byte.
    ///
    /// The closure is called as always, on your thread and for one frame after the other, so that it may add to what it did for the frame
    /// before; each frame is drawn from a snapshot of the figure, which costs microseconds whatever is in it (see
    /// [`render_in_background`](Recording::render_in_background)). It pays where drawing takes longer than the closure and the encoder. The
    /// closure runs ahead of the movie by two frames for each core, and no more, so that memory is bounded.
    ///
    /// All frames before one that fails are in the movie: an error of the closure, and here a panic of it, too, comes back as
    /// [`ErrorKind::Update`](crate::ErrorKind::Update); of an artist that panics, as [`ErrorKind::Drawing`](crate::ErrorKind::Drawing). Both
    /// name the frame.
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// # fn main() -> grabframe::Result<()> {
    /// # let dir = temp_dir::TempDir::new().unwrap();
    /// # let path = dir.path().join("waves.gif");
    /// let mut fig = Figure::pixels(320, 240);
    /// let ax = fig.add_axes();
    /// let image = fig[ax].imshow(vec![vec![0.0; 64]; 64]);
    /// animate(&mut fig, 0..20, |fig, step| {
    ///     let wave = |i: usize| (i as f64 / 9.0 + 0.3 * f64::from(step)).sin();
    ///     let rows: Vec<Vec<f64>> = (0..64).map(|y| (0..64).map(|x| wave(x) * wave(y)).collect()).collect();
    ///     fig[image].set_data(rows);
    /// })
    /// .parallel()
    /// .save(&path)?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn parallel(self) -> Self {
        self.on_threads(cores())
    }

    pub(super) fn on_threads(mut self, threads: usize) -> Self {
        self.threads = threads;
        self
    }

    /// Calls `progress` after every frame with the number of frames done and, if it is known, of all frames.
    pub fn progress(mut self, progress: impl FnMut(u64, Option<u64>) + 'f) -> Self {
        self.progress = Some(Box::new(progress));
        self
    }

    /// Has the frames looked at while the movie is made, as [`Recording::add_view`]. The movie is the same.
    pub fn add_view(mut self, view: impl View + 'static) -> Self {
        self.views.push(Box::new(view));
        self
    }

    /// The frames themselves, drawn one by one as they are asked for. The frame rate, the delay and views have no meaning here.
    /// An error of the closure ends them; [`try_frames`](Animation::try_frames) tells it.
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// let mut fig = Figure::pixels(64, 48);
    /// let ax = fig.add_axes();
    /// let frames = animate(&mut fig, 0..3, |fig, i| _ = fig[ax].set_title(i.to_string())).frames();
    /// assert_eq!(frames.map(|frame| frame.width()).collect::<Vec<_>>(), [64, 64, 64]);
    /// ```
    pub fn frames(self) -> impl Iterator<Item = Frame> + 'f {
        self.try_frames().map_while(Result::ok)
    }

    /// As [`frames`](Animation::frames), with the closure's error, if it returns one, as the last item.
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// let mut fig = Figure::pixels(64, 48);
    /// let steps = ["1", "2", "three", "4"];
    /// let frames = animate(&mut fig, steps, |_, step| step.parse::<u32>()).try_frames();
    /// let outcome: grabframe::Result<Vec<Frame>> = frames.collect();
    /// assert!(outcome.unwrap_err().to_string().contains("invalid digit"));
    /// ```
    pub fn try_frames(self) -> impl Iterator<Item = Result<Frame>> + 'f {
        let Self { mut figure, total, mut step, threads, mut progress, .. } = self;
        let (mut renderer, mut done, mut over) = (Renderer::new(), 0, false);
        let mut crew = Crew::of(threads);
        begin_rooms(figure.get_mut());
        std::iter::from_fn(move || {
            let figure = figure.get_mut();
            if over {
                return None;
            }
            if let Some(crew) = &mut crew {
                let drawn = crew.next(&mut || Ok(step(figure)?.then(|| snapshot(figure, None))))?;
                if let (Ok(_), Some(progress)) = (&drawn, &mut progress) {
                    done += 1;
                    progress(done, total);
                }
                return Some(drawn.map(|(frame, _)| frame));
            }
            match step(figure) {
                Ok(true) => done += 1,
                Ok(false) => return None,
                Err(source) => {
                    over = true;
                    return Some(Err(Error::update(done, source)));
                }
            }
            let layout = keep_rooms(figure, None);
            let mut frame = Frame::default();
            renderer.render_laid_out(figure, layout, &mut frame);
            if let Some(progress) = &mut progress {
                progress(done, total);
            }
            Some(Ok(frame))
        })
    }

    /// Makes the movie, in the format that the path's extension says.
    ///
    /// # Errors
    /// As [`AutoWriter`] and [`Recording`](crate::Recording).
    pub fn save(self, path: impl AsRef<Path>) -> Result<Receipt> {
        let writer = AutoWriter::new().fps(self.fps);
        self.save_with(&writer, path)
    }

    /// Makes the movie with a writer of your own, at its frame rate.
    ///
    /// # Errors
    /// As the writer and [`Recording`](crate::Recording).
    pub fn save_with(self, writer: &impl Writer, path: impl AsRef<Path>) -> Result<Receipt> {
        let Self { figure, total, mut step, repeat_delay, threads, mut progress, views, .. } = self;
        if !(repeat_delay.is_finite() && repeat_delay >= 0.0) {
            return Err(Error::bad_option("the repeat delay must be a positive number of milliseconds"));
        }
        let mut movie = writer.saving(figure, path)?;
        if let Some(total) = total {
            movie = movie.expect_frames(total as f64);
        }
        for view in views {
            movie.add_view(view);
        }
        let mut crew = Crew::of(threads);
        loop {
            match &mut crew {
                Some(crew) => {
                    match crew.next(&mut || Ok(step(movie.figure_mut())?.then(|| movie.snapshot()).flatten())) {
                        Some(Ok((mut frame, took))) => {
                            movie.write_drawn(&mut frame, took)?;
                            crew.reuse(frame);
                        }
                        Some(Err(error)) => return Err(stopped(movie, error)),
                        None => {
                            // where it has none, there was nothing to be drawn
                            movie.check_size()?;
                            break;
                        }
                    }
                }
                None => match step(movie.figure_mut()) {
                    Ok(true) => movie.grab_frame()?,
                    Ok(false) => break,
                    Err(source) => {
                        let error = Error::update(movie.frames(), source);
                        return Err(stopped(movie, error));
                    }
                },
            }
            if let Some(progress) = &mut progress {
                progress(movie.frames(), total);
            }
        }
        if repeat_delay > 0.0 && movie.frames() > 0 {
            movie.hold(repeat_delay)?;
        }
        movie.finish()
    }
}

/// Ends a movie whose loop goes no further, and says why.
fn stopped(movie: Recording<'_>, error: Error) -> Error {
    let path = movie.path().to_path_buf();
    let kept = left(&path, movie.finish().err());
    error.kept_in(kept)
}

impl std::fmt::Debug for Animation<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Animation").field("fps", &self.fps).field("total", &self.total).finish_non_exhaustive()
    }
}
