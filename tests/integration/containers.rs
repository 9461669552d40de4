//! Movies through ffmpeg, asked about by ffprobe and decoded by ffmpeg.

use grabframe::prelude::*;

use crate::tools::{decode, have, probe, psnr, value};

/// The loop of the example `random_walk`, shortened in nothing: 100 frames at 15 fps.
fn walk(path: &std::path::Path, writer: &impl Writer) -> Vec<Frame> {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let line = fig[ax].add(Line::empty().fmt("k-o"));
    fig[ax].set_xlim(-5.0, 5.0).set_ylim(-5.0, 5.0);
    let (dx, dy) = (crate::tools::lcg(100, 1), crate::tools::lcg(100, 2));
    let (mut x, mut y) = (vec![0.0], vec![0.0]);
    let mut movie = writer.saving(&mut fig, path).unwrap();
    let mut stills = Vec::new();
    for step in 0..100 {
        x.push(x[step] + 0.6 * (dx[step] - 0.5));
        y.push(y[step] + 0.6 * (dy[step] - 0.5));
        movie[line].set_data(&x, &y);
        movie[ax].set_title(format!("step {step}"));
        movie.grab_frame().unwrap();
        stills.push(movie.figure().render());
    }
    assert_eq!(movie.finish().unwrap().frames, 100);
    stills
}

#[test]
fn an_mp4_is_what_was_asked_for() {
    if !have("ffmpeg", "mp4") {
        return;
    }
    let dir = temp_dir::TempDir::new().unwrap();
    let path = dir.path().join("walk.mp4");
    let writer = FfmpegWriter::new().fps(15).metadata("title", "Movie Test").metadata("artist", "grabframe");
    let stills = walk(&path, &writer.metadata("comment", "a walk"));
    let probed = probe(&path);
    for (key, want) in [
        ("codec_name", "h264"),
        ("width", "640"),
        ("height", "480"),
        ("pix_fmt", "yuv420p"),
        ("r_frame_rate", "15/1"),
        ("avg_frame_rate", "15/1"),
        ("nb_read_frames", "100"),
        ("color_range", "tv"),
        ("color_space", "smpte170m"),
        ("color_transfer", "bt709"),
        ("color_primaries", "bt709"),
        ("TAG:title", "Movie Test"),
        ("TAG:artist", "grabframe"),
        ("TAG:comment", "a walk"),
    ] {
        assert_eq!(value(&probed, key), want, "{key} in\n{probed}");
    }
    let duration: f64 = value(&probed, "duration").parse().unwrap();
    assert!((duration - 100.0 / 15.0).abs() < 1e-3, "{duration} s");
    let decoded = decode(&path, 640, 480);
    assert_eq!(decoded.len(), 100);
    for k in [0, 57, 99] {
        let db = psnr(&decoded[k], &stills[k]);
        assert!(db > 38.0, "frame {k}: {db:.1} dB");
        // the neighbour is another picture, so that the frame is known to be the right one
        let other = psnr(&decoded[k], &stills[if k == 0 { 40 } else { k - 20 }]);
        assert!(other < db - 3.0, "frame {k} is as near to another still: {other:.1} dB against {db:.1}");
    }
}

#[test]
fn every_container_has_every_frame() {
    if !have("ffmpeg", "containers") {
        return;
    }
    let dir = temp_dir::TempDir::new().unwrap();
    for extension in ["mp4", "m4v", "mov", "mkv", "webm", "avi"] {
        let path = dir.path().join("small").with_extension(extension);
        let mut fig = Figure::pixels(161, 121);
        let ax = fig.add_axes();
        let mut movie = FfmpegWriter::new().fps(Fps::new(24000, 1001)).saving(&mut fig, &path).unwrap();
        let mut stills = Vec::new();
        for k in 0..12 {
            movie[ax].set_title(format!("{k}"));
            movie.grab_frame().unwrap();
            stills.push(movie.figure().render());
        }
        let receipt = movie.finish().unwrap();
        assert_eq!((receipt.frames, receipt.width), (12, 161), "{extension}");
        assert!(receipt.notes.iter().any(|n| n.contains("162x122")), "{extension}: {:?}", receipt.notes);
        let probed = probe(&path);
        assert_eq!(value(&probed, "nb_read_frames"), "12", "{extension}\n{probed}");
        assert_eq!(value(&probed, "r_frame_rate"), "24000/1001", "{extension}");
        let decoded = decode(&path, 162, 122);
        assert_eq!(decoded.len(), 12, "{extension}");
        for k in [0, 6, 11] {
            let mut cut = Frame::new(161, 121);
            for y in 0..121 {
                let from = (y * 162 * 3) as usize;
                let to = (y * 161 * 3) as usize;
                cut.as_rgb_mut()[to..to + 161 * 3].copy_from_slice(&decoded[k].as_rgb()[from..from + 161 * 3]);
            }
            let db = psnr(&cut, &stills[k]);
            assert!(db > 30.0, "{extension}, frame {k}: {db:.1} dB");
        }
    }
}

#[test]
fn colours_come_out_right() {
    if !have("ffmpeg", "colours") {
        return;
    }
    let dir = temp_dir::TempDir::new().unwrap();
    for extension in ["mp4", "mkv", "webm", "avi"] {
        let path = dir.path().join("patches").with_extension(extension);
        let patches = [[255, 0, 0], [0, 255, 0], [0, 0, 255], [128, 128, 128], [255, 255, 255], [0, 0, 0]];
        let mut frame = Frame::new(192, 64);
        for (k, color) in patches.iter().enumerate() {
            for y in 0..64 {
                for x in 0..32 {
                    let at = (y * 192 + 32 * k + x) * 3;
                    frame.as_rgb_mut()[at..at + 3].copy_from_slice(color);
                }
            }
        }
        let mut movie = AutoWriter::new().fps(10).quality(95).open(&path, (192, 64)).unwrap();
        for _ in 0..5 {
            movie.write_frame(&frame).unwrap();
        }
        movie.finish().unwrap();
        let decoded = decode(&path, 192, 64);
        for (k, color) in patches.iter().enumerate() {
            let got = decoded[3].pixel(32 * k as u32 + 16, 32);
            let off = got.iter().zip(color).map(|(a, b)| a.abs_diff(*b)).max().unwrap();
            assert!(off <= 4, "{extension}: {color:?} came out as {got:?}");
        }
    }
}

/// A picture in which every pixel changes with `k`, coloured lines and all.
fn busy(k: u32) -> Frame {
    let mut frame = Frame::new(96, 64);
    for (i, byte) in frame.as_rgb_mut().iter_mut().enumerate() {
        *byte = (i as u32 * 37 + k * 11 + (i as u32 / 288) * (k + 3)) as u8;
    }
    frame
}

#[test]
fn without_loss_every_pixel_comes_back() {
    if !have("ffmpeg", "lossless") {
        return;
    }
    let dir = temp_dir::TempDir::new().unwrap();
    for extension in ["mkv", "mp4", "mov"] {
        let path = dir.path().join("exact").with_extension(extension);
        let mut movie = FfmpegWriter::new().lossless().open(&path, (96, 64)).unwrap();
        for k in 0..8 {
            movie.write_frame(&busy(k)).unwrap();
        }
        movie.finish().unwrap();
        let decoded = decode(&path, 96, 64);
        assert_eq!(decoded.len(), 8);
        for (k, frame) in decoded.iter().enumerate() {
            assert!(*frame == busy(k as u32), "{extension}: frame {k} is not what was written");
        }
    }
}

#[test]
fn full_chroma_keeps_thin_red_lines_red() {
    if !have("ffmpeg", "full chroma") {
        return;
    }
    let dir = temp_dir::TempDir::new().unwrap();
    let mut frame = Frame::new(64, 64);
    for y in 0..64 {
        let at = (y * 64 + 31) * 3;
        frame.as_rgb_mut()[at..at + 3].copy_from_slice(&[255, 0, 0]);
    }
    let red = |writer: FfmpegWriter, name: &str| {
        let path = dir.path().join(name);
        let mut movie = writer.quality(95).open(&path, (64, 64)).unwrap();
        for _ in 0..3 {
            movie.write_frame(&frame).unwrap();
        }
        movie.finish().unwrap();
        decode(&path, 64, 64)[1].pixel(31, 32)
    };
    let [r, g, b] = red(FfmpegWriter::new().full_chroma(), "full.mp4");
    assert!(r >= 245 && g <= 10 && b <= 10, "{r} {g} {b}");
    let [r, ..] = red(FfmpegWriter::new(), "half.mp4");
    assert!(r < 200, "at half the resolution red was thought to fade, but is {r}");
}

/// What is on the disk in the middle of a recording plays, up to a second before.
#[test]
fn crash_safe_files_play_before_they_are_finished() {
    if !have("ffmpeg", "crash safety") {
        return;
    }
    let dir = temp_dir::TempDir::new().unwrap();
    for extension in ["mp4", "mkv"] {
        let path = dir.path().join("safe").with_extension(extension);
        let part = dir.path().join(format!("safe.part.{extension}"));
        let mut movie = FfmpegWriter::new().fps(20).crash_safe().open(&path, (96, 64)).unwrap();
        for k in 0..200 {
            movie.write_frame(&busy(k)).unwrap();
        }
        // the encoder is given the time that it needs to come up with the loop
        let copy = dir.path().join("copy").with_extension(extension);
        let mut frames = 0;
        for _ in 0..100 {
            std::fs::copy(&part, &copy).unwrap();
            let probed = probe(&copy);
            frames = value(&probed, "nb_read_frames").parse().unwrap_or(0);
            if frames >= 180 {
                break;
            }
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
        assert!(frames >= 180, "{extension}: of 200 frames, 20 a second, {frames} play");
        assert_eq!(movie.finish().unwrap().frames, 200);
        assert_eq!(value(&probe(&path), "nb_read_frames"), "200", "{extension}");
    }
}
