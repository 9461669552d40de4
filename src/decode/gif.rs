//! GIF.

use std::fs::File;
use std::io::{BufReader, Chain, Cursor, Read};
use std::num::NonZeroU64;
use std::path::{Path, PathBuf};
use std::time::Duration;

use gif::{DecodeOptions, DecodingError, DisposalMethod};

use super::gif_blocks::{Blocks, shown, walk};
use super::limits::{PIXELS, checked_size};
use super::pictures::{PictureSource, Pictures};
use super::reader::Reader;
use super::screen::{Area, Disposal, Screen};
use super::{About, VideoFrame};
use crate::error::{Error, Result};
use crate::search::around;

pub(super) const READER: Reader = Reader { about, pictures, still: None };

/// What a GIF says of itself.
fn about(path: &Path) -> Result<About> {
    let Blocks { size, delays, comment, .. } = blocks(path)?;
    checked_size(path, size)?;
    if delays.frames() == 0 {
        return Err(Error::decode(path, "it is a GIF, but there is no whole picture in it"));
    }
    Ok(About {
        size,
        fps: delays.fps(),
        steady: delays.explained().is_some(),
        frames: Some(delays.frames()),
        duration: hundredths(delays.ticks()),
        metadata: entries(&comment),
    })
}

fn blocks(path: &Path) -> Result<Blocks> {
    let file = File::open(path).map_err(|e| Error::io("open", path, e))?;
    walk(BufReader::new(file)).map_err(|e| Error::io("read", path, e))
}

const fn hundredths(n: u64) -> Duration {
    Duration::from_millis(n.saturating_mul(10))
}

/// The lines of a comment if each is `key: value`, as recordings with several entries have it; else the comment.
fn entries(comment: &str) -> Vec<(String, String)> {
    let pair = |line: &str| {
        let (key, value) = around(line, ": ")?;
        let word = !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-'));
        word.then(|| (key.to_owned(), value.to_owned()))
    };
    match comment.lines().map(pair).collect() {
        Some(pairs) => pairs,
        None => vec![("comment".into(), comment.into())],
    }
}

/// The pictures of a GIF.
fn pictures(path: &Path) -> Result<Pictures> {
    let blocks = blocks(path)?;
    let source = source(path, blocks.has_palette).map_err(|e| Error::io("open", path, e))?;
    let mut options = DecodeOptions::new();
    options.set_memory_limit(NonZeroU64::new(PIXELS).map_or(gif::MemoryLimit::Unlimited, gif::MemoryLimit::Bytes));
    let decoder = options.read_info(source).map_err(|e| failed(path, 0, e))?;
    let size = checked_size(path, blocks.size)?;
    Ok(Pictures::of(Box::new(GifPictures {
        path: path.into(),
        decoder,
        screen: Screen::new(size),
        indices: Vec::new(),
        last: blocks.whole.then_some(blocks.delays.frames()),
        read: 0,
        time: 0,
    })))
}

type Source = Chain<Cursor<Vec<u8>>, File>;

/// The bytes for the decoder, which refuses pictures without any palette. They are black, as in browsers: it is told of a
/// palette of two blacks.
fn source(path: &Path, has_palette: bool) -> std::io::Result<Source> {
    let mut file = File::open(path)?;
    let mut head = vec![0; 13];
    file.read_exact(&mut head)?;
    if !has_palette {
        head[10] = head[10] & !7 | 0x80;
        head.extend_from_slice(&[0; 6]);
    }
    Ok(Cursor::new(head).chain(file))
}

struct GifPictures {
    path: PathBuf,
    decoder: gif::Decoder<Source>,
    screen: Screen,
    indices: Vec<u8>,
    /// How many pictures there are, if nothing is missing after them but perhaps the trailer.
    last: Option<u64>,
    read: u64,
    /// In hundredths of a second.
    time: u64,
}

impl PictureSource for GifPictures {
    fn next_picture(&mut self) -> Result<Option<VideoFrame>> {
        // nothing is asked of what stands behind the last picture
        if self.last == Some(self.read) {
            return Ok(None);
        }
        let fail = |e| failed(&self.path, self.read, e);
        let Some(picture) = self.decoder.next_frame_info().map_err(fail)? else { return Ok(None) };
        let (delay, transparent, disposal) = (shown(picture.delay), picture.transparent, picture.dispose);
        let (width, height) = (usize::from(picture.width), usize::from(picture.height));
        let place = Area {
            x: picture.left.into(),
            y: picture.top.into(),
            width: picture.width.into(),
            height: picture.height.into(),
        };
        if (width * height) as u64 > PIXELS {
            return Err(fail(DecodingError::MemoryLimit));
        }
        self.indices.resize(width * height, 0);
        if !self.indices.is_empty() {
            self.decoder.read_into_buffer(&mut self.indices).map_err(fail)?;
        }
        let area = self.screen.begin(
            place,
            match disposal {
                DisposalMethod::Any | DisposalMethod::Keep => Disposal::Keep,
                DisposalMethod::Background => Disposal::Clear,
                DisposalMethod::Previous => Disposal::Restore,
            },
        );
        let palette = self.decoder.palette().map_err(fail)?;
        let indices = &self.indices;
        self.screen.rows(area, |y, row| {
            for (pixel, &index) in row.chunks_exact_mut(3).zip(&indices[y * width..]) {
                if transparent != Some(index) {
                    // an index without a colour is black, as in browsers
                    let color = palette.get(usize::from(index) * 3..).and_then(|rest| rest.get(..3));
                    pixel.copy_from_slice(color.unwrap_or(&[0; 3]));
                }
            }
        });
        let time = self.time;
        self.time += u64::from(delay);
        self.read += 1;
        Ok(Some(VideoFrame { frame: self.screen.frame(), time: hundredths(time), duration: hundredths(delay.into()) }))
    }
}

fn failed(path: &Path, picture: u64, error: DecodingError) -> Error {
    match error {
        DecodingError::Io(e) if e.kind() != std::io::ErrorKind::UnexpectedEof => Error::io("read", path, e),
        DecodingError::MemoryLimit | DecodingError::OutOfMemory => {
            Error::decode(path, format!("picture {picture} has more than {PIXELS} pixels"))
        }
        DecodingError::Io(_) | DecodingError::UnexpectedEof => {
            Error::decode(path, format!("the file ends within picture {picture}"))
        }
        other => Error::decode(path, format!("picture {picture}: {other}")),
    }
}
