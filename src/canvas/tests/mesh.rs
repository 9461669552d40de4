//! Polygons in a batch, and triangles.

use crate::canvas::area::Area;
use crate::canvas::fills::fills;
use crate::canvas::frame::Frame;
use crate::canvas::mesh::mesh;
use crate::canvas::path::{PathScratch, fill_path};
use crate::canvas::raster::{Raster, Tools};
use crate::canvas::tests::truth::{Random, difference};
use crate::geom::{Clip, Limits, Path, Point, Rect};
use crate::style::{Color, ColorTable, Colormap, FillRule, Norm};
use crate::surface::{CellGrid, Each, Inside, Pieces, Surface};

const CLIP: Clip = Clip::new(3, 2, 57, 56);

fn one_by_one(pieces: Pieces<'_>, colors: &[Color]) -> Frame {
    let mut frame = Frame::new(60, 60);
    for (i, color) in colors.iter().enumerate() {
        let mut path = Path::new();
        path.polygon(pieces.get(i));
        fill_path(&mut frame, CLIP, &mut PathScratch::default(), &path, FillRule::NonZero, *color);
    }
    frame
}

fn together(pieces: Pieces<'_>, colors: &[Color]) -> Frame {
    let mut frame = Frame::new(60, 60);
    fills(&mut frame, CLIP, &mut Area::default(), pieces, Each::All(colors));
    frame
}

#[test]
fn polygons_look_as_they_do_one_by_one() {
    let mut random = Random::new(5);
    let (mut points, mut ends, mut colors) = (Vec::new(), Vec::new(), Vec::new());
    for i in 0..3000_u32 {
        let from = points.len();
        let size = [0.01, 1.0, 3.0, 6.0, 12.0, 22.0, 33.0, 90.0][i as usize % 8];
        let middle = (70.0 * random.next() - 5.0, 70.0 * random.next() - 5.0);
        for _ in 0..3 + i % 7 {
            let (x, y) = (size * (random.next() - 0.5), size * (random.next() - 0.5));
            points.push(Point::new(middle.0 + x, middle.1 + y));
        }
        match i % 11 {
            0 => points.push(Point::new(f32::NAN, 1.0)),
            1 => points[from..].iter_mut().for_each(|p| p.x = (p.x * 2.0).round() / 2.0),
            2 => points[from..].iter_mut().for_each(|p| p.y = p.y.round()),
            3 => {
                points.truncate(from + 2);
                let (a, c) = (points[from], points[from + 1]);
                points.truncate(from);
                points.extend([a, Point::new(c.x, a.y), c, Point::new(a.x, c.y)]);
            }
            _ => {}
        }
        ends.push(points.len() as u32);
        colors.push(Color::rgba((i % 256) as u8, 40, 200, if i % 2 == 0 { 255 } else { 120 }));
        let (end, color) = ([(points.len() - from) as u32], [colors[i as usize]]);
        let one = Pieces::new(&points[from..], &end);
        let apart = difference(&together(one, &color), &one_by_one(one, &color));
        // alone, an area and then an opacity are rounded
        assert!(apart.max <= if color[0].a == 255 { 1 } else { 2 }, "{i} {:?}: {apart:?}", &points[from..]);
    }
    let pieces = Pieces::new(&points, &ends);
    let apart = difference(&together(pieces, &colors), &one_by_one(pieces, &colors));
    assert!(apart.max <= 3, "{apart:?}");
}

#[test]
fn far_polygons_are_where_they_are_seen() {
    let p = Point::new;
    let far = [p(-1e30, -1e30), p(1e30, -1e30), p(1e30, 30.0), p(-1e30, 30.0)];
    let level = [p(-f32::MAX, 9e9), p(-f32::MAX, 9e9 + 1.0), p(-f32::MAX, 9e9)];
    let ends = [4, 7];
    let frame = together(Pieces::new(&[&far[..], &level[..]].concat(), &ends), &[Color::BLACK; 2]);
    assert_eq!((frame.pixel(30, 29), frame.pixel(30, 30)), ([0; 3], [255; 3]));
}

#[test]
fn the_seams_of_touching_cells_are_no_wider() {
    for step in [1.75, 5.3, 21.0] {
        let node = |i: u32, k: u32| {
            let (u, v) = (i as f32 * step, k as f32 * step);
            Point::new(u + 4.0 * (v / 20.0).sin(), v + 4.0 * (u / 20.0).sin())
        };
        let (mut points, mut ends) = (Vec::new(), Vec::new());
        let count = (60.0 / step) as u32 + 1;
        for (i, k) in (0..count * count).map(|n| (n % count, n / count)) {
            points.extend([node(i, k), node(i + 1, k), node(i + 1, k + 1), node(i, k + 1)]);
            ends.push(points.len() as u32);
        }
        let colors = vec![Color::BLACK; ends.len()];
        let pieces = Pieces::new(&points, &ends);
        let apart = difference(&together(pieces, &colors), &one_by_one(pieces, &colors));
        assert!(apart.max <= 2, "{step}: {apart:?}");
    }
}

/// Nodes of a grid that were moved a little, and the triangles between them.
fn grid(n: u32, move_by: f32) -> (Vec<Point>, Vec<[u32; 3]>) {
    let mut random = Random::new(2);
    let mut place = |i: u32| 60.0 * i as f32 / (n - 1) as f32 + move_by * (random.next() - 0.5);
    let points = (0..n * n).map(|i| Point::new(place(i % n), place(i / n))).collect();
    let mut triangles = Vec::new();
    for i in n + 1..n * n {
        if i % n > 0 {
            triangles.extend([[i - n - 1, i - n, i - 1], [i, i - 1, i - n]]);
        }
    }
    (points, triangles)
}

#[test]
fn each_pixel_within_a_mesh_is_blended_once() {
    for (n, move_by) in [(5, 0.0), (5, 7.0), (31, 0.0), (31, 1.5), (121, 0.4)] {
        let (points, triangles) = grid(n, move_by);
        let colors = vec![Color::rgba(10, 90, 200, 100); points.len()];
        let mut frame = Frame::new(60, 60);
        mesh(&mut frame, CLIP, &points, &colors, &triangles);
        let once = frame.pixel(30, 30);
        for (x, y) in (0..60 * 60).map(|i| (i % 60, i / 60)) {
            let inside = CLIP.intersect(Clip::new(x, y, x + 1, y + 1));
            let border = x.min(y) < 5 || x.max(y) > 54;
            if inside.is_empty() {
                assert_eq!(frame.pixel(x as u32, y as u32), [255; 3]);
            } else if !border {
                assert_eq!(frame.pixel(x as u32, y as u32), once, "{n} {move_by}: {x} {y}");
            }
        }
        assert_ne!(once, [255; 3]);
    }
}

#[test]
fn colours_are_mixed_evenly() {
    let points = [(0.0, 0.0), (60.0, 0.0), (0.0, 60.0), (60.0, 60.0)].map(|(x, y)| Point::new(x, y));
    let colors = [Color::rgb(0, 0, 7), Color::rgb(240, 0, 7), Color::rgb(0, 240, 7), Color::rgb(240, 240, 7)];
    let mut frame = Frame::new(60, 60);
    mesh(&mut frame, Clip::new(0, 0, 60, 60), &points, &colors, &[[0, 1, 2], [3, 2, 1]]);
    for (x, y) in (0..60 * 60_u32).map(|i| (i % 60, i / 60)) {
        let level = |v: u32| ((v as f32 + 0.5) * 4.0 + 0.5) as u8;
        let [r, g, b] = frame.pixel(x, y);
        assert!(r.abs_diff(level(x)) <= 1 && g.abs_diff(level(y)) <= 1 && b == 7, "{x} {y}: {r} {g} {b}");
    }
}

#[test]
fn far_and_missing_corners_do_no_harm() {
    let p = Point::new;
    let colors = [Color::BLACK; 3];
    let mut frame = Frame::new(60, 60);
    for bad in [p(f32::NAN, 3.0), p(3.0, f32::INFINITY)] {
        mesh(&mut frame, CLIP, &[p(0.0, 0.0), p(60.0, 0.0), bad], &colors, &[[0, 1, 2]]);
    }
    mesh(&mut frame, CLIP, &[p(0.0, 0.0), p(30.0, 30.0), p(60.0, 60.0)], &colors, &[[0, 1, 2]]);
    assert!(frame == Frame::new(60, 60));
    mesh(&mut frame, CLIP, &[p(-1e30, -1e30), p(1e30, -1e30), p(0.0, 1e30)], &colors, &[[0, 1, 2]]);
    assert_eq!(frame.pixel(30, 30), [0; 3]);
}

/// Cells between lines are drawn row by row, and cover the same pixels as their triangles.
#[test]
fn cells_are_as_their_triangles() {
    let mut random = Random::new(11);
    let map = Colormap::VIRIDIS.with_over(Color::rgba(200, 0, 0, 100));
    let colors = ColorTable::new(&map, &Norm::Linear, Limits::new(0.0, 1.0));
    for round in 0..60 {
        let mut edges = |count: usize| {
            let mut edges: Vec<f32> = (0..count).map(|_| 70.0 * random.next() - 5.0).collect();
            if round % 3 == 0 {
                edges.iter_mut().for_each(|edge| *edge = (*edge * 2.0).round() / 2.0);
            }
            edges.sort_by(f32::total_cmp);
            if count.is_multiple_of(2) {
                edges.reverse();
            }
            edges
        };
        let (x, y) = (edges(2 + round % 40), edges(3 + round % 7));
        let value = |i: usize| [0.1, f64::NAN, 0.5, 0.9, 2.0, 0.3, 0.7][i % 7];
        let values: Vec<f64> = (0..(x.len() - 1) * (y.len() - 1)).map(value).collect();
        for alpha in [1.0, 0.4] {
            let cells = CellGrid { x: &x, y: &y, values: &values, colors: &colors, alpha };
            let (mut at_once, mut one_by_one) = (Frame::new(60, 60), Frame::new(60, 60));
            let mut tools = Tools::default();
            let mut raster = Raster::new(&mut at_once, &mut tools);
            raster.push_clip(Inside::Rect(Rect::new(3.0, 2.0, 57.0, 56.0)));
            raster.cells(&cells);
            let all = cells.triangles();
            mesh(&mut one_by_one, CLIP, &all.points, &all.colors, &all.corners);
            assert_eq!(difference(&at_once, &one_by_one).max, 0, "{x:?} {y:?} {alpha}");
        }
    }
}
