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
const WORDS: u16 = 0x01;
const SHIFT: u16 = 0x02;
const FACTOR: u16 = 0x08;
const MORE: u16 = 0x20;
const FACTORS: u16 = 0x40;
const MATRIX: u16 = 0x80;

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
        let mut reach = |point: Point| (low, high) = (low.min(point.y), high.max(point.y));
        for segment in self.outline(glyph) {
            match segment {
                Segment::Move(end) | Segment::Line(end) => reach(end),
                Segment::Quad(control, end) => {
                    reach(control);
                    reach(end);
                }
            }
        }
        (low <= high).then_some((low as i16, high as i16))
    }

    /// Where a glyph is described; `None` if it is blank.
    fn description(&self, glyph: u16) -> Option<&'a [u8]> {
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
mod tests {
    use super::*;

    /// Glyphs of these descriptions, asked for the first one.
    fn outline(glyphs: &[&[u8]]) -> Vec<Segment> {
        let (mut loca, mut glyf) = (vec![0; 4], Vec::new());
        for glyph in glyphs {
            glyf.extend_from_slice(glyph);
            loca.extend((glyf.len() as u32).to_be_bytes());
        }
        Glyphs { loca: &loca, glyf: &glyf, count: glyphs.len() as u16, long: true }.outline(0)
    }

    /// A glyph: the number of contours, the box, and what follows.
    fn glyph(contours: i16, rest: &[u8]) -> Vec<u8> {
        [&contours.to_be_bytes()[..], &[0; 8], rest].concat()
    }

    /// One contour; every point is bytes in all directions: whether it is on the outline, and how far from the last.
    fn contour_of(points: &[(bool, i8, i8)]) -> Vec<u8> {
        let mut rest = vec![0, points.len() as u8 - 1, 0, 0];
        let sign = |d: i8, flag| if d < 0 { 0 } else { flag };
        rest.extend(
            points.iter().map(|&(on, x, y)| u8::from(on) | X_BYTE | Y_BYTE | sign(x, X_SAME) | sign(y, Y_SAME)),
        );
        rest.extend(points.iter().map(|p| p.1.unsigned_abs()));
        rest.extend(points.iter().map(|p| p.2.unsigned_abs()));
        glyph(1, &rest)
    }

    fn line(x: f32, y: f32) -> Segment {
        Segment::Line(Point::new(x, y))
    }

    fn start(x: f32, y: f32) -> Segment {
        Segment::Move(Point::new(x, y))
    }

    fn curve(cx: f32, cy: f32, x: f32, y: f32) -> Segment {
        Segment::Quad(Point::new(cx, cy), Point::new(x, y))
    }

    #[test]
    fn wherever_a_contour_begins() {
        // on the outline; with a control point; with two; and one that is nothing but control points
        let square = contour_of(&[(true, 0, 0), (true, 9, 0), (true, 0, 9)]);
        assert_eq!(outline(&[&square]), [start(0., 0.), line(9., 0.), line(9., 9.), line(0., 0.)]);
        let one = contour_of(&[(false, 9, 0), (true, 0, 9), (true, -9, -9)]);
        assert_eq!(outline(&[&one]), [start(9., 9.), line(0., 0.), curve(9., 0., 9., 9.)]);
        let two = contour_of(&[(false, 8, 0), (false, 0, 8), (true, -8, 0)]);
        assert_eq!(outline(&[&two]), [start(8., 4.), curve(8., 8., 0., 8.), curve(8., 0., 8., 4.)]);
        let round = contour_of(&[(false, 8, 0), (false, 0, 8), (false, -8, 0), (false, 0, -8)]);
        assert_eq!(
            outline(&[&round]),
            [start(8., 4.), curve(8., 8., 4., 8.), curve(0., 8., 0., 4.), curve(0., 0., 4., 0.), curve(8., 0., 8., 4.)]
        );
        assert_eq!(outline(&[&contour_of(&[(false, 8, 0)])]), []);
    }

    #[test]
    fn flags_for_more_points_and_distances_of_two_bytes() {
        // two points have the same flags, the third one has the x of the second; no instructions but two bytes of them
        let flags = [ON | REPEAT, 1, ON | X_SAME | Y_BYTE];
        let rest = [&[0, 2, 0, 2, 0, 0][..], &flags, &[1, 0, 0xff, 0], &[0, 3, 2, 0, 5]].concat();
        assert_eq!(outline(&[&glyph(1, &rest)]), [start(256., 3.), line(0., 515.), line(0., 510.), line(256., 3.)]);
    }

    #[test]
    fn parts_are_moved_and_turned() {
        let dot = contour_of(&[(true, 1, 2), (true, 3, 0)]);
        let moved = |part: &[u8]| outline(&[&glyph(-1, part), &dot, &[]]);
        let plain = [start(1., 2.), line(4., 2.), line(1., 2.)];
        // bytes; words; points that should meet; a blank glyph and one that is not there
        assert_eq!(moved(&[0, 2, 0, 1, 0xff, 10]), [start(0., 12.), line(3., 12.), line(0., 12.)]);
        assert_eq!(moved(&[0, 3, 0, 1, 1, 0, 0xff, 0xfe]), [start(257., 0.), line(260., 0.), line(257., 0.)]);
        assert_eq!(moved(&[0, 0, 0, 1, 5, 5]), plain);
        assert_eq!(moved(&[0, 0x22, 0, 2, 0, 0, 0, 0x22, 0, 9, 0, 0, 0, 2, 0, 1, 0, 0]), plain);
        // half; half of x; turned by a right angle
        assert_eq!(moved(&[0, 10, 0, 1, 1, 0, 0x20, 0]), [start(1.5, 1.), line(3., 1.), line(1.5, 1.)]);
        assert_eq!(moved(&[0, 0x42, 0, 1, 0, 0, 0x20, 0, 0x40, 0]), [start(0.5, 2.), line(2., 2.), line(0.5, 2.)]);
        assert_eq!(
            moved(&[0, 0x82, 0, 1, 0, 0, 0, 0, 0x40, 0, 0xc0, 0, 0, 0]),
            [start(-2., 1.), line(-2., 4.), line(-2., 1.)]
        );
        // a part of a part: moved by 4, and then all of it made half
        let whole = glyph(-1, &[0, 10, 0, 1, 0, 0, 0x20, 0]);
        let inner = glyph(-1, &[0, 2, 0, 2, 4, 0]);
        assert_eq!(outline(&[&whole, &inner, &dot]), [start(2.5, 1.), line(4., 1.), line(2.5, 1.)]);
        // two matrices, [[1 0.5] [-0.5 -1]] after [[0.5 -1] [-1 1]], by columns
        let whole = glyph(-1, &[0, 0x82, 0, 1, 0, 0, 0x40, 0, 0xe0, 0, 0x20, 0, 0xc0, 0]);
        let inner = glyph(-1, &[0, 0x82, 0, 2, 0, 0, 0x20, 0, 0xc0, 0, 0xc0, 0, 0x40, 0]);
        assert_eq!(outline(&[&whole, &inner, &dot]), [start(-1., -0.25), line(-1., 2.), line(-1., -0.25)]);
    }

    #[test]
    fn offsets_of_two_bytes() {
        let dot = contour_of(&[(true, 1, 2), (true, 3, 0)]);
        assert_eq!(dot.len() % 2, 0);
        let (glyf, half) = ([&dot[..], &dot].concat(), dot.len() as u8 / 2);
        let loca = [0, 0, 0, half, 0, half, 0, 2 * half];
        let glyphs = Glyphs { loca: &loca, glyf: &glyf, count: 3, long: false };
        assert_eq!([0, 1, 2, 3].map(|glyph| glyphs.outline(glyph).len()), [3, 0, 3, 0]);
        assert_eq!([0, 1].map(|glyph| glyphs.y_range(glyph)), [Some((2, 2)), None]);
        // fewer than the offsets tell
        assert_eq!(Glyphs { count: 2, ..glyphs }.outline(2), []);
    }

    #[test]
    fn broken_glyphs_are_blank() {
        let square = contour_of(&[(true, 0, 0), (true, 9, 0), (true, 0, 9)]);
        for length in 0..square.len() {
            assert_eq!(outline(&[&square[..length]]), []);
        }
        // the second contour ends before the first
        assert_eq!(outline(&[&glyph(2, &[0, 3, 0, 2, 0, 0, 0x39, 3])]), []);
        assert_eq!(outline(&[&glyph(0, &[])]), []);
        // a part is cut, or broken
        assert_eq!(outline(&[&glyph(-1, &[0, 2, 0, 1, 0])]), []);
        assert_eq!(outline(&[&glyph(-1, &[0, 2, 0, 1, 0, 0]), &square[..square.len() - 1]]), []);
        // offsets that go back
        let glyphs = Glyphs { loca: &[0, 9, 0, 1, 0, 99], glyf: &[0; 40], count: 9, long: false };
        assert!((0..10).all(|glyph| glyphs.outline(glyph).is_empty()));
    }

    #[test]
    fn glyphs_without_end_are_blank() {
        // itself; twice itself, which doubles at every depth; and a thousand parts of three depths
        assert_eq!(outline(&[&glyph(-1, &[0, 2, 0, 0, 0, 0])]), []);
        assert_eq!(outline(&[&glyph(-1, &[0, 0x22, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0])]), []);
        let many = |part: u8| {
            let mut parts = [0, 0x22, 0, part, 0, 0].repeat(1000);
            parts[5995] = 2;
            glyph(-1, &parts)
        };
        let dot = contour_of(&[(true, 1, 2), (true, 3, 0)]);
        assert_eq!(outline(&[&many(1), &many(2), &many(3), &dot]), []);
        assert_eq!(outline(&[&many(1), &dot]).len(), 3000);
        // a million blank parts, and a dot
        let parts = glyph(-1, &[0, 0x22, 0, 1, 0, 0, 0, 2, 0, 3, 0, 0]);
        assert_eq!(outline(&[&parts, &many(2), &many(9), &dot]), []);
        assert_eq!(outline(&[&parts, &many(9), &[], &dot]).len(), 3);
        // as deep as it may be, and deeper
        let chain = |depth: u8| {
            let mut glyphs: Vec<_> = (1..=depth).map(|part| glyph(-1, &[0, 2, 0, part, 0, 0])).collect();
            glyphs.push(dot.clone());
            outline(&glyphs.iter().map(|glyph| &glyph[..]).collect::<Vec<_>>()).len()
        };
        assert_eq!([chain(MAX_DEPTH), chain(MAX_DEPTH + 1)], [3, 0]);
        // 65,536 points in a few hundred bytes, once and twice
        let rest = [&[0xff, 0xff, 0, 0][..], &[ON | X_SAME | Y_SAME | REPEAT, 255].repeat(256)].concat();
        let long = glyph(1, &rest);
        assert_eq!(outline(&[&long]).len(), 65_537);
        assert_eq!(outline(&[&glyph(-1, &[0, 0x22, 0, 1, 0, 0, 0, 2, 0, 1, 0, 0]), &long]), []);
    }
}
