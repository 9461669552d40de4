//! The symmetrical log scale: logarithmic on both sides of zero, linear around it.

use super::decimal::pow10;
use super::formatter;
use super::linear::linear_ticks;
use super::locator::nonsingular;
use super::log::{power, significand};
use super::rules::Rules;
use super::tick_list::TickList;
use crate::geom::Limits;

/// Its even axis is in decades: matplotlib's, divided by `linthresh`, so that it has no unit and does not overflow.
#[derive(Clone, Copy, Debug)]
pub(super) struct SymLog {
    /// Up to here it is linear.
    pub(super) linthresh: f64,
    /// Half of the linear part is as long as so many decades.
    pub(super) linscale: f64,
}

impl SymLog {
    /// How long half of the linear part is on the even axis: a decade begins at a tenth of what it ends at, so that its end is a ninth farther.
    fn half(self) -> f64 {
        self.linscale / (1.0 - 0.1)
    }
}

/// So many ticks a symmetrical log axis has, as matplotlib counts.
const MOST: i32 = 15;

impl Rules for SymLog {
    fn transform(&self, value: f64) -> f64 {
        let size = value.abs();
        if size <= self.linthresh {
            return value / self.linthresh * self.half();
        }
        let even = self.half() + (libm::log10(size) - libm::log10(self.linthresh));
        if even.is_finite() { even.copysign(value) } else { f64::NAN }
    }

    fn inverse(&self, t: f64) -> f64 {
        let size = t.abs();
        if size <= self.half() {
            return t / self.half() * self.linthresh;
        }
        libm::exp10(size - self.half() + libm::log10(self.linthresh)).copysign(t)
    }

    fn limits_of_nothing(&self) -> Option<Limits> {
        Some(Limits::new(0.0, 1.0))
    }

    fn nonsingular(&self, limits: Limits, _: f64) -> Limits {
        nonsingular(limits, 0.05, 1e-15)
    }

    fn is_even(&self) -> bool {
        false
    }

    fn choices(&self, limits: Limits, max_bins: usize) -> Box<dyn Iterator<Item = (TickList, TickList)>> {
        let forward = Limits::new(limits.lo.min(limits.hi), limits.lo.max(limits.hi));
        let scale = *self;
        let some = move |decades: Decades, fewer: i32, skip: i32| {
            let positions = decades.at(decades.stride() + fewer, skip, &[1.0]);
            let labels = labels(&positions);
            scale.within(TickList { positions, labels, offset: None }, forward)
        };
        match Decades::of(forward, self.linthresh) {
            Some(decades) if some(decades, 0, 0).labelled() >= 2 => {
                let all = (0..decades.total().max(1))
                    .flat_map(move |fewer| (0..3).map(move |skip| some(decades, fewer, skip)));
                Box::new(all.filter(|ticks| ticks.labelled() >= 2).map(|ticks| (ticks, TickList::default())))
            }
            // where fewer than two powers are seen there are the ticks of a linear axis
            _ => Box::new((1..=max_bins).rev().map(move |bins| (linear_ticks(forward, bins), TickList::default()))),
        }
    }

    fn has_minor(&self) -> bool {
        false
    }

    fn minor(&self, major: &[f64], limits: Limits, _: usize) -> Vec<f64> {
        let Some(decades) = Decades::of(limits, self.linthresh) else { return super::minor::between(major, limits) };
        if decades.stride() > 1 {
            // between powers that have no tick, powers
            return self.apart(decades.at(1, 0, &[1.0]), major, limits);
        }
        self.apart(decades.at(1, 0, &[2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0]), major, limits)
    }

    fn labels(&self, positions: &[f64], limits: Limits) -> (Vec<String>, Option<String>) {
        self.labels_of_chosen(positions, limits)
    }

    fn labels_of_chosen(&self, positions: &[f64], limits: Limits) -> (Vec<String>, Option<String>) {
        let powers = |p: f64| p == 0.0 || significand(p.abs(), 9).0 == "1";
        match positions.iter().all(|p| powers(*p)) {
            true => (labels(positions), None),
            false => formatter::labels_of_chosen(positions, limits),
        }
    }

    fn within(&self, mut ticks: TickList, limits: Limits) -> TickList {
        let (from, to) = (self.transform(limits.lo), self.transform(limits.hi));
        let slack = 1e-10 * (to - from);
        ticks.retain(&|p| {
            let at = self.transform(p);
            at >= from - slack && at <= to + slack
        });
        ticks
    }
}

impl SymLog {
    /// Those that the axis shows and that are no major ticks.
    fn apart(&self, positions: Vec<f64>, major: &[f64], limits: Limits) -> Vec<f64> {
        let labels = vec![String::new(); positions.len()];
        let mut ticks = self.within(TickList { positions, labels, offset: None }, limits);
        let near = 1e-5 * (self.transform(limits.hi) - self.transform(limits.lo));
        ticks.retain(&|p| major.iter().all(|m| (self.transform(*m) - self.transform(p)).abs() > near));
        ticks.positions
    }
}

/// The powers of ten on both sides of a linear part.
#[derive(Clone, Copy, Debug)]
struct Decades {
    /// Exponents on the negative side, the second not included.
    below: (i32, i32),
    /// Whether zero is between.
    zero: bool,
    /// Exponents on the positive side, the second not included.
    above: (i32, i32),
}

impl Decades {
    /// matplotlib's count of them, for forward limits; `None` if all of the axis is linear.
    fn of(Limits { lo, hi }: Limits, linthresh: f64) -> Option<Self> {
        let (a, c) = (lo < -linthresh, hi > linthresh);
        if !(lo.is_finite() && hi.is_finite() && (a || c)) {
            return None;
        }
        let exponents = |from: f64, to: f64| (libm::log10(from).floor() as i32, libm::log10(to).ceil() as i32);
        Some(Self {
            below: if a { exponents((-linthresh).min(hi).abs(), lo.abs() + 1.0) } else { (0, 0) },
            zero: a && hi > -linthresh || c && lo < linthresh,
            above: if c { exponents(linthresh.max(lo), hi + 1.0) } else { (0, 0) },
        })
    }

    fn total(self) -> i32 {
        (self.below.1 - self.below.0) + (self.above.1 - self.above.0) + i32::from(self.zero)
    }

    /// Every how many powers there is a tick.
    fn stride(self) -> i32 {
        (self.total() / (MOST - 1)).max(1)
    }

    /// Multiples of every `stride`th power, without the `skip` nearest to zero, ascending.
    fn at(self, stride: i32, skip: i32, subs: &[f64]) -> Vec<f64> {
        let mut positions = Vec::new();
        let mut side = |(from, to): (i32, i32), sign: f64| {
            let mut exponent = from + skip;
            while exponent < to {
                for sub in subs {
                    positions.push(sign * sub * pow10(exponent));
                }
                exponent += stride;
            }
        };
        side(self.below, -1.0);
        side(self.above, 1.0);
        if self.zero {
            positions.push(0.0);
        }
        positions.retain(|p| p.is_finite());
        positions.sort_unstable_by(f64::total_cmp);
        positions
    }
}

/// Powers of ten as such, and zero.
fn labels(positions: &[f64]) -> Vec<String> {
    let mut labels = Vec::with_capacity(positions.len());
    for p in positions {
        let sign = if *p < 0.0 { "-" } else { "" };
        labels.push(match *p {
            0.0 => "0".to_owned(),
            p => ["$", sign, &power(significand(p.abs(), 9).1), "$"].concat(),
        });
    }
    labels
}

#[cfg(test)]
mod tests;
