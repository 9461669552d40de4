//! What no backend can draw becomes pixels: it is drawn by the kernels of the raster, on black and on white, which tells what
//! is seen and how much of it.

use crate::canvas::{Frame, Raster, Tools};
use crate::geom::{Clip, Size};
use crate::plotters::calls::Calls;
use crate::style::Color;
use crate::surface::{Inside, Surface};

/// The figure's pixels, on which nothing is drawn between two uses.
pub(super) struct Pixels {
    black: Frame,
    white: Frame,
    tools: Tools,
}

impl Pixels {
    pub(super) fn new(size: Size) -> Self {
        let mut black = Frame::new(size.width, size.height);
        black.clear(Color::BLACK);
        Self { black, white: Frame::new(size.width, size.height), tools: Tools::default() }
    }

    /// Draws within clips, the outer ones first.
    pub(super) fn draw(&mut self, clips: &[Inside<'_>], draw: &mut dyn FnMut(&mut dyn Surface)) {
        for frame in [&mut self.black, &mut self.white] {
            let mut to = Raster::new(frame, &mut self.tools);
            for clip in clips {
                to.push_clip(*clip);
            }
            draw(&mut to);
            for _ in clips {
                to.pop_clip();
            }
        }
    }

    /// Hands the pixels of a window on, and forgets them: as bitmaps where they are opaque, else one by one.
    pub(super) fn hand_on(&mut self, window: Clip, to: &mut dyn Calls) {
        let mut block = Block::default();
        for y in window.y0..window.y1 {
            let mut opaque: Vec<(i32, i32)> = Vec::new();
            for x in window.x0..window.x1 {
                let color = self.take(x, y);
                match (color.a, opaque.last_mut()) {
                    (255, Some(run)) if run.1 == x => run.1 += 1,
                    (255, _) => opaque.push((x, x + 1)),
                    (0, _) => continue,
                    _ => {
                        to.pixel((x, y), color);
                        continue;
                    }
                }
                block.row.extend_from_slice(&color.channels());
            }
            block.add(y, opaque, to);
        }
        block.hand_on(to);
    }

    /// What was drawn to a pixel.
    fn take(&mut self, x: i32, y: i32) -> Color {
        let from = x as usize * 3;
        let dark = &mut self.black.row_mut(y as usize)[from..from + 3];
        let light = &mut self.white.row_mut(y as usize)[from..from + 3];
        let mut through = 255;
        for (dark, light) in dark.iter().zip(&*light) {
            through = light.saturating_sub(*dark).min(through);
        }
        let alpha = 255 - through;
        let level = |dark: u8| (u32::from(dark) * 255).checked_div(alpha.into()).unwrap_or(0).min(255) as u8;
        let color = Color::rgba(level(dark[0]), level(dark[1]), level(dark[2]), alpha);
        dark.fill(0);
        light.fill(255);
        color
    }
}

/// Rows whose opaque pixels lie one under the other.
#[derive(Default)]
struct Block {
    top: i32,
    runs: Vec<(i32, i32)>,
    rows: Vec<Vec<u8>>,
    /// The row at hand: the bytes of its runs, one after the other.
    row: Vec<u8>,
}

impl Block {
    fn add(&mut self, y: i32, runs: Vec<(i32, i32)>, to: &mut dyn Calls) {
        let row = std::mem::take(&mut self.row);
        if runs != self.runs {
            self.hand_on(to);
            (self.top, self.runs) = (y, runs);
        }
        self.rows.push(row);
    }

    fn hand_on(&mut self, to: &mut dyn Calls) {
        let mut begin = 0;
        for &(x0, x1) in &self.runs {
            let end = begin + (x1 - x0) as usize * 3;
            let mut rgb = Vec::with_capacity((end - begin) * self.rows.len());
            for row in &self.rows {
                rgb.extend_from_slice(&row[begin..end]);
            }
            to.bitmap((x0, self.top), Size::new((x1 - x0) as u32, self.rows.len() as u32), &rgb);
            begin = end;
        }
        self.rows.clear();
        self.runs.clear();
    }
}
