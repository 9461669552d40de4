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
        let [r, g, b] = [p[0], p[1], p[2]].map(i32::from);
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
        let sum = [0, 1, 2].map(|c| i32::from(a[c]) + i32::from(a[c + 3]) + i32::from(b[c]) + i32::from(b[c + 3]));
        *u = Matrix::chroma(&m.u, sum);
        *v = Matrix::chroma(&m.v, sum);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The definition, in floats: BT.601 luma and colour differences, scaled and rounded at the very end.
    fn exact(rgb: [f64; 3], range: Range) -> [f64; 3] {
        let [r, g, b] = rgb.map(|c| c / 255.0);
        let luma = 0.299 * r + 0.587 * g + 0.114 * b;
        let (cb, cr) = ((b - luma) / 1.772, (r - luma) / 1.402);
        match range {
            Range::Limited => [16.0 + 219.0 * luma, 128.0 + 224.0 * cb, 128.0 + 224.0 * cr],
            Range::Full => [255.0 * luma, (128.0 + 255.0 * cb).min(255.0), (128.0 + 255.0 * cr).min(255.0)],
        }
    }

    /// A fixed sequence of bytes that look random (xorshift).
    fn noise(len: usize, mut seed: u64) -> Vec<u8> {
        let mut next = || {
            seed ^= seed << 13;
            seed ^= seed >> 7;
            seed ^= seed << 17;
            (seed >> 32) as u8
        };
        (0..len).map(|_| next()).collect()
    }

    /// Every plane of a picture from the definition, box by box.
    fn reference(rgb: &[u8], size: Size, pad: [u8; 3], range: Range) -> Vec<f64> {
        let padded = even(size);
        let (w, h) = (padded.width as usize, padded.height as usize);
        let at = |x: usize, y: usize| {
            let inside = x < size.width as usize && y < size.height as usize;
            let i = (y * size.width as usize + x) * 3;
            let p = if inside { [rgb[i], rgb[i + 1], rgb[i + 2]] } else { pad };
            p.map(f64::from)
        };
        let mut planes = Vec::new();
        for y in 0..h {
            planes.extend((0..w).map(|x| exact(at(x, y), range)[0]));
        }
        for plane in 1..3 {
            for y in (0..h).step_by(2) {
                for x in (0..w).step_by(2) {
                    let four = [at(x, y), at(x + 1, y), at(x, y + 1), at(x + 1, y + 1)];
                    let mean = [0, 1, 2].map(|c| four.iter().map(|p| p[c]).sum::<f64>() / 4.0);
                    planes.push(exact(mean, range)[plane]);
                }
            }
        }
        planes
    }

    fn check(rgb: &[u8], size: Size, pad: [u8; 3], range: Range) {
        let mut converter = Yuv420::new(size, pad, range);
        let got = converter.convert(rgb);
        let want = reference(rgb, size, pad, range);
        assert_eq!(got.len(), want.len());
        for (i, (got, want)) in got.iter().zip(&want).enumerate() {
            // 0.5 is the rounding; the rest is that of the 16-bit factors
            assert!((f64::from(*got) - want).abs() < 0.51, "{size} {range:?} byte {i}: {got}, exactly {want}");
        }
    }

    #[test]
    fn the_colour_cube_comes_out_as_defined() {
        // 18 levels of each channel, both ends among them, as flat 2x2 boxes
        let levels: Vec<u8> = (0..18).map(|i| (i * 15) as u8).collect();
        let mut colors = Vec::new();
        for &r in &levels {
            for &g in &levels {
                for &b in &levels {
                    colors.push([r, g, b]);
                }
            }
        }
        let row: Vec<u8> = colors.iter().flat_map(|c| [*c, *c]).flatten().collect();
        let size = Size::new(colors.len() as u32 * 2, 2);
        for range in [Range::Limited, Range::Full] {
            check(&row.repeat(2), size, [0; 3], range);
        }
    }

    #[test]
    fn noise_of_every_parity_comes_out_as_defined() {
        for (width, height) in [(1, 1), (2, 1), (1, 2), (3, 5), (16, 17), (17, 16), (31, 31), (64, 48)] {
            let rgb = noise((width * height * 3) as usize, 7);
            for range in [Range::Limited, Range::Full] {
                check(&rgb, Size::new(width, height), [200, 30, 90], range);
            }
        }
    }

    #[test]
    fn known_colours_have_their_published_levels() {
        // 100 % colour bars in BT.601 limited range, as in ITU-R BT.801
        let bars: [([u8; 3], [u8; 3]); 8] = [
            ([255, 255, 255], [235, 128, 128]),
            ([255, 255, 0], [210, 16, 146]),
            ([0, 255, 255], [170, 166, 16]),
            ([0, 255, 0], [145, 54, 34]),
            ([255, 0, 255], [106, 202, 222]),
            ([255, 0, 0], [81, 90, 240]),
            ([0, 0, 255], [41, 240, 110]),
            ([0, 0, 0], [16, 128, 128]),
        ];
        for (rgb, [y, u, v]) in bars {
            let mut converter = Yuv420::new(Size::new(2, 2), [0; 3], Range::Limited);
            assert_eq!(converter.convert(&rgb.repeat(4)), [y, y, y, y, u, v], "{rgb:?}");
        }
    }

    #[test]
    fn a_used_converter_equals_a_new_one() {
        let size = Size::new(33, 21);
        let pad = [9, 99, 199];
        let mut used = Yuv420::new(size, pad, Range::Limited);
        let first = noise(33 * 21 * 3, 3);
        let mut rgb = first.clone();
        for step in 0..40 {
            // one byte in one row, none, a new picture, or the first one again
            match step % 5 {
                0 => rgb[(step * 997) % (33 * 21 * 3)] ^= 255,
                1 => {}
                2 => rgb[20 * 33 * 3] ^= 1,
                3 => rgb = noise(33 * 21 * 3, step as u64 + 11),
                _ => rgb.clone_from(&first),
            }
            let mut new = Yuv420::new(size, pad, Range::Limited);
            assert_eq!(used.convert(&rgb), new.convert(&rgb), "step {step}");
        }
    }
}
