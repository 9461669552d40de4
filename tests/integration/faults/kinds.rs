//! The writers, and what their files show to programs that are not ours.

use std::path::{Path, PathBuf};
use std::process::Command;

use grabframe::prelude::*;

use crate::tools::{each_picture, have, thorough};

/// One way to write a movie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Gif,
    Apng,
    Webp,
    Avi,
    RawAvi,
    #[cfg(feature = "mp4")]
    Mp4,
    Png,
    FfmpegMp4,
    FfmpegMkv,
}

use Kind::*;

/// All that need nothing else.
pub const IN_PROCESS: &[Kind] = &[
    Gif,
    Apng,
    Webp,
    Avi,
    RawAvi,
    #[cfg(feature = "mp4")]
    Mp4,
    Png,
];

pub const THROUGH_FFMPEG: &[Kind] = &[FfmpegMp4, FfmpegMkv];

/// All that there are here; where time is short, one of each sort: a stream, one with chunks to correct, files, a program.
pub fn all(test: &str) -> Vec<Kind> {
    let more = if have_ffmpeg() { THROUGH_FFMPEG } else { &[] };
    if more.is_empty() {
        eprintln!("skipped {test} through ffmpeg: it was not found");
    }
    let all = [IN_PROCESS, more].concat();
    if thorough() { all } else { all.into_iter().filter(|kind| [Gif, Apng, Png, FfmpegMp4].contains(kind)).collect() }
}

impl Kind {
    pub fn named(name: &str) -> Self {
        let all = IN_PROCESS.iter().chain(THROUGH_FFMPEG);
        all.copied().find(|kind| format!("{kind:?}") == name).expect("a kind")
    }

    pub fn ffmpeg(self) -> bool {
        THROUGH_FFMPEG.contains(&self)
    }

    /// Whether the picture that is read back is the one that was written, to the bit.
    pub fn exact(self) -> bool {
        matches!(self, Gif | Apng | Webp | RawAvi | Png)
    }

    pub fn extension(self) -> &'static str {
        match self {
            Gif => "gif",
            Apng => "apng",
            Webp => "webp",
            Avi | RawAvi => "avi",
            #[cfg(feature = "mp4")]
            Mp4 => "mp4",
            Png => "png",
            FfmpegMp4 => "mp4",
            FfmpegMkv => "mkv",
        }
    }

    /// The name of a movie of this kind.
    pub fn name(self, stem: &str) -> String {
        let number = if self == Png { "-%05d" } else { "" };
        format!("{stem}{number}.{}", self.extension())
    }

    /// What it is called until it is whole; of a sequence, its frames, which are whole at once.
    pub fn part(self, stem: &str) -> String {
        if self == Png { self.name(stem) } else { format!("{stem}.part.{}", self.extension()) }
    }

    /// The file that stands for the movie: of a sequence, its first frame.
    pub fn first_file(self, path: &Path) -> PathBuf {
        path.with_file_name(path.file_name().unwrap().to_str().unwrap().replace("%05d", "00000"))
    }

    pub fn writer(self, fps: impl Into<Fps>) -> Box<dyn Writer> {
        let fps = fps.into();
        match self {
            Gif => Box::new(GifWriter::new().fps(fps)),
            Apng => Box::new(ApngWriter::new().fps(fps)),
            Webp => Box::new(WebpWriter::new().fps(fps)),
            Avi => Box::new(AviWriter::new().fps(fps)),
            RawAvi => Box::new(AviWriter::new().uncompressed().fps(fps)),
            #[cfg(feature = "mp4")]
            Mp4 => Box::new(Mp4Writer::new().fps(fps)),
            Png => Box::new(PngSequenceWriter::new().fps(fps)),
            FfmpegMp4 | FfmpegMkv => Box::new(FfmpegWriter::new().fps(fps).preset("ultrafast")),
        }
    }

    /// As [`writer`](Self::writer), with a file that plays whatever happens.
    pub fn safe_writer(self, fps: impl Into<Fps>) -> Box<dyn Writer> {
        if self.ffmpeg() {
            return Box::new(FfmpegWriter::new().fps(fps).preset("ultrafast").crash_safe());
        }
        self.writer(fps)
    }

    pub fn open(self, path: &Path, size: (u32, u32)) -> grabframe::Result<MovieFile> {
        self.writer(25).open(path, size)
    }

    /// Records the first pictures of the [`picture`]s.
    pub fn record(self, path: &Path, frames: u32, size: (u32, u32)) -> grabframe::Result<Receipt> {
        let mut movie = self.open(path, size)?;
        for k in 0..frames {
            movie.write_frame(&picture(k, size))?;
        }
        movie.finish()
    }

    /// Which of the [`picture`]s a movie shows, one after the other, as ffmpeg (Pillow for WebP) decodes it. What is
    /// broken off at the end does not count. `None` if the program is not here.
    pub fn shown(self, path: &Path, size: (u32, u32)) -> Option<Vec<u8>> {
        if self == Webp {
            return pillow(path).map(|levels| levels.into_iter().map(number).collect());
        }
        if !have_ffmpeg() {
            return None;
        }
        let out = Command::new("ffmpeg")
            .args(["-v", "error", "-i"])
            .arg(url(path))
            .args(each_picture())
            .args(["-f", "rawvideo", "-pix_fmt", "gray", "-"])
            .output()
            .unwrap();
        // the padding of odd and small sizes is at the right and below
        let even = |n: u32| if self.exact() || self == Avi { n } else { n + n % 2 };
        #[cfg(feature = "mp4")]
        let even = |n: u32| if self == Mp4 { even(n).max(16) } else { even(n) };
        let frame = (even(size.0) * even(size.1)) as usize;
        Some(out.stdout.chunks_exact(frame).map(|gray| number(gray[0])).collect())
    }

    /// That a movie shows exactly the first pictures.
    pub fn assert_shows(self, path: &Path, frames: u32, size: (u32, u32)) {
        if let Some(shown) = self.shown(path, size) {
            let want: Vec<u8> = (0..frames).map(|k| (k % PERIOD) as u8).collect();
            assert!(shown == want, "{self:?}: {} shows {shown:?}, not {frames} pictures", path.display());
        }
    }
}

/// A path that ffmpeg takes for nothing else.
pub fn url(path: &Path) -> std::ffi::OsString {
    let mut url = std::ffi::OsString::from("file:");
    url.push(path);
    url
}

/// After so many the pictures come again.
pub const PERIOD: u32 = 20;

/// Picture `k` of a movie: gray, of a level that says which it is, also after a lossy encoder.
pub fn picture(k: u32, size: (u32, u32)) -> Frame {
    let level = 16 + 12 * (k % PERIOD) as u8;
    Frame::from_rgb(size.0, size.1, vec![level; (size.0 * size.1 * 3) as usize])
}

/// Which picture has this level.
fn number(level: u8) -> u8 {
    (level.saturating_sub(10)) / 12
}

/// A picture that no encoder makes small.
pub fn noise(k: u32, size: (u32, u32)) -> Frame {
    let bytes = crate::tools::lcg((size.0 * size.1 * 3) as usize, k).into_iter().map(|v| (v * 256.0) as u8).collect();
    Frame::from_rgb(size.0, size.1, bytes)
}

/// The level of the first pixel of every image.
fn pillow(path: &Path) -> Option<Vec<u8>> {
    const SCRIPT: &str = "
import sys
from PIL import Image
try:
    im = Image.open(sys.argv[1])
    for i in range(im.n_frames):
        im.seek(i)
        print(im.convert('RGB').getpixel((0, 0))[0])
except (EOFError, OSError) as e:
    print(e, file=sys.stderr)
";
    if !have_pillow() {
        return None;
    }
    let out = Command::new("python3").args(["-c", SCRIPT]).arg(path).output().unwrap();
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    Some(String::from_utf8_lossy(&out.stdout).lines().map(|line| line.parse().unwrap()).collect())
}

/// Whether ffmpeg is there; asked once.
fn have_ffmpeg() -> bool {
    static THERE: std::sync::OnceLock<bool> = std::sync::OnceLock::new();
    *THERE.get_or_init(|| have("ffmpeg", "what ffmpeg decodes"))
}

/// Whether Pillow is there; asked once.
pub fn have_pillow() -> bool {
    static THERE: std::sync::OnceLock<bool> = std::sync::OnceLock::new();
    *THERE.get_or_init(|| {
        let asked = Command::new("python3").args(["-c", "import PIL.Image"]).output();
        let there = asked.is_ok_and(|out| out.status.success());
        assert!(there || std::env::var_os("GRABFRAME_CI").is_none(), "Pillow is missing in CI");
        if !there {
            eprintln!("skipped what Pillow decodes: it was not found");
        }
        there
    })
}

/// The names in a folder, sorted.
pub fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries.map(|e| e.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// That what `work` does takes no more than five seconds, or as many as `GRABFRAME_PATIENCE` says where much else goes on.
#[track_caller]
pub fn promptly<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let patience = std::env::var("GRABFRAME_PATIENCE").ok().and_then(|text| text.parse().ok()).unwrap_or(5.0);
    let start = std::time::Instant::now();
    let done = work();
    let took = start.elapsed();
    assert!(took.as_secs_f64() < patience, "{what} took {took:?}");
    done
}
