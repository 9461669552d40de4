//! The tables in `docs/formats.md`: written, or compared with what was measured.

use std::path::PathBuf;
use std::sync::Mutex;

/// One table, between two comments in the page.
pub struct Table {
    /// What the comments call it.
    pub name: &'static str,
    pub head: Vec<&'static str>,
    pub rows: Vec<Vec<String>>,
    /// How many cells at the beginning of a row say which it is.
    pub keys: usize,
}

fn page() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("docs/formats.md")
}

impl Table {
    /// Compares the table with the one in the page. With `BLESS` set, writes it there, and fails all the same.
    ///
    /// Words must be the same; numbers, which another version of an encoder changes, nearly. Rows of formats that this build
    /// does not have may be missing here.
    pub fn check(&self, complete: bool) {
        // several tests write to the page
        static PAGE: Mutex<()> = Mutex::new(());
        let _alone = PAGE.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let (begin, end) =
            (format!("<!-- {}: made by a test -->\n", self.name), format!("<!-- {}: end -->", self.name));
        let text = std::fs::read_to_string(page()).unwrap();
        let (before, rest) = text.split_once(&begin).unwrap_or_else(|| panic!("no {begin} in the page"));
        let (old, after) = rest.split_once(&end).unwrap_or_else(|| panic!("no {end} in the page"));
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(page(), format!("{before}{begin}{}{end}{after}", self.markdown())).unwrap();
            panic!("the table of {} was written anew: look at it, and run again without BLESS", self.name);
        }
        let old: Vec<Vec<String>> = old.lines().skip(2).map(cells).collect();
        assert!(!complete || old.len() == self.rows.len(), "{} rows, {} in the page", self.rows.len(), old.len());
        let mut wrong = Vec::new();
        for row in &self.rows {
            let Some(other) = old.iter().find(|other| other[..self.keys] == row[..self.keys]) else {
                wrong.push(format!("{:?} is not in the page", &row[..self.keys]));
                continue;
            };
            for (at, (new, old)) in row.iter().zip(other).enumerate() {
                if !alike(new, old) {
                    wrong.push(format!(
                        "{}, {}: {new}; the page says {old}",
                        row[..self.keys].join(" "),
                        self.head[at]
                    ));
                }
            }
        }
        assert!(wrong.is_empty(), "{}\nBLESS=1 writes the table anew", wrong.join("\n"));
    }

    fn markdown(&self) -> String {
        let line = |cells: &mut dyn Iterator<Item = &str>| format!("| {} |\n", cells.collect::<Vec<_>>().join(" | "));
        let mut out = line(&mut self.head.iter().copied());
        out += &format!("|{}\n", "---|".repeat(self.head.len()));
        self.rows.iter().for_each(|row| out += &line(&mut row.iter().map(String::as_str)));
        out
    }
}

fn cells(line: &str) -> Vec<String> {
    line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect()
}

/// Whether two cells have the same words, and numbers that are near each other: sizes within half, all others (levels,
/// decibels, frames) within 4.
fn alike(a: &str, b: &str) -> bool {
    let words = |text: &str| -> Vec<String> { text.split_whitespace().map(str::to_owned).collect() };
    let (a, b) = (words(a), words(b));
    let number = |word: &str| word.trim_matches(['(', ')', ',']).parse::<f64>().ok();
    a.len() == b.len()
        && a.iter().zip(&b).enumerate().all(|(at, (x, y))| match (number(x), number(y)) {
            (Some(n), Some(m)) if a.get(at + 1).is_some_and(|unit| unit == "kB") => (n - m).abs() <= 0.5 * n.max(m),
            (Some(n), Some(m)) => (n - m).abs() <= 4.0,
            _ => x == y,
        })
}

#[test]
fn numbers_may_differ_a_little_and_words_not_at_all() {
    for (a, b, same) in [
        ("46 dB", "49 dB", true),
        ("46 dB", "39 dB", false),
        ("exact", "46 dB", false),
        ("200 kB", "310 kB", true),
        ("200 kB", "90 kB", false),
        ("(200, 3, 9)", "(198, 1, 9)", true),
        ("(200, 3, 9)", "(180, 1, 9)", false),
        ("all there", "last second lost", false),
    ] {
        assert_eq!(alike(a, b), same, "{a} and {b}");
    }
}
