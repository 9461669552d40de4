//! The background: what the layout alone decides.

use crate::artist::ColorScale;
use crate::canvas::{Frame, Tools};
use crate::geom::{Clip, Rect};
use crate::layout::{AxesLayout, Layout, PlacedText, Side, Tick};
use crate::style::{Color, theme};

pub(crate) fn paint(frame: &mut Frame, layout: &Layout, tools: &mut Tools) {
    frame.resize(layout.size);
    frame.clear(layout.face);
    let all = Clip::all(layout.size);
    // all faces first: words are never hidden by a neighbour
    for axes in &layout.axes {
        // whole pixels, as images: part of one would be a pale line inside the frame
        tools.fill_rect(frame, all, around(axes.clip), axes.face);
        if let Some(colors) = &axes.colors {
            gradient(frame, axes.clip.intersect(all), axes, colors, tools);
        }
    }
    for axes in layout.axes.iter().filter(|a| a.frame) {
        ticks(frame, all, layout, axes, tools);
    }
    for text in layout.words().into_iter().filter(|text| !text.lifted) {
        words(frame, all, text, tools);
    }
}

/// The colours of a colorbar, evenly from bottom to top, as the map has them: the norm is in the places of the ticks.
fn gradient(frame: &mut Frame, clip: Clip, axes: &AxesLayout, colors: &ColorScale, tools: &Tools) {
    let area = axes.area;
    for row in clip.y0..clip.y1 {
        let share = (f64::from(area.y1) - (f64::from(row) + 0.5)) / f64::from(area.height());
        let color = colors.cmap.at(share.clamp(0.0, 1.0)).with_alpha(axes.alpha);
        tools.fill_rect(frame, clip, around(Clip { y0: row, y1: row + 1, ..clip }), color);
    }
}

/// Where whole pixels are.
fn around(clip: Clip) -> Rect {
    Rect::new(clip.x0 as f32, clip.y0 as f32, clip.x1 as f32, clip.y1 as f32)
}

pub(crate) fn words(frame: &mut Frame, clip: Clip, text: &PlacedText, tools: &mut Tools) {
    tools.text(frame, clip, &text.text, text.size, text.anchor, text.color);
}

/// How long and how wide a tick is, in pixels. The length is a whole number, so that its end is crisp.
fn tick_size(tick: Tick, scale: f32) -> (f32, f32) {
    let (length, width) = if tick.minor {
        (theme::MINOR_TICK_LENGTH, theme::MINOR_TICK_WIDTH)
    } else {
        (theme::TICK_LENGTH, theme::FRAME_WIDTH)
    };
    ((length * scale + 0.5).floor(), width * scale)
}

fn ticks(frame: &mut Frame, clip: Clip, layout: &Layout, axes: &AxesLayout, tools: &mut Tools) {
    let box_ = snapped(axes.area);
    for axis in [&axes.x, &axes.y] {
        for &tick in &axis.ticks {
            let (length, width) = tick_size(tick, layout.pixels_per_point);
            let (from, to) = (tick.at + 0.5 - width / 2.0, tick.at + 0.5 + width / 2.0);
            let rect = match axis.side {
                Side::Bottom => Rect::new(from, box_.y1, to, box_.y1 + length),
                Side::Left => Rect::new(box_.x0 - length, from, box_.x0, to),
                Side::Right => Rect::new(box_.x1, from, box_.x1 + length, to),
            };
            tools.fill_rect(frame, clip, rect, Color::BLACK);
        }
    }
}

/// The middle lines of the frame of `area`, each in the middle of a pixel.
pub(crate) fn snapped(area: Rect) -> Rect {
    let snap = |v: f32| (v + 0.5).floor() + 0.5;
    Rect::new(snap(area.x0), snap(area.y0), snap(area.x1), snap(area.y1))
}

/// Lines across the axes at every tick that has a label.
pub(crate) fn grid(frame: &mut Frame, layout: &Layout, axes: &AxesLayout, tools: &mut Tools) {
    let half = theme::FRAME_WIDTH * layout.pixels_per_point / 2.0;
    let clip = axes.clip.intersect(Clip::all(layout.size));
    let area = around(axes.clip);
    for tick in axes.x.ticks.iter().filter(|t| !t.minor) {
        let middle = tick.at + 0.5;
        let rect = Rect::new(middle - half, area.y0, middle + half, area.y1);
        tools.fill_rect(frame, clip, rect, theme::GRID_COLOR);
    }
    for tick in axes.y.ticks.iter().filter(|t| !t.minor) {
        let middle = tick.at + 0.5;
        let rect = Rect::new(area.x0, middle - half, area.x1, middle + half);
        tools.fill_rect(frame, clip, rect, theme::GRID_COLOR);
    }
}
