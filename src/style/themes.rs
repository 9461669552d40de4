//! Themes: how all looks that was not told how.

mod known;

use super::color::Role;
use super::color_names::TABLEAU;
use super::theme;
use super::{Color, Colormap, LineStyle, Marker, TickDirection};

/// How all of a figure looks that was not told how: colours, and lengths in points (1/72 inch).
///
/// A theme is the figure's ([`Figure::set_theme`](crate::Figure::set_theme)), and reaches whatever is in it, also what was added
/// before; what a program has set stays as it was set. It changes nothing else: places, limits and data are the same, and so
/// are ticks where words are of the same size.
///
/// An artist that was not told tells matplotlib's: `get_color()` is its colour in matplotlib's cycle, which goes on being the theme's where it is
/// handed on, and `get_linewidth()` is 1.5, which is a number like any other. What is drawn is said by [`color`](Theme::color) and the fields here.
///
/// The fields are matplotlib's `rcParams` of the names that stand beside them.
///
/// ```
/// use grabframe::prelude::*;
/// let mut fig = Figure::new();
/// let ax = fig.add_axes();
/// let line = fig[ax].plot([0.0, 1.0], [1.0, 0.0]);
/// fig.set_theme("dark");                      // or Theme::dark()
/// let mut own = Theme::paper();
/// own.line_width = 0.8;
/// own.cycle = Theme::petroff10();
/// fig.set_theme(own);
/// assert_eq!(fig.get_theme().line_width, 0.8);
/// # fig[line].set_color("red");
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Theme {
    /// Around the axes: `figure.facecolor`.
    pub figure_face: Color,
    /// Behind the data, and in the cells of tables: `axes.facecolor`.
    pub axes_face: Color,
    /// Titles and other words: `text.color`.
    pub text_color: Color,
    /// The words along axes: `axes.labelcolor`.
    pub label_color: Color,
    /// The words at ticks: `xtick.labelcolor`.
    pub tick_label_color: Color,
    /// Ticks: `xtick.color`.
    pub tick_color: Color,
    /// The lines around axes: `axes.edgecolor`.
    pub spine_color: Color,
    /// Borders, arrows, hatches, boxes of box plots: `patch.edgecolor`, `hatch.color` and so on.
    pub edge_color: Color,
    /// Whether there are lines across axes: `axes.grid`.
    pub grid: bool,
    /// The lines across axes: `grid.color`.
    pub grid_color: Color,
    /// Behind the entries of a legend: `legend.facecolor`.
    pub legend_face: Color,
    /// How opaque the frame of a legend is, and what is behind its entries, 0 to 1: `legend.framealpha`.
    pub legend_alpha: f32,
    /// The frame of a legend: `legend.edgecolor`.
    pub legend_edge: Color,
    /// The colours that artists take in turn: `axes.prop_cycle`. If it is empty, they are the edges' colour.
    pub cycle: Vec<Color>,
    /// The styles of lines that take their turn in the cycle; empty, the default: they are solid.
    pub linestyles: Vec<LineStyle>,
    /// The markers of lines that take their turn in the cycle; empty, the default: they have none.
    pub markers: Vec<Marker>,
    /// The colormap of values: `image.cmap`.
    pub cmap: Colormap,
    /// On which sides there is a line of the frame: below, above, at the left and at the right: `axes.spines.bottom` and so on.
    pub spines: [bool; 4],

    /// The size of texts, annotations and other words of data: `font.size`.
    pub font_size: f32,
    /// The size of titles: `axes.titlesize`.
    pub title_size: f32,
    /// The size of the title over all axes: `figure.titlesize`.
    pub suptitle_size: f32,
    /// The size of the words along axes: `axes.labelsize`.
    pub label_size: f32,
    /// The size of the words at ticks: `xtick.labelsize`.
    pub tick_size: f32,
    /// The size of the words in legends: `legend.fontsize`.
    pub legend_size: f32,

    /// The width of lines: `lines.linewidth`.
    pub line_width: f32,
    /// The size of markers: `lines.markersize`. Those of a scatter have the square of it as their area.
    pub marker_size: f32,
    /// The width of markers' edges: `lines.markeredgewidth`.
    pub marker_edge_width: f32,
    /// The width of borders: `patch.linewidth`.
    pub patch_edge_width: f32,
    /// The width of the lines around axes: `axes.linewidth`.
    pub spine_width: f32,
    /// The width of the lines across axes: `grid.linewidth`.
    pub grid_width: f32,
    /// The width of the frame of a legend.
    pub legend_edge_width: f32,
    /// The width of ticks: `xtick.major.width`.
    pub tick_width: f32,
    /// To which side of the frame ticks point: `xtick.direction`.
    pub tick_direction: TickDirection,
    /// The length of ticks: `xtick.major.size`.
    pub tick_length: f32,
    /// Between a tick and its label: `xtick.major.pad`.
    pub tick_pad: f32,
    /// The width of small ticks: `xtick.minor.width`.
    pub minor_tick_width: f32,
    /// The length of small ticks: `xtick.minor.size`.
    pub minor_tick_length: f32,
    /// Between the words at ticks and those along the axis: `axes.labelpad`.
    pub label_pad: f32,
    /// Between the axes and their title: `axes.titlepad`.
    pub title_pad: f32,
}

impl Theme {
    /// matplotlib's default. It is a figure's own.
    #[must_use]
    pub fn matplotlib() -> Self {
        let mut cycle = Vec::with_capacity(TABLEAU.len());
        for (_, value) in &TABLEAU {
            cycle.push(Color::hex(*value));
        }
        Self {
            figure_face: Color::WHITE,
            axes_face: Color::WHITE,
            text_color: Color::BLACK,
            label_color: Color::BLACK,
            tick_label_color: Color::BLACK,
            tick_color: Color::BLACK,
            spine_color: Color::BLACK,
            edge_color: Color::BLACK,
            grid: false,
            grid_color: Color::rgb(0xb0, 0xb0, 0xb0),
            legend_face: Color::WHITE,
            legend_alpha: 0.8,
            legend_edge: Color::rgb(204, 204, 204),
            cycle,
            linestyles: Vec::new(),
            markers: Vec::new(),
            cmap: Colormap::VIRIDIS,
            spines: [true; 4],
            font_size: 10.0,
            title_size: 12.0,
            suptitle_size: 12.0,
            label_size: 10.0,
            tick_size: 10.0,
            legend_size: 10.0,
            line_width: 1.5,
            marker_size: 6.0,
            marker_edge_width: 1.0,
            patch_edge_width: 1.0,
            spine_width: 0.8,
            grid_width: 0.8,
            legend_edge_width: 1.0,
            tick_width: 0.8,
            tick_direction: TickDirection::Out,
            tick_length: 3.5,
            tick_pad: 3.5,
            minor_tick_width: 0.6,
            minor_tick_length: 2.0,
            label_pad: 4.0,
            title_pad: 6.0,
        }
    }

    /// What a colour is drawn as: its own channels, or those that this theme has for the part that it plays.
    #[must_use]
    pub fn color(&self, color: Color) -> Color {
        if color.role() == Role::OWN {
            return color;
        }
        let own = self.role(color.role());
        if color.a == 255 { own } else { own.with_alpha(f32::from(color.a) / 255.0) }
    }

    fn role(&self, role: Role) -> Color {
        if let Some(turn) = role.in_cycle() {
            return match self.cycle.len() {
                0 => self.edge_color,
                n => self.cycle[turn % n].playing(Role::OWN),
            };
        }
        let all = [
            (theme::TEXT, self.text_color),
            (theme::LABEL, self.label_color),
            (theme::TICK_LABEL, self.tick_label_color),
            (theme::TICK, self.tick_color),
            (theme::SPINE, self.spine_color),
            (theme::EDGE, self.edge_color),
            (theme::FIGURE_FACE, self.figure_face),
            (theme::AXES_FACE, self.axes_face),
            (theme::GRID_COLOR, self.grid_color),
            (theme::legend::FACE, self.legend_face),
            (theme::legend::EDGE, self.legend_edge),
        ];
        let mut found = self.edge_color;
        for (of, color) in &all {
            if of.role() == role {
                found = *color;
            }
        }
        // what a program wrote there may itself be a part of a theme
        found.playing(Role::OWN)
    }

    /// The style of a line in its turn.
    pub(crate) fn linestyle_in_turn(&self, turn: usize) -> Option<&LineStyle> {
        self.linestyles.get(turn.checked_rem(self.linestyles.len())?)
    }

    /// The marker of a line in its turn.
    pub(crate) fn marker_in_turn(&self, turn: usize) -> Option<&Marker> {
        self.markers.get(turn.checked_rem(self.markers.len())?)
    }

    /// This theme, if it can be drawn.
    ///
    /// # Panics
    /// If a length is negative, not finite or above 1000, or an opacity is not a share.
    #[track_caller]
    pub(crate) fn checked(self) -> Self {
        for points in self.lengths() {
            assert!((0.0..=1000.0).contains(&points), "a theme has lengths from 0 to 1000 points, not {points}");
        }
        let alpha = self.legend_alpha;
        assert!((0.0..=1.0).contains(&alpha), "the opacity of legends is a fraction from 0 to 1, not {alpha}");
        self
    }

    /// How long something is drawn: as it says, or as this theme has it.
    pub(crate) fn length(&self, points: f32) -> f32 {
        match mark(points) {
            Some(at) => self.lengths()[at],
            None => points,
        }
    }

    /// The lengths in the order of [`MARKED`].
    const fn lengths(&self) -> [f32; MARKED.len()] {
        [
            self.font_size,
            self.title_size,
            self.suptitle_size,
            self.label_size,
            self.tick_size,
            self.legend_size,
            self.line_width,
            self.marker_size,
            self.marker_edge_width,
            self.patch_edge_width,
            self.spine_width,
            self.grid_width,
            self.legend_edge_width,
            self.tick_width,
            self.tick_length,
            self.tick_pad,
            self.minor_tick_width,
            self.minor_tick_length,
            self.label_pad,
            self.title_pad,
        ]
    }
}

impl Default for Theme {
    /// [`Theme::matplotlib`].
    fn default() -> Self {
        Self::matplotlib()
    }
}

/// All lengths that a theme decides.
const MARKED: [f32; 20] = [
    theme::FONT_SIZE,
    theme::TITLE_SIZE,
    theme::SUPTITLE_SIZE,
    theme::LABEL_SIZE,
    theme::TICK_SIZE,
    theme::LEGEND_SIZE,
    theme::LINE_WIDTH,
    theme::MARKER_SIZE,
    theme::MARKER_EDGE_WIDTH,
    theme::PATCH_EDGE_WIDTH,
    theme::FRAME_WIDTH,
    theme::GRID_WIDTH,
    theme::legend::FRAME_WIDTH,
    theme::TICK_WIDTH,
    theme::TICK_LENGTH,
    theme::TICK_PAD,
    theme::MINOR_TICK_WIDTH,
    theme::MINOR_TICK_LENGTH,
    theme::LABEL_PAD,
    theme::TITLE_PAD,
];

/// Which of the marked lengths it is.
fn mark(points: f32) -> Option<usize> {
    // the last bits of a length that a program wrote are hardly ever one of these
    if !theme::may_be_marked(points) {
        return None;
    }
    MARKED.iter().position(|length| length.to_bits() == points.to_bits())
}

/// A length as it is told to programs: without a mark, as matplotlib has it.
pub(crate) fn plain(points: f32) -> f32 {
    if mark(points).is_some() { (points * 1e3).round() / 1e3 } else { points }
}

/// The same of a list.
pub(crate) fn plain_all(points: &[f32]) -> &[f32] {
    match points {
        [one] if mark(*one).is_some() => &[1.5],
        _ => points,
    }
}

#[cfg(test)]
mod tests;
