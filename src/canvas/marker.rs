//! Markers: the same small shape at many points.

use crate::canvas::blend::visible;
use crate::canvas::dots::{Dots, FEWEST, worth};
use crate::canvas::frame::Frame;
use crate::canvas::marker_shape::{Shape, shape};
use crate::canvas::stamp::{Key, Makers, Parts, Stamp};
use crate::canvas::window::P;
use crate::geom::Clip;
use crate::style::{Color, Half, Marker};

/// How a marker is drawn.
#[derive(Clone, Copy, Debug)]
pub(crate) struct MarkerStyle<'a> {
    /// Its shape.
    pub(crate) marker: &'a Marker,
    /// If it is only a half of it; those without an inside have none.
    pub(crate) half: Option<Half>,
    /// Its size in pixels: matplotlib's `markersize`, the diameter of a circle. Must be positive.
    pub(crate) size: f32,
    /// Colour of its inside; none leaves it open.
    pub(crate) face: Option<Color>,
    /// Colour of its edge, and of shapes that are nothing but lines.
    pub(crate) edge: Option<Color>,
    /// Width of the edge in pixels; it lies half inside and half outside.
    pub(crate) edge_width: f32,
}

fn positive(v: f32) -> bool {
    v > 0.0 && v.is_finite()
}

impl MarkerStyle<'_> {
    /// What is drawn of it, and the colours of its layers; `None` if nothing is.
    fn parts(&self) -> Option<(Parts, [Color; 2])> {
        if !positive(self.size) {
            return None;
        }
        let opaque = |c: &Color| c.a > 0;
        let (face, edge) = match shape(self.marker) {
            Shape::Nothing => (None, None),
            Shape::Pixel => (self.face, None),
            Shape::Lines(_) => (None, self.edge),
            _ => (self.face, self.edge),
        };
        let face = face.filter(opaque);
        let edge = edge.filter(opaque).filter(|_| positive(self.edge_width));
        Some(match (face, edge) {
            (None, None) => return None,
            (Some(face), None) => (Parts::Face, [face; 2]),
            (None, Some(edge)) => (Parts::Edge, [edge; 2]),
            (Some(face), Some(edge)) if face == edge && face.a == 255 => (Parts::Whole, [face; 2]),
            (Some(face), Some(edge)) => (Parts::Both, [face, edge]),
        })
    }
}

/// Shapes remembered, as a power of two.
const STAMP_BITS: u32 = 10;
/// So many of them have masks.
const KEPT: usize = 16;
/// A shape's masks are remembered where it is drawn so many times in a row, or, if there is room, so often: among the points
/// of a scatter with many sizes hardly any is used again, and each takes longer to keep than to draw. Small discs are drawn
/// faster than masks are found that have not been used for a while.
const RUN: u32 = 8;
const OFTEN: u32 = 4096;

/// The shapes drawn last, with their masks.
#[derive(Debug, Default)]
pub(crate) struct Stamps {
    /// Each in the place that its key names; one that names the same place takes it.
    stamps: Vec<Option<Box<Stamp>>>,
    last: usize,
    /// How many times that was used in a row.
    run: u32,
    /// The places of those that have masks, in the order in which they began to.
    kept: Vec<usize>,
    makers: Makers,
    dots: Dots,
}

impl Stamps {
    /// Makes the stamp of this style the last one, and lends the accumulator that its masks are made with. `None` if nothing would be drawn.
    fn select(&mut self, style: &MarkerStyle<'_>) -> Option<(&mut Stamp, &mut Makers, [Color; 2])> {
        let (parts, colors) = style.parts()?;
        let edge_width = if parts == Parts::Face { 0 } else { style.edge_width.to_bits() };
        let half = style.half.filter(|_| style.marker.is_filled() && *style.marker != Marker::Pixel);
        let key = Key { size: style.size.to_bits(), edge_width, parts, half };
        let place = key.place(STAMP_BITS);
        self.stamps.resize_with(1 << STAMP_BITS, || None);
        let stamp = self.stamps[place].get_or_insert_with(|| Box::new(Stamp::new()));
        if stamp.uses == 0 || stamp.key != key || stamp.marker != *style.marker {
            stamp.become_shape(style.marker, key);
            self.kept.retain(|kept| *kept != place);
        }
        self.run = if self.last == place && stamp.uses > 0 { self.run.saturating_add(1) } else { 1 };
        self.last = place;
        stamp.uses = stamp.uses.saturating_add(1);
        if !stamp.keep && (self.run > RUN || (!stamp.round && stamp.uses > OFTEN && self.kept.len() < KEPT)) {
            self.keep(place);
        }
        self.stamps[place].as_deref_mut().map(|s| (s, &mut self.makers, colors))
    }

    /// Remembers the masks of a stamp, in place of those of the one that has been for the longest time.
    fn keep(&mut self, place: usize) {
        if let Some(stamp) = &mut self.stamps[place] {
            stamp.keep = true;
        }
        self.kept.push(place);
        if self.kept.len() > KEPT {
            let oldest = self.kept.remove(0);
            if let Some(stamp) = &mut self.stamps[oldest] {
                stamp.forget();
            }
        }
    }
}

/// Draws markers from the top down, if they differ in nothing but colours and there are so many that it is done sooner; says
/// whether it did. `one_look`: all have the colours of the first; `opaque`: each has one opaque colour for face and edge.
pub(crate) fn dots<'s>(
    frame: &mut Frame,
    clip: Clip,
    memory: &mut Stamps,
    at: &[P],
    style: &dyn Fn(usize) -> MarkerStyle<'s>,
    one_look: bool,
    opaque: bool,
) -> bool {
    let clip = visible(frame, clip);
    if clip.is_empty() || at.len() < FEWEST {
        return false;
    }
    // one shape is drawn: either all have an edge of their own, or none
    let (mut parts, mut one) = (None, style(0));
    for i in 0..if one_look || opaque { 1 } else { at.len() } {
        let this = style(i);
        match this.parts() {
            Some((new, _)) if parts.is_none() => (parts, one) = (Some(new), this),
            Some((new, _)) if parts != Some(new) => return false,
            _ => {}
        }
    }
    let Some((stamp, ..)) = memory.select(&one) else { return parts.is_none() };
    if !stamp.is_small() || !worth(at.len(), stamp.side(), clip) {
        return false;
    }
    let (keep, place) = (!stamp.keep, memory.last);
    if keep {
        memory.keep(place);
    }
    let Stamps { stamps, makers, dots, .. } = memory;
    let Some(stamp) = &mut stamps[place] else { return false };
    let of = |style: MarkerStyle<'_>| style.parts().map_or([Color::TRANSPARENT; 2], |(_, colors)| colors);
    if one_look && stamp.layers() == 1 {
        let colors = of(one);
        dots.paint::<false>(frame, clip, (stamp, makers), at, &|_| colors);
    } else if opaque {
        let face = |i: usize| style(i).face.unwrap_or(Color::TRANSPARENT);
        dots.paint::<true>(frame, clip, (stamp, makers), at, &|i| [face(i); 2]);
    } else {
        dots.paint::<true>(frame, clip, (stamp, makers), at, &|i| of(style(i)));
    }
    true
}

/// Draws the same marker at every point; points that are not finite are passed over.
pub(crate) fn markers(
    frame: &mut Frame,
    clip: Clip,
    memory: &mut Stamps,
    at: impl IntoIterator<Item = P>,
    style: &MarkerStyle<'_>,
) {
    let clip = visible(frame, clip);
    if clip.is_empty() {
        return;
    }
    let mut at = at.into_iter();
    for p in at.by_ref().take(RUN as usize) {
        let Some((stamp, makers, colors)) = memory.select(style) else { return };
        stamp.paint(frame, clip, makers, p, colors);
    }
    let Some(p) = at.next() else { return };
    if let Some((stamp, makers, colors)) = memory.select(style) {
        for p in std::iter::once(p).chain(at) {
            stamp.paint(frame, clip, makers, p, colors);
        }
    }
}

/// Draws markers whose style differs from point to point, as in a scatter plot.
pub(crate) fn markers_each<'s>(
    frame: &mut Frame,
    clip: Clip,
    memory: &mut Stamps,
    at: impl IntoIterator<Item = (P, MarkerStyle<'s>)>,
) {
    let clip = visible(frame, clip);
    if clip.is_empty() {
        return;
    }
    for (p, style) in at {
        if let Some((stamp, makers, colors)) = memory.select(&style) {
            stamp.paint(frame, clip, makers, p, colors);
        }
    }
}
