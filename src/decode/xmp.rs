//! Metadata that is written as XMP.

use super::limits::{TEXT, TEXTS};
use super::xml::{Event, Name, XML, Xml};

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

/// What a resource is called of which something is said.
const DESCRIPTION: Name<'_> = Name { space: RDF, local: "Description" };

/// The entries that have a common name, in their order. A packet that is no XML has none.
pub(super) fn entries(packet: &[u8]) -> Vec<(String, String)> {
    let text = String::from_utf8_lossy(packet);
    let mut entries = Vec::new();
    // packets may be filled up, so that they can be edited in place
    if read(text.trim_matches(['\0', '\u{FEFF}']), &mut entries).is_none() {
        entries.clear();
    }
    entries
}

fn read(text: &str, entries: &mut Vec<(String, String)>) -> Option<()> {
    let mut xml = Xml::new(text, &[RDF, DC, XMP, XML])?;
    loop {
        match xml.next()? {
            Event::Start(name, attributes) if name == DESCRIPTION => {
                // simple values may be attributes
                for (name, value) in attributes {
                    add(entries, name, value);
                }
                properties(&mut xml, entries)?;
            }
            Event::Over => return Some(()),
            _ => {}
        }
    }
}

/// Adds the properties that stand in the element that is open.
fn properties(xml: &mut Xml<'_>, entries: &mut Vec<(String, String)>) -> Option<()> {
    loop {
        match xml.next()? {
            Event::Start(name, _) => {
                let value = value(xml)?;
                add(entries, name, value);
            }
            Event::Text(_) => {}
            Event::End | Event::Over => return Some(()),
        }
    }
}

fn add(entries: &mut Vec<(String, String)>, name: Name<'_>, value: String) {
    if value.is_empty() || value.len() > TEXT || entries.len() == TEXTS {
        return;
    }
    for (space, property, key) in NAMES {
        if name == (Name { space, local: property }) {
            entries.push((key.into(), value));
            return;
        }
    }
}

/// The text of the property that is open: its own, or that of the list which is its first element.
fn value(xml: &mut Xml<'_>) -> Option<String> {
    let (mut own, mut listed) = (String::new(), None);
    loop {
        match xml.next()? {
            Event::Start(name, _) if listed.is_none() => listed = Some(list(xml, name)?),
            Event::Start(..) => xml.skip()?,
            Event::Text(text) => own.push_str(&text),
            Event::End | Event::Over => return Some(listed.unwrap_or(own)),
        }
    }
}

/// The texts of the list that is open, or of alternatives the one in the default language.
fn list(xml: &mut Xml<'_>, name: Name<'_>) -> Option<String> {
    let alternatives = name == (Name { space: RDF, local: "Alt" });
    let (mut all, mut items, mut default) = (String::new(), 0, None);
    loop {
        match xml.next()? {
            Event::Start(name, attributes) if name == (Name { space: RDF, local: "li" }) => {
                let text = text(xml)?;
                if alternatives && default.is_none() && is_default(&attributes) {
                    default = Some(text);
                } else if !alternatives || items == 0 {
                    if items > 0 {
                        all.push_str(", ");
                    }
                    all.push_str(&text);
                }
                items += 1;
            }
            Event::Start(..) => xml.skip()?,
            Event::Text(_) => {}
            Event::End | Event::Over => return Some(if alternatives { default.unwrap_or(all) } else { all }),
        }
    }
}

fn is_default(attributes: &[(Name<'_>, String)]) -> bool {
    attributes.iter().any(|(name, value)| *name == Name { space: XML, local: "lang" } && value == "x-default")
}

/// The text that stands in the element that is open, and in none within it.
fn text(xml: &mut Xml<'_>) -> Option<String> {
    let mut own = String::new();
    loop {
        match xml.next()? {
            Event::Start(..) => xml.skip()?,
            Event::Text(text) => own.push_str(&text),
            Event::End | Event::Over => return Some(own),
        }
    }
}

#[cfg(test)]
mod tests;
