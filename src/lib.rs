//! Plots that are made to be recorded: change a figure in a loop, grab frames, get a movie.

mod axis;
mod canvas;
mod encode;
mod error;
mod geom;
mod style;
mod text;

pub use axis::{Channel, Column, Grid, GridData, Number, Scale, Ticks, Values};
pub use canvas::Frame;
pub use encode::{Encoded, Encoder, Fps, MemoryFrames};
pub use error::{Error, Result};
pub use geom::{Clip, Limits, Point, Rect, Size};
pub use style::{Color, Colormap, IntoColor, IntoColormap, IntoLineStyle, IntoMarker, LineStyle, Marker};
pub use style::{Color, Marker};
pub use text::{HAlign, VAlign};
pub use style::{Color, Colormap, IntoColor, IntoColormap, IntoLineStyle, IntoMarker, LineStyle, Marker, Norm};
