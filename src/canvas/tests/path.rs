use crate::canvas::blend::{blend_one, overlap, times};
use crate::canvas::frame::Frame;
use crate::canvas::path::{PathScratch, fill_path, stroke_path};
use crate::canvas::raster::{Raster, Tools};
use crate::canvas::rect::fill_rect;
use crate::geom::{Clip, Path, Point, Rect};
use crate::style::{Cap, Color, FillRule, Join};
use crate::surface::{Inside, Shape, Stroke, Surface};

use super::truth::{Random, center_of_mass, difference, sampled};

fn p(x: f32, y: f32) -> Point {
    Point::new(x, y)
}

fn filled(path: &Path) -> Frame {
    let mut frame = Frame::new(60, 60);
    fill_path(&mut frame, Clip::new(0, 0, 60, 60), &mut PathScratch::default(), path, FillRule::NonZero, Color::BLACK);
    frame
}

fn stroked(path: &Path, stroke: &Stroke<'_>) -> Frame {
    let mut frame = Frame::new(60, 60);
    stroke_path(&mut frame, Clip::new(0, 0, 60, 60), &mut PathScratch::default(), path, stroke);
    frame
}

/// A circle of four cubics.
fn circle(c: Point, r: f32) -> Path {
    const K: f32 = 0.552_284_8;
    let at = |x: f32, y: f32| p(c.x + r * x, c.y + r * y);
    let mut path = Path::default();
    path.move_to(at(1.0, 0.0))
        .cubic_to(at(1.0, K), at(K, 1.0), at(0.0, 1.0))
        .cubic_to(at(-K, 1.0), at(-1.0, K), at(-1.0, 0.0))
        .cubic_to(at(-1.0, -K), at(-K, -1.0), at(0.0, -1.0))
        .cubic_to(at(K, -1.0), at(1.0, -K), at(1.0, 0.0))
        .close();
    path
}

#[test]
fn fills_are_exact_areas() {
    let mut random = Random::new(4);
    for _ in 0..8 {
        let corners: Vec<Point> = (0..3).map(|_| p(6.0 + 48.0 * random.next(), 6.0 + 48.0 * random.next())).collect();
        let mut path = Path::default();
        path.polygon(&corners);
        let side = |a: Point, b: Point, x: f64, y: f64| {
            (f64::from(b.x) - f64::from(a.x)) * (y - f64::from(a.y))
                - (f64::from(b.y) - f64::from(a.y)) * (x - f64::from(a.x))
                > 0.0
        };
        let want = sampled(60, 60, |x, y| {
            let s = [0, 1, 2].map(|i| side(corners[i], corners[(i + 1) % 3], x, y));
            s[0] == s[1] && s[1] == s[2]
        });
        let d = difference(&filled(&path), &want);
        assert!(d.max <= 12 && d.mean < 0.6, "{corners:?}: {d:?}");
        let area = corners[0].x * (corners[1].y - corners[2].y)
            + corners[1].x * (corners[2].y - corners[0].y)
            + corners[2].x * (corners[0].y - corners[1].y);
        let ink = center_of_mass(&filled(&path)).2;
        assert!((ink - f64::from(area.abs()) / 2.0).abs() < 0.15, "{ink} {area}");
    }
    let (cx, cy) = (29.3, 31.7);
    let want = sampled(60, 60, |x, y| (x - cx) * (x - cx) + (y - cy) * (y - cy) <= 20.0 * 20.0);
    let d = difference(&filled(&circle(p(29.3, 31.7), 20.0)), &want);
    assert!(d.max <= 8, "{d:?}");
}

#[test]
fn the_nonzero_rule_holds() {
    let square = |path: &mut Path, a: f32, b: f32, turn: bool| {
        let corners = [p(a, a), p(b, a), p(b, b), p(a, b)];
        if turn {
            {
                let mut back = corners;
                back.reverse();
                path.polygon(&back)
            }
        } else {
            path.polygon(&corners)
        };
    };
    // The same direction twice stays full; the other direction makes a hole.
    let mut path = Path::default();
    square(&mut path, 10.0, 50.0, false);
    square(&mut path, 20.0, 40.0, false);
    assert_eq!(filled(&path).pixel(30, 30), [0; 3]);
    let mut path = Path::default();
    square(&mut path, 10.0, 50.0, false);
    square(&mut path, 20.0, 40.0, true);
    let holed = filled(&path);
    assert_eq!(holed.pixel(30, 30), [255; 3]);
    assert_eq!(holed.pixel(15, 30), [0; 3]);
    // Open subpaths are closed, and a path without a `move_to` begins where it first goes.
    let mut open = Path::default();
    open.line_to(p(10.0, 10.0)).line_to(p(50.0, 10.0)).line_to(p(50.0, 50.0)).line_to(p(10.0, 50.0));
    let mut whole = Path::default();
    square(&mut whole, 10.0, 50.0, false);
    assert!(filled(&open) == filled(&whole));
}

#[test]
fn what_lies_outside_counts_only_where_it_must() {
    // A shape far larger than the picture, on every side.
    for far in [100.0_f32, 1e5, 1e9, 1e30] {
        let mut path = Path::default();
        path.polygon(&[p(-far, -far), p(far, -far), p(far, 30.25), p(-far, 30.25)]);
        let frame = filled(&path);
        assert_eq!(frame.pixel(0, 0), [0; 3], "{far}");
        assert_eq!(frame.pixel(59, 29), [0; 3], "{far}");
        assert_eq!(frame.pixel(30, 30), [191; 3], "{far}");
        assert_eq!(frame.pixel(30, 31), [255; 3], "{far}");
    }
    let mut random = Random::new(8);
    let corners: Vec<Point> = (0..9).map(|_| p(140.0 * random.next() - 40.0, 140.0 * random.next() - 40.0)).collect();
    let mut path = Path::default();
    path.polygon(&corners);
    let whole = filled(&path);
    let clip = Clip::new(17, 9, 43, 51);
    let mut part = Frame::new(60, 60);
    fill_path(&mut part, clip, &mut PathScratch::default(), &path, FillRule::NonZero, Color::BLACK);
    for y in 0..60_u32 {
        for x in 0..60_u32 {
            let inside = (17..43).contains(&x) && (9..51).contains(&y);
            let want = if inside { whole.pixel(x, y)[0] } else { 255 };
            assert!(part.pixel(x, y)[0].abs_diff(want) <= u8::from(inside), "{x} {y}");
        }
    }
    // Points that are not finite are left out.
    let mut path = Path::default();
    path.polygon(&[
        p(f32::NAN, 3.0),
        p(10.0, 10.0),
        p(f32::INFINITY, 0.0),
        p(50.0, 10.0),
        p(50.0, 50.0),
        p(10.0, 50.0),
    ]);
    path.cubic_to(p(1.0, f32::INFINITY), p(2.0, 2.0), p(10.0, 10.0));
    assert_eq!(filled(&path).pixel(30, 30), [0; 3]);
}

#[test]
fn outlines_are_closed_and_curves_are_round() {
    for (width, radius) in [(0.8, 19.0_f32), (1.39, 19.0), (5.0, 19.0), (20.0, 19.0), (24.0, 19.0), (36.0, 26.0)] {
        let want = sampled(60, 60, |x, y| {
            let r = ((x - 30.2) * (x - 30.2) + (y - 29.6) * (y - 29.6)).sqrt();
            (r - f64::from(radius)).abs() <= f64::from(width) / 2.0
        });
        let got = stroked(&circle(p(30.2, 29.6), radius), &Stroke::solid(width, Color::BLACK));
        let d = difference(&got, &want);
        assert!(d.max <= 16 && d.mean < 2.2, "{width}: {d:?}");
    }
    // A square of whole pixels, one wide, with mitres: exactly its border.
    let mut square = Path::default();
    square.polygon(&[p(10.5, 10.5), p(40.5, 10.5), p(40.5, 40.5), p(10.5, 40.5)]);
    let stroke = Stroke { join: Join::Miter, cap: Cap::Butt, ..Stroke::solid(1.0, Color::BLACK) };
    let got = stroked(&square, &stroke);
    for y in 0..60_u32 {
        for x in 0..60_u32 {
            let on = |v: u32| (10..=40).contains(&v);
            let border = on(x) && on(y) && (x == 10 || x == 40 || y == 10 || y == 40);
            let v = got.pixel(x, y)[0];
            assert!(if border { v <= 2 } else { v >= 253 }, "{x} {y}: {v}");
        }
    }
}

#[test]
fn rectangles_cover_exact_areas() {
    let mut frame = Frame::new(12, 12);
    let all = Clip::new(0, 0, 12, 12);
    fill_rect(&mut frame, all, Rect::new(2.25, 3.5, 6.0, 5.0), Color::BLACK);
    assert_eq!(frame.pixel(2, 3), [159; 3], "0.75 * 0.5 of 255, off white");
    assert_eq!(frame.pixel(2, 4), [64; 3]);
    assert_eq!(frame.pixel(3, 3), [127; 3]);
    assert_eq!(frame.pixel(5, 4), [0; 3]);
    assert_eq!(frame.pixel(6, 4), [255; 3]);
    assert_eq!(frame.pixel(3, 5), [255; 3]);
    // Corners in any order; thinner than a pixel; translucent; cut by the clip.
    let mut turned = Frame::new(12, 12);
    fill_rect(&mut turned, all, Rect::new(6.0, 5.0, 2.25, 3.5), Color::BLACK);
    assert!(turned == frame);
    let mut thin = Frame::new(12, 12);
    fill_rect(&mut thin, Clip::new(0, 2, 12, 4), Rect::new(4.25, -1e9, 4.5, 1e9), Color::rgba(0, 0, 0, 128));
    assert_eq!(thin.pixel(4, 3), [223; 3]);
    assert_eq!(thin.pixel(4, 1), [255; 3]);
    assert_eq!(thin.pixel(4, 4), [255; 3]);
    // An infinite edge lies beyond the picture.
    let (mut endless, mut wide) = (Frame::new(12, 12), Frame::new(12, 12));
    fill_rect(&mut endless, all, Rect::new(1.0, 1.0, f32::INFINITY, 5.0), Color::BLACK);
    fill_rect(&mut wide, all, Rect::new(1.0, 1.0, 12.0, 5.0), Color::BLACK);
    assert!(endless == wide && wide != Frame::new(12, 12));
    let mut blank = Frame::new(12, 12);
    fill_rect(&mut blank, all, Rect::new(1.0, 1.0, f32::NAN, 5.0), Color::BLACK);
    fill_rect(&mut blank, all, Rect::new(3.0, 3.0, 3.0, 9.0), Color::BLACK);
    fill_rect(&mut blank, all, Rect::new(30.0, 3.0, 40.0, 9.0), Color::BLACK);
    assert!(blank == Frame::new(12, 12));
}

#[test]
fn a_used_scratch_paints_the_same() {
    let mut used = PathScratch::default();
    let mut random = Random::new(6);
    for k in 0..40 {
        let mut path = circle(p(60.0 * random.next(), 60.0 * random.next()), 3.0 + 90.0 * random.next());
        let corners: [Point; 5] = std::array::from_fn(|_| p(90.0 * random.next() - 15.0, 90.0 * random.next() - 15.0));
        path.polygon(&corners);
        let mut pictures = [Frame::new(60, 60), Frame::new(60, 60)];
        let mut fresh = PathScratch::default();
        let color = Color::rgba(10, 80, 200, 150);
        let width = [0.7, 1.39, 4.5, 40.0][k % 4];
        for (frame, scratch) in pictures.iter_mut().zip([&mut used, &mut fresh]) {
            let clip = Clip::new(0, k as i32 % 7, 60 - k as i32 % 5, 60);
            fill_path(frame, clip, scratch, &path, FillRule::NonZero, color);
            stroke_path(frame, clip, scratch, &path, &Stroke::solid(width, color));
        }
        assert!(pictures[0] == pictures[1], "{k}");
    }
}

/// The columns inside are done at once; each pixel is as it would be alone.
#[test]
fn a_wide_rectangle_is_its_pixels_one_by_one() {
    let mut random = Random::new(5);
    let all = Clip::new(0, 0, 40, 12);
    for _ in 0..300 {
        let mut next = |size: f32| random.next() * (size + 8.0) - 4.0;
        let rect = Rect::new(next(40.0), next(12.0), next(40.0), next(12.0));
        let color = Color::rgba(200, (next(200.0).abs()) as u8, 30, [255, 120, 0][(next(3.0).abs() as usize) % 3]);
        let mut start = Frame::new(40, 12);
        start.as_rgb_mut().iter_mut().enumerate().for_each(|(i, v)| *v = (i * 7) as u8);
        let (mut whole, mut single) = (start.clone(), start);
        fill_rect(&mut whole, all, rect, color);
        let (x0, x1, y0, y1) = (rect.x0.min(rect.x1), rect.x0.max(rect.x1), rect.y0.min(rect.y1), rect.y0.max(rect.y1));
        for (x, y) in (0..40).flat_map(|x| (0..12).map(move |y| (x, y))) {
            let share = overlap(y, y0, y1) * overlap(x, x0, x1);
            let alpha = times((share * 255.0 + 0.5) as u8, color.a);
            blend_one(&mut single.row_mut(y as usize)[x as usize * 3..][..3], color.channels(), alpha);
        }
        assert!(whole == single, "{rect:?} {color:?}");
    }
}

#[test]
fn the_rule_of_odd_numbers_leaves_what_is_gone_around_twice() {
    let mut path = Path::rect(Rect::new(10.0, 10.0, 50.0, 50.0));
    path.polygon(&[p(20.0, 20.0), p(40.0, 20.0), p(40.0, 40.0), p(20.0, 40.0)]);
    let mut frame = Frame::new(60, 60);
    let all = Clip::new(0, 0, 60, 60);
    fill_path(&mut frame, all, &mut PathScratch::default(), &path, FillRule::EvenOdd, Color::BLACK);
    assert_eq!((frame.pixel(15, 30), frame.pixel(30, 30)), ([0; 3], [255; 3]));
    assert_eq!(filled(&path).pixel(30, 30), [0; 3], "by default it is inside");
    // small ones are blended in another way
    let mut path = Path::rect(Rect::new(10.0, 10.0, 22.0, 22.0));
    path.polygon(&[p(14.0, 14.0), p(18.0, 14.0), p(18.0, 18.0), p(14.0, 18.0)]);
    let mut frame = Frame::new(60, 60);
    fill_path(&mut frame, all, &mut PathScratch::default(), &path, FillRule::EvenOdd, Color::BLACK);
    assert_eq!((frame.pixel(12, 16), frame.pixel(16, 16)), ([0; 3], [255; 3]));
}

#[test]
fn what_is_cut_off_by_a_path_is_its_share_of_each_pixel() {
    let disc = Path::ellipse(Rect::new(10.3, 8.1, 47.2, 51.9));
    let (mut frame, mut tools) = (Frame::new(60, 60), Tools::default());
    let mut raster = Raster::new(&mut frame, &mut tools);
    raster.push_clip(Inside::Rect(Rect::new(0.0, 0.0, 40.0, 60.0)));
    raster.push_clip(Inside::Path(&disc));
    raster.fill(Shape::Rect(Rect::new(0.0, 0.0, 60.0, 60.0)), Color::BLACK);
    raster.pop_clip();
    raster.pop_clip();
    let whole = filled(&disc);
    for y in 0..60 {
        for x in 0..60 {
            let expected = if x < 40 { whole.pixel(x, y) } else { [255; 3] };
            assert_eq!(frame.pixel(x, y), expected, "at {x}, {y}");
        }
    }
    // nor is anything filled where a clip has no inside
    let mut raster = Raster::new(&mut frame, &mut tools);
    raster.push_clip(Inside::Rect(Rect::new(50.0, 50.0, 70.0, 70.0)));
    raster.push_clip(Inside::Rect(Rect::new(5.0, 5.0, 30.0, 30.0)));
    raster.fill(Shape::Path(&disc, FillRule::EvenOdd), Color::WHITE);
    assert_eq!(frame.pixel(30, 30), [0; 3]);
    // nothing is left of a clip that nothing is inside of
    let mut raster = Raster::new(&mut frame, &mut tools);
    raster.push_clip(Inside::Path(&Path::ellipse(Rect::new(100.0, 100.0, 120.0, 120.0))));
    raster.fill(Shape::Rect(Rect::new(0.0, 0.0, 60.0, 60.0)), Color::WHITE);
    raster.pop_clip();
    assert_eq!(frame.pixel(30, 30), [0; 3]);
}
