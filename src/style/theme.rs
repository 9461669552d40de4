//! The default look: matplotlib's default style, as lengths in points (1/72 inch) and colours.

use crate::style::Color;

/// Size of ordinary letters.
pub(crate) const FONT_SIZE: f32 = 10.0;
/// Size of titles.
pub(crate) const TITLE_SIZE: f32 = 12.0;
/// Width of a line.
pub(crate) const LINE_WIDTH: f32 = 1.5;
/// Size of a marker.
pub(crate) const MARKER_SIZE: f32 = 6.0;
/// Width of a marker's edge.
pub(crate) const MARKER_EDGE_WIDTH: f32 = 1.0;
/// Width of the border of a bar or a patch.
pub(crate) const PATCH_EDGE_WIDTH: f32 = 1.0;
/// How wide a bar is, in units of its axis.
pub(crate) const BAR_WIDTH: f64 = 0.8;
/// Between the end of a lying bar and what is written there.
pub(crate) const BAR_LABEL_PAD: f32 = 2.0;
/// Area of a scatter's marker, in points squared.
pub(crate) const SCATTER_SIZE: f64 = 36.0;
/// Width of the edge of a scatter's marker that has an inside; others are lines.
pub(crate) const SCATTER_EDGE_WIDTH: f32 = 1.0;
/// Width of spines, ticks and grid lines.
pub(crate) const FRAME_WIDTH: f32 = 0.8;
/// Length of a tick.
pub(crate) const TICK_LENGTH: f32 = 3.5;
/// Between a tick and its label.
pub(crate) const TICK_PAD: f32 = 3.5;
/// Length of a minor tick.
pub(crate) const MINOR_TICK_LENGTH: f32 = 2.0;
/// Width of a minor tick.
pub(crate) const MINOR_TICK_WIDTH: f32 = 0.6;
/// Between tick labels and an axis label.
pub(crate) const LABEL_PAD: f32 = 4.0;
/// Between the axes and their title.
pub(crate) const TITLE_PAD: f32 = 6.0;
/// Between the tick labels and the text of their common offset.
pub(crate) const OFFSET_PAD: f32 = 3.0;
/// Around axes for which room is made, and under the title of such a figure.
pub(crate) const CONSTRAINED_PAD: f32 = 3.0;
/// From the upper border to the title of a figure, as a share of its height.
pub(crate) const SUPTITLE_TOP: f32 = 0.02;
/// Grid lines.
pub(crate) const GRID_COLOR: Color = Color::rgb(0xb0, 0xb0, 0xb0);

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
    pub(crate) const FRAME_WIDTH: f32 = 1.0;
    /// What is behind the entries: white, a fifth of what is below showing through.
    pub(crate) const FACE: Color = Color::rgba(255, 255, 255, 204);
    /// The frame.
    pub(crate) const EDGE: Color = Color::rgba(204, 204, 204, 204);
}
