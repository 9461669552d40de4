//! The kernels against slow truths.

mod image;
mod line;
mod marker;
mod path;
mod truth;
mod wide;
