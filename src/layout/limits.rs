//! Which values the axes span: what was set, or what the data asks for.

use crate::artist::Bounds;
use crate::axis::{AutoLimits, Direction, MARGIN, Scale};
use crate::figure::{Aspect, Axes, AxisOptions, Figure};
use crate::geom::Limits;

/// What was decided of axes from the bounds of their artists.
pub(crate) struct Limited {
    pub(crate) x: Limits,
    pub(crate) y: Limits,
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
pub(crate) fn of(fig: &Figure, index: usize, axes: &Axes, (x, y): (&AxisOptions, &AxisOptions)) -> Limited {
    let own = bounds(axes);
    let along = |options: &AxisOptions, direction| {
        let sharing = fig.sharing(index, direction);
        if sharing.len() == 1 {
            return of_axis(options, direction, &own);
        }
        let mut all = Vec::new();
        for (_, axes) in sharing {
            all.extend(bounds(axes));
        }
        of_axis(options, direction, &all)
    };
    Limited { x: along(x, Direction::X), y: along(y, Direction::Y), aspect: aspect(axes, &own) }
}

fn bounds(axes: &Axes) -> Vec<Bounds> {
    axes.slots().iter().map(|(_, slot)| slot.artist().bounds()).collect()
}

fn aspect(axes: &Axes, bounds: &[Bounds]) -> Aspect {
    let equal = bounds.iter().any(|b| b.equal_aspect);
    axes.aspect.unwrap_or(if equal { Aspect::Equal } else { Aspect::Auto })
}

fn of_axis(options: &AxisOptions, direction: Direction, bounds: &[Bounds]) -> Limits {
    let (mut seen, mut min_positive, mut sticky, mut asked) = (Limits::EMPTY, f64::INFINITY, Vec::new(), None);
    for bounds in bounds {
        let (e, backward) = match direction {
            Direction::X => (bounds.x, bounds.x_backward),
            Direction::Y => (bounds.y, bounds.y_backward),
        };
        asked = backward.or(asked);
        // what is not finite has no place on an axis, whoever says it
        seen = seen.with(e.lo).with(e.hi);
        sticky.extend(e.sticky_lo.then_some(e.lo));
        sticky.extend(e.sticky_hi.then_some(e.hi));
        for v in [e.least_positive, e.lo, e.hi] {
            if v > 0.0 {
                min_positive = min_positive.min(v);
            }
        }
    }
    let mut wide = options.scale.autoscale(&AutoLimits { seen, min_positive, margin: MARGIN, sticky: &sticky });
    for tick in options.ticks.as_ref().map_or(&[][..], |ticks| &ticks.at) {
        if options.scale.transform(*tick).is_finite() {
            wide = wide.with(*tick);
        }
    }
    let free = if options.runs_backward(asked) { Limits::new(wide.hi, wide.lo) } else { wide };
    // an end that has no place on the scale is chosen from the data, as if it had not been set
    let set = |end: Option<f64>| end.filter(|v| options.scale.transform(*v).is_finite());
    match [set(options.ends[0]), set(options.ends[1])] {
        [None, None] => free,
        [Some(lo), Some(hi)] => options.scale.valid(Limits::new(lo, hi), min_positive),
        [Some(lo), None] => options.scale.valid(Limits::new(lo, beside(&options.scale, lo, free, false)), min_positive),
        [None, Some(hi)] => options.scale.valid(Limits::new(beside(&options.scale, hi, free, true), hi), min_positive),
    }
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
    scale.inverse(2.0 * (0.5 * scale.transform(set) + toward)).clamp(f64::MIN, f64::MAX)
}

impl Axes {
    /// The values at the left and the right end of the x axis, as it would be drawn now: what was set, or what the data
    /// ask for. `lo > hi` is an axis that runs backward. Where twins share the axis, their data count, too, when it is drawn,
    /// but not here: `Layout::of(&fig)[ax].x.limits` are the limits of both.
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
        alone(self).x
    }

    /// The values at the bottom and the top end of the y axis; see [`xlim`](Axes::xlim).
    #[must_use]
    pub fn ylim(&self) -> Limits {
        alone(self).y
    }
}

/// Limits that a colorbar can show.
pub(crate) fn shown(scale: &Scale, limits: Limits) -> Limits {
    if limits.is_empty() { Limits::new(0.0, 1.0) } else { scale.valid(limits, f64::INFINITY) }
}
