//! What is in a legend, and in which order.

use crate::artist::LegendHandle;
use crate::figure::{Figure, Legend, Slot};
use crate::style::Theme;

/// An artist that is in the legend, or a part of one.
pub(super) struct Shown {
    /// The position of its axes in the figure, ..
    pub(super) owner: usize,
    /// .. and its own in these.
    pub(super) slot: usize,
    pub(super) part: bool,
    pub(super) revision: u64,
    pub(super) handle: LegendHandle,
    pub(super) label: String,
}

/// The entries of a legend of the axes at these positions, in the order in which they are drawn.
pub(super) fn shown(fig: &Figure, legend: &Legend, axes: &[usize]) -> Vec<Shown> {
    let mut shown = Vec::new();
    if let Some(handles) = &legend.handles {
        for key in handles {
            if let Some((owner, slot)) = fig.place_of_artist(*key)
                && slot.1.artist().common().visible
            {
                add(&mut shown, (owner, fig.get_theme()), slot, true);
            }
        }
    } else {
        for &owner in axes {
            for slot in fig.axes_at(owner).map(|axes| axes.visible()).into_iter().flatten() {
                add(&mut shown, (owner, fig.get_theme()), slot, !legend.labels.is_empty());
            }
        }
        // as matplotlib: names alone are for the first artists, whatever these are called
        if !legend.labels.is_empty() {
            shown.truncate(legend.labels.len());
        }
    }
    for (one, label) in shown.iter_mut().zip(&legend.labels) {
        one.label.clone_from(label);
    }
    if legend.reverse {
        shown.reverse();
    }
    shown
}

/// Adds the entries of an artist; `all`: also where they have no name.
fn add(shown: &mut Vec<Shown>, (owner, theme): (usize, &Theme), (slot, at): (usize, &Slot), all: bool) {
    let artist = at.artist();
    let (common, revision, before) = (artist.common(), at.revision(), shown.len());
    let named = |label: &str| all || !label.is_empty() && !label.starts_with('_');
    let mut entry = |label: &str, handle: LegendHandle, part| {
        if named(label) {
            let handle = handle.in_theme(theme, common.alpha);
            shown.push(Shown { owner, slot, part, revision, handle, label: label.into() });
        }
    };
    artist.legend_parts(&mut |label, handle| entry(label, handle, true));
    let label = common.label.as_deref();
    if named(label.unwrap_or(""))
        && let Some(handle) = artist.legend_handle()
    {
        entry(label.unwrap_or(""), handle, false);
    }
    // what has names for its parts alone has none for itself
    let parts = shown[before..].iter().any(|one| one.part);
    if parts && label.is_none() {
        let mut k = before;
        while k < shown.len() {
            if shown[k].part { k += 1 } else { _ = shown.remove(k) }
        }
    }
}
