//! Words at a place in the axes.

use crate::artist::common::{angle, length};
use crate::artist::painter::{Written, within};
use crate::artist::{Artist, Bounds, Common, Obstacles, Painter, properties};
use crate::data::Number;
use crate::figure::{Axes, Figure, Key};
use crate::geom::{Extent, Point, Rect};
use crate::project::Projection;
use crate::style::{Color, IntoColor, NameOr, theme};
use crate::text::{Anchor, FontStyle, FontWeight, HAlign, RotationMode, Setting, VAlign, face};

/// Words at a place in the axes: matplotlib's `text`.
///
/// The place is in data units, or, with [`axes_fraction`](Text::axes_fraction), in shares of the axes: (0, 0) is the
/// lower left corner and (1, 1) the upper right one. Texts do not take part in the automatic limits and are not cut off
/// at the border of the axes. `\n` begins a new line. They stand at whole pixels, so that they are crisp and still while they
/// move little; what is to glide with data says [`snap(false)`](Text::snap). A letter that the embedded font does not have (it has all of Latin,
/// Greek and Cyrillic, arrows and mathematical signs) is drawn as an empty box. What stands between two dollar signs is [mathematics](crate#mathematics); `\$` is a dollar sign.
///
/// `label`, `alpha`, `zorder`, `visible` and `clip` come with [`ArtistExt`](crate::ArtistExt), and so do `set_label` and so on.
///
/// ```
/// use grabframe::prelude::*;
/// let mut fig = Figure::new();
/// let ax = fig.add_axes();
/// let clock = fig[ax].add(Text::new(0.02, 0.95, "t = 0 s").axes_fraction().fontsize(12.0));
/// fig[clock].set_text("t = 1 s");
/// ```
#[derive(Clone, Debug)]
pub struct Text {
    common: Common,
    x: f64,
    y: f64,
    text: String,
    fraction: bool,
    color: Color,
    fontsize: f32,
    ha: HAlign,
    va: VAlign,
    rotation: f32,
    fontweight: FontWeight,
    fontstyle: FontStyle,
    setting: Setting,
}

impl Text {
    /// `text` whose baseline starts at (`x`, `y`), black, 10 points.
    #[must_use]
    pub fn new(x: impl Number, y: impl Number, text: impl Into<String>) -> Self {
        Self {
            common: Common { clip: false, ..Common::new() },
            x: x.to_f64(),
            y: y.to_f64(),
            text: text.into(),
            fraction: false,
            color: Color::BLACK,
            fontsize: theme::FONT_SIZE,
            ha: HAlign::Left,
            va: VAlign::Baseline,
            rotation: 0.0,
            fontweight: FontWeight::Normal,
            fontstyle: FontStyle::Normal,
            setting: Setting::default(),
        }
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

    /// Where they are, in data units or in shares of the axes.
    #[must_use]
    pub fn position(&self) -> (f64, f64) {
        (self.x, self.y)
    }

    /// Moves the words. At NaN they are not drawn.
    pub fn set_position(&mut self, x: impl Number, y: impl Number) -> &mut Self {
        (self.x, self.y) = (x.to_f64(), y.to_f64());
        self
    }

    /// Placed in shares of the axes instead of data units.
    #[must_use]
    pub fn axes_fraction(mut self) -> Self {
        self.fraction = true;
        self
    }

    /// Sets whether the place is in shares of the axes. Default: it is in data units.
    pub fn set_axes_fraction(&mut self, fraction: bool) -> &mut Self {
        self.fraction = fraction;
        self
    }

    /// Whether the place is in shares of the axes.
    #[must_use]
    pub const fn get_axes_fraction(&self) -> bool {
        self.fraction
    }

    properties! {
        /// Sets the colour. Default: black.
        ///
        /// # Panics
        /// If it is no colour.
        pub set_color, color(self, color: impl IntoColor) { self.color = color.into_color(); }
            -> get_color: Color { self.color }

        /// Sets the size of the letters, in points. Default: 10.
        ///
        /// # Panics
        /// If it is negative or not finite.
        pub set_fontsize, fontsize(self, points: impl Number) { self.fontsize = length(points.to_f64(), "font size"); }
            -> get_fontsize: f32 { self.fontsize }

        /// Sets which part of the text stands at the place, from left to right: an [`HAlign`], or `"center"` and so on.
        /// Default: the left end.
        ///
        /// # Panics
        /// If a name is that of no alignment.
        pub set_ha, ha(self, ha: impl NameOr<HAlign>) { self.ha = ha.value(); }
            -> get_ha: HAlign { self.ha }

        /// Sets which part of the text stands at the place, from top to bottom: a [`VAlign`], or `"top"` and so on.
        /// Default: the baseline.
        ///
        /// # Panics
        /// If a name is that of no alignment.
        pub set_va, va(self, va: impl NameOr<VAlign>) { self.va = va.value(); }
            -> get_va: VAlign { self.va }

        /// Turns the text, in degrees, counter-clockwise. Default: 0.
        ///
        /// # Panics
        /// If it is not finite.
        pub set_rotation, rotation(self, degrees: impl Number) { self.rotation = angle(degrees.to_f64()); }
            -> get_rotation: f32 { self.rotation }

        /// Sets how thick the letters are: a [`FontWeight`], or `"bold"` and so on. Default: normal.
        ///
        /// Bold letters stand upright, whatever their style.
        ///
        /// # Panics
        /// If a name is that of no weight.
        pub set_fontweight, fontweight(self, weight: impl NameOr<FontWeight>) { self.fontweight = weight.value(); }
            -> get_fontweight: FontWeight { self.fontweight }

        /// Sets whether the letters slant: a [`FontStyle`], or `"italic"` and so on. Default: normal.
        ///
        /// # Panics
        /// If a name is that of no style.
        pub set_fontstyle, fontstyle(self, style: impl NameOr<FontStyle>) { self.fontstyle = style.value(); }
            -> get_fontstyle: FontStyle { self.fontstyle }

        /// Sets how far lines stand apart, in multiples of the size of the letters. By default 1.2, and more where letters
        /// are higher than the font is.
        ///
        /// # Panics
        /// If it is negative or not finite.
        pub set_linespacing, linespacing(self, spacing: impl Number) {
            self.setting.linespacing = Some(length(spacing.to_f64(), "line spacing"));
        }
            -> get_linespacing: Option<f32> { self.setting.linespacing }

        /// Sets where several lines stand among each other, from left to right: an [`HAlign`], or `"center"` and so on.
        /// Default: as [`ha`](Text::ha).
        ///
        /// # Panics
        /// If a name is that of no alignment.
        pub set_multialignment, multialignment(self, lines: impl NameOr<HAlign>) { self.setting.lines = Some(lines.value()); }
            -> get_multialignment: HAlign { self.setting.lines.unwrap_or(self.ha) }

        /// Sets what is aligned of a turned text: a [`RotationMode`], or `"anchor"`. Default: the upright box around it.
        ///
        /// # Panics
        /// If a name is that of no mode.
        pub set_rotation_mode, rotation_mode(self, mode: impl NameOr<RotationMode>) { self.setting.rotation = mode.value(); }
            -> get_rotation_mode: RotationMode { self.setting.rotation }

        /// Sets whether letters stand at whole pixels, crisp. Without it they stand exactly where they are said to: a text that
        /// moves by a tenth of a pixel moves by a tenth of a pixel, blurred a little, and costs more. Default: they do.
        pub set_snap, snap(self, snap: bool) { self.setting.free = !snap; }
            -> get_snap: bool { !self.setting.free }
    }

    /// The words, and where they are aligned.
    fn written(&self, at: Point) -> Written<'_> {
        let face = face(self.fontweight, self.fontstyle);
        let anchor = Anchor { at, ha: self.ha, va: self.va, angle: self.rotation };
        Written { text: &self.text, size: self.fontsize, face, setting: self.setting, anchor }
    }

    /// Where the place is, taken as shares of a rectangle.
    fn place_in(&self, area: Rect) -> Point {
        within(area, self.x, self.y)
    }

    /// The box around the words, in pixels, if there are any.
    fn taken(&self, projection: &Projection, ruler: &Obstacles) -> Option<Rect> {
        let at = if self.fraction { self.place_in(ruler.area()) } else { projection.point(self.x, self.y) };
        let there = at.is_finite() && !self.text.is_empty();
        there.then(|| ruler.written_bounds(&self.written(at)))
    }
}

impl Axes {
    /// Adds words at a place in data units: `add(Text::new(x, y, text))`.
    pub fn text(&mut self, x: impl Number, y: impl Number, text: impl Into<String>) -> Key<Text> {
        self.add(Text::new(x, y, text))
    }
}

impl Figure {
    /// Adds words at a place in the figure, in shares of its width and height: (0, 0) is the lower left corner and (1, 1)
    /// the upper right one. They stand over all axes.
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// let mut fig = Figure::new();
    /// let clock = fig.text(0.98, 0.02, "t = 0 s");
    /// fig[clock].set_ha(HAlign::Right).set_fontsize(8.0);
    /// fig[clock].set_text("t = 1 s"); // in a loop, as any artist
    /// ```
    pub fn text(&mut self, x: impl Number, y: impl Number, text: impl Into<String>) -> Key<Text> {
        self.add_artist(Text::new(x, y, text))
    }
}

impl Artist for Text {
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
        let at = if self.fraction { self.place_in(painter.area()) } else { painter.point(self.x, self.y) };
        painter.write(&self.written(at), self.color);
    }

    fn texts(&self, see: &mut dyn FnMut(&str)) {
        see(&self.text);
    }

    fn obstacles(&self, projection: &Projection, out: &mut Obstacles) {
        out.boxes.extend(self.taken(projection, out));
    }

    fn reach(&self, projection: &Projection, ruler: &Obstacles) -> Option<Rect> {
        // letters may reach out of the box around words, by less than their size
        let around = |taken: Rect| taken.expanded(ruler.px(self.fontsize));
        Some(self.taken(projection, ruler).map_or(Rect::default(), around))
    }
}
