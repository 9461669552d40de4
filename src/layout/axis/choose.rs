//! Which ticks an axis has: those that were asked for, or as many as have labels that do not touch.

use std::rc::Rc;

use crate::axis::{Choices, Direction, Said, TickList, Ticks, max_bins};
use crate::figure::AxisOptions;
use crate::geom::Point;
use crate::layout::axis::beside::{Beside, Label};
use crate::layout::memo::Both;
use crate::layout::words::PlacedText;
use crate::order::order;
use crate::style::theme;
use crate::text::{Anchor, HAlign, Turn, VAlign};

/// Labels side by side have so much between them, as a share of the letters' size: less would read as one word.
const GAP: f32 = 0.2;

impl Beside<'_> {
    /// The ticks that were asked for, or those of which no label touches its neighbour. The second are the minor ones.
    pub(super) fn choose(self, options: &AxisOptions) -> (Both, Vec<Label>) {
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
}
