//! Frames for a function.

use std::sync::{Arc, Mutex};

use crate::canvas::Frame;
use crate::encode::{Callback, CallbackEncoder, Encoder, Fps};
use crate::error::Result;
use crate::record::writers::{Settings, common_setters, settings_getters};
use crate::record::{Target, Writer};

/// Hands every frame to a function: to show it, to send it somewhere, to encode it in your own way.
///
/// The function is called on the recording's second thread, one frame at a time and in order; while it is busy, the
/// simulation goes on until three frames wait. An error that it returns ends the recording, and comes back from the next
/// call. A hold hands over the last frame again, as often as it takes at the frame rate. The path is used in messages
/// only. All clones of a writer share their function.
///
/// Raw frames into the input of another program, or anything else that is [`std::io::Write`]:
///
/// ```
/// use std::io::Write;
///
/// use grabframe::prelude::*;
/// # fn main() -> grabframe::Result<()> {
/// let mut out = Vec::new(); // a `ChildStdin`, a `TcpStream`, ..
/// let writer = CallbackWriter::new(move |frame| out.write_all(frame.as_rgb()));
/// let mut fig = Figure::pixels(64, 48);
/// let mut movie = writer.saving(&mut fig, "the stream")?;
/// movie.grab_frame()?;
/// assert_eq!(movie.finish()?.bytes, 64 * 48 * 3);
/// # Ok(())
/// # }
/// ```
///
/// An iterator on another thread:
///
/// ```
/// use std::sync::mpsc::sync_channel;
///
/// use grabframe::prelude::*;
/// # fn main() -> grabframe::Result<()> {
/// let (send, frames) = sync_channel(2); // two frames may wait
/// let consumer = std::thread::spawn(move || frames.iter().map(|frame: Frame| frame.width()).sum::<u32>());
/// let writer = CallbackWriter::new(move |frame| send.send(frame.clone()).map_err(std::io::Error::other));
/// let mut fig = Figure::pixels(64, 48);
/// let mut movie = writer.saving(&mut fig, "the channel")?;
/// drop(writer); // it has the other end of the channel, too
/// movie.grab_frame()?;
/// movie.grab_frame()?;
/// movie.finish()?;
/// assert_eq!(consumer.join().unwrap(), 128);
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct CallbackWriter {
    settings: Settings,
    callback: Callback,
}

impl CallbackWriter {
    /// With this function. An error of any kind becomes one of `std::io` by `std::io::Error::other`.
    #[must_use]
    pub fn new(callback: impl FnMut(&Frame) -> std::io::Result<()> + Send + 'static) -> Self {
        Self { settings: Settings::default(), callback: Arc::new(Mutex::new(callback)) }
    }

    common_setters!();
}

impl Writer for CallbackWriter {
    settings_getters!();

    fn makes_one_file(&self) -> bool {
        false
    }

    fn encoder(&self, target: &Target<'_>) -> Result<Box<dyn Encoder>> {
        let (fps, callback) = (self.settings.fps.checked()?, self.callback.clone());
        Ok(Box::new(CallbackEncoder::open(target.path, target.size, fps, callback)?))
    }
}

impl std::fmt::Debug for CallbackWriter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("CallbackWriter").field("settings", &self.settings).finish_non_exhaustive()
    }
}
