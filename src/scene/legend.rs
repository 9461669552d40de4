//! Legends.

use crate::artist::{Painter, Place, Scratch};
use crate::figure::Figure;
use crate::geom::Path;
use crate::layout::{Layout, LegendLayout};
use crate::project::Projection;
use crate::style::FillRule;
use crate::surface::{Line, Shape, Snap, Stroke, Surface};

/// Draws a legend.
pub(super) fn paint(fig: &Figure, layout: &Layout, legend: &LegendLayout, to: &mut dyn Surface, scratch: &mut Scratch) {
    let scale = layout.pixels_per_point;
    let outline = Path::rounded_rect(Snap::on(to).middles(legend.frame), legend.corner);
    if legend.face.a > 0 {
        to.fill(Shape::Path(&outline, FillRule::NonZero), legend.face);
    }
    if legend.edge.a > 0 {
        to.stroke(Line::Path(&outline), &Stroke::solid(layout.theme.legend_edge_width * scale, legend.edge));
    }
    for entry in &legend.entries {
        if let Some(slot) = fig.axes_at(entry.owner).and_then(|axes| axes.slot_at(entry.slot)) {
            let (area, artist) = (entry.room, slot.artist());
            // the handle of a part has the opacity already
            let alpha = if entry.part { 1.0 } else { artist.common().alpha };
            let projection = Projection::shares_of(area);
            let (projection, fonts, theme) = (&projection, &layout.fonts, &*layout.theme);
            let place = Place { area, projection, pixels_per_point: scale, fonts, theme, alpha };
            let mut painter = Painter::new(to, scratch, place);
            if entry.part {
                entry.handle.paint(&mut painter);
            } else {
                artist.paint_handle(&mut painter);
            }
        }
    }
    for text in legend.title.iter().chain(legend.entries.iter().map(|entry| &entry.text)) {
        to.words(&text.words(&layout.fonts), text.anchor, text.color);
    }
}
