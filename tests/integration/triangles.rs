//! Triangles, contours on them, and labels of contours, as a program has them.

use grabframe::Layout;
use grabframe::prelude::*;

use crate::tools::refusal;

const X: [f64; 4] = [0.0, 2.0, 1.0, 3.0];
const Y: [f64; 4] = [0.0, 0.0, 1.0, 1.0];

fn limits<A: Artist>(artist: A) -> (Limits, Limits) {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    fig[ax].add(artist);
    let layout = Layout::of(&fig);
    (layout.axes[0].x.limits, layout.axes[0].y.limits)
}

fn near(a: Limits, lo: f64, hi: f64) -> bool {
    (a.lo - lo).abs() < 1e-9 && (a.hi - hi).abs() < 1e-9
}

#[test]
fn limits_and_colours_are_matplotlibs() {
    for mesh in [TriMesh::delaunay(X, Y), TriMesh::delaunay(X, Y).values([1, 2, 3, 4])] {
        let (x, y) = limits(mesh);
        assert!(near(x, -0.15, 3.15) && near(y, -0.05, 1.05), "{x:?} {y:?}");
    }
    let contour = Contour::triangles(X, Y, [1, 2, 3, 4]);
    let levels = [0.8, 1.2, 1.6, 2.0, 2.4, 2.8, 3.2, 3.6, 4.0];
    assert!(contour.levels_at().iter().zip(levels).all(|(a, b)| (a - b).abs() < 1e-12));
    assert_eq!(contour.levels_at().len(), 9);
    let (x, y) = limits(contour);
    assert!(near(x, 0.0, 3.0) && near(y, 0.0, 1.0), "{x:?} {y:?}");
    // in one colour each, triangles have the mean of their points
    let mesh = TriMesh::delaunay(X, Y).values([1, 2, 3, 4]);
    assert_eq!(mesh.get_clim(), Limits::new(2.0, 3.0));
    assert_eq!(mesh.shading("gouraud").get_clim(), Limits::new(1.0, 4.0));
}

/// The colours in the axes, but black.
fn colors(fig: &Figure) -> std::collections::BTreeSet<[u8; 3]> {
    let (frame, area) = (fig.render(), Layout::of(fig).axes[0].area);
    let mut seen = std::collections::BTreeSet::new();
    for y in area.y0 as u32 + 2..area.y1 as u32 - 2 {
        for x in area.x0 as u32 + 2..area.x1 as u32 - 2 {
            seen.insert(frame.pixel(x, y));
        }
    }
    seen
}

#[test]
fn triangles_have_the_colours_of_their_values() {
    let mut fig = Figure::pixels(200, 150);
    let ax = fig.add_axes();
    let corners = [[0, 1, 2], [1, 3, 2]];
    let mesh = fig[ax].add(TriMesh::new(X, Y, corners).values([0.0, 1.0]));
    let (lo, hi) = ([68, 1, 84], [253, 231, 36]);
    let both = std::collections::BTreeSet::from([lo, hi, [255; 3]]);
    assert_eq!(colors(&fig), both);
    // as many triangles as points: of points first
    fig[mesh].set_mask([true, false]);
    assert_eq!(colors(&fig), std::collections::BTreeSet::from([hi, [255; 3]]));
    fig[mesh].set_mask([0, 0]).set_values([0.0, f64::NAN]);
    assert_eq!(colors(&fig), std::collections::BTreeSet::from([lo, [255; 3]]));
    fig[mesh].set_values([0.0, 0.0, 0.0, 3.0]);
    assert_eq!(colors(&fig), both);
    fig[mesh].set_data([0.0, 2.0, 1.0, f64::NAN], Y);
    assert_eq!(colors(&fig).len(), 2);
    fig[mesh].set_data(X, Y);
    assert_eq!(colors(&fig), both);
    fig[mesh].set_shading("gouraud");
    assert!(colors(&fig).len() > 50);
    let triple = TriMesh::new([0, 1, 0], [0, 0, 1], [[0, 1, 2], [0, 1, 2], [2, 1, 0]]);
    assert_eq!(triple.clone().values([1, 2, 3]).get_clim(), Limits::new(2.0, 2.0));
    assert_eq!(triple.face_values([1, 2, 3]).get_clim(), Limits::new(1.0, 3.0));
}

#[test]
fn no_triangles_draw_nothing() {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    fig[ax].set_xlim(0, 1).set_ylim(0, 1);
    let empty = fig.render();
    let line = [0.0, 0.5, 1.0];
    let none = fig[ax].triplot(line, line);
    assert!(fig[none].triangles().is_empty());
    fig[ax].tripcolor(line, line, [1, 2, 3]);
    let nan = [f64::NAN; 3];
    fig[ax].tripcolor(nan, nan, nan);
    let no: [f64; 0] = [];
    fig[ax].tripcolor(no, no, no);
    fig[ax].tricontour(line, line, [1, 2, 3]);
    fig[ax].tricontourf(no, no, no);
    let nothing: [[u32; 3]; 0] = [];
    fig[ax].add(TriMesh::new([0, 1], [0, 1], nothing));
    assert_eq!(fig.render(), empty);
    // until points come that have some
    fig[none].set_data([0.0, 1.0, 1.0, 0.0], [0.0, 0.0, 1.0, 1.0]);
    assert_eq!(fig[none].triangles().len(), 2);
    assert_ne!(fig.render(), empty);
}

#[test]
fn what_does_not_fit_is_refused() {
    let cases = [
        (refusal(|| TriMesh::delaunay([0, 1], [0])), "`y` has 1"),
        (
            refusal(|| TriMesh::new([0, 1, 2], [0, 0, 1], [[0, 1, 3]])),
            "triangle 0 has the corner 3, but there are 3 points",
        ),
        (refusal(|| TriMesh::new([0, 1, 2], [0, 0, 1], [[0.0, 0.5, 1.0]])), "the corner 0.5"),
        (refusal(|| TriMesh::new([0, 1, 2], [0, 0, 1], [[0, 1]])), "3 corners, and not 2"),
        (refusal(|| TriMesh::delaunay(X, Y).values([1, 2, 3])), "got 3 values for 4 points and 2 triangles"),
        (refusal(|| TriMesh::delaunay(X, Y).mask([true])), "`mask` has 1"),
        (refusal(|| TriMesh::new(X, Y, [[0, 1, 2]]).set_data([0, 1], [0, 1]).xdata().len()), "4 points, and not 2"),
        (refusal(|| Contour::triangles(X, Y, [1, 2])), "`z` has 2"),
        (refusal(|| Contour::new([[1, 2], [3, 4]]).set_values([1]).levels_at().len()), "`z` has 1"),
        (refusal(|| Contour::new([[1]]).labels_format("m")), "{}"),
    ];
    for (said, want) in cases {
        assert!(said.contains(want), "{said:?} does not say {want:?}");
    }
}

#[test]
fn what_was_set_before_and_after_is_the_same() {
    // lines are found when they are added, and when they are put in the place of others
    let z: Vec<Vec<f64>> = (0..20).map(|r| (0..20).map(|c| f64::from(r * c % 17)).collect()).collect();
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let key = fig[ax].add(Contour::new(&z).levels(4).filled().fill(false).labels(true));
    let first = fig.render();
    fig[key].set_fill(true).set_levels(9);
    assert_ne!(fig.render(), first);
    fig[key].set_levels(4).set_fill(false);
    assert_eq!(fig.render(), first);
    let other = z.concat().iter().map(|v| v + 3.0).collect::<Vec<_>>();
    fig[key].set_values(&other);
    assert_ne!(fig.render(), first);
    fig[key] = Contour::new(&z).levels(4).labels(true);
    assert_eq!(fig.render(), first);
    fig[key].set_data(&z).set_values(z.concat());
    assert_eq!(fig.render(), first);
}

#[test]
fn lines_are_interrupted_for_their_labels() {
    let slope: Vec<Vec<f64>> = (0..20).map(|row| vec![f64::from(row); 20]).collect();
    let mut fig = Figure::pixels(300, 200);
    let ax = fig.add_axes();
    let lines = fig[ax].add(Contour::new(&slope).at([10.0]).color("red"));
    let red = |fig: &Figure| {
        let (frame, area) = (fig.render(), Layout::of(fig).axes[0].area);
        let y = (area.y1 - (area.y1 - area.y0) * 10.0 / 19.0) as u32;
        (area.x0 as u32 + 2..area.x1 as u32 - 2)
            .filter(|x| (y - 1..=y + 1).any(|y| frame.pixel(*x, y)[1] < 128))
            .count()
    };
    let whole = red(&fig);
    fig[lines].set_labels(true).set_labels_format("{:.0}").set_labels_fontsize(1);
    let gap = whole - red(&fig);
    // five pixels on either side, and the letters
    assert!((8..16).contains(&gap), "{gap}");
    fig[lines].set_labels_fontsize(10);
    assert!(whole - red(&fig) > gap);
    fig[lines].set_color("none").set_labels_format("$x^2$ {}");
    assert!(Layout::of(&fig).notes.is_empty());
    fig[lines].set_labels_format(r"$\fraction12$ {}");
    assert_eq!(Layout::of(&fig).notes.len(), 1);
}

#[test]
fn very_many_points_are_drawn() {
    let n = if crate::tools::thorough() { 1_000_000 } else { 100_000 };
    let mut s = 1_u32;
    let mut next = || {
        s = s.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        f64::from(s) / 4_294_967_296.0
    };
    let (x, y): (Vec<f64>, Vec<f64>) = (0..n).map(|_| (next(), next())).unzip();
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let mesh = fig[ax].tripcolor(&x, &y, &x);
    assert!(fig[mesh].triangles().len() > 199 * n / 100);
    assert!(colors(&fig).len() > 200);
}

#[test]
fn hostile_numbers_are_drawn() {
    let wild = [1e300, -1e300, 1e-300, 0.0, f64::NAN, f64::INFINITY, f64::MAX, f64::MIN, 5e-324];
    for scale in ["linear", "log"] {
        for turn in 0..wild.len() {
            let x: Vec<f64> = (0..9).map(|i| wild[(i + turn) % 9]).collect();
            let y: Vec<f64> = (0..9).map(|i| wild[(i * 2 + turn) % 9]).collect();
            let mut fig = Figure::pixels(120, 90);
            let ax = fig.add_axes();
            fig[ax].set_xscale(scale).set_yscale(scale);
            fig[ax].tripcolor(&x, &y, wild);
            fig[ax].triplot(&x, &y);
            fig[ax].tricontourf(&x, &y, wild);
            let lines = Contour::triangles(&x, &y, wild).labels(true);
            fig[ax].add(lines);
            let _ = fig.render();
            fig[ax].set_xlim(0.5, 0.6);
            let _ = fig.render();
        }
    }
}

#[test]
fn colours_of_triangles_mean_the_same_in_every_frame() {
    // values come before there are triangles
    let mut mesh = TriMesh::delaunay([0, 1, 2], [0, 0, 0]).values([3, 5, 9]);
    assert_eq!(mesh.get_clim(), Limits::EMPTY);
    mesh.set_data([0, 1, 2], [0, 1, 0]).set_shading("gouraud");
    assert_eq!(mesh.get_clim(), Limits::new(3.0, 9.0));
    mesh.set_values([30, 50, 90]).set_shading("gouraud");
    assert_eq!(mesh.get_clim(), Limits::new(3.0, 9.0));
    let field = |scale: f64| [[0.0, scale], [scale, 2.0 * scale]];
    let mut lines = Contour::new(field(1.0)).at([0.5, 1.0]);
    let limits = lines.get_clim();
    lines.set_data(field(10.0)).set_at([0.5, 1.0]);
    assert_eq!(lines.get_clim(), limits);
}

#[test]
fn bands_keep_their_slope_where_little_of_them_is_seen() {
    // z = y - x / 100: the border between two bands is nearly level, and its ends are far outside
    let (x, y) = ([-1e4, 1e4], [-1e4, 1e4]);
    let z = [[-1e4 + 100.0, -1e4 - 100.0], [1e4 + 100.0, 1e4 - 100.0]];
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    fig[ax].add(Contour::on(x, y, z).at([-1e6, 0.0, 1e6]).filled().cmap("gray").clim(-1e6, 1e6));
    fig[ax].set_xlim(0, 10).set_ylim(-1, 1);
    let (frame, area) = (fig.render(), Layout::of(&fig).axes[0].area);
    let border = |share: f32| {
        let x = (area.x0 + area.width() * share) as u32;
        let rows = area.y0 as u32 + 4..area.y1 as u32 - 4;
        let at = rows.clone().find(|y| frame.pixel(x, *y) != frame.pixel(x, rows.start)).unwrap();
        1.0 - 2.0 * (f64::from(at) - f64::from(area.y0)) / f64::from(area.height())
    };
    assert!(border(0.1).abs() < 0.02 && (border(0.9) - 0.09).abs() < 0.02, "{} {}", border(0.1), border(0.9));
}
