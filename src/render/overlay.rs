//! The overlay: what stands over the data.

use crate::canvas::{Frame, LineLook, Tools};
use crate::geom::{Clip, Point, Rect};
use crate::layout::{AxesLayout, Layout, LegendLayout};
use crate::render::background::{snapped, words};
use crate::style::{Color, theme};

pub(crate) fn paint(frame: &mut Frame, layout: &Layout, tools: &mut Tools) {
    let all = Clip::all(layout.size);
    for axes in &layout.axes {
        if axes.frame {
            spines(frame, all, layout, axes, tools);
        }
        if let Some(legend) = &axes.legend {
            paint_legend(frame, all, layout, legend, tools);
        }
    }
    for text in layout.words().into_iter().filter(|text| text.lifted).chain(&layout.texts) {
        words(frame, all, text, tools);
    }
}

fn spines(frame: &mut Frame, clip: Clip, layout: &Layout, axes: &AxesLayout, tools: &mut Tools) {
    let half = theme::FRAME_WIDTH * layout.pixels_per_point / 2.0;
    let b = snapped(axes.area);
    let (left, right, top, bottom) = (b.x0 - half, b.x1 + half, b.y0 - half, b.y1 + half);
    for rect in [
        Rect::new(left, top, right, b.y0 + half),
        Rect::new(left, b.y1 - half, right, bottom),
        Rect::new(left, b.y0 + half, b.x0 + half, b.y1 - half),
        Rect::new(b.x1 - half, b.y0 + half, right, b.y1 - half),
    ] {
        tools.fill_rect(frame, clip, rect, Color::BLACK);
    }
}

fn paint_legend(frame: &mut Frame, clip: Clip, layout: &Layout, legend: &LegendLayout, tools: &mut Tools) {
    let scale = layout.pixels_per_point;
    let width = theme::legend::FRAME_WIDTH * scale;
    let colors = (theme::legend::FACE, theme::legend::EDGE);
    tools.rounded_box(frame, clip, snapped(legend.frame), legend.corner, colors, width);
    for entry in &legend.entries {
        let height = entry.room.height();
        if let Some((color, width, style)) = &entry.handle.line {
            // lies on whole pixels, as it does not move and is straight
            let half = if ((width * scale).round() as i32) % 2 == 1 { 0.5 } else { 0.0 };
            let snap = |v: f32| (v + 0.5).floor() + half;
            let y = snap(entry.room.y1 - height / 2.0);
            let ends = [Point::new(snap(entry.room.x0), y), Point::new(snap(entry.room.x1), y)];
            let look = LineLook { color: *color, width: *width, style, pixels_per_point: scale };
            tools.stroke(frame, clip, &ends, &look);
        }
        if let Some(marker) = &entry.handle.marker {
            let at = Point::new(entry.room.center().x, entry.room.y1 - height * entry.handle.marker_height);
            tools.markers(frame, clip, std::iter::once((f64::from(at.x), f64::from(at.y))), &marker.style(scale));
        }
        words(frame, clip, &entry.text, tools);
    }
}
