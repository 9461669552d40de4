//! Which values the axes span: what was set, or what the data asks for.

use crate::artist::Bounds;
use crate::axis::{AutoLimits, Direction, MARGIN, Scale};
use crate::figure::{Aspect, Axes, AxisOptions, Figure};
use crate::geom::Limits;
use crate::layout::memo::Memo;

/// What an axis of dates shows where there are none, from 1970 on, in seconds.
const DAY: f64 = 86_400.0;

/// What it shows on either side of one.
const TWO_YEARS: f64 = 2.0 * 365.0 * DAY;

/// What was decided of axes from the bounds of their artists.
pub(crate) struct Limited {
    /// With whether they are dates.
    pub(crate) x: (Limits, bool),
    pub(crate) y: (Limits, bool),
    pub(crate) aspect: Aspect,
}

/// The limits of both axes, as these alone would have them, and how their units compare.
///
/// Hidden artists count too, so that showing and hiding artists does not move the axes.
fn alone(axes: &Axes) -> Limited {
    let bounds = bounds(axes);
    Limited {
        x: of_axis(&axes.x, Direction::X, &bounds),
        y: of_axis(&axes.y, Direction::Y, &bounds),
        aspect: aspect(axes, &bounds),
    }
}

/// The same of axes in their figure, where others may have the data that decides.
pub(crate) fn of(
    fig: &Figure,
    index: usize,
    axes: &Axes,
    (x, y): (&AxisOptions, &AxisOptions),
    memo: &Memo,
) -> Limited {
    let along = |options: &AxisOptions, direction| of_shared(fig, index, options, direction, memo);
    let limited = Limited { x: along(x, Direction::X), y: along(y, Direction::Y), aspect: Aspect::Auto };
    Limited { aspect: aspect(axes, &memo.bounds(index, &|| bounds(axes))), ..limited }
}

/// Those of one axis.
pub(crate) fn along(fig: &Figure, index: usize, axes: &Axes, direction: Direction, memo: &Memo) -> Limits {
    let options = fig.said_of(index, direction).unwrap_or(axes.axis(direction));
    of_shared(fig, index, options, direction, memo).0
}

/// Those of an axis that others may have in common: found once for all of them.
fn of_shared(fig: &Figure, index: usize, options: &AxisOptions, direction: Direction, memo: &Memo) -> (Limits, bool) {
    let sharing = fig.sharing(index, direction);
    let first = sharing.first().map_or(index, |(first, _)| *first);
    memo.limits(first, direction, &|| {
        let mut all = Vec::new();
        for (index, axes) in &sharing {
            all.extend_from_slice(&memo.bounds(*index, &|| bounds(axes)));
        }
        of_axis(options, direction, &all)
    })
}

fn bounds(axes: &Axes) -> Vec<Bounds> {
    let mut all = Vec::new();
    for slot in axes.slots() {
        all.push(slot.artist().bounds());
    }
    all
}

fn aspect(axes: &Axes, bounds: &[Bounds]) -> Aspect {
    let equal = bounds.iter().any(|b| b.equal_aspect);
    axes.aspect.unwrap_or(if equal { Aspect::Equal } else { Aspect::Auto })
}

fn of_axis(options: &AxisOptions, direction: Direction, bounds: &[Bounds]) -> (Limits, bool) {
    let mut dates = options.dates || options.ticks.are_dates();
    let (mut seen, mut min_positive, mut sticky, mut asked) = (Limits::EMPTY, f64::INFINITY, Vec::new(), None);
    for bounds in bounds {
        let (e, backward, are_dates) = match direction {
            Direction::X => (bounds.x, bounds.x_backward, bounds.x_dates),
            Direction::Y => (bounds.y, bounds.y_backward, bounds.y_dates),
        };
        dates |= are_dates;
        asked = backward.or(asked);
        // what is not finite has no place on an axis, whoever says it
        seen = seen.with(e.lo).with(e.hi);
        if e.sticky_lo {
            sticky.push(e.lo);
        }
        if e.sticky_hi {
            sticky.push(e.hi);
        }
        for &v in &[e.least_positive, e.lo, e.hi] {
            if v > 0.0 {
                min_positive = min_positive.min(v);
            }
        }
    }
    let of_dates = dates && options.scale == Scale::Linear;
    if of_dates && seen.lo == seen.hi {
        seen = Limits::new(seen.lo - TWO_YEARS, seen.hi + TWO_YEARS);
    }
    let mut wide = match of_dates && seen.is_empty() {
        true => Limits::new(0.0, DAY),
        false => options.scale.autoscale(&AutoLimits { seen, min_positive, margin: MARGIN, sticky: &sticky }),
    };
    for tick in options.ticks.places().unwrap_or_default() {
        if options.scale.transform(*tick).is_finite() {
            wide = wide.with(*tick);
        }
    }
    let free = if options.runs_backward(asked) { Limits::new(wide.hi, wide.lo) } else { wide };
    // an end that has no place on the scale is chosen from the data, as if it had not been set
    let set = |end: Option<f64>| end.filter(|v| options.scale.transform(*v).is_finite());
    let limits = match [set(options.ends[0]), set(options.ends[1])] {
        [None, None] => free,
        [Some(lo), Some(hi)] => options.scale.valid(Limits::new(lo, hi), min_positive),
        [Some(lo), None] => options.scale.valid(Limits::new(lo, beside(&options.scale, lo, free, false)), min_positive),
        [None, Some(hi)] => options.scale.valid(Limits::new(beside(&options.scale, hi, free, true), hi), min_positive),
    };
    (limits, dates)
}

/// Whether an axis that has dates, and these limits, reaches beyond the years that there are dates of.
pub(super) fn beyond_dates(
    fig: &Figure,
    index: usize,
    axes: &Axes,
    (direction, limits): (Direction, Limits),
    memo: &Memo,
) -> bool {
    let (first, end) = (-62_135_596_800.0, 253_402_300_800.0);
    let beyond = limits.lo.min(limits.hi) < first || limits.lo.max(limits.hi) >= end;
    beyond && {
        let options = fig.said_of(index, direction).unwrap_or(axes.axis(direction));
        of_shared(fig, index, options, direction, memo).1
    }
}

/// Whether there are data along an axis that are shown, and none above 0.
pub(super) fn nothing_positive(fig: &Figure, index: usize, direction: Direction, memo: &Memo) -> bool {
    let mut seen = Limits::EMPTY;
    for (index, axes) in fig.sharing(index, direction) {
        let known = memo.bounds(index, &|| bounds(axes));
        for (slot, _) in axes.visible() {
            let extent = if direction == Direction::X { known[slot].x } else { known[slot].y };
            seen = seen.with(extent.lo).with(extent.hi);
        }
    }
    !seen.is_empty() && seen.hi <= 0.0
}

/// The end that was not set, opposite to `set`: where the data end, in `free`, if they lie on that side of `set` at all.
/// Otherwise as far away as the data are long, so that an axis never turns around because data are not there yet.
fn beside(scale: &Scale, set: f64, free: Limits, low: bool) -> f64 {
    // in halves: the distance of two numbers need not be a number
    let length = scale.half_span(free);
    let (end, toward) = if low { (free.lo, -length) } else { (free.hi, length) };
    let reach = scale.half_span(Limits::new(set, end));
    if reach != 0.0 && reach.signum() == toward.signum() {
        return end;
    }
    let there = scale.inverse(2.0 * (0.5 * scale.transform(set) + toward));
    if there.is_nan() {
        // so far away the scale has no place: a unit away, then
        return if low { set - 1.0 } else { set + 1.0 };
    }
    there.clamp(f64::MIN, f64::MAX)
}

impl Axes {
    /// The values at the left and the right end of the x axis, as it would be drawn now: what was set, or what the data
    /// ask for. `lo > hi` is an axis that runs backward. Where twins share the axis, their data count, too, when it is drawn,
    /// but not here, and a [second axis](crate::Figure::secondary_x) has those of its axes then: `Layout::of(&fig)[ax].x.limits` are what
    /// is drawn.
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// let mut fig = Figure::new();
    /// let ax = fig.add_axes();
    /// fig[ax].plot([0, 10], [2, 3]);
    /// assert_eq!(fig[ax].xlim(), Limits::new(-0.5, 10.5));
    /// ```
    #[must_use]
    pub fn xlim(&self) -> Limits {
        alone(self).x.0
    }

    /// The values at the bottom and the top end of the y axis; see [`xlim`](Axes::xlim).
    #[must_use]
    pub fn ylim(&self) -> Limits {
        alone(self).y.0
    }
}

/// Limits that a colorbar can show.
pub(crate) fn shown(scale: &Scale, limits: Limits) -> Limits {
    if limits.is_empty() { Limits::new(0.0, 1.0) } else { scale.valid(limits, f64::INFINITY) }
}
