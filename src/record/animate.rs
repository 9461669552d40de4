//! Loops that are written already: matplotlib's `FuncAnimation` and `ArtistAnimation`.

use std::path::Path;

use crate::artist::Artist;
use crate::canvas::Frame;
use crate::data::Number;
use crate::encode::Fps;
use crate::error::{Error, Result};
use crate::figure::{AnyKey, Axes, Figure, Key};
use crate::record::held::Held;
use crate::record::left::left;
use crate::record::outcome::{Fault, Outcome};
use crate::record::rooms::{begin_rooms, keep_rooms};
use crate::record::{AutoWriter, Receipt, Recording, Writer};
use crate::render::Renderer;

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

/// Makes a movie of sets of artists, of which only one set is visible in each frame: matplotlib's `ArtistAnimation`.
///
/// Artists that are in no set are always visible. Titles belong to a set like artists do, and change with it.
///
/// ```
/// use grabframe::prelude::*;
/// # fn main() -> grabframe::Result<()> {
/// # let dir = temp_dir::TempDir::new().unwrap();
/// # let path = dir.path().join("steps.gif");
/// let mut fig = Figure::pixels(320, 240);
/// let ax = fig.add_axes();
/// let sets: Vec<ArtistSet> = (0..5)
///     .map(|i| {
///         let t = f64::from(i);
///         let dot = fig[ax].scatter([t], [t * t]);
///         let words = fig[ax].text(t, t * t, format!("  ({t}, {})", t * t));
///         ArtistSet::new([dot.into(), words.into()]).title(ax, format!("t = {t}"))
///     })
///     .collect();
/// let receipt = animate_artists(&mut fig, sets).fps(2).repeat_delay(1000.0).save(&path)?;
/// assert_eq!(receipt.frames, 5);
/// # Ok(())
/// # }
/// ```
///
/// # Panics
/// If an artist of a set, or axes that it has a title for, are not in the figure.
#[track_caller]
pub fn animate_artists<'f, S: Into<ArtistSet>>(
    figure: impl Into<Held<'f>>,
    sets: impl IntoIterator<Item = S>,
) -> Animation<'f> {
    let figure = figure.into();
    let sets: Vec<ArtistSet> = sets.into_iter().map(Into::into).collect();
    for set in &sets {
        for key in &set.artists {
            figure.get().expect(*key);
        }
        for (axes, _) in &set.titles {
            _ = &figure.get()[*axes];
        }
    }
    let total = sets.len() as u64;
    let all: Vec<AnyKey> = sets.iter().flat_map(|set| set.artists.iter().copied()).collect();
    let mut sets = sets.into_iter();
    let mut shown: Option<Vec<AnyKey>> = None;
    Animation::new(figure, Some(total), move |figure| {
        let Some(set) = sets.next() else { return Ok(false) };
        // the first time everything is hidden, later only what was shown
        for key in shown.as_ref().unwrap_or(&all) {
            figure.set_visible(*key, false);
        }
        for key in &set.artists {
            figure.set_visible(*key, true);
        }
        for (axes, title) in set.titles {
            figure[axes].set_title(title);
        }
        shown = Some(set.artists);
        Ok(true)
    })
}

/// The artists, and the titles, of one frame of [`animate_artists`].
///
/// A list of [`AnyKey`] is a set too, and so is the [`Key`] of an artist that is alone in its frame.
#[derive(Clone, Debug, Default)]
pub struct ArtistSet {
    artists: Vec<AnyKey>,
    titles: Vec<(Key<Axes>, String)>,
}

impl ArtistSet {
    /// These artists.
    #[must_use]
    pub fn new(artists: impl IntoIterator<Item = AnyKey>) -> Self {
        Self { artists: artists.into_iter().collect(), titles: Vec::new() }
    }

    /// And one more artist.
    #[must_use]
    pub fn with(mut self, artist: impl Into<AnyKey>) -> Self {
        self.artists.push(artist.into());
        self
    }

    /// And this title over these axes.
    #[must_use]
    pub fn title(mut self, axes: Key<Axes>, title: impl Into<String>) -> Self {
        self.titles.push((axes, title.into()));
        self
    }
}

impl<A: Artist> From<Key<A>> for ArtistSet {
    fn from(artist: Key<A>) -> Self {
        Self::new([artist.into()])
    }
}

impl From<Vec<AnyKey>> for ArtistSet {
    fn from(artists: Vec<AnyKey>) -> Self {
        Self::new(artists)
    }
}

impl<const N: usize> From<[AnyKey; N]> for ArtistSet {
    fn from(artists: [AnyKey; N]) -> Self {
        Self::new(artists)
    }
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
    progress: Option<Progress<'f>>,
}

type Progress<'f> = Box<dyn FnMut(u64, Option<u64>) + 'f>;

/// Whether there is a frame.
type Step = std::result::Result<bool, Fault>;

impl<'f> Animation<'f> {
    fn new(figure: Held<'f>, total: Option<u64>, step: impl FnMut(&mut Figure) -> Step + 'f) -> Self {
        let fps = AutoWriter::new().frame_rate();
        Self { figure, total, step: Box::new(step), fps, repeat_delay: 0.0, progress: None }
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

    /// Calls `progress` after every frame with the number of frames done and, if it is known, of all frames.
    pub fn progress(mut self, progress: impl FnMut(u64, Option<u64>) + 'f) -> Self {
        self.progress = Some(Box::new(progress));
        self
    }

    /// The frames themselves, drawn one by one as they are asked for. The frame rate and the delay have no meaning here.
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
        let Self { mut figure, total, mut step, mut progress, .. } = self;
        let (mut renderer, mut done, mut over) = (Renderer::new(), 0, false);
        begin_rooms(figure.get_mut());
        std::iter::from_fn(move || {
            let figure = figure.get_mut();
            if over {
                return None;
            }
            match step(figure) {
                Ok(true) => done += 1,
                Ok(false) => return None,
                Err(source) => {
                    over = true;
                    return Some(Err(Error::update(done, source)));
                }
            }
            keep_rooms(figure, None);
            let frame = renderer.render(figure).clone();
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
        let Self { figure, total, mut step, repeat_delay, mut progress, .. } = self;
        if !(repeat_delay.is_finite() && repeat_delay >= 0.0) {
            return Err(Error::bad_option("the repeat delay must be a positive number of milliseconds"));
        }
        let mut movie = writer.saving(figure, path)?;
        loop {
            match step(movie.figure_mut()) {
                Ok(true) => movie.grab_frame()?,
                Ok(false) => break,
                Err(source) => return Err(stopped(movie, source)),
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
fn stopped(movie: Recording<'_>, source: Fault) -> Error {
    let frame = movie.frames();
    let path = movie.path().to_path_buf();
    let kept = left(&path, movie.finish().err());
    Error::update(frame, source).kept_in(kept)
}

impl std::fmt::Debug for Animation<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Animation").field("fps", &self.fps).field("total", &self.total).finish_non_exhaustive()
    }
}
