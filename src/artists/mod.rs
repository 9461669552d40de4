//! The kinds of artists, one file each, with the methods of `Axes` that add them. A figure knows none of them.

mod annotation;
mod bars;
mod contour;
mod error_bars;
mod fill_between;
mod histogram;
mod image;
mod line;
mod mesh;
mod patch;
mod quiver;
mod rule;
mod scatter;
mod stairs;
mod stem;
mod text;

pub use annotation::{Annotation, ArrowStyle};
pub use bars::Bars;
pub use contour::Contour;
pub use error_bars::ErrorBars;
pub use fill_between::FillBetween;
pub use histogram::Histogram;
pub use image::{Image, Origin};
pub use line::Line;
pub use mesh::{Mesh, Shading};
pub use patch::Patch;
pub use quiver::{Pivot, Quiver};
pub use rule::{Rule, Span};
pub use scatter::Scatter;
pub use stairs::Stairs;
pub use stem::Stem;
pub use text::Text;

#[cfg(test)]
mod tests;
