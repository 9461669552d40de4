//! The canvas: an RGB8 buffer, and the kernels that paint into it.

mod area;
mod blend;
mod brush;
mod dash;
mod frame;
pub(crate) mod image;
pub(crate) mod marker;
mod marker_shape;
pub(crate) mod path;
mod planes;
pub(crate) mod polyline;
pub(crate) mod rect;
mod resample;
pub(crate) mod scratch;
mod segment;
mod simplify;
pub(crate) mod stroke;
#[cfg(test)]
mod tests;
mod window;

pub use frame::Frame;
