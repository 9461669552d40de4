//! Rectangles that are one shape.

use crate::canvas::frame::Frame;
use crate::canvas::path::{PathScratch, fill_path};
use crate::geom::{Clip, Path, Point, Rect};
use crate::style::{Color, FillRule};

use super::truth::Random;

const CLIP: Clip = Clip::new(3, 2, 57, 38);

fn filled(scratch: &mut PathScratch, path: &Path, color: Color) -> Frame {
    let mut frame = Frame::new(60, 40);
    fill_path(&mut frame, CLIP, scratch, path, FillRule::NonZero, color);
    frame
}

fn corners(Rect { x0, y0, x1, y1 }: Rect) -> [Point; 4] {
    [Point::new(x0, y0), Point::new(x1, y0), Point::new(x1, y1), Point::new(x0, y1)]
}

/// How much of a pixel lies within, in double precision.
fn area(x: i32, y: i32, rect: Rect) -> f64 {
    let along = |from: i32, lo: f32, hi: f32| {
        let (from, lo, hi) = (f64::from(from), f64::from(lo), f64::from(hi));
        (hi.min(from + 1.0) - lo.max(from)).max(0.0)
    };
    along(x, rect.x0, rect.x1) * along(y, rect.y0, rect.y1)
}

#[test]
fn areas_add_up_to_the_whole_pixel() {
    let mut random = Random::new(3);
    let mut scratch = PathScratch::default();
    for round in 0..200 {
        let mut next = |size: f32| random.next() * (size + 20.0) - 10.0;
        let size = [1.5, 4.0, 30.0, 90.0][round % 4];
        let mut rects = Vec::new();
        for _ in 0..[1, 2, 5, 40][round / 4 % 4] {
            let (x, y, w, h) = (next(60.0), next(40.0), next(size).abs(), next(size).abs());
            rects.push(Rect::new(x, y, x + w, y + h));
            // side by side, and one that ends with a pixel
            rects.push(Rect::new(x + w, y, x + w + 1.7, (y + h).ceil()));
        }
        let mut path = Path::new();
        for rect in &rects {
            path.polygon(&corners(*rect));
        }
        let frame = filled(&mut scratch, &path, Color::BLACK);
        for (x, y) in (0..60).flat_map(|x| (0..40).map(move |y| (x, y))) {
            let inside = !CLIP.intersect(Clip::new(x, y, x + 1, y + 1)).is_empty();
            let sum: f64 = rects.iter().map(|rect| area(x, y, *rect)).sum();
            let want = if inside { 255.0 * (1.0 - sum.min(1.0)) } else { 255.0 };
            let seen = f64::from(frame.pixel(x as u32, y as u32)[0]);
            assert!((seen - want).abs() < 0.52, "{round} {x} {y}: {seen} {want}");
        }
    }
}

#[test]
fn one_that_goes_round_the_other_way_takes_away() {
    let mut path = Path::rect(Rect::new(10.0, 10.0, 50.0, 30.0));
    let mut hole = corners(Rect::new(20.0, 15.0, 40.0, 25.0));
    hole.reverse();
    path.polygon(&hole);
    let frame = filled(&mut PathScratch::default(), &path, Color::BLACK);
    assert_eq!((frame.pixel(15, 12), frame.pixel(30, 20)), ([0; 3], [255; 3]));
}

#[test]
fn translucent_ones_are_laid_on_once() {
    let mut path = Path::new();
    for k in 0..5 {
        path.polygon(&corners(Rect::new(5.0 + k as f32, 5.0, 45.0, 30.0 + k as f32)));
    }
    let frame = filled(&mut PathScratch::default(), &path, Color::rgba(0, 0, 0, 100));
    assert_eq!([frame.pixel(6, 10), frame.pixel(40, 20), frame.pixel(40, 33)], [[155; 3]; 3]);
}
