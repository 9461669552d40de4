//! A movie that can be read.

use std::path::{Path, PathBuf};
use std::time::Duration;

use super::frames::{AFTER, no_frame};
use super::limits::checked_size;
use super::pictures::Pictures;
use super::probe::Movie;
use super::reader::Reader;
use super::readers::reader_of;
use super::{About, Frames, TimedFrames, probe, seek, sequence, stills};
use crate::canvas::Frame;
use crate::data::Number;
use crate::error::{Error, Result};
use crate::fps::Fps;
use crate::geom::Size;
use crate::numbered::is_pattern;

/// A movie that can be read back: cv2's `VideoCapture`.
///
/// | path | read by |
/// |---|---|
/// | GIF | in process |
/// | APNG, PNG (a movie of one frame) | in process |
/// | WebP, animated or still, with and without loss | in process |
/// | `name-%05d.png`, or a folder of PNG files, in the order of the numbers in their names | in process |
/// | the same of WebP or GIF files: the first picture of each | in process |
/// | the same of JPEG, BMP, TIFF and other pictures, shown in the size of the first | ffmpeg |
/// | MP4, MKV, WebM, AVI and all else | ffmpeg and ffprobe |
///
/// What is in the file decides, not its extension. A `Video` is what the file says of itself, and cheap to clone; each
/// call of [`frames`](Self::frames) starts a decoder of its own, so that two may run side by side. Frames are decoded one
/// by one, and the memory needed does not depend on how many there are.
///
/// ```
/// use grabframe::prelude::*;
/// # fn main() -> grabframe::Result<()> {
/// # let dir = temp_dir::TempDir::new().unwrap();
/// # let path = dir.path().join("count.gif");
/// # let mut fig = Figure::pixels(160, 120);
/// # let ax = fig.add_axes();
/// # let mut movie = GifWriter::new().fps(15).metadata("title", "Counting").metadata("artist", "me").saving(&mut fig, &path)?;
/// # for i in 0..10 {
/// #     movie[ax].set_title(i.to_string());
/// #     movie.grab_frame()?;
/// # }
/// # movie.finish()?;
/// let video = Video::open(&path)?;
/// assert_eq!((video.size(), video.fps()), (Size::new(160, 120), Fps::new(15, 1)));
/// assert_eq!(video.metadata_value("title"), Some("Counting"));
/// for frame in video.frames() {
///     let frame = frame?;
///     let pixels = frame.as_rgb();        // or frame.view(), an array of height x width x 3
///     assert_eq!(pixels.len(), 160 * 120 * 3);
/// }
/// # assert_eq!(video.frames().count(), 10);
/// # Ok(())
/// # }
/// ```
///
/// Frames are what players show. What is transparent is shown on white. Pictures that a file notes as rotated or flipped,
/// as phones do, are turned upright by ffmpeg. Movies without a word on their colours are taken for BT.709 from 720 rows
/// on, and for BT.601 below. Pixels that are not square stay as they are stored, unless [`square_pixels`](Self::square_pixels)
/// is asked for. Sound is left aside. Pictures may have up to 65,535 pixels in each direction and 67,108,864 in all.
///
/// The transparency of VP8 and VP9 is decoded by libvpx, which nearly every ffmpeg has; with one that has not, it is not
/// seen.
#[derive(Clone, Debug)]
pub struct Video {
    path: PathBuf,
    /// The same, absolute.
    place: PathBuf,
    kind: Kind,
    about: About,
    /// Where [`frames`](Self::frames) begins.
    from: Duration,
}

#[derive(Clone, Debug)]
enum Kind {
    InProcess(&'static Reader),
    /// Files that are read in process.
    Sequence(Vec<PathBuf>),
    /// Files that ffmpeg reads; what was found out about the first.
    Stills(Vec<PathBuf>, Box<Movie>),
    Movie(Movie),
}

impl Video {
    /// Opens a movie: reads all that is said about it, and decodes nothing yet.
    ///
    /// # Errors
    /// [`ErrorKind::Io`](crate::ErrorKind::Io) if there is no such file; [`ErrorKind::Decode`](crate::ErrorKind::Decode) if it
    /// is no movie, has no frames, claims an absurd size, or if a folder has no pictures;
    /// [`ErrorKind::FfmpegNotFound`](crate::ErrorKind::FfmpegNotFound) if it needs ffmpeg or ffprobe and they are not there.
    pub fn open(path: impl AsRef<Path>) -> Result<Self> {
        let path = path.as_ref();
        // what is meant stays the same if the program changes its folder
        let place = std::path::absolute(path).map_err(|e| Error::io("find", path, e))?;
        let (kind, about) = if path.is_dir() || (is_pattern(path) && !path.exists()) {
            let files = sequence::files(path)?;
            match reader_of(&files[0])? {
                None => {
                    let (first, movie) = probe::about(&files[0])?;
                    let about = sequence::about(files.len(), first.size);
                    (Kind::Stills(files, Box::new(movie)), about)
                }
                Some(reader) => {
                    let about = sequence::about(files.len(), sequence::size_of(&files[0], reader)?);
                    (Kind::Sequence(files), about)
                }
            }
        } else {
            match reader_of(path)? {
                Some(reader) => (Kind::InProcess(reader), (reader.about)(path)?),
                None => {
                    let (about, movie) = probe::about(path)?;
                    (Kind::Movie(movie), about)
                }
            }
        };
        Ok(Self { path: path.into(), place, kind, about, from: Duration::ZERO })
    }

    /// The path as it was given.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Width and height in pixels, as the pictures are shown. A recording of odd size in a format of even sizes has become one pixel larger.
    #[must_use]
    pub const fn size(&self) -> Size {
        self.about.size
    }

    /// Width and height of a pixel as it is meant to be shown, as a fraction: (1, 1) for square ones.
    ///
    /// Others are in movies of television and of some cameras: 720 x 576 pixels of (64, 45) are shown as 1024 x 576. Files
    /// that are read in process are shown with square ones whatever they say, as browsers do it.
    #[must_use]
    pub const fn sample_aspect(&self) -> (u32, u32) {
        match &self.kind {
            Kind::Movie(movie) => movie.look.aspect,
            _ => (1, 1),
        }
    }

    /// The same movie with square pixels: pictures are stretched to the shape in which they are meant to be shown. The
    /// shorter side of a pixel grows, so that no detail is lost, and [`size`](Self::size) is the new size.
    ///
    /// ```no_run
    /// use grabframe::prelude::*;
    /// # fn main() -> grabframe::Result<()> {
    /// let video = Video::open("tape.avi")?;       // 720x576 with a sample aspect of (64, 45)
    /// let video = video.square_pixels()?;         // 1024x576
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// [`ErrorKind::Decode`](crate::ErrorKind::Decode) if the pictures would have more pixels than are read.
    pub fn square_pixels(mut self) -> Result<Self> {
        if let Kind::Movie(movie) = &mut self.kind {
            self.about.size = checked_size(&self.path, movie.look.square(self.about.size))?;
            movie.look.aspect = (1, 1);
        }
        Ok(self)
    }

    /// Frames a second, as a fraction.
    ///
    /// For a GIF, an APNG or a WebP, the simplest rate that explains its delays, which are often rounded to hundredths or
    /// thousandths of a second. Of other movies, the rate that the file declares, if the times of its frames agree, else the
    /// one that explains them. For any movie whose frames are shown unequally long, the average. Numbered PNG files and
    /// stills say nothing of it, and have 30.
    #[must_use]
    pub const fn fps(&self) -> Fps {
        self.about.fps
    }

    /// How many frames can be read; nothing if only decoding it would tell, until it was read once to its end.
    ///
    /// What a container says is believed only where it is certain: files up to 64 MiB are looked through, packet by
    /// packet, and of larger ones an MP4 whose count fits its length. Not known beforehand are streams that begin between
    /// two key frames, interlaced H.264, and what may hold packets without a picture.
    ///
    /// A picture that did not change is one longer frame in a GIF, APNG or WebP of this crate.
    #[must_use]
    pub fn frame_count(&self) -> Option<u64> {
        self.about.frames.or_else(|| match &self.kind {
            Kind::Movie(movie) => movie.known.count.get().copied(),
            _ => None,
        })
    }

    /// How long it plays once. Zero if the file does not say.
    #[must_use]
    pub const fn duration(&self) -> Duration {
        self.about.duration
    }

    /// What is written in the file: title, artist, comment, and what its muxer added. GIFs have a comment alone; if all
    /// its lines are `key: value`, they are entries. Of a WebP's XMP, what has a common name is read: `title`, `artist`,
    /// `comment`, `copyright`, `keywords`, `source`, `date`, `software`.
    #[must_use]
    pub fn metadata(&self) -> &[(String, String)] {
        &self.about.metadata
    }

    /// The first value of a key, in any case of letters: containers write `title`, `TITLE` and `Title`. What is recorded as
    /// `artist` is an `Author` in a PNG, and is found by either name.
    #[must_use]
    pub fn metadata_value(&self, key: &str) -> Option<&str> {
        let find = |key: &str| self.metadata().iter().find(|(k, _)| k.to_lowercase() == key);
        let key = key.to_lowercase();
        let other = match key.as_str() {
            "artist" => "author",
            "author" => "artist",
            other => other,
        };
        find(&key).or_else(|| find(other)).map(|(_, value)| value.as_str())
    }

    /// The frames, from the beginning or from where [`seek`](Self::seek) went.
    ///
    /// A file that is cut off or damaged gives the frames that are whole, and then an error; after an error there is no
    /// more.
    pub fn frames(&self) -> Frames {
        Frames(self.timed_frames())
    }

    /// The frames with the time at which each is shown, and for how long.
    ///
    /// A GIF's delay of 0 or 1 hundredths is a tenth of a second, as browsers and ffmpeg take it, and so is a delay of 0
    /// in an APNG or a WebP.
    ///
    /// ```
    /// use std::time::Duration;
    /// use grabframe::prelude::*;
    /// # fn main() -> grabframe::Result<()> {
    /// # let dir = temp_dir::TempDir::new().unwrap();
    /// # let path = dir.path().join("hold.gif");
    /// # let mut fig = Figure::pixels(160, 120);
    /// # let ax = fig.add_axes();
    /// # let mut movie = GifWriter::new().fps(10).saving(&mut fig, &path)?;
    /// # movie.grab_frame()?;
    /// # movie.hold(2.0)?;
    /// # movie[ax].set_title("after");
    /// # movie.grab_frame()?;
    /// # movie.finish()?;
    /// for shown in Video::open(&path)?.timed_frames() {
    ///     let shown = shown?;
    ///     println!("at {:?} for {:?}: {:?}", shown.time, shown.duration, shown.frame.pixel(0, 0));
    /// }
    /// # let times: Vec<_> = Video::open(&path)?.timed_frames().map(|f| f.unwrap().time).collect();
    /// # assert_eq!(times, [Duration::ZERO, Duration::from_millis(2100)]);
    /// # Ok(())
    /// # }
    /// ```
    pub fn timed_frames(&self) -> TimedFrames {
        let steady = self.about.steady.then_some(self.about.fps);
        TimedFrames::new(self.pictures(), self.from, steady, self.about.duration)
    }

    /// [`frames`](Self::frames) begins from now on with the frame that is shown `seconds` after the movie's beginning.
    ///
    /// Time begins with the first frame that is shown, also in a file whose clock begins elsewhere, or whose sound begins
    /// before. `seek(k / fps)` goes to frame `k`, counted from 0, in every movie whose frames are shown equally long, and
    /// `seek(0.0)` to the beginning. At the movie's very end the last frame is still shown. It is exact: ffmpeg decodes from
    /// a key frame before, or from the beginning where key frames cannot be found by time, as in a bare stream of H.264.
    ///
    /// # Errors
    /// [`ErrorKind::BadOption`](crate::ErrorKind::BadOption) if the time is negative, no number, or behind the movie's end; a
    /// movie that does not say when it ends gives that error when frames are asked for.
    pub fn seek(&mut self, seconds: impl Number) -> Result<()> {
        let seconds = seconds.to_f64();
        let bad = || Error::bad_option(no_frame(seconds, self.duration()));
        let from = Duration::try_from_secs_f64(seconds).map_err(|_| bad())?;
        // of a movie that does not say how long it is, reading tells; some say when the last frame begins
        let frame = if self.about.frames.is_none() { self.about.fps.frame_seconds() } else { 0.0 };
        let after = AFTER + Duration::try_from_secs_f64(frame).unwrap_or_default();
        if !self.duration().is_zero() && from > self.duration().saturating_add(after) {
            return Err(bad());
        }
        self.from = from;
        Ok(())
    }

    fn pictures(&self) -> Result<Pictures> {
        let size = self.about.size;
        match &self.kind {
            Kind::InProcess(reader) => (reader.pictures)(&self.place),
            Kind::Sequence(files) => {
                Ok(sequence::pictures(files.clone(), size, sequence::number(files.len(), self.from)))
            }
            Kind::Stills(files, movie) => {
                stills::pictures(files, size, movie, sequence::number(files.len(), self.from))
            }
            Kind::Movie(movie) => seek::pictures(&self.place, &self.about, movie, self.from),
        }
    }
}

impl IntoIterator for &Video {
    type Item = Result<Frame>;
    type IntoIter = Frames;

    fn into_iter(self) -> Frames {
        self.frames()
    }
}

impl IntoIterator for Video {
    type Item = Result<Frame>;
    type IntoIter = Frames;

    fn into_iter(self) -> Frames {
        self.frames()
    }
}
