//! Which values the axes span: what was set, or what the data asks for.

use crate::artist::Bounds;
use crate::axis::{AutoLimits, MARGIN, Scale};
use crate::figure::{Axes, AxisOptions};
use crate::geom::Limits;

/// The limits of both axes.
///
/// Hidden artists count too, so that showing and hiding artists does not move the axes.
pub(crate) fn of(axes: &Axes) -> (Limits, Limits) {
    let bounds: Vec<Bounds> = axes.slots().map(|(_, slot)| slot.artist().bounds()).collect();
    let x = of_axis(&axes.x, &bounds, |b| b.x, false);
    let y = of_axis(&axes.y, &bounds, |b| b.y, bounds.iter().any(|b| b.y_down));
    (x, y)
}

fn of_axis(options: &AxisOptions, bounds: &[Bounds], along: impl Fn(&Bounds) -> Limits, backward: bool) -> Limits {
    let flip = |l: Limits| Limits::new(l.hi, l.lo);
    let seen = bounds.iter().map(&along).fold(Limits::EMPTY, Limits::union);
    let sticky: Vec<f64> = bounds.iter().filter(|b| b.sticky).map(&along).flat_map(|l| [l.lo, l.hi]).collect();
    let positive = bounds.iter().map(&along).flat_map(|l| [l.lo, l.hi]).filter(|v| *v > 0.0);
    let min_positive = positive.fold(f64::INFINITY, f64::min);
    let chosen = options.scale.autoscale(&AutoLimits { seen, min_positive, margin: MARGIN, sticky: &sticky });
    if let Some(set) = options.limits {
        // an end that has no place on the scale is chosen from the data, as if it had not been set
        let or = |set: f64, chosen: f64| if options.scale.transform(set).is_finite() { set } else { chosen };
        let valid = options.scale.valid(Limits::new(or(set.lo, chosen.lo), or(set.hi, chosen.hi)), min_positive);
        return if options.inverted { flip(valid) } else { valid };
    }
    if options.inverted != backward { flip(chosen) } else { chosen }
}

/// Limits that a colorbar can show.
pub(crate) fn shown(scale: Scale, limits: Limits) -> Limits {
    if limits.is_empty() { Limits::new(0.0, 1.0) } else { scale.valid(limits, f64::INFINITY) }
}
