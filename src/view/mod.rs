//! What looks at a recording while it runs: one more receiver of frames, beside the encoders.

mod latest;
mod scale;

pub(crate) use latest::Latest;
pub(crate) use scale::{fit, shrink};

use std::path::PathBuf;
use std::time::Duration;

use crate::canvas::Frame;
use crate::fps::Fps;
use crate::geom::Size;

/// Looks at the frames of a movie while it is recorded: a window, a page, a terminal, or what a program makes of them.
///
/// [`Recording::add_view`](crate::Recording::add_view) and [`MovieFile::add_view`](crate::MovieFile::add_view) take one. It is called
/// on the thread that encodes, with each frame before that is encoded. The movie is the same with it and without. What takes
/// long belongs on a thread of its own: while a view works, nothing is encoded. A view that panics is dropped, which a note in the receipt says,
/// and the recording goes on.
///
/// ```
/// use std::sync::mpsc::{Sender, channel};
///
/// use grabframe::prelude::*;
/// use grabframe::{Shown, View};
///
/// /// Sends on how bright each frame is.
/// struct Brightness(Sender<(u64, f64)>);
///
/// impl View for Brightness {
///     fn offer(&mut self, frame: &Frame, shown: &Shown) {
///         let sum: f64 = frame.as_rgb().iter().map(|level| f64::from(*level)).sum();
///         let _ = self.0.send((shown.frames, sum / frame.as_rgb().len() as f64));
///     }
///
///     fn finish(&mut self, _last: &Frame, shown: &Shown) {
///         assert_eq!(shown.frames, 3);
///         assert!(shown.ended.as_ref().is_some_and(|receipt| receipt.contains("3 frames")));
///     }
/// }
///
/// # fn main() -> grabframe::Result<()> {
/// # let dir = temp_dir::TempDir::new().unwrap();
/// # let path = dir.path().join("fade.gif");
/// let (send, receive) = channel();
/// let mut movie = GifWriter::new().fps(10).open(&path, (32, 16))?;
/// movie.add_view(Brightness(send));
/// let mut frame = Frame::new(32, 16);
/// for level in [0, 100, 200] {
///     frame.as_rgb_mut().fill(level);
///     movie.write_frame(&frame)?;
/// }
/// movie.finish()?;
/// assert_eq!(receive.iter().collect::<Vec<_>>(), [(1, 0.0), (2, 100.0), (3, 200.0)]);
/// # Ok(())
/// # }
/// ```
pub trait View: Send {
    /// A frame, on its way to the encoder. A view may pass over any of them.
    fn offer(&mut self, frame: &Frame, shown: &Shown);

    /// No frame has come for a while: this is still the last. It was offered before, and whoever passed over it then may show it
    /// now. Default: nothing is done.
    fn rest(&mut self, last: &Frame, shown: &Shown) {
        _ = (last, shown);
    }

    /// The recording has ended, whether it was finished, dropped, given up, or failed: this is the last frame, which was offered
    /// before, and [`Shown::ended`] says what came of it. Called once, and not if there was no frame. Default: the frame is offered
    /// again.
    fn finish(&mut self, last: &Frame, shown: &Shown) {
        self.offer(last, shown);
    }
}

impl<V: View + ?Sized> View for Box<V> {
    fn offer(&mut self, frame: &Frame, shown: &Shown) {
        (**self).offer(frame, shown);
    }

    fn rest(&mut self, last: &Frame, shown: &Shown) {
        (**self).rest(last, shown);
    }

    fn finish(&mut self, last: &Frame, shown: &Shown) {
        (**self).finish(last, shown);
    }
}

/// What is known of a frame that a [`View`] is offered, and of the recording so far.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Shown {
    /// How many frames have been grabbed with this one: it is the frame of this number, counted from 1. 0 is a picture that is in
    /// no movie.
    pub frames: u64,
    /// How many there will be, if [`expect_frames`](crate::Recording::expect_frames) told it.
    pub total: Option<u64>,
    /// When the frame begins in the movie.
    pub time: Duration,
    /// How long the recording has run.
    pub elapsed: Duration,
    /// The frame rate of the movie.
    pub fps: Option<Fps>,
    /// The size of the movie in pixels, which may be that of the frame enlarged.
    pub size: Size,
    /// Where the movie goes; empty for a picture that is in none.
    pub path: PathBuf,
    /// What came of the recording, once it has ended: the line of its [`Receipt`](crate::Receipt), or the error.
    pub ended: Option<String>,
}

impl Shown {
    /// Of a picture that is in no movie.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}
