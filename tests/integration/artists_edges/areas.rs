//! Bars, and what is filled.

use grabframe::prelude::*;
use grabframe::{Bars, FillBetween, Histogram, Patch, Span, Stairs};

use super::{Refused, Row, refused};

pub(super) const ROWS: &[Row] = &[
    Row {
        name: "bars",
        add: |ax, d| {
            ax.add(Bars::new(&d.x, &d.y).width(&d.u).bottom(&d.u).edgecolor("k").bar_label("{:.2}"));
            ax.add(Bars::horizontal(&d.x, &d.y).yerr_between(0.5, d.errors()).capsize(3).colors(vec!["r"; d.len()]));
        },
        refuses: refused! {
            ["`places` has 2", "`heights` has 3"], Bars::new([1, 2], [1, 2, 3]);
            ["`places` has 3", "`heights` has 2"], Bars::horizontal([1, 2, 3], [1, 2]);
            ["`names` has 2", "`heights` has 1"], Bars::categories(["a", "b"], [1]);
            ["2 bars", "3 heights"], Bars::new([1, 2], [1, 2]).set_heights([1, 2, 3]);
            ["3 widths", "2 points"], Bars::new([1, 2], [1, 2]).width([1, 2, 3]);
            ["3 bottoms", "2 points"], Bars::new([1, 2], [1, 2]).bottom([1, 2, 3]);
            ["3 errors", "2 points"], Bars::new([1, 2], [1, 2]).yerr([1, 2, 3]);
            ["3 colours", "2 points"], Bars::new([1, 2], [1, 2]).colors(["r", "g", "b"]);
        },
    },
    Row {
        name: "histogram",
        add: |ax, d| {
            ax.add(Histogram::new(&d.x).bins(30).weights(&d.y));
            ax.add(Histogram::new(&d.x).bin_rule("auto").density(true).cumulative(true).step());
            ax.add(Histogram::new(&d.x).with_edges([0.0, 1.0, 1e300]).step_filled());
        },
        refuses: refused! {
            ["`values` has 2", "`weights` has 3"], Histogram::new([1, 2]).weights([1, 2, 3]);
        },
    },
    Row {
        name: "stairs",
        add: |ax, d| {
            ax.add(Stairs::new(&d.y, d.edges()).fill(true));
            ax.add(Stairs::new(&d.y, d.edges()).baseline(None));
        },
        refuses: refused! {
            ["2 values", "3 edges", "there are 2"], Stairs::new([1, 2], [1, 2]);
        },
    },
    Row {
        name: "span",
        add: |ax, d| {
            for [x, y, _] in d.few() {
                ax.add(Span::horizontal(x, y).alpha(0.5));
                ax.add(Span::vertical(x, y).edgecolor("k"));
            }
        },
        refuses: &[],
    },
    Row {
        name: "fill",
        add: |ax, d| {
            ax.add(FillBetween::new(&d.x, &d.y, &d.u).edgecolor("k"));
            ax.add(FillBetween::horizontal(&d.x, &d.y, 0.0).steps("mid"));
        },
        refuses: refused! {
            ["3 heights of the first", "2 points"], FillBetween::new([1, 2], [1, 2, 3], 0);
            ["3 heights of the second", "2 points"], FillBetween::new([1, 2], 0, [1, 2, 3]);
            ["`places` has 2", "`mask` has 3"], FillBetween::new([1, 2], 0, 1).mask([1, 0, 1]);
        },
    },
    Row {
        name: "patch",
        add: |ax, d| {
            ax.add(Patch::polygon(&d.x, &d.y).edgecolor("k"));
            for [x, y, size] in d.few() {
                ax.add(Patch::circle(x, y, size));
                ax.add(Patch::ellipse(x, y, size, 1.0).angle(30));
                ax.add(Patch::rectangle(x, y, size, size).edgecolor("r"));
                ax.add(Patch::wedge(x, y, size, y, x));
                ax.add(Patch::annulus(x, y, 1.0, size));
                ax.add(Patch::arrow(x, y, size, y, x));
            }
        },
        refuses: refused! {
            ["`x` has 2", "`y` has 3"], Patch::polygon([1, 2], [1, 2, 3]);
        },
    },
];
