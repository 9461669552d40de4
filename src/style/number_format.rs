//! How numbers are written into words: `"{}"`, `"{:.1} ms"`.

/// What stands before and after a number, and how many decimals it has.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct NumberFormat {
    before: String,
    after: String,
    /// `None`: six digits in all, without zeros at the end.
    decimals: Option<usize>,
}

/// More decimals than any `f64` has.
const MOST_DECIMALS: usize = 1100;

impl NumberFormat {
    /// Of a text with one `{}` or `{:.N}` in it; `{{` and `}}` are braces.
    ///
    /// # Panics
    /// If there is none.
    #[track_caller]
    pub(crate) fn parse(text: &str) -> Self {
        let parts = number_at(text).and_then(|at| Some((&text[..at], text[at + 1..].split_once('}')?)));
        let Some((before, (inside, after))) = parts else {
            panic!("{text:?} says nothing of a number: write \"{{}}\", or \"{{:.2}} ms\" for two decimals");
        };
        let digits = inside.strip_prefix(":.").map(|digits| digits.parse().ok().filter(|n| *n <= MOST_DECIMALS));
        let decimals = match (inside, digits) {
            ("", _) => None,
            (_, Some(Some(n))) => Some(n),
            _ => panic!("{text:?}: {{{inside}}} is not understood: write {{}}, or {{:.2}} for two decimals"),
        };
        let plain = |text: &str| text.replace("{{", "{").replace("}}", "}");
        Self { before: plain(before), after: plain(after), decimals }
    }

    /// The words for a number, with a minus sign as axes have it.
    pub(crate) fn format(&self, value: f64) -> String {
        self.format_to(value, DIGITS)
    }

    /// Whether it is not said how many decimals there are.
    pub(crate) const fn is_free(&self) -> bool {
        self.decimals.is_none()
    }

    /// The same with so many digits in all, where decimals are not said.
    pub(crate) fn format_to(&self, value: f64, digits: usize) -> String {
        // no minus before a zero
        let value = if value == 0.0 { 0.0 } else { value };
        let number = match self.decimals {
            Some(n) => format!("{value:.n$}"),
            None => general(value, digits),
        };
        [&self.before, number.replace('-', "\u{2212}").as_str(), &self.after].concat()
    }
}

/// Where the brace is that stands for a number: the first that is not doubled.
fn number_at(text: &str) -> Option<usize> {
    let mut rest = 0;
    loop {
        let at = rest + text[rest..].find('{')?;
        if !text[at + 1..].starts_with('{') {
            return Some(at);
        }
        rest = at + 2;
    }
}

/// Digits of a number whose decimals are not said: those of C's `%g`.
pub(crate) const DIGITS: usize = 6;

/// So many digits, as C's `%g`: without zeros at the end, and as a power of ten where it is very small or large.
pub(crate) fn general(value: f64, digits: usize) -> String {
    if value == 0.0 || !value.is_finite() {
        return value.to_string();
    }
    // rounded first, since 999,999.7 is a million
    let last = digits.max(1) - 1;
    let rounded = format!("{value:.last$e}");
    let Some((figures, exponent)) = rounded.split_once('e') else { return rounded };
    let exponent: i32 = exponent.parse().unwrap_or(0);
    let trimmed = |number: &str| match number.contains('.') {
        true => number.trim_end_matches('0').trim_end_matches('.').to_owned(),
        false => number.to_owned(),
    };
    if (-4..digits as i32).contains(&exponent) {
        return trimmed(&format!("{value:.*}", (last as i32 - exponent) as usize));
    }
    let sign = if exponent < 0 { '-' } else { '+' };
    format!("{}e{sign}{:02}", trimmed(figures), exponent.abs())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_the_text_says() {
        let write = |text, value| NumberFormat::parse(text).format(value);
        assert_eq!(write("{}", 1.5), "1.5");
        assert_eq!(write("{:.2} ms", -0.126), "−0.13 ms");
        assert_eq!(write("n = {:.0}", 1234.5), "n = 1234");
        assert_eq!(write("{}", -0.0), "0");
        assert_eq!(write("$10^{{{}}}$", 2.5), "$10^{2.5}$");
        assert_eq!(write("{{}} {}{{", 1.0), "{} 1{");
        // C's %g
        for (value, want) in [
            (0.1 + 0.2, "0.3"),
            (1e22, "1e+22"),
            (-1e308, "−1e+308"),
            (999_999.7, "1e+06"),
            (123_456.0, "123456"),
            (0.000_123_456_78, "0.000123457"),
            (1.5e-5, "1.5e−05"),
            (7.0, "7"),
            (f64::NAN, "NaN"),
        ] {
            assert_eq!(write("{}", value), want);
        }
        for bad in ["", "x", "{", "{{}}", "{:5}", "{:.x}", "{:.99999}"] {
            assert!(std::panic::catch_unwind(|| NumberFormat::parse(bad)).is_err(), "{bad}");
        }
    }
}
