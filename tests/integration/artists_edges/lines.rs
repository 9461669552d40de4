//! What is drawn with lines and markers.

use grabframe::prelude::*;
use grabframe::{ErrorBars, Rule, Stem};

use super::{Refused, Row, refused};

pub(super) const ROWS: &[Row] = &[
    Row {
        name: "line",
        add: |ax, d| _ = ax.add(Line::new(&d.x, &d.y).marker("o").label("line")),
        refuses: refused! {
            ["`x` has 2", "`y` has 3"], Line::new([1, 2], [1, 2, 3]);
            ["2 points", "x has 1"], Line::new([1, 2], [1, 2]).set_xdata([1]);
        },
    },
    Row {
        name: "steps",
        add: |ax, d| {
            for steps in ["pre", "mid", "post"] {
                ax.add(Line::new(&d.x, &d.y).steps(steps).linestyle("--"));
            }
        },
        refuses: &[],
    },
    Row {
        name: "scatter",
        add: |ax, d| _ = ax.add(Scatter::new(&d.x, &d.y).sizes(&d.u).values(&d.u)),
        refuses: refused! {
            ["`x` has 2", "`y` has 3"], Scatter::new([1, 2], [1, 2, 3]);
            ["3 sizes", "2 points"], Scatter::new([1, 2], [1, 2]).sizes([1, 2, 3]);
            ["3 values", "2 points"], Scatter::new([1, 2], [1, 2]).values([1, 2, 3]);
            ["3 colours", "2 points"], Scatter::new([1, 2], [1, 2]).colors(["r", "g", "b"]);
        },
    },
    Row {
        name: "stem",
        add: |ax, d| _ = ax.add(Stem::new(&d.x, &d.y).bottom(d.u.first().copied().unwrap_or(1.0))),
        refuses: refused! {
            ["`x` has 2", "`y` has 3"], Stem::new([1, 2], [1, 2, 3]);
        },
    },
    Row {
        name: "errors",
        add: |ax, d| {
            _ = ax.add(ErrorBars::new(&d.x, &d.y).yerr(d.errors()).xerr_between(d.errors(), 0.1).capsize(3).fmt("o-"))
        },
        refuses: refused! {
            ["`x` has 2", "`y` has 3"], ErrorBars::new([1, 2], [1, 2, 3]);
            ["3 errors", "2 points"], ErrorBars::new([1, 2], [1, 2]).yerr([1, 2, 3]);
            ["3 errors", "2 points"], ErrorBars::new([1, 2], [1, 2]).xerr([1, 2, 3]);
            ["number 1 is -1", "none can be negative"], ErrorBars::new([1, 2], [1, 2]).yerr([1, -1]);
            ["3 errors above", "2 points"], ErrorBars::new([1, 2], [1, 2]).yerr_between(1, [1, 2, 3]);
        },
    },
    Row {
        name: "rule",
        add: |ax, d| {
            for [x, y, slope] in d.few() {
                ax.add(Rule::horizontal(y));
                ax.add(Rule::vertical(x).linestyle(":"));
                ax.add(Rule::through((x, y), slope));
            }
        },
        refuses: &[],
    },
];
