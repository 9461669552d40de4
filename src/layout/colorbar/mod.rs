//! Colorbars laid out: their colours, their ends, their ticks.

mod outside;
mod room;

use crate::axis::{AxisMap, Direction, Scale, Side, Ticks};
use crate::figure::{Bar, Spacing};
use crate::geom::{Clip, Limits, Point, Rect};
use crate::layout::axes::KeyOf;
use crate::layout::axis::{AxisLayout, Beside, Tick, axis, bare, map};
use crate::layout::frame::{self, FrameLine};
use crate::layout::words::{Look, PlacedText};
use crate::layout::{AxesLayout, limits, overlap};
use crate::project::Projection;
use crate::style::{Color, ColorScale, Extend, Hatch, LineStyle, Norm, theme};

pub(super) use outside::Near;
pub(super) use room::{Ends, filling, fitted, moved, split};

/// What a colorbar is made of. Its axis is the x axis or the y axis of its [`AxesLayout`], whose box is what lies between its ends.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ColorbarLayout {
    /// On which side of its axes it stands.
    pub location: Side,
    /// The opacity of its colours, 0 to 1.
    pub alpha: f32,
    /// Boxes of one colour, where there are a few of them; else its colours change evenly along its axis.
    pub bands: Vec<(Rect, Color)>,
    /// What is drawn over them, with lengths in points: one for each, or none at all.
    pub hatches: Vec<Hatch>,
    /// The corners and the colours of its ends.
    pub ends: Vec<(Vec<Point>, Color)>,
    /// The corners of its outline, if that is not the box alone.
    pub outline: Vec<Point>,
    /// Lines across: between two colours, or those of a contour.
    pub lines: Vec<FrameLine>,
    /// The colour of its outline, and its width in pixels.
    pub(crate) edge: (Color, f32),
    /// Whether there is nothing but lines in it.
    pub(crate) empty: bool,
    /// If it stands beside all that is around its axes: how far that reaches out of them, ..
    pub(crate) away: Option<f64>,
    /// .. and what each of them, by its position in the figure, has to find room for.
    pub(crate) needs: Vec<(usize, Rect)>,
}

impl ColorbarLayout {
    /// The box of a colorbar with its ends.
    pub(crate) fn whole(&self, area: Rect) -> Rect {
        let mut all = area;
        for point in &self.outline {
            all = all.union(Rect::new(point.x, point.y, point.x, point.y));
        }
        all
    }
}

/// A colorbar whose colours fill `area`, of values that become colours by `scale`.
pub(super) fn of_colorbar(bar: &Bar<'_>, scale: &ColorScale, area: Rect, zorder: f64, look: Look<'_>) -> AxesLayout {
    let own = &bar.seat.value;
    let discrete = Discrete::of(scale, own.spacing);
    let mut texts = Vec::new();
    let mut options = own.axis.clone();
    options.scale = discrete.as_ref().map_or_else(|| Scale::of_norm(&scale.norm), |discrete| discrete.scale.clone());
    let mut limits = limits::shown(&options.scale, scale.limits);
    let chosen = options.ticks == Ticks::auto();
    if let Some(Discrete { borders, .. }) = &discrete {
        if let [first, .., last] = borders.as_slice() {
            limits = Limits::new(*first, *last);
        }
        if chosen {
            options.ticks = Ticks::placed(some_of(borders), None);
        }
    }
    let side = own.location;
    let (start, end) = match side.direction() {
        Direction::X => (area.x0, area.x1),
        Direction::Y => (area.y1, area.y0),
    };
    let norm = discrete.as_ref().map_or(&scale.norm, |discrete| &discrete.norm);
    let along = AxisMap::of_norm(norm, limits, f64::from(start), f64::from(end));
    let beside = Beside { map: &along, area, side, turned: options.turned, looks: &options.looks, look };
    let mut long = axis((&options.label, options.label_color), &options, beside, &mut texts);
    if chosen && discrete.is_some() {
        thin(&mut texts, &mut long, look);
    }
    if let (Norm::Boundary { boundaries, .. }, true) = (&scale.norm, options.minor.unwrap_or(true)) {
        add_minor(&mut long, boundaries, &along);
    }
    let alpha = own.alpha.unwrap_or(bar.artist.artist().common().alpha);
    let ends = Ends::of(own, scale);
    let mut shown = ColorbarLayout {
        location: side,
        alpha,
        bands: Vec::new(),
        hatches: Vec::new(),
        ends: Vec::new(),
        outline: Vec::new(),
        lines: Vec::new(),
        edge: (theme::SPINE, look.px(theme::FRAME_WIDTH)),
        empty: !scale.lines.is_empty(),
        away: None,
        needs: Vec::new(),
    };
    if let Some(Discrete { borders, .. }) = &discrete
        && !shown.empty
    {
        let color_of = scale.of_bands();
        for pair in borders.windows(2) {
            let color = color_of(pair[0], pair[1]).with_alpha(alpha);
            shown.bands.push((between(area, side, along.pixel(pair[0]), along.pixel(pair[1])), color));
        }
    }
    if scale.hatches.iter().any(|hatch| !hatch.pattern().is_empty()) {
        for band in 0..shown.bands.len() {
            let mut hatch = scale.hatches[band % scale.hatches.len()].clone();
            hatch.color = hatch.color.with_alpha(alpha);
            shown.hatches.push(hatch);
        }
    }
    shown.add_ends(area, ends, own.extendrect, scale);
    if own.drawedges {
        let mut places = Vec::new();
        match &discrete {
            Some(Discrete { borders, .. }) => {
                let last = borders.len().saturating_sub(1);
                places.extend(borders.iter().take(last).skip(1).map(|border| along.pixel(*border)));
            }
            None => {
                let n = scale.cmap.entries();
                places.extend((1..n).map(|k| start + (end - start) * k as f32 / n as f32));
            }
        }
        places.extend((ends.low > 0.0).then_some(start));
        places.extend((ends.high > 0.0).then_some(end));
        for at in places {
            shown.lines.push(across(area, side, at, look.px(theme::FRAME_WIDTH) / 2.0, theme::SPINE));
        }
    }
    for (value, pen) in &scale.lines {
        let at = along.pixel(*value);
        if *value >= limits.lo && *value <= limits.hi && at.is_finite() {
            shown.lines.push(across(area, side, at, look.px(pen.width), pen.color.with_alpha(alpha)));
        }
    }
    let frame = frame::of_colorbar(&long, area, shown.outline.is_empty(), look);
    let (unit, none) = (Limits::new(0.0, 1.0), Scale::Linear);
    let ((x_map, x), (y_map, y)) = match side.direction() {
        Direction::Y => {
            let short = map(&none, unit, area, Direction::X);
            let bare = bare(&short, Side::Bottom);
            ((short, bare), (along, long))
        }
        Direction::X => {
            let short = map(&none, unit, area, Direction::Y);
            let bare = bare(&short, Side::Left);
            ((along, long), (short, bare))
        }
    };
    AxesLayout {
        area,
        clip: Clip::of(area),
        projection: Projection::of_maps(x_map, y_map),
        x,
        y,
        face: theme::AXES_FACE,
        frame,
        texts,
        legend: None,
        colors: Some(scale.clone()),
        alpha,
        bar: Some(shown),
        zorder,
        owner: bar.owner,
        key: KeyOf(Some(bar.seat.id)),
        panel: 0,
    }
}

impl ColorbarLayout {
    fn add_ends(&mut self, area: Rect, ends: Ends, rectangles: bool, scale: &ColorScale) {
        if ends.low <= 0.0 && ends.high <= 0.0 {
            return;
        }
        let upright = self.location.direction() == Direction::Y;
        let length = if upright { area.height() } else { area.width() };
        // across from 0 to 1, along from the low end of the box to the high one
        let place = |across: f32, along: f32| {
            if upright {
                Point::new(area.x0 + area.width() * across, area.y1 - length * along)
            } else {
                Point::new(area.x0 + length * along, area.y0 + area.height() * across)
            }
        };
        let end = |base: f32, tip: f32| {
            if rectangles {
                vec![place(0.0, base), place(0.0, tip), place(1.0, tip), place(1.0, base)]
            } else {
                vec![place(0.0, base), place(0.5, tip), place(1.0, base)]
            }
        };
        let (low, high) = (end(0.0, -ends.low as f32), end(1.0, 1.0 + ends.high as f32));
        for (share, corners, color) in [(ends.low, &low, scale.cmap.under()), (ends.high, &high, scale.cmap.over())] {
            if share > 0.0 && !self.empty {
                self.ends.push((corners.clone(), color.with_alpha(self.alpha)));
            }
        }
        let both = |corners: Vec<Point>, base: f32, there: bool| {
            if there { corners } else { vec![place(0.0, base), place(1.0, base)] }
        };
        self.outline = both(low, 0.0, ends.low > 0.0);
        let mut back = both(high, 1.0, ends.high > 0.0);
        back.reverse();
        self.outline.extend(back);
    }
}

/// A colorbar with a few colours.
struct Discrete {
    borders: Vec<f64>,
    /// Where values are on it.
    norm: Norm,
    scale: Scale,
}

impl Discrete {
    fn of(scale: &ColorScale, spacing: Spacing) -> Option<Self> {
        let mut borders = scale.bands.clone();
        if let (true, Norm::Boundary { boundaries, .. }) = (borders.is_empty(), &scale.norm) {
            borders.clone_from(boundaries);
        }
        for (level, _) in &scale.lines {
            borders.push(*level);
        }
        let possible = borders.windows(2).all(|pair| pair[0] < pair[1]) && borders.iter().all(|v| v.is_finite());
        if borders.len() < 2 || !possible {
            return None;
        }
        let (norm, scale) = match (&scale.norm, spacing) {
            (Norm::Log, _) if borders[0] > 0.0 => (Norm::Log, Scale::Log),
            (_, Spacing::Proportional) => (Norm::Linear, Scale::Linear),
            _ => (Norm::Boundary { boundaries: borders.clone(), extend: Extend::Neither }, Scale::Linear),
        };
        Some(Self { borders, norm, scale })
    }
}

/// Of the borders of bands ten at most, evenly chosen so that one is as near to 0 as can be: as matplotlib does it.
fn some_of(bands: &[f64]) -> Vec<f64> {
    let every = bands.len().div_ceil(10).max(1);
    let (mut best, mut nearest) = (Vec::new(), f64::INFINITY);
    for from in 0..every {
        let (mut some, mut near, mut k) = (Vec::new(), f64::INFINITY, from);
        while k < bands.len() {
            some.push(bands[k]);
            near = near.min(bands[k].abs());
            k += every;
        }
        if near < nearest {
            (best, nearest) = (some, near);
        }
    }
    best
}

/// Leaves out labels of ticks that would touch one before them: few colours may have borders that lie close together.
fn thin(texts: &mut Vec<PlacedText>, axis: &mut AxisLayout, look: Look<'_>) {
    let (labels, before) = (axis.labels.clone(), texts.len());
    let (mut kept, mut at) = (Vec::<Rect>::new(), 0);
    texts.retain(|text| {
        let (taken, own) = (text.bounds(), labels.contains(&at));
        at += 1;
        let clear = !own || kept.iter().all(|before| !overlap(before.expanded(look.px(1.0)), taken));
        if own && clear {
            kept.push(taken);
        }
        clear
    });
    let gone = before - texts.len();
    axis.labels.end -= gone;
    axis.label = axis.label.map(|label| label - gone);
}

/// Adds small ticks where there is none yet.
fn add_minor(axis: &mut AxisLayout, places: &[f64], map: &AxisMap) {
    for place in places {
        let at = map.pixel(*place);
        if at.is_finite() && axis.ticks.iter().all(|tick| (tick.at - at).abs() > 1e-2) {
            axis.ticks.push(Tick { at, minor: true });
        }
    }
}

/// The part of a colorbar between two places along it.
fn between(area: Rect, side: Side, from: f32, to: f32) -> Rect {
    let (a, b) = (from.min(to), from.max(to));
    match side.direction() {
        Direction::X => Rect { x0: a, x1: b, ..area },
        Direction::Y => Rect { y0: a, y1: b, ..area },
    }
}

/// A line across a colorbar.
fn across(area: Rect, side: Side, at: f32, width: f32, color: Color) -> FrameLine {
    let (from, to) = match side.direction() {
        Direction::X => (Point::new(at, area.y0), Point::new(at, area.y1)),
        Direction::Y => (Point::new(area.x0, at), Point::new(area.x1, at)),
    };
    FrameLine { from, to, beyond: [0.0; 2], width, color, style: LineStyle::Solid }
}
