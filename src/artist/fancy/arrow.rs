//! An arrow with all that can be said of it: matplotlib's `arrowprops`.

use super::arrow_style::{ArrowStyle, NAMES, Numbers, Piece};
use super::connection::ConnectionStyle;
use super::curve::{Track, within};
use super::parameters;
use crate::artist::common::length;
use crate::artist::{Painter, properties};
use crate::data::Number;
use crate::geom::{Path, Point, Rect, Spot};
use crate::style::named::sealed;
use crate::style::{Cap, Color, FillRule, Hatch, IntoColor, IntoLineStyle, LineStyle, NameOr, Pen, theme};

/// An arrow with all that can be said of it: what matplotlib has as `arrowprops=dict(arrowstyle="->", ..)`.
///
/// A text such as `"-|>"` or `"-|>,head_length=0.8"`, or an [`ArrowStyle`], may be written for it.
///
/// ```
/// use grabframe::prelude::*;
/// use grabframe::{Annotation, Arrow};
/// let mut fig = Figure::new();
/// let ax = fig.add_axes();
/// let arrow = Arrow::new("-|>").connectionstyle("arc3,rad=0.3").color("tab:red").linewidth(2);
/// fig[ax].add(Annotation::new("peak", (2.0, 5.0)).at((3.0, 6.0)).arrow(arrow));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Arrow {
    style: ArrowStyle,
    numbers: Numbers,
    connection: Option<ConnectionStyle>,
    shrink: [Option<f32>; 2],
    scale: Option<f32>,
    relpos: Option<(f64, f64)>,
    edge: Option<Color>,
    face: Option<Color>,
    linewidth: Option<f32>,
    linestyle: Option<LineStyle>,
}

/// Between an end of an arrow and where it leads, in points.
const SHRINK: f32 = 2.0;

/// Where an arrow leads from and to, in pixels.
pub(crate) struct Ends<'a> {
    pub(crate) from: Point,
    pub(crate) to: Point,
    /// What the beginning lies in, if the arrow begins at its border.
    pub(crate) inside: Option<&'a dyn Fn(Point) -> bool>,
    pub(crate) pixels_per_point: f32,
    /// What lengths of the style are multiples of if the arrow says nothing, in points.
    pub(crate) size: f32,
}

impl Arrow {
    /// An arrow of a style: `"->"`, `"fancy,tail_width=0.6"`, or an [`ArrowStyle`].
    ///
    /// # Panics
    /// If a text is no arrow.
    #[must_use]
    #[track_caller]
    pub fn new(style: impl NameOr<Option<Self>>) -> Self {
        style.value().unwrap_or(Self::of(ArrowStyle::Line))
    }

    pub(crate) const fn of(style: ArrowStyle) -> Self {
        Self {
            style,
            numbers: [None; 12],
            connection: None,
            shrink: [None; 2],
            scale: None,
            relpos: None,
            edge: None,
            face: None,
            linewidth: None,
            linestyle: None,
        }
    }

    properties! {
        /// Sets the way that it takes: a [`ConnectionStyle`], or `"arc3,rad=0.2"`. Default: a straight line.
        ///
        /// # Panics
        /// If a text is no connection.
        pub set_connectionstyle, connectionstyle(self, way: impl NameOr<ConnectionStyle>) { self.connection = Some(way.value()); }
            -> get_connectionstyle: ConnectionStyle { self.connection.unwrap_or_default() }

        /// Sets how far it ends from where it begins and from where it leads, in points: matplotlib's `shrinkA` and `shrinkB`. Default: 2.
        ///
        /// # Panics
        /// If one is negative or not finite.
        pub set_shrink, shrink(self, begin: impl Number, end: impl Number) {
            self.shrink = [Some(length(begin.to_f64(), "gap")), Some(length(end.to_f64(), "gap"))];
        } -> get_shrink: (f32, f32) { (self.shrink[0].unwrap_or(SHRINK), self.shrink[1].unwrap_or(SHRINK)) }

        /// Sets what lengths of the style (`head_length` and so on) are multiples of, in points. Default: the size of an annotation's letters, else 10.
        ///
        /// # Panics
        /// If it is negative or not finite.
        pub set_mutation_scale, mutation_scale(self, points: impl Number) { self.scale = Some(length(points.to_f64(), "mutation scale")); }
            -> get_mutation_scale: Option<f32> { self.scale }

        /// Sets where in the words of an annotation it begins, in shares of the box around them: (0, 0) is the lower left corner. It
        /// is seen from the border of the box on. Default: (0.5, 0.5).
        ///
        /// # Panics
        /// If one is not finite.
        pub set_relpos, relpos(self, right: impl Number, up: impl Number) {
            let (x, y) = (right.to_f64(), up.to_f64());
            assert!(x.is_finite() && y.is_finite(), "an arrow cannot begin at ({x}, {y}) of its words");
            self.relpos = Some((x, y));
        } -> get_relpos: (f64, f64) { self.relpos.unwrap_or((0.5, 0.5)) }

        /// Sets its colour, of its line and of its inside. Default: black; the inside of `simple`, `fancy` and `wedge` has the first
        /// colour of the cycle.
        ///
        /// # Panics
        /// If it is no colour.
        pub set_color, color(self, color: impl IntoColor) {
            let color = color.into_color();
            (self.edge, self.face) = (Some(color), Some(color));
        } -> get_color: Color { self.edge.unwrap_or(theme::EDGE) }

        /// Sets the colour of its line, or border.
        ///
        /// # Panics
        /// If it is no colour.
        pub set_edgecolor, edgecolor(self, color: impl IntoColor) { self.edge = Some(color.into_color()); }
            -> get_edgecolor: Color { self.get_color() }

        /// Sets the colour of its inside: of filled heads, and of shapes.
        ///
        /// # Panics
        /// If it is no colour.
        pub set_facecolor, facecolor(self, color: impl IntoColor) { self.face = Some(color.into_color()); }
            -> get_facecolor: Color {
                self.face.unwrap_or(if self.style.is_shape() { Color::turn(0) } else { self.get_color() })
            }

        /// Sets the width of its line, in points. Default: 1.
        ///
        /// # Panics
        /// If it is negative or not finite.
        pub set_linewidth, linewidth(self, points: impl Number) { self.linewidth = Some(length(points.to_f64(), "line width")); }
            -> get_linewidth: f32 { theme::plain(self.linewidth.unwrap_or(theme::PATCH_EDGE_WIDTH)) }

        /// Sets the style of its line: `"--"` and so on. Heads and brackets are solid. Default: solid.
        ///
        /// # Panics
        /// If a string names no style.
        pub set_linestyle, linestyle(self, style: impl IntoLineStyle) { self.linestyle = Some(style.into_linestyle()); }
            -> get_linestyle: &LineStyle { self.linestyle.as_ref().unwrap_or(&LineStyle::Solid) }
    }

    /// What it looks like.
    #[must_use]
    pub const fn style(&self) -> ArrowStyle {
        self.style
    }

    /// This style, with what another said where this one says nothing.
    pub(crate) fn or(self, other: &Self) -> Self {
        Self {
            style: self.style,
            numbers: self.numbers,
            connection: self.connection.or(other.connection),
            shrink: [self.shrink[0].or(other.shrink[0]), self.shrink[1].or(other.shrink[1])],
            scale: self.scale.or(other.scale),
            relpos: self.relpos.or(other.relpos),
            edge: self.edge.or(other.edge),
            face: self.face.or(other.face),
            linewidth: self.linewidth.or(other.linewidth),
            linestyle: self.linestyle.or(other.linestyle.clone()),
        }
    }

    /// What its line is drawn with.
    pub(crate) fn pen(&self) -> Pen {
        Pen::new(self.get_color(), self.linewidth.unwrap_or(theme::PATCH_EDGE_WIDTH))
            .dashes(self.get_linestyle().clone())
    }

    /// What was said of the colours of its border and inside, of its line's width and style.
    pub(crate) fn said(&self) -> (Option<Color>, Option<Color>, Option<f32>, Option<LineStyle>) {
        (self.edge, self.face, self.linewidth, self.linestyle.clone())
    }

    /// Its pieces, `width` (in points) being that of its line.
    fn pieces(&self, ends: &Ends<'_>, width: f32) -> Vec<Piece> {
        let up = |p: Point| (f64::from(p.x), -f64::from(p.y));
        let px = |points: f32| f64::from(points * ends.pixels_per_point);
        let mut track = self.get_connectionstyle().connect(up(ends.from), up(ends.to));
        if let Some(inside) = ends.inside {
            let inside = |p: Spot| inside(Point::new(p.0 as f32, -p.1 as f32));
            track = track.split(&inside).map_or(track, |(_, out)| out);
        }
        let (begin, end) = self.get_shrink();
        track = cut(track, px(begin), px(end));
        self.style.along(&track, &self.numbers, px(self.scale.unwrap_or(ends.size)), px(width))
    }

    /// Draws it. What lies far out of the picture is cut by the painter.
    pub(crate) fn paint(
        &self,
        painter: &mut Painter<'_>,
        ends: &Ends<'_>,
        pen: &Pen,
        (face, hatch): (Color, Option<&Hatch>),
    ) {
        let solid = Pen::new(pen.color, pen.width).cap(Cap::Round);
        for piece in self.pieces(ends, painter.length(pen.width)) {
            let path = pixels(&piece);
            if piece.filled {
                painter.fill_path(&path, FillRule::NonZero, face);
                if let Some(hatch) = hatch {
                    painter.hatch_path(&path, hatch);
                }
            }
            if pen.color.a > 0 && pen.width > 0.0 {
                let dashed = (!piece.at_end).then(|| solid.clone().dashes(pen.style.clone()));
                painter.stroke_path(&path, dashed.as_ref().unwrap_or(&solid));
            }
        }
    }

    /// The rectangle that it takes, in pixels.
    pub(crate) fn reach(&self, ends: &Ends<'_>, width: f32) -> Rect {
        let mut all: Option<Rect> = None;
        for piece in self.pieces(ends, width) {
            let own = pixels(&piece).bounds();
            all = Some(all.map_or(own, |all| all.union(own)));
        }
        all.unwrap_or_default().expanded(width * ends.pixels_per_point + 1.0)
    }
}

fn pixels(piece: &Piece) -> Path {
    piece.outline.path(&|p| Point::new(p.0 as f32, -p.1 as f32))
}

/// A track without what is nearer to its ends than this.
fn cut(mut track: Track, begin: f64, end: f64) -> Track {
    if begin > 0.0 {
        track = track.split(&within(track.start, begin)).map_or(track, |(_, out)| out);
    }
    if end > 0.0 {
        track = track.split(&within(track.end(), end)).map_or(track, |(out, _)| out);
    }
    track
}

// "no arrow" is a value, too, so that one can be taken away
impl sealed::Sealed<Option<Arrow>> for Arrow {}
impl NameOr<Option<Arrow>> for Arrow {
    fn value(self) -> Option<Arrow> {
        Some(self)
    }
}

impl sealed::Sealed<Option<Arrow>> for Option<Arrow> {}
impl NameOr<Self> for Option<Arrow> {
    fn value(self) -> Self {
        self
    }
}

impl sealed::Sealed<Option<Arrow>> for ArrowStyle {}
impl NameOr<Option<Arrow>> for ArrowStyle {
    fn value(self) -> Option<Arrow> {
        Some(Arrow::of(self))
    }
}

impl sealed::Sealed<Option<Arrow>> for &str {}
impl NameOr<Option<Arrow>> for &str {
    #[track_caller]
    fn value(self) -> Option<Arrow> {
        let mut numbers = [None; 12];
        let style: ArrowStyle = parameters::read(self, &NAMES, &mut numbers).value();
        Some(Arrow { numbers, ..Arrow::of(style) })
    }
}
