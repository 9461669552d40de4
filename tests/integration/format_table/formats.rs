//! The formats that can be recorded.

use std::path::Path;

use grabframe::prelude::*;

use super::scene::{FPS, FRAMES, HEIGHT, REPEATED, Scene, WIDTH, WORDS};

/// A way to record.
pub struct Format {
    /// The extension, or the pattern, as the table says it.
    pub path: &'static str,
    /// The writer, as the table says it.
    pub written_by: &'static str,
    /// The name of the file.
    pub file: &'static str,
    /// Whether every pixel comes back.
    pub exact: bool,
    /// Whether Chromium must show it; otherwise what it does is only told.
    pub in_browsers: bool,
    pub writer: Box<dyn Writer>,
}

impl Format {
    fn new(path: &'static str, written_by: &'static str, file: &'static str, writer: impl Writer + 'static) -> Self {
        Self { path, written_by, file, exact: false, in_browsers: false, writer: Box::new(writer) }
    }

    const fn exact(mut self) -> Self {
        self.exact = true;
        self
    }

    const fn in_browsers(mut self) -> Self {
        self.in_browsers = true;
        self
    }

    /// Animations of still pictures, which browsers show as such.
    pub fn is_image(&self) -> bool {
        [".gif", ".apng", ".webp", "png"].iter().any(|end| self.file.ends_with(end))
    }

    /// Whether another program encodes it.
    pub fn by_ffmpeg(&self) -> bool {
        self.written_by.starts_with("`FfmpegWriter`")
    }

    pub fn is_sequence(&self) -> bool {
        self.file.contains('%')
    }

    /// Whether a picture that does not change is one image that stays longer.
    pub fn merges(&self) -> bool {
        matches!(self.written_by, "`GifWriter`" | "`ApngWriter`" | "`WebpWriter`")
    }

    /// The steps of the scene, one for each image of the file.
    pub fn steps(&self) -> Vec<usize> {
        (0..FRAMES).filter(|k| !(self.merges() && *k == REPEATED)).collect()
    }

    /// Records the scene.
    pub fn record(&self, folder: &Path) -> Receipt {
        let mut scene = Scene::new();
        let keys = scene.keys();
        let mut movie = self.writer.saving(&mut scene.figure, folder.join(self.file)).unwrap();
        for k in 0..FRAMES {
            Scene::show(&mut movie, keys, k);
            movie.grab_frame().unwrap();
        }
        let receipt = movie.finish().unwrap();
        assert_eq!(
            (receipt.frames, receipt.width, receipt.height),
            (FRAMES as u64, WIDTH, HEIGHT),
            "{}",
            self.written_by
        );
        receipt
    }
}

macro_rules! with_words {
    ($writer:expr) => {
        WORDS.iter().fold($writer.fps(FPS), |writer, (key, value)| writer.metadata(*key, *value))
    };
}

/// All of them, in the order of the table.
pub fn all() -> Vec<Format> {
    let ffmpeg = || with_words!(FfmpegWriter::new());
    vec![
        Format::new("`.gif`", "`GifWriter`", "a.gif", with_words!(GifWriter::new())).exact().in_browsers(),
        Format::new("`.apng`", "`ApngWriter`", "a.apng", with_words!(ApngWriter::new())).exact().in_browsers(),
        Format::new("`.webp`", "`WebpWriter`", "a.webp", with_words!(WebpWriter::new())).exact().in_browsers(),
        Format::new("`name-%05d.png`", "`PngSequenceWriter`", "s-%05d.png", with_words!(PngSequenceWriter::new()))
            .exact(),
        Format::new("`.avi`", "`AviWriter`", "a.avi", with_words!(AviWriter::new())),
        Format::new("`.avi`", "`AviWriter` `.uncompressed()`", "raw.avi", with_words!(AviWriter::new()).uncompressed())
            .exact(),
        #[cfg(feature = "mp4")]
        Format::new("`.mp4`", "`Mp4Writer`", "own.mp4", with_words!(Mp4Writer::new())).in_browsers(),
        Format::new("`.mp4`", "`FfmpegWriter`", "a.mp4", ffmpeg()).in_browsers(),
        Format::new("`.mp4`", "`FfmpegWriter` `.crash_safe()`", "safe.mp4", ffmpeg().crash_safe()).in_browsers(),
        Format::new("`.mp4`", "`FfmpegWriter` `.full_chroma()`", "full.mp4", ffmpeg().full_chroma()),
        Format::new("`.mov`", "`FfmpegWriter`", "a.mov", ffmpeg()),
        Format::new("`.mkv`", "`FfmpegWriter`", "a.mkv", ffmpeg()),
        Format::new("`.mkv`", "`FfmpegWriter` `.crash_safe()`", "safe.mkv", ffmpeg().crash_safe()),
        Format::new("`.mkv`", "`FfmpegWriter` `.lossless()`", "exact.mkv", ffmpeg().lossless()).exact(),
        Format::new("`.mkv`", "`FfmpegWriter` `.codec(\"ffv1\")`", "ffv1.mkv", ffmpeg().codec("ffv1")).exact(),
        Format::new("`.webm`", "`FfmpegWriter`", "a.webm", ffmpeg()).in_browsers(),
        Format::new("`.webm`", "`FfmpegWriter` `.codec(\"av1\")`", "av1.webm", ffmpeg().codec("av1")).in_browsers(),
        Format::new("`.avi`", "`FfmpegWriter`", "theirs.avi", ffmpeg()),
        Format::new("`.gif`", "`FfmpegWriter`", "theirs.gif", ffmpeg()).exact().in_browsers(),
        Format::new("`.apng`", "`FfmpegWriter`", "theirs.apng", ffmpeg()).exact().in_browsers(),
    ]
}
