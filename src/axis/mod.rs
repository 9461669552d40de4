//! Axes as values: scales, limits, ticks, and what may become data. No pixels.

mod data;
mod decimal;
mod formatter;
mod grid;
mod locator;
mod log;
mod scale;
mod ticks;

pub use data::{Column, Number};
pub use grid::{Channel, Grid, GridData, Values};
pub use scale::Scale;
pub use ticks::Ticks;

pub(crate) use data::same_length;
pub(crate) use scale::{AutoLimits, MARGIN};
pub(crate) use ticks::{Direction, fixed_ticks, linear_ticks, log_ticks, max_bins, ticks};
