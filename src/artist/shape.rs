//! How shapes with an inside and a border look, and what artists that are made of them can be told.

use crate::artist::{ColorCycle, LegendHandle, Painter};
use crate::geom::{Path, Point, Rect};
use crate::style::{Color, FillRule, Hatch, Join, LineStyle, Pen, theme};

/// The inside and the border of shapes. Lengths in points.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ShapeLook {
    /// `None` until it was set, or taken from the cycle.
    pub(crate) face: Option<Color>,
    /// `None`: there is no border.
    pub(crate) edge: Option<Color>,
    pub(crate) linewidth: f32,
    pub(crate) linestyle: LineStyle,
    pub(crate) hatching: Hatching,
}

/// What is drawn over the inside.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Hatching {
    pub(crate) hatch: Option<Hatch>,
    /// Whether its colour was set; else it is that of the border.
    pub(crate) coloured: bool,
    /// The patterns of pieces, by turns, if they have their own.
    each: Vec<Hatch>,
    /// The piece that is looked at.
    piece: usize,
}

impl Hatching {
    pub(crate) const fn new() -> Self {
        Self { hatch: None, coloured: false, each: Vec::new(), piece: 0 }
    }

    /// One that is known already, so opaque.
    pub(crate) fn drawn(mut hatch: Option<Hatch>, alpha: f32) -> Self {
        if let Some(hatch) = &mut hatch {
            hatch.color = hatch.color.with_alpha(alpha);
        }
        Self { hatch, coloured: true, ..Self::new() }
    }

    /// As it is drawn, in shapes with such a border: black where there is none.
    pub(crate) fn over(&self, edge: Option<Color>) -> Option<Hatch> {
        self.nth(self.piece, edge)
    }

    /// As a piece without a border has it.
    pub(crate) fn of(&self, piece: usize) -> Option<Hatch> {
        self.nth(piece, None)
    }

    fn nth(&self, piece: usize, edge: Option<Color>) -> Option<Hatch> {
        let own = self.each.get(piece % self.each.len().max(1));
        let mut hatch = own.or(self.hatch.as_ref()).filter(|hatch| !hatch.pattern().is_empty())?.clone();
        if let (Some(_), Some(all)) = (own, &self.hatch) {
            (hatch.color, hatch.width) = (all.color, all.width);
        }
        if !self.coloured {
            hatch.color = edge.filter(|edge| edge.a > 0).unwrap_or(theme::EDGE);
        }
        Some(hatch)
    }

    #[track_caller]
    pub(crate) fn set_pattern(&mut self, pattern: &str) {
        let known = self.hatch.as_ref().map(|hatch| (hatch.color, hatch.width));
        let mut hatch = Hatch::new(pattern);
        (hatch.color, hatch.width) = known.unwrap_or((hatch.color, hatch.width));
        self.hatch = Some(hatch);
        self.each.clear();
    }

    /// Sets the patterns of pieces, by turns.
    #[track_caller]
    pub(crate) fn set_each(&mut self, patterns: impl IntoIterator<Item = impl AsRef<str>>) {
        let mut each = Vec::new();
        for pattern in patterns {
            each.push(Hatch::new(pattern.as_ref()));
        }
        self.each = each;
    }

    /// The patterns of pieces, if they have their own.
    pub(crate) fn each(&self) -> Vec<&str> {
        let mut patterns = Vec::with_capacity(self.each.len());
        for hatch in &self.each {
            patterns.push(hatch.pattern());
        }
        patterns
    }

    /// Whether all pieces have the same.
    pub(crate) fn is_one(&self) -> bool {
        self.each.len() < 2
    }

    /// Turns to another piece.
    pub(crate) fn turn_to(&mut self, piece: usize) {
        self.piece = piece;
    }

    /// Whether there is a pattern or not.
    pub(crate) fn hatch_mut(&mut self) -> &mut Hatch {
        self.hatch.get_or_insert_with(|| Hatch::new(""))
    }

    pub(crate) fn pattern(&self) -> &str {
        self.hatch.as_ref().map_or("", Hatch::pattern)
    }
}

impl ShapeLook {
    /// The next colour of the cycle, without a border.
    pub(crate) const fn new() -> Self {
        Self {
            face: None,
            edge: None,
            linewidth: theme::PATCH_EDGE_WIDTH,
            linestyle: LineStyle::Solid,
            hatching: Hatching::new(),
        }
    }

    /// Takes the next colour if none was set.
    pub(crate) fn take_color(&mut self, cycle: &mut ColorCycle) {
        if self.face.is_none() {
            self.face = Some(cycle.next_fill());
        }
    }

    pub(crate) fn face(&self) -> Color {
        self.face.unwrap_or(Color::turn(0))
    }

    /// What the border is drawn with, if anything is left of it.
    pub(crate) fn pen(&self) -> Option<Pen> {
        let edge = self.edge.filter(|edge| edge.a > 0 && self.linewidth > 0.0)?;
        let pen = Pen::new(edge, self.linewidth).join(Join::Miter).dashes(self.linestyle.clone());
        (self.linestyle != LineStyle::None).then_some(pen)
    }

    pub(crate) fn hatch(&self) -> Option<Hatch> {
        self.hatching.over(self.edge)
    }

    /// That of piece `i`, whose inside has a colour of its own.
    pub(crate) fn of_piece(&self, i: usize, face: Color) -> Self {
        let mut look = Self { face: Some(face), ..self.clone() };
        look.hatching.turn_to(i);
        look
    }

    /// A box with this look.
    pub(crate) fn handle(&self) -> LegendHandle {
        LegendHandle { face: Some(self.face()), hatch: self.hatch(), edge: self.pen(), ..LegendHandle::new() }
    }
}

impl Painter<'_> {
    /// Rectangles in pixels, filled and with a border, one over the other: those without one as one shape, so that there is no
    /// seam where they touch.
    pub(crate) fn boxes(&mut self, rects: &[Rect], look: &ShapeLook) {
        let hatch = look.hatch();
        let Some(pen) = look.pen() else {
            let path = self.rects_path(rects.iter().copied());
            self.fill_path(&path, FillRule::NonZero, look.face());
            if let Some(hatch) = hatch {
                self.hatch_path(&path, &hatch);
            }
            return;
        };
        for rect in rects {
            self.framed_over(*rect, look.face(), hatch.as_ref(), &pen);
        }
    }

    /// A rectangle in pixels with a border around it, which lies on whole pixels where there are any.
    pub(crate) fn framed(&mut self, rect: Rect, face: Color, pen: &Pen) {
        self.framed_over(rect, face, None, pen);
    }

    fn framed_over(&mut self, rect: Rect, face: Color, hatch: Option<&Hatch>, pen: &Pen) {
        let Rect { x0, y0, x1, y1 } = rect;
        if [x0, y0, x1, y1].iter().any(|v| v.is_nan()) {
            return;
        }
        let (from, to) = (self.crisp(Point::new(x0, y0), pen.width), self.crisp(Point::new(x1, y1), pen.width));
        let rect = Rect::new(from.x, from.y, to.x, to.y);
        self.fill_rect(rect, face);
        if let Some(hatch) = hatch {
            self.hatch_path(&Path::rect(rect), hatch);
        }
        self.stroke_path(&Path::rect(rect), pen);
    }

    /// A path in pixels, filled and with a border.
    pub(crate) fn shape(&mut self, path: &Path, rule: FillRule, look: &ShapeLook) {
        self.fill_path(path, rule, look.face());
        if let Some(hatch) = look.hatch() {
            self.hatch_path(path, &hatch);
        }
        if let Some(pen) = look.pen() {
            self.stroke_path(path, &pen);
        }
    }
}

/// The setters of an artist with a [`Hatching`], found by this path of fields.
macro_rules! hatch_setters {
    ($artist:ident, $self:ident, $($field:ident).+) => {
        impl $artist {
            crate::artist::properties! {
                /// Sets what is drawn over the inside: matplotlib's letters `/ \\ | - + x o O . *`, repeated for more of it, as
                /// [`Hatch::new`](crate::Hatch::new) has them. The pattern stands still in the figure. Default: nothing.
                ///
                /// # Panics
                /// If another letter is among them.
                pub set_hatch, hatch($self, pattern: &str) { $self.$($field).+.set_pattern(pattern); }
                    -> get_hatch: &str { $self.$($field).+.pattern() }

                /// Sets the colour of the hatch. Default: that of the border; black, if there is none.
                ///
                /// # Panics
                /// If it is no colour.
                pub set_hatchcolor, hatchcolor($self, color: impl crate::style::IntoColor) {
                    $self.$($field).+.hatch_mut().color = color.into_color();
                    $self.$($field).+.coloured = true;
                }

                /// Sets the width of the hatch's lines, in points. Default: 1.
                ///
                /// # Panics
                /// If it is negative or not finite.
                pub set_hatch_linewidth, hatch_linewidth($self, points: impl crate::data::Number) {
                    $self.$($field).+.hatch_mut().width = crate::artist::common::length(points.to_f64(), "line width");
                }
            }
        }
    };
}

pub(crate) use hatch_setters;

/// The setters of the border of an artist with a field `look` that is a [`ShapeLook`].
macro_rules! border_setters {
    ($artist:ident, $self:ident) => {
        impl $artist {
            crate::artist::properties! {
                /// Sets the colour of the border. Default: there is none.
                ///
                /// # Panics
                /// If it is no colour.
                pub set_edgecolor, edgecolor($self, color: impl crate::style::IntoColor) {
                    $self.look.edge = Some(color.into_color());
                } -> get_edgecolor: Option<crate::style::Color> { $self.look.edge }

                /// Sets the width of the border, in points. Default: 1.
                ///
                /// # Panics
                /// If it is negative or not finite.
                pub set_linewidth, linewidth($self, points: impl crate::data::Number) {
                    $self.look.linewidth = crate::artist::common::length(points.to_f64(), "line width");
                } -> get_linewidth: f32 { crate::style::theme::plain($self.look.linewidth) }

                /// Sets the style of the border: [`LineStyle::Dashed`](crate::LineStyle::Dashed) and so on, or `"--"`.
                /// Default: solid.
                ///
                /// # Panics
                /// If a string names no style.
                pub set_linestyle, linestyle($self, style: impl crate::style::IntoLineStyle) {
                    $self.look.linestyle = style.into_linestyle();
                } -> get_linestyle: &crate::style::LineStyle { &$self.look.linestyle }
            }
        }
    };
}

pub(crate) use border_setters;

/// The setters of an artist with a field `look` that is a [`ShapeLook`].
macro_rules! shape_setters {
    ($artist:ident, $self:ident) => {
        crate::artist::shape::hatch_setters!($artist, $self, look.hatching);
        crate::artist::shape::border_setters!($artist, $self);

        impl $artist {
            crate::artist::properties! {
                /// Sets the colour of the inside; `"none"` leaves it empty. Default: the next of the cycle.
                ///
                /// # Panics
                /// If it is no colour.
                pub set_color, color($self, color: impl crate::style::IntoColor) {
                    $self.look.face = Some(color.into_color());
                } -> get_color: crate::style::Color { $self.look.face() }
            }
        }
    };
}

pub(crate) use shape_setters;
