//! Real movies, read back by ffprobe and ffmpeg.

use super::*;
use crate::error::ErrorKind;
use crate::thorough::thorough;

const SIZE: Size = Size::new(160, 120);

fn text(values: &[(&str, &str)]) -> Vec<(String, String)> {
    values.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
}

#[test]
fn every_container_holds_the_frames_the_rate_the_colours_and_the_words() {
    if !tools() {
        return;
    }
    let folder = temp_dir::TempDir::new().expect("temporary folder");
    let options = FfmpegOptions {
        metadata: text(&[("title", "a=b; 'c' \"d\" %d é\n2nd"), ("artist", "A. Author"), ("comment", "run 7")]),
        ..FfmpegOptions::default()
    };
    for (extension, codec, encoder, tagged) in [
        ("mp4", "h264", "libx264", true),
        ("m4v", "h264", "libx264", true),
        ("mov", "h264", "libx264", true),
        ("mkv", "h264", "libx264", true),
        ("webm", "vp9", "libvpx-vp9", true),
        ("avi", "mjpeg", "mjpeg", false),
    ] {
        let path = folder.path().join(format!("movie.{extension}"));
        let done = record(&path, SIZE, Fps::new(30000, 1001), 25, &options).expect(extension);
        assert_eq!(done.bytes, std::fs::metadata(&path).expect("file").len(), "{extension}");
        assert!(done.encoder.starts_with(&format!("{encoder} via ffmpeg ")), "{}", done.encoder);
        assert!(done.notes.is_empty(), "{extension}: {:?}", done.notes);

        let got = probe(&path, "stream=codec_name,width,height,nb_read_frames,avg_frame_rate");
        let rate = "avg_frame_rate=30000/1001";
        let want = [&format!("codec_name={codec}"), "width=160", "height=120", rate, "nb_read_frames=25"];
        assert_eq!(got, want, "{extension}");
        let duration = probe(&path, "format=duration")[0].replace("duration=", "").parse::<f64>().expect("a number");
        assert!((duration - 25.0 * 1001.0 / 30000.0).abs() < 0.0015, "{extension}: {duration}");

        let colors = probe(&path, "stream=color_range,color_space,color_transfer,color_primaries");
        let tags = ["color_range=tv", "color_space=smpte170m", "color_transfer=bt709", "color_primaries=bt709"];
        if tagged {
            assert_eq!(colors, tags, "{extension}");
        } else {
            assert_eq!(colors[..2], ["color_range=pc", "color_space=bt470bg"], "{extension}");
        }

        let words = probe(&path, "format_tags=title,artist,comment").join("\n").to_lowercase();
        for want in ["tag:title=a=b; 'c' \"d\" %d é\n2nd", "tag:artist=a. author", "tag:comment=run 7"] {
            assert!(words.contains(want), "{extension}: {words}");
        }
    }
}

#[test]
fn free_metadata_is_kept_where_there_is_room() {
    if !tools() {
        return;
    }
    let folder = temp_dir::TempDir::new().expect("temporary folder");
    let options = FfmpegOptions { metadata: text(&[("title", "T"), ("seed", "42")]), ..FfmpegOptions::default() };
    for extension in ["mp4", "mov", "mkv", "webm", "avi"] {
        let path = folder.path().join(format!("movie.{extension}"));
        let done = record(&path, SIZE, Fps::new(25, 1), 2, &options).expect(extension);
        let words = probe(&path, "format_tags").join("\n").to_lowercase();
        assert!(words.contains("tag:title=t"), "{extension}: {words}");
        assert_eq!(words.contains("tag:seed=42"), extension != "avi", "{extension}: {words}");
        assert_eq!(done.notes.len(), usize::from(extension == "avi"), "{:?}", done.notes);
    }
    for key in ["", "a=b"] {
        let options = FfmpegOptions { metadata: text(&[(key, "x")]), ..FfmpegOptions::default() };
        let error = open(&folder.path().join("x.mp4"), SIZE, Fps::new(25, 1), &options).expect_err("bad key");
        assert_eq!(error.kind(), ErrorKind::BadOption, "{error}");
    }
}

#[test]
fn frame_k_of_the_movie_is_picture_k() {
    if !tools() {
        return;
    }
    let folder = temp_dir::TempDir::new().expect("temporary folder");
    for (extension, least) in [("mp4", 38.0), ("webm", 38.0), ("avi", 38.0)] {
        let path = folder.path().join(format!("movie.{extension}"));
        record(&path, SIZE, Fps::new(30, 1), 40, &FfmpegOptions::default()).expect(extension);
        let movie = decode(&path);
        let length = SIZE.width as usize * SIZE.height as usize * 3;
        assert_eq!(movie.len(), 40 * length, "{extension}");
        for (k, frame) in (0..).zip(movie.chunks_exact(length)) {
            let db = psnr(frame, picture(k, SIZE).as_rgb());
            assert!(db > least, "{extension}: frame {k} is {db:.1} dB from picture {k}");
        }
    }
}

/// Seven patches of one colour each, 32 pixels wide.
const PATCHES: [[u8; 3]; 7] =
    [[255, 0, 0], [0, 255, 0], [0, 0, 255], [128, 128, 128], [255, 255, 255], [0, 0, 0], [31, 119, 180]];

#[test]
fn colours_come_back_within_four_levels() {
    if !tools() {
        return;
    }
    let folder = temp_dir::TempDir::new().expect("temporary folder");
    let size = Size::new(32 * PATCHES.len() as u32, 32);
    let mut frame = Frame::new(size.width, size.height);
    for (at, pixel) in frame.as_rgb_mut().chunks_exact_mut(3).enumerate() {
        pixel.copy_from_slice(&PATCHES[at % size.width as usize / 32]);
    }
    for (extension, codec, pix_fmt) in [
        ("mp4", "", ""),
        ("mov", "", ""),
        ("mkv", "", ""),
        ("webm", "", ""),
        ("avi", "", ""),
        ("mp4", "", "yuv444p"),
        ("mp4", "", "yuvj420p"),
        ("mkv", "", "yuv420p10le"),
        ("avi", "mjpeg", "yuvj444p"),
        ("avi", "mpeg4", ""),
        ("mp4", "mpeg4", ""),
        ("mp4", "libx264rgb", ""),
        ("mkv", "ffv1", ""),
        ("mkv", "ffv1", "gbrp"),
        ("mov", "png", ""),
        ("mov", "qtrle", ""),
        ("avi", "rawvideo", ""),
        ("mov", "prores_ks", ""),
        ("mp4", "libx265", ""),
        ("mkv", "libaom-av1", ""),
    ] {
        let some = |s: &str| Some(s.to_owned()).filter(|s| !s.is_empty());
        let options = FfmpegOptions { codec: some(codec), pix_fmt: some(pix_fmt), ..FfmpegOptions::default() };
        let what = format!("{extension} {codec} {pix_fmt}");
        let path = folder.path().join(format!("movie.{extension}"));
        let mut encoder = match open(&path, size, Fps::new(25, 1), &options) {
            // an ffmpeg may have been built without some of them
            Err(error) if error.kind() == ErrorKind::BadOption && !codec.is_empty() => continue,
            other => other.expect(&what),
        };
        for _ in 0..3 {
            encoder.write(&frame).expect(&what);
        }
        encoder.finish().expect(&what);
        let movie = decode(&path);
        assert_eq!(movie.len(), frame.as_rgb().len() * 3, "{what}");
        for (i, patch) in PATCHES.iter().enumerate() {
            let at = (16 * size.width as usize + i * 32 + 16) * 3;
            let got = &movie[at..at + 3];
            let off = got.iter().zip(patch).map(|(a, b)| a.abs_diff(*b)).max();
            assert!(off <= Some(4), "{what}: {patch:?} came back as {got:?}");
        }
    }
}

#[test]
fn every_small_size_is_padded_to_even() {
    if !tools() {
        return;
    }
    let folder = temp_dir::TempDir::new().expect("temporary folder");
    let sizes = [(1, 1), (2, 2), (17, 17), (1, 17), (17, 1), (3, 5), (16, 15)];
    let some = if thorough() { 7 } else { 3 };
    for (width, height) in sizes.into_iter().take(some) {
        for extension in ["mp4", "webm", "avi"] {
            let path = folder.path().join(format!("movie.{extension}"));
            let size = Size::new(width, height);
            let done = record(&path, size, Fps::new(10, 1), 3, &FfmpegOptions::default()).expect("recorded");
            let (w, h) = (width + width % 2, height + height % 2);
            let got = probe(&path, "stream=width,height,nb_read_frames");
            assert_eq!(got, [format!("width={w}"), format!("height={h}"), "nb_read_frames=3".into()], "{size}");
            let padded = width % 2 == 1 || height % 2 == 1;
            assert_eq!(done.notes.iter().any(|n| n.starts_with("padded from")), padded, "{:?}", done.notes);
        }
    }
    // formats that store every pixel's colour keep the size
    let options = FfmpegOptions { pix_fmt: Some("yuv444p".into()), ..FfmpegOptions::default() };
    let path = folder.path().join("odd.mp4");
    record(&path, Size::new(17, 15), Fps::new(10, 1), 2, &options).expect("recorded");
    assert_eq!(probe(&path, "stream=width,height"), ["width=17", "height=15"]);
    // and a format converted by ffmpeg is padded by us
    let options = FfmpegOptions { pix_fmt: Some("yuv422p".into()), ..FfmpegOptions::default() };
    record(&path, Size::new(17, 15), Fps::new(10, 1), 2, &options).expect("recorded");
    assert_eq!(probe(&path, "stream=width,height"), ["width=18", "height=16"]);
}

#[test]
fn the_padding_has_the_colour_asked_for() {
    if !tools() {
        return;
    }
    let folder = temp_dir::TempDir::new().expect("temporary folder");
    for pix_fmt in ["yuv420p", "yuv422p"] {
        let path = folder.path().join("movie.mkv");
        let options = FfmpegOptions { pix_fmt: Some(pix_fmt.into()), quality: 100, ..FfmpegOptions::default() };
        let pad = [0, 0, 0];
        let encoder = FfmpegEncoder::open(&path, Size::new(63, 47), Fps::new(10, 1), pad, &options).expect("opens");
        let mut encoder = Box::new(encoder);
        encoder.write(&Frame::new(63, 47)).expect("taken");
        encoder.finish().expect("finished");
        let movie = decode(&path);
        let at = |x: usize, y: usize| movie[(y * 64 + x) * 3];
        assert!(at(62, 46) > 245 && at(63, 20) < 10 && at(20, 47) < 10 && at(63, 47) < 10, "{pix_fmt}");
    }
}

#[test]
fn rates_are_kept_as_fractions() {
    if !tools() {
        return;
    }
    let folder = temp_dir::TempDir::new().expect("temporary folder");
    for fps in [Fps::new(1, 10), Fps::new(24000, 1001), Fps::new(1000, 33), Fps::new(120, 1), Fps::new(1000, 1)] {
        let path = folder.path().join("movie.mp4");
        record(&path, SIZE, fps, 12, &FfmpegOptions::default()).expect("recorded");
        let got = probe(&path, "stream=nb_read_frames,avg_frame_rate,duration");
        assert_eq!(got[0], format!("avg_frame_rate={}/{}", fps.num(), fps.den()));
        let duration = got[1].replace("duration=", "").parse::<f64>().expect("a number");
        assert!((duration * fps.as_f64() - 12.0).abs() < 0.01, "{fps}: {duration} s");
        assert_eq!(got[2], "nb_read_frames=12");
    }
}

#[test]
fn holding_repeats_the_last_picture_for_the_whole_time() {
    if !tools() {
        return;
    }
    let folder = temp_dir::TempDir::new().expect("temporary folder");
    let path = folder.path().join("movie.mp4");
    let mut encoder = open(&path, SIZE, Fps::new(30, 1), &FfmpegOptions::default()).expect("opens");
    assert!(matches!(encoder.hold(1.0), Err(ref e) if e.kind() == ErrorKind::NoFrames), "nothing to hold");
    encoder.write(&picture(0, SIZE)).expect("taken");
    for _ in 0..10 {
        // 1.5 frames: ten of them are 15, not 20
        encoder.hold(0.05).expect("held");
    }
    for bad in [-1.0, f64::NAN, f64::INFINITY] {
        assert!(matches!(encoder.hold(bad), Err(ref e) if e.kind() == ErrorKind::BadOption), "{bad}");
    }
    encoder.write(&picture(1, SIZE)).expect("taken");
    encoder.finish().expect("finished");
    let movie = decode(&path);
    let length = SIZE.width as usize * SIZE.height as usize * 3;
    assert_eq!(movie.len(), 17 * length);
    for (k, frame) in movie.chunks_exact(length).enumerate() {
        let shown = picture(u32::from(k == 16), SIZE);
        assert!(psnr(frame, shown.as_rgb()) > 38.0, "frame {k}");
    }
}

#[test]
fn any_file_name_is_a_file_name() {
    if !tools() {
        return;
    }
    let folder = temp_dir::TempDir::new().expect("temporary folder");
    for name in
        ["-y.mp4", "%d.mp4", "frame%03d.webm", "a b'c\"d.mp4", "file:x.mkv", "pipe:1.mp4", "é⇒.mov", "a|b&c;$(d).avi"]
    {
        let path = folder.path().join(name);
        record(&path, SIZE, Fps::new(30, 1), 2, &FfmpegOptions::default()).expect(name);
        assert_eq!(names(folder.path()), [name]);
        std::fs::remove_file(path).expect(name);
    }
    #[cfg(target_os = "linux")]
    {
        let name: std::ffi::OsString = std::os::unix::ffi::OsStringExt::from_vec(b"\xff\xfe.mp4".to_vec());
        let path = folder.path().join(&name);
        record(&path, SIZE, Fps::new(30, 1), 2, &FfmpegOptions::default()).expect("no UTF-8");
        assert!(path.exists());
    }
}

#[test]
fn nothing_grabbed_is_an_error_and_leaves_nothing() {
    if !tools() {
        return;
    }
    let folder = temp_dir::TempDir::new().expect("temporary folder");
    let path = folder.path().join("movie.mp4");
    let encoder = open(&path, SIZE, Fps::new(30, 1), &FfmpegOptions::default()).expect("opens");
    assert!(matches!(encoder.finish(), Err(ref e) if e.kind() == ErrorKind::NoFrames));
    assert!(names(folder.path()).is_empty());
}

#[test]
fn a_frame_of_another_size_is_refused_and_the_recording_goes_on() {
    if !tools() {
        return;
    }
    let folder = temp_dir::TempDir::new().expect("temporary folder");
    let path = folder.path().join("movie.mp4");
    let mut encoder = open(&path, SIZE, Fps::new(30, 1), &FfmpegOptions::default()).expect("opens");
    encoder.write(&picture(0, SIZE)).expect("taken");
    let error = encoder.write(&Frame::new(161, 120)).expect_err("another size");
    assert!(error.to_string().starts_with("frame 1 is 161x120 pixels but"), "{error}");
    encoder.finish().expect("finished");
    assert_eq!(probe(&path, "stream=nb_read_frames"), ["nb_read_frames=1"]);
}

#[test]
fn mistakes_are_told_at_the_start_where_they_can_be() {
    if !tools() {
        return;
    }
    let folder = temp_dir::TempDir::new().expect("temporary folder");
    let at = |name: &str| folder.path().join(name);
    std::fs::write(at("file"), "x").expect("file");
    std::fs::create_dir(at("folder.mp4")).expect("folder");
    let default = FfmpegOptions::default();
    let start = |path: &Path, options: &FfmpegOptions| open(path, SIZE, Fps::new(30, 1), options).expect_err("mistake");
    assert_eq!(start(&at("no/a.mp4"), &default).kind(), ErrorKind::MissingFolder);
    assert_eq!(start(&at("file/a.mp4"), &default).kind(), ErrorKind::Io);
    assert_eq!(start(&at("folder.mp4"), &default).kind(), ErrorKind::Io);
    assert_eq!(start(&at("a.xyz"), &default).kind(), ErrorKind::UnknownFormat);
    assert_eq!(start(&at("a"), &default).kind(), ErrorKind::UnknownFormat);
    let unknown = FfmpegOptions { codec: Some("h264_nosuch".into()), ..FfmpegOptions::default() };
    let error = start(&at("a.mp4"), &unknown);
    assert!(error.to_string().contains("has no video encoder `h264_nosuch`; for H.264 it has libx264"), "{error}");
    let zero = open(&at("a.mp4"), Size::new(0, 5), Fps::new(30, 1), &default).expect_err("no pixels");
    assert_eq!(zero.kind(), ErrorKind::BadSize);
    assert!(matches!(open(&at("a.mp4"), SIZE, Fps::new(0, 1), &default), Err(ref e) if e.kind() == ErrorKind::BadFps));
    assert_eq!(names(folder.path()), ["file", "folder.mp4"]);
}

#[test]
fn what_only_ffmpeg_can_tell_is_told_with_its_words_and_the_cause() {
    if !tools() {
        return;
    }
    let folder = temp_dir::TempDir::new().expect("temporary folder");
    let arguments =
        |args: &[&str]| FfmpegOptions { extra_args: args.iter().map(Into::into).collect(), ..FfmpegOptions::default() };
    let preset = FfmpegOptions { preset: Some("nosuch".into()), ..FfmpegOptions::default() };
    let pixels = FfmpegOptions { pix_fmt: Some("nosuch".into()), ..FfmpegOptions::default() };
    let h264 = FfmpegOptions { codec: Some("libx264".into()), ..FfmpegOptions::default() };
    for (name, options, cause) in [
        ("a.mp4", arguments(&["-nosuch", "1"]), "an extra argument is no option of this ffmpeg"),
        ("a.mp4", preset, "the encoder has no preset of that name"),
        ("a.mp4", pixels, "there is no pixel format of that name"),
        ("a.webm", h264, "a .webm file holds VP8, VP9 or AV1"),
    ] {
        let path = folder.path().join(name);
        std::fs::write(&path, "yesterday").expect("file");
        let error = record(&path, SIZE, Fps::new(30, 1), 100, &options).expect_err(cause);
        assert!(error.to_string().contains(cause), "{error}");
        assert_eq!(std::fs::read_to_string(&path).expect("file"), "yesterday");
        assert_eq!(names(folder.path()), [name]);
        std::fs::remove_file(path).expect("file");
    }
}

#[test]
fn extra_arguments_win_and_their_dropped_frames_are_noted() {
    if !tools() {
        return;
    }
    let folder = temp_dir::TempDir::new().expect("temporary folder");
    let path = folder.path().join("movie.mp4");
    let extra =
        |args: &[&str]| FfmpegOptions { extra_args: args.iter().map(Into::into).collect(), ..FfmpegOptions::default() };
    let done = record(&path, SIZE, Fps::new(30, 1), 30, &extra(&["-r", "10"])).expect("recorded");
    let kept = probe(&path, "stream=nb_read_frames")[0].replace("nb_read_frames=", "");
    assert!(matches!(kept.as_str(), "10" | "11" | "12"), "{kept}");
    assert_eq!(done.notes, [format!("30 frames were handed over, and the extra arguments made {kept} of them")]);
    let small = record(&path, SIZE, Fps::new(30, 1), 30, &extra(&["-crf", "45"])).expect("recorded").bytes;
    let large = record(&path, SIZE, Fps::new(30, 1), 30, &FfmpegOptions::default()).expect("recorded").bytes;
    assert!(small < large, "{small} {large}");
}

#[test]
fn more_quality_is_a_larger_file_and_a_nearer_picture() {
    if !tools() {
        return;
    }
    let folder = temp_dir::TempDir::new().expect("temporary folder");
    for extension in ["mp4", "webm", "avi"] {
        let path = folder.path().join(format!("movie.{extension}"));
        let measure = |quality| {
            let options = FfmpegOptions { quality, ..FfmpegOptions::default() };
            let bytes = record(&path, SIZE, Fps::new(30, 1), 8, &options).expect("recorded").bytes;
            let length = SIZE.width as usize * SIZE.height as usize * 3;
            (bytes, psnr(&decode(&path)[..length], picture(0, SIZE).as_rgb()))
        };
        let steps = [0, 25, 50, 75, 100].map(measure);
        assert!(steps.is_sorted_by(|a, b| a.0 < b.0 && a.1 < b.1), "{extension}: {steps:?}");
    }
}

#[cfg(unix)]
#[test]
fn without_libx264_another_encoder_stands_in_and_the_receipt_says_so() {
    if !tools() {
        return;
    }
    let folder = temp_dir::TempDir::new().expect("temporary folder");
    let program = super::super::find().expect("found").program;
    // the hardware encoders stay listed, as on a machine without the hardware
    let lines = format!("exec '{}' \"$@\"", program.display());
    let plain = script(folder.path(), "plain", &lines);
    let text = std::fs::read_to_string(folder.path().join("plain.txt")).expect("script");
    let hiding = format!("'{}' \"$@\" | grep -v ' libx264 '; exit 0", program.display());
    std::fs::write(folder.path().join("list.txt"), text.replace("exit 0", &hiding)).expect("script");
    let list = folder.path().join("list");
    let status =
        Command::new("install").args(["-m", "755"]).args([folder.path().join("list.txt"), list.clone()]).status();
    assert!(status.is_ok_and(|s| s.success()) && plain.exists());
    let path = folder.path().join("movie.mp4");
    let done = record(&path, SIZE, Fps::new(30, 1), 5, &with(list)).expect("recorded");
    assert!(!done.encoder.starts_with("libx264"), "{}", done.encoder);
    assert!(done.notes[0].starts_with("this ffmpeg has no libx264, so "), "{:?}", done.notes);
    assert_eq!(probe(&path, "stream=nb_read_frames"), ["nb_read_frames=5"]);
}
