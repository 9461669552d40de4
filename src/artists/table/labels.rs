//! The labels of a table, and the colours of its cells.

use std::fmt::Display;

use super::Table;
use super::cells::Cell;
use crate::style::{Color, IntoColor, each_color};

impl Table {
    /// Sets the colours of all cells, row after row.
    ///
    /// # Panics
    /// If there are not as many as cells, or one is no colour.
    #[track_caller]
    pub fn set_cell_colors<R>(&mut self, rows: impl IntoIterator<Item = R>) -> &mut Self
    where
        R: IntoIterator,
        R::Item: IntoColor,
    {
        let mut colors = Vec::new();
        for row in rows {
            for color in row {
                colors.push(color.into_color());
            }
        }
        self.color(colors);
        self
    }

    #[track_caller]
    fn color(&mut self, colors: Vec<Color>) {
        let (n, cells) = (colors.len(), self.cells.len());
        assert!(n == cells, "got {n} colours for {cells} cells; give one for each");
        for (cell, color) in self.cells.iter_mut().zip(colors) {
            cell.color = Some(color);
        }
    }

    /// [`set_cell_colors`](Table::set_cell_colors) of a value that is being built.
    ///
    /// # Panics
    /// If there are not as many as cells, or one is no colour.
    #[must_use]
    #[track_caller]
    pub fn cell_colors<R>(mut self, rows: impl IntoIterator<Item = R>) -> Self
    where
        R: IntoIterator,
        R::Item: IntoColor,
    {
        self.set_cell_colors(rows);
        self
    }

    /// Sets what stands to the left of the rows, in a column as wide as the words are.
    ///
    /// # Panics
    /// If there are not as many as rows.
    #[track_caller]
    pub fn set_row_labels<S: Display>(&mut self, labels: impl IntoIterator<Item = S>) -> &mut Self {
        let mut all = Vec::new();
        for label in labels {
            all.push(label.to_string());
        }
        labelled(&mut self.row_labels, all, self.rows, "row labels", "rows");
        self
    }

    /// [`set_row_labels`](Table::set_row_labels) of a value that is being built.
    ///
    /// # Panics
    /// If there are not as many as rows.
    #[must_use]
    #[track_caller]
    pub fn row_labels<S: Display>(mut self, labels: impl IntoIterator<Item = S>) -> Self {
        self.set_row_labels(labels);
        self
    }

    /// Sets what stands above the columns.
    ///
    /// # Panics
    /// If there are not as many as columns.
    #[track_caller]
    pub fn set_col_labels<S: Display>(&mut self, labels: impl IntoIterator<Item = S>) -> &mut Self {
        let mut all = Vec::new();
        for label in labels {
            all.push(label.to_string());
        }
        labelled(&mut self.col_labels, all, self.cols, "column labels", "columns");
        self
    }

    /// [`set_col_labels`](Table::set_col_labels) of a value that is being built.
    ///
    /// # Panics
    /// If there are not as many as columns.
    #[must_use]
    #[track_caller]
    pub fn col_labels<S: Display>(mut self, labels: impl IntoIterator<Item = S>) -> Self {
        self.set_col_labels(labels);
        self
    }

    /// Sets the colours behind the row labels, one for each row; without labels there are empty cells.
    ///
    /// # Panics
    /// If there are not as many as rows, or one is no colour.
    #[track_caller]
    pub fn set_row_colors<C: IntoColor>(&mut self, colors: impl IntoIterator<Item = C>) -> &mut Self {
        let all = each_color(colors);
        tinted(&mut self.row_labels, &all, self.rows, "rows");
        self
    }

    /// [`set_row_colors`](Table::set_row_colors) of a value that is being built.
    ///
    /// # Panics
    /// If there are not as many as rows, or one is no colour.
    #[must_use]
    #[track_caller]
    pub fn row_colors<C: IntoColor>(mut self, colors: impl IntoIterator<Item = C>) -> Self {
        self.set_row_colors(colors);
        self
    }

    /// Sets the colours behind the column labels, one for each column; without labels there are empty cells.
    ///
    /// # Panics
    /// If there are not as many as columns, or one is no colour.
    #[track_caller]
    pub fn set_col_colors<C: IntoColor>(&mut self, colors: impl IntoIterator<Item = C>) -> &mut Self {
        let all = each_color(colors);
        tinted(&mut self.col_labels, &all, self.cols, "columns");
        self
    }

    /// [`set_col_colors`](Table::set_col_colors) of a value that is being built.
    ///
    /// # Panics
    /// If there are not as many as columns, or one is no colour.
    #[must_use]
    #[track_caller]
    pub fn col_colors<C: IntoColor>(mut self, colors: impl IntoIterator<Item = C>) -> Self {
        self.set_col_colors(colors);
        self
    }
}

#[track_caller]
fn labelled(cells: &mut Vec<Cell>, labels: Vec<String>, n: usize, what: &str, of: &str) {
    let given = labels.len();
    assert!(given == n, "got {given} {what} for {n} {of}; give one for each");
    cells.resize(n, Cell::default());
    for (cell, text) in cells.iter_mut().zip(labels) {
        cell.text = text;
    }
}

#[track_caller]
fn tinted(cells: &mut Vec<Cell>, colors: &[Color], n: usize, of: &str) {
    let given = colors.len();
    assert!(given == n, "got {given} colours for {n} {of}; give one for each");
    cells.resize(n, Cell::default());
    for (cell, color) in cells.iter_mut().zip(colors) {
        cell.color = Some(*color);
    }
}
