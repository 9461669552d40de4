//! Outlines of glyphs: `loca` and `glyf`.

use super::bytes::{Reader, i16_at, u16_at, u32_at};
use crate::geom::Point;
use crate::text::Segment;

/// How deep parts may have parts.
const MAX_DEPTH: u8 = 16;
/// How many points and parts a glyph may have, all in all: parts may name the same glyph again and again.
const MAX_SIZE: usize = 65_536;

/// Flags of a point: on the outline (otherwise it is the control point of a curve); each distance from the point before is
/// a byte with its sign in `SAME`, or two bytes, or with `SAME` nothing; the flags hold for more points.
const ON: u8 = 0x01;
const X_BYTE: u8 = 0x02;
const Y_BYTE: u8 = 0x04;
const REPEAT: u8 = 0x08;
const X_SAME: u8 = 0x10;
const Y_SAME: u8 = 0x20;

/// Flags of a part: numbers of two bytes; they are a shift and not two points that meet; a factor, one for `x` and one for
/// `y`, or a matrix; another part follows.
pub(super) const WORDS: u16 = 0x01;
const SHIFT: u16 = 0x02;
pub(super) const FACTOR: u16 = 0x08;
pub(super) const MORE: u16 = 0x20;
pub(super) const FACTORS: u16 = 0x40;
pub(super) const MATRIX: u16 = 0x80;

#[derive(Clone, Copy, Debug)]
pub(super) struct Glyphs<'a> {
    pub loca: &'a [u8],
    pub glyf: &'a [u8],
    pub count: u16,
    /// Whether the offsets in `loca` have 32 bits.
    pub long: bool,
}

impl<'a> Glyphs<'a> {
    /// Empty if the glyph is blank, broken or not there.
    pub(super) fn outline(&self, glyph: u16) -> Vec<Segment> {
        let mut walk = Walk { glyphs: *self, left: MAX_SIZE, out: Vec::new() };
        match walk.glyph(glyph, &IDENTITY, 0) {
            Some(()) => walk.out,
            None => Vec::new(),
        }
    }

    /// Lowest and highest point of the outline, control points too; `None` if it is empty.
    ///
    /// The box that stands with a glyph is wrong by a unit for some.
    pub(super) fn y_range(&self, glyph: u16) -> Option<(i16, i16)> {
        let (mut low, mut high) = (f32::INFINITY, f32::NEG_INFINITY);
        for mut segment in self.outline(glyph) {
            segment.each(&mut |point| (low, high) = (low.min(point.y), high.max(point.y)));
        }
        (low <= high).then_some((low as i16, high as i16))
    }

    /// Where a glyph is described; `None` if it is blank.
    pub(super) fn description(&self, glyph: u16) -> Option<&'a [u8]> {
        if glyph >= self.count {
            return None;
        }
        let i = usize::from(glyph);
        let (from, to) = if self.long {
            (usize::try_from(u32_at(self.loca, 4 * i)?).ok()?, usize::try_from(u32_at(self.loca, 4 * i + 4)?).ok()?)
        } else {
            (2 * usize::from(u16_at(self.loca, 2 * i)?), 2 * usize::from(u16_at(self.loca, 2 * i + 2)?))
        };
        self.glyf.get(from..to).filter(|description| !description.is_empty())
    }
}

/// `x` becomes `xx * x + xy * y + dx`.
struct Transform {
    xx: f32,
    yx: f32,
    xy: f32,
    yy: f32,
    dx: f32,
    dy: f32,
}

const IDENTITY: Transform = Transform { xx: 1.0, yx: 0.0, xy: 0.0, yy: 1.0, dx: 0.0, dy: 0.0 };

impl Transform {
    fn apply(&self, x: f32, y: f32) -> Point {
        Point::new(self.xx * x + self.xy * y + self.dx, self.yx * x + self.yy * y + self.dy)
    }

    /// First `inner`, then `self`.
    fn after(&self, inner: &Self) -> Self {
        let shift = self.apply(inner.dx, inner.dy);
        Self {
            xx: self.xx * inner.xx + self.xy * inner.yx,
            yx: self.yx * inner.xx + self.yy * inner.yx,
            xy: self.xx * inner.xy + self.xy * inner.yy,
            yy: self.yx * inner.xy + self.yy * inner.yy,
            dx: shift.x,
            dy: shift.y,
        }
    }
}

/// A point as the font has it.
#[derive(Clone, Copy)]
struct Dot {
    x: f32,
    y: f32,
    flags: u8,
}

/// What is done for one outline. `None` from any of it: the glyph is broken.
struct Walk<'a> {
    glyphs: Glyphs<'a>,
    left: usize,
    out: Vec<Segment>,
}

impl<'a> Walk<'a> {
    fn glyph(&mut self, glyph: u16, place: &Transform, depth: u8) -> Option<()> {
        let Some(description) = self.glyphs.description(glyph) else { return Some(()) };
        // the number of contours, and a box
        let contours = i16_at(description, 0)?;
        let rest = Reader(description.get(10..)?);
        match usize::try_from(contours) {
            Ok(0) => Some(()),
            Ok(contours) => self.contours(rest, contours, place),
            Err(_) => self.parts(rest, place, depth),
        }
    }

    fn parts(&mut self, mut data: Reader<'a>, outer: &Transform, depth: u8) -> Option<()> {
        if depth == MAX_DEPTH {
            return None;
        }
        loop {
            self.left = self.left.checked_sub(1)?;
            let (flags, glyph) = (data.u16()?, data.u16()?);
            let mut place = IDENTITY;
            let (x, y) = if flags & WORDS != 0 {
                (data.i16()?, data.i16()?)
            } else {
                let [x, y] = *data.take(2)?.first_chunk()?;
                (i16::from(x as i8), i16::from(y as i8))
            };
            // parts that meet at points are left where they are
            if flags & SHIFT != 0 {
                (place.dx, place.dy) = (x.into(), y.into());
            }
            let mut factor = || Some(f32::from(data.i16()?) / 16_384.0);
            if flags & MATRIX != 0 {
                (place.xx, place.yx, place.xy, place.yy) = (factor()?, factor()?, factor()?, factor()?);
            } else if flags & FACTORS != 0 {
                (place.xx, place.yy) = (factor()?, factor()?);
            } else if flags & FACTOR != 0 {
                place.xx = factor()?;
                place.yy = place.xx;
            }
            self.glyph(glyph, &outer.after(&place), depth + 1)?;
            if flags & MORE == 0 {
                return Some(());
            }
        }
    }

    fn contours(&mut self, mut data: Reader<'_>, contours: usize, place: &Transform) -> Option<()> {
        // the last point of every contour
        let ends = data.take(2 * contours)?;
        let count = usize::from(u16_at(ends, 2 * contours - 2)?) + 1;
        self.left = self.left.checked_sub(count)?;
        let instructions = data.u16()?;
        data.take(instructions.into())?;
        let dots = dots(data, count)?;
        let mut first = 0;
        for i in 0..contours {
            let end = usize::from(u16_at(ends, 2 * i)?) + 1;
            let (start, others) = dots.get(first..end)?.split_first()?;
            contour(*start, others, place, &mut self.out);
            first = end;
        }
        Some(())
    }
}

/// The points of a glyph: all flags, then all `x`, then all `y`.
fn dots(mut data: Reader<'_>, count: usize) -> Option<Vec<Dot>> {
    let mut dots = Vec::with_capacity(count);
    while dots.len() < count {
        let flags = data.u8()?;
        let more = if flags & REPEAT != 0 { data.u8()? } else { 0 };
        for _ in 0..=more {
            dots.push(Dot { x: 0.0, y: 0.0, flags });
        }
    }
    dots.truncate(count);
    let (mut x, mut y) = (0_i16, 0_i16);
    for dot in &mut dots {
        x = x.wrapping_add(distance(&mut data, dot.flags & X_BYTE != 0, dot.flags & X_SAME != 0)?);
        dot.x = x.into();
    }
    for dot in &mut dots {
        y = y.wrapping_add(distance(&mut data, dot.flags & Y_BYTE != 0, dot.flags & Y_SAME != 0)?);
        dot.y = y.into();
    }
    Some(dots)
}

fn distance(data: &mut Reader<'_>, byte: bool, same: bool) -> Option<i16> {
    match (byte, same) {
        (true, true) => data.u8().map(i16::from),
        (true, false) => data.u8().map(|distance| -i16::from(distance)),
        (false, true) => Some(0),
        (false, false) => data.i16(),
    }
}

/// One closed contour. Between two control points there is a point on the outline that the font leaves out: their middle.
fn contour(first: Dot, others: &[Dot], place: &Transform, out: &mut Vec<Segment>) {
    let on = |dot: Dot| dot.flags & ON != 0;
    let (start, others) = match others.split_first() {
        _ if on(first) => (first, others),
        Some((second, rest)) if on(*second) => (*second, rest),
        Some((second, _)) => (middle(first, *second), others),
        None => return,
    };
    out.push(Segment::Move(place.apply(start.x, start.y)));
    let mut control: Option<Dot> = None;
    let mut go = |to: Dot| {
        let end = match control {
            Some(control) if !on(to) => middle(control, to),
            _ => to,
        };
        let point = place.apply(end.x, end.y);
        match control {
            Some(control) => out.push(Segment::Quad(place.apply(control.x, control.y), point)),
            None if on(to) => out.push(Segment::Line(point)),
            None => {}
        }
        control = Some(to).filter(|to| !on(*to));
    };
    for dot in others {
        go(*dot);
    }
    if !on(first) {
        go(first);
    }
    go(start);
}

fn middle(a: Dot, b: Dot) -> Dot {
    Dot { x: (a.x + b.x) / 2.0, y: (a.y + b.y) / 2.0, flags: ON }
}

#[cfg(test)]
mod tests;
