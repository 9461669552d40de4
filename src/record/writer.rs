//! What every writer can do.

use std::io::Write;
use std::path::Path;

use crate::data::Number;
use crate::encode::{Encoder, Fps};
use crate::error::{Error, Result};
use crate::figure::Figure;
use crate::geom::Size;
use crate::record::held::Held;
use crate::record::movie::Started;
use crate::record::recording::size_of;
use crate::record::spool::{Folder, Spool};
use crate::record::tee::Tee;
use crate::record::{MovieFile, Recording};
use crate::style::{Color, IntoColor};

/// What an encoder is opened for.
///
/// ```
/// use std::path::Path;
///
/// use grabframe::prelude::*;
/// use grabframe::Target;
/// # fn main() -> grabframe::Result<()> {
/// # let dir = temp_dir::TempDir::new().unwrap();
/// # let path = dir.path().join("one.gif");
/// let target = Target::new(&path, (64, 48)).with_background(Color::WHITE);
/// let mut encoder = GifWriter::new().encoder(&target)?; // on this thread, without a recording
/// encoder.write(&Frame::new(64, 48))?;
/// assert_eq!(encoder.finish()?.encoder, "gif");
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Target<'a> {
    /// The file that the movie is to be.
    pub path: &'a Path,
    /// The size of every frame, in pixels.
    pub size: Size,
    /// The colour of the pixels that are added where a format needs even sizes.
    pub background: Color,
    /// The resolution of the frames in dots an inch, if they have one.
    pub dpi: Option<f64>,
}

impl<'a> Target<'a> {
    /// A file of frames of this size in pixels, with a black background and without a resolution.
    #[must_use]
    pub fn new(path: &'a Path, size: impl Into<Size>) -> Self {
        Self { path, size: size.into(), background: Color::BLACK, dpi: None }
    }

    /// The same, for another file.
    #[must_use]
    pub fn with_path(mut self, path: &'a Path) -> Self {
        self.path = path;
        self
    }

    /// The same, for frames of another size in pixels.
    #[must_use]
    pub fn with_size(mut self, size: impl Into<Size>) -> Self {
        self.size = size.into();
        self
    }

    /// The same, with this colour in pixels that are added.
    #[must_use]
    #[track_caller]
    pub fn with_background(mut self, color: impl IntoColor) -> Self {
        self.background = color.into_color();
        self
    }

    /// The same, with frames of this resolution in dots an inch.
    #[must_use]
    pub fn with_dpi(mut self, dpi: impl Number) -> Self {
        self.dpi = Some(dpi.to_f64());
        self
    }
}

/// A way to write movies: a description that can be cloned and used again. Only [`saving`](Writer::saving) and
/// [`open`](Writer::open) make something that takes frames.
///
/// A writer of your own says its frame rate and starts an [`Encoder`]. One that does something with the frames of any other hands
/// on what that says, too:
///
/// ```
/// use std::path::PathBuf;
///
/// use grabframe::prelude::*;
/// use grabframe::{Encoded, Encoder, Result, Target};
///
/// /// The left half of every frame.
/// struct LeftHalf<W>(W);
///
/// impl<W: Writer> Writer for LeftHalf<W> {
///     fn frame_rate(&self) -> Fps {
///         self.0.frame_rate()
///     }
///     fn resolution(&self) -> Option<f64> {
///         self.0.resolution()
///     }
///     fn enlargement(&self) -> u32 {
///         self.0.enlargement()
///     }
///     fn makes_one_file(&self) -> bool {
///         self.0.makes_one_file()
///     }
///     fn encoder(&self, target: &Target<'_>) -> Result<Box<dyn Encoder>> {
///         let half = Size::new(target.size.width / 2, target.size.height);
///         let encoder = self.0.encoder(&target.clone().with_size(half))?;
///         Ok(Box::new(Left { encoder, frame: Frame::new(half.width, half.height) }))
///     }
/// }
///
/// struct Left {
///     encoder: Box<dyn Encoder>,
///     frame: Frame,
/// }
///
/// impl Encoder for Left {
///     fn write(&mut self, frame: &Frame) -> Result<()> {
///         let (half, whole) = (3 * self.frame.width() as usize, 3 * frame.width() as usize);
///         let rows = frame.as_rgb().chunks_exact(whole);
///         for (out, row) in self.frame.as_rgb_mut().chunks_exact_mut(half).zip(rows) {
///             out.copy_from_slice(&row[..half]);
///         }
///         self.encoder.write(&self.frame)
///     }
///     fn hold(&mut self, seconds: f64) -> Result<()> {
///         self.encoder.hold(seconds)
///     }
///     fn finish(self: Box<Self>) -> Result<Encoded> {
///         Ok(self.encoder.finish()?.with_note("the left half"))
///     }
///     fn abort(self: Box<Self>) {
///         self.encoder.abort();
///     }
///     fn salvage(self: Box<Self>) -> Option<PathBuf> {
///         self.encoder.salvage()
///     }
/// }
///
/// # fn main() -> Result<()> {
/// # let dir = temp_dir::TempDir::new().unwrap();
/// # let path = dir.path().join("left.gif");
/// let mut fig = Figure::pixels(64, 48);
/// let mut movie = LeftHalf(GifWriter::new().fps(10)).saving(&mut fig, &path)?;
/// movie.grab_frame()?;
/// println!("{}", movie.finish()?); // .., gif; the left half
/// # #[cfg(feature = "read")]
/// assert_eq!(Video::open(&path)?.size(), Size::new(32, 48));
/// # Ok(())
/// # }
/// ```
pub trait Writer {
    /// The frame rate of the movies.
    fn frame_rate(&self) -> Fps;

    /// The resolution in dots an inch at which figures are drawn; `None` is the figure's own.
    fn resolution(&self) -> Option<f64> {
        None
    }

    /// How many times the pixels there are to be in each direction: 1 to 16.
    fn enlargement(&self) -> u32 {
        1
    }

    /// Whether a movie is one file, so that it can go into a stream; a writer that makes none, or a file for every frame,
    /// says so here. Default: it is.
    fn makes_one_file(&self) -> bool {
        true
    }

    /// Starts an encoder.
    ///
    /// # Errors
    /// If the file cannot be written there, or an option does not go with the format.
    fn encoder(&self, target: &Target<'_>) -> Result<Box<dyn Encoder>>;

    /// Begins to record a figure: matplotlib's `writer.saving(fig, path)`.
    ///
    /// `&mut fig` lends the figure to the recording, and `fig` gives it away: the recording is then `'static`, so that it can be a
    /// part of a simulation; see [`Recording`]. In a function that has the figure as `fig: &mut Figure`, `saving(fig, ..)` gives that
    /// borrow away: where `fig` is used again afterwards, lend it with `saving(&mut *fig, ..)`.
    ///
    /// A file of that name is replaced when the movie is whole, and its mode is kept. A symbolic link stays: what it leads to
    /// is written. Into a named pipe or a device the whole movie is copied at the end; a pipe that nobody begins to read within
    /// a minute is an error then, which says where the movie is, and so is one whose reader goes away; but where the program has
    /// undone that SIGPIPE is ignored, as it is in Rust, the latter ends the program.
    ///
    /// # Errors
    /// If the file cannot be written there, the format needs something that is not there, or an option does not go with
    /// it. Nothing has been recorded then.
    fn saving<'f>(&self, figure: impl Into<Held<'f>>, path: impl AsRef<Path>) -> Result<Recording<'f>>
    where
        Self: Sized,
    {
        recording_of(self, figure.into(), &[path.as_ref()])
    }

    /// Begins to record a figure into several files at once; every frame is drawn once.
    ///
    /// The receipt is that of the first file; its notes name the others, each with its own size, encoder and notes. If one
    /// file fails, or its encoder panics, the others end there, complete, and the error comes back.
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// # fn main() -> grabframe::Result<()> {
    /// # let dir = temp_dir::TempDir::new().unwrap();
    /// let mut fig = Figure::pixels(64, 48);
    /// let paths = [dir.path().join("both.gif"), dir.path().join("both.apng")];
    /// let mut movie = AutoWriter::new().fps(10).saving_all(&mut fig, &paths)?;
    /// movie.grab_frame()?;
    /// println!("{}", movie.finish()?);
    /// assert!(paths.iter().all(|path| path.exists()));
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// As [`saving`](Writer::saving), and [`ErrorKind::BadOption`](crate::ErrorKind::BadOption) if there is no path.
    fn saving_all<'f>(&self, figure: impl Into<Held<'f>>, paths: &[impl AsRef<Path>]) -> Result<Recording<'f>>
    where
        Self: Sized,
    {
        let paths: Vec<&Path> = paths.iter().map(AsRef::as_ref).collect();
        recording_of(self, figure.into(), &paths)
    }

    /// Begins to record a figure into anything that is [`std::io::Write`]: a reply to a browser, an archive, standard output.
    ///
    /// `name` tells the format by its extension, and is used in messages. The movie is recorded to a temporary file and goes
    /// into the stream when the recording is finished, since most formats say at their beginning what is known at their end.
    /// For single frames as they come, see [`CallbackWriter`](crate::CallbackWriter).
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// # fn main() -> grabframe::Result<()> {
    /// let (send, receive) = std::sync::mpsc::channel();
    /// struct Out(std::sync::mpsc::Sender<Vec<u8>>);
    /// impl std::io::Write for Out {
    ///     fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
    ///         self.0.send(bytes.to_vec()).map_err(std::io::Error::other)?;
    ///         Ok(bytes.len())
    ///     }
    ///     fn flush(&mut self) -> std::io::Result<()> {
    ///         Ok(())
    ///     }
    /// }
    /// let mut fig = Figure::pixels(64, 48);
    /// let mut movie = GifWriter::new().saving_to(&mut fig, "movie.gif", Out(send))?;
    /// movie.grab_frame()?;
    /// movie.finish()?;
    /// assert!(receive.iter().flatten().collect::<Vec<u8>>().starts_with(b"GIF89a"));
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// As [`saving`](Writer::saving), and [`ErrorKind::BadOption`](crate::ErrorKind::BadOption) if the writer makes no file, or
    /// more than one. If the stream fails at the end, the error says where the movie is kept.
    fn saving_to<'f>(
        &self,
        figure: impl Into<Held<'f>>,
        name: impl AsRef<Path>,
        out: impl Write + Send + 'static,
    ) -> Result<Recording<'f>>
    where
        Self: Sized,
    {
        recording_to(self, figure.into(), name.as_ref(), Box::new(out))
    }

    /// Begins a movie of pictures of one size, without a figure: cv2's `VideoWriter`.
    ///
    /// # Errors
    /// As [`saving`](Writer::saving).
    fn open(&self, path: impl AsRef<Path>, size: impl Into<Size>) -> Result<MovieFile>
    where
        Self: Sized,
    {
        let times = checked_enlargement(self)?;
        let target = picture_target(self, path.as_ref(), size.into(), times);
        MovieFile::start(targets_of(self, &[target])?, self.frame_rate(), times)
    }

    /// Begins a movie of pictures of one size that goes into a stream: [`open`](Writer::open) as
    /// [`saving_to`](Writer::saving_to) is to [`saving`](Writer::saving).
    ///
    /// # Errors
    /// As [`saving_to`](Writer::saving_to).
    fn open_to(
        &self,
        name: impl AsRef<Path>,
        size: impl Into<Size>,
        out: impl Write + Send + 'static,
    ) -> Result<MovieFile>
    where
        Self: Sized,
    {
        let times = checked_enlargement(self)?;
        let target = picture_target(self, name.as_ref(), size.into(), times);
        MovieFile::start(stream_of(self, &target, Box::new(out))?, self.frame_rate(), times)
    }
}

fn recording_of<'f>(writer: &dyn Writer, figure: Held<'f>, paths: &[&Path]) -> Result<Recording<'f>> {
    let dpi = drawing_dpi(writer, figure.get())?;
    let targets: Vec<Target<'_>> = paths.iter().map(|path| figure_target(figure.get(), dpi, path)).collect();
    let movie = MovieFile::start(targets_of(writer, &targets)?, writer.frame_rate(), 1)?;
    Ok(Recording::new(figure, dpi, movie))
}

fn recording_to<'f>(
    writer: &dyn Writer,
    figure: Held<'f>,
    name: &Path,
    out: Box<dyn Write + Send>,
) -> Result<Recording<'f>> {
    let dpi = drawing_dpi(writer, figure.get())?;
    let target = figure_target(figure.get(), dpi, name);
    let movie = MovieFile::start(stream_of(writer, &target, out)?, writer.frame_rate(), 1)?;
    Ok(Recording::new(figure, dpi, movie))
}

/// The resolution at which a figure is drawn, if it is not its own.
fn drawing_dpi(writer: &dyn Writer, figure: &Figure) -> Result<Option<f64>> {
    let times = checked_enlargement(writer)?;
    let dpi = match (writer.resolution(), times) {
        (None, 1) => return Ok(None),
        (asked, times) => asked.unwrap_or(figure.get_dpi()) * f64::from(times),
    };
    if dpi.is_finite() && dpi > 0.0 {
        return Ok(Some(dpi));
    }
    Err(Error::bad_option(format!("a resolution of {dpi} dpi cannot be used; it must be positive")))
}

fn checked_enlargement(writer: &dyn Writer) -> Result<u32> {
    match writer.enlargement() {
        times @ 1..=16 => Ok(times),
        times => Err(Error::bad_option(format!("a scale of {times} cannot be used; it is 1 to 16"))),
    }
}

fn figure_target<'a>(figure: &Figure, dpi: Option<f64>, path: &'a Path) -> Target<'a> {
    let size = size_of(figure, dpi);
    Target { path, size, background: figure.face(), dpi: Some(dpi.unwrap_or(figure.get_dpi())) }
}

fn picture_target<'a>(writer: &dyn Writer, path: &'a Path, size: Size, times: u32) -> Target<'a> {
    let size = Size::new(size.width.saturating_mul(times), size.height.saturating_mul(times));
    Target { dpi: writer.resolution(), ..Target::new(path, size) }
}

/// Starts the encoders of all targets, which have one size. The first gives the movie its name.
fn targets_of(writer: &dyn Writer, targets: &[Target<'_>]) -> Result<Started> {
    let Some(first) = targets.first() else {
        return Err(Error::bad_option("a movie needs at least one file to be recorded to"));
    };
    check(writer, first.size)?;
    let mut encoders = Vec::with_capacity(targets.len());
    for target in targets {
        encoders.push((target.path.to_path_buf(), writer.encoder(target)?));
    }
    let encoder = if encoders.len() == 1 { encoders.remove(0).1 } else { Box::new(Tee::new(encoders)) };
    Ok(Started { path: first.path.into(), size: first.size, encoder })
}

/// Starts an encoder whose file goes into a stream.
fn stream_of(writer: &dyn Writer, target: &Target<'_>, out: Box<dyn Write + Send>) -> Result<Started> {
    check(writer, target.size)?;
    if !writer.makes_one_file() {
        let name = target.path.display();
        let reason = format!("`{name}` cannot go into a stream: its writer makes no file, or a file for every frame");
        return Err(Error::bad_option(reason));
    }
    let folder = Folder::new()?;
    let file = folder.file(target.path)?;
    let encoder = writer.encoder(&target.clone().with_path(&file))?;
    let encoder = Box::new(Spool::new(encoder, file, folder, out));
    Ok(Started { path: target.path.into(), size: target.size, encoder })
}

fn check(writer: &dyn Writer, size: Size) -> Result<()> {
    writer.frame_rate().checked()?;
    size.refusal().map_or(Ok(()), |reason| Err(Error::bad_size(size, reason)))
}

impl Writer for Box<dyn Writer> {
    fn frame_rate(&self) -> Fps {
        (**self).frame_rate()
    }

    fn resolution(&self) -> Option<f64> {
        (**self).resolution()
    }

    fn enlargement(&self) -> u32 {
        (**self).enlargement()
    }

    fn makes_one_file(&self) -> bool {
        (**self).makes_one_file()
    }

    fn encoder(&self, target: &Target<'_>) -> Result<Box<dyn Encoder>> {
        (**self).encoder(target)
    }
}
