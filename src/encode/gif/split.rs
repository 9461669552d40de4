//! Cutting a set of colours into boxes, each cut where it takes away the most error.
//!
//! The criterion is Wu's: the sum of squared distances to the mean of the box. It is taken over the colours themselves
//! rather than over a coarse grid of them, which costs nothing at some thousand colours and loses nothing between them.

use super::histogram::{Class, mean};

/// At most `limit` colours that stand for all of `classes`, which are put into another order.
pub(super) fn split(classes: &mut [Class], limit: usize) -> Vec<[u8; 3]> {
    if limit == 0 || classes.is_empty() {
        return Vec::new();
    }
    let mut scratch = Scratch { bins: [[Sums::default(); 256]; 3] };
    let mut boxes = vec![scratch.examine(classes, 0, classes.len())];
    while boxes.len() < limit {
        let mut best = None::<(usize, Cut)>;
        for (i, part) in boxes.iter().enumerate() {
            if let Some(cut) = part.cut
                && best.is_none_or(|(_, b)| cut.gain > b.gain)
            {
                best = Some((i, cut));
            }
        }
        let Some((i, cut)) = best else { break };
        let (start, end) = (boxes[i].start, boxes[i].end);
        let middle = start + partition(&mut classes[start..end], cut);
        boxes[i] = scratch.examine(classes, start, middle);
        boxes.push(scratch.examine(classes, middle, end));
    }
    let mut means = Vec::with_capacity(boxes.len());
    for part in &boxes {
        means.push(mean(part.sums.sum, part.sums.weight));
    }
    means
}

/// The classes from `start` to before `end`, and how to cut them best.
struct Part {
    start: usize,
    end: usize,
    sums: Sums,
    cut: Option<Cut>,
}

#[derive(Clone, Copy)]
struct Cut {
    axis: usize,
    /// The last level of the lower side.
    at: u8,
    /// By how much the sum of squared errors falls.
    gain: f64,
}

#[derive(Clone, Copy, Default)]
struct Sums {
    weight: u64,
    sum: [u64; 3],
}

impl Sums {
    fn add(&mut self, class: Class) {
        self.weight += class.count;
        for (sum, v) in self.sum.iter_mut().zip(class.color) {
            *sum += class.count * u64::from(v);
        }
    }

    fn join(&mut self, other: Self) {
        self.weight += other.weight;
        for (sum, v) in self.sum.iter_mut().zip(other.sum) {
            *sum += v;
        }
    }

    fn without(self, other: Self) -> Self {
        let mut sum = self.sum;
        for (sum, v) in sum.iter_mut().zip(other.sum) {
            *sum -= v;
        }
        Self { weight: self.weight - other.weight, sum }
    }

    fn is_empty(self) -> bool {
        self.weight == 0
    }

    /// What the error is less by when all have their mean instead of black.
    fn explained(self) -> f64 {
        let (r, g, b) = (self.sum[0] as f64, self.sum[1] as f64, self.sum[2] as f64);
        (r * r + g * g + b * b) / self.weight as f64
    }
}

struct Scratch {
    bins: [[Sums; 256]; 3],
}

impl Scratch {
    fn examine(&mut self, classes: &[Class], start: usize, end: usize) -> Part {
        let classes = &classes[start..end];
        let (mut lo, mut hi) = ([255_usize; 3], [0_usize; 3]);
        for class in classes {
            for axis in 0..3 {
                lo[axis] = lo[axis].min(usize::from(class.color[axis]));
                hi[axis] = hi[axis].max(usize::from(class.color[axis]));
            }
        }
        for axis in 0..3 {
            self.bins[axis][lo[axis]..=hi[axis]].fill(Sums::default());
        }
        let mut sums = Sums::default();
        for &class in classes {
            sums.add(class);
            for axis in 0..3 {
                self.bins[axis][usize::from(class.color[axis])].add(class);
            }
        }
        let mut cut = None::<Cut>;
        let whole = sums.explained();
        for axis in 0..3 {
            let mut lower = Sums::default();
            for at in lo[axis]..hi[axis] {
                let bin = self.bins[axis][at];
                if bin.is_empty() {
                    continue;
                }
                lower.join(bin);
                let gain = lower.explained() + sums.without(lower).explained() - whole;
                if cut.is_none_or(|cut| gain > cut.gain) {
                    cut = Some(Cut { axis, at: at as u8, gain });
                }
            }
        }
        Part { start, end, sums, cut }
    }
}

/// Moves the lower side of a cut to the front, and returns how many it has.
fn partition(classes: &mut [Class], cut: Cut) -> usize {
    let mut lower = 0;
    for i in 0..classes.len() {
        if classes[i].color[cut.axis] <= cut.at {
            classes.swap(i, lower);
            lower += 1;
        }
    }
    lower
}
