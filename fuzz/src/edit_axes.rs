//! Axes, their legends and colorbars, changed.

use grabframe::prelude::*;
use grabframe::{Moment, SpinePosition};

use super::{Choices, ticks};

/// A legend of any kind.
pub fn legend(choices: &mut Choices<'_>) -> Legend {
    const LOCS: [&str; 4] = ["best", "upper right", "lower center", "center left"];
    const SIDES: [&str; 4] = ["left", "right", "top", "bottom"];
    let mut legend = Legend::new().loc(LOCS[choices.below(LOCS.len())]);
    for _ in 0..choices.below(4) {
        legend = match choices.below(10) {
            0..3 => legend.outside(SIDES[choices.below(SIDES.len())]),
            3 => legend.ncols(1 + choices.below(40)),
            4 => legend.title(choices.words()),
            5 => legend.fontsize(0.5 + choices.share() * 40.0),
            6 => legend.expand(choices.yes()).frame(choices.yes()).reverse(choices.yes()),
            7 => legend.bbox_to_anchor([choices.share(), choices.share(), choices.share(), choices.share()]),
            8 => legend.labels([choices.words(), choices.words()]),
            _ => legend
                .handlelength(choices.share() * 9.0)
                .handleheight(choices.share() * 9.0)
                .borderpad(choices.share()),
        };
    }
    legend
}

/// Changes a colorbar in one way.
pub fn edit_bar(bar: &mut Colorbar, choices: &mut Choices<'_>) {
    const SIDES: [&str; 4] = ["left", "right", "top", "bottom"];
    const ENDS: [&str; 4] = ["neither", "min", "max", "both"];
    match choices.below(10) {
        0 | 1 => bar.set_location(SIDES[choices.below(SIDES.len())]),
        2 => bar.set_extend(ENDS[choices.below(ENDS.len())]).set_extendrect(choices.yes()),
        3 => bar.set_extendfrac(choices.share() * 3.0),
        4 => bar.set_fraction(0.01 + choices.share() * 0.9).set_pad(choices.share() * 0.9),
        5 => bar.set_shrink(0.01 + choices.share() * 1.5).set_aspect(0.1 + choices.share() * 90.0),
        6 => bar.set_drawedges(choices.yes()).set_spacing(if choices.yes() { "uniform" } else { "proportional" }),
        7 => bar.set_ticks(vec![choices.finite(), choices.finite()]),
        8 => bar.set_minor_ticks(choices.yes()).set_alpha(choices.share()),
        _ => bar.set_label(choices.words()),
    };
}

pub fn edit_axes(fig: &mut Figure, ax: Key<Axes>, choices: &mut Choices<'_>) {
    match choices.below(40) {
        0 | 1 => fig[ax].set_title(choices.words()),
        2 => fig[ax].set_xlabel(choices.words()).set_ylabel(choices.words()),
        3 => fig[ax].set_xlim(choices.finite(), choices.finite()),
        4 => fig[ax].set_ylim(choices.finite(), None),
        5 => fig[ax].set_xscale(if choices.yes() { Scale::Log } else { Scale::Linear }),
        6 => fig[ax].set_yscale(if choices.yes() { Scale::Log } else { Scale::Linear }),
        7 => fig[ax].set_xticks(vec![choices.finite(), choices.finite()]),
        8 => fig[ax].invert_x(),
        9 => fig[ax].set_aspect(if choices.yes() { Aspect::Equal } else { Aspect::Auto }),
        10 => fig[ax].grid(choices.yes()),
        11 => {
            let legend = legend(choices);
            fig[ax].set_legend(legend)
        }
        12 => fig[ax].legend_at(LegendLoc::UpperLeft),
        13 => fig[ax].set_facecolor(choices.color()),
        14 => fig[ax].set_frame(choices.yes()),
        15 => fig[ax].set_x_side(if choices.yes() { "top" } else { "bottom" }),
        16 => fig[ax].set_y_side(if choices.yes() { "right" } else { "left" }),
        17 => fig[ax].set_ticks_on("top", choices.yes()).set_ticks_on("left", choices.yes()),
        18 => fig[ax].set_spine("right", choices.yes()).set_spine("bottom", choices.yes()),
        19 => fig[ax].set_minor_ticks(choices.yes()).set_minor_grid(choices.yes()),
        20 | 21 => fig[ax].set_zorder(choices.finite()),
        22 => fig[ax].set_spine_at("left", ("data", choices.finite())).set_spine_at("bottom", "zero"),
        23 => {
            fig[ax].set_spine_at("top", ("axes", choices.share() * 3.0 - 1.0)).set_spine_color("top", choices.color())
        }
        24 => {
            let by = choices.share() * 60.0 - 20.0;
            fig[ax].set_spine_at("right", SpinePosition::Outward(by)).set_spine_width("right", choices.share() * 9.0)
        }
        25 | 26 => {
            let ticks = date_ticks(choices);
            fig[ax].set_xticks(ticks).set_xlim(Moment::from_seconds(choices.finite()), choices.finite())
        }
        27 => {
            let start = choices.share() * 4e9 - 2e9;
            let length = 10_f64.powf(choices.share() * 17.0 - 6.0);
            fig[ax].set_yticks(date_ticks(choices)).set_ylim(Moment::from_seconds(start), start + length)
        }
        28 => {
            fig.set_theme(["matplotlib", "dark", "paper", "slides"][choices.below(4)]);
            &mut fig[ax]
        }
        29 => fig[ax].set_cycle(["tab10", "okabe_ito", "petroff10"][choices.below(3)]),
        30..38 => {
            ticks::edit(&mut fig[ax], choices);
            &mut fig[ax]
        }
        _ => fig[ax].autoscale(),
    };
}

/// Ticks at dates, of all kinds.
fn date_ticks(choices: &mut Choices<'_>) -> Ticks {
    let n = 1 + choices.below(12) as u16;
    let ticks = match choices.below(8) {
        0 => Ticks::years(n),
        1 => Ticks::months(n),
        2 => Ticks::weeks(n),
        3 => Ticks::days(n),
        4 => Ticks::hours(n),
        5 => Ticks::minutes(n),
        6 => Ticks::seconds(n),
        _ => Ticks::dates().minticks(n).maxticks(n + 1),
    };
    let ticks = ticks.utc_offset_hours(choices.share() * 48.0 - 24.0);
    if choices.yes() { ticks } else { ticks.format(Format::dates("%A %-d %B %Y %T.%f %Z")) }
}
