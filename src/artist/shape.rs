//! How shapes with an inside and a border look, and what artists that are made of them can be told.

use crate::artist::{ColorCycle, LegendHandle, Painter};
use crate::geom::{Path, Point, Rect};
use crate::style::{Color, FillRule, Join, LineStyle, Pen, theme};

/// The inside and the border of shapes. Lengths in points.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ShapeLook {
    /// `None` until it was set, or taken from the cycle.
    pub(crate) face: Option<Color>,
    /// `None`: there is no border.
    pub(crate) edge: Option<Color>,
    pub(crate) linewidth: f32,
    pub(crate) linestyle: LineStyle,
}

impl ShapeLook {
    /// The next colour of the cycle, without a border.
    pub(crate) const fn new() -> Self {
        Self { face: None, edge: None, linewidth: theme::PATCH_EDGE_WIDTH, linestyle: LineStyle::Solid }
    }

    /// Takes the next colour if none was set.
    pub(crate) fn take_color(&mut self, cycle: &mut ColorCycle) {
        if self.face.is_none() {
            self.face = Some(cycle.next_fill());
        }
    }

    pub(crate) fn face(&self) -> Color {
        self.face.unwrap_or(Color::cycle(0))
    }

    /// What the border is drawn with, if anything is left of it.
    pub(crate) fn pen(&self) -> Option<Pen> {
        let edge = self.edge.filter(|edge| edge.a > 0 && self.linewidth > 0.0)?;
        let pen = Pen::new(edge, self.linewidth).join(Join::Miter).dashes(self.linestyle.clone());
        (self.linestyle != LineStyle::None).then_some(pen)
    }

    /// A box with this look.
    pub(crate) fn handle(&self) -> LegendHandle {
        LegendHandle { face: Some(self.face()), edge: self.pen(), ..LegendHandle::new() }
    }
}

impl Painter<'_> {
    /// Rectangles in pixels, filled and with a border, one over the other: those without one as one shape, so that there is no
    /// seam where they touch.
    pub(crate) fn boxes(&mut self, rects: &[Rect], look: &ShapeLook) {
        let Some(pen) = look.pen() else { return self.fill_rects(rects.iter().copied(), look.face()) };
        for rect in rects {
            self.framed(*rect, look.face(), &pen);
        }
    }

    /// A rectangle in pixels with a border around it, which lies on whole pixels where there are any.
    pub(crate) fn framed(&mut self, rect: Rect, face: Color, pen: &Pen) {
        let Rect { x0, y0, x1, y1 } = rect;
        if [x0, y0, x1, y1].iter().any(|v| v.is_nan()) {
            return;
        }
        let (from, to) = (self.crisp(Point::new(x0, y0), pen.width), self.crisp(Point::new(x1, y1), pen.width));
        let rect = Rect::new(from.x, from.y, to.x, to.y);
        self.fill_rect(rect, face);
        self.stroke_path(&Path::rect(rect), pen);
    }

    /// A path in pixels, filled and with a border.
    pub(crate) fn shape(&mut self, path: &Path, rule: FillRule, look: &ShapeLook) {
        self.fill_path(path, rule, look.face());
        if let Some(pen) = look.pen() {
            self.stroke_path(path, &pen);
        }
    }
}

/// The setters of an artist with a field `look` that is a [`ShapeLook`].
macro_rules! shape_setters {
    ($artist:ident, $self:ident) => {
        impl $artist {
            crate::artist::properties! {
                /// Sets the colour of the inside; `"none"` leaves it empty. Default: the next of the cycle.
                ///
                /// # Panics
                /// If it is no colour.
                pub set_color, color($self, color: impl crate::style::IntoColor) {
                    $self.look.face = Some(color.into_color());
                } -> get_color: crate::style::Color { $self.look.face() }

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
                } -> get_linewidth: f32 { $self.look.linewidth }

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

pub(crate) use shape_setters;
