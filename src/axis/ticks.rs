//! Where the ticks of an axis stand and what is written beside them.

use super::scale::Scale;
use super::tick_list::Ticks;
use crate::geom::Limits;

/// Which way an axis runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Direction {
    /// Left to right: labels stand side by side.
    X,
    /// Upward: labels stand one above the other.
    Y,
}

/// Into how many intervals the ticks may divide an axis of this length, both in points: labels are taken to be at most
/// three times as wide as high, and lines of text to be two heights apart. 1 to 9.
#[must_use]
pub(crate) fn max_bins(length_pt: f32, font_pt: f32, axis: Direction) -> usize {
    let room = match axis {
        Direction::X => font_pt * 3.0,
        Direction::Y => font_pt * 2.0,
    };
    if room > 0.0 { ((length_pt / room).floor() as usize).clamp(1, 9) } else { 9 }
}

/// The major and the minor ticks that an axis can have, from those that it has if there is room for their labels to those with
/// the fewest.
pub(crate) fn tick_choices(scale: &Scale, limits: Limits, max_bins: usize) -> Box<dyn Iterator<Item = (Ticks, Ticks)>> {
    scale.rules().choices(limits, max_bins)
}

/// The minor ticks between the major ones at `major`, within the limits: of a linear axis four or five to each interval, of
/// a log axis the multiples of powers. `max_bins` is how many intervals of the major ones there is room for.
pub(crate) fn minor_positions(scale: &Scale, major: &[f64], limits: Limits, max_bins: usize) -> Vec<f64> {
    let forward = Limits::new(limits.lo.min(limits.hi), limits.lo.max(limits.hi));
    if !(forward.lo.is_finite() && forward.hi.is_finite()) {
        return Vec::new();
    }
    scale.rules().minor(major, forward, max_bins)
}

/// Ticks at positions that were set, as far as the axis shows them, with labels as if the axis had chosen them, but as many
/// digits as tell them apart; or with the names that each was given.
#[must_use]
pub(crate) fn fixed_ticks(scale: &Scale, at: &[f64], names: Option<&[String]>, limits: Limits) -> Ticks {
    let forward = Limits::new(limits.lo.min(limits.hi), limits.lo.max(limits.hi));
    let has_place = |value: f64| value.is_finite() && scale.transform(value).is_finite();
    if !(has_place(forward.lo) && has_place(forward.hi)) {
        return Ticks::default();
    }
    let (mut positions, mut labels, mut offset) = (Vec::new(), Vec::new(), None);
    for (k, p) in at.iter().enumerate() {
        if has_place(*p) {
            positions.push(*p);
            // one for each tick, so that two at one place keep their own
            labels.extend(names.and_then(|names| names.get(k)).cloned());
        }
    }
    if names.is_none() {
        (labels, offset) = scale.rules().labels_of_chosen(&positions, forward);
    }
    scale.rules().within(Ticks { positions, labels, offset }, forward)
}

#[cfg(test)]
mod tests;
