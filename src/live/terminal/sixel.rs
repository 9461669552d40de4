//! Sixel: pictures of at most 256 colours, in bands of six lines.

use std::fmt::Write;

use crate::canvas::Frame;
use crate::encode::gif::indexed;

/// How high a band is.
const BAND: usize = 6;

/// Draws a picture from where the cursor is.
pub(super) fn sixel(frame: &Frame, out: &mut String) {
    let (width, height) = (frame.width() as usize, frame.height() as usize);
    let (palette, indices) = indexed(frame);
    // square pixels; what is not said keeps its colour. A String takes everything.
    let _ = write!(out, "\x1bP0;1;0q\"1;1;{width};{height}");
    for (i, color) in palette.chunks_exact(3).enumerate() {
        // in percent
        let [r, g, b] = [color[0], color[1], color[2]].map(|level| (u32::from(level) * 100 + 127) / 255);
        let _ = write!(out, "#{i};2;{r};{g};{b}");
    }
    // for each colour, which of the six pixels of a column have it, and the first and last column that do
    let mut columns = vec![0_u8; 256 * width];
    let mut spans = [(usize::MAX, 0); 256];
    for band in indices.chunks(BAND * width) {
        for (bit, row) in band.chunks_exact(width).enumerate() {
            for (x, index) in row.iter().enumerate() {
                let color = usize::from(*index);
                columns[color * width + x] |= 1 << bit;
                spans[color] = (spans[color].0.min(x), spans[color].1.max(x));
            }
        }
        for (color, span) in spans.iter_mut().enumerate() {
            let (first, last) = std::mem::replace(span, (usize::MAX, 0));
            if first <= last {
                let _ = write!(out, "#{color}");
                run(out, 0, first);
                let columns = &mut columns[color * width + first..=color * width + last];
                for same in columns.chunk_by(|a, b| a == b) {
                    run(out, same[0], same.len());
                }
                columns.fill(0);
                // back to the beginning of the band
                out.push('$');
            }
        }
        out.push('-');
    }
    out.push_str("\x1b\\");
}

/// So many columns alike.
fn run(out: &mut String, column: u8, many: usize) {
    let letter = char::from(63 + column);
    if many > 3 {
        let _ = write!(out, "!{many}{letter}");
    } else {
        out.extend(std::iter::repeat_n(letter, many));
    }
}
