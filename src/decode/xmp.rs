//! Metadata that is written as XMP.

use roxmltree::{Document, Node};

use super::limits::{TEXT, TEXTS};

const RDF: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const DC: &str = "http://purl.org/dc/elements/1.1/";
const XMP: &str = "http://ns.adobe.com/xap/1.0/";

/// What XMP calls an entry, and what it is called everywhere else.
const NAMES: [(&str, &str, &str); 8] = [
    (DC, "title", "title"),
    (DC, "creator", "artist"),
    (DC, "description", "comment"),
    (DC, "rights", "copyright"),
    (DC, "subject", "keywords"),
    (DC, "source", "source"),
    (XMP, "CreateDate", "date"),
    (XMP, "CreatorTool", "software"),
];

/// The entries that have a common name, in their order. A packet that is no XML has none.
pub(super) fn entries(packet: &[u8]) -> Vec<(String, String)> {
    let text = String::from_utf8_lossy(packet);
    // packets may be filled up, so that they can be edited in place
    let Ok(document) = Document::parse(text.trim_matches(['\0', '\u{FEFF}'])) else { return Vec::new() };
    let mut entries = Vec::new();
    for about in document.descendants().filter(|node| node.has_tag_name((RDF, "Description"))) {
        // simple values may be attributes
        for attribute in about.attributes() {
            entries.extend(entry(attribute.namespace(), attribute.name(), attribute.value().into()));
        }
        for property in about.children().filter(Node::is_element) {
            let name = property.tag_name();
            entries.extend(entry(name.namespace(), name.name(), value(property)));
        }
    }
    entries.truncate(TEXTS);
    entries
}

fn entry(space: Option<&str>, name: &str, value: String) -> Option<(String, String)> {
    let (.., key) = NAMES.iter().find(|(theirs, property, _)| Some(*theirs) == space && *property == name)?;
    (!value.is_empty() && value.len() <= TEXT).then(|| ((*key).into(), value))
}

/// The text of a property: its own, that of its default language, or those of a list.
fn value(property: Node<'_, '_>) -> String {
    let Some(list) = property.children().find(Node::is_element) else { return text(property) };
    let items: Vec<Node<'_, '_>> = list.children().filter(|node| node.has_tag_name((RDF, "li"))).collect();
    if list.has_tag_name((RDF, "Alt")) {
        let is_default =
            |node: &&Node<'_, '_>| node.attributes().any(|a| a.name() == "lang" && a.value() == "x-default");
        return items.iter().find(is_default).or(items.first()).map_or_else(String::new, |node| text(*node));
    }
    items.into_iter().map(text).collect::<Vec<_>>().join(", ")
}

/// All text in an element: comments may stand between its parts.
fn text(node: Node<'_, '_>) -> String {
    node.children().filter(|child| child.is_text()).filter_map(|child| child.text()).collect()
}

#[cfg(test)]
mod tests;
