use std::cell::Cell;
use std::ops::Range;

use super::*;
use crate::canvas::Frame;
use crate::geom::Point;
use crate::style::Color;

/// Points that go round and round a square, from one corner to the next, and how many of them were asked for.
struct Round {
    at: (f32, f32),
    step: f32,
    count: usize,
    asked: Cell<usize>,
}

impl Stream for Round {
    fn count(&self) -> usize {
        self.count
    }

    fn part(&self, range: Range<usize>, to: &mut Parts) {
        self.asked.set(self.asked.get() + range.len());
        to.clear();
        for i in range {
            let (across, down) = (i.div_ceil(2) % 2, i / 2 % 2);
            to.push(Point::new(self.at.0 + across as f32 * self.step, self.at.1 + down as f32 * self.step));
        }
    }
}

fn round(at: (f32, f32), step: f32, count: usize) -> Round {
    Round { at, step, count, asked: Cell::new(0) }
}

/// What is drawn of it, if anything is.
fn drawn(samples: &mut Samples, (columns, rows): (u32, u32), width: f32, line: &Round) -> Option<Frame> {
    let mut frame = Frame::new(columns, rows);
    let clip = Clip::all(frame.size());
    let mut rows = Rows::Frame(&mut frame, Color::BLACK);
    let any = samples.add(&mut rows, clip, &Stroke::solid(width, Color::BLACK), line);
    any.then_some(frame)
}

#[test]
fn a_small_walk_pays_for_the_pixels_around_it() {
    let mut samples = Samples::default();
    let frame = drawn(&mut samples, (900, 700), 2.0, &round((500.3, 300.3), 4.0, 1000)).unwrap();
    assert!(samples.cells.len() < 1000, "{}", samples.cells.len());
    assert_eq!([frame.pixel(502, 300)[0], frame.pixel(504, 302)[0], frame.pixel(510, 302)[0]], [0, 0, 255]);
    // nor for any if it lies outside
    let none = drawn(&mut samples, (900, 700), 2.0, &round((1500.3, 300.3), 4.0, 1000)).unwrap();
    assert!(none == Frame::new(900, 700));
}

#[test]
fn it_is_drawn_in_a_window_of_any_width() {
    for at in [3.3, 8000.3, -1.7] {
        let wide = drawn(&mut Samples::default(), (40_000, 24), 2.0, &round((at, 9.3), 4.0, 1000)).unwrap();
        let seen = wide.as_rgb().chunks_exact(3).map(|p| f64::from(255 - p[0]) / 255.0).sum::<f64>();
        // 6 x 6 less what is within and outside of its round corners; the last begins outside
        let want = if at > 0.0 { 31.1 } else { 16.8 };
        assert!((seen - want).abs() < 1.0, "{at} {seen}");
    }
}

#[test]
fn tables_of_some_widths_are_kept() {
    let mut samples = Samples::default();
    let line = round((10.3, 10.3), 4.0, 1000);
    let mut kept = Vec::new();
    for width in [1.0, 2.5, 1.0, 2.5] {
        drawn(&mut samples, (30, 30), width, &line).unwrap();
        kept.push(samples.tables.last().map(|t| (t.0, t.1.as_ptr())));
    }
    assert_eq!((kept[0], kept[1]), (kept[2], kept[3]));
    assert_eq!(samples.tables.len(), 2);
    for i in 0..20 {
        let width = 0.5 + i as f32 * 0.1;
        let again = drawn(&mut samples, (30, 30), width, &line);
        assert!(again == drawn(&mut Samples::default(), (30, 30), width, &line), "{width}");
    }
    assert_eq!(samples.tables.len(), TABLES);
}

#[test]
fn steps_that_are_too_long_are_told_before_the_end() {
    let line = round((10.3, 10.3), 400.0, 100 * AT_ONCE);
    assert!(drawn(&mut Samples::default(), (500, 500), 2.0, &line).is_none());
    assert!(line.asked.get() < 4 * AT_ONCE, "{}", line.asked.get());
}
