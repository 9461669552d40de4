//! What was said of one axis.

use std::borrow::Cow;

use crate::axis::{Format, Scale, Side, Ticks};
use crate::figure::key::unique;
use crate::figure::{GridLook, LabelTurn, TickLook};
use crate::style::Color;

/// What was said of one axis.
#[derive(Clone, Debug)]
pub(crate) struct AxisOptions {
    pub(crate) label: String,
    /// Its colour; `None`: that of all words.
    pub(crate) label_color: Option<Color>,
    /// Where its ticks, their labels and its own label stand.
    pub(crate) side: Side,
    /// Whether there is anything of it to see: the axis that a twin shares is drawn once.
    pub(crate) shown: bool,
    /// Whether its labels are left to the outermost axes of a grid.
    pub(crate) outer: bool,
    /// How its large ticks look, and its small ones.
    pub(crate) looks: [TickLook; 2],
    /// The lines across at these.
    pub(crate) grid: [GridLook; 2],
    /// How the labels of its ticks are turned.
    pub(crate) turned: LabelTurn,
    /// The values at the left or bottom and at the right or top end; `None`: from the data.
    pub(crate) ends: [Option<f64>; 2],
    /// Whether one of them was given as a date.
    pub(crate) dates: bool,
    pub(crate) scale: Scale,
    /// Whether the scale was set.
    pub(crate) scale_set: bool,
    pub(crate) ticks: Ticks,
    /// How values are written at them.
    pub(crate) format: Format,
    /// Whether the axis runs backward where its limits come from the data; `None`: as the artists ask.
    pub(crate) backward: Option<bool>,
    /// Whether there are minor ticks; `None`: on log axes.
    pub(crate) minor: Option<bool>,
    /// Where they stand.
    pub(crate) minor_ticks: Ticks,
    /// When something was said last of what twins share: all but `label`, `side`, `shown`, `outer` and how it looks. Of several, the newest counts.
    pub(super) said: u64,
    /// Which way the artists of twins that share this axis want it to run, when something was said last.
    pub(super) asked_elsewhere: Option<bool>,
}

impl AxisOptions {
    /// An axis of which nothing was said.
    pub(crate) fn on(side: Side) -> Self {
        Self {
            label: String::new(),
            label_color: None,
            side,
            shown: true,
            outer: false,
            looks: [TickLook::default(); 2],
            grid: [GridLook::default(), GridLook::default()],
            turned: LabelTurn::default(),
            ends: [None; 2],
            dates: false,
            scale: Scale::default(),
            scale_set: false,
            ticks: Ticks::auto(),
            format: Format::auto(),
            backward: None,
            minor: None,
            minor_ticks: Ticks::auto(),
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
        let Self { ends, dates, scale, ticks, format, backward, minor, minor_ticks, said, .. } = newer;
        (self.ends, self.dates, self.backward, self.minor, self.said) = (*ends, *dates, *backward, *minor, *said);
        self.scale_set = newer.scale_set;
        self.scale.clone_from(scale);
        self.ticks.clone_from(ticks);
        self.format.clone_from(format);
        self.minor_ticks.clone_from(minor_ticks);
    }

    pub(super) fn set_scale(&mut self, scale: Scale) {
        let said = self.say();
        (said.scale, said.scale_set) = (scale, true);
    }

    /// Two limits say themselves which way the axis runs: what was said before is over. One alone does not.
    pub(super) fn set_ends(&mut self, (ends, dates): ([Option<f64>; 2], bool)) {
        self.say().ends = ends;
        self.dates = dates;
        if let [Some(_), Some(_)] = ends {
            self.backward = None;
        }
    }

    /// These options, with ticks that artists know of where none were set, or with those of dates. Of other ticks the labels are `dates`.
    pub(crate) fn or_ticks(&self, known: Option<Ticks>, dates: bool) -> Cow<'_, Self> {
        let unsaid = self.ticks == Ticks::auto();
        match known {
            Some(ticks) if unsaid => Cow::Owned(Self { ticks, ..self.clone() }),
            _ if dates && unsaid => Cow::Owned(Self { ticks: Ticks::dates(), ..self.clone() }),
            _ if dates && self.format.is_own() => Cow::Owned(Self { format: Format::short_dates(), ..self.clone() }),
            _ => Cow::Borrowed(self),
        }
    }

    /// These options of an axis that has another scale.
    pub(crate) fn with_scale(&self, scale: &Scale) -> Cow<'_, Self> {
        if self.scale == *scale {
            return Cow::Borrowed(self);
        }
        Cow::Owned(Self { scale: scale.clone(), ..self.clone() })
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
