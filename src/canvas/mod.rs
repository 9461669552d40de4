//! The canvas: an RGB8 buffer, and the kernels that paint into it.

mod frame;
mod glyph;

pub use frame::Frame;
