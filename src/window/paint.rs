//! A picture in a window of any size.

use crate::canvas::Frame;
use crate::geom::Size;
use crate::view::{fit, shrink};

/// Fills a window, a number for each pixel (0RGB), with the picture, as large as it can be without another shape, and grey beside
/// it. In its own size it is exact; larger, it is blended between its pixels.
pub(super) fn paint(frame: &Frame, pixels: &mut [u32], room: Size) {
    const BESIDE: u32 = 0x40_4040;
    let whole = frame.size();
    let size =
        if whole.width <= room.width && whole.height <= room.height { grown(whole, room) } else { fit(whole, room) };
    let smaller = (size.width < whole.width || size.height < whole.height).then(|| shrink(frame, size));
    let frame = smaller.as_ref().unwrap_or(frame);
    let (left, top) = ((room.width - size.width) / 2, (room.height - size.height) / 2);
    pixels.fill(BESIDE);
    let (across, down) = (places(frame.width(), size.width), places(frame.height(), size.height));
    let number = |[r, g, b]: [u8; 3]| u32::from(r) << 16 | u32::from(g) << 8 | u32::from(b);
    for (y, &(y0, y1, v)) in (top..).zip(&down) {
        let start = (y * room.width + left) as usize;
        for (pixel, &(x0, x1, u)) in pixels[start..start + size.width as usize].iter_mut().zip(&across) {
            let corner = frame.pixel(x0, y0);
            *pixel = number(if u == 0 && v == 0 {
                corner
            } else {
                let [b, c, d] = [frame.pixel(x1, y0), frame.pixel(x0, y1), frame.pixel(x1, y1)];
                std::array::from_fn(|i| {
                    let between =
                        |from: u8, to: u8, share: u32| u32::from(from) * (256 - share) + u32::from(to) * share;
                    let (above, below) = (between(corner[i], b[i], u), between(c[i], d[i], u));
                    ((above * (256 - v) + below * v + (1 << 15)) >> 16) as u8
                })
            });
        }
    }
}

/// The largest size of this shape in a room that is larger.
fn grown(size: Size, room: Size) -> Size {
    // the room, made as small as the picture, says how much smaller it is
    let (w, h) = (u64::from(size.width), u64::from(size.height));
    let (most_w, most_h) = (u64::from(room.width), u64::from(room.height));
    let (width, height) = if most_w * h <= most_h * w { (most_w, most_w * h / w) } else { (most_h * w / h, most_h) };
    Size::new(width.max(1) as u32, height.max(1) as u32)
}

/// Between which two pixels, and how far from the first in 256ths, the middles of `to` pixels are that show `from`.
fn places(from: u32, to: u32) -> Vec<(u32, u32, u32)> {
    let (from, to) = (i64::from(from), i64::from(to));
    let place = |i: i64| {
        // 256 times the place of the middle, from the middle of the first
        let at = (((2 * i + 1) * from - to) * 256 / (2 * to)).clamp(0, (from - 1) * 256);
        let first = at / 256;
        (first as u32, (first + 1).min(from - 1) as u32, (at % 256) as u32)
    };
    (0..to).map(place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn painted(frame: &Frame, width: u32, height: u32) -> Vec<u32> {
        let mut pixels = vec![7; (width * height) as usize];
        paint(frame, &mut pixels, Size::new(width, height));
        pixels
    }

    #[test]
    fn a_picture_is_exact_in_its_own_size_and_keeps_its_shape_in_others() {
        let frame = Frame::from_rgb(2, 1, vec![0, 1, 2, 200, 101, 50]);
        let (a, b, beside) = (0x1_02, 0xc8_6532, 0x40_4040);
        assert_eq!(painted(&frame, 2, 1), [a, b]);
        assert_eq!(painted(&frame, 2, 3), [beside, beside, a, b, beside, beside]);
        // twice as large: a quarter of the way between the two
        assert_eq!(painted(&frame, 4, 2), [a, 0x32_1a0e, 0x96_4c26, b, a, 0x32_1a0e, 0x96_4c26, b]);
        // half: their mean
        assert_eq!(painted(&frame, 1, 1), [0x64_331a]);
        assert_eq!(painted(&Frame::new(30, 20), 4, 9).iter().filter(|pixel| **pixel == 0xff_ffff).count(), 4 * 3);
        for (w, h) in [(1, 1), (1, 500), (500, 1), (31, 20), (29, 21), (640, 480)] {
            assert!(
                painted(&Frame::new(30, 20), w, h).iter().all(|pixel| [beside, 0xff_ffff].contains(pixel)),
                "{w}x{h}"
            );
        }
    }
}
