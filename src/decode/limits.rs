//! How large a picture may claim to be.

use std::path::Path;

use crate::error::{Error, Result};
use crate::geom::Size;

/// Columns and rows.
const MOST: u32 = 65_535;
/// Pixels: four times as many as an 8K film has, or 192 MiB in RGB. A file of a few bytes can claim any size.
pub(super) const PIXELS: u64 = 1 << 26;
/// Bytes kept of one text in a file.
pub(super) const TEXT: usize = 1 << 16;
/// Texts kept of one file.
pub(super) const TEXTS: usize = 256;

/// Refuses pictures without pixels and pictures that would fill the memory.
pub(super) fn checked_size(path: &Path, size: Size) -> Result<Size> {
    let sides = 1..=MOST;
    let pixels = u64::from(size.width) * u64::from(size.height);
    if sides.contains(&size.width) && sides.contains(&size.height) && pixels <= PIXELS {
        return Ok(size);
    }
    Err(Error::decode(
        path,
        format!(
            "it says that its pictures are {size} pixels; read are 1 to {MOST} in each direction, and {PIXELS} in all"
        ),
    ))
}
