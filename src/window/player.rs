//! A window of ffplay, which reads pictures from its standard input.

use std::process::{Child, Stdio};
use std::sync::Arc;
use std::time::Duration;

use super::{INSTEAD, is_set};
use crate::canvas::Frame;
use crate::error::{Error, Result};
use crate::ffmpeg::{End, Input, Log, command, describe, ffplay, kill, own_group, try_wait};
use crate::geom::Size;
use crate::threads::spawn;
use crate::view::{Latest, Shown};

/// After so long without a newer picture the last is given again: the first is shown when there is a second, and one that waits to be
/// given something does not hear that it is closed.
const AGAIN: Duration = Duration::from_millis(100);

/// A running ffplay, and the thread that feeds it: it takes a second to start, and nothing when it is told to wait (`p`).
#[derive(Debug)]
pub(super) struct Player {
    size: Size,
    latest: Arc<Latest>,
    child: Child,
    log: Arc<Log>,
}

impl Player {
    /// Opens a window that shows this.
    pub(super) fn start(frame: &Frame, title: &str) -> Result<Self> {
        let program = ffplay();
        let mut command = command(&program);
        let size = frame.size();
        command
            .args(
                "-hide_banner -loglevel error -an -autoexit -f rawvideo -pixel_format rgb24 -framerate 100".split(' '),
            )
            // what it is given is shown, without looking ahead
            .args("-probesize 32 -fflags nobuffer -sync video -noframedrop".split(' '))
            .arg("-video_size")
            .arg(format!("{}x{}", size.width, size.height))
            .arg("-window_title")
            .arg(title)
            .args(["-i", "-"])
            .stdout(Stdio::null())
            .stderr(Stdio::piped());
        own_group(&mut command);
        // where it finds no display it would draw what nobody sees
        if cfg!(all(unix, not(target_os = "macos"))) && !is_set("SDL_VIDEODRIVER") {
            command.env("SDL_VIDEODRIVER", if is_set("DISPLAY") { "x11" } else { "wayland" });
        }
        let (mut child, input) = Input::spawn(command).map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => Error::no_display(format!(
                "no window can be opened: the program `{}` was not found, which comes with ffmpeg (apt install ffmpeg, brew install \
                 ffmpeg, winget install ffmpeg); install it, or {INSTEAD}",
                program.display()
            )),
            _ => Error::io("run", &program, error),
        })?;
        let (latest, log) = (Arc::new(Latest::new(1.0)), Arc::new(Log::default()));
        if let Some(stderr) = child.stderr.take() {
            let log = Arc::clone(&log);
            // what it says is not needed for more than an error
            let _ = spawn("ffplay's words", Box::new(move || log.drain_lines(stderr, |_| false)));
        }
        let player = Self { size, latest, child, log };
        player.show(frame);
        let feed = {
            let latest = Arc::clone(&player.latest);
            move || feed(input, &latest)
        };
        spawn("grabframe window", Box::new(feed)).map_err(|e| Error::io("feed", program, e))?;
        Ok(player)
    }

    pub(super) const fn size(&self) -> Size {
        self.size
    }

    /// Shows a picture, unless another comes before it is given.
    pub(super) fn show(&self, frame: &Frame) {
        self.latest.finish(frame, &Shown::new());
    }

    /// Whether nobody has closed it.
    ///
    /// # Errors
    /// If it could not be opened.
    pub(super) fn is_open(&mut self) -> Result<bool> {
        match try_wait(&mut self.child) {
            Ok(None) => Ok(true),
            // who closes it ends it well; one that was killed is closed, too
            Ok(Some(End::Seen(status))) if status.code().is_some_and(|code| code != 0) => {
                let said = self.log.text();
                let said = said.lines().next().unwrap_or("it printed nothing");
                let how = describe(status);
                Err(Error::no_display(format!("ffplay could not show a window ({how}): {said}; {INSTEAD}")))
            }
            _ => Ok(false),
        }
    }
}

impl Drop for Player {
    fn drop(&mut self) {
        self.latest.close();
        kill(&mut self.child);
        let _ = self.child.wait();
    }
}

fn feed(mut input: Input, latest: &Latest) {
    let (mut given, mut frame) = (0, Frame::default());
    loop {
        let newest = latest.wait(AGAIN, |newest| newest.over || newest.number > given);
        if newest.over {
            break;
        }
        if newest.number > given {
            given = newest.number;
            frame.copy_from(&newest.frame);
        }
        drop(newest);
        // it was closed
        if input.write_all(frame.as_rgb()).is_err() {
            return;
        }
    }
    input.end();
}
