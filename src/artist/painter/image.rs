//! Grids of cells.

use super::Painter;
use crate::data::GridData;
use crate::style::{ColorScale, ColorTable, Interpolation};
use crate::surface::{CellGrid, Picture, Span};

impl<'a> Painter<'a> {
    /// A grid of cells between data values, through the scales of the axes: `x` from the first column's outer edge to the
    /// last one's, `y` from the first row's outer edge to the last one's; either may run backward.
    ///
    /// `colors` says which colours numbers have; a grid of colours has its own. The image covers whole pixels, those whose
    /// middle lies in it, and one at least. What has no place on a log axis lies beyond its low end. Edges that are equal, or
    /// not finite, draw nothing.
    ///
    /// ```
    /// use grabframe::{ColorScale, Grid, GridData, Interpolation, Limits, Painter};
    /// fn paint(painter: &mut Painter<'_>) {
    ///     let mut grid = GridData::default();
    ///     [[0.0, 1.0], [2.0, 3.0]].read_into(&mut grid);
    ///     let colors = ColorScale::new("viridis", "linear", Limits::new(0.0, 3.0));
    ///     painter.image(&grid, &colors, [0.0, 10.0], [0.0, 5.0], Interpolation::Auto);
    /// }
    /// ```
    ///
    /// # Panics
    /// If the grid has fewer values than rows times columns (or bytes than four times as many).
    #[track_caller]
    pub fn image(&mut self, grid: &GridData, colors: &ColorScale, x: [f64; 2], y: [f64; 2], how: Interpolation) {
        grid.check();
        let Some((along_x, along_y)) = self.place.projection.flat() else { return };
        let x = Span { map: along_x, from: x[0], to: x[1], cells: grid.cols };
        let y = Span { map: along_y, from: y[0], to: y[1], cells: grid.rows };
        self.surface.image(&Picture { data: grid, colors, x, y, how, alpha: self.place.alpha });
    }

    /// Cells between edges in pixels, row after row, each in the colour of its value; `false`, and nothing is drawn, if an edge is not
    /// finite, or they turn back.
    pub(crate) fn cells(&mut self, x: &[f32], y: &[f32], values: &[f64], colors: &ColorTable) -> bool {
        let steady = |edges: &[f32]| {
            let finite = edges.iter().all(|edge| edge.is_finite());
            finite && (edges.is_sorted() || edges.is_sorted_by(|a, b| a >= b))
        };
        let steady = steady(x) && steady(y);
        if steady {
            self.surface.cells(&CellGrid { x, y, values, colors, alpha: self.place.alpha });
        }
        steady
    }
}
