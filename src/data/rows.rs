//! Rows of numbers, each as long as it is.

use std::ops::Range;

use super::column::{Column, Kind};

/// Rows of numbers of any lengths, one after the other in one column.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Rows {
    numbers: Vec<f64>,
    /// Where each ends.
    ends: Vec<usize>,
    dates: bool,
    /// Whether all came as integers.
    whole: bool,
}

impl Rows {
    /// Holds these rows and no others. Its memory is used again.
    pub(crate) fn read<C: Column>(&mut self, rows: impl IntoIterator<Item = C>) {
        self.numbers.clear();
        self.ends.clear();
        (self.dates, self.whole) = (false, true);
        for row in rows {
            self.dates |= row.kind() == Kind::Dates;
            self.whole &= row.kind() == Kind::Whole;
            row.append_to(&mut self.numbers);
            self.ends.push(self.numbers.len());
        }
    }

    /// How many rows there are.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there are dates among them.
    pub(crate) const fn hold_dates(&self) -> bool {
        self.dates
    }

    /// Whether all came as integers.
    pub(crate) const fn are_whole(&self) -> bool {
        self.whole
    }

    /// Row `i`.
    pub(crate) fn row(&self, i: usize) -> &[f64] {
        &self.numbers[self.range(i)]
    }

    /// Where row `i` is among all numbers.
    pub(crate) fn range(&self, i: usize) -> Range<usize> {
        let from = if i == 0 { 0 } else { self.ends[i - 1] };
        from..self.ends[i]
    }

    /// The numbers of all rows, one row after the other.
    pub(crate) fn all(&self) -> &[f64] {
        &self.numbers
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_as_long_as_they_are() {
        let mut rows = Rows::default();
        rows.read([vec![1, 2, 3], vec![], vec![4]]);
        assert_eq!((rows.len(), rows.row(0), rows.row(1), rows.row(2)), (3, &[1.0, 2.0, 3.0][..], &[][..], &[4.0][..]));
        rows.read([[5.0]]);
        assert_eq!((rows.len(), rows.row(0)), (1, &[5.0][..]));
    }
}
