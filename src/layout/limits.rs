//! Which values the axes span: what was set, or what the data asks for.

use crate::artist::Bounds;
use crate::axis::{AutoLimits, MARGIN, Scale};
use crate::figure::{Aspect, Axes, AxisOptions};
use crate::geom::{Extent, Limits};

/// What was decided of axes from the bounds of their artists.
pub(crate) struct Limited {
    pub(crate) x: Limits,
    pub(crate) y: Limits,
    pub(crate) aspect: Aspect,
}

/// The limits of both axes, and how their units compare.
///
/// Hidden artists count too, so that showing and hiding artists does not move the axes.
pub(crate) fn of(axes: &Axes) -> Limited {
    let bounds: Vec<Bounds> = axes.slots().map(|(_, slot)| slot.artist().bounds()).collect();
    let extents = |along: fn(&Bounds) -> Extent| bounds.iter().map(along).collect::<Vec<_>>();
    let equal = bounds.iter().any(|b| b.equal_aspect);
    Limited {
        x: of_axis(&axes.x, &extents(|b| b.x), bounds.iter().filter_map(|b| b.x_backward).next_back()),
        y: of_axis(&axes.y, &extents(|b| b.y), bounds.iter().filter_map(|b| b.y_backward).next_back()),
        aspect: axes.aspect.unwrap_or(if equal { Aspect::Equal } else { Aspect::Auto }),
    }
}

fn of_axis(options: &AxisOptions, extents: &[Extent], asked: Option<bool>) -> Limits {
    // what is not finite has no place on an axis, whoever says it
    let seen = Limits::of(extents.iter().flat_map(|e| [e.lo, e.hi]));
    let sticky = extents.iter().flat_map(|e| [e.sticky_lo.then_some(e.lo), e.sticky_hi.then_some(e.hi)]);
    let sticky: Vec<f64> = sticky.flatten().collect();
    let positive = extents.iter().flat_map(|e| [e.least_positive, e.lo, e.hi]).filter(|v| *v > 0.0);
    let min_positive = positive.fold(f64::INFINITY, f64::min);
    let chosen = options.scale.autoscale(&AutoLimits { seen, min_positive, margin: MARGIN, sticky: &sticky });
    if let Some(set) = options.limits {
        // an end that has no place on the scale is chosen from the data, as if it had not been set
        let or = |set: f64, chosen: f64| if options.scale.transform(set).is_finite() { set } else { chosen };
        return options.scale.valid(Limits::new(or(set.lo, chosen.lo), or(set.hi, chosen.hi)), min_positive);
    }
    let ticks = options.ticks.iter().flat_map(|t| &t.at).copied();
    let wide = ticks.filter(|v| options.scale.transform(*v).is_finite()).fold(chosen, Limits::with);
    if options.runs_backward(asked) { Limits::new(wide.hi, wide.lo) } else { wide }
}

/// Limits that a colorbar can show.
pub(crate) fn shown(scale: Scale, limits: Limits) -> Limits {
    if limits.is_empty() { Limits::new(0.0, 1.0) } else { scale.valid(limits, f64::INFINITY) }
}
