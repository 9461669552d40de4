//! The canvas: an RGB8 buffer, and the kernels that paint into it.

mod area;
mod blend;
mod brush;
mod dash;
mod frame;
mod image;
mod marker;
mod marker_shape;
mod path;
mod planes;
mod polyline;
mod resample;
mod scratch;
mod segment;
mod simplify;
mod stroke;
#[cfg(test)]
mod tests;
mod window;

pub use frame::Frame;
