//! The pixels that have to be encoded.

use crate::encode::diff::Region;

/// The rectangle of a new picture that has to be encoded, with the picture that it replaces.
#[derive(Clone, Copy, Debug)]
pub(super) struct Change<'a> {
    /// RGB bytes of the new picture.
    pub(super) new: &'a [u8],
    /// RGB bytes of the one before; `None` for the first, of which every pixel counts as changed.
    pub(super) old: Option<&'a [u8]>,
    /// Width of both, in pixels.
    pub(super) width: usize,
    /// Where they differ.
    pub(super) region: Region,
    /// Whether the screen shows the old picture exactly, so that a pixel may as well be painted again as left alone.
    pub(super) exact: bool,
}

impl<'a> Change<'a> {
    /// Row by row, the bytes of the region in the new picture and in the old one (the new one again if there is none).
    pub(super) fn rows(self) -> impl Iterator<Item = (&'a [u8], &'a [u8])> {
        let old = self.old.unwrap_or(self.new);
        self.region.rows(self.width).map(move |row| (&self.new[row.clone()], &old[row]))
    }
}

/// One pixel of three bytes as a number.
#[inline(always)]
pub(super) fn pack(pixel: &[u8]) -> u32 {
    u32::from_le_bytes([pixel[0], pixel[1], pixel[2], 0])
}

/// The number as a colour again.
pub(super) fn unpack(key: u32) -> [u8; 3] {
    let [r, g, b, _] = key.to_le_bytes();
    [r, g, b]
}
