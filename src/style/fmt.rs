//! The format shorthand: `"k-o"` is a black solid line with discs.

use super::color::Color;
use super::marker::Marker;
use super::stroke::LineStyle;

/// What a format shorthand says.
///
/// `linestyle` and `marker` are `None` only if the text was a colour and nothing else; then the artist's defaults hold.
/// Otherwise the text decides both: a marker without a line style means no line, and neither means a solid line.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Fmt {
    pub(crate) color: Option<Color>,
    pub(crate) linestyle: Option<LineStyle>,
    pub(crate) marker: Option<Marker>,
}

/// Reads a format shorthand by matplotlib's rules: the whole text as a colour first (but `"0"` and `"1"` are no gray
/// levels), then, from left to right and in any order, a line style, a marker, and a colour (a letter or `C0`), each at
/// most once. The error is a sentence for a panic's message.
pub(crate) fn parse_fmt(text: &str) -> Result<Fmt, String> {
    if let Some(color) = Color::parse(text).filter(|_| text != "0" && text != "1") {
        return Ok(Fmt { color: Some(color), ..Fmt::default() });
    }
    let fail = |reason: String| Err(format!("`{text}` is not a valid format string ({reason})"));
    let mut fmt = Fmt::default();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let used = if let Some((style, length)) = line_style(rest) {
            if fmt.linestyle.replace(style).is_some() {
                return fail("two line styles".into());
            }
            length
        } else if let Some(marker) = Marker::from_char(c) {
            if fmt.marker.replace(marker).is_some() {
                return fail("two markers".into());
            }
            c.len_utf8()
        } else if c == 'C' {
            let digits = rest[1..].bytes().take_while(u8::is_ascii_digit).count();
            if digits == 0 {
                return fail("`C` must be followed by a number".into());
            }
            // As in matplotlib, a later `C0` replaces an earlier colour.
            fmt.color = Color::parse(&rest[..=digits]);
            1 + digits
        } else if let Some(color) = "bgrcmykw".contains(c).then(|| Color::parse(&rest[..1])).flatten() {
            if fmt.color.replace(color).is_some() {
                return fail("two colours".into());
            }
            1
        } else {
            return fail(format!("unknown character `{c}`; a colour that is a word goes alone or into .color(..)"));
        };
        rest = &rest[used..];
    }
    if fmt.linestyle.is_none() && fmt.marker.is_none() {
        fmt.linestyle = Some(LineStyle::Solid);
    }
    fmt.linestyle.get_or_insert(LineStyle::None);
    fmt.marker.get_or_insert(Marker::None);
    Ok(fmt)
}

/// The line style that `text` begins with, the longest first, and its length in bytes.
fn line_style(text: &str) -> Option<(LineStyle, usize)> {
    ["--", "-.", "-", ":", " "]
        .into_iter()
        .find(|s| text.starts_with(s))
        .and_then(|s| LineStyle::parse(s).map(|style| (style, s.len())))
}

#[cfg(test)]
mod tests;
