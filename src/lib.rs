//! Plots that are made to be recorded: change a figure in a loop, grab frames, get a movie.

#![cfg_attr(docsrs, feature(doc_cfg))]

mod artist;
mod axis;
mod canvas;
mod encode;
mod error;
mod figure;
mod geom;
mod layout;
#[cfg(feature = "plotters")]
mod plotters;
mod record;
mod render;
mod style;
mod text;

pub use artist::{
    Artist, Bounds, CloneArtist, ColorCycle, ColorScale, Common, Image, Interpolation, LegendHandle, Line, Mappable,
    Obstacles, Origin, Scatter, Text,
};
pub use axis::{AxisMap, Channel, Column, Grid, GridData, Number, Scale, Values};
pub use canvas::{Frame, MarkerLook, Painter};
pub use encode::{Encoded, Encoder, Fps, MemoryFrames, Repeat};
pub use error::{Error, Result};
pub use figure::{AnyKey, Aspect, Axes, Colorbar, Figure, Key, LegendLoc, Mosaic, Subplots};
pub use geom::{Clip, Limits, Point, Rect, Size};
pub use layout::{AxesLayout, AxisLayout, Layout, LegendEntry, LegendLayout, PlacedText, Side, Tick};
#[cfg(feature = "mp4")]
pub use record::Mp4Writer;
pub use record::{
    Animation, ArtistSet, AutoWriter, FfmpegWriter, GifWriter, MemoryWriter, MovieFile, PngSequenceWriter, Receipt,
    Recording, Target, Writer, animate, animate_artists,
};
pub use render::Renderer;
pub use style::{
    Color, Colormap, IntoColor, IntoColormap, IntoLineStyle, IntoMarker, LineStyle, Marker, Norm, percentile,
};
pub use text::{HAlign, VAlign};

/// What a program that records figures needs: `use grabframe::prelude::*;`
pub mod prelude {
    #[cfg(feature = "mp4")]
    pub use crate::Mp4Writer;
    pub use crate::{
        AnyKey, Artist, ArtistSet, Aspect, AutoWriter, Axes, Color, Colorbar, Colormap, FfmpegWriter, Figure, Fps,
        Frame, GifWriter, HAlign, Image, Interpolation, Key, LegendLoc, Limits, Line, LineStyle, Marker, MemoryWriter,
        MovieFile, Norm, Origin, PngSequenceWriter, Receipt, Recording, Renderer, Repeat, Scale, Scatter, Size, Text,
        VAlign, Writer, animate, animate_artists,
    };
}
