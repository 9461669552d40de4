//! The same scene as in matplotlib's theme, for a room: only the word is another.

use super::{Scene, theme_matplotlib};

pub fn theme_slides() -> Scene {
    theme_matplotlib::scene("slides")
}
