//! The same scene as in matplotlib's theme, for a column of a journal: only the word is another.

use super::{Scene, theme_matplotlib};

pub fn theme_paper() -> Scene {
    theme_matplotlib::scene("paper")
}
