//! What was said of one axis.

use crate::axis::Scale;
use crate::figure::axes::AskedTicks;
use crate::geom::Limits;

/// What was said of one axis.
#[derive(Clone, Debug, Default)]
pub(crate) struct AxisOptions {
    pub(crate) label: String,
    /// `None`: from the data.
    pub(crate) limits: Option<Limits>,
    pub(crate) scale: Scale,
    /// `None`: chosen from the limits.
    pub(crate) ticks: Option<AskedTicks>,
    /// Whether the axis runs backward where its limits come from the data; `None`: as the artists ask.
    pub(crate) backward: Option<bool>,
}

impl AxisOptions {
    /// Limits say themselves which way the axis runs: what was said before is over.
    pub(super) fn set_limits(&mut self, limits: Limits) {
        (self.limits, self.backward) = (Some(limits), None);
    }

    /// Turns the axis around, as it stands now; `asked` is what its artists ask for.
    pub(super) fn invert(&mut self, asked: Option<bool>) {
        let now = self.limits.map_or_else(|| self.runs_backward(asked), |l| l.lo > l.hi);
        self.limits = self.limits.map(|l| Limits::new(l.hi, l.lo));
        self.backward = Some(!now);
    }

    /// A new artist that asks for a direction has it, as long as the limits come from the data.
    pub(super) fn make_way(&mut self, asked: Option<bool>) {
        if self.limits.is_none() && asked.is_some() {
            self.backward = None;
        }
    }

    /// Whether it runs backward where the limits come from the data.
    pub(crate) fn runs_backward(&self, asked: Option<bool>) -> bool {
        self.backward.or(asked).unwrap_or(false)
    }
}
