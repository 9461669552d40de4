use super::truth::Random;
use crate::canvas::frame::Frame;
use crate::canvas::image::{Cells, Filter, Grid, image};
use crate::canvas::marker::{MarkerStyle, markers, markers_each};
use crate::canvas::polyline::polyline;
use crate::canvas::scratch::Scratch;
use crate::canvas::stroke::Stroke;
use crate::geom::{Clip, Point, Rect};
use crate::style::{Color, Marker};

fn time(name: &str, mut f: impl FnMut()) {
    let t = std::time::Instant::now();
    f();
    let first = t.elapsed();
    let mut best = f64::MAX;
    for _ in 0..7 {
        let t = std::time::Instant::now();
        f();
        best = best.min(t.elapsed().as_secs_f64());
    }
    eprintln!("{name:50} {:9.3} ms (first {:.3})", best * 1e3, first.as_secs_f64() * 1e3);
}

#[test]
#[ignore]
fn tall_only() {
    let mut frame = Frame::new(640, 480);
    let clip = Clip::new(80, 58, 576, 427);
    let mut s = Scratch::default();
    let mut r = Random::new(3);
    let tall: Vec<Point> = (0..2400)
        .map(|i| {
            Point::new(
                80.0 + 0.206 * i as f32,
                if i % 2 == 0 { 60.0 + 20.0 * r.next() } else { 400.0 + 20.0 * r.next() },
            )
        })
        .collect();
    let st = Stroke::solid(2.08, Color::BLACK);
    for _ in 0..100 {
        time("tall", || polyline(&mut frame, clip, &mut s, &tall, &st));
    }
}

#[test]
#[ignore]
fn mark_only() {
    let mut frame = Frame::new(640, 480);
    let clip = Clip::new(80, 58, 576, 427);
    let mut s = Scratch::default();
    let mut r = Random::new(3);
    let pts: Vec<Point> = (0..100_000).map(|_| Point::new(80.0 + 496.0 * r.next(), 58.0 + 370.0 * r.next())).collect();
    let blue = Color::rgb(31, 119, 180);
    let style =
        MarkerStyle { marker: Marker::Circle, size: 8.33, face: Some(blue), edge: Some(blue), edge_width: 1.39 };
    for _ in 0..10 {
        time("marks", || markers(&mut frame, clip, &mut s, pts.iter().copied(), &style));
    }
}

#[test]
#[ignore]
fn scat_only() {
    let mut frame = Frame::new(640, 480);
    let clip = Clip::new(80, 58, 576, 427);
    let mut s = Scratch::default();
    let mut r = Random::new(3);
    let blue = Color::rgb(31, 119, 180);
    let each: Vec<(Point, MarkerStyle)> = (0..10_000)
        .map(|_| {
            (
                Point::new(80.0 + 496.0 * r.next(), 58.0 + 370.0 * r.next()),
                MarkerStyle {
                    marker: Marker::Circle,
                    size: 3.0 + 12.0 * r.next(),
                    face: Some(blue),
                    edge: Some(blue),
                    edge_width: 1.39,
                },
            )
        })
        .collect();
    for _ in 0..10 {
        time("scat", || markers_each(&mut frame, clip, &mut s, each.iter().copied()));
    }
}

#[test]
#[ignore]
fn speed() {
    let mut frame = Frame::new(640, 480);
    let clip = Clip::new(80, 58, 576, 427);
    let mut s = Scratch::default();
    let mut r = Random::new(3);
    let sine: Vec<Point> =
        (0..1000).map(|i| Point::new(80.0 + 0.496 * i as f32, 240.0 + 150.0 * (i as f32 * 0.02).sin())).collect();
    let tall: Vec<Point> = (0..2400)
        .map(|i| {
            Point::new(
                80.0 + 0.206 * i as f32,
                if i % 2 == 0 { 60.0 + 20.0 * r.next() } else { 400.0 + 20.0 * r.next() },
            )
        })
        .collect();
    let noise: Vec<Point> =
        (0..1_000_000).map(|i| Point::new(80.0 + 0.000496 * i as f32, 100.0 + 250.0 * r.next())).collect();
    let smooth: Vec<Point> = (0..1_000_000)
        .map(|i| Point::new(80.0 + 0.000496 * i as f32, 240.0 + 150.0 * (i as f32 * 0.00002).sin()))
        .collect();
    let walk: Vec<Point> = {
        let mut p = Point::new(300.0, 240.0);
        (0..1_000_000)
            .map(|_| {
                p = Point::new(p.x + r.next() - 0.5, p.y + r.next() - 0.5);
                p
            })
            .collect()
    };
    let mut huge = Vec::new();
    for _ in 0..10000 {
        huge.push(Point::new(1e7 * (r.next() - 0.5), 1e7 * (r.next() - 0.5)));
    }
    for w in [0.7, 1.0, 2.08, 6.0] {
        let st = Stroke::solid(w, Color::BLACK);
        for (n, pts) in [
            ("empty", &sine[..2]),
            ("sine 1000", &sine[..]),
            ("tall 2400", &tall),
            ("noise 1e6", &noise),
            ("smooth 1e6", &smooth),
            ("walk 1e6", &walk),
            ("huge 1e4", &huge),
        ] {
            time(&format!("{n} w{w}"), || polyline(&mut frame, clip, &mut s, pts, &st));
        }
    }
    let st = Stroke { dashes: &[7.7, 3.3], cap: crate::canvas::stroke::Cap::Butt, ..Stroke::solid(2.08, Color::BLACK) };
    for (n, pts) in [("sine 1000", &sine[..]), ("tall 2400", &tall), ("smooth 1e6", &smooth), ("huge 1e4", &huge)] {
        time(&format!("dashed {n}"), || polyline(&mut frame, clip, &mut s, pts, &st));
    }
    let st = Stroke::solid(12.0, Color::BLACK);
    for (n, pts) in [("sine 1000", &sine[..]), ("tall 2400", &tall)] {
        time(&format!("thick 12 {n}"), || polyline(&mut frame, clip, &mut s, pts, &st));
    }
    let pts: Vec<Point> = (0..100_000).map(|_| Point::new(80.0 + 496.0 * r.next(), 58.0 + 370.0 * r.next())).collect();
    let blue = Color::rgb(31, 119, 180);
    for (n, m, size, face, edge) in [
        ("o merged", Marker::Circle, 8.33, blue, blue),
        ("o 3px", Marker::Circle, 3.0, blue, blue),
        (". ", Marker::Point, 8.33, blue, blue),
        ("o edge", Marker::Circle, 8.33, blue, Color::BLACK),
        ("o half", Marker::Circle, 8.33, blue.with_alpha(0.5), blue.with_alpha(0.5)),
        ("*", Marker::Star, 8.33, blue, blue),
        ("x", Marker::X, 8.33, blue, blue),
        ("o 60px", Marker::Circle, 60.0, blue, blue),
    ] {
        let style = MarkerStyle { marker: m, size, face: Some(face), edge: Some(edge), edge_width: 1.39 };
        let n_pts = if size > 50.0 { 1000 } else { 100_000 };
        time(&format!("markers {n} x{n_pts}"), || {
            markers(&mut frame, clip, &mut s, pts[..n_pts].iter().copied(), &style)
        });
    }
    let each: Vec<(Point, MarkerStyle)> = pts[..10_000]
        .iter()
        .map(|&p| {
            (
                p,
                MarkerStyle {
                    marker: Marker::Circle,
                    size: 3.0 + 12.0 * r.next(),
                    face: Some(blue),
                    edge: Some(blue),
                    edge_width: 1.39,
                },
            )
        })
        .collect();
    time("scatter sizes 10000 o", || markers_each(&mut frame, clip, &mut s, each.iter().copied()));
    let each: Vec<(Point, MarkerStyle)> =
        each.iter().map(|&(p, m)| (p, MarkerStyle { marker: Marker::Square, ..m })).collect();
    time("scatter sizes 10000 s", || markers_each(&mut frame, clip, &mut s, each.iter().copied()));
    let small: Vec<f64> = (0..48 * 64).map(|_| f64::from(r.next())).collect();
    let big: Vec<f64> = (0..4_000_000).map(|_| f64::from(r.next())).collect();
    let color = |v: f64| {
        if v.is_nan() {
            Color::rgba(0, 0, 0, 0)
        } else {
            let g = (v.clamp(0.0, 1.0) * 255.0) as u8;
            Color::rgb(g, 255 - g, g / 2)
        }
    };
    let g = Grid {
        rows: 48,
        cols: 64,
        cells: Cells::Values { values: &small, color: &color },
        flip_x: false,
        flip_y: false,
    };
    let dest = Rect::new(100.0, 80.0, 500.0, 380.0);
    time("image 48x64 nearest", || image(&mut frame, clip, &mut s, dest, &g, Filter::Nearest, 1.0));
    time("image 48x64 nearest frac", || {
        image(&mut frame, clip, &mut s, Rect::new(100.3, 80.2, 500.1, 380.4), &g, Filter::Nearest, 1.0)
    });
    time("image 48x64 bilinear", || image(&mut frame, clip, &mut s, dest, &g, Filter::Bilinear, 1.0));
    let g = Grid {
        rows: 2000,
        cols: 2000,
        cells: Cells::Values { values: &big, color: &color },
        flip_x: false,
        flip_y: false,
    };
    time("image 2000x2000 -> 400x300", || image(&mut frame, clip, &mut s, dest, &g, Filter::Nearest, 1.0));
    let mut nans = big.clone();
    for v in nans.iter_mut().step_by(7) {
        *v = f64::NAN;
    }
    let g = Grid {
        rows: 2000,
        cols: 2000,
        cells: Cells::Values { values: &nans, color: &color },
        flip_x: false,
        flip_y: false,
    };
    time("image 2000x2000 NaN -> 400x300", || image(&mut frame, clip, &mut s, dest, &g, Filter::Nearest, 1.0));
    let bytes: Vec<u8> = big.iter().flat_map(|v| [(v * 255.0) as u8; 3]).collect();
    let g = Grid { rows: 2000, cols: 2000, cells: Cells::Rgb(&bytes), flip_x: false, flip_y: false };
    time("image rgb 2000x2000 -> 400x300", || image(&mut frame, clip, &mut s, dest, &g, Filter::Nearest, 1.0));
    let g = Grid {
        rows: 300,
        cols: 400,
        cells: Cells::Values { values: &big[..120_000], color: &color },
        flip_x: false,
        flip_y: false,
    };
    time("image 300x400 1:1", || image(&mut frame, clip, &mut s, dest, &g, Filter::Nearest, 1.0));
}
