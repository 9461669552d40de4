//! The background: what the layout alone decides.

use crate::axis::{AxisMap, Scale};
use crate::data::{GridData, Values};
use crate::geom::{Clip, Limits, Rect};
use crate::layout::{AxesLayout, Layout, PlacedText, Side, Tick};
use crate::style::{Color, ColorScale, Interpolation, Norm, theme};
use crate::surface::{Inside, Picture, Shape, Span, Surface};

/// All of it but the colour of the figure.
pub(crate) fn paint(to: &mut dyn Surface, layout: &Layout) {
    // all faces first: words are never hidden by a neighbour
    for axes in &layout.axes {
        // whole pixels, as images: part of one would be a pale line inside the frame
        to.fill(Shape::Rect(around(axes.clip)), axes.face);
        if let Some(colors) = &axes.colors {
            gradient(to, axes, colors);
        }
    }
    for axes in layout.axes.iter().filter(|a| a.frame) {
        ticks(to, layout, axes);
    }
    for text in layout.words().into_iter().filter(|text| !text.lifted) {
        words(to, text);
    }
}

/// The colours of a colorbar, evenly from bottom to top, as the map has them: the norm is in the places of the ticks.
fn gradient(to: &mut dyn Surface, axes: &AxesLayout, colors: &ColorScale) {
    let (area, rows) = (axes.area, colors.cmap.entries());
    let mut cells = GridData { rows, cols: 1, ..GridData::default() };
    cells.values = Values::Scalar((0..rows).map(|i| (i as f64 + 0.5) / rows as f64).collect());
    let unit = Limits::new(0.0, 1.0);
    let scale = ColorScale { cmap: colors.cmap.clone(), norm: Norm::Linear, limits: unit };
    let x = AxisMap::new(Scale::Linear, unit, f64::from(area.x0), f64::from(area.x1));
    let y = AxisMap::new(Scale::Linear, unit, f64::from(area.y1), f64::from(area.y0));
    let along = |map, cells| Span { map, from: 0.0, to: 1.0, cells };
    to.image(&Picture {
        data: &cells,
        colors: &scale,
        x: along(&x, 1),
        y: along(&y, rows),
        how: Interpolation::Nearest,
        alpha: axes.alpha,
    });
}

/// Where whole pixels are.
fn around(clip: Clip) -> Rect {
    Rect::new(clip.x0 as f32, clip.y0 as f32, clip.x1 as f32, clip.y1 as f32)
}

pub(crate) fn words(to: &mut dyn Surface, text: &PlacedText) {
    to.words(&text.text, text.size, text.anchor, text.color);
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

fn ticks(to: &mut dyn Surface, layout: &Layout, axes: &AxesLayout) {
    let box_ = snapped(axes.area);
    for axis in [&axes.x, &axes.y] {
        for &tick in &axis.ticks {
            let (length, width) = tick_size(tick, layout.pixels_per_point);
            let (from, end) = (tick.at + 0.5 - width / 2.0, tick.at + 0.5 + width / 2.0);
            let rect = match axis.side {
                Side::Bottom => Rect::new(from, box_.y1, end, box_.y1 + length),
                Side::Left => Rect::new(box_.x0 - length, from, box_.x0, end),
                Side::Right => Rect::new(box_.x1, from, box_.x1 + length, end),
            };
            to.fill(Shape::Rect(rect), Color::BLACK);
        }
    }
}

/// The middle lines of the frame of `area`, each in the middle of a pixel.
pub(crate) fn snapped(area: Rect) -> Rect {
    let snap = |v: f32| (v + 0.5).floor() + 0.5;
    Rect::new(snap(area.x0), snap(area.y0), snap(area.x1), snap(area.y1))
}

/// Lines across the axes at every tick that has a label.
pub(crate) fn grid(to: &mut dyn Surface, layout: &Layout, axes: &AxesLayout) {
    let half = theme::FRAME_WIDTH * layout.pixels_per_point / 2.0;
    let area = around(axes.clip);
    to.push_clip(Inside::Rect(area));
    for tick in axes.x.ticks.iter().filter(|t| !t.minor) {
        let middle = tick.at + 0.5;
        let rect = Rect::new(middle - half, area.y0, middle + half, area.y1);
        to.fill(Shape::Rect(rect), theme::GRID_COLOR);
    }
    for tick in axes.y.ticks.iter().filter(|t| !t.minor) {
        let middle = tick.at + 0.5;
        let rect = Rect::new(area.x0, middle - half, area.x1, middle + half);
        to.fill(Shape::Rect(rect), theme::GRID_COLOR);
    }
    to.pop_clip();
}
