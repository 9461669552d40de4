//! The overlay: what stands over the data.

use crate::geom::{Path, Point, Rect};
use crate::layout::{AxesLayout, Layout, LegendLayout};
use crate::render::background::{snapped, words};
use crate::style::{Color, FillRule, Pen, theme};
use crate::surface::{Each, Line, Markers, Shape, Stroke, Surface};

pub(crate) fn paint(to: &mut dyn Surface, layout: &Layout) {
    for axes in &layout.axes {
        if axes.frame {
            spines(to, layout, axes);
        }
        if let Some(legend) = &axes.legend {
            paint_legend(to, layout, legend);
        }
    }
    for text in layout.words().into_iter().filter(|text| text.lifted).chain(&layout.texts) {
        words(to, text);
    }
}

fn spines(to: &mut dyn Surface, layout: &Layout, axes: &AxesLayout) {
    let half = theme::FRAME_WIDTH * layout.pixels_per_point / 2.0;
    let b = snapped(axes.area);
    let (left, right, top, bottom) = (b.x0 - half, b.x1 + half, b.y0 - half, b.y1 + half);
    for rect in [
        Rect::new(left, top, right, b.y0 + half),
        Rect::new(left, b.y1 - half, right, bottom),
        Rect::new(left, b.y0 + half, b.x0 + half, b.y1 - half),
        Rect::new(b.x1 - half, b.y0 + half, right, b.y1 - half),
    ] {
        to.fill(Shape::Rect(rect), Color::BLACK);
    }
}

fn paint_legend(to: &mut dyn Surface, layout: &Layout, legend: &LegendLayout) {
    let scale = layout.pixels_per_point;
    let width = theme::legend::FRAME_WIDTH * scale;
    let outline = Path::rounded_rect(snapped(legend.frame), legend.corner);
    to.fill(Shape::Path(&outline, FillRule::NonZero), theme::legend::FACE);
    to.stroke(Line::Path(&outline), &Stroke::solid(width, theme::legend::EDGE));
    for entry in &legend.entries {
        let height = entry.room.height();
        if let Some((color, width, style)) = &entry.handle.line {
            // lies on whole pixels, as it does not move and is straight
            let half = if ((width * scale).round() as i32) % 2 == 1 { 0.5 } else { 0.0 };
            let snap = |v: f32| (v + 0.5).floor() + half;
            let y = snap(entry.room.y1 - height / 2.0);
            let ends = [Point::new(snap(entry.room.x0), y), Point::new(snap(entry.room.x1), y)];
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
        words(to, &entry.text);
    }
}
