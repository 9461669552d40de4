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
mod tests {
    use super::*;

    fn entries_of(description: &str) -> Vec<(String, String)> {
        let packet = format!(
            "<?xpacket begin='\u{FEFF}' id='W5M0MpCehiHzreSzNTczkc9d'?>\n<m:xmpmeta xmlns:m='adobe:ns:meta/'>\n\
             <r:RDF xmlns:r='{RDF}' xmlns:dc='{DC}' xmlns:xap='{XMP}'>{description}</r:RDF></m:xmpmeta>\n   <?xpacket end='w'?>\0"
        );
        entries(packet.as_bytes())
    }

    #[test]
    fn what_others_write_is_found_by_its_meaning() {
        let found = entries_of(
            "<r:Description r:about='' dc:source='a &#228; b' xap:CreatorTool='it' xap:Rating='5'>\n<dc:title>\n <r:Alt>\
             <r:li xml:lang='de'>Ein Gang</r:li> <r:li xml:lang='x-default'>A <!-- long -->walk &amp; <![CDATA[<more>]]></r:li></r:Alt></dc:title>\
             <dc:creator><r:Seq><r:li>one</r:li><r:li>two</r:li></r:Seq></dc:creator></r:Description>\
             <r:Description><xap:CreateDate>2024-05-06</xap:CreateDate><dc:rights/><x:title xmlns:x='other'>no</x:title></r:Description>",
        );
        let found: Vec<(&str, &str)> = found.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
        let want = [
            ("source", "a ä b"),
            ("software", "it"),
            ("title", "A walk & <more>"),
            ("artist", "one, two"),
            ("date", "2024-05-06"),
        ];
        assert_eq!(found, want);
    }

    #[test]
    fn what_cannot_be_read_has_no_entries() {
        for packet in
            [&b""[..], b"title: x", b"<a><b></a>", b"\xFF\xFE<\0", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"]
        {
            assert!(entries(packet).is_empty());
        }
        assert!(entries_of(&format!("<r:Description dc:source='{}'/>", "x".repeat(TEXT + 1))).is_empty());
    }
}
