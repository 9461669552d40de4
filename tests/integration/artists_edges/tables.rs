//! Pies and tables.

use grabframe::{Pie, Table};

use super::{Refused, Row, refused};

pub(super) const ROWS: &[Row] = &[
    Row {
        name: "pie",
        add: |ax, d| {
            // of a million shares only some
            let shares = &d.x[..d.len().min(1000)];
            ax.add(Pie::new(shares).autopct("{:.1}%").explode(0.1).width(0.4));
            ax.add(Pie::new(shares).labels(vec!["share"; shares.len()]).normalize(false));
        },
        refuses: refused! {
            ["3 labels", "2 shares"], Pie::new([1, 2]).labels(["a", "b", "c"]);
            ["3 ", "2 points"], Pie::new([1, 2]).explode([1, 2, 3]);
        },
    },
    Row {
        name: "table",
        add: |ax, d| _ = ax.add(Table::new(d.few())),
        refuses: refused! {
            ["row 1 has 3 cells", "first has 2"], Table::new([vec![1, 2], vec![1, 2, 3]]);
            ["3 ", "2 "], Table::new([[1], [2]]).row_labels(["a", "b", "c"]);
        },
    },
];
