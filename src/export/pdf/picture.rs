//! What stays pixels: images with their opacity beside them.

use crate::export::finer::{Pixels, cells_pixels, mesh_pixels};
use crate::export::number::number;
use crate::export::pdf::Pdf;
use crate::export::pdf::file::Ref;
use crate::export::tile::Tile;
use crate::geom::{Point, Size};
use crate::style::Color;
use crate::surface::{CellGrid, Picture, reach};

impl Pdf {
    pub(super) fn add_picture(&mut self, picture: &Picture<'_>) {
        let Some(tile) = Tile::of(picture, self.around(), reach(self.size, 0.0)) else { return };
        let Tile { x, y, .. } = tile;
        let alpha = (picture.alpha.min(1.0) * 255.0).round() as u8;
        self.embed(&tile.rgba, tile.size, (x.0, y.0), (x.1 - x.0, y.1 - y.0), alpha);
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
        self.embed(&pixels.rgba, pixels.size, at, (room.width().into(), room.height().into()), 255);
    }

    /// Shows an image: four bytes a pixel, where it is, how wide and high, and how opaque as a whole.
    fn embed(&mut self, rgba: &[u8], size: Size, at: (f64, f64), room: (f64, f64), alpha: u8) {
        let pixels = rgba.as_chunks::<4>().0;
        let mask = pixels.iter().any(|pixel| pixel[3] < 255).then(|| self.image(rgba, size, 3..4, None));
        let image = self.image(rgba, size, 0..3, mask);
        self.objects.push(image);
        let index = self.objects.len() - 1;
        self.content.fill_alpha(alpha);
        self.content.keep();
        // an image is a square of one, its upper side at 1
        self.content.transform([room.0, 0.0, 0.0, -room.1, at.0, at.1 + room.1], 3);
        self.content.show('X', index);
        self.content.restore();
    }

    /// An image of some of the channels.
    fn image(&mut self, rgba: &[u8], size: Size, channels: std::ops::Range<usize>, mask: Option<Ref>) -> Ref {
        let mut entries = String::from("/Type/XObject/Subtype/Image/BitsPerComponent 8/Interpolate false/ColorSpace/");
        entries.push_str(if channels.len() == 1 { "DeviceGray" } else { "DeviceRGB" });
        // each row is written as its difference to the one above, as PNG does it
        entries.push_str("/DecodeParms<</Predictor 15/Colors ");
        let (width, height) = (f64::from(size.width), f64::from(size.height));
        for (name, value) in
            [("", channels.len() as f64), ("/Columns ", width), (">>/Width ", width), ("/Height ", height)]
        {
            entries.push_str(name);
            number(&mut entries, value, 0);
        }
        if let Some(mask) = mask {
            entries.push_str("/SMask ");
            mask.write(&mut entries);
        }
        let row = size.width as usize * 4;
        let mut data = Vec::with_capacity((size.width as usize * channels.len() + 1) * size.height as usize);
        for from in (0..rgba.len()).step_by(row) {
            data.push(2);
            for at in (from..from + row).step_by(4) {
                for channel in channels.clone() {
                    let above = if from > 0 { rgba[at + channel - row] } else { 0 };
                    data.push(rgba[at + channel].wrapping_sub(above));
                }
            }
        }
        self.file.stream(&entries, &data)
    }
}
