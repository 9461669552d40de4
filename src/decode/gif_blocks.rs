//! The blocks of a GIF, without their pixels: how many pictures, how long, which words.

use std::io::{BufRead, ErrorKind, Read, Result, Seek};

use super::limits::TEXT;
use super::rate::Delays;
use crate::geom::Size;

/// What was found.
#[derive(Clone, Debug)]
pub(super) struct Blocks {
    /// The screen, grown to hold the first picture. Later ones do not make it grow.
    pub(super) size: Size,
    pub(super) has_palette: bool,
    /// Of the pictures that are whole.
    pub(super) delays: Delays,
    pub(super) comment: String,
    /// Whether it ends between two blocks: with its trailer, or like a recording that was cut off.
    pub(super) whole: bool,
}

/// How long a picture is shown, in hundredths of a second. A delay of 0 or 1 is 10, as in browsers and ffmpeg: it was
/// written by programs that meant "as fast as possible" when that was a tenth of a second.
pub(super) const fn shown(delay: u16) -> u16 {
    if delay < 2 { 10 } else { delay }
}

/// Walks over all blocks. A file that ends too early is no error here.
pub(super) fn walk(mut from: impl BufRead + Seek) -> Result<Blocks> {
    let mut head = [0; 13];
    from.read_exact(&mut head)?;
    let size = Size::new(short(head[6], head[7]), short(head[8], head[9]));
    let has_palette = head[10] & 0x80 != 0;
    let mut blocks = Blocks { size, has_palette, delays: Delays::new(100), comment: String::new(), whole: false };
    match skip_palette(&mut from, head[10]).and_then(|()| rest(&mut from, &mut blocks)) {
        Err(e) if e.kind() != ErrorKind::UnexpectedEof => Err(e),
        _ => Ok(blocks),
    }
}

fn rest(from: &mut (impl BufRead + Seek), blocks: &mut Blocks) -> Result<()> {
    let mut comment = Vec::new();
    let mut delay = 0;
    let mut first = true;
    loop {
        blocks.comment = String::from_utf8_lossy(&comment).into_owned();
        if from.fill_buf()?.is_empty() {
            blocks.whole = true;
            return Ok(());
        }
        match byte(from)? {
            0x21 => match byte(from)? {
                0xF9 => {
                    let mut control = Vec::new();
                    sub_blocks(from, Some(&mut control))?;
                    if let [_, low, high, ..] = control[..] {
                        delay = u16::from_le_bytes([low, high]);
                    }
                }
                0xFE => sub_blocks(from, Some(&mut comment))?,
                _ => sub_blocks(from, None)?,
            },
            0x2C => {
                let mut place = [0; 9];
                from.read_exact(&mut place)?;
                if std::mem::take(&mut first) {
                    let number = |at: usize| short(place[at], place[at + 1]);
                    let (x, y, width, height) = (number(0), number(2), number(4), number(6));
                    let Size { width: across, height: down } = &mut blocks.size;
                    (*across, *down) = ((*across).max(x + width), (*down).max(y + height));
                }
                skip_palette(from, place[8])?;
                byte(from)?;
                sub_blocks(from, None)?;
                blocks.delays.push(u64::from(shown(delay)));
                delay = 0;
            }
            0x3B => {
                blocks.whole = true;
                return Ok(());
            }
            // not a block: whoever decodes the pictures says so
            _ => return Ok(()),
        }
    }
}

fn short(low: u8, high: u8) -> u32 {
    u32::from(u16::from_le_bytes([low, high]))
}

fn byte(from: &mut impl Read) -> Result<u8> {
    let mut byte = [0];
    from.read_exact(&mut byte)?;
    Ok(byte[0])
}

fn skip_palette(from: &mut (impl BufRead + Seek), flags: u8) -> Result<()> {
    if flags & 0x80 == 0 { Ok(()) } else { skip(from, 3 << ((flags & 7) + 1)) }
}

fn skip(from: &mut (impl BufRead + Seek), bytes: i64) -> Result<()> {
    from.seek_relative(bytes)
}

fn sub_blocks(from: &mut (impl BufRead + Seek), mut to: Option<&mut Vec<u8>>) -> Result<()> {
    loop {
        let length = byte(from)?;
        if length == 0 {
            return Ok(());
        }
        match &mut to {
            Some(to) if to.len() < TEXT => {
                let mut data = [0; 255];
                from.read_exact(&mut data[..usize::from(length)])?;
                to.extend_from_slice(&data[..usize::from(length)]);
            }
            _ => skip(from, i64::from(length))?,
        }
    }
}
