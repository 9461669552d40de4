//! Pictures of half blocks: two pixels in each place for a letter.

use std::fmt::Write;

use crate::canvas::Frame;

/// Draws a picture from where the cursor is, a line of text for two of pixels. Without `rich` there are the 240 colours that
/// all terminals have, else all.
pub(super) fn half_blocks(frame: &Frame, rich: bool, out: &mut String) {
    let (mut upper, mut lower) = (None, None);
    for y in (0..frame.height()).step_by(2) {
        for x in 0..frame.width() {
            let above = Some(frame.pixel(x, y));
            if above != upper {
                set_color(out, 38, frame.pixel(x, y), rich);
                upper = above;
            }
            let below = (y + 1 < frame.height()).then(|| frame.pixel(x, y + 1));
            if below != lower {
                match below {
                    Some(color) => set_color(out, 48, color, rich),
                    None => out.push_str("\x1b[49m"),
                }
                lower = below;
            }
            out.push('▀');
        }
        // the end of a line in one colour would be coloured to the border of some terminals
        out.push_str("\x1b[0m\r\n");
        (upper, lower) = (None, None);
    }
}

/// `which` is 38 for what is written, 48 for what is behind it.
fn set_color(out: &mut String, which: u8, [r, g, b]: [u8; 3], rich: bool) {
    // a String takes everything
    let _ = if rich {
        write!(out, "\x1b[{which};2;{r};{g};{b}m")
    } else {
        write!(out, "\x1b[{which};5;{}m", number([r, g, b]))
    };
}

/// The nearest of the 240 colours: a cube of 6 x 6 x 6, and 24 greys.
fn number(color: [u8; 3]) -> u8 {
    const LEVELS: [u8; 6] = [0, 95, 135, 175, 215, 255];
    let far = |other: [u8; 3]| -> u32 { color.iter().zip(other).map(|(a, b)| u32::from(a.abs_diff(b)).pow(2)).sum() };
    let at = color.map(|level| (0..6).min_by_key(|&i| LEVELS[i].abs_diff(level)).unwrap_or(0));
    let grey = ((u32::from(color[0]) + u32::from(color[1]) + u32::from(color[2])) / 3).saturating_sub(3) / 10;
    let grey = grey.min(23) as u8;
    if far([8 + 10 * grey; 3]) < far(at.map(|i| LEVELS[i])) {
        return 232 + grey;
    }
    (16 + 36 * at[0] + 6 * at[1] + at[2]) as u8
}
