//! What strangers see in our files, for every format: `docs/formats.md` has the table, and this makes it.
//!
//! `BLESS=1 cargo test --all-features format_table` writes it anew (and fails, so that it cannot happen unseen).

mod browser;
mod formats;
mod killed;
mod programs;
mod scene;
mod table;
mod thin;

use std::path::Path;

use grabframe::prelude::*;

use self::browser::Seen;
use self::formats::Format;
use self::scene::{FPS, FRAMES, HEIGHT, WIDTH, WORDS, patches_off};
use self::table::Table;
use crate::tools::{have, have_time, probe, psnr, value};

/// What is measured of a format.
struct Row {
    format: Format,
    receipt: Receipt,
    inside: String,
    /// The worst of first, middle and last frame in decibels, infinite if all are exact.
    decibels: f64,
    off: u8,
    times: String,
    words: String,
    read_by: Vec<&'static str>,
    held: String,
}

const PROGRAMS: [&str; 8] =
    ["ffmpeg", "ffprobe", "gifsicle", "pngcheck", "mediainfo", "exiftool", "chromium", "python3"];

#[test]
fn every_format_is_what_the_page_says() {
    if !have_time("the table of formats") {
        return;
    }
    let test = "the table of formats";
    if !(PROGRAMS.iter().all(|program| have(program, test)) && programs::have_pillow(test)) {
        return;
    }
    let folder = temp_dir::TempDir::new().unwrap();
    let stills = scene::Scene::stills();
    let rows: Vec<Row> = formats::all().into_iter().map(|format| measure(format, folder.path(), &stills)).collect();
    let seen = browser::watch(rows.iter().map(|row| movie(&row.format, folder.path())).collect());
    let lost = killed::program_and_encoders(&killed::program());

    let mut pictures = Vec::new();
    let mut behaviour = Vec::new();
    for (k, mut row) in rows.into_iter().enumerate() {
        let browser = in_browser(&mut row, &seen[k], &stills);
        let key = [row.format.path.to_owned(), row.format.written_by.to_owned()];
        let quality = if row.decibels.is_infinite() { "exact".into() } else { format!("{:.0} dB", row.decibels) };
        let say = |off: Option<u8>| off.map_or("–".into(), |off| off.to_string());
        // ffmpeg's decoder of WebP knows no animations
        let off = [say((!row.format.file.ends_with(".webp")).then_some(row.off)), say(browser)];
        let others = if row.read_by.is_empty() { "–".into() } else { row.read_by.join(", ") };
        let size = format!("{} kB", row.receipt.bytes.div_ceil(1000));
        pictures.push([&key[..], &[row.inside, size, quality], &off, &[others]].concat());
        behaviour.push([&key[..], &[row.times, row.held, row.words, lost[k].to_string()]].concat());
    }
    let complete = cfg!(feature = "mp4");
    let head =
        vec!["file", "written by", "inside", "size", "worst frame", "off in ffmpeg", "in Chromium", "also read by"];
    let pictures = Table { name: "pictures", head, rows: pictures, keys: 2 };
    let head = vec!["file", "written by", "times", "a hold is", "metadata seen", "all killed"];
    let behaviour = Table { name: "behaviour", head, rows: behaviour, keys: 2 };
    // with BLESS both are written before the test fails
    let check = |table: Table| std::panic::catch_unwind(|| table.check(complete));
    if let Err(why) = [pictures, behaviour].map(check).into_iter().collect::<std::thread::Result<Vec<()>>>() {
        std::panic::resume_unwind(why);
    }
}

/// Records the scene, and asks the programs about it.
fn measure(format: Format, folder: &Path, stills: &[Frame]) -> Row {
    let receipt = format.record(folder);
    let (path, name) = (folder.join(format.file), format.written_by);
    let steps = format.steps();
    let wanted: Vec<&Frame> = steps.iter().map(|k| &stills[*k]).collect();

    let mut read_by = Vec::new();
    let mut decibels = f64::INFINITY;
    let mut off = 0;
    let mut check = |program: &'static str, got: &[Frame]| {
        assert_eq!(got.len(), wanted.len(), "{name}, {program}: frames");
        if format.exact {
            assert!(got.iter().eq(wanted.iter().copied()), "{name}, {program}: not exact");
        }
        for k in [0, wanted.len() / 2, wanted.len() - 1] {
            let db = psnr(&got[k], wanted[k]);
            assert!(db > 38.0, "{name}, {program}, frame {k}: {db:.1} dB");
            let other = psnr(&got[k], wanted[if k == 0 { 1 } else { k - 1 }]);
            assert!(other < db - 3.0, "{name}, {program}, frame {k} is as near to its neighbour: {other:.1} dB");
            decibels = decibels.min(db);
            off = off.max(patches_off(&got[k], wanted[k]));
        }
        assert!(off <= 4, "{name}, {program}: colours are off by {off} levels");
        if !["ffmpeg", "`Video`"].contains(&program) {
            read_by.push(program);
        }
    };
    if !format.file.ends_with(".webp") {
        check("ffmpeg", &programs::decoded(&path, (WIDTH, HEIGHT)));
    }
    let video = Video::open(&path).unwrap();
    assert_eq!((video.size(), video.frame_count()), (Size::new(WIDTH, HEIGHT), Some(wanted.len() as u64)), "{name}");
    check("`Video`", &video.frames().map(Result::unwrap).collect::<Vec<_>>());
    let pngs = || (0..FRAMES).map(|k| folder.join(format.file.replace("%05d", &format!("{k:05}"))));
    if format.is_sequence() {
        let frames: Vec<Frame> = pngs().flat_map(|png| programs::pillow(&png).images).collect();
        check("Pillow", &frames);
        assert!(pngs().all(|png| programs::ask("pngcheck", &["-q"], &png).is_some()), "{name}: pngcheck");
    } else if format.is_image() {
        check("Pillow", &programs::pillow(&path).images);
    }
    if format.file.ends_with(".apng") {
        assert!(programs::ask("pngcheck", &["-q"], &path).is_some(), "{name}: pngcheck");
    }
    if format.file.ends_with(".gif") {
        // with a frame and a palette it does not like, it warns
        assert_eq!(programs::gifsicle_times(&path).len(), wanted.len(), "{name}, gifsicle: frames");
        read_by.push("gifsicle");
    }
    Row {
        inside: inside(&format, &path),
        times: times(&format, &path),
        words: words(&format, &path),
        held: held(&format),
        format,
        receipt,
        decibels,
        off,
        read_by,
    }
}

/// Codec and pixels, by ffprobe.
fn inside(format: &Format, path: &Path) -> String {
    let probed = probe(path);
    let said = |key| value(&probed, key);
    if format.file.ends_with(".webp") {
        return "webp".into();
    }
    assert_eq!((said("width"), said("height")), (&*WIDTH.to_string(), &*HEIGHT.to_string()), "{}", format.file);
    if !format.is_image() {
        assert_eq!(said("avg_frame_rate"), format!("{FPS}/1"), "{}: the rate", format.written_by);
        assert_eq!(said("r_frame_rate"), format!("{FPS}/1"), "{}: the rate", format.written_by);
    }
    // how ffmpeg decodes a GIF is no fact of the file
    if format.file.ends_with(".gif") { "gif".into() } else { format!("{}, {}", said("codec_name"), said("pix_fmt")) }
}

/// How exact the times are: the file's clock, if every image begins within a tick of its time and the sum is right.
fn times(format: &Format, path: &Path) -> String {
    if format.is_sequence() {
        return "–".into();
    }
    let got = match format.file.rsplit('.').next() {
        Some("gif") => programs::gifsicle_times(path),
        Some("webp") => programs::from_delays(programs::pillow(path).delays),
        // Pillow reads the fractions of an APNG's delays
        Some("apng") => programs::from_delays(programs::pillow(path).delays),
        _ => programs::packet_times(path),
    };
    let steps = format.steps();
    assert_eq!(got.len(), steps.len(), "{}: times", format.written_by);
    let frame = 1e3 / f64::from(FPS);
    let starts = got.iter().zip(&steps).map(|((at, _), k)| (at - got[0].0 - frame * *k as f64).abs());
    let total = got.last().unwrap().0 + got.last().unwrap().1 - got[0].0;
    let mut worst = starts.fold(0.0, f64::max);
    if !format.is_image() {
        // containers give the length of the whole
        let length: f64 = value(&probe(path), "duration").parse().unwrap_or(total / 1e3);
        worst = worst.max((1e3 * length - frame * FRAMES as f64).abs());
    }
    worst = worst.max((total - frame * FRAMES as f64).abs());
    match worst {
        // ffprobe rounds to a microsecond
        worst if worst < 0.01 => "exact".into(),
        worst if worst <= 1.01 => "to 1 ms".into(),
        worst if worst <= 10.01 => "to 10 ms".into(),
        worst => panic!("{}: a time is {worst} ms off: {got:?}", format.written_by),
    }
}

/// Whether every program that is asked finds title, artist and comment, and which do not.
fn words(format: &Format, path: &Path) -> String {
    if format.is_sequence() {
        return "none".into();
    }
    let seen = programs::words_seen(format, path);
    if seen.iter().all(|(_, keys)| keys.is_empty()) {
        return "none".into();
    }
    let blind: Vec<&str> = seen.iter().filter(|(_, keys)| keys.is_empty()).map(|(program, _)| *program).collect();
    let mut out = if blind.is_empty() { Vec::new() } else { vec![format!("not by {}", blind.join(", "))] };
    for (key, _) in WORDS {
        let without = seen.iter().filter(|(_, keys)| !keys.is_empty() && !keys.contains(&key));
        let without: Vec<&str> = without.map(|(program, _)| *program).collect();
        if !without.is_empty() {
            out.push(format!("no {key} in {}", without.join(", ")));
        }
    }
    if out.is_empty() { "all".into() } else { out.join("; ") }
}

/// What half a second more for the second of three frames becomes.
fn held(format: &Format) -> String {
    let folder = temp_dir::TempDir::new().unwrap();
    let path = folder.path().join(format.file);
    let mut movie = format.writer.open(&path, (64, 64)).unwrap();
    for k in 0..3 {
        movie.write_frame(&Frame::from_rgb(64, 64, vec![70 * k; 64 * 64 * 3])).unwrap();
        if k == 1 {
            movie.hold(0.5).unwrap();
        }
    }
    let receipt = movie.finish().unwrap();
    assert!((receipt.duration.as_secs_f64() - 0.5 - 3.0 / f64::from(FPS)).abs() < 1e-6);
    if format.is_sequence() {
        let files = std::fs::read_dir(folder.path()).unwrap().count();
        return if files == 15 { "repeats".into() } else { panic!("a hold has become {} files", files - 3) };
    }
    let images = match format.file.rsplit('.').next() {
        Some("webp") => programs::ask(
            "python3",
            &["-c", "import sys; from PIL import Image; print(Image.open(sys.argv[1]).n_frames)"],
            &path,
        )
        .and_then(|n| n.trim().parse().ok())
        .unwrap(),
        _ => programs::packet_times(&path).len(),
    };
    match images {
        3 => "longer frame".into(),
        15 => "repeats".into(),
        n => panic!("{}: a hold has become {n} frames", format.written_by),
    }
}

fn movie(format: &Format, folder: &Path) -> browser::Movie {
    let last = format.steps().len() - 1;
    let path = folder.join(format.file.replace("%05d", "00000"));
    let frames = if format.is_sequence() { vec![0] } else { vec![0, last.div_ceil(2), last] };
    browser::Movie { path, images: format.is_image(), fps: FPS, frames }
}

/// By how many levels Chromium's colours are off; nothing if it refuses the file.
fn in_browser(row: &mut Row, seen: &Seen, stills: &[Frame]) -> Option<u8> {
    let name = row.format.written_by;
    let Some(numbers) = seen.numbers() else {
        assert!(!row.format.in_browsers, "Chromium does not show {name}, {}: {}", row.format.file, seen.said);
        return None;
    };
    assert_eq!(numbers[..2], [f64::from(WIDTH), f64::from(HEIGHT)], "{name} in Chromium: {}", seen.said);
    let steps = row.format.steps();
    if row.format.is_sequence() {
        assert!(seen.frames[&0] == stills[0], "{name} in Chromium");
        return Some(0);
    }
    if let Some(count) = numbers.get(3) {
        assert_eq!(*count, steps.len() as f64, "{name} in Chromium: frames");
    }
    let want = 1e3 * FRAMES as f64 / f64::from(FPS);
    // it cuts the delay of every image to whole milliseconds
    let room = if row.format.is_image() { FRAMES as f64 } else { 1.0 };
    assert!((numbers[2] - want).abs() <= room, "{name} in Chromium lasts {} ms instead of {want}", numbers[2]);
    if (numbers[2] - want).abs() > 1.0 {
        row.times += &format!("; {:.0} of {want:.0} ms in Chromium", numbers[2]);
    }
    assert_eq!(seen.frames.len(), 3, "{name} in Chromium: frames seen");
    let mut off = 0;
    for (at, frame) in &seen.frames {
        let still = &stills[steps[*at]];
        let db = psnr(frame, still);
        assert!(db > 36.0 && (!row.format.exact || frame == still), "{name} in Chromium, frame {at}: {db:.1} dB");
        off = off.max(patches_off(frame, still));
    }
    assert!(off <= 4 || !row.format.in_browsers, "{name} in Chromium: colours are off by {off} levels");
    Some(off)
}

#[test]
fn what_a_gif_through_ffmpeg_cannot_be_is_said() {
    if !have("ffmpeg", "limits of GIF through ffmpeg") {
        return;
    }
    let folder = temp_dir::TempDir::new().unwrap();
    let path = folder.path().join("a.gif");
    let fast = FfmpegWriter::new().fps(60).open(&path, (16, 16)).unwrap_err().to_string();
    assert!(fast.contains("a GIF cannot be shown at 60 frames a second"), "{fast}");
    let safe = FfmpegWriter::new().crash_safe().open(&path, (16, 16)).unwrap_err().to_string();
    assert!(safe.contains("a .gif through ffmpeg cannot be made crash safe"), "{safe}");
    let mut movie = FfmpegWriter::new().metadata("title", "Lost").open(&path, (16, 16)).unwrap();
    movie.write_frame(&Frame::new(16, 16)).unwrap();
    let notes = movie.finish().unwrap().notes;
    assert_eq!(notes, ["a .gif through ffmpeg has no place for the metadata `title`, so it is not in it"]);
}
