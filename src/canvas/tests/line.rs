use crate::canvas::frame::Frame;
use crate::canvas::polyline::polyline;
use crate::canvas::scratch::Scratch;
use crate::canvas::stroke::{Cap, Join, Stroke};
use crate::geom::{Clip, Point};
use crate::style::Color;

use super::truth::{Random, difference, distance, sampled};

fn p(x: f32, y: f32) -> Point {
    Point::new(x, y)
}

fn draw(size: (u32, u32), points: &[Point], stroke: &Stroke<'_>) -> Frame {
    let mut frame = Frame::new(size.0, size.1);
    let clip = Clip::all(frame.size());
    polyline(&mut frame, clip, &mut Scratch::default(), points, stroke);
    frame
}

fn round(width: f32) -> Stroke<'static> {
    Stroke { cap: Cap::Round, ..Stroke::solid(width, Color::BLACK) }
}

/// A line with round caps and joins is every point nearer than half its width.
fn near(size: (u32, u32), points: &[Point], width: f32) -> Frame {
    let half = f64::from(width) / 2.0;
    sampled(size.0, size.1, |x, y| points.windows(2).any(|s| distance(x, y, s[0], s[1]) <= half))
}

#[test]
fn play() {
    let mut r = Random::new(1);
    for w in [0.5, 0.8, 1.0, 1.39, 2.08, 3.0, 4.5, 8.0, 9.0, 15.0] {
        for kind in 0..5 {
            let pts: Vec<Point> = match kind {
                0 => vec![p(10.3, 10.7), p(10.3 + 70.0 * r.next(), 10.7 + 70.0 * r.next())],
                1 => (0..6).map(|_| p(12.0 + 76.0 * r.next(), 12.0 + 76.0 * r.next())).collect(),
                2 => (0..400)
                    .map(|i| {
                        let t = i as f32 / 400.0;
                        p(12.0 + 76.0 * t, 50.0 + 35.0 * (t * 12.0).sin())
                    })
                    .collect(),
                3 => (0..20).map(|i| p(12.0 + 4.0 * i as f32, if i % 2 == 0 { 12.0 } else { 86.0 })).collect(),
                _ => (0..150).map(|i| p(12.0 + 0.5 * i as f32, 15.0 + 70.0 * r.next())).collect(),
            };
            let got = draw((100, 100), &pts, &round(w));
            let want = near((100, 100), &pts, w);
            let d = difference(&got, &want);
            eprintln!("w {w} kind {kind}: {d:?}");
            if let Ok(dir) = std::env::var("PLAY") {
                std::fs::write(
                    format!("{dir}/pts_{w}_{kind}.txt"),
                    pts.iter().map(|p| format!("{} {}\n", p.x, p.y)).collect::<String>(),
                )
                .unwrap();
                for (n, f) in [("got", &got), ("want", &want)] {
                    let file = std::fs::File::create(format!("{dir}/{n}_{w}_{kind}.png")).unwrap();
                    let mut e = png::Encoder::new(file, 100, 100);
                    e.set_color(png::ColorType::Rgb);
                    e.write_header().unwrap().write_image_data(f.as_rgb()).unwrap();
                }
            }
        }
    }
}
