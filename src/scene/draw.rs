//! A step, and all of them, drawn on a surface. No decision is made here.

use crate::artist::{Painter, Place, Scratch};
use crate::figure::Figure;
use crate::geom::Rect;
use crate::layout::{Layout, PlacedText};
use crate::project::Projection;
use crate::scene::{Scene, Step, artist_of, furniture, legend};
use crate::surface::{Inside, Shape, Surface};

/// Draws a figure, all of it.
pub(crate) fn draw(fig: &Figure, layout: &Layout, to: &mut dyn Surface) {
    let scene = Scene::new(fig, layout);
    let mut scratch = Scratch::default();
    to.fill(Shape::Rect(whole(layout)), layout.face);
    let panels = scene.panels.iter().flat_map(|panel| &panel.steps);
    for one in scene.background.iter().chain(panels).chain(&scene.overlay) {
        step(fig, layout, *one, to, &mut scratch);
    }
}

/// Draws one step.
pub(crate) fn step(fig: &Figure, layout: &Layout, step: Step, to: &mut dyn Surface, scratch: &mut Scratch) {
    let axes = &layout.axes;
    match step {
        Step::Face(i) => furniture::face(to, &axes[i], layout.pixels_per_point),
        Step::Ticks(i) => furniture::ticks(to, &axes[i], false),
        Step::Words(i) => words(to, layout, axes[i].texts.iter().filter(|text| !text.lifted && !text.inner)),
        Step::Title => words(to, layout, layout.around().into_iter().filter(|text| !text.lifted)),
        Step::Grid(i) => furniture::grid(to, &axes[i], layout.pixels_per_point),
        Step::Artist { axes: i, .. } => {
            artist(fig, layout, step, (axes[i].area, &axes[i].projection), to, scratch);
        }
        Step::Indicator(i) => furniture::indicator(to, &layout.indicators[i], layout.pixels_per_point),
        Step::Frame(i) => {
            furniture::spines(to, &axes[i]);
            furniture::ticks(to, &axes[i], true);
            words(to, layout, axes[i].texts.iter().filter(|text| text.inner));
            if let Some(placed) = &axes[i].legend {
                legend::paint(fig, layout, placed, to, scratch);
            }
        }
        Step::Lifted => words(to, layout, layout.words().into_iter().filter(|text| text.lifted)),
        Step::Legend => {
            if let Some(placed) = &layout.legend {
                legend::paint(fig, layout, placed, to, scratch);
            }
        }
        Step::Own(_) => {
            let all = whole(layout);
            artist(fig, layout, step, (all, &Projection::shares_of(all)), to, scratch);
        }
    }
}

/// Draws the artist of a step, in this box and where its data is.
fn artist(
    fig: &Figure,
    layout: &Layout,
    step: Step,
    (area, projection): (Rect, &Projection),
    to: &mut dyn Surface,
    scratch: &mut Scratch,
) {
    let Some(slot) = artist_of(fig, layout, step) else { return };
    let artist = slot.artist();
    to.push_clip(Inside::Rect(if artist.clipped() { area } else { whole(layout) }));
    let (pixels_per_point, fonts, alpha) = (layout.pixels_per_point, &layout.fonts, artist.common().alpha);
    let theme = &*layout.theme;
    artist.paint(&mut Painter::new(to, scratch, Place { area, projection, pixels_per_point, fonts, theme, alpha }));
    to.pop_clip();
}

fn words<'a>(to: &mut dyn Surface, layout: &Layout, texts: impl IntoIterator<Item = &'a PlacedText>) {
    for text in texts {
        to.words(&text.words(&layout.fonts), text.anchor, text.color);
    }
}

fn whole(layout: &Layout) -> Rect {
    Rect::new(0.0, 0.0, layout.size.width as f32, layout.size.height as f32)
}
