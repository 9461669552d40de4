//! How artists that stand are drawn, seen in pixels.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use grabframe::prelude::*;
use grabframe::{Histogram, Mesh, Scale, Span, Stairs};

/// What is added, and what it is called.
type Added<'a> = (&'a str, &'a dyn Fn(&mut Axes));

/// A figure whose axes are the whole picture, from 0 to `x` and from `bottom` to `top`.
fn bare(x: f64, bottom: f64, top: f64) -> (Figure, Key<Axes>) {
    let mut fig = Figure::pixels(100, 100);
    let ax = fig.add_axes_at(0.0, 0.0, 1.0, 1.0);
    fig[ax].set_xlim(0, x).set_ylim(bottom, top).set_frame(false);
    (fig, ax)
}

fn pixel(frame: &Frame, x: u32, y: u32) -> [u8; 3] {
    frame.pixel(x, y)
}

#[test]
fn gouraud_prefers_no_diagonal() {
    let drawn = |values: [[f64; 2]; 2]| {
        let (mut fig, ax) = bare(1.0, 0.0, 1.0);
        fig[ax].add(Mesh::on([0, 1], [0, 1], values).shading("gouraud").cmap("gray"));
        fig.render()
    };
    let (one, other) = (drawn([[0.0, 1.0], [1.0, 0.0]]), drawn([[1.0, 0.0], [0.0, 1.0]]));
    for (x, y) in [(10, 10), (30, 50), (50, 50), (70, 20), (85, 60)] {
        let (here, there) = (pixel(&one, x, y)[0], pixel(&other, 99 - x, y)[0]);
        assert!(here.abs_diff(there) <= 2, "{here} at ({x}, {y}), and {there} in the mirror");
    }
}

#[test]
fn sides_of_stairs_and_stems_are_sharp() {
    for fill in [false, true] {
        let (mut fig, ax) = bare(100.0, 0.0, 100.0);
        fig[ax].add(Stairs::new([50.0], [20.3, 70.4]).fill(fill).color("k").linewidth(0.72));
        let frame = fig.render();
        let row: Vec<u8> = (0..100).map(|x| pixel(&frame, x, 80)[0]).collect();
        let dark = row.iter().filter(|shade| **shade < 3).count();
        let sharp = row.iter().all(|shade| !(3..=252).contains(shade));
        assert!(sharp && dark == if fill { 50 } else { 2 }, "{row:?}");
    }
    let (mut fig, ax) = bare(100.0, 0.0, 100.0);
    fig[ax].add(Stem::new([20.3], [50.0]).color("k").linewidth(0.72).basecolor("none"));
    let frame = fig.render();
    let dark: Vec<u8> = (0..100).map(|x| pixel(&frame, x, 80)[0]).filter(|shade| *shade < 253).collect();
    assert!(dark.len() == 1 && dark[0] < 3, "{dark:?}");
}

#[test]
fn what_stands_on_zero_reaches_down_to_the_border_of_a_log_axis() {
    let drawn = |add: &dyn Fn(&mut Axes)| {
        let (mut fig, ax) = bare(10.0, 1.0, 1000.0);
        fig[ax].set_yscale("log");
        add(&mut fig[ax]);
        let frame = fig.render();
        [(50, 98), (50, 60), (50, 10)].map(|(x, y)| pixel(&frame, x, y) == [0; 3])
    };
    let filled: [Added<'_>; 5] = [
        ("stairs", &|ax| _ = ax.add(Stairs::new([100.0], [0, 10]).fill(true).color("k"))),
        ("hist", &|ax| _ = ax.add(Histogram::new([5.0; 100]).bins(1).range(0, 10).step_filled().color("k"))),
        ("bars", &|ax| _ = ax.add(Histogram::new([5.0; 100]).bins(1).range(0, 10).color("k"))),
        ("band", &|ax| _ = ax.add(FillBetween::new([0, 10], 0, [100, 100]).color("k"))),
        ("stem", &|ax| _ = ax.add(Stem::new([5.05], [100]).color("k").linewidth(3))),
    ];
    for (name, add) in filled {
        assert_eq!(drawn(add), [true, true, false], "{name}");
    }
}

/// What a scale costs is paid once for each column and each row.
#[test]
fn columns_of_a_mesh_are_looked_up_once() {
    let asked = |rows: usize| {
        let calls = Arc::new(AtomicUsize::new(0));
        let counts = Arc::clone(&calls);
        let scale = Scale::function(
            move |v| {
                counts.fetch_add(1, Ordering::Relaxed);
                v
            },
            |v| v,
        );
        let (mut fig, ax) = bare(100.0, 0.0, 100.0);
        fig[ax].set_xscale(scale);
        let edges = |n: usize| (0..=n).map(|i| i as f64).collect::<Vec<f64>>();
        fig[ax].add(Mesh::on(edges(20), edges(rows), vec![vec![1.0; 20]; rows]));
        _ = fig.render();
        calls.load(Ordering::Relaxed)
    };
    assert_eq!(asked(1), asked(50));
}

#[test]
fn a_tangent_is_laid_anew_and_heights_of_stems_are() {
    let mut rule = Rule::horizontal(1);
    rule.set_through((1.0, 2.0), 3.0).set_at(5);
    assert_eq!(rule.at(), 5.0);
    let (mut fig, ax) = bare(100.0, 0.0, 100.0);
    let tangent = fig[ax].add(Rule::vertical(10).color("k"));
    fig[tangent].set_through((0, 0), 1);
    let frame = fig.render();
    assert!(pixel(&frame, 30, 69)[0] < 100 && pixel(&frame, 10, 20) == [255; 3]);

    let mut stem = Stem::new([1, 2], [3, 4]);
    assert_eq!(stem.set_ydata([5, 6]).ydata(), [5.0, 6.0]);
    assert_eq!(stem.xdata(), [1.0, 2.0]);
}

/// Of any width above nothing something is seen: a pixel, or, in files, a hair.
#[test]
fn what_is_far_thinner_than_a_pixel_is_seen() {
    for width in [1e-1, 1e-4, 1e-8, 1e-12] {
        let kinds: [Added<'_>; 5] = [
            ("bars", &|ax| _ = ax.add(Bars::new([0.4], [1]).width(width).color("r"))),
            ("lying bars", &|ax| _ = ax.add(Bars::horizontal([0.4], [1]).width(width).color("r"))),
            ("histogram", &|ax| _ = ax.add(Histogram::new([0.4]).with_edges([0.4, 0.4 + width]).color("r"))),
            ("span", &|ax| _ = ax.add(Span::vertical(0.4, 0.4 + width).color("r"))),
            ("level span", &|ax| _ = ax.add(Span::horizontal(0.4, 0.4 + width).color("r"))),
        ];
        for (name, add) in kinds {
            let (mut fig, ax) = bare(1.0, 0.0, 1.0);
            add(&mut fig[ax]);
            let frame = fig.render();
            let red = frame.as_rgb().chunks(3).filter(|pixel| *pixel == [255, 0, 0]).count();
            assert!(red > 50, "{name} of width {width:e}: {red} pixels");
            let svg = fig.to_svg();
            assert!(
                width > 0.01 || svg.contains("l.5 0 ") || svg.contains("l0 .5 ") || svg.contains("0 .5-"),
                "{name} {width:e}: {svg}"
            );
        }
    }
}

/// Bins that are narrower than a pixel share it.
#[test]
fn of_filled_stairs_no_step_is_left_out() {
    let steps: Vec<f64> = (0..1000).map(|i| f64::from(i % 2)).collect();
    let (mut fig, ax) = bare(1000.0, 0.0, 1.0);
    let edges: Vec<f64> = (0..=1000).map(f64::from).collect();
    fig[ax].add(Stairs::new(steps, edges).fill(true).color("k"));
    let frame = fig.render();
    for x in 2..98 {
        let [gray, ..] = frame.pixel(x, 50);
        assert!((120..=136).contains(&gray), "{gray} at {x}");
    }
}

/// Each sample covers its own part of a stack, however it is drawn, and whatever shows through.
#[test]
fn samples_of_a_stack_lie_on_one_another() {
    type Make = fn(Histogram) -> Histogram;
    let kinds: [Make; 3] = [|h| h, Histogram::step_filled, |h| h.edgecolor("k")];
    let mut pale = Theme::paper();
    pale.cycle = vec![Color::rgba(255, 0, 0, 128), Color::rgba(0, 0, 255, 128)];
    for (k, make) in kinds.into_iter().enumerate() {
        // that of the artist, and that of a theme's colours
        for (alpha, theme) in [(1.0, None), (0.5, None), (0.5, Some(&pale))] {
            let hist = || {
                let samples = [vec![0.5, 1.5, 1.6], vec![0.4, 0.6, 1.7]];
                let hist = Histogram::several(samples).with_edges([0, 1, 2]).stacked(true);
                make(if theme.is_none() { hist.colors(["r", "b"]).alpha(alpha) } else { hist })
            };
            let drawn = |hist: Histogram, lying: bool| {
                let (mut fig, ax) = if lying { bare(4.0, 0.0, 2.0) } else { bare(2.0, 0.0, 4.0) };
                fig[ax].add(hist);
                if let Some(theme) = theme {
                    fig.set_theme(theme.clone());
                }
                fig.render()
            };
            let (upright, lying) = (drawn(hist(), false), drawn(hist().horizontal(), true));
            let pale = if alpha == 1.0 { 0 } else { 128 };
            let [red, blue, none] = [[255, pale, pale], [pale, pale, 255], [255, 255, 255]];
            // one and two in the first bin, two and one in the second
            let want = [(25, 12, red), (25, 50, blue), (25, 87, none), (75, 38, red), (75, 62, blue), (75, 87, none)];
            for (along, up, color) in want {
                let (stands, lies) = (pixel(&upright, along, 99 - up), pixel(&lying, up, 99 - along));
                let near = |seen: [u8; 3]| seen.iter().zip(color).all(|(a, b)| a.abs_diff(b) <= 1);
                assert!(near(stands) && near(lies), "{k}, {alpha}, {along} {up}: {stands:?} {lies:?}, not {color:?}");
            }
        }
    }
}

/// Where a line around a sample begins and ends it goes up from the one below, not from 0.
#[test]
fn the_line_around_a_sample_of_a_stack_rises_from_the_one_below() {
    for lying in [false, true] {
        let samples = [vec![0.5, 1.5, 1.6], vec![0.4, 0.6, 1.7]];
        let hist = Histogram::several(samples).with_edges([0, 1, 2]).colors(["none", "b"]).stacked(true).step();
        let (mut fig, ax) = if lying { bare(4.0, -1.0, 3.0) } else { bare(4.0, 0.0, 4.0) };
        if !lying {
            fig[ax].set_xlim(-1, 3);
        }
        fig[ax].add(if lying { hist.horizontal() } else { hist });
        let frame = fig.render();
        // along the bins and up, in their units
        let blue = |along: f64, up: f64| {
            let (along, up) = ((25.0 * (along + 1.0)) as u32, (25.0 * up) as u32);
            let near = |by: u32| {
                let [r, _, b] =
                    if lying { pixel(&frame, up, 100 - along - by) } else { pixel(&frame, along - by, 100 - up) };
                b > 150 && r < 150
            };
            near(0) || near(1)
        };
        // one and two in the first bin, two and one in the second
        let seen = [(0.0, 0.5), (0.0, 2.0), (0.5, 3.0), (2.0, 1.0), (2.0, 2.5)].map(|(along, up)| blue(along, up));
        assert_eq!(seen, [false, true, true, false, true], "lying: {lying}");
    }
}
