//! The boxes that an MP4 file is made of: a length, a name of four letters, and what is in it.

/// Bytes in the making. All numbers are big-endian, as everywhere in the format.
#[derive(Debug, Default)]
pub(super) struct Bytes(pub(super) Vec<u8>);

impl Bytes {
    pub(super) fn u8(&mut self, value: u8) {
        self.0.push(value);
    }

    pub(super) fn u16(&mut self, value: u16) {
        self.0.extend_from_slice(&value.to_be_bytes());
    }

    pub(super) fn u32(&mut self, value: u32) {
        self.0.extend_from_slice(&value.to_be_bytes());
    }

    pub(super) fn u64(&mut self, value: u64) {
        self.0.extend_from_slice(&value.to_be_bytes());
    }

    pub(super) fn zeros(&mut self, count: usize) {
        self.0.resize(self.0.len() + count, 0);
    }

    pub(super) fn bytes(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }

    /// A box with what `fill` puts into it; its length is filled in afterwards.
    pub(super) fn boxed(&mut self, name: &[u8; 4], fill: impl FnOnce(&mut Self)) {
        let start = self.0.len();
        self.u32(0);
        self.bytes(name);
        fill(self);
        // one movie's tables: eight bytes a frame at most, so four billion are out of reach
        let length = (self.0.len() - start) as u32;
        self.0[start..start + 4].copy_from_slice(&length.to_be_bytes());
    }

    /// A box that begins with a version and 24 flags.
    pub(super) fn full(&mut self, name: &[u8; 4], version: u8, flags: u32, fill: impl FnOnce(&mut Self)) {
        self.boxed(name, |b| {
            b.u32(u32::from(version) << 24 | flags);
            fill(b);
        });
    }
}

/// What stands before `payload` bytes of pictures: the box `mdat`, with a length of 64 bits if 32 do not suffice.
pub(super) fn media_header(payload: u64) -> Bytes {
    let mut b = Bytes::default();
    if let Ok(short) = u32::try_from(payload + 8) {
        b.u32(short);
        b.bytes(b"mdat");
    } else {
        b.bytes(&long_media_header(payload));
    }
    b
}

/// The same, always with 64 bits: 16 bytes.
pub(super) fn long_media_header(payload: u64) -> [u8; 16] {
    let mut header = *b"\0\0\0\x01mdat\0\0\0\0\0\0\0\0";
    header[8..].copy_from_slice(&(payload + 16).to_be_bytes());
    header
}

#[cfg(test)]
mod tests;
