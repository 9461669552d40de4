//! Who looks at a recording while it runs.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::time::{Duration, Instant};

use crate::canvas::Frame;
use crate::encode::{Fps, words};
use crate::geom::Size;
use crate::view::{Shown, View};

/// How long no frame comes until views are told.
pub(crate) const REST: Duration = Duration::from_millis(50);

/// The views of a recording, on the thread that encodes, and what they are told.
pub(crate) struct Views {
    all: Vec<Box<dyn View>>,
    shown: Shown,
    fps: Fps,
    began: Instant,
    /// The frame that is encoded, or was last.
    last: Frame,
    /// What became of those that panicked.
    notes: Vec<String>,
}

impl Views {
    pub(crate) fn new(path: PathBuf, size: Size, fps: Fps) -> Self {
        let shown = Shown { path, size, fps: Some(fps), ..Shown::default() };
        Self { all: Vec::new(), shown, fps, began: Instant::now(), last: Frame::default(), notes: Vec::new() }
    }

    pub(crate) fn add(&mut self, view: Box<dyn View>) {
        self.all.push(view);
    }

    /// How many frames were shown.
    pub(crate) fn frames(&self) -> u64 {
        self.shown.frames
    }

    pub(crate) fn last(&self) -> &Frame {
        &self.last
    }

    /// Shows the next frame, and keeps it. In its place comes the memory of the one before.
    pub(crate) fn show(&mut self, frame: &mut Frame, total: Option<u64>, held: Duration) {
        std::mem::swap(&mut self.last, frame);
        let before = self.shown.frames;
        self.shown.frames = before + 1;
        if !self.all.is_empty() {
            self.shown.total = total;
            self.shown.time = Duration::from_secs_f64(before as f64 * self.fps.frame_seconds()) + held;
            self.shown.elapsed = self.began.elapsed();
            self.each(|view, frame, shown| view.offer(frame, shown));
        }
    }

    /// The frame that was shown last, if nobody will want to see it again.
    pub(crate) fn spare(&mut self) -> Option<Frame> {
        self.all.is_empty().then(|| std::mem::take(&mut self.last))
    }

    /// Whether somebody looks.
    pub(crate) fn any(&self) -> bool {
        !self.all.is_empty()
    }

    pub(crate) fn rest(&mut self) {
        self.each(|view, frame, shown| view.rest(frame, shown));
    }

    /// The end, of which this is said. What is to be noted of it.
    pub(crate) fn finish(mut self, said: impl FnOnce() -> String) -> Vec<String> {
        if !self.all.is_empty() {
            self.shown.elapsed = self.began.elapsed();
            self.shown.ended = Some(said());
            self.each(|view, frame, shown| view.finish(frame, shown));
            // a view's own `drop` is a program's code, too
            self.all.drain(..).for_each(drop_view);
        }
        self.notes
    }

    fn each(&mut self, mut work: impl FnMut(&mut dyn View, &Frame, &Shown)) {
        let Self { all, shown, last, notes, .. } = self;
        if shown.frames == 0 {
            return;
        }
        let mut index = 0;
        while let Some(view) = all.get_mut(index) {
            match catch_unwind(AssertUnwindSafe(|| work(&mut **view, last, shown))) {
                Ok(()) => index += 1,
                Err(panic) => {
                    let said = words(&*panic);
                    notes.push(format!("a view panicked at frame {} and saw no more: {said}", shown.frames));
                    drop_view(all.remove(index));
                }
            }
        }
    }
}

fn drop_view(view: Box<dyn View>) {
    let _ = catch_unwind(AssertUnwindSafe(|| drop(view)));
}
