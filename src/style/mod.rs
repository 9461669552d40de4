//! How things look: colours, colormaps, strokes, markers and the sizes of the default theme.

mod color;
mod color_names;
mod color_scale;
mod colormap;
mod colormap_names;
mod colormap_tables;
mod fmt;
mod interpolation;
mod lookup;
mod mapping;
mod marker;
pub(crate) mod named;
mod nearest;
mod norm;
mod number_format;
mod pen;
mod percentile;
mod steps;
mod stroke;
pub(crate) mod theme;

pub use color::{Color, IntoColor};
pub use color_scale::ColorScale;
pub use colormap::{Colormap, IntoColormap};
pub use interpolation::Interpolation;
pub use marker::Marker;
pub use named::NameOr;
pub use norm::Norm;
pub use pen::{Cap, FillRule, Join, Pen};
pub use percentile::percentile;
pub use steps::Steps;
pub use stroke::{IntoLineStyle, IntoMarker, LineStyle};

pub(crate) use fmt::{Fmt, parse_fmt};
pub(crate) use mapping::Mapping;
pub(crate) use named::named;
pub(crate) use norm::Ramp;
pub(crate) use number_format::NumberFormat;
