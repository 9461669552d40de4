use std::collections::BTreeSet;

use super::*;

/// The rows of the tables of a page: the cells of each, without their blanks.
fn rows(page: &str) -> Vec<Vec<String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(page);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{page}: {e}"));
    let tables = text.lines().map(|line| line.trim_start_matches("/// ")).filter(|line| line.starts_with('|'));
    tables.map(|line| line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect()).collect()
}

/// The writers that the table here has for an extension, or for a sequence of files.
fn writers(name: &str) -> Vec<&'static str> {
    let extension = name.trim_start_matches('.').trim_start_matches("name-%05d.");
    let Some(format) = Format::of(Path::new("a").with_extension(extension).as_path()) else { return Vec::new() };
    let through = format.ffmpeg.map(|_| Written::Ffmpeg.writer());
    Some(format.written.writer()).filter(|_| format.written != Written::Not).into_iter().chain(through).collect()
}

/// What a page says of who writes what, in the first cells of its tables, of which only those with names of files are looked at.
fn said(page: &str) -> BTreeSet<(String, String)> {
    let mut said = BTreeSet::new();
    for row in rows(page) {
        let names = row[0].split('`').filter(|word| word.starts_with('.') || word.starts_with("name-"));
        for name in names {
            for writer in row[1].split(|c: char| !c.is_alphanumeric()).filter(|word| word.ends_with("Writer")) {
                said.insert((name.to_owned(), writer.to_owned()));
            }
        }
    }
    said
}

#[test]
fn pages_say_what_the_table_says() {
    for page in ["README.md", "docs/formats.md", "src/record/writers/auto.rs"] {
        let said = said(page);
        for (name, writer) in &said {
            assert!(writers(name).contains(&&**writer), "{page}: `{name}` is not written by {writer}");
        }
        for format in FORMATS.iter().filter(|format| format.written != Written::Not) {
            // what is measured is the same under both names
            let names = if page == "docs/formats.md" { &format.extensions[..1] } else { format.extensions };
            for name in names {
                let name = if *name == "png" { "name-%05d.png".to_owned() } else { format!(".{name}") };
                let wanted = (name, format.written.writer().to_owned());
                assert!(said.contains(&wanted), "{page} does not say that {} writes `{}`", wanted.1, wanted.0);
            }
        }
    }
}

#[test]
fn an_extension_is_of_one_format() {
    let all = extensions(&|_| true);
    let distinct: BTreeSet<_> = all.iter().collect();
    assert_eq!(distinct.len(), all.len());
    assert!(all.iter().all(|extension| extension.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())));
    assert_eq!(Format::of(Path::new("x/a.MP4")).map(|format| format.written), Some(Written::Mp4));
    for nothing in ["a", "a.tmp", ".gif", "t=0.5", ""] {
        assert!(Format::of(Path::new(nothing)).is_none(), "{nothing}");
    }
}

#[cfg(feature = "read")]
#[test]
fn files_are_known_by_what_they_begin_with() {
    for (head, read) in [
        (&b"GIF89a"[..], Read::Gif),
        (b"GIF8", Read::Gif),
        (b"GIF", Read::Ffmpeg),
        (b"\x89PNG\r\n\x1a\n\0\0\0\r", Read::Png),
        (b"RIFF\x01\x02\x03\x04WEBPVP8X", Read::Webp),
        (b"RIFF\x01\x02\x03\x04AVI LIST", Read::Ffmpeg),
        (b"RIFF", Read::Ffmpeg),
        (b"", Read::Ffmpeg),
    ] {
        assert_eq!(reader(head), read, "{head:?}");
    }
}
