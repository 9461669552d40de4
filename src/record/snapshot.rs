//! Figures that are drawn beside the simulation.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use crate::canvas::Frame;
use crate::encode::words;
use crate::error::{Error, Result};
use crate::figure::Figure;
use crate::render::Renderer;

/// A figure as it stood when it was grabbed.
pub(crate) struct Snapshot {
    pub(crate) figure: Figure,
    /// The resolution in which it is drawn, if not in its own.
    pub(crate) dpi: Option<f64>,
}

/// Draws snapshots, one after the other.
#[derive(Default)]
pub(crate) struct Drawer {
    renderer: Option<Renderer>,
    picture: Frame,
    /// How long it took.
    pub(crate) busy: Duration,
}

impl Drawer {
    /// The picture of a snapshot, which is let go: what it shares with the figure is the figure's alone again.
    ///
    /// # Errors
    /// If an artist panics. `frame` is the number of the frame, for the message.
    pub(crate) fn draw(&mut self, snapshot: Snapshot, frame: u64) -> Result<&Frame> {
        let start = Instant::now();
        let Snapshot { figure, dpi } = snapshot;
        let renderer = self.renderer.get_or_insert_with(|| renderer_at(dpi));
        let drawn = catch_unwind(AssertUnwindSafe(|| renderer.render_into(&figure, &mut self.picture)));
        self.busy += start.elapsed();
        match drawn {
            Ok(()) => Ok(&self.picture),
            Err(panic) => {
                // its words may be a user's code, too
                let artist = catch_unwind(AssertUnwindSafe(|| Some(renderer.fell_over(&figure)?.words())));
                Err(Error::drawing(frame, artist.unwrap_or_default(), words(&*panic)))
            }
        }
    }
}

/// A renderer for figures in this resolution, or in their own.
pub(crate) fn renderer_at(dpi: Option<f64>) -> Renderer {
    dpi.map_or_else(Renderer::new, |dpi| Renderer::new().dpi(dpi))
}
