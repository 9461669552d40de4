//! A line of words as plotters wants them: a backend with pixels is handed those that our own kernels make, one with words of
//! its own (SVG) the family, the size and the place.
//!
//! Sizes of plotters are 1.24 times the em, which `SVGBackend` undoes; it puts the baseline 0.76 em below the top of words. A
//! backend with pixels asks for a box and draws from its corner; both are made so that the letters come to the pixels that
//! they have in our pictures.

use std::convert::Infallible;

use plotters_backend::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{BackendColor, BackendCoord, BackendTextStyle, FontFamily, FontStyle, FontTransform};

use crate::canvas::{Frame, Raster, Tools};
use crate::geom::{Clip, Point, Rect};
use crate::plotters::calls::{At, backend_color};
use crate::style::Color;
use crate::surface::Surface;
use crate::text::{Anchor, Face, HAlign, TextLayout, VAlign, Words, bounds, line_origins};

/// plotters' size for an em.
pub(super) const SIZE: f32 = 1.24;
/// The baseline below the top, in em.
const BASELINE: f64 = 0.76;

/// One line.
pub(super) struct Letters<'a> {
    pub(super) words: Words<'a>,
    /// Where our own letters go: the left end of the baseline.
    anchor: Anchor,
    /// How many quarter turns, counter-clockwise.
    quarters: u8,
    color: Color,
    ha: HAlign,
    width: i32,
    /// The anchor as plotters means it.
    pub(super) at: At,
    /// Nothing is drawn outside.
    clip: Clip,
}

impl<'a> Letters<'a> {
    /// A line of words whose pen starts at `origin`, turned by quarters of a turn.
    pub(super) fn new(
        words: Words<'a>,
        anchor: Anchor,
        quarters: u8,
        origin: (f64, f64),
        color: Color,
        clip: Clip,
    ) -> Self {
        let layout = TextLayout::new(&words);
        let own = Anchor { at: Point::default(), ha: HAlign::Left, va: VAlign::Baseline, ..anchor };
        let (turn, mut starts) = line_origins(&layout, own);
        let start = starts.next().unwrap_or_default();
        let at = Point::new((origin.0 - start.0) as f32, (origin.1 - start.1) as f32);
        // which end of the line the turned words are aligned by
        let upright = match anchor.va {
            VAlign::Top => HAlign::Right,
            VAlign::Center | VAlign::CenterBaseline => HAlign::Center,
            VAlign::Baseline | VAlign::Bottom => HAlign::Left,
        };
        let other = |ha: HAlign| match ha {
            HAlign::Left => HAlign::Right,
            HAlign::Center => HAlign::Center,
            HAlign::Right => HAlign::Left,
        };
        let ha = match quarters {
            0 => anchor.ha,
            1 => upright,
            2 => other(anchor.ha),
            _ => other(upright),
        };
        let width = f64::from(layout.width);
        let along = match ha {
            HAlign::Left => 0.0,
            HAlign::Center => width / 2.0,
            HAlign::Right => width,
        };
        let (x, y) = turn.apply(along, -BASELINE * f64::from(words.size));
        let at_pixel = ((origin.0 + x).round() as i32, (origin.1 + y).round() as i32);
        Self {
            words,
            anchor: Anchor { at, ..own },
            quarters,
            color,
            ha,
            width: width.round() as i32,
            at: at_pixel,
            clip,
        }
    }
}

impl BackendTextStyle for Letters<'_> {
    type FontError = Infallible;

    fn color(&self) -> BackendColor {
        backend_color(self.color)
    }

    fn size(&self) -> f64 {
        f64::from(self.words.size * SIZE)
    }

    fn transform(&self) -> FontTransform {
        match self.quarters {
            0 => FontTransform::None,
            1 => FontTransform::Rotate270,
            2 => FontTransform::Rotate180,
            _ => FontTransform::Rotate90,
        }
    }

    fn style(&self) -> FontStyle {
        match self.words.face {
            Face::Bold => FontStyle::Bold,
            Face::Oblique => FontStyle::Oblique,
            _ => FontStyle::Normal,
        }
    }

    fn anchor(&self) -> Pos {
        let h_pos = match self.ha {
            HAlign::Left => HPos::Left,
            HAlign::Center => HPos::Center,
            HAlign::Right => HPos::Right,
        };
        Pos { h_pos, v_pos: VPos::Top }
    }

    fn family(&self) -> FontFamily<'_> {
        FontFamily::SansSerif
    }

    fn layout_box(&self, _: &str) -> Result<((i32, i32), (i32, i32)), Infallible> {
        Ok(((0, 0), (self.width, self.words.size.round() as i32)))
    }

    fn draw<E, F: FnMut(i32, i32, BackendColor) -> Result<(), E>>(
        &self,
        _: &str,
        pos: BackendCoord,
        mut draw: F,
    ) -> Result<Result<(), E>, Infallible> {
        let Rect { x0, y0, x1, y1 } = bounds(&TextLayout::new(&self.words), self.anchor).expanded(self.words.size);
        let room = Clip::new(x0 as i32, y0 as i32, x1 as i32 + 1, y1 as i32 + 1).intersect(self.clip);
        if room.is_empty() {
            return Ok(Ok(()));
        }
        let mut frame = Frame::new((room.x1 - room.x0) as u32, (room.y1 - room.y0) as u32);
        frame.clear(Color::BLACK);
        let at = Point::new(self.anchor.at.x - room.x0 as f32, self.anchor.at.y - room.y0 as f32);
        let anchor = Anchor { at, ..self.anchor };
        Raster::new(&mut frame, &mut Tools::default()).words(&self.words, anchor, Color::WHITE);
        let before = match self.ha {
            HAlign::Left => 0,
            HAlign::Center => -self.width / 2,
            HAlign::Right => -self.width,
        };
        let pixels = frame.as_rgb().as_chunks::<3>().0.iter();
        for (i, pixel) in pixels.enumerate().filter(|(_, pixel)| pixel[0] > 0) {
            let (column, row) = (i as i32 % frame.width() as i32, i as i32 / frame.width() as i32);
            let (x, y) = (room.x0 + column - self.at.0, room.y0 + row - self.at.1);
            // the backend turns it
            let (x, y) = match self.quarters {
                0 => (x, y),
                1 => (-y, x),
                2 => (-x, -y),
                _ => (y, -x),
            };
            let color = self.color().mix(f64::from(pixel[0]) / 255.0);
            if let Err(error) = draw(pos.0 + x - before, pos.1 + y, color) {
                return Ok(Err(error));
            }
        }
        Ok(Ok(()))
    }
}
