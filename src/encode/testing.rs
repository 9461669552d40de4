//! What the tests of several formats need.

use std::io::{BufWriter, Cursor, Seek, SeekFrom, Write};

use super::file::Stream;
use crate::canvas::Frame;
use crate::error::{ErrorKind, Result};
use crate::ffmpeg::find_at;

/// An output in memory.
pub(super) type Memory = Cursor<Vec<u8>>;

/// Takes so many bytes, and then no more.
#[derive(Debug)]
pub(super) struct Small(Memory, usize);

impl Small {
    pub(super) fn new(room: usize) -> Self {
        Self(Memory::default(), room)
    }
}

impl Write for Small {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let room = self.1.saturating_sub(self.0.position() as usize).min(bytes.len());
        if room == 0 && !bytes.is_empty() {
            return Err(std::io::ErrorKind::StorageFull.into());
        }
        self.0.write(&bytes[..room])
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Seek for Small {
    fn seek(&mut self, to: SeekFrom) -> std::io::Result<u64> {
        self.0.seek(to)
    }
}

/// ffmpeg's option that pictures are neither left out nor doubled. No name for it is known to all versions.
pub(super) fn each_picture() -> [&'static str; 2] {
    let old = find_at("ffmpeg".as_ref()).is_ok_and(|info| !info.has_fps_mode());
    if old { ["-vsync", "0"] } else { ["-fps_mode", "passthrough"] }
}

/// A disk that fills at any byte is an error of opening, writing or finishing, and writing goes on to fail. `bytes` is how
/// many there must be room for; only every `step`th of them is tried.
pub(super) fn assert_full_disk_is_told<S: Stream>(
    open: impl Fn(BufWriter<Small>) -> Result<S>,
    bytes: usize,
    step: usize,
) {
    let frames = [Frame::new(5, 4), Frame::from_rgb(5, 4, vec![9; 60]), Frame::from_rgb(5, 4, vec![8; 60])];
    let record = |room| -> Result<()> {
        let mut stream = open(BufWriter::with_capacity(64, Small(Memory::default(), room)))?;
        for frame in &frames {
            if let Err(error) = stream.write(frame) {
                for again in [stream.write(frame), stream.hold(1.0), stream.finish().map(drop)] {
                    assert!(again.is_err_and(|again| again.reason() == Some(&error.to_string())));
                }
                return Err(error);
            }
        }
        stream.finish().map(drop)
    };
    for room in (0..bytes).step_by(step) {
        assert!(
            record(room).is_err_and(|e| e.io_error().is_some_and(|e| e.kind() == std::io::ErrorKind::StorageFull)),
            "room for {room} of {bytes}"
        );
    }
    assert!(record(bytes).is_ok());
}

/// Mistakes are told, and the stream goes on as if they had not been made.
pub(super) fn assert_mistakes_change_nothing<S: Stream>(mut stream: S) -> S {
    assert!(matches!(stream.hold(1.0), Err(ref e) if e.kind() == ErrorKind::BadOption));
    stream.write(&Frame::new(5, 4)).expect("takes a frame");
    assert!(
        matches!(stream.write(&Frame::new(4, 5)), Err(ref e) if (e.kind(), e.frames()) == (ErrorKind::FrameSize, Some(1)))
    );
    assert!(matches!(stream.hold(f64::NAN), Err(ref e) if e.kind() == ErrorKind::BadOption));
    assert!(matches!(stream.hold(-1.0), Err(ref e) if e.kind() == ErrorKind::BadOption));
    stream.write(&Frame::from_rgb(5, 4, vec![9; 60])).expect("takes a frame");
    stream
}

/// Pictures with small and large changes, one that stays, and one pixel in each corner.
pub(super) fn pictures(width: u32, height: u32) -> Vec<Frame> {
    let mut frame = Frame::new(width, height);
    let mut all = vec![frame.clone(), frame.clone()];
    for (i, (x, y)) in [(0, 0), (width - 1, 0), (0, height - 1), (width - 1, height - 1)].into_iter().enumerate() {
        let at = (y * width + x) as usize * 3;
        frame.as_rgb_mut()[at..at + 3].copy_from_slice(&[10 * i as u8, 200, 255 - i as u8]);
        all.push(frame.clone());
    }
    for seed in [3_u32, 7] {
        for (i, v) in (0_u32..).zip(frame.as_rgb_mut()) {
            *v = (i.wrapping_mul(i).wrapping_mul(seed) >> 4) as u8;
        }
        all.push(frame.clone());
    }
    all
}
