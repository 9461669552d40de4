//! What is not drawn as it was meant.

use crate::axis::{Direction, Scale};
use crate::figure::Figure;
use crate::layout::around::Around;
use crate::layout::limits::{beyond_dates, nothing_positive};
use crate::layout::memo::Memo;
use crate::layout::{AxesLayout, LegendLayout};
use crate::text::trouble;

/// Words whose mathematics is shown as it was written, and limits that an axis cannot have; and why. Each is said once: of an axis
/// that others share, all of them would say it.
pub(super) fn of(
    fig: &Figure,
    axes: &[AxesLayout],
    around: &Around,
    own: Option<&LegendLayout>,
    memo: &Memo,
) -> Vec<String> {
    let mut notes = Vec::new();
    if let Some(title) = &around.title {
        note(&mut notes, "the title of the figure", &title.text);
    }
    for label in around.x.iter().chain(&around.y) {
        note(&mut notes, "a label of the figure", &label.text);
    }
    legend(&mut notes, own);
    for axes in axes {
        for (limits, direction) in [(axes.x.limits, Direction::X), (axes.y.limits, Direction::Y)] {
            let converted = axes.colors.is_none() && fig.converted(axes.owner, direction).is_some();
            if converted && !(limits.lo.is_finite() && limits.hi.is_finite()) {
                let note = "a secondary axis has no ticks: its function makes no number of a limit";
                tell(&mut notes, note.to_owned());
            }
        }
        let own = fig.axes_at(axes.owner).filter(|_| axes.colors.is_none());
        for (name, direction, limits) in [("x", Direction::X, axes.x.limits), ("y", Direction::Y, axes.y.limits)] {
            if own.is_some_and(|own| beyond_dates(fig, axes.owner, own, (direction, limits), memo)) {
                let note = format!("the {name} axis: dates are of the years 1 to 9999, and it reaches beyond them");
                tell(&mut notes, note);
            }
        }
        for text in &axes.texts {
            let what = match own {
                Some(own) if own.title == text.text => "the title",
                Some(own) if own.x.label == text.text || own.y.label == text.text => "the label of an axis",
                Some(_) => "the label of a tick",
                None => "a label of a colorbar",
            };
            note(&mut notes, what, &text.text);
        }
        if own.is_some() {
            limits(&mut notes, fig, axes.owner);
            for &(name, axis) in &[("x", &axes.x), ("y", &axes.y)] {
                let (direction, reach) =
                    (if name == "x" { Direction::X } else { Direction::Y }, axis.scale.half_span(axis.limits));
                if axis.scale == Scale::Log && nothing_positive(fig, axes.owner, direction, memo) {
                    tell(
                        &mut notes,
                        format!(
                            "nothing of the data is seen on the {name} axis: all of it is 0 or below, and has no place on a log scale; `\"symlog\"` has one"
                        ),
                    );
                }
                if matches!(axis.scale, Scale::Function(_)) && (reach == 0.0 || !reach.is_finite()) {
                    tell(
                        &mut notes,
                        format!("the function of the {name} axis' scale makes no two places of its limits"),
                    );
                }
            }
        }
        legend(&mut notes, axes.legend.as_ref());
        for (_, slot) in own.into_iter().flat_map(|own| own.visible()) {
            slot.artist().texts(&mut |text| note(&mut notes, "the text", text));
        }
    }
    for (_, slot) in fig.own() {
        slot.artist().texts(&mut |text| note(&mut notes, "the text", text));
    }
    notes
}

fn legend(notes: &mut Vec<String>, legend: Option<&LegendLayout>) {
    let Some(legend) = legend else { return };
    for text in legend.title.iter().chain(legend.entries.iter().map(|entry| &entry.text)) {
        note(notes, "the legend", &text.text);
    }
}

/// Limits that were set and have no place on the scale.
fn limits(notes: &mut Vec<String>, fig: &Figure, index: usize) {
    for &(direction, name) in &[(Direction::X, "x"), (Direction::Y, "y")] {
        let Some(said) = fig.said_of(index, direction).or(fig.axes_at(index).map(|axes| axes.axis(direction))) else {
            continue;
        };
        if let [Some(lo), Some(hi)] = said.ends
            && lo == hi
        {
            tell(notes, format!("both limits of the {name} axis are {lo}: it shows a little on both sides"));
        }
        for limit in said.ends.into_iter().flatten() {
            if !said.scale.transform(limit).is_finite() {
                let (scale, wanted) = match said.scale {
                    Scale::Log => ("log", "above 0"),
                    Scale::Logit => ("logit", "between 0 and 1"),
                    _ => ("own", "of which its function makes a number"),
                };
                tell(
                    notes,
                    format!(
                        "the limit {limit} of the {name} axis has no place on its {scale} scale, and is found from the data: give one {wanted}, or `None`"
                    ),
                );
            }
        }
    }
}

fn note(notes: &mut Vec<String>, what: &str, text: &str) {
    if let Some(trouble) = trouble(text) {
        tell(notes, format!("{what} \"{text}\": {trouble}"));
    }
}

fn tell(notes: &mut Vec<String>, note: String) {
    if !notes.contains(&note) {
        notes.push(note);
    }
}
