//! Rows of cells: matrices, cases, lines under one another.

use super::boxes::{AXIS, Boxes, Extent, Last, RULE, Size};
use super::tree::{Look, Table};
use crate::text::font::EM;

/// What a row takes at least above and below its line, between columns, and between pairs of columns.
const ROW: (f32, f32) = (0.86 * EM, 0.36 * EM);
const COLUMN: f32 = 0.8 * EM;
const PAIR: f32 = 2.0 * EM;

/// A cell, and where its pieces begin.
struct Cell {
    from: usize,
    to: usize,
    extent: Extent,
}

impl Boxes<'_> {
    pub(super) fn table(&mut self, table: &Table<'_>, x: f32, size: Size) -> Extent {
        let scale = size.scale;
        let stack = table.look == Look::Stack;
        let (mut rows, mut widths) = (Vec::new(), Vec::<f32>::new());
        for row in &table.rows {
            let mut cells = Vec::with_capacity(row.len());
            for (k, cell) in row.iter().enumerate() {
                let from = self.pieces.len();
                let extent = self.list(cell, 0.0, size);
                cells.push(Cell { from, to: self.pieces.len(), extent });
                if k == widths.len() {
                    widths.push(0.0);
                }
                widths[k] = widths[k].max(extent.width);
            }
            rows.push(cells);
        }
        // from the first line down
        let mut lines = Vec::with_capacity(rows.len());
        let (mut height, mut first, mut last) = (0.0_f32, 0.0_f32, 0.0_f32);
        for (k, cells) in rows.iter().enumerate() {
            let (mut up, mut down) = if stack { (0.0, 0.0) } else { (ROW.0 * scale, ROW.1 * scale) };
            for cell in cells {
                up = cell.extent.up.max(up);
                down = cell.extent.down.max(down);
            }
            if k == 0 {
                first = up;
            } else {
                height += up + 2.0 * RULE * scale * f32::from(u8::from(stack));
            }
            lines.push(height);
            height += down;
            last = down;
        }
        let total = first + height;
        let top = match table.look {
            Look::Stack => height - last,
            _ => AXIS * scale + total / 2.0 - first,
        };
        for (cells, line) in rows.iter().zip(&lines) {
            let mut left = x;
            for (k, cell) in cells.iter().enumerate() {
                let free = widths[k] - cell.extent.width;
                let share = match align(table.look, k) {
                    b'l' => 0.0,
                    b'r' => 1.0,
                    _ => 0.5,
                };
                self.shift(cell.from..cell.to, left + free * share, top - line);
                left += widths[k] + gap(table.look, k) * scale;
            }
        }
        let mut width = widths.iter().sum::<f32>();
        for k in 1..widths.len() {
            width += gap(table.look, k - 1) * scale;
        }
        Extent { width, up: top + first, down: height - top, built: true, last: Last::default() }
    }
}

/// To which side the cells of a column go.
fn align(look: Look<'_>, column: usize) -> u8 {
    match look {
        Look::Columns(letters) => letters.as_bytes().get(column).or(letters.as_bytes().last()).copied().unwrap_or(b'c'),
        Look::Aligned => [b'r', b'l'][column % 2],
        Look::Stack => b'c',
    }
}

/// What is free after a column, in font units.
fn gap(look: Look<'_>, column: usize) -> f32 {
    match look {
        Look::Aligned if column.is_multiple_of(2) => 0.0,
        Look::Aligned => PAIR,
        _ => COLUMN,
    }
}
