use crate::canvas::frame::Frame;
use crate::canvas::polyline::polyline;
use crate::canvas::stroke::StrokeScratch;
use crate::geom::{Clip, Point};
use crate::style::Color;
use crate::style::{Cap, Join};
use crate::surface::Stroke;

use super::truth::{Difference, Random, center_of_mass, difference, near_line, sampled};

fn p(x: f32, y: f32) -> Point {
    Point::new(x, y)
}

fn draw_with(scratch: &mut StrokeScratch, size: u32, points: &[Point], stroke: &Stroke<'_>) -> Frame {
    let mut frame = Frame::new(size, size);
    let clip = Clip::all(frame.size());
    polyline(&mut frame, clip, scratch, points, stroke);
    frame
}

fn draw(size: u32, points: &[Point], stroke: &Stroke<'_>) -> Frame {
    draw_with(&mut StrokeScratch::default(), size, points, stroke)
}

fn solid(width: f32) -> Stroke<'static> {
    Stroke::solid(width, Color::BLACK)
}

fn round(width: f32) -> Stroke<'static> {
    Stroke { cap: Cap::Round, ..solid(width) }
}

fn butt(width: f32) -> Stroke<'static> {
    Stroke { cap: Cap::Butt, ..solid(width) }
}

/// A line with round caps and joins is every point nearer than half its width.
fn against_truth(points: &[Point], width: f32) -> Difference {
    let half = f64::from(width) / 2.0;
    difference(&draw(60, points, &round(width)), &near_line(60, 60, points, half))
}

/// What lies between two borders across the line from `a` to `b`, `extend` beyond both ends.
fn strip(a: Point, b: Point, width: f32, extend: f64) -> Frame {
    let (ax, ay) = (f64::from(a.x), f64::from(a.y));
    let (dx, dy) = (f64::from(b.x) - ax, f64::from(b.y) - ay);
    let length = (dx * dx + dy * dy).sqrt();
    sampled(60, 60, |x, y| {
        let along = ((x - ax) * dx + (y - ay) * dy) / length;
        let beside = ((x - ax) * dy - (y - ay) * dx) / length;
        beside.abs() <= f64::from(width) / 2.0 && along >= -extend && along <= length + extend
    })
}

const WIDTHS: [f32; 9] = [0.5, 0.8, 1.0, 1.39, 2.08, 3.0, 5.5, 12.0, 25.0];

#[test]
fn straight_lines_cover_exact_areas() {
    let mut random = Random::new(11);
    for width in WIDTHS {
        for _ in 0..3 {
            let (a, b) =
                (p(15.0 + 30.0 * random.next(), 15.0 + 30.0 * random.next()), p(15.0 + 30.0 * random.next(), 41.3));
            let d = against_truth(&[a, b], width);
            // The round ends are the mean of a disc over directions; the sides are exact to a level or two.
            assert!(d.max <= 44 && d.mean < 4.5, "{width} {a:?} {b:?}: {d:?}");
            for (cap, extend) in [(Cap::Butt, 0.0), (Cap::Projecting, f64::from(width) / 2.0)] {
                let got = draw(60, &[a, b], &Stroke { cap, ..solid(width) });
                let d = difference(&got, &strip(a, b, width, extend));
                assert!(d.max <= 24 && d.mean < 4.0, "{cap:?} {width} {a:?} {b:?}: {d:?}");
            }
        }
    }
}

#[test]
fn the_sides_of_a_line_are_exact_to_two_levels() {
    // A line through the whole picture has only sides.
    for width in WIDTHS {
        for (a, b) in
            [(p(-300.0, 11.3), p(320.0, 49.8)), (p(20.2, -200.0), p(28.9, 250.0)), (p(-50.0, -49.6), p(110.0, 102.3))]
        {
            let got = draw(60, &[a, b], &solid(width));
            let want = strip(a, b, width, 0.0);
            // The truth has 256 samples, a sixteenth apart, which is some levels of its own.
            assert!(difference(&got, &want).max <= 8, "{width} {a:?}: {:?}", difference(&got, &want));
            let ink = |f: &Frame| center_of_mass(f).2;
            assert!((ink(&got) / ink(&want) - 1.0).abs() < 0.01, "{width}: {} {}", ink(&got), ink(&want));
        }
    }
}

#[test]
fn smooth_curves_are_smooth() {
    for width in WIDTHS {
        let points: Vec<Point> = (0..300)
            .map(|i| {
                let t = i as f32 / 299.0;
                p(14.0 + 32.0 * t, 30.0 + 14.0 * (t * 7.0).sin())
            })
            .collect();
        let d = against_truth(&points, width);
        assert!(d.mean < 2.0, "{width}: {d:?}");
    }
}

#[test]
fn zigzags_and_noise_are_near_the_union_of_their_segments() {
    let mut random = Random::new(3);
    for width in WIDTHS {
        let zigzag: Vec<Point> =
            (0..14).map(|i| p(12.0 + 2.7 * i as f32, if i % 2 == 0 { 14.0 } else { 46.0 })).collect();
        let d = against_truth(&zigzag, width);
        assert!(d.mean < 3.0, "zigzag {width}: {d:?}");
        let noise: Vec<Point> = (0..60).map(|i| p(14.0 + 0.55 * i as f32, 15.0 + 30.0 * random.next())).collect();
        let d = against_truth(&noise, width);
        assert!(d.mean < if width < 1.2 { 12.0 } else { 2.5 }, "noise {width}: {d:?}");
    }
}

#[test]
fn bends_are_near_the_union_of_their_segments() {
    // Polygons of all turns, so that a bend is in every direction, where the major axis changes too.
    for corners in [4, 5, 6, 7, 8, 12, 24] {
        let points: Vec<Point> = (0..corners)
            .map(|i| {
                let angle = (i as f32 + 0.3) / corners as f32 * std::f32::consts::TAU;
                p(30.0 + 17.0 * angle.cos(), 30.0 + 17.0 * angle.sin())
            })
            .collect();
        for width in [0.8, 1.39, 2.08, 5.0, 11.0] {
            for way in [points.clone(), points.iter().rev().copied().collect()] {
                let d = against_truth(&way, width);
                assert!(d.max <= if width < 1.0 { 56 } else { 46 } && d.mean < 2.0, "{corners} {width}: {d:?}");
            }
        }
    }
}

#[test]
fn corners_are_joined_as_asked() {
    let corner = [p(10.0, 45.0), p(30.0, 15.0), p(50.0, 45.0)];
    let right = [p(12.0, 40.5), p(40.5, 40.5), p(40.5, 12.0)];
    for width in [1.39, 3.0, 10.0, 40.0] {
        let h = f64::from(width) / 2.0;
        // A right angle along the axes with a mitre is the union of two rectangles, each extended by half the width.
        let got = draw(60, &right, &Stroke { join: Join::Miter, ..butt(width) });
        let want = sampled(60, 60, |x, y| {
            (x >= 12.0 && x <= 40.5 + h && (y - 40.5).abs() <= h)
                || (y >= 12.0 && y <= 40.5 + h && (x - 40.5).abs() <= h)
        });
        let d = difference(&got, &want);
        // The inner corner is one pixel of which each side covers a part: up to a quarter of it is uncertain.
        assert!(d.max <= 64 && d.mean < 1.6, "{width}: {d:?}");
        // Ink grows from bevel to round to mitre.
        let ink = |join| center_of_mass(&draw(60, &corner, &Stroke { join, ..butt(width) })).2;
        let (bevel, round, miter) = (ink(Join::Bevel), ink(Join::Round), ink(Join::Miter));
        assert!(bevel < round && round < miter, "{width}: {bevel} {round} {miter}");
    }
    // Twice the angle whose tangent is 2/3: the mitre reaches half a width over the sine of the half.
    let tip = draw(60, &corner, &Stroke { join: Join::Miter, ..butt(10.0) });
    let top = (0..60).find(|&y| tip.pixel(30, y)[0] < 128).expect("a tip");
    assert_eq!(top, 7, "the tip at 15 - 5 / 0.5547 = 5.99 is still narrow in row 6");
    assert!(tip.pixel(30, 6)[0] < 250 && tip.pixel(30, 5)[0] == 255);
    // A sharper one is cut off.
    let spike = draw(60, &[p(28.0, 50.0), p(30.0, 20.0), p(32.0, 50.0)], &Stroke { join: Join::Miter, ..butt(6.0) });
    assert_eq!(spike.pixel(30, 14), [255; 3]);
}

#[test]
fn crossing_itself_blends_once() {
    for width in [0.7, 2.08, 6.0, 20.0, 40.0] {
        let stroke = Stroke { color: Color::rgba(0, 0, 0, 100), ..solid(width) };
        let points = [p(10.0, 10.0), p(50.0, 50.0), p(50.0, 10.0), p(10.0, 50.0), p(30.0, 5.0), p(30.0, 55.0)];
        let darkest = draw(60, &points, &stroke).as_rgb().iter().copied().min();
        assert!(darkest >= Some(155), "{width}: {darkest:?}");
        assert!(darkest <= Some(200), "{width}: {darkest:?}");
    }
}

#[test]
fn a_line_moves_by_a_tenth_of_a_pixel() {
    let stroke = Stroke { cap: Cap::Butt, ..solid(2.0) };
    let at = |k: usize| {
        let s = 0.1 * k as f32;
        center_of_mass(&draw(60, &[p(15.0, 20.03 + s), p(45.0, 24.03 + s)], &stroke)).1
    };
    for k in 0..30 {
        let step = at(k + 1) - at(k);
        assert!((step - 0.1).abs() < 0.02, "{k}: {step}");
    }
}

#[test]
fn dashes_lie_where_the_pattern_says() {
    let stroke = Stroke { dashes: &[6.0, 4.0], dash_offset: 2.0, ..butt(4.0) };
    let frame = draw(60, &[p(5.0, 30.0), p(55.0, 30.0)], &stroke);
    for x in 0..60_u32 {
        let along = x as f32 + 0.5 - 5.0;
        let on = (0.0..50.0).contains(&along) && (along + 2.0) % 10.0 < 6.0;
        assert_eq!(frame.pixel(x, 30), if on { [0; 3] } else { [255; 3] }, "{x}");
    }
    // Around a corner the pattern goes on.
    let bent = draw(60, &[p(5.0, 30.0), p(13.0, 30.0), p(13.0, 55.0)], &Stroke { dash_offset: 0.0, ..stroke });
    assert_eq!(bent.pixel(13, 31), [255; 3], "9 to 10 along: a gap");
    assert_eq!(bent.pixel(13, 34), [0; 3], "12 along: a dash");
    // Patterns that are none draw a solid line.
    let line = [p(5.0, 30.0), p(55.0, 30.0)];
    let want = draw(60, &line, &butt(4.0));
    for dashes in [&[][..], &[3.0, 0.0], &[-1.0, 4.0], &[f32::NAN, 2.0], &[0.001, 0.001], &[f32::INFINITY, 1.0]] {
        assert!(draw(60, &line, &Stroke { dashes, ..butt(4.0) }) == want, "{dashes:?}");
    }
    // An odd pattern is gone through twice.
    let odd = draw(60, &line, &Stroke { dashes: &[5.0], ..butt(4.0) });
    assert!(odd == draw(60, &line, &Stroke { dashes: &[5.0, 5.0], ..butt(4.0) }));
}

#[test]
fn dashes_keep_their_phase_over_huge_distances() {
    for width in [2.0, 40.0] {
        // A multiple of the period, so that the far start looks like a near one.
        let stroke = Stroke { dashes: &[6.0, 4.0], ..butt(width) };
        let near = draw(60, &[p(-20.0, 30.5), p(80.0, 30.5)], &stroke);
        let far = draw(60, &[p(-1_000_020.0, 30.5), p(1_000_080.0, 30.5)], &stroke);
        assert!(difference(&near, &far).max <= 2, "{width}: {:?}", difference(&near, &far));
        // A detour of a million pixels outside, and back in with the phase that its length leaves.
        let detour = draw(
            60,
            &[p(0.0, 10.5), p(100.0, 10.5), p(100.0, -499_990.0), p(100.0, -499_900.0), p(100.0, 40.5), p(0.0, 40.5)],
            &stroke,
        );
        let phase = 100.0 + 500_000.5 + 90.0 + 499_940.5;
        let back = draw(60, &[p(100.0, 40.5), p(0.0, 40.5)], &Stroke { dash_offset: phase, ..stroke });
        for x in 0..60 {
            let (a, b) = (detour.pixel(x, 40)[0], back.pixel(x, 40)[0]);
            assert!(a.abs_diff(b) <= 12, "{x}: {a} {b}");
        }
    }
}

#[test]
fn far_ends_keep_the_slope() {
    for (far, width) in [1e4_f32, 1e6, 1e9, 1e20, 1e30].into_iter().flat_map(|far| [(far, 2.0), (far, 40.0)]) {
        let got = draw(60, &[p(-far, -far), p(far, far)], &round(width));
        let want = draw(60, &[p(-100.0, -100.0), p(160.0, 160.0)], &round(width));
        assert!(difference(&got, &want).max <= 2, "{far} {width}: {:?}", difference(&got, &want));
    }
    // Not through the corner of the picture, and with one end in it.
    for far in [1e6_f32, 1e13, 1e25] {
        for (a, b) in
            [(p(-far, 30.25), p(far, 30.25)), (p(41.5, far), p(41.5, -far)), (p(20.0, 20.0), p(far, far * 0.5))]
        {
            let near = |q: Point| if q.x.abs() > 1e5 || q.y.abs() > 1e5 { far } else { 0.0 };
            let close = |q: Point, other: Point| {
                if near(q) == 0.0 {
                    return q;
                }
                let at = |v: f32, o: f32| {
                    if v.abs() > 1e5 { if near(other) > 0.0 { v / far * 1e4 } else { o + v / far * 1e4 } } else { v }
                };
                p(at(q.x, other.x), at(q.y, other.y))
            };
            let got = draw(60, &[a, b], &solid(2.0));
            let want = draw(60, &[close(a, b), close(b, a)], &solid(2.0));
            assert!(difference(&got, &want).max <= 2, "{a:?} {b:?}: {:?}", difference(&got, &want));
            assert!(want != Frame::new(60, 60));
        }
    }
    // Slopes that are not 1: from the far left, through the picture.
    let got = draw(60, &[p(-2e6, -1e6), p(2e6, 1e6)], &solid(2.0));
    let want = draw(60, &[p(-200.0, -100.0), p(200.0, 100.0)], &solid(2.0));
    assert!(difference(&got, &want).max <= 2);
}

#[test]
fn gaps_are_gaps_and_strange_lines_draw_nothing() {
    let nan = p(f32::NAN, 1.0);
    let got = draw(60, &[p(5.0, 10.0), p(20.0, 10.0), nan, p(40.0, 10.0), p(55.0, 10.0)], &butt(4.0));
    assert_eq!(got.pixel(10, 10), [0; 3]);
    assert_eq!(got.pixel(30, 10), [255; 3]);
    assert_eq!(got.pixel(50, 10), [0; 3]);
    let blank = Frame::new(60, 60);
    for points in [
        &[][..],
        &[p(5.0, 5.0)],
        &[p(5.0, 5.0), p(5.0, 5.0)],
        &[nan, p(5.0, 5.0), p(f32::INFINITY, 3.0), p(9.0, 9.0), nan],
        &[p(-9.0, -9.0), p(-3.0, 70.0)],
    ] {
        for stroke in [solid(2.0), round(2.0), solid(50.0), Stroke { dashes: &[2.0, 2.0], ..butt(2.0) }] {
            if points.len() != 2 || points[0].x > 0.0 || stroke.width < 5.0 {
                assert!(draw(60, points, &stroke) == blank, "{points:?} {stroke:?}");
            }
        }
    }
    for width in [0.0, -1.0, f32::NAN, f32::INFINITY] {
        assert!(draw(60, &[p(0.0, 0.0), p(60.0, 60.0)], &solid(width)) == blank, "{width}");
    }
    let clear = Stroke { color: Color::rgba(0, 0, 0, 0), ..solid(3.0) };
    assert!(draw(60, &[p(0.0, 0.0), p(60.0, 60.0)], &clear) == blank);
}

#[test]
fn a_million_points_look_like_a_few_thousand() {
    // Slow noise: the envelope of many points must be what the truth of all of them is.
    let mut random = Random::new(9);
    let all: Vec<Point> = (0..6000).map(|i| p(12.0 + 0.006 * i as f32, 15.0 + 30.0 * random.next())).collect();
    for width in [0.7, 1.39, 2.08] {
        let half = f64::from(width) / 2.0;
        // Only near the outline does the truth need its segments; distances to all of them are too slow to sample.
        let tops: Vec<Point> =
            all.chunks(6).map(|c| c.iter().copied().fold(c[0], |a, b| if b.y < a.y { b } else { a })).collect();
        let got = draw(60, &all, &round(width));
        for x in 14..46_u32 {
            let mut dark = 0;
            let top = tops
                .iter()
                .filter(|t| (f64::from(t.x) - f64::from(x) - 0.5).abs() < half)
                .map(|t| f64::from(t.y))
                .fold(f64::MAX, f64::min);
            for y in 0..60 {
                dark += 255 - u32::from(got.pixel(x, y)[0]);
            }
            // From half a width above the highest point down through everything.
            assert!(f64::from(dark) / 255.0 > 45.0 - top - 3.0, "column {x}: {dark} {top}");
            assert_eq!(got.pixel(x, 30), [0; 3], "column {x} is full in the middle");
        }
    }
    // A smooth curve through many points is the curve through few.
    let curve = |n: usize| -> Vec<Point> {
        (0..n)
            .map(|i| {
                let t = i as f64 / (n - 1) as f64;
                p((12.0 + 36.0 * t) as f32, (30.0 + 8.0 * (6.0 * t).sin()) as f32)
            })
            .collect()
    };
    for width in [0.7, 2.08, 6.0] {
        let d = difference(&draw(60, &curve(200_000), &solid(width)), &draw(60, &curve(2000), &solid(width)));
        assert!(d.max <= 8 && d.mean < 1.0, "{width}: {d:?}");
    }
}

#[test]
fn nothing_is_painted_outside_the_clip_and_the_inside_does_not_depend_on_it() {
    let mut random = Random::new(21);
    let points: Vec<Point> = (0..40).map(|_| p(80.0 * random.next() - 10.0, 80.0 * random.next() - 10.0)).collect();
    let clip = Clip::new(13, 17, 44, 41);
    for stroke in [
        solid(0.6),
        solid(2.08),
        round(7.0),
        solid(28.0),
        solid(45.0),
        Stroke { join: Join::Miter, ..butt(5.0) },
        Stroke { dashes: &[5.0, 3.0], ..butt(2.0) },
    ] {
        let whole = draw(60, &points, &stroke);
        let mut got = Frame::new(60, 60);
        polyline(&mut got, clip, &mut StrokeScratch::default(), &points, &stroke);
        for y in 0..60_u32 {
            for x in 0..60_u32 {
                let inside = (13..44).contains(&x) && (17..41).contains(&y);
                if inside {
                    let (a, b) = (got.pixel(x, y)[0], whole.pixel(x, y)[0]);
                    // Where a line is cut differs, and so the last bit of its position.
                    assert!(a.abs_diff(b) <= 3, "{x} {y} {stroke:?}: {a} {b}");
                } else {
                    assert_eq!(got.pixel(x, y), [255; 3], "{x} {y} {stroke:?}");
                }
            }
        }
    }
    // A clip that reaches outside the picture, or is empty.
    let mut frame = Frame::new(20, 20);
    polyline(&mut frame, Clip::new(-50, -50, 90, 90), &mut StrokeScratch::default(), &points, &solid(2.0));
    polyline(&mut frame, Clip::new(9, 9, 3, 3), &mut StrokeScratch::default(), &points, &solid(2.0));
}

#[test]
fn a_used_scratch_paints_the_same() {
    let mut used = StrokeScratch::default();
    let mut random = Random::new(2);
    for k in 0..60 {
        let n = 2 + (k * 7) % 40;
        let reach = [60.0, 200.0, 1e6][k % 3];
        let points: Vec<Point> =
            (0..n).map(|_| p(reach * (random.next() - 0.5) + 30.0, reach * (random.next() - 0.5) + 30.0)).collect();
        let dashes: &[f32] = if k % 4 == 1 { &[4.0, 3.0] } else { &[] };
        let join = [Join::Round, Join::Miter, Join::Bevel][k % 3];
        let width = [0.5, 1.39, 2.08, 6.0, 14.0, 31.0, 50.0, 0.9, 1.1, 3.3, 3.7][k % 11];
        let size = [60, 33, 47][k % 3];
        let stroke = Stroke { dashes, join, color: Color::rgba(9, 9, 9, 180), ..solid(width) };
        let a = draw_with(&mut used, size, &points, &stroke);
        let b = draw(size, &points, &stroke);
        assert!(a == b, "{k}: {stroke:?}");
    }
}
