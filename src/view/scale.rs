//! Pictures made smaller, as terminals and windows want them.

use crate::canvas::Frame;
use crate::geom::Size;

/// The largest size of this shape that is no larger than either.
pub(crate) fn fit(size: Size, most: Size) -> Size {
    let (w, h) = (u64::from(size.width), u64::from(size.height));
    let (most_w, most_h) = (u64::from(most.width.min(size.width)), u64::from(most.height.min(size.height)));
    // one side is as long as it may be, the other in proportion, to the nearest pixel
    let (w, h) = if most_w * h <= most_h * w {
        (most_w, (most_w * h + w / 2) / w.max(1))
    } else {
        ((most_h * w + h / 2) / h.max(1), most_h)
    };
    Size::new(w.max(1) as u32, h.max(1) as u32)
}

/// The picture in a smaller size, or its own: each pixel is the mean of what it covers, so that thin lines stay.
pub(crate) fn shrink(frame: &Frame, size: Size) -> Frame {
    if frame.size() == size {
        return frame.clone();
    }
    let (w, h) = (u64::from(frame.width()), u64::from(frame.height()));
    let (width, height) = (u64::from(size.width), u64::from(size.height));
    let mut out = Frame::new(size.width, size.height);
    let mut sums = vec![0_u64; 3 * width as usize];
    let columns = shares(w, width);
    for y in 0..height {
        sums.fill(0);
        // of the lines that this one covers, in parts of `height`
        for from in y * h / height..((y + 1) * h).div_ceil(height) {
            let part = ((from + 1) * height).min((y + 1) * h) - (from * height).max(y * h);
            let row = &frame.as_rgb()[(from * w * 3) as usize..((from + 1) * w * 3) as usize];
            for (x, to, share) in &columns {
                for channel in 0..3 {
                    sums[3 * to + channel] += part * share * u64::from(row[3 * x + channel]);
                }
            }
        }
        let all = w * h;
        for (level, sum) in out.row_mut(y as usize).iter_mut().zip(&sums) {
            *level = ((sum + all / 2) / all) as u8;
        }
    }
    out
}

/// Which of `from` columns lie in which of `to`, and with how much of `from`.
fn shares(from: u64, to: u64) -> Vec<(usize, usize, u64)> {
    let mut shares = Vec::new();
    for x in 0..to {
        for column in x * from / to..((x + 1) * from).div_ceil(to) {
            let share = ((column + 1) * to).min((x + 1) * from) - (column * to).max(x * from);
            shares.push((column as usize, x as usize, share));
        }
    }
    shares
}
