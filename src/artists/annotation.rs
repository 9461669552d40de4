//! Words with an arrow to a place: matplotlib's `annotate`.

use crate::artist::coords::Spots;
use crate::artist::fancy::{Boxed, Ends};
use crate::artist::lettering::{Lettering, text_setters};
use crate::artist::{
    Arrow, ArrowStyle, Artist, Bounds, Common, ConnectionStyle, Coords, Obstacles, Painter, properties,
};
use crate::data::Number;
use crate::figure::{Axes, Key};
use crate::geom::{Extent, Point, Rect};
use crate::project::Projection;
use crate::style::{Color, IntoColor, NameOr};

/// Words beside a place, with an arrow from them to it if one is asked for: matplotlib's `annotate`.
///
/// Where the place is in data units and outside of the axes nothing is drawn, so that annotations come and go as limits move. The arrow begins at
/// the border of the words' [box](Annotation::bbox), or 2 points around the words.
///
/// `label`, `alpha`, `zorder`, `visible` and `clip` come with [`ArtistExt`](crate::ArtistExt), and so do `set_label` and so on.
///
/// ```
/// use grabframe::prelude::*;
/// use grabframe::{Annotation, Arrow};
/// let mut fig = Figure::new();
/// let ax = fig.add_axes();
/// let peak = fig[ax].add(Annotation::new("peak", (2.0, 5.0)).at((3.0, 6.0)).arrow("->"));
/// fig[peak].set_xy(2.1, 5.2); // in a loop: the arrow follows
/// fig[ax].add(Annotation::new("start", (0.0, 0.0)).offset(10.0, 10.0)); // in points, from the place
///
/// // words in a box, in the corner of the axes, with an arrow that bends
/// let arrow = Arrow::new("fancy").connectionstyle("arc3,rad=0.3").facecolor("tab:red");
/// let corner = Annotation::new("start", (0.0, 0.0)).at((0.1, 0.9)).textcoords("axes fraction");
/// fig[ax].add(corner.arrow(arrow).bbox("round"));
/// ```
#[derive(Clone, Debug)]
pub struct Annotation {
    common: Common,
    text: String,
    /// What is meant.
    to: (f64, f64),
    xycoords: (Coords, Coords),
    from: From,
    textcoords: Option<(Coords, Coords)>,
    has_arrow: bool,
    arrow: Arrow,
    annotation_clip: Option<bool>,
    letters: Lettering,
}

/// Where the words are.
#[derive(Clone, Copy, Debug)]
enum From {
    /// In the coordinates of words, if they have their own, or of what is meant.
    Given(f64, f64),
    /// In shares of the axes.
    Share(f64, f64),
    /// In points from what is meant.
    Points(f64, f64),
}

/// Around the words that an arrow comes from, in points.
const PAD: f32 = 2.0;

impl Annotation {
    /// Words at the place that they are about, in data units.
    #[must_use]
    pub fn new(text: impl Into<String>, (x, y): (impl Number, impl Number)) -> Self {
        Self {
            common: Common { clip: false, ..Common::new() },
            text: text.into(),
            to: (x.to_f64(), y.to_f64()),
            xycoords: (Coords::Data, Coords::Data),
            from: From::Points(0.0, 0.0),
            textcoords: None,
            has_arrow: false,
            arrow: Arrow::of(ArrowStyle::Line),
            annotation_clip: None,
            letters: Lettering::new(),
        }
    }

    /// The words at another place: in what [`textcoords`](Annotation::textcoords) says, or else as the place that is meant.
    #[must_use]
    pub fn at(mut self, (x, y): (impl Number, impl Number)) -> Self {
        self.from = From::Given(x.to_f64(), y.to_f64());
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
        self.from = From::Points(right.to_f64(), up.to_f64());
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

    /// The place that is meant.
    #[must_use]
    pub const fn xy(&self) -> (f64, f64) {
        self.to
    }

    /// Moves the words, as [`at`](Annotation::at).
    pub fn set_position(&mut self, x: impl Number, y: impl Number) -> &mut Self {
        self.from = From::Given(x.to_f64(), y.to_f64());
        self
    }

    properties! {
        /// Sets the arrow from the words to the place: an [`Arrow`], an [`ArrowStyle`], or `"->"`; `None` takes it away. What another arrow before
        /// was told (its colour, its connection), and this one was not, stays. Default: there is none.
        ///
        /// # Panics
        /// If a text is no arrow.
        pub set_arrow, arrow(self, arrow: impl NameOr<Option<Arrow>>) {
            let arrow = arrow.value();
            self.has_arrow = arrow.is_some();
            if let Some(arrow) = arrow {
                self.arrow = arrow.or(&self.arrow);
            }
        } -> get_arrow: Option<ArrowStyle> { self.has_arrow.then(|| self.arrow.style()) }

        /// Sets what the place that is meant is measured in: [`Coords`], or `"axes fraction"`, or a pair for x and y. Default: data units.
        ///
        /// # Panics
        /// If a name is that of no coordinates, or of an offset.
        pub set_xycoords, xycoords(self, coords: impl NameOr<(Coords, Coords)>) {
            let (x, y) = coords.value();
            assert!(!x.is_offset() && !y.is_offset(), "the place that is meant cannot be an offset: what is it offset from?");
            self.xycoords = (x, y);
        } -> get_xycoords: (Coords, Coords) { self.xycoords }

        /// Sets what the place of the words is measured in: [`Coords`], or `"offset points"`, or a pair for x and y. Default: as the place that is
        /// meant.
        ///
        /// # Panics
        /// If a name is that of no coordinates.
        pub set_textcoords, textcoords(self, coords: impl NameOr<(Coords, Coords)>) { self.textcoords = Some(coords.value()); }
            -> get_textcoords: (Coords, Coords) { self.textcoords.unwrap_or(self.xycoords) }

        /// Sets whether nothing is drawn while the place that is meant is outside of the axes. Default: so it is where that place is
        /// in data units.
        pub set_annotation_clip, annotation_clip(self, clip: bool) { self.annotation_clip = Some(clip); }
            -> get_annotation_clip: bool { self.annotation_clip.unwrap_or(self.xycoords == (Coords::Data, Coords::Data)) }

        /// Sets the colour of the arrow, of its line and of its inside. Default: as [`Arrow::color`].
        ///
        /// # Panics
        /// If it is no colour.
        pub set_arrowcolor, arrowcolor(self, color: impl IntoColor) { self.arrow.set_color(color); }
            -> get_arrowcolor: Color { self.arrow.get_color() }

        /// Sets the width of the arrow's line, in points. Default: 1.
        ///
        /// # Panics
        /// If it is negative or not finite.
        pub set_linewidth, linewidth(self, points: impl Number) { self.arrow.set_linewidth(points); }
            -> get_linewidth: f32 { self.arrow.get_linewidth() }

        /// Bends the arrow to its right (negative: to its left) by this share of its length: matplotlib's `arc3,rad=0.2`. Default: 0.
        ///
        /// # Panics
        /// If it is not finite.
        pub set_bend, bend(self, share: impl Number) {
            let share = share.to_f64();
            assert!(share.is_finite(), "an arrow cannot bend by {share}");
            self.arrow.set_connectionstyle(ConnectionStyle::Arc3 { rad: share });
        } -> get_bend: f32 {
            match self.arrow.get_connectionstyle() {
                ConnectionStyle::Arc3 { rad } => rad as f32,
                _ => 0.0,
            }
        }
    }

    /// Where the words stand, and what is meant, in pixels; `None` if nothing is drawn.
    fn places(&self, spots: &Spots<'_>) -> Option<(Point, Point)> {
        let to = spots.point(self.xycoords, self.to, Point::default());
        let (coords, place) = match self.from {
            From::Given(x, y) => (self.get_textcoords(), (x, y)),
            From::Share(x, y) => ((Coords::AxesFraction, Coords::AxesFraction), (x, y)),
            From::Points(right, up) => ((Coords::OffsetPoints, Coords::OffsetPoints), (right, up)),
        };
        let at = spots.point(coords, place, to);
        let area = spots.area.expanded(0.5);
        let seen = to.x >= area.x0 && to.x <= area.x1 && to.y >= area.y0 && to.y <= area.y1;
        (at.is_finite() && to.is_finite() && (seen || !self.get_annotation_clip())).then_some((at, to))
    }

    /// Does something with the ends of the arrow; `words` is the box around what is written.
    fn with_ends<T>(
        &self,
        to: Point,
        words: Rect,
        written: &Boxed<'_>,
        (pixels_per_point, size): (f32, f32),
        act: &mut dyn FnMut(&Ends<'_>) -> T,
    ) -> T {
        let inside = self.letters.bbox.as_ref().map(|around| around.inside(written));
        let inside: Option<&dyn Fn(Point) -> bool> = match &inside {
            Some(inside) if !self.text.is_empty() => Some(inside),
            _ => None,
        };
        let (right, up) = self.arrow.get_relpos();
        let from = Point::new(words.x0 + words.width() * right as f32, words.y1 - words.height() * up as f32);
        let around = words.expanded(PAD * pixels_per_point);
        let in_words = |p: Point| p.x > around.x0 && p.x < around.x1 && p.y > around.y0 && p.y < around.y1;
        let plain: Option<&dyn Fn(Point) -> bool> = if self.text.is_empty() { None } else { Some(&in_words) };
        act(&Ends { from, to, inside: inside.or(plain), pixels_per_point, size })
    }
}

text_setters!(Annotation, self);

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
        let spots = painter.spots();
        let Some((at, to)) = self.places(&spots) else { return };
        if self.has_arrow {
            let written = self.letters.written(&self.text, at);
            let words = painter.written_bounds(&written);
            let (pen, face) = (self.arrow.pen(), self.arrow.get_facecolor());
            let boxed = painter.boxed(&written);
            let unit = (spots.pixels_per_point, painter.length(self.letters.fontsize));
            self.with_ends(to, words, &boxed, unit, &mut |ends| {
                self.arrow.paint(painter, ends, &pen, (face, None));
            });
        }
        self.letters.paint(painter, &self.text, at);
    }

    fn texts(&self, see: &mut dyn FnMut(&str)) {
        see(&self.text);
    }

    fn obstacles(&self, projection: &Projection, out: &mut Obstacles) {
        let places = self.places(&out.spots(projection));
        let taken = places.and_then(|(at, _)| self.letters.taken(&self.text, at, out));
        out.boxes.extend(taken);
    }

    fn reach(&self, projection: &Projection, ruler: &Obstacles) -> Option<Rect> {
        let spots = ruler.spots(projection);
        let Some((at, to)) = self.places(&spots) else { return Some(Rect::default()) };
        // letters may reach out of the box around words, by less than their size
        let taken =
            self.letters.taken(&self.text, at, ruler).map(|taken| taken.expanded(ruler.px(self.letters.fontsize)));
        if !self.has_arrow {
            return Some(taken.unwrap_or_default());
        }
        let written = self.letters.written(&self.text, at);
        let (words, boxed, width) =
            (ruler.written_bounds(&written), ruler.boxed(&written), ruler.length(self.arrow.pen().width));
        let unit = (spots.pixels_per_point, ruler.length(self.letters.fontsize));
        let around = self.with_ends(to, words, &boxed, unit, &mut |ends| self.arrow.reach(ends, width));
        Some(taken.map_or(around, |taken| taken.union(around)))
    }
}
