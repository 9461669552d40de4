//! TickList as values.

use crate::geom::Limits;

/// The ticks of an axis, in data values, within its limits.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct TickList {
    /// Where they stand: ascending, or in the order in which they were set.
    pub(crate) positions: Vec<f64>,
    /// What is written at each; empty for a tick without a label.
    pub(crate) labels: Vec<String>,
    /// What all labels have in common and leave out, to be written at the end of the axis: a factor (`1e6`), a summand
    /// (`+1.2e3`), or both.
    pub(crate) offset: Option<String>,
}

impl TickList {
    /// Only the ticks that an axis with these limits shows: those within, or so near that rounding may have pushed
    /// them out.
    pub(super) fn within(mut self, limits: Limits) -> Self {
        let (lo, hi) = (limits.lo.min(limits.hi), limits.lo.max(limits.hi));
        // in halves: the distance of two numbers need not be a number
        let slack = 2e-10 * (0.5 * hi - 0.5 * lo);
        self.retain(&|p| p >= lo - slack && p <= hi + slack);
        self
    }

    /// Takes out the ticks at all other positions, with their labels.
    pub(super) fn retain(&mut self, keep: &dyn Fn(f64) -> bool) {
        let mut kept = 0;
        for i in 0..self.positions.len() {
            if keep(self.positions[i]) {
                self.positions.swap(kept, i);
                self.labels.swap(kept, i);
                kept += 1;
            }
        }
        self.positions.truncate(kept);
        self.labels.truncate(kept);
    }

    /// Takes out the ticks without a label.
    pub(crate) fn keep_labelled(&mut self) {
        let Self { positions, labels, .. } = self;
        let mut labelled = labels.iter();
        positions.retain(|_| labelled.next().is_some_and(|label| !label.is_empty()));
        labels.retain(|label| !label.is_empty());
    }

    /// How many ticks have a label.
    pub(crate) fn labelled(&self) -> usize {
        self.labels.iter().filter(|l| !l.is_empty()).count()
    }
}
