//! The guard from `saving` to `finish`.

use std::ops::{Index, IndexMut};
use std::path::Path;
use std::time::Duration;

use crate::canvas::Frame;
use crate::data::Number;
use crate::error::Result;
use crate::figure::{Figure, Key, Part};
use crate::geom::Size;
use crate::record::held::Held;
use crate::record::rooms::{begin_rooms, freeze_rooms, keep_rooms};
use crate::record::snapshot::{Snapshot, renderer_at, snapshot};
use crate::record::{MovieFile, Receipt};
use crate::render::Renderer;
use crate::view::View;
use crate::window::FrameWindow;

/// A figure being recorded: what [`Writer::saving`](crate::Writer::saving) returns.
///
/// It holds the figure until the recording ends: borrowed (`&mut fig`), or as its own (`fig`). `movie[key]` is `figure[key]`; [`grab_frame`](Recording::grab_frame)
/// draws the figure as it stands and adds the picture to the movie. Frames are encoded on a thread of their own, and an
/// error of the encoder comes back at the next call.
///
/// Dropped unfinished (an early `?`, a panic), it finishes what was grabbed, silently: a shorter movie under its own
/// name. It never panics. If an artist panics in [`grab_frame`](Recording::grab_frame) and the panic is caught, the recording
/// can go on, or be finished, with the frames that it has.
///
/// ```
/// use grabframe::prelude::*;
/// # fn main() -> grabframe::Result<()> {
/// # let dir = temp_dir::TempDir::new().unwrap();
/// # let path = dir.path().join("wave.gif");
/// let x: Vec<f64> = (0..60).map(|i| f64::from(i) / 10.0).collect();
/// let mut fig = Figure::pixels(320, 240);
/// let ax = fig.add_axes();
/// let line = fig[ax].plot(&x, &x);
/// fig[ax].set_ylim(-1.2, 1.2);
///
/// let mut movie = GifWriter::new().fps(20).saving(&mut fig, &path)?;
/// for step in 0..10 {
///     let y: Vec<f64> = x.iter().map(|x| (x - 0.3 * f64::from(step)).sin()).collect();
///     movie[line].set_data(&x, &y);
///     movie[ax].set_title(format!("step {step}"));
///     movie.grab_frame()?;
/// }
/// println!("{}", movie.finish()?);
/// # Ok(())
/// # }
/// ```
///
/// A recording that has a figure of its own can be a part of a simulation, or go to another thread:
///
/// ```
/// use std::path::Path;
///
/// use grabframe::prelude::*;
///
/// struct Fall {
///     height: f64,
///     speed: f64,
///     movie: Recording<'static>,
///     ball: Key<Scatter>,
/// }
///
/// impl Fall {
///     fn new(path: &Path) -> grabframe::Result<Self> {
///         let mut fig = Figure::pixels(160, 240);
///         let ax = fig.add_axes();
///         let ball = fig[ax].scatter([0.0], [10.0]);
///         fig[ax].set_xlim(-1, 1).set_ylim(0, 11);
///         let movie = GifWriter::new().fps(20).saving(fig, path)?;
///         Ok(Self { height: 10.0, speed: 0.0, movie, ball })
///     }
///
///     fn step(&mut self) -> grabframe::Result<()> {
///         self.speed -= 9.81 * 0.05;
///         self.height += self.speed * 0.05;
///         self.movie[self.ball].set_data([0.0], [self.height]);
///         self.movie.grab_frame()
///     }
/// }
///
/// # fn main() -> grabframe::Result<()> {
/// # let dir = temp_dir::TempDir::new().unwrap();
/// # let path = dir.path().join("fall.gif");
/// let mut fall = Fall::new(&path)?;
/// while fall.height > 0.0 {
///     fall.step()?;
/// }
/// println!("{}", fall.movie.finish()?);
/// # Ok(())
/// # }
/// ```
///
/// The figure cannot be changed behind the recording's back:
///
/// ```compile_fail,E0499
/// # use grabframe::prelude::*;
/// # fn main() -> grabframe::Result<()> {
/// let mut fig = Figure::new();
/// let ax = fig.add_axes();
/// let mut movie = GifWriter::new().saving(&mut fig, "wave.gif")?;
/// fig[ax].set_title("behind its back");
/// movie.grab_frame()?;
/// # Ok(())
/// # }
/// ```
///
/// and nothing can be grabbed after the end:
///
/// ```compile_fail,E0382
/// # use grabframe::prelude::*;
/// # fn main() -> grabframe::Result<()> {
/// let mut fig = Figure::new();
/// let mut movie = GifWriter::new().saving(&mut fig, "wave.gif")?;
/// movie.finish()?;
/// movie.grab_frame()?;
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
#[must_use = "a recording that is dropped at once has no frames"]
pub struct Recording<'f> {
    figure: Held<'f>,
    dpi: Option<f64>,
    renderer: Renderer,
    in_background: bool,
    movie: MovieFile,
    window: Option<FrameWindow>,
}

impl<'f> Recording<'f> {
    pub(crate) fn new(mut figure: Held<'f>, dpi: Option<f64>, movie: MovieFile) -> Self {
        begin_rooms(figure.get_mut());
        Self { figure, dpi, renderer: renderer_at(dpi), in_background: false, movie, window: None }
    }

    /// Calls `progress` after every frame, with the number of frames grabbed and, if it was told by
    /// [`expect_frames`](Recording::expect_frames), of all frames.
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// # fn main() -> grabframe::Result<()> {
    /// # let dir = temp_dir::TempDir::new().unwrap();
    /// # let path = dir.path().join("still.gif");
    /// let mut fig = Figure::pixels(64, 48);
    /// let mut movie = GifWriter::new()
    ///     .saving(&mut fig, &path)?
    ///     .expect_frames(3)
    ///     .progress(|done, total| eprint!("\r{done} of {}", total.unwrap_or(done)));
    /// for _ in 0..3 {
    ///     movie.grab_frame()?;
    /// }
    /// movie.finish()?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn progress(mut self, progress: impl FnMut(u64, Option<u64>) + Send + 'static) -> Self {
        self.movie = self.movie.progress(progress);
        self
    }

    /// Tells [`progress`](Recording::progress) how many frames there will be. Nothing else depends on it.
    pub fn expect_frames(mut self, total: impl Number) -> Self {
        self.movie = self.movie.expect_frames(total);
        self
    }

    /// Has the frames that come looked at, too, by a [`View`]: a window, a page, what a program makes of them. The movie is the
    /// same. There may be several.
    pub fn add_view(&mut self, view: impl View + 'static) -> &mut Self {
        self.movie.add_boxed_view(Box::new(view));
        self
    }

    /// Draws the figure as it stands and adds the picture to the movie, shown for one frame's time.
    ///
    /// # Errors
    /// [`ErrorKind::FrameSize`](crate::ErrorKind::FrameSize) if the figure has been given another size since the recording
    /// began; otherwise what the encoder said, of this frame or of one before.
    #[doc(alias = "getframe")]
    #[doc(alias = "writeVideo")]
    pub fn grab_frame(&mut self) -> Result<()> {
        self.check_size()?;
        if self.in_background {
            return self.movie.write_snapshot(snapshot(self.figure.get_mut(), self.dpi));
        }
        let layout = keep_rooms(self.figure.get_mut(), self.dpi);
        let (renderer, figure) = (&mut self.renderer, self.figure.get());
        self.movie.write_with(|frame| renderer.render_laid_out(figure, layout, frame))
    }

    /// Whether frames are drawn beside your loop, on the thread that encodes them. Default: no. It may be changed between any two
    /// frames, and the movie is the same.
    ///
    /// [`grab_frame`](Recording::grab_frame) then takes a snapshot, which costs microseconds whatever is in the figure: it shares
    /// its data with the figure, and what is changed afterwards gets memory of its own (an artist of yours is copied whole: large data
    /// are best in an `Arc`). A snapshot waits like a frame: when three do, the loop waits for the thread.
    ///
    /// It pays where the loop itself is the bottleneck: drawing takes much of its time, and [`waiting`](crate::Times::waiting) in the
    /// receipt is next to nothing. Where the loop waits for the encoder, drawing on the same thread makes it wait longer.
    ///
    /// An artist that panics does so on the other thread. The next call, or [`finish`](Recording::finish), returns
    /// an error of the kind [`Drawing`](crate::ErrorKind::Drawing), which names the artist; the recording has ended then, and all frames that were
    /// grabbed before are in the movie, as if it had been finished there.
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// # fn main() -> grabframe::Result<()> {
    /// # let dir = temp_dir::TempDir::new().unwrap();
    /// # let path = dir.path().join("orbit.gif");
    /// let mut fig = Figure::pixels(320, 240);
    /// let ax = fig.add_axes();
    /// let line = fig[ax].add(Line::empty());
    /// let mut movie = GifWriter::new().fps(25).saving(&mut fig, &path)?;
    /// movie.render_in_background(true);
    /// let (mut x, mut v) = (1.0_f64, 0.0);
    /// for _ in 0..20 {
    ///     for _ in 0..1000 {
    ///         v -= 1e-4 * x; // the simulation goes on while the frame before is drawn
    ///         x += 1e-4 * v;
    ///         movie[line].push(x, v); // copies nothing that a snapshot holds
    ///     }
    ///     movie.grab_frame()?;
    /// }
    /// let receipt = movie.finish()?;
    /// println!("{receipt}: drawn in {:?}, waited for {:?}", receipt.times.drawing, receipt.times.waiting);
    /// # assert_eq!(receipt.frames, 20);
    /// # Ok(())
    /// # }
    /// ```
    pub fn render_in_background(&mut self, on: bool) -> &mut Self {
        self.in_background = on;
        self
    }

    /// Shows the figure as it stands in a window, and goes on at once: MATLAB's `drawnow`. Whether the window is still there:
    /// somebody may close it, which ends nothing, and it is not opened again. It goes when the recording ends. See
    /// [`Window`](crate::Window) for what opens it.
    ///
    /// It does not grab a frame, and the movie is the same with it and without. At most 30 pictures a second are drawn, and others passed
    /// over, so that a quick loop stays quick.
    ///
    /// # Errors
    /// As [`Window::new`](crate::Window::new) and [`Window::drawnow`](crate::Window::drawnow).
    pub fn drawnow(&mut self) -> Result<bool> {
        let (renderer, figure) = (&mut self.renderer, self.figure.get());
        window_of(&mut self.window, self.movie.path())?.drawnow(|| renderer.render(figure))
    }

    /// Shows the figure as it stands in a window, and waits for so many seconds, those of drawing among them: MATLAB's `pause(0.2)`,
    /// `plt.pause(0.2)`. Whether the window is still there; once it was closed, this only waits.
    ///
    /// ```no_run
    /// use grabframe::prelude::*;
    /// # fn main() -> grabframe::Result<()> {
    /// let mut fig = Figure::new();
    /// let ax = fig.add_axes();
    /// let line = fig[ax].add(Line::empty().fmt("k-o"));
    /// let mut movie = GifWriter::new().fps(5).saving(&mut fig, "walk.gif")?;
    /// for step in 0..20 {
    ///     let t = 0.1 * f64::from(step);
    ///     movie[line].push(t * t.cos(), t * t.sin());
    ///     movie.grab_frame()?;
    ///     if !movie.pause(0.2)? {
    ///         break; // somebody closed the window
    ///     }
    /// }
    /// movie.finish()?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// As [`drawnow`](Recording::drawnow); [`ErrorKind::BadOption`](crate::ErrorKind::BadOption) if `seconds` is negative, not finite or
    /// over a million.
    pub fn pause(&mut self, seconds: impl Number) -> Result<bool> {
        let (renderer, figure) = (&mut self.renderer, self.figure.get());
        window_of(&mut self.window, self.movie.path())?.pause(seconds.to_f64(), || renderer.render(figure))
    }

    /// Holds all axes of a [`constrained`](Figure::constrained) figure where they are now, until the recording ends: labels that
    /// outgrow their room are over others, or cut off, rather than that axes move.
    ///
    /// Call it when the figure has the longest labels that will come, or the limits that it will have at the end. Axes with an
    /// aspect still have the shape that their limits ask for, within their place. Called before there are any axes, it holds those of
    /// the first frame that has some.
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// use grabframe::Layout;
    /// # fn main() -> grabframe::Result<()> {
    /// let mut fig = Figure::pixels(320, 240).constrained();
    /// let ax = fig.add_axes();
    /// let line = fig[ax].plot([0.0, 1.0], [0.0, 1e5]);
    /// let mut movie = MemoryWriter::new().saving(&mut fig, "")?;
    /// movie.freeze_layout(); // with labels of six digits
    /// let there = Layout::of(movie.figure())[ax].area;
    /// for step in 0..3 {
    ///     movie[line].set_data([0.0, 1.0], [0.0, 10f64.powi(step)]);
    ///     movie.grab_frame()?;
    ///     assert_eq!(Layout::of(movie.figure())[ax].area, there);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn freeze_layout(&mut self) {
        freeze_rooms(self.figure.get_mut(), self.dpi);
    }

    /// Shows the last frame for `seconds` longer.
    ///
    /// # Errors
    /// As [`MovieFile::hold`].
    pub fn hold(&mut self, seconds: impl Number) -> Result<()> {
        self.movie.hold(seconds)
    }

    /// How many frames were grabbed.
    #[must_use]
    pub const fn frames(&self) -> u64 {
        self.movie.frames()
    }

    /// The figure as it stands, to be drawn elsewhere; `None` if it has another size than the movie.
    pub(crate) fn snapshot(&mut self) -> Option<Snapshot> {
        self.check_size().ok()?;
        Some(snapshot(self.figure.get_mut(), self.dpi))
    }

    pub(crate) fn check_size(&self) -> Result<()> {
        self.movie.check_size(size_of(self.figure(), self.dpi))
    }

    /// Adds a frame that was drawn elsewhere: see [`MovieFile::write_drawn`].
    pub(crate) fn write_drawn(&mut self, frame: &mut Frame, took: Duration) -> Result<()> {
        self.movie.write_drawn(frame, took)
    }

    /// Where the movie goes.
    pub(crate) fn path(&self) -> &Path {
        self.movie.path()
    }

    /// The figure.
    #[must_use]
    pub fn figure(&self) -> &Figure {
        self.figure.get()
    }

    /// The figure, to be changed: to add or remove artists, or set its title.
    #[must_use]
    pub fn figure_mut(&mut self) -> &mut Figure {
        self.figure.get_mut()
    }

    /// Completes the file and gives it its name.
    ///
    /// # Errors
    /// As [`MovieFile::finish`].
    pub fn finish(self) -> Result<Receipt> {
        self.movie.finish()
    }

    /// As [`finish`](Recording::finish), and gives the figure back: the recording's own, or a clone of the one that it borrowed. All
    /// keys are good for both.
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// # fn main() -> grabframe::Result<()> {
    /// # let dir = temp_dir::TempDir::new().unwrap();
    /// # let (path, still) = (dir.path().join("movie.gif"), dir.path().join("last.png"));
    /// let mut movie = GifWriter::new().saving(Figure::pixels(64, 48), &path)?;
    /// movie.grab_frame()?;
    /// let (receipt, fig) = movie.finish_with_figure()?;
    /// fig.save(&still)?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// As [`finish`](Recording::finish). A figure that is wanted then, too, is cloned before, which copies no data:
    /// `movie.figure().clone()`.
    pub fn finish_with_figure(self) -> Result<(Receipt, Figure)> {
        Ok((self.movie.finish()?, self.figure.into_figure()))
    }

    /// Gives up: no file is left, and one of that name from before stays.
    pub fn abort(self) {
        self.movie.abort();
    }
}

/// The window, which is opened when it is first asked for.
fn window_of<'w>(window: &'w mut Option<FrameWindow>, movie: &Path) -> Result<&'w mut FrameWindow> {
    match window {
        Some(window) => Ok(window),
        none => {
            let name = movie.file_name().unwrap_or_default().to_string_lossy().into_owned();
            Ok(none.insert(FrameWindow::new(name)?))
        }
    }
}

pub(crate) fn size_of(figure: &Figure, dpi: Option<f64>) -> Size {
    figure.size_at(dpi.unwrap_or(figure.get_dpi()))
}

impl<T: Part> Index<Key<T>> for Recording<'_> {
    type Output = T;

    #[track_caller]
    fn index(&self, key: Key<T>) -> &T {
        &self.figure()[key]
    }
}

impl<T: Part> IndexMut<Key<T>> for Recording<'_> {
    #[track_caller]
    fn index_mut(&mut self, key: Key<T>) -> &mut T {
        &mut self.figure_mut()[key]
    }
}
