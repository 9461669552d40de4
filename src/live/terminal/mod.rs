//! Frames in the terminal that the program runs in.

mod half;
mod kitty;
mod sixel;
#[cfg(test)]
mod tests;
mod tty;

use std::io::{IsTerminal, Write};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::canvas::Frame;
use crate::data::Number;
use crate::error::{Error, Result};
use crate::geom::Size;
use crate::threads::{Receiver, queue, spawn};
use crate::view::{Latest, Shown, View, fit, shrink};

/// How a terminal shows pictures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum TerminalGraphics {
    /// Two pixels for each letter, in 24-bit colour, or in 240 colours where the terminal has no more. Every terminal can do that; lines
    /// are seen, but labels cannot be read in one of usual size.
    HalfBlocks,
    /// Pixels, of up to 256 colours a frame: xterm as a VT340, foot, WezTerm, mlterm, Windows Terminal, iTerm2, Konsole.
    Sixel,
    /// Pixels: kitty, Ghostty, Konsole.
    Kitty,
}

/// Shows a recording in the terminal that the program runs in, here or over ssh: a [`View`].
///
/// Frames are drawn at the upper left, in place, as large as there is room, and never larger than they are. What the program prints
/// meanwhile goes on below, two lines at least. A thread of its own draws the newest frame, at most
/// [ten a second](TerminalView::per_second): a slow line, or a terminal that is stopped, costs the loop nothing.
///
/// [`new`](TerminalView::new) asks the terminal what it can show. Where standard output is no terminal (a file, a batch job) that is an
/// error, so that nothing is printed there:
///
/// ```
/// use grabframe::TerminalView;
/// use grabframe::prelude::*;
/// # fn main() -> grabframe::Result<()> {
/// # let dir = temp_dir::TempDir::new().unwrap();
/// # let path = dir.path().join("wave.gif");
/// let mut fig = Figure::pixels(320, 240);
/// let ax = fig.add_axes();
/// let line = fig[ax].add(Line::empty());
/// let mut movie = GifWriter::new().fps(20).saving(&mut fig, &path)?;
/// if let Ok(view) = TerminalView::new() {
///     movie.add_view(view);
/// }
/// for step in 0..20 {
///     movie[line].push(step, (0.3 * f64::from(step)).sin());
///     movie.grab_frame()?;
/// }
/// movie.finish()?;
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
pub struct TerminalView {
    screen: Arc<Mutex<Screen>>,
    per_second: f64,
    running: Option<Running>,
}

/// The thread that draws.
#[derive(Debug)]
struct Running {
    latest: Arc<Latest>,
    /// Hears that it has ended.
    ended: Receiver<()>,
}

/// What is drawn on.
struct Screen {
    out: Box<dyn Write + Send>,
    graphics: TerminalGraphics,
    /// Whether it has 24-bit colours.
    rich: bool,
    /// Width and height of a letter in pixels.
    cell: (u32, u32),
    /// Lines and columns.
    size: (u32, u32),
    /// When they were looked up; `None` if they are as they were told.
    looked: Option<Instant>,
    /// How many lines of text the last frame took; none was drawn before the first.
    lines: Option<u32>,
}

impl TerminalView {
    /// A view on the terminal that standard output is.
    ///
    /// What it can show is asked of it, which takes some milliseconds, and of one that does not answer a second. Within tmux
    /// and screen, and on systems other than Unix, there are half blocks.
    ///
    /// # Errors
    /// [`ErrorKind::NoDisplay`](crate::ErrorKind::NoDisplay) if standard output is no terminal, or one that says it can nothing (`TERM=dumb`).
    /// Nothing is printed then.
    pub fn new() -> Result<Self> {
        let term = std::env::var("TERM").unwrap_or_default();
        if !std::io::stdout().is_terminal() || term == "dumb" {
            let reason = "standard output is no terminal that could show pictures; run the program in one, without redirecting it, or \
                          watch the recording in a browser";
            return Err(Error::no_display(reason));
        }
        // the console of Linux would print the question
        let answer = if term == "linux" { None } else { tty::ask() };
        let has = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        // these show other colours, or none, when they are told what they do not know
        let poor = term == "linux"
            || has("STY")
            || std::env::var_os("TERM_PROGRAM").is_some_and(|name| name == "Apple_Terminal");
        let graphics = answer.map_or(TerminalGraphics::HalfBlocks, |answer| answer.graphics);
        let view = Self::on(std::io::stdout(), graphics, 24, 80);
        let mut screen = lock(&view.screen);
        screen.rich = !poor || has("COLORTERM");
        screen.cell = answer.and_then(|answer| answer.cell).unwrap_or(screen.cell);
        screen.look();
        drop(screen);
        Ok(view)
    }

    /// A view on a terminal elsewhere (a line, a socket), of so many lines and columns. Nothing is asked, and its size does not change.
    ///
    /// ```
    /// use grabframe::{TerminalGraphics, TerminalView};
    /// use grabframe::prelude::*;
    /// # fn main() -> grabframe::Result<()> {
    /// # let dir = temp_dir::TempDir::new().unwrap();
    /// # let path = dir.path().join("pts");
    /// let other = std::fs::File::create(&path).unwrap(); // such as /dev/pts/3
    /// let mut view = TerminalView::on(other, TerminalGraphics::HalfBlocks, 24, 80);
    /// view.show(&Figure::pixels(64, 48).render())?;
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn on(out: impl Write + Send + 'static, graphics: TerminalGraphics, lines: u32, columns: u32) -> Self {
        let screen = Screen {
            out: Box::new(out),
            graphics,
            rich: true,
            cell: (10, 20),
            size: (lines, columns),
            looked: None,
            lines: None,
        };
        Self { screen: Arc::new(Mutex::new(screen)), per_second: 10.0, running: None }
    }

    /// Shows pictures so, whatever the terminal has said of itself.
    #[must_use]
    pub fn graphics(self, graphics: TerminalGraphics) -> Self {
        lock(&self.screen).graphics = graphics;
        self
    }

    /// How pictures are shown.
    #[must_use]
    pub fn get_graphics(&self) -> TerminalGraphics {
        lock(&self.screen).graphics
    }

    /// Draws at most so many frames a second. Default: 10.
    ///
    /// # Panics
    /// If it is not positive and finite.
    #[must_use]
    #[track_caller]
    pub fn per_second(mut self, frames: impl Number) -> Self {
        let frames = frames.to_f64();
        assert!(frames > 0.0 && frames.is_finite(), "{frames} frames a second cannot be shown; it must be positive");
        self.per_second = frames;
        self
    }

    /// Draws a picture now, without a recording: `TerminalView::new()?.show(&fig.render())?`.
    ///
    /// # Errors
    /// [`ErrorKind::Io`](crate::ErrorKind::Io) if the terminal cannot be written to.
    pub fn show(&mut self, frame: &Frame) -> Result<()> {
        lock(&self.screen).draw(frame)
    }

    /// The thread that draws, which is started for the first frame.
    fn latest(&mut self) -> Option<&Latest> {
        if self.running.is_none() {
            let latest = Arc::new(Latest::new(self.per_second));
            let (ends, ended) = queue(1);
            let (screen, frames) = (Arc::clone(&self.screen), Arc::clone(&latest));
            let work = move || {
                run(&screen, &frames);
                ends.send(());
            };
            // without a thread nothing is shown
            spawn("grabframe terminal", Box::new(work)).ok()?;
            self.running = Some(Running { latest, ended });
        }
        self.running.as_ref().map(|running| &*running.latest)
    }
}

impl View for TerminalView {
    fn offer(&mut self, frame: &Frame, shown: &Shown) {
        if let Some(latest) = self.latest() {
            latest.offer(frame, shown);
        }
    }

    fn rest(&mut self, last: &Frame, shown: &Shown) {
        if let Some(latest) = self.latest() {
            latest.rest(last, shown);
        }
    }

    fn finish(&mut self, last: &Frame, shown: &Shown) {
        if let Some(latest) = self.latest() {
            latest.finish(last, shown);
            latest.close();
        }
        if let Some(running) = self.running.take() {
            // so that what the program prints next comes after; a terminal that is stopped is not waited for
            let _ = running.ended.recv_timeout(Duration::from_secs(1));
        }
    }
}

impl Drop for TerminalView {
    fn drop(&mut self) {
        if let Some(running) = self.running.take() {
            running.latest.close();
        }
    }
}

/// Draws the newest frame, again and again.
fn run(screen: &Mutex<Screen>, frames: &Latest) {
    let (mut drawn, mut frame) = (0, Frame::default());
    loop {
        let newest = frames.wait(Duration::MAX, |newest| newest.over || newest.number > drawn);
        if newest.number == drawn {
            return;
        }
        drawn = newest.number;
        frame.copy_from(&newest.frame);
        drop(newest);
        // nobody can be told, and nobody looks
        if lock(screen).draw(&frame).is_err() {
            return;
        }
    }
}

fn lock(screen: &Mutex<Screen>) -> std::sync::MutexGuard<'_, Screen> {
    screen.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Screen {
    /// How large the terminal is now, as far as it can be known.
    fn look(&mut self) {
        let number = |name: &str| std::env::var(name).ok()?.parse().ok();
        let told = || Some((number("LINES")?, number("COLUMNS")?));
        self.size = tty::size().or_else(told).unwrap_or(self.size);
        self.looked = Some(Instant::now());
    }

    fn draw(&mut self, frame: &Frame) -> Result<()> {
        if frame.size().pixels() == 0 {
            return Ok(());
        }
        let before = self.size;
        if self.looked.is_some_and(|looked| looked.elapsed() >= Duration::from_secs(1)) {
            self.look();
        }
        let mut text = String::from("\x1b[?2026h");
        let (picture, lines) = self.picture(frame)?;
        match self.lines {
            // what is on the screen goes up, where it can be read
            None => text.extend(std::iter::repeat_n('\n', self.size.0 as usize)),
            // and the terminal has broken its lines anew
            Some(_) if before != self.size => text.push_str("\x1b[2J"),
            _ => {}
        }
        if self.lines == Some(lines) && before == self.size {
            // what the program prints goes on where it was
            text.push_str("\x1b7\x1b[H");
            text.push_str(&picture);
            text.push_str("\x1b8");
        } else {
            text.push_str("\x1b[H");
            text.push_str(&picture);
            text.push_str(&format!("\x1b[{};1H", lines + 1));
            self.lines = Some(lines);
        }
        text.push_str("\x1b[?2026l");
        let written = self.out.write_all(text.as_bytes()).and_then(|()| self.out.flush());
        written.map_err(|e| Error::io("write to", "the terminal", e))
    }

    /// What draws the frame, and how many lines of text it takes.
    fn picture(&self, frame: &Frame) -> Result<(String, u32)> {
        let (lines, columns) = (self.size.0.saturating_sub(2).max(1), self.size.1.max(1));
        let (wide, high) = match self.graphics {
            TerminalGraphics::HalfBlocks => (1, 2),
            _ => self.cell,
        };
        let room = Size::new(columns.saturating_mul(wide), lines.saturating_mul(high));
        let small = shrink(frame, fit(frame.size(), room));
        let mut text = String::new();
        match self.graphics {
            TerminalGraphics::HalfBlocks => half::half_blocks(&small, self.rich, &mut text),
            TerminalGraphics::Sixel => sixel::sixel(&small, &mut text),
            TerminalGraphics::Kitty => kitty::kitty(&small, &mut text)?,
        }
        Ok((text, small.height().div_ceil(high)))
    }
}

impl std::fmt::Debug for Screen {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Screen").field("graphics", &self.graphics).field("size", &self.size).finish_non_exhaustive()
    }
}
