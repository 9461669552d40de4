//! Bytes as letters: pictures in SVG, in a notebook, in a terminal.

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

pub(crate) fn base64(out: &mut String, bytes: &[u8]) {
    for three in bytes.chunks(3) {
        let at = |i: usize| u32::from(three.get(i).copied().unwrap_or(0));
        let bits = at(0) << 16 | at(1) << 8 | at(2);
        for i in 0..4 {
            let letter = char::from(LETTERS[(bits >> (18 - 6 * i)) as usize & 63]);
            out.push(if i > three.len() { '=' } else { letter });
        }
    }
}

#[test]
fn bytes_become_letters() {
    for (bytes, letters) in
        [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("\u{ff}~", "w79+")]
    {
        let mut out = String::new();
        base64(&mut out, bytes.as_bytes());
        assert_eq!(out, letters);
    }
}
