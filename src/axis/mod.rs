//! Axes as values: scales, limits, ticks. No pixels.

mod decimal;
mod exact;
mod formatter;
mod locator;
mod log;
mod map;
mod scale;
mod tick_list;
mod ticks;

pub use map::AxisMap;
pub use scale::Scale;

pub(crate) use map::points;
pub(crate) use scale::{AutoLimits, MARGIN};
pub(crate) use tick_list::Ticks;
pub(crate) use ticks::{Direction, fixed_ticks, max_bins, tick_choices};
