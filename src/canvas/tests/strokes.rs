//! Lines in a batch against the same lines one by one.

use crate::canvas::frame::Frame;
use crate::canvas::polyline::polyline;
use crate::canvas::stroke::StrokeScratch;
use crate::canvas::strokes::strokes;
use crate::canvas::tests::truth::{Random, difference};
use crate::geom::{Clip, Point};
use crate::style::{Cap, Color};
use crate::surface::{Each, Pieces, Stroke};
use crate::thorough::thorough;

const CLIP: Clip = Clip::new(5, 4, 58, 55);

fn one_by_one(points: &[Point], stroke: &Stroke<'_>) -> Frame {
    let mut frame = Frame::new(60, 60);
    for line in points.chunks(2) {
        polyline(&mut frame, CLIP, &mut StrokeScratch::default(), line, stroke);
    }
    frame
}

fn together(points: &[Point], stroke: &Stroke<'_>) -> Frame {
    among(points, stroke, 0)
}

/// The lines, and so many others of which nothing is seen.
fn among(points: &[Point], stroke: &Stroke<'_>, others: usize) -> Frame {
    let mut frame = Frame::new(60, 60);
    let points = &[points, &vec![Point::new(f32::NAN, 0.0); others * 2]].concat();
    let ends: Vec<u32> = (1..=points.len() as u32 / 2).map(|i| i * 2).collect();
    let (lines, color, width) = (Pieces::new(points, &ends), Each::One(stroke.color), Each::One(stroke.width));
    strokes(&mut frame, CLIP, &mut StrokeScratch::default(), lines, color, width, stroke);
    frame
}

#[test]
fn lines_alone_look_as_they_do_one_by_one() {
    let mut random = Random::new(3);
    for width in [0.1, 0.6, 1.0, 1.4, 2.083, 3.0, 5.5, 9.0, 20.0, 27.0] {
        for cap in [Cap::Butt, Cap::Projecting, Cap::Round] {
            for i in 0..if thorough() { 120 } else { 24 } {
                let mut at = || Point::new(80.0 * random.next() - 10.0, 80.0 * random.next() - 10.0);
                let a = at();
                let (length, turn) = ([0.004, 0.4, 1.5, 6.0, 30.0, 3000.0][i % 6], at());
                let (dx, dy) = [(turn.x - 30.0, turn.y - 30.0), (1.0, 0.0), (0.0, -1.0), (1.0, 1.0)][(i / 6) % 4];
                let far = length / dx.hypot(dy);
                let b = Point::new(a.x + dx * far, a.y + dy * far);
                let stroke = Stroke { cap, ..Stroke::solid(width, Color::BLACK) };
                let apart = difference(&one_by_one(&[a, b], &stroke), &together(&[a, b], &stroke));
                // wider ones are drawn otherwise one by one, their level edges rounded to a 32nd of a pixel
                let most = if width > 21.0 { 12 } else { 3 };
                assert!(apart.max <= most, "{width} {cap:?} {a:?} {b:?}: {apart:?}");
                let apart = difference(&one_by_one(&[a, b], &stroke), &among(&[a, b], &stroke, 1000));
                assert!(apart.max <= most, "among many, {width} {cap:?} {a:?} {b:?}: {apart:?}");
            }
        }
    }
}

#[test]
fn each_is_blended_over_those_before() {
    let mut random = Random::new(8);
    let points: Vec<Point> = (0..40).map(|_| Point::new(60.0 * random.next(), 60.0 * random.next())).collect();
    let stroke = Stroke::solid(3.0, Color::rgba(20, 60, 200, 90));
    let apart = difference(&one_by_one(&points, &stroke), &together(&points, &stroke));
    assert!(apart.max <= 4, "{apart:?}");
    let apart = difference(&one_by_one(&points, &stroke), &among(&points, &stroke, 1000));
    assert!(apart.max <= 4, "{apart:?}");
}

#[test]
fn what_has_no_place_or_no_length_is_left_out() {
    let p = Point::new;
    let points = [p(20.0, 20.0), p(20.0, 20.0), p(f32::NAN, 3.0), p(30.0, 30.0), p(1e30, 7.0), p(f32::INFINITY, 9.0)];
    assert!(together(&points, &Stroke::solid(5.0, Color::BLACK)) == Frame::new(60, 60));
    for points in [[p(-1e9, 30.0), p(1e9, 30.0)], [p(30.0, -1e9), p(30.0, 1e9)]] {
        let stroke = Stroke::solid(4.0, Color::BLACK);
        assert!(one_by_one(&points, &stroke) == together(&points, &stroke));
    }
}

#[test]
fn the_last_pixels_of_a_picture_are_drawn_too() {
    let points = [Point::new(0.0, 0.0), Point::new(60.0, 60.0), Point::new(50.0, 59.0), Point::new(60.0, 59.5)];
    let stroke = Stroke::solid(2.0, Color::BLACK);
    let (mut one, mut both) = (Frame::new(60, 60), Frame::new(60, 60));
    let clip = Clip::all(one.size());
    for line in points.chunks(2) {
        polyline(&mut one, clip, &mut StrokeScratch::default(), line, &stroke);
    }
    let (lines, color, width) = (Pieces::new(&points, &[2, 4]), Each::One(stroke.color), Each::One(stroke.width));
    strokes(&mut both, clip, &mut StrokeScratch::default(), lines, color, width, &stroke);
    assert!(difference(&one, &both).max <= 4);
    assert!(both.pixel(59, 59) != [255; 3]);
}
