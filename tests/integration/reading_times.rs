//! Counts, rates and times of files that others made, or cut: what can be read is what is said, and a time leads to the
//! picture that is shown then.

use std::path::{Path, PathBuf};
use std::time::Duration;

use grabframe::prelude::*;
use grabframe::{ErrorKind, VideoFrame};

use crate::reading::{ffmpeg, pictures, write};
use crate::tools::{decode, each_picture, have, have_time, psnr};

/// A movie made of ffmpeg's test picture, which changes in every frame.
fn made(dir: &Path, name: &str, rate: &str, seconds: &str, args: &[&str]) -> PathBuf {
    let path = dir.join(name);
    let source = format!("testsrc=size=96x64:rate={rate}:duration={seconds}");
    ffmpeg(&[&["-f", "lavfi", "-i", &source], args, &[path.to_str().unwrap()]].concat());
    path
}

/// A copy of a movie without decoding it.
fn copied(from: &Path, name: &str, before: &[&str], after: &[&str]) -> PathBuf {
    let path = from.with_file_name(name);
    ffmpeg(&[before, &["-i", from.to_str().unwrap(), "-c", "copy"], after, &[path.to_str().unwrap()]].concat());
    path
}

/// H.264 with B-frames, and a key frame at least every so many frames.
const H264: [&str; 10] = ["-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-bf", "2", "-g", "30"];

/// A movie that is read without an error, says what comes, and is sought exactly. Its frames.
fn sound(path: &Path, fps: Fps, count: usize) -> Vec<VideoFrame> {
    let name = path.file_name().unwrap().to_str().unwrap();
    let mut video = Video::open(path).unwrap();
    assert_eq!(video.fps(), fps, "{name}");
    let said = video.frame_count();
    assert!(said.is_none_or(|said| said == count as u64), "{name}: {said:?} frames");
    let all: Vec<VideoFrame> =
        video.timed_frames().map(|item| item.unwrap_or_else(|e| panic!("{name}: {e}"))).collect();
    assert_eq!((all.len(), video.frame_count()), (count, Some(count as u64)), "{name}");
    let at = |k: f64| k * fps.frame_seconds();
    // a GIF keeps the hundredths that it stores
    let near = |time: Duration, k: usize| {
        (time.as_secs_f64() - at(k as f64)).abs() < if name.ends_with("gif") { 0.011 } else { 1e-6 }
    };
    for (k, shown) in all.iter().enumerate() {
        assert!(near(shown.time, k) && near(shown.time + shown.duration, k + 1), "{name}, {k}: {:?}", shown.time);
    }
    assert!(near(video.duration(), count), "{name}: {:?}", video.duration());
    // one process for each: the first ones, which may be shown before they are stored, two in the middle, and the last
    let (third, last) = (count / 3, count - 1);
    let mut sought = vec![(1, 0.0), (2, 0.4), (third + 1, 0.0), (2 * third + 2, 0.4), (last, 0.0)];
    if name.ends_with("gif") {
        sought = (0..count).map(|k| (k, 0.0)).chain([(0, 0.4), (third, 0.4)]).collect();
    }
    for (k, later) in sought.into_iter().filter(|(k, _)| *k < count) {
        video.seek(at(k as f64 + later)).unwrap();
        let mut rest = video.timed_frames();
        let first = rest.next().unwrap().unwrap_or_else(|e| panic!("{name}: sought {k}: {e}"));
        assert!(first == all[k], "{name}: sought {k} and {later}, got {:?}", first.time);
        if k > count / 2 && k + 1 < count {
            assert_eq!(rest.map(Result::unwrap).count(), count - k - 1, "{name}: after {k}");
        }
    }
    assert!(matches!(video.seek(at(count as f64) + 1.0), Err(ref e) if e.kind() == ErrorKind::BadOption), "{name}");
    all
}

fn ready(test: &str) -> bool {
    have("ffmpeg", test) && have("ffprobe", test)
}

/// Rates of 24 and more pictures a second in hundredths: picture `k` begins at `k / fps`, where it is stored later, too.
#[test]
fn frame_k_of_a_gif_by_others_is_at_k() {
    if !ready("GIFs by rate") {
        return;
    }
    let dir = temp_dir::TempDir::new().unwrap();
    for rate in [12, 15, 16, 24, 30] {
        sound(&made(dir.path(), "a.gif", &rate.to_string(), "2", &[]), rate.into(), rate as usize * 2);
    }
    // our own are stored the same way
    let frames = pictures(40);
    let path = dir.path().join("own.gif");
    write(&GifWriter::new().fps(30), &path, &frames);
    let mut video = Video::open(&path).unwrap();
    let all: Vec<Frame> = video.frames().map(Result::unwrap).collect();
    for k in 0..40 {
        video.seek(f64::from(k) / 30.0).unwrap();
        assert!(video.frames().next().unwrap().unwrap() == all[k as usize], "{k}");
    }
}

#[test]
fn what_is_cut_off_without_decoding_is_no_frame() {
    if !have_time("cut movies") {
        return;
    }
    if !ready("cut movies") {
        return;
    }
    let dir = temp_dir::TempDir::new().unwrap();
    let dir = dir.path();
    let whole = made(dir, "in.mp4", "30", "2", &["-c:v", "libx264", "-pix_fmt", "yuv420p"]);
    // an edit list: what is before the cut is decoded and not shown
    let cut = copied(&whole, "cut.mp4", &["-ss", "1.05"], &[]);
    let wanted = decode(&cut, 96, 64);
    let shown = sound(&cut, 30.into(), wanted.len());
    assert!(shown.iter().zip(&wanted).all(|(shown, frame)| psnr(&shown.frame, frame) > 30.0));
    // with sound, which begins elsewhere
    let tone = ["-f", "lavfi", "-i", "sine=duration=4", "-c:a", "aac"];
    let source = made(dir, "sound.mp4", "30", "4", &[&tone[..], &H264].concat());
    for name in ["cut.mov", "cut.mkv", "cut.ts", "cut.flv"] {
        let cut = copied(&source, name, &["-ss", "1.05"], &[]);
        // OpenCV and players: an edit list leaves out the first two, where others keep all from the key frame
        let count = if name == "cut.mov" { 88 } else { 90 };
        sound(&cut, 30.into(), count);
    }
    // pictures that begin long after the sound
    for name in ["late.mp4", "late.mkv", "late.ts"] {
        let path = dir.join(name);
        let source = source.to_str().unwrap();
        let both = ["-itsoffset", "2", "-i", source, "-i", source, "-map", "0:v", "-map", "1:a", "-c", "copy"];
        ffmpeg(&[&both[..], &[path.to_str().unwrap()]].concat());
        sound(&path, 30.into(), 120);
    }
}

/// Where a demuxer lands is not where it was sent.
#[test]
fn a_time_leads_to_its_frame_in_streams() {
    if !have_time("streams") {
        return;
    }
    if !ready("streams") {
        return;
    }
    let dir = temp_dir::TempDir::new().unwrap();
    let dir = dir.path();
    let ts = made(dir, "a.ts", "30", "4", &H264);
    let source = decode(&made(dir, "a.mkv", "30", "4", &["-c:v", "ffv1"]), 96, 64);
    let mut video = Video::open(&ts).unwrap();
    for (seconds, k) in [(0.5, 15), (1.0, 30), (3.7, 111), (2.9, 87)] {
        video.seek(seconds).unwrap();
        let shown = video.timed_frames().next().unwrap().unwrap();
        assert!((shown.time.as_secs_f64() - f64::from(k) / 30.0).abs() < 1e-6, "{seconds}: {:?}", shown.time);
        let alike = |k: i32| psnr(&shown.frame, &source[k as usize]);
        assert!(alike(k) > alike(k - 1) && alike(k) > alike(k + 1), "{seconds}");
    }
    sound(&ts, 30.into(), 120);
    sound(&copied(&ts, "a.h264", &[], &[]), 30.into(), 120);
    // a clock that is not the container's: five hours later, and nearly at the end of its bits
    sound(&copied(&ts, "wrap.ts", &[], &["-output_ts_offset", "95440"]), 30.into(), 120);

    // begins between two key frames
    let bytes = std::fs::read(made(dir, "full.ts", "30", "3", &H264)).unwrap();
    let middle = dir.join("middle.ts");
    let packets = bytes.len() / 188;
    std::fs::write(&middle, [&bytes[..188 * 3], &bytes[188 * (packets / 20)..]].concat()).unwrap();
    assert_eq!(decode(&middle, 96, 64).len(), 60);
    sound(&middle, 30.into(), 60);

    // pictures that lean on what was before the key frame; a codec that shows pictures with nothing to lean on
    let hevc = ["-c:v", "libx265", "-preset", "ultrafast", "-x265-params", "log-level=none:keyint=30:open-gop=1"];
    sound(&made(dir, "hevc.ts", "30", "4", &hevc), 30.into(), 120);
    let refresh =
        ["-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-x264-params", "intra-refresh=1:keyint=30"];
    sound(&made(dir, "refresh.ts", "30", "4", &refresh), 30.into(), 120);
    // program streams
    for (name, codec, b) in [("one.mpg", "mpeg1video", "0"), ("two.mpg", "mpeg2video", "2")] {
        sound(&made(dir, name, "25", "4", &["-c:v", codec, "-bf", b, "-g", "30"]), 25.into(), 100);
    }
    // two behind each other: time goes on, whatever the clock says
    let twice = dir.join("twice.ts");
    std::fs::write(&twice, [std::fs::read(&ts).unwrap(), std::fs::read(&ts).unwrap()].concat()).unwrap();
    let times: Vec<Duration> = Video::open(&twice).unwrap().timed_frames().map(|shown| shown.unwrap().time).collect();
    assert!(times.len() > 230 && times.is_sorted(), "{} frames", times.len());
    assert!(times[times.len() - 1] > Duration::from_millis(7900), "{:?}", times.last());
}

#[test]
fn packets_are_no_pictures() {
    if !have_time("packets without a picture") {
        return;
    }
    if !ready("packets without a picture") {
        return;
    }
    let dir = temp_dir::TempDir::new().unwrap();
    let dir = dir.path();
    // an AVI may leave out pictures, and ffmpeg does
    let third = ["-vf", "select='not(mod(n,3))'", "-c:v"];
    sound(&made(dir, "third.avi", "30", "1", &[&third[..], &["mpeg4"]].concat()), 10.into(), 10);
    // dropped and out of order: only the order of decoding is stored
    sound(
        &made(
            dir,
            "third.h264.avi",
            "30",
            "3",
            &[&third[..], &["libx264", "-preset", "veryfast", "-pix_fmt", "yuv420p"]].concat(),
        ),
        10.into(),
        30,
    );
    // uneven
    let path = made(dir, "uneven.avi", "30", "1", &["-vf", "select='lt(mod(n,7),3)'", "-c:v", "mjpeg"]);
    let mut video = Video::open(&path).unwrap();
    let all: Vec<VideoFrame> = video.timed_frames().map(Result::unwrap).collect();
    let starts: Vec<u64> = all.iter().map(|shown| Fps::from(30).frames_in(shown.time.as_secs_f64())).collect();
    assert_eq!(starts, [0, 1, 2, 7, 8, 9, 14, 15, 16, 21, 22, 23, 28, 29]);
    assert_eq!((video.frame_count(), video.fps(), video.duration()), (Some(14), 14.into(), Duration::from_secs(1)));
    video.seek(0.2).unwrap();
    assert!(video.timed_frames().next().unwrap().unwrap() == all[2]);

    // two pictures in one packet, and none in another
    let path = made(dir, "packed.avi", "25", "3", &["-c:v", "libxvid", "-bf", "2"]);
    sound(&path, 25.into(), decode_all(&path));

    // pictures that are only there for others
    let log = dir.join("pass");
    for (name, clock) in [("hidden.webm", &[][..]), ("fine.webm", &["-enc_time_base", "1/1000"])] {
        let vp8 = ["-c:v", "libvpx", "-b:v", "100k", "-auto-alt-ref", "1", "-lag-in-frames", "16", "-passlogfile"];
        let vp8 = [&vp8[..], &[log.to_str().unwrap()], clock].concat();
        made(dir, "-", "30", "3", &[&vp8[..], &["-pass", "1", "-f", "null"]].concat());
        let path = made(dir, name, "30", "3", &[&vp8[..], &["-pass", "2"]].concat());
        sound(&path, 30.into(), 90);
        sound(&copied(&path, "hidden.ivf", &[], &[]), 30.into(), 90);
    }
}

/// How many pictures ffmpeg decodes, none left out and none doubled.
fn decode_all(path: &Path) -> usize {
    let out = std::process::Command::new("ffmpeg")
        .args(["-v", "error", "-i"])
        .arg(path)
        .args(each_picture())
        .args(["-f", "framecrc", "-"])
        .output()
        .unwrap();
    String::from_utf8_lossy(&out.stdout).lines().filter(|line| !line.starts_with('#')).count()
}

#[test]
fn rates_of_others_files_are_told_by_their_times() {
    if !have_time("rates") {
        return;
    }
    if !ready("rates") {
        return;
    }
    let dir = temp_dir::TempDir::new().unwrap();
    let dir = dir.path();
    // a part that begins in the middle of the clock
    let long = made(
        dir,
        "long.mkv",
        "25",
        "12",
        &["-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-g", "50"],
    );
    copied(&long, "part%d.mkv", &[], &["-f", "segment", "-segment_time", "4"]);
    sound(&dir.join("part1.mkv"), 25.into(), 100);
    sound(&made(dir, "a.avi", "29.95", "3", &["-c:v", "mpeg4"]), Fps::new(599, 20), 90);
    // sound begins before the pictures
    let tone = ["-f", "lavfi", "-i", "sine=duration=3", "-c:a", "aac"];
    sound(&made(dir, "sound.mkv", "25", "3", &[&tone[..], &H264].concat()), 25.into(), 75);
    sound(&made(dir, "late.avi", "25", "3", &H264), 25.into(), 75);
    sound(&made(dir, "packed.avi", "25", "3", &["-c:v", "mpeg4", "-bf", "2"]), 25.into(), 75);
    // milliseconds that were made ticks of another clock
    let ntsc = made(dir, "ntsc.mkv", "30000/1001", "4", &[&tone[..], &H264].concat());
    for name in ["ntsc.mov", "ntsc.ts", "ntsc.flv"] {
        sound(&copied(&ntsc, name, &[], &[]), Fps::new(30000, 1001), 120);
    }
    sound(
        &made(dir, "slow.mkv", "1/2", "60", &["-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p"]),
        Fps::new(1, 2),
        30,
    );
}

#[test]
fn fast_rates_of_television_come_back() {
    if !have_time("fast rates") {
        return;
    }
    if !ready("fast rates") {
        return;
    }
    let dir = temp_dir::TempDir::new().unwrap();
    let frames = pictures(60);
    for (fps, extensions) in [
        (Fps::new(120_000, 1001), &["avi", "mkv", "mov", "webm", "mp4"][..]),
        (Fps::new(240_000, 1001), &["avi", "mkv", "mov", "webm"]),
        (Fps::new(120, 1), &["mkv"]),
    ] {
        for extension in extensions {
            let path = dir.path().join("fast").with_extension(extension);
            write(&AutoWriter::new().fps(fps), &path, &frames);
            sound(&path, fps, 60);
        }
        let path = dir.path().join("mpeg4.avi");
        write(&FfmpegWriter::new().fps(fps), &path, &frames);
        sound(&path, fps, 60);
    }
}

/// A palette that stands in the container comes with its first packet only.
#[test]
fn colours_of_a_palette_are_the_same_after_a_seek() {
    if !ready("palettes") {
        return;
    }
    let dir = temp_dir::TempDir::new().unwrap();
    for (name, pixels) in [("pal.avi", "pal8"), ("mono.avi", "monob"), ("pal.mov", "pal8")] {
        let codec = if name == "pal.mov" { "qtrle" } else { "rawvideo" };
        let path = made(dir.path(), name, "25", "1", &["-c:v", codec, "-pix_fmt", pixels, "-g", "5"]);
        sound(&path, 25.into(), 25);
    }
}

#[test]
fn bare_streams_and_clocks_that_start_anew_go_on_in_time() {
    if !have_time("bare streams") {
        return;
    }
    if !ready("bare streams") {
        return;
    }
    let dir = temp_dir::TempDir::new().unwrap();
    let dir = dir.path();
    sound(&made(dir, "a.m1v", "25", "2", &["-c:v", "mpeg1video"]), 25.into(), 50);
    sound(&made(dir, "a.m2v", "25", "2", &["-c:v", "mpeg2video", "-bf", "2"]), 25.into(), 50);
    sound(&made(dir, "a.m4v", "25", "2", &["-c:v", "mpeg4", "-f", "m4v"]), 25.into(), 50);
    let whole = made(dir, "a.mkv", "25", "2", &H264);
    // the second begins earlier by its clock than the first
    let late = copied(&whole, "late.ts", &["-itsoffset", "3.4"], &[]);
    let early = copied(&whole, "early.ts", &[], &[]);
    for (first, second, name) in [(&whole, &whole, "twice.mkv"), (&late, &early, "twice.ts")] {
        let path = dir.join(name);
        std::fs::write(&path, [std::fs::read(first).unwrap(), std::fs::read(second).unwrap()].concat()).unwrap();
        let mut video = Video::open(&path).unwrap();
        let all: Vec<VideoFrame> = video.timed_frames().map(Result::unwrap).collect();
        // ffmpeg loses a picture where one ends
        assert!(all.len() >= 98, "{name}: {}", all.len());
        assert!(all.windows(2).all(|two| two[0].time + two[0].duration == two[1].time), "{name}");
        let seconds = all[all.len() - 1].time.as_secs_f64();
        assert!((3.8..4.1).contains(&seconds) && video.duration().as_secs_f64() > 3.9, "{name}: {seconds}");
        // its end is not known to the frame, and where it says that it ends, the last is still shown
        video.seek(video.duration().as_secs_f64()).unwrap();
        assert!(video.frames().next().unwrap().unwrap() == all[all.len() - 1].frame, "{name}");
    }
}
