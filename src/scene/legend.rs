//! Legends.

use crate::geom::{Path, Point};
use crate::layout::{Layout, LegendLayout};
use crate::scene::snap::Snap;
use crate::style::{FillRule, Pen, theme};
use crate::surface::{Each, Line, Markers, Shape, Stroke, Surface};

pub(super) fn paint(to: &mut dyn Surface, layout: &Layout, legend: &LegendLayout) {
    let (scale, snap) = (layout.pixels_per_point, Snap::on(to));
    let width = theme::legend::FRAME_WIDTH * scale;
    let outline = Path::rounded_rect(snap.middles(legend.frame), legend.corner);
    to.fill(Shape::Path(&outline, FillRule::NonZero), theme::legend::FACE);
    to.stroke(Line::Path(&outline), &Stroke::solid(width, theme::legend::EDGE));
    for entry in &legend.entries {
        let height = entry.room.height();
        if let Some((color, width, style)) = &entry.handle.line {
            // lies on whole pixels, as it does not move and is straight
            let odd = ((width * scale).round() as i32) % 2 == 1;
            let y = snap.line(entry.room.y1 - height / 2.0, odd);
            let ends = [Point::new(snap.line(entry.room.x0, odd), y), Point::new(snap.line(entry.room.x1, odd), y)];
            let (pen, mut lengths) = (Pen { style: style.clone(), ..Pen::new(*color, *width) }, Vec::new());
            to.stroke(Line::Points(&ends), &Stroke::of(&pen, *color, scale, &mut lengths));
        }
        if let Some(marker) = &entry.handle.marker {
            let at = Point::new(entry.room.center().x, entry.room.y1 - height * entry.handle.marker_height);
            to.markers(
                &[(f64::from(at.x), f64::from(at.y))],
                &Markers {
                    marker: &marker.marker,
                    sizes: Each::One(marker.size * scale),
                    faces: Each::One(marker.face),
                    edges: Each::One(marker.edge),
                    edge_width: marker.edge_width * scale,
                },
            );
        }
        let text = &entry.text;
        to.words(&text.text, text.size, text.anchor, text.color);
    }
}
