//! One axis laid out: its ticks, and the words beside them.

mod beside;
mod choose;

pub(super) use beside::Beside;

use std::ops::Range;

use crate::axis::{AxisMap, Direction, Scale, Side, TickList};
use crate::figure::AxisOptions;
use crate::geom::{Limits, Rect};
use crate::layout::frame::reach;
use crate::layout::overlap;
use crate::layout::words::PlacedText;
use crate::style::{Color, theme};

/// One axis as it is drawn.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AxisLayout {
    /// The values at its two ends; `lo > hi` is an axis that runs backward.
    pub limits: Limits,
    /// Its scale; linear for a colorbar whose norm is none.
    pub scale: Scale,
    /// Where there are ticks, and lines across if they are asked for.
    pub ticks: Vec<Tick>,
    /// On which side of the box the labels stand.
    pub side: Side,
    /// Which of the axes' words are the labels of its ticks: a range of [`AxesLayout::texts`](crate::AxesLayout::texts).
    pub labels: Range<usize>,
    /// .. and which one is its own label.
    pub(crate) label: Option<usize>,
}

/// A tick.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Tick {
    /// Where its middle is, in pixels from the left (or from the top): exact. Where there are pixels, it is drawn in the
    /// nearest column (or row) of them.
    pub at: f32,
    /// Whether it is one of the small ones between those that have a label.
    pub minor: bool,
}

/// From the values of an axis on this side of a box to pixels.
pub(super) fn map(scale: &Scale, limits: Limits, area: Rect, direction: Direction) -> AxisMap {
    let (start, end) = match direction {
        Direction::X => (area.x0, area.x1),
        Direction::Y => (area.y1, area.y0),
    };
    AxisMap::new(scale.clone(), limits, f64::from(start), f64::from(end))
}

/// An axis without ticks.
pub(super) fn bare(map: &AxisMap, side: Side) -> AxisLayout {
    AxisLayout { limits: map.limits(), scale: map.scale().clone(), ticks: Vec::new(), side, labels: 0..0, label: None }
}

/// An axis with its ticks, of which `options` tell; their labels, what they leave out, and the label of the axis are added to
/// `texts`, clear of what is there.
pub(super) fn axis(
    (label, color): (&str, Option<Color>),
    options: &AxisOptions,
    beside: Beside<'_>,
    texts: &mut Vec<PlacedText>,
) -> AxisLayout {
    let (mut axis, look) = (bare(beside.map, beside.side), beside.look);
    let (ticks, labels) = beside.choose(options);
    let (major, minor) = &*ticks;
    axis.ticks = place_ticks(beside.map, major, minor);
    let far = labels
        .iter()
        .map(|(_, taken)| beside.reach(*taken))
        .fold(look.px(reach(&beside.looks[0], false, look).0), f32::max);
    let before = texts.len();
    texts.extend(labels.into_iter().map(|(text, _)| text));
    let own = texts.len();
    axis.labels = before..own;
    let offset = |pad: f32| major.offset.clone().map(|text| beside.offset(text, far, pad));
    let pads = (look.px(theme::OFFSET_PAD), look.px(theme::LABEL_PAD));
    texts.extend(offset(pads.0));
    if label.is_empty() {
        return axis;
    }
    let usual = beside.label(label, far, pads.1).bounds();
    let in_the_way = texts[own..].iter().any(|offset| overlap(offset.bounds(), usual));
    if in_the_way {
        // one under the other, close together, since there is just so much room under axes at their default place
        texts.truncate(own);
        texts.extend(offset(0.0));
    }
    let mut clear = beside.clear_label(label, far, if in_the_way { 0.0 } else { pads.1 }, texts);
    clear.color = color.unwrap_or(clear.color);
    axis.label = Some(texts.len());
    texts.push(clear);
    axis
}

/// The ticks of both kinds, the large ones first.
fn place_ticks(map: &AxisMap, major: &TickList, minor: &TickList) -> Vec<Tick> {
    let mut placed = Vec::with_capacity(major.positions.len() + minor.positions.len());
    for &(ticks, minor) in &[(major, false), (minor, true)] {
        for position in &ticks.positions {
            if shows(map, *position) {
                placed.push(Tick { at: close(map.pixel_f64(*position)), minor });
            }
        }
    }
    placed
}

/// Whether a value is between the ends of an axis, where it is drawn: a function need not be steady.
fn shows(map: &AxisMap, value: f64) -> bool {
    let (from, to, at) = (map.pixel_f64(map.limits().lo), map.pixel_f64(map.limits().hi), map.pixel_f64(value));
    let slack = 0.01;
    at >= from.min(to) - slack && at <= from.max(to) + slack
}

/// The nearest `f32` that belongs to the same pixel: what lies a hair below the border of two is not rounded onto it.
fn close(at: f64) -> f32 {
    let near = at as f32;
    if f64::from(near) > at && f64::from((near + 0.5).floor()) > (at + 0.5).floor() { near.next_down() } else { near }
}

#[cfg(test)]
mod tests {
    use super::close;

    #[test]
    fn rounding_leaves_a_tick_in_its_pixel() {
        for border in [1.5, 99.5, 127.5, 2047.5, 8191.5] {
            let below = f64::next_down(border);
            assert_eq!((close(below) + 0.5).floor(), (border - 0.5) as f32, "{border}");
            assert_eq!((close(border) + 0.5).floor(), (border + 0.5) as f32, "{border}");
            assert!((f64::from(close(below)) - border).abs() < 1e-3);
        }
        assert_eq!(close(100.1), 100.1);
        assert!(close(f64::NAN).is_nan());
    }
}
