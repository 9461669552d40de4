//! One axis laid out: its ticks, and the words beside them.

use crate::axis::{AxisMap, Direction, Scale, Side, Ticks, fixed_ticks, max_bins, minor_positions, tick_choices};
use crate::figure::AxisOptions;
use crate::geom::{Limits, Point, Rect};
use crate::layout::words::{Look, PlacedText};
use crate::layout::{overlap, union};
use crate::order::order;
use crate::style::theme;
use crate::text::{Anchor, HAlign, Turn, VAlign};

/// One axis as it is drawn.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AxisLayout {
    /// The values at its two ends; `lo > hi` is an axis that runs backward.
    pub limits: Limits,
    /// Its scale; linear for a colorbar whose norm is none.
    pub scale: Scale,
    /// Where there are ticks, and lines across if they are asked for.
    pub ticks: Vec<Tick>,
    /// On which side of the box the labels stand.
    pub side: Side,
}

/// A tick.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Tick {
    /// Where its middle is, in pixels from the left (or from the top): exact. Where there are pixels, it is drawn in the
    /// nearest column (or row) of them.
    pub at: f32,
    /// Whether it is one of the small ones between those that have a label.
    pub minor: bool,
}

/// Labels side by side have so much between them, as a share of the letters' size: less would read as one word.
const GAP: f32 = 0.2;

/// From the values of an axis on this side of a box to pixels.
pub(super) fn map(scale: &Scale, limits: Limits, area: Rect, direction: Direction) -> AxisMap {
    let (start, end) = match direction {
        Direction::X => (area.x0, area.x1),
        Direction::Y => (area.y1, area.y0),
    };
    AxisMap::new(scale.clone(), limits, f64::from(start), f64::from(end))
}

/// An axis without ticks.
pub(super) fn bare(map: &AxisMap, side: Side) -> AxisLayout {
    AxisLayout { limits: map.limits(), scale: map.scale().clone(), ticks: Vec::new(), side }
}

/// An axis with its ticks, of which `options` tell; their labels, what they leave out, and the label of the axis are added to
/// `texts`, clear of what is there.
pub(super) fn axis(label: &str, options: &AxisOptions, beside: Beside<'_>, texts: &mut Vec<PlacedText>) -> AxisLayout {
    let (mut axis, look) = (bare(beside.map, beside.side), beside.look);
    let (major, minor, labels) = beside.choose(options);
    axis.ticks = place_ticks(beside.map, &major, &minor);
    let far = labels.iter().map(|(_, taken)| beside.reach(*taken)).fold(look.px(theme::TICK_LENGTH), f32::max);
    texts.extend(labels.into_iter().map(|(text, _)| text));
    let own = texts.len();
    let offset = |pad: f32| major.offset.clone().map(|text| beside.offset(text, far, pad));
    let pads = (look.px(theme::OFFSET_PAD), look.px(theme::LABEL_PAD));
    texts.extend(offset(pads.0));
    if label.is_empty() {
        return axis;
    }
    let usual = beside.label(label, far, pads.1).bounds();
    let in_the_way = texts[own..].iter().any(|offset| overlap(offset.bounds(), usual));
    if in_the_way {
        // one under the other, close together, since there is just so much room under axes at their default place
        texts.truncate(own);
        texts.extend(offset(0.0));
    }
    let clear = beside.clear_label(label, far, if in_the_way { 0.0 } else { pads.1 }, texts);
    texts.push(clear);
    axis
}

/// The ticks of both kinds, the large ones first.
fn place_ticks(map: &AxisMap, major: &Ticks, minor: &Ticks) -> Vec<Tick> {
    let mut placed = Vec::with_capacity(major.positions.len() + minor.positions.len());
    for (ticks, minor) in [(major, false), (minor, true)] {
        for position in &ticks.positions {
            let at = close(map.pixel_f64(*position));
            if at.is_finite() {
                placed.push(Tick { at, minor });
            }
        }
    }
    placed
}

/// The nearest `f32` that belongs to the same pixel: what lies a hair below the border of two is not rounded onto it.
fn close(at: f64) -> f32 {
    let near = at as f32;
    if f64::from(near) > at && f64::from((near + 0.5).floor()) > (at + 0.5).floor() { near.next_down() } else { near }
}

/// A label and the rectangle that it takes.
type Label = (PlacedText, Rect);

/// Where words go on one side of a box.
#[derive(Clone, Copy)]
pub(super) struct Beside<'a> {
    pub(super) map: &'a AxisMap,
    pub(super) area: Rect,
    pub(super) side: Side,
    /// By how much labels of ticks are turned, in degrees, counter-clockwise.
    pub(super) turned: f32,
    pub(super) look: Look<'a>,
}

impl Beside<'_> {
    /// The ticks that were asked for, or those of which no label touches its neighbour. The second are the minor ones.
    fn choose(self, options: &AxisOptions) -> (Ticks, Ticks, Vec<Label>) {
        let limits = self.map.limits();
        let bins = self.max_bins();
        if let Some(asked) = &options.ticks {
            let major = fixed_ticks(&options.scale, &asked.at, asked.names.as_deref(), limits);
            let labels = self.labels(&major, &Ticks::default());
            let mut minor = Ticks::default();
            if options.minor == Some(true) {
                minor.positions = minor_positions(&options.scale, &asked.at, limits, bins);
            }
            return (major, minor, labels);
        }
        let (major, mut minor, labels) = self.fitting(&options.scale, limits, bins);
        match options.minor {
            Some(true) if !options.scale.has_minor() => {
                minor.positions = minor_positions(&options.scale, &major.positions, limits, bins);
            }
            Some(false) => minor.keep_labelled(),
            _ => {}
        }
        (major, minor, labels)
    }

    /// Into how many intervals there is room for ticks to divide the axis.
    fn max_bins(self) -> usize {
        let direction = self.side.direction();
        let length = match direction {
            Direction::X => self.area.width(),
            Direction::Y => self.area.height(),
        };
        max_bins(length / self.look.pixels_per_point, theme::FONT_SIZE, direction)
    }

    /// The ticks that the axis chooses for itself.
    fn fitting(self, scale: &Scale, limits: Limits, bins: usize) -> (Ticks, Ticks, Vec<Label>) {
        let mut last = None;
        for (major, minor) in tick_choices(scale, limits, bins) {
            let labels = self.labels(&major, &minor);
            if !self.touching(&labels) {
                return (major, minor, labels);
            }
            // of multiples of powers, fewer labels say less; of even distances, wider ones say the same
            if last.is_none() || !scale.has_minor() {
                last = Some((major, minor, labels));
            }
        }
        let (major, minor, labels) = last.unwrap_or_default();
        let labels = self.thinned(&labels);
        (major, minor, labels)
    }

    /// The labels of all ticks that have one.
    fn labels(self, major: &Ticks, minor: &Ticks) -> Vec<Label> {
        let size = self.look.px(theme::FONT_SIZE);
        let pad = self.look.px(theme::TICK_LENGTH + theme::TICK_PAD);
        let place = |value: f64, label: &str| {
            let at = self.map.pixel(value);
            let (at, ha, va) = match self.side {
                Side::Bottom => (Point::new(at, self.area.y1 + pad), HAlign::Center, VAlign::Top),
                Side::Top => (Point::new(at, self.area.y0 - pad), HAlign::Center, VAlign::Bottom),
                Side::Left => (Point::new(self.area.x0 - pad, at), HAlign::Right, VAlign::CenterBaseline),
                Side::Right => (Point::new(self.area.x1 + pad, at), HAlign::Left, VAlign::CenterBaseline),
            };
            let text = self.look.words(label.to_owned(), size, Anchor { at, ha, va, angle: self.turned });
            let taken = text.bounds();
            (text, taken)
        };
        let mut labels = Vec::new();
        for ticks in [major, minor] {
            for (position, label) in ticks.positions.iter().zip(&ticks.labels) {
                if !label.is_empty() {
                    labels.push(place(*position, label));
                }
            }
        }
        labels
    }

    /// Whether a label comes too near to another one along the axis.
    fn touching(self, labels: &[Label]) -> bool {
        let mut along = Vec::with_capacity(labels.len());
        for (_, r) in labels {
            along.push(match self.side.direction() {
                Direction::X => (r.x0, r.x1 + GAP * self.look.px(theme::FONT_SIZE)),
                Direction::Y => (r.y0, r.y1),
            });
        }
        let order = order(along.len(), &|a, b| along[a].0.total_cmp(&along[b].0));
        order.windows(2).any(|pair| {
            along[pair[1]].0 < along[pair[0]].1 && !self.side_by_side(&labels[pair[0]].0, &labels[pair[1]].0)
        })
    }

    /// Whether one of two labels that are turned stands over the other, though the boxes around them touch.
    fn side_by_side(self, one: &PlacedText, other: &PlacedText) -> bool {
        let Some(turn) = Turn::new(self.turned).filter(|turn| turn.quarters.is_none()) else { return false };
        let height = |text: &PlacedText| f64::from(self.look.measure(&text.text, text.size).height);
        let (a, b) = (one.bounds().center(), other.bounds().center());
        // how far the middle of one line is from that of the other, across the lines
        let apart = f64::from(b.x - a.x) * turn.sin + f64::from(b.y - a.y) * turn.cos;
        apart.abs() >= (height(one) + height(other)) / 2.0
    }

    /// Every second label, or every third, counted from the first of a major tick, until none touches its neighbour; the
    /// first and the last if there is room for two.
    fn thinned(self, labels: &[Label]) -> Vec<Label> {
        let at = |k: usize| match self.side.direction() {
            Direction::X => labels[k].0.anchor.at.x,
            Direction::Y => labels[k].0.anchor.at.y,
        };
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
            Side::Top => self.area.y0 - taken.y0,
            Side::Left => self.area.x0 - taken.x0,
            Side::Right => taken.x1 - self.area.x1,
        }
    }

    /// What all labels leave out, at the end of the axis. `far` is how far tick labels reach.
    fn offset(self, offset: String, far: f32, pad: f32) -> PlacedText {
        let Rect { x0, y0, x1, y1 } = self.area;
        let (at, ha, va) = match self.side {
            Side::Bottom => (Point::new(x1, y1 + far + pad), HAlign::Right, VAlign::Top),
            Side::Top => (Point::new(x1, y0 - far - pad), HAlign::Right, VAlign::Bottom),
            Side::Left => (Point::new(x0, y0 - pad), HAlign::Left, VAlign::Baseline),
            Side::Right => (Point::new(x1, y0 - pad), HAlign::Right, VAlign::Baseline),
        };
        let mut text = self.look.words(offset, self.look.px(theme::FONT_SIZE), Anchor { at, ha, va, angle: 0.0 });
        text.corner = self.side.direction() == Direction::Y;
        text
    }

    /// The words along the axis, `pad` farther out than `far`.
    fn label(self, label: &str, far: f32, pad: f32) -> PlacedText {
        let Rect { x0, y0, x1, y1 } = self.area;
        let middle = self.area.center();
        let (at, ha, va, angle) = match self.side {
            Side::Bottom => (Point::new(middle.x, y1 + far + pad), HAlign::Center, VAlign::Top, 0.0),
            Side::Top => (Point::new(middle.x, y0 - far - pad), HAlign::Center, VAlign::Baseline, 0.0),
            Side::Left => (Point::new(x0 - far - pad, middle.y), HAlign::Right, VAlign::Center, 90.0),
            Side::Right => (Point::new(x1 + far + pad, middle.y), HAlign::Left, VAlign::Center, 90.0),
        };
        self.look.words(label.to_owned(), self.look.px(theme::FONT_SIZE), Anchor { at, ha, va, angle }).flexible()
    }

    /// The same, farther out than whatever is in the way of it.
    fn clear_label(self, label: &str, mut far: f32, pad: f32, others: &[PlacedText]) -> PlacedText {
        // two that are too long for their axes may cross: one of them would else be pushed out of the picture
        let mut taken = Vec::new();
        for other in others {
            if !other.flexible {
                taken.push(other.bounds());
            }
        }
        loop {
            let text = self.label(label, far, pad);
            let bounds = text.bounds();
            let mut hit: Option<Rect> = None;
            for other in &taken {
                if overlap(*other, bounds) {
                    hit = Some(hit.map_or(*other, |hit| union(hit, *other)));
                }
            }
            match hit.map(|hit| self.reach(hit)) {
                Some(reach) if reach > far => far = reach,
                _ => return text,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::close;

    #[test]
    fn rounding_leaves_a_tick_in_its_pixel() {
        for border in [1.5, 99.5, 127.5, 2047.5, 8191.5] {
            let below = f64::next_down(border);
            assert_eq!((close(below) + 0.5).floor(), (border - 0.5) as f32, "{border}");
            assert_eq!((close(border) + 0.5).floor(), (border + 0.5) as f32, "{border}");
            assert!((f64::from(close(below)) - border).abs() < 1e-3);
        }
        assert_eq!(close(100.1), 100.1);
        assert!(close(f64::NAN).is_nan());
    }
}
