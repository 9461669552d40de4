//! Whole figures: any artists, scales, insets and sizes, changed in any way from frame to frame.
//!
//! The integration tests have this file, too, with numbers that come by chance.

#[path = "artists/mod.rs"]
pub mod artists;
#[path = "choices.rs"]
mod choices;
#[path = "edit_axes.rs"]
mod edit_axes;
#[path = "edits.rs"]
mod edits;
#[path = "one_artist.rs"]
pub mod one_artist;
#[path = "own.rs"]
mod own;
#[path = "svg.rs"]
mod svg;
#[path = "ticks.rs"]
pub mod ticks;
#[path = "words.rs"]
pub mod words;

use grabframe::prelude::*;
use grabframe::{Layout, Rect};

pub use choices::Choices;
use edit_axes::edit_axes;
use edits::{begin, edit};
use own::Own;
pub use svg::check_svg;

/// Records a figure that is changed in every frame, drawn by the loop itself and in the background, and holds every frame against
/// a still of its figure; a renderer that is used again against a new one; and a clone against the original.
///
/// # Panics
/// If any two differ.
pub fn check(bytes: &[u8]) {
    let mut choices = Choices::new(bytes);
    let (mut fig, mut held) = begin(&mut choices);
    let (mut other, mut same) = (fig.clone(), held.clone());
    let size = fig.size();
    let (here, beside) = (MemoryWriter::new(), MemoryWriter::new());
    let mut stills = Vec::new();
    {
        let (mut renderer, finer) = (Renderer::new(), 31.0 + 200.0 * choices.share());
        let mut finer = (Renderer::new().dpi(finer), finer);
        let mut before: Vec<(Figure, Frame)> = Vec::new();
        let mut movie = here.saving(&mut fig, "here").unwrap();
        let mut background = beside.saving(&mut other, "beside").unwrap();
        for _ in 0..8 {
            if choices.below(8) == 7 {
                movie.freeze_layout();
                background.freeze_layout();
            }
            background.render_in_background(choices.below(4) > 0);
            // both are changed in the same way
            let bytes = choices.bytes;
            let mut again = Choices::new(bytes);
            let edits = 1 + choices.below(3);
            again.below(3);
            for _ in 0..edits {
                edit(movie.figure_mut(), &mut held, &mut choices);
                edit(background.figure_mut(), &mut same, &mut again);
            }
            movie.grab_frame().unwrap();
            background.grab_frame().unwrap();
            let fig = movie.figure();
            assert_eq!(fig.size(), size);
            let still = fig.render();
            assert_eq!(*renderer.render(fig), still, "a renderer that is used again differs from a new one");
            assert_eq!(fig.clone().render(), still, "a clone differs from the original");
            look(&Layout::of(fig), &Layout::of(&fig.clone()));
            vary(fig, &mut renderer, &mut finer, &mut choices);
            for clone in held.clones.drain(..) {
                let still = clone.render();
                before.push((clone, still));
            }
            same.clones.clear();
            stills.push(still);
            if choices.is_empty() {
                break;
            }
        }
        for (fig, still) in &before {
            assert_eq!(fig.render(), *still, "a clone changed with its original");
        }
        movie.finish().unwrap();
        background.finish().unwrap();
    }
    for (name, writer) in [("here", here), ("in the background", beside)] {
        let frames = writer.take();
        assert_eq!(frames.len(), stills.len());
        for (k, still) in stills.iter().enumerate() {
            assert_eq!(frames[k], *still, "frame {k}, drawn {name}, differs from the still of its figure");
        }
    }
}

/// The same figure in other ways: at another resolution, and as SVG.
fn vary(fig: &Figure, renderer: &mut Renderer, finer: &mut (Renderer, f64), choices: &mut Choices<'_>) {
    match choices.below(4) {
        0 => {
            let dpi = 20.0 + 200.0 * choices.share();
            let mut other = fig.clone();
            other.set_dpi(dpi);
            assert_eq!(*renderer.render(&other), other.render(), "a renderer is surprised by another resolution");
            assert_eq!(
                *finer.0.render(&other),
                *Renderer::new().dpi(finer.1).render(&other),
                "surprised by another figure"
            );
        }
        1 => assert_eq!(*finer.0.render(fig), *Renderer::new().dpi(finer.1).render(fig), "differs from a new one"),
        _ => {}
    }
    let svg = fig.to_svg();
    check_svg(&svg);
    if choices.below(4) == 0 {
        assert_eq!(svg, fig.to_svg(), "a text that is not the same twice");
    }
}

/// A layout has no place that is no place, and is equal to that of a clone.
fn look(layout: &Layout, clone: &Layout) {
    assert_eq!(layout, clone);
    let finite = |r: Rect| [r.x0, r.y0, r.x1, r.y1].iter().all(|v| v.is_finite());
    for axes in &layout.axes {
        assert!(finite(axes.area), "{:?}", axes.area);
        for text in &axes.texts {
            assert!(finite(text.bounds()), "{text:?}");
        }
    }
}
