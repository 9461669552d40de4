//! Lines of many points against 64 x 16 samples of what they are: a disc moved along the path.

use crate::canvas::frame::Frame;
use crate::canvas::polyline::{polyline, stream};
use crate::canvas::stroke::StrokeScratch;
use crate::geom::{Clip, Point};
use crate::style::{Cap, Color};
use crate::surface::Stroke;

use super::truth::{Random, difference, distance};

const SIZE: u32 = 48;
const WIDTHS: [f32; 5] = [0.5, 1.0, 1.5, 2.0, 4.0];

/// How dark each pixel is, 0 to 255, by samples 1/64 apart along x and 1/16 along y.
fn truth(points: &[Point], radius: f64) -> Vec<f64> {
    let mut out = Vec::new();
    let mut near = Vec::new();
    for y in 0..SIZE {
        for x in 0..SIZE {
            let (cx, cy) = (f64::from(x) + 0.5, f64::from(y) + 0.5);
            near.clear();
            let mut full = false;
            for pair in points.windows(2) {
                let away = distance(cx, cy, pair[0], pair[1]);
                full |= away + 0.708 <= radius;
                if away < radius + 0.708 {
                    near.push((away, pair));
                }
            }
            let mut hits = 0;
            // the nearest first, which cover the most
            near.sort_by(|a, b| a.0.total_cmp(&b.0));
            for i in 0..if full || near.is_empty() { 0 } else { 64 * 16 } {
                let (sx, sy) =
                    (f64::from(x) + (f64::from(i % 64) + 0.5) / 64.0, f64::from(y) + (f64::from(i / 64) + 0.5) / 16.0);
                hits += u32::from(near.iter().any(|(_, s)| distance(sx, sy, s[0], s[1]) <= radius));
            }
            out.push(if full { 255.0 } else { f64::from(hits) * 255.0 / 1024.0 });
        }
    }
    out
}

/// How far a picture is from the truth, in levels: at most, the root of the mean square, and the mean.
fn off(points: &[Point], width: f32) -> (f64, f64, f64) {
    let mut frame = Frame::new(SIZE, SIZE);
    let stroke = Stroke { cap: Cap::Round, ..Stroke::solid(width, Color::BLACK) };
    let all = Clip::all(frame.size());
    polyline(&mut frame, all, &mut StrokeScratch::default(), points, &stroke);
    let (mut worst, mut squares, mut sum, mut count) = (0.0_f64, 0.0, 0.0, 0.0);
    for (pixel, truth) in frame.as_rgb().chunks_exact(3).zip(truth(points, f64::from(width) / 2.0)) {
        let seen = 255.0 - f64::from(pixel[0]);
        if seen > 0.0 || truth > 0.0 {
            let off: f64 = seen - truth;
            worst = worst.max(off.abs());
            squares += off * off;
            sum += off;
            count += 1.0;
        }
    }
    (worst, (squares / count).sqrt(), sum / count)
}

fn line(count: usize, place: impl Fn(f64, &mut Random) -> (f64, f64)) -> Vec<Point> {
    let mut random = Random::new(5);
    let mut points = Vec::new();
    for i in 0..count {
        let (x, y) = place(i as f64 / (count - 1) as f64, &mut random);
        points.push(Point::new(x as f32, y as f32));
    }
    points
}

fn lines() -> Vec<(&'static str, Vec<Point>)> {
    let wave = |t: f64| 24.0 + 14.0 * (9.0 * t).sin();
    let noise = |r: &mut Random| f64::from(r.next() + r.next() + r.next()) - 1.5;
    let mut walk = (24.0, 24.0);
    let mut step = |r: &mut Random| {
        walk = ((walk.0 + 1.4 * noise(r)).clamp(5.0, 43.0), (walk.1 + 1.4 * noise(r)).clamp(5.0, 43.0));
        walk
    };
    let mut random = Random::new(8);
    let walking: Vec<Point> =
        (0..1500).map(|_| step(&mut random)).map(|(x, y)| Point::new(x as f32, y as f32)).collect();
    vec![
        ("smooth", line(100, |t, _| (4.3 + 40.0 * t, wave(t)))),
        ("smooth, falling", line(100, |t, _| (44.3 - 40.0 * t, wave(t)))),
        ("smooth, upright", line(100, |t, _| (wave(t), 4.3 + 40.0 * t))),
        ("smooth, upward", line(100, |t, _| (wave(t), 44.3 - 40.0 * t))),
        ("steep", line(200, |t, _| (4.3 + 40.0 * t, 24.0 + 18.0 * (60.0 * t).sin()))),
        ("noisy", line(80, |t, r| (4.3 + 40.0 * t, wave(t) + 6.0 * noise(r)))),
        ("noisy, upright", line(80, |t, r| (wave(t) + 6.0 * noise(r), 4.3 + 40.0 * t))),
        ("dense", line(2000, |t, r| (4.3 + 40.0 * t, wave(t) + 6.0 * noise(r)))),
        ("walking", walking),
    ]
}

#[test]
fn lines_of_many_points_are_what_a_disc_covers() {
    for (name, points) in lines() {
        for width in WIDTHS {
            let (worst, rms, bias) = off(&points, width);
            // discs of a walk have one of 16 x 16 places in a pixel, and 64 samples
            let (most, mean) = match (name, width) {
                ("walking", 4.0) => continue,
                ("walking", _) => (36.0, 7.5),
                _ => (16.0, 3.5),
            };
            let seen = format!("{name} {width}: {worst:.1} {rms:.2} {bias:.2}");
            assert!(worst <= most && rms <= mean && bias.abs() <= 2.0, "{seen}");
        }
    }
}

fn drawn(points: &[Point], stroke: &Stroke<'_>, clip: Clip) -> Frame {
    let mut frame = Frame::new(SIZE, SIZE);
    polyline(&mut frame, clip, &mut StrokeScratch::default(), points, stroke);
    frame
}

#[test]
fn a_straight_line_of_many_points_is_that_of_two() {
    let all = Clip::new(0, 0, SIZE as i32, SIZE as i32);
    for k in 0..24 {
        let angle = std::f32::consts::TAU * (k as f32 + 0.3) / 24.0;
        let (dx, dy) = (15.2 * angle.cos(), 15.2 * angle.sin());
        let at = |t: f32| Point::new(24.3 + dx * t, 23.8 + dy * t);
        let many: Vec<Point> = (0..=100).map(|i| at(i as f32 / 50.0 - 1.0)).collect();
        for (cap, width) in
            [(Cap::Butt, 1.0), (Cap::Projecting, 2.0), (Cap::Round, 4.0), (Cap::Projecting, 9.0), (Cap::Butt, 9.0)]
        {
            let stroke = Stroke { cap, ..Stroke::solid(width, Color::BLACK) };
            let d = difference(&drawn(&many, &stroke, all), &drawn(&[at(-1.0), at(1.0)], &stroke, all));
            assert!(d.max <= 14 && d.mean < 1.5, "{k} {cap:?} {width}: {d:?}");
        }
    }
}

#[test]
fn a_projecting_end_that_lies_outside_reaches_in() {
    for k in 0..24 {
        let angle = std::f32::consts::TAU * (k as f32 + 0.3) / 24.0;
        let (dx, dy) = (15.2 * angle.cos(), 15.2 * angle.sin());
        let at = |t: f32| Point::new(24.3 + dx * t, 23.8 + dy * t);
        let mut many: Vec<Point> = (0..=100).map(|i| at(i as f32 / 50.0 - 1.0)).collect();
        for width in [4.0, 9.0, 20.0] {
            let stroke = Stroke::solid(width, Color::BLACK);
            // the border lies so many pixels beyond the end, along the axis that the line goes along
            for past in [0.0, width * 0.2, width * 0.4, width * 0.5] {
                let (x, y, most) = (at(1.0).x, at(1.0).y, SIZE as i32);
                let clip = match (dx.abs() > dy.abs(), dx > 0.0, dy > 0.0) {
                    (true, true, _) => Clip::new((x + past).ceil() as i32, 0, most, most),
                    (true, false, _) => Clip::new(0, 0, (x - past) as i32, most),
                    (false, _, true) => Clip::new(0, (y + past).ceil() as i32, most, most),
                    (false, _, false) => Clip::new(0, 0, most, (y - past) as i32),
                };
                let two = drawn(&[at(-1.0), at(1.0)], &stroke, clip);
                for way in ["last", "first"] {
                    let d = difference(&drawn(&many, &stroke, clip), &two);
                    assert!(d.max <= 14, "{k} {width} {past} {way}: {d:?}");
                    many.reverse();
                }
            }
        }
    }
}

/// Whether a line is drawn as its points are asked for.
fn streams(points: &[Point], width: f32) -> bool {
    let mut frame = Frame::new(SIZE, SIZE);
    let (clip, stroke) = (Clip::new(7, 3, SIZE as i32, SIZE as i32), Stroke::solid(width, Color::BLACK));
    stream(&mut frame, clip, &mut StrokeScratch::default(), &points, &stroke)
}

#[test]
fn an_upright_end_does_not_turn_back() {
    for width in [1.0, 1.3, 2.0, 4.0] {
        for k in 0..200 {
            // the ends stand exactly above their neighbours, wherever that is
            let from = 11.0 + k as f32 * 0.1237;
            let mut points = vec![Point::new(from, 20.0)];
            points.extend((0..78).map(|i| Point::new(from + i as f32 * 0.0931, 30.0 + (i % 3) as f32)));
            points.push(Point::new(points[78].x, 20.0));
            let mirrored: Vec<Point> = points.iter().map(|p| Point::new(48.0 - p.x, p.y)).collect();
            let turned: Vec<Point> = points.iter().map(|p| Point::new(p.y, p.x)).collect();
            for points in [&points, &mirrored, &turned] {
                assert!(streams(points, width), "{k} {width}");
            }
        }
    }
}

#[test]
fn walks_are_discs_where_these_are_not_too_many() {
    let walking = &lines()[8].1;
    for (width, want) in [(0.5, true), (2.0, true), (4.0, false), (0.1, false), (1e-4, false), (1e-30, false)] {
        assert_eq!(streams(walking, width), want, "{width}");
    }
}

#[test]
fn what_is_left_and_right_of_a_gap_is_drawn_as_if_alone() {
    let all = Clip::new(0, 0, SIZE as i32, SIZE as i32);
    let stroke = Stroke::solid(2.0, Color::BLACK);
    for (name, points) in lines() {
        let (left, right) = (&points[..points.len() / 2], &points[points.len() / 2..]);
        let gap = [left, &[Point::new(f32::NAN, 0.0)], right].concat();
        let (whole, one, two) = (drawn(&gap, &stroke, all), drawn(left, &stroke, all), drawn(right, &stroke, all));
        for (i, seen) in whole.as_rgb().iter().enumerate() {
            let (a, b) = (one.as_rgb()[i], two.as_rgb()[i]);
            assert!(
                *seen <= a.min(b) && u16::from(*seen) + 256 > u16::from(a) + u16::from(b),
                "{name} {i}: {seen} {a} {b}"
            );
        }
    }
}

#[test]
fn a_part_of_the_picture_has_the_same_pixels() {
    let (all, part) = (Clip::new(0, 0, SIZE as i32, SIZE as i32), Clip::new(11, 13, 37, 30));
    for (name, points) in lines() {
        // points outside of the window are passed over
        for width in [1.0, 4.0] {
            let stroke = Stroke::solid(width, Color::BLACK);
            let (whole, seen) = (drawn(&points, &stroke, all), drawn(&points, &stroke, part));
            for y in 0..SIZE {
                for x in 0..SIZE {
                    let inside = (11..37).contains(&x) && (13..30).contains(&y);
                    let want = if inside { whole.pixel(x, y)[0] } else { 255 };
                    assert!(seen.pixel(x, y)[0].abs_diff(want) <= 3, "{name} {width} {x} {y}");
                }
            }
        }
    }
}

#[test]
fn points_that_stand_still_and_lines_that_turn_back_late_are_no_slices() {
    let all = Clip::new(0, 0, SIZE as i32, SIZE as i32);
    let stroke = Stroke::solid(2.0, Color::BLACK);
    assert!(drawn(&[Point::new(20.0, 20.0); 200], &stroke, all) == Frame::new(SIZE, SIZE));
    // the last point of many goes back: as before, that it is told late leaves nothing behind
    let mut scratch = StrokeScratch::default();
    let mut points = lines()[7].1.clone();
    let first = drawn(&points, &stroke, all);
    points.push(Point::new(5.0, 40.0));
    let mut frame = Frame::new(SIZE, SIZE);
    polyline(&mut frame, all, &mut scratch, &points, &stroke);
    let mut again = Frame::new(SIZE, SIZE);
    points.pop();
    polyline(&mut again, all, &mut scratch, &points, &stroke);
    assert!(again == first && frame != first);
}

#[test]
fn a_tall_window_shows_what_a_low_one_does() {
    // places are parts of a pixel in 16 bits: of a larger part where the window is taller, and in bands
    let (width, height) = (40, 2100);
    let points = line(600, |t, r| {
        let y = 1050.0 + 1000.0 * (5.0 * t).sin() + 40.0 * f64::from(r.next());
        (2.3 + 35.0 * t, y)
    });
    let turned: Vec<Point> = points.iter().map(|p| Point::new(p.y, p.x)).collect();
    let stroke = Stroke::solid(3.0, Color::BLACK);
    for (points, upright) in [(&points, false), (&turned, true)] {
        let size = if upright { (height, width) } else { (width, height) };
        let on = |clip: Clip| {
            let mut frame = Frame::new(size.0, size.1);
            assert!(stream(&mut frame, clip, &mut StrokeScratch::default(), &points.as_slice(), &stroke));
            frame
        };
        let whole = on(Clip::new(0, 0, size.0 as i32, size.1 as i32));
        for from in (0..height as i32).step_by(300) {
            let (x0, y0) = if upright { (from, 0) } else { (0, from) };
            let (x1, y1) = if upright { (from + 300, width as i32) } else { (width as i32, from + 300) };
            let part = Clip::new(x0, y0, x1.min(size.0 as i32), y1.min(size.1 as i32));
            let low = on(part);
            for (x, y) in (part.x0..part.x1).flat_map(|x| (part.y0..part.y1).map(move |y| (x as u32, y as u32))) {
                let (a, b) = (whole.pixel(x, y)[0], low.pixel(x, y)[0]);
                assert!(a.abs_diff(b) <= 3, "{upright} {x} {y}: {a} {b}");
            }
        }
        assert!(whole != Frame::new(size.0, size.1));
    }
}
