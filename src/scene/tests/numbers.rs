//! What artists make of their data, beside numpy's and matplotlib's numbers.

use super::noted::{Note, Noted};
use super::written::{add, numbers, options};
use crate::artists::{Contour, Histogram};
use crate::axis::Scale;
use crate::figure::{Axes, Figure, Key};
use crate::geom::Point;
use crate::layout::Layout;
use crate::style::percentile;

/// Made by `make_artist_numbers.py`, which stands beside it and says what is in it.
const TABLE: &str = include_str!("../../../tests/data/artist_numbers.tsv");

/// A row: the axes, the artists, and what matplotlib makes of them.
struct Row {
    axes: &'static str,
    artists: &'static str,
    want: Vec<Vec<f64>>,
}

/// Rows that are not matplotlib's, or how they begin, and why they stand as they are.
const OURS: [(&str, &str); 22] = [
    ("xscale=log yscale=log barh width=0.5 align=edge;0,6.086*", UPPER_ENDS),
    ("xscale=log errors errors=xerr;0,6.595*", UPPER_ENDS),
    ("xscale=log yscale=log errors errors=yerr,xerr;0.6878*", UPPER_ENDS),
    ("- hrule;0", ALONE),
    ("xscale=log hrule;0", ALONE),
    ("- vrule;0.8019", ALONE),
    ("- vrule;0.7908", ALONE),
    ("- vrule;0|hspan*", ALONE),
    ("- mesh rows=1;1;2;0.5619*", ONE_MIDDLE),
    ("xscale=log mesh rows=1;-3.043*", ONE_MIDDLE),
    ("- stem bottom=0;0,3.645,1.798;0,7.704,-0.236|mesh rows=1;0,3.628*", ONE_MIDDLE),
    ("xscale=log contour rows=4;-4.255*", CORNERS),
    ("xscale=log yscale=log contour rows=4;-2.925*", CORNERS),
    ("xscale=log yscale=log errors errors=xerr;0,3.895;0,5.573;0.1892,0.87|contourf rows=3;-0.1321*", CORNERS),
    ("xscale=log circle;0,0*", ROUND),
    ("xscale=log yscale=log circle;0,0*", ROUND),
    ("yscale=log circle;1.405,-1.222*", ROUND),
    ("yscale=log ellipse angle=0;0,0*", ROUND),
    ("xscale=log yscale=log ellipse angle=0;0,0*", ROUND),
    ("xscale=log yscale=log annulus;0.6115*", ROUND),
    ("- ellipse angle=30;-4.936*", "its extremes are those of the ellipse before it was turned"),
    ("yscale=log quiver;0,1.209,1.534*", "an extent is sticky at its ends alone, and this baseline lies within it"),
];

const UPPER_ENDS: &str =
    "error bars whose lower ends have no place on a log axis do not count there, whose upper ends we show";
const ALONE: &str =
    "a rule within 0 to 1 that is alone on an axis leaves it at 0 to 1, which are the limits before there is data";
const ONE_MIDDLE: &str = "the only cell along an axis has no width there; we give it one unit, as images do";
const CORNERS: &str = "a log axis knows only the two corners of a contour, and not which of its places are positive";
const ROUND: &str =
    "how much a log axis shows of a shape that reaches below 0 is a matter of taste: there that of rounding";

/// Holds each row of a kind against what `check` says is wrong with it, and tells all at once.
fn each(kind: &str, least: usize, check: impl Fn(&Row) -> Result<(), String>) {
    let (mut wrong, mut rows) = (Vec::new(), 0);
    for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [of, axes, artists, want] = cells[..] else { panic!("{line}") };
        if of == kind {
            rows += 1;
            let row = Row { axes, artists, want: want.split(';').map(numbers).collect() };
            let name = format!("{axes} {artists}");
            let is = |of: &str| of.strip_suffix('*').map_or(name == of, |begin| name.starts_with(begin));
            let ours = OURS.iter().any(|(of, _)| is(of));
            match check(&row) {
                Err(why) if !ours => wrong.push(format!("{name}: {why}")),
                Ok(()) if ours => wrong.push(format!("{name}: is matplotlib's, and stands among those that are not")),
                _ => {}
            }
        }
    }
    assert!(rows >= least, "{rows} rows of {kind}");
    assert!(wrong.is_empty(), "{} of {rows} rows of {kind}:\n{}", wrong.len(), wrong.join("\n"));
}

/// The same numbers, but for so much of the largest of them.
fn same(what: &str, got: &[f64], want: &[f64], tolerance: f64) -> Result<(), String> {
    let size = want.iter().filter(|v| v.is_finite()).fold(0.0, |size: f64, v| size.max(v.abs()));
    let near = |(a, b): (&f64, &f64)| (a.is_nan() && b.is_nan()) || a == b || (a - b).abs() <= tolerance * size;
    let alike = got.len() == want.len() && got.iter().zip(want).all(near);
    if alike { Ok(()) } else { Err(format!("{what} {got:?}, not {want:?}")) }
}

/// The same tuples of `n` numbers, in any order.
fn same_set(what: &str, got: &[Vec<f64>], want: &[f64], n: usize, tolerance: f64) -> Result<(), String> {
    let want: Vec<&[f64]> = want.chunks(n).collect();
    let near = |a: &[f64], b: &[f64]| a.iter().zip(b).all(|(a, b)| (a - b).abs() <= tolerance);
    let found = |a: &[f64]| want.iter().any(|b| near(a, b));
    let all = want.iter().all(|b| got.iter().any(|a| near(a, b)));
    if all && got.iter().all(|a| found(a)) { Ok(()) } else { Err(format!("{what} {got:?}, not {want:?}")) }
}

/// A figure with what a row says.
fn figure(row: &Row, alpha: f64) -> (Figure, Key<Axes>) {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    for (key, value) in options(row.axes) {
        match key {
            "xscale" => _ = fig[ax].set_xscale(value),
            "yscale" => _ = fig[ax].set_yscale(value),
            _ => panic!("{key}"),
        }
    }
    for artist in row.artists.split('|') {
        add(&mut fig[ax], artist, alpha);
    }
    (fig, ax)
}

fn drawn(row: &Row) -> (Vec<Note>, Layout) {
    let (fig, ax) = figure(row, 0.5);
    Noted::of(&fig, ax)
}

/// A point in data units.
fn data(layout: &Layout, p: Point) -> [f64; 2] {
    let (x, y) = layout.axes[0].projection.flat().expect("flat axes");
    [x.value(p.x), y.value(p.y)]
}

/// Twice the area of a ring, its sign telling the way round.
fn twice_area(ring: &[[f64; 2]]) -> f64 {
    let mut sum = 0.0;
    for (i, a) in ring.iter().enumerate() {
        let b = ring[(i + 1) % ring.len()];
        sum += a[0] * b[1] - b[0] * a[1];
    }
    sum
}

/// Without points that are there twice, or on a straight line.
fn turns(points: &[[f64; 2]], closed: bool) -> Vec<[f64; 2]> {
    let near = |a: [f64; 2], b: [f64; 2]| (a[0] - b[0]).abs() + (a[1] - b[1]).abs() < 1e-5;
    let mut once: Vec<[f64; 2]> = Vec::new();
    for p in points {
        if once.last().is_none_or(|last| !near(*last, *p)) {
            once.push(*p);
        }
    }
    if closed && once.len() > 1 && near(once[0], once[once.len() - 1]) {
        once.pop();
    }
    let n = once.len();
    let turns = |k: usize| {
        let ([x0, y0], [x, y], [x1, y1]) = (once[(k + n - 1) % n], once[k], once[(k + 1) % n]);
        let at_end = !closed && (k == 0 || k == n - 1);
        at_end || ((x - x0) * (y1 - y) - (y - y0) * (x1 - x)).abs() > 1e-5
    };
    (0..n).filter(|k| turns(*k)).map(|k| once[k]).collect()
}

/// What each call filled, in data units.
fn fills(notes: &[Note], layout: &Layout) -> Vec<Vec<Vec<[f64; 2]>>> {
    let of = |note: &Note| match note {
        Note::Fill(rings) => Some(rings.iter().map(|ring| ring.iter().map(|p| data(layout, *p)).collect()).collect()),
        _ => None,
    };
    notes.iter().filter_map(of).collect()
}

/// All lines, in data units.
fn lines(notes: &[Note], layout: &Layout) -> Vec<Vec<[f64; 2]>> {
    let mut all = Vec::new();
    for note in notes {
        if let Note::Stroke(runs) = note {
            all.extend(runs.iter().map(|run| run.iter().map(|p| data(layout, *p)).collect::<Vec<_>>()));
        }
    }
    all
}

/// `n` numbers in [0, 1).
fn lcg(n: usize, seed: u32) -> Vec<f64> {
    let mut x = seed;
    let next = || {
        x = x.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        f64::from(x) / 4_294_967_296.0
    };
    std::iter::repeat_with(next).take(n).collect()
}

/// The values that `sample` of the script makes, and whether they are of a type of whole numbers.
fn sample(text: &str) -> (Vec<f64>, bool) {
    let words: Vec<&str> = text.split(':').collect();
    if words[0] == "values" {
        return (numbers(words[1]), false);
    }
    let (n, seed): (usize, u32) = (words[1].parse().expect("a number"), words[2].parse().expect("a seed"));
    let bell = || lcg(12 * n, seed).chunks(12).map(|all| all.iter().fold(-6.0, |sum, v| sum + v)).collect::<Vec<f64>>();
    match words[0] {
        "lcg" => (lcg(n, seed), false),
        "bell" => (bell(), false),
        "skew" => (bell().iter().map(|v| v * v * v).collect(), false),
        _ => {
            let width: f64 = words[3].parse().expect("a width");
            (lcg(n, seed).iter().map(|v| (v * width).trunc()).collect(), true)
        }
    }
}

#[test]
fn bins_are_numpys() {
    each("bins", 100, |row| {
        let (values, whole) = sample(row.artists);
        let mut histogram = if whole {
            Histogram::new(values.iter().map(|v| *v as i32).collect::<Vec<_>>())
        } else {
            Histogram::new(&values)
        };
        for (key, value) in options(row.axes) {
            match key {
                "rule" => _ = histogram.set_bin_rule(value),
                "n" => _ = histogram.set_bins(value.parse().expect("a number")),
                "edges" => _ = histogram.set_edges(numbers(value)),
                "range" => _ = histogram.set_range(numbers(value)[0], numbers(value)[1]),
                "weights" => _ = histogram.set_weights(lcg(values.len(), value[4..].parse().expect("a seed"))),
                "density" => _ = histogram.set_density(true),
                "cumulative" => _ = histogram.set_cumulative(true),
                _ => panic!("{key}"),
            }
        }
        let ends = |all: &[f64], most: usize, n: usize| match all.len() {
            len if len < most => all.to_vec(),
            len => [&all[..n], &all[len - n..]].concat(),
        };
        let (edges, heights) = (histogram.edges(), histogram.counts());
        same("bins", &[heights.len() as f64], &row.want[1], 0.0)?;
        same("edges", &ends(edges, 12, 3), &row.want[0], 1e-15)?;
        same("heights", &ends(heights, 40, 20), &row.want[2], 1e-13)
    });
}

#[test]
fn percentiles_are_numpys() {
    each("percentiles", 8, |row| {
        let values = numbers(row.artists.split_once(';').expect("values").1);
        let got: Vec<f64> = row.want[0].iter().map(|q| percentile(&values, *q)).collect();
        same("percentiles", &got, &row.want[1], 1e-15)
    });
}

#[test]
fn bands_between_lines_have_matplotlibs_corners() {
    each("fill", 50, |row| {
        let (notes, layout) = drawn(row);
        let (mut whole, mut corners) = (0.0, Vec::new());
        for ring in fills(&notes, &layout).concat() {
            let area = (twice_area(&ring) / 2.0).abs();
            whole += area;
            if area > 1e-6 {
                corners.extend(turns(&ring, true).iter().map(|p| p.to_vec()));
            }
        }
        same("area", &[whole], &row.want[0], 1e-5)?;
        same_set("corners", &corners, &row.want[1], 2, 1e-5)
    });
}

#[test]
fn stairs_and_steps_go_as_matplotlibs() {
    for (kind, least) in [("stairs", 15), ("steps", 9)] {
        each(kind, least, |row| {
            let (notes, layout) = drawn(row);
            let runs = lines(&notes, &layout);
            same("runs", &[runs.len() as f64], &[row.want.iter().filter(|run| !run.is_empty()).count() as f64], 0.0)?;
            runs.iter()
                .zip(&row.want)
                .try_for_each(|(run, want)| same("points", &turns(run, false).concat(), want, 1e-6))
        });
    }
}

#[test]
fn error_bars_end_where_matplotlibs_do() {
    each("errors", 12, |row| {
        let (notes, layout) = drawn(row);
        // the line itself comes last
        let bars: Vec<Vec<f64>> = lines(&notes[..notes.len() - 1], &layout).iter().map(|run| run.concat()).collect();
        same_set("bars", &bars, &row.want[0], 4, 1e-5)
    });
}

#[test]
fn bars_stand_where_matplotlibs_do() {
    each("bars", 6, |row| {
        let (notes, layout) = drawn(row);
        let of = |ring: &Vec<[f64; 2]>| {
            let ends = |k: usize| {
                let all = ring.iter().map(|p| p[k]);
                (all.clone().fold(f64::INFINITY, f64::min), all.fold(f64::NEG_INFINITY, f64::max))
            };
            let ((x0, x1), (y0, y1)) = (ends(0), ends(1));
            vec![x0, y0, x1, y1]
        };
        let boxes: Vec<Vec<f64>> = fills(&notes, &layout).concat().iter().map(of).collect();
        same_set("bars", &boxes, &row.want[0], 4, 1e-5)
    });
}

#[test]
fn cells_have_matplotlibs_corners() {
    each("mesh", 25, |row| {
        let (notes, layout) = drawn(row);
        let [Note::Mesh(points)] = &notes[..] else { return Err("no mesh".into()) };
        let rows: usize = options(row.artists.split(';').next().unwrap_or_default())[0].1.parse().expect("rows");
        let gouraud = usize::from(row.artists.contains("gouraud"));
        // four corners, and the middle of colours that are mixed
        let each = 4 + gouraud;
        let (rows, cells) = (rows - gouraud, points.len() / each);
        let (cols, width) = (cells / rows, cells / rows + 1);
        let (mut got, mut want) = ([Vec::new(), Vec::new()], [Vec::new(), Vec::new()]);
        for (k, p) in points.iter().enumerate().filter(|(k, _)| k % each < 4) {
            let (cell, corner) = (k / each, k % each);
            let (r, c) =
                (cell / cols + usize::from(corner >= 2), cell % cols + usize::from(corner == 1 || corner == 2));
            let at = data(&layout, *p);
            for axis in [0, 1] {
                let (limits, want_at) = ([&layout.axes[0].x, &layout.axes[0].y][axis], row.want[axis][r * width + c]);
                // what has no place on a log axis lies beyond its border
                let beyond = want_at <= 0.0 && limits.scale == Scale::Log && at[axis] <= limits.limits.lo;
                got[axis].push(if beyond { want_at } else { at[axis] });
                want[axis].push(want_at);
            }
        }
        same("x", &got[0], &want[0], 1e-6)?;
        same("y", &got[1], &want[1], 1e-6)
    });
}

#[test]
fn arrows_are_as_long_as_matplotlibs() {
    each("quiver", 10, |row| {
        let (notes, layout) = drawn(row);
        let [Note::Fill(arrows)] = &notes[..] else { return Err("no arrows".into()) };
        let area = layout.axes[0].area;
        let mut places = Vec::new();
        for arrow in arrows {
            for corner in [3, 4, 6, 0] {
                places.extend([f64::from(arrow[corner].x - area.x0), f64::from(area.y1 - arrow[corner].y)]);
            }
        }
        same("corners", &places, &row.want[0], 1e-5)
    });
}

#[test]
fn levels_of_contours_are_matplotlibs() {
    each("levels", 60, |row| {
        let ends = numbers(row.artists.split_once(';').expect("values").1);
        let n: usize = options(row.axes)[0].1.parse().expect("a number");
        let contour = Contour::new([[ends[0], ends[1]]; 2]).filled().levels(n);
        same("levels", contour.levels_at(), &row.want[0], 1e-12)
    });
}

#[test]
fn bands_of_contours_are_as_large_as_matplotlibs() {
    each("areas", 14, |row| {
        let (notes, layout) = drawn(row);
        let mut areas = Vec::new();
        for rings in fills(&notes, &layout) {
            areas.push((rings.iter().map(|ring| twice_area(ring) / 2.0).sum::<f64>()).abs());
        }
        let want: Vec<f64> = row.want[1].iter().map(|area| area.abs()).collect();
        same("areas", &areas, &want, 1e-5)
    });
}

#[test]
fn axes_end_where_matplotlibs_do() {
    each("limits", 200, |row| {
        let (fig, _) = figure(row, 1.0);
        let layout = Layout::of(&fig);
        let axes = &layout.axes[0];
        // arcs are cubics of other lengths there
        let tolerance = if row.artists.contains("wedge") { 1e-5 } else { 1e-8 };
        for (what, limits, want) in [("x", axes.x.limits, &row.want[0]), ("y", axes.y.limits, &row.want[1])] {
            same(what, &[limits.lo, limits.hi], want, tolerance)?;
            // those of a log axis are compared by their ratio
            let ratio = (limits.lo / want[0] - 1.0).abs();
            if want[0] > 0.0 && ratio > 10.0 * tolerance {
                return Err(format!("{what} from {}, not {}", limits.lo, want[0]));
            }
        }
        Ok(())
    });
}
