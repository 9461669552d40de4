//! The chunks of an animated PNG.

use std::io::{Error, Write};

use super::delay::Delay;
use crate::encode::diff::Region;
use crate::error;
use crate::search::has;

/// What every PNG begins with.
pub(super) const SIGNATURE: [u8; 8] = *b"\x89PNG\r\n\x1a\n";

/// Writes a chunk whose data comes in parts.
pub(super) fn write(out: &mut impl Write, kind: [u8; 4], parts: &[&[u8]]) -> std::io::Result<()> {
    let length: usize = parts.iter().map(|part| part.len()).sum();
    let length = i32::try_from(length).map_err(|_| Error::other("an image has more than 2 GiB"))?;
    let mut sum = crc32fast::Hasher::new();
    sum.update(&kind);
    out.write_all(&length.to_be_bytes())?;
    out.write_all(&kind)?;
    for part in parts {
        sum.update(part);
        out.write_all(part)?;
    }
    out.write_all(&sum.finalize().to_be_bytes())
}

/// What is known of an image before its pixels.
#[derive(Clone, Copy, Debug)]
pub(super) struct Control {
    /// Counts all chunks that have a number.
    pub(super) number: u32,
    pub(super) region: Region,
    pub(super) delay: Delay,
}

impl Control {
    /// Writes it as a chunk. The image paints over what was there, and stays.
    pub(super) fn write(&self, out: &mut impl Write) -> std::io::Result<()> {
        let Region { x, y, width, height } = self.region;
        // none is over 2^31, which was checked
        let mut data = self.number.to_be_bytes().to_vec();
        for v in [width, height, x, y] {
            data.extend_from_slice(&(v as u32).to_be_bytes());
        }
        for v in [self.delay.num, self.delay.den] {
            data.extend_from_slice(&v.to_be_bytes());
        }
        let [dispose_none, blend_source] = [0, 0];
        write(out, *b"fcTL", &[&data, &[dispose_none, blend_source]])
    }
}

/// The data of every chunk of one kind in a PNG that is whole.
pub(super) fn data_of(png: &[u8], kind: [u8; 4]) -> impl Iterator<Item = &[u8]> {
    let mut rest = png.get(SIGNATURE.len()..).unwrap_or_default();
    std::iter::from_fn(move || {
        loop {
            let (head, body) = rest.split_first_chunk::<8>()?;
            let length = u32::from_be_bytes([head[0], head[1], head[2], head[3]]) as usize;
            let data = body.get(..length)?;
            rest = body.get(length + 4..)?;
            if head[4..] == kind {
                return Some(data);
            }
        }
    })
}

/// Writes an entry of the metadata: Latin-1 in a plain text chunk, which every program reads, anything else in an
/// international one.
pub(crate) fn text(out: &mut impl Write, key: &str, value: &str) -> error::Result<()> {
    let keyword = keyword(key);
    let bad =
        |what: &str| error::Error::bad_option(format!("the metadata `{key}` cannot be written into a PNG: {what}"));
    let key = latin1(&keyword).filter(|key| {
        let printable = key.iter().all(|b| matches!(b, 32..=126 | 161..));
        printable && (1..=79).contains(&key.len()) && keyword.trim() == keyword && !has(&keyword, "  ")
    });
    let key = key.ok_or_else(|| bad("its name must be 1 to 79 letters of Latin-1"))?;
    if value.contains('\0') {
        return Err(bad("it has a zero byte in it"));
    }
    // neither compressed nor in a language
    let international = [0; 5];
    let written = match latin1(value) {
        Some(value) => write(out, *b"tEXt", &[&key, &[0], &value]),
        None => write(out, *b"iTXt", &[&key, &international, value.as_bytes()]),
    };
    written.map_err(|e| bad(&e.to_string()))
}

/// The name that PNG has for an entry.
fn keyword(key: &str) -> String {
    if key.eq_ignore_ascii_case("artist") {
        return "Author".into();
    }
    let mut letters = key.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn latin1(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len());
    for letter in text.chars() {
        bytes.push(u8::try_from(letter).ok()?);
    }
    Some(bytes)
}
