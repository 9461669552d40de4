//! The kernels against slow truths.

mod dots;
mod exact;
mod image;
mod line;
mod marker;
mod mesh;
mod path;
mod rects;
mod strokes;
mod truth;
mod wide;
