//! Elements and attributes: what XML takes, and as short as it can be.

pub(super) use crate::export::number::{number, whole};
use crate::style::Color;

/// Text as the value of an attribute: quoted, line breaks kept, and without the characters that XML has no place for.
pub(super) fn text(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push_str("&#10;"),
            '\t' => out.push_str("&#9;"),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
}

/// ` name="value"` with a number of at most three decimals.
pub(super) fn attribute(out: &mut String, name: &str, value: f64) {
    precise(out, name, value, 3);
}

/// The same with another number of decimals.
pub(super) fn precise(out: &mut String, name: &str, value: f64, decimals: u32) {
    word(out, name, "");
    out.pop();
    number(out, value, decimals);
    out.push('"');
}

/// ` name="value"`; the value is one of ours, and needs no quoting.
pub(super) fn word(out: &mut String, name: &str, value: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    out.push_str(value);
    out.push('"');
}

/// ` fill="#rrggbb"` or ` stroke=..`, with the opacity if it is not opaque.
pub(super) fn paint(out: &mut String, name: &str, color: Color) {
    solid(out, name, color);
    if color.a < 255 {
        out.push(' ');
        out.push_str(name);
        attribute_rest(out, "-opacity=\"", color);
    }
}

/// The same without the opacity.
pub(super) fn solid(out: &mut String, name: &str, color: Color) {
    word(out, name, "#");
    out.pop();
    let digit = |v: u8| char::from(b"0123456789abcdef"[usize::from(v)]);
    for channel in color.channels() {
        out.push(digit(channel >> 4));
        out.push(digit(channel & 15));
    }
    out.push('"');
}

/// ` opacity="..."`, of all that an element holds together, if the colour is not opaque.
pub(super) fn opacity(out: &mut String, color: Color) {
    if color.a < 255 {
        attribute_rest(out, " opacity=\"", color);
    }
}

fn attribute_rest(out: &mut String, begin: &str, color: Color) {
    out.push_str(begin);
    number(out, f64::from(color.a) / 255.0, 3);
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_quoted() {
        let mut out = String::new();
        text(&mut out, "a<b & \"c\" ]]> 'd'\n\te\u{0}\u{1b}\u{85}\u{ffff} µ 😀");
        assert_eq!(out, "a&lt;b &amp; &quot;c&quot; ]]&gt; 'd'&#10;&#9;e µ 😀");
    }

    #[test]
    fn colours_say_their_opacity_if_they_have_one() {
        let mut out = String::new();
        paint(&mut out, "fill", Color::rgb(255, 127, 14));
        paint(&mut out, "stroke", Color::rgba(0, 1, 171, 128));
        assert_eq!(out, " fill=\"#ff7f0e\" stroke=\"#0001ab\" stroke-opacity=\".502\"");
    }
}
