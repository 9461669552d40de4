//! Labels say where their ticks are: whole numbers of any length, so that the test rounds nothing.

use crate::axis::Scale;
use crate::axis::choose::fixed_ticks;
use crate::axis::linear::linear_ticks;
use crate::axis::tick_list::TickList;
use crate::geom::Limits;
use crate::thorough::thorough;

/// A whole number, its digits to the base of 2^32, the lowest first.
#[derive(Clone, PartialEq, Eq)]
struct Big(Vec<u32>);

impl Big {
    fn of(n: u128) -> Self {
        Self((0..4).map(|i| (n >> (32 * i)) as u32).collect()).trimmed()
    }

    fn trimmed(mut self) -> Self {
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
        self
    }

    fn times(mut self, factor: u32, often: i32) -> Self {
        for _ in 0..often {
            let mut carry = 0_u64;
            for digit in &mut self.0 {
                let product = u64::from(*digit) * u64::from(factor) + carry;
                (*digit, carry) = (product as u32, product >> 32);
            }
            if carry > 0 {
                self.0.push(carry as u32);
            }
        }
        self
    }

    fn at_most(&self, other: &Self) -> bool {
        let key = |b: &Self| b.0.iter().rev().copied().collect::<Vec<_>>();
        (self.0.len(), key(self)) <= (other.0.len(), key(other))
    }

    /// The difference, whichever is larger.
    fn apart(&self, other: &Self) -> Self {
        let (large, small) = if other.at_most(self) { (self, other) } else { (other, self) };
        let mut borrow = 0_i64;
        let digits = large.0.iter().enumerate().map(|(i, digit)| {
            let rest = i64::from(*digit) - small.0.get(i).map_or(0, |d| i64::from(*d)) - borrow;
            borrow = i64::from(rest < 0);
            rest.rem_euclid(1 << 32) as u32
        });
        Self(digits.collect()).trimmed()
    }
}

/// A decimal number as written: digits, and the power of ten that the last one stands for.
fn number(text: &str) -> (i128, i32) {
    let text = text.replace('\u{2212}', "-");
    let (digits, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let decimals = digits.split_once('.').map_or(0, |(_, part)| part.len()) as i32;
    let exponent: i32 = exponent.parse().expect("an exponent");
    (digits.replace('.', "").parse().expect("digits"), exponent - decimals)
}

/// What label and offset text say together, as digits and the power of ten of the last digit of the label.
fn said(label: &str, offset: Option<&str>) -> (i128, i32) {
    let offset = offset.unwrap_or("").replace('\u{2212}', "-");
    // `1e-7+2.5e5`: the factor has no sign in front, the summand has
    let start =
        offset.char_indices().find(|(i, c)| matches!(c, '+' | '-') && (*i == 0 || offset.as_bytes()[i - 1] != b'e'));
    let (factor, summand) = offset.split_at(start.map_or(offset.len(), |(i, _)| i));
    let power = factor.strip_prefix("1e").map_or(0, |p| p.parse().expect("a power"));
    let (digits, place) = number(label);
    let place = place + power;
    let (more, its_place) = if summand.is_empty() { (0, place) } else { number(summand.trim_start_matches('+')) };
    assert!(its_place >= place, "{offset} has digits that {label} does not show");
    (digits + more * 10_i128.pow((its_place - place) as u32), place)
}

/// Whether digits at that place are `value`, rounded there.
fn is_rounded(digits: i128, place: i32, value: f64) -> bool {
    let bits = value.abs().to_bits();
    let (fraction, exponent) = (bits & ((1 << 52) - 1), (bits >> 52) as i32);
    let (fraction, exponent) = if exponent == 0 { (fraction, 1) } else { (fraction | 1 << 52, exponent) };
    let two = exponent - 1075;
    let unit = Big::of(1).times(10, place.max(0)).times(2, (-two).max(0));
    let ours = Big::of(digits.unsigned_abs()).times(10, place.max(0)).times(2, (-two).max(0));
    let exact = Big::of(fraction.into()).times(2, two.max(0)).times(10, (-place).max(0));
    let same_sign = digits == 0 || (digits < 0) == (value < 0.0);
    same_sign && ours.apart(&exact).times(2, 1).at_most(&unit)
}

fn check(ticks: &TickList) {
    for (position, label) in ticks.positions.iter().zip(&ticks.labels) {
        let (digits, place) = said(label, ticks.offset.as_deref());
        assert!(is_rounded(digits, place, *position), "{position:e} is labelled {label} {:?}", ticks.offset);
        let zero = label.chars().all(|c| matches!(c, '\u{2212}' | '0' | '.'));
        assert!(!(zero && label.starts_with('\u{2212}')), "{position:e}: {label}");
    }
    for pair in ticks.labels.windows(2) {
        assert!(pair[0] != pair[1], "{:?} {:?}", ticks.positions, ticks.labels);
    }
}

/// Numbers from 0 to 1, from a fixed sequence.
fn random(seed: u64) -> impl FnMut() -> f64 {
    let mut state = seed;
    move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 11) as f64 / (1_u64 << 53) as f64
    }
}

/// How many random limits there is time for: twenty thousand in CI.
fn cases() -> usize {
    if thorough() { 20_000 } else { 2_000 }
}

#[test]
fn label_and_offset_are_the_tick_to_the_digits_shown() {
    let mut next = random(16);
    let mut with_offset = 0;
    let cases = cases();
    for _ in 0..cases {
        let size = libm::exp10(next() * 560.0 - 280.0) * if next() < 0.5 { -1.0 } else { 1.0 };
        let middle = (next() * 9.0 + 1.0) * size;
        let span = middle.abs() * libm::exp10(-14.0 * next() + 0.5);
        let limits = Limits::new(middle, middle + span);
        let ticks = linear_ticks(limits, 1 + (next() * 9.0) as usize);
        assert!(ticks.positions.len() >= 2, "{limits:?}");
        with_offset += usize::from(ticks.offset.as_ref().is_some_and(|o| o.contains('+')));
        check(&ticks);
    }
    assert!(with_offset > cases * 3 / 20, "{with_offset} of {cases}");
}

#[test]
fn ordinary_numbers_too() {
    let mut next = random(7);
    for _ in 0..cases() {
        let middle = (next() - 0.5) * libm::exp10(18.0 * next() - 4.0);
        let limits = Limits::new(middle, middle + libm::exp10(9.0 * next() - 6.0));
        if limits.hi - limits.lo > middle.abs() * 1e-14 {
            check(&linear_ticks(limits, 9));
        }
    }
}

#[test]
fn the_offset_has_all_its_digits() {
    let ticks = linear_ticks(Limits::new(251_889.767_25, 251_889.767_250_275), 9);
    assert_eq!(ticks.positions[0], 251_889.767_25);
    assert_eq!((ticks.labels[0].as_str(), ticks.offset.as_deref()), ("0.0", Some("1e\u{2212}7+2.5188976725e5")));
    // microseconds since 1970
    let ticks = linear_ticks(Limits::new(1_732_781_234_566_500.0, 1_732_781_234_566_600.0), 9);
    assert_eq!(ticks.positions[0], 1_732_781_234_566_500.0);
    let (digits, place) = said(&ticks.labels[0], ticks.offset.as_deref());
    assert_eq!(digits * 10_i128.pow(place.max(0) as u32), 1_732_781_234_566_500);
    check(&ticks);
}

#[test]
fn chosen_ticks_are_told_from_each_other_and_from_zero() {
    let labels = |at: &[f64], lo, hi| {
        fixed_ticks(&Scale::Linear, at, None, &crate::axis::Format::auto(), Limits::new(lo, hi)).labels
    };
    assert_eq!(labels(&[-0.001, 0.0, 50.0], -1.0, 100.0), ["\u{2212}0.001", "0.000", "50.000"]);
    assert_eq!(labels(&[-0.001], -100.0, 100.0), ["\u{2212}0.001"]);
    assert_eq!(labels(&[-0.000_4, 30.0], -100.0, 100.0), ["\u{2212}0.0004", "30.0000"]);
    assert_eq!(labels(&[10.0, 10.01, 500.0], 0.0, 1000.0), ["10.00", "10.01", "500.00"]);
    // rounding of a sum of tenths is no tick beside zero
    assert_eq!(labels(&[-0.5, 0.1 * 3.0 - 0.3, 0.5], -1.0, 1.0), ["\u{2212}0.5", "0.0", "0.5"]);
}
