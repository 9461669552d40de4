//! What falls into the bins of a histogram, and what is made of it.

use crate::data::{BinRule, Rows, bin_edges, binned};

/// What is wanted of bins.
#[derive(Clone, Debug)]
pub(super) struct Wanted {
    pub(super) rule: BinRule,
    pub(super) range: Option<(f64, f64)>,
    /// Edges that were given.
    pub(super) given: Option<Vec<f64>>,
    pub(super) density: bool,
    pub(super) cumulative: bool,
    /// Whether samples stand on one another.
    pub(super) stacked: bool,
}

/// The bins, and how high each sample is in them.
#[derive(Clone, Debug, Default)]
pub(super) struct Counted {
    pub(super) edges: Vec<f64>,
    /// One sample after the other.
    heights: Vec<f64>,
    /// Where they end, if they stand on one another.
    tops: Option<Vec<f64>>,
}

impl Counted {
    /// How many bins there are.
    pub(super) fn bins(&self) -> usize {
        self.edges.len().saturating_sub(1)
    }

    /// The heights of sample `i`.
    pub(super) fn heights(&self, i: usize) -> &[f64] {
        &self.heights[i * self.bins()..(i + 1) * self.bins()]
    }

    /// Where those of sample `i` end.
    pub(super) fn tops(&self, i: usize) -> &[f64] {
        match &self.tops {
            Some(tops) => &tops[i * self.bins()..(i + 1) * self.bins()],
            None => self.heights(i),
        }
    }

    /// What sample `i` stands on in bin `k`.
    pub(super) fn foot(&self, i: usize, k: usize) -> f64 {
        if self.tops.is_some() && i > 0 { self.tops(i - 1)[k] } else { 0.0 }
    }

    /// Counts the numbers of each sample, of which each has its weight, if there are some.
    pub(super) fn count(&mut self, samples: &Rows, weights: &[f64], wanted: &Wanted) {
        self.edges = match &wanted.given {
            Some(edges) => edges.clone(),
            None => bin_edges(samples.all(), samples.are_whole(), wanted.range, wanted.rule),
        };
        self.heights.clear();
        for i in 0..samples.len() {
            let own = weights.get(samples.range(i)).unwrap_or_default();
            self.heights.extend(binned(samples.row(i), own, &self.edges));
        }
        let (bins, every) = (self.bins(), self.heights.iter().sum::<f64>());
        for counts in self.heights.chunks_mut(bins.max(1)) {
            // of what is stacked, the whole stack is 1
            let all = if wanted.stacked { every } else { counts.iter().sum() };
            let mut before = 0.0;
            for (k, count) in counts.iter_mut().enumerate() {
                let width = self.edges[k + 1] - self.edges[k];
                if wanted.density && all != 0.0 && width > 0.0 {
                    *count /= if wanted.cumulative { all } else { all * width };
                }
                if wanted.cumulative {
                    before += *count;
                    *count = before;
                }
            }
        }
        self.tops = wanted.stacked.then(|| self.heights.clone());
        if let Some(tops) = &mut self.tops {
            for at in bins..tops.len() {
                tops[at] += tops[at - bins];
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn samples_have_the_same_bins() {
        let mut samples = Rows::default();
        samples.read([vec![0.0, 1.0, 1.5], vec![3.0], vec![]]);
        let wanted = Wanted {
            rule: BinRule::Count(3),
            range: None,
            given: None,
            density: false,
            cumulative: false,
            stacked: false,
        };
        let counted = |wanted: Wanted| {
            let mut counted = Counted::default();
            counted.count(&samples, &[], &wanted);
            counted
        };
        let apart = counted(wanted.clone());
        assert_eq!((&apart.edges[..], apart.bins()), (&[0.0, 1.0, 2.0, 3.0][..], 3));
        assert_eq!(
            [apart.heights(0), apart.heights(1), apart.heights(2)],
            [[1.0, 2.0, 0.0], [0.0, 0.0, 1.0], [0.0; 3]]
        );
        assert_eq!((apart.tops(1), apart.foot(1, 1)), (apart.heights(1), 0.0));
        let stacked = counted(Wanted { stacked: true, density: true, ..wanted });
        assert_eq!([stacked.heights(0), stacked.tops(1)], [[0.25, 0.5, 0.0], [0.25, 0.5, 0.25]]);
        assert_eq!((stacked.foot(1, 1), stacked.foot(0, 1)), (0.5, 0.0));
    }
}
