//! What all threads of a page share, and the one that compresses.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::guard::Guard;
use super::pictures::{Picture, Pictures};
use crate::canvas::Frame;
use crate::figure::Figure;
use crate::render::Renderer;
use crate::view::{Latest, Shown};

/// How long a viewer waits until it is asked whether it is still there.
const ASK: Duration = Duration::from_millis(500);

/// What all threads of a page share.
#[derive(Debug)]
pub(super) struct Page {
    pub(super) guard: Guard,
    /// Tells this run from others at the same address.
    pub(super) run: String,
    pub(super) latest: Latest,
    figures: Mutex<Figures>,
    pictures: Mutex<State>,
    ready: Condvar,
    /// How many wait for a picture.
    waiting: AtomicUsize,
    /// The number of the last frame that was compressed.
    done: AtomicU64,
}

/// Figures that are shown without a movie.
#[derive(Debug, Default)]
struct Figures {
    /// The newest, if it is not drawn yet.
    waiting: Option<Box<Figure>>,
    /// Whether one is being drawn.
    busy: bool,
}

#[derive(Debug)]
struct State {
    pictures: Pictures,
    over: bool,
}

impl Page {
    pub(super) fn new(guard: Guard, run: String, per_second: f64, memory: usize) -> Self {
        Self {
            guard,
            run,
            latest: Latest::new(per_second),
            figures: Mutex::default(),
            pictures: Mutex::new(State { pictures: Pictures::new(memory), over: false }),
            ready: Condvar::new(),
            waiting: AtomicUsize::new(0),
            done: AtomicU64::new(0),
        }
    }

    /// The figure as it stands is to be seen. It is drawn if somebody looks.
    pub(super) fn show(&self, figure: &Figure) {
        let before = self.figures().waiting.replace(Box::new(figure.clone()));
        // not while the other thread waits for the lock
        drop(before);
        if self.somebody_looks() {
            self.latest.wake();
        }
    }

    /// The newest picture, once there is one after that `version`; `None` if there is none after so long, or ever. Now and then
    /// `wanted` is asked whether to go on.
    pub(super) fn newer(
        &self,
        version: u64,
        patience: Duration,
        wanted: &mut dyn FnMut() -> bool,
    ) -> Option<Arc<Picture>> {
        let _looking = Looking::at(self);
        let until = Instant::now() + patience;
        let newest = |state: &State| state.pictures.newest().map_or(0, |newest| newest.version);
        // what was compressed before anybody looked is not what is newest
        let stale = if self.is_behind() { newest(&self.lock()) } else { 0 };
        let idle = |state: &mut State| !state.over && newest(state) <= version.max(stale);
        loop {
            let left = until.saturating_duration_since(Instant::now());
            let waited = self.ready.wait_timeout_while(self.lock(), left.min(ASK), idle);
            let (state, late) = waited.unwrap_or_else(PoisonError::into_inner);
            if !late.timed_out() || left <= ASK {
                return state.pictures.newest().filter(|newest| newest.version > version).cloned();
            }
            drop(state);
            if !wanted() {
                return None;
            }
        }
    }

    /// The version of the newest picture, if that is of what came last.
    pub(super) fn newest(&self) -> Option<u64> {
        (!self.is_behind()).then(|| self.lock().pictures.newest().map_or(0, |newest| newest.version))
    }

    /// Whether something came that is not compressed.
    fn is_behind(&self) -> bool {
        let last = self.latest.wait(Duration::ZERO, |_| true).number;
        last > self.done.load(Ordering::Acquire) || self.has_figure()
    }

    /// The picture of that number, or the nearest.
    pub(super) fn at(&self, number: u64) -> Option<Arc<Picture>> {
        self.lock().pictures.at(number).cloned()
    }

    /// The picture with what is known of it, as it goes to the browser: four bytes that say how long the JSON is, that, the image.
    pub(super) fn message(&self, picture: &Picture) -> Vec<u8> {
        let (oldest, newest) = {
            let state = self.lock();
            (state.pictures.oldest(), state.pictures.newest().map(|newest| newest.number))
        };
        let (run, Picture { version, number, about, image, .. }) = (&self.run, picture);
        let (oldest, newest) = (oldest.unwrap_or(*number), newest.unwrap_or(*number));
        let json = format!(
            "{{\"run\":\"{run}\",\"version\":{version},\"number\":{number},\"oldest\":{oldest},\"newest\":{newest},{about}}}"
        );
        [&(json.len() as u32).to_be_bytes(), json.as_bytes(), image].concat()
    }

    /// Compresses what is newest, while somebody looks, until nothing more comes.
    pub(super) fn compress(&self) {
        let (mut done, mut frame, mut renderer) = (0, Frame::default(), Renderer::new());
        loop {
            let newest = self.latest.wait(Duration::MAX, |newest| {
                newest.over || self.somebody_looks() && (newest.number > done || self.has_figure())
            });
            if newest.over {
                break;
            }
            let shown = newest.shown.clone();
            let is_new = newest.number > done;
            if is_new {
                done = newest.number;
                frame.copy_from(&newest.frame);
            }
            drop(newest);
            if is_new {
                self.publish(Picture::new(&frame, &shown));
                self.done.store(done, Ordering::Release);
            }
            let figure = {
                let mut figures = self.figures();
                figures.busy = figures.waiting.is_some();
                figures.waiting.take()
            };
            if let Some(figure) = figure {
                // an artist may be a program's own
                match catch_unwind(AssertUnwindSafe(|| renderer.render_into(&figure, &mut frame))) {
                    Ok(()) => self.publish(Picture::new(&frame, &Shown::new())),
                    Err(_) => renderer = Renderer::new(),
                }
                self.figures().busy = false;
            }
        }
    }

    /// Nobody need wait any more.
    pub(super) fn close(&self) {
        self.latest.close();
        self.lock().over = true;
        self.ready.notify_all();
    }

    fn publish(&self, picture: Picture) {
        self.lock().pictures.add(picture);
        self.ready.notify_all();
    }

    fn has_figure(&self) -> bool {
        let figures = self.figures();
        figures.waiting.is_some() || figures.busy
    }

    fn figures(&self) -> MutexGuard<'_, Figures> {
        self.figures.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn somebody_looks(&self) -> bool {
        self.waiting.load(Ordering::Relaxed) > 0
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.pictures.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Held by who waits for a picture.
struct Looking<'a>(&'a Page);

impl<'a> Looking<'a> {
    fn at(page: &'a Page) -> Self {
        page.waiting.fetch_add(1, Ordering::Relaxed);
        page.latest.wake();
        Self(page)
    }
}

impl Drop for Looking<'_> {
    fn drop(&mut self) {
        self.0.waiting.fetch_sub(1, Ordering::Relaxed);
    }
}
