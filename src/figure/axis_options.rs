//! What was said of one axis.

use std::borrow::Cow;

use crate::axis::{Scale, Side};
use crate::data::Column;
use crate::figure::key::unique;

/// What was said of one axis.
#[derive(Clone, Debug)]
pub(crate) struct AxisOptions {
    pub(crate) label: String,
    /// Where its ticks, their labels and its own label stand.
    pub(crate) side: Side,
    /// Whether there is anything of it to see: the axis that a twin shares is drawn once.
    pub(crate) shown: bool,
    /// By how much the labels of its ticks are turned, in degrees.
    pub(crate) turned: f32,
    /// The values at the left or bottom and at the right or top end; `None`: from the data.
    pub(crate) ends: [Option<f64>; 2],
    pub(crate) scale: Scale,
    /// `None`: chosen from the limits.
    pub(crate) ticks: Option<AskedTicks>,
    /// Whether the axis runs backward where its limits come from the data; `None`: as the artists ask.
    pub(crate) backward: Option<bool>,
    /// Whether there are minor ticks; `None`: on log axes.
    pub(crate) minor: Option<bool>,
    /// When something was said last of what twins share: all but `label`, `side`, `shown` and `turned`. Of several, the newest counts.
    pub(super) said: u64,
    /// Which way the artists of twins that share this axis want it to run, when something was said last.
    pub(super) asked_elsewhere: Option<bool>,
}

impl AxisOptions {
    /// An axis of which nothing was said.
    pub(crate) fn on(side: Side) -> Self {
        Self {
            label: String::new(),
            side,
            shown: true,
            turned: 0.0,
            ends: [None; 2],
            scale: Scale::default(),
            ticks: None,
            backward: None,
            minor: None,
            said: 0,
            asked_elsewhere: None,
        }
    }

    /// These options, of which something is about to be said that twins share.
    pub(super) fn say(&mut self) -> &mut Self {
        self.said = unique();
        self
    }

    /// Takes over what was said of the same axis in a twin.
    pub(super) fn share(&mut self, newer: &Self) {
        let Self { ends, scale, ticks, backward, minor, said, .. } = newer;
        (self.ends, self.backward, self.minor, self.said) = (*ends, *backward, *minor, *said);
        self.scale.clone_from(scale);
        self.ticks.clone_from(ticks);
    }

    /// Two limits say themselves which way the axis runs: what was said before is over. One alone does not.
    pub(super) fn set_ends(&mut self, ends: [Option<f64>; 2]) {
        self.say().ends = ends;
        if let [Some(_), Some(_)] = ends {
            self.backward = None;
        }
    }

    /// These options, with ticks that artists know of where none were set.
    pub(crate) fn or_ticks(&self, known: Option<AskedTicks>) -> Cow<'_, Self> {
        match known {
            Some(_) if self.ticks.is_none() => Cow::Owned(Self { ticks: known, ..self.clone() }),
            _ => Cow::Borrowed(self),
        }
    }

    /// Turns the axis around, as it stands now; `asked` is what its artists ask for.
    pub(super) fn invert(&mut self, asked: Option<bool>) {
        let asked = asked.or(self.asked_elsewhere);
        let now = match self.ends {
            [Some(lo), Some(hi)] => lo > hi,
            _ => self.runs_backward(asked),
        };
        self.say().ends.reverse();
        self.backward = Some(!now);
    }

    /// A new artist that asks for a direction has it, as long as its limits come from the data.
    pub(super) fn make_way(&mut self, asked: Option<bool>) {
        if self.ends == [None; 2] && self.backward.is_some() && asked.is_some() {
            self.say().backward = None;
        }
    }

    /// Whether it runs backward where the limits, or one of them, come from the data.
    pub(crate) fn runs_backward(&self, asked: Option<bool>) -> bool {
        self.backward.or(asked).unwrap_or(false)
    }
}

/// Ticks that were asked for.
#[derive(Clone, Debug, Default)]
pub(crate) struct AskedTicks {
    pub(crate) at: Vec<f64>,
    /// As many as ticks; `None` writes the values.
    pub(crate) names: Option<Vec<String>>,
}

impl AskedTicks {
    /// At these places, with these names, as far as there are both.
    pub(crate) fn named(at: &[f64], names: &[String]) -> Self {
        let n = at.len().min(names.len());
        Self { at: at[..n].to_vec(), names: Some(names[..n].to_vec()) }
    }
}

pub(super) fn plain_ticks(at: &impl Column) -> AskedTicks {
    let mut ticks = AskedTicks::default();
    at.copy_to(&mut ticks.at);
    ticks
}

#[track_caller]
pub(super) fn named_ticks<S: Into<String>>(at: &impl Column, labels: impl IntoIterator<Item = S>) -> AskedTicks {
    let labels: Vec<String> = labels.into_iter().map(Into::into).collect();
    let (n, m) = (at.column_len(), labels.len());
    assert!(n == m, "got {n} ticks but {m} labels; give a label for each");
    AskedTicks { names: Some(labels), ..plain_ticks(at) }
}
