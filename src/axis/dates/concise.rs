//! What is written beside dates: matplotlib's `ConciseDateFormatter`.
//!
//! Labels show the part of the date that changes from tick to tick. Where it begins anew, the next longer part stands in its
//! place: `Feb`, `Mar`, ..., `Dec`, `2027`. What no label shows stands at the end of the axis.

use super::letters::{self, write};
use crate::calendar::Civil;

/// The patterns of the labels, for each part of a date that may change: year, month, day, hour, minute, second.
const USUAL: [&str; 6] = ["%Y", "%b", "%d", "%H:%M", "%H:%M", "%S.%f"];

/// The patterns where that part is the first there is.
const FIRST: [&str; 6] = ["", "%Y", "%b", "%b-%d", "%H:%M", "%H:%M"];

/// The patterns of what they leave out.
const LEFT_OUT: [&str; 6] = ["", "%Y", "%Y-%b", "%Y-%b-%d", "%Y-%b-%d", "%Y-%b-%d %H:%M"];

/// Years, months, ... of a date.
const fn parts(at: Civil) -> [i32; 6] {
    [at.year, at.month, at.day, at.hour, at.minute, at.second]
}

/// One label for each moment, and what all of them leave out. `usual` is the part that changes between ticks as far apart as
/// these are, for where there is only one. The last tick's date is told, of an axis that runs backward the first one's.
pub(super) fn labels(ticks: &[Civil], usual: usize, backward: bool) -> (Vec<String>, Option<String>) {
    let level = level(ticks).unwrap_or(usual);
    let mut labels = Vec::with_capacity(ticks.len());
    for &at in ticks {
        let begins = match level {
            1 => at.month == 1,
            2 => at.day == 1,
            3 => at.hour == 0,
            4 => at.minute == 0,
            5 => at.second == 0 && at.micro == 0,
            _ => false,
        };
        let mut label = String::new();
        write(if begins { FIRST[level] } else { USUAL[level] }, at, 0, &mut label);
        labels.push(label);
    }
    if level == 5 {
        drop_zeros(&mut labels);
    }
    // January is written as its year, which leaves nothing to say
    let told = level == 0 || (level == 1 && ticks.iter().any(|at| at.month == 1));
    let of = if backward { ticks.first() } else { ticks.last() };
    let left_out = of.filter(|_| !told).map(|at| {
        let mut text = String::new();
        write(LEFT_OUT[level], *at, 0, &mut text);
        text
    });
    (labels, left_out)
}

/// The shortest part of the date, down to seconds, that is not the same in all; seconds if all are the same, and `None` if
/// there are not two ticks.
fn level(ticks: &[Civil]) -> Option<usize> {
    let first = parts(*ticks.first()?);
    let mut level = None;
    for &at in &ticks[1..] {
        for (k, part) in parts(at).into_iter().enumerate() {
            if part != first[k] {
                level = level.max(Some(k));
            }
        }
    }
    if ticks.len() > 1 { level.or(Some(5)) } else { None }
}

/// Takes the zeros from the end of seconds, equally many from each.
fn drop_zeros(labels: &mut [String]) {
    let mut most = usize::MAX;
    for label in labels.iter() {
        if label.contains('.') {
            most = most.min(label.len() - label.trim_end_matches('0').len());
        }
    }
    for label in labels {
        if label.contains('.') {
            label.truncate(label.len() - most);
            if label.ends_with('.') {
                label.pop();
            }
        }
    }
}

/// The widest labels that may come beside these, while an axis moves.
pub(super) fn widest(ticks: &[Civil]) -> Vec<String> {
    let Some(level) = level(ticks) else { return Vec::new() };
    let mut widest = Vec::with_capacity(4);
    for at in letters::widest() {
        for pattern in [USUAL[level], FIRST[level]] {
            // of seconds there are as many digits as the others have
            if pattern != USUAL[5] {
                let mut text = String::new();
                write(pattern, at, 0, &mut text);
                widest.push(text);
            }
        }
    }
    widest
}
