//! RGB to planar YUV 4:2:0, of the rows that changed.

use crate::geom::Size;

/// How levels are spread over a byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Range {
    /// Luma 16 to 235, chroma 16 to 240: what H.264, VP9 and MPEG-4 players expect.
    Limited,
    /// 0 to 255 in every plane: JPEG.
    Full,
}

/// Fixed-point factors (2^16 = 1) of red, green and blue, and what is added at the end.
struct Matrix {
    y: [i32; 3],
    u: [i32; 3],
    v: [i32; 3],
    y_offset: i32,
}

/// BT.601: Y = 0.299 R + 0.587 G + 0.114 B, times 219/255 in the limited range; chroma spans 224 or 255 levels.
const LIMITED: Matrix = Matrix {
    y: [16829, 33039, 6416],
    u: [-9714, -19071, 28785],
    v: [28785, -24103, -4682],
    y_offset: (16 << 16) + (1 << 15),
};
const FULL: Matrix =
    Matrix { y: [19595, 38470, 7471], u: [-11058, -21710, 32768], v: [32768, -27439, -5329], y_offset: 1 << 15 };

impl Matrix {
    const fn of(range: Range) -> &'static Self {
        match range {
            Range::Limited => &LIMITED,
            Range::Full => &FULL,
        }
    }

    #[inline(always)]
    fn luma(&self, p: &[u8]) -> u8 {
        let (r, g, b) = (i32::from(p[0]), i32::from(p[1]), i32::from(p[2]));
        // cannot leave 0..=255: the factors add up to at most 2^16
        ((self.y[0] * r + self.y[1] * g + self.y[2] * b + self.y_offset) >> 16) as u8
    }

    /// Chroma of a 2x2 box, from the sum of its four pixels.
    #[inline(always)]
    fn chroma(factors: &[i32; 3], sum: [i32; 3]) -> u8 {
        let v = factors[0] * sum[0] + factors[1] * sum[1] + factors[2] * sum[2];
        // pure blue and red would round up to 256 in the full range
        (((v + (128 << 18) + (1 << 17)) >> 18).min(255)) as u8
    }
}

/// Converts a sequence of pictures of one size, keeping the last one: pairs of rows that did not change since are not
/// converted again.
///
/// The result is planar: all of Y, then U, then V (ffmpeg's `yuv420p`). Chroma is the mean of each 2x2 box, so it is
/// sited at the centre of the box. Odd sizes grow by one column or row of the colour `pad`.
#[derive(Debug)]
pub(crate) struct Yuv420 {
    size: Size,
    padded: Size,
    pad: [u8; 3],
    range: Range,
    /// The last picture; empty before the first.
    last: Vec<u8>,
    planes: Vec<u8>,
    /// Two rows of the padded width.
    rows: [Vec<u8>; 2],
}

impl Yuv420 {
    /// For pictures of `size`.
    pub(crate) fn new(size: Size, pad: [u8; 3], range: Range) -> Self {
        let padded = even(size);
        let luma = padded.width as usize * padded.height as usize;
        let row = pad.repeat(padded.width as usize);
        Self { size, padded, pad, range, last: Vec::new(), planes: vec![0; luma + luma / 2], rows: [row.clone(), row] }
    }

    /// Y, U and V of the last picture, one after the other; zeros before the first.
    pub(crate) fn planes(&self) -> &[u8] {
        &self.planes
    }

    /// Converts a picture of the size given to [`new`](Self::new).
    ///
    /// # Panics
    /// If `rgb` is not `width * height * 3` bytes long.
    pub(crate) fn convert(&mut self, rgb: &[u8]) -> &[u8] {
        let (width, height) = (self.size.width as usize, self.size.height as usize);
        assert_eq!(rgb.len(), width * height * 3, "the picture is not {}", self.size);
        let first = self.last.is_empty();
        if first {
            self.last.extend_from_slice(rgb);
        }
        let stride = width * 3;
        for pair in 0..self.padded.height as usize / 2 {
            let bytes = pair * 2 * stride..(pair * 2 * stride + 2 * stride).min(rgb.len());
            let new = &rgb[bytes.clone()];
            if !first {
                if self.last[bytes.clone()] == *new {
                    continue;
                }
                self.last[bytes].copy_from_slice(new);
            }
            self.convert_pair(pair, new, stride);
        }
        &self.planes
    }

    /// Converts rows `2 * pair` and the next (which an odd height lacks in the last pair).
    fn convert_pair(&mut self, pair: usize, rgb: &[u8], stride: usize) {
        let (width, height) = (self.padded.width as usize, self.padded.height as usize);
        let odd = stride != width * 3 || rgb.len() != 2 * stride;
        if odd {
            for (row, from) in self.rows.iter_mut().zip([&rgb[..stride], &rgb[stride..]]) {
                row[..from.len()].copy_from_slice(from);
                // an absent row, or the last column, is the padding
                for pixel in row[from.len()..].chunks_exact_mut(3) {
                    pixel.copy_from_slice(&self.pad);
                }
            }
        }
        let (top, bottom) = if odd { (self.rows[0].as_slice(), self.rows[1].as_slice()) } else { rgb.split_at(stride) };
        let matrix = Matrix::of(self.range);
        let (y, chroma) = self.planes.split_at_mut(width * height);
        let (u, v) = chroma.split_at_mut(width * height / 4);
        let (y_top, y_bottom) = y[pair * 2 * width..(pair + 1) * 2 * width].split_at_mut(width);
        let half = pair * width / 2..(pair + 1) * width / 2;
        convert_rows(matrix, [top, bottom], [y_top, y_bottom], &mut u[half.clone()], &mut v[half]);
    }
}

/// `size`, grown to even numbers.
pub(crate) const fn even(size: Size) -> Size {
    Size::new(size.width + size.width % 2, size.height + size.height % 2)
}

/// Two rows of pixels into two of luma and one of each chroma.
fn convert_rows(m: &Matrix, rgb: [&[u8]; 2], y: [&mut [u8]; 2], u: &mut [u8], v: &mut [u8]) {
    let [y_top, y_bottom] = y;
    let pixels = rgb[0].chunks_exact(6).zip(rgb[1].chunks_exact(6));
    let luma = y_top.chunks_exact_mut(2).zip(y_bottom.chunks_exact_mut(2));
    for (((a, b), (ya, yb)), (u, v)) in pixels.zip(luma).zip(u.iter_mut().zip(v)) {
        ya[0] = m.luma(&a[..3]);
        ya[1] = m.luma(&a[3..]);
        yb[0] = m.luma(&b[..3]);
        yb[1] = m.luma(&b[3..]);
        let sum = |c: usize| i32::from(a[c]) + i32::from(a[c + 3]) + i32::from(b[c]) + i32::from(b[c + 3]);
        let sum = [sum(0), sum(1), sum(2)];
        *u = Matrix::chroma(&m.u, sum);
        *v = Matrix::chroma(&m.v, sum);
    }
}

#[cfg(test)]
mod tests;
