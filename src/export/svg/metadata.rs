//! What is said of a file: its title, and all else in the terms of Dublin Core, as matplotlib and Inkscape write them.

use crate::export::svg::xml;

/// Dublin Core's name for an entry, and what is around its value.
fn property(key: &str) -> Option<(&'static str, &'static [&'static str])> {
    const AGENT: &[&str] = &["cc:Agent", "dc:title"];
    const BAG: &[&str] = &["rdf:Bag", "rdf:li"];
    Some(match key.to_ascii_lowercase().as_str() {
        "title" => ("dc:title", &[]),
        "artist" | "author" | "creator" => ("dc:creator", AGENT),
        "comment" | "description" => ("dc:description", &[]),
        "copyright" | "rights" => ("dc:rights", AGENT),
        "keywords" => ("dc:subject", BAG),
        "date" => ("dc:date", &[]),
        "source" => ("dc:source", &[]),
        _ => return None,
    })
}

/// Appends the elements; nothing if there is nothing to say.
pub(super) fn write(out: &mut String, metadata: &[(String, String)]) {
    let (mut terms, mut others) = (String::new(), String::new());
    for (key, value) in metadata {
        let value = cleaned(value);
        if key.eq_ignore_ascii_case("title") && !out.contains("<title>") {
            out.push_str("<title>");
            xml::text(out, &value);
            out.push_str("</title>\n");
        }
        let Some((name, around)) = property(key) else {
            others.push_str("<entry key=\"");
            xml::text(&mut others, &cleaned(key));
            others.push_str("\">");
            xml::text(&mut others, &value);
            others.push_str("</entry>\n");
            continue;
        };
        for tag in [name].iter().chain(around) {
            terms.push('<');
            terms.push_str(tag);
            terms.push('>');
        }
        xml::text(&mut terms, &value);
        for tag in around.iter().rev().chain(&[name]) {
            terms.push_str("</");
            terms.push_str(tag);
            terms.push('>');
        }
        terms.push('\n');
    }
    if metadata.is_empty() {
        return;
    }
    out.push_str("<metadata>\n");
    if !terms.is_empty() {
        out.push_str("<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"");
        out.push_str(" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:cc=\"http://creativecommons.org/ns#\">\n");
        out.push_str("<cc:Work>\n");
        out.push_str(&terms);
        out.push_str("</cc:Work>\n</rdf:RDF>\n");
    }
    out.push_str(&others);
    out.push_str("</metadata>\n");
}

/// A text in which characters that XML has no place for are replaced.
fn cleaned(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let none = (c.is_control() && !matches!(c, '\n' | '\t')) || matches!(c, '\u{fffe}' | '\u{ffff}');
        out.push(if none { '\u{fffd}' } else { c });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_is_valid_whatever_it_is() {
        let said = |entries: &[(&str, &str)]| {
            let entries: Vec<(String, String)> = entries.iter().map(|(k, v)| ((*k).into(), (*v).into())).collect();
            let mut out = String::new();
            write(&mut out, &entries);
            out
        };
        assert_eq!(said(&[]), "");
        let odd = "<a & \"b\"> ]]> \u{0}\u{1b}\u{ffff}\n\tµ 😀";
        let out =
            said(&[("Title", odd), ("author", "Ada"), ("keywords", "x"), ("", odd), ("<&\u{1}", "y"), ("title", "2")]);
        let document = roxmltree::Document::parse_with_options(
            &["<svg>", &out, "</svg>"].concat(),
            roxmltree::ParsingOptions::default(),
        )
        .map(|document| {
            let text = |name: &str| -> Vec<String> {
                let found = document.descendants().filter(|node| node.tag_name().name() == name);
                found.filter_map(|node| node.text().map(String::from)).collect()
            };
            (text("title"), text("entry"), text("li"))
        });
        let odd = odd.replace(['\u{0}', '\u{1b}', '\u{ffff}'], "\u{fffd}");
        let (titles, entries, words) = document.unwrap();
        assert_eq!(titles, [&odd, &odd, "Ada", "2"].map(String::from));
        assert_eq!((entries, words), (vec![odd, "y".into()], vec!["x".into()]));
    }
}
