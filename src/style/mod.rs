//! How things look: colours, colormaps, strokes, markers and the sizes of the default theme.

mod color;
mod color_names;
mod colormap;
mod colormap_names;
mod colormap_tables;
mod lookup;
mod marker;
mod nearest;

pub use color::{Color, IntoColor};
pub use colormap::{Colormap, IntoColormap};
pub use marker::Marker;
