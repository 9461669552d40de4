//! Shares of a whole: matplotlib's `pie`.

mod setters;
mod wedges;

use crate::artist::shape::{ShapeLook, border_setters, hatch_setters};
use crate::artist::{Artist, Bounds, ColorCycle, Common, LegendHandle, Obstacles, Painter};
use crate::data::{Column, Shared};
use crate::figure::{Axes, Key};
use crate::geom::{Extent, Point, Rect};
use crate::project::Projection;
use crate::style::{Color, FillRule, NumberFormat, theme};
use wedges::Words;

/// Shares of a whole as wedges of a disc: matplotlib's `pie`.
///
/// It begins at the right and goes counter-clockwise; each wedge has the next colour of the cycle. A share that is negative or not finite is
/// none. One unit of x is as long as one of y, and the axes reach from -1.25 to 1.25, unless they were told otherwise;
/// [`Axes::pie`](crate::Axes::pie) also hides their frame. More than 500 wedges have no borders.
///
/// `label`, `alpha`, `zorder`, `visible` and `clip` come with [`ArtistExt`](crate::ArtistExt), and so do `set_label` and so on.
///
/// ```
/// use grabframe::prelude::*;
/// use grabframe::Pie;
/// let mut fig = Figure::new();
/// let ax = fig.add_axes();
/// let pie = fig[ax].pie([35, 25, 40]);
/// fig[pie].set_labels(["wind", "sun", "gas"]).set_autopct("{:.1}%").set_explode([0.0, 0.1, 0.0]);
/// fig[pie].set_data([40, 35, 25]); // in a loop
/// let ring = Pie::new([1, 2, 3]).width(0.4).edgecolor("w").startangle(90);
/// ```
#[derive(Clone, Debug)]
pub struct Pie {
    common: Common,
    shares: Shared<Vec<f64>>,
    labels: Vec<String>,
    explode: Vec<f64>,
    colors: Vec<Color>,
    /// What comes next in the cycle, for those that have no other.
    cycle: ColorCycle,
    look: ShapeLook,
    center: (f64, f64),
    radius: f64,
    width: Option<f64>,
    startangle: f64,
    counterclock: bool,
    normalize: bool,
    autopct: Option<NumberFormat>,
    pctdistance: f64,
    labeldistance: f64,
    rotatelabels: bool,
    show_labels: bool,
    fontsize: f32,
    textcolor: Color,
    shadow: bool,
}

/// More wedges than this are drawn as polygons, all at once.
const MANY: usize = 500;

/// How far the axes reach around the middle.
const REACH: f64 = 1.25;

impl Pie {
    /// Wedges that have these shares of the disc; what they sum up to is all of it.
    #[must_use]
    pub fn new(shares: impl Column) -> Self {
        let mut pie = Self {
            common: Common { clip: false, ..Common::new() },
            shares: Shared::default(),
            labels: Vec::new(),
            explode: Vec::new(),
            colors: Vec::new(),
            cycle: ColorCycle::default(),
            look: ShapeLook::new(),
            center: (0.0, 0.0),
            radius: 1.0,
            width: None,
            startangle: 0.0,
            counterclock: true,
            normalize: true,
            autopct: None,
            pctdistance: 0.6,
            labeldistance: 1.1,
            rotatelabels: false,
            show_labels: true,
            fontsize: theme::FONT_SIZE,
            textcolor: theme::TEXT,
            shadow: false,
        };
        pie.set_data(shares);
        pie
    }

    /// Replaces the shares. There may be more or fewer of them; those that have no label have none.
    pub fn set_data(&mut self, shares: impl Column) -> &mut Self {
        shares.copy_to(self.shares.renew());
        self
    }

    /// The shares, as they were given.
    #[must_use]
    pub fn shares(&self) -> &[f64] {
        &self.shares
    }

    /// The look of wedge `i`.
    fn look_of(&self, i: usize) -> ShapeLook {
        self.look.of_piece(i, self.color_of(i))
    }

    /// The colour of wedge `i`.
    fn color_of(&self, i: usize) -> Color {
        match self.colors.len() {
            0 => self.cycle.fill_ahead(i),
            n => self.colors[i % n],
        }
    }
}

hatch_setters!(Pie, self, look.hatching);
border_setters!(Pie, self);

impl Axes {
    /// Adds a pie, and hides the frame of the axes: `add(Pie::new(shares))` and [`set_frame(false)`](Axes::set_frame).
    pub fn pie(&mut self, shares: impl Column) -> Key<Pie> {
        self.set_frame(false);
        self.add(Pie::new(shares))
    }
}

impl Artist for Pie {
    fn common(&self) -> &Common {
        &self.common
    }

    fn common_mut(&mut self) -> &mut Common {
        &mut self.common
    }

    fn default_zorder(&self) -> f64 {
        1.0
    }

    fn bounds(&self) -> Bounds {
        let around = |at: f64| Extent::of([at - REACH, at + REACH]).sticky();
        Bounds { equal_aspect: true, ..Bounds::new(around(self.center.0), around(self.center.1)) }
    }

    fn take_color(&mut self, cycle: &mut ColorCycle) {
        self.cycle = cycle.clone();
        if self.colors.is_empty() {
            for _ in 0..self.shares.len() {
                cycle.next_fill();
            }
        }
    }

    fn paint(&self, painter: &mut Painter<'_>) {
        let wedges = self.wedges();
        if wedges.len() > MANY {
            self.paint_many(painter, &wedges);
        } else {
            if self.shadow {
                self.paint_shadows(painter, &wedges);
            }
            for (i, wedge) in wedges.iter().enumerate() {
                let path = self.outline(wedge).path(&|(x, y)| painter.point(x, y));
                painter.shape(&path, FillRule::NonZero, &self.look_of(i));
            }
        }
        for words in self.words(&wedges) {
            let at = painter.point(words.at.0, words.at.1);
            painter.text(&words.text, at, self.fontsize, self.textcolor, words.ha, words.va, words.angle as f32);
        }
    }

    fn texts(&self, see: &mut dyn FnMut(&str)) {
        for label in &self.labels {
            see(label);
        }
        if let Some(format) = &self.autopct {
            see(&format.format(0.0));
        }
    }

    fn legend_handle(&self) -> Option<LegendHandle> {
        Some(self.look_of(0).handle())
    }

    fn legend_parts(&self, add: &mut dyn FnMut(&str, LegendHandle)) {
        for (i, label) in self.labels.iter().take(self.shares.len()).enumerate() {
            add(label, self.look_of(i).handle());
        }
    }

    fn obstacles(&self, projection: &Projection, out: &mut Obstacles) {
        let wedges = self.wedges();
        if wedges.len() > MANY {
            return;
        }
        for wedge in &wedges {
            out.rect(self.outline(wedge).path(&|(x, y)| projection.point(x, y)).bounds());
        }
        for Words { text, at, ha, va, angle } in self.words(&wedges) {
            let at = projection.point(at.0, at.1);
            if at.is_finite() && !text.is_empty() {
                out.rect(out.text_bounds(&text, at, self.fontsize, ha, va, angle as f32));
            }
        }
    }

    fn reach(&self, projection: &Projection, ruler: &Obstacles) -> Option<Rect> {
        let wedges = self.wedges();
        if wedges.len() > MANY {
            return None;
        }
        let mut all = Rect::new(f32::MAX, f32::MAX, f32::MIN, f32::MIN);
        let mut add = |own: Rect| all = all.union(own);
        // a corner of the border may be so long
        let border = 4.0 * ruler.px(self.look.linewidth) + 1.0;
        for wedge in &wedges {
            let path = self.outline(wedge).path(&|(x, y)| projection.point(x, y));
            let around = path.bounds().expanded(border);
            if self.shadow {
                let path = self.outline(&wedge.shadow()).path(&|(x, y)| projection.point(x, y));
                add(path.bounds().expanded(border));
            }
            add(around);
        }
        for words in self.words(&wedges) {
            let at: Point = projection.point(words.at.0, words.at.1);
            let bounds = ruler.text_bounds(&words.text, at, self.fontsize, words.ha, words.va, words.angle as f32);
            add(bounds.expanded(ruler.px(self.fontsize)));
        }
        Some(if all.x0 <= all.x1 { all } else { Rect::default() })
    }
}

#[cfg(test)]
mod tests;
