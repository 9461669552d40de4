//! Title, artist and the like, in the place where players look for them.

use super::boxes::Bytes;

/// The names of four letters that iTunes gave to what ffmpeg and matplotlib call so.
const NAMES: [(&str, [u8; 4]); 21] = [
    ("title", *b"\xa9nam"),
    ("artist", *b"\xa9ART"),
    ("author", *b"\xa9ART"),
    ("album_artist", *b"aART"),
    ("album", *b"\xa9alb"),
    ("composer", *b"\xa9wrt"),
    ("comment", *b"\xa9cmt"),
    ("date", *b"\xa9day"),
    ("year", *b"\xa9day"),
    ("genre", *b"\xa9gen"),
    ("encoder", *b"\xa9too"),
    ("encoding_tool", *b"\xa9too"),
    ("grouping", *b"\xa9grp"),
    ("lyrics", *b"\xa9lyr"),
    ("copyright", *b"cprt"),
    ("description", *b"desc"),
    ("synopsis", *b"ldes"),
    ("show", *b"tvsh"),
    ("episode_id", *b"tven"),
    ("network", *b"tvnn"),
    ("keywords", *b"keyw"),
];

/// The box `udta` with all of `metadata`. Names that are not known are kept as they are, in boxes of free form.
pub(super) fn user_data(b: &mut Bytes, metadata: &[(String, String)]) {
    if metadata.is_empty() {
        return;
    }
    b.boxed(b"udta", |b| {
        b.full(b"meta", 0, 0, |b| {
            b.full(b"hdlr", 0, 0, |b| {
                b.u32(0);
                b.bytes(b"mdirappl");
                b.zeros(9);
            });
            b.boxed(b"ilst", |b| {
                for (key, value) in metadata {
                    let known = NAMES.iter().find(|(name, _)| name.eq_ignore_ascii_case(key));
                    match known {
                        Some((_, name)) => b.boxed(name, |b| text(b, value)),
                        None => b.boxed(b"----", |b| {
                            b.full(b"mean", 0, 0, |b| b.bytes(b"com.apple.iTunes"));
                            b.full(b"name", 0, 0, |b| b.bytes(key.as_bytes()));
                            text(b, value);
                        }),
                    }
                }
            });
        });
    });
}

/// A value: UTF-8 (kind 1), of no language.
fn text(b: &mut Bytes, value: &str) {
    b.full(b"data", 0, 1, |b| {
        b.u32(0);
        b.bytes(value.as_bytes());
    });
}
