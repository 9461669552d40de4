//! Chunks and lists of a RIFF file: a name of four letters, a length, and an even number of bytes.

/// The name of a chunk.
pub(super) type Name = [u8; 4];

/// Appends a chunk whose content `fill` appends.
pub(super) fn chunk(out: &mut Vec<u8>, name: Name, fill: impl FnOnce(&mut Vec<u8>)) {
    begin(out, name, 0);
    let at = out.len();
    fill(out);
    end(out, at);
}

/// Puts the length of a chunk whose content begins at `at` before it, and makes it even.
fn end(out: &mut Vec<u8>, at: usize) {
    let length = (out.len() - at) as u32;
    out[at - 4..at].copy_from_slice(&length.to_le_bytes());
    if length % 2 == 1 {
        out.push(0);
    }
}

/// Appends a list of chunks that `fill` appends.
pub(super) fn list(out: &mut Vec<u8>, name: Name, fill: impl FnOnce(&mut Vec<u8>)) {
    chunk(out, *b"LIST", |out| {
        out.extend_from_slice(&name);
        fill(out);
    });
}

/// Appends the name and length of a chunk whose content comes later.
pub(super) fn begin(out: &mut Vec<u8>, name: Name, length: u32) {
    out.extend_from_slice(&name);
    put32(out, &[length]);
}

/// Appends numbers of 16 bits.
pub(super) fn put16(out: &mut Vec<u8>, values: &[u16]) {
    for value in values {
        out.extend_from_slice(&value.to_le_bytes());
    }
}

/// Appends numbers of 32 bits.
pub(super) fn put32(out: &mut Vec<u8>, values: &[u32]) {
    for value in values {
        out.extend_from_slice(&value.to_le_bytes());
    }
}

/// Appends a number of 64 bits.
pub(super) fn put64(out: &mut Vec<u8>, value: u64) {
    out.extend_from_slice(&value.to_le_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_leave_the_padding_out() {
        let mut out = Vec::new();
        list(&mut out, *b"strl", |out| chunk(out, *b"ISFT", |out| out.extend_from_slice(b"abc")));
        assert_eq!(out, *b"LIST\x10\0\0\0strlISFT\x03\0\0\0abc\0");
    }
}
