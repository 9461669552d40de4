//! WebP: animations, and stills, which are animations of one picture.
//!
//! `webp_chunks` takes the container apart, since a recording that was cut off is to be read as far as it goes; the
//! `image-webp` crate decodes each picture, as a still.

use std::fs::File;
use std::io::{BufReader, Cursor, ErrorKind};
use std::path::{Path, PathBuf};
use std::time::Duration;

use image_webp::{DecodingError, WebPDecoder};

use super::apng::STILLS;
use super::limits::checked_size;
use super::pictures::{PictureSource, Pictures};
use super::reader::Reader;
use super::screen::{Area, Disposal, Screen, lay};
use super::webp_chunks::{Chunks, Image, Walk, inside, picture_size, put, walk};
use super::{About, VideoFrame, xmp};
use crate::error::{Error, Result};
use crate::geom::Size;

pub(super) const READER: Reader = Reader { about, pictures, still: None };

/// What a WebP says of itself.
fn about(path: &Path) -> Result<About> {
    let chunks = chunks(path)?;
    let still = chunks.still;
    Ok(About {
        size: chunks.size,
        fps: if still { STILLS } else { chunks.delays.fps() },
        steady: still || chunks.delays.explained().is_some(),
        frames: Some(chunks.delays.frames()),
        duration: if still { still_time() } else { Duration::from_millis(chunks.delays.ticks()) },
        metadata: xmp::entries(&chunks.xmp),
    })
}

fn chunks(path: &Path) -> Result<Chunks> {
    let chunks = walk(open(path)?).map_err(|e| cut(path, 0, e))?;
    if chunks.delays.frames() == 0 {
        return Err(Error::decode(path, "it is a WebP, but there is no whole picture in it"));
    }
    checked_size(path, chunks.size)?;
    Ok(chunks)
}

fn open(path: &Path) -> Result<BufReader<File>> {
    File::open(path).map(BufReader::new).map_err(|e| Error::io("open", path, e))
}

fn still_time() -> Duration {
    Duration::from_secs_f64(STILLS.frame_seconds())
}

/// The pictures of a WebP.
fn pictures(path: &Path) -> Result<Pictures> {
    let chunks = chunks(path)?;
    Ok(Pictures::of(Box::new(WebpPictures {
        path: path.into(),
        walk: Walk::new(open(path)?).map_err(|e| cut(path, 0, e))?,
        size: chunks.size,
        still: chunks.still,
        screen: Screen::new(chunks.size),
        pixels: Vec::new(),
        read: 0,
        time: Duration::ZERO,
    })))
}

struct WebpPictures {
    path: PathBuf,
    walk: Walk<BufReader<File>>,
    size: Size,
    still: bool,
    screen: Screen,
    pixels: Vec<u8>,
    read: u64,
    time: Duration,
}

impl PictureSource for WebpPictures {
    fn next_picture(&mut self) -> Result<Option<VideoFrame>> {
        let next = match (self.still, self.read) {
            (true, 0) => self.walk.still(),
            (true, _) => return Ok(None),
            (false, _) => self.walk.image(),
        };
        let Some(image) = next.map_err(|e| cut(&self.path, self.read, e))? else { return Ok(None) };
        let (x, y, Size { width, height, .. }) = (image.x, image.y, image.size);
        let fits = x.saturating_add(width) <= self.size.width && y.saturating_add(height) <= self.size.height;
        // a still has no place
        if !fits || (self.still && image.size != self.size) {
            return Err(self.failed("it is not within the picture"));
        }
        let alpha = decode(&image, &mut self.pixels).map_err(|e| match e {
            DecodingError::IoError(_) => self.failed("its data ends too early"),
            other => self.failed(&other.to_string()),
        })?;
        let disposal = if image.clear { Disposal::Clear } else { Disposal::Keep };
        let area = self.screen.begin(Area { x, y, width, height }, disposal);
        let channels = if alpha { 4 } else { 3 };
        let lines = &self.pixels;
        self.screen.rows(area, |y, row| {
            let line = &lines[y * width as usize * channels..];
            if alpha { lay(row, line, image.over) } else { row.copy_from_slice(&line[..row.len()]) }
        });
        let (time, duration) = (self.time, image.delay.map_or_else(still_time, |n| Duration::from_millis(n.into())));
        self.time += duration;
        self.read += 1;
        Ok(Some(VideoFrame { frame: self.screen.frame(), time, duration }))
    }
}

impl WebpPictures {
    fn failed(&self, what: &str) -> Error {
        Error::decode(&self.path, format!("picture {}: {what}", self.read))
    }
}

/// Decodes a picture, whose size was checked, into RGB, or into RGBA if it says that it is transparent somewhere.
fn decode(image: &Image, pixels: &mut Vec<u8>) -> std::result::Result<bool, DecodingError> {
    let still = still(image).ok_or(DecodingError::ChunkMissing)?;
    let mut decoder = WebPDecoder::new(Cursor::new(still))?;
    if decoder.dimensions() != (image.size.width, image.size.height) {
        return Err(DecodingError::InconsistentImageSizes);
    }
    let bytes = decoder.output_buffer_size().ok_or(DecodingError::ImageTooLarge)?;
    if pixels.len() != bytes {
        // memory that is not touched before something was decoded into it
        *pixels = vec![0; bytes];
    }
    decoder.read_image(pixels)?;
    Ok(decoder.has_alpha())
}

/// The file that would hold this picture alone; nothing if its chunks hold no picture of the size that is announced.
fn still(image: &Image) -> Option<Vec<u8>> {
    let (mut alpha, mut picture) = (None, None);
    for (name, data) in inside(&image.data) {
        match &name {
            b"ALPH" if alpha.is_none() => alpha = Some(data),
            b"VP8 " | b"VP8L" => {
                picture = Some((name, data));
                break;
            }
            _ => {}
        }
    }
    let (name, data) = picture?;
    // before anything is allocated for it
    (picture_size(&name, data)? == image.size).then_some(())?;
    let mut body = b"WEBP".to_vec();
    // pictures without loss have their transparency in them
    if let Some(alpha) = alpha.filter(|_| &name == b"VP8 ") {
        let mut head = vec![1 << 4, 0, 0, 0];
        for side in [image.size.width - 1, image.size.height - 1] {
            head.extend_from_slice(&side.to_le_bytes()[..3]);
        }
        put(&mut body, b"VP8X", &head);
        put(&mut body, b"ALPH", alpha);
    }
    put(&mut body, &name, data);
    let mut file = Vec::with_capacity(body.len() + 8);
    put(&mut file, b"RIFF", &body);
    Some(file)
}

fn cut(path: &Path, picture: u64, error: std::io::Error) -> Error {
    if error.kind() == ErrorKind::UnexpectedEof {
        return Error::decode(path, format!("the file ends within picture {picture}"));
    }
    Error::io("read", path, error)
}
