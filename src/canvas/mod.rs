//! The canvas: an RGB8 buffer, and the kernels that paint into it: a surface.

mod area;
mod band;
mod bar;
mod blend;
mod brush;
mod course;
mod dash;
mod disc;
mod dots;
mod fills;
mod frame;
mod glyph;
mod image;
mod marker;
mod marker_shape;
mod masks;
mod mesh;
mod mixing;
mod path;
#[cfg(feature = "ndarray")]
mod pixels;
mod planes;
mod polyline;
mod raster;
mod rect;
mod rects;
mod resample;
mod rounding;
mod samples;
mod segment;
mod simplify;
mod slices;
mod small;
mod stamp;
mod strip;
mod stroke;
mod strokes;
#[cfg(test)]
mod tests;
mod union;
mod wide;
mod window;

pub use frame::Frame;
#[cfg(feature = "ndarray")]
pub use pixels::PixelArray;

pub(crate) use dash::pattern as dash_pattern;
#[cfg(feature = "plotters")]
pub(crate) use dash::walk as walk_dashes;
pub(crate) use marker_shape::{Shape as MarkerShape, half_corners, shape as marker_shape};
#[cfg(feature = "ndarray")]
pub(crate) use pixels::array_size;
pub(crate) use raster::{Raster, Tools, picture_pixels};
pub(crate) use simplify::{SAME, simplify, simplify_within, straighten};
#[cfg(feature = "plotters")]
pub(crate) use window::Window;
