//! Filled rectangles.

use crate::canvas::blend::{blend_one, blend_run, overlap, times, touched, visible};
use crate::canvas::frame::Frame;
use crate::geom::{Clip, Rect};
use crate::style::Color;

/// Fills a rectangle; pixels that it covers partly are blended by the area covered.
///
/// A rectangle on whole pixels is crisp: spines, ticks, bars. Its corners may come in any order. An infinite edge lies
/// beyond the picture, where single precision puts what is very far away; with NaN in it, or without an area, it draws
/// nothing.
pub(crate) fn fill_rect(frame: &mut Frame, clip: Clip, rect: Rect, color: Color) {
    let (x0, x1) = (rect.x0.min(rect.x1), rect.x0.max(rect.x1));
    let (y0, y1) = (rect.y0.min(rect.y1), rect.y0.max(rect.y1));
    let clip = visible(frame, clip);
    let nan = [rect.x0, rect.x1, rect.y0, rect.y1].iter().any(|v| v.is_nan());
    if clip.is_empty() || color.a == 0 || nan {
        return;
    }
    let (px0, px1) = touched(x0, x1, clip.x0, clip.x1);
    let (py0, py1) = touched(y0, y1, clip.y0, clip.y1);
    // the columns that it covers wholly, which are most
    let (from, to) = touched(x0.ceil(), x1.floor(), px0, px1);
    let to = to.max(from);
    let rgb = color.channels();
    // the others are two at most, with what each is covered of
    let mut parts = [(0, 0.0); 2];
    let mut count = 0;
    for x in (px0..from).chain(to..px1) {
        parts[count] = (x as usize * 3, overlap(x, x0, x1));
        count += 1;
    }
    for y in py0..py1 {
        let v = overlap(y, y0, y1);
        let alpha = |share: f32| times((v * share * 255.0 + 0.5) as u8, color.a);
        let row = frame.row_mut(y as usize);
        for (at, share) in &parts[..count] {
            blend_one(&mut row[*at..*at + 3], rgb, alpha(*share));
        }
        blend_run(&mut row[from as usize * 3..to as usize * 3], rgb, alpha(1.0));
    }
}
