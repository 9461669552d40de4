//! Where the cells of a table are, and how each is drawn.

use super::{Edges, Table};
use crate::artist::Painter;
use crate::artist::painter::Written;
use crate::geom::{Point, Rect};
use crate::style::{Cap, Color, Join, Pen, theme};
use crate::text::{Anchor, FontStyle, FontWeight, HAlign, Setting, VAlign, face};

/// What is in a cell.
#[derive(Clone, Debug, Default)]
pub(super) struct Cell {
    pub(super) text: String,
    /// `None`: white.
    pub(super) color: Option<Color>,
}

/// A cell at its place, in pixels.
pub(super) struct Placed<'a> {
    pub(super) rect: Rect,
    cell: &'a Cell,
    ha: HAlign,
    weight: FontWeight,
}

/// All of them, and how large letters are, in points.
pub(super) struct Measured<'a> {
    pub(super) cells: Vec<Placed<'a>>,
    pub(super) fontsize: f32,
}

impl Measured<'_> {
    /// The box around all cells.
    pub(super) fn taken(&self) -> Option<Rect> {
        self.cells.iter().map(|cell| cell.rect).reduce(Rect::union)
    }
}

/// On either side of the words, as a share of their width, or of the cell's.
const PAD: f32 = 0.1;
/// Words that fit to the last digit do fit.
const TINY: f64 = 1e-6;
/// From one row to the next, in sizes of letters.
const ROW: f32 = 1.2;

impl Table {
    /// Words in a cell, as they are measured and drawn.
    fn written<'a>(&self, cell: &'a Cell, weight: FontWeight, size: f32, (at, ha): (Point, HAlign)) -> Written<'a> {
        let anchor = Anchor { at, ha, va: VAlign::Center, angle: 0.0 };
        let face = face(weight, FontStyle::Normal);
        Written { text: &cell.text, size, face, setting: Setting::default(), anchor }
    }

    /// Lays the cells out in axes with this box; `width_of` measures words, in pixels, and `length` says how long something is, in points.
    pub(super) fn measured(
        &self,
        width_of: &dyn Fn(&Written<'_>) -> f32,
        area: Rect,
        (pixels_per_point, length): (f32, &dyn Fn(f32) -> f32),
    ) -> Measured<'_> {
        let (rows, cols) = (self.rows, self.cols);
        let labels = usize::from(!self.col_labels.is_empty());
        if rows + labels == 0 || cols == 0 || !(area.width() > 0.0 && area.height() > 0.0) {
            return Measured { cells: Vec::new(), fontsize: self.fontsize };
        }
        // the room that words ask for, as a share of the axes
        let needed = |cell: &Cell, weight, size: f32| {
            let width = width_of(&self.written(cell, weight, size, (Point::default(), HAlign::Left)));
            f64::from(width * (1.0 + 2.0 * PAD) / area.width())
        };
        let widest = |cells: &mut dyn Iterator<Item = (&Cell, FontWeight)>, size: f32| {
            cells.fold(0.0, |widest: f64, (cell, weight)| widest.max(needed(cell, weight, size)))
        };
        let in_col = |col: usize| {
            let label = self.col_labels.get(col).map(|cell| (cell, self.label_weight));
            label.into_iter().chain((0..rows).map(move |row| (&self.cells[row * cols + col], FontWeight::Normal)))
        };
        let mut widths = self.widths.clone();
        if widths.is_empty() {
            widths = vec![1.0 / cols as f64; cols];
        }
        if let (Some([_, _, whole, _]), false) = (self.bbox, self.auto_widths) {
            // before letters are made to fit
            let wide = widths.iter().sum::<f64>() * self.scale.0;
            for own in &mut widths {
                *own *= if wide > 0.0 { whole / wide } else { 0.0 };
            }
        }
        let mut fontsize = length(self.fontsize);
        for (col, width) in widths.iter_mut().enumerate() {
            *width *= self.scale.0;
            if self.auto_widths {
                *width = widest(&mut in_col(col), fontsize);
            } else if self.auto_fontsize {
                while fontsize > 1.0 && widest(&mut in_col(col), fontsize) > *width + TINY {
                    fontsize -= 1.0;
                }
            }
        }
        let labelled = self.row_labels.iter().any(|cell| !cell.text.is_empty());
        let beside = match (self.row_labels.is_empty(), labelled) {
            (true, _) => 0.0,
            (false, true) => widest(&mut self.row_labels.iter().map(|cell| (cell, self.label_weight)), fontsize),
            (false, false) => widths[0],
        };
        let mut height = f64::from(length(theme::FONT_SIZE) * pixels_per_point * ROW / area.height()) * self.scale.1;
        let (wide, high) = (widths.iter().sum::<f64>(), height * (rows + labels) as f64);
        let (mut left, mut bottom) = self.loc.corner(wide, high);
        if let Some([x, y, width, whole]) = self.bbox {
            (left, bottom) = (x, y);
            for own in &mut widths {
                *own *= if wide > 0.0 { width / wide } else { 0.0 };
            }
            height *= if high > 0.0 { whole / high } else { 0.0 };
        }
        let mut cells = Vec::with_capacity((rows + labels) * (cols + 1));
        let top = bottom + height * (rows + labels) as f64;
        // as they are drawn: row by row, the labels first
        for row in 0..rows + labels {
            let (above, below) = (top - height * row as f64, top - height * (row + 1) as f64);
            let mut add = |x: f64, width: f64, cell, ha, weight| {
                let px = |share: f64| area.x0 + (share * f64::from(area.width())) as f32;
                let py = |share: f64| area.y1 - (share * f64::from(area.height())) as f32;
                let rect = Rect::new(px(x), py(above), px(x + width), py(below));
                cells.push(Placed { rect, cell, ha, weight });
            };
            let own = row.checked_sub(labels);
            if let Some(label) = own.and_then(|row| self.row_labels.get(row)) {
                add(left - beside, beside, label, self.locs.row, self.label_weight);
            }
            let mut x = left;
            for (col, width) in widths.iter().enumerate() {
                match own {
                    Some(row) => add(x, *width, &self.cells[row * cols + col], self.locs.cell, FontWeight::Normal),
                    None => add(x, *width, &self.col_labels[col], self.locs.col, self.label_weight),
                }
                x += width;
            }
        }
        Measured { cells, fontsize }
    }

    pub(super) fn paint_cell(&self, painter: &mut Painter<'_>, placed: &Placed<'_>, fontsize: f32) {
        let Placed { rect, cell, ha, weight } = *placed;
        let pen = Pen::new(self.edgecolor, self.linewidth).join(Join::Miter).cap(Cap::Butt);
        if self.edges == Edges::ALL {
            painter.framed(rect, cell.color.unwrap_or(theme::AXES_FACE), &pen);
        } else {
            let (from, to) = (
                painter.crisp(Point::new(rect.x0, rect.y0), pen.width),
                painter.crisp(Point::new(rect.x1, rect.y1), pen.width),
            );
            if let Some(color) = cell.color {
                painter.fill_rect(Rect::new(from.x, from.y, to.x, to.y), color);
            }
            let corners = [Point::new(from.x, to.y), to, Point::new(to.x, from.y), from];
            for (side, drawn) in self.edges.0.iter().enumerate() {
                if *drawn {
                    painter.stroke_polyline(&[corners[side], corners[(side + 1) % 4]], &pen);
                }
            }
        }
        if !cell.text.is_empty() {
            let x = match ha {
                HAlign::Left => rect.x0 + rect.width() * PAD,
                HAlign::Center => rect.center().x,
                HAlign::Right => rect.x1 - rect.width() * PAD,
            };
            let at = Point::new(x, rect.center().y);
            painter.write(&self.written(cell, weight, fontsize, (at, ha)), theme::TEXT);
        }
    }
}
