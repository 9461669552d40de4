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
mod tests;
