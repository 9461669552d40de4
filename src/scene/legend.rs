//! Legends.

use crate::artist::{Painter, Place, Scratch};
use crate::figure::Figure;
use crate::geom::Path;
use crate::layout::{AxesLayout, Layout, LegendLayout};
use crate::project::Projection;
use crate::scene::order::slot_of;
use crate::style::{FillRule, theme};
use crate::surface::{Line, Shape, Snap, Stroke, Surface};

/// Draws the legend of axes.
pub(super) fn paint(
    fig: &Figure,
    layout: &Layout,
    axes: &AxesLayout,
    legend: &LegendLayout,
    to: &mut dyn Surface,
    scratch: &mut Scratch,
) {
    let scale = layout.pixels_per_point;
    let outline = Path::rounded_rect(Snap::on(to).middles(legend.frame), legend.corner);
    to.fill(Shape::Path(&outline, FillRule::NonZero), theme::legend::FACE);
    to.stroke(Line::Path(&outline), &Stroke::solid(theme::legend::FRAME_WIDTH * scale, theme::legend::EDGE));
    for entry in &legend.entries {
        if let Some(slot) = slot_of(fig, axes, entry.slot) {
            let (area, artist) = (entry.room, slot.artist());
            let (projection, alpha) = (Projection::shares_of(area), artist.common().alpha);
            let place = Place { area, projection: &projection, pixels_per_point: scale, fonts: &layout.fonts, alpha };
            artist.paint_handle(&mut Painter::new(to, scratch, place));
        }
        let text = &entry.text;
        to.words(&text.words(&layout.fonts), text.anchor, text.color);
    }
}
