//! A PNG for every frame.

use crate::encode::{Encoder, Fps, PngSequenceEncoder};
use crate::error::Result;
use crate::record::writers::{Settings, common_setters, settings_getters};
use crate::record::{Target, Writer};

/// Writes a PNG for every frame.
///
/// The path is a pattern (`frames/step-%05d.png`: `%05d` becomes 00000, 00001, ..) or a folder, which is made if its
/// parent exists and gets `frame-00000.png` and so on. Files of the same names are replaced; others stay.
///
/// ```
/// use grabframe::prelude::*;
/// # fn main() -> grabframe::Result<()> {
/// # let dir = temp_dir::TempDir::new().unwrap();
/// # let path = dir.path().join("step-%03d.png");
/// let mut fig = Figure::pixels(200, 150);
/// let mut movie = PngSequenceWriter::new().saving(&mut fig, &path)?;
/// movie.grab_frame()?;
/// movie.grab_frame()?;
/// movie.finish()?;
/// # assert!(dir.path().join("step-001.png").exists());
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, Default)]
pub struct PngSequenceWriter {
    settings: Settings,
}

impl PngSequenceWriter {
    /// 30 frames a second: what a hold is counted in, and what the receipt says.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    common_setters!();

    pub(crate) fn with(settings: Settings) -> Self {
        Self { settings }
    }
}

impl Writer for PngSequenceWriter {
    settings_getters!();

    fn makes_one_file(&self) -> bool {
        false
    }

    fn encoder(&self, target: &Target<'_>) -> Result<Box<dyn Encoder>> {
        Ok(Box::new(PngSequenceEncoder::open(target.path, target.size, self.settings.fps.checked()?, target.dpi)?))
    }
}
