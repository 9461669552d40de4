//! The bytes of a GIF, frame by frame.

use std::borrow::Cow;
use std::io::{Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use super::change::Change;
use super::delay::{Clock, pieces};
use super::lzw::Lzw;
use super::palette::{MAX_COLORS, Palette};
use super::quantize::Quantizer;
use super::transparent::Transparent;
use super::{GifOptions, Repeat};
use crate::canvas::Frame;
use crate::encode::Fps;
use crate::encode::diff::Region;
use crate::encode::hold::checked_hold;
use crate::error::{Error, ErrorKind, Result};
use crate::geom::Size;

/// Where the global palette begins: after the signature and the screen descriptor.
const PALETTE_AT: u64 = 13;
/// Where the delay stands in a frame: after the introducer, label, length and flags of its graphic control.
const DELAY_AT: u64 = 4;

/// Writes a GIF into anything that can be written and sought.
///
/// After every [`write`](Self::write) the output holds everything taken so far and can be played, although it has no
/// trailer yet (no decoder minds). That is why the palette has its full room from the beginning and new colours are
/// filled in before the frame that needs them, and why a frame goes out at once with the delay of one frame, which is
/// corrected in its place if the picture then stays.
pub(crate) struct GifStream<W: Write + Seek> {
    gif: gif::Encoder<W>,
    /// For messages.
    path: PathBuf,
    size: Size,
    clock: Clock,
    frames: u64,
    shown: Option<Shown>,
    /// The last picture as it was handed in.
    source: Vec<u8>,
    /// Whether every frame so far showed its colours exactly.
    exact: bool,
    global: Palette,
    local: Palette,
    quantizer: Quantizer,
    transparent: Option<Transparent>,
    indices: Vec<u8>,
    lzw: Lzw,
    /// What went wrong first; the output is of no use after that.
    failed: Option<String>,
}

/// The frame written last.
#[derive(Clone, Copy)]
struct Shown {
    /// Where its delay stands in the output.
    delay_at: u64,
    /// What stands there.
    written: u16,
    /// How long it is to be shown, in hundredths of a second.
    delay: u64,
}

/// Which colours a frame's indices mean.
enum Colors {
    Global,
    Local(Vec<u8>),
}

impl<W: Write + Seek> GifStream<W> {
    /// Checks what was asked for and writes the head of the file. `path` is for messages.
    pub(super) fn new(out: W, path: &Path, size: Size, fps: Fps, options: &GifOptions) -> Result<Self> {
        let (width, height) = checked_size(size)?;
        let clock = Clock::new(fps)?;
        let fail = |e| lift(path, e);
        let mut colors = [0; MAX_COLORS * 3];
        if let Some(color) = options.transparent {
            colors[..3].copy_from_slice(&color);
        }
        let mut gif = gif::Encoder::new(out, width, height, &colors).map_err(fail)?;
        gif.set_repeat(match options.repeat {
            Repeat::Infinite => gif::Repeat::Infinite,
            // the file says how often to come back to the beginning
            Repeat::Times(times) => gif::Repeat::Finite(times.saturating_sub(1)),
            Repeat::Once => gif::Repeat::Finite(0),
        })
        .map_err(fail)?;
        if let Some(comment) = &options.comment {
            gif.write_raw_extension(gif::Extension::Comment.into(), &[comment.as_bytes()]).map_err(fail)?;
        }
        Ok(Self {
            gif,
            path: path.into(),
            size,
            clock,
            frames: 0,
            shown: None,
            source: Vec::new(),
            exact: true,
            global: Palette::beginning(options.transparent),
            local: Palette::beginning(options.transparent),
            quantizer: Quantizer::new(),
            transparent: options.transparent.map(|color| Transparent::new(color, size)),
            indices: Vec::new(),
            lzw: Lzw::new(),
            failed: None,
        })
    }

    /// Adds a picture, shown for one frame's time.
    pub(super) fn write(&mut self, frame: &Frame) -> Result<()> {
        if frame.size() != self.size {
            return Err(Error::frame_size(self.size, frame.size(), self.frames));
        }
        self.guarded(|this| this.put(frame.as_rgb()))?;
        self.frames += 1;
        Ok(())
    }

    /// Shows the last picture for longer.
    pub(super) fn hold(&mut self, seconds: f64) -> Result<()> {
        let seconds = checked_hold(seconds)?;
        self.guarded(|this| {
            let Some(shown) = &mut this.shown else {
                return Err(Error::nothing_to_hold());
            };
            shown.delay += this.clock.hold(seconds);
            Ok(())
        })
    }

    /// Ends the file and gives the output back, flushed.
    pub(super) fn finish(mut self) -> Result<W> {
        if self.shown.is_none() && self.failed.is_none() {
            return Err(Error::no_frames(&self.path));
        }
        self.guarded(Self::settle)?;
        let mut out = self.gif.into_inner().map_err(|e| lift(&self.path, e))?;
        out.flush().map_err(|e| Error::io("write", &self.path, e))?;
        Ok(out)
    }

    /// Does something to the output, once nothing has failed before.
    fn guarded(&mut self, act: impl FnOnce(&mut Self) -> Result<()>) -> Result<()> {
        if let Some(first) = &self.failed {
            return Err(Error::failed(&self.path, first));
        }
        let result = act(self);
        // a mistake of the caller leaves the output as it was
        if let Err(error) = &result
            && error.kind() != ErrorKind::BadOption
        {
            self.failed = Some(error.to_string());
        }
        result
    }

    fn put(&mut self, rgb: &[u8]) -> Result<()> {
        let delay = self.clock.frame();
        let old = self.shown.is_some().then_some(self.source.as_slice());
        let Some(region) = Region::changed(old, rgb, self.size.width as usize) else {
            if let Some(shown) = &mut self.shown {
                shown.delay += delay;
            }
            return Ok(());
        };
        self.settle()?;
        self.paint(rgb, region, delay)?;
        self.flush()?;
        region.keep(&mut self.source, rgb, self.size.width as usize);
        Ok(())
    }

    /// Writes a picture of which `changed` is new.
    fn paint(&mut self, rgb: &[u8], changed: Region, delay: u64) -> Result<()> {
        let known = self.global.len();
        let (region, colors, transparent) = if let Some(transparent) = &self.transparent {
            let region = transparent.shown(rgb, self.size.width as usize);
            (region, self.choose_transparent(rgb, region), Some(0))
        } else {
            let (colors, transparent) = self.choose_colors(rgb, changed, self.shown.is_none());
            (changed, colors, transparent)
        };
        self.grow_palette(known)?;
        self.frame(region, delay, colors, transparent)
    }

    /// Fills `indices` for a region in which one colour is transparent, which has index 0 in every palette.
    fn choose_transparent(&mut self, rgb: &[u8], region: Region) -> Colors {
        let Self { global, local, quantizer, indices, transparent, .. } = self;
        let transparent = transparent.as_ref();
        let blank = transparent.map(Transparent::blank);
        let change = Change { new: rgb, old: blank, width: self.size.width as usize, region, exact: false };
        let known = global.len();
        if global.map_all(&change, indices) {
            return Colors::Global;
        }
        global.truncate(known);
        local.truncate(1);
        if local.map_all(&change, indices) {
            return Colors::Local(local.bytes(0));
        }
        if let Some(transparent) = transparent {
            quantizer.map_beside(transparent.color, &change, indices);
        }
        Colors::Local(quantizer.bytes())
    }

    /// Fills `indices` for the changed region, in the first of these that works: the global palette, which may grow; an
    /// exact palette of the frame's own; the best 255 colours.
    fn choose_colors(&mut self, rgb: &[u8], region: Region, first: bool) -> (Colors, Option<u8>) {
        let Self { global, local, indices, .. } = self;
        let old = (!first).then_some(self.source.as_slice());
        let change = Change { new: rgb, old, width: self.size.width as usize, region, exact: self.exact };
        let known = global.len();
        if let Some(transparent) = global.map(&change, indices) {
            return (Colors::Global, transparent);
        }
        global.truncate(known);
        if !first {
            local.truncate(0);
            if let Some(transparent) = local.map(&change, indices) {
                return (Colors::Local(local.bytes(0)), transparent);
            }
            local.truncate(0);
            if local.map_all(&change, indices) {
                return (Colors::Local(local.bytes(0)), None);
            }
        }
        self.exact = false;
        let transparent = self.quantizer.map(&change, indices);
        (Colors::Local(self.quantizer.bytes()), transparent)
    }

    /// Writes one image with its control block.
    fn frame(&mut self, region: Region, delay: u64, colors: Colors, transparent: Option<u8>) -> Result<()> {
        let start = self.gif.get_mut().stream_position().map_err(|e| self.io(e))?;
        let written = pieces(delay).next().unwrap_or(0);
        let frame = gif::Frame {
            delay: written,
            dispose: if self.transparent.is_some() {
                gif::DisposalMethod::Background
            } else {
                gif::DisposalMethod::Keep
            },
            transparent,
            // all of these are at most 65,535, which was checked
            left: region.x as u16,
            top: region.y as u16,
            width: region.width as u16,
            height: region.height as u16,
            palette: match colors {
                Colors::Global => None,
                Colors::Local(bytes) => Some(bytes),
            },
            buffer: Cow::Borrowed(self.lzw.encode(&self.indices)),
            ..gif::Frame::default()
        };
        self.gif.write_lzw_pre_encoded_frame(&frame).map_err(|e| lift(&self.path, e))?;
        self.shown = Some(Shown { delay_at: start + DELAY_AT, written, delay });
        Ok(())
    }

    /// Corrects the delay of the frame written last. One that is too long for a frame goes on with frames of a single
    /// transparent pixel, or with the picture again where it would be cleared away.
    fn settle(&mut self) -> Result<()> {
        let Some(shown) = self.shown else { return Ok(()) };
        let mut pieces = pieces(shown.delay);
        let first = pieces.next().unwrap_or(0);
        if first != shown.written {
            self.patch(shown.delay_at, &first.to_le_bytes())?;
            self.shown = Some(Shown { written: first, ..shown });
        }
        let pixel = Region { x: 0, y: 0, width: 1, height: 1 };
        for piece in pieces.map(u64::from) {
            if self.transparent.is_some() {
                let source = std::mem::take(&mut self.source);
                let painted = self.paint(&source, pixel, piece);
                self.source = source;
                painted?;
            } else {
                self.indices.clear();
                self.indices.push(0);
                self.frame(pixel, piece, Colors::Global, Some(0))?;
            }
        }
        Ok(())
    }

    /// Writes the colours that the global palette got beyond the first `known`.
    fn grow_palette(&mut self, known: usize) -> Result<()> {
        if self.global.len() == known {
            return Ok(());
        }
        let bytes = self.global.bytes(known);
        self.patch(PALETTE_AT + known as u64 * 3, &bytes)
    }

    fn patch(&mut self, at: u64, bytes: &[u8]) -> Result<()> {
        let out = self.gif.get_mut();
        let mut patch = || {
            out.seek(SeekFrom::Start(at))?;
            out.write_all(bytes)?;
            out.seek(SeekFrom::End(0))
        };
        patch().map(drop).map_err(|e| self.io(e))
    }

    fn flush(&mut self) -> Result<()> {
        self.gif.get_mut().flush().map_err(|e| self.io(e))
    }

    fn io(&self, source: std::io::Error) -> Error {
        Error::io("write", &self.path, source)
    }
}

/// Whether a GIF can have this size and rate.
pub(super) fn check(size: Size, fps: Fps) -> Result<()> {
    checked_size(size)?;
    Clock::new(fps)?;
    Ok(())
}

fn checked_size(size: Size) -> Result<(u16, u16)> {
    match (u16::try_from(size.width), u16::try_from(size.height)) {
        (Ok(width @ 1..), Ok(height @ 1..)) => Ok((width, height)),
        _ => Err(Error::bad_size(size, "a GIF has 1 to 65535 pixels in each direction")),
    }
}

/// An error of the `gif` crate as one of ours.
fn lift(path: &Path, error: gif::EncodingError) -> Error {
    match error {
        gif::EncodingError::Io(source) => Error::io("write", path, source),
        other => Error::encode(path, other.to_string()),
    }
}
