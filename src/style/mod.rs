//! How things look: colours, colormaps, strokes, markers and the sizes of the default theme.

mod color;
mod marker;

pub use color::Color;
pub use marker::Marker;
