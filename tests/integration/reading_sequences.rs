//! Numbered pictures of every kind, and paths that mean the same wherever the program goes.

use std::path::Path;

use grabframe::ErrorKind;
use grabframe::prelude::*;

use crate::reading::{ffmpeg, pictures, read, write};
use crate::tools::{have, have_time, psnr};

/// Eleven pictures in files of this kind, the seventh left out.
fn files(folder: &Path, ending: &str, options: &[&str]) -> Vec<Frame> {
    let frames = pictures(12);
    write(&PngSequenceWriter::new(), &folder.join("s-%d.png"), &frames);
    let (from, to) = (folder.join("s-%d.png"), folder.join("rgb%d").with_extension(ending));
    let (from, to) = (from.to_str().unwrap(), to.to_str().unwrap());
    ffmpeg(&[&["-start_number", "0", "-i", from], options, &["-start_number", "0", to]].concat());
    std::fs::remove_file(folder.join("rgb7").with_extension(ending)).unwrap();
    (0..12).for_each(|k| std::fs::remove_file(folder.join(format!("s-{k}.png"))).unwrap());
    frames.into_iter().enumerate().filter(|(k, _)| *k != 7).map(|(_, frame)| frame).collect()
}

#[test]
fn pictures_of_every_kind_make_a_sequence() {
    if !have_time("sequences of pictures of every kind") {
        return;
    }
    if !have("ffmpeg", "sequences of pictures") {
        return;
    }
    for (ending, options, least) in [
        ("jpg", &["-q:v", "1", "-pix_fmt", "yuvj444p"][..], 35.0),
        ("bmp", &[], f64::INFINITY),
        ("tiff", &[], f64::INFINITY),
        ("ppm", &[], f64::INFINITY),
        ("webp", &["-c:v", "libwebp", "-lossless", "1"], f64::INFINITY),
        ("png", &[], f64::INFINITY),
    ] {
        let dir = temp_dir::TempDir::new().unwrap();
        let folder = dir.path().join("100% it's");
        let plain = dir.path().join("plain");
        std::fs::create_dir(&plain).unwrap();
        let frames = files(&plain, ending, options);
        std::fs::rename(plain, &folder).unwrap();
        // the pattern, and all pictures of the folder
        for path in [folder.join("rgb%d").with_extension(ending), folder.clone()] {
            let mut video = Video::open(&path).unwrap();
            assert_eq!(
                (video.size(), video.fps(), video.frame_count()),
                (Size::new(96, 64), Fps::new(30, 1), Some(11)),
                "{ending}"
            );
            let shown: Vec<_> = video.timed_frames().map(Result::unwrap).collect();
            assert_eq!(shown.len(), 11, "{ending}");
            for (k, (shown, frame)) in shown.iter().zip(&frames).enumerate() {
                let db = psnr(&shown.frame, frame);
                assert!(db >= least, "{ending}, picture {k}: {db} dB");
                assert!((shown.time.as_secs_f64() - k as f64 / 30.0).abs() < 1e-6, "{ending}, {k}: {:?}", shown.time);
            }
            for k in [1, 8, 10] {
                video.seek(f64::from(k) / 30.0).unwrap();
                let rest: Vec<_> = video.timed_frames().map(Result::unwrap).collect();
                assert!(rest == shown[k as usize..], "{ending}: sought {k}");
            }
        }
    }
}

#[test]
fn a_picture_that_is_none_is_named() {
    if !have("ffmpeg", "sequences with bad pictures") {
        return;
    }
    for (ending, options) in [("jpg", &["-q:v", "1"][..]), ("webp", &["-c:v", "libwebp"]), ("bmp", &[])] {
        let dir = temp_dir::TempDir::new().unwrap();
        files(dir.path(), ending, options);
        let name = |k: u32| dir.path().join(format!("rgb{k}")).with_extension(ending);
        for bad in [11, 4] {
            std::fs::write(name(bad), "a text").unwrap();
            let items: Vec<_> = Video::open(dir.path()).unwrap().frames().collect();
            let good = if bad == 11 { 10 } else { 4 };
            assert_eq!(items.len(), good + 1, "{ending}");
            let error = items[good].as_ref().unwrap_err();
            assert_eq!((error.kind(), error.path()), (ErrorKind::Decode, Some(&*name(bad))), "{ending}: {error}");
        }
        std::fs::write(name(0), "a text").unwrap();
        if ending != "webp" {
            let error = Video::open(dir.path().join("rgb%d").with_extension(ending)).unwrap_err();
            let words = error.to_string();
            assert!(error.kind() == ErrorKind::Decode && words.contains("rgb0"), "{ending}: {words}");
            assert!(!words.contains("65536"), "{words}");
        }
    }
}

/// The folder of a process is one for all its threads, so this is done in another process.
#[test]
fn paths_mean_what_they_meant_when_they_were_given() {
    let dir = temp_dir::TempDir::new().unwrap();
    let out = std::process::Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "reading_sequences::inner_folders", "--ignored", "--nocapture"])
        .current_dir(dir.path())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&out.stdout) + String::from_utf8_lossy(&out.stderr);
    assert!(out.status.success() && said.contains("1 passed"), "{said}");
}

#[test]
#[ignore = "run by another test, in a process of its own"]
fn inner_folders() {
    let home = std::env::current_dir().unwrap();
    std::fs::create_dir("elsewhere").unwrap();
    let frames = pictures(3);
    let mut names = vec!["a.gif", "a.png", "a.apng", "a.webp", "s-%d.png", "folder"];
    if have("ffmpeg", "movies elsewhere") {
        names.extend(["a.mp4", "a.mkv", "j-%d.jpg"]);
    }
    for name in names {
        let path = Path::new(name);
        match name {
            "j-%d.jpg" => {
                write(&PngSequenceWriter::new(), Path::new("j-%d.png"), &frames);
                ffmpeg(&["-start_number", "0", "-i", "j-%d.png", "-start_number", "0", name]);
            }
            "a.png" => frames[0].save(path).unwrap(),
            // written from another folder than it is finished in
            "s-%d.png" | "folder" => written_elsewhere(&PngSequenceWriter::new(), path, &frames, &home),
            _ => written_elsewhere(&AutoWriter::new(), path, &frames, &home),
        }
        let want = read(path);
        let video = Video::open(path).unwrap();
        assert_eq!(video.path(), path);
        std::env::set_current_dir("elsewhere").unwrap();
        let got: Vec<_> = video.frames().map(|frame| frame.unwrap_or_else(|e| panic!("{name}: {e}"))).collect();
        assert!(got == want && !got.is_empty(), "{name}");
        std::env::set_current_dir(&home).unwrap();
    }
    assert_eq!(std::fs::read_dir("elsewhere").unwrap().count(), 0);
}

fn written_elsewhere(writer: &impl Writer, path: &Path, frames: &[Frame], home: &Path) {
    let mut movie = writer.open(path, frames[0].size()).unwrap();
    for frame in frames {
        movie.write_frame(frame).unwrap();
        std::env::set_current_dir(home.join("elsewhere")).unwrap();
    }
    movie.finish().unwrap();
    std::env::set_current_dir(home).unwrap();
}
