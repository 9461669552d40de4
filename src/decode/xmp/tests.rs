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
    for packet in [&b""[..], b"title: x", b"<a><b></a>", b"\xFF\xFE<\0", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"] {
        assert!(entries(packet).is_empty());
    }
    assert!(entries_of(&format!("<r:Description dc:source='{}'/>", "x".repeat(TEXT + 1))).is_empty());
}

#[test]
fn what_is_said_of_something_else_is_not_taken() {
    // of what the file was made from; and a list with something else in it
    let found = entries_of(
        "<r:Description><x:from xmlns:x='other'><r:Description dc:source='no'><dc:rights>no</dc:rights></r:Description></x:from>\
         <dc:subject><r:Bag>no<r:li>a</r:li><dc:li>no</dc:li><r:li>b<dc:x>no</dc:x></r:li></r:Bag><r:Bag><r:li>no</r:li></r:Bag></dc:subject>\
         <dc:title><r:Alt><r:li>first</r:li><r:li lang='x-default'>no</r:li></r:Alt></dc:title></r:Description>",
    );
    let found: Vec<(&str, &str)> = found.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
    assert_eq!(found, [("keywords", "a, b"), ("title", "first")]);
}

#[test]
fn no_more_is_kept_than_texts_there_may_be() {
    assert_eq!(entries_of(&"<r:Description dc:source='a'/>".repeat(TEXTS + 1)).len(), TEXTS);
}
