//! What artists take in turn.

use std::sync::Arc;

use crate::style::{Color, Cycle, LineStyle, Marker};

/// The colours that artists take in turn when they were given none: those of the figure's [`Theme`](crate::Theme), or of the axes'
/// [own cycle](crate::Axes::set_cycle).
///
/// Lines and filled artists count separately, as in matplotlib.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ColorCycle {
    lines: usize,
    fills: usize,
    own: Option<Arc<Cycle>>,
}

impl ColorCycle {
    /// Goes through a cycle from its beginning.
    pub(crate) fn new(own: Cycle) -> Self {
        Self { own: (!own.is_empty()).then(|| Arc::new(own)), ..Self::default() }
    }

    /// The next colour for a line.
    pub fn next_line(&mut self) -> Color {
        self.lines += 1;
        self.color(self.lines - 1)
    }

    /// The next colour for a filled artist.
    pub fn next_fill(&mut self) -> Color {
        self.fills += 1;
        self.color(self.fills - 1)
    }

    /// The colour after so many others for filled artists.
    pub(crate) fn fill_ahead(&self, turns: usize) -> Color {
        self.color(self.fills + turns)
    }

    /// The colour after so many others for lines.
    pub(crate) fn line_after(&self, turns: usize) -> Color {
        self.color(self.lines + turns)
    }

    /// Which of the theme's colours for lines comes next.
    pub(crate) const fn turn_ahead(&self) -> usize {
        self.lines
    }

    fn color(&self, turn: usize) -> Color {
        let own = self.own.as_ref().and_then(|own| own.color(turn));
        own.unwrap_or(Color::turn(turn))
    }

    /// The style and the marker that belong to the next colour for a line.
    pub(crate) fn line_ahead(&self) -> (Option<&LineStyle>, Option<&Marker>) {
        let own = self.own.as_ref();
        (own.and_then(|own| own.linestyle(self.lines)), own.and_then(|own| own.marker(self.lines)))
    }
}
