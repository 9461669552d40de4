//! Data that clones share until one of them gets other data.

use std::ops::Deref;
use std::sync::Arc;

use super::column::{Column, Kind};
use super::per_point::PerPoint;
use super::spares::{Spare, Spares};
use crate::geom::Extent;

/// Data that its clones share: to clone it copies nothing, and neither does a change of what stands beside it.
///
/// Whoever is changed first leaves what is shared to the others, and keeps an eye on it: when they are done with it, its memory
/// is used again, and of a column that has only grown since, only what is new is copied.
#[derive(Debug, Default)]
pub(crate) struct Shared<D> {
    now: Arc<D>,
    spares: Spares<D>,
    /// Whether they are seconds since 1970: of what was taken last.
    dates: bool,
}

impl<D> Clone for Shared<D> {
    fn clone(&self) -> Self {
        Self { now: Arc::clone(&self.now), spares: self.spares.handed_on(), dates: self.dates }
    }
}

impl<D> Deref for Shared<D> {
    type Target = D;

    fn deref(&self) -> &D {
        &self.now
    }
}

impl<D> From<D> for Shared<D> {
    fn from(data: D) -> Self {
        Self { now: Arc::new(data), spares: Spares::default(), dates: false }
    }
}

impl<D: Default + Clone> Shared<D> {
    /// Memory for other data, with any that are there. What was there is not copied: its memory is used again, unless a clone
    /// holds it.
    pub(crate) fn renew(&mut self) -> &mut D {
        if Arc::get_mut(&mut self.now).is_some() {
            self.spares.not_needed();
        } else {
            let free = self.spares.take().map_or_else(Arc::default, |spare| spare.memory);
            self.spares.put(std::mem::replace(&mut self.now, free), 0);
        }
        self.spares.unlike();
        // nobody else holds it, so that nothing is copied
        Arc::make_mut(&mut self.now)
    }
}

impl Shared<Vec<f64>> {
    /// Holds the numbers of a column and no others.
    pub(crate) fn take(&mut self, column: &impl Column) {
        self.dates = column.kind() == Kind::Dates;
        column.copy_to(self.renew());
    }

    /// The same, and says how far they reach, and whether all of them are finite.
    pub(crate) fn take_seen(&mut self, column: &impl Column) -> (Extent, bool) {
        self.dates = column.kind() == Kind::Dates;
        column.copy_seen(self.renew())
    }

    /// Holds one number for each point, or one for all.
    pub(crate) fn take_each(&mut self, numbers: &impl PerPoint) {
        self.dates = numbers.hold_dates();
        numbers.copy_numbers_to(self.renew());
    }

    /// Says that there are dates, if this is one.
    pub(crate) const fn note(&mut self, is_date: bool) {
        self.dates |= is_date;
    }
}

/// Holds two columns that are equally long, of the coordinates of points, and says how far the points reach.
pub(crate) fn take_points(
    (x, y): (&mut Shared<Vec<f64>>, &mut Shared<Vec<f64>>),
    xs: &impl Column,
    ys: &impl Column,
) -> (Extent, Extent) {
    let ((seen_x, all_x), (seen_y, all_y)) = (x.take_seen(xs), y.take_seen(ys));
    // else one coordinate may not count because of the other
    if all_x && all_y { (seen_x, seen_y) } else { Extent::of_points(x, y) }
}

impl<D> Shared<D> {
    /// Whether they are dates, in seconds since 1970.
    pub(crate) const fn are_dates(&self) -> bool {
        self.dates
    }
}

impl<T: Copy> Shared<Vec<T>> {
    /// One more at the end.
    pub(crate) fn push(&mut self, value: T) {
        match Arc::get_mut(&mut self.now) {
            Some(own) => own.push(value),
            None => {
                self.own();
                // nobody else holds it any more, so that nothing is copied
                Arc::make_mut(&mut self.now).push(value);
            }
        }
    }

    /// Leaves to clones what they hold, and says how many elements were copied for it: those that came since the memory that is
    /// used in its place was current, or all where there is none.
    fn own(&mut self) -> usize {
        if Arc::get_mut(&mut self.now).is_some() {
            return 0;
        }
        let mut own = self.spares.take().unwrap_or_else(|| {
            // with the room that it would have if nobody held it, or the next one would copy all again
            let memory = Arc::new(Vec::with_capacity(self.now.len() * 2 + 1));
            Spare { memory, common: 0 }
        });
        let lacking = &self.now[own.common..];
        let memory = Arc::make_mut(&mut own.memory);
        memory.truncate(own.common);
        memory.extend_from_slice(lacking);
        let (copied, common) = (lacking.len(), self.now.len());
        self.spares.put(std::mem::replace(&mut self.now, own.memory), common);
        copied
    }
}

#[cfg(test)]
mod tests;
