//! Words.

use grabframe::Annotation;
use grabframe::prelude::*;

use super::Row;

pub(super) const ROWS: &[Row] = &[
    Row {
        name: "text",
        add: |ax, d| {
            for [x, y, _] in d.few() {
                ax.add(Text::new(x, y, "words\nand $x^2$"));
                ax.add(Text::new(y, x, "boxed").bbox("round,pad=0.5").rotation(30));
            }
        },
        refuses: &[],
    },
    Row {
        name: "annotation",
        add: |ax, d| {
            for [x, y, u] in d.few() {
                ax.add(Annotation::new("words", (x, y)).at((y, u)).arrow("->").bend(0.3));
            }
        },
        refuses: &[],
    },
];
