//! The order in which a figure is drawn.

use crate::artist::Obstacles;
use crate::figure::{Axes, Figure, Slot};
use crate::geom::{Clip, Rect};
use crate::layout::{AxesLayout, Layout};
use crate::order::order;

/// Grid lines stand over images and under all else.
const GRID_ZORDER: f64 = 0.5;

/// One thing to draw. Axes are named by their position in the layout.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Step {
    /// What is behind the data: a colour, or the colours of a colorbar.
    Face(usize),
    Ticks(usize),
    /// The words of axes that lie over no other's box.
    Words(usize),
    /// The title of the figure, unless it lies over the box of axes.
    Title,
    Grid(usize),
    /// An artist: its position in its axes, and which content it has.
    Artist {
        axes: usize,
        slot: usize,
        revision: u64,
    },
    /// Which part of axes an inset shows: its position in the layout.
    Indicator(usize),
    /// Spines and legend.
    Frame(usize),
    /// Words that lie over the box of axes that they do not belong to.
    Lifted,
    /// The legend of all axes.
    Legend,
    /// An artist on the figure itself: its position.
    Own(usize),
}

/// Everything that is drawn.
#[derive(Debug, Default)]
pub(crate) struct Scene {
    /// What the layout alone decides, behind all data.
    pub(crate) background: Vec<Step>,
    /// The data.
    pub(crate) panels: Vec<Panel>,
    /// What the layout alone decides, over all data.
    pub(crate) overlay: Vec<Step>,
}

/// Axes that stand alone, or lie over one another, with their data.
#[derive(Debug)]
pub(crate) struct Panel {
    /// Its axes, from the lowest to the highest.
    pub(crate) axes: Vec<usize>,
    pub(crate) steps: Vec<Step>,
    /// How many of the steps, from the first on, paint within the window and nowhere else.
    pub(crate) inside: usize,
    pub(crate) window: Clip,
    /// Whether nothing of other panels is painted within the window before its own steps, or among them.
    pub(crate) alone: bool,
}

impl Scene {
    pub(crate) fn new(fig: &Figure, layout: &Layout) -> Self {
        let mut scene = Self::default();
        let axes = &layout.axes;
        let mut grouped: Vec<Vec<usize>> = Vec::new();
        for (i, one) in axes.iter().enumerate() {
            match grouped.iter_mut().find(|group| axes[group[0]].panel == one.panel) {
                Some(group) => group.push(i),
                None => grouped.push(vec![i]),
            }
        }
        for group in &mut grouped {
            let sorted = order(group.len(), &|a, b| axes[group[a]].zorder.total_cmp(&axes[group[b]].zorder));
            let before = group.clone();
            for (place, k) in group.iter_mut().zip(sorted) {
                *place = before[k];
            }
        }
        // all faces first: words are never hidden by a neighbour
        let sorted = order(grouped.len(), &|a, b| grouped[a][0].cmp(&grouped[b][0]));
        for part in [Step::Face as fn(usize) -> Step, Step::Ticks, Step::Words] {
            for k in &sorted {
                scene.background.push(part(grouped[*k][0]));
            }
        }
        scene.background.push(Step::Title);
        for i in 0..layout.indicators.len() {
            scene.overlay.push(Step::Indicator(i));
        }
        for k in sorted {
            let group = &grouped[k];
            let i = group[0];
            let alone = group.len() == 1;
            scene.panels.push(if alone { single(fig, layout, i) } else { stack(fig, layout, group) });
            if alone {
                scene.overlay.push(Step::Frame(i));
            }
        }
        scene.overlay.push(Step::Lifted);
        scene.overlay.push(Step::Legend);
        for (slot, _) in fig.own() {
            scene.overlay.push(Step::Own(slot));
        }
        scene.set_alone(fig, layout);
        scene
    }

    /// Finds which panels share no pixel with another.
    fn set_alone(&mut self, fig: &Figure, layout: &Layout) {
        let mut reaching = Vec::with_capacity(self.panels.len());
        for panel in &self.panels {
            reaching.push(panel.reach_out(fig, layout));
        }
        for i in 0..self.panels.len() {
            let window = self.panels[i].window;
            let mut alone = true;
            for (k, other) in self.panels.iter().enumerate() {
                alone &= k == i || window.intersect(other.window).is_empty();
                alone &= k >= i || reaching[k].is_none_or(|r| window.intersect(around(r)).is_empty());
            }
            self.panels[i].alone = alone;
        }
    }
}

impl Panel {
    /// The rectangle of what its artists paint outside of the window.
    fn reach_out(&self, fig: &Figure, layout: &Layout) -> Option<Rect> {
        let mut all: Option<Rect> = None;
        for step in &self.steps[self.inside..] {
            let Step::Artist { axes, slot, .. } = *step else { continue };
            let Some(slot) = slot_of(fig, &layout.axes[axes], slot) else { continue };
            if !slot.artist().clipped() {
                let own = reach(slot, &layout.axes[axes], layout);
                all = Some(all.map_or(own, |all| all.union(own)));
            }
        }
        all
    }
}

/// Axes over which no other lie: their frame is drawn over all data.
fn single(fig: &Figure, layout: &Layout, axes: usize) -> Panel {
    let window = layout.axes[axes].clip.intersect(Clip::all(layout.size));
    let mut panel = Panel { axes: vec![axes], steps: Vec::new(), inside: 0, window, alone: true };
    add_data(&mut panel, fig, layout, axes);
    panel.count_inside(fig, layout);
    panel
}

/// Axes one over the other. The face and the words of the lowest are behind all data.
fn stack(fig: &Figure, layout: &Layout, members: &[usize]) -> Panel {
    let mut panel =
        Panel { axes: members.to_vec(), steps: Vec::new(), inside: 0, window: Clip::default(), alone: true };
    let mut taken: Option<Rect> = None;
    for (height, &i) in members.iter().enumerate() {
        let axes = &layout.axes[i];
        if height > 0 {
            panel.steps.extend_from_slice(&[Step::Face(i), Step::Ticks(i), Step::Words(i)]);
        }
        add_data(&mut panel, fig, layout, i);
        panel.steps.push(Step::Frame(i));
        // ticks, and spines, are beside the box
        let inner = axes.texts.iter().any(|text| text.inner);
        let mut own =
            if height > 0 || inner { axes.extent() } else { axes.area }.expanded(5.0 * layout.pixels_per_point);
        own = own.union(axes.frame.extent(axes.area));
        if let Some(legend) = &axes.legend {
            own = own.union(legend.frame.expanded(layout.pixels_per_point));
        }
        taken = Some(taken.map_or(own, |taken| taken.union(own)));
    }
    panel.window = taken.map_or(Clip::default(), around).intersect(Clip::all(layout.size));
    panel.count_inside(fig, layout);
    panel
}

/// Adds the artists of axes, from the lowest to the highest, and their grid.
fn add_data(panel: &mut Panel, fig: &Figure, layout: &Layout, index: usize) {
    let place = &layout.axes[index];
    let Some(axes) = axes_of(fig, place) else { return };
    let mut steps: Vec<(f64, Step)> = Vec::new();
    for (slot, s) in axes.visible() {
        steps.push((s.zorder(), Step::Artist { axes: index, slot, revision: s.revision() }));
    }
    if !place.frame.grid.is_empty() || place.frame.ticks.iter().any(|tick| tick.inward > 0.0) {
        steps.push((GRID_ZORDER, Step::Grid(index)));
    }
    let by_height = |a: usize, b: usize| steps[a].0.total_cmp(&steps[b].0);
    for k in order(steps.len(), &by_height) {
        panel.steps.push(steps[k].1);
    }
}

impl Panel {
    fn count_inside(&mut self, fig: &Figure, layout: &Layout) {
        let window = self.window;
        let inside = |step: &Step| match *step {
            Step::Artist { axes, slot, .. } => slot_of(fig, &layout.axes[axes], slot).is_none_or(|s| {
                let within = |reach: Clip| reach.is_empty() || reach.intersect(window) == reach;
                s.artist().clipped() || within(around(reach(s, &layout.axes[axes], layout)))
            }),
            _ => true,
        };
        self.inside = 0;
        while self.steps.get(self.inside).is_some_and(inside) {
            self.inside += 1;
        }
    }
}

/// Where an artist paints that is not cut off at the border of its axes.
fn reach(slot: &Slot, axes: &AxesLayout, layout: &Layout) -> Rect {
    let ruler = Obstacles::new(axes.area, layout.size, layout.pixels_per_point, (&layout.fonts, Some(&layout.theme)));
    let whole = Rect::new(0.0, 0.0, layout.size.width as f32, layout.size.height as f32);
    slot.artist().reach(&axes.projection, &ruler).unwrap_or(whole)
}

/// The whole pixels that have a part in a rectangle.
fn around(rect: Rect) -> Clip {
    let down = |v: f32| v.floor() as i32;
    let up = |v: f32| v.ceil() as i32;
    Clip::new(down(rect.x0), down(rect.y0), up(rect.x1), up(rect.y1))
}

/// The axes that a layout is of; a colorbar is of none.
fn axes_of<'a>(fig: &'a Figure, place: &AxesLayout) -> Option<&'a Axes> {
    if place.colors.is_some() { None } else { fig.axes_at(place.owner) }
}

/// The artist that a step draws.
pub(crate) fn artist_of<'a>(fig: &'a Figure, layout: &Layout, step: Step) -> Option<&'a Slot> {
    match step {
        Step::Artist { axes, slot, .. } => slot_of(fig, &layout.axes[axes], slot),
        Step::Own(slot) => fig.own_at(slot),
        _ => None,
    }
}

pub(super) fn slot_of<'a>(fig: &'a Figure, place: &AxesLayout, slot: usize) -> Option<&'a Slot> {
    axes_of(fig, place)?.slot_at(slot)
}
