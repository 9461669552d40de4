//! One pair of axes laid out: its box, its ticks, its words.

use crate::artist::{Artist, ColorScale};
use crate::axis::{AxisMap, Direction, Scale, Ticks};
use crate::figure::{Aspect, Axes, AxisOptions, Figure};
use crate::geom::{Clip, Rect};
use crate::layout::axis::{AxisLayout, Beside, axis, bare, map};
use crate::layout::frame::{self, FrameLayout, Places};
use crate::layout::limits::Limited;
use crate::layout::words::{Look, PlacedText};
use crate::layout::{ColorbarLayout, LegendLayout, cells, limits};
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
    /// The colours of a colorbar, from its low end to its high one; axes have none.
    pub colors: Option<ColorScale>,
    /// The opacity of these colours: that of the artist, 0 to 1.
    pub alpha: f32,
    /// What else a colorbar is made of; axes have none.
    pub bar: Option<ColorbarLayout>,
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
    /// The box, with the ends of a colorbar.
    pub(crate) fn whole(&self) -> Rect {
        self.bar.as_ref().map_or(self.area, |bar| bar.whole(self.area))
    }

    /// The same, and a legend beside it.
    fn with_legend(&self) -> Rect {
        match &self.legend {
            Some(legend) if legend.away.is_some() => self.whole().union(legend.frame),
            _ => self.whole(),
        }
    }

    /// The rectangle around the box and all its words, in pixels.
    #[must_use]
    pub fn extent(&self) -> Rect {
        let mut all = self.with_legend();
        for text in &self.texts {
            all = all.union(text.bounds());
        }
        all
    }

    /// The rectangle that must find room: [`extent`](AxesLayout::extent) without what a long title or label takes along
    /// its axis, and with ticks that have no labels, and lines of the frame that stand farther out.
    pub(crate) fn needed(&self) -> Rect {
        let middle = self.area.center();
        let mut all = self.with_legend().union(self.frame.reach(self.area));
        for text in &self.texts {
            let bounds = text.bounds();
            let needed = match (text.flexible, text.anchor.angle == 0.0) {
                (false, _) => bounds,
                (true, true) => Rect { x0: middle.x, x1: middle.x, ..bounds },
                (true, false) => Rect { y0: middle.y, y1: middle.y, ..bounds },
            };
            all = all.union(needed);
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
    /// Whether a colorbar fills them.
    pub(super) hidden: bool,
}

/// The box of axes, before their aspect takes something of it.
#[derive(Clone, Copy)]
pub(super) enum Room {
    /// Theirs alone, and where in it they stand if they do not fill it: in shares of what is left, from the upper left.
    Own { cell: Rect, anchor: [f64; 2] },
    /// That of the axes whose twins they are.
    Shared(Rect),
}

/// The axes without their title and their legend, which look at what is around them.
pub(super) fn of_axes(member: Member<'_>, room: Room, look: Look<'_>) -> AxesLayout {
    let Member { fig, index, axes, hidden } = member;
    let framed = axes.frame && !hidden;
    let said = |direction| fig.said_of(index, direction).unwrap_or(axes.axis(direction));
    let (x_said, y_said) = (said(Direction::X), said(Direction::Y));
    let Limited { x: (lx, x_dates), y: (ly, y_dates), aspect } =
        limits::of(fig, index, axes, (x_said, y_said), look.memo);
    // how many times as high as wide a box is in which the units of both axes are equally long: of a log axis, the decades
    let shape = (y_said.scale.half_span(ly) / x_said.scale.half_span(lx)).abs();
    let area = match (room, aspect) {
        (Room::Shared(area), _) | (Room::Own { cell: area, .. }, Aspect::Auto) => area,
        (Room::Own { cell, anchor }, Aspect::Equal) => cells::shrink_to(cell, shape, anchor),
        (Room::Own { cell, anchor }, Aspect::Ratio(r)) => cells::shrink_to(cell, r * shape, anchor),
    };
    let mut texts = Vec::new();
    let (x_own, y_own) = (map(&x_said.scale, lx, area, Direction::X), map(&y_said.scale, ly, area, Direction::Y));
    let x_map = converted(fig, index, Direction::X, area, x_own, look);
    let y_map = converted(fig, index, Direction::Y, area, y_own, look);
    let (mut x, mut y) = (bare(&x_map, axes.x.side), bare(&y_map, axes.y.side));
    let mut frame = FrameLayout::default();
    if framed {
        let places = Places::of(axes, area, &x_map, &y_map, look);
        let shows = |direction, said: &AxisOptions, map: &AxisMap, side, texts: &mut Vec<PlacedText>| {
            let dates = if direction == Direction::X { x_dates } else { y_dates };
            // in other units they are none
            let dates = dates && *map.scale() == said.scale;
            let (own, said) = (axes.axis(direction), said.or_ticks(known(member, direction), dates));
            let said = &said.with_scale(map.scale());
            let elsewhere = fig.labelled_elsewhere(index, direction);
            // with the ticks that those have which show the labels
            let labelled = elsewhere.and_then(|other| fig.axes_at(other)).map_or(own, |axes| axes.axis(direction));
            let beside = Beside {
                map,
                area: places.moved(side, area),
                side,
                turned: labelled.turned,
                looks: &labelled.looks,
                look,
            };
            match elsewhere {
                Some(_) => AxisLayout { labels: 0..0, ..axis(("", None), said, beside, &mut Vec::new()) },
                None => axis((&own.label, own.label_color), said, beside, texts),
            }
        };
        if axes.x.shown && x_map.is_finite() {
            x = shows(Direction::X, x_said, &x_map, x.side, &mut texts);
        }
        if axes.y.shown && y_map.is_finite() {
            y = shows(Direction::Y, y_said, &y_map, y.side, &mut texts);
        }
        frame = frame::frame(axes, &x, &y, (area, places), look);
    }
    AxesLayout {
        area,
        clip: Clip::of(area),
        projection: Projection::of_maps(x_map, y_map),
        x,
        y,
        face: if framed { axes.face } else { Color::TRANSPARENT },
        frame,
        texts,
        legend: None,
        colors: None,
        alpha: 1.0,
        bar: None,
        zorder: fig.zorder_of(index),
        owner: index,
        key: KeyOf(fig.axes_id(index)),
        panel: 0,
    }
}

/// The axis of those whose values these show in other units, in these; `own` for all others.
fn converted(fig: &Figure, index: usize, direction: Direction, area: Rect, own: AxisMap, look: Look<'_>) -> AxisMap {
    let Some((of, conversion)) = fig.converted(index, direction) else { return own };
    let (Some(axes), Some(said)) = (fig.axes_at(of), fig.said_of(of, direction)) else { return own };
    let limits = limits::along(fig, of, axes, direction, look.memo);
    let of = converted(fig, of, direction, area, map(&said.scale, limits, area, direction), look);
    // the ticks of a log axis have powers in other units, too, unless these are its logarithms
    let positive = [of.limits().lo, of.limits().hi].iter().all(|end| conversion.inverse(*end) > 0.0);
    let set = fig.said_of(index, direction).is_some_and(|said| said.scale_set);
    let scale = if !set && positive && *of.scale() == Scale::Log { Scale::Log } else { own.scale().clone() };
    AxisMap::converted(scale, &of, conversion)
}

/// The ticks that the newest artist knows of which knows of any, first of those in these axes.
fn known(Member { fig, index, axes, .. }: Member<'_>, direction: Direction) -> Option<Ticks> {
    if let Some(ticks) = known_here(axes, direction) {
        return Some(ticks);
    }
    let sharing = fig.sharing(index, direction);
    sharing.into_iter().rev().find_map(|(_, axes)| known_here(axes, direction))
}

fn known_here(axes: &Axes, direction: Direction) -> Option<Ticks> {
    let of = |artist: &dyn Artist| {
        let (at, names) = if direction == Direction::X { artist.xticks()? } else { artist.yticks()? };
        // as far as there are both
        let n = at.len().min(names.len());
        Some(Ticks::placed(at[..n].to_vec(), Some(names[..n].to_vec())))
    };
    axes.slots().iter().rev().find_map(|slot| of(slot.artist()))
}
