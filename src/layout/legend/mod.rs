//! Legends: their entries, their size, and where they stand.

mod best;
mod entries;
mod figure;
mod outside;
mod table;

pub(super) use figure::{of_figure, overlapped};
pub(super) use outside::{GIVEN, lacking, place_outside};

use crate::artist::{LegendHandle, Obstacles};
use crate::figure::{Figure, Legend, LegendLoc};
use crate::geom::{Point, Rect};
use crate::layout::AxesLayout;
use crate::layout::words::{Look, PlacedText};
use crate::style::{Color, theme};
use crate::text::{Anchor, HAlign, VAlign};

use best::{Around, best};
use entries::{Shown, shown};
use table::{Limit, Table, handle_reach};

/// A legend as it is drawn.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct LegendLayout {
    /// Its frame, in pixels.
    pub frame: Rect,
    /// The radius of the frame's corners, in pixels.
    pub corner: f32,
    /// The colour behind it; transparent if it has no frame.
    pub face: Color,
    /// The colour of its frame; transparent if it has none.
    pub edge: Color,
    /// Its title.
    pub title: Option<PlacedText>,
    /// Its entries, column by column, from top to bottom.
    pub entries: Vec<LegendEntry>,
    /// If it stands beside its axes: how far what is around them reaches out on that side.
    pub(crate) away: Option<f64>,
}

/// One entry of a legend. Two are equal if all that is placed is, whatever an artist paints there itself.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct LegendEntry {
    /// What is drawn beside the words, unless the artist paints it itself.
    pub handle: LegendHandle,
    /// The position of the artist's axes in the figure.
    pub(crate) owner: usize,
    /// The position of the artist in its axes.
    pub(crate) slot: usize,
    /// Whether it is one of several of its artist: then the handle is all there is.
    pub(crate) part: bool,
    /// Which content it has: a handle that it paints itself may show all of it.
    pub(crate) revision: u64,
    /// Where it starts and ends; `y1` is the words' baseline, unless handles have another height than usual. In pixels.
    pub room: Rect,
    /// The words.
    pub text: PlacedText,
}

impl PartialEq for LegendEntry {
    fn eq(&self, other: &Self) -> bool {
        let Self { handle, owner, slot, part, revision: _, room, text } = self;
        (handle, owner, *slot, *part, room, text)
            == (&other.handle, &other.owner, other.slot, other.part, &other.room, &other.text)
    }
}

/// Puts the legends into their axes: where that is left to them, clear of the data of all axes in the same box, of their
/// legends, and of insets. Those beside their axes are there already.
pub(super) fn place(fig: &Figure, axes: &mut [AxesLayout], look: Look<'_>) {
    // those that have a place first, so that others keep clear of them
    place_some(fig, axes, look, false);
    place_some(fig, axes, look, true);
}

fn place_some(fig: &Figure, axes: &mut [AxesLayout], look: Look<'_>, free: bool) {
    for at in 0..axes.len() {
        let owner = axes[at].owner;
        let own = fig.axes_at(owner).filter(|_| axes[at].colors.is_none());
        let Some(legend) = own.and_then(|own| own.legend.as_ref()).filter(|legend| legend.outside.is_none()) else {
            continue;
        };
        if (legend.loc == LegendLoc::Best) != free {
            continue;
        }
        let base = fig.boxed_in(owner);
        let mut around = Around { data: Vec::new(), taken: Vec::new() };
        if free {
            for other in axes.iter().filter(|a| a.colors.is_none()) {
                if fig.boxed_in(other.owner) == base {
                    around.data.extend(fig.axes_at(other.owner).map(|axes| (axes, &other.projection)));
                    around.taken.extend(other.legend.as_ref().map(|legend| legend.frame));
                } else if fig.stands_in(other.owner, base) {
                    around.taken.push(other.extent());
                }
            }
        }
        let placed = inside(fig, legend, owner, axes[at].area, &around, look);
        axes[at].legend = placed;
    }
}

/// A legend in its axes, or wherever it is anchored.
fn inside(
    fig: &Figure,
    legend: &Legend,
    owner: usize,
    area: Rect,
    around: &Around<'_>,
    look: Look<'_>,
) -> Option<LegendLayout> {
    let shown = shown(fig, legend, &[owner]);
    if shown.is_empty() {
        return None;
    }
    let figure = whole(look);
    let pad = legend.pads.axes * look.px(legend.fontsize.unwrap_or(theme::LEGEND_SIZE));
    let limit = Limit { width: figure.width(), height: area.height() - 2.0 * pad, figure, wide: false };
    let mut table = Table::fitting(&shown, legend, limit, look);
    let room = legend.anchor.map_or(area, |anchor| part(area, anchor)).expanded(-legend.pads.axes * table.em);
    if legend.expand {
        table.width = table.width.max(room.width());
    }
    let at = |loc: LegendLoc| stand(&table, loc.shares(), room, figure, legend.anchor.is_some());
    let frame = match legend.loc {
        LegendLoc::Best => {
            best(around, Obstacles::new(area, look.size, look.pixels_per_point, (look.fonts, Some(look.theme))), at)
        }
        fixed => at(fixed),
    };
    Some(filled(frame, &table, &shown, legend, look))
}

/// All of the figure.
fn whole(look: Look<'_>) -> Rect {
    Rect::new(0.0, 0.0, look.size.width as f32, look.size.height as f32)
}

/// A box that is given in shares of another one, from the lower left.
fn part(area: Rect, [left, bottom, width, height]: [f64; 4]) -> Rect {
    let x = |share: f64| (f64::from(area.x0) + share * f64::from(area.width())) as f32;
    let y = |share: f64| (f64::from(area.y1) - share * f64::from(area.height())) as f32;
    Rect::new(x(left), y(bottom + height), x(left + width), y(bottom))
}

/// A table at these shares of the free room, from the left and from the top. One that is larger than its axes, or stands anywhere else,
/// stays in the figure.
fn stand(table: &Table, (right, down): (f32, f32), room: Rect, figure: Rect, anywhere: bool) -> Rect {
    let Table { width, height, .. } = *table;
    let x0 = room.x0 + (room.width() - width) * right;
    let y0 = room.y0 + (room.height() - height) * down;
    let x0 = if anywhere || width > room.width() { x0.min(figure.x1 - width).max(figure.x0) } else { x0 };
    let y0 = if anywhere || height > room.height() { y0.min(figure.y1 - height).max(figure.y0) } else { y0 };
    Rect::new(x0, y0, x0 + width, y0 + height)
}

/// The legend whose frame stands there.
fn filled(frame: Rect, table: &Table, shown: &[Shown], legend: &Legend, look: Look<'_>) -> LegendLayout {
    let (em, pads) = (table.em, &legend.pads);
    let mut top = frame.y0 + pads.border * em;
    let words = |text: &str, size: f32, at: Point, ha: HAlign| {
        let anchor = Anchor { at, ha, va: VAlign::Baseline, angle: 0.0 };
        let mut words = look.words(text.to_owned(), size, anchor);
        words.color = legend.labelcolor;
        words
    };
    let title = table.title.as_ref().map(|(size, row)| {
        let at = Point::new(frame.center().x, top + row.ascent);
        top += row.ascent + row.descent + pads.label_spacing * em;
        words(&legend.title, *size, at, HAlign::Center)
    });
    let free = frame.width() - 2.0 * pads.border * em - table.inner;
    let (mut x, mut between) = (frame.x0 + pads.border * em, pads.columns * em);
    match table.columns.len() {
        n if legend.expand && n > 1 => between += free / (n - 1) as f32,
        _ if legend.expand => {}
        _ => x += free / 2.0,
    }
    let (above, below) = handle_reach(legend);
    let mut entries = Vec::with_capacity(shown.len());
    for column in &table.columns {
        let mut y = top;
        let handle_end = x + pads.handle_length * em;
        for row in &column.rows {
            let baseline = y + row.ascent;
            y = baseline + row.descent + pads.label_spacing * em;
            let Shown { owner, slot, part, revision, handle, label } = &shown[row.entry];
            entries.push(LegendEntry {
                handle: handle.clone(),
                owner: *owner,
                slot: *slot,
                part: *part,
                revision: *revision,
                room: Rect::new(x, baseline - above * em, handle_end, baseline + below * em),
                text: words(label, em, Point::new(handle_end + pads.handle_text * em, baseline), HAlign::Left),
            });
        }
        x += column.width + between;
    }
    let seen = |color: Color| {
        if legend.frame {
            color.with_alpha(legend.framealpha.unwrap_or(look.theme.legend_alpha))
        } else {
            Color::TRANSPARENT
        }
    };
    let (face, edge) = (seen(legend.face), seen(legend.edge));
    LegendLayout { frame, corner: theme::legend::CORNER * em, face, edge, title, entries, away: None }
}
