//! Rendering: from a figure to a picture.

mod background;
mod overlay;
mod snap;
mod still;

use std::cmp::Ordering;
use std::path::Path;

use crate::artist::{Painter, Place, Scratch};
use crate::canvas::{Frame, Raster, Tools};
use crate::data::Number;
use crate::encode::png::save;
use crate::error::Result;
use crate::figure::{Axes, Figure, Slot, checked_dpi};
use crate::geom::{Clip, Rect};
use crate::layout::{AxesLayout, Layout};
use crate::order::order;
use crate::surface::{Inside, Surface};

/// Draws figures, and keeps what did not change from one frame to the next.
///
/// A renderer that is used again draws the same pixels as a new one; it is only faster. It works in three layers: the
/// background (everything that the layout decides: axes, ticks, words), the data (the artists, from the bottom up), and
/// the overlay (frames and legends). The background is kept while the layout is equal, and the longest run of artists, from
/// the bottom, that have not been changed since, while axes and limits stay: a title may change in every frame.
///
/// ```
/// use grabframe::prelude::*;
/// let mut fig = Figure::new();
/// let ax = fig.add_axes();
/// let line = fig[ax].plot([0.0, 1.0], [0.0, 1.0]);
/// let mut renderer = Renderer::new();
/// for i in 0..3 {
///     fig[line].set_data([0.0, 1.0], [0.0, f64::from(i)]);
///     let frame = renderer.render(&fig);
///     assert_eq!(frame.size(), fig.size());
/// }
/// ```
#[derive(Debug, Default)]
pub struct Renderer {
    dpi: Option<f64>,
    layout: Option<Layout>,
    /// Drawn from the layout alone.
    background: Frame,
    /// Room for the next background.
    spare: Frame,
    /// The background and the first `kept` steps of the last plan.
    base: Frame,
    kept: usize,
    plan: Vec<Step>,
    output: Frame,
    tools: Tools,
    scratch: Scratch,
    /// Whether a drawing has begun and not ended.
    drawing: bool,
    /// What is being painted, for the message should that panic.
    painting: Option<Step>,
}

/// One thing to draw in the data layer.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Step {
    /// An artist: the axes' position in the layout, the artist's position in its axes, its content.
    Artist { axes: usize, slot: usize, revision: u64, clipped: bool },
    /// The grid lines of axes.
    Grid { axes: usize },
}

/// Grid lines stand over images and under all else.
const GRID_ZORDER: f64 = 0.5;

impl Renderer {
    /// A renderer that has drawn nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Draws at this resolution (dots an inch) instead of the figure's own.
    ///
    /// # Panics
    /// If it is not positive and finite.
    #[must_use]
    #[track_caller]
    pub fn dpi(mut self, dpi: impl Number) -> Self {
        self.dpi = Some(checked_dpi(dpi.to_f64()));
        self
    }

    /// Draws the figure; the picture is the renderer's and is used again for the next.
    ///
    /// # Panics
    /// If the figure would have more than 2^28 pixels ([`Size::MOST_PIXELS`](crate::Size::MOST_PIXELS)) at the
    /// resolution of [`dpi`](Renderer::dpi).
    #[track_caller]
    pub fn render(&mut self, fig: &Figure) -> &Frame {
        let mut output = std::mem::take(&mut self.output);
        self.render_into(fig, &mut output);
        self.output = output;
        &self.output
    }

    /// Draws the figure into `out`, which takes the figure's size; its memory is used again.
    ///
    /// # Panics
    /// As [`render`](Renderer::render).
    #[track_caller]
    pub fn render_into(&mut self, fig: &Figure, out: &mut Frame) {
        if std::mem::replace(&mut self.drawing, true) {
            // an artist panicked in the last drawing, and left who knows what half drawn
            *self = Self { dpi: self.dpi, drawing: true, ..Self::default() };
        }
        let layout = Layout::at(fig, self.dpi.unwrap_or(fig.resolution()));
        let plan = plan(fig, &layout);
        let same = self.plan.iter().zip(&plan).take_while(|(a, b)| a == b).count();
        let still = self.layout.as_ref().is_some_and(|old| still::alike(old, &layout));
        if !still || same < self.kept {
            self.kept = 0;
        }
        if !self.layout.as_ref().is_some_and(|old| still::same_background(old, &layout)) {
            self.renew_background(&layout);
        }
        // what was the same in two frames is taken to stay the same
        if still && same > self.kept {
            if self.kept == 0 {
                self.base.copy_from(&self.background);
            }
            for step in &plan[self.kept..same] {
                self.painting = Some(*step);
                paint(fig, &layout, *step, &mut Raster::new(&mut self.base, &mut self.tools), &mut self.scratch);
            }
            self.kept = same;
        }
        // where nothing is kept, the base holds nothing that the background does not
        out.copy_from(if self.kept == 0 { &self.background } else { &self.base });
        for step in &plan[self.kept..] {
            self.painting = Some(*step);
            paint(fig, &layout, *step, &mut Raster::new(out, &mut self.tools), &mut self.scratch);
        }
        self.painting = None;
        overlay::paint(&mut Raster::new(out, &mut self.tools), &layout);
        self.plan = plan;
        self.layout = Some(layout);
        self.drawing = false;
    }

    /// After a drawing of the figure that panicked: the artist that was being painted then, if one was.
    pub(crate) fn fell_over<'a>(&self, fig: &'a Figure) -> Option<&'a Slot> {
        let Some(Step::Artist { axes, slot, .. }) = self.painting else { return None };
        let layout = Layout::at(fig, self.dpi.unwrap_or(fig.resolution()));
        axes_of(fig, &layout.axes[axes])?.slot_at(slot)
    }

    /// Paints the background, and keeps what was painted on the one before if that can be.
    fn renew_background(&mut self, layout: &Layout) {
        self.spare.resize(layout.size);
        self.spare.clear(layout.face);
        background::paint(&mut Raster::new(&mut self.spare, &mut self.tools), layout);
        std::mem::swap(&mut self.spare, &mut self.background);
        let inside = |step: &Step| !matches!(step, Step::Artist { clipped: false, .. });
        if self.kept > 0 {
            let data = layout.axes.iter().filter(|axes| axes.colors.is_none());
            let windows: Vec<Clip> = data.map(|axes| axes.clip).collect();
            let fits = self.plan[..self.kept].iter().all(inside)
                && still::transplant(&mut self.base, &mut self.spare, &self.background, &windows);
            if !fits {
                self.kept = 0;
            }
        }
    }
}

/// What is drawn in the data layer, in order: axes by axes, and in each from the lowest artist to the highest.
fn plan(fig: &Figure, layout: &Layout) -> Vec<Step> {
    let mut steps = Vec::new();
    for (index, place) in layout.axes.iter().enumerate().filter(|(_, a)| a.colors.is_none()) {
        let Some(axes) = axes_of(fig, place) else { continue };
        let mut artists: Vec<(f64, Step)> = axes
            .visible()
            .into_iter()
            .map(|(slot, s)| {
                let clipped = s.artist().common().clip;
                (s.zorder(), Step::Artist { axes: index, slot, revision: s.revision(), clipped })
            })
            .collect();
        if !place.frame.grid.is_empty() {
            artists.push((GRID_ZORDER, Step::Grid { axes: index }));
        }
        let by_height = |a: usize, b: usize| artists[a].0.partial_cmp(&artists[b].0).unwrap_or(Ordering::Equal);
        steps.extend(order(artists.len(), &by_height).into_iter().map(|k| artists[k].1));
    }
    steps
}

fn axes_of<'a>(fig: &'a Figure, place: &AxesLayout) -> Option<&'a Axes> {
    fig.axes_at(place.owner)
}

fn paint(fig: &Figure, layout: &Layout, step: Step, to: &mut dyn Surface, scratch: &mut Scratch) {
    match step {
        Step::Grid { axes } => background::grid(to, &layout.axes[axes]),
        Step::Artist { axes, slot, .. } => {
            let axes = &layout.axes[axes];
            let Some(slot) = axes_of(fig, axes).and_then(|a| a.slot_at(slot)) else { return };
            let artist = slot.artist();
            let whole = Rect::new(0.0, 0.0, layout.size.width as f32, layout.size.height as f32);
            to.push_clip(Inside::Rect(if artist.common().clip { axes.area } else { whole }));
            let place = Place {
                area: axes.area,
                projection: &axes.projection,
                pixels_per_point: layout.pixels_per_point,
                alpha: artist.common().alpha,
            };
            artist.paint(&mut Painter::new(to, scratch, place));
            to.pop_clip();
        }
    }
}

impl Figure {
    /// Draws the figure as it stands, at its own resolution.
    ///
    /// For many pictures, a [`Renderer`] is faster.
    #[must_use]
    pub fn render(&self) -> Frame {
        let mut frame = Frame::default();
        Renderer::new().render_into(self, &mut frame);
        frame
    }

    /// Draws the figure as it stands and writes it as a PNG, with its resolution. A file of that name is replaced once
    /// the new one is whole.
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// # fn main() -> grabframe::Result<()> {
    /// # let dir = temp_dir::TempDir::new().unwrap();
    /// # let path = dir.path().join("still.png");
    /// let mut fig = Figure::new();
    /// let ax = fig.add_axes();
    /// fig[ax].plot([0.0, 1.0], [1.0, 0.0]);
    /// fig.save(&path)?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// As [`Frame::save`].
    pub fn save(&self, path: impl AsRef<Path>) -> Result<()> {
        save(path.as_ref(), &self.render(), Some(self.resolution()))
    }
}
