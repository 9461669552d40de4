//! What is not drawn as it was meant.

use crate::figure::Figure;
use crate::layout::{AxesLayout, PlacedText};
use crate::text::trouble;

/// Words whose mathematics is shown as it was written, and why.
pub(super) fn of(fig: &Figure, axes: &[AxesLayout], title: Option<&PlacedText>) -> Vec<String> {
    let mut notes = Vec::new();
    if let Some(title) = title {
        note(&mut notes, "the title of the figure", &title.text);
    }
    for axes in axes {
        let own = fig.axes_at(axes.owner).filter(|_| axes.colors.is_none());
        for text in &axes.texts {
            let what = match own {
                Some(own) if own.title == text.text => "the title",
                Some(own) if own.x.label == text.text || own.y.label == text.text => "the label of an axis",
                Some(_) => "the label of a tick",
                None => "a label of a colorbar",
            };
            note(&mut notes, what, &text.text);
        }
        if let Some(legend) = &axes.legend {
            for entry in &legend.entries {
                note(&mut notes, "the legend", &entry.text.text);
            }
        }
        for (_, slot) in own.into_iter().flat_map(|own| own.visible()) {
            slot.artist().texts(&mut |text| note(&mut notes, "the text", text));
        }
    }
    for (_, slot) in fig.own() {
        slot.artist().texts(&mut |text| note(&mut notes, "the text", text));
    }
    notes
}

fn note(notes: &mut Vec<String>, what: &str, text: &str) {
    if let Some(trouble) = trouble(text) {
        notes.push(format!("{what} \"{text}\": {trouble}"));
    }
}
