//! The RGB8 picture that everything is painted into.

use crate::geom::Size;
use crate::style::Color;

/// A picture: RGB, 8 bits a channel, row by row, top row first. No alpha, no padding between rows.
///
/// It is what rendering a figure gives and what a recording takes. Its bytes are `height * width * 3` long, ffmpeg's
/// `rgb24`.
///
/// ```
/// use grabframe::Frame;
/// let mut frame = Frame::new(4, 2);
/// assert_eq!(frame.as_rgb().len(), 4 * 2 * 3);
/// frame.as_rgb_mut()[0..3].copy_from_slice(&[255, 0, 0]);
/// assert_eq!(frame.pixel(0, 0), [255, 0, 0]);
/// ```
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Frame {
    width: u32,
    height: u32,
    rgb: Vec<u8>,
}

impl Frame {
    /// A white picture of `width` x `height` pixels. One without pixels is possible, too.
    ///
    /// # Panics
    /// If there are more than 2^28 pixels ([`Size::MOST_PIXELS`]).
    #[must_use]
    #[track_caller]
    pub fn new(width: u32, height: u32) -> Self {
        let size = Size::new(width, height);
        let pixels = if size.pixels() == 0 { 0 } else { size.drawable().pixels() };
        Self { width, height, rgb: vec![255; pixels as usize * 3] }
    }

    /// A picture from its bytes: RGB, row by row, top row first.
    ///
    /// # Panics
    /// If `rgb` is not `width * height * 3` bytes long.
    #[must_use]
    #[track_caller]
    pub fn from_rgb(width: u32, height: u32, rgb: Vec<u8>) -> Self {
        let want = u128::from(Size::new(width, height).pixels()) * 3;
        assert!(rgb.len() as u128 == want, "a {width}x{height} RGB picture has {want} bytes, got {}", rgb.len());
        Self { width, height, rgb }
    }

    /// Width in pixels.
    #[must_use]
    pub const fn width(&self) -> u32 {
        self.width
    }

    /// Height in pixels.
    #[must_use]
    pub const fn height(&self) -> u32 {
        self.height
    }

    /// Width and height in pixels.
    #[must_use]
    pub const fn size(&self) -> Size {
        Size::new(self.width, self.height)
    }

    /// The bytes: RGB, row by row, top row first.
    #[must_use]
    pub fn as_rgb(&self) -> &[u8] {
        &self.rgb
    }

    /// The bytes, to be changed.
    #[must_use]
    pub fn as_rgb_mut(&mut self) -> &mut [u8] {
        &mut self.rgb
    }

    /// The colour of the pixel in column `x` and row `y`.
    ///
    /// # Panics
    /// If the pixel is outside the picture.
    #[must_use]
    #[track_caller]
    pub fn pixel(&self, x: u32, y: u32) -> [u8; 3] {
        assert!(x < self.width && y < self.height, "pixel ({x}, {y}) is outside {}", self.size());
        let at = (y as usize * self.width as usize + x as usize) * 3;
        [self.rgb[at], self.rgb[at + 1], self.rgb[at + 2]]
    }

    /// The picture as an array of height x width x 3 (RGB), without a copy.
    #[cfg(feature = "ndarray")]
    #[must_use]
    #[expect(clippy::missing_panics_doc, reason = "the buffer always has the size that the shape needs")]
    // inline, so that only programs that use it compile it
    #[inline]
    pub fn view(&self) -> ndarray::ArrayView3<'_, u8> {
        let shape = (self.height as usize, self.width as usize, 3);
        ndarray::ArrayView3::from_shape(shape, &self.rgb).expect("the buffer is height x width x 3")
    }

    /// Paints every pixel.
    pub(crate) fn clear(&mut self, color: Color) {
        let pixel = color.channels();
        match pixel {
            [r, g, b] if r == g && g == b => self.rgb.fill(r),
            _ => self.rgb.chunks_exact_mut(3).for_each(|p| p.copy_from_slice(&pixel)),
        }
    }

    /// Row `y` as bytes.
    pub(crate) fn row_mut(&mut self, y: usize) -> &mut [u8] {
        let stride = self.width as usize * 3;
        &mut self.rgb[y * stride..(y + 1) * stride]
    }

    /// Makes this picture that size, keeping its memory; the bytes are unspecified afterwards.
    pub(crate) fn resize(&mut self, size: Size) {
        self.width = size.width;
        self.height = size.height;
        self.rgb.resize(size.width as usize * size.height as usize * 3, 255);
    }

    /// Becomes an equal picture, keeping its memory.
    pub(crate) fn copy_from(&mut self, other: &Self) {
        self.resize(other.size());
        self.rgb.copy_from_slice(&other.rgb);
    }
}

impl std::fmt::Debug for Frame {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Frame({}x{})", self.width, self.height)
    }
}

/// `base` covered by `color` to the share `alpha / 255`, rounded to the nearest level, exactly.
#[inline(always)]
pub(crate) fn mix(base: u8, color: u8, alpha: u8) -> u8 {
    let v = u32::from(base) * (255 - u32::from(alpha)) + u32::from(color) * u32::from(alpha) + 128;
    ((v + (v >> 8)) >> 8) as u8
}

/// Covers one RGB pixel (a slice of three bytes) with `color` to the share `alpha / 255`.
#[inline(always)]
pub(crate) fn blend(pixel: &mut [u8], color: [u8; 3], alpha: u8) {
    for (base, color) in pixel.iter_mut().zip(color) {
        *base = mix(*base, color, alpha);
    }
}
