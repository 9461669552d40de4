//! The kernels against slow truths.

mod image;
mod line;
mod marker;
mod mesh;
mod path;
mod strokes;
mod truth;
mod wide;
