//! A marker that moves by a tenth of a pixel moves by a tenth of a pixel on the screen.

use grabframe::prelude::*;

const SIZE: (u32, u32) = (120, 110);

/// The centre of what is darker than the background, in pixels.
fn center_of_mass(frame: &Frame, background: &Frame) -> (f64, f64) {
    let (mut sum, mut x, mut y) = (0.0, 0.0, 0.0);
    let pixels = frame.as_rgb().chunks(3).zip(background.as_rgb().chunks(3));
    for (i, (a, b)) in pixels.enumerate() {
        let of = |p: &[u8]| p.iter().map(|c| f64::from(*c)).sum::<f64>();
        let dark = of(b) - of(a);
        sum += dark;
        x += dark * ((i % SIZE.0 as usize) as f64 + 0.5);
        y += dark * ((i / SIZE.0 as usize) as f64 + 0.5);
    }
    assert!(sum > 1000.0, "nothing was drawn");
    (x / sum, y / sum)
}

fn moves(artist: impl Fn(&mut Figure, Key<Axes>, f64, f64), name: &str, within: f64) {
    let mut empty = Figure::pixels(SIZE.0, SIZE.1);
    let ax = empty.add_axes_at(0.0, 0.0, 1.0, 1.0);
    // one data unit is one pixel, so that a step of 0.1 is a tenth of a pixel
    empty[ax].set_xlim(0.0, f64::from(SIZE.0)).set_ylim(0.0, f64::from(SIZE.1)).set_frame(false);
    let mut renderer = Renderer::new();
    let background = renderer.render(&empty).clone();
    for (dx, dy) in [(0.1, 0.0), (0.0, 0.1), (0.1, 0.1)] {
        let mut last: Option<(f64, f64)> = None;
        for step in 0..=100 {
            let mut fig = empty.clone();
            artist(&mut fig, ax, 40.03 + dx * f64::from(step), 40.07 + dy * f64::from(step));
            let now = center_of_mass(renderer.render(&fig), &background);
            if let Some(last) = last {
                let (mx, my) = (now.0 - last.0, last.1 - now.1);
                assert!((mx - dx).abs() <= within, "{name}: step {step} moved by {mx:.4} px along x instead of {dx}");
                assert!((my - dy).abs() <= within, "{name}: step {step} moved by {my:.4} px along y instead of {dy}");
            }
            last = Some(now);
        }
    }
}

#[test]
fn markers_of_a_line() {
    for marker in ['o', 's', '^', 'D', '*', '.', 'P', 'h'] {
        let draw = |fig: &mut Figure, ax: Key<Axes>, x: f64, y: f64| {
            fig[ax].add(Line::new([x], [y]).color("k").marker(marker));
        };
        moves(draw, &marker.to_string(), 0.02);
    }
}

#[test]
fn a_scatter() {
    let draw = |fig: &mut Figure, ax: Key<Axes>, x: f64, y: f64| {
        fig[ax].add(Scatter::new([x], [y]).color("k").sizes([20.0]));
    };
    moves(draw, "scatter", 0.02);
}

/// Strokes about as thin as a pixel are covered exactly too, but the middle of a pixel is not the middle of what is covered
/// in it: their centre of mass wobbles by a few hundredths of a pixel around where they are.
#[test]
fn thin_strokes() {
    for marker in ['+', 'x'] {
        let draw = |fig: &mut Figure, ax: Key<Axes>, x: f64, y: f64| {
            fig[ax].add(Line::new([x], [y]).color("k").marker(marker));
        };
        moves(draw, &marker.to_string(), 0.05);
    }
    let draw = |fig: &mut Figure, ax: Key<Axes>, x: f64, y: f64| {
        fig[ax].add(Line::new([x, x + 31.3, x + 17.9, x], [y, y + 11.7, y + 40.3, y]).color("k"));
    };
    moves(draw, "line", 0.03);
}
