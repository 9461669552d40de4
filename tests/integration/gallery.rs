//! The scenes of the gallery: every kind of artist, changed in place while it is recorded.

use std::path::Path;
use std::sync::{Arc, Mutex};

use grabframe::prelude::*;

use crate::scenes::{SCENES, Scene};
use crate::tools::{ssim, thorough};

/// What is less like matplotlib's picture than 0.985, how much, and why.
const UNLIKE: &[(&str, f64)] = &[
    // Cells that are no rectangles: matplotlib lets each paint all pixels that it touches, and the next one over them, so that every
    // cell lies about half a pixel too far; here it has those whose middles lie in it, a square of 11.3 pixels 128 and not 156.
    ("curvilinear", 0.96),
    // Hundreds of discs that are 2.8 pixels wide: matplotlib puts those of one size into the middles of pixels, here they are where
    // the data is. The table itself is within 0.99 of its.
    ("table", 0.95),
    // Labels of level lines stand elsewhere: matplotlib's jump in every second frame, and may be upright.
    ("contour", 0.95),
    // Lines that are two pixels wide, as its frame and its ticks are: matplotlib puts their middle between two pixels, here it is in one.
    ("theme_slides", 0.98),
    // The upper border of their axes lies at 25.5, between two rows of pixels: by the last bit of a number it is in the one above here, and
    // in the one below in matplotlib.
    ("theme_matplotlib", 0.965),
    ("theme_dark", 0.965),
    // Where a gouraud mesh ends, matplotlib's triangles reach half a pixel out of themselves; here pixels whose middles they hold are theirs.
    ("tripcolor", 0.98),
    // The outline of a colorbar with a triangle at its end has crisp sides here; matplotlib's stand between two pixels.
    ("colorbar_discrete", 0.98),
];

/// The frames that are looked at: all of them in CI.
fn looked_at(frames: usize) -> Vec<usize> {
    if thorough() { (0..frames).collect() } else { vec![0, 1, frames / 2, frames - 1] }
}

#[test]
fn frames_are_the_stills() {
    for (name, scene) in SCENES {
        let kept = Arc::new(Mutex::new(Vec::new()));
        let frames = {
            let Scene { mut fig, frames, mut step } = scene();
            let into = Arc::clone(&kept);
            let writer = CallbackWriter::new(move |frame: &Frame| {
                into.lock().unwrap().push(frame.clone());
                Ok(())
            });
            let mut movie = writer.saving(&mut fig, "kept in memory").unwrap();
            for k in 0..frames {
                step(movie.figure_mut(), k);
                movie.grab_frame().unwrap();
            }
            movie.finish().unwrap();
            frames
        };
        let kept = kept.lock().unwrap();
        assert_eq!(kept.len(), frames, "{name}");
        let Scene { mut fig, mut step, .. } = scene();
        for k in 0..frames {
            step(&mut fig, k);
            if looked_at(frames).contains(&k) {
                assert_eq!(kept[k], fig.render(), "{name}: frame {k} is not the still");
            }
        }
        let changes = kept.windows(2).filter(|pair| pair[0] != pair[1]).count();
        assert!(changes * 10 >= (frames - 1) * 9, "{name}: {changes} of {frames} frames differ from the one before");
    }
}

#[test]
fn scenes_are_saved_as_vectors() {
    let dir = temp_dir::TempDir::new().unwrap();
    for (name, scene) in SCENES {
        let Scene { mut fig, frames, mut step } = scene();
        for k in 0..=frames / 2 {
            step(&mut fig, k);
        }
        for kind in ["svg", "pdf"] {
            let path = dir.path().join(name).with_extension(kind);
            fig.save(&path).unwrap();
            let bytes = std::fs::read(&path).unwrap();
            let begin: &[u8] = if kind == "svg" { b"<?xml" } else { b"%PDF" };
            assert!(bytes.starts_with(begin) && bytes.len() > 2000, "{name}.{kind}");
        }
    }
}

#[test]
fn scenes_are_like_matplotlibs() {
    for (name, scene) in SCENES {
        let path =
            Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reference/gallery").join(name).with_extension("png");
        let Scene { mut fig, frames, mut step } = scene();
        for k in 0..=frames / 2 {
            step(&mut fig, k);
        }
        let theirs = Frame::open(&path).unwrap_or_else(|error| panic!("{name}: {error}"));
        let least = UNLIKE.iter().find(|(unlike, _)| unlike == name).map_or(0.985, |(_, least)| *least);
        let alike = ssim(&fig.render(), &theirs);
        assert!(alike >= least, "{name}: SSIM {alike:.4} is under {least}");
    }
}

#[test]
fn the_gallery_has_every_scene() {
    let page = include_str!("../../docs/gallery.md");
    for (name, _) in SCENES {
        assert!(page.contains(&format!("images/gallery/{name}.gif")), "docs/gallery.md does not show {name}");
        assert!(
            page.contains(&format!("examples/gallery/scenes/{name}.rs")),
            "docs/gallery.md does not lead to {name}.rs"
        );
        let movie = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/images/gallery").join(name).with_extension("gif");
        assert!(movie.exists(), "{} is missing", movie.display());
    }
}
