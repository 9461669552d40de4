//! Artists of many pieces: lines and polygons with a colour each, streamlines, arrows with a key, edges of markers.

use grabframe::prelude::*;
use grabframe::{Layout, StreamDirection};

use crate::tools::refusal;

/// A figure with one artist and these limits, without a frame.
fn alone<A: Artist>(artist: A, x: (f64, f64), y: (f64, f64)) -> (Figure, Key<A>) {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let key = fig[ax].add(artist);
    fig[ax].set_xlim(x.0, x.1).set_ylim(y.0, y.1).set_frame(false);
    (fig, key)
}

/// The colour at a place in shares of the axes, from the lower left.
fn at(fig: &Figure, x: f32, y: f32) -> [u8; 3] {
    let area = Layout::of(fig).axes[0].area;
    fig.render().pixel((area.x0 + area.width() * x) as u32, (area.y1 - area.height() * y) as u32)
}

const RED: [u8; 3] = [255, 0, 0];
const BLUE: [u8; 3] = [0, 0, 255];
const WHITE: [u8; 3] = [255; 3];

/// A field on 20 x 15 places.
fn field(of: impl Fn(f64, f64) -> f64) -> Vec<Vec<f64>> {
    (0..15)
        .map(|row| (0..20).map(|col| of(f64::from(col) / 2.0 - 4.75, f64::from(row) / 2.0 - 3.5)).collect())
        .collect()
}

fn places() -> (Vec<f64>, Vec<f64>) {
    ((0..20).map(|i| f64::from(i) / 2.0 - 4.75).collect(), (0..15).map(|i| f64::from(i) / 2.0 - 3.5).collect())
}

fn whirl() -> Streamlines {
    let (x, y) = places();
    Streamlines::new(x, y, field(|_, y| -y), field(|x, _| x))
}

#[test]
fn each_line_has_its_colour_and_its_width() {
    let lines = Segments::new([[0.0, 0.25, 1.0, 0.25], [0.0, 0.75, 1.0, 0.75]]);
    let (mut fig, key) = alone(lines.colors(["red", "blue"]).linewidths([4.0, 20.0]), (0.0, 1.0), (0.0, 1.0));
    assert_eq!([at(&fig, 0.5, 0.25), at(&fig, 0.5, 0.75)], [RED, BLUE]);
    assert_eq!([at(&fig, 0.5, 0.28), at(&fig, 0.5, 0.78)], [WHITE, BLUE]);
    fig[key].set_color("red").set_linewidth(20);
    assert_eq!([at(&fig, 0.5, 0.28), at(&fig, 0.5, 0.78)], [RED, RED]);
    // a line without a value, or without a width, is not drawn
    fig[key].set_cmap("bwr").set_clim(0, 1).set_values([0.0, f64::NAN]);
    assert_eq!([at(&fig, 0.5, 0.25), at(&fig, 0.5, 0.75)], [BLUE, WHITE]);
    fig[key].set_values([0.0, 1.0]).set_linewidths([f64::NAN, 4.0]);
    assert_eq!([at(&fig, 0.5, 0.25), at(&fig, 0.5, 0.75)], [WHITE, RED]);
    // others than before
    fig[key].set_data([[(0, 0), (1, 1)]]).set_color("blue").set_linewidth(4);
    assert_eq!(([at(&fig, 0.5, 0.5), at(&fig, 0.5, 0.75)], fig[key].pieces()), ([BLUE, WHITE], 1));
}

#[test]
fn a_line_is_coloured_by_pieces_or_by_points() {
    let line = |values: &[f64]| Segments::along([0, 1, 2], [0.5; 3]).linewidth(9).cmap("bwr").clim(0, 1).values(values);
    let shown = |line: Segments| {
        let (fig, _) = alone(line, (0.0, 2.0), (0.0, 1.0));
        [0.1, 0.4, 0.6, 0.9].map(|x| at(&fig, x, 0.5))
    };
    assert_eq!(shown(line(&[0.0, 1.0])), [BLUE, BLUE, RED, RED]);
    assert_eq!(shown(line(&[0.0, 1.0, 0.0])), [BLUE, RED, RED, BLUE]);
    assert_eq!(shown(line(&[0.0])), [BLUE; 4]);
    assert_eq!(shown(line(&[0.0, f64::NAN])), [BLUE, BLUE, WHITE, WHITE]);
    // no gap shows between pieces, wherever they end, and nothing is laid on twice where it would show
    for (alpha, level) in [(1.0, 0), (0.5, 128)] {
        let x: Vec<f64> = (0..=60).map(|i| f64::from(i) / 60.0).collect();
        let line = Segments::along(&x, [0.5; 61]).linewidth(9).color("k").alpha(alpha);
        let (fig, _) = alone(line.values(&x).cmap("gray").clim(2, 3), (0.0, 1.0), (0.0, 1.0));
        let (frame, area) = (fig.render(), Layout::of(&fig).axes[0].area);
        for x in area.x0 as u32 + 8..area.x1 as u32 - 8 {
            let red = frame.pixel(x, area.center().y as u32)[0];
            // butt ends that share a pixel cover up to a quarter less of it
            let off = if alpha == 1.0 { 1 } else { 40 };
            assert!(red.abs_diff(level) <= off, "{alpha}: {red} at {x}");
        }
    }
}

#[test]
fn lines_come_from_columns_and_go_across() {
    let between = Segments::between([0, 0], [0, 1], [1, 1], [1, 0]);
    let (fig, _) = alone(between.linewidth(6), (0.0, 1.0), (0.0, 1.0));
    assert!(at(&fig, 0.25, 0.25) != WHITE && at(&fig, 0.25, 0.75) != WHITE && at(&fig, 0.5, 0.2) == WHITE);
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    fig[ax].hlines([1.0, 2.0], 0.0, [3.0, 5.0]);
    fig[ax].vlines([1.0, 4.0], [-1.0, -2.0], 0.0);
    // matplotlib 3.11 has the same limits
    assert_eq!((fig[ax].xlim(), fig[ax].ylim()), (Limits::new(-0.25, 5.25), Limits::new(-2.2, 2.2)));
}

#[test]
fn polygons_have_insides_and_borders_in_their_order() {
    let squares = [[(0.0, 0.0), (0.6, 0.0), (0.6, 1.0), (0.0, 1.0)], [(0.4, 0.0), (1.0, 0.0), (1.0, 1.0), (0.4, 1.0)]];
    let both = Polygons::new(squares).colors(["red", "blue"]);
    let (mut fig, key) = alone(both, (0.0, 1.0), (0.0, 1.0));
    assert_eq!([at(&fig, 0.2, 0.5), at(&fig, 0.5, 0.5), at(&fig, 0.8, 0.5)], [RED, BLUE, BLUE]);
    // the second one covers the border of the first
    fig[key].set_edgecolor("k").set_linewidth(9);
    assert_eq!([at(&fig, 0.41, 0.5), at(&fig, 0.6, 0.5)], [[0; 3], BLUE]);
    // one without a value is its border
    fig[key].set_cmap("bwr").set_clim(0, 1).set_values([f64::NAN, 0.0]);
    assert_eq!([at(&fig, 0.2, 0.5), at(&fig, 0.005, 0.5), at(&fig, 0.8, 0.5)], [WHITE, [0; 3], BLUE]);
    fig[key].set_color("none");
    assert_eq!([at(&fig, 0.2, 0.5), at(&fig, 0.5, 0.5)], [WHITE; 2]);
    // corners without a place are left out
    fig[key].set_data([vec![(0.0, 0.0), (f64::NAN, 0.5), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)]]).set_color("red");
    assert_eq!(at(&fig, 0.5, 0.5), RED);
}

#[test]
fn streamlines_follow_the_field() {
    let lines = whirl();
    // around the middle
    for (x, y) in lines.lines() {
        let radius = |i: usize| x[i].hypot(y[i]);
        assert!((0..x.len()).all(|i| (radius(i) / radius(0) - 1.0).abs() < 0.05), "{x:?} {y:?}");
    }
    let many = lines.lines().count();
    assert!(many > 30);
    let of = |lines: Streamlines| lines.lines().count();
    assert!(of(whirl().density(0.5)) < many && of(whirl().density([2.0, 2.0])) > many);
    assert!(of(whirl().minlength(1)) < many);
    assert_eq!(of(whirl().start_points([(1, 1), (2, 0), (99, 99)])), 2);
    let forward = whirl().start_points(([1.0], [1.0])).integration_direction("forward");
    assert_eq!(forward.get_integration_direction(), StreamDirection::Forward);
    let (x, y) = forward.lines().next().unwrap();
    assert!((x[0], y[0]) == (1.0, 1.0) && x[1] < 1.0 && y[1] > 1.0);
    // the axes hold the field, whatever lines there are
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let key = fig[ax].add(forward.maxlength(0.5));
    assert_eq!((fig[ax].xlim(), fig[ax].ylim()), (Limits::new(-4.75, 4.75), Limits::new(-3.5, 3.5)));
    // values as colours, widths, and a field that changes
    fig[key].set_values(field(f64::hypot)).set_linewidths(field(|x, _| 2.0 + x / 4.0));
    let before = fig.render();
    fig[key].set_uv(field(|_, _| 1.0), field(|_, _| 0.0));
    assert_ne!(before, fig.render());
    let (_, y) = fig[key].lines().next().unwrap();
    assert!(y.iter().all(|y| *y == 1.0));
    fig.colorbar(key);
    assert_eq!(fig[key].get_clim(), Limits::new(0.25, 4.75_f64.hypot(3.5)));
}

#[test]
fn a_key_stands_where_it_is_told_to() {
    let wind = || Quiver::new([0.5], [0.5], [1.0], [0.0]).scale(4).width(0.02).color("red");
    let (plain, _) = alone(wind(), (0.0, 1.0), (0.0, 1.0));
    let (mut fig, key) = alone(wind().key(0.5, 1.05, 1, "1 m/s").key_color("blue"), (0.0, 1.0), (0.0, 1.0));
    // over the axes; in their middle nothing changes
    assert_eq!((at(&fig, 0.5, 1.05), at(&plain, 0.5, 1.05)), (BLUE, WHITE));
    assert_eq!(at(&fig, 0.6, 0.5), at(&plain, 0.6, 0.5));
    // a quarter of the axes long, around its middle
    let row = |fig: &Figure| {
        let (frame, area) = (fig.render(), Layout::of(fig).axes[0].area);
        let y = (area.y1 - area.height() * 1.05) as u32;
        (0..640)
            .filter(|x| frame.pixel(*x, y) == BLUE)
            .map(|x| (x as f32 + 0.5 - area.x0) / area.width())
            .collect::<Vec<_>>()
    };
    let reach = |row: &[f32]| (row[0], row[row.len() - 1]);
    let (from, to) = reach(&row(&fig));
    assert!((from - 0.375).abs() < 0.004 && (to - 0.625).abs() < 0.012, "{from} {to}");
    // it is as long as an arrow of that strength, and its tip is the place where words are at its right
    fig[key].set_scale(8).set_key_labelpos("E");
    let (from, to) = reach(&row(&fig));
    assert!((from - 0.375).abs() < 0.004 && (to - 0.5).abs() < 0.012, "{from} {to}");
    fig[key].set_key_labelpos("W").set_key_coordinates("figure").set_key(0.1, 0.95, 2, "");
    let frame = fig.render();
    // a quarter of the axes, 124 pixels, of which the tip is finer than a row
    let blue: Vec<u32> = (0..640).filter(|x| frame.pixel(*x, 24) == BLUE).collect();
    assert!(blue[0] == 64 && blue[blue.len() - 1] > 64 + 116, "{blue:?}");
    // arrows are cut off at the border, with a key, too
    let beyond = |quiver: Quiver| {
        let (fig, _) = alone(quiver.scale(0.5), (0.0, 1.0), (0.0, 1.0));
        let area = Layout::of(&fig).axes[0].area;
        fig.render().pixel(area.x1 as u32 + 5, area.center().y as u32)
    };
    assert_eq!(beyond(wind().key(0.5, 1.05, 0.1, "")), WHITE);
    assert_ne!(beyond(wind().key(0.5, 1.05, 0.1, "").clip(false)), WHITE);
}

#[test]
fn markers_have_edges_of_their_own() {
    let dots = Scatter::new([0.25, 0.75], [0.5, 0.5]).sizes(1600).color("w").edgecolors(["red", "blue"]);
    let (mut fig, key) = alone(dots.linewidths([4.0, 12.0]), (0.0, 1.0), (0.0, 1.0));
    let area = Layout::of(&fig).axes[0].area;
    let edge = |fig: &Figure, x: f32, inward: f32| {
        let px = 100.0 / 72.0;
        fig.render().pixel((area.x0 + area.width() * x - (20.0 - inward) * px) as u32, area.center().y as u32)
    };
    assert_eq!([edge(&fig, 0.25, 0.0), edge(&fig, 0.75, 0.0)], [RED, BLUE]);
    assert_eq!([edge(&fig, 0.25, 4.0), edge(&fig, 0.75, 4.0)], [WHITE, BLUE]);
    assert_eq!(fig[key].get_edgecolors().len(), 2);
    fig[key].set_edgecolor("blue").set_linewidth(4);
    assert_eq!([edge(&fig, 0.25, 0.0), edge(&fig, 0.75, 4.0)], [BLUE, WHITE]);
    // files have them, too
    let dir = temp_dir::TempDir::new().unwrap();
    fig[key].set_edgecolors(["red", "blue"]).set_linewidths([1.0, 2.0]);
    for name in ["a.svg", "a.pdf"] {
        fig.save(dir.path().join(name)).unwrap();
    }
    let svg = std::fs::read_to_string(dir.path().join("a.svg")).unwrap();
    assert!(svg.contains("stroke=\"#ff0000\"") && svg.contains("stroke=\"#0000ff\""), "{svg}");
    assert!(svg.contains("stroke-width=\"1.389\"") && svg.contains("stroke-width=\"2.778\""), "{svg}");
}

#[test]
fn what_does_not_fit_is_refused_with_both_numbers() {
    let lines = || Segments::new([[0, 0, 1, 1], [1, 1, 2, 2], [2, 2, 3, 3]]);
    assert_eq!(refusal(|| lines().values([1, 2])), "got 2 values for 3 lines; give one, or one for each");
    assert_eq!(refusal(|| lines().colors(["r", "b"])), "got 2 colours for 3 lines; give one, or one for each");
    assert_eq!(
        refusal(|| Segments::along([1, 2, 3, 4], [1, 2, 3, 4]).linewidths([1, 2])),
        "got 2 widths for 3 pieces; give one, or one for each"
    );
    assert!(refusal(|| Segments::along([1, 2], [1])).contains("`x` has 2 values but `y` has 1"));
    assert!(refusal(|| Polygons::new([([1, 2], [1])])).contains("`x` has 2 values but `y` has 1"));
    assert!(refusal(|| Segments::vertical([1, 2], [1, 2, 3], 0)).contains("got 3 beginnings for 2 points"));
    let triangle = || Polygons::new([[(0, 0), (1, 0), (0, 1)]]);
    assert_eq!(refusal(|| triangle().values([1, 2])), "got 2 values for 1 polygons; give one, or one for each");
    let grid = vec![vec![1.0; 4]; 2];
    let stream = |x: &[f64]| Streamlines::new(x, [1.0, 2.0, 3.0], vec![vec![1.0; 4]; 3], &grid);
    assert!(refusal(|| stream(&[1.0, 2.0, 3.0, 4.0])).contains("2 x 4 components does not fit 3 places along y and 4"));
    assert!(refusal(|| stream(&[1.0, 2.0, 2.0, 4.0])).contains("must be finite and rise"));
    assert!(refusal(|| whirl().density([1, 2, 3])).contains("got 3 densities"));
    assert!(refusal(|| whirl().density(0)).contains("a density of 0"));
    assert!(refusal(|| Quiver::new([1], [1], [1], [1]).directions([1, 2])).contains("got 2 directions for 1 points"));
    assert!(
        refusal(|| Scatter::new([1, 2], [1, 2]).edgecolors(["r"; 3])).contains("got 3 colours of edges for 2 points")
    );
}

/// Draws an artist on axes of several kinds, and in files.
fn drawn<A: Artist + Clone>(artist: &A) {
    let dir = temp_dir::TempDir::new().unwrap();
    for (k, scale) in ["linear", "log", "linear"].into_iter().enumerate() {
        let mut fig = Figure::new();
        let ax = fig.add_axes();
        fig[ax].add(artist.clone());
        fig[ax].set_xscale(scale).set_yscale(scale).legend();
        if k == 2 {
            fig[ax].set_xlim(1e-30, 2e-30).set_ylim(0.5, 0.5);
        }
        std::hint::black_box(fig.render());
        fig.save(dir.path().join("a.svg")).unwrap();
    }
}

#[test]
fn anything_is_drawn() {
    let odd = [f64::NAN, f64::INFINITY, -1e300, 1e-300, 1e300, 0.0, 3.0];
    let none: [[f64; 4]; 0] = [];
    for segments in [
        Segments::new(none),
        Segments::new([[1.0, 1.0, 1.0, 1.0]]),
        Segments::new(odd.map(|v| [v, 0.0, 1.0, v])).values(odd).label("a"),
        Segments::new([vec![(1.0, 2.0)], Vec::new()]),
        Segments::along(odd, odd).values(odd).linewidths(odd),
        Segments::along([0.0; 0], [0.0; 0]).values([0.0; 0]).label("a"),
        Segments::along([1.0], [1.0]).values([2.0]),
        Segments::along([1e300, 0.5, -1e300], [0.5; 3]).values([1, 2, 3]),
    ] {
        drawn(&segments);
    }
    let ring = |v: f64| [(v, 0.0), (1.0, v), (0.0, 1.0)];
    for polygons in [
        Polygons::new([[(0.0, 0.0); 0]; 1]).label("a"),
        Polygons::new([[(1.0, 1.0)]]).edgecolor("k"),
        Polygons::new(odd.map(ring)).values(odd).edgecolor("k").linestyle("--"),
        Polygons::new([[(f64::NAN, 1.0); 3]]).edgecolor("k"),
    ] {
        drawn(&polygons);
    }
    let one = |u: f64| Streamlines::new([0.0, 1.0], [0.0, 1.0], [[u, 1.0], [1.0, 1.0]], [[1.0, u], [1.0, -u]]);
    for u in odd {
        drawn(&one(u).values([[u, 1.0], [2.0, 3.0]]).linewidths([[u, 1.0], [1.0, u]]).label("a"));
        drawn(&Quiver::new(odd, odd, [u; 7], odd).key(u, 0.5, u, "a").directions(u).angles("xy").scale_units("xy"));
    }
    drawn(&Streamlines::new([0.0; 0], [0.0; 0], Vec::<Vec<f64>>::new(), Vec::<Vec<f64>>::new()));
    drawn(&Streamlines::new([1.0], [2.0], [[1.0]], [[1.0]]).values([[1.0]]).label("a"));
    drawn(&Streamlines::new([-1e300, 1e300], [1e-300, 2e-300], [[1.0; 2]; 2], [[1.0; 2]; 2]));
    drawn(&Scatter::new(odd, odd).edgecolors(["r"; 7]).linewidths(odd));
    // what has lost the number that its colours have
    let mut lines = Segments::new(odd.map(|v| [v, 0.0, 1.0, v])).values(odd).linewidths(odd);
    drawn(lines.set_data([[0, 0, 1, 1]]));
    drawn(lines.set_along([1, 2, 3], [1, 2, 3]));
    let mut dots = Scatter::new(odd, odd).edgecolors(["r"; 7]).linewidths(odd);
    drawn(dots.set_data([1, 2, 3], [1, 2, 3]));
    drawn(whirl().set_data([0, 1], [0, 1], [[1; 2]; 2], [[1; 2]; 2]).set_color("k"));
}

#[test]
fn a_million_pieces_are_drawn() {
    let n = if crate::tools::thorough() { 1_000_000 } else { 100_000 };
    let x: Vec<f64> = (0..n).map(|i| f64::from(i) / f64::from(n)).collect();
    let y: Vec<f64> = x.iter().map(|x| (300.0 * x).sin()).collect();
    let (mut fig, lines) = alone(Segments::along(&x, &y).values(&y), (0.0, 1.0), (-1.0, 1.0));
    let many = |fig: &Figure| fig.render().as_rgb().chunks(3).filter(|rgb| **rgb != [255; 3]).count();
    assert!(many(&fig) > 30_000, "{}", many(&fig));
    fig[lines].set_visible(false);
    let ax = fig.add_axes();
    fig[ax].add(
        Polygons::new(x.iter().map(|x| [(*x, 0.0), (*x, 0.01), (x + 0.01, 0.005)]).collect::<Vec<_>>()).values(&y),
    );
    assert!(many(&fig) > 30_000, "{}", many(&fig));
}

#[test]
fn colours_of_points_and_widths_of_pieces_go_together() {
    let (x, y) = ([0.0, 0.5, 1.0], [0.5; 3]);
    let line = |lines: Segments| alone(lines, (0.0, 1.0), (0.0, 1.0)).0.render();
    let both = line(Segments::along(x, y).colors(["red", "blue", "blue"]).linewidths([20.0, 4.0]));
    let pieces = line(Segments::along(x, y).colors(["red", "blue"]).linewidths([20.0, 4.0]));
    assert_eq!(both, pieces);
}
