//! What stays pixels in SVG: images and meshes, as PNGs within the file, placed where their edges are.

use crate::base64::base64;
use crate::encode::png::encode_rgba;
use crate::export::finer::{Pixels, cells_pixels, mesh_pixels};
use crate::export::svg::{Svg, xml};
use crate::export::tile::Tile;
use crate::geom::{Point, Size};
use crate::style::Color;
use crate::surface::{CellGrid, Picture};

impl Svg {
    pub(super) fn add_picture(&mut self, picture: &Picture<'_>) {
        let Some(tile) = Tile::of(picture, self.around(), self.reach(0.0)) else { return };
        let mut looks = String::new();
        if picture.alpha < 1.0 {
            xml::attribute(&mut looks, "opacity", picture.alpha.into());
        }
        if tile.cells {
            // the attribute for those who do not know the property
            looks.push_str(" image-rendering=\"optimizeSpeed\" style=\"image-rendering:pixelated\"");
        }
        let Tile { x, y, .. } = tile;
        self.embed(&tile.rgba, tile.size, (x.0, y.0), (x.1 - x.0, y.1 - y.0), &looks);
    }

    pub(super) fn add_cells(&mut self, cells: &CellGrid<'_>) {
        if let Some(pixels) = cells_pixels(self.around(), cells) {
            self.add_pixels(&pixels);
        }
    }

    pub(super) fn add_mesh(&mut self, points: &[Point], colors: &[Color], triangles: &[[u32; 3]]) {
        if let Some(pixels) = mesh_pixels(self.around(), points, colors, triangles) {
            self.add_pixels(&pixels);
        }
    }

    pub(super) fn add_pixels(&mut self, pixels: &Pixels) {
        let room = pixels.room;
        let at = (room.x0.into(), room.y0.into());
        self.embed(&pixels.rgba, pixels.size, at, (room.width().into(), room.height().into()), "");
    }

    /// An image element: pixels with their opacity, where they are, how wide and high.
    fn embed(&mut self, rgba: &[u8], size: Size, at: (f64, f64), room: (f64, f64), looks: &str) {
        // of pixels in memory a PNG can always be made
        let Ok(png) = encode_rgba(rgba, size) else { return };
        self.out.push_str("<image");
        for &(name, value) in &[("x", at.0), ("y", at.1), ("width", room.0), ("height", room.1)] {
            xml::attribute(&mut self.out, name, value);
        }
        self.out.push_str(looks);
        self.out.push_str(" preserveAspectRatio=\"none\" xlink:href=\"data:image/png;base64,");
        base64(&mut self.out, &png);
        self.out.push_str("\"/>\n");
    }
}
