//! APNG, and PNG stills, which are animations of one picture.

use std::fs::File;
use std::io::BufReader;
use std::path::{Path, PathBuf};
use std::time::Duration;

use png::{BlendOp, ColorType, Decoder, DecodingError, DisposeOp, Transformations};

use super::limits::{TEXT, TEXTS, checked_size};
use super::pictures::{PictureSource, Pictures};
use super::png_chunks::{Chunks, seconds, shown, walk};
use super::reader::Reader;
use super::screen::{Area, Disposal, Screen};
use super::{About, VideoFrame};
use crate::canvas::Frame;
use crate::error::{Error, Result};
use crate::fps::Fps;
use crate::geom::Size;

/// The rate of pictures that have none of their own.
pub(super) const STILLS: Fps = Fps::new(30, 1);

type Source = png::Reader<BufReader<File>>;

pub(super) const READER: Reader = Reader { about, pictures, still: Some(|path| Frame::open(path)) };

/// What a PNG or APNG says of itself.
fn about(path: &Path) -> Result<About> {
    let chunks = chunks(path)?;
    let reader = open(path, &chunks)?;
    let still = || Duration::from_secs_f64(STILLS.frame_seconds());
    let fps = chunks.fps();
    Ok(About {
        size: chunks.size,
        fps: fps.unwrap_or(STILLS),
        steady: chunks.steady(),
        frames: Some(u64::from(chunks.frames).max(1)),
        duration: if fps.is_some() { chunks.duration } else { still() },
        metadata: texts(reader.info()),
    })
}

fn chunks(path: &Path) -> Result<Chunks> {
    let file = File::open(path).map_err(|e| Error::io("open", path, e))?;
    let chunks = walk(BufReader::new(file)).map_err(|e| failed(path, 0, DecodingError::IoError(e)))?;
    checked_size(path, chunks.size)?;
    if !chunks.whole && chunks.frames == 0 && chunks.animated.is_some_and(|all| all > 0) {
        return Err(Error::decode(path, "the file ends before the first picture of its animation"));
    }
    Ok(chunks)
}

fn open(path: &Path, chunks: &Chunks) -> Result<Source> {
    let file = File::open(path).map_err(|e| Error::io("open", path, e))?;
    // the crate counts a line of every picture against the limit, and never takes one off again
    let lines = (chunks.size.width as usize * 8 + 8).saturating_mul(chunks.frames as usize + 2);
    let limits = png::Limits { bytes: (64 << 20) + lines };
    let mut decoder = Decoder::new_with_limits(BufReader::new(file), limits);
    decoder.set_ignore_iccp_chunk(true);
    decoder.set_transformations(Transformations::normalize_to_color8());
    decoder.read_info().map_err(|e| failed(path, 0, e))
}

/// The texts that stand before the pictures.
fn texts(info: &png::Info<'_>) -> Vec<(String, String)> {
    let (mut texts, mut left) = (Vec::new(), TEXTS);
    let mut room = |all: usize| {
        let some = all.min(left);
        left -= some;
        some
    };
    for t in &info.uncompressed_latin1_text[..room(info.uncompressed_latin1_text.len())] {
        texts.push((t.keyword.clone(), t.text.clone()));
    }
    for t in &info.compressed_latin1_text[..room(info.compressed_latin1_text.len())] {
        let mut t = t.clone();
        if let Ok(text) = t.decompress_text_with_limit(TEXT).and_then(|()| t.get_text()) {
            texts.push((t.keyword, text));
        }
    }
    for t in &info.utf8_text[..room(info.utf8_text.len())] {
        let mut t = t.clone();
        if let Ok(text) = t.decompress_text_with_limit(TEXT).and_then(|()| t.get_text()) {
            texts.push((t.keyword, text));
        }
    }
    texts
}

/// The pictures of a PNG or APNG.
fn pictures(path: &Path) -> Result<Pictures> {
    let chunks = chunks(path)?;
    let reader = open(path, &chunks)?;
    // a picture that stands before the animation is for programs that know no animations
    let apart = chunks.frames > 0 && reader.info().frame_control.is_none();
    Ok(Pictures::of(Box::new(PngPictures {
        path: path.into(),
        screen: Screen::new(Size::new(reader.info().width, reader.info().height)),
        buffer: Vec::new(),
        reader,
        apart,
        left: chunks.frames.max(1),
        read: 0,
        time: Duration::ZERO,
    })))
}

struct PngPictures {
    path: PathBuf,
    reader: Source,
    screen: Screen,
    buffer: Vec<u8>,
    /// Whether the next picture is not part of the animation.
    apart: bool,
    /// Pictures to come.
    left: u32,
    read: u64,
    time: Duration,
}

impl PictureSource for PngPictures {
    fn next_picture(&mut self) -> Result<Option<VideoFrame>> {
        let Some(left) = self.left.checked_sub(1) else { return Ok(None) };
        self.left = left;
        let fail = |e| failed(&self.path, self.read, e);
        let bytes = self.reader.output_buffer_size().ok_or_else(|| fail(DecodingError::LimitsExceeded))?;
        self.buffer.resize(bytes, 0);
        if std::mem::take(&mut self.apart) {
            self.reader.next_frame(&mut self.buffer).map_err(fail)?;
        }
        let picture = self.reader.next_frame(&mut self.buffer).map_err(fail)?;
        let info = self.reader.info();
        let samples = picture.color_type.samples();
        // the lines of interlaced pictures are as far apart as those of the whole
        let stride = if info.interlaced { info.width as usize * samples } else { picture.line_size };
        let whole = Area { x: 0, y: 0, width: picture.width, height: picture.height };
        let (place, disposal, over, delay) = match &info.frame_control {
            None => (whole, Disposal::Keep, false, None),
            Some(control) => (
                Area { x: control.x_offset, y: control.y_offset, ..whole },
                match control.dispose_op {
                    DisposeOp::None => Disposal::Keep,
                    DisposeOp::Background => Disposal::Clear,
                    // before the first picture there was nothing
                    DisposeOp::Previous => Disposal::Restore,
                },
                control.blend_op == BlendOp::Over,
                Some(shown(control.delay_num, control.delay_den)),
            ),
        };
        let area = self.screen.begin(place, disposal);
        let lines = &self.buffer;
        self.screen.rows(area, |y, row| draw(row, &lines[y * stride..], picture.color_type, over));
        let duration = delay.map_or_else(|| Duration::from_secs_f64(STILLS.frame_seconds()), seconds);
        let time = self.time;
        self.time = self.time.saturating_add(duration);
        self.read += 1;
        Ok(Some(VideoFrame { frame: self.screen.frame(), time, duration }))
    }
}

/// Draws the pixels of one line over what is there, or over white.
fn draw(row: &mut [u8], line: &[u8], color: ColorType, over: bool) {
    let lay = |to: &mut u8, v: u8, alpha: u8| {
        let base = if over { *to } else { 255 };
        let sum = u32::from(v) * u32::from(alpha) + u32::from(base) * (255 - u32::from(alpha));
        *to = ((sum + 127) / 255) as u8;
    };
    let pixels = row.chunks_exact_mut(3).zip(line.chunks_exact(color.samples()));
    match color {
        ColorType::Rgb => pixels.for_each(|(to, from)| to.copy_from_slice(from)),
        ColorType::Rgba => {
            pixels.for_each(|(to, from)| to.iter_mut().zip(from).for_each(|(to, &v)| lay(to, v, from[3])));
        }
        ColorType::GrayscaleAlpha => {
            pixels.for_each(|(to, from)| to.iter_mut().for_each(|to| lay(to, from[0], from[1])))
        }
        // palettes were expanded
        ColorType::Grayscale | ColorType::Indexed => pixels.for_each(|(to, from)| to.fill(from[0])),
    }
}

fn failed(path: &Path, picture: u64, error: DecodingError) -> Error {
    match error {
        DecodingError::IoError(e) if e.kind() == std::io::ErrorKind::UnexpectedEof => {
            Error::decode(path, format!("the file ends within picture {picture}"))
        }
        DecodingError::IoError(e) => Error::io("read", path, e),
        other => Error::decode(path, format!("picture {picture}: {other}")),
    }
}
