//! What a table can be told.

use super::loc::Edges;
use super::{Table, TableLoc};
use crate::artist::common::length;
use crate::artist::properties;
use crate::data::{Column, Number};
use crate::style::{Color, IntoColor, NameOr};
use crate::text::{FontWeight, HAlign};

impl Table {
    properties! {
        /// Sets how wide the columns are, in shares of the axes. Default: equally, as wide as the axes in all.
        ///
        /// # Panics
        /// If there are not as many as columns, or one is negative or not finite.
        pub set_col_widths, col_widths(self, widths: impl Column) {
            let mut all = Vec::new();
            widths.copy_to(&mut all);
            let (n, cols) = (all.len(), self.cols);
            assert!(n == cols, "got {n} widths for {cols} columns; give one for each");
            for width in &all {
                assert!(width.is_finite() && *width >= 0.0, "a column cannot be {width} wide");
            }
            self.widths = all;
        } -> get_col_widths: &[f64] { &self.widths }

        /// Sets whether columns are as wide as their widest words: matplotlib's `auto_set_column_width`. Default: they are not.
        pub set_auto_col_widths, auto_col_widths(self, auto: bool) { self.auto_widths = auto; }
            -> get_auto_col_widths: bool { self.auto_widths }

        /// Sets how many times as wide and as high as they would be columns and rows are. Default: once.
        ///
        /// # Panics
        /// If one is negative or not finite.
        pub set_scale, scale(self, across: impl Number, up: impl Number) {
            let scale = (across.to_f64(), up.to_f64());
            let sound = |by: f64| by.is_finite() && by >= 0.0;
            assert!(sound(scale.0) && sound(scale.1), "a table cannot be {} times as wide and {} times as high", scale.0, scale.1);
            self.scale = scale;
        } -> get_scale: (f64, f64) { self.scale }

        /// Sets where the table is: a [`TableLoc`], or `"center"` and so on. Default: `"bottom"`, under the axes.
        ///
        /// # Panics
        /// If a name is that of no place.
        pub set_loc, loc(self, loc: impl NameOr<TableLoc>) { self.loc = loc.value(); }
            -> get_loc: TableLoc { self.loc }

        /// Sets the rectangle that the cells fill, in shares of the axes: left, bottom, width and height; labels of rows are beside it. Default: none;
        /// [`loc`](Table::loc) says where the table is.
        ///
        /// # Panics
        /// If one is not finite.
        pub set_bbox, bbox(self, rect: [f64; 4]) {
            assert!(rect.iter().all(|v| v.is_finite()), "a table cannot fill {rect:?}");
            self.bbox = Some(rect);
        } -> get_bbox: Option<[f64; 4]> { self.bbox }

        /// Sets where words stand in their cells: an [`HAlign`](crate::HAlign), or `"center"` and so on. Default: right.
        ///
        /// # Panics
        /// If a name is that of no alignment.
        pub set_cell_loc, cell_loc(self, loc: impl NameOr<HAlign>) { self.locs.cell = loc.value(); }
            -> get_cell_loc: HAlign { self.locs.cell }

        /// Sets where labels of rows stand in their cells. Default: left.
        ///
        /// # Panics
        /// If a name is that of no alignment.
        pub set_row_loc, row_loc(self, loc: impl NameOr<HAlign>) { self.locs.row = loc.value(); }
            -> get_row_loc: HAlign { self.locs.row }

        /// Sets where labels of columns stand in their cells. Default: in the middle.
        ///
        /// # Panics
        /// If a name is that of no alignment.
        pub set_col_loc, col_loc(self, loc: impl NameOr<HAlign>) { self.locs.col = loc.value(); }
            -> get_col_loc: HAlign { self.locs.col }

        /// Sets which sides of the cells are drawn: `"closed"`, `"open"`, `"horizontal"`, `"vertical"`, or letters of `"BRTL"` (bottom, right, top,
        /// left). Cells that are not closed are empty, unless they were given colours. Default: closed.
        ///
        /// # Panics
        /// If the text says anything else.
        pub set_edges, edges(self, edges: &str) { self.edges = Edges::parse(edges); }

        /// Sets the colour of the sides of cells. Default: black.
        ///
        /// # Panics
        /// If it is no colour.
        pub set_edgecolor, edgecolor(self, color: impl IntoColor) { self.edgecolor = color.into_color(); }
            -> get_edgecolor: Color { self.edgecolor }

        /// Sets the width of the sides of cells, in points. Default: 1.
        ///
        /// # Panics
        /// If it is negative or not finite.
        pub set_linewidth, linewidth(self, points: impl Number) { self.linewidth = length(points.to_f64(), "line width"); }
            -> get_linewidth: f32 { crate::style::theme::plain(self.linewidth) }

        /// Sets the size of the letters, in points; rows stay as high as they are. Default: 10.
        ///
        /// # Panics
        /// If it is negative or not finite.
        pub set_fontsize, fontsize(self, points: impl Number) { self.fontsize = length(points.to_f64(), "font size"); }
            -> get_fontsize: f32 { crate::style::theme::plain(self.fontsize) }

        /// Sets whether letters are smaller, by whole points, where words would be wider than their columns. Default: they are.
        pub set_auto_fontsize, auto_fontsize(self, auto: bool) { self.auto_fontsize = auto; }
            -> get_auto_fontsize: bool { self.auto_fontsize }

        /// Sets how thick the letters of labels are: a [`FontWeight`](crate::FontWeight), or `"bold"`. Default: normal.
        ///
        /// # Panics
        /// If a name is that of no weight.
        pub set_label_weight, label_weight(self, weight: impl NameOr<FontWeight>) { self.label_weight = weight.value(); }
            -> get_label_weight: FontWeight { self.label_weight }
    }
}

/// Panics unless there are no labels, or as many as rows.
#[track_caller]
pub(super) fn counted(what: &str, n: usize, labels: &str, given: usize) {
    assert!(given == 0 || given == n, "got {n} {what}, but there are {given} {labels}; they must be equally many");
}
