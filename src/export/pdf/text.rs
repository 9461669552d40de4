//! Strings and names.

/// Two bytes as four digits.
pub(super) fn hex(out: &mut String, value: u16) {
    for i in [12, 8, 4, 0] {
        out.push(char::from(b"0123456789ABCDEF"[usize::from(value >> i) & 15]));
    }
}

/// Text as a string: as it stands, or in UTF-16 where it is more than ASCII.
pub(super) fn string(out: &mut String, text: &str) {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~' | b'\n')) {
        out.push('(');
        for c in text.chars() {
            match c {
                '(' | ')' | '\\' => {
                    out.push('\\');
                    out.push(c);
                }
                '\n' => out.push_str("\\n"),
                c => out.push(c),
            }
        }
        return out.push(')');
    }
    out.push_str("<FEFF");
    utf16(out, text);
    out.push('>');
}

/// The digits of text in UTF-16.
pub(super) fn utf16(out: &mut String, text: &str) {
    for unit in text.encode_utf16() {
        hex(out, unit);
    }
}

/// Text as a name, `/` before it.
pub(super) fn name(out: &mut String, text: &str) {
    out.push('/');
    for byte in text.bytes().filter(|byte| *byte != 0) {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'+' | b':') {
            out.push(char::from(byte));
        } else {
            let mut digits = String::new();
            hex(&mut digits, byte.into());
            out.push('#');
            out.push_str(&digits[2..]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_quoted_or_utf_16() {
        for (text, want) in [
            ("", "()"),
            ("a (b\\c)\nd", "(a \\(b\\\\c\\)\\nd)"),
            ("\u{1}\r", "<FEFF0001000D>"),
            ("−µ😀", "<FEFF221200B5D83DDE00>"),
        ] {
            let mut out = String::new();
            string(&mut out, text);
            assert_eq!(out, want);
        }
    }

    #[test]
    fn names_have_no_odd_letters() {
        let mut out = String::new();
        name(&mut out, "Seed 1/µ#\0(a-b_c.d)");
        assert_eq!(out, "/Seed#201#2F#C2#B5#23#28a-b_c.d#29");
    }
}
