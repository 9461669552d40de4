//! How long a picture may be held.

use crate::error::{Error, Result};

/// Eleven days; more is a mistake of units, and would fill the disk with repeated frames.
const LONGEST: f64 = 1e6;

/// `seconds`, if they are a time that a picture can be held.
pub(crate) fn checked_hold(seconds: f64) -> Result<f64> {
    if (0.0..=LONGEST).contains(&seconds) {
        return Ok(seconds);
    }
    Err(Error::BadOption { reason: format!("a frame can be held for 0 to {LONGEST} seconds, not for {seconds}") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_times_that_make_sense() {
        for good in [0.0, 0.001, 2.5, 1e6] {
            assert_eq!(checked_hold(good).ok(), Some(good));
        }
        for bad in [-0.1, f64::NAN, f64::INFINITY, 1e7] {
            assert!(checked_hold(bad).is_err(), "{bad}");
        }
    }
}
