//! One axis laid out: its ticks, and the words beside them.

use crate::axis::{AxisMap, Direction, Scale, Ticks, fixed_ticks, max_bins, tick_choices};
use crate::figure::AxisOptions;
use crate::geom::{Limits, Point, Rect};
use crate::layout::words::{Look, PlacedText, words};
use crate::layout::{overlap, union};
use crate::order::order;
use crate::style::theme;
use crate::text::{Anchor, HAlign, VAlign};

/// One axis as it is drawn.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AxisLayout {
    /// From data values to pixels.
    pub map: AxisMap,
    /// Where there are ticks.
    pub ticks: Vec<Tick>,
    /// On which side of the box the ticks stand.
    pub side: Side,
}

/// A tick.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tick {
    /// The pixel column (or row) in which it is drawn, a whole number.
    pub at: f32,
    /// Whether it is one of the small ones between those that have a label.
    pub minor: bool,
}

/// A side of a box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Under it.
    Bottom,
    /// At its left.
    Left,
    /// At its right.
    Right,
}

/// Labels side by side have so much between them, as a share of the letters' size: less would read as one word.
const GAP: f32 = 0.2;

/// An axis without ticks.
pub(super) fn bare(scale: Scale, limits: Limits, area: Rect, side: Side) -> AxisLayout {
    let map = match side {
        Side::Bottom => AxisMap::new(scale, limits, f64::from(area.x0), f64::from(area.x1)),
        Side::Left | Side::Right => AxisMap::new(scale, limits, f64::from(area.y1), f64::from(area.y0)),
    };
    AxisLayout { map, ticks: Vec::new(), side }
}

/// An axis with its ticks; their labels, what they leave out, and the label of the axis are added to `texts`, clear of what
/// is there.
pub(super) fn axis(
    options: &AxisOptions,
    mut axis: AxisLayout,
    area: Rect,
    look: Look,
    texts: &mut Vec<PlacedText>,
) -> AxisLayout {
    let beside = Beside { area, side: axis.side, look };
    let (major, minor, labels) = beside.choose(options, axis.map.limits(), &axis.map);
    axis.ticks = place_ticks(&axis.map, &major, &minor);
    let far = labels.iter().map(|(_, taken)| beside.reach(*taken)).fold(look.px(theme::TICK_LENGTH), f32::max);
    texts.extend(labels.into_iter().map(|(text, _)| text));
    let offset = |pad: f32| major.offset.clone().map(|text| beside.offset(text, far, pad));
    let pads = (look.px(theme::OFFSET_PAD), look.px(theme::LABEL_PAD));
    let own = texts.len();
    texts.extend(offset(pads.0));
    if options.label.is_empty() {
        return axis;
    }
    let label = beside.label(&options.label, far, pads.1);
    let in_the_way = texts[own..].iter().any(|offset| overlap(offset.bounds(), label.bounds()));
    if in_the_way {
        // one under the other, close together, since there is just so much room under axes at their default place
        texts.truncate(own);
        texts.extend(offset(0.0));
    }
    let clear = beside.clear_label(&options.label, far, if in_the_way { 0.0 } else { pads.1 }, texts);
    texts.push(clear);
    axis
}

/// The ticks of both kinds, each in the pixel column or row that its line is drawn in.
fn place_ticks(map: &AxisMap, major: &Ticks, minor: &Ticks) -> Vec<Tick> {
    let mut placed = Vec::with_capacity(major.positions.len() + minor.positions.len());
    for (ticks, minor) in [(major, false), (minor, true)] {
        for position in &ticks.positions {
            let at = (map.pixel_f64(*position) + 0.5).floor() as f32;
            if at.is_finite() {
                placed.push(Tick { at, minor });
            }
        }
    }
    placed
}

/// A label and the rectangle that it takes.
type Label = (PlacedText, Rect);

/// Where words go on one side of a box.
#[derive(Clone, Copy)]
struct Beside {
    area: Rect,
    side: Side,
    look: Look,
}

impl Beside {
    /// The ticks that were asked for, or those of which no label touches its neighbour. The second are the minor ones.
    fn choose(self, options: &AxisOptions, limits: Limits, map: &AxisMap) -> (Ticks, Ticks, Vec<Label>) {
        if let Some(asked) = &options.ticks {
            let major = fixed_ticks(options.scale, &asked.at, asked.names.as_deref(), limits);
            let labels = self.labels(map, &major, &Ticks::default());
            return (major, Ticks::default(), labels);
        }
        let (length, direction) = match self.side {
            Side::Bottom => (self.area.width(), Direction::X),
            Side::Left | Side::Right => (self.area.height(), Direction::Y),
        };
        let bins = max_bins(length / self.look.pixels_per_point, theme::FONT_SIZE, direction);
        let mut last = None;
        for (major, minor) in tick_choices(options.scale, limits, bins) {
            let labels = self.labels(map, &major, &minor);
            if !self.touching(&labels) {
                return (major, minor, labels);
            }
            // of multiples of powers, fewer labels say less; of even distances, wider ones say the same
            if last.is_none() || options.scale == Scale::Linear {
                last = Some((major, minor, labels));
            }
        }
        let (major, minor, labels) = last.unwrap_or_default();
        let labels = self.thinned(&labels);
        (major, minor, labels)
    }

    /// The labels of all ticks that have one.
    fn labels(self, map: &AxisMap, major: &Ticks, minor: &Ticks) -> Vec<Label> {
        let each = |t: &Ticks| -> Vec<(f64, String)> {
            let all = t.positions.iter().copied().zip(t.labels.iter().cloned());
            all.filter(|(_, label)| !label.is_empty()).collect()
        };
        let size = self.look.px(theme::FONT_SIZE);
        let pad = self.look.px(theme::TICK_LENGTH + theme::TICK_PAD);
        let place = |(value, label)| {
            let at = map.pixel(value);
            let (at, ha, va) = match self.side {
                Side::Bottom => (Point::new(at, self.area.y1 + pad), HAlign::Center, VAlign::Top),
                Side::Left => (Point::new(self.area.x0 - pad, at), HAlign::Right, VAlign::CenterBaseline),
                Side::Right => (Point::new(self.area.x1 + pad, at), HAlign::Left, VAlign::CenterBaseline),
            };
            let text = words(label, size, Anchor { at, ha, va, angle: 0.0 });
            let taken = text.bounds();
            (text, taken)
        };
        each(major).into_iter().chain(each(minor)).map(place).collect()
    }

    /// Whether a label comes too near to another one along the axis.
    fn touching(self, labels: &[Label]) -> bool {
        let along: Vec<(f32, f32)> = match self.side {
            Side::Bottom => labels.iter().map(|(_, r)| (r.x0, r.x1 + GAP * self.look.px(theme::FONT_SIZE))).collect(),
            Side::Left | Side::Right => labels.iter().map(|(_, r)| (r.y0, r.y1)).collect(),
        };
        let order = order(along.len(), &|a, b| along[a].0.total_cmp(&along[b].0));
        order.windows(2).any(|pair| along[pair[1]].0 < along[pair[0]].1)
    }

    /// Every second label, or every third, counted from the first of a major tick, until none touches its neighbour; the
    /// first and the last if there is room for two.
    fn thinned(self, labels: &[Label]) -> Vec<Label> {
        let at = |k: usize| if self.side == Side::Bottom { labels[k].0.anchor.at.x } else { labels[k].0.anchor.at.y };
        let order = order(labels.len(), &|a, b| at(a).total_cmp(&at(b)));
        let some = |places: &[usize]| -> Vec<Label> { places.iter().map(|&k| labels[k].clone()).collect() };
        let start = order.iter().position(|&k| at(k) == at(0)).unwrap_or(0);
        for step in 2..labels.len() {
            let places: Vec<usize> = order.iter().copied().skip(start % step).step_by(step).collect();
            if places.len() > 1 && !self.touching(&some(&places)) {
                return some(&places);
            }
        }
        let (Some(&first), Some(&last)) = (order.first(), order.last()) else { return Vec::new() };
        let ends = some(&[first, last]);
        if first == last || self.touching(&ends) { some(&[first]) } else { ends }
    }

    /// How far a rectangle reaches away from the box.
    fn reach(self, taken: Rect) -> f32 {
        match self.side {
            Side::Bottom => taken.y1 - self.area.y1,
            Side::Left => self.area.x0 - taken.x0,
            Side::Right => taken.x1 - self.area.x1,
        }
    }

    /// What all labels leave out, at the end of the axis. `far` is how far tick labels reach.
    fn offset(self, offset: String, far: f32, pad: f32) -> PlacedText {
        let Rect { x0, y0, x1, y1 } = self.area;
        let (at, ha, va) = match self.side {
            Side::Bottom => (Point::new(x1, y1 + far + pad), HAlign::Right, VAlign::Top),
            Side::Left => (Point::new(x0, y0 - pad), HAlign::Left, VAlign::Baseline),
            Side::Right => (Point::new(x1, y0 - pad), HAlign::Right, VAlign::Baseline),
        };
        words(offset, self.look.px(theme::FONT_SIZE), Anchor { at, ha, va, angle: 0.0 })
    }

    /// The words along the axis, `pad` farther out than `far`.
    fn label(self, label: &str, far: f32, pad: f32) -> PlacedText {
        let Rect { x0, x1, y1, .. } = self.area;
        let middle = self.area.center();
        let (va, angle) = if self.side == Side::Bottom { (VAlign::Top, 0.0) } else { (VAlign::Center, 90.0) };
        let (ha, at) = match self.side {
            Side::Bottom => (HAlign::Center, Point::new(middle.x, y1 + far + pad)),
            Side::Left => (HAlign::Right, Point::new(x0 - far - pad, middle.y)),
            Side::Right => (HAlign::Left, Point::new(x1 + far + pad, middle.y)),
        };
        words(label.to_owned(), self.look.px(theme::FONT_SIZE), Anchor { at, ha, va, angle }).flexible()
    }

    /// The same, farther out than whatever is in the way of it.
    fn clear_label(self, label: &str, mut far: f32, pad: f32, others: &[PlacedText]) -> PlacedText {
        // two that are too long for their axes may cross: one of them would else be pushed out of the picture
        let taken: Vec<Rect> = others.iter().filter(|t| !t.flexible).map(PlacedText::bounds).collect();
        loop {
            let text = self.label(label, far, pad);
            let bounds = text.bounds();
            let hit = taken.iter().filter(|other| overlap(**other, bounds)).copied().reduce(union);
            match hit.map(|hit| self.reach(hit)) {
                Some(reach) if reach > far => far = reach,
                _ => return text,
            }
        }
    }
}
