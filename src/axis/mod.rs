//! Axes as values: scales, limits, ticks, and what may become data. No pixels.

mod data;
mod decimal;
mod exact;
mod formatter;
mod grid;
mod locator;
mod log;
mod map;
mod scale;
mod tick_list;
mod ticks;

pub use data::{Column, Number, PerPoint};
pub use grid::{Channel, Grid, GridData, Values};
pub use map::AxisMap;
pub use scale::Scale;

pub(crate) use data::{one_or_each, same_length};
pub(crate) use map::points;
pub(crate) use scale::{AutoLimits, MARGIN};
pub(crate) use tick_list::Ticks;
pub(crate) use ticks::{Direction, fixed_ticks, max_bins, tick_choices};
