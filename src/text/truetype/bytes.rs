//! Numbers out of bytes, most significant byte first; `None` beyond the end.

pub(super) fn u16_at(data: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(*data.get(at..)?.first_chunk()?))
}

pub(super) fn i16_at(data: &[u8], at: usize) -> Option<i16> {
    Some(i16::from_be_bytes(*data.get(at..)?.first_chunk()?))
}

pub(super) fn u32_at(data: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(*data.get(at..)?.first_chunk()?))
}

/// What stands at an offset of 16 bits that itself stands at `at`: offsets count from the beginning of `data`, and 0 is
/// none.
pub(super) fn at_offset(data: &[u8], at: usize) -> Option<&[u8]> {
    match u16_at(data, at)? {
        0 => None,
        offset => data.get(offset.into()..),
    }
}

/// The first of records of `size` bytes, ordered by `key`, whose key is `wanted` or more, and its number.
pub(super) fn search(
    records: &[u8],
    size: usize,
    key: fn(&[u8]) -> Option<u32>,
    wanted: u32,
) -> Option<(usize, &[u8])> {
    let record = |i: usize| records.get(i * size..(i + 1) * size);
    let (mut low, mut high) = (0, records.len() / size);
    while low < high {
        let middle = (low + high) / 2;
        if key(record(middle)?)? < wanted {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    Some((low, record(low)?))
}

/// Reads one number after the other.
pub(super) struct Reader<'a>(pub &'a [u8]);

impl<'a> Reader<'a> {
    pub(super) fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    pub(super) fn u8(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    pub(super) fn u16(&mut self) -> Option<u16> {
        u16_at(self.take(2)?, 0)
    }

    pub(super) fn i16(&mut self) -> Option<i16> {
        i16_at(self.take(2)?, 0)
    }
}
