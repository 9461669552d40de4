//! MP4 in process: asked about by ffprobe, decoded by ffmpeg, killed, and played by a browser.

use std::path::Path;
use std::process::{Command, Stdio};

use grabframe::prelude::*;
use grabframe::{ErrorKind, Receipt};

use crate::tools::{decode, have, lcg, probe, psnr, value};

/// A random walk with a title that changes, and its stills.
fn walk(writer: &impl Writer, path: &Path, steps: usize) -> (Receipt, Vec<Frame>) {
    let mut fig = Figure::pixels(320, 240);
    let ax = fig.add_axes();
    let line = fig[ax].add(Line::empty().fmt("k-o"));
    fig[ax].set_xlim(0.0, 1.0).set_ylim(0.0, 1.0);
    let (x, y) = (lcg(steps, 1), lcg(steps, 2));
    let mut movie = writer.saving(&mut fig, path).unwrap();
    let mut stills = Vec::new();
    for step in 0..steps {
        movie[line].set_data(&x[..step], &y[..step]);
        movie[ax].set_title(format!("step {step}"));
        movie.grab_frame().unwrap();
        stills.push(movie.figure().render());
    }
    (movie.finish().unwrap(), stills)
}

/// The times at which frames are shown, and how long, in seconds.
fn times(path: &Path) -> Vec<(f64, f64)> {
    let out = Command::new("ffprobe")
        .args(["-v", "error", "-show_entries", "packet=pts_time,duration_time", "-of", "csv=p=0"])
        .arg(path)
        .output()
        .unwrap();
    let numbers = |line: &str| line.split(',').filter_map(|n| n.parse().ok()).collect::<Vec<f64>>();
    String::from_utf8_lossy(&out.stdout).lines().map(numbers).map(|n| (n[0], n[1])).collect()
}

#[test]
fn an_mp4_is_what_was_asked_for() {
    if !have("ffmpeg", "mp4 in process") {
        return;
    }
    let dir = temp_dir::TempDir::new().unwrap();
    let path = dir.path().join("walk.mp4");
    let (receipt, stills) = walk(&Mp4Writer::new().fps(Fps::new(30000, 1001)), &path, 61);
    assert_eq!((receipt.frames, receipt.encoder.as_str()), (61, "openh264 (in process)"));
    assert_eq!(receipt.bytes, std::fs::metadata(&path).unwrap().len());
    assert!(receipt.times.converting > std::time::Duration::ZERO, "{:?}", receipt.times);
    let probed = probe(&path);
    for (key, want) in [
        ("codec_name", "h264"),
        ("profile", "Constrained Baseline"),
        ("width", "320"),
        ("height", "240"),
        ("sample_aspect_ratio", "1:1"),
        ("pix_fmt", "yuv420p"),
        ("r_frame_rate", "30000/1001"),
        ("avg_frame_rate", "30000/1001"),
        ("nb_frames", "61"),
        ("nb_read_frames", "61"),
        ("duration_ts", "61061"),
        ("color_range", "tv"),
        ("color_space", "smpte170m"),
        ("color_transfer", "bt709"),
        ("color_primaries", "bt709"),
    ] {
        assert_eq!(value(&probed, key), want, "{key} in\n{probed}");
    }
    let decoded = decode(&path, 320, 240);
    assert_eq!(decoded.len(), 61);
    for k in [0, 30, 60] {
        let db = psnr(&decoded[k], &stills[k]);
        assert!(db > 38.0, "frame {k}: {db:.1} dB");
        let other = psnr(&decoded[k], &stills[if k == 0 { 30 } else { k - 10 }]);
        assert!(other < db - 3.0, "frame {k} is as near to another still: {other:.1} dB against {db:.1}");
    }
}

#[test]
fn more_quality_is_nearer_and_larger() {
    if !have("ffmpeg", "quality of mp4") {
        return;
    }
    let dir = temp_dir::TempDir::new().unwrap();
    let path = dir.path().join("walk.mp4");
    let mut last = (0, 0.0);
    for quality in [0, 40, 75, 100] {
        let (receipt, stills) = walk(&Mp4Writer::new().quality(quality), &path, 12);
        let db = psnr(&decode(&path, 320, 240)[11], &stills[11]);
        assert!(receipt.bytes > last.0 && db > last.1, "quality {quality}: {} bytes, {db:.1} dB", receipt.bytes);
        last = (receipt.bytes, db);
    }
    assert!(last.1 > 40.0);
}

#[test]
fn sizes_from_one_pixel_on() {
    if !have("ffmpeg", "sizes of mp4") {
        return;
    }
    let dir = temp_dir::TempDir::new().unwrap();
    let even = |n: u32| (n + n % 2).max(16);
    for (w, h) in
        [(1, 1), (1, 9), (2, 2), (3, 2), (4, 5), (7, 16), (15, 15), (16, 16), (17, 1), (17, 17), (18, 16), (241, 33)]
    {
        let path = dir.path().join(format!("{w}x{h}.mp4"));
        let mut movie = Mp4Writer::new().fps(25).open(&path, (w, h)).unwrap();
        for k in 0..3 {
            movie.write_frame(&Frame::from_rgb(w, h, vec![60 + 40 * k; (w * h * 3) as usize])).unwrap();
        }
        let receipt = movie.finish().unwrap();
        let padded = (even(w), even(h));
        let said = receipt.notes.iter().any(|note| note.contains(&format!("{}x{}", padded.0, padded.1)));
        assert_eq!(said, padded != (w, h), "{w}x{h}: {:?}", receipt.notes);
        let probed = probe(&path);
        assert_eq!(value(&probed, "width"), padded.0.to_string());
        assert_eq!(value(&probed, "height"), padded.1.to_string());
        let decoded = decode(&path, padded.0, padded.1);
        assert_eq!(decoded.len(), 3, "{w}x{h}");
        for (k, frame) in decoded.iter().enumerate() {
            let got = frame.pixel(0, 0)[0];
            // a single pixel beside the padding is not exact
            let room = if w.min(h) < 4 { 12 } else { 4 };
            assert!(got.abs_diff(60 + 40 * k as u8) <= room, "{w}x{h}, frame {k}: {got}");
            // the padding is black here
            let corner = frame.pixel(padded.0 - 1, padded.1 - 1)[0];
            assert!(w == padded.0 || h == padded.1 || corner <= 12, "{w}x{h}, frame {k}: {corner}");
        }
    }
}

/// Full-colour noise takes more bytes than the encoder's buffers hold.
#[test]
fn noise_is_recorded_more_coarsely() {
    if !have("ffmpeg", "noise in mp4") {
        return;
    }
    let dir = temp_dir::TempDir::new().unwrap();
    let path = dir.path().join("noise.mp4");
    let mut movie = Mp4Writer::new().open(&path, (320, 240)).unwrap();
    for k in 0..6 {
        let bits = lcg(320 * 240 * 3, k);
        let noise = bits.iter().map(|bit| if *bit < 0.5 { 0 } else { 255 }).collect();
        movie.write_frame(&Frame::from_rgb(320, 240, noise)).unwrap();
    }
    movie.write_frame(&Frame::from_rgb(320, 240, vec![200; 320 * 240 * 3])).unwrap();
    let receipt = movie.finish().unwrap();
    assert!(receipt.notes[0].contains("coarser"), "{:?}", receipt.notes);
    let decoded = decode(&path, 320, 240);
    assert_eq!(decoded.len(), 7);
    assert!(decoded[6].as_rgb().iter().all(|c| c.abs_diff(200) <= 4));
}

#[test]
fn colours_come_out_right() {
    if !have("ffmpeg", "colours of mp4") {
        return;
    }
    let dir = temp_dir::TempDir::new().unwrap();
    let path = dir.path().join("patches.mp4");
    let patches = [[255, 0, 0], [0, 255, 0], [0, 0, 255], [128, 128, 128], [255, 255, 255], [0, 0, 0]];
    let mut rgb = Vec::new();
    for at in 0..192 * 64 {
        rgb.extend_from_slice(&patches[at % 192 / 32]);
    }
    let frame = Frame::from_rgb(192, 64, rgb);
    let mut movie = Mp4Writer::new().fps(10).open(&path, (192, 64)).unwrap();
    for _ in 0..5 {
        movie.write_frame(&frame).unwrap();
    }
    movie.finish().unwrap();
    for (k, color) in patches.iter().enumerate() {
        let got = decode(&path, 192, 64)[4].pixel(32 * k as u32 + 16, 32);
        let off = got.iter().zip(color).map(|(a, b)| a.abs_diff(*b)).max().unwrap();
        assert!(off <= 4, "{color:?} came out as {got:?}");
    }
}

#[test]
fn holds_are_exact_and_add_no_frames() {
    if !have("ffprobe", "holds of mp4") {
        return;
    }
    let dir = temp_dir::TempDir::new().unwrap();
    let path = dir.path().join("hold.mp4");
    let mut movie = Mp4Writer::new().fps(10).open(&path, (32, 32)).unwrap();
    assert!(matches!(movie.hold(1.0), Err(ref e) if e.kind() == ErrorKind::BadOption));
    for k in 0..4 {
        movie.write_frame(&Frame::from_rgb(32, 32, vec![50 * k; 32 * 32 * 3])).unwrap();
        if k == 1 {
            movie.hold(0.123).unwrap();
            movie.hold(1.0).unwrap();
        }
    }
    movie.hold(2.5).unwrap();
    let receipt = movie.finish().unwrap();
    assert_eq!((receipt.frames, receipt.duration.as_millis()), (4, 4023));
    let want = [(0.0, 0.1), (0.1, 1.223), (1.323, 0.1), (1.423, 2.6)];
    let got = times(&path);
    assert_eq!(got.len(), 4);
    for (got, want) in got.iter().zip(want) {
        assert!((got.0 - want.0).abs() < 1e-4 && (got.1 - want.1).abs() < 1e-4, "{got:?} is not {want:?}");
    }
    assert_eq!(value(&probe(&path), "duration"), "4.023000");
}

#[test]
fn metadata_of_any_name() {
    if !have("ffprobe", "metadata of mp4") {
        return;
    }
    let dir = temp_dir::TempDir::new().unwrap();
    let path = dir.path().join("tags.mp4");
    let tags = [
        ("title", "Ein längerer Titel — 波"),
        ("artist", "grabframe"),
        ("comment", "with = and ; and \"quotes\""),
        ("date", "2024-05-06"),
        ("genre", "physics"),
        ("copyright", "nobody's"),
        ("description", "what it is"),
        ("seed", "12345"),
        ("git commit", "abcdef"),
    ];
    let writer = tags.iter().fold(Mp4Writer::new(), |writer, (key, value)| writer.metadata(*key, *value));
    let mut movie = writer.open(&path, (16, 16)).unwrap();
    movie.write_frame(&Frame::new(16, 16)).unwrap();
    movie.finish().unwrap();
    let probed = probe(&path);
    for (key, want) in tags {
        assert_eq!(value(&probed, &format!("TAG:{key}")), want, "{key} in\n{probed}");
    }
}

#[test]
fn key_frames_stand_where_they_are_said_to() {
    if !have("ffprobe", "key frames of mp4") {
        return;
    }
    let dir = temp_dir::TempDir::new().unwrap();
    let path = dir.path().join("keys.mp4");
    let mut movie = Mp4Writer::new().fps(30).open(&path, (48, 32)).unwrap();
    for k in 0..650 {
        movie.write_frame(&Frame::from_rgb(48, 32, vec![(k / 4) as u8; 48 * 32 * 3])).unwrap();
    }
    movie.finish().unwrap();
    let seek = |at: &str| {
        let out = Command::new("ffmpeg")
            .args(["-v", "error", "-ss", at, "-i"])
            .arg(&path)
            .args(["-frames:v", "1", "-f", "rawvideo", "-pix_fmt", "gray", "-"])
            .output()
            .unwrap();
        out.stdout[0]
    };
    for k in [0_u32, 250, 301, 649] {
        let got = seek(&format!("{:.4}", f64::from(k) / 30.0 - 0.001));
        assert!(got.abs_diff((k / 4) as u8) <= 3, "frame {k} shows {got}");
    }
    let out = Command::new("ffprobe")
        .args(["-v", "error", "-show_entries", "packet=flags", "-of", "csv=p=0"])
        .arg(&path)
        .output()
        .unwrap();
    let flags = String::from_utf8_lossy(&out.stdout).into_owned();
    let keys: Vec<usize> = flags.lines().enumerate().filter(|(_, f)| f.starts_with('K')).map(|(k, _)| k).collect();
    assert_eq!(keys, [0, 300, 600]);
}

#[test]
fn the_same_frames_are_the_same_bytes() {
    let dir = temp_dir::TempDir::new().unwrap();
    let record = |name: &str| {
        walk(&Mp4Writer::new().metadata("title", "twice"), &dir.path().join(name), 40);
        std::fs::read(dir.path().join(name)).unwrap()
    };
    assert!(record("a.mp4") == record("b.mp4"));
}

#[test]
fn the_extension_chooses_it() {
    let dir = temp_dir::TempDir::new().unwrap();
    for name in ["a.mp4", "b.M4V"] {
        let mut movie = AutoWriter::new().open(dir.path().join(name), (16, 16)).unwrap();
        movie.write_frame(&Frame::new(16, 16)).unwrap();
        assert_eq!(movie.finish().unwrap().encoder, "openh264 (in process)");
    }
    let error = Mp4Writer::new().open(dir.path().join("c.mp4"), (4000, 3000)).unwrap_err();
    assert!(error.to_string().contains("3840x2160"), "{error}");
}

/// Where the child process of other tests writes to.
const CHILD: &str = "GRABFRAME_TEST_MP4_CHILD";

/// This program again, running only [`child`].
fn spawn(path: &Path, frames: u32) -> std::process::Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "mp4::child", "--nocapture"])
        .env(CHILD, path)
        .env("GRABFRAME_TEST_FRAMES", frames.to_string())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// No test by itself: records frames until it is killed, or as many as it is told, and notes how many it has handed
/// over, and the memory it then has.
#[test]
fn child() {
    let Some(path) = std::env::var_os(CHILD) else { return };
    let path = Path::new(&path);
    let frames: u32 = std::env::var("GRABFRAME_TEST_FRAMES").unwrap().parse().unwrap();
    let notes = path.with_extension("notes");
    let mut movie = Mp4Writer::new().fps(30).open(path, (64, 48)).unwrap();
    let mut said = String::new();
    for k in 0..frames {
        movie.write_frame(&Frame::from_rgb(64, 48, vec![(k % 250) as u8; 64 * 48 * 3])).unwrap();
        if k % 1000 == 999 {
            let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
            said.extend(status.lines().filter(|l| l.starts_with("VmRSS")).flat_map(|l| [l, "\n"]));
        } else if frames > 1_000_000 {
            // at the pace of a simulation
            std::fs::write(&notes, k.to_string()).unwrap();
            std::thread::sleep(std::time::Duration::from_millis(2));
        }
    }
    movie.finish().unwrap();
    std::fs::write(&notes, said).unwrap();
}

/// Kills a recording at several moments. What is there plays, and is short of what was handed over by no more than
/// what waits for the encoder.
#[test]
fn killed_it_leaves_a_movie() {
    if !have("ffmpeg", "killing an mp4") {
        return;
    }
    let dir = temp_dir::TempDir::new().unwrap();
    for round in 0..4 {
        let path = dir.path().join(format!("{round}.mp4"));
        let (notes, part) = (path.with_extension("notes"), dir.path().join(format!("{round}.part.mp4")));
        let mut process = spawn(&path, u32::MAX);
        let handed = || std::fs::read_to_string(&notes).ok().and_then(|n| n.parse::<usize>().ok()).unwrap_or(0);
        // well into the movie, and a little later each time
        while handed() < 40 + 37 * round {
            assert!(process.try_wait().unwrap().is_none(), "the child ended");
            std::thread::sleep(std::time::Duration::from_micros(700));
        }
        let before = handed();
        process.kill().unwrap();
        process.wait().unwrap();
        let decoded = decode(&part, 64, 48);
        assert!(decoded.len() + 30 >= before, "{} frames of {before} play", decoded.len());
        for (k, frame) in decoded.iter().enumerate() {
            let got = frame.pixel(32, 24)[1];
            assert!(got.abs_diff((k % 250) as u8) <= 4, "frame {k} shows {got}");
        }
        assert!(!path.exists());
    }
}

#[test]
fn nothing_is_printed_and_memory_does_not_grow() {
    let dir = temp_dir::TempDir::new().unwrap();
    let path = dir.path().join("long.mp4");
    let out = spawn(&path, 20_000).wait_with_output().unwrap();
    assert!(out.status.success());
    let stderr = String::from_utf8_lossy(&out.stderr);
    assert!(!stderr.contains("OpenH264"), "{stderr}");
    let notes = std::fs::read_to_string(path.with_extension("notes")).unwrap();
    let kilobytes: Vec<i64> = notes.lines().filter_map(|l| l.split_whitespace().nth(1)?.parse().ok()).collect();
    if let [_, second, .., last] = kilobytes.as_slice() {
        // four bytes a frame, in vectors that double: 18,000 more frames are 0.2 MB; as pictures they would be 166 MB
        assert!(last - second < 2000, "{kilobytes:?} kB");
    }
}
