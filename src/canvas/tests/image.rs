use crate::canvas::frame::Frame;
use crate::canvas::image::ImageScratch;
use crate::canvas::image::{Cells, Filter, Grid, image};
use crate::geom::{Clip, Rect};
use crate::style::Color;

use super::truth::{Random, center_of_mass};

/// Values 0 to 255 are gray levels; what is not a number is red, and lets half through if infinite.
fn gray(v: f64) -> Color {
    if v.is_nan() {
        Color::rgb(255, 0, 0)
    } else if v.is_infinite() {
        Color::rgba(0, 0, 255, 128)
    } else {
        let g = (v.clamp(0.0, 255.0) + 0.5) as u8;
        Color::rgb(g, g, g)
    }
}

fn grid(rows: usize, cols: usize, values: &[f64]) -> Grid<'_> {
    Grid { rows, cols, cells: Cells::Values { values, color: &gray }, flip_x: false, flip_y: false }
}

fn draw(size: (u32, u32), dest: Rect, grid: &Grid<'_>, filter: Filter) -> Frame {
    let mut frame = Frame::new(size.0, size.1);
    let clip = Clip::all(frame.size());
    image(&mut frame, clip, &mut ImageScratch::default(), dest, grid, filter, 1.0);
    frame
}

fn level(frame: &Frame, x: u32, y: u32) -> u8 {
    frame.pixel(x, y)[0]
}

const SIX: [f64; 6] = [0.0, 40.0, 80.0, 120.0, 160.0, 200.0];

#[test]
fn nearest_takes_the_cell_under_the_centre() {
    let dest = Rect::new(2.0, 1.0, 23.0, 11.0);
    let frame = draw((26, 14), dest, &grid(2, 3, &SIX), Filter::Nearest);
    for y in 0..14_u32 {
        for x in 0..26_u32 {
            let (u, v) = ((f64::from(x) + 0.5 - 2.0) / 7.0, (f64::from(y) + 0.5 - 1.0) / 5.0);
            let inside = (0.0..3.0).contains(&u) && (0.0..2.0).contains(&v);
            let want = if inside { SIX[v as usize * 3 + u as usize] as u8 } else { 255 };
            assert_eq!(level(&frame, x, y), want, "{x} {y}");
        }
    }
}

#[test]
fn flips_mirror() {
    let dest = Rect::new(0.0, 0.0, 9.0, 6.0);
    for filter in [Filter::Nearest, Filter::Bilinear] {
        for size in [(2, 3), (24, 36)] {
            let values: Vec<f64> = (0..size.0 * size.1).map(|i| f64::from((i * 37 % 251) as u8)).collect();
            let plain = draw((9, 6), dest, &grid(size.0, size.1, &values), filter);
            for (flip_x, flip_y) in [(true, false), (false, true), (true, true)] {
                let g = Grid { flip_x, flip_y, ..grid(size.0, size.1, &values) };
                let flipped = draw((9, 6), dest, &g, filter);
                let turned = Rect::new(
                    if flip_x { 9.0 } else { 0.0 },
                    if flip_y { 6.0 } else { 0.0 },
                    if flip_x { 0.0 } else { 9.0 },
                    if flip_y { 0.0 } else { 6.0 },
                );
                let by_dest = draw((9, 6), turned, &grid(size.0, size.1, &values), filter);
                assert!(flipped == by_dest);
                for y in 0..6 {
                    for x in 0..9 {
                        let (fx, fy) = (if flip_x { 8 - x } else { x }, if flip_y { 5 - y } else { y });
                        let (a, b) = (level(&flipped, x, y), level(&plain, fx, fy));
                        assert!(a.abs_diff(b) <= 1, "{x} {y}: {a} {b}");
                    }
                }
            }
        }
    }
}

#[test]
fn bilinear_lies_between_the_centres() {
    let frame = draw((30, 20), Rect::new(0.0, 0.0, 30.0, 20.0), &grid(2, 3, &SIX), Filter::Bilinear);
    for y in 0..20_u32 {
        for x in 0..30_u32 {
            let u = ((f64::from(x) + 0.5) / 10.0 - 0.5).clamp(0.0, 2.0);
            let v = ((f64::from(y) + 0.5) / 10.0 - 0.5).clamp(0.0, 1.0);
            // The values are a plane: 40 a column, 120 a row.
            let want = (40.0 * u + 120.0 * v + 0.5) as u8;
            assert!(level(&frame, x, y).abs_diff(want) <= 1, "{x} {y}: {} {want}", level(&frame, x, y));
        }
    }
}

#[test]
fn shrinking_averages_exact_areas() {
    let (rows, cols) = (23, 37);
    let mut random = Random::new(12);
    let values: Vec<f64> = (0..rows * cols).map(|_| f64::from(255.0 * random.next())).collect();
    let dest = Rect::new(1.3, 0.6, 12.9, 8.1);
    for filter in [Filter::Nearest, Filter::Bilinear] {
        let frame = draw((14, 9), dest, &grid(rows, cols, &values), filter);
        let (sx, sy) =
            (37.0 / (f64::from(dest.x1) - f64::from(dest.x0)), 23.0 / (f64::from(dest.y1) - f64::from(dest.y0)));
        for y in 1..8_u32 {
            for x in 2..12_u32 {
                let span = |p: u32, lo: f32, s: f64| {
                    ((f64::from(p) - f64::from(lo)) * s, (f64::from(p) + 1.0 - f64::from(lo)) * s)
                };
                let ((a, b), (c, d)) = (span(x, dest.x0, sx), span(y, dest.y0, sy));
                let share = |i: usize, lo: f64, hi: f64| (hi.min(i as f64 + 1.0) - lo.max(i as f64)).max(0.0);
                let mut sum = 0.0;
                for (i, v) in values.iter().enumerate() {
                    sum += v * share(i / cols, c, d) * share(i % cols, a, b);
                }
                let want = (sum / ((b - a) * (d - c)) + 0.5) as u8;
                assert!(level(&frame, x, y).abs_diff(want) <= 1, "{x} {y}: {} {want}", level(&frame, x, y));
            }
        }
    }
}

#[test]
fn an_image_moves_as_far_as_it_is_told() {
    for (rows, cols) in [(4, 4), (60, 60)] {
        let values = vec![0.0; rows * cols];
        for filter in [Filter::Nearest, Filter::Bilinear] {
            let at = |k: usize| {
                let s = 0.1 * k as f32;
                let dest = Rect::new(5.0 + s, 6.0 + 2.0 * s, 16.0 + s, 18.0 + 2.0 * s);
                center_of_mass(&draw((40, 40), dest, &grid(rows, cols, &values), filter))
            };
            for k in 0..40 {
                let (a, b) = (at(k), at(k + 1));
                assert!((b.0 - a.0 - 0.1).abs() < 0.01 && (b.1 - a.1 - 0.2).abs() < 0.01, "{k}: {a:?} {b:?}");
                assert!((b.2 - 132.0).abs() < 0.3, "{}", b.2);
            }
        }
    }
}

#[test]
fn nan_is_bad_and_takes_no_part() {
    let nan = f64::NAN;
    let near =
        draw((4, 4), Rect::new(0.0, 0.0, 4.0, 4.0), &grid(2, 2, &[nan, 10.0, 20.0, f64::INFINITY]), Filter::Nearest);
    assert_eq!(near.pixel(0, 0), [255, 0, 0]);
    assert_eq!(near.pixel(3, 0), [10; 3]);
    assert_eq!(near.pixel(3, 3), [127, 127, 255], "half of blue on white");
    // Of four cells to a pixel: one is bad, so the three others are averaged; three are, so it is bad.
    let few = [nan, 30.0, nan, nan, 60.0, 90.0, nan, 40.0];
    let shrunk = draw((2, 1), Rect::new(0.0, 0.0, 2.0, 1.0), &grid(2, 4, &few), Filter::Nearest);
    assert_eq!(shrunk.pixel(0, 0), [60; 3]);
    assert_eq!(shrunk.pixel(1, 0), [255, 0, 0]);
    // Between a bad and a good centre the nearer one counts, and no other value appears.
    let between = draw((20, 2), Rect::new(0.0, 0.0, 20.0, 2.0), &grid(1, 2, &[nan, 100.0]), Filter::Bilinear);
    for x in 0..20 {
        let want = if x < 10 { [255, 0, 0] } else { [100; 3] };
        assert_eq!(between.pixel(x, 0), want, "{x}");
    }
}

#[test]
fn bytes_are_drawn_like_values() {
    let mut random = Random::new(1);
    for (rows, cols) in [(3, 5), (40, 50)] {
        let levels: Vec<u8> = (0..rows * cols).map(|_| (255.0 * random.next()) as u8).collect();
        let values: Vec<f64> = levels.iter().map(|&v| f64::from(v)).collect();
        let rgba: Vec<u8> = levels.iter().flat_map(|&v| [v, v, v, 255]).collect();
        for filter in [Filter::Nearest, Filter::Bilinear] {
            let dest = Rect::new(1.4, 2.2, 17.8, 12.0);
            let g = grid(rows, cols, &values);
            let want = draw((20, 15), dest, &g, filter);
            let got = draw((20, 15), dest, &Grid { cells: Cells::Rgba(&rgba), ..g }, filter);
            let worst = got.as_rgb().iter().zip(want.as_rgb()).map(|(a, b)| a.abs_diff(*b)).max();
            assert!(worst <= Some(1), "{rows} {filter:?} {worst:?}");
        }
    }
    // What is invisible has no colour: half a green cell and half a clear red one is half green.
    let cells = Cells::Rgba(&[0, 255, 0, 255, 255, 0, 0, 0]);
    let g = Grid { rows: 1, cols: 2, cells, flip_x: false, flip_y: false };
    let one = draw((1, 1), Rect::new(0.0, 0.0, 1.0, 1.0), &g, Filter::Nearest);
    assert_eq!(one.pixel(0, 0), [127, 255, 127]);
}

#[test]
fn alpha_lets_the_background_through() {
    let mut frame = Frame::new(4, 4);
    let clip = Clip::all(frame.size());
    let black = [0.0; 4];
    image(
        &mut frame,
        clip,
        &mut ImageScratch::default(),
        Rect::new(0.5, 0.0, 4.0, 4.0),
        &grid(2, 2, &black),
        Filter::Nearest,
        0.5,
    );
    assert_eq!(level(&frame, 2, 2), 127);
    assert_eq!(level(&frame, 0, 2), 191, "half of it, on half of the pixel");
}

#[test]
fn only_the_clip_is_painted_and_a_used_scratch_paints_the_same() {
    let mut used = ImageScratch::default();
    let mut random = Random::new(17);
    let values: Vec<f64> = (0..90 * 70).map(|_| f64::from(255.0 * random.next())).collect();
    for k in 0..40 {
        let (rows, cols) = [(2, 3), (90, 70), (5, 70), (90, 1)][k % 4];
        let (x, y) = (50.0 * random.next() - 15.0, 50.0 * random.next() - 15.0);
        let dest = Rect::new(x, y, x + 70.0 * random.next(), y + 70.0 * random.next());
        let filter = if k % 3 == 0 { Filter::Bilinear } else { Filter::Nearest };
        let clip = Clip::new(7, 5, 33, 29);
        let g = grid(rows, cols, &values);
        let whole = draw((40, 40), dest, &g, filter);
        let mut got = Frame::new(40, 40);
        image(&mut got, clip, &mut used, dest, &g, filter, 1.0);
        for y in 0..40_u32 {
            for x in 0..40_u32 {
                let inside = (7..33).contains(&x) && (5..29).contains(&y);
                let want = if inside { whole.pixel(x, y) } else { [255; 3] };
                assert_eq!(got.pixel(x, y), want, "{k}: {x} {y}");
            }
        }
    }
}

#[test]
fn strange_places_draw_nothing_and_huge_ones_what_is_seen() {
    let blank = Frame::new(8, 8);
    let g = grid(2, 3, &SIX);
    let empty = grid(0, 3, &[]);
    for v in [f32::NAN, f32::INFINITY, 2.0] {
        assert!(draw((8, 8), Rect::new(2.0, 2.0, v, 6.0), &g, Filter::Nearest) == blank);
    }
    assert!(draw((8, 8), Rect::new(9.0, 0.0, 20.0, 8.0), &g, Filter::Bilinear) == blank);
    assert!(draw((8, 8), Rect::new(0.0, 0.0, 8.0, 8.0), &empty, Filter::Bilinear) == blank);
    let mut frame = Frame::new(8, 8);
    let clip = Clip::all(frame.size());
    for alpha in [0.0, -1.0, f32::NAN] {
        image(
            &mut frame,
            clip,
            &mut ImageScratch::default(),
            Rect::new(0.0, 0.0, 8.0, 8.0),
            &g,
            Filter::Nearest,
            alpha,
        );
    }
    assert!(frame == blank);
    // Enlarged so far that the picture lies within one cell.
    let huge = draw((8, 8), Rect::new(-0.9e8, -0.9e8, 2.1e8, 2.1e8), &g, Filter::Nearest);
    assert!(huge.as_rgb().iter().all(|&v| v == 0), "0.3 of both is within the first cell");
}
