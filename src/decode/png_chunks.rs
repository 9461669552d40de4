//! The chunks of a PNG, without its pixels: how many pictures, and how long.

use std::io::{BufRead, ErrorKind, Result, Seek};
use std::time::Duration;

use super::rate::Delays;
use crate::fps::Fps;
use crate::geom::Size;

/// What was found.
#[derive(Clone, Debug)]
pub(super) struct Chunks {
    pub(super) size: Size,
    /// How many pictures an animation says it has; nothing for a still.
    pub(super) animated: Option<u32>,
    /// How many pictures were announced one by one.
    pub(super) frames: u32,
    pub(super) duration: Duration,
    /// Whether its end was reached.
    pub(super) whole: bool,
    /// The fraction of a second that all pictures are shown, as long as they agree.
    delay: Option<(u16, u16)>,
    /// The same in milliseconds, as long as they are whole: then they may have been rounded, as ours are.
    millis: Option<Delays>,
}

impl Chunks {
    /// The rate; the average of delays that differ.
    pub(super) fn fps(&self) -> Option<Fps> {
        match (self.delay, &self.millis) {
            _ if self.frames == 0 => None,
            (Some((num, den)), _) => Some(Fps::new(den.into(), num.into())),
            (None, Some(millis)) => Some(millis.fps()),
            (None, None) => Some(Fps::from(f64::from(self.frames) / self.duration.as_secs_f64())),
        }
    }

    /// Whether the rate explains every delay.
    pub(super) fn steady(&self) -> bool {
        self.frames == 0 || self.delay.is_some() || self.millis.is_some_and(|millis| millis.explained().is_some())
    }
}

/// The fraction of a second that a picture is shown. A denominator of 0 means 100; a delay of 0, which means as fast as
/// possible, is a tenth of a second, as in browsers.
pub(super) const fn shown(num: u16, den: u16) -> (u16, u16) {
    match (num, den) {
        (0, _) => (1, 10),
        (num, 0) => (num, 100),
        both => both,
    }
}

pub(super) fn seconds((num, den): (u16, u16)) -> Duration {
    Duration::from_nanos((u64::from(num) * 1_000_000_000 + u64::from(den) / 2) / u64::from(den))
}

/// Walks over all chunks. A file that ends too early is no error here.
pub(super) fn walk(mut from: impl BufRead + Seek) -> Result<Chunks> {
    let mut head = [0; 33];
    from.read_exact(&mut head)?;
    let size = Size::new(be32(&head[16..]), be32(&head[20..]));
    let mut chunks = Chunks {
        size,
        animated: None,
        frames: 0,
        duration: Duration::ZERO,
        whole: false,
        delay: None,
        millis: Some(Delays::new(1000)),
    };
    match rest(&mut from, &mut chunks) {
        Err(e) if e.kind() != ErrorKind::UnexpectedEof => Err(e),
        _ => Ok(chunks),
    }
}

fn rest(from: &mut (impl BufRead + Seek), chunks: &mut Chunks) -> Result<()> {
    let mut still = true;
    loop {
        let mut head = [0; 8];
        from.read_exact(&mut head)?;
        let length = be32(&head);
        let mut left = i64::from(length) + 4;
        match &head[4..] {
            b"acTL" if length == 8 && still => {
                let mut data = [0; 8];
                from.read_exact(&mut data)?;
                left -= 8;
                chunks.animated = Some(be32(&data));
            }
            b"fcTL" if length == 26 && chunks.animated.is_some_and(|all| chunks.frames < all) => {
                let mut data = [0; 26];
                from.read_exact(&mut data)?;
                left -= 26;
                let delay = shown(be16(&data[20..]), be16(&data[22..]));
                chunks.delay = if chunks.frames == 0 { Some(delay) } else { chunks.delay.filter(|all| *all == delay) };
                let (num, den) = (u32::from(delay.0) * 1000, u32::from(delay.1));
                chunks.millis = chunks.millis.filter(|_| num.is_multiple_of(den));
                if let Some(millis) = &mut chunks.millis {
                    millis.push((num / den).into());
                }
                chunks.frames += 1;
                chunks.duration = chunks.duration.saturating_add(seconds(delay));
            }
            b"IDAT" => still = false,
            b"IEND" => {
                chunks.whole = true;
                return Ok(());
            }
            _ => {}
        }
        from.seek_relative(left)?;
    }
}

fn be32(bytes: &[u8]) -> u32 {
    bytes.iter().take(4).fold(0, |all, byte| all << 8 | u32::from(*byte))
}

fn be16(bytes: &[u8]) -> u16 {
    bytes.iter().take(2).fold(0, |all, byte| all << 8 | u16::from(*byte))
}
