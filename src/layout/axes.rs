//! One pair of axes laid out: its box, its ticks, its words.

use crate::artist::ColorScale;
use crate::axis::{AxisMap, Scale, Side};
use crate::figure::{Aspect, Axes, AxisOptions};
use crate::geom::{Clip, Limits, Rect};
use crate::layout::axis::{AxisLayout, axis, bare};
use crate::layout::frame::{self, FrameLayout};
use crate::layout::limits::Limited;
use crate::layout::words::{Look, PlacedText};
use crate::layout::{LegendLayout, cells, legend, limits, union};
use crate::project::Projection;
use crate::style::Color;

/// A pair of axes, or a colorbar, as it is drawn.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AxesLayout {
    /// The box that the data is drawn in, in pixels.
    pub area: Rect,
    /// The pixels that artists may paint.
    pub clip: Clip,
    /// Where data values are in it.
    pub projection: Projection,
    /// The horizontal axis.
    pub x: AxisLayout,
    /// The vertical axis.
    pub y: AxisLayout,
    /// What is behind the data; transparent where the frame is hidden.
    pub face: Color,
    /// Ticks, and the lines around and across.
    pub frame: FrameLayout,
    /// Title, labels of axes and ticks.
    pub texts: Vec<PlacedText>,
    /// The legend.
    pub legend: Option<LegendLayout>,
    /// The colours of a colorbar, from bottom to top; axes have none.
    pub colors: Option<ColorScale>,
    /// The opacity of these colours: that of the artist, 0 to 1.
    pub alpha: f32,
    /// The position in the figure of the axes that this is, or that this colorbar belongs to.
    pub(crate) owner: usize,
    /// Those that have the same number lie over one another.
    pub(crate) panel: usize,
    /// Of these, the higher ones are drawn later; of equal ones those that come later here.
    pub(crate) zorder: f64,
}

impl AxesLayout {
    /// The rectangle around the box and all its words, in pixels.
    #[must_use]
    pub fn extent(&self) -> Rect {
        self.texts.iter().map(PlacedText::bounds).fold(self.area, union)
    }

    /// The rectangle that must find room: [`extent`](AxesLayout::extent) without what a long title or label takes along
    /// its axis.
    pub(crate) fn needed(&self) -> Rect {
        let middle = self.area.center();
        let of = |text: &PlacedText| {
            let bounds = text.bounds();
            match (text.flexible, text.anchor.angle == 0.0) {
                (false, _) => bounds,
                (true, true) => Rect { x0: middle.x, x1: middle.x, ..bounds },
                (true, false) => Rect { y0: middle.y, y1: middle.y, ..bounds },
            }
        };
        self.texts.iter().map(of).fold(self.area, union)
    }
}

pub(crate) fn of_axes(owner: usize, axes: &Axes, cell: Rect, to_the_right: bool, look: Look) -> AxesLayout {
    let Limited { x: lx, y: ly, aspect } = limits::of(axes);
    let area = match aspect {
        Aspect::Auto => cell,
        Aspect::Equal => cells::shrink_to(cell, shape(axes, lx, ly), to_the_right),
        Aspect::Ratio(r) => cells::shrink_to(cell, r * shape(axes, lx, ly), to_the_right),
    };
    let mut texts = Vec::new();
    let mut x = bare(axes.x.scale.clone(), lx, area, axes.x.side);
    let mut y = bare(axes.y.scale.clone(), ly, area, axes.y.side);
    let mut frame = FrameLayout::default();
    if axes.frame {
        x = axis(&axes.x, x, area, look, &mut texts);
        y = axis(&axes.y, y, area, look, &mut texts);
        frame = frame::frame(axes, &x, &y, area, look);
    }
    let projection = Projection::of_maps(x.map.clone(), y.map.clone());
    let legend = axes.legend.and_then(|loc| legend::of(axes, loc, area, &projection, look));
    AxesLayout {
        area,
        clip: Clip::of(area),
        projection,
        x,
        y,
        face: if axes.frame { axes.face } else { Color::TRANSPARENT },
        frame,
        texts,
        legend,
        colors: None,
        alpha: 1.0,
        owner,
        panel: 0,
        zorder: 0.0,
    }
}

/// How many times as high as wide a box is in which the units of both axes are equally long: of a log axis, the decades.
fn shape(axes: &Axes, x: Limits, y: Limits) -> f64 {
    (axes.y.scale.half_span(y) / axes.x.scale.half_span(x)).abs()
}

/// The colorbar of values that become colours by `scale`, with the opacity `alpha`.
pub(crate) fn of_colorbar(
    owner: usize,
    label: &str,
    (scale, alpha): (ColorScale, f32),
    area: Rect,
    look: Look,
) -> AxesLayout {
    let mut texts = Vec::new();
    let options =
        AxisOptions { label: label.into(), scale: Scale::of_norm(&scale.norm), ..AxisOptions::on(Side::Right) };
    let limits = limits::shown(&options.scale, scale.limits);
    let map = AxisMap::of_norm(&scale.norm, limits, f64::from(area.y1), f64::from(area.y0));
    let y = AxisLayout { map, ticks: Vec::new(), side: options.side };
    let y = axis(&options, y, area, look, &mut texts);
    let frame = frame::of_colorbar(&y, area, look);
    let x = bare(Scale::Linear, Limits::new(0.0, 1.0), area, Side::Bottom);
    AxesLayout {
        area,
        clip: Clip::of(area),
        projection: Projection::of_maps(x.map.clone(), y.map.clone()),
        x,
        y,
        face: Color::WHITE,
        frame,
        texts,
        legend: None,
        colors: Some(scale),
        alpha,
        owner,
        panel: 0,
        zorder: 0.0,
    }
}
