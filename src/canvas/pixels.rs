//! Arrays that are pictures.

use ndarray::{ArrayBase, ArrayView3, Axis, Data, Ix2, Ix3};

use super::Frame;
use crate::geom::Size;

/// An array of bytes that is a picture: height x width, or height x width x 1, of grey; x 3 of red, green and blue; x 4 with
/// an opacity, which is shown on white. Owned, borrowed or a view; in any memory order.
///
/// ```
/// use grabframe::Frame;
/// use ndarray::{Array2, Array3};
/// let grey = Frame::from_array(Array2::<u8>::from_elem((2, 4), 7));
/// assert_eq!((grey.width(), grey.height(), grey.pixel(0, 0)), (4, 2, [7, 7, 7]));
/// let half = Array3::from_shape_fn((2, 4, 4), |(_, _, c)| [255, 0, 0, 128][c]);
/// assert_eq!(Frame::from_array(&half).pixel(0, 0), [255, 127, 127]);
/// ```
pub trait PixelArray: sealed::Sealed {
    /// As height x width x channels.
    #[doc(hidden)]
    fn pixels(&self) -> ArrayView3<'_, u8>;
}

mod sealed {
    pub trait Sealed {}
}

impl<S: Data<Elem = u8>> sealed::Sealed for ArrayBase<S, Ix2> {}
impl<S: Data<Elem = u8>> sealed::Sealed for ArrayBase<S, Ix3> {}
impl<T: sealed::Sealed> sealed::Sealed for &T {}

impl<S: Data<Elem = u8>> PixelArray for ArrayBase<S, Ix2> {
    fn pixels(&self) -> ArrayView3<'_, u8> {
        self.view().insert_axis(Axis(2))
    }
}

impl<S: Data<Elem = u8>> PixelArray for ArrayBase<S, Ix3> {
    fn pixels(&self) -> ArrayView3<'_, u8> {
        self.view()
    }
}

impl<T: PixelArray> PixelArray for &T {
    fn pixels(&self) -> ArrayView3<'_, u8> {
        (**self).pixels()
    }
}

/// The size of the picture.
///
/// # Panics
/// If the third axis is of no kind of picture.
#[track_caller]
pub(crate) fn array_size(array: &ArrayView3<'_, u8>) -> Size {
    let (height, width, channels) = array.dim();
    assert!(
        matches!(channels, 1 | 3 | 4),
        "a picture is height x width, or height x width x 1 (grey), x 3 (RGB) or x 4 (RGBA), got {height} x {width} x {channels}"
    );
    Size::new(width as u32, height as u32)
}

impl Frame {
    /// A picture from an array: of height x width (grey), or height x width x 1 (grey), x 3 (RGB) or x 4 (RGBA, shown on
    /// white).
    ///
    /// ```
    /// use grabframe::Frame;
    /// let array = ndarray::Array3::<u8>::zeros((2, 4, 3));
    /// let frame = Frame::from_array(array.view());
    /// assert_eq!((frame.width(), frame.height()), (4, 2));
    /// assert_eq!(frame.view(), array.view());
    /// ```
    ///
    /// # Panics
    /// If there is a third axis that is not 1, 3 or 4 long.
    #[must_use]
    #[track_caller]
    pub fn from_array(array: impl PixelArray) -> Self {
        let array = array.pixels();
        array_size(&array);
        let mut frame = Self::default();
        frame.set_array(&array);
        frame
    }

    /// Becomes the picture, whose size was asked for with [`array_size`].
    // inline, so that only programs that use it compile it
    #[inline]
    pub(crate) fn set_array(&mut self, array: &ArrayView3<'_, u8>) {
        let (height, width, channels) = array.dim();
        self.resize(Size::new(width as u32, height as u32));
        let ordered;
        let bytes = match array.as_slice() {
            Some(bytes) => bytes,
            None => {
                ordered = array.iter().copied().collect::<Vec<_>>();
                ordered.as_slice()
            }
        };
        let pixels = self.as_rgb_mut().as_chunks_mut::<3>().0;
        debug_assert_eq!(pixels.len(), height * width);
        match channels {
            1 => pixels.iter_mut().zip(bytes).for_each(|(to, grey)| *to = [*grey; 3]),
            4 => pixels.iter_mut().zip(bytes.as_chunks::<4>().0).for_each(|(to, from)| *to = on_white(*from)),
            _ => self.as_rgb_mut().copy_from_slice(bytes),
        }
    }
}

fn on_white([r, g, b, alpha]: [u8; 4]) -> [u8; 3] {
    let alpha = u32::from(alpha);
    let over = |v: u8| ((u32::from(v) * alpha + 255 * (255 - alpha) + 127) / 255) as u8;
    [over(r), over(g), over(b)]
}

#[cfg(test)]
mod tests;
