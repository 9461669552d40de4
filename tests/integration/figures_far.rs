//! What reaches far beyond the picture passes through it where it belongs.

use grabframe::prelude::*;
use grabframe::{Bounds, Common, Layout, Painter, Point, Rule};

/// How dark a pixel is, 0 to 255.
fn dark(frame: &Frame, x: u32, y: u32) -> f64 {
    255.0 - f64::from(frame.pixel(x, y)[0])
}

/// The row in which the middle of what is dark in a column lies, frame and ticks left out.
fn row_of(frame: &Frame, column: u32) -> Option<f64> {
    let rows = 70..415;
    let sum: f64 = rows.clone().map(|y| dark(frame, column, y)).sum();
    let moment: f64 = rows.map(|y| dark(frame, column, y) * (f64::from(y) + 0.5)).sum();
    (sum > 100.0).then(|| moment / sum)
}

/// Axes of 496 x 369.6 pixels from column 80 and row 57.6, showing these values of both axes.
fn axes(lo: f64, hi: f64) -> (Figure, Key<Axes>) {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    fig[ax].set_xlim(lo, hi).set_ylim(lo, hi);
    (fig, ax)
}

/// Through the middle of column 328, the line y = x.
const MIDDLE: f64 = 427.2 - 369.6 * (328.5 - 80.0) / 496.0;

fn assert_middle(frame: &Frame, what: &str) {
    let row = row_of(frame, 328);
    assert!(row.is_some_and(|r| (r - MIDDLE).abs() < 0.1), "{what}: {row:?} instead of {MIDDLE}");
}

const FAR: [f64; 12] = [1.0, 1e2, 1e4, 1e5, 1e6, 1e7, 1e8, 1e12, 1e17, 1e40, 1e200, 1e300];

#[test]
fn lines_keep_their_slope() {
    for s in FAR {
        for style in ["-", "--"] {
            let (mut fig, ax) = axes(0.0, 1.0);
            fig[ax].add(Line::new([-s, s], [-s, s]).color("k").linestyle(style).linewidth(if style == "-" {
                1.5
            } else {
                9.0
            }));
            let frame = fig.render();
            if style == "-" {
                assert_middle(&frame, &format!("{s:e}"));
            } else {
                let seen = (100..560).filter_map(|c| row_of(&frame, c)).count();
                assert!(seen > 300, "{s:e}: dashes in {seen} columns");
            }
        }
        // with one end near, or nearer
        for near in [-1.0, 0.0, 0.25, -1e3] {
            let (mut fig, ax) = axes(0.0, 1.0);
            fig[ax].add(Line::new([near, s.max(2.0)], [near, s.max(2.0)]).color("k"));
            assert_middle(&fig.render(), &format!("{near} to {s:e}"));
        }
        // through a third point far away, and back
        let (mut fig, ax) = axes(0.0, 1.0);
        fig[ax].add(Line::new([-s, s, s * 0.5, -s], [-s, s, s, s]).color("k"));
        let frame = fig.render();
        if s > 2.0 {
            assert_middle(&frame, &format!("a triangle of {s:e}"));
        }
        // upright and level
        let (mut fig, ax) = axes(0.0, 1.0);
        fig[ax].add(Line::new([-s, 1.0 + s], [0.5, 0.5]).color("k"));
        fig[ax].add(Line::new([0.25, 0.25], [1.0 + s, -s]).color("k"));
        let frame = fig.render();
        assert!((row_of(&frame, 400).unwrap() - 242.4).abs() < 0.1);
        assert!(dark(&frame, 203, 300) > 200.0 && dark(&frame, 206, 300) < 50.0);
    }
}

#[test]
fn rules_are_exact_far_from_their_point() {
    for s in [1.0, 1e2, 1e3, 1e4, 1e5] {
        for s in [s, -s] {
            let (mut fig, ax) = axes(0.0, 1.0);
            fig[ax].add(Rule::through((s, s), 1).color("k"));
            assert_middle(&fig.render(), &format!("{s:e}"));
        }
    }
    let far = |add: &dyn Fn(&mut Axes)| {
        let (mut fig, ax) = axes(2000.0, 2001.0);
        add(&mut fig[ax]);
        fig.render()
    };
    let rule = far(&|ax| _ = ax.add(Rule::through((0, 0), 1)));
    let line = far(&|ax| _ = ax.add(Line::new([1999, 2002], [1999, 2002])));
    let most = rule.as_rgb().iter().zip(line.as_rgb()).map(|(a, b)| a.abs_diff(*b)).max();
    assert!(most <= Some(2), "{most:?}");
}

#[test]
fn limits_that_are_not_round_and_axes_that_run_backward() {
    for s in FAR {
        let (lo, hi) = (0.1, 0.7);
        let (mut fig, ax) = axes(lo, hi);
        fig[ax].add(Line::new([-s, s], [-s, s]).color("k"));
        assert_middle(&fig.render(), &format!("{s:e}"));
        let (mut fig, ax) = axes(hi, lo);
        fig[ax].add(Line::new([-s, s], [-s, s]).color("k"));
        assert_middle(&fig.render(), &format!("{s:e} backward"));
    }
}

#[test]
fn log_axes_too() {
    for s in [10.0, 1e3, 1e40, 1e100, 1e300] {
        let (mut fig, ax) = axes(1.0, 10.0);
        fig[ax].set_xscale(Scale::Log).set_yscale(Scale::Log);
        fig[ax].add(Line::new([1.0 / s, s], [1.0 / s, s]).color("k"));
        assert_middle(&fig.render(), &format!("{s:e}"));
        // 1e600 pixels away in one direction only
        let (mut fig, ax) = axes(1.0, 10.0);
        fig[ax].set_xscale(Scale::Log);
        fig[ax].add(Line::new([1.0, 10.0], [-s, s]).color("k"));
        let middle = dark(&fig.render(), 328, 242);
        assert!(s < 1e3 || middle > 100.0, "{s:e}: {middle}");
    }
}

#[test]
fn an_infinite_end_is_a_gap() {
    for end in [f64::INFINITY, f64::NEG_INFINITY, f64::NAN] {
        let (mut fig, ax) = axes(0.0, 1.0);
        let blank = fig.render();
        fig[ax].add(Line::new([0.25, end], [0.25, end]));
        fig[ax].add(Line::new([-1e9, 0.25, 1e9], [-1e9, end, 1e9]));
        assert!(fig.render() == blank, "{end}");
    }
    // beside what is far
    let (mut fig, ax) = axes(0.0, 1.0);
    fig[ax].add(Line::new([f64::NAN, -1e9, 1e9, f64::INFINITY, 0.5], [0.0, -1e9, 1e9, 0.0, 0.9]).color("k"));
    assert_middle(&fig.render(), "between gaps");
}

#[test]
fn dashes_begin_where_the_line_does() {
    // 3.7 and 1.6 times the width of 3 points at 100 dots an inch, as single precision has them
    let px = 100.0_f32 / 72.0;
    let period = (f64::from(3.7_f32 * 3.0 * px) + f64::from(1.6_f32 * 3.0 * px)) / 496.0;
    let draw = |from: f64| {
        let (mut fig, ax) = axes(0.0, 1.0);
        fig[ax].add(Line::new([from, 2.0, 2.0], [0.5, 0.5, 0.0]).linestyle("--").linewidth(3.0));
        fig.render()
    };
    let want = draw(-0.01);
    for periods in [1e3, 1e4, 1e6, 1e8] {
        let got = draw(-0.01 - periods * period);
        let worst = want.as_rgb().iter().zip(got.as_rgb()).map(|(a, b)| a.abs_diff(*b)).max();
        assert!(worst < Some(4), "{periods}: {worst:?}");
    }
}

/// Fills the polygon through its points, as data or as pixels.
#[derive(Clone, Debug)]
struct Fill {
    common: Common,
    points: Vec<(f64, f64)>,
    pixels: bool,
}

impl Artist for Fill {
    fn common(&self) -> &Common {
        &self.common
    }
    fn common_mut(&mut self) -> &mut Common {
        &mut self.common
    }
    fn bounds(&self) -> Bounds {
        Bounds::new(Limits::EMPTY, Limits::EMPTY)
    }
    fn paint(&self, painter: &mut Painter<'_>) {
        let (x, y): (Vec<f64>, Vec<f64>) = self.points.iter().copied().unzip();
        if self.pixels {
            let points: Vec<Point> = self.points.iter().map(|p| painter.point(p.0, p.1)).collect();
            painter.fill_polygon(&points, Color::BLACK);
        } else {
            painter.polygon(&x, &y, Color::BLACK);
        }
    }
}

/// How many rows from row 70 to 415 are dark in column 328.
fn filled(points: &[(f64, f64)], pixels: bool) -> f64 {
    let (mut fig, ax) = axes(0.0, 1.0);
    fig[ax].add(Fill { common: Common::new(), points: points.to_vec(), pixels });
    let frame = fig.render();
    (70..415).map(|y| dark(&frame, 328, y) / 255.0).sum()
}

#[test]
fn polygons_keep_their_edges() {
    for s in FAR {
        let s = s.max(3.0);
        // under the line y = x
        let got = filled(&[(-s, -s), (s, s), (s, -s)], false);
        assert!((got - (415.0 - MIDDLE)).abs() < 0.05, "{s:e}: {got}");
        // all around, with a point without a place
        let around = [(-s, -s), (s, -s), (f64::NAN, 0.0), (s, s), (-s, s)];
        assert!((filled(&around, false) - 345.0).abs() < 0.01, "{s:e}");
        // outside, though its box is not
        let outside = [(-s, 0.5), (0.5, s), (-s, s)];
        assert!(filled(&outside, false) < if s > 10.0 { 180.0 } else { 345.0 }, "{s:e}");
        assert_eq!(filled(&[(-s, s), (s, s), (s, 2.0), (-s, 2.0)], false), 0.0, "{s:e}");
    }
    // in pixels as far as those are exact
    for s in [3.0, 1e2, 1e4] {
        let got = filled(&[(-s, -s), (s, s), (s, -s)], true);
        assert!((got - (415.0 - MIDDLE)).abs() < 0.3, "{s:e}: {got}");
        assert!((filled(&[(-s, -s), (s, -s), (s, s), (-s, s)], true) - 345.0).abs() < 0.01, "{s:e}");
    }
    for s in [1e20, 1e35] {
        assert!((filled(&[(-s, -s), (s, -s), (s, s), (-s, s)], true) - 345.0).abs() < 0.01, "{s:e}");
    }
}

#[test]
fn a_huge_marker_far_away_ends_where_it_does() {
    for far in [0.0, 1.0, 20.0, 200.0, 1000.0] {
        let (mut fig, ax) = axes(0.0, 1.0);
        // its right edge in the middle of column 328
        let radius = far * 496.0 + 248.5;
        let marker = Line::new([-far], [0.5]).marker('o').markersize(radius * 2.0 * 0.72).markeredgewidth(0.0);
        fig[ax].add(marker.color("k").linestyle("none"));
        let frame = fig.render();
        let row: Vec<f64> = (320..340).map(|x| dark(&frame, x, 242) / 255.0).collect();
        let end = 320.0 + row.iter().sum::<f64>();
        assert!((end - 328.5).abs() < 0.1, "{far}: {end}");
    }
}

#[test]
fn nothing_panics_wherever_it_is() {
    let wild = [f64::NAN, f64::INFINITY, -f64::INFINITY, f64::MAX, -f64::MAX, 1e300, -1e40, 1e-300, 0.0, -1.0, 1e9];
    for (lo, hi) in [(0.0, 1.0), (1e-9, 1e9), (-1e300, 1e300), (0.5, 0.500_000_000_1)] {
        for scale in [Scale::Linear, Scale::Log] {
            let (mut fig, ax) = axes(lo, hi);
            fig[ax].set_xscale(scale.clone()).set_yscale(scale).legend();
            for x in wild {
                let y: Vec<f64> = wild.to_vec();
                let xs = vec![x; y.len()];
                fig[ax].add(Line::new(&xs, &y).marker('o').linestyle("--").label("l"));
                fig[ax].add(Line::new(&y, &xs).linewidth(40.0));
                fig[ax].add(Scatter::new(&xs, &y).sizes(&y));
                fig[ax].add(Fill { common: Common::new(), points: y.iter().map(|y| (x, *y)).collect(), pixels: false });
                for y in wild {
                    fig[ax].add(Text::new(x, y, "words").rotation(30.0));
                    fig[ax].add(Text::new(x, y, "words").axes_fraction());
                }
            }
            let layout = Layout::of(&fig);
            assert_eq!(layout.axes.len(), 1);
            let _ = fig.render();
        }
    }
}

#[test]
fn sides_of_triangles_and_labelled_level_lines_keep_their_slope() {
    for s in FAR {
        let (mut fig, ax) = axes(0.0, 1.0);
        let triangle = TriMesh::new([-s, s, s], [-s, s, -s], [[0, 1, 2]]).values([f64::NAN; 3]);
        fig[ax].add(triangle.edgecolor("k").linewidth(1.5));
        assert_middle(&fig.render(), &format!("a side of {s:e}"));
        let (mut fig, ax) = axes(0.0, 1.0);
        fig[ax].add(Contour::on([-s, s], [-s, s], [[0.0, 1.0], [-1.0, 0.0]]).at([0]).color("k").labels(true));
        // beside its label
        let (frame, column) = (fig.render(), 150);
        let (row, wanted) = (row_of(&frame, column), 427.2 - 369.6 * (f64::from(column) + 0.5 - 80.0) / 496.0);
        assert!(row.is_some_and(|row| (row - wanted).abs() < 0.1), "a level line of {s:e}: {row:?} and not {wanted}");
    }
}
