//! Wide lines, whatever their width, against samples of what they are made of.

use crate::canvas::frame::Frame;
use crate::canvas::union::Union;
use crate::canvas::wide::add_line;
use crate::canvas::window::{P, Window};
use crate::geom::Clip;
use crate::style::Color;
use crate::style::{Cap, Join};
use crate::surface::Stroke;

use super::truth::{Random, difference};
use crate::thorough::thorough;

const SIZE: u32 = 60;

/// Draws it as a wide line, also where the pen would take it for a thin one.
fn draw_in(clip: Clip, points: &[P], closed: bool, stroke: &Stroke<'_>) -> Frame {
    let mut frame = Frame::new(SIZE, SIZE);
    let mut union = Union::default();
    let margin = f64::from(stroke.width) * 2.0 + 3.0;
    let window = Window {
        x0: f64::from(clip.x0) - margin,
        y0: f64::from(clip.y0) - margin,
        x1: f64::from(clip.x1) + margin,
        y1: f64::from(clip.y1) + margin,
    };
    union.begin(clip);
    let mut points = points.to_vec();
    if closed {
        points.push(points[0]);
    }
    add_line(&mut union, &window, stroke, &points, closed);
    union.paint(&mut frame, stroke.color);
    frame
}

fn draw(points: &[P], closed: bool, stroke: &Stroke<'_>) -> Frame {
    draw_in(Clip::new(0, 0, SIZE as i32, SIZE as i32), points, closed, stroke)
}

/// A part of a line, convex.
enum Part {
    /// With its inside to the right of its sides, as they are seen.
    Polygon(Vec<P>),
    /// Of the disc of this radius around a point what lies ahead of it in all of these directions.
    Sector(P, f64, Vec<P>),
}

impl Part {
    /// Whether it may reach into the square from `p` on.
    fn near(&self, p: P) -> bool {
        let beside = |lo: f64, hi: f64, at: f64| lo <= at + 1.0 && hi >= at;
        match self {
            Self::Polygon(corners) => {
                let range = |v: fn(&P) -> f64, at: f64| {
                    beside(
                        corners.iter().map(v).fold(f64::MAX, f64::min),
                        corners.iter().map(v).fold(f64::MIN, f64::max),
                        at,
                    )
                };
                range(|c| c.0, p.0) && range(|c| c.1, p.1)
            }
            Self::Sector(c, r, _) => beside(c.0 - r, c.0 + r, p.0) && beside(c.1 - r, c.1 + r, p.1),
        }
    }

    fn contains(&self, p: P) -> bool {
        match self {
            Self::Polygon(corners) => {
                let mut from = corners[corners.len() - 1];
                for &to in corners {
                    if (to.0 - from.0) * (p.1 - from.1) < (to.1 - from.1) * (p.0 - from.0) {
                        return false;
                    }
                    from = to;
                }
                true
            }
            Self::Sector(c, radius, ahead) => {
                let (x, y) = (p.0 - c.0, p.1 - c.1);
                x * x + y * y <= radius * radius && ahead.iter().all(|d| x * d.0 + y * d.1 >= 0.0)
            }
        }
    }
}

/// The parts of a line, found from angles.
fn parts(points: &[P], closed: bool, stroke: &Stroke<'_>) -> Vec<Part> {
    let half = f64::from(stroke.width) / 2.0;
    let at = |p: P, angle: f64, r: f64| (p.0 + r * angle.cos(), p.1 + r * angle.sin());
    let quarter = std::f64::consts::FRAC_PI_2;
    let bar = |a: P, b: P, angle: f64| {
        let corner = |p, turn| at(p, angle + turn, half);
        Part::Polygon(vec![corner(a, quarter), corner(a, -quarter), corner(b, -quarter), corner(b, quarter)])
    };
    let n = points.len();
    let count = if closed { n } else { n - 1 };
    let angle = |i: usize| {
        let (a, b) = (points[i % n], points[(i + 1) % n]);
        (b.1 - a.1).atan2(b.0 - a.0)
    };
    let unit = |angle: f64| at((0.0, 0.0), angle, 1.0);
    let mut parts: Vec<Part> = (0..count).map(|i| bar(points[i], points[(i + 1) % n], angle(i))).collect();
    for (i, &v) in points.iter().enumerate().take(count).skip(usize::from(!closed)) {
        let (before, after) = (angle(i + n - 1), angle(i));
        let turn = (after - before).sin().atan2((after - before).cos());
        let out = -quarter * turn.signum();
        let (a, b) = (at(v, before + out, half), at(v, after + out, half));
        // from the corner to the tip of a mitre, whose angle is what is left of a half turn
        let sharp = ((std::f64::consts::PI - turn.abs()) / 2.0).sin();
        parts.push(match stroke.join {
            Join::Round => Part::Sector(v, half, vec![unit(before), unit(after + 2.0 * quarter)]),
            Join::Miter if sharp >= 0.25 => {
                Part::Polygon(vec![v, a, at(v, before + turn / 2.0 + out, half / sharp), b])
            }
            Join::Miter | Join::Bevel => Part::Polygon(vec![v, a, b]),
        });
    }
    if !closed {
        for (p, out) in [(points[0], angle(0) + 2.0 * quarter), (points[n - 1], angle(n - 2))] {
            match stroke.cap {
                Cap::Butt => {}
                Cap::Round => parts.push(Part::Sector(p, half, vec![unit(out)])),
                Cap::Projecting => parts.push(bar(p, at(p, out, half), out)),
            }
        }
    }
    for part in &mut parts {
        if let Part::Polygon(corners) = part {
            let n = corners.len();
            let area: f64 =
                (0..n).map(|i| corners[i].0 * corners[(i + 1) % n].1 - corners[i].1 * corners[(i + 1) % n].0).sum();
            if area < 0.0 {
                corners.reverse();
            }
        }
    }
    parts
}

fn truth(points: &[P], closed: bool, stroke: &Stroke<'_>) -> Frame {
    sampled(&parts(points, closed, stroke))
}

/// Black on white, sampled 16 x 64 times a pixel.
fn sampled(parts: &[Part]) -> Frame {
    let mut frame = Frame::new(SIZE, SIZE);
    for (y, x) in (0..SIZE).flat_map(|y| (0..SIZE).map(move |x| (y, x))) {
        let at = |i: f64, j: f64| (f64::from(x) + i, f64::from(y) + j);
        let near: Vec<&Part> = parts.iter().filter(|part| part.near(at(0.0, 0.0))).collect();
        let corners = [at(0.0, 0.0), at(1.0, 0.0), at(0.0, 1.0), at(1.0, 1.0)];
        let mut hits = 16 * 64;
        if !near.iter().any(|part| corners.iter().all(|&c| part.contains(c))) {
            let samples = (0..16).flat_map(|i| (0..64).map(move |j| (i, j)));
            let sample = |(i, j): (i32, i32)| at((f64::from(i) + 0.5) / 16.0, (f64::from(j) + 0.5) / 64.0);
            hits = samples.filter(|&s| near.iter().any(|part| part.contains(sample(s)))).count();
        }
        let level = 255.0 * (1.0 - hits as f64 / (16.0 * 64.0));
        frame.row_mut(y as usize)[x as usize * 3..][..3].fill(level.round() as u8);
    }
    frame
}

fn shapes() -> Vec<(&'static str, Vec<P>)> {
    let curve = (0..40).map(|i| {
        let t = f64::from(i) / 39.0;
        (12.3 + 35.0 * t, 30.4 + 13.0 * (7.0 * t).sin())
    });
    let circle = (0..50).map(|i| {
        let t = f64::from(i) / 50.0 * std::f64::consts::TAU;
        (29.7 + 19.0 * t.cos(), 31.2 + 18.0 * t.sin())
    });
    vec![
        ("curve", curve.collect()),
        ("circle", circle.collect()),
        ("corner", vec![(12.2, 40.7), (41.3, 38.1), (38.4, 14.6)]),
        ("level", vec![(14.3, 17.3), (43.1, 17.3), (43.1, 42.8), (14.3, 42.8)]),
        ("spikes", vec![(17.1, 44.2), (26.8, 13.3), (30.9, 45.1), (44.6, 16.8), (13.9, 23.2)]),
        ("hook", vec![(15.3, 30.2), (36.3, 30.4), (36.3, 33.1)]),
        ("back", vec![(20.3, 40.4), (40.1, 20.7), (28.2, 32.6)]),
    ]
}

#[test]
fn they_are_what_a_thousand_samples_a_pixel_say() {
    let ways = [
        (Join::Round, Cap::Butt, false),
        (Join::Miter, Cap::Projecting, false),
        (Join::Bevel, Cap::Round, false),
        (Join::Round, Cap::Butt, true),
        (Join::Miter, Cap::Butt, true),
        (Join::Bevel, Cap::Butt, true),
    ];
    // Each of the ways, widths and shapes in some of the cases; in CI all of them with each other.
    let step = if thorough() { 1 } else { 5 };
    let mut case = 0;
    for ((join, cap, closed), width) in ways.into_iter().flat_map(|way| [6.0, 12.0, 30.0].map(|width| (way, width))) {
        for (name, points) in shapes() {
            case += 1;
            if case % step != 0 {
                continue;
            }
            let stroke = Stroke { cap, join, ..Stroke::solid(width, Color::BLACK) };
            let d = difference(&draw(&points, closed, &stroke), &truth(&points, closed, &stroke));
            // Level edges are in steps of a 32nd of a pixel, and those of the truth of a 64th.
            let (max, mean) = if matches!(name, "level" | "hook") { (7, 1.4) } else { (5, 0.2) };
            assert!(d.max <= max && d.mean <= mean, "{name} {width} {join:?} {cap:?} {closed}: {d:?}");
        }
    }
}

#[test]
fn what_crosses_itself_is_blended_once() {
    for (name, points) in shapes() {
        for (width, join) in [(6.0, Join::Round), (12.0, Join::Miter), (30.0, Join::Bevel)] {
            let stroke = Stroke { join, ..Stroke::solid(width, Color::BLACK) };
            let opaque = draw(&points, true, &stroke);
            let pale = draw(&points, true, &Stroke { color: Color::rgba(0, 0, 0, 100), ..stroke });
            assert!(opaque.as_rgb().contains(&0), "{name}");
            for (&o, &p) in opaque.as_rgb().iter().zip(pale.as_rgb()) {
                let want = 255.0 - f64::from(255 - o) * 100.0 / 255.0;
                assert!((f64::from(p) - want).abs() <= 1.0, "{name} {width}: {o} {p}");
            }
        }
    }
}

/// Lines go to and fro: each must find what the ones before it left of a row.
#[test]
fn the_order_of_lines_makes_no_difference() {
    let mut random = Random::new(12);
    let mut next = || (80.0 * f64::from(random.next()) - 10.0, 80.0 * f64::from(random.next()) - 10.0);
    let mut lines: Vec<[P; 2]> = (0..40).map(|_| [next(), next()]).collect();
    let (all, window) =
        (Clip::new(0, 0, SIZE as i32, SIZE as i32), Window { x0: -90.0, y0: -90.0, x1: 150.0, y1: 150.0 });
    let mut union = Union::default();
    // Narrow ones, so that most of a row stays free.
    for (count, width) in [(6, 3.0), (40, 0.7), (40, 2.0)] {
        let stroke = Stroke { cap: Cap::Round, ..Stroke::solid(width, Color::BLACK) };
        let mut pictures = Vec::new();
        for _ in 0..3 {
            let mut frame = Frame::new(SIZE, SIZE);
            union.begin(all);
            for line in &lines[..count] {
                add_line(&mut union, &window, &stroke, line, false);
            }
            union.paint(&mut frame, stroke.color);
            pictures.push(frame);
            lines[..count].reverse();
            lines[..count].rotate_left(count / 3);
            lines[..count].reverse();
        }
        assert!(pictures[0] == pictures[1] && pictures[0] == pictures[2], "{count} {width}");
        let parts: Vec<Part> = lines[..count].iter().flat_map(|line| parts(line, false, &stroke)).collect();
        let d = difference(&pictures[0], &sampled(&parts));
        assert!(d.max <= 10 && d.mean < 0.7, "{count} {width}: {d:?}");
    }
}

#[test]
fn a_clip_takes_out_what_the_whole_picture_has() {
    let clip = Clip::new(13, 17, 44, 41);
    for (name, points) in shapes() {
        // Also where its corners lie far outside.
        for scale in [1.0, 9.0, 1e4] {
            let points: Vec<P> =
                points.iter().map(|p| (30.0 + (p.0 - 30.0) * scale, 29.0 + (p.1 - 29.0) * scale)).collect();
            for (join, closed) in [(Join::Round, true), (Join::Miter, false), (Join::Bevel, true)] {
                let stroke = Stroke { join, ..Stroke::solid(20.0, Color::BLACK) };
                let (whole, part) = (draw(&points, closed, &stroke), draw_in(clip, &points, closed, &stroke));
                for (y, x) in (0..SIZE).flat_map(|y| (0..SIZE).map(move |x| (y, x))) {
                    let inside = (13..44).contains(&x) && (17..41).contains(&y);
                    let want = if inside { whole.pixel(x, y)[0] } else { 255 };
                    assert!(part.pixel(x, y)[0].abs_diff(want) <= u8::from(inside), "{name} {scale} {join:?}: {x} {y}");
                }
            }
        }
    }
}

#[test]
fn a_closed_line_joins_at_its_first_point_though_others_are_far_away() {
    for join in [Join::Round, Join::Miter, Join::Bevel] {
        let stroke = Stroke { join, ..Stroke::solid(24.0, Color::BLACK) };
        let corner = [(-900.0, 21.0), (38.0, 21.0), (38.0, 900.0)];
        let want = truth(&corner, false, &stroke);
        for turn in 0..3 {
            let mut points = corner.to_vec();
            points.rotate_left(turn);
            let d = difference(&draw(&points, true, &stroke), &want);
            assert!(d.max <= 6, "{join:?} {turn}: {d:?}");
        }
    }
}

#[test]
fn any_numbers_are_drawn() {
    let black = |frame: &Frame| frame.as_rgb().iter().all(|&v| v == 0);
    for far in [1e4, 1e9, 1e30] {
        for (join, cap) in [(Join::Round, Cap::Round), (Join::Miter, Cap::Butt), (Join::Bevel, Cap::Projecting)] {
            let stroke = Stroke { join, cap, ..Stroke::solid(40.0, Color::BLACK) };
            if far < 1e10 {
                let near = draw(&[(-300.0, -300.0), (300.0, 300.0)], false, &stroke);
                assert!(difference(&near, &draw(&[(-far, -far), (far, far)], false, &stroke)).max <= 1, "{far}");
            }
            draw(&[(-far, 3.0), (far, 4.0), (9.0, -far), (far, far), (far, -far)], true, &stroke);
            // as wide
            let points = [(1.0, 2.0), (50.0, 40.0), (3.0, 40.0)];
            assert!(black(&draw(&points, true, &Stroke { width: far as f32, ..stroke })), "{far} {join:?}");
        }
    }
    assert!(black(&draw(&[(1.0, 2.0), (5.0, 4.0)], false, &Stroke::solid(f32::MAX, Color::BLACK))));
    // Nearly level, and nearly upright.
    for tilt in [1e-300, 1e-17, 1e-12, 1e-7, 1e-5] {
        for (a, b) in [((5.0, 30.0), (55.0, 30.0)), ((30.0, 5.0), (30.0, 55.0))] {
            let stroke = Stroke { cap: Cap::Round, ..Stroke::solid(11.0, Color::BLACK) };
            let tilted = [a, (b.0 + tilt, b.1 + tilt), (b.0 - 9.0, b.1 - 9.0)];
            let d = difference(&draw(&tilted, false, &stroke), &draw(&[a, b, tilted[2]], false, &stroke));
            assert!(d.max <= 4, "{tilt}: {d:?}");
        }
    }
}

#[test]
fn a_dash_without_a_length_is_its_caps() {
    let at = (30.3, 28.6);
    for (cap, want) in [
        (Cap::Butt, vec![]),
        (Cap::Round, vec![Part::Sector(at, 6.0, vec![])]),
        (Cap::Projecting, vec![Part::Polygon(vec![(24.3, 22.6), (36.3, 22.6), (36.3, 34.6), (24.3, 34.6)])]),
    ] {
        let got = draw(&[at, at], false, &Stroke { cap, ..Stroke::solid(12.0, Color::BLACK) });
        assert!(difference(&got, &sampled(&want)).max <= 6, "{cap:?}: {:?}", difference(&got, &sampled(&want)));
    }
    // A point that comes twice changes nothing.
    let stroke = Stroke::solid(12.0, Color::BLACK);
    let (a, b) = ((12.0, 20.0), (40.0, 40.0));
    assert!(draw(&[a, a, at, at, b, b], false, &stroke) == draw(&[a, at, b], false, &stroke));
}

#[test]
fn a_cap_does_not_reach_back_beyond_a_short_segment() {
    let stroke = Stroke { cap: Cap::Round, join: Join::Bevel, ..Stroke::solid(30.0, Color::BLACK) };
    for end in [33.1, 27.5] {
        let points = [(15.3, 30.2), (36.3, 30.4), (36.3, end)];
        let d = difference(&draw(&points, false, &stroke), &truth(&points, false, &stroke));
        assert!(d.max <= 7, "{end}: {d:?}");
    }
}
