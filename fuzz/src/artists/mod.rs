//! Artists of every kind with any data, changed in place.
//!
//! A kind is a function in the file of its family that adds an artist and says how it is changed, and a line in [`ALL`].

mod areas;
mod bars;
mod basic;
mod fields;
mod lines;
mod pieces;
mod samples;
mod words;

use std::rc::Rc;

use grabframe::prelude::*;

use super::Choices;

/// Gives an artist other data, if it is still there.
pub type Change = Rc<dyn Fn(&mut Figure, &mut Choices<'_>)>;

/// Adds an artist.
type Add = fn(&mut Axes, &mut Choices<'_>) -> Change;

/// Every kind, by name.
pub const ALL: &[(&str, Add)] = &[
    ("line", basic::line),
    ("scatter", basic::scatter),
    ("image", basic::image),
    ("text", basic::text),
    ("bars", bars::bars),
    ("histogram", bars::histogram),
    ("stairs", bars::stairs),
    ("steps", lines::steps),
    ("stem", lines::stem),
    ("errors", lines::errors),
    ("rule", lines::rule),
    ("fill", areas::fill),
    ("span", areas::span),
    ("patch", areas::patch),
    ("mesh", fields::mesh),
    ("contour", fields::contour),
    ("quiver", fields::quiver),
    ("pie", areas::pie),
    ("streamlines", fields::streamlines),
    ("segments", pieces::segments),
    ("polygons", pieces::polygons),
    ("triangles", fields::triangles),
    ("tricontour", fields::tricontour),
    ("annotation", words::annotation),
    ("boxed", words::boxed),
    ("table", words::table),
    ("boxplot", samples::boxplot),
    ("violin", samples::violin),
    ("stackplot", samples::stackplot),
    ("events", samples::events),
    ("hist2d", fields::hist2d),
    ("hexbin", fields::hexbin),
];

/// Adds an artist of any kind.
pub fn add(axes: &mut Axes, choices: &mut Choices<'_>) -> Change {
    ALL[choices.below(ALL.len())].1(axes, choices)
}

/// How the artist with this key is changed.
fn changed<A: Artist>(key: Key<A>, change: impl Fn(&mut A, &mut Choices<'_>) + 'static) -> Change {
    Rc::new(move |fig, choices| {
        if let Some(artist) = fig.get_mut(key) {
            change(artist, choices);
        }
    })
}

/// How many points there are, mostly few.
fn count(choices: &mut Choices<'_>) -> usize {
    choices.below(9)
}

/// Rows of numbers, at least one of each.
fn grid(choices: &mut Choices<'_>, rows: usize, cols: usize) -> Vec<Vec<f64>> {
    (0..rows).map(|_| choices.numbers(cols)).collect()
}

/// Numbers that rise.
fn rising(choices: &mut Choices<'_>, n: usize) -> Vec<f64> {
    let from = choices.share() * 100.0 - 50.0;
    (0..n).map(|i| from + i as f64 * 1.5).collect()
}
