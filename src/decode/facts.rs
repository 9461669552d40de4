//! What ffmpeg and ffprobe are asked, and what they answer.

use std::time::Duration;

use super::look::Said;
use super::packets::Packets;
use crate::fps::Fps;
use crate::geom::Size;

/// What was found out; whatever is not known is left out.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Facts {
    pub(super) size: Option<Size>,
    /// The names that ffmpeg has for the container and for the pictures' codec.
    pub(super) format: String,
    pub(super) codec: String,
    /// Whether a picture may be two fields.
    pub(super) interlaced: bool,
    /// The average rate, and the rate that times are multiples of.
    pub(super) average: Option<Fps>,
    pub(super) base: Option<Fps>,
    /// How many frames the container says that it has: in an AVI with those that were left out, in an MP4 with those that
    /// are cut off.
    pub(super) frames: Option<u64>,
    pub(super) packets: Packets,
    /// How long the pictures play, and how long the whole file does, sound included.
    pub(super) pictures: Option<Duration>,
    pub(super) file: Option<Duration>,
    pub(super) look: Said,
    pub(super) tags: Vec<(String, String)>,
    /// What the program complained of.
    pub(super) words: String,
}

impl Facts {
    /// Whether the container is of this name, which may be one of several: `matroska,webm`.
    pub(super) fn is_format(&self, name: &str) -> bool {
        self.format.split(',').any(|one| one == name)
    }
}

/// Options before an input: playlists may not lead to other places.
pub(super) const ONLY_FILES: &[&str] = &["-protocol_whitelist", "file"];

/// Files up to this size are looked through, packet by packet; of larger ones, the beginning is.
pub(super) const WHOLE: u64 = 64 << 20;
/// Packets that make a beginning.
pub(super) const BEGINNING: &str = "1000";
/// How much text the packets of a file may make, in bytes: that of three hundred thousand.
pub(super) const PACKETS_TEXT: u64 = 16 << 20;

/// Only true pictures, no cover of a song.
pub(super) const PICTURES: &str = "V:0";

/// `12.5`.
pub(super) fn seconds(text: &str) -> Option<Duration> {
    Duration::try_from_secs_f64(text.parse().ok()?).ok()
}

/// `00:01:12.500000000`.
pub(super) fn clock(text: &str) -> Option<Duration> {
    let mut parts = text.trim().splitn(3, ':');
    let (hours, minutes) = (parts.next()?.parse::<u32>().ok()?, parts.next()?.parse::<u32>().ok()?);
    let whole = u64::from(hours) * 3600 + u64::from(minutes) * 60;
    Some(Duration::from_secs(whole).saturating_add(seconds(parts.next()?)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read() {
        assert_eq!(clock("01:01:02.500000000"), Some(Duration::from_millis(3_662_500)));
        assert_eq!((clock("12.5"), clock("1:2:x"), seconds("-1"), seconds("nan")), (None, None, None, None));
    }
}
