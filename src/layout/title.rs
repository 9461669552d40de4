//! The title over axes, and the one over all of them.

use crate::figure::Figure;
use crate::geom::{Point, Rect, Size};
use crate::layout::words::{Look, PlacedText, words};
use crate::layout::{AxesLayout, overlap, union};
use crate::style::theme;
use crate::text::{Anchor, HAlign, VAlign};

/// The title over all axes, `top` pixels from the upper border.
pub(super) fn of_figure(fig: &Figure, size: Size, top: f32, look: Look) -> Option<PlacedText> {
    if fig.title().is_empty() {
        return None;
    }
    let at = Point::new(size.width as f32 / 2.0, top);
    let anchor = Anchor { at, ha: HAlign::Center, va: VAlign::Top, angle: 0.0 };
    Some(words(fig.title().into(), look.px(theme::TITLE_SIZE), anchor))
}

/// Puts a title over the axes, which are followed by their colorbars: higher if words, or a colorbar, are in its way.
pub(super) fn add(title: &str, group: &mut [AxesLayout], look: Look) {
    let Some((axes, bars)) = group.split_first_mut() else { return };
    if title.is_empty() {
        return;
    }
    let (pad, size) = (look.px(theme::TITLE_PAD), look.px(theme::TITLE_SIZE));
    let place = |baseline: f32| {
        let at = Point::new(axes.area.center().x, baseline);
        let anchor = Anchor { at, ha: HAlign::Center, va: VAlign::Baseline, angle: 0.0 };
        words(title.into(), size, anchor).flexible()
    };
    // what is longer than its axes may cross the title: over it there would often be no room
    let texts = axes.texts.iter().chain(bars.iter().flat_map(|b| &b.texts)).filter(|t| !t.flexible);
    let texts: Vec<Rect> = texts.map(PlacedText::bounds).collect();
    let boxes: Vec<Rect> = bars.iter().map(|b| b.area).collect();
    let above = |mut title: PlacedText, taken: &[Rect]| loop {
        let bounds = title.bounds();
        let Some(hit) = taken.iter().filter(|r| overlap(**r, bounds)).copied().reduce(union) else { return title };
        let baseline = hit.y0 - pad;
        title = place(baseline.min(baseline + hit.y0 - place(baseline).bounds().y1));
    };
    let over_words = above(place(axes.area.y0 - pad), &texts);
    let over_all = above(over_words.clone(), &[texts, boxes].concat());
    // rather over a colorbar than out of the picture
    axes.texts.push(if over_all.bounds().y0 >= 0.0 { over_all } else { over_words });
}
