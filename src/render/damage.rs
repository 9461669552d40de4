//! Where the background has changed from one frame to the next: a title costs what is around a title, and ticks what is around
//! them. What lies in these places is drawn anew, cut off at their borders, so that it does not matter what else reaches into them.

use crate::axis::Side;
use crate::geom::{Clip, Rect};
use crate::layout::{Layout, PlacedText, TickMark};
use crate::render::still;
use crate::scene::{Scene, Step};

/// More places than these are drawn at once, as a whole.
const MOST: usize = 8;

/// The places in which the backgrounds may differ, not one pixel more being different; `None` if that may be anywhere, or in most of it.
pub(super) fn places((a, old): (&Layout, &Scene), (b, new): (&Layout, &Scene)) -> Option<Vec<Clip>> {
    if still::same_background((a, old), (b, new)) {
        return Some(Vec::new());
    }
    if !still::same_page(a, b) || old.background.len() != new.background.len() {
        return None;
    }
    let mut rects = Vec::new();
    let mut strips: Vec<Strips> = vec![[None; 4]; b.axes.len()];
    for (i, k) in old.background.iter().zip(&new.background) {
        match (*i, *k) {
            (Step::Title, Step::Title) => differing(&a.around(), &b.around(), |text| rects.push(around(text))),
            (Step::Words(i), Step::Words(k)) => {
                let area = b.axes[k].area;
                let strip = |text: &PlacedText| add(&mut strips[k], side(text, area), around(text));
                differing(&refs(&a.axes[i].texts), &refs(&b.axes[k].texts), strip);
            }
            (Step::Ticks(i), Step::Ticks(k)) if a.axes[i].area == b.axes[k].area => {
                let strip = |tick: &TickMark| {
                    let reach = tick.length.max(tick.inward) + tick.width + 2.0;
                    add(
                        &mut strips[k],
                        tick.side,
                        Rect::new(tick.at.x, tick.at.y, tick.at.x, tick.at.y).expanded(reach),
                    );
                };
                differing(&refs(&a.axes[i].frame.ticks), &refs(&b.axes[k].frame.ticks), strip);
            }
            (i, k) if still::same_behind((a, i), (b, k)) => {}
            _ => return None,
        }
    }
    rects.extend(strips.into_iter().flatten().flatten());
    let page = Clip::all(b.size);
    let bars = of_paths(b);
    let mut places = Vec::new();
    let mut pixels = 0;
    for rect in rects {
        let place = uncut(Clip::of(rect), &bars).intersect(page);
        if !place.is_empty() {
            pixels += area(place);
            places.push(place);
        }
    }
    (places.len() <= MOST && pixels * 2 <= area(page)).then_some(places)
}

/// The places at each side of axes, one for all ticks and labels there.
type Strips = [Option<Rect>; 4];

fn add(strips: &mut Strips, side: Side, rect: Rect) {
    let strip = &mut strips[side as usize];
    *strip = Some(strip.map_or(rect, |strip| strip.union(rect)));
}

/// At which side of this box words stand.
fn side(text: &PlacedText, area: Rect) -> Side {
    let at = text.bounds().center();
    match (at.y < area.y0, at.y > area.y1, at.x < area.center().x) {
        (true, ..) => Side::Top,
        (_, true, _) => Side::Bottom,
        (.., true) => Side::Left,
        _ => Side::Right,
    }
}

/// More than letters may reach: of whatever font they are, they are cut off at their size from the words.
fn around(text: &PlacedText) -> Rect {
    text.bounds().expanded(text.size + 2.0)
}

/// Whether anything of a step may be in a place: words that are not need not be laid out.
pub(super) fn meets(layout: &Layout, step: Step, place: Clip) -> bool {
    let near = |text: &PlacedText| !Clip::of(around(text)).intersect(place).is_empty();
    match step {
        Step::Words(i) => layout.axes[i].texts.iter().any(near),
        Step::Title => layout.around().into_iter().any(near),
        _ => true,
    }
}

/// Colorbars with ends or hatches, which are paths: all else that is behind data is the same wherever it is cut off.
fn of_paths(layout: &Layout) -> Vec<Clip> {
    let mut bars = Vec::new();
    for axes in &layout.axes {
        if let Some(bar) = &axes.bar
            && !(bar.ends.is_empty() && bar.hatches.is_empty())
        {
            bars.push(Clip::of(bar.whole(axes.area).expanded(2.0)));
        }
    }
    bars
}

/// A place with all of each of these that it would cut through: how much of a pixel a path covers is reckoned from where the path is cut
/// off, and may differ in its last bit.
fn uncut(mut place: Clip, bars: &[Clip]) -> Clip {
    // one may lead to another
    for _ in bars {
        for bar in bars {
            if !bar.intersect(place).is_empty() {
                place =
                    Clip::new(place.x0.min(bar.x0), place.y0.min(bar.y0), place.x1.max(bar.x1), place.y1.max(bar.y1));
            }
        }
    }
    place
}

/// What is not in a sequence that both have in common: what is drawn twice is darker, and of two that overlap the later one is seen.
fn differing<T: PartialEq>(old: &[&T], new: &[&T], mut tell: impl FnMut(&T)) {
    let mut from = 0;
    for part in old {
        let Some(skipped) = new[from..].iter().position(|other| other == part) else {
            tell(part);
            continue;
        };
        for other in &new[from..from + skipped] {
            tell(other);
        }
        from += skipped + 1;
    }
    for other in &new[from..] {
        tell(other);
    }
}

fn refs<T>(all: &[T]) -> Vec<&T> {
    let mut refs = Vec::with_capacity(all.len());
    refs.extend(all);
    refs
}

fn area(clip: Clip) -> i64 {
    i64::from(clip.x1 - clip.x0) * i64::from(clip.y1 - clip.y0)
}

#[cfg(test)]
mod tests;
