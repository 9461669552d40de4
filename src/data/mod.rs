//! Numbers as programs hold them, and as figures keep them.

mod bins;
mod column;
mod contour;
mod delaunay;
mod grid;
mod kde;
mod moment;
mod per_point;
mod polylines;
mod rows;
mod select;
mod shared;
mod spares;
mod streamlines;
mod times;
mod triangles;

pub use column::{Column, Number};
pub use grid::{Channel, Grid, GridData, Values};
pub use moment::{Moment, date};
pub use per_point::PerPoint;
pub use polylines::{Polyline, Polylines, Xy};
pub use streamlines::StreamDirection;

pub(crate) use bins::{BinRule, bin_edges, bin_of, bin_range, binned, given_edges};
pub(crate) use column::{Kind, one_of, one_or_each, rise, same_length};
pub(crate) use contour::{Field, Runs, Trace, TriangleField};
pub(crate) use grid::numbers;
pub(crate) use kde::densities;
pub(crate) use polylines::Outlines;
pub(crate) use rows::Rows;
pub(crate) use select::select;
pub(crate) use shared::{Shared, take_points};
pub(crate) use streamlines::{Flow, Streams, Wanted, between, streams};
pub(crate) use triangles::Triangles;
