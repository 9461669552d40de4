//! Axes as values: scales, limits, ticks. No pixels.

mod decimal;
mod exact;
mod formatter;
mod linear;
mod locator;
mod log;
mod map;
mod minor;
mod rules;
mod scale;
mod side;
mod tick_list;
mod ticks;

pub use map::AxisMap;
pub use scale::Scale;
pub use side::Side;

pub(crate) use locator::{contour_levels, log_contour_levels};
pub(crate) use map::points;
pub(crate) use scale::{AutoLimits, MARGIN};
pub(crate) use tick_list::Ticks;
pub(crate) use ticks::{Direction, fixed_ticks, max_bins, minor_positions, tick_choices};
