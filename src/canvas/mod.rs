//! The canvas: an RGB8 buffer, and the kernels that paint into it.

mod area;
mod blend;
mod brush;
mod crossing;
mod dash;
mod far;
mod frame;
mod glyph;
mod image;
mod marker;
mod marker_shape;
mod painter;
mod path;
mod pen;
#[cfg(feature = "ndarray")]
mod pixels;
mod planes;
mod polyline;
mod rect;
mod resample;
mod segment;
mod simplify;
mod stroke;
#[cfg(test)]
mod tests;
mod tools;
mod union;
mod wide;
mod window;

pub use frame::Frame;
pub use painter::{MarkerLook, Painter};
#[cfg(feature = "ndarray")]
pub use pixels::PixelArray;

#[cfg(feature = "ndarray")]
pub(crate) use pixels::array_size;
pub(crate) use tools::{LineLook, Tools, pixels_of_line};
