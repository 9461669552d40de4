//! Figures in a window, while a program runs.

#[cfg(feature = "window")]
mod native;
#[cfg(feature = "window")]
mod paint;
mod player;

use std::time::{Duration, Instant};

#[cfg(feature = "window")]
use self::native::Native;
use self::player::Player;
use crate::canvas::Frame;
use crate::data::Number;
use crate::error::{Error, Result};
use crate::figure::Figure;
use crate::render::Renderer;

impl Figure {
    /// Shows the figure in a window, and waits until that is closed: `plt.show()`. See [`Window`] for what opens it.
    ///
    /// ```no_run
    /// use grabframe::prelude::*;
    /// # fn main() -> grabframe::Result<()> {
    /// let mut fig = Figure::new();
    /// let ax = fig.add_axes();
    /// fig[ax].plot([0.0, 1.0, 2.0], [0.0, 1.0, 4.0]);
    /// fig.show()?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// As [`Window::new`] and [`Window::drawnow`].
    pub fn show(&self) -> Result<()> {
        let mut window = Window::new()?;
        window.drawnow(self)?;
        window.wait()
    }
}

/// A window that shows a figure while a loop changes it: MATLAB's `drawnow` and `pause`, without a recording. A recording has
/// [`pause`](crate::Recording::pause) and [`drawnow`](crate::Recording::drawnow) itself.
///
/// ```no_run
/// use grabframe::Window;
/// use grabframe::prelude::*;
/// # fn main() -> grabframe::Result<()> {
/// let mut fig = Figure::new();
/// let ax = fig.add_axes();
/// let line = fig[ax].add(Line::empty());
/// let mut window = Window::new()?;
/// for step in 0..100 {
///     fig[line].push(step, (0.1 * f64::from(step)).sin());
///     if !window.pause(&fig, 0.05)? {
///         break; // somebody closed it
///     }
/// }
/// window.wait()?; // plt.show()
/// # Ok(())
/// # }
/// ```
///
/// The figure is scaled when the window is made larger or smaller, and `q` closes it. With the feature `window` it is a window of this
/// program, of the thread that opened it (on macOS that must be the main thread): `s` saves what is seen as `Figure_1.png`, `p` or space lets
/// the loop wait in its next [`pause`](Window::pause) or [`drawnow`](Window::drawnow) until it is pressed again, `.` or the right arrow lets it go on by one, `f` fills the screen.
///
/// Without the feature, and where that cannot be, it is a window of ffplay, which comes with ffmpeg: a process of its own, which is
/// there after a second or so. On a machine without a display, or without ffplay, there is an error that says what to do. The variable
/// `GRABFRAME_WINDOW` can be set to `ffplay` or `native`, so that there is no other.
///
/// The window goes when the `Window` does.
#[derive(Debug)]
pub struct Window {
    renderer: Renderer,
    window: FrameWindow,
}

impl Window {
    /// A window, which is opened when there is something to draw.
    ///
    /// # Errors
    /// [`ErrorKind::NoDisplay`](crate::ErrorKind::NoDisplay) if the machine has no display, or nothing that opens a window.
    pub fn new() -> Result<Self> {
        Ok(Self { renderer: Renderer::new(), window: FrameWindow::new("Figure".into())? })
    }

    /// With these words above it. Default: `Figure`.
    #[must_use]
    pub fn title(mut self, title: impl Into<String>) -> Self {
        self.window.title = title.into();
        self
    }

    /// Shows the figure as it stands, and goes on at once: at most 30 pictures a second are drawn, and others passed over. Whether the window
    /// is still there; one that was closed is not opened again.
    ///
    /// # Errors
    /// [`ErrorKind::NoDisplay`](crate::ErrorKind::NoDisplay) if the window cannot be opened. It may be told by a later call.
    pub fn drawnow(&mut self, fig: &Figure) -> Result<bool> {
        self.window.drawnow(|| self.renderer.render(fig))
    }

    /// Shows the figure as it stands, and waits for so many seconds, those of drawing among them: `plt.pause`. Whether the window is still
    /// there; once it was closed, this only waits.
    ///
    /// # Errors
    /// As [`drawnow`](Window::drawnow); [`ErrorKind::BadOption`](crate::ErrorKind::BadOption) if `seconds` is negative, not finite or
    /// over a million.
    pub fn pause(&mut self, fig: &Figure, seconds: impl Number) -> Result<bool> {
        self.window.pause(seconds.to_f64(), || self.renderer.render(fig))
    }

    /// Waits until the window is closed; not at all if nothing was drawn.
    ///
    /// # Errors
    /// As [`drawnow`](Window::drawnow).
    pub fn wait(mut self) -> Result<()> {
        while self.is_open()? {
            self.window.wait_until(Instant::now() + Duration::from_millis(20))?;
        }
        Ok(())
    }

    /// Whether there is a window: not before something was drawn, and not after it was closed.
    ///
    /// # Errors
    /// As [`drawnow`](Window::drawnow).
    pub fn is_open(&mut self) -> Result<bool> {
        Ok(!matches!(self.window.state, State::Fresh) && self.window.is_open()?)
    }
}

/// A window for pictures that are drawn elsewhere.
#[derive(Debug)]
pub(crate) struct FrameWindow {
    title: String,
    state: State,
    /// When the next picture is due.
    due: Instant,
}

/// Between two pictures of a loop that does not wait.
const PERIOD: Duration = Duration::from_millis(33);

#[derive(Debug)]
enum State {
    /// Nothing was drawn yet.
    Fresh,
    #[cfg(feature = "window")]
    Native(Native),
    Player(Player),
    Closed,
}

impl FrameWindow {
    pub(crate) fn new(title: String) -> Result<Self> {
        check_display()?;
        Ok(Self { title, state: State::Fresh, due: Instant::now() })
    }

    pub(crate) fn drawnow<'a>(&mut self, frame: impl FnOnce() -> &'a Frame) -> Result<bool> {
        self.draw(false, frame)
    }

    pub(crate) fn pause<'a>(&mut self, seconds: f64, frame: impl FnOnce() -> &'a Frame) -> Result<bool> {
        let start = Instant::now();
        if !(0.0..=1e6).contains(&seconds) {
            let reason = format!("a pause of {seconds} seconds cannot be made; it is 0 to a million");
            return Err(Error::bad_option(reason));
        }
        self.draw(true, frame)?;
        self.wait_until(start + Duration::from_secs_f64(seconds))?;
        self.is_open()
    }

    /// Whether nobody has closed it.
    fn is_open(&mut self) -> Result<bool> {
        let open = match &mut self.state {
            State::Fresh => Ok(true),
            #[cfg(feature = "window")]
            State::Native(window) => Ok(window.is_open()),
            State::Player(player) => player.is_open(),
            State::Closed => Ok(false),
        };
        if !matches!(open, Ok(true)) {
            self.state = State::Closed;
        }
        open
    }

    /// Shows a frame, for certain if it is the `last` for a while. Whether there is a window.
    fn draw<'a>(&mut self, last: bool, frame: impl FnOnce() -> &'a Frame) -> Result<bool> {
        let now = Instant::now();
        if !self.is_open()? || !last && now < self.due {
            return Ok(!matches!(self.state, State::Closed));
        }
        self.due = now + PERIOD;
        let frame = frame();
        match &mut self.state {
            #[cfg(feature = "window")]
            State::Native(window) if window.size() == frame.size() => window.show(frame)?,
            State::Player(player) if player.size() == frame.size() => player.show(frame),
            // another size is another window
            _ => {
                self.state = State::Fresh;
                self.state = open(frame, &self.title)?;
            }
        }
        self.is_open()
    }

    fn wait_until(&self, end: Instant) -> Result<()> {
        #[cfg(feature = "window")]
        if let State::Native(window) = &self.state {
            return window.wait_until(end);
        }
        std::thread::sleep(end.saturating_duration_since(Instant::now()));
        Ok(())
    }
}

/// Opens a window that shows this: of this process where it can, else of ffplay.
#[cfg(feature = "window")]
fn open(frame: &Frame, title: &str) -> Result<State> {
    let asked = std::env::var_os("GRABFRAME_WINDOW").unwrap_or_default();
    let player = || Player::start(frame, title).map(State::Player);
    if asked == "ffplay" {
        return player();
    }
    match Native::start(frame, title) {
        Ok(window) => Ok(State::Native(window)),
        Err(error) if asked == "native" => Err(error),
        Err(error) => player().map_err(|_| error),
    }
}

#[cfg(not(feature = "window"))]
fn open(frame: &Frame, title: &str) -> Result<State> {
    Player::start(frame, title).map(State::Player)
}

/// What there is instead of a window.
const INSTEAD: &str = "watch the recording in a browser with `movie.watch(\"127.0.0.1:0\")` (feature `watch`), show it in the terminal with `TerminalView`, or save it";

/// Refuses where no window can be seen.
fn check_display() -> Result<()> {
    if cfg!(all(unix, not(target_os = "macos"))) && !is_set("DISPLAY") && !is_set("WAYLAND_DISPLAY") {
        let reason = format!("no window can be opened, since there is no display (DISPLAY is not set); {INSTEAD}");
        return Err(Error::no_display(reason));
    }
    Ok(())
}

fn is_set(variable: &str) -> bool {
    std::env::var_os(variable).is_some_and(|value| !value.is_empty())
}
