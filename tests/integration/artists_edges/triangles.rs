//! Triangles between points.

use grabframe::{Contour, TriMesh};

use super::{Refused, Row, refused};

pub(super) const ROWS: &[Row] = &[
    Row {
        name: "triangles",
        add: |ax, d| {
            ax.add(TriMesh::delaunay(&d.x, &d.y).values(&d.u).shading("gouraud"));
            ax.add(TriMesh::delaunay(&d.x, &d.y).color("k"));
            let some: Vec<[usize; 3]> = (2..d.len()).map(|i| [i - 2, i - 1, i]).collect();
            ax.add(TriMesh::new(&d.x, &d.y, some).values(&d.u).edgecolor("r"));
        },
        refuses: refused! {
            ["`x` has 3", "`y` has 2"], TriMesh::delaunay([0, 1, 0], [0, 1]);
            ["2 values", "3 points", "1 triangles"], TriMesh::delaunay([0, 1, 0], [0, 0, 1]).values([1, 2]);
            ["`triangles` has 1", "`mask` has 2"], TriMesh::delaunay([0, 1, 0], [0, 0, 1]).mask([1, 0]);
        },
    },
    Row {
        name: "tricontour",
        add: |ax, d| {
            ax.add(Contour::triangles(&d.x, &d.y, &d.u).filled());
            ax.add(Contour::triangles(&d.x, &d.y, &d.u).labels(true).color("k"));
        },
        refuses: refused! {
            ["`points` has 3", "`z` has 2"], Contour::triangles([0, 1, 0], [0, 0, 1], [1, 2]);
        },
    },
];
