//! The themes that there are, and their colours.

use super::Theme;
use crate::style::{Color, Colormap, TickDirection, named};

impl Theme {
    /// Light on dark, for screens in dark rooms: the sizes are those of [`matplotlib`](Theme::matplotlib), so that all stands where
    /// it does there. The colours are those of matplotlib's style `dark_background`, on a gray that is nearly black.
    #[must_use]
    pub fn dark() -> Self {
        let (face, words) = (Color::hex(0x15181c), Color::hex(0xe8e8e8));
        let mut theme = Self {
            figure_face: face,
            axes_face: face,
            spine_color: Color::hex(0x9aa0a6),
            tick_color: Color::hex(0x9aa0a6),
            grid_color: Color::hex(0x3c4248),
            legend_face: Color::hex(0x24282d),
            legend_edge: Color::hex(0x5f666d),
            cycle: colors(&DARK),
            ..Self::matplotlib()
        };
        (theme.text_color, theme.edge_color) = (words, words);
        (theme.label_color, theme.tick_label_color) = (words, words);
        theme
    }

    /// For a column of a journal, in figures some 3.4 inches wide: words of 7 and 8 points, thin lines, small ticks, and colours that all
    /// eyes tell apart ([`okabe_ito`](Theme::okabe_ito)).
    #[must_use]
    pub fn paper() -> Self {
        Self {
            legend_alpha: 1.0,
            cycle: Self::okabe_ito(),
            cmap: Colormap::CIVIDIS,
            font_size: 7.0,
            title_size: 8.0,
            suptitle_size: 9.0,
            label_size: 8.0,
            tick_size: 7.0,
            legend_size: 7.0,
            line_width: 1.0,
            marker_size: 3.5,
            marker_edge_width: 0.6,
            patch_edge_width: 0.6,
            spine_width: 0.6,
            grid_width: 0.4,
            legend_edge_width: 0.6,
            tick_width: 0.6,
            tick_direction: TickDirection::In,
            tick_length: 2.5,
            tick_pad: 2.0,
            minor_tick_width: 0.4,
            minor_tick_length: 1.5,
            label_pad: 2.0,
            title_pad: 4.0,
            ..Self::matplotlib()
        }
    }

    /// For a room: large words, thick lines, no line at the top and at the right, and colours that all eyes tell apart
    /// ([`petroff10`](Theme::petroff10)).
    #[must_use]
    pub fn slides() -> Self {
        Self {
            grid: true,
            grid_color: Color::hex(0xdddddd),
            cycle: Self::petroff10(),
            spines: [true, false, true, false],
            font_size: 14.0,
            title_size: 18.0,
            suptitle_size: 20.0,
            label_size: 16.0,
            tick_size: 14.0,
            legend_size: 14.0,
            line_width: 3.0,
            marker_size: 9.0,
            marker_edge_width: 1.5,
            patch_edge_width: 1.5,
            spine_width: 1.25,
            grid_width: 1.0,
            legend_edge_width: 1.25,
            tick_width: 1.25,
            tick_length: 6.0,
            tick_pad: 5.0,
            minor_tick_width: 1.0,
            minor_tick_length: 3.5,
            title_pad: 9.0,
            ..Self::matplotlib()
        }
    }

    /// Eight colours that all eyes tell apart (Masataka Okabe and Kei Ito), those that are seen best on white first.
    #[must_use]
    pub fn okabe_ito() -> Vec<Color> {
        colors(&[0x0072b2, 0xd55e00, 0x009e73, 0xcc79a7, 0xe69f00, 0x56b4e9, 0x000000, 0xf0e442])
    }

    /// Ten colours that all eyes tell apart and many find beautiful (Matthew Petroff), as matplotlib's `petroff10` has them.
    #[must_use]
    pub fn petroff10() -> Vec<Color> {
        colors(&PETROFF)
    }
}

named!(Theme, "a theme", [
    "matplotlib" => Theme::matplotlib(),
    "default" => Theme::matplotlib(),
    "dark" => Theme::dark(),
    "dark_background" => Theme::dark(),
    "paper" => Theme::paper(),
    "slides" => Theme::slides(),
]);

const DARK: [u32; 10] =
    [0x8dd3c7, 0xfeffb3, 0xbfbbd9, 0xfa8174, 0x81b1d2, 0xfdb462, 0xb3de69, 0xbc82bd, 0xccebc4, 0xffed6f];

const PETROFF: [u32; 10] =
    [0x3f90da, 0xffa90e, 0xbd1f01, 0x94a4a2, 0x832db6, 0xa96b59, 0xe76300, 0xb9ac70, 0x717581, 0x92dadd];

fn colors(values: &[u32]) -> Vec<Color> {
    let mut colors = Vec::with_capacity(values.len());
    for value in values {
        colors.push(Color::hex(*value));
    }
    colors
}
