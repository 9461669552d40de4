//! The same scene as in matplotlib's theme, light on dark: only the word is another.

use super::{Scene, theme_matplotlib};

pub fn theme_dark() -> Scene {
    theme_matplotlib::scene("dark")
}
