//! One pair of axes laid out: its box, its ticks, its words.

use crate::artist::{Artist, ColorScale};
use crate::axis::{AxisMap, Direction, Scale, Side};
use crate::figure::{AskedTicks, Aspect, Axes, AxisOptions, Colorbar, Figure, RawKey, Seat};
use crate::geom::{Clip, Limits, Rect};
use crate::layout::axis::{AxisLayout, Beside, axis, bare, map};
use crate::layout::frame::{self, FrameLayout};
use crate::layout::limits::Limited;
use crate::layout::words::{Look, PlacedText};
use crate::layout::{LegendLayout, cells, limits, union};
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
    /// How high it lies: what lies higher is drawn later, and of what lies equally high, what comes later in the layout.
    pub zorder: f64,
    /// The position in the figure of the axes that this is, or that this colorbar belongs to.
    pub(crate) owner: usize,
    /// Those that have the same number lie over one another.
    pub(crate) panel: usize,
    pub(super) key: KeyOf,
}

/// Whose layout it is. How it looks does not depend on that: figures that look the same have equal layouts.
#[derive(Clone, Copy, Debug)]
pub(super) struct KeyOf(pub(super) Option<u64>);

impl PartialEq for KeyOf {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl AxesLayout {
    /// The rectangle around the box and all its words, in pixels.
    #[must_use]
    pub fn extent(&self) -> Rect {
        let mut all = self.area;
        for text in &self.texts {
            all = union(all, text.bounds());
        }
        all
    }

    /// The rectangle that must find room: [`extent`](AxesLayout::extent) without what a long title or label takes along
    /// its axis.
    pub(crate) fn needed(&self) -> Rect {
        let middle = self.area.center();
        let mut all = self.area;
        for text in &self.texts {
            let bounds = text.bounds();
            let needed = match (text.flexible, text.anchor.angle == 0.0) {
                (false, _) => bounds,
                (true, true) => Rect { x0: middle.x, x1: middle.x, ..bounds },
                (true, false) => Rect { y0: middle.y, y1: middle.y, ..bounds },
            };
            all = union(all, needed);
        }
        all
    }
}

/// Axes in their figure.
#[derive(Clone, Copy)]
pub(super) struct Member<'a> {
    pub(super) fig: &'a Figure,
    pub(super) index: usize,
    pub(super) axes: &'a Axes,
}

/// The box of axes, before their aspect takes something of it.
#[derive(Clone, Copy)]
pub(super) enum Room {
    /// Theirs alone; what an aspect leaves is in the middle, or at the right.
    Own { cell: Rect, to_the_right: bool },
    /// That of the axes whose twins they are.
    Shared(Rect),
}

/// The axes without their title and their legend, which look at what is around them.
pub(super) fn of_axes(member: Member<'_>, room: Room, look: Look<'_>) -> AxesLayout {
    let Member { fig, index, axes } = member;
    let said = |direction| fig.said_of(index, direction).unwrap_or(axes.axis(direction));
    let (x_said, y_said) = (said(Direction::X), said(Direction::Y));
    let Limited { x: lx, y: ly, aspect } = limits::of(fig, index, axes, (x_said, y_said));
    // how many times as high as wide a box is in which the units of both axes are equally long: of a log axis, the decades
    let shape = (y_said.scale.half_span(ly) / x_said.scale.half_span(lx)).abs();
    let area = match (room, aspect) {
        (Room::Shared(area), _) | (Room::Own { cell: area, .. }, Aspect::Auto) => area,
        (Room::Own { cell, to_the_right }, Aspect::Equal) => cells::shrink_to(cell, shape, to_the_right),
        (Room::Own { cell, to_the_right }, Aspect::Ratio(r)) => cells::shrink_to(cell, r * shape, to_the_right),
    };
    let mut texts = Vec::new();
    let x_map = map(&x_said.scale, lx, area, Direction::X);
    let y_map = map(&y_said.scale, ly, area, Direction::Y);
    let (mut x, mut y) = (bare(&x_map, axes.x.side), bare(&y_map, axes.y.side));
    let mut frame = FrameLayout::default();
    if axes.frame {
        let (x_said, y_said) =
            (&x_said.or_ticks(known(axes, Direction::X)), &y_said.or_ticks(known(axes, Direction::Y)));
        if axes.x.shown {
            x = axis(
                &axes.x.label,
                x_said,
                Beside { map: &x_map, area, side: x.side, turned: axes.x.turned, look },
                &mut texts,
            );
        }
        if axes.y.shown {
            y = axis(
                &axes.y.label,
                y_said,
                Beside { map: &y_map, area, side: y.side, turned: axes.y.turned, look },
                &mut texts,
            );
        }
        frame = frame::frame(axes, &x, &y, area, look);
    }
    AxesLayout {
        area,
        clip: Clip::of(area),
        projection: Projection::of_maps(x_map, y_map),
        x,
        y,
        face: if axes.frame { axes.face } else { Color::TRANSPARENT },
        frame,
        texts,
        legend: None,
        colors: None,
        alpha: 1.0,
        zorder: fig.zorder_of(index),
        owner: index,
        key: KeyOf(fig.axes_id(index)),
        panel: 0,
    }
}

/// The ticks that the newest artist knows of which knows of any.
fn known(axes: &Axes, direction: Direction) -> Option<AskedTicks> {
    let of = |artist: &dyn Artist| {
        let (at, names) = if direction == Direction::X { artist.xticks()? } else { artist.yticks()? };
        Some(AskedTicks::named(at, names))
    };
    axes.slots().iter().rev().find_map(|(_, slot)| of(slot.artist()))
}

/// Of the borders of bands ten at most, evenly chosen so that one is as near to 0 as can be: as matplotlib does it.
fn some_of(bands: &[f64]) -> Vec<f64> {
    let every = bands.len().div_ceil(10).max(1);
    let (mut best, mut nearest) = (Vec::new(), f64::INFINITY);
    for from in 0..every {
        let some: Vec<f64> = bands.iter().copied().skip(from).step_by(every).collect();
        let near = some.iter().fold(f64::INFINITY, |near, v| near.min(v.abs()));
        if near < nearest {
            (best, nearest) = (some, near);
        }
    }
    best
}

/// A colorbar beside `axes`, of values that become colours by `scale`, with the opacity `alpha`.
pub(super) fn of_colorbar(
    axes: &AxesLayout,
    bar: &Seat<Colorbar, RawKey>,
    (scale, alpha): (ColorScale, f32),
    area: Rect,
    look: Look<'_>,
) -> AxesLayout {
    let mut texts = Vec::new();
    let mut options = AxisOptions::on(Side::Right);
    options.scale = Scale::of_norm(&scale.norm);
    let mut limits = limits::shown(&options.scale, scale.limits);
    if let [first, .., last] = scale.bands.as_slice() {
        limits = Limits::new(*first, *last);
        options.ticks = Some(AskedTicks { at: some_of(&scale.bands), names: None });
    }
    let y_map = AxisMap::of_norm(&scale.norm, limits, f64::from(area.y1), f64::from(area.y0));
    let beside = Beside { map: &y_map, area, side: options.side, turned: 0.0, look };
    let y = axis(&bar.value.label, &options, beside, &mut texts);
    let frame = frame::of_colorbar(&y, area, look);
    let x_map = map(&Scale::Linear, Limits::new(0.0, 1.0), area, Direction::X);
    let x = bare(&x_map, Side::Bottom);
    AxesLayout {
        area,
        clip: Clip::of(area),
        projection: Projection::of_maps(x_map, y_map),
        x,
        y,
        face: Color::WHITE,
        frame,
        texts,
        legend: None,
        colors: Some(scale),
        alpha,
        zorder: axes.zorder,
        owner: axes.owner,
        key: KeyOf(Some(bar.id)),
        panel: 0,
    }
}
