//! What was changed in place is as what was made so from the beginning; and legends show what is drawn.

use grabframe::prelude::*;
use grabframe::{Layout, LegendHandle};

/// A figure with an artist, changed after it was added.
fn shown<A: Artist>(artist: A, change: impl FnOnce(&mut A)) -> Figure {
    let mut fig = Figure::pixels(200, 150);
    let ax = fig.add_axes();
    let key = fig[ax].add(artist);
    change(&mut fig[key]);
    fig
}

/// Whether a change leaves the same limits and the same pixels as another artist has.
#[track_caller]
fn same<A: Artist>(before: A, change: impl FnOnce(&mut A), wanted: A) {
    let (found, wanted) = (shown(before, change), shown(wanted, |_| ()));
    let limits = |fig: &Figure| {
        let axes = &Layout::of(fig).axes[0];
        (axes.x.limits, axes.y.limits)
    };
    assert_eq!(limits(&found), limits(&wanted));
    assert!(found.render() == wanted.render(), "the pixels differ");
}

#[test]
fn bars_lines_and_samples() {
    let x = [0, 1, 2];
    same(Bars::new(x, [1, 2, 1]), |a| _ = a.set_heights([3, 9, -4]), Bars::new(x, [3, 9, -4]));
    same(Bars::new(x, [1, 2, 1]), |a| _ = a.set_bottom(-5), Bars::new(x, [1, 2, 1]).bottom(-5));
    same(Bars::new(x, [1, 2, 1]), |a| _ = a.set_yerr(7), Bars::new(x, [1, 2, 1]).yerr(7));
    same(Bars::new(x, x).colors(["r", "g", "b"]), |a| _ = a.set_color("k"), Bars::new(x, x).color("k"));
    same(Histogram::new([1, 1, 5]).weights([1, 2, 9]), |a| _ = a.set_data([2, 2, 7]), Histogram::new([2, 2, 7]));
    same(Stairs::new([1, 2], [0, 1, 2]), |a| _ = a.set_data([4, 9], [1, 3, 8]), Stairs::new([4, 9], [1, 3, 8]));
    same(Line::new(x, [1, 2, 3]), |a| _ = a.set_ydata([-9, 4, 5]), Line::new(x, [-9, 4, 5]));
    same(Line::new(x, [1, 2, 3]), |a| _ = a.set_xdata([-9, 4, 5]), Line::new([-9, 4, 5], [1, 2, 3]));
    same(Stem::new(x, [1, 2, 3]), |a| _ = a.set_ydata([5, 7, 9]), Stem::new(x, [5, 7, 9]));
    same(Stem::new(x, [6, 7, 8]), |a| _ = a.set_bottom(5), Stem::new(x, [6, 7, 8]).bottom(5));
    let bars = |y: [i32; 3]| ErrorBars::new(x, y).yerr([1, 2, 8]).xerr(3);
    same(bars([0, 0, 0]), |a| _ = a.set_data(x, [40, 60, 50]), bars([40, 60, 50]));
    same(bars([0, 0, 0]), |a| _ = a.set_errorevery([0, 1]), bars([0, 0, 0]).errorevery([0, 1]));
    same(bars([0, 0, 0]), |a| _ = a.set_uplims(true), bars([0, 0, 0]).uplims(true));
    same(bars([0, 0, 0]), |a| _ = a.set_xlolims(true), bars([0, 0, 0]).xlolims(true));
    same(Scatter::new(x, x), |a| _ = a.set_data([5, 9], [7, 8]), Scatter::new([5, 9], [7, 8]));
    let samples = [[1.0, 2.0, 4.0], [3.0, 4.0, 9.0]];
    same(BoxPlot::new(samples), |a| _ = a.set_positions([4, 9]), BoxPlot::new(samples).positions([4, 9]));
    same(BoxPlot::new([[0.0]; 2]), |a| _ = a.set_data(samples), BoxPlot::new(samples));
    same(Violin::new(samples), |a| _ = a.set_points(9), Violin::new(samples).points(9));
    same(Violin::new([[0.0]; 2]), |a| _ = a.set_data(samples), Violin::new(samples));
    same(Stackplot::new(x, [[1, 1, 1]]), |a| _ = a.set_data(x, [[4, 2, 9]]), Stackplot::new(x, [[4, 2, 9]]));
    same(Events::new([[1, 2]]), |a| _ = a.set_data([[4, 9]]), Events::new([[4, 9]]));
    same(FillBetween::new(x, 0, [1, 2, 3]), |a| _ = a.set_data(x, -4, x), FillBetween::new(x, -4, x));
}

#[test]
fn fields_and_shapes() {
    let (low, high) = ([[0.0, 1.0], [2.0, 4.0]], [[0.0, 4.0], [9.0, 12.0]]);
    let bands = |z| Contour::new(z).filled().clim(0, 12);
    same(bands(low), |a| _ = a.set_data(high), bands(high));
    same(bands(high), |a| _ = a.set_levels(3), bands(high).levels(3));
    same(bands(high), |a| _ = a.set_fill(false), Contour::new(high).clim(0, 12));
    same(bands(high), |a| _ = a.set_at([1, 5]), bands(high).at([1, 5]));
    same(Mesh::new(low).clim(0, 12), |a| _ = a.set_values(high), Mesh::new(high).clim(0, 12));
    let (x, y, moved) = ([0.0, 1.0, 0.0, 1.0], [0.0, 0.0, 1.0, 1.0], [0.0, 1.0, 0.0, 0.1]);
    same(TriMesh::delaunay(x, y), |a| _ = a.set_data(moved, y), TriMesh::delaunay(moved, y));
    let given = |x: [f64; 4]| TriMesh::new(x, y, [[0, 1, 2], [1, 3, 2]]).values([1, 2, 3, 4]);
    same(given(x), |a| _ = a.set_data(moved, y), given(moved));
    let flow = |u, v| Streamlines::new([0, 1], [0, 1], [[u; 2]; 2], [[v; 2]; 2]);
    same(flow(1.0, 0.0), |a| _ = a.set_uv([[1.0; 2]; 2], [[2.0; 2]; 2]), flow(1.0, 2.0));
    let lines = Segments::between([0, 1], [0, 1], [2, 3], [5, 9]);
    same(Segments::new([[0, 0, 1, 1]]), |a| _ = a.set_between([0, 1], [0, 1], [2, 3], [5, 9]), lines.clone());
    same(lines, |a| _ = a.set_data([[0, 0, 2, 5], [1, 1, 3, 9]]), Segments::new([[0, 0, 2, 5], [1, 1, 3, 9]]));
    let corners = [[(0, 0), (1, 0), (1, 1)], [(2, 2), (5, 2), (4, 9)]];
    same(Polygons::new(corners), |a| _ = a.set_values([3, 8]), Polygons::new(corners).values([3, 8]));
    let (a, b) = (Patch::rectangle(0, 0, 2, 1), Patch::wedge(0, 0, 1, 0, 90));
    same(a.clone(), |a| _ = a.set_xy(7, 9), Patch::rectangle(7, 9, 2, 1));
    same(a.clone(), |a| _ = a.set_angle(30), a.clone().angle(30));
    same(a.clone(), |a| _ = a.set_size(8, 9), Patch::rectangle(0, 0, 8, 9));
    same(a.clone(), |a| _ = a.set_width(8), Patch::rectangle(0, 0, 8, 1));
    same(a, |a| _ = a.set_corners([0, 5, 9], [0, 7, 1]), Patch::polygon([0, 5, 9], [0, 7, 1]).edgecolor("none"));
    same(b, |a| _ = a.set_theta(0, 200), Patch::wedge(0, 0, 1, 0, 200));
    same(Patch::arrow(0, 0, 1, 0, 0.1), |a| _ = a.set_positions((3, 4), (7, 9)), Patch::arrow(3, 4, 4, 5, 0.1));
    let pie = |way| Pie::new([1, 2, 3]).counterclock(way);
    same(pie(true), |a| _ = a.set_counterclock(false), pie(false));
    assert!(shown(pie(true), |_| ()).render() != shown(pie(false), |_| ()).render());
    same(Rule::horizontal(1), |a| _ = a.set_at(5), Rule::horizontal(5));
    same(Span::vertical(1, 2), |a| _ = a.set_span(5, 9), Span::vertical(5, 9));
    // and the first contours that are put in the place of others
    same(bands(low), |a| *a = bands(high), bands(high));
}

#[test]
fn handles_are_what_is_drawn() {
    let handle = |artist: &dyn Artist| artist.legend_handle().unwrap();
    let red = Some(Color::rgb(255, 0, 0));
    assert_eq!(handle(&Bars::new([0, 1], [1, 1]).colors(["r", "g"])).face, red);
    let step = handle(&Histogram::new([1, 2]).step().color("r"));
    assert_eq!((step.face, step.edge.map(|pen| pen.color)), (None, red));
    assert!(handle(&Line::new([0], [0]).fmt("ro")).line.is_none());
    assert!(handle(&Stem::new([0], [0])).marker.is_some());
    let filled = handle(&BoxPlot::new([[1.0]]).facecolors(["r"]));
    assert_eq!((filled.face, filled.edge.is_some(), filled.line), (red, true, None));
    assert_eq!(handle(&Violin::new([[1.0, 2.0]]).color("r")).face.map(|face| face.a), Some(77));
    let dashed = handle(&Segments::new([[0, 0, 1, 1]]).linestyle("--"));
    assert_eq!(dashed.line.map(|pen| pen.style), Some(LineStyle::Dashed));
    let ring = handle(&Polygons::new([[(0, 0), (1, 0), (1, 1)]]).edgecolor("r"));
    assert_eq!(ring.edge.map(|pen| pen.color), red);
    let bands = Contour::new([[0.0, 1.0], [2.0, 3.0]]).at([0, 1, 2, 3]).filled().colors(["b", "r", "g"]);
    assert_eq!(handle(&bands).face, red);
    let stairs = Stairs::new([1], [0, 1]).fill(true).hatch("x");
    assert_eq!(handle(&stairs).hatch.map(|hatch| hatch.pattern().to_string()), Some("x".into()));
    // half-way between the smallest and the largest, and a little below the middle
    let dots = handle(&Scatter::new([0, 1], [0, 1]).sizes([4, 64]));
    assert!((dots.marker.map_or(0.0, |marker| marker.size) - 34_f32.sqrt()).abs() < 1e-4);
    assert!((dots.marker_height - 0.375).abs() < 1e-6);
    let faces = |artist: &dyn Artist| {
        let mut found = Vec::new();
        artist.legend_parts(&mut |_, part: LegendHandle| {
            found.push(part.face.or(part.line.or(part.edge).map(|pen| pen.color)).unwrap_or(Color::BLACK));
        });
        found
    };
    let two = [Color::rgb(255, 0, 0), Color::rgb(0, 0, 255)];
    assert_eq!(faces(&Stackplot::new([0], [[1], [1]]).colors(["r", "b"]).labels(["a", "b"])), two);
    assert_eq!(faces(&Events::new([[1], [1]]).colors(["r", "b"]).labels(["a", "b"])), two);
    assert_eq!(faces(&Pie::new([1, 1]).colors(["r", "b"]).labels(["a", "b"])), two);
    let samples = Histogram::several([[1], [1]]).colors(["r", "b"]).labels(["a", "b"]);
    assert_eq!(faces(&samples), two);
    assert_eq!(faces(&samples.step()), two);
}

#[test]
fn shares_of_narrow_bins_add_up_to_one() {
    let histogram = Histogram::new([0.0, 0.5, 1.0, 1.5, 3.0]).bins(12).cumulative(true).density(true);
    assert!((histogram.counts()[11] - 1.0).abs() < 1e-12, "{:?}", histogram.counts());
}

#[test]
fn labels_stand_beyond_errors() {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    fig[ax].add(Bars::new([0, 1], [2, -2]).yerr(4).bar_label("{}").bar_label_color("r").color("w"));
    fig[ax].set_xlim(-0.5, 1.5).set_ylim(-9, 9);
    let (frame, layout) = (fig.render(), Layout::of(&fig));
    let red = |columns: std::ops::Range<u32>| -> Vec<u32> {
        let is = |x: u32, y: u32| frame.pixel(x, y)[0] > 150 && frame.pixel(x, y)[1] < 100;
        (0..frame.height()).filter(|y| columns.clone().any(|x| is(x, *y))).collect()
    };
    let row = |y: f64| layout.axes[0].projection.point(0.5, y).y as u32;
    let (left, right) = (red(90..320), red(330..560));
    assert!(!left.is_empty() && left.iter().all(|y| *y <= row(6.0)), "{left:?}");
    assert!(!right.is_empty() && right.iter().all(|y| *y >= row(-6.0)), "{right:?}");
}
