use std::sync::LazyLock;

use crate::axis::{AxisMap, Scale};
use crate::canvas::frame::Frame;
use crate::canvas::image::{Along, Cells, Grid, ImageScratch, image};
use crate::canvas::resample::Taps;
use crate::geom::{Clip, Limits, Rect};
use crate::style::{Color, ColorTable, Colormap, Interpolation as Filter, Norm};
use crate::surface::Span;

use super::truth::Random;

/// Values 0 to 255 are gray levels; what is not a number is red, and lets half through if infinite.
fn gray() -> &'static ColorTable {
    static GRAY: LazyLock<ColorTable> = LazyLock::new(|| {
        let half = Color::rgba(0, 0, 255, 128);
        let map = Colormap::GRAY.with_under(half).with_over(half).with_bad("red");
        ColorTable::new(&map, &Norm::Linear, Limits::new(-0.5, 255.5))
    });
    &GRAY
}

/// What is drawn, without its place.
#[derive(Clone, Copy)]
struct Picture<'a> {
    rows: usize,
    cols: usize,
    cells: Cells<'a>,
}

fn grid(rows: usize, cols: usize, values: &[f64]) -> Picture<'_> {
    Picture { rows, cols, cells: Cells::Values { values, table: gray(), mix_colors: false } }
}

/// Draws into `dest`, in pixels; from right to left, or upward, it is mirrored.
fn draw_on(
    frame: &mut Frame,
    clip: Clip,
    scratch: &mut ImageScratch,
    dest: Rect,
    g: &Picture<'_>,
    how: Filter,
    alpha: f32,
) {
    let map = AxisMap::new(Scale::Linear, Limits::new(0.0, 1.0), 0.0, 1.0);
    let span = |from: f32, to: f32, cells| Span { map: &map, from: f64::from(from), to: f64::from(to), cells };
    let grid = Grid {
        x: Along::Span(span(dest.x0, dest.x1, g.cols)),
        y: Along::Span(span(dest.y0, dest.y1, g.rows)),
        cells: g.cells,
    };
    image(frame, clip, scratch, &grid, how, alpha);
}

fn draw(size: (u32, u32), dest: Rect, grid: &Picture<'_>, filter: Filter) -> Frame {
    let mut frame = Frame::new(size.0, size.1);
    let clip = Clip::all(frame.size());
    draw_on(&mut frame, clip, &mut ImageScratch::default(), dest, grid, filter, 1.0);
    frame
}

fn level(frame: &Frame, x: u32, y: u32) -> u8 {
    frame.pixel(x, y)[0]
}

const SIX: [f64; 6] = [0.0, 40.0, 80.0, 120.0, 160.0, 200.0];

#[test]
fn enlarged_the_pixel_takes_the_cell_under_the_centre() {
    let dest = Rect::new(2.0, 1.0, 23.0, 11.0);
    let frame = draw((26, 14), dest, &grid(2, 3, &SIX), Filter::Auto);
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
    for filter in [Filter::Auto, Filter::Bilinear] {
        for size in [(2, 3), (24, 36)] {
            let values: Vec<f64> = (0..size.0 * size.1).map(|i| f64::from((i * 37 % 251) as u8)).collect();
            let plain = draw((9, 6), dest, &grid(size.0, size.1, &values), filter);
            for (flip_x, flip_y) in [(true, false), (false, true), (true, true)] {
                let turned = Rect::new(
                    if flip_x { 9.0 } else { 0.0 },
                    if flip_y { 6.0 } else { 0.0 },
                    if flip_x { 0.0 } else { 9.0 },
                    if flip_y { 0.0 } else { 6.0 },
                );
                let flipped = draw((9, 6), turned, &grid(size.0, size.1, &values), filter);
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
    for filter in [Filter::Auto, Filter::Bilinear] {
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
fn nearest_never_averages() {
    let mut random = Random::new(5);
    for (rows, cols) in [(3, 5), (40, 50), (200, 3)] {
        let values: Vec<f64> = (0..rows * cols).map(|_| if random.next() < 0.5 { 0.0 } else { 200.0 }).collect();
        let dest = Rect::new(1.4, 2.2, 17.8, 12.0);
        let frame = draw((20, 15), dest, &grid(rows, cols, &values), Filter::Nearest);
        for y in 2..12_u32 {
            for x in 1..18_u32 {
                let u = (f64::from(x) + 0.5 - f64::from(dest.x0)) / f64::from(dest.width()) * cols as f64;
                let v = (f64::from(y) + 0.5 - f64::from(dest.y0)) / f64::from(dest.height()) * rows as f64;
                assert_eq!(level(&frame, x, y), values[v as usize * cols + u as usize] as u8, "{rows} {x} {y}");
            }
        }
    }
}

#[test]
fn colours_are_mixed_where_they_are_classes() {
    // classes 0 and 2 in red and blue; 1 would be green
    let classes = Colormap::listed("classes", &["#ff0000", "#00ff00", "#0000ff"]);
    let table = ColorTable::new(&classes, &Norm::Linear, Limits::new(-0.5, 2.5));
    let values: Vec<f64> = (0..400).map(|i| if i % 3 == 0 { 0.0 } else { 2.0 }).collect();
    for filter in [Filter::Auto, Filter::Bilinear] {
        for size in [7, 60] {
            let cells = Cells::Values { values: &values, table: &table, mix_colors: true };
            let picture = Picture { rows: 20, cols: 20, cells };
            let dest = Rect::new(0.0, 0.0, size as f32, size as f32);
            let frame = draw((size, size), dest, &picture, filter);
            assert!(frame.as_rgb().chunks(3).all(|p| p[1] == 0 && p[0].abs_diff(255 - p[2]) <= 1), "{filter:?} {size}");
            let mixed = frame.as_rgb().chunks(3).any(|p| p[0] > 20 && p[0] < 235);
            assert_eq!(mixed, size == 7 || filter == Filter::Bilinear);
        }
    }
}

/// A pixel belongs to the image that its middle lies in: neighbours share no pixel and leave none.
#[test]
fn images_side_by_side_cover_each_pixel_once() {
    let mut random = Random::new(8);
    for k in 0..60 {
        let mut borders: Vec<f32> = (0..4).map(|_| 2.0 + 16.0 * random.next()).collect();
        borders.extend([2.0, 18.0]);
        if k % 3 == 0 {
            borders.iter_mut().for_each(|b| *b = (*b * 2.0).round() / 2.0);
        }
        borders.sort_by(f32::total_cmp);
        let mut frame = Frame::new(20, 20);
        let clip = Clip::all(frame.size());
        let shade = [100.0; 12];
        for pair in borders.windows(2).filter(|p| p[1] - p[0] > 1.0) {
            for (x0, x1) in [(2.0, 9.3), (9.3, 18.0)] {
                let dest = Rect::new(x0, pair[1], x1, pair[0]);
                let g = grid(3, 4, &shade);
                draw_on(&mut frame, clip, &mut ImageScratch::default(), dest, &g, Filter::Auto, 0.5);
            }
        }
        let levels: Vec<u8> = (2..18).map(|y| level(&frame, 12, y)).collect();
        assert!(levels.iter().all(|l| [177, 178, 255].contains(l)), "{borders:?}: {levels:?}");
        for y in 0..20 {
            assert!((2..18).all(|x| level(&frame, x, y) == level(&frame, 12, y)), "{borders:?}: row {y}");
            assert_eq!((level(&frame, 1, y), level(&frame, 18, y)), (255, 255));
        }
    }
}

#[test]
fn an_image_thinner_than_a_pixel_is_seen() {
    for at in [3.0, 3.2, 3.45, 3.5, 3.7, 3.95] {
        for width in [0.001, 0.04] {
            let frame = draw((8, 8), Rect::new(at, 1.0, at + width, 7.0), &grid(2, 3, &[0.0; 6]), Filter::Auto);
            let seen: Vec<u32> = (0..8).filter(|&x| level(&frame, x, 4) == 0).collect();
            assert_eq!(seen, [3], "{at} {width}");
        }
    }
}

#[test]
fn nan_is_bad_and_takes_no_part() {
    let nan = f64::NAN;
    let near =
        draw((4, 4), Rect::new(0.0, 0.0, 4.0, 4.0), &grid(2, 2, &[nan, 10.0, 20.0, f64::INFINITY]), Filter::Auto);
    assert_eq!(near.pixel(0, 0), [255, 0, 0]);
    assert_eq!(near.pixel(3, 0), [10; 3]);
    assert_eq!(near.pixel(3, 3), [127, 127, 255], "half of blue on white");
    // Of four cells to a pixel: one is bad, so the three others are averaged; three are, so it is bad.
    let few = [nan, 30.0, nan, nan, 60.0, 90.0, nan, 40.0];
    let shrunk = draw((2, 1), Rect::new(0.0, 0.0, 2.0, 1.0), &grid(2, 4, &few), Filter::Auto);
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
        for filter in [Filter::Auto, Filter::Bilinear] {
            let dest = Rect::new(1.4, 2.2, 17.8, 12.0);
            let g = grid(rows, cols, &values);
            let want = draw((20, 15), dest, &g, filter);
            let got = draw((20, 15), dest, &Picture { cells: Cells::Rgba(&rgba), ..g }, filter);
            let worst = got.as_rgb().iter().zip(want.as_rgb()).map(|(a, b)| a.abs_diff(*b)).max();
            assert!(worst <= Some(1), "{rows} {filter:?} {worst:?}");
        }
    }
    // What is invisible has no colour: half a green cell and half a clear red one is half green.
    let cells = Cells::Rgba(&[0, 255, 0, 255, 255, 0, 0, 0]);
    let g = Picture { rows: 1, cols: 2, cells };
    let one = draw((1, 1), Rect::new(0.0, 0.0, 1.0, 1.0), &g, Filter::Auto);
    assert_eq!(one.pixel(0, 0), [127, 255, 127]);
}

#[test]
fn alpha_lets_the_background_through() {
    let mut frame = Frame::new(4, 4);
    let clip = Clip::all(frame.size());
    let black = [0.0; 4];
    let dest = Rect::new(0.6, 0.0, 4.0, 4.0);
    draw_on(&mut frame, clip, &mut ImageScratch::default(), dest, &grid(2, 2, &black), Filter::Auto, 0.5);
    assert_eq!(level(&frame, 2, 2), 127);
    assert_eq!(level(&frame, 0, 2), 255, "its middle is outside");
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
        let filter = if k % 3 == 0 { Filter::Bilinear } else { Filter::Auto };
        let clip = Clip::new(7, 5, 33, 29);
        let g = grid(rows, cols, &values);
        let whole = draw((40, 40), dest, &g, filter);
        let mut got = Frame::new(40, 40);
        draw_on(&mut got, clip, &mut used, dest, &g, filter, 1.0);
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
        assert!(draw((8, 8), Rect::new(2.0, 2.0, v, 6.0), &g, Filter::Auto) == blank);
    }
    assert!(draw((8, 8), Rect::new(9.0, 0.0, 20.0, 8.0), &g, Filter::Bilinear) == blank);
    assert!(draw((8, 8), Rect::new(0.0, 0.0, 8.0, 8.0), &empty, Filter::Bilinear) == blank);
    let mut frame = Frame::new(8, 8);
    let clip = Clip::all(frame.size());
    for alpha in [0.0, -1.0, f32::NAN] {
        let dest = Rect::new(0.0, 0.0, 8.0, 8.0);
        draw_on(&mut frame, clip, &mut ImageScratch::default(), dest, &g, Filter::Auto, alpha);
    }
    assert!(frame == blank);
    // Enlarged so far that the picture lies within one cell.
    let huge = draw((8, 8), Rect::new(-0.9e8, -0.9e8, 2.1e8, 2.1e8), &g, Filter::Auto);
    assert!(huge.as_rgb().iter().all(|&v| v == 0), "0.3 of both is within the first cell");
}

#[test]
fn on_a_log_axis_a_pixel_is_the_cells_in_it_and_no_more_are_looked_at() {
    let map = AxisMap::new(Scale::Log, Limits::new(1.0, 1e4), 0.0, 40.0);
    let span = Span { map: &map, from: 1.0, to: 1e4, cells: 2000 };
    let values: Vec<f64> = (0..2000).map(|i| f64::from(i * 37 % 256)).collect();
    let cells = Cells::Values { values: &values, table: gray(), mix_colors: false };
    let one = AxisMap::new(Scale::Linear, Limits::new(0.0, 1.0), 0.0, 1.0);
    let y = Span { map: &one, from: 0.0, to: 1.0, cells: 1 };
    let mut frame = Frame::new(40, 1);
    let grid = Grid { x: Along::Span(span), y: Along::Span(y), cells };
    image(&mut frame, Clip::new(0, 0, 40, 1), &mut ImageScratch::default(), &grid, Filter::Auto, 1.0);
    for x in 20..40_u32 {
        let mut sums = (0.0, 0.0);
        for (i, value) in values.iter().enumerate() {
            let border = |i: usize| map.pixel_or_beyond(1.0 + (1e4 - 1.0) * i as f64 / 2000.0);
            let share = (border(i + 1).min(f64::from(x) + 1.0) - border(i).max(f64::from(x))).max(0.0);
            sums = (sums.0 + share * value, sums.1 + share);
        }
        let (seen, want) = (f64::from(frame.pixel(x, 0)[0]), sums.0 / sums.1);
        assert!((seen - want).abs() <= 1.5, "{x}: {seen} {want}");
    }
    // the last pixel has hundreds of cells, the first none of its own
    let mut taps = Taps::default();
    taps.build(&Along::Span(span), (0, 40), Filter::Auto);
    let all: usize = (0..taps.len()).map(|i| taps.of(i).1.len()).sum();
    assert!(taps.even().len() <= 2 * all, "{} for {all}", taps.even().len());
}
