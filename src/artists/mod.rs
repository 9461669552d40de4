//! The kinds of artists, one file each, with the methods of `Axes` that add them. A figure knows none of them.

mod image;
mod line;
mod scatter;
mod text;

pub use image::{Image, Origin};
pub use line::Line;
pub use scatter::Scatter;
pub use text::Text;

#[cfg(test)]
mod tests;
