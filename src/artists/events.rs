//! Rows of short lines at events: matplotlib's `eventplot`.

use crate::artist::common::length;
use crate::artist::{Artist, Bounds, ColorCycle, Common, LegendHandle, Obstacles, Painter, properties};
use crate::data::{Column, PerPoint, Rows, Shared, one_of, one_or_each};
use crate::figure::{Axes, Key};
use crate::geom::{Extent, Point};
use crate::project::Projection;
use crate::style::{Cap, Color, IntoColor, IntoLineStyle, LineStyle, Pen, each_color, theme};

/// A short line at each event, a row of them for each source: matplotlib's `eventplot`, as of the spikes of neurons.
///
/// Rows stand at 0, 1, 2 and so on, and a single one at 1; lines are 1 long. Events are exact, and not moved to whole pixels, so that they glide when
/// the axes move. NaN is left out.
///
/// `label`, `alpha`, `zorder`, `visible` and `clip` come with [`ArtistExt`](crate::ArtistExt), and so do `set_label` and so on.
///
/// ```
/// use grabframe::prelude::*;
/// let mut fig = Figure::new();
/// let ax = fig.add_axes();
/// let spikes = fig[ax].add(Events::new([vec![0.1, 0.4], vec![0.2, 0.3, 0.9]]).colors(["C0", "C1"]).linelengths(0.8));
/// fig[spikes].set_data([vec![0.2, 0.5], vec![0.3]]); // in a loop
/// ```
#[derive(Clone, Debug)]
pub struct Events {
    common: Common,
    rows: Shared<Rows>,
    /// Whether rows stand beside each other, and events lie along y.
    standing: bool,
    offsets: Vec<f64>,
    lengths: Vec<f64>,
    widths: Vec<f32>,
    colors: Vec<Color>,
    style: LineStyle,
    labels: Vec<String>,
    /// Along the events, and across.
    extent: (Extent, Extent),
}

impl Events {
    /// A row of events for each of these: `Events::new([&a, &b])`, or of a vector of columns, `Events::new(&rows)`.
    #[must_use]
    pub fn new<C: Column>(rows: impl IntoIterator<Item = C>) -> Self {
        let mut events = Self {
            common: Common::new(),
            rows: Shared::default(),
            standing: false,
            offsets: vec![1.0],
            lengths: vec![1.0],
            widths: vec![theme::LINE_WIDTH],
            colors: vec![Color::turn(0)],
            style: LineStyle::Solid,
            labels: Vec::new(),
            extent: (Extent::EMPTY, Extent::EMPTY),
        };
        events.set_data(rows);
        events
    }

    /// The same rows beside each other, their events along y: matplotlib's `orientation="vertical"`.
    #[must_use]
    pub fn vertical(mut self) -> Self {
        self.standing = true;
        self
    }

    /// Replaces the rows. What was said of each row stays: one that has nothing of its own, where others have, is not drawn.
    pub fn set_data<C: Column>(&mut self, rows: impl IntoIterator<Item = C>) -> &mut Self {
        self.rows.renew().read(rows);
        self.measure();
        self
    }

    properties! {
        /// Sets where the middle of each row is; or, as one number, how far rows are apart, the first being at 0 (of a single row:
        /// where it is). Default: 1.
        ///
        /// # Panics
        /// If there is neither one nor one for each row.
        pub set_lineoffsets, lineoffsets(self, offsets: impl PerPoint) {
            one_or_each("offsets", offsets.numbers(), self.rows.len());
            offsets.copy_numbers_to(&mut self.offsets);
            self.measure();
        } -> get_lineoffsets: &[f64] { &self.offsets }

        /// Sets how long lines are, in the units of the axis: one for all, or one for each row. Default: 1.
        ///
        /// # Panics
        /// If there is neither one nor one for each row.
        pub set_linelengths, linelengths(self, lengths: impl PerPoint) {
            one_or_each("lengths", lengths.numbers(), self.rows.len());
            lengths.copy_numbers_to(&mut self.lengths);
            self.measure();
        } -> get_linelengths: &[f64] { &self.lengths }

        /// Sets how wide lines are, in points: one for all, or one for each row. Default: 1.5.
        ///
        /// # Panics
        /// If there is neither one nor one for each row, or one is negative or not finite.
        pub set_linewidths, linewidths(self, points: impl PerPoint) {
            one_or_each("line widths", points.numbers(), self.rows.len());
            let mut widths = Vec::new();
            points.copy_numbers_to(&mut widths);
            let mut lengths = Vec::with_capacity(widths.len());
            for width in widths {
                lengths.push(length(width, "line width"));
            }
            self.widths = lengths;
        } -> get_linewidths: &[f32] { theme::plain_all(&self.widths) }

        /// Sets the colours: one for all, or one for each row. Default: `"C0"`.
        ///
        /// # Panics
        /// If there is neither one nor one for each row, or one is no colour.
        pub set_colors, colors(self, colors: impl IntoIterator<Item = impl IntoColor>) {
            let own = each_color(colors);
            one_or_each("colours", own.len(), self.rows.len());
            self.colors = own;
        } -> get_colors: &[Color] { &self.colors }

        /// Sets one colour for all rows.
        ///
        /// # Panics
        /// If it is no colour.
        pub set_color, color(self, color: impl IntoColor) { self.colors = vec![color.into_color()]; }

        /// Sets the style of the lines: [`LineStyle::Dashed`] and so on, or `"--"`. Default: solid.
        ///
        /// # Panics
        /// If a string names no style.
        pub set_linestyle, linestyle(self, style: impl IntoLineStyle) { self.style = style.into_linestyle(); }
            -> get_linestyle: &LineStyle { &self.style }

        /// Sets the names of the rows in the legend; a row without one is not in it.
        pub set_labels, labels(self, labels: impl IntoIterator<Item = impl Into<String>>) {
            self.labels.clear();
            for label in labels {
                self.labels.push(label.into());
            }
        } -> get_labels: &[String] { &self.labels }
    }

    /// From where to where the lines of row `i` reach, and half of their length.
    fn row(&self, i: usize) -> Option<(f64, f64)> {
        let offset = match self.offsets[..] {
            [step] if self.rows.len() > 1 => step * i as f64,
            _ => one_of(&self.offsets, i)?,
        };
        Some((offset, 0.5 * one_of(&self.lengths, i)?))
    }

    fn measure(&mut self) {
        let (mut along, mut across) = (Extent::EMPTY, Extent::EMPTY);
        for i in 0..self.rows.len() {
            let Some((offset, half)) = self.row(i) else { continue };
            // twice as far as lines reach, as matplotlib has it
            across = across.with(offset - 2.0 * half).with(offset + 2.0 * half);
            along = along.union(Extent::of(self.rows.row(i).iter().copied()));
        }
        self.extent = if along.is_empty() { (Extent::EMPTY, Extent::EMPTY) } else { (along, across) };
    }

    /// The pen of row `i`.
    fn pen(&self, i: usize) -> Option<Pen> {
        let pen = Pen::new(one_of(&self.colors, i)?, one_of(&self.widths, i)?);
        Some(pen.cap(Cap::Butt).dashes(self.style.clone()))
    }
}

/// Where so many events of a row are drawn that more are not seen: opaque lines cover one another.
struct Crowd {
    /// The first place, in pixels.
    from: f32,
    /// How many there are in each share of a pixel, and in each pixel; nothing where none is left out.
    shares: Vec<u16>,
    pixels: Vec<u16>,
}

impl Crowd {
    /// A pixel has so many shares.
    const SHARES: usize = 16;
    /// More lines than this at one place darken it no more, ..
    const MOST: u16 = 64;
    /// .. nor more than this in a pixel that is full, ..
    const FEW: u16 = 8;
    /// .. which it is with so many.
    const FULL: u16 = 160;
    /// Of fewer events all are drawn.
    const MANY: usize = 20_000;

    /// From one place to another, in pixels.
    fn new(from: f32, to: f32, events: usize, opaque: bool) -> Self {
        let length = to - from;
        let pixels = if opaque && events > Self::MANY && length > 0.0 { length.min(65_536.0) as usize + 1 } else { 0 };
        Self { from, shares: vec![0; Self::SHARES * pixels], pixels: vec![0; pixels] }
    }

    /// Whether another line there would not be seen; else it is counted.
    fn hides(&mut self, at: f32) -> bool {
        let share = (at - self.from) * Self::SHARES as f32;
        if share < 0.0 {
            return false;
        }
        let i = share as usize;
        let (Some(share), Some(pixel)) = (self.shares.get_mut(i), self.pixels.get_mut(i / Self::SHARES)) else {
            return false;
        };
        if *share >= if *pixel >= Self::FULL { Self::FEW } else { Self::MOST } {
            return true;
        }
        (*share, *pixel) = (*share + 1, *pixel + 1);
        false
    }
}

impl Axes {
    /// Adds rows of events: `add(Events::new(rows))`.
    pub fn eventplot<C: Column>(&mut self, rows: impl IntoIterator<Item = C>) -> Key<Events> {
        self.add(Events::new(rows))
    }
}

impl Artist for Events {
    fn common(&self) -> &Common {
        &self.common
    }

    fn common_mut(&mut self) -> &mut Common {
        &mut self.common
    }

    fn bounds(&self) -> Bounds {
        let (along, across) = self.extent;
        let dates = self.rows.hold_dates();
        if self.standing {
            Bounds::new(across, along).dates(false, dates)
        } else {
            Bounds::new(along, across).dates(dates, false)
        }
    }

    fn take_color(&mut self, _: &mut ColorCycle) {}

    fn paint(&self, painter: &mut Painter<'_>) {
        let (mut points, mut ends) = (Vec::new(), Vec::new());
        let (mut colors, mut widths) = (Vec::new(), Vec::new());
        let mut first = None;
        let area = painter.area();
        for i in 0..self.rows.len() {
            let (Some((offset, half)), Some(pen)) = (self.row(i), self.pen(i)) else { continue };
            let (from, to) = match self.standing {
                true => (painter.x_clipped(offset - half), painter.x_clipped(offset + half)),
                false => (painter.y_clipped(offset - half), painter.y_clipped(offset + half)),
            };
            let room = painter.px(pen.width);
            let (lo, hi) = if self.standing { (area.y0, area.y1) } else { (area.x0, area.x1) };
            let opaque = self.common.alpha == 1.0 && painter.theme().color(pen.color).a == 255;
            let mut crowd = Crowd::new(lo - room, hi + room, self.rows.row(i).len(), opaque);
            for event in self.rows.row(i) {
                let at = if self.standing { painter.y(*event) } else { painter.x(*event) };
                // those beyond the border, as most are where the axes follow the events
                if !(at >= lo - room && at <= hi + room) && self.common.clip || !at.is_finite() {
                    continue;
                }
                if crowd.hides(at) {
                    continue;
                }
                for end in [from, to] {
                    points.push(if self.standing { Point::new(end, at) } else { Point::new(at, end) });
                }
                ends.push(points.len() as u32);
                colors.push(pen.color);
                widths.push(painter.length(pen.width));
            }
            first = first.or(Some(pen));
        }
        if let Some(pen) = first {
            painter.strokes(&points, &ends, &colors, &widths, &pen);
        }
    }

    fn legend_handle(&self) -> Option<LegendHandle> {
        Some(LegendHandle { line: self.pen(0), ..LegendHandle::new() })
    }

    fn legend_parts(&self, add: &mut dyn FnMut(&str, LegendHandle)) {
        for (i, label) in self.labels.iter().take(self.rows.len()).enumerate() {
            add(label, LegendHandle { line: self.pen(i), ..LegendHandle::new() });
        }
    }

    fn obstacles(&self, projection: &Projection, out: &mut Obstacles) {
        let mut rows = Vec::with_capacity(self.rows.len());
        for i in 0..self.rows.len() {
            rows.extend(self.row(i).map(|(offset, _)| (offset, self.rows.row(i))));
        }
        out.rows(projection, &rows, !self.standing);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_crowd_what_is_seen_is_drawn() {
        let drawn = |crowd: &mut Crowd, places: &dyn Fn(usize) -> f32| {
            (0..100_000).filter(|i| !crowd.hides(places(*i))).count()
        };
        let crowd = || Crowd::new(-2.0, 98.0, 100_000, true);
        // at one place, everywhere, and outside
        assert_eq!(drawn(&mut crowd(), &|_| 7.3), 64);
        let all = drawn(&mut crowd(), &|i| i as f32 / 1000.0);
        assert!((100 * 128..=100 * 288).contains(&all), "{all}");
        assert_eq!(drawn(&mut crowd(), &|_| -2.5), 100_000);
        assert_eq!(drawn(&mut crowd(), &|_| 1e9), 100_000);
        // whatever is beside the border hides nothing that is within
        let mut one = crowd();
        drawn(&mut one, &|i| -2.0 + 1.9 * i as f32 / 100_000.0);
        assert!(!one.hides(0.0) && !one.hides(0.02));
        // of few, or where they show through, all are drawn
        assert_eq!(drawn(&mut Crowd::new(0.0, 9.0, 20_000, true), &|_| 1.0), 100_000);
        assert_eq!(drawn(&mut Crowd::new(0.0, 9.0, 100_000, false), &|_| 1.0), 100_000);
    }
}
