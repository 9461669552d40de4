//! Frame rates: those that are none, and those that are odd.

use std::path::Path;
use std::process::Command;

use grabframe::ErrorKind;
use grabframe::prelude::*;

use super::kinds::{Kind, all, have_pillow, names, picture};
use crate::tools::{have, probe, value};

const SIZE: (u32, u32) = (32, 24);

#[test]
fn what_is_no_rate_is_refused_before_the_first_frame() {
    let dir = temp_dir::TempDir::new().unwrap();
    for kind in all("no rates") {
        let path = dir.path().join(kind.name("movie"));
        for fps in [0.0, -0.0, -25.0, f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e300, 1e-300] {
            let error = kind.writer(fps).open(&path, SIZE).expect_err("no rate");
            assert_eq!(error.kind(), ErrorKind::BadFps, "{kind:?}, {fps}: {error}");
            assert!(error.to_string().contains("positive, finite"), "{kind:?}, {fps}: {error}");
        }
        for fps in [Fps::new(0, 1), Fps::new(1, 0), Fps::from(-3), Fps::from(f32::NAN)] {
            assert!(
                matches!(kind.writer(fps).open(&path, SIZE), Err(ref e) if e.kind() == ErrorKind::BadFps),
                "{kind:?}"
            );
        }
        assert!(names(dir.path()).is_empty(), "{kind:?}: {:?}", names(dir.path()));
    }
}

/// How long a file says that it is shown, in seconds: the sum over its pictures.
fn seconds(kind: Kind, path: &Path) -> Option<f64> {
    let out = if kind == Kind::Webp {
        const SCRIPT: &str = "
import sys
from PIL import Image
im = Image.open(sys.argv[1])
for i in range(im.n_frames):
    im.seek(i)
    im.load()
    print(im.info['duration'] / 1000)
";
        if !have_pillow() {
            return None;
        }
        Command::new("python3").args(["-c", SCRIPT]).arg(path).output()
    } else {
        let asked = ["-v", "error", "-show_entries", "packet=duration_time", "-of", "csv=p=0"];
        Command::new("ffprobe").args(asked).arg(path).output()
    };
    let text = String::from_utf8(out.unwrap().stdout).unwrap();
    Some(
        text.lines()
            .map(|line| line.trim_end_matches(',').parse::<f64>().unwrap_or_else(|_| panic!("{kind:?}: {text}")))
            .sum(),
    )
}

#[test]
fn odd_rates_are_right_in_the_file() {
    const FRAMES: u32 = 12;
    if !have("ffprobe", "odd rates") {
        return;
    }
    let dir = temp_dir::TempDir::new().unwrap();
    let rates = [
        (Fps::new(1, 3), "1/3"),
        (Fps::from(1.0 / 3.0), "1/3"),
        (Fps::new(24_000, 1001), "24000/1001"),
        (Fps::from(23.976), "24000/1001"),
        (Fps::from(1000), "1000/1"),
    ];
    for kind in all("odd rates") {
        for (fps, word) in rates {
            let path = dir.path().join(kind.name(&format!("{kind:?}")));
            let mut movie = match kind.writer(fps).open(&path, SIZE) {
                Ok(movie) => movie,
                Err(error) => {
                    assert!(kind == Kind::Gif && fps.as_f64() > 50.0, "{kind:?}, {fps}: {error}");
                    assert!(error.to_string().contains("use at most 50, or record to .mp4"), "{error}");
                    continue;
                }
            };
            (0..FRAMES).for_each(|k| movie.write_frame(&picture(k, SIZE)).unwrap());
            let receipt = movie.finish().unwrap();
            let exact = f64::from(FRAMES) / fps.as_f64();
            assert!((receipt.duration.as_secs_f64() - exact).abs() < 1e-6, "{kind:?}, {fps}");
            if kind == Kind::Png {
                continue;
            }
            if !matches!(kind, Kind::Gif | Kind::Apng | Kind::Webp) {
                let probed = probe(&path);
                assert_eq!(value(&probed, "r_frame_rate"), word, "{kind:?} at {fps}");
                assert_eq!(value(&probed, "nb_read_frames"), FRAMES.to_string(), "{kind:?} at {fps}");
                // that of the file comes last
                let duration = probed.lines().rev().find_map(|line| line.strip_prefix("duration="));
                let got: f64 = duration.unwrap().parse().unwrap();
                assert!((got - exact).abs() <= 0.0011, "{kind:?} at {fps}: {got} s instead of {exact} s");
                continue;
            }
            // hundredths in a GIF, milliseconds in a WebP
            let off = if kind == Kind::Gif { 0.0101 } else { 0.0011 };
            if let Some(got) = seconds(kind, &path) {
                assert!((got - exact).abs() <= off, "{kind:?} at {fps}: {got} s instead of {exact} s");
            }
        }
    }
}
