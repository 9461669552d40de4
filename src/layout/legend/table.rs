//! The entries of a legend in columns, under its title.

use crate::figure::Legend;
use crate::geom::Rect;
use crate::layout::legend::entries::Shown;
use crate::layout::words::Look;
use crate::style::theme::LEGEND_SIZE;
use crate::text::Face;

/// The entries of a legend in columns.
pub(super) struct Table {
    /// The size of the letters, in pixels.
    pub(super) em: f32,
    /// The height of the title's letters, its width, and how far it reaches above and below its line.
    pub(super) title: Option<(f32, Row)>,
    pub(super) columns: Vec<Column>,
    /// How wide the columns are with what is between them.
    pub(super) inner: f32,
    pub(super) width: f32,
    pub(super) height: f32,
}

pub(super) struct Column {
    pub(super) rows: Vec<Row>,
    pub(super) width: f32,
}

#[derive(Clone, Copy)]
pub(super) struct Row {
    /// Its place in the list of entries.
    pub(super) entry: usize,
    /// How wide its words are.
    width: f32,
    pub(super) ascent: f32,
    pub(super) descent: f32,
}

/// How much room there is.
#[derive(Clone, Copy)]
pub(super) struct Limit {
    /// As wide a table may be ..
    pub(super) width: f32,
    /// .. and as high, if it takes no more than another column.
    pub(super) height: f32,
    /// What it must fit into, with smaller letters if need be.
    pub(super) figure: Rect,
    /// Whether it is better wide than high.
    pub(super) wide: bool,
}

impl Table {
    /// In as few columns as let it stand in the axes, or else in the figure (or in as many, if it is better wide); with smaller letters
    /// where there is no room even then. What was set is as it was set.
    pub(super) fn fitting(shown: &[Shown], legend: &Legend, limit: Limit, look: Look<'_>) -> Self {
        let em = look.px(legend.fontsize.unwrap_or(LEGEND_SIZE));
        let make = |em: f32, count: usize, rows: &[Row]| Self::new(rows, legend, em, count, look);
        let all = rows(shown, legend, em, look);
        let figure = limit.figure;
        // no more columns than the narrowest entry lets stand side by side
        let narrowest = all.iter().map(|row| row.width).fold(f32::INFINITY, f32::min);
        let each = narrowest + em * (legend.pads.handle_length + legend.pads.handle_text + legend.pads.columns);
        let most = ((figure.width() / each.max(1.0)) as usize + 1).clamp(1, all.len());
        let fits_in = |t: &Self, width: f32, height: f32| t.width <= width && t.height <= height;
        if let Some(count) = legend.ncols {
            let table = make(em, count.min(all.len()), &all);
            if fits_in(&table, figure.width(), figure.height()) || legend.fontsize.is_some() {
                return table;
            }
        } else if limit.wide {
            for count in (1..=most).rev() {
                let table = make(em, count, &all);
                if fits_in(&table, limit.width, limit.height) {
                    return table;
                }
            }
        } else {
            let mut fits_figure = None;
            for count in 1..=most {
                let table = make(em, count, &all);
                if table.width > figure.width() {
                    break;
                }
                if fits_in(&table, limit.width, limit.height) {
                    return table;
                }
                if fits_figure.is_none() && table.height <= figure.height() {
                    fits_figure = Some(table);
                }
            }
            if let Some(table) = fits_figure {
                return table;
            }
        }
        let share = |t: &Self| (figure.width() / t.width).min(figure.height() / t.height);
        let mut table = make(em, legend.ncols.unwrap_or(1).min(all.len()), &all);
        let tried = if legend.ncols.is_none() { all.len().min(2 * most) } else { 1 };
        for count in 2..=tried {
            let other = make(em, count, &all);
            if share(&other) >= share(&table) {
                table = other;
            }
        }
        // widths of letters are whole pixels, so that it takes more than one step
        while legend.fontsize.is_none() && share(&table) < 1.0 && table.em > 1.0 {
            let em = table.em * share(&table).clamp(0.5, 0.98);
            table = make(em, table.columns.len(), &rows(shown, legend, em, look));
        }
        table
    }

    fn new(all: &[Row], legend: &Legend, em: f32, count: usize, look: Look<'_>) -> Self {
        let (each, longer) = (all.len() / count, all.len() % count);
        let (mut columns, mut from) = (Vec::with_capacity(count), 0);
        let (mut inner, mut height) = (0.0, 0.0);
        let pads = &legend.pads;
        for k in 0..count {
            let to = from + each + usize::from(k < longer);
            let column = Column::new(&all[from..to], legend, em);
            inner += column.width;
            height = f32::max(height, column.height(legend, em));
            columns.push(column);
            from = to;
        }
        inner += em * pads.columns * (count - 1) as f32;
        let mut wide = inner;
        let title = (!legend.title.is_empty()).then(|| {
            // smaller where all letters are
            let usual = look.px(legend.fontsize.unwrap_or(LEGEND_SIZE));
            let size = legend.title_fontsize.map_or(em, |points| look.px(points) * (em / usual));
            let text = look.measured(Face::Sans, &legend.title, size);
            let (ascent, descent) = ((text.height - text.descent).max(tallest(size, look)), text.descent);
            (size, Row { entry: 0, width: text.width, ascent, descent })
        });
        if let Some((_, row)) = &title {
            wide = wide.max(row.width);
            height += row.ascent + row.descent + em * pads.label_spacing;
        }
        let border = 2.0 * em * pads.border;
        Self { em, title, columns, inner, width: border + wide, height: border + height }
    }
}

impl Column {
    fn new(rows: &[Row], legend: &Legend, em: f32) -> Self {
        let mut width: f32 = 0.0;
        for row in rows {
            width = width.max(row.width);
        }
        let handle = legend.pads.handle_length + legend.pads.handle_text;
        Self { rows: rows.to_vec(), width: width + em * handle }
    }

    fn height(&self, legend: &Legend, em: f32) -> f32 {
        let spaces = legend.pads.label_spacing * self.rows.len().saturating_sub(1) as f32;
        let mut words = 0.0;
        for row in &self.rows {
            words += row.ascent + row.descent;
        }
        em * spaces + words
    }
}

/// How far a handle reaches above and below the line of its words, as multiples of the letters' size: as matplotlib has it.
pub(super) fn handle_reach(legend: &Legend) -> (f32, f32) {
    let height = legend.pads.handle_height;
    let below = 0.35 * (height - 0.7);
    (height - 2.0 * below, below)
}

/// How far the highest letters reach above their line: words are as high without them, as matplotlib has it.
fn tallest(em: f32, look: Look<'_>) -> f32 {
    let text = look.measured(Face::Sans, "l", em);
    text.height - text.descent
}

/// How much room the words of all entries take: measured once, since columns are tried in many ways.
fn rows(shown: &[Shown], legend: &Legend, em: f32, look: Look<'_>) -> Vec<Row> {
    let (above, below) = handle_reach(legend);
    let least = tallest(em, look).max(above * em);
    let mut rows = Vec::with_capacity(shown.len());
    for (entry, shown) in shown.iter().enumerate() {
        let text = look.measured(Face::Sans, &shown.label, em);
        let ascent = (text.height - text.descent).max(least);
        rows.push(Row { entry, width: text.width, ascent, descent: text.descent.max(below * em) });
    }
    rows
}

#[cfg(test)]
mod tests;
