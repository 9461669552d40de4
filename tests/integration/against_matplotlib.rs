//! How alike our pictures and matplotlib's are.

use std::path::Path;

use grabframe::{Figure, Frame};

use crate::reference;
use crate::tools::ssim;

fn matplotlib(scene: &str) -> Frame {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reference").join(scene).with_extension("png");
    Frame::open(path).unwrap()
}

fn assert_alike(scene: &str, ours: &Figure, least: f64) {
    let alike = ssim(&ours.render(), &matplotlib(scene));
    assert!(alike >= least, "{scene}: SSIM {alike:.4} is under {least}");
}

#[test]
fn lines_with_markers() {
    assert_alike("line_ko", &reference::line_ko(), 0.985);
}

#[test]
fn images_with_colorbars() {
    assert_alike("imshow_colorbar", &reference::imshow_colorbar(), 0.985);
}

#[test]
fn lines_with_a_legend() {
    assert_alike("lines_legend", &reference::lines_legend(), 0.985);
}

#[test]
fn scatters_of_sizes_and_values() {
    assert_alike("scatter_colorbar", &reference::scatter_colorbar(), 0.985);
}

#[test]
fn four_axes_with_room_for_labels() {
    assert_alike("subplots_2x2", &reference::subplots_2x2(), 0.985);
}

#[test]
fn two_axes_in_one_box() {
    assert_alike("twinx", &reference::twinx(), 0.985);
}

#[test]
fn markers_and_dashes() {
    // (enlarged beside the pictures, in tests/reference)
    // matplotlib moves markers onto whole pixels, up to one down and to the right; ours stand where their data is, and its second
    // rasteriser, which does not move them either, comes to 0.929. (The lines are told to snap; else it is 0.961.)
    assert_alike("markers_dashes", &reference::markers_dashes(), 0.97);
}

#[test]
fn bars_with_errors() {
    assert_alike("bar_errorbar", &reference::bar_errorbar(), 0.99);
}

#[test]
fn a_histogram_under_its_density() {
    assert_alike("hist_lines", &reference::hist_lines(), 0.985);
}

#[test]
fn a_band_and_steps() {
    assert_alike("fill_step", &reference::fill_step(), 0.985);
}

#[test]
fn cells_on_a_log_axis() {
    assert_alike("pcolormesh_uneven", &reference::pcolormesh_uneven(), 0.985);
}

#[test]
fn arrows_by_their_length() {
    assert_alike("quiver", &reference::quiver(), 0.99);
}

#[test]
fn bands_and_lines_between_them() {
    assert_alike("contourf_lines", &reference::contourf_lines(), 0.99);
}

#[test]
fn shapes_and_an_arrow() {
    assert_alike("patches_annotate", &reference::patches_annotate(), 0.99);
}

#[test]
fn power_laws_on_log_axes() {
    // (enlarged beside the pictures, in tests/reference)
    // matplotlib moves markers onto whole pixels, and sets formulas between two rows of them where their middle is; here markers stand
    // where the data is, and letters on a row. Its second rasteriser comes to 0.774.
    assert_alike("loglog", &reference::loglog(), 0.984);
}

#[test]
fn formulas() {
    assert_alike("mathtext", &reference::mathtext(), 0.985);
}

/// None is left out when another is added.
#[test]
fn every_scene_is_compared() {
    let tests = include_str!("against_matplotlib.rs");
    for (name, _) in reference::SCENES {
        assert!(tests.contains(&format!("assert_alike(\"{name}\", &reference::{name}()")), "{name}");
    }
}

#[test]
fn the_measure_measures() {
    let picture = matplotlib("line_ko");
    assert!((ssim(&picture, &picture) - 1.0).abs() < 1e-12);
    let mut shifted = picture.clone();
    shifted.as_rgb_mut().rotate_right(3);
    let alike = ssim(&picture, &shifted);
    assert!(alike < 0.97, "a picture moved by a pixel is as alike as {alike}");
}

/// The frame of the axes lies on the same pixels as matplotlib's: every pixel that is dark in one is dark in the other,
/// along the four spines.
#[test]
fn the_box_lies_on_the_same_pixels() {
    for (scene, ours) in [
        ("line_ko", reference::line_ko()),
        ("imshow_colorbar", reference::imshow_colorbar()),
        ("lines_legend", reference::lines_legend()),
    ] {
        let (ours, theirs) = (ours.render(), matplotlib(scene));
        let columns = |f: &Frame| dark(f, true);
        let rows = |f: &Frame| dark(f, false);
        assert_eq!(columns(&ours), columns(&theirs), "{scene}");
        assert_eq!(rows(&ours), rows(&theirs), "{scene}");
        assert!(columns(&ours).len() >= 2 && rows(&ours).len() >= 2, "{scene}: no box was found");
    }
}

/// Columns (or rows) with at least 200 dark pixels, which only spines have.
fn dark(frame: &Frame, columns: bool) -> Vec<u32> {
    let (n, m) = if columns { (frame.width(), frame.height()) } else { (frame.height(), frame.width()) };
    let is_dark = |i: u32, k: u32| {
        let pixel = if columns { frame.pixel(i, k) } else { frame.pixel(k, i) };
        pixel.iter().all(|c| *c < 60)
    };
    (0..n).filter(|&i| (0..m).filter(|&k| is_dark(i, k)).count() >= 200).collect()
}
