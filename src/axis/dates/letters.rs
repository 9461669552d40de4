//! Dates as text: `%Y-%m-%d` and the like.

use crate::calendar::{Civil, DAY};

pub(super) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

pub(super) const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// The letters that may follow a `%`.
pub(super) const LETTERS: &str = "YymbBdejaAHIpMSfzZFTRD%";

/// The first `%` sequence of a pattern that says nothing, if there is one.
pub(in crate::axis) fn unknown(pattern: &str) -> Option<String> {
    let mut chars = pattern.chars();
    while let Some(c) = chars.next() {
        if c == '%' {
            let mut letter = chars.next();
            if letter == Some('-') {
                letter = chars.next();
            }
            match letter {
                Some(letter) if LETTERS.contains(letter) => {}
                Some(letter) => return Some(String::from_iter(['%', letter])),
                None => return Some("%".to_owned()),
            }
        }
    }
    None
}

/// A moment as a pattern says; `minutes` is how far its clock is ahead of UTC.
pub(super) fn write(pattern: &str, at: Civil, minutes: i32, out: &mut String) {
    let mut chars = pattern.chars();
    while let Some(c) = chars.next() {
        if c != '%' {
            out.push(c);
            continue;
        }
        let mut letter = chars.next();
        let bare = letter == Some('-');
        if bare {
            letter = chars.next();
        }
        let two = if bare { 1 } else { 2 };
        match letter {
            // four digits or fewer: there is no year 0 before 1
            Some('Y') => number(at.year, 1, out),
            Some('y') => number(at.year % 100, two, out),
            Some('m') => number(at.month, two, out),
            Some('b') => out.push_str(&MONTHS[at.month as usize - 1][..3]),
            Some('B') => out.push_str(MONTHS[at.month as usize - 1]),
            Some('d') => number(at.day, two, out),
            Some('e') => {
                if at.day < 10 && !bare {
                    out.push(' ');
                }
                number(at.day, 1, out);
            }
            Some('j') => number(at.day_of_year(), if bare { 1 } else { 3 }, out),
            Some('a') => out.push_str(&WEEKDAYS[at.weekday()][..3]),
            Some('A') => out.push_str(WEEKDAYS[at.weekday()]),
            Some('H') => number(at.hour, two, out),
            Some('I') => number((at.hour + 11) % 12 + 1, two, out),
            Some('p') => out.push_str(if at.hour < 12 { "AM" } else { "PM" }),
            Some('M') => number(at.minute, two, out),
            Some('S') => number(at.second, two, out),
            Some('f') => number(at.micro, 6, out),
            Some('z') => ahead(minutes, "", out),
            Some('Z') => {
                out.push_str("UTC");
                if minutes != 0 {
                    ahead(minutes, ":", out);
                }
            }
            Some('F') => write("%Y-%m-%d", at, minutes, out),
            Some('T') => write("%H:%M:%S", at, minutes, out),
            Some('R') => write("%H:%M", at, minutes, out),
            Some('D') => write("%m/%d/%y", at, minutes, out),
            Some(other) => out.push(other),
            None => {}
        }
    }
}

/// `+0200`.
fn ahead(minutes: i32, between: &str, out: &mut String) {
    out.push(if minutes < 0 { '-' } else { '+' });
    number(minutes.abs() / 60, 2, out);
    out.push_str(between);
    number(minutes.abs() % 60, 2, out);
}

/// A number of at least so many digits.
fn number(value: i32, digits: usize, out: &mut String) {
    let text = value.to_string();
    for _ in text.len()..digits {
        out.push('0');
    }
    out.push_str(&text);
}

/// Two moments whose words are as long as words get: a Wednesday in May, the widest of the short names, and one in September, the
/// longest of the long ones.
pub(super) fn widest() -> [Civil; 2] {
    let of = |days: i64| Civil { hour: 22, minute: 58, second: 58, micro: 888_888, ..Civil::of(days * DAY) };
    [of(crate::calendar::days(2025, 5, 28)), of(crate::calendar::days(2025, 9, 24))]
}
