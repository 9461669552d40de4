//! A marker that moves by a tenth of a pixel moves by a tenth of a pixel on the screen.

use grabframe::Layout;
use grabframe::prelude::*;

/// The centre of what is darker than the background inside the box, in pixels.
fn center_of_mass(frame: &Frame, background: &Frame) -> (f64, f64) {
    let (mut sum, mut x, mut y) = (0.0, 0.0, 0.0);
    for row in 60..420 {
        for col in 90..570 {
            let of = |f: &Frame| f.pixel(col, row).iter().map(|c| f64::from(*c)).sum::<f64>();
            let dark = of(background) - of(frame);
            sum += dark;
            x += dark * (f64::from(col) + 0.5);
            y += dark * (f64::from(row) + 0.5);
        }
    }
    assert!(sum > 1000.0, "nothing was drawn");
    (x / sum, y / sum)
}

fn moves(artist: impl Fn(&mut Figure, Key<Axes>, f64, f64), name: &str) {
    let mut empty = Figure::new();
    let ax = empty.add_axes();
    // one data unit is one pixel, so that a step of 0.1 is a tenth of a pixel
    empty[ax].set_xlim(0.0, 496.0).set_ylim(0.0, 369.6);
    let area = Layout::of(&empty).axes[0].area;
    assert!((area.width() - 496.0).abs() < 1e-3 && (area.height() - 369.6).abs() < 1e-3);
    let background = empty.render();
    for (dx, dy) in [(0.1, 0.0), (0.0, 0.1), (0.1, 0.1)] {
        let mut last: Option<(f64, f64)> = None;
        for step in 0..=100 {
            let mut fig = empty.clone();
            artist(&mut fig, ax, 200.03 + dx * f64::from(step), 150.07 + dy * f64::from(step));
            let now = center_of_mass(&fig.render(), &background);
            if let Some(last) = last {
                let (mx, my) = (now.0 - last.0, last.1 - now.1);
                assert!((mx - dx).abs() <= 0.02, "{name}: step {step} moved by {mx:.4} px along x instead of {dx}");
                assert!((my - dy).abs() <= 0.02, "{name}: step {step} moved by {my:.4} px along y instead of {dy}");
            }
            last = Some(now);
        }
    }
}

#[test]
fn markers_of_a_line() {
    for marker in ['o', 's', '^', 'D', '+', 'x', '*', '.'] {
        let draw = |fig: &mut Figure, ax: Key<Axes>, x: f64, y: f64| {
            fig[ax].add(Line::new([x], [y]).color("k").marker(marker));
        };
        moves(draw, &marker.to_string());
    }
}

#[test]
fn a_scatter() {
    let draw = |fig: &mut Figure, ax: Key<Axes>, x: f64, y: f64| {
        fig[ax].add(Scatter::new([x], [y]).color("k").sizes([20.0]));
    };
    moves(draw, "scatter");
}

#[test]
fn a_line() {
    let draw = |fig: &mut Figure, ax: Key<Axes>, x: f64, y: f64| {
        fig[ax].add(Line::new([x, x + 31.3, x + 17.9, x], [y, y + 11.7, y + 40.3, y]).color("k"));
    };
    moves(draw, "line");
}
