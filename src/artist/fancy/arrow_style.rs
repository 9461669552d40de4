//! What arrows look like: matplotlib's arrow styles.

use super::curve::{Part, Track, beside, direction, middle, parallels, split_at_circle, toward, wedged};
use crate::geom::{Outline, Spot, sin_cos};
use crate::style::named;

/// What an arrow looks like. Matplotlib's signs may be written for it, with numbers: `"->"`, `"-|>,head_length=0.8"`.
///
/// Lengths are in multiples of the size of the letters. Heads have `head_length` (0.4; of `simple` 0.5) and
/// `head_width` (0.2 to either side; of `fancy` 0.4 and of `simple` 0.5 in all), brackets at the words `widthA` (1), `lengthA` (0.2) and `angleA`, those at
/// the place `widthB` and so on, `simple` and `fancy` `tail_width` (0.2 and 0.4), `wedge` `tail_width` (0.3) and `shrink_factor` (0.5), the share that its middle has
/// of that. `simple`, `fancy` and `wedge` are shapes along a line or an `arc3` or `angle3`; of other connections they take the straight line
/// between the ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ArrowStyle {
    /// `"-"`: a line.
    Line,
    /// `"->"`: with a head of two strokes at the place that is meant.
    Head,
    /// `"<-"`: with one at the words.
    Tail,
    /// `"<->"`: with one at either end.
    Both,
    /// `"-|>"`: with a filled head at the place that is meant.
    FilledHead,
    /// `"<|-"`: with one at the words.
    FilledTail,
    /// `"<|-|>"`: with one at either end.
    FilledBoth,
    /// `"-["`: with a bracket at the place that is meant.
    Bracket,
    /// `"]-"`: with one at the words.
    BracketTail,
    /// `"]-["`: with one at either end.
    BracketBoth,
    /// `"|-|"`: with a bar at either end.
    Bars,
    /// `"]->"`: with a bracket at the words and a head at the place.
    BracketHead,
    /// `"<-["`: with a head at the words and a bracket at the place.
    HeadBracket,
    /// `"simple"`: a shape with a head.
    Simple,
    /// `"fancy"`: a shape with a tail that is wide, and a head.
    Fancy,
    /// `"wedge"`: a shape that becomes narrow toward the place.
    Wedge,
}

named!(ArrowStyle, "an arrow", [
    "-" => ArrowStyle::Line,
    "->" => ArrowStyle::Head,
    "<-" => ArrowStyle::Tail,
    "<->" => ArrowStyle::Both,
    "-|>" => ArrowStyle::FilledHead,
    "<|-" => ArrowStyle::FilledTail,
    "<|-|>" => ArrowStyle::FilledBoth,
    "-[" => ArrowStyle::Bracket,
    "]-" => ArrowStyle::BracketTail,
    "]-[" => ArrowStyle::BracketBoth,
    "|-|" => ArrowStyle::Bars,
    "]->" => ArrowStyle::BracketHead,
    "<-[" => ArrowStyle::HeadBracket,
    "simple" => ArrowStyle::Simple,
    "fancy" => ArrowStyle::Fancy,
    "wedge" => ArrowStyle::Wedge,
]);

pub(super) const NAMES: [&str; 12] = [
    "head_length",
    "head_width",
    "tail_width",
    "shrink_factor",
    "widthA",
    "lengthA",
    "angleA",
    "widthB",
    "lengthB",
    "angleB",
    "scaleA",
    "scaleB",
];

/// The numbers of a style, in the order of [`NAMES`].
pub(super) type Numbers = [Option<f64>; 12];

/// What is at an end.
#[derive(Clone, Copy, PartialEq)]
enum End {
    Plain,
    Head,
    Filled,
    Bracket,
    Bar,
}

/// A piece of an arrow: its outline, and whether it has an inside.
pub(super) struct Piece {
    pub(super) outline: Outline,
    pub(super) filled: bool,
    /// Whether it is at an end, and has no dashes.
    pub(super) at_end: bool,
}

impl ArrowStyle {
    /// Whether it is a shape, and not a line.
    pub(super) const fn is_shape(self) -> bool {
        matches!(self, Self::Simple | Self::Fancy | Self::Wedge)
    }

    const fn ends(self) -> (End, End) {
        match self {
            Self::Head => (End::Plain, End::Head),
            Self::Tail => (End::Head, End::Plain),
            Self::Both => (End::Head, End::Head),
            Self::FilledHead => (End::Plain, End::Filled),
            Self::FilledTail => (End::Filled, End::Plain),
            Self::FilledBoth => (End::Filled, End::Filled),
            Self::Bracket => (End::Plain, End::Bracket),
            Self::BracketTail => (End::Bracket, End::Plain),
            Self::BracketBoth => (End::Bracket, End::Bracket),
            Self::Bars => (End::Bar, End::Bar),
            Self::BracketHead => (End::Bracket, End::Head),
            Self::HeadBracket => (End::Head, End::Bracket),
            Self::Line | Self::Simple | Self::Fancy | Self::Wedge => (End::Plain, End::Plain),
        }
    }

    /// The arrow along a track: `size` is what its lengths are multiples of, `width` that of its line.
    pub(super) fn along(self, track: &Track, numbers: &Numbers, size: f64, width: f64) -> Vec<Piece> {
        let number = |i: usize, default: f64| numbers[i].unwrap_or(default);
        let outline = match self {
            Self::Simple => {
                simple(track.curve(), [number(0, 0.5) * size, number(1, 0.5) * size, number(2, 0.2) * size])
            }
            Self::Fancy => fancy(track.curve(), [number(0, 0.4) * size, number(1, 0.4) * size, number(2, 0.4) * size]),
            Self::Wedge => {
                let (right, left) = wedged(track.curve(), number(2, 0.3) * size / 2.0, [1.0, number(3, 0.5), 0.0]);
                let mut out = Outline::new();
                follow(&mut out, right);
                follow(&mut out, backward(left));
                out.close();
                out
            }
            _ => return self.line_along(track, numbers, size, width),
        };
        vec![Piece { outline, filled: true, at_end: false }]
    }

    fn line_along(self, track: &Track, numbers: &Numbers, size: f64, width: f64) -> Vec<Piece> {
        let number = |i: usize, default: f64| numbers[i].unwrap_or(default);
        let (long, wide) = (number(0, 0.4) * size, number(1, 0.2) * size);
        let (at_words, at_place) = self.ends();
        let mut line = track.clone();
        let mut pieces = Vec::new();
        let ends = [(at_words, track.start, track.second()), (at_place, track.end(), track.last_but_one())];
        for (k, (end, tip, before)) in ends.into_iter().enumerate() {
            let mut outline = Outline::new();
            match end {
                End::Plain => continue,
                // there is no room for a head
                End::Head | End::Filled if tip == before || wide == 0.0 => continue,
                End::Head | End::Filled => {
                    let (head, tip) = head(tip, before, (long, wide), width);
                    for p in head {
                        outline.line_to(p.0, p.1);
                    }
                    if end == End::Filled {
                        outline.close();
                    }
                    move_end(&mut line, k, tip);
                }
                End::Bracket | End::Bar => {
                    let scale = number(10 + k, size);
                    let length = if end == End::Bar { 0.0 } else { number(5 + 3 * k, 0.2) };
                    let (span, length, angle) =
                        (number(4 + 3 * k, 1.0) * scale, length * scale, number(6 + 3 * k, 0.0));
                    for p in bracket(tip, before, (span, length), angle) {
                        outline.line_to(p.0, p.1);
                    }
                }
            }
            pieces.push(Piece { outline, filled: end == End::Filled, at_end: true });
        }
        let mut outline = Outline::new();
        outline.move_to(line.start.0, line.start.1);
        for part in &line.parts {
            match *part {
                Part::Line(to) => _ = outline.line_to(to.0, to.1),
                Part::Quad(control, to) => _ = outline.quad_to(control, to),
            }
        }
        pieces.insert(0, Piece { outline, filled: false, at_end: false });
        pieces
    }
}

fn move_end(line: &mut Track, end: usize, to: Spot) {
    if end == 0 {
        line.start = to;
        return;
    }
    match line.parts.last_mut() {
        Some(Part::Line(last) | Part::Quad(_, last)) => *last = to,
        None => {}
    }
}

/// The three points of a head, its tip in the middle, and where that is: so far back that the sharp corner of its strokes ends at the tip.
fn head(tip: Spot, before: Spot, (long, wide): (f64, f64), width: f64) -> ([Spot; 3], Spot) {
    let (x, y) = direction(tip, before);
    let slant = (long * long + wide * wide).sqrt();
    let back = 0.5 * width * slant / wide;
    let tip = (tip.0 + back * x, tip.1 + back * y);
    let side = |sign: f64| (tip.0 + long * x + sign * wide * y, tip.1 + long * y - sign * wide * x);
    ([side(1.0), tip, side(-1.0)], tip)
}

/// The four points of a bracket, so wide to either side, its arms so long.
fn bracket(at: Spot, before: Spot, (wide, long): (f64, f64), angle: f64) -> [Spot; 4] {
    // outward, as the way goes
    let out = direction(before, at);
    let (right, left) = beside(at, out, wide);
    let arm = (long * out.0, long * out.1);
    let (sin, cos) = sin_cos(angle);
    [(right.0 + arm.0, right.1 + arm.1), right, left, (left.0 + arm.0, left.1 + arm.1)].map(|p| {
        let (x, y) = (p.0 - at.0, p.1 - at.1);
        (at.0 + x * cos - y * sin, at.1 + x * sin + y * cos)
    })
}

/// Straight to the first point of a curve, and along it.
fn follow(out: &mut Outline, curve: [Spot; 3]) {
    out.line_to(curve[0].0, curve[0].1).quad_to(curve[1], curve[2]);
}

const fn backward(curve: [Spot; 3]) -> [Spot; 3] {
    [curve[2], curve[1], curve[0]]
}

/// The straight curve of a head that is longer than the way.
fn short(curve: [Spot; 3], long: f64) -> [Spot; 3] {
    let from = toward(curve[2], curve[1], long);
    [from, middle(from, curve[2]), curve[2]]
}

fn simple(curve: [Spot; 3], [head_length, head_width, tail_width]: [f64; 3]) -> Outline {
    let split = split_at_circle(curve, curve[2], head_length);
    let at_head = split.map_or(short(curve, head_length), |(_, inside)| inside);
    let (right, left) = wedged(at_head, head_width / 2.0, [1.0, 0.5, 0.0]);
    let mut out = Outline::new();
    let tail = split.map(|(outside, _)| parallels(outside, tail_width / 2.0));
    if let Some((tail_right, _)) = tail {
        follow(&mut out, tail_right);
    }
    follow(&mut out, right);
    out.quad_to(left[1], left[0]);
    if let Some((_, tail_left)) = tail {
        follow(&mut out, backward(tail_left));
    }
    out.close();
    out
}

fn fancy(curve: [Spot; 3], [head_length, head_width, tail_width]: [f64; 3]) -> Outline {
    let split = split_at_circle(curve, curve[2], head_length);
    let (curve, at_head) = match split {
        Some((_, inside)) => (curve, inside),
        None => (short(curve, head_length), short(curve, head_length)),
    };
    let tail = split_at_circle(curve, curve[2], 0.8 * head_length).map_or(curve, |(outside, _)| outside);
    let (right, left) = wedged(at_head, head_width / 2.0, [1.0, 0.6, 0.0]);
    let (tail_right, tail_left) = wedged(tail, tail_width / 2.0, [1.0, 0.6, 0.3]);
    // a notch in the end of the tail
    let notch = split_at_circle(curve, curve[0], 0.3 * tail_width).map_or(curve[0], |(inside, _)| inside[2]);
    let mut out = Outline::new();
    out.move_to(notch.0, notch.1);
    follow(&mut out, tail_right);
    follow(&mut out, right);
    out.quad_to(left[1], left[0]);
    follow(&mut out, backward(tail_left));
    out.close();
    out
}
