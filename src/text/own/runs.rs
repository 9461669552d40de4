//! Which stretch of a line is in which font, and in which order they are seen.

use std::ops::Range;

use harfrust::{Script, unicode};
use unicode_bidi::{BidiClass, ParagraphBidiInfo, bidi_class};

use super::Font;
use crate::text::Face;
use crate::text::font;
use crate::text::layout::is_invisible;

/// So many bytes are shaped at once.
const MAX_BYTES: usize = 3000;

/// A stretch of a line that is in one font and has one direction.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Run {
    /// The bytes of the line.
    pub(super) range: Range<usize>,
    /// By its number; none if the embedded fonts have it, or no font.
    pub(super) font: Option<u16>,
    /// Whether it is written from right to left.
    pub(super) rtl: bool,
}

/// A letter with what belongs to it (marks, joiners, selectors), which is all in one font.
struct Cluster {
    range: Range<usize>,
    font: Option<u16>,
    script: Option<Script>,
    blank: bool,
}

/// The runs of a line, from left to right.
pub(super) fn runs(line: &str, face: Face, fonts: &[Font]) -> Vec<Run> {
    let clusters = clusters(line, face, fonts);
    let mut runs = Vec::new();
    let mut add = |range: Range<usize>, rtl: bool| {
        // clusters begin within one stretch of equal direction each
        let from = clusters.partition_point(|c| c.range.start < range.start);
        let to = clusters.partition_point(|c| c.range.start < range.end);
        let first = runs.len();
        add_runs(&clusters[from..to], rtl, &mut runs);
        if rtl {
            runs[first..].reverse();
        }
    };
    if line.chars().any(turns) {
        let info = ParagraphBidiInfo::new(line, None);
        let (levels, stretches) = info.visual_runs(0..line.len());
        for stretch in stretches {
            let rtl = levels[stretch.start].is_rtl();
            add(stretch, rtl);
        }
    } else {
        add(0..line.len(), false);
    }
    runs
}

/// Adds the runs of clusters that have one direction, in the order in which they are read.
fn add_runs(clusters: &[Cluster], rtl: bool, runs: &mut Vec<Run>) {
    let mut rest = clusters;
    while let Some(first) = rest.first() {
        let (mut script, mut count) = (first.script, 0);
        for cluster in rest {
            let joins =
                cluster.font == first.font && (script.is_none() || cluster.script.is_none_or(|s| Some(s) == script));
            let long = count > 0 && cluster.range.end - first.range.start > MAX_BYTES;
            if !joins || long {
                break;
            }
            script = script.or(cluster.script);
            count += 1;
        }
        let (run, after) = rest.split_at(count.max(1));
        runs.push(Run { range: first.range.start..run[run.len() - 1].range.end, font: first.font, rtl });
        rest = after;
    }
}

fn clusters(line: &str, face: Face, fonts: &[Font]) -> Vec<Cluster> {
    let mut clusters: Vec<Cluster> = Vec::with_capacity(line.len());
    let mut joined = false;
    for (at, c) in line.char_indices() {
        let end = at + c.len_utf8();
        match clusters.last_mut() {
            Some(last) if (joined || clings(c)) && end - last.range.start <= MAX_BYTES => last.range.end = end,
            _ => {
                clusters.push(Cluster { range: at..end, font: None, script: script(c), blank: c.is_whitespace() });
            }
        }
        joined = c == '\u{200d}' && is_symbol_cluster(line, clusters.last());
    }
    for cluster in &mut clusters {
        cluster.font = font_of(&line[cluster.range.clone()], face, fonts);
    }
    keep_words_together(line, &mut clusters, fonts);
    clusters
}

/// Whether a joiner joins symbols (people, flags) rather than letters.
fn is_symbol_cluster(line: &str, cluster: Option<&Cluster>) -> bool {
    cluster.is_some_and(|cluster| {
        cluster.script.is_none() && !line[cluster.range.clone()].starts_with(char::is_alphanumeric)
    })
}

/// Spaces between words of one font are that font's, too.
fn keep_words_together(line: &str, clusters: &mut [Cluster], fonts: &[Font]) {
    let mut before: Option<u16> = None;
    let mut at = 0;
    while at < clusters.len() {
        let blanks = clusters[at..].iter().take_while(|c| c.blank).count();
        if blanks == 0 {
            before = clusters[at].font;
            at += 1;
            continue;
        }
        let after = clusters.get(at + blanks).and_then(|c| c.font);
        if let Some(n) = before.filter(|n| Some(*n) == after) {
            for cluster in &mut clusters[at..at + blanks] {
                if has_all(&fonts[usize::from(n)], &line[cluster.range.clone()]) {
                    cluster.font = Some(n);
                }
            }
        }
        at += blanks;
    }
}

/// The font of a letter with its marks: the embedded ones first, then the first that has all of it, then the first that has the letter.
fn font_of(cluster: &str, face: Face, fonts: &[Font]) -> Option<u16> {
    if cluster.chars().all(|c| is_invisible(c) || font::has(face, c)) {
        return None;
    }
    let base = cluster.chars().find(|c| !is_invisible(*c))?;
    let numbered = || (0..=u16::MAX).zip(fonts);
    let whole = numbered().find(|(_, font)| has_all(font, cluster));
    let found = whole.or_else(|| numbered().find(|(_, font)| !font::has(face, base) && font.has(base)));
    found.map(|(n, _)| n)
}

fn has_all(font: &Font, cluster: &str) -> bool {
    cluster.chars().all(|c| is_invisible(c) || font.has(c))
}

/// Whether a character belongs to the one before it.
fn clings(c: char) -> bool {
    // skin tones and the letters of flags of regions; all else has one of the classes
    matches!(c, '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0020}'..='\u{e007f}')
        || is_invisible(c)
        || bidi_class(c) == BidiClass::NSM
}

/// Whether a character may be written from right to left, or says so of others.
fn turns(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
        | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// The script of a character; none if it is in many. Han and kana are one, since they are mixed within words.
fn script(c: char) -> Option<Script> {
    match unicode::script(c.into()) {
        Script::COMMON | Script::INHERITED | Script::UNKNOWN => None,
        Script::HIRAGANA | Script::KATAKANA => Some(Script::HAN),
        script => Some(script),
    }
}
