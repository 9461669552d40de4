//! What tells one scale from another.

use crate::axis::TickList;
use crate::geom::Limits;

/// All that a scale decides. Each is a type in a file of its own; `Scale::rules` has a line for each.
pub(super) trait Rules {
    /// The value on the even axis that the scale stretches; NaN for a value that has no place on it.
    fn transform(&self, value: f64) -> f64;

    /// The value that `transform` takes to `t`.
    fn inverse(&self, t: f64) -> f64;

    /// The limits of an axis without data, if they are no matter of the margins.
    fn limits_of_nothing(&self) -> Option<Limits>;

    /// Forward limits that an axis can have and that are not equal. `min_positive` is the smallest positive value of the
    /// data, infinity if there is none.
    fn nonsingular(&self, limits: Limits, min_positive: f64) -> Limits;

    /// Whether its ticks stand at even distances, and could stand at others.
    fn is_even(&self) -> bool;

    /// The major and the minor ticks that an axis can have, from those that it has if there is room for their labels, in at
    /// most `max_bins` intervals, to those with the fewest. Limits may be whatever numbers, also backward.
    fn choices(&self, limits: Limits, max_bins: usize) -> Box<dyn Iterator<Item = (TickList, TickList)>>;

    /// Whether minor ticks come with those choices and may have labels, so that fewer labels say less. Otherwise there are
    /// minor ticks only where they are asked for.
    fn has_minor(&self) -> bool;

    /// Minor ticks between the major ones at `major`, for forward and finite limits.
    fn minor(&self, major: &[f64], limits: Limits, max_bins: usize) -> Vec<f64>;

    /// What is written at positions at even distances, some of which may lie beyond the limits, and what these labels leave out.
    fn labels(&self, positions: &[f64], limits: Limits) -> (Vec<String>, Option<String>);

    /// What is written at positions that were set, all of which have a place on the scale, and what these labels leave out.
    fn labels_of_chosen(&self, positions: &[f64], limits: Limits) -> (Vec<String>, Option<String>);

    /// Only the ticks that an axis with these forward limits shows, with some slack for rounding.
    fn within(&self, ticks: TickList, limits: Limits) -> TickList;
}
