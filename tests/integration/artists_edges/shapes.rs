//! Many pieces with a colour each, and lines along a field.

use grabframe::{Polygons, Segments, Streamlines};

use super::{Refused, Row, refused};

pub(super) const ROWS: &[Row] = &[
    Row {
        name: "segments",
        add: |ax, d| {
            ax.add(Segments::along(&d.x, &d.y).color("k"));
            ax.add(Segments::between(&d.x, &d.y, &d.u, &d.x).values(&d.u));
            ax.add(Segments::horizontal(&d.x, &d.y, 0.0).linewidths(vec![2.0; d.len()]));
        },
        refuses: refused! {
            ["`x` has 2", "`y` has 3"], Segments::along([1, 2], [1, 2, 3]);
            ["`x0` has 2", "`y0` has 3"], Segments::between([1, 2], [1, 2, 3], [1, 2], [1, 2]);
            ["3 values", "2 "], Segments::between([1, 2], [1, 2], [1, 2], [1, 2]).values([1, 2, 3]);
        },
    },
    Row {
        name: "polygons",
        add: |ax, d| {
            let triangles: Vec<[[f64; 2]; 3]> =
                (0..d.len()).map(|i| [[d.x[i], d.y[i]], [d.y[i], d.u[i]], [d.u[i], d.x[i]]]).collect();
            ax.add(Polygons::new(&triangles).values(&d.u).edgecolor("k"));
        },
        refuses: refused! {
            ["3 values", "1 polygons"], Polygons::new([[[0, 0], [1, 0], [0, 1]]]).values([1, 2, 3]);
        },
    },
    Row {
        name: "streamlines",
        add: |ax, d| {
            let (_, _, rows) = d.square();
            let places: Vec<f64> = (0..rows.len()).map(|i| i as f64 * 0.5).collect();
            ax.add(Streamlines::new(&places, &places, &rows, &rows).density(0.5));
        },
        refuses: refused! {
            ["1 x 1", "2"], Streamlines::new([1, 2], [1], [[1.0]], [[1.0]]);
        },
    },
];
