//! Values over the plane.

use grabframe::prelude::*;
use grabframe::{Contour, Mesh, Quiver};

use super::{Refused, Row, refused};

pub(super) const ROWS: &[Row] = &[
    Row {
        name: "image",
        add: |ax, d| {
            let (_, _, rows) = d.square();
            ax.add(Image::new(&rows));
            ax.add(Image::new(&rows).norm("log").extent(0.1, 1e5, 3, 4));
        },
        refuses: refused! {
            ["row 1 has 2", "1"], Image::new(vec![vec![1.0], vec![1.0, 2.0]]);
        },
    },
    Row {
        name: "mesh",
        add: |ax, d| {
            let (x, y, rows) = d.square();
            ax.add(Mesh::new(&rows));
            ax.add(Mesh::on(&x, &y, &rows).norm("log"));
            if !rows.is_empty() {
                ax.add(Mesh::on(&x, &y, &rows).shading("gouraud"));
                ax.add(Mesh::curvilinear(&rows, &rows, &rows));
            }
        },
        refuses: refused! {
            ["2 x 4 places", "1 x 1 values"], Mesh::on([1, 2, 3, 4], [1, 2], [[1.0]]);
            ["1 x 1", "1 x 2"], Mesh::curvilinear([[1.0]], [[1.0, 2.0]], [[1.0]]);
            ["1 x 1", "1 x 2"], Mesh::new([[1.0]]).set_values([[1.0, 2.0]]);
            ["row 1 has 2"], Mesh::new(vec![vec![1.0], vec![1.0, 2.0]]);
        },
    },
    Row {
        name: "contour",
        add: |ax, d| {
            let (x, y, rows) = d.square();
            ax.add(Contour::new(&rows).filled());
            ax.add(Contour::on(&x, &y, &rows).color("k"));
            ax.add(Contour::on(&x, &y, &rows).at([-1.0, 0.0, 1e-300, 1e300]).filled().alpha(0.5));
            ax.add(Contour::new(&rows).norm("log").levels(3));
        },
        refuses: refused! {
            ["2 places along x", "1 x 1 values"], Contour::on([1, 2], [1], [[1.0]]);
            ["1 x 1", "1 x 2"], Contour::new([[1.0]]).set_data([[1.0, 2.0]]);
            ["row 1 has 2"], Contour::new(vec![vec![1.0], vec![1.0, 2.0]]);
        },
    },
    Row {
        name: "quiver",
        add: |ax, d| {
            ax.add(Quiver::new(&d.x, &d.y, &d.u, &d.y).values(&d.u));
            ax.add(Quiver::new(&d.x, &d.y, &d.u, &d.x).along_data(true).pivot("tip"));
        },
        refuses: refused! {
            ["`x` has 2", "`y` has 3"], Quiver::new([1, 2], [1, 2, 3], [1, 2], [1, 2]);
            ["`x` has 2", "`u` has 3"], Quiver::new([1, 2], [1, 2], [1, 2, 3], [1, 2]);
            ["`x` has 2", "`v` has 3"], Quiver::new([1, 2], [1, 2], [1, 2], [1, 2, 3]);
            ["3 values", "2 points"], Quiver::new([1, 2], [1, 2], [1, 2], [1, 2]).values([1, 2, 3]);
            ["1 x 1", "1 places along y and 2"], Quiver::on([1, 2], [1], [[1.0]], [[1.0]]);
        },
    },
];
