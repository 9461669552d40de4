//! Axes as values: scales, limits, ticks. No pixels.

mod choose;
mod dates;
mod decimal;
mod exact;
mod format;
mod formatter;
mod function;
mod linear;
mod locator;
mod log;
mod logit;
mod map;
mod minor;
mod rules;
mod scale;
mod side;
mod symlog;
mod tick_list;
mod ticks;

pub use format::Format;
pub use function::ScaleFunction;
pub use map::AxisMap;
pub use scale::Scale;
pub use side::Side;
pub use ticks::{IntoTicks, Ticks};

pub(crate) use choose::{Choices, Direction, Said, fixed_ticks, max_bins};
pub(crate) use locator::{contour_levels, log_contour_levels};
pub(crate) use map::points;
pub(crate) use scale::{AutoLimits, MARGIN};
pub(crate) use tick_list::TickList;
