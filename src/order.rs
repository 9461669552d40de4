//! Sorting, compiled once: for every type that is sorted by itself there are two thousand lines.

use std::cmp::Ordering;

/// The order of `count` things, of which two are compared by their numbers: the numbers, the least first. Equal ones stay as
/// they are.
pub(crate) fn order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by(|a, b| compare(*a, *b));
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_least_is_first_and_equal_ones_stay() {
        let things: Vec<u32> = (0..500).map(|k| k * 7919 % 31).collect();
        let mut want: Vec<(u32, usize)> = things.iter().copied().zip(0..).collect();
        want.sort_unstable();
        let order = order(things.len(), &|a, b| things[a].cmp(&things[b]));
        assert!(order.iter().map(|&k| (things[k], k)).eq(want));
    }
}
