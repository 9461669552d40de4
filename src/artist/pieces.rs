//! What artists of many pieces share: a colour for all, one for each, or values that are colours.

use crate::data::{PerPoint, Shared};
use crate::style::{Color, IntoColor, Mapping, each_color};

/// The colours of pieces. What was said last counts.
#[derive(Clone, Debug)]
pub(crate) struct PieceColors {
    pub(crate) one: Color,
    pub(crate) each: Shared<Vec<Color>>,
    pub(crate) values: Shared<Vec<f64>>,
    by: ColoredBy,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ColoredBy {
    One,
    Each,
    Values,
}

impl PieceColors {
    pub(crate) fn new(one: Color) -> Self {
        Self { one, each: Shared::default(), values: Shared::default(), by: ColoredBy::One }
    }

    pub(crate) fn set_one(&mut self, color: Color) {
        (self.one, self.by) = (color, ColoredBy::One);
    }

    #[track_caller]
    pub(crate) fn set_each(&mut self, colors: impl IntoIterator<Item = impl IntoColor>) {
        *self.each.renew() = each_color(colors);
        self.by = ColoredBy::Each;
    }

    pub(crate) fn set_values(&mut self, values: &impl PerPoint) {
        values.copy_numbers_to(self.values.renew());
        self.by = ColoredBy::Values;
    }

    pub(crate) fn by_value(&self) -> bool {
        self.by == ColoredBy::Values
    }

    /// The colour of all, or one for each of `n` pieces: nothing for those that have none.
    pub(crate) fn of(&self, n: usize, mapping: &Mapping) -> Vec<Color> {
        let mut colors = match self.by {
            ColoredBy::One => vec![self.one],
            ColoredBy::Each => self.each[..self.each.len().min(n.max(1))].to_vec(),
            ColoredBy::Values => {
                let mut colors = Vec::with_capacity(n);
                mapping.scale().colors(&self.values[..self.values.len().min(n.max(1))], &mut colors);
                colors
            }
        };
        if colors.len() != 1 || self.given() != 1 {
            colors.resize(n, Color::TRANSPARENT);
        }
        colors
    }

    /// How many colours were said.
    pub(crate) fn given(&self) -> usize {
        match self.by {
            ColoredBy::One => 1,
            ColoredBy::Each => self.each.len(),
            ColoredBy::Values => self.values.len(),
        }
    }

    /// What a legend shows of them: the first that is seen.
    pub(crate) fn first(&self, mapping: &Mapping) -> Color {
        let seen = |color: &Color| color.a > 0;
        match self.by {
            ColoredBy::One => None,
            ColoredBy::Each => self.each.iter().copied().find(seen),
            ColoredBy::Values => self.values.iter().copied().map(mapping.colors()).find(seen),
        }
        .unwrap_or(self.one)
    }
}

/// Panics at the caller's line unless there is one of `what`, or one for each of the pieces.
#[track_caller]
pub(crate) fn one_or_each_piece(what: &str, n: usize, pieces: (&str, usize)) {
    assert!(n == 1 || n == pieces.1, "got {n} {what} for {} {}; give one, or one for each", pieces.1, pieces.0);
}
