//! Images: where their cells lie, whatever the scale, and which colours they have.

use grabframe::prelude::*;
use grabframe::{Clip, Layout};

/// Axes of 496 x 369.6 pixels from column 80 and row 57.6 without anything around them.
fn axes() -> (Figure, Key<Axes>) {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    fig[ax].set_frame(false).set_aspect(Aspect::Auto);
    (fig, ax)
}

/// Columns of a row at which the colour changes: the first one with the new colour.
fn borders(row: impl Iterator<Item = [u8; 3]>) -> Vec<usize> {
    let row: Vec<[u8; 3]> = row.collect();
    (1..row.len()).filter(|&i| row[i] != row[i - 1]).collect()
}

fn columns(frame: &Frame, y: u32) -> Vec<usize> {
    borders((0..frame.width()).map(|x| frame.pixel(x, y)))
}

fn rows(frame: &Frame, x: u32) -> Vec<usize> {
    borders((0..frame.height()).map(|y| frame.pixel(x, y)))
}

/// The first pixel whose middle lies beyond.
fn first_pixel(at: f64) -> usize {
    (at + 0.5).floor() as usize
}

/// Black, gray, and the lightest gray that is not white.
fn three(grid: impl grabframe::Grid) -> Image {
    Image::new(grid).clim(0.0, 2.2).cmap("gray")
}

#[test]
fn cells_lie_where_the_scale_has_them() {
    // a third and two thirds of the way from 1 to 1000 as data are 334 and 667
    let at = |v: f64| v.log10() / 3.0;
    for how in [Interpolation::Auto, Interpolation::Nearest] {
        let (mut fig, ax) = axes();
        fig[ax].add(three([[0, 1, 2]]).extent(1.0, 1000.0, 0.0, 1.0).interpolation(how));
        fig[ax].set_xscale(Scale::Log);
        let x = |v: f64| first_pixel(80.0 + 496.0 * at(v));
        assert_eq!(columns(&fig.render(), 240), [80, x(334.0), x(667.0), 576], "{how:?}");
        assert_eq!((x(334.0), x(667.0)), (497, 547));
        // backward
        fig[ax].set_xlim(1000.0, 1.0);
        let x = |v: f64| first_pixel(576.0 - 496.0 * at(v));
        assert_eq!(columns(&fig.render(), 240), [80, x(667.0), x(334.0), 576], "{how:?} backward");
        // upward and downward
        let (mut fig, ax) = axes();
        fig[ax].add(three([[0], [1], [2]]).extent(0.0, 1.0, 1.0, 1000.0).origin(Origin::Lower).interpolation(how));
        fig[ax].set_yscale(Scale::Log);
        let y = |v: f64| first_pixel(427.2 - 369.6 * at(v));
        assert_eq!(rows(&fig.render(), 300), [58, y(667.0), y(334.0), 427], "{how:?} upward");
        fig[ax].set_ylim(1000.0, 1.0);
        let y = |v: f64| first_pixel(57.6 + 369.6 * at(v));
        assert_eq!(rows(&fig.render(), 300), [58, y(334.0), y(667.0), 427], "{how:?} downward");
    }
}

#[test]
fn blended_cells_are_pure_in_their_middles() {
    let (mut fig, ax) = axes();
    fig[ax].add(
        Image::new([[0.0, 100.0, 200.0]])
            .clim(0.0, 255.0)
            .cmap("gray")
            .extent(1.0, 1000.0, 0.0, 1.0)
            .interpolation(Interpolation::Bilinear),
    );
    fig[ax].set_xscale(Scale::Log);
    let frame = fig.render();
    for x in 80..576_u32 {
        let value = 10_f64.powf((f64::from(x) + 0.5 - 80.0) / 496.0 * 3.0);
        // the middles of the cells are at 167.5, 500.5 and 833.5
        let want = ((value - 167.5) / 333.0 * 100.0).clamp(0.0, 200.0);
        let got = f64::from(frame.pixel(x, 240)[0]);
        assert!((got - want).abs() <= 2.0, "column {x}: {got} instead of {want}");
    }
}

#[test]
fn many_cells_to_a_pixel_are_averaged_on_log_axes_too() {
    // steps that grow with the column: a pixel is the mean of what lies in it
    let values: Vec<f64> = (0..9000).map(|i| f64::from(i / 10 % 2) * 200.0).collect();
    let (mut fig, ax) = axes();
    fig[ax].add(Image::new(vec![values]).clim(0.0, 255.0).cmap("gray").extent(1.0, 10.0, 0.0, 1.0));
    fig[ax].set_xscale(Scale::Log);
    let frame = fig.render();
    // near 10 a pixel holds 46 columns, near 1 4.6 of them
    let mean =
        |from: u32, to: u32| (from..to).map(|x| f64::from(frame.pixel(x, 240)[0])).sum::<f64>() / f64::from(to - from);
    assert!((mean(80, 300) - 100.0).abs() < 5.0 && (mean(300, 576) - 100.0).abs() < 5.0);
    assert!((480..576).all(|x| frame.pixel(x, 240)[0].abs_diff(100) < 40), "averages near the end");
    assert!((80..140).any(|x| frame.pixel(x, 240)[0] < 5), "single steps near the beginning");
}

#[test]
fn what_has_no_place_lies_beyond_the_low_end() {
    // without an extent the first cell begins at -0.5
    let (mut fig, ax) = axes();
    fig[ax].add(three([[0, 1, 2]]));
    fig[ax].set_xscale(Scale::Log).set_xlim(0.1, 2.5);
    let x = |v: f64| first_pixel(80.0 + 496.0 * (v / 0.1).log10() / 25_f64.log10());
    assert_eq!(columns(&fig.render(), 240), [80, x(0.5), x(1.5), 576]);
    for (left, right, seen) in [(-10.0, 100.0, true), (0.0, 3.0, true), (-5.0, -1.0, false), (-1.0, 0.0, false)] {
        for backward in [false, true] {
            let (mut fig, ax) = axes();
            let (a, b) = if backward { (right, left) } else { (left, right) };
            fig[ax].add(three([[0]]).extent(a, b, 0.0, 1.0));
            fig[ax].set_xscale(Scale::Log).set_xlim(1.0, 2.0).set_ylim(0.0, 1.0);
            let frame = fig.render();
            let dark = (80..576).filter(|&x| frame.pixel(x, 240) == [0; 3]).count();
            assert_eq!(dark, if seen { 496 } else { 0 }, "{left} {right} {backward}");
        }
    }
}

#[test]
fn edges_are_exact_however_far_the_image_reaches() {
    let bits: Vec<u8> = (0..86_400_u32).map(|i| (i % 2) as u8).collect();
    for width in [1.0, 0.1, 0.01, 1e-4, 1e-6] {
        for how in [Interpolation::Auto, Interpolation::Nearest] {
            let (mut fig, ax) = axes();
            fig[ax].add(three((1, 86_400, &bits)).extent(0.0, 86_400.0, 0.0, 1.0).interpolation(how));
            fig[ax].set_xlim(43_200.0 - width / 2.0, 43_200.0 + width / 2.0);
            assert_eq!(columns(&fig.render(), 240), [80, 328, 576], "{width} {how:?}");
        }
    }
    // ends so far away that the distance to them is all that is left of a number
    for far in [1e9, 1e15, 1e17, 1e100, 1e308] {
        for (left, right) in [(-far, far), (far, -far)] {
            let (mut fig, ax) = axes();
            fig[ax].add(three([[0, 1]]).extent(left, right, 0.0, 1.0));
            fig[ax].set_xlim(-0.5, 0.5);
            assert_eq!(columns(&fig.render(), 240), [80, 328, 576], "{left} {right}");
        }
    }
    // an outer edge likewise
    let (mut fig, ax) = axes();
    fig[ax].add(three([[0]]).extent(-1e300, 0.0, -1e300, 1e300));
    fig[ax].set_xlim(-1.0, 1.0).set_ylim(-1.0, 1.0);
    assert_eq!(columns(&fig.render(), 240), [80, 328]);
}

#[test]
fn images_side_by_side_show_no_seam() {
    for alpha in [1.0, 0.5] {
        let (mut fig, ax) = axes();
        let mut from = 0.0;
        for to in [0.137, 0.3501, 0.3517, 0.5, 0.773, 1.0] {
            // one thinner than a pixel is seen over its neighbour, which translucency shows
            if alpha < 1.0 && to == 0.3501 {
                continue;
            }
            fig[ax].add(Image::new([[0.5]]).clim(0.0, 1.0).extent(from, to, 0.0, 1.0).alpha(alpha));
            from = to;
        }
        fig[ax].set_xlim(0.0, 1.0).set_ylim(0.0, 1.0);
        let frame = fig.render();
        assert_eq!(columns(&frame, 240), [80, 576], "{alpha}");
        if alpha == 1.0 {
            assert_eq!(frame.pixel(240, 240), [0x20, 0x90, 0x8c]);
        }
    }
}

fn classes() -> Colormap {
    Colormap::listed("classes", &["#ff0000", "#00ff00", "#0000ff"])
}

/// A coarse noise of two classes, 2000 x 2000.
fn two_classes(low: u8, high: u8) -> (usize, usize, Vec<u8>) {
    let at = |i: u32| if (i / 7).wrapping_mul(2_654_435_761) >> 28 & 1 == 0 { low } else { high };
    (2000, 2000, (0..4_000_000).map(at).collect())
}

#[test]
fn no_class_is_invented() {
    for how in [Interpolation::Auto, Interpolation::Nearest, Interpolation::Bilinear] {
        let (mut fig, ax) = axes();
        let map = Image::new(two_classes(0, 2)).cmap(classes()).clim(0.0, 2.0).interpolation(how);
        fig[ax].add(map);
        let frame = fig.render();
        let inside = (60..420).flat_map(|y| (82..574).map(move |x| (x, y))).map(|(x, y)| frame.pixel(x, y));
        let pure = [[255, 0, 0], [0, 0, 255]];
        let (mut green, mut mixed) = (0, 0);
        for pixel in inside {
            green += u32::from(pixel[1] > 0);
            mixed += u32::from(!pure.contains(&pixel));
        }
        assert_eq!(green, 0, "{how:?}: pixels with the class between");
        assert_eq!(mixed > 0, how != Interpolation::Nearest, "{how:?}: {mixed} are mixed");
    }
    // a qualitative map, and one read backward
    for cmap in [Colormap::TAB10, Colormap::TAB10.reversed(), classes().reversed()] {
        assert!(cmap.is_listed(), "{}", cmap.name());
    }
    for cmap in [Colormap::VIRIDIS, Colormap::GRAY.reversed(), Colormap::from_colors("three", &["r", "g", "b"])] {
        assert!(!cmap.is_listed(), "{}", cmap.name());
    }
}

#[test]
fn nearest_shows_values_that_are_there() {
    let (mut fig, ax) = axes();
    fig[ax].add(Image::new(two_classes(0, 200)).clim(0.0, 255.0).cmap("gray").interpolation(Interpolation::Nearest));
    let frame = fig.render();
    let levels: std::collections::BTreeSet<u8> =
        (60..420).flat_map(|y| (82..574).map(move |x| (x, y))).map(|(x, y)| frame.pixel(x, y)[0]).collect();
    assert_eq!(levels.into_iter().collect::<Vec<u8>>(), [0, 200]);
    // elsewhere values are averaged
    let (mut fig, ax) = axes();
    fig[ax].add(Image::new(two_classes(0, 200)).clim(0.0, 255.0).cmap("gray"));
    let frame = fig.render();
    assert!((82..574).any(|x| (50..150).contains(&frame.pixel(x, 240)[0])));
}

#[cfg(feature = "ndarray")]
#[test]
fn holes_in_pictures_are_holes() {
    let mut picture = ndarray::Array3::<f64>::from_elem((1, 2, 3), 0.25);
    picture[(0, 1, 1)] = f64::NAN;
    let (mut fig, ax) = axes();
    fig[ax].add(Image::new(&picture));
    let frame = fig.render();
    assert_eq!((frame.pixel(200, 240), frame.pixel(450, 240)), ([63; 3], [255; 3]));
}

#[test]
fn faces_and_colorbars_cover_whole_pixels() {
    for size in 600..620 {
        let mut fig = Figure::pixels(size, size - 100);
        let ax = fig.add_axes();
        fig[ax].set_facecolor("navy").set_xticks([0.5; 0]).set_yticks([0.5; 0]).set_xlim(0, 1).set_ylim(0, 1);
        let image =
            fig[ax].add(Image::new([[0.0, 1.0]]).cmap(Colormap::listed("one", &["navy"])).extent(0.4, 0.6, 0.4, 0.6));
        fig[ax].set_aspect("auto");
        fig.colorbar(image);
        let frame = fig.render();
        for Clip { x0, y0, x1, y1 } in Layout::of(&fig).axes.iter().map(|axes| axes.clip) {
            // beside the frame, which covers a little of these
            let pixel = |x: i32, y: i32| frame.pixel(x as u32, y as u32);
            let (x, y) = ((x0 + x1) / 2, (y0 + y1) / 2);
            let sides = [pixel(x0 + 1, y), pixel(x1 - 1, y), pixel(x, y0 + 1), pixel(x, y1 - 1)];
            assert!(sides.iter().all(|side| *side == sides[0]), "{size}: {sides:?}");
        }
    }
}
