//! Words with an arrow to a place: matplotlib's `annotate`.

use crate::artist::common::length;
use crate::artist::painter::within;
use crate::artist::{Artist, Bounds, Common, Obstacles, Painter, properties};
use crate::data::Number;
use crate::figure::{Axes, Key};
use crate::geom::{Extent, Path, Point, Rect};
use crate::project::Projection;
use crate::style::{Cap, Color, FillRule, IntoColor, Join, NameOr, Pen, named, theme};
use crate::text::{HAlign, VAlign};

/// What an arrow of an annotation looks like.
///
/// Matplotlib's signs may be written for it: `"-"`, `"->"`, `"<-"`, `"<->"`, `"-|>"`, `"<|-"` and `"<|-|>"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ArrowStyle {
    /// A line.
    Line,
    /// With a head of two strokes at the place that is meant.
    Head,
    /// With one at the words.
    Tail,
    /// With one at either end.
    Both,
    /// With a filled head at the place that is meant.
    FilledHead,
    /// With one at the words.
    FilledTail,
    /// With one at either end.
    FilledBoth,
}

named!(ArrowStyle, "an arrow", [
    "-" => ArrowStyle::Line,
    "->" => ArrowStyle::Head,
    "<-" => ArrowStyle::Tail,
    "<->" => ArrowStyle::Both,
    "-|>" => ArrowStyle::FilledHead,
    "<|-" => ArrowStyle::FilledTail,
    "<|-|>" => ArrowStyle::FilledBoth,
]);

impl ArrowStyle {
    /// Whether there is a head at the words and one at the place, and whether they are filled.
    const fn heads(self) -> (bool, bool, bool) {
        match self {
            Self::Line => (false, false, false),
            Self::Head => (false, true, false),
            Self::Tail => (true, false, false),
            Self::Both => (true, true, false),
            Self::FilledHead => (false, true, true),
            Self::FilledTail => (true, false, true),
            Self::FilledBoth => (true, true, true),
        }
    }
}

/// Words beside a place, with an arrow from them to it if one is asked for: matplotlib's `annotate`.
///
/// Where the place is outside of the axes nothing is drawn, so that annotations come and go as limits move.
///
/// `label`, `alpha`, `zorder`, `visible` and `clip` come with [`ArtistExt`](crate::ArtistExt), and so do `set_label` and so on.
///
/// ```
/// use grabframe::prelude::*;
/// use grabframe::Annotation;
/// let mut fig = Figure::new();
/// let ax = fig.add_axes();
/// let peak = fig[ax].add(Annotation::new("peak", (2.0, 5.0)).at((3.0, 6.0)).arrow("->"));
/// fig[peak].set_xy(2.1, 5.2); // in a loop: the arrow follows
/// fig[ax].add(Annotation::new("start", (0.0, 0.0)).offset(10.0, 10.0)); // in points, from the place
/// ```
#[derive(Clone, Debug)]
pub struct Annotation {
    common: Common,
    text: String,
    /// What is meant.
    to: (f64, f64),
    from: From,
    arrow: Option<ArrowStyle>,
    color: Color,
    arrowcolor: Color,
    linewidth: f32,
    /// How far the arrow bends, as a share of its length.
    bend: f32,
    fontsize: f32,
    ha: HAlign,
    va: VAlign,
}

/// Where the words are.
#[derive(Clone, Copy, Debug)]
enum From {
    Data(f64, f64),
    /// In shares of the axes.
    Share(f64, f64),
    /// In points from what is meant.
    Points(f32, f32),
}

/// Lengths in points: between an end of an arrow and where it leads, and around the words that it comes from.
const SHRINK: f32 = 2.0;
const PAD: f32 = 2.0;

impl Annotation {
    /// Words at the place that they are about, in data units.
    #[must_use]
    pub fn new(text: impl Into<String>, (x, y): (impl Number, impl Number)) -> Self {
        Self {
            common: Common { clip: false, ..Common::new() },
            text: text.into(),
            to: (x.to_f64(), y.to_f64()),
            from: From::Points(0.0, 0.0),
            arrow: None,
            color: Color::BLACK,
            arrowcolor: Color::BLACK,
            linewidth: theme::PATCH_EDGE_WIDTH,
            bend: 0.0,
            fontsize: theme::FONT_SIZE,
            ha: HAlign::Left,
            va: VAlign::Baseline,
        }
    }

    /// The words at another place, in data units.
    #[must_use]
    pub fn at(mut self, (x, y): (impl Number, impl Number)) -> Self {
        self.from = From::Data(x.to_f64(), y.to_f64());
        self
    }

    /// The words at a place in shares of the axes.
    #[must_use]
    pub fn at_axes_fraction(mut self, (x, y): (impl Number, impl Number)) -> Self {
        self.from = From::Share(x.to_f64(), y.to_f64());
        self
    }

    /// The words so many points to the right of the place and above it.
    #[must_use]
    pub fn offset(mut self, right: impl Number, up: impl Number) -> Self {
        self.from = From::Points(right.to_f64() as f32, up.to_f64() as f32);
        self
    }

    /// Replaces the words.
    pub fn set_text(&mut self, text: impl Into<String>) -> &mut Self {
        self.text = text.into();
        self
    }

    /// The words.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Moves the place that is meant.
    pub fn set_xy(&mut self, x: impl Number, y: impl Number) -> &mut Self {
        self.to = (x.to_f64(), y.to_f64());
        self
    }

    /// Moves the words, in data units.
    pub fn set_position(&mut self, x: impl Number, y: impl Number) -> &mut Self {
        self.from = From::Data(x.to_f64(), y.to_f64());
        self
    }

    properties! {
        /// Sets the arrow from the words to the place: an [`ArrowStyle`], or `"->"`. Default: there is none.
        ///
        /// # Panics
        /// If a text is no arrow.
        pub set_arrow, arrow(self, arrow: impl NameOr<ArrowStyle>) { self.arrow = Some(arrow.value()); }
            -> get_arrow: Option<ArrowStyle> { self.arrow }

        /// Sets the colour of the words. Default: black.
        ///
        /// # Panics
        /// If it is no colour.
        pub set_color, color(self, color: impl IntoColor) { self.color = color.into_color(); }
            -> get_color: Color { self.color }

        /// Sets the colour of the arrow. Default: black.
        ///
        /// # Panics
        /// If it is no colour.
        pub set_arrowcolor, arrowcolor(self, color: impl IntoColor) { self.arrowcolor = color.into_color(); }
            -> get_arrowcolor: Color { self.arrowcolor }

        /// Sets the width of the arrow, in points. Default: 1.
        ///
        /// # Panics
        /// If it is negative or not finite.
        pub set_linewidth, linewidth(self, points: impl Number) { self.linewidth = length(points.to_f64(), "line width"); }
            -> get_linewidth: f32 { self.linewidth }

        /// Bends the arrow to its right (negative: to its left) by this share of its length: matplotlib's `arc3,rad=0.2`. Default: 0.
        ///
        /// # Panics
        /// If it is not finite.
        pub set_bend, bend(self, share: impl Number) {
            let share = share.to_f64();
            assert!(share.is_finite(), "an arrow cannot bend by {share}");
            self.bend = share as f32;
        } -> get_bend: f32 { self.bend }

        /// Sets the size of the letters, in points. Default: 10.
        ///
        /// # Panics
        /// If it is negative or not finite.
        pub set_fontsize, fontsize(self, points: impl Number) { self.fontsize = length(points.to_f64(), "font size"); }
            -> get_fontsize: f32 { self.fontsize }

        /// Sets which part of the words stands at their place, from left to right. Default: the left end.
        ///
        /// # Panics
        /// If a name is that of no alignment.
        pub set_ha, ha(self, ha: impl NameOr<HAlign>) { self.ha = ha.value(); }
            -> get_ha: HAlign { self.ha }

        /// Sets which part of the words stands at their place, from top to bottom. Default: the baseline.
        ///
        /// # Panics
        /// If a name is that of no alignment.
        pub set_va, va(self, va: impl NameOr<VAlign>) { self.va = va.value(); }
            -> get_va: VAlign { self.va }
    }

    /// Where the words stand, and what is meant, in pixels.
    fn places(&self, area: Rect, at: impl Fn(f64, f64) -> Point, px: impl Fn(f32) -> f32) -> (Point, Point) {
        let to = at(self.to.0, self.to.1);
        let from = match self.from {
            From::Data(x, y) => at(x, y),
            From::Share(x, y) => within(area, x, y),
            From::Points(right, up) => Point::new(to.x + px(right), to.y - px(up)),
        };
        (from, to)
    }

    fn paint_arrow(&self, painter: &mut Painter<'_>, style: ArrowStyle, words: Rect, to: Point) {
        let pad = painter.px(PAD);
        let words = words.expanded(pad);
        let from = words.center();
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        let control = Point::new((from.x + to.x) / 2.0 - self.bend * dy, (from.y + to.y) / 2.0 + self.bend * dx);
        let curve = Curve([from, control, to]);
        let shrink = painter.px(SHRINK);
        // from where it leaves the words, and a little further at either end
        let outside = |p: Point| !(p.x > words.x0 && p.x < words.x1 && p.y > words.y0 && p.y < words.y1);
        let start = if self.text.is_empty() { 0.0 } else { curve.first(0.0, &outside) };
        let left = curve.at(start);
        let begin = curve.first(start, &|p| distance(p, left) >= shrink);
        let end = 1.0 - curve.backward().first(0.0, &|p| distance(p, to) >= shrink);
        if begin.is_nan() || begin >= end {
            return;
        }
        let curve = curve.part(begin, end);
        let (head_at_words, head_at_place, filled) = style.heads();
        let pen = Pen::new(self.arrowcolor, self.linewidth).cap(Cap::Round);
        let size = painter.px(self.fontsize);
        let heads = [(head_at_words, curve.0[0], curve.0[1]), (head_at_place, curve.0[2], curve.0[1])];
        let mut line = curve;
        let mut shapes = Vec::new();
        for (k, (has, tip, before)) in heads.into_iter().enumerate() {
            if !has {
                continue;
            }
            let (head, tip) = head(tip, before, size, painter.px(self.linewidth), filled);
            // the line ends where the point of the head is
            line.0[2 * k] = if filled { middle(head[0], head[2]) } else { tip };
            shapes.push(head);
        }
        let mut path = Path::new();
        path.move_to(line.0[0]).quad_to(line.0[1], line.0[2]);
        painter.stroke_path(&path, &pen);
        for head in shapes {
            let mut path = Path::new();
            path.move_to(head[0]).line_to(head[1]).line_to(head[2]);
            if filled {
                path.close();
                painter.fill_path(&path, FillRule::NonZero, self.arrowcolor);
            }
            painter.stroke_path(&path, &pen.clone().join(if filled { Join::Miter } else { Join::Round }));
        }
    }

    /// The box around the words, if there are any.
    fn taken(&self, projection: &Projection, ruler: &Obstacles) -> Option<Rect> {
        let (at, _) = self.places(ruler.area(), |x, y| projection.point(x, y), |points| ruler.px(points));
        let there = at.is_finite() && !self.text.is_empty();
        there.then(|| ruler.text_bounds(&self.text, at, self.fontsize, self.ha, self.va, 0.0))
    }
}

/// The three points of a head, its tip in the middle, and where that is: matplotlib's heads are 0.4 of the letters' size long and 0.2 wide to
/// either side; their strokes end at the tip.
fn head(tip: Point, before: Point, size: f32, width: f32, filled: bool) -> ([Point; 3], Point) {
    let whole = distance(tip, before);
    if whole.is_nan() || whole <= 0.0 || size <= 0.0 {
        return ([tip; 3], tip);
    }
    let (ux, uy) = ((before.x - tip.x) / whole, (before.y - tip.y) / whole);
    let (long, wide) = (0.4 * size, 0.2 * size);
    // half a stroke's width beyond the corner of two strokes
    let point = 0.5 * width * (long * long + wide * wide).sqrt() / wide;
    let back = if filled { 0.0 } else { point };
    let tip = Point::new(tip.x + ux * back, tip.y + uy * back);
    let side = |sign: f32| Point::new(tip.x + ux * long - sign * uy * wide, tip.y + uy * long + sign * ux * wide);
    ([side(1.0), tip, side(-1.0)], tip)
}

fn distance(a: Point, b: Point) -> f32 {
    ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).sqrt()
}

fn middle(a: Point, b: Point) -> Point {
    Point::new((a.x + b.x) / 2.0, (a.y + b.y) / 2.0)
}

/// A quadratic curve by its three points.
#[derive(Clone, Copy)]
struct Curve([Point; 3]);

impl Curve {
    fn at(self, t: f32) -> Point {
        let (s, [a, b, c]) = (1.0 - t, self.0);
        let mix = |a: f32, b: f32, c: f32| s * s * a + 2.0 * s * t * b + t * t * c;
        Point::new(mix(a.x, b.x, c.x), mix(a.y, b.y, c.y))
    }

    fn backward(self) -> Self {
        let [a, b, c] = self.0;
        Self([c, b, a])
    }

    /// Where, from `from` on, it first is as asked; at its end, if it never is.
    fn first(self, from: f32, is: &dyn Fn(Point) -> bool) -> f32 {
        const STEPS: u32 = 64;
        let step = (1.0 - from) / STEPS as f32;
        let mut before = from;
        for k in 0..=STEPS {
            let t = from + step * k as f32;
            if !is(self.at(t)) {
                before = t;
                continue;
            }
            let (mut no, mut yes) = (before, t);
            for _ in 0..24 {
                let half = (no + yes) / 2.0;
                if is(self.at(half)) { yes = half } else { no = half }
            }
            return yes;
        }
        1.0
    }

    fn part(self, from: f32, to: f32) -> Self {
        let [a, b, _] = self.0;
        let (start, end) = (self.at(from), self.at(to));
        // the tangent at the beginning, as long as the part is
        let [_, _, c] = self.0;
        let slope = |a: f32, b: f32, c: f32| 2.0 * ((1.0 - from) * (b - a) + from * (c - b));
        let half = (to - from) / 2.0;
        let control = Point::new(start.x + slope(a.x, b.x, c.x) * half, start.y + slope(a.y, b.y, c.y) * half);
        Self([start, control, end])
    }
}

impl Axes {
    /// Adds words at a place, with an arrow from there to what is meant: `add(Annotation::new(text, to).at(from).arrow("->"))`.
    pub fn annotate(
        &mut self,
        text: impl Into<String>,
        to: (impl Number, impl Number),
        from: (impl Number, impl Number),
    ) -> Key<Annotation> {
        self.add(Annotation::new(text, to).at(from).arrow(ArrowStyle::Head))
    }
}

impl Artist for Annotation {
    fn common(&self) -> &Common {
        &self.common
    }

    fn common_mut(&mut self) -> &mut Common {
        &mut self.common
    }

    fn default_zorder(&self) -> f64 {
        3.0
    }

    fn bounds(&self) -> Bounds {
        Bounds::new(Extent::EMPTY, Extent::EMPTY)
    }

    fn paint(&self, painter: &mut Painter<'_>) {
        let (at, to) = self.places(painter.area(), |x, y| painter.point(x, y), |points| painter.px(points));
        let area = painter.area().expanded(0.5);
        let seen = to.x >= area.x0 && to.x <= area.x1 && to.y >= area.y0 && to.y <= area.y1;
        if !(at.is_finite() && to.is_finite() && seen) {
            return;
        }
        if let Some(style) = self.arrow {
            let words = painter.text_bounds(&self.text, at, self.fontsize, self.ha, self.va, 0.0);
            self.paint_arrow(painter, style, words, to);
        }
        painter.text(&self.text, at, self.fontsize, self.color, self.ha, self.va, 0.0);
    }

    fn texts(&self, see: &mut dyn FnMut(&str)) {
        see(&self.text);
    }

    fn obstacles(&self, projection: &Projection, out: &mut Obstacles) {
        out.boxes.extend(self.taken(projection, out));
    }
}
