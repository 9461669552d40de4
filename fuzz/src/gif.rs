//! GIF, read by the crate `gif`, whose decompressor is not ours.

use std::collections::BTreeSet;
use std::path::Path;

use grabframe::{Frame, GifWriter};

use crate::{Movie, Shown, check_times, merged, only_file, record};

/// The most that colours may be off, as the root of their mean square a channel. The 239 boxes that are left beside the 16
/// pinned colours, if all were equal cubes of the whole space, would be 41 levels wide, and colours in them 12 off; boxes
/// that are cut one after the other are not equal.
const MOST_OFF: f64 = 18.0;

pub fn check(movie: &Movie, folder: &Path) {
    let (num, den) = (u64::from(movie.fps.num()), u64::from(movie.fps.den()));
    let refused = num > 50 * den || 100 * den > 65_535 * num;
    let writer = GifWriter::new().fps(movie.fps);
    let Some((path, receipt)) = record(movie, &writer, folder, "a.gif", refused) else { return };
    let (shown, want) = (decode(&only_file(&path, &receipt)), merged(movie));
    // a running clock that rounds down, and rounds holds
    check_times(&shown, &want, 0.0151);
    let mut exact = true;
    for (k, (shown, want_now)) in shown.iter().zip(&want).enumerate() {
        let few = want_now.frame.as_rgb().chunks_exact(3).collect::<BTreeSet<_>>().len() <= 256;
        exact &= few;
        if exact {
            assert!(shown.frame == want_now.frame, "picture {k} is not exact");
            continue;
        }
        let before = k.checked_sub(1).map(|k| want[k].frame.as_rgb());
        let (mut sum, mut count) = (0.0, 0);
        for (at, (a, b)) in
            shown.frame.as_rgb().chunks_exact(3).zip(want_now.frame.as_rgb().chunks_exact(3)).enumerate()
        {
            // what did not change keeps what it shows
            if before.is_some_and(|before| &before[at * 3..][..3] == b) {
                continue;
            }
            assert!(!few || a == b, "picture {k} has few colours; its pixel {at} changed to {a:?}, not to {b:?}");
            sum += a.iter().zip(b).map(|(a, b)| f64::from(a.abs_diff(*b)).powi(2)).sum::<f64>();
            count += 3;
        }
        let off = (sum / f64::from(count.max(1))).sqrt();
        assert!(off <= MOST_OFF, "picture {k} is off by {off:.1}");
    }
}

fn decode(bytes: &[u8]) -> Vec<Shown> {
    let mut decoder = gif::DecodeOptions::new().read_info(bytes).expect("a GIF");
    let width = usize::from(decoder.width());
    let mut screen = Frame::new(width as u32, decoder.height().into());
    let global = decoder.global_palette().expect("a palette").to_vec();
    let mut all: Vec<Shown> = Vec::new();
    while let Some(picture) = decoder.read_next_frame().expect("a picture") {
        assert!(picture.delay >= 2, "browsers slow a delay of {} down", picture.delay);
        assert_eq!(picture.dispose, gif::DisposalMethod::Keep);
        let palette = picture.palette.as_ref().unwrap_or(&global);
        let (wide, left, top) = (usize::from(picture.width), usize::from(picture.left), usize::from(picture.top));
        assert_eq!(picture.buffer.len(), wide * usize::from(picture.height));
        for (at, index) in picture.buffer.iter().enumerate().filter(|(_, index)| Some(**index) != picture.transparent) {
            let at = (at / wide + top) * width + at % wide + left;
            screen.as_rgb_mut()[at * 3..][..3].copy_from_slice(&palette[usize::from(*index) * 3..][..3]);
        }
        let seconds = f64::from(picture.delay) / 100.0;
        // a time that is too long for one picture goes on with pictures of nothing
        match all.last_mut() {
            Some(last) if picture.buffer.len() == 1 && Some(picture.buffer[0]) == picture.transparent => {
                last.seconds += seconds
            }
            _ => all.push(Shown { frame: screen.clone(), seconds }),
        }
    }
    all
}
