//! Titles over axes.

use crate::axis::Side;
use crate::figure::{Axes, Figure};
use crate::geom::{Point, Rect};
use crate::layout::words::{Look, PlacedText};
use crate::layout::{AxesLayout, overlap};
use crate::style::theme;
use crate::text::{Anchor, FontStyle, HAlign, VAlign, face};

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

/// Puts the titles over their axes.
pub(super) fn add_all(fig: &Figure, axes: &mut [AxesLayout], look: Look<'_>) {
    for at in 0..axes.len() {
        let owner = fig.axes_at(axes[at].owner).filter(|owner| axes[at].colors.is_none() && !owner.title.is_empty());
        if let Some(owner) = owner {
            let root = fig.root_of(axes[at].owner);
            let family: Vec<&AxesLayout> = axes.iter().filter(|a| fig.root_of(a.owner) == root).collect();
            let title = over(owner, axes[at].area, &family, look);
            let title = if fig.get_constrained() { inside(title, look) } else { title };
            axes[at].texts.push(title);
        }
    }
}

/// A title that is wider than its axes, moved so that it is not cut off, if there is room for it at all.
fn inside(title: PlacedText, look: Look<'_>) -> PlacedText {
    let (taken, width) = (title.bounds(), look.size.width as f32);
    if taken.width() > width {
        return title;
    }
    let by = (-taken.x0).max(0.0) - (taken.x1 - width).max(0.0);
    title.shifted(by)
}

/// A title over a box: higher if words of the axes there, or a colorbar, are in its way.
fn over(owner: &Axes, area: Rect, family: &[&AxesLayout], look: Look<'_>) -> PlacedText {
    // what is beside its axes and longer than they are may cross the title: over it there would often be no room
    let mut texts = Vec::new();
    let mut boxes = Vec::new();
    // over all words of an axis at the top, also where there is a gap between them
    let mut top: Option<f32> = None;
    for axes in family {
        let at_top = axes.x.side == Side::Top && axes.area.y0 == area.y0;
        for text in &axes.texts {
            let bounds = text.bounds();
            let above = bounds.y1 <= area.y0;
            if above || !text.flexible {
                texts.push(Obstacle::word(bounds, area.y0));
            }
            if above && at_top {
                top = Some(top.map_or(bounds.y0, |top| top.min(bounds.y0)));
            }
        }
        if let Some(legend) = axes.legend.as_ref().filter(|legend| legend.away.is_some()) {
            texts.push(Obstacle { taken: legend.frame, beside: false });
        }
        if axes.colors.is_some() {
            boxes.push(Obstacle { taken: axes.whole(), beside: false });
        }
    }
    let face = face(owner.title_weight, FontStyle::Normal);
    let (pad, size) = (look.px(theme::TITLE_PAD), look.px(theme::TITLE_SIZE));
    let place = |baseline: f32| {
        let at = Point::new(area.center().x, baseline);
        let anchor = Anchor { at, ha: HAlign::Center, va: VAlign::Baseline, angle: 0.0 };
        look.words_in(face, owner.title.clone(), size, anchor).flexible()
    };
    let above = |mut title: PlacedText, obstacles: &[Obstacle]| {
        // what it once is above of is never in its way again
        for _ in obstacles {
            let bounds = title.bounds();
            let clear = bounds.y1 - title.anchor.at.y + CLEAR * size;
            // just clear of a tick label at its end, and as far from all else as from the axes
            let mut baseline = f32::INFINITY;
            for o in obstacles {
                if overlap(o.taken, bounds) {
                    baseline = baseline.min(o.taken.y0 - if o.beside { clear } else { pad.max(clear) });
                }
            }
            if baseline == f32::INFINITY {
                break;
            }
            title = place(baseline);
        }
        title
    };
    let mut first = place(area.y0 - pad);
    if let Some(top) = top {
        let bounds = first.bounds();
        first = place(top - pad.max(bounds.y1 - first.anchor.at.y + CLEAR * size));
    }
    let over_words = above(first, &texts);
    let over_all = above(over_words.clone(), &[texts, boxes].concat());
    // rather over a colorbar than out of the picture
    if over_all.bounds().y0 >= 0.0 { over_all } else { over_words }
}
