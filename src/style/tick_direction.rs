//! To which side of the frame ticks point.

use super::named;

/// To which side of the frame ticks point.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TickDirection {
    /// Away from the data. The default.
    #[default]
    Out,
    /// Into the axes, under the data.
    In,
    /// To both sides, half of their length.
    InOut,
}

named!(TickDirection, "a direction of ticks", [
    "out" => TickDirection::Out,
    "in" => TickDirection::In,
    "inout" => TickDirection::InOut,
]);
