//! The title over axes, and the one over all of them.

use crate::figure::Figure;
use crate::geom::{Point, Rect, Size};
use crate::layout::words::{Look, PlacedText, words};
use crate::layout::{AxesLayout, overlap};
use crate::style::theme;
use crate::text::{Anchor, HAlign, VAlign};

/// The title over all axes, `top` pixels from the upper border.
pub(super) fn of_figure(fig: &Figure, size: Size, top: f32, look: Look) -> Option<PlacedText> {
    if fig.get_suptitle().is_empty() {
        return None;
    }
    let at = Point::new(size.width as f32 / 2.0, top);
    let anchor = Anchor { at, ha: HAlign::Center, va: VAlign::Top, angle: 0.0 };
    Some(words(fig.get_suptitle().into(), look.px(theme::TITLE_SIZE), anchor))
}

/// What a title must not lie over.
#[derive(Clone, Copy)]
struct Obstacle {
    taken: Rect,
    /// Whether it is beside the axes: a tick label at the upper end.
    beside: bool,
}

impl Obstacle {
    /// Words of axes whose upper border is at `top`.
    fn word(taken: Rect, top: f32) -> Self {
        Self { taken, beside: taken.y1 > top }
    }
}

/// What is left between a title and a tick label, as a share of the letters' size.
const CLEAR: f32 = 0.05;

/// Puts a title over the axes, which are followed by their colorbars: higher if words, or a colorbar, are in its way.
pub(super) fn add(title: &str, group: &mut [AxesLayout], look: Look) {
    let Some(top) = group.first().map(|axes| axes.area.y0).filter(|_| !title.is_empty()) else { return };
    // what is beside its axes and longer than they are may cross the title: over it there would often be no room
    let mut texts = Vec::new();
    for axes in group.iter() {
        let texts_of = axes.texts.iter().filter(|text| !text.flexible || text.bounds().y1 <= top);
        texts.extend(texts_of.map(|text| Obstacle::word(text.bounds(), top)));
    }
    let Some((axes, bars)) = group.split_first_mut() else { return };
    let (pad, size) = (look.px(theme::TITLE_PAD), look.px(theme::TITLE_SIZE));
    let place = |baseline: f32| {
        let at = Point::new(axes.area.center().x, baseline);
        let anchor = Anchor { at, ha: HAlign::Center, va: VAlign::Baseline, angle: 0.0 };
        words(title.into(), size, anchor).flexible()
    };
    let boxes: Vec<Obstacle> = bars.iter().map(|b| Obstacle { taken: b.area, beside: false }).collect();
    let above = |mut title: PlacedText, obstacles: &[Obstacle]| {
        // what it once is above of is never in its way again
        for _ in obstacles {
            let bounds = title.bounds();
            let clear = bounds.y1 - title.anchor.at.y + CLEAR * size;
            // just clear of a tick label at its end, and as far from all else as from the axes
            let baseline = |o: &Obstacle| o.taken.y0 - if o.beside { clear } else { pad.max(clear) };
            match obstacles.iter().filter(|o| overlap(o.taken, bounds)).map(baseline).reduce(f32::min) {
                Some(baseline) => title = place(baseline),
                None => break,
            }
        }
        title
    };
    let over_words = above(place(top - pad), &texts);
    let over_all = above(over_words.clone(), &[texts, boxes].concat());
    // rather over a colorbar than out of the picture
    axes.texts.push(if over_all.bounds().y0 >= 0.0 { over_all } else { over_words });
}
