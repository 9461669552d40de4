//! The picture that the small pictures of a GIF, an APNG or a WebP are laid upon.

use crate::canvas::Frame;
use crate::geom::Size;

/// A rectangle of whole pixels inside the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Area {
    pub(super) x: u32,
    pub(super) y: u32,
    pub(super) width: u32,
    pub(super) height: u32,
}

/// What happens to a picture's area before the next one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Disposal {
    /// It stays.
    Keep,
    /// It becomes transparent.
    Clear,
    /// It becomes what it was before the picture.
    Restore,
}

/// What is seen, on white. Since everything is laid over opaque white, no transparency has to be remembered: laying a
/// translucent picture over a translucent one and both over white is laying them over white one after the other.
#[derive(Debug)]
pub(super) struct Screen {
    size: Size,
    /// Without pixels until something is drawn: a file of a few bytes may claim a large screen.
    frame: Frame,
    pending: Option<(Area, Disposal)>,
    /// The pixels of the pending area as they were.
    before: Vec<u8>,
}

impl Screen {
    pub(super) fn new(size: Size) -> Self {
        Self { size, frame: Frame::default(), pending: None, before: Vec::new() }
    }

    /// Disposes of the picture before, and notes how to dispose of the one that is drawn next.
    ///
    /// The area may reach beyond the screen; what is returned does not.
    pub(super) fn begin(&mut self, area: Area, disposal: Disposal) -> Area {
        if self.frame.size() != self.size {
            self.frame = Frame::new(self.size.width, self.size.height);
        }
        match self.pending.take() {
            Some((old, Disposal::Clear)) => self.rows(old, |_, row| row.fill(255)),
            Some((old, Disposal::Restore)) => {
                let before = std::mem::take(&mut self.before);
                let stride = old.width as usize * 3;
                self.rows(old, |y, row| row.copy_from_slice(&before[y * stride..][..stride]));
                self.before = before;
            }
            Some((_, Disposal::Keep)) | None => {}
        }
        let x = area.x.min(self.size.width);
        let y = area.y.min(self.size.height);
        let area =
            Area { x, y, width: area.width.min(self.size.width - x), height: area.height.min(self.size.height - y) };
        if disposal == Disposal::Restore {
            let mut before = std::mem::take(&mut self.before);
            before.clear();
            self.rows(area, |_, row| before.extend_from_slice(row));
            self.before = before;
        }
        self.pending = Some((area, disposal));
        area
    }

    /// Calls `draw` with every row of an area that [`begin`](Self::begin) returned, counted from its top.
    pub(super) fn rows(&mut self, area: Area, mut draw: impl FnMut(usize, &mut [u8])) {
        if area.width == 0 {
            return;
        }
        for y in 0..area.height {
            let row = self.frame.row_mut((area.y + y) as usize);
            draw(y as usize, &mut row[area.x as usize * 3..][..area.width as usize * 3]);
        }
    }

    /// What is seen now.
    pub(super) fn frame(&self) -> Frame {
        if self.frame.size() == self.size { self.frame.clone() } else { Frame::new(self.size.width, self.size.height) }
    }
}

/// Lays the pixels in RGBA over what is there, or over white.
pub(super) fn lay(row: &mut [u8], line: &[u8], over: bool) {
    for (to, from) in row.chunks_exact_mut(3).zip(line.chunks_exact(4)) {
        let alpha = u32::from(from[3]);
        for (to, &v) in to.iter_mut().zip(from) {
            let base = if over { *to } else { 255 };
            let sum = u32::from(v) * alpha + u32::from(base) * (255 - alpha);
            *to = ((sum + 127) / 255) as u8;
        }
    }
}
