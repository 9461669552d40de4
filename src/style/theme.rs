//! The default look: matplotlib's default style, as lengths in points (1/72 inch) and colours.
//!
//! What a [`Theme`](crate::Theme) says otherwise is marked: a colour by its role, a length in its last bits, so that it is told from
//! the same length that a program set, and can be reckoned with all the same. `Theme::color` and `Theme::length` say what
//! is drawn: where artists paint (`artist/painter`) and where the layout makes pixels of points (`Look::px`).

pub(crate) use super::themes::{plain, plain_all};
use crate::style::Color;
use crate::style::color::Role;

/// A length that the theme decides. A mark belongs to one length only.
const fn marked(points: f32, mark: u32) -> f32 {
    f32::from_bits(points.to_bits() & !MARKS | mark)
}

/// The bits of marks.
const MARKS: u32 = 31;

/// Whether a length may be one of those that the theme decides.
pub(crate) const fn may_be_marked(points: f32) -> bool {
    points.to_bits() & MARKS != 0
}

/// The colour of a role.
const fn role(r: u8, g: u8, b: u8, role: u8) -> Color {
    Color::rgb(r, g, b).playing(Role::new(role))
}

/// Words.
pub(crate) const TEXT: Color = role(0, 0, 0, 2);
/// Words along an axis.
pub(crate) const LABEL: Color = role(0, 0, 0, 3);
/// Words at ticks.
pub(crate) const TICK_LABEL: Color = role(0, 0, 0, 4);
/// Ticks.
pub(crate) const TICK: Color = role(0, 0, 0, 5);
/// The lines around axes.
pub(crate) const SPINE: Color = role(0, 0, 0, 6);
/// Borders, hatches, arrows and other lines of data that are black on white.
pub(crate) const EDGE: Color = role(0, 0, 0, 7);
/// Around the axes.
pub(crate) const FIGURE_FACE: Color = role(255, 255, 255, 8);
/// Behind the data.
pub(crate) const AXES_FACE: Color = role(255, 255, 255, 9);

/// Size of words at ticks.
pub(crate) const TICK_SIZE: f32 = marked(10.0, 15);
/// Size of words along axes.
pub(crate) const LABEL_SIZE: f32 = marked(10.0, 16);
/// Size of the words in legends.
pub(crate) const LEGEND_SIZE: f32 = marked(10.0, 17);
/// Size of the title over all axes.
pub(crate) const SUPTITLE_SIZE: f32 = marked(12.0, 18);
/// Width of ticks.
pub(crate) const TICK_WIDTH: f32 = marked(0.8, 19);
/// Width of lines across the axes.
pub(crate) const GRID_WIDTH: f32 = marked(0.8, 20);

/// Size of ordinary letters.
pub(crate) const FONT_SIZE: f32 = marked(10.0, 1);
/// Size of titles.
pub(crate) const TITLE_SIZE: f32 = marked(12.0, 2);
/// Width of a line.
pub(crate) const LINE_WIDTH: f32 = marked(1.5, 3);
/// Size of a marker.
pub(crate) const MARKER_SIZE: f32 = marked(6.0, 4);
/// Width of a marker's edge.
pub(crate) const MARKER_EDGE_WIDTH: f32 = marked(1.0, 5);
/// Width of the border of a bar or a patch.
pub(crate) const PATCH_EDGE_WIDTH: f32 = marked(1.0, 6);
/// Width of the lines of a hatch.
pub(crate) const HATCH_WIDTH: f32 = 1.0;
/// Width of the lines between triangles that have colours.
pub(crate) const TRIANGLE_EDGE_WIDTH: f32 = 0.25;
/// How wide a bar is, in units of its axis.
pub(crate) const BAR_WIDTH: f64 = 0.8;
/// Between the end of a lying bar and what is written there.
pub(crate) const BAR_LABEL_PAD: f32 = 2.0;
/// Between the label of a level line and the line: five pixels of a hundred to the inch.
pub(crate) const CONTOUR_LABEL_PAD: f32 = 3.6;
/// Area of a scatter's marker, in points squared.
pub(crate) const SCATTER_SIZE: f64 = f64::from_bits(36.0_f64.to_bits() | 1);

/// How wide a marker is that has this area, both in points.
pub(crate) fn diameter(area: f64) -> f32 {
    if area == SCATTER_SIZE { MARKER_SIZE } else { area.max(0.0).sqrt() as f32 }
}

/// Width of the edge of a scatter's marker that has an inside; others are lines.
pub(crate) const SCATTER_EDGE_WIDTH: f32 = marked(1.0, 6);
/// Width of the lines around axes.
pub(crate) const FRAME_WIDTH: f32 = marked(0.8, 7);
/// Length of a tick.
pub(crate) const TICK_LENGTH: f32 = marked(3.5, 8);
/// Between a tick and its label.
pub(crate) const TICK_PAD: f32 = marked(3.5, 9);
/// Between a minor tick and its label.
pub(crate) const MINOR_TICK_PAD: f32 = 3.4;
/// Length of a minor tick.
pub(crate) const MINOR_TICK_LENGTH: f32 = marked(2.0, 10);
/// Width of a minor tick.
pub(crate) const MINOR_TICK_WIDTH: f32 = marked(0.6, 11);
/// Between tick labels and an axis label.
pub(crate) const LABEL_PAD: f32 = marked(4.0, 12);
/// Between the axes and their title.
pub(crate) const TITLE_PAD: f32 = marked(6.0, 14);
/// Between the tick labels and the text of their common offset.
pub(crate) const OFFSET_PAD: f32 = 3.0;
/// Around axes for which room is made, and under the title of such a figure.
pub(crate) const CONSTRAINED_PAD: f32 = 3.0;
/// The gaps between such axes together, as a share of the figure, where that is more.
pub(crate) const CONSTRAINED_SPACE: f64 = 0.02;
/// From the upper border to the title of a figure, as a share of its height.
pub(crate) const SUPTITLE_TOP: f32 = 0.02;
/// From the lower border to the words under all axes, as a share of the height.
pub(crate) const SUPXLABEL_BOTTOM: f32 = 0.01;
/// From the left border to the words beside all axes, as a share of the width.
pub(crate) const SUPYLABEL_LEFT: f32 = 0.02;
/// Grid lines.
pub(crate) const GRID_COLOR: Color = role(0xb0, 0xb0, 0xb0, 10);

/// Where the axes are in the figure, as shares of its width and height, the bottom being 0.
pub(crate) const LEFT: f64 = 0.125;
pub(crate) const RIGHT: f64 = 0.9;
pub(crate) const BOTTOM: f64 = 0.11;
pub(crate) const TOP: f64 = 0.88;
/// The gaps between subplots, as a share of their mean width and height.
pub(crate) const WSPACE: f64 = 0.2;
pub(crate) const HSPACE: f64 = 0.2;

/// A colorbar takes this share of its axes' width, ..
pub(crate) const COLORBAR_FRACTION: f64 = 0.15;
/// .. stands off by this share, ..
pub(crate) const COLORBAR_PAD: f64 = 0.05;
/// .. and is so many times as high as wide.
pub(crate) const COLORBAR_ASPECT: f64 = 20.0;

/// Legends; lengths as multiples of the letters' size.
pub(crate) mod legend {
    use super::role;
    use crate::style::Color;

    /// Between the frame and what is in it.
    pub(crate) const BORDER_PAD: f32 = 0.4;
    /// Between the frame and the axes.
    pub(crate) const AXES_PAD: f32 = 0.5;
    /// Between two entries.
    pub(crate) const LABEL_SPACING: f32 = 0.5;
    /// Length of a handle.
    pub(crate) const HANDLE_LENGTH: f32 = 2.0;
    /// Height of a handle.
    pub(crate) const HANDLE_HEIGHT: f32 = 0.7;
    /// Between a handle and its label.
    pub(crate) const HANDLE_TEXT_PAD: f32 = 0.8;
    /// Between two columns.
    pub(crate) const COLUMN_SPACING: f32 = 2.0;
    /// Radius of the frame's corners.
    pub(crate) const CORNER: f32 = 0.2;
    /// Width of the frame, in points.
    pub(crate) const FRAME_WIDTH: f32 = super::marked(1.0, 21);
    /// What is behind the entries: white, a fifth of what is below showing through.
    pub(crate) const FACE: Color = role(255, 255, 255, 11);
    /// The frame.
    pub(crate) const EDGE: Color = role(204, 204, 204, 12);
}
