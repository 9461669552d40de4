//! What is written is read back: by our own reader, from our own writers.

use std::path::Path;
use std::time::Duration;

use grabframe::prelude::*;
use grabframe::{ErrorKind, VideoFrame};

use crate::tools::{have, lcg, psnr, thorough};

/// Frames of even size, no two alike: soft colours, and a bar on even columns that moves.
pub fn pictures(count: u32) -> Vec<Frame> {
    let picture = |k: u32| {
        let mut frame = Frame::new(96, 64);
        for (at, pixel) in frame.as_rgb_mut().chunks_exact_mut(3).enumerate() {
            let (x, y) = (at as u32 % 96, at as u32 / 96);
            let bar = (x + 96 - (k * 8) % 96) % 96 < 8 && y < 40;
            let soft = [250 - 60 * x / 96, 240 - 90 * y / 64, 200 + 50 * x / 96];
            pixel.copy_from_slice(&soft.map(|c| if bar { 20 + k } else { c } as u8));
        }
        frame
    };
    (0..count).map(picture).collect()
}

/// Exact in a GIF: few colours.
fn plain(count: u32) -> Vec<Frame> {
    let mut frames = pictures(count);
    for frame in &mut frames {
        frame.as_rgb_mut().iter_mut().for_each(|v| *v &= 0xC0);
    }
    frames
}

pub fn write(writer: &impl Writer, path: &Path, frames: &[Frame]) {
    let mut movie = writer.open(path, frames[0].size()).unwrap();
    for frame in frames {
        movie.write_frame(frame).unwrap();
    }
    movie.finish().unwrap();
}

pub fn read(path: &Path) -> Vec<Frame> {
    Video::open(path).unwrap().frames().map(Result::unwrap).collect()
}

fn close(a: Duration, b: f64) -> bool {
    (a.as_secs_f64() - b).abs() < 1e-6
}

#[test]
fn a_gif_comes_back_exactly() {
    let dir = temp_dir::TempDir::new().unwrap();
    let path = dir.path().join("a.gif");
    let frames = plain(11);
    write(&GifWriter::new().fps(15).metadata("title", "Käse: 1").metadata("comment", "two"), &path, &frames);
    let mut video = Video::open(&path).unwrap();
    assert_eq!((video.size(), video.fps()), (Size::new(96, 64), Fps::new(15, 1)));
    assert_eq!(video.frame_count(), Some(11));
    assert_eq!(video.duration(), Duration::from_millis(730));
    assert_eq!((video.metadata_value("Title"), video.metadata_value("COMMENT")), (Some("Käse: 1"), Some("two")));
    assert!(read(&path) == frames);
    let timed: Vec<VideoFrame> = video.timed_frames().map(Result::unwrap).collect();
    assert!(timed.windows(2).all(|two| two[0].time + two[0].duration == two[1].time));
    assert_eq!(timed[10].time + timed[10].duration, video.duration());
    for k in 0..11 {
        video.seek(f64::from(k) / 15.0 + 0.012).unwrap();
        assert!(video.frames().next().unwrap().unwrap() == frames[k as usize], "frame {k}");
    }
    assert_eq!(video.frames().count(), 1);
    video.seek(0.0).unwrap();
    assert_eq!(video.into_iter().count(), 11);

    // a comment of its own is no list of entries
    write(&GifWriter::new().metadata("comment", "made today,\nby: me"), &path, &frames);
    assert_eq!(Video::open(&path).unwrap().metadata(), [("comment".into(), "made today,\nby: me".into())]);
}

#[test]
fn a_gif_of_plots_comes_back_exactly() {
    let dir = temp_dir::TempDir::new().unwrap();
    let path = dir.path().join("plot.gif");
    let mut fig = Figure::pixels(200, 150);
    let ax = fig.add_axes();
    // black: at most 256 colours, so that the GIF is exact
    let line = fig[ax].add(Line::new(lcg(20, 1), lcg(20, 2)).fmt("k-"));
    let mut movie = GifWriter::new().fps(30).saving(&mut fig, &path).unwrap();
    let mut stills = Vec::new();
    for k in 0..12 {
        movie[line].set_data(lcg(20, 1), lcg(20, k));
        movie.grab_frame().unwrap();
        stills.push(movie.figure().render());
    }
    movie.finish().unwrap();
    assert!(read(&path) == stills);
    assert_eq!(Video::open(&path).unwrap().fps(), Fps::new(30, 1));
}

#[test]
fn a_sequence_comes_back_exactly() {
    let dir = temp_dir::TempDir::new().unwrap();
    let frames = pictures(12);
    for (name, pattern) in [("s-%d.png", "s-%d.png"), ("folder", "folder"), ("folder", "folder/frame-%05d.png")] {
        write(&PngSequenceWriter::new(), &dir.path().join(name), &frames);
        let mut video = Video::open(dir.path().join(pattern)).unwrap();
        assert_eq!((video.size(), video.fps(), video.frame_count()), (Size::new(96, 64), Fps::new(30, 1), Some(12)));
        assert!(read(&dir.path().join(pattern)) == frames, "{pattern}");
        assert!(close(video.duration(), 0.4));
        video.seek(7.0 / 30.0).unwrap();
        let rest: Vec<Frame> = video.frames().map(Result::unwrap).collect();
        assert!(rest == frames[7..], "{pattern}");
    }
    // one of another size, and one that is none
    let folder = dir.path().join("folder");
    Frame::new(5, 5).save(folder.join("frame-00003.png")).unwrap();
    std::fs::write(folder.join("frame-00005.png"), "nothing").unwrap();
    let items: Vec<_> = Video::open(&folder).unwrap().frames().collect();
    assert_eq!(items.len(), 4);
    let error = items[3].as_ref().unwrap_err();
    assert_eq!((error.kind(), error.frames()), (ErrorKind::FrameSize, Some(3)), "{error}");
}

#[test]
fn a_still_is_a_movie_of_one_frame() {
    let dir = temp_dir::TempDir::new().unwrap();
    let path = dir.path().join("still.png");
    let frame = pictures(1).remove(0);
    frame.save(&path).unwrap();
    assert_eq!(Video::open(&path).unwrap().frame_count(), Some(1));
    assert!(read(&path) == [frame]);
}

#[test]
fn movies_come_back_nearly() {
    if !have("ffmpeg", "reading movies") {
        return;
    }
    let dir = temp_dir::TempDir::new().unwrap();
    let frames = pictures(40);
    let all = ["mp4", "mkv", "m4v", "mov", "webm", "avi"];
    for extension in &all[..if thorough() { 6 } else { 2 }] {
        let path = dir.path().join("100%d -a").with_extension(extension);
        let writer = AutoWriter::new().fps(Fps::new(24000, 1001)).quality(95);
        let writer = writer.metadata("title", "It's \"1\" = \\2\\").metadata("artist", "ä b").metadata("comment", "c");
        write(&writer, &path, &frames);
        let mut video = Video::open(&path).unwrap();
        assert_eq!((video.size(), video.fps()), (Size::new(96, 64), Fps::new(24000, 1001)), "{extension}");
        assert_eq!(video.frame_count(), Some(40), "{extension}");
        assert!(close(video.duration(), 40.0 * 1001.0 / 24000.0), "{extension}: {:?}", video.duration());
        for (key, value) in [("title", "It's \"1\" = \\2\\"), ("artist", "ä b"), ("comment", "c")] {
            assert_eq!(video.metadata_value(key), Some(value), "{extension}: {:?}", video.metadata());
        }
        let timed: Vec<VideoFrame> = video.timed_frames().map(Result::unwrap).collect();
        assert_eq!(timed.len(), 40, "{extension}");
        for (k, (shown, frame)) in timed.iter().zip(&frames).enumerate() {
            let db = psnr(&shown.frame, frame);
            assert!(db > 38.0, "{extension}, frame {k}: {db:.1} dB");
            assert!(close(shown.time, k as f64 * 1001.0 / 24000.0), "{extension}, frame {k}: {:?}", shown.time);
            assert!(close(shown.duration, 1001.0 / 24000.0), "{extension}, frame {k}: {:?}", shown.duration);
        }
        for (k, later) in [(0, 0.03), (1, 0.0), (17, 0.0), (18, 0.03), (39, 0.0)] {
            video.seek(k as f64 * 1001.0 / 24000.0 + later).unwrap();
            let mut rest = video.timed_frames();
            let first = rest.next().unwrap().unwrap();
            assert!(first == timed[k], "{extension}: sought {k}, got {:?}", first.time);
            assert_eq!(rest.count(), 39 - k, "{extension}");
        }
        // at the very end the last is still shown
        video.seek(video.duration().as_secs_f64()).unwrap();
        assert!(video.timed_frames().next().unwrap().unwrap() == timed[39], "{extension}");
        assert!(matches!(video.seek(99.0), Err(ref e) if e.kind() == ErrorKind::BadOption), "{extension}");
    }
}

#[test]
fn uneven_times_are_the_containers() {
    if !have("ffmpeg", "uneven times") {
        return;
    }
    let dir = temp_dir::TempDir::new().unwrap();
    let gif = dir.path().join("uneven.gif");
    let frames = plain(3);
    let mut movie = GifWriter::new().fps(10).open(&gif, (96, 64)).unwrap();
    for (frame, hold) in frames.iter().zip([0.0, 1.9, 0.3]) {
        movie.write_frame(frame).unwrap();
        movie.hold(hold).unwrap();
    }
    movie.finish().unwrap();
    let want = [(0.0, 0.1), (0.1, 2.0), (2.1, 0.4)];
    for (k, shown) in Video::open(&gif).unwrap().timed_frames().enumerate() {
        let shown = shown.unwrap();
        assert!(close(shown.time, want[k].0) && close(shown.duration, want[k].1), "{k}: {:?}", shown.time);
    }
    assert_eq!(Video::open(&gif).unwrap().fps(), Fps::new(6, 5));
    let mkv = dir.path().join("uneven.mkv");
    ffmpeg(&["-i", gif.to_str().unwrap(), "-enc_time_base", "1:100", "-c:v", "libx264", mkv.to_str().unwrap()]);
    let mut video = Video::open(&mkv).unwrap();
    // how long the last one is shown is another matter for every version
    assert!((2.05..2.55).contains(&video.duration().as_secs_f64()), "{:?}", video.duration());
    assert!((video.fps().as_f64() - 3.0 / video.duration().as_secs_f64()).abs() < 0.01, "{}", video.fps());
    let times: Vec<f64> = video.timed_frames().map(|f| f.unwrap().time.as_secs_f64()).collect();
    assert_eq!(times, [0.0, 0.1, 2.1]);
    video.seek(1.99).unwrap();
    let shown = video.timed_frames().next().unwrap().unwrap();
    assert!(close(shown.time, 0.1) && psnr(&shown.frame, &frames[1]) > 25.0, "{:?}", shown.time);
}

pub fn ffmpeg(args: &[&str]) {
    let out = std::process::Command::new("ffmpeg").args(["-v", "error", "-y"]).args(args).output().unwrap();
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
}

/// The processes whose command line holds `word`.
#[cfg(target_os = "linux")]
fn processes(word: &str) -> usize {
    let all = std::fs::read_dir("/proc").unwrap().flatten();
    let lines = all.filter_map(|entry| std::fs::read(entry.path().join("cmdline")).ok());
    lines.filter(|line| String::from_utf8_lossy(line).contains(word)).count()
}

/// Whether the process has ended and was not waited for.
#[cfg(target_os = "linux")]
fn is_zombie(pid: u32) -> bool {
    std::fs::read_to_string(format!("/proc/{pid}/stat")).is_ok_and(|stat| stat.contains(") Z "))
}

#[test]
#[cfg(target_os = "linux")]
fn dropped_in_the_middle_it_leaves_no_process() {
    if !have("ffmpeg", "dropping an iterator") {
        return;
    }
    let dir = temp_dir::TempDir::new().unwrap();
    let word = format!("unmistakable-name-{}.mkv", std::process::id());
    let path = dir.path().join(&word);
    ffmpeg(&[
        "-f",
        "lavfi",
        "-i",
        "testsrc=size=320x240:rate=30:duration=8",
        "-preset",
        "ultrafast",
        path.to_str().unwrap(),
    ]);
    let video = Video::open(&path).unwrap();
    let mut frames = video.frames();
    for _ in 0..3 {
        frames.next().unwrap().unwrap();
    }
    assert_eq!(processes(&word), 1, "it decodes while it is read");
    let pid = std::fs::read_dir("/proc")
        .unwrap()
        .flatten()
        .filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok())
        .find(|pid| {
            std::fs::read(format!("/proc/{pid}/cmdline")).is_ok_and(|l| String::from_utf8_lossy(&l).contains(&word))
        })
        .unwrap();
    drop(frames);
    assert_eq!(processes(&word), 0);
    assert!(!is_zombie(pid), "it was not waited for");
    // two at once, and one read to its end
    let (mut a, mut b) = (video.frames(), video.frames());
    assert!(a.next().unwrap().unwrap() == b.next().unwrap().unwrap());
    assert_eq!(a.by_ref().count(), 239);
    assert_eq!(processes(&word), 1, "one has ended, one goes on");
    drop(b);
    assert_eq!(processes(&word), 0);
}

/// This program again, with one ignored test, where `path` is all there is of programs.
fn again(test: &str, path: &Path, movie: &Path) {
    let out = std::process::Command::new(std::env::current_exe().unwrap())
        .args(["--exact", test, "--ignored", "--nocapture"])
        .env("PATH", path)
        .env("GRABFRAME_FFMPEG", path.join("ffmpeg"))
        .env("GRABFRAME_TEST_MOVIE", movie)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&out.stdout) + String::from_utf8_lossy(&out.stderr);
    assert!(out.status.success() && said.contains("1 passed"), "{said}");
}

#[test]
#[cfg(unix)]
fn what_is_missing_is_done_without_or_named() {
    let dir = temp_dir::TempDir::new().unwrap();
    let movie = dir.path().join("a.mkv");
    std::fs::write(&movie, "anything").unwrap();
    again("reading::inner_without_ffmpeg", dir.path(), &movie);
    if !have("ffmpeg", "ffmpeg without ffprobe") {
        return;
    }
    write(&AutoWriter::new().fps(29.97).metadata("title", "a = b; c").quality(95), &movie, &pictures(9));
    let path = std::env::var_os("PATH").unwrap();
    let real = std::env::split_paths(&path).map(|folder| folder.join("ffmpeg")).find(|file| file.exists()).unwrap();
    std::os::unix::fs::symlink(real, dir.path().join("ffmpeg")).unwrap();
    again("reading::inner_without_ffprobe", dir.path(), &movie);
}

#[test]
#[ignore = "run by another test, in a process of its own"]
fn inner_without_ffmpeg() {
    let error = Video::open(std::env::var_os("GRABFRAME_TEST_MOVIE").unwrap()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::FfmpegNotFound, "{error}");
}

#[test]
#[ignore = "run by another test, in a process of its own"]
fn inner_without_ffprobe() {
    let mut video = Video::open(std::env::var_os("GRABFRAME_TEST_MOVIE").unwrap()).unwrap();
    assert_eq!((video.size(), video.fps()), (Size::new(96, 64), Fps::new(30000, 1001)));
    assert_eq!((video.frame_count(), video.metadata_value("title")), (Some(9), Some("a = b; c")));
    assert!(close(video.duration(), 9.0 * 1001.0 / 30000.0), "{:?}", video.duration());
    let frames: Vec<Frame> = video.frames().map(Result::unwrap).collect();
    assert!(frames.len() == 9 && frames.iter().zip(pictures(9)).all(|(a, b)| psnr(a, &b) > 38.0));
    video.seek(5.0 * 1001.0 / 30000.0).unwrap();
    assert!(video.frames().next().unwrap().unwrap() == frames[5]);
    // two behind each other: how long both are is not known, and any place in them may be sought; some static builds of
    // ffmpeg die of this format
    let path = video.path().with_file_name("twice.ts");
    ffmpeg(&["-f", "lavfi", "-i", "testsrc=size=96x64:rate=25:duration=1", path.to_str().unwrap()]);
    std::fs::write(&path, std::fs::read(&path).unwrap().repeat(2)).unwrap();
    let mut alone = std::process::Command::new("ffmpeg");
    alone.args(["-v", "error", "-i"]).arg(&path).args(["-f", "null", "-"]);
    if !alone.status().unwrap().success() {
        assert!(std::env::var_os("GRABFRAME_CI").is_none(), "the ffmpeg of CI cannot read MPEG-TS");
        eprintln!("skipped a part: this ffmpeg dies of MPEG-TS");
    } else {
        let mut twice = Video::open(&path).unwrap();
        let all: Vec<VideoFrame> = twice.timed_frames().map(Result::unwrap).collect();
        twice.seek(1.5).unwrap();
        let shown = twice.timed_frames().next().unwrap().unwrap();
        assert!(close(shown.time, 1.48) || close(shown.time, 1.5), "{:?}", shown.time);
        assert!(all.contains(&shown), "{:?}", shown.time);
    }
    std::fs::write(video.path(), "no movie").unwrap();
    let error = Video::open(video.path()).unwrap_err().to_string();
    assert!(error.contains("no pictures that ffmpeg knows"), "{error}");
}

/// Job schedulers start programs with SIGCHLD ignored; the system then reaps children and says nothing of their end.
#[test]
#[cfg(target_os = "linux")]
fn ends_that_nobody_is_told_of_are_no_errors() {
    if !have("ffmpeg", "SIGCHLD ignored") {
        return;
    }
    let dir = temp_dir::TempDir::new().unwrap();
    let movie = dir.path().join("a.mkv");
    write(&AutoWriter::new().fps(10), &movie, &pictures(9));
    let out = std::process::Command::new("env")
        .arg("--ignore-signal=CHLD")
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", "reading::inner_unseen_ends", "--ignored", "--nocapture"])
        .env("GRABFRAME_TEST_MOVIE", &movie)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&out.stdout) + String::from_utf8_lossy(&out.stderr);
    assert!(out.status.success() && said.contains("1 passed"), "{said}");
}

#[test]
#[ignore = "run by another test, in a process of its own"]
fn inner_unseen_ends() {
    let path = std::path::PathBuf::from(std::env::var_os("GRABFRAME_TEST_MOVIE").unwrap());
    // it is so here, or nothing is tested
    assert!(std::process::Command::new("true").status().is_err());
    let video = Video::open(&path).unwrap();
    assert_eq!((video.frame_count(), video.fps()), (Some(9), Fps::new(10, 1)));
    assert_eq!(video.frames().map(Result::unwrap).count(), 9);
    drop(video.frames().next());
    // what is missing is told all the same
    let bytes = std::fs::read(&path).unwrap();
    std::fs::write(&path, &bytes[..bytes.len() / 2]).unwrap();
    let items: Vec<_> = Video::open(&path).unwrap().frames().collect();
    assert!(items.last().unwrap().is_err(), "{} frames", items.len());
}

#[test]
fn mistakes_are_named() {
    let dir = temp_dir::TempDir::new().unwrap();
    let open = |name: &str| Video::open(dir.path().join(name)).unwrap_err();
    let missing = open("no.mp4");
    let path = missing.path().unwrap();
    assert!(missing.kind() == ErrorKind::Io && path.ends_with("no.mp4"), "{missing}");
    assert!(open("no.gif").to_string().starts_with("cannot open "));
    for (name, bytes, want) in [
        ("empty.mp4", &b""[..], "it is empty"),
        ("none.gif", b"GIF89a\x05\0\x05\0\0\0\0;", "no whole picture"),
        ("huge.gif", b"GIF89a\xff\xff\xff\xff\0\0\0;", "65535x65535"),
        ("flat.gif", b"GIF89a\x05\0\0\0\0\0\0;", "5x0"),
        ("cut.gif", b"GIF89a", "cannot read"),
        ("cut.png", b"\x89PNG\r\n\x1a\n\0\0", "ends within picture 0"),
    ] {
        std::fs::write(dir.path().join(name), bytes).unwrap();
        let error = open(name).to_string();
        assert!(error.contains(want) && error.contains(name), "{error}");
    }
    std::fs::create_dir(dir.path().join("bare")).unwrap();
    assert!(open("bare").to_string().contains("there are no pictures in the folder"));
    assert!(open("x-%03d.png").to_string().contains("no file of such a name"));
    assert!(open("x-%s.png").to_string().contains("percent"));
    assert_eq!(open("nowhere/x-%03d.png").kind(), ErrorKind::Io);
    if have("ffprobe", "a text as a movie") {
        std::fs::write(dir.path().join("notes.mp4"), "this is no movie at all, but a text").unwrap();
        let error = open("notes.mp4");
        assert!(error.kind() == ErrorKind::Decode && error.to_string().contains("it said"), "{error}");
    }
}

#[test]
fn a_file_that_is_cut_off_gives_what_is_whole() {
    let dir = temp_dir::TempDir::new().unwrap();
    let path = dir.path().join("cut.gif");
    let frames = plain(10);
    write(&GifWriter::new(), &path, &frames);
    let bytes = std::fs::read(&path).unwrap();
    std::fs::write(&path, &bytes[..bytes.len() - 30]).unwrap();
    let items: Vec<_> = Video::open(&path).unwrap().frames().collect();
    assert_eq!(Video::open(&path).unwrap().frame_count(), Some(9));
    assert_eq!(items.len(), 10);
    assert!(items[..9].iter().zip(&frames).all(|(item, frame)| item.as_ref().unwrap() == frame));
    assert!(items[9].as_ref().unwrap_err().to_string().contains("ends within picture 9"));
    // a recording that was killed between two frames has no trailer, and is whole
    std::fs::write(&path, &bytes[..bytes.len() - 1]).unwrap();
    assert!(read(&path) == frames);

    if !have("ffmpeg", "cut movies") {
        return;
    }
    let noisy: Vec<Frame> = (0..30)
        .map(|k| {
            let mut frame = Frame::new(128, 96);
            let noise = lcg(128 * 96 * 3, k);
            frame.as_rgb_mut().iter_mut().zip(noise).for_each(|(v, n)| *v = (n * 255.0) as u8);
            frame
        })
        .collect();
    for extension in ["mp4", "mkv", "webm", "avi"] {
        let path = dir.path().join("cut").with_extension(extension);
        write(&AutoWriter::new(), &path, &noisy);
        let bytes = std::fs::read(&path).unwrap();
        std::fs::write(&path, &bytes[..bytes.len() * 6 / 10]).unwrap();
        let items: Vec<_> = Video::open(&path).unwrap().frames().collect();
        let good = items.iter().filter(|item| item.is_ok()).count();
        assert!((10..25).contains(&good), "{extension}: {good} frames");
        assert_eq!(good + 1, items.len(), "{extension}");
        assert!(matches!(items[good], Err(ref e) if e.kind() == ErrorKind::Decode), "{extension}");
    }
}

/// Delays are whole ticks of the format; the rate behind them is found.
#[test]
fn the_rate_that_was_recorded_is_read_back() {
    let dir = temp_dir::TempDir::new().unwrap();
    for fps in [Fps::from(24), Fps::from(30), Fps::from(25), Fps::new(30000, 1001)] {
        for name in ["a.gif", "a.apng", "a.webp"] {
            // hundredths of a second are too coarse to tell it from 30 within so few frames
            if name == "a.gif" && fps.den() > 1 {
                continue;
            }
            let path = dir.path().join(name);
            let mut movie = AutoWriter::new().fps(fps).open(&path, (4, 4)).unwrap();
            // a number of frames whose time is no whole number of ticks, so that the average is not the rate
            for k in 0..61 {
                movie.write_frame(&Frame::from_rgb(4, 4, vec![4 * k; 48])).unwrap();
            }
            movie.finish().unwrap();
            assert_eq!(Video::open(&path).unwrap().fps(), fps, "{name}");
        }
    }
}
