//! All axes of a figure in their boxes, each with its colorbars and its title.

use crate::figure::{Colorbar, Figure, RawKey, Seat, Slot};
use crate::geom::Rect;
use crate::layout::axes::{Member, Room, of_axes, of_colorbar};
use crate::layout::cells::{Cells, split_for_colorbar};
use crate::layout::words::Look;
use crate::layout::{AxesLayout, PlacedText, overlap, title};

/// How much of their box axes give up at the right: their position in the figure, and how much.
type Given = Vec<(usize, f32)>;

pub(super) fn lay_out(fig: &Figure, cells: &Cells, look: Look<'_>) -> Vec<AxesLayout> {
    let mut axes = boxes(fig, cells, &Given::new(), look);
    let given = under_colorbars(fig, &axes);
    if !given.is_empty() {
        axes = boxes(fig, cells, &given, look);
    }
    clear_corners(fig, &mut axes);
    title::add_all(fig, &mut axes, look);
    axes
}

/// A colorbar, its artist, the axes of that, and the room that it has.
type Beside<'a> = (usize, &'a Seat<Colorbar, RawKey>, &'a Slot, Rect);

/// The axes in the order of the figure, so that those that belong to others find the boxes of these.
fn boxes(fig: &Figure, cells: &Cells, given: &Given, look: Look<'_>) -> Vec<AxesLayout> {
    let mut out: Vec<AxesLayout> = Vec::new();
    let mut bars: Vec<Beside<'_>> = Vec::new();
    for (index, place, axes) in fig.axes() {
        let mut area = cells.area(place, &|parent| box_of(&out, parent));
        let room = if fig.boxed_in(index) == index {
            let first = bars.len();
            for (twin, _, _) in fig.axes() {
                if fig.boxed_in(twin) == index {
                    for (bar, slot) in fig.colorbars_of(twin) {
                        let (rest, side) = split_for_colorbar(area);
                        area = rest;
                        bars.push((twin, bar, slot, side));
                    }
                }
            }
            let (whole, middle) = (area.x1, area.center().x);
            for (_, reach) in given.iter().filter(|(base, _)| *base == index) {
                area.x1 = area.x1.min((whole - reach).max(middle));
            }
            Room::Own { cell: area, to_the_right: bars.len() > first }
        } else {
            Room::Shared(area)
        };
        let axes = of_axes(Member { fig, index, axes }, room, look);
        let at = out.len();
        out.push(axes);
        for (owner, bar, slot, side) in &bars {
            if *owner == index {
                // an artist that shows no values for now keeps the room
                if let Some(scale) = slot.artist().color_scale() {
                    let colors = (scale, slot.artist().common().alpha);
                    let bar = of_colorbar(&out[at], bar, colors, *side, look);
                    out.push(bar);
                }
            }
        }
    }
    out
}

/// The box of axes that were laid out before.
fn box_of(axes: &[AxesLayout], owner: usize) -> Rect {
    axes.iter().find(|a| a.owner == owner && a.colors.is_none()).map_or_else(Rect::default, |a| a.area)
}

/// Axes whose words at the right would lie under their colorbars: how far these words reach out.
fn under_colorbars(fig: &Figure, axes: &[AxesLayout]) -> Given {
    let mut given = Given::new();
    for bar in axes.iter().filter(|a| a.colors.is_some()) {
        let base = fig.boxed_in(bar.owner);
        for axes in axes.iter().filter(|a| a.colors.is_none() && fig.boxed_in(a.owner) == base) {
            let right = axes.area.x1;
            for text in axes.texts.iter().map(PlacedText::bounds).filter(|text| text.x0 >= right) {
                given.push((base, text.x1 - right));
            }
        }
    }
    given
}

/// Raises what the labels of an upright axis leave out over the words of an axis at the top, also of a twin.
fn clear_corners(fig: &Figure, axes: &mut [AxesLayout]) {
    for at in 0..axes.len() {
        for k in 0..axes[at].texts.len() {
            let text = &axes[at].texts[k];
            if !text.corner {
                continue;
            }
            let (bounds, base) = (text.bounds(), fig.boxed_in(axes[at].owner));
            let mut top = bounds.y1;
            for other in axes.iter().filter(|a| a.colors.is_none() && fig.boxed_in(a.owner) == base) {
                for other in other.texts.iter().filter(|other| !other.corner && overlap(other.bounds(), bounds)) {
                    top = top.min(other.bounds().y0);
                }
            }
            if top < bounds.y1 {
                let raised = axes[at].texts[k].clone().raised(bounds.y1 - top);
                axes[at].texts[k] = raised;
            }
        }
    }
}
