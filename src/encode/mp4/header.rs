//! The boxes that say what the pictures are, where they are and when they are shown.
//!
//! Layouts are those of ISO/IEC 14496-12 (the file) and 14496-15 (H.264 in it).

use super::boxes::Bytes;
use super::tags;
use super::track::Track;
use crate::geom::Size;

/// The bytes that [`fragment`] puts before a picture.
pub(super) const FRAGMENT: u64 = 108;
/// Where in them the picture's duration stands.
pub(super) const DURATION_AT: u64 = 88;

/// What all pictures have in common.
#[derive(Debug)]
pub(super) struct Format {
    /// Even, as coded.
    pub(super) size: Size,
    /// H.264's sequence parameter set, without a start code; at least four bytes.
    pub(super) sps: Vec<u8>,
    /// H.264's picture parameter set.
    pub(super) pps: Vec<u8>,
    pub(super) metadata: Vec<(String, String)>,
}

/// Where the pictures are.
pub(super) enum Places<'a> {
    /// In fragments that follow; each says it for itself.
    Fragments,
    /// In groups of `each`, one after the other; the groups begin at these places of the file.
    Groups { each: usize, starts: &'a [u64] },
}

/// The first box: which specifications the file follows.
pub(super) fn file_type(b: &mut Bytes, fragments: bool) {
    b.boxed(b"ftyp", |b| {
        b.bytes(b"isom\0\0\x02\0isomavc1mp41");
        if fragments {
            // offsets of a fragment count from its own beginning
            b.bytes(b"iso5");
        }
    });
}

/// The index. Without pictures, as `Places::Fragments` makes it, it is the head of a file that grows.
pub(super) fn movie(b: &mut Bytes, format: &Format, track: &Track, places: &Places<'_>) {
    let growing = matches!(places, Places::Fragments);
    let duration = if growing { 0 } else { track.duration };
    b.boxed(b"moov", |b| {
        timed(b, b"mvhd", 0, duration, |b, duration| {
            b.u32(track.timescale);
            duration(b);
            // normal speed, full volume
            b.u32(0x0001_0000);
            b.u16(0x0100);
            b.zeros(10);
            unit_matrix(b);
            b.zeros(24);
            // the number that a next track would get
            b.u32(2);
        });
        b.boxed(b"trak", |b| {
            // enabled, in the movie, in the preview
            timed(b, b"tkhd", 7, duration, |b, duration| {
                b.u32(1);
                b.u32(0);
                duration(b);
                b.zeros(16);
                unit_matrix(b);
                b.u32(format.size.width << 16);
                b.u32(format.size.height << 16);
            });
            b.boxed(b"mdia", |b| {
                timed(b, b"mdhd", 0, duration, |b, duration| {
                    b.u32(track.timescale);
                    duration(b);
                    // the language `und`, three letters of five bits
                    b.u16(0x55c4);
                    b.u16(0);
                });
                b.full(b"hdlr", 0, 0, |b| {
                    b.u32(0);
                    b.bytes(b"vide");
                    b.zeros(12);
                    b.bytes(b"VideoHandler\0");
                });
                b.boxed(b"minf", |b| {
                    b.full(b"vmhd", 0, 1, |b| b.zeros(8));
                    b.boxed(b"dinf", |b| {
                        b.full(b"dref", 0, 0, |b| {
                            b.u32(1);
                            // in this file
                            b.full(b"url ", 0, 1, |_| {});
                        });
                    });
                    b.boxed(b"stbl", |b| {
                        b.full(b"stsd", 0, 0, |b| {
                            b.u32(1);
                            description(b, format);
                        });
                        tables(b, track, places);
                    });
                });
            });
        });
        if growing {
            b.boxed(b"mvex", |b| {
                b.full(b"trex", 0, 0, |b| {
                    b.u32(1);
                    b.u32(1);
                    b.zeros(12);
                });
            });
        }
        tags::user_data(b, &format.metadata);
    });
}

/// A box with times of creation and change (left at zero: the same movie has the same bytes), whose version depends on
/// how long the movie is.
fn timed(b: &mut Bytes, name: &[u8; 4], flags: u32, duration: u64, fill: impl FnOnce(&mut Bytes, &dyn Fn(&mut Bytes))) {
    match u32::try_from(duration) {
        Ok(short) => b.full(name, 0, flags, |b| {
            b.zeros(8);
            fill(b, &|b| b.u32(short));
        }),
        Err(_) => b.full(name, 1, flags, |b| {
            b.zeros(16);
            fill(b, &|b| b.u64(duration));
        }),
    }
}

/// Neither turned nor scaled.
fn unit_matrix(b: &mut Bytes) {
    for value in [0x0001_0000, 0, 0, 0, 0x0001_0000, 0, 0, 0, 0x4000_0000] {
        b.u32(value);
    }
}

/// The kind of pictures: H.264, their size, their colours.
fn description(b: &mut Bytes, format: &Format) {
    b.boxed(b"avc1", |b| {
        b.zeros(6);
        b.u16(1);
        b.zeros(16);
        // at most 3840, so 16 bits hold it
        b.u16(format.size.width as u16);
        b.u16(format.size.height as u16);
        // 72 dots an inch, as everybody writes
        b.u32(0x0048_0000);
        b.u32(0x0048_0000);
        b.u32(0);
        b.u16(1);
        b.zeros(32);
        b.u16(24);
        b.u16(0xffff);
        b.boxed(b"avcC", |b| {
            b.u8(1);
            // profile, compatibility and level, as the parameter set itself says them
            b.bytes(&format.sps[1..4]);
            // lengths of four bytes before each unit; one parameter set of each kind
            b.u8(0xff);
            b.u8(0xe1);
            b.u16(format.sps.len() as u16);
            b.bytes(&format.sps);
            b.u8(1);
            b.u16(format.pps.len() as u16);
            b.bytes(&format.pps);
        });
        b.boxed(b"colr", |b| {
            b.bytes(b"nclx");
            // primaries and transfer of BT.709, matrix of BT.601, limited range: what `yuv` converts to
            b.u16(1);
            b.u16(1);
            b.u16(6);
            b.u8(0);
        });
        b.boxed(b"pasp", |b| {
            b.u32(1);
            b.u32(1);
        });
    });
}

/// When each picture is shown, which are key frames, and where all are.
fn tables(b: &mut Bytes, track: &Track, places: &Places<'_>) {
    let Places::Groups { each, starts } = *places else {
        for name in [b"stts", b"stsc", b"stco"] {
            b.full(name, 0, 0, |b| b.u32(0));
        }
        b.full(b"stsz", 0, 0, |b| b.zeros(8));
        return;
    };
    b.full(b"stts", 0, 0, |b| {
        b.u32(track.runs.len() as u32);
        for (count, ticks) in &track.runs {
            b.u32(*count);
            b.u32(*ticks);
        }
    });
    if track.keys.len() < track.sizes.len() {
        b.full(b"stss", 0, 0, |b| {
            b.u32(track.keys.len() as u32);
            for key in &track.keys {
                b.u32(*key);
            }
        });
    }
    b.full(b"stsc", 0, 0, |b| {
        let (whole, rest) = (track.sizes.len() / each, track.sizes.len() % each);
        let runs: Vec<(usize, usize)> =
            [(1, each, whole), (whole + 1, rest, rest)].iter().filter(|run| run.2 > 0).map(|r| (r.0, r.1)).collect();
        b.u32(runs.len() as u32);
        for (first, pictures) in runs {
            b.u32(first as u32);
            b.u32(pictures as u32);
            b.u32(1);
        }
    });
    b.full(b"stsz", 0, 0, |b| {
        b.u32(0);
        b.u32(track.sizes.len() as u32);
        for size in &track.sizes {
            b.u32(*size);
        }
    });
    let long = starts.last().is_some_and(|last| u32::try_from(*last).is_err());
    b.full(if long { b"co64" } else { b"stco" }, 0, 0, |b| {
        b.u32(starts.len() as u32);
        for start in starts {
            if long { b.u64(*start) } else { b.u32(*start as u32) }
        }
    });
}

/// What stands before a picture of `size` bytes in a file that grows: when it is shown, and for how many ticks.
pub(super) fn fragment(b: &mut Bytes, number: u32, start: u64, ticks: u32, size: u32, key: bool) {
    b.boxed(b"moof", |b| {
        b.full(b"mfhd", 0, 0, |b| b.u32(number));
        b.boxed(b"traf", |b| {
            // offsets count from the beginning of this box
            b.full(b"tfhd", 0, 0x02_0000, |b| b.u32(1));
            b.full(b"tfdt", 1, 0, |b| b.u64(start));
            // with an offset, and of each picture its duration, size and flags
            b.full(b"trun", 0, 0x0701, |b| {
                b.u32(1);
                b.u32(FRAGMENT as u32);
                b.u32(ticks);
                b.u32(size);
                // needs no other picture, or needs others and is no place to seek to
                b.u32(if key { 0x0200_0000 } else { 0x0101_0000 });
            });
        });
    });
    b.u32(size + 8);
    b.bytes(b"mdat");
}

#[cfg(test)]
mod tests;
