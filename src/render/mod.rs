//! Rendering: from a figure to a picture.

mod damage;
mod still;

use crate::artist::Scratch;
use crate::canvas::{Frame, Raster, Tools};
use crate::data::Number;
use crate::figure::{Figure, Slot, checked_dpi};
use crate::geom::{Clip, Rect};
use crate::layout::Layout;
use crate::scene::{Panel, Scene, Step, artist_of, step};
use crate::surface::{Inside, Shape, Surface};

/// Draws figures, and keeps what did not change from one frame to the next.
///
/// A renderer that is used again draws the same pixels as a new one; it is only faster. It works in three layers: the
/// background (everything that the layout decides: axes, ticks, words), the data (the artists, from the bottom up), and
/// the overlay (frames and legends). The background is kept while all that is in it is equal; and in each axes the longest run of
/// artists, from the bottom, that have not been changed since, while its box and its limits stay: a title may change in every
/// frame, and so may all other axes. Axes that lie over one another are drawn whole, one after the other, and keep what
/// they have in common.
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
#[derive(Default)]
pub struct Renderer {
    dpi: Option<f64>,
    layout: Option<Layout>,
    scene: Scene,
    /// Drawn from the layout alone.
    background: Frame,
    /// Room for the next background.
    spare: Frame,
    /// The background, and of each panel as many steps as are kept.
    base: Frame,
    /// Whether any step is; else the base is not in use.
    based: bool,
    /// For each panel of the scene, how many of its steps are in the base.
    kept: Vec<usize>,
    output: Frame,
    tools: Tools,
    scratch: Scratch,
    /// Whether a drawing has begun and not ended.
    drawing: bool,
    /// What is being painted, for the message should that panic.
    painting: Option<Step>,
}

impl std::fmt::Debug for Renderer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // not the pictures, and not what kernels remember
        f.debug_struct("Renderer").field("dpi", &self.dpi).field("kept", &self.kept).finish_non_exhaustive()
    }
}

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
        self.render_laid_out(fig, None, out);
    }

    /// The same of a figure whose layout may be known.
    #[track_caller]
    pub(crate) fn render_laid_out(&mut self, fig: &Figure, layout: Option<Layout>, out: &mut Frame) {
        if std::mem::replace(&mut self.drawing, true) {
            // an artist panicked in the last drawing, and left who knows what half drawn
            *self = Self { dpi: self.dpi, drawing: true, ..Self::default() };
        }
        // no closure, which would hide whose call it is
        let layout = match layout {
            Some(layout) => layout,
            None => Layout::at(fig, self.dpi.unwrap_or(fig.get_dpi())),
        };
        let scene = Scene::new(fig, &layout);
        let (kept, same) = self.still(&layout, &scene);
        self.renew(fig, &layout, &scene, kept);
        // what was the same in two frames is taken to stay the same
        for (k, panel) in scene.panels.iter().enumerate() {
            let new = self.kept[k]..same[k].max(self.kept[k]);
            if !new.is_empty() && !std::mem::replace(&mut self.based, true) {
                self.base.copy_from(&self.background);
            }
            self.kept[k] = new.end;
            let mut raster = Raster::new(&mut self.base, &mut self.tools);
            for one in &panel.steps[new] {
                self.painting = Some(*one);
                step(fig, &layout, *one, &mut raster, &mut self.scratch);
            }
        }
        out.copy_from(if self.based { &self.base } else { &self.background });
        let mut raster = Raster::new(out, &mut self.tools);
        for (panel, kept) in scene.panels.iter().zip(&self.kept) {
            for one in &panel.steps[*kept..] {
                self.painting = Some(*one);
                step(fig, &layout, *one, &mut raster, &mut self.scratch);
            }
        }
        for one in &scene.overlay {
            self.painting = Some(*one);
            step(fig, &layout, *one, &mut raster, &mut self.scratch);
        }
        self.painting = None;
        self.scene = scene;
        self.layout = Some(layout);
        self.drawing = false;
    }

    /// After a drawing of the figure that panicked: the artist that was being painted then, if one was.
    pub(crate) fn fell_over<'a>(&self, fig: &'a Figure) -> Option<&'a Slot> {
        let layout = Layout::at(fig, self.dpi.unwrap_or(fig.get_dpi()));
        artist_of(fig, &layout, self.painting?)
    }

    /// How many steps of each panel are in the base, and how many are as they were.
    fn still(&self, layout: &Layout, scene: &Scene) -> (Vec<usize>, Vec<usize>) {
        let count = scene.panels.len();
        let (mut kept, mut same) = (vec![0; count], vec![0; count]);
        let Some(old) = &self.layout else { return (kept, same) };
        for (k, panel) in scene.panels.iter().enumerate().filter(|(_, panel)| panel.alone) {
            let alike = |before: &Panel| before.alone && still::alike((old, before), (layout, panel));
            let Some(at) = self.scene.panels.iter().position(alike) else { continue };
            let before = &self.scene.panels[at];
            same[k] = still::common((old, before), (layout, panel)).min(panel.inside);
            kept[k] = if self.kept[at] <= same[k] { self.kept[at] } else { 0 };
        }
        (kept, same)
    }

    /// Brings the background up to date, and the base, in which so many steps of each panel are to stay.
    fn renew(&mut self, fig: &Figure, layout: &Layout, scene: &Scene, kept: Vec<usize>) {
        let before = std::mem::replace(&mut self.kept, kept);
        let stays = |kept: &[usize], window: Clip| {
            scene.panels.iter().zip(kept).any(|(panel, kept)| *kept > 0 && panel.window == window)
        };
        let places = self.layout.as_ref().and_then(|old| damage::places((old, &self.scene), (layout, scene)));
        if let Some(places) = places {
            self.mend(fig, layout, scene, &places);
            for (panel, before) in self.scene.panels.iter().zip(before) {
                if before > 0 && !stays(&self.kept, panel.window) {
                    still::copy(&self.background, &mut self.base, panel.window);
                }
            }
        } else {
            self.spare.resize(layout.size);
            self.spare.clear(layout.face);
            let mut raster = Raster::new(&mut self.spare, &mut self.tools);
            for one in &scene.background {
                step(fig, layout, *one, &mut raster, &mut self.scratch);
            }
            std::mem::swap(&mut self.spare, &mut self.background);
            // what was painted on the one before is kept, where that has not changed
            for (panel, kept) in scene.panels.iter().zip(&mut self.kept) {
                if *kept > 0 && !still::equal(&self.spare, &self.background, panel.window) {
                    *kept = 0;
                }
            }
            if self.kept.iter().any(|kept| *kept > 0) {
                self.spare.copy_from(&self.background);
                for (k, panel) in scene.panels.iter().enumerate() {
                    if self.kept[k] > 0 {
                        still::copy(&self.base, &mut self.spare, panel.window);
                    }
                }
                std::mem::swap(&mut self.base, &mut self.spare);
            }
        }
        self.based = self.kept.iter().any(|kept| *kept > 0);
    }

    /// Draws the background anew in these places, and puts it under what is kept. What was painted on pixels that are others now is not kept.
    fn mend(&mut self, fig: &Figure, layout: &Layout, scene: &Scene, places: &[Clip]) {
        if places.is_empty() {
            return;
        }
        self.spare.resize(layout.size);
        for place in places {
            still::copy(&self.background, &mut self.spare, *place);
        }
        for place in places {
            let mut raster = Raster::new(&mut self.background, &mut self.tools);
            let rect = Rect::new(place.x0 as f32, place.y0 as f32, place.x1 as f32, place.y1 as f32);
            raster.push_clip(Inside::Rect(rect));
            raster.fill(Shape::Rect(rect), layout.face);
            for one in &scene.background {
                if damage::meets(layout, *one, *place) {
                    step(fig, layout, *one, &mut raster, &mut self.scratch);
                }
            }
            raster.pop_clip();
        }
        for (panel, kept) in scene.panels.iter().zip(&mut self.kept) {
            let same = |place: &Clip| still::equal(&self.spare, &self.background, place.intersect(panel.window));
            if *kept > 0 && !places.iter().all(same) {
                *kept = 0;
            }
        }
        if !self.based {
            return;
        }
        let kept: Vec<Clip> =
            scene.panels.iter().zip(&self.kept).filter(|(_, kept)| **kept > 0).map(|(p, _)| p.window).collect();
        for place in places {
            for window in &kept {
                still::copy(&self.base, &mut self.spare, place.intersect(*window));
            }
            still::copy(&self.background, &mut self.base, *place);
            for window in &kept {
                still::copy(&self.spare, &mut self.base, place.intersect(*window));
            }
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
}
