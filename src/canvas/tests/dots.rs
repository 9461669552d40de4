//! Markers from the top down.

use crate::canvas::frame::Frame;
use crate::canvas::marker::{MarkerStyle, Stamps, dots, markers_each};
use crate::geom::Clip;
use crate::style::{Color, Marker};

use super::truth::{Random, difference};

const CLIP: Clip = Clip::new(4, 3, 76, 68);

fn places(random: &mut Random, count: usize) -> Vec<(f64, f64)> {
    let mut at = Vec::new();
    for i in 0..count {
        let (x, y) = (f64::from(100.0 * random.next() - 10.0), f64::from(90.0 * random.next() - 10.0));
        at.push(match i % 50 {
            0 => (f64::NAN, y),
            1 => (x, f64::INFINITY),
            2 => (1e30, y),
            3 => (-1e12, -1e12),
            _ => (x, y),
        });
    }
    at
}

/// The same markers from the top down, and one by one.
fn both<'a>(
    at: &[(f64, f64)],
    style: &dyn Fn(usize) -> MarkerStyle<'a>,
    (alike, opaque): (bool, bool),
) -> Option<(Frame, Frame)> {
    let (mut down, mut up) = (Frame::new(80, 70), Frame::new(80, 70));
    for (i, byte) in down.as_rgb_mut().iter_mut().enumerate() {
        *byte = 255 - (i % 40) as u8;
    }
    up.copy_from(&down);
    if !dots(&mut down, CLIP, &mut Stamps::default(), at, style, alike, opaque) {
        return None;
    }
    markers_each(&mut up, CLIP, &mut Stamps::default(), at.iter().enumerate().map(|(i, p)| (*p, style(i))));
    Some((down, up))
}

#[test]
fn from_the_top_down_markers_look_as_one_by_one() {
    let mut random = Random::new(3);
    let at = places(&mut random, 3000);
    let shade = |i: usize, a: u8| Color::rgba((i * 37 % 255 + 1) as u8, (i * 11 % 256) as u8, (i * 71 % 256) as u8, a);
    for name in ['o', 's', '*', 'x', '.', 'D'] {
        let marker = &Marker::from_char(name).expect("a marker");
        for size in [2.0, 5.5, 9.0] {
            let look = |face, edge| MarkerStyle { marker, half: None, size, face, edge, edge_width: 1.0 };
            let opaque = |i: usize| look(Some(shade(i, 255)), Some(shade(i, 255)));
            let edged = |i: usize| look(Some(shade(i, 255)), Some(Color::BLACK));
            let translucent = |i: usize| look(Some(shade(i, 120)), Some(shade(i, 120)));
            let glass = |i: usize| look(Some(shade(i, 90)), Some(Color::BLACK));
            let one = |_: usize| look(Some(shade(5, 255)), Some(shade(5, 255)));
            let one_translucent = |_: usize| look(Some(shade(5, 100)), None);
            let some = |i: usize| look((!i.is_multiple_of(3)).then_some(shade(i, 255)), None);
            check(&at, (name, size, "opaque"), &opaque, (false, true));
            check(&at, (name, size, "opaque, each asked"), &opaque, (false, false));
            check(&at, (name, size, "edged"), &edged, (false, false));
            check(&at, (name, size, "translucent"), &translucent, (false, false));
            check(&at, (name, size, "glass"), &glass, (false, false));
            check(&at, (name, size, "one"), &one, (true, false));
            check(&at, (name, size, "one, translucent"), &one_translucent, (true, false));
            check(&at, (name, size, "some"), &some, (false, false));
        }
    }
}

fn check<'a>(
    at: &[(f64, f64)],
    what: (char, f32, &str),
    style: &dyn Fn(usize) -> MarkerStyle<'a>,
    (alike, opaque): (bool, bool),
) {
    let Some((down, up)) = both(at, style, (alike, opaque)) else { panic!("{what:?} was drawn one by one") };
    let apart = difference(&down, &up);
    assert!(apart.max <= 3 && apart.mean < 0.6, "{what:?}: {apart:?}");
}

/// Squares with one whole pixel at least, without an edge.
fn square(size: f32, face: Color) -> MarkerStyle<'static> {
    MarkerStyle { marker: &Marker::Square, half: None, size, face: Some(face), edge: None, edge_width: 0.0 }
}

#[test]
fn few_markers_and_those_that_leave_the_window_bare_are_drawn_one_by_one() {
    let drawn = |width: u32, height: u32, count: u32, size: f32| {
        let (mut frame, clip) = (Frame::new(width, height), Clip::new(0, 0, width as i32, height as i32));
        let before = frame.clone();
        let at: Vec<_> =
            (0..count).map(|i| (f64::from(i * 7 % width) + 0.5, f64::from(i * 3 % height) + 0.5)).collect();
        for (alike, opaque) in [(true, false), (false, true), (false, false)] {
            let style = |_: usize| square(size, Color::BLACK);
            let done = dots(&mut frame, clip, &mut Stamps::default(), &at, &style, alike, opaque);
            assert_eq!(done, frame != before, "{count} of {size} in {width} x {height}");
            frame.copy_from(&before);
            if !done {
                return false;
            }
        }
        true
    };
    assert!(drawn(80, 70, 2000, 5.0));
    assert!(!drawn(80, 70, 1999, 5.0), "too few");
    assert!(drawn(80, 70, 3000, 1.0));
    assert!(!drawn(400, 300, 3000, 1.0), "a small part of the window");
    assert!(drawn(400, 300, 3000, 9.0));
}

/// However many lie over each other, what shines through is as much as it should be: against a sum that is rounded nowhere.
#[test]
fn stacks_of_faint_markers_fill_up() {
    let spots = [(14.5, 20.5), (30.5, 20.5), (46.5, 20.5), (62.5, 20.5), (14.5, 45.5), (30.5, 45.5), (46.5, 45.5)];
    let mut random = Random::new(11);
    for (opacity, worst) in [(3_u8, 6.0), (5, 5.0), (13, 3.5), (26, 3.0), (51, 3.0), (63, 3.0), (64, 2.5), (90, 2.5)] {
        for high in [40, 500, 1500] {
            for one in [false, true] {
                let count = spots.len() * high;
                let mut at: Vec<_> = (0..count).map(|i| spots[i % spots.len()]).collect();
                at.resize(count.max(2000), (f64::NAN, f64::NAN));
                let mut level = || (random.next() * 256.0) as u8;
                let mut colors: Vec<_> = at.iter().map(|_| Color::rgba(level(), level(), level(), opacity)).collect();
                if one {
                    let first = colors[0];
                    colors.fill(first);
                }
                let mut frame = Frame::new(80, 70);
                frame.clear(Color::WHITE);
                let style = |i: usize| square(9.0, colors[i]);
                assert!(dots(&mut frame, CLIP, &mut Stamps::default(), &at, &style, one, false));
                let (mut off, mut most) = (0.0, 0.0_f64);
                for (s, (x, y)) in spots.iter().enumerate() {
                    let mut exact = [255.0; 3];
                    for color in colors[..count].iter().skip(s).step_by(spots.len()) {
                        for (sum, channel) in exact.iter_mut().zip(color.channels()) {
                            *sum += (f64::from(channel) - *sum) * f64::from(opacity) / 255.0;
                        }
                    }
                    let pixel = &frame.as_rgb()[(*y as usize * 80 + *x as usize) * 3..][..3];
                    for (level, exact) in pixel.iter().zip(exact) {
                        off += (f64::from(*level) - exact) / (spots.len() * 3) as f64;
                        most = most.max((f64::from(*level) - exact).abs());
                    }
                }
                let what = format!("{high} of opacity {opacity}, one colour: {one}");
                assert!(off.abs() < 1.1 && most <= worst, "{what}: {off:.2} on average, {most:.2} at most");
            }
        }
    }
}
