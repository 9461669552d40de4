//! AVI: the chunks are found here, what is in them is read by [`jpeg`](crate::jpeg) or is plain.

use std::path::Path;

use grabframe::{AviWriter, Frame};

use crate::{Movie, jpeg, only_file, record, repeated};

pub fn check(movie: &Movie, folder: &Path, uncompressed: bool) {
    let movie = movie.clone().with_short_holds();
    let mut writer = AviWriter::new().fps(movie.fps).quality(movie.quality).metadata("title", "odd");
    if uncompressed {
        writer = writer.uncompressed();
    } else if movie.option {
        writer = writer.subsampled();
    }
    let (path, receipt) = record(&movie, &writer, folder, "a.avi", false).expect("any rate");
    let bytes = only_file(&path, &receipt);
    let file = Avi::read(&bytes);
    let want = repeated(&movie);
    assert_eq!(file.frames.len(), want.len(), "frames");
    assert_eq!((file.said, file.indexed), (want.len() as u32, want.len()));
    assert_eq!(u64::from(file.rate) * u64::from(movie.fps.den()), u64::from(file.scale) * u64::from(movie.fps.num()));
    for (k, (data, want)) in file.frames.into_iter().zip(want).enumerate() {
        if uncompressed {
            assert!(plain(data, want) == *want, "frame {k}");
        } else {
            jpeg::check(data, want, !movie.option, k);
        }
    }
}

/// What is in the file.
#[derive(Default)]
struct Avi<'a> {
    frames: Vec<&'a [u8]>,
    /// How many frames the head says there are, how many the index has, and the rate.
    said: u32,
    indexed: usize,
    rate: u32,
    scale: u32,
}

impl<'a> Avi<'a> {
    fn read(bytes: &'a [u8]) -> Self {
        let mut avi = Self::default();
        assert_eq!((&bytes[..4], &bytes[8..12]), (&b"RIFF"[..], &b"AVI "[..]));
        assert_eq!(le32(&bytes[4..]) as usize, bytes.len() - 8);
        avi.walk(&bytes[12..]);
        avi
    }

    fn walk(&mut self, mut bytes: &'a [u8]) {
        while !bytes.is_empty() {
            let length = le32(&bytes[4..]) as usize;
            let data = &bytes[8..8 + length];
            match &bytes[..4] {
                b"LIST" => self.walk(&data[4..]),
                b"00dc" | b"00db" => self.frames.push(data),
                b"avih" => self.said = le32(&data[16..]),
                b"strh" => {
                    (self.scale, self.rate) = (le32(&data[20..]), le32(&data[24..]));
                    assert_eq!(le32(&data[32..]), self.said);
                }
                b"idx1" => self.indexed = data.len() / 16,
                _ => {}
            }
            bytes = &bytes[8 + length + length % 2..];
        }
    }
}

/// Rows from the bottom up, of blue, green, red, each a multiple of four bytes long.
fn plain(data: &[u8], like: &Frame) -> Frame {
    let (width, height) = (like.width() as usize, like.height() as usize);
    let stride = (width * 3).next_multiple_of(4);
    assert_eq!(data.len(), stride * height);
    let mut frame = Frame::new(like.width(), like.height());
    for (row, line) in frame.as_rgb_mut().chunks_exact_mut(width * 3).rev().zip(data.chunks_exact(stride)) {
        for (to, from) in row.chunks_exact_mut(3).zip(line.chunks_exact(3)) {
            to.copy_from_slice(&[from[2], from[1], from[0]]);
        }
    }
    frame
}

fn le32(bytes: &[u8]) -> u32 {
    u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]])
}
