//! Words at a place in the axes.

use crate::artist::coords::Spots;
use crate::artist::lettering::{Lettering, text_setters};
use crate::artist::{Artist, Bounds, Common, Coords, Obstacles, Painter, properties};
use crate::data::Number;
use crate::figure::{Axes, Figure, Key};
use crate::geom::{Extent, Point, Rect};
use crate::project::Projection;
use crate::style::NameOr;

/// Words at a place in the axes: matplotlib's `text`.
///
/// The place is in data units, or, with [`axes_fraction`](Text::axes_fraction), in shares of the axes: (0, 0) is the
/// lower left corner and (1, 1) the upper right one; [`coords`](Text::coords) has others. [`bbox`](Text::bbox) lays a box behind
/// the words. Texts do not take part in the automatic limits and are not cut off at the border of the axes. `\n` begins a new line. They stand at whole pixels, so that they are crisp and still while they
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
    coords: (Coords, Coords),
    /// In points, to the right and up.
    offset: (f64, f64),
    letters: Lettering,
}

/// Shares of the axes.
const FRACTION: (Coords, Coords) = (Coords::AxesFraction, Coords::AxesFraction);

impl Text {
    /// `text` whose baseline starts at (`x`, `y`), black, 10 points.
    #[must_use]
    pub fn new(x: impl Number, y: impl Number, text: impl Into<String>) -> Self {
        Self {
            common: Common { clip: false, ..Common::new() },
            x: x.to_f64(),
            y: y.to_f64(),
            text: text.into(),
            coords: (Coords::Data, Coords::Data),
            offset: (0.0, 0.0),
            letters: Lettering::new(),
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

    /// Where they are, in data units or what [`coords`](Text::coords) says.
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
        self.coords = FRACTION;
        self
    }

    /// Sets whether the place is in shares of the axes. Default: it is in data units.
    pub fn set_axes_fraction(&mut self, fraction: bool) -> &mut Self {
        self.coords = if fraction { FRACTION } else { (Coords::Data, Coords::Data) };
        self
    }

    /// Whether the place is in shares of the axes.
    #[must_use]
    pub const fn get_axes_fraction(&self) -> bool {
        matches!(self.coords, FRACTION)
    }

    properties! {
        /// Sets what the place is measured in: [`Coords`], or `"axes fraction"`, or a pair for x and y, `("data", "axes fraction")`. Default: data
        /// units.
        ///
        /// # Panics
        /// If a name is that of no coordinates, or of an offset: for that there is [`offset`](Text::offset).
        pub set_coords, coords(self, coords: impl NameOr<(Coords, Coords)>) {
            let (x, y) = coords.value();
            assert!(!x.is_offset() && !y.is_offset(), "a text has nothing to be offset from: add `.offset(right, up)` to its place");
            self.coords = (x, y);
        } -> get_coords: (Coords, Coords) { self.coords }

        /// Moves the words so many points to the right of their place and above it. Default: not at all.
        ///
        /// # Panics
        /// If one is not finite.
        pub set_offset, offset(self, right: impl Number, up: impl Number) {
            let (right, up) = (right.to_f64(), up.to_f64());
            assert!(right.is_finite() && up.is_finite(), "words cannot be moved by ({right}, {up}) points");
            self.offset = (right, up);
        } -> get_offset: (f64, f64) { self.offset }
    }

    /// Where the words are, in pixels.
    fn at(&self, spots: &Spots<'_>) -> Point {
        let at = spots.point(self.coords, (self.x, self.y), Point::default());
        spots.point((Coords::OffsetPoints, Coords::OffsetPoints), self.offset, at)
    }

    /// The box around the words, in pixels, if there are any.
    fn taken(&self, projection: &Projection, ruler: &Obstacles) -> Option<Rect> {
        self.letters.taken(&self.text, self.at(&ruler.spots(projection)), ruler)
    }
}

text_setters!(Text, self);

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
        let at = self.at(&painter.spots());
        self.letters.paint(painter, &self.text, at);
    }

    fn texts(&self, see: &mut dyn FnMut(&str)) {
        see(&self.text);
    }

    fn obstacles(&self, projection: &Projection, out: &mut Obstacles) {
        out.boxes.extend(self.taken(projection, out));
    }

    fn reach(&self, projection: &Projection, ruler: &Obstacles) -> Option<Rect> {
        // letters may reach out of the box around words, by less than their size
        let around = |taken: Rect| taken.expanded(ruler.px(self.letters.fontsize));
        Some(self.taken(projection, ruler).map_or(Rect::default(), around))
    }
}
