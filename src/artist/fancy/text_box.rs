//! Boxes around words: matplotlib's `bbox`.

use super::{BoxForm, BoxStyle};
use crate::artist::painter::Written;
use crate::artist::shape::{Hatching, ShapeLook, shape_setters};
use crate::artist::{Painter, properties};
use crate::data::Number;
use crate::geom::{Path, Point, Rect};
use crate::style::named::sealed;
use crate::style::{Color, FillRule, IntoColor, NameOr, Theme, theme};
use crate::surface::Flat;
use crate::text::{Fonts, TextFrame};

/// A box around words: what matplotlib has as `bbox=dict(boxstyle="round", facecolor="wheat")`. It turns with its words.
///
/// A text such as `"round,pad=0.5"`, or a [`BoxStyle`], may be written for it. As in matplotlib it has the first colour of the cycle inside
/// and a black border, unless it is told otherwise.
///
/// ```
/// use grabframe::prelude::*;
/// use grabframe::TextBox;
/// let mut fig = Figure::new();
/// let ax = fig.add_axes();
/// let sheet = TextBox::new("round").facecolor("wheat").alpha(0.5);
/// let words = fig[ax].add(Text::new(0.05, 0.9, "mean = 0.2").axes_fraction().va("top").bbox(sheet));
/// fig[words].set_bbox("sawtooth,pad=0.5"); // another one
/// fig[words].set_bbox(None);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct TextBox {
    form: BoxForm,
    look: ShapeLook,
    alpha: f32,
}

impl TextBox {
    /// A box of a style: `"round"`, `"square,pad=0.1"`, or a [`BoxStyle`].
    ///
    /// # Panics
    /// If a text is no box.
    #[must_use]
    #[track_caller]
    pub fn new(style: impl NameOr<Option<Self>>) -> Self {
        style.value().unwrap_or(Self::of(BoxForm::of(BoxStyle::Square)))
    }

    const fn of(form: BoxForm) -> Self {
        let mut look = ShapeLook::new();
        look.edge = Some(theme::EDGE);
        Self { form, look, alpha: 1.0 }
    }

    /// The form of the box.
    #[must_use]
    pub const fn style(&self) -> BoxStyle {
        self.form.style
    }

    pub(crate) const fn form(&self) -> BoxForm {
        self.form
    }

    properties! {
        /// Sets the room between the words and the box, in multiples of the size of the letters. Default: 0.3.
        ///
        /// # Panics
        /// If it is not finite.
        pub set_pad, pad(self, pad: impl Number) {
            let pad = pad.to_f64();
            assert!(pad.is_finite(), "a pad of {pad} leaves no box");
            self.form.pad = Some(pad);
        } -> get_pad: f64 { self.form.pad.unwrap_or(0.3) }

        /// The same as [`set_color`](TextBox::set_color), by matplotlib's name.
        ///
        /// # Panics
        /// If it is no colour.
        pub set_facecolor, facecolor(self, color: impl IntoColor) { self.look.face = Some(color.into_color()); }
            -> get_facecolor: Color { self.look.face() }

        /// Sets the opacity of the box: 0 is invisible, 1 opaque (the default). Values outside are clamped.
        pub set_alpha, alpha(self, alpha: impl Number) { self.alpha = alpha.to_f64().clamp(0.0, 1.0) as f32; }
            -> get_alpha: f32 { self.alpha }
    }

    /// Its outline in pixels around words with this frame; `size` is that of the letters, in pixels.
    fn path(&self, frame: &TextFrame, size: f32) -> Path {
        let outline = self.form.around((0.0, 0.0), (frame.width, frame.height), f64::from(size));
        outline.path(&|(x, y)| frame.pixel(x, y))
    }

    /// The rectangle that it takes, in pixels.
    pub(crate) fn bounds(&self, words: &Boxed<'_>) -> Rect {
        let border = self.look.pen().map_or(0.0, |pen| words.px(pen.width));
        self.path(&words.frame(), words.size()).bounds().expanded(border)
    }

    /// Says of points whether they are in it, border and all.
    pub(crate) fn inside(&self, words: &Boxed<'_>) -> impl Fn(Point) -> bool + use<> {
        let path = self.path(&words.frame(), words.size());
        let reach = self.look.pen().map_or(0.0, |pen| words.px(pen.width) / 2.0);
        let (mut flat, mut around) = (Flat::default(), Vec::new());
        flat.add(&path);
        for (contour, _) in flat.contours() {
            around.extend_from_slice(contour);
        }
        move |p| is_in(&around, p) || near(&around, p) < reach
    }

    /// What was said of its look, with its opacity.
    pub(crate) fn said(&self) -> ShapeLook {
        let seen = |color: Color| color.with_alpha(self.alpha);
        ShapeLook { face: self.look.face.map(seen), edge: self.look.edge.map(seen), ..self.look.clone() }
    }

    /// Draws it behind words.
    pub(crate) fn paint(&self, painter: &mut Painter<'_>, words: &Boxed<'_>) {
        let frame = words.frame();
        let hatching = Hatching::drawn(self.look.hatch(), self.alpha);
        let look = ShapeLook { face: Some(self.look.face().with_alpha(self.alpha)), hatching, ..self.said() };
        let path = self.path(&frame, words.size());
        // what stands upright lies on whole pixels, as the letters do
        let upright =
            self.form.style == BoxStyle::Square && frame.turn.quarters.is_some() && !words.written.setting.free;
        if !upright {
            return painter.shape(&path, FillRule::NonZero, &look);
        }
        let bounds = path.bounds();
        let rect = if look.pen().is_some() { bounds } else { painter.snapped(bounds) };
        painter.boxes(&[rect], &look);
    }
}

shape_setters!(TextBox, self);

/// Words that a box is laid around.
pub(crate) struct Boxed<'a> {
    pub(crate) written: &'a Written<'a>,
    pub(crate) pixels_per_point: f32,
    pub(crate) fonts: &'a Fonts,
    pub(crate) theme: Option<&'a Theme>,
}

impl Boxed<'_> {
    fn px(&self, points: f32) -> f32 {
        self.theme.map_or_else(|| theme::plain(points), |theme| theme.length(points)) * self.pixels_per_point
    }

    fn size(&self) -> f32 {
        self.px(self.written.size)
    }

    fn frame(&self) -> TextFrame {
        TextFrame::of(&self.written.words(self.size(), self.fonts), self.written.anchor)
    }
}

/// Whether a point is in a polygon.
fn is_in(around: &[Point], p: Point) -> bool {
    let mut inside = false;
    for (i, a) in around.iter().enumerate() {
        let b = around[(i + 1) % around.len()];
        if (a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x {
            inside = !inside;
        }
    }
    inside
}

/// How far a point is from the border of a polygon.
fn near(around: &[Point], p: Point) -> f32 {
    let mut least = f32::INFINITY;
    for (i, a) in around.iter().enumerate() {
        let b = around[(i + 1) % around.len()];
        let (dx, dy) = (b.x - a.x, b.y - a.y);
        let long = dx * dx + dy * dy;
        let along = ((p.x - a.x) * dx + (p.y - a.y) * dy) / long;
        let t = if long > 0.0 { along.clamp(0.0, 1.0) } else { 0.0 };
        let (x, y) = (p.x - a.x - t * dx, p.y - a.y - t * dy);
        least = least.min((x * x + y * y).sqrt());
    }
    least
}

// "no box" is a value, too, so that one can be taken away
impl sealed::Sealed<Option<TextBox>> for TextBox {}
impl NameOr<Option<TextBox>> for TextBox {
    fn value(self) -> Option<TextBox> {
        Some(self)
    }
}

impl sealed::Sealed<Option<TextBox>> for Option<TextBox> {}
impl NameOr<Self> for Option<TextBox> {
    fn value(self) -> Self {
        self
    }
}

impl sealed::Sealed<Option<TextBox>> for BoxStyle {}
impl NameOr<Option<TextBox>> for BoxStyle {
    fn value(self) -> Option<TextBox> {
        Some(TextBox::of(BoxForm::of(self)))
    }
}

impl sealed::Sealed<Option<TextBox>> for &str {}
impl NameOr<Option<TextBox>> for &str {
    #[track_caller]
    fn value(self) -> Option<TextBox> {
        Some(TextBox::of(BoxForm::parse(self)))
    }
}
