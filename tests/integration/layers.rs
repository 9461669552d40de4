//! A room uses only rooms below it.

use std::fs;
use std::path::{Path, PathBuf};

/// The floors from the ground up; rooms of one floor do not use each other.
const FLOORS: &[&[&str]] = &[
    &["base64", "calendar", "geom", "order"],
    &["data", "error", "search", "thorough", "threads"],
    &["ffmpeg", "formats", "fps", "numbered", "style"],
    &["axis", "text"],
    &["surface"],
    &["canvas", "project"],
    &["artist", "decode", "encode", "view"],
    &["figure"],
    &["artists"],
    &["layout"],
    &["scene"],
    &["render"],
    &["export", "window"],
    &["record"],
    &["plotters"],
    &["live"],
];

fn floor(room: &str) -> Option<usize> {
    FLOORS.iter().position(|rooms| rooms.contains(&room))
}

fn sources(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, out);
        } else if path.extension().is_some_and(|e| e == "rs") {
            out.push(path);
        }
    }
}

/// The rooms named by `crate::room` in the code (comments left out).
fn used(code: &str) -> Vec<String> {
    let code: String = code.lines().filter(|l| !l.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    code.split("crate::")
        .skip(1)
        .map(|rest| rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect())
        .collect()
}

#[test]
fn rooms_use_only_rooms_below() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&src, &mut files);
    assert!(files.len() > 20, "only {} files were found", files.len());
    let mut upward = Vec::new();
    for file in files {
        let inside = file.strip_prefix(&src).unwrap();
        let first = inside.iter().next().unwrap().to_string_lossy();
        let room = first.trim_end_matches(".rs");
        if room == "lib" {
            continue;
        }
        let own = floor(room).unwrap_or_else(|| panic!("`{room}` has no floor: add it to FLOORS"));
        for other in used(&fs::read_to_string(&file).unwrap()) {
            match floor(&other) {
                Some(theirs) if theirs < own || other == room => {}
                Some(_) => upward.push(format!("{} uses crate::{other}", inside.display())),
                None => upward.push(format!("{} uses crate::{other}, which is no room", inside.display())),
            }
        }
    }
    assert!(upward.is_empty(), "{}", upward.join("\n"));
}

#[test]
fn the_test_sees_what_is_used() {
    assert_eq!(
        used("use crate::geom::Rect;\n// crate::record\nlet x = crate::style::Color::BLACK;"),
        ["geom", "style"]
    );
}
