//! Metadata as XMP, which is what a WebP has for it.

use std::fmt::Write;

/// The packet with the entries that XMP has a name for, if there are any, and the names of the others.
pub(super) fn packet(metadata: &[(String, String)]) -> (Option<String>, Vec<&str>) {
    let mut entries = String::new();
    let mut others = Vec::new();
    for (key, value) in metadata {
        let Some((name, list)) = property(key) else {
            others.push(key.as_str());
            continue;
        };
        let value = escape(value);
        // writing to a string cannot fail
        let _ = match list {
            Some("Alt") => {
                write!(entries, r#"<{name}><rdf:Alt><rdf:li xml:lang="x-default">{value}</rdf:li></rdf:Alt></{name}>"#)
            }
            Some(list) => write!(entries, "<{name}><rdf:{list}><rdf:li>{value}</rdf:li></rdf:{list}></{name}>"),
            None => write!(entries, "<{name}>{value}</{name}>"),
        };
    }
    let packet = format!(
        r#"<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">{entries}</rdf:Description></rdf:RDF></x:xmpmeta>"#
    );
    ((!entries.is_empty()).then_some(packet), others)
}

/// XMP's name for an entry, and the kind of list that its values come in.
fn property(key: &str) -> Option<(&'static str, Option<&'static str>)> {
    Some(match key.to_ascii_lowercase().as_str() {
        "title" => ("dc:title", Some("Alt")),
        "artist" | "author" => ("dc:creator", Some("Seq")),
        "comment" | "description" => ("dc:description", Some("Alt")),
        "copyright" => ("dc:rights", Some("Alt")),
        "keywords" => ("dc:subject", Some("Bag")),
        "source" => ("dc:source", None),
        "date" => ("xmp:CreateDate", None),
        "software" | "encoder" => ("xmp:CreatorTool", None),
        _ => return None,
    })
}

/// A text inside XML, which has no way to write most control characters and two others: one of them, and no reader would
/// take any of the packet.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\n' | '\t' => out.push(c),
            c if c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}') => out.push('\u{FFFD}'),
            c => out.push(c),
        }
    }
    out
}
