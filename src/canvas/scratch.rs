//! The memory that the kernels use again from frame to frame.

use crate::canvas::area::Area;
use crate::canvas::image::ImageScratch;
use crate::canvas::marker::Stamps;
use crate::canvas::path::Flat;
use crate::canvas::stroke::StrokeScratch;

/// Every buffer of the pixel kernels, owned by whoever renders, so that no kernel allocates in every frame.
///
/// What is painted never depends on what a scratch was used for before.
#[derive(Debug, Default)]
pub(crate) struct Scratch {
    pub(super) area: Area,
    pub(super) flat: Flat,
    pub(super) stroke: StrokeScratch,
    pub(super) stamps: Stamps,
    pub(super) image: ImageScratch,
}
