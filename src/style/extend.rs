//! Ends of colour scales that go on.

use crate::style::named;

/// At which ends of a colour scale what lies beyond is shown: `"neither"`, `"min"`, `"max"` or `"both"` may be written for it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Extend {
    /// At none. The default.
    #[default]
    Neither,
    /// Below.
    Min,
    /// Above.
    Max,
    /// Below and above.
    Both,
}

named!(Extend, "an end of a colour scale", [
    "neither" => Extend::Neither,
    "min" => Extend::Min,
    "max" => Extend::Max,
    "both" => Extend::Both,
]);

impl Extend {
    pub(crate) const fn at_min(self) -> bool {
        matches!(self, Self::Min | Self::Both)
    }

    pub(crate) const fn at_max(self) -> bool {
        matches!(self, Self::Max | Self::Both)
    }
}
