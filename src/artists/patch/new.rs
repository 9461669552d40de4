//! Patches of every kind.

use super::{Kind, Patch};
use crate::artist::fancy::{BoxForm, BoxStyle};
use crate::artist::{Arrow, TextBox};
use crate::data::{Column, Number};
use crate::geom::Outline;
use crate::style::{NameOr, theme};

impl Patch {
    /// A circle around (`x`, `y`): where a unit of y is not as long as one of x, it is seen as an ellipse.
    #[must_use]
    pub fn circle(x: impl Number, y: impl Number, radius: impl Number) -> Self {
        let size = 2.0 * radius.to_f64();
        Self::new(Kind::Ellipse { width: size, height: size }, x.to_f64(), y.to_f64())
    }

    /// An ellipse around (`x`, `y`), so wide and so high.
    #[must_use]
    pub fn ellipse(x: impl Number, y: impl Number, width: impl Number, height: impl Number) -> Self {
        Self::new(Kind::Ellipse { width: width.to_f64(), height: height.to_f64() }, x.to_f64(), y.to_f64())
    }

    /// A rectangle whose lower left corner is at (`x`, `y`), around which it turns.
    #[must_use]
    pub fn rectangle(x: impl Number, y: impl Number, width: impl Number, height: impl Number) -> Self {
        Self::new(Kind::Rectangle { width: width.to_f64(), height: height.to_f64() }, x.to_f64(), y.to_f64())
    }

    /// A polygon through these corners. Corners with NaN are left out.
    ///
    /// # Panics
    /// If the columns have different lengths.
    #[must_use]
    #[track_caller]
    pub fn polygon(x: impl Column, y: impl Column) -> Self {
        let mut patch = Self::new(Kind::Path(Outline::new()), 0.0, 0.0);
        patch.set_corners(x, y);
        patch
    }

    /// A piece of a disc around (`x`, `y`), from one angle to another, in degrees from the right, counter-clockwise: from 350 to 10 is a
    /// narrow one. 360 degrees or more are a whole disc.
    #[must_use]
    pub fn wedge(x: impl Number, y: impl Number, radius: impl Number, from: impl Number, to: impl Number) -> Self {
        let kind = Kind::Wedge { radius: radius.to_f64(), from: from.to_f64(), to: to.to_f64(), width: None };
        Self::new(kind, x.to_f64(), y.to_f64())
    }

    /// A ring around (`x`, `y`), so wide, inside of a circle.
    #[must_use]
    pub fn annulus(x: impl Number, y: impl Number, radius: impl Number, width: impl Number) -> Self {
        let kind = Kind::Wedge { radius: radius.to_f64(), from: 0.0, to: 360.0, width: Some(width.to_f64()) };
        Self::new(kind, x.to_f64(), y.to_f64())
    }

    /// An arrow from (`x`, `y`), so far along x and y up to its tip, its shaft so wide: the head is three times as wide, and one and a half times as long as
    /// wide.
    #[must_use]
    pub fn arrow(x: impl Number, y: impl Number, dx: impl Number, dy: impl Number, width: impl Number) -> Self {
        let width = width.to_f64();
        let (head_width, head_length) = (3.0 * width, 4.5 * width);
        let kind = Kind::Arrow { dx: dx.to_f64(), dy: dy.to_f64(), width, head_width, head_length };
        Self::new(kind, x.to_f64(), y.to_f64())
    }

    /// A part of the line of an ellipse around (`x`, `y`), from one angle to another, in degrees, counter-clockwise: matplotlib's `Arc`. It has
    /// no inside.
    #[must_use]
    pub fn arc(
        x: impl Number,
        y: impl Number,
        width: impl Number,
        height: impl Number,
        from: impl Number,
        to: impl Number,
    ) -> Self {
        let (width, height) = (width.to_f64(), height.to_f64());
        Self::framed(Kind::Arc { width, height, from: from.to_f64(), to: to.to_f64() }, x.to_f64(), y.to_f64())
    }

    /// A regular polygon around (`x`, `y`), its corners so far from there, the first at the top.
    #[must_use]
    pub fn regular_polygon(x: impl Number, y: impl Number, corners: u32, radius: impl Number) -> Self {
        Self::new(Kind::Regular { corners, radius: radius.to_f64() }, x.to_f64(), y.to_f64())
    }

    /// Any outline in data units, with a black border, as matplotlib's `PathPatch`.
    ///
    /// ```
    /// use grabframe::{Outline, Patch};
    /// let heart = Patch::path(Outline::new().move_to(0.0, -1.0).cubic_to((3.0, 1.0), (0.0, 2.0), (0.0, 0.5)).close());
    /// ```
    #[must_use]
    pub fn path(outline: &Outline) -> Self {
        let mut patch = Self::framed(Kind::Path(Outline::new()), 0.0, 0.0);
        patch.set_path(outline);
        patch
    }

    /// A box around the rectangle whose lower left corner is at (`x`, `y`), of a style such as `"round,pad=0.1"` (a
    /// [`BoxStyle`](crate::BoxStyle)), whose lengths are in data units here; [`mutation_scale`](Patch::mutation_scale) multiplies them. It has a black border,
    /// as matplotlib's `FancyBboxPatch`.
    ///
    /// # Panics
    /// If a text is no box.
    #[must_use]
    #[track_caller]
    pub fn fancy_box(
        x: impl Number,
        y: impl Number,
        width: impl Number,
        height: impl Number,
        style: impl NameOr<Option<TextBox>>,
    ) -> Self {
        let around = style.value();
        let form = around.as_ref().map_or(BoxForm::of(BoxStyle::Square), TextBox::form);
        let kind = Kind::Box { width: width.to_f64(), height: height.to_f64(), form, scale: 1.0 };
        let mut patch = Self::framed(kind, x.to_f64(), y.to_f64());
        if let Some(around) = around {
            patch.look = around.said();
        }
        patch
    }

    /// An arrow from one place to another, as annotations have them: an [`Arrow`], or `"->"`. Its line is black, its inside has the first colour of
    /// the cycle, as matplotlib's `FancyArrowPatch`; lengths of heads are those of the screen, in multiples of 10 points (matplotlib's of one
    /// point, which is not seen).
    ///
    /// ```
    /// use grabframe::{Arrow, Patch};
    /// let arrow = Arrow::new("-|>").connectionstyle("arc3,rad=0.3").mutation_scale(15);
    /// let bent = Patch::fancy_arrow((0.0, 0.0), (1.0, 1.0), arrow).color("tab:red");
    /// ```
    ///
    /// # Panics
    /// If a text is no arrow.
    #[must_use]
    #[track_caller]
    pub fn fancy_arrow(
        (x, y): (impl Number, impl Number),
        (to_x, to_y): (impl Number, impl Number),
        arrow: impl NameOr<Option<Arrow>>,
    ) -> Self {
        let (x, y) = (x.to_f64(), y.to_f64());
        let arrow = Arrow::new(arrow);
        let (edge, face, linewidth, linestyle) = arrow.said();
        let mut patch =
            Self::framed(Kind::Fancy { dx: to_x.to_f64() - x, dy: to_y.to_f64() - y, arrow: Box::new(arrow) }, x, y);
        patch.look.edge = edge.or(patch.look.edge);
        patch.look.face = face;
        patch.look.linewidth = linewidth.unwrap_or(patch.look.linewidth);
        patch.look.linestyle = linestyle.unwrap_or(patch.look.linestyle);
        patch
    }

    /// One with a black border.
    fn framed(kind: Kind, x: f64, y: f64) -> Self {
        let mut patch = Self::new(kind, x, y);
        patch.look.edge = Some(theme::EDGE);
        patch
    }
}
