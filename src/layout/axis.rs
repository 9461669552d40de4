//! One axis laid out: its ticks, and the words beside them.

use std::ops::Range;
use std::rc::Rc;

use crate::axis::{AxisMap, Choices, Direction, Said, Scale, Side, TickList, Ticks, max_bins};
use crate::figure::{AxisOptions, LabelTurn, TickLook};
use crate::geom::{Limits, Point, Rect};
use crate::layout::frame::reach;
use crate::layout::memo::Both;
use crate::layout::overlap;
use crate::layout::words::{Look, PlacedText};
use crate::order::order;
use crate::style::{Color, theme};
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
    /// Which of the axes' words are the labels of its ticks: a range of [`AxesLayout::texts`](crate::AxesLayout::texts).
    pub labels: Range<usize>,
    /// .. and which one is its own label.
    pub(crate) label: Option<usize>,
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
    AxisLayout { limits: map.limits(), scale: map.scale().clone(), ticks: Vec::new(), side, labels: 0..0, label: None }
}

/// An axis with its ticks, of which `options` tell; their labels, what they leave out, and the label of the axis are added to
/// `texts`, clear of what is there.
pub(super) fn axis(
    (label, color): (&str, Option<Color>),
    options: &AxisOptions,
    beside: Beside<'_>,
    texts: &mut Vec<PlacedText>,
) -> AxisLayout {
    let (mut axis, look) = (bare(beside.map, beside.side), beside.look);
    let (ticks, labels) = beside.choose(options);
    let (major, minor) = &*ticks;
    axis.ticks = place_ticks(beside.map, major, minor);
    let far = labels
        .iter()
        .map(|(_, taken)| beside.reach(*taken))
        .fold(look.px(reach(&beside.looks[0], false, look).0), f32::max);
    let before = texts.len();
    texts.extend(labels.into_iter().map(|(text, _)| text));
    let own = texts.len();
    axis.labels = before..own;
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
    let mut clear = beside.clear_label(label, far, if in_the_way { 0.0 } else { pads.1 }, texts);
    clear.color = color.unwrap_or(clear.color);
    axis.label = Some(texts.len());
    texts.push(clear);
    axis
}

/// The ticks of both kinds, the large ones first.
fn place_ticks(map: &AxisMap, major: &TickList, minor: &TickList) -> Vec<Tick> {
    let mut placed = Vec::with_capacity(major.positions.len() + minor.positions.len());
    for &(ticks, minor) in &[(major, false), (minor, true)] {
        for position in &ticks.positions {
            if shows(map, *position) {
                placed.push(Tick { at: close(map.pixel_f64(*position)), minor });
            }
        }
    }
    placed
}

/// Whether a value is between the ends of an axis, where it is drawn: a function need not be steady.
fn shows(map: &AxisMap, value: f64) -> bool {
    let (from, to, at) = (map.pixel_f64(map.limits().lo), map.pixel_f64(map.limits().hi), map.pixel_f64(value));
    let slack = 0.01;
    at >= from.min(to) - slack && at <= from.max(to) + slack
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
    /// How labels of ticks are turned.
    pub(super) turned: LabelTurn,
    /// How large ticks look, and small ones.
    pub(super) looks: &'a [TickLook; 2],
    pub(super) look: Look<'a>,
}

impl Beside<'_> {
    /// The ticks that were asked for, or those of which no label touches its neighbour. The second are the minor ones.
    fn choose(self, options: &AxisOptions) -> (Both, Vec<Label>) {
        let limits = self.map.limits();
        let bins = self.max_bins();
        let AxisOptions { scale, ticks, format, minor_ticks, .. } = options;
        let said = Said { scale, ticks, format };
        let (mut both, labels) = match ticks.places() {
            Some(_) => {
                let both = self.choice(said, bins, 0, &mut None).unwrap_or_default();
                let labels = self.labels(&both.0, &both.1);
                (both, labels)
            }
            None => self.fitting(said, bins),
        };
        let comes_with_labels = ticks.come_with_minor() && scale.has_minor() && *minor_ticks == Ticks::auto();
        match options.minor {
            Some(true) if !comes_with_labels => {
                // between all of those that were set, also if they are beyond the limits
                let at = ticks.places().unwrap_or(&both.0.positions);
                let minor = Said { ticks: &ticks.small(minor_ticks, at), ..said }.minor(at, limits, bins);
                let more = self.labels(&TickList::default(), &minor);
                Rc::make_mut(&mut both).1 = minor;
                return (both, self.without(labels, more));
            }
            Some(false) => Rc::make_mut(&mut both).1.keep_labelled(),
            _ => {}
        }
        (both, labels)
    }

    /// The ticks that the axis has as its choice of that number: those that were found before, or else the next of
    /// `fresh`.
    fn choice<'a>(self, said: Said<'a>, bins: usize, number: usize, fresh: &mut Option<Choices<'a>>) -> Option<Both> {
        let limits = self.map.limits();
        if let Some(found) = self.look.memo.choice(said, (limits, bins), number) {
            return Some(found);
        }
        let fresh = fresh.get_or_insert_with(|| {
            let mut choices = said.choices(limits, bins);
            for _ in 0..number {
                choices.next();
            }
            choices
        });
        Some(self.look.memo.keep(said, (limits, bins), fresh.next()?))
    }

    /// Labels with those of others added that touch none of them.
    fn without(self, mut labels: Vec<Label>, more: Vec<Label>) -> Vec<Label> {
        for label in more {
            labels.push(label);
            if self.touching(&labels, 0.0) {
                labels.pop();
            }
        }
        labels
    }

    /// How large the letters of labels are, in points.
    fn letters(self) -> f32 {
        self.looks[0].labelsize.unwrap_or(self.look.theme.tick_size)
    }

    /// Into how many intervals there is room for ticks to divide the axis.
    fn max_bins(self) -> usize {
        let direction = self.side.direction();
        let length = match direction {
            Direction::X => self.area.width(),
            Direction::Y => self.area.height(),
        };
        max_bins(length / self.look.pixels_per_point, self.letters(), direction)
    }

    /// The ticks that the axis chooses for itself.
    fn fitting(self, said: Said<'_>, bins: usize) -> (Both, Vec<Label>) {
        let (mut last, mut number, mut fresh) = (None, 0, None);
        while let Some(both) = self.choice(said, bins, number, &mut fresh) {
            number += 1;
            let labels = self.labels(&both.0, &both.1);
            if !self.touching(&labels, self.widest(said, &both.0)) {
                return (both, labels);
            }
            // of multiples of powers, fewer labels say less; of even distances, wider ones say the same
            if last.is_none() || !said.scale.has_minor() {
                last = Some((both, labels));
            }
        }
        let (both, labels) = last.unwrap_or_default();
        let labels = self.thinned(&labels);
        (both, labels)
    }

    /// The labels of all ticks that have one.
    fn labels(self, major: &TickList, minor: &TickList) -> Vec<Label> {
        let place = |value: f64, label: &str, is_minor: bool| {
            let said = &self.looks[usize::from(is_minor)];
            let size = self.look.px(said.labelsize.unwrap_or(theme::TICK_SIZE));
            // on the line of the others, unless something was said of where
            let alone = is_minor && (said.length.is_some() || said.pad.is_some() || said.direction.is_some());
            let row = if alone { said } else { &self.looks[0] };
            let usual = if alone { theme::MINOR_TICK_PAD } else { theme::TICK_PAD };
            let pad = self.look.px(reach(row, alone, self.look).0) + self.look.px(row.pad.unwrap_or(usual));
            let at = self.map.pixel(value);
            let (at, ha, va) = match self.side {
                Side::Bottom => (Point::new(at, self.area.y1 + pad), HAlign::Center, VAlign::Top),
                Side::Top => (Point::new(at, self.area.y0 - pad), HAlign::Center, VAlign::Bottom),
                Side::Left => (Point::new(self.area.x0 - pad, at), HAlign::Right, VAlign::CenterBaseline),
                Side::Right => (Point::new(self.area.x1 + pad, at), HAlign::Left, VAlign::CenterBaseline),
            };
            let LabelTurn { degrees, ha: set, mode } = self.turned;
            let anchor = Anchor { at, ha: set.unwrap_or(ha), va, angle: degrees };
            let mut text = self.look.turned(mode, label.to_owned(), size, anchor);
            text.color = said.labelcolor.unwrap_or(theme::TICK_LABEL);
            let taken = text.bounds();
            (text, taken)
        };
        let mut labels = Vec::new();
        for (ticks, is_minor) in [(major, false), (minor, true)] {
            if self.looks[usize::from(is_minor)].labels == Some(false) {
                continue;
            }
            for (position, label) in ticks.positions.iter().zip(&ticks.labels) {
                if !label.is_empty() && shows(self.map, *position) {
                    labels.push(place(*position, label, is_minor));
                }
            }
        }
        labels
    }

    /// How wide the widest label would be that the axis can have with such ticks.
    fn widest(self, said: Said<'_>, ticks: &TickList) -> f32 {
        let mut widest = 0.0_f32;
        if self.side.direction() == Direction::Y {
            return widest; // one above the other
        }
        let size = self.look.px(self.looks[0].labelsize.unwrap_or(theme::TICK_SIZE));
        let anchor = Anchor { at: Point::new(0.0, 0.0), ha: HAlign::Left, va: VAlign::Top, angle: self.turned.degrees };
        for words in said.widest(ticks) {
            widest = widest.max(self.look.words(words, size, anchor).bounds().width());
        }
        widest
    }

    /// Whether a label comes too near to another one along the axis; or would, if all were at least so wide.
    fn touching(self, labels: &[Label], widest: f32) -> bool {
        let mut along = Vec::with_capacity(labels.len());
        for (_, r) in labels {
            along.push(match self.side.direction() {
                Direction::X => {
                    let more = (widest - r.width()).max(0.0) / 2.0;
                    (r.x0 - more, r.x1 + more + GAP * self.look.px(self.letters()))
                }
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
        let Some(turn) = Turn::new(self.turned.degrees).filter(|turn| turn.quarters.is_none()) else { return false };
        let height = |text: &PlacedText| f64::from(self.look.measured(text.face, &text.text, text.size).height);
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
        let some = |places: &[usize]| {
            let mut some = Vec::with_capacity(places.len());
            for k in places {
                some.push(labels[*k].clone());
            }
            some
        };
        let start = order.iter().position(|&k| at(k) == at(0)).unwrap_or(0);
        for step in 2..labels.len() {
            let (mut places, mut k) = (Vec::new(), start % step);
            while k < order.len() {
                places.push(order[k]);
                k += step;
            }
            if places.len() > 1 && !self.touching(&some(&places), 0.0) {
                return some(&places);
            }
        }
        let (Some(&first), Some(&last)) = (order.first(), order.last()) else { return Vec::new() };
        let ends = some(&[first, last]);
        if first == last || self.touching(&ends, 0.0) { some(&[first]) } else { ends }
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
        let mut text = self.look.words(offset, self.look.px(theme::TICK_SIZE), Anchor { at, ha, va, angle: 0.0 });
        text.color = theme::TICK_LABEL;
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
        let mut text = self.look.words(label.to_owned(), self.look.px(theme::LABEL_SIZE), Anchor { at, ha, va, angle });
        text.color = theme::LABEL;
        text.flexible()
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
                    hit = Some(hit.map_or(*other, |hit| hit.union(*other)));
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
