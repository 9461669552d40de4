//! Which writer writes what, under which name, into how many files, and what the receipt says of it.

use std::path::Path;
use std::process::Command;

use grabframe::ErrorKind;
use grabframe::prelude::*;

use crate::tools::have;

fn picture(level: u8) -> Frame {
    Frame::from_rgb(16, 16, vec![level; 16 * 16 * 3])
}

fn record(writer: &impl Writer, path: &Path) -> grabframe::Result<Receipt> {
    let mut movie = writer.open(path, (16, 16))?;
    movie.write_frame(&picture(0))?;
    movie.finish()
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// The writers of one format, what they are called, and their extensions.
fn writers() -> Vec<(Box<dyn Writer>, &'static str, &'static [&'static str])> {
    vec![
        (Box::new(GifWriter::new()), "GifWriter", &["gif"]),
        (Box::new(ApngWriter::new()), "ApngWriter", &["apng", "png"]),
        (Box::new(WebpWriter::new()), "WebpWriter", &["webp"]),
        (Box::new(AviWriter::new()), "AviWriter", &["avi"]),
        #[cfg(feature = "mp4")]
        (Box::new(Mp4Writer::new()), "Mp4Writer", &["mp4", "m4v"]),
    ]
}

#[test]
fn an_extension_of_another_format_is_an_error_that_says_so() {
    let dir = temp_dir::TempDir::new().unwrap();
    for (writer, name, own) in writers() {
        for other in [
            "gif", "apng", "png", "webp", "avi", "mp4", "m4v", "mov", "mkv", "webm", "MP4", "Gif", "jpg", "svg",
            "m2ts", "ogg", "MPE", "jfif", "h264",
        ] {
            if own.contains(&&*other.to_ascii_lowercase()) {
                continue;
            }
            let file = format!("p.{other}");
            let error = record(&writer, &dir.path().join(&file)).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::BadOption, "{name}, {file}: {error}");
            let words = error.to_string();
            let want = format!("name it `p.{}`, or use AutoWriter", own[0]);
            assert!(
                words.starts_with(name) && words.contains(&format!("`{file}`")) && words.contains(&want),
                "{words}"
            );
            // of a stream, too
            let error = writer.open_to(&file, (16, 16), std::io::sink()).unwrap_err().to_string();
            assert_eq!(error, words);
        }
    }
    let mut fig = Figure::pixels(16, 16);
    assert!(GifWriter::new().saving(&mut fig, dir.path().join("p.mp4")).is_err());
    for name in ["p.gif", "p.mp4", "p.jpg"] {
        assert!(record(&PngSequenceWriter::new(), &dir.path().join(name)).is_err(), "{name}");
    }
    for name in ["p", "p.png", "p.webp", "p.txt"] {
        assert!(
            matches!(record(&FfmpegWriter::new(), &dir.path().join(name)), Err(ref e) if e.kind() == ErrorKind::UnknownFormat),
            "{name}"
        );
    }
    assert!(names(dir.path()).is_empty());
}

#[test]
fn own_extensions_and_those_that_say_nothing_will_do() {
    for (writer, name, own) in writers() {
        let dir = temp_dir::TempDir::new().unwrap();
        let mut files: Vec<String> =
            own.iter().flat_map(|e| [format!("p.{e}"), format!("P.{}", e.to_uppercase())]).collect();
        files.extend(["movie", "t=0.5", "movie.tmp", "movie.mp4.tmp", ".gif", "movie."].map(String::from));
        for file in files {
            let path = dir.path().join(&file);
            let receipt = record(&writer, &path).unwrap_or_else(|e| panic!("{name}, {file}: {e}"));
            assert_eq!(receipt.path, path);
            assert!(path.exists(), "{name}: {file}");
        }
    }
    // no file is made of these
    assert!(record(&MemoryWriter::new(), Path::new("p.mp4")).is_ok());
    assert!(record(&CallbackWriter::new(|_| Ok(())), Path::new("p.mp4")).is_ok());
}

#[test]
fn what_makes_no_file_or_many_cannot_go_into_a_stream() {
    let mut fig = Figure::pixels(16, 16);
    fn refused(writer: &impl Writer, fig: &mut Figure) {
        for name in ["movie.gif", "movie.png", "movie-%03d.png", "movie"] {
            let error = writer.saving_to(&mut *fig, name, std::io::sink()).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::BadOption, "{error}");
            let opened = writer.open_to(name, (16, 16), std::io::sink()).unwrap_err();
            for words in [error.to_string(), opened.to_string()] {
                assert!(words.contains(&format!("`{name}` cannot go into a stream")), "{words}");
            }
        }
    }
    refused(&MemoryWriter::new(), &mut fig);
    refused(&CallbackWriter::new(|_| Ok(())), &mut fig);
    refused(&PngSequenceWriter::new(), &mut fig);
    refused(&(Box::new(MemoryWriter::new()) as Box<dyn Writer>), &mut fig);
}

#[test]
fn each_of_several_files_has_its_own_size_in_the_receipt() {
    let dir = temp_dir::TempDir::new().unwrap();
    let paths = ["a.gif", "b.apng", "c.avi"].map(|name| dir.path().join(name));
    let mut fig = Figure::pixels(320, 240);
    let ax = fig.add_axes();
    let mut movie = AutoWriter::new().fps(10).saving_all(&mut fig, &paths).unwrap();
    for i in 0..10 {
        movie[ax].set_title(format!("frame {i}"));
        movie.grab_frame().unwrap();
    }
    let receipt = movie.finish().unwrap();
    let sizes = paths.each_ref().map(|path| std::fs::metadata(path).unwrap().len());
    assert_eq!((receipt.frames, receipt.bytes, &receipt.path), (10, sizes[0], &paths[0]));
    let line = receipt.to_string();
    let kilobytes = sizes.map(|bytes| format!("{:.1} kB", bytes as f64 / 1e3));
    assert!(line.starts_with(&format!(
        "{}: 10 frames, 1.00 s, 320x240 at 10 fps, {}, gif",
        paths[0].display(),
        kilobytes[0]
    )));
    for (path, size) in paths.iter().zip(&kilobytes).skip(1) {
        assert!(line.contains(&format!("and {}: {size}, ", path.display())), "{line}");
    }
    assert!(!line.contains("bytes"), "{line}");
}

/// What a program prints of a file; `None` if it is not here.
fn printed(program: &str, args: &[&str], path: &Path) -> Option<String> {
    let out = Command::new(program).args(args).arg(path).output().ok()?;
    Some(String::from_utf8_lossy(&out.stdout).into_owned())
}

/// Titles outside ASCII are read right by programs that are not ours, in every format.
#[test]
fn titles_of_any_letters_are_read_by_others() {
    const TITLE: &str = "Höhe über Zeit — Δψ, 日本";
    let dir = temp_dir::TempDir::new().unwrap();
    let mut all: Vec<(&str, Box<dyn Writer>)> = vec![
        ("a.gif", Box::new(GifWriter::new().metadata("comment", TITLE))),
        ("a.apng", Box::new(ApngWriter::new().metadata("title", TITLE))),
        ("a.webp", Box::new(WebpWriter::new().metadata("title", TITLE))),
        ("a.avi", Box::new(AviWriter::new().metadata("title", TITLE))),
        #[cfg(feature = "mp4")]
        ("a.mp4", Box::new(Mp4Writer::new().metadata("title", TITLE))),
    ];
    if have("ffmpeg", "titles through ffmpeg") {
        for name in ["f.mp4", "f.mov", "f.mkv", "f.webm"] {
            all.push((name, Box::new(FfmpegWriter::new().metadata("title", TITLE))));
        }
    }
    for (name, writer) in all {
        let path = dir.path().join(name);
        record(&writer, &path).unwrap();
        if let Some(said) = printed("exiftool", &["-s3", "-Title", "-Comment"], &path) {
            assert_eq!(said.trim(), TITLE, "{name} in exiftool");
        }
        if have("ffprobe", "titles") {
            let read = Video::open(&path).unwrap().metadata().iter().any(|(_, value)| value == TITLE);
            assert!(read, "{name}: {:?}", Video::open(&path).unwrap().metadata());
        }
        // it knows no texts in these, and those of an AVI it takes for Latin-1
        if matches!(name, "a.gif" | "a.apng" | "a.webp" | "a.avi") {
            continue;
        }
        if let Some(said) = printed("mediainfo", &["--Inform=General;%Title%"], &path) {
            assert_eq!(said.trim(), TITLE, "{name} in mediainfo");
        }
    }
}

#[cfg(feature = "mp4")]
const LARGE: (u32, u32) = (3840, 2880);

#[cfg(feature = "mp4")]
#[test]
#[ignore = "a child of other tests"]
fn child() {
    let Some(path) = std::env::var_os("GRABFRAME_CHOICE") else { return };
    let path = Path::new(&path);
    let small = record(&AutoWriter::new(), &path.with_file_name("small.mp4"));
    let large = AutoWriter::new().open(path, LARGE).and_then(|mut movie| {
        movie.write_frame(&Frame::new(LARGE.0, LARGE.1))?;
        movie.finish()
    });
    for outcome in [small, large] {
        eprintln!("@ {}", outcome.map_or_else(|e| e.to_string(), |r| r.to_string()).replace('\n', " "));
    }
}

/// What is said of a small and of a large movie where this is the `ffmpeg`.
#[cfg(feature = "mp4")]
fn with_ffmpeg(program: &std::ffi::OsStr, path: &Path) -> Vec<String> {
    let out = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "choices::child", "--ignored", "--nocapture"])
        .env("GRABFRAME_CHOICE", path)
        .env("GRABFRAME_FFMPEG", program)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&out.stderr).into_owned();
    assert!(out.status.success(), "{said}");
    said.lines().filter_map(|line| line.strip_prefix("@ ").map(String::from)).collect()
}

/// What OpenH264 cannot do, ffmpeg does where it is there.
#[cfg(feature = "mp4")]
#[test]
fn what_one_encoder_cannot_do_the_next_one_does() {
    let dir = temp_dir::TempDir::new().unwrap();
    let path = dir.path().join("large.mp4");
    let said = with_ffmpeg("/nowhere/ffmpeg".as_ref(), &path);
    assert!(said[0].contains("openh264 (in process)"), "{said:?}");
    for words in ["3840x2880", "OpenH264 encodes 1x1 to 3840x2160", "`/nowhere/ffmpeg` was not found"] {
        assert!(said[1].contains(words), "{said:?}");
    }
    assert_eq!(names(dir.path()), ["small.mp4"]);
    if !have("ffmpeg", "large pictures") {
        return;
    }
    let said = with_ffmpeg("ffmpeg".as_ref(), &path);
    assert!(said[0].contains("openh264 (in process)"), "{said:?}");
    let note = "; ffmpeg was used, since OpenH264 encodes 1x1 to 3840x2160 pixels (or upright)";
    assert!(
        said[1].contains("3840x2880 at 30 fps") && said[1].contains(" via ffmpeg") && said[1].ends_with(note),
        "{said:?}"
    );
    assert_eq!(Video::open(&path).unwrap().size(), Size::new(3840, 2880));
    // of one without x264 the encoder that can do it
    let poor = dir.path().join("poor-ffmpeg");
    let list = "echo ' ------'; echo ' V..... libopenh264 x'; echo ' V..... mpeg4 x'";
    let text = format!("#!/bin/sh\ncase \"$*\" in *-encoders*) {list}; exit 0;; esac\nexec ffmpeg \"$@\"\n");
    std::fs::write(dir.path().join("text"), text).unwrap();
    assert!(
        Command::new("install").args(["-m", "755"]).arg(dir.path().join("text")).arg(&poor).status().unwrap().success()
    );
    let said = with_ffmpeg(poor.as_os_str(), &path);
    assert!(said[1].contains("mpeg4 via ffmpeg") && said[1].contains("has no libx264"), "{said:?}");
}

/// What no encoder can do is told before the first frame.
#[test]
fn what_no_encoder_can_do_is_told_at_the_beginning() {
    if !have("ffmpeg", "larger pictures") {
        return;
    }
    let dir = temp_dir::TempDir::new().unwrap();
    for (name, limit) in [("a.mp4", "16384x16384"), ("a.mkv", "16384x16384")] {
        let error = AutoWriter::new().open(dir.path().join(name), (16_400, 16)).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::BadSize, "{error}");
        assert!(error.to_string().contains(&format!("libx264 encodes up to {limit} pixels")), "{error}");
    }
    let error = FfmpegWriter::new().codec("mpeg4").open(dir.path().join("a.mp4"), (16, 8192)).unwrap_err();
    assert!(error.to_string().contains("mpeg4 encodes up to 8190x8190"), "{error}");
    assert!(names(dir.path()).is_empty());
}
