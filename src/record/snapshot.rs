//! Figures that are drawn beside the simulation.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use crate::canvas::Frame;
use crate::encode::words;
use crate::error::{Error, Result};
use crate::figure::{Figure, Slot};
use crate::layout::Layout;
use crate::record::rooms::keep_rooms;
use crate::render::Renderer;

/// A figure as it stood when it was grabbed.
pub(crate) struct Snapshot {
    pub(crate) figure: Figure,
    /// Its layout, if that was made.
    pub(crate) layout: Option<Layout>,
    /// The resolution in which it is drawn, if not in its own.
    pub(crate) dpi: Option<f64>,
}

/// The figure as it stands, after the room that its labels have now is kept for frames to come.
pub(crate) fn snapshot(figure: &mut Figure, dpi: Option<f64>) -> Snapshot {
    let layout = keep_rooms(figure, dpi);
    Snapshot { figure: figure.clone(), layout, dpi }
}

/// Draws snapshots, one after the other.
#[derive(Default)]
pub(crate) struct Drawer {
    renderer: Option<Renderer>,
    /// How long it took.
    pub(crate) busy: Duration,
}

impl Drawer {
    /// Draws a snapshot, which is let go: what it shares with the figure is the figure's alone again.
    ///
    /// # Errors
    /// If an artist panics. `frame` is the number of the frame, for the message.
    pub(crate) fn draw(&mut self, snapshot: Snapshot, frame: u64, picture: &mut Frame) -> Result<()> {
        let start = Instant::now();
        let Snapshot { figure, layout, dpi } = snapshot;
        let renderer = self.renderer.get_or_insert_with(|| renderer_at(dpi));
        let drawn = catch_unwind(AssertUnwindSafe(|| renderer.render_laid_out(&figure, layout, picture)));
        self.busy += start.elapsed();
        match drawn {
            Ok(()) => Ok(()),
            Err(panic) => {
                // its words may be a user's code, too
                let named = || renderer.fell_over(&figure).or_else(|| refuses(&figure)).map(Slot::words);
                let artist = catch_unwind(AssertUnwindSafe(named));
                Err(Error::drawing(frame, artist.unwrap_or_default(), words(&*panic)))
            }
        }
    }
}

/// A renderer for figures in this resolution, or in their own.
pub(crate) fn renderer_at(dpi: Option<f64>) -> Renderer {
    dpi.map_or_else(Renderer::new, |dpi| Renderer::new().dpi(dpi))
}

/// Who panics when it is asked again what was asked before anything was painted.
fn refuses(figure: &Figure) -> Option<&Slot> {
    for (.., axes) in figure.axes() {
        for (_, slot) in axes.visible() {
            let artist = slot.artist();
            let ask = || {
                artist.legend_parts(&mut |_, _| {});
                (artist.bounds(), artist.default_zorder(), artist.color_scale(), artist.legend_handle())
            };
            if catch_unwind(AssertUnwindSafe(ask)).is_err() {
                return Some(slot);
            }
        }
    }
    None
}
