//! What must hold of drawn text.

use super::*;
use crate::text::Words;
use crate::text::{HAlign, VAlign};

const PT: f32 = 100.0 / 72.0;

fn anchor(x: f32, y: f32) -> Anchor {
    Anchor { at: Point::new(x, y), ha: HAlign::Left, va: VAlign::Baseline, angle: 0.0 }
}

fn draw(frame: &mut Frame, cache: &mut GlyphCache, text: &str, px: f32, anchor: Anchor) {
    let clip = Clip::all(frame.size());
    draw_text(frame, clip, cache, &TextLayout::new(&Words::new(text, px)), anchor, Color::BLACK);
}

fn picture(width: u32, height: u32, text: &str, px: f32, anchor: Anchor) -> Frame {
    let mut frame = Frame::new(width, height);
    draw(&mut frame, &mut GlyphCache::default(), text, px, anchor);
    frame
}

/// What matplotlib 3.11.2 draws for "Ag −4.e" at 10 pt and 100 dpi, its baseline on a whole row: ink in sixteenths.
const LABEL: [&str; 16] = [
    "00000000000000000000000000000000000000000000000000000000",
    "00000000000000000000000000000000000000000000000000000000",
    "00003fc0000000000000000000000000000000006fa0000000000000",
    "00009cf200000000000000000000000000000003dca0000000000000",
    "0001e4b8000019ed9a900000000000000000001d4ba000000007dfd6",
    "0005d05e00009d318f90000000000000000000990ba00000007d314e",
    "000b700e5001f5000d90000000000000000005d10ba0000000e40007",
    "002f2008b003f2000a90000008ffffffff402e300ba0000003ffffff",
    "008ffffff203f2000b9000000000000000005fffffff200003f20000",
    "00e50000b701f5000d90000000000000000000000ba0000001e70000",
    "05f100007d009d318f90000000000000000000000ba0008e008e5126",
    "0ab000002f4019ee9b90000000000000000000000ba0008e0006dfd9",
    "00000000000000000d70000000000000000000000000000000000000",
    "00000000000046118e20000000000000000000000000000000000000",
    "00000000000019deb300000000000000000000000000000000000000",
    "00000000000000000000000000000000000000000000000000000000",
];

#[test]
fn a_label_is_as_crisp_as_in_matplotlib() {
    let frame = picture(56, 16, "Ag \u{2212}4.e", 10.0 * PT, anchor(1.0, 12.0));
    let mut sum = 0;
    for (y, row) in LABEL.iter().enumerate() {
        for (x, digit) in row.chars().enumerate() {
            let want = 255 - 17 * digit.to_digit(16).expect("a digit") as i32;
            let got = i32::from(frame.pixel(x as u32, y as u32)[0]);
            assert!((got - want).abs() <= 60, "column {x}, row {y}: {got}, matplotlib {want}");
            sum += (got - want).abs();
        }
    }
    // The table has steps of 17 levels, so 4 is what rounding alone can do.
    assert!(sum < 4 * 56 * 16, "{}", sum as f32 / (56.0 * 16.0));
}

#[test]
fn bars_fill_whole_rows_wherever_the_baseline_is_asked_for() {
    for y in [20.0, 20.2, 19.6, 20.49] {
        let frame = picture(40, 30, "\u{2212}", 10.0 * PT, anchor(5.3, y));
        let column: Vec<u8> = (0..30).map(|row| frame.pixel(11, row)[0]).collect();
        let dark: Vec<usize> = (0..30).filter(|&row| column[row] != 255).collect();
        assert_eq!(dark, [15], "{column:?}");
        assert_eq!(column[15], 0);
    }
}

#[test]
fn a_text_moves_along_in_quarters_of_a_pixel() {
    let at = |x| picture(90, 20, "time (s)", 14.0, anchor(x, 15.0));
    assert!(at(5.0) == at(5.1) && at(5.0) != at(5.25));
    let (a, b) = (at(5.25), at(6.25));
    for (x, y) in (0..89).flat_map(|x| (0..20).map(move |y| (x, y))) {
        assert_eq!(a.pixel(x, y), b.pixel(x + 1, y));
    }
}

#[test]
fn quarter_turns_only_turn_the_picture() {
    const N: u32 = 90;
    let text = "Rate [1, 20]";
    let at = |x: f32, y: f32, angle| picture(N, N, text, 14.0, Anchor { angle, ..anchor(x, y) });
    let level = at(4.25, 40.0, 0.0);
    // Aligned left on the baseline, a turned text is pushed away from its point by its box.
    let layout = TextLayout::new(&Words::new(text, 14.0));
    let origin = |angle: f32| {
        let zero = Anchor { angle, ..anchor(0.0, 0.0) };
        line_origins(&layout, zero).1.next().expect("a line")
    };
    let n = N as f32;
    for (angle, x, y) in [(90.0, 40.0, n - 4.25), (180.0, n - 4.25, n - 40.0), (270.0, n - 40.0, 4.25)] {
        let (dx, dy) = origin(angle);
        let turned = at(x - dx as f32, y - dy as f32, angle);
        for (px, py) in (0..N).flat_map(|x| (0..N).map(move |y| (x, y))) {
            let (tx, ty) = match angle as u32 {
                90 => (py, N - 1 - px),
                180 => (N - 1 - px, N - 1 - py),
                _ => (N - 1 - py, px),
            };
            assert_eq!(level.pixel(px, py), turned.pixel(tx, ty), "{angle}: ({px}, {py})");
        }
    }
}

#[test]
fn a_slight_turn_changes_little() {
    // The same ink, from the masks that are kept and from outlines turned afresh.
    let anchor = |angle| Anchor { angle, ..anchor(5.0, 20.0) };
    let (a, b) = (picture(90, 30, "hEight", 20.0, anchor(0.0)), picture(90, 30, "hEight", 20.0, anchor(0.001)));
    for (a, b) in a.as_rgb().iter().zip(b.as_rgb()) {
        assert!(a.abs_diff(*b) <= 3, "{a} {b}");
    }
    assert!(a.as_rgb().contains(&0));
}

#[test]
fn warm_and_cold_caches_draw_the_same() {
    let mut cache = GlyphCache::default();
    for round in 0..3 {
        for (i, text) in ["time (s)", "\u{2212}1.5", "AVATo", "two\nlines", "\u{4e2d}"].iter().enumerate() {
            for angle in [0.0, 90.0, 37.0] {
                let anchor = Anchor { angle, ha: HAlign::Center, ..anchor(60.0 + 0.3 * i as f32, 50.0 + round as f32) };
                let px = 9.0 + i as f32;
                let mut warm = Frame::new(120, 100);
                draw(&mut warm, &mut cache, text, px, anchor);
                assert!(warm == picture(120, 100, text, px, anchor), "{text:?} {angle}");
            }
        }
    }
}

#[test]
fn the_cache_stays_small() {
    let mut cache = GlyphCache::default();
    let letters: String = ('!'..='~').collect();
    for px in (5..200).step_by(5) {
        draw(&mut Frame::new(50, 50), &mut cache, &letters, px as f32, anchor(1.1, 30.0));
        let bytes: usize = cache.masks.values().map(|m| m.cover.len() + ENTRY_BYTES).sum();
        assert!(bytes == cache.bytes && bytes <= MAX_BYTES, "{bytes} {}", cache.bytes);
    }
}

#[test]
fn paints_inside_the_clip_only_and_the_same_there() {
    let clip = Clip::new(20, 30, 61, 52);
    for angle in [0.0, 90.0, 180.0, 270.0, 20.0] {
        let layout = TextLayout::new(&Words::new("Clipped\ntext", 17.0));
        let anchor = Anchor { at: Point::new(50.0, 50.0), ha: HAlign::Center, va: VAlign::Center, angle };
        let (mut whole, mut part) = (Frame::new(100, 100), Frame::new(100, 100));
        let mut cache = GlyphCache::default();
        draw_text(&mut part, clip, &mut cache, &layout, anchor, Color::BLACK);
        draw_text(&mut whole, Clip::new(-9, -9, 999, 999), &mut cache, &layout, anchor, Color::BLACK);
        assert!(whole != part && part != Frame::new(100, 100));
        for (x, y) in (0..100_u32).flat_map(|x| (0..100_u32).map(move |y| (x, y))) {
            let inside = (20..61).contains(&x) && (30..52).contains(&y);
            let want = if inside { whole.pixel(x, y) } else { [255; 3] };
            assert_eq!(part.pixel(x, y), want, "{angle}: ({x}, {y})");
        }
    }
}

#[test]
fn translucent_ink_is_laid_once() {
    // "\u{2588}\u{2588}" are full blocks that touch; kerned letters overlap. No pixel is darker than the colour allows.
    let layout = TextLayout::new(&Words::new("AVAWATfj\u{2588}\u{2588}", 40.0));
    let mut frame = Frame::new(300, 60);
    let (clip, mut cache) = (Clip::all(frame.size()), GlyphCache::default());
    draw_text(&mut frame, clip, &mut cache, &layout, anchor(3.0, 45.0), Color::rgba(0, 100, 255, 128));
    let least = frame.as_rgb().chunks(3).map(|p| p[0]).min();
    assert_eq!(least, Some(mix(255, 0, 128)));
    assert!(frame.as_rgb().chunks(3).any(|p| p == [mix(255, 0, 128), mix(255, 100, 128), 255]));
}

#[test]
fn glyphs_that_overlap_only_add_ink() {
    // The ring touches the top of the A.
    for px in 9..40 {
        let [one, both] = ["A", "A\u{30a}"].map(|text| picture(60, 60, text, px as f32, anchor(5.3, 45.0)));
        assert!(one != both);
        assert!(one.as_rgb().iter().zip(both.as_rgb()).all(|(one, both)| both <= one), "{px}");
    }
}

#[test]
fn what_draws_nothing() {
    let mut cache = GlyphCache::default();
    let blank = Frame::new(30, 30);
    let layout = TextLayout::new(&Words::new("abc", 14.0));
    let far = [f32::NAN, f32::INFINITY, f32::NEG_INFINITY, f32::MAX, 1e30, -1e9, 4000.0, -4000.0];
    for v in far {
        for (x, y, angle) in [(v, 15.0, 0.0), (15.0, v, 0.0), (v, v, 45.0), (15.0, v, 90.0)] {
            let mut frame = blank.clone();
            draw(&mut frame, &mut cache, "abc", 14.0, Anchor { angle, ..anchor(x, y) });
            assert!(frame == blank, "({x}, {y}) {angle}");
        }
    }
    let mut frame = blank.clone();
    draw(&mut frame, &mut cache, "abc", 14.0, Anchor { angle: f32::NAN, ..anchor(5.0, 15.0) });
    draw(&mut frame, &mut cache, "", 14.0, anchor(5.0, 15.0));
    draw(&mut frame, &mut cache, "abc", f32::NAN, anchor(5.0, 15.0));
    let clip = Clip::all(frame.size());
    draw_text(&mut frame, clip, &mut cache, &layout, anchor(5.0, 15.0), Color::rgba(0, 0, 0, 0));
    draw_text(&mut frame, Clip::new(9, 9, 9, 20), &mut cache, &layout, anchor(5.0, 15.0), Color::BLACK);
    draw_text(&mut frame, Clip::new(20, 9, 5, 20), &mut cache, &layout, anchor(5.0, 15.0), Color::BLACK);
    assert!(frame == blank);
    draw(&mut Frame::new(0, 0), &mut cache, "abc", 14.0, anchor(0.0, 0.0));
}

#[test]
fn every_character_can_be_drawn() {
    let mut cache = GlyphCache::default();
    let mut frame = Frame::new(200, 40);
    let all: Vec<char> = ('\0'..='\u{2fff}').chain('\u{fb00}'..='\u{ffff}').collect();
    for (i, piece) in all.chunks(97).enumerate() {
        let text: String = piece.iter().collect();
        let px = 3.0 + (i % 40) as f32;
        let angle = (i % 7) as f32 * 45.0;
        draw(&mut frame, &mut cache, &text, px, Anchor { angle, ha: HAlign::Center, ..anchor(100.0, 20.0) });
    }
    draw(&mut frame, &mut cache, "W\u{222b}g", 1e6, anchor(-300.0, 400.0));
    let missing = picture(30, 30, "\u{4e2d}", 20.0, anchor(5.0, 20.0));
    assert!(missing != Frame::new(30, 30), "the empty box is seen");
}

#[test]
fn masks_of_turned_text_are_kept() {
    let mut cache = GlyphCache::default();
    let at = |k: u32, angle| Anchor { angle, ..anchor(20.0 + 0.07 * k as f32, 40.0 + 0.03 * k as f32) };
    let mut frame = Frame::new(80, 80);
    for k in 0..100 {
        draw(&mut frame, &mut cache, "ii", 14.0, at(k, 30.0));
        let (mut cold, mut warm) = (Frame::new(80, 80), Frame::new(80, 80));
        draw(&mut warm, &mut cache, "iii", 14.0, at(k, 30.0));
        draw(&mut cold, &mut GlyphCache::default(), "iii", 14.0, at(k, 30.0));
        assert_eq!(cold, warm, "{k}");
    }
    // at quarters of a pixel, both ways
    assert!(cache.masks.len() <= 16, "{}", cache.masks.len());
    for k in 0..300 {
        draw(&mut frame, &mut cache, "turning", 40.0, at(0, k as f32 + 0.1));
        assert!(cache.bytes <= MAX_BYTES);
    }
}

#[test]
fn free_text_moves_as_far_as_it_is_moved() {
    let centroid = |free: bool, x: f32, y: f32, angle: f32| {
        let mut words = Words::new("so", 20.0);
        words.setting.free = free;
        let mut frame = Frame::new(120, 120);
        let clip = Clip::all(frame.size());
        let anchor = Anchor { at: Point::new(x, y), ha: HAlign::Center, va: VAlign::Center, angle };
        draw_text(&mut frame, clip, &mut GlyphCache::default(), &TextLayout::new(&words), anchor, Color::BLACK);
        let (mut ink, mut sum) = (0.0, (0.0, 0.0));
        for (i, pixel) in frame.as_rgb().chunks_exact(3).enumerate() {
            let cover = 255.0 - f64::from(pixel[0]);
            ink += cover;
            sum = (sum.0 + cover * (i % 120) as f64, sum.1 + cover * (i / 120) as f64);
        }
        (sum.0 / ink, sum.1 / ink)
    };
    for angle in [0.0, 30.0, 90.0, 200.0] {
        for k in 0..20 {
            let at = (55.0 + 0.1 * k as f32, 60.0 + 0.1 * k as f32);
            let from = centroid(true, at.0, at.1, angle);
            let (right, down) = (centroid(true, at.0 + 0.1, at.1, angle), centroid(true, at.0, at.1 + 0.1, angle));
            let moved = [right.0 - from.0, right.1 - from.1, down.0 - from.0, down.1 - from.1];
            for (moved, want) in moved.into_iter().zip([0.1, 0.0, 0.0, 0.1]) {
                assert!((moved - want).abs() < 0.02, "{angle} {k}: {moved}, {want}");
            }
        }
    }
    // other text keeps to whole rows
    assert_eq!(centroid(false, 55.0, 60.1, 0.0), centroid(false, 55.0, 60.2, 0.0));
}
