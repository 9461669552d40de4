//! Values over the plane: meshes, contours, arrows.

use grabframe::prelude::*;
use grabframe::{Contour, Mesh, Pivot, Quiver, TriMesh};

use super::{Change, Choices, changed, count, grid, rising};

pub fn mesh(axes: &mut Axes, choices: &mut Choices<'_>) -> Change {
    let (rows, cols) = (1 + choices.below(4), 1 + choices.below(4));
    let values = grid(choices, rows, cols);
    let mesh = match choices.below(4) {
        0 => Mesh::new(&values),
        1 => Mesh::on(choices.numbers(cols + 1), choices.numbers(rows + 1), &values),
        2 => Mesh::on(choices.numbers(cols), choices.numbers(rows), &values).shading("gouraud"),
        _ => Mesh::curvilinear(grid(choices, rows, cols), grid(choices, rows, cols), &values),
    };
    changed(axes.add(mesh), |mesh, choices| {
        let (rows, cols) = (mesh.values().rows, mesh.values().cols);
        mesh.set_values(grid(choices, rows, cols));
    })
}

pub fn contour(axes: &mut Axes, choices: &mut Choices<'_>) -> Change {
    let (n, rows, cols) = (count(choices), 1 + choices.below(5), 1 + choices.below(5));
    let values = grid(choices, rows, cols);
    let mut contour = Contour::on(choices.numbers(cols), choices.numbers(rows), &values).fill(choices.yes());
    match choices.below(4) {
        0 => contour.set_levels(1 + choices.below(20)),
        1 => contour.set_at(rising(choices, n)),
        2 => contour.set_norm("log"),
        _ => contour.set_color(choices.color()),
    };
    contour.set_labels(choices.yes()).set_labels_fontsize(choices.share() * 20.0);
    contour.set_hatches(super::bars::hatches(choices));
    changed(axes.add(contour), |contour, choices| {
        contour.set_levels(1 + choices.below(9)).set_fill(choices.yes());
    })
}

pub fn quiver(axes: &mut Axes, choices: &mut Choices<'_>) -> Change {
    let n = count(choices);
    let quiver = Quiver::new(choices.numbers(n), choices.numbers(n), choices.numbers(n), choices.numbers(n));
    let mut quiver = if choices.yes() { quiver.values(choices.numbers(n)) } else { quiver.pivot(Pivot::Middle) };
    let units = ["width", "height", "dots", "inches", "x", "y", "xy"];
    match choices.below(4) {
        0 => quiver.set_along_data(choices.yes()),
        1 => quiver.set_scale_units(units[choices.below(7)]).set_angles(["uv", "xy"][choices.below(2)]),
        2 => quiver.set_units(units[choices.below(7)]).set_directions(choices.numbers(n)),
        _ => quiver.set_head(choices.share(), choices.share() * 9.0, choices.share()).set_minshaft(choices.share()),
    };
    if choices.yes() {
        quiver.set_key(choices.number(), choices.number(), choices.number(), choices.words());
        quiver.set_key_labelpos(["N", "E", "S", "W"][choices.below(4)]).set_key_angle(choices.finite());
        quiver.set_key_coordinates(["axes", "figure", "data", "inches"][choices.below(4)]);
    }
    changed(axes.add(quiver), |quiver, choices| {
        let n = quiver.uv().0.len();
        quiver.set_uv(choices.numbers(n), choices.numbers(n));
    })
}

pub fn hist2d(axes: &mut Axes, choices: &mut Choices<'_>) -> Change {
    let n = count(choices);
    let mut histogram = Histogram2d::new(choices.numbers(n), choices.numbers(n));
    match choices.below(4) {
        0 => histogram.set_bins_xy(1 + choices.below(20), 1 + choices.below(20)),
        1 => histogram.set_edges(rising(choices, 2 + n), rising(choices, 3)),
        2 => histogram.set_weights(choices.numbers(n)).set_density(choices.yes()),
        _ => histogram.set_cmin(choices.share() * 3.0).set_cmax(choices.share() * 5.0).set_norm("log"),
    };
    changed(axes.add(histogram), |histogram, choices| {
        let n = count(choices);
        if choices.yes() {
            histogram.set_weighted(choices.numbers(n), choices.numbers(n), choices.numbers(n));
        } else {
            histogram.set_data(choices.numbers(n), choices.numbers(n));
        }
    })
}

pub fn hexbin(axes: &mut Axes, choices: &mut Choices<'_>) -> Change {
    let n = count(choices);
    let mut hexagons = Hexbin::new(choices.numbers(n), choices.numbers(n));
    match choices.below(4) {
        0 => hexagons.set_gridsize_xy(1 + choices.below(20), 1 + choices.below(20)),
        1 => hexagons.set_gridsize(2 + choices.below(20)).set_mincnt(choices.below(3)),
        2 => hexagons.set_log_x(choices.yes()).set_log_y(choices.yes()).set_edgecolor(choices.color()),
        _ => hexagons.set_values(choices.numbers(n)),
    };
    hexagons.set_reduce(["mean", "sum", "min", "max", "median", "std"][choices.below(6)]);
    changed(axes.add(hexagons.alpha(choices.share())), |hexagons, choices| {
        let n = count(choices);
        if choices.yes() {
            hexagons.set_valued(choices.numbers(n), choices.numbers(n), choices.numbers(n));
        } else {
            hexagons.set_data(choices.numbers(n), choices.numbers(n));
        }
    })
}

pub fn streamlines(axes: &mut Axes, choices: &mut Choices<'_>) -> Change {
    let (rows, cols) = (choices.below(7), choices.below(7));
    // an empty list has no columns
    let (rows, cols) = if rows == 0 { (0, 0) } else { (rows, cols) };
    let (mut x, y) = (rising(choices, cols), rising(choices, rows));
    if let Some(last) = x.last_mut().filter(|_| choices.yes()) {
        *last += choices.share() * 1e6; // uneven
    }
    let mut lines = Streamlines::new(x, y, grid(choices, rows, cols), grid(choices, rows, cols));
    if choices.yes() {
        lines.set_values(grid(choices, rows, cols));
    }
    if choices.yes() {
        lines.set_linewidths(grid(choices, rows, cols));
    }
    match choices.below(5) {
        0 => lines.set_density([0.1 + choices.share(), 0.1 + choices.share()]),
        1 => lines.set_start_points((choices.numbers(3), choices.numbers(3))),
        2 => lines.set_broken_streamlines(false).set_maxlength(choices.share() * 9.0),
        3 => lines.set_integration_direction(["both", "forward", "backward"][choices.below(3)]),
        _ => lines.set_arrowsize(choices.share() * 3.0).set_num_arrows(choices.below(5)).set_minlength(choices.share()),
    };
    changed(axes.add(lines.label(choices.words())), move |lines, choices| {
        lines.set_uv(grid(choices, rows, cols), grid(choices, rows, cols));
    })
}

pub fn triangles(axes: &mut Axes, choices: &mut Choices<'_>) -> Change {
    let n = count(choices);
    let (x, y) = (choices.numbers(n), choices.numbers(n));
    let mesh = if choices.yes() || n == 0 {
        TriMesh::delaunay(x, y)
    } else {
        let corners: Vec<[usize; 3]> = (0..choices.below(9)).map(|_| [(); 3].map(|()| choices.below(n))).collect();
        TriMesh::new(x, y, corners)
    };
    let mut mesh = mesh.edgecolor(choices.color()).shading(if choices.yes() { "flat" } else { "gouraud" });
    if choices.yes() {
        mesh.set_values(choices.numbers(n));
    }
    if choices.yes() {
        let count = mesh.triangles().len();
        mesh.set_face_values(choices.numbers(count)).set_mask((0..count).map(|_| choices.yes()).collect::<Vec<_>>());
    }
    changed(axes.add(mesh), |mesh, choices| {
        let n = mesh.xdata().len();
        mesh.set_data(choices.numbers(n), choices.numbers(n)).set_values(choices.numbers(n));
    })
}

pub fn tricontour(axes: &mut Axes, choices: &mut Choices<'_>) -> Change {
    let n = count(choices);
    let contour = Contour::triangles(choices.numbers(n), choices.numbers(n), choices.numbers(n));
    let contour = contour.fill(choices.yes()).labels(choices.yes()).levels(1 + choices.below(9));
    changed(axes.add(contour), move |contour, choices| {
        contour.set_values(choices.numbers(n)).set_fill(choices.yes());
    })
}
