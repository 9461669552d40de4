//! How values become colours, as a colorbar shows it.

use crate::geom::Limits;
use crate::style::{Colormap, Norm};

/// How values become colours: a colormap and the interval that it spans.
#[derive(Clone, Debug, PartialEq)]
pub struct ColorScale {
    /// The colours.
    pub cmap: Colormap,
    /// How values are spread over them.
    pub norm: Norm,
    /// The values at the first and the last colour.
    pub limits: Limits,
}
