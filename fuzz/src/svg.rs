//! What every SVG has to be.

use roxmltree::{Document, Node};

/// An SVG is well formed, has only definitions that are used, each once, and numbers that a viewer can show.
///
/// # Panics
/// If it is not so.
pub fn check_svg(svg: &str) {
    let document = Document::parse(svg).unwrap_or_else(|e| panic!("{e}\n{svg}"));
    let ids: Vec<&str> = document.descendants().filter_map(|node| node.attribute("id")).collect();
    let places = ["x", "y", "width", "height", "r", "stroke-width", "opacity", "fill-opacity", "stroke-dashoffset"];
    for node in document.descendants().filter(Node::is_element) {
        for attribute in node.attributes() {
            let (key, value) = (attribute.name(), attribute.value());
            let leads = if key == "href" {
                value.strip_prefix('#')
            } else {
                value.strip_prefix("url(#").and_then(|v| v.strip_suffix(')'))
            };
            if let Some(id) = leads.filter(|_| key != "aria-label") {
                assert!(ids.contains(&id), "{id} is not defined");
            }
            if places.contains(&key) {
                let number = value.trim_end_matches("in");
                // what is larger than any picture only has to be a number
                let most = if ["r", "stroke-width"].contains(&key) { 2e9 } else { 1e6 };
                assert!(
                    number.parse::<f64>().is_ok_and(|v| v.abs() < most) && !number.contains(['e', 'E']),
                    "{key}={value}"
                );
                let length = ["width", "height", "r", "stroke-width"].contains(&key);
                assert!(!length || !number.starts_with('-'), "{key}={value}");
            }
            if key == "d" {
                assert!(value.chars().all(|c| c.is_ascii_digit() || "MlqczC .-".contains(c)), "{value}");
                assert!(value.starts_with('M') && value.len() > 2, "{value}");
            }
        }
    }
    let mut sorted = ids.clone();
    sorted.sort_unstable();
    sorted.dedup();
    assert_eq!(sorted.len(), ids.len(), "a definition twice");
}
