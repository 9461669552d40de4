//! How alike our pictures and matplotlib's are.

use std::path::Path;

use grabframe::{Figure, Frame};

use crate::reference;

/// Mean structural similarity (Wang et al. 2004) of the grey pictures: 11 x 11 Gaussian window, sigma 1.5.
fn ssim(a: &Frame, b: &Frame) -> f64 {
    assert_eq!(a.size(), b.size());
    let (w, h) = (a.width() as usize, a.height() as usize);
    let grey = |f: &Frame| -> Vec<f64> {
        f.as_rgb()
            .chunks(3)
            .map(|p| 0.299 * f64::from(p[0]) + 0.587 * f64::from(p[1]) + 0.114 * f64::from(p[2]))
            .collect()
    };
    let blur = |z: &[f64]| blur(z, w, h);
    let times = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).collect::<Vec<f64>>();
    let (x, y) = (grey(a), grey(b));
    let (mx, my) = (blur(&x), blur(&y));
    let (xx, yy, xy) = (blur(&times(&x, &x)), blur(&times(&y, &y)), blur(&times(&x, &y)));
    let (c1, c2) = ((0.01_f64 * 255.0).powi(2), (0.03_f64 * 255.0).powi(2));
    let sum: f64 = (0..w * h)
        .map(|i| {
            let (va, vb, cov) = (xx[i] - mx[i] * mx[i], yy[i] - my[i] * my[i], xy[i] - mx[i] * my[i]);
            ((2.0 * mx[i] * my[i] + c1) * (2.0 * cov + c2)) / ((mx[i] * mx[i] + my[i] * my[i] + c1) * (va + vb + c2))
        })
        .sum();
    sum / (w * h) as f64
}

/// Gaussian blur, sigma 1.5, radius 5, mirrored at the borders.
fn blur(z: &[f64], w: usize, h: usize) -> Vec<f64> {
    let weights: Vec<f64> = (-5..=5).map(|i| (-0.5 * (f64::from(i) / 1.5_f64).powi(2)).exp()).collect();
    let total: f64 = weights.iter().sum();
    let mirror = |i: isize, n: usize| -> usize {
        let n = n as isize;
        let i = if i < 0 { -1 - i } else { i };
        (if i >= n { 2 * n - 1 - i } else { i }) as usize
    };
    let along = |z: &[f64], step: (isize, isize)| -> Vec<f64> {
        let mut out = vec![0.0; z.len()];
        for y in 0..h {
            for x in 0..w {
                let mut sum = 0.0;
                for (k, weight) in weights.iter().enumerate() {
                    let d = k as isize - 5;
                    let (sx, sy) = (mirror(x as isize + d * step.0, w), mirror(y as isize + d * step.1, h));
                    sum += weight * z[sy * w + sx];
                }
                out[y * w + x] = sum / total;
            }
        }
        out
    };
    along(&along(z, (1, 0)), (0, 1))
}

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
    assert_alike("line_ko", &reference::line_ko(), 0.966);
}

#[test]
fn images_with_colorbars() {
    assert_alike("imshow_colorbar", &reference::imshow_colorbar(), 0.951);
}

#[test]
fn lines_with_a_legend() {
    assert_alike("lines_legend", &reference::lines_legend(), 0.91);
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
