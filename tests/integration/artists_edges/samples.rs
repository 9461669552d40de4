//! Samples and pairs, counted: boxes, violins, stacks, events, histograms of pairs.

use grabframe::{BoxPlot, Events, Hexbin, Histogram2d, Stackplot, Violin};

use super::{Refused, Row, refused};

pub(super) const ROWS: &[Row] = &[
    Row {
        name: "boxplot",
        add: |ax, d| {
            ax.add(BoxPlot::new([&d.x, &d.y, &d.u]).notch(true).showmeans(true));
            ax.add(BoxPlot::new(d.x.chunks(2)).horizontal().autorange(true));
        },
        refuses: refused! {
            ["3 widths", "2 "], BoxPlot::new([[1], [2]]).widths([1, 2, 3]);
            ["2 samples", "3 positions"], BoxPlot::new([[1], [2]]).positions([1, 2, 3]);
            ["2 samples", "3 tick labels"], BoxPlot::new([[1], [2]]).tick_labels(["a", "b", "c"]);
        },
    },
    Row {
        name: "boxplot at odd places",
        add: |ax, d| {
            let far = [f64::NAN, 1e300, -1e300, 0.0, f64::INFINITY];
            ax.add(BoxPlot::new([&d.x; 5]).horizontal().positions(far).facecolors(["C0"]));
        },
        refuses: &[],
    },
    Row {
        name: "violin",
        add: |ax, d| {
            ax.add(Violin::new([&d.x, &d.y, &d.u]).showmeans(true).showmedians(true).quantiles([0.1, 0.9]));
            ax.add(Violin::new([&d.u]).horizontal().side("low").bw_method("silverman"));
        },
        refuses: refused! {
            ["3 widths", "2 "], Violin::new([[1], [2]]).widths([1, 2, 3]);
            ["2 samples", "3 positions"], Violin::new([[1], [2]]).positions([1, 2, 3]);
        },
    },
    Row {
        name: "violin of odd widths",
        add: |ax, d| {
            ax.add(Violin::new([&d.x; 2]).horizontal().widths([f64::NAN, 1e300]));
        },
        refuses: &[],
    },
    Row {
        name: "stackplot",
        add: |ax, d| {
            for baseline in ["zero", "sym", "wiggle", "weighted_wiggle"] {
                ax.add(Stackplot::new(&d.x, [&d.y, &d.u]).baseline(baseline));
            }
        },
        refuses: refused! {
            ["3 heights", "2 places"], Stackplot::new([1, 2], [[1, 2, 3]]);
        },
    },
    Row {
        name: "events",
        add: |ax, d| {
            ax.add(Events::new([&d.x, &d.y]).lineoffsets([0.0, 1.0]).linelengths(0.8));
            ax.add(Events::new([&d.u]).vertical().linestyle("--"));
        },
        refuses: refused! {
            ["3 offsets", "2 "], Events::new([[1], [2]]).lineoffsets([1, 2, 3]);
            ["3 lengths", "2 "], Events::new([[1], [2]]).linelengths([1, 2, 3]);
            ["3 colours", "2 "], Events::new([[1], [2]]).colors(["r", "g", "b"]);
        },
    },
    Row {
        name: "events at odd places",
        add: |ax, d| {
            ax.add(Events::new([&d.x, &d.y]).vertical().lineoffsets([f64::NAN, 0.0]).linelengths(1e300));
            ax.add(Events::new([[0.0; 0]; 0]));
        },
        refuses: &[],
    },
    Row {
        name: "hist2d",
        add: |ax, d| {
            ax.add(Histogram2d::new(&d.x, &d.y).bins(7).weights(&d.u));
            ax.add(Histogram2d::new(&d.x, &d.y).density(true).norm("log"));
        },
        refuses: refused! {
            ["`x` has 2", "`y` has 3"], Histogram2d::new([1, 2], [1, 2, 3]);
            ["`x` has 2", "`weights` has 3"], Histogram2d::new([1, 2], [1, 2]).weights([1, 2, 3]);
        },
    },
    Row {
        name: "hexbin",
        add: |ax, d| {
            ax.add(Hexbin::new(&d.x, &d.y).gridsize(9).edgecolor("k"));
            ax.add(Hexbin::new(&d.x, &d.y).values(&d.u).log_x(true).mincnt(1));
        },
        refuses: refused! {
            ["`x` has 2", "`y` has 3"], Hexbin::new([1, 2], [1, 2, 3]);
            ["`x` has 2", "`values` has 3"], Hexbin::new([1, 2], [1, 2]).values([1, 2, 3]);
        },
    },
];
