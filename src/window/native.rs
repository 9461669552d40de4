//! A window of this process (feature `window`).
//!
//! Systems hand events to one thread, and to whoever asks for them there: the loop, each time that it draws or waits. What they need
//! cannot be kept in a recording, which may go to another thread; so it belongs to the thread, and a recording knows a number.

use std::cell::RefCell;
use std::num::NonZeroU32;
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use winit::application::ApplicationHandler;
use winit::dpi::PhysicalSize;
use winit::event::{ElementState, WindowEvent};
use winit::event_loop::{ActiveEventLoop, EventLoop};
use winit::keyboard::{Key, NamedKey};
use winit::platform::pump_events::EventLoopExtPumpEvents;
use winit::window::{Fullscreen, Window, WindowId};

use super::INSTEAD;
use super::paint::paint;
use crate::canvas::Frame;
use crate::error::{Error, Result};
use crate::geom::Size;
use crate::view::fit;

thread_local! {
    static EVENTS: RefCell<Option<Events>> = const { RefCell::new(None) };
}

/// A window, known by its flag: what the thread has of it goes when nobody has the flag.
#[derive(Debug)]
pub(super) struct Native {
    open: Arc<AtomicBool>,
    size: Size,
}

struct Events {
    source: EventLoop<()>,
    app: App,
}

/// The windows of a thread.
#[derive(Default)]
struct App {
    windows: Vec<Opened>,
    /// One that is to be opened, and why it could not be.
    wanted: Option<(Size, String, Arc<AtomicBool>)>,
    failed: Option<String>,
}

type Surface = softbuffer::Surface<Rc<Window>, Rc<Window>>;

struct Opened {
    open: Arc<AtomicBool>,
    window: Rc<Window>,
    surface: Surface,
    title: String,
    frame: Frame,
    /// Whether the loop is to wait.
    paused: bool,
    /// Whether it may go on once.
    step: bool,
}

impl Native {
    /// Opens a window that shows this.
    pub(super) fn start(frame: &Frame, title: &str) -> Result<Self> {
        let refused = |why: &str| Error::no_display(format!("no window can be opened: {why}; {INSTEAD}"));
        let open = Arc::new(AtomicBool::new(true));
        EVENTS.with_borrow_mut(|events| {
            let events = match events {
                Some(events) => events,
                none => none.insert(Events { source: source().map_err(|why| refused(&why))?, app: App::default() }),
            };
            events.app.wanted = Some((frame.size(), title.into(), Arc::clone(&open)));
            events.pump(Duration::ZERO);
            // a window manager may take its time
            let start = Instant::now();
            while events.app.find(&open).is_none() && events.app.failed.is_none() && start.elapsed().as_secs() < 5 {
                events.pump(Duration::from_millis(10));
            }
            events.app.wanted = None;
            match events.app.failed.take() {
                Some(why) => Err(refused(&why)),
                None if events.app.find(&open).is_none() => Err(refused("nothing came of it within five seconds")),
                None => Ok(()),
            }
        })?;
        let native = Self { open, size: frame.size() };
        native.show(frame)?;
        Ok(native)
    }

    pub(super) const fn size(&self) -> Size {
        self.size
    }

    /// Shows a picture. While it is told to wait (`p`), so does this.
    pub(super) fn show(&self, frame: &Frame) -> Result<()> {
        self.with(|events, open| {
            if let Some(window) = events.app.find(open) {
                window.frame.copy_from(frame);
                window.paint();
            }
            events.pump(Duration::ZERO);
            while events.app.find(open).is_some_and(|window| window.paused && !std::mem::take(&mut window.step)) {
                events.pump(Duration::from_millis(20));
            }
        })
    }

    /// Handles what happens to the window until then.
    pub(super) fn wait_until(&self, end: Instant) -> Result<()> {
        self.with(|events, _| {
            while let left = end.saturating_duration_since(Instant::now())
                && !left.is_zero()
            {
                // there may be nothing that wakes it but the time
                events.pump(left.min(Duration::from_millis(20)));
            }
        })
    }

    /// Whether nobody has closed it.
    pub(super) fn is_open(&self) -> bool {
        self.open.load(Ordering::Relaxed)
    }

    fn with(&self, work: impl FnOnce(&mut Events, &Arc<AtomicBool>)) -> Result<()> {
        EVENTS.with_borrow_mut(|events| match events {
            Some(events) if events.app.has(&self.open) || !self.is_open() => {
                work(events, &self.open);
                Ok(())
            }
            _ => Err(Error::no_display("a window belongs to the thread that opened it; draw and wait there")),
        })
    }
}

impl Drop for Native {
    fn drop(&mut self) {
        self.open.store(false, Ordering::Relaxed);
        // on another thread, or while the thread ends, it goes when that looks
        let _ = EVENTS.try_with(|events| {
            if let Ok(mut events) = events.try_borrow_mut()
                && let Some(events) = &mut *events
            {
                events.pump(Duration::ZERO);
            }
        });
    }
}

/// Where events of windows come from. There is one in a process.
fn source() -> std::result::Result<EventLoop<()>, String> {
    // it would panic there
    if cfg!(target_os = "macos") && std::thread::current().name() != Some("main") {
        return Err("macOS has windows on the main thread only".into());
    }
    let mut builder = EventLoop::builder();
    #[cfg(all(unix, not(target_vendor = "apple")))]
    winit::platform::x11::EventLoopBuilderExtX11::with_any_thread(&mut builder, true);
    #[cfg(windows)]
    winit::platform::windows::EventLoopBuilderExtWindows::with_any_thread(&mut builder, true);
    builder.build().map_err(|error| error.to_string())
}

impl Events {
    /// Handles what has happened, or happens within this time.
    fn pump(&mut self, patience: Duration) {
        self.source.pump_app_events(Some(patience), &mut self.app);
        self.app.windows.retain(|window| window.open.load(Ordering::Relaxed));
    }
}

impl App {
    fn find(&mut self, open: &Arc<AtomicBool>) -> Option<&mut Opened> {
        self.windows.iter_mut().find(|window| Arc::ptr_eq(&window.open, open))
    }

    fn has(&self, open: &Arc<AtomicBool>) -> bool {
        self.windows.iter().any(|window| Arc::ptr_eq(&window.open, open))
    }

    fn open(&mut self, events: &ActiveEventLoop) {
        let Some((size, title, open)) = self.wanted.take() else { return };
        let made = || -> std::result::Result<_, Box<dyn std::error::Error>> {
            // one for printing is larger than the screen
            let screen = events
                .primary_monitor()
                .map(|screen| screen.size())
                .filter(|screen| screen.width > 0 && screen.height > 0);
            let room = screen.map_or(size, |screen| Size::new(screen.width / 10 * 9, screen.height / 10 * 9));
            let size = fit(size, room);
            let size = PhysicalSize::new(size.width, size.height);
            let window =
                Rc::new(events.create_window(Window::default_attributes().with_title(&title).with_inner_size(size))?);
            let context = softbuffer::Context::new(Rc::clone(&window))?;
            let surface = Surface::new(&context, Rc::clone(&window))?;
            Ok((window, surface))
        };
        match made() {
            Ok((window, surface)) => {
                let frame = Frame::default();
                self.windows.push(Opened { open, window, surface, title, frame, paused: false, step: false });
            }
            Err(error) => self.failed = Some(error.to_string()),
        }
    }
}

impl ApplicationHandler for App {
    fn resumed(&mut self, events: &ActiveEventLoop) {
        self.open(events);
    }

    fn about_to_wait(&mut self, events: &ActiveEventLoop) {
        self.open(events);
    }

    fn window_event(&mut self, _: &ActiveEventLoop, id: WindowId, event: WindowEvent) {
        let Some(window) = self.windows.iter_mut().find(|window| window.window.id() == id) else { return };
        match event {
            WindowEvent::CloseRequested | WindowEvent::Destroyed => window.open.store(false, Ordering::Relaxed),
            WindowEvent::RedrawRequested | WindowEvent::Resized(_) => window.paint(),
            // not what was down when the window came to the front, nor what stays down
            WindowEvent::KeyboardInput { event, is_synthetic: false, .. }
                if event.state == ElementState::Pressed && !event.repeat =>
            {
                window.key(&event.logical_key);
            }
            _ => {}
        }
    }
}

impl Opened {
    fn key(&mut self, key: &Key) {
        match key {
            Key::Character(letter) => self.press(letter),
            Key::Named(NamedKey::Space) => self.press("p"),
            Key::Named(NamedKey::ArrowRight) => self.press("."),
            _ => {}
        }
    }

    fn press(&mut self, letter: &str) {
        match letter {
            "q" => self.open.store(false, Ordering::Relaxed),
            "s" => self.save(),
            "f" => {
                let full = self.window.fullscreen().is_none().then_some(Fullscreen::Borderless(None));
                self.window.set_fullscreen(full);
            }
            "p" => {
                (self.paused, self.step) = (!self.paused, false);
                let title = if self.paused { format!("{} (paused)", self.title) } else { self.title.clone() };
                self.window.set_title(&title);
            }
            // one on, and then it waits
            "." if self.paused => self.step = true,
            "." => self.press("p"),
            _ => {}
        }
    }

    /// Into the present folder, as the first that is not there.
    fn save(&self) {
        let name = (1..).map(|i| PathBuf::from(format!("Figure_{i}.png"))).find(|path| !path.exists());
        let name = name.unwrap_or_default();
        let said = match self.frame.save(&name) {
            Ok(()) => format!("{} (saved as {})", self.title, name.display()),
            Err(error) => format!("{} ({error})", self.title),
        };
        self.window.set_title(&said);
    }

    /// What cannot be painted now is painted when something is shown again.
    fn paint(&mut self) {
        let PhysicalSize { width, height } = self.window.inner_size();
        let (Some(w), Some(h)) = (NonZeroU32::new(width), NonZeroU32::new(height)) else { return };
        if self.frame.size().pixels() > 0
            && self.surface.resize(w, h).is_ok()
            && let Ok(mut pixels) = self.surface.buffer_mut()
        {
            paint(&self.frame, &mut pixels, Size::new(width, height));
            let _ = pixels.present();
        }
    }
}
