//! Tables: matplotlib's `table`.

mod cells;
mod labels;
mod loc;
mod setters;

pub use loc::TableLoc;

use std::fmt::Display;

use crate::artist::{Artist, Bounds, Common, Obstacles, Painter};
use crate::figure::{Axes, Key};
use crate::geom::{Extent, Rect};
use crate::project::Projection;
use crate::style::{Color, IntoColor, theme};
use crate::text::{FontWeight, HAlign};
use cells::Cell;
use loc::Edges;
use setters::counted;

/// Words in rows and columns, beside the axes or in them: matplotlib's `table`.
///
/// Columns are equally wide, as wide as the axes in all, unless [`col_widths`](Table::col_widths) says otherwise; rows are 1.2 times as high as
/// letters of 10 points. Letters are as large as [`fontsize`](Table::fontsize) says, and smaller where a word would not fit into its column. Tables are not
/// cut off at the border of the axes.
///
/// `label`, `alpha`, `zorder`, `visible` and `clip` come with [`ArtistExt`](crate::ArtistExt), and so do `set_label` and so on.
///
/// ```
/// use grabframe::prelude::*;
/// use grabframe::Table;
/// let mut fig = Figure::new();
/// let ax = fig.add_axes();
/// let table = Table::new([["1.2", "0.3"], ["0.8", "0.1"]]).col_labels(["mean", "sd"]).row_labels(["control", "drug"]);
/// let table = fig[ax].add(table.loc("center").col_widths([0.2, 0.2]));
/// fig[ax].set_frame(false);
/// fig[table].set_cell(1, 0, format!("{:.1}", 0.9)); // in a loop
/// fig[table].set_cell_color(1, 0, "tab:orange");
/// ```
#[derive(Clone, Debug)]
pub struct Table {
    common: Common,
    rows: usize,
    cols: usize,
    /// Row after row.
    cells: Vec<Cell>,
    /// Empty, or one for each.
    row_labels: Vec<Cell>,
    col_labels: Vec<Cell>,
    locs: Locs,
    widths: Vec<f64>,
    auto_widths: bool,
    scale: (f64, f64),
    loc: TableLoc,
    /// From the lower left corner: left, bottom, width, height.
    bbox: Option<[f64; 4]>,
    edges: Edges,
    edgecolor: Color,
    linewidth: f32,
    fontsize: f32,
    auto_fontsize: bool,
    label_weight: FontWeight,
}

/// Where words stand in their cells.
#[derive(Clone, Copy, Debug)]
struct Locs {
    cell: HAlign,
    row: HAlign,
    col: HAlign,
}

impl Table {
    /// Cells with these words, or numbers, row after row.
    ///
    /// # Panics
    /// If rows have different lengths.
    #[must_use]
    #[track_caller]
    pub fn new<R>(rows: impl IntoIterator<Item = R>) -> Self
    where
        R: IntoIterator,
        R::Item: Display,
    {
        let mut table = Self {
            common: Common { clip: false, ..Common::new() },
            rows: 0,
            cols: 0,
            cells: Vec::new(),
            row_labels: Vec::new(),
            col_labels: Vec::new(),
            locs: Locs { cell: HAlign::Right, row: HAlign::Left, col: HAlign::Center },
            widths: Vec::new(),
            auto_widths: false,
            scale: (1.0, 1.0),
            loc: TableLoc::Bottom,
            bbox: None,
            edges: Edges::ALL,
            edgecolor: theme::EDGE,
            linewidth: theme::PATCH_EDGE_WIDTH,
            fontsize: theme::FONT_SIZE,
            auto_fontsize: true,
            label_weight: FontWeight::Normal,
        };
        table.set_data(rows);
        table
    }

    /// Replaces the words of all cells. If there are as many rows and columns as before, cells keep their colours.
    ///
    /// # Panics
    /// If rows have different lengths, or there are labels, but not as many.
    #[track_caller]
    pub fn set_data<R>(&mut self, rows: impl IntoIterator<Item = R>) -> &mut Self
    where
        R: IntoIterator,
        R::Item: Display,
    {
        let (mut words, mut lengths) = (Vec::new(), Vec::new());
        for row in rows {
            let before = words.len();
            for cell in row {
                words.push(cell.to_string());
            }
            lengths.push(words.len() - before);
        }
        self.take(words, &lengths);
        self
    }

    #[track_caller]
    fn take(&mut self, words: Vec<String>, lengths: &[usize]) {
        let cols = lengths.first().copied().unwrap_or(0);
        for (row, n) in lengths.iter().enumerate() {
            assert!(*n == cols, "row {row} has {n} cells, but the first has {cols}; they must be equally many");
        }
        counted("rows", lengths.len(), "row labels", self.row_labels.len());
        counted("columns", cols, "column labels", self.col_labels.len());
        counted("columns", cols, "widths", self.widths.len());
        if (lengths.len(), cols) != (self.rows, self.cols) {
            self.cells.clear();
        }
        self.cells.resize(words.len(), Cell::default());
        for (cell, text) in self.cells.iter_mut().zip(words) {
            cell.text = text;
        }
        (self.rows, self.cols) = (lengths.len(), cols);
    }

    /// Replaces the words, or the number, of one cell. Rows and columns count from 0, without labels.
    ///
    /// # Panics
    /// If there is no such cell.
    #[track_caller]
    pub fn set_cell(&mut self, row: usize, col: usize, text: impl Display) -> &mut Self {
        let text = text.to_string();
        self.cell_mut(row, col).text = text;
        self
    }

    /// Sets the colour of one cell.
    ///
    /// # Panics
    /// If there is no such cell, or it is no colour.
    #[track_caller]
    pub fn set_cell_color(&mut self, row: usize, col: usize, color: impl IntoColor) -> &mut Self {
        self.cell_mut(row, col).color = Some(color.into_color());
        self
    }

    /// The words of a cell.
    #[must_use]
    pub fn cell(&self, row: usize, col: usize) -> Option<&str> {
        let there = row < self.rows && col < self.cols;
        there.then(|| self.cells[row * self.cols + col].text.as_str())
    }

    #[track_caller]
    fn cell_mut(&mut self, row: usize, col: usize) -> &mut Cell {
        let (rows, cols) = (self.rows, self.cols);
        assert!(row < rows && col < cols, "the table has {rows} x {cols} cells, and none at ({row}, {col})");
        &mut self.cells[row * cols + col]
    }
}

impl Axes {
    /// Adds a table: `add(Table::new(rows))`.
    ///
    /// # Panics
    /// If rows have different lengths.
    #[track_caller]
    pub fn table<R>(&mut self, rows: impl IntoIterator<Item = R>) -> Key<Table>
    where
        R: IntoIterator,
        R::Item: Display,
    {
        self.add(Table::new(rows))
    }
}

impl Artist for Table {
    fn common(&self) -> &Common {
        &self.common
    }

    fn common_mut(&mut self) -> &mut Common {
        &mut self.common
    }

    fn default_zorder(&self) -> f64 {
        0.0
    }

    fn bounds(&self) -> Bounds {
        Bounds::new(Extent::EMPTY, Extent::EMPTY)
    }

    fn paint(&self, painter: &mut Painter<'_>) {
        let measured = self.measured(
            &|written| painter.written_bounds(written).width(),
            painter.area(),
            (painter.px(1.0), &|points| painter.length(points)),
        );
        for placed in &measured.cells {
            self.paint_cell(painter, placed, measured.fontsize);
        }
    }

    fn texts(&self, see: &mut dyn FnMut(&str)) {
        for cells in [&self.cells, &self.row_labels, &self.col_labels] {
            for cell in cells {
                see(&cell.text);
            }
        }
    }

    fn obstacles(&self, _: &Projection, out: &mut Obstacles) {
        let taken = self.taken(out);
        out.boxes.extend(taken);
    }

    fn reach(&self, _: &Projection, ruler: &Obstacles) -> Option<Rect> {
        let around = ruler.px(self.linewidth) + ruler.px(self.fontsize);
        let measured = self.measured(
            &|written| ruler.written_bounds(written).width(),
            ruler.area(),
            (ruler.px(1.0), &|points| ruler.length(points)),
        );
        // words may be wider than their cells where letters are not made smaller, or are as small as they get
        if !self.auto_fontsize || (self.auto_widths && self.bbox.is_some()) || measured.fontsize <= 1.0 {
            return None;
        }
        Some(measured.taken().map_or(Rect::default(), |taken| taken.expanded(around)))
    }
}

impl Table {
    fn taken(&self, ruler: &Obstacles) -> Option<Rect> {
        let measured = self.measured(
            &|written| ruler.written_bounds(written).width(),
            ruler.area(),
            (ruler.px(1.0), &|points| ruler.length(points)),
        );
        measured.taken()
    }
}

#[cfg(test)]
mod tests;
