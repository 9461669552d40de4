//! Scales, ticks, formats and how they look, changed in any way.

use std::f64::consts::PI;

use grabframe::Layout;
use grabframe::prelude::*;

use super::{Choices, words};

fn scale(choices: &mut Choices<'_>) -> Scale {
    let positive = |number: f64| if number.is_finite() && number != 0.0 { number.abs() } else { 1.0 };
    match choices.below(9) {
        0 | 1 => Scale::Linear,
        2 | 3 => Scale::Log,
        4 => Scale::SymLog { linthresh: positive(choices.number()) },
        5 => Scale::SymLogScaled { linthresh: positive(choices.number()), linscale: 0.1 + 3.0 * choices.share() },
        6 => Scale::Logit,
        7 => Scale::function(f64::sqrt, |t| t * t),
        _ => Scale::function(|v| 1.0 / v, |t| 1.0 / t),
    }
}

fn ticks(choices: &mut Choices<'_>) -> Ticks {
    let positive = |number: f64| if number.is_finite() && number != 0.0 { number.abs() } else { 0.1 };
    match choices.below(8) {
        0 | 1 => Ticks::auto(),
        2 => Ticks::every(positive(choices.number())).offset(choices.finite()),
        3 => Ticks::every(positive(choices.number())),
        4 => Ticks::count(1 + choices.below(40)),
        5 => Ticks::count(1 + choices.below(9)).integer(),
        6 => Ticks::at([choices.number(), choices.number(), choices.number()]),
        _ => Ticks::auto().integer(),
    }
}

/// A format, and whether different values may look alike in it.
fn format(choices: &mut Choices<'_>) -> (Format, bool) {
    match choices.below(11) {
        0..=2 => (Format::auto(), false),
        3 => (Format::plain(), false),
        4 => (Format::percent(if choices.yes() { 1.0 } else { 250.0 }), false),
        5 => (Format::engineering("Hz"), false),
        6 => (Format::scientific(), false),
        7 => (Format::scilimits(-2, 2).without_offset(), false),
        8 => (Format::pi(), true),
        9 => (Format::with(|v| format!("{v:.2}!")), true),
        _ => (Format::text("{:.1} m").decimals(choices.below(9)), true),
    }
}

/// One thing of one axis.
pub fn edit(axes: &mut Axes, choices: &mut Choices<'_>) {
    match choices.below(16) {
        0 => _ = axes.set_xscale(scale(choices)),
        1 => _ = axes.set_yscale(scale(choices)),
        2 => _ = axes.set_xticks(ticks(choices)),
        3 => _ = axes.set_yticks(ticks(choices)),
        4 => _ = axes.set_xformat(format(choices).0),
        5 => _ = axes.set_yformat(format(choices).0),
        6 => _ = axes.set_xminorticks(ticks(choices)),
        7 => _ = axes.set_yminorticks(ticks(choices).format("{}")),
        8 => _ = axes.set_xticks(Ticks::at([0.0, choices.number(), PI]).labels(["zero", "", "π"])),
        9 => {
            let which = ["major", "minor", "both"][choices.below(3)];
            let look = TickParams::new().which(which).direction(["in", "out", "inout"][choices.below(3)]);
            _ = axes.tick_params(look.length(9.0 * choices.share()).width(2.0 * choices.share()));
        }
        10 => {
            let look = TickParams::new().axis(if choices.yes() { "x" } else { "y" }).colors(choices.color());
            _ = axes
                .tick_params(look.labelsize(20.0 * choices.share()).rotation(choices.finite()).pad(choices.share()));
        }
        11 => {
            let turned = TickParams::new().rotation_mode(["default", "anchor"][choices.below(2)]);
            _ = axes.tick_params(turned.ha(["left", "center", "right"][choices.below(3)]).labels(choices.yes()));
        }
        12 => {
            let lines = GridLines::new().which("both").color(choices.color()).linestyle(choices.style());
            _ = axes.set_grid(lines.linewidth(3.0 * choices.share()).alpha(choices.share()));
        }
        13 => _ = axes.set_ylabel_color(choices.color()).set_xlabel_color(choices.color()),
        14 => _ = axes.set_xticks(ticks(choices).format(format(choices).0)),
        _ => _ = axes.set_xlim(choices.finite(), choices.finite()),
    }
}

/// Axes with any limits, scales and ticks have words that lie apart, within the figure, and say different things.
///
/// # Panics
/// If they do not.
pub fn check(bytes: &[u8]) {
    let mut choices = Choices::new(bytes);
    let mut fig = Figure::new().constrained();
    let ax = fig.add_axes();
    fig[ax].set_xlabel("x").set_ylabel("y").set_title("title");
    while !choices.is_empty() {
        let (mut said, mut may_be_alike) = (Vec::new(), false);
        for _ in 0..2 {
            let (ticks, (format, alike)) = (ticks(&mut choices), format(&mut choices));
            // places by chance may be as near to each other as they like
            may_be_alike |= alike || matches!(format!("{ticks:?}"), text if text.contains("At {"));
            said.push((scale(&mut choices), ticks, format));
        }
        let axes = &mut fig[ax];
        let [y, x] = [said.pop(), said.pop()].map(Option::unwrap);
        let placed = format!("{:?}{:?}", x.1, y.1).contains("At {");
        axes.set_xscale(x.0).set_xticks(x.1).set_xformat(x.2).set_yscale(y.0).set_yticks(y.1).set_yformat(y.2);
        let (from, to) = (choices.finite(), choices.finite());
        axes.set_xlim(from, to).set_ylim(choices.finite(), if choices.yes() { Some(to) } else { None });
        let layout = Layout::of(&fig);
        // by rounding alone are ticks at the last bits of numbers alike
        let fine = [layout[ax].x.limits, layout[ax].y.limits].iter().all(|l| {
            let largest = l.lo.abs().max(l.hi.abs());
            (0.5 * l.hi - 0.5 * l.lo).abs() > 1e-9 * largest && largest < 1e200 && largest > 1e-200
        });
        // numbers of three hundred digits have no room
        let short = [layout[ax].x.limits, layout[ax].y.limits].iter().all(|l| {
            let (largest, span) = (l.lo.abs().max(l.hi.abs()), (l.hi - l.lo).abs());
            largest < 1e9 && span > 1e-6
        });
        let mut faults = if short { words::outside(&layout) } else { Vec::new() };
        if fine && !may_be_alike {
            faults.extend(words::alike(&layout));
        }
        if !placed && short {
            faults.extend(words::overlapping(&layout));
        }
        assert!(faults.is_empty(), "{faults:#?}\n{:?} {:?}", fig[ax].xlim(), fig[ax].ylim());
    }
}
