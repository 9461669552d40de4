//! What a recording remembers in the figure: the room that its labels had. Axes then move only when a label would be cut off.

use crate::figure::{Figure, Rooms};
use crate::layout::Layout;

/// Room that labels had in an earlier recording is not missed in this one.
pub(super) fn begin_rooms(figure: &mut Figure) {
    figure.set_rooms(Rooms::default());
}

/// The room that labels have in the frame that is about to be drawn is theirs in those to come. It is said before, so that the
/// frame and a still of the figure after it are the same. The layout of that frame, if it is known then.
pub(super) fn keep_rooms(figure: &mut Figure, dpi: Option<f64>) -> Option<Layout> {
    let held = figure.rooms();
    if !figure.get_constrained() || held.frozen && !held.grids.is_empty() {
        return None;
    }
    let (layout, made) = Layout::with_rooms(figure, dpi.unwrap_or(figure.get_dpi()));
    let Some(made) = made else { return Some(layout) };
    figure.set_rooms(made.rooms);
    made.settled.then_some(layout)
}

/// As much room as labels have now they have from now on, and no more. Of a figure without axes: as they have in the first frame with
/// some.
pub(super) fn freeze_rooms(figure: &mut Figure, dpi: Option<f64>) {
    keep_rooms(figure, dpi);
    let rooms = Rooms { frozen: true, ..figure.rooms().clone() };
    figure.set_rooms(rooms);
}
