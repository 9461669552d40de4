//! Numbers as programs hold them, and as figures keep them.

mod bins;
mod column;
mod contour;
mod grid;
mod shared;
mod spares;

pub use column::{Column, Number, PerPoint};
pub use grid::{Channel, Grid, GridData, Values};

pub(crate) use bins::{BinRule, bin_edges, binned};
pub(crate) use column::{one_or_each, same_length};
pub(crate) use contour::{Field, Runs, Trace};
pub(crate) use shared::Shared;
