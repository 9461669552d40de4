//! One kind of artist with any data, on axes of any size, scale and limits.

use grabframe::Layout;
use grabframe::prelude::*;

use super::{Choices, artists, check_svg, edit_axes, look};

/// Draws an artist of kind `which` (a place in [`artists::ALL`]), changed from frame to frame, in a recording, by a renderer that is used
/// again, and by new ones; and as SVG and PDF.
///
/// # Panics
/// If any two pictures differ, or a file is none.
pub fn check(which: usize, bytes: &[u8]) {
    let mut choices = Choices::new(bytes);
    let (width, height) = match choices.below(8) {
        0 => (1 + choices.below(20), 1 + choices.below(20)),
        _ => (40 + choices.below(120), 30 + choices.below(90)),
    };
    let mut fig = Figure::pixels(width as u32, height as u32);
    let ax = if choices.yes() { fig.add_axes() } else { fig.add_axes_at(0.0, 0.0, 1.0, 1.0) };
    let mut changes = Vec::new();
    for _ in 0..1 + choices.below(2) {
        changes.push(artists::ALL[which].1(&mut fig[ax], &mut choices));
    }
    for _ in 0..choices.below(4) {
        edit_axes(&mut fig, ax, &mut choices);
    }
    let (writer, mut renderer, mut stills) = (MemoryWriter::new(), Renderer::new(), Vec::new());
    let mut movie = writer.saving(&mut fig, "movie").unwrap();
    for _ in 0..3 {
        movie.grab_frame().unwrap();
        let fig = movie.figure_mut();
        let still = fig.render();
        assert_eq!(*renderer.render(fig), still, "a renderer that is used again differs from a new one");
        look(&Layout::of(fig), &Layout::of(&fig.clone()));
        stills.push(still);
        match choices.below(4) {
            0 => check_svg(&fig.to_svg()),
            1 => assert!(fig.to_pdf().starts_with(b"%PDF")),
            _ => {}
        }
        if choices.is_empty() {
            break;
        }
        for change in &changes {
            change(fig, &mut choices);
        }
        if choices.yes() {
            edit_axes(fig, ax, &mut choices);
        }
    }
    movie.finish().unwrap();
    for (k, (frame, still)) in writer.take().iter().zip(&stills).enumerate() {
        assert_eq!(frame, still, "frame {k} differs from the still of its figure");
    }
}
