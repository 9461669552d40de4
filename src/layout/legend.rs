//! Legends: their entries, their size, and where they cover the least.

use crate::artist::{LegendHandle, Obstacles};
use crate::figure::{Axes, Figure, LegendLoc};
use crate::geom::{Point, Rect};
use crate::layout::words::{Look, PlacedText};
use crate::layout::{AxesLayout, overlap};
use crate::project::Projection;
use crate::style::theme::FONT_SIZE;
use crate::style::theme::legend as theme;
use crate::text::{Anchor, HAlign, VAlign};

/// A legend as it is drawn.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct LegendLayout {
    /// Its frame, in pixels.
    pub frame: Rect,
    /// The radius of the frame's corners, in pixels.
    pub corner: f32,
    /// Its entries, column by column, from top to bottom.
    pub entries: Vec<LegendEntry>,
}

/// One entry of a legend. Two are equal if all that is placed is, whatever an artist paints there itself.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct LegendEntry {
    /// What is drawn beside the words, unless the artist paints it itself.
    pub handle: LegendHandle,
    /// The position of the artist in its axes.
    pub(crate) slot: usize,
    /// Which content it has: a handle that it paints itself may show all of it.
    pub(crate) revision: u64,
    /// Where it starts and ends; `y1` is the words' baseline. In pixels.
    pub room: Rect,
    /// The words.
    pub text: PlacedText,
}

impl PartialEq for LegendEntry {
    fn eq(&self, other: &Self) -> bool {
        let Self { handle, slot, revision: _, room, text } = self;
        (handle, *slot, room, text) == (&other.handle, other.slot, &other.room, &other.text)
    }
}

/// An artist that is in the legend.
struct Shown<'a> {
    slot: usize,
    revision: u64,
    handle: LegendHandle,
    label: &'a str,
}

/// Puts the legends into their axes: where that is left to them, clear of the data of all axes in the same box, of their
/// legends, and of insets.
pub(super) fn place(fig: &Figure, axes: &mut [AxesLayout], look: Look<'_>) {
    // those that have a place first, so that others keep clear of them
    place_some(fig, axes, look, false);
    place_some(fig, axes, look, true);
}

fn place_some(fig: &Figure, axes: &mut [AxesLayout], look: Look<'_>, free: bool) {
    for at in 0..axes.len() {
        let own = fig.axes_at(axes[at].owner).filter(|_| axes[at].colors.is_none());
        let Some((own, loc)) = own.and_then(|own| Some((own, own.legend?))) else { continue };
        if (loc == LegendLoc::Best) != free {
            continue;
        }
        let base = fig.boxed_in(axes[at].owner);
        let mut around = Around { data: Vec::new(), taken: Vec::new() };
        for other in axes.iter().filter(|a| a.colors.is_none()) {
            if fig.boxed_in(other.owner) == base {
                around.data.extend(fig.axes_at(other.owner).map(|axes| (axes, &other.projection)));
                around.taken.extend(other.legend.as_ref().map(|legend| legend.frame));
            } else if fig.stands_in(other.owner, base) {
                around.taken.push(other.extent());
            }
        }
        let legend = of(own, loc, axes[at].area, &around, look);
        axes[at].legend = legend;
    }
}

/// What is in the box of a legend's axes.
struct Around<'a> {
    /// The data of all axes that have it.
    data: Vec<(&'a Axes, &'a Projection)>,
    /// Other legends, and insets, with their words.
    taken: Vec<Rect>,
}

fn of(axes: &Axes, loc: LegendLoc, area: Rect, around: &Around<'_>, look: Look<'_>) -> Option<LegendLayout> {
    let shown: Vec<Shown<'_>> = axes
        .visible()
        .into_iter()
        .filter_map(|(slot, at)| {
            let artist = at.artist();
            let common = artist.common();
            let (handle, label) = (artist.legend_handle()?.with_alpha(common.alpha), common.label.as_deref()?);
            Some(Shown { slot, revision: at.revision(), handle, label })
        })
        .filter(|shown| !shown.label.is_empty() && !shown.label.starts_with('_'))
        .collect();
    if shown.is_empty() {
        return None;
    }
    let figure = Rect::new(0.0, 0.0, look.size.width as f32, look.size.height as f32);
    let table = Table::fitting(&shown, area, figure, look);
    let Table { em, width, height, .. } = table;
    let room = area.expanded(-theme::AXES_PAD * em);
    let at = |loc: LegendLoc| {
        let (right, down) = loc.shares();
        let x0 = room.x0 + (room.width() - width) * right;
        let y0 = room.y0 + (room.height() - height) * down;
        // one that is larger than its axes stays in the figure
        let x0 = if width > room.width() { x0.min(figure.x1 - width).max(figure.x0) } else { x0 };
        let y0 = if height > room.height() { y0.min(figure.y1 - height).max(figure.y0) } else { y0 };
        Rect::new(x0, y0, x0 + width, y0 + height)
    };
    let frame = match loc {
        LegendLoc::Best => best(around, Obstacles::new(area, look.pixels_per_point, look.fonts), at),
        fixed => at(fixed),
    };
    let mut x = frame.x0 + theme::BORDER_PAD * em;
    let mut entries = Vec::with_capacity(shown.len());
    for column in table.columns {
        let mut y = frame.y0 + theme::BORDER_PAD * em;
        let handle_end = x + theme::HANDLE_LENGTH * em;
        for row in &column.rows {
            let baseline = y + row.ascent;
            y = baseline + row.descent + theme::LABEL_SPACING * em;
            let at = Point::new(handle_end + theme::HANDLE_TEXT_PAD * em, baseline);
            let anchor = Anchor { at, ha: HAlign::Left, va: VAlign::Baseline, angle: 0.0 };
            let Shown { slot, revision, handle, label } = &shown[row.entry];
            entries.push(LegendEntry {
                handle: handle.clone(),
                slot: *slot,
                revision: *revision,
                room: Rect::new(x, baseline - theme::HANDLE_HEIGHT * em, handle_end, baseline),
                text: look.words((*label).into(), em, anchor),
            });
        }
        x += column.width + theme::COLUMN_SPACING * em;
    }
    Some(LegendLayout { frame, corner: theme::CORNER * em, entries })
}

/// The entries of a legend in columns.
struct Table {
    /// The size of the letters, in pixels.
    em: f32,
    columns: Vec<Column>,
    width: f32,
    height: f32,
}

struct Column {
    rows: Vec<Row>,
    width: f32,
}

#[derive(Clone, Copy)]
struct Row {
    /// Its place in the list of entries.
    entry: usize,
    /// How wide its words are.
    width: f32,
    ascent: f32,
    descent: f32,
}

impl Table {
    /// In as few columns as let it stand in the axes, or else in the figure; with smaller letters where there is no room
    /// even then.
    fn fitting(shown: &[Shown<'_>], axes: Rect, figure: Rect, look: Look<'_>) -> Self {
        let em = look.px(FONT_SIZE);
        let inside = axes.height() - 2.0 * theme::AXES_PAD * em;
        let mut fits_figure = None;
        let all = rows(shown, em, look);
        for count in 1..=all.len() {
            let table = Self::new(&all, em, count);
            if table.width > figure.width() {
                break;
            }
            if table.height <= inside {
                return table;
            }
            if fits_figure.is_none() && table.height <= figure.height() {
                fits_figure = Some(table);
            }
        }
        fits_figure.unwrap_or_else(|| {
            let share = |t: &Self| (figure.width() / t.width).min(figure.height() / t.height);
            let mut table = Self::new(&all, em, 1);
            for count in 2..=all.len() {
                let other = Self::new(&all, em, count);
                if share(&other) >= share(&table) {
                    table = other;
                }
            }
            // widths of letters are whole pixels, so that it takes more than one step
            while share(&table) < 1.0 && table.em > 1.0 {
                let em = table.em * share(&table).clamp(0.5, 0.98);
                table = Self::new(&rows(shown, em, look), em, table.columns.len());
            }
            table
        })
    }

    fn new(all: &[Row], em: f32, count: usize) -> Self {
        let (each, longer) = (all.len() / count, all.len() % count);
        let (mut columns, mut from) = (Vec::with_capacity(count), 0);
        let (mut width, mut height) = (0.0, 0.0);
        for k in 0..count {
            let to = from + each + usize::from(k < longer);
            let column = Column::new(&all[from..to], em);
            width += column.width;
            height = f32::max(height, column.height(em));
            columns.push(column);
            from = to;
        }
        let gaps = 2.0 * theme::BORDER_PAD + theme::COLUMN_SPACING * (count - 1) as f32;
        Self { em, columns, width: em * gaps + width, height }
    }
}

impl Column {
    fn new(rows: &[Row], em: f32) -> Self {
        let mut width: f32 = 0.0;
        for row in rows {
            width = width.max(row.width);
        }
        Self { rows: rows.to_vec(), width: width + em * (theme::HANDLE_LENGTH + theme::HANDLE_TEXT_PAD) }
    }

    /// With the border of the legend above and below.
    fn height(&self, em: f32) -> f32 {
        let spaces = theme::LABEL_SPACING * self.rows.len().saturating_sub(1) as f32;
        let mut words = 0.0;
        for row in &self.rows {
            words += row.ascent + row.descent;
        }
        em * (2.0 * theme::BORDER_PAD + spaces) + words
    }
}

/// How much room the words of all entries take: measured once, since columns are tried in many ways.
fn rows(shown: &[Shown<'_>], em: f32, look: Look<'_>) -> Vec<Row> {
    let mut rows = Vec::with_capacity(shown.len());
    for (entry, shown) in shown.iter().enumerate() {
        let text = look.measure(shown.label, em);
        let ascent = (text.height - text.descent).max(theme::HANDLE_HEIGHT * em);
        rows.push(Row { entry, width: text.width, ascent, descent: text.descent });
    }
    rows
}

/// The first of the fixed places that covers the least: points inside count one each, and so does a line that runs
/// through, and a box that is touched; but what is taken by others counts more than all of that.
fn best(around: &Around<'_>, mut obstacles: Obstacles, at: impl Fn(LegendLoc) -> Rect) -> Rect {
    for (axes, projection) in &around.data {
        for (_, slot) in axes.visible() {
            slot.artist().obstacles(projection, &mut obstacles);
        }
    }
    let badness = |rect: Rect| {
        let inside = |p: &Point| usize::from(p.x > rect.x0 && p.x < rect.x1 && p.y > rect.y0 && p.y < rect.y1);
        let mut bad = 0;
        for taken in &around.taken {
            bad += if overlap(*taken, rect) { TAKEN } else { 0 };
        }
        for point in &obstacles.points {
            bad += inside(point);
        }
        for line in &obstacles.lines {
            for point in line {
                bad += inside(point);
            }
            bad += usize::from(line.windows(2).any(|w| crosses(w[0], w[1], rect)));
        }
        for taken in &obstacles.boxes {
            bad += usize::from(overlap(*taken, rect));
        }
        bad
    };
    let mut least = (usize::MAX, at(LegendLoc::FIXED[0]));
    for loc in LegendLoc::FIXED {
        let rect = at(loc);
        let bad = badness(rect);
        if bad == 0 {
            return rect;
        }
        if bad < least.0 {
            least = (bad, rect);
        }
    }
    least.1
}

/// What is taken counts as so many points.
const TAKEN: usize = 1 << 24;

/// Whether the segment from `a` to `b` has a point in `rect` (Liang and Barsky's clipping).
fn crosses(a: Point, b: Point, rect: Rect) -> bool {
    if !(a.is_finite() && b.is_finite()) {
        return false;
    }
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let (mut from, mut to) = (0.0_f32, 1.0_f32);
    for (p, q) in [(-dx, a.x - rect.x0), (dx, rect.x1 - a.x), (-dy, a.y - rect.y0), (dy, rect.y1 - a.y)] {
        if p == 0.0 {
            if q < 0.0 {
                return false;
            }
        } else if p < 0.0 {
            from = from.max(q / p);
        } else {
            to = to.min(q / p);
        }
    }
    from <= to
}

#[cfg(test)]
mod tests;
