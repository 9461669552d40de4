//! The colours that artists take in turn.

use crate::style::Color;

/// The colours that artists take in turn when they were given none: matplotlib's ten (`tab:blue`, `tab:orange`, ..).
///
/// Lines and filled artists count separately, as in matplotlib.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ColorCycle {
    lines: usize,
    fills: usize,
}

impl ColorCycle {
    /// The next colour for a line.
    pub fn next_line(&mut self) -> Color {
        self.lines += 1;
        Color::cycle(self.lines - 1)
    }

    /// The next colour for a filled artist.
    pub fn next_fill(&mut self) -> Color {
        self.fills += 1;
        Color::cycle(self.fills - 1)
    }
}
