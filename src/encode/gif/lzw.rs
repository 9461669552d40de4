//! The compression of GIF: LZW with codes of up to 12 bits, least significant bit first.

const SLOTS_LOG2: u32 = 14;
const MAX_CODES: u32 = 4096;

/// An LZW compressor that keeps its memory from picture to picture.
///
/// The dictionary is a hash table: a slot holds a prefix code, the byte after it, and the code of the two together in
/// 12 + 8 + 12 bits. Four slots for every code keep the probes short, and 64 KiB stay near the processor.
///
/// When all codes are given away it begins anew. Going on with the full dictionary for as long as that compresses well was
/// tried: files of heatmaps were smaller by 0.1 to 0.4 %.
#[derive(Debug)]
pub(super) struct Lzw {
    slots: Vec<u32>,
    out: Vec<u8>,
}

impl Lzw {
    pub(super) fn new() -> Self {
        Self { slots: vec![0; 1 << SLOTS_LOG2], out: Vec::new() }
    }

    /// Compresses palette indices: first the minimum code size, then the codes, not yet cut into blocks.
    pub(super) fn encode(&mut self, indices: &[u8]) -> &[u8] {
        let top = indices.iter().copied().max().unwrap_or(0);
        // GIF wants two bits at least
        let bits = (u8::BITS - top.leading_zeros()).max(2);
        let (clear, end) = (1_u32 << bits, (1_u32 << bits) + 1);

        self.out.clear();
        self.out.push(bits as u8);
        self.slots.fill(0);
        let mut codes = Bits { out: &mut self.out, held: 0, count: 0 };
        let (mut width, mut next) = (bits + 1, end + 1);
        codes.push(clear, width);

        let mask = (1_usize << SLOTS_LOG2) - 1;
        let Some((&first, rest)) = indices.split_first() else {
            codes.push(end, width);
            codes.flush();
            return &self.out;
        };
        let mut prefix = u32::from(first);
        'bytes: for &byte in rest {
            let key = prefix << 8 | u32::from(byte);
            let mut slot = (key.wrapping_mul(0x9E37_79B1) >> (32 - SLOTS_LOG2)) as usize;
            loop {
                let entry = self.slots[slot & mask];
                if entry >> 12 == key && entry != 0 {
                    prefix = entry & 0xFFF;
                    continue 'bytes;
                }
                if entry == 0 {
                    break;
                }
                slot += 1;
            }
            codes.push(prefix, width);
            // a reader learns each code one step later than it is made here, so the width grows before `next` is taken
            if next == 1 << width && width < 12 {
                width += 1;
            }
            if next < MAX_CODES {
                self.slots[slot & mask] = key << 12 | next;
                next += 1;
            } else {
                codes.push(clear, width);
                self.slots.fill(0);
                (width, next) = (bits + 1, end + 1);
            }
            prefix = u32::from(byte);
        }
        codes.push(prefix, width);
        if next == 1 << width && width < 12 {
            width += 1;
        }
        codes.push(end, width);
        codes.flush();
        &self.out
    }
}

/// Codes become bytes, the first code in the lowest bits.
struct Bits<'a> {
    out: &'a mut Vec<u8>,
    held: u64,
    count: u32,
}

impl Bits<'_> {
    #[inline(always)]
    fn push(&mut self, code: u32, width: u32) {
        self.held |= u64::from(code) << self.count;
        self.count += width;
        if self.count >= 32 {
            self.out.extend_from_slice(&(self.held as u32).to_le_bytes());
            self.held >>= 32;
            self.count -= 32;
        }
    }

    fn flush(&mut self) {
        let bytes = self.count.div_ceil(8) as usize;
        self.out.extend_from_slice(&self.held.to_le_bytes()[..bytes]);
    }
}

#[cfg(test)]
mod tests;
