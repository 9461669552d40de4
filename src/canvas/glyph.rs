//! The glyph kernel: paints a laid out text.
//!
//! Text that is upright or turned by quarter turns stands with its baseline on a whole pixel row (or column) and each
//! glyph at a quarter of a pixel along it, so that its masks can be kept and a label that does not move does not
//! flicker. Text at other angles has its fitted outlines turned, and stands at quarters of a pixel in both directions.
//! Text that is not to snap stands exactly where it is said; its masks are of no use to others.

mod coverage;

use std::collections::HashMap;

use self::coverage::Mask;
use super::frame::{Frame, blend, mix};
use crate::geom::{Clip, Point};
use crate::style::Color;
use crate::text::{Anchor, Face, Fonts, Placed, Rule, Segment, TextLayout, Turn, bounds, fitted_outline, line_origins};

/// The masks are dropped when they are over this many bytes together; one glyph larger than this is not kept.
const MAX_BYTES: usize = 2 << 20;
/// Charged for each mask in addition to its pixels.
const ENTRY_BYTES: usize = 64;
/// Positions are whole multiples of one over this, in pixels.
const PHASES: i64 = 4;
/// Texts that begin farther from the frame than this are not drawn, in pixels.
const FAR: f32 = 1e7;

/// What was worked out for glyphs drawn before. Changes how fast text is drawn, never how it looks.
#[derive(Default, Debug, Clone)]
pub(crate) struct GlyphCache {
    masks: HashMap<Key, Mask>,
    bytes: usize,
    /// The figure's own fonts that the masks are of.
    fonts: Fonts,
    sheet: Sheet,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Key {
    face: Face,
    glyph: u16,
    ppem: u16,
    /// The bits of the angle; 0 for whole quarter turns, of which the sheet takes care.
    angle: u32,
    /// How far it stands beyond a whole pixel, to the right and down.
    phase: (u8, u8),
}

/// Paints `layout` at `anchor`, within `clip`.
///
/// Where glyphs touch, a pixel is still blended once. Nothing is drawn if the anchor or the angle is not finite.
pub(crate) fn draw_text(
    frame: &mut Frame,
    clip: Clip,
    cache: &mut GlyphCache,
    layout: &TextLayout<'_>,
    anchor: Anchor,
    color: Color,
) {
    let clip = clip.intersect(Clip::all(frame.size()));
    let near = anchor.at.is_finite() && anchor.at.x.abs() < FAR && anchor.at.y.abs() < FAR;
    if clip.is_empty() || color.a == 0 || !near || !anchor.angle.is_finite() {
        return;
    }
    // Glyphs may reach out of the text's box, but not by more than their size.
    let clip = clip.intersect(Clip::of(bounds(layout, anchor).expanded(f32::from(layout.ppem()))));
    if clip.is_empty() {
        return;
    }
    if cache.fonts != *layout.fonts() {
        *cache = GlyphCache { fonts: layout.fonts().clone(), ..GlyphCache::default() };
    }
    // what has a colour of its own is blended by itself
    for tint in 0..=layout.tints().len() {
        let color = match tint.checked_sub(1).and_then(|at| layout.tints().get(at)) {
            Some(own) => Color { a: mix(0, own.a, color.a), ..*own },
            None => color,
        };
        draw_tint(frame, clip, cache, layout, anchor, (tint, color));
    }
}

/// Paints what has this colour.
fn draw_tint(
    frame: &mut Frame,
    clip: Clip,
    cache: &mut GlyphCache,
    layout: &TextLayout<'_>,
    anchor: Anchor,
    (tint, color): (usize, Color),
) {
    let (turn, origins) = line_origins(layout, anchor);
    let quarters = turn.quarters.filter(|_| !layout.is_free());
    let place = Quarter(quarters.unwrap_or(0));
    cache.sheet.open(place.window(clip));
    for ((line, rules), (x, y)) in layout.lines().zip(layout.rules()).zip(origins) {
        // where something of a line is, in phases; and its exact place
        let at = |pen: i32, raised: i32, quarters_up: u8| {
            if quarters.is_some() {
                let (u, v) = place.back(x, y);
                let start = to_phases(u) * (64 / PHASES);
                let row = (v + 0.5).floor() as i64;
                let at = (start + i64::from(pen) + 32 / PHASES).div_euclid(64 / PHASES);
                return ((at, (row - i64::from(raised)) * PHASES - i64::from(quarters_up)), (x, y));
            }
            let up = f64::from(raised) + f64::from(quarters_up) / 4.0;
            let (dx, dy) = turn.apply(f64::from(pen) / 64.0, -up);
            // the letters of a line keep their distances wherever it moves
            ((to_phases(x) + to_phases(dx), to_phases(y) + to_phases(dy)), (x + dx, y + dy))
        };
        let turned = if quarters.is_some() { None } else { Some((anchor.angle, turn)) };
        for placed in line.iter().filter(|placed| usize::from(placed.tint) == tint) {
            let (phases, exact) = at(placed.x, placed.raised, placed.quarters);
            if layout.is_free() {
                cache.add_exact(*placed, layout.fonts(), turn, exact);
            } else {
                cache.add(*placed, layout.fonts(), turned, phases);
            }
        }
        for rule in rules.iter().filter(|rule| usize::from(rule.tint) == tint) {
            let ((u, v), exact) = at(rule.x, rule.raised, 0);
            let (u, v) = if layout.is_free() { exact } else { (u as f64 / PHASES as f64, v as f64 / PHASES as f64) };
            cache.add_rule(*rule, if quarters.is_some() { None } else { Some(turn) }, (u, v));
        }
    }
    cache.sheet.print(frame, place, color);
}

/// Pixels as the nearest multiple of a phase.
fn to_phases(pixels: f64) -> i64 {
    (pixels * PHASES as f64 + 0.5).floor() as i64
}

impl GlyphCache {
    /// Puts a glyph on the sheet, turned, its pen at so many phases to the right and down.
    fn add(&mut self, placed: Placed, fonts: &Fonts, turned: Option<(f32, Turn)>, at: (i64, i64)) {
        let Placed { face, glyph, ppem, .. } = placed;
        let angle = turned.map_or(0, |(angle, _)| angle.to_bits());
        let phase = (at.0.rem_euclid(PHASES) as u8, at.1.rem_euclid(PHASES) as u8);
        let key = Key { face, glyph, ppem, angle, phase };
        let (u, v) = (at.0.div_euclid(PHASES), at.1.div_euclid(PHASES));
        if let Some(mask) = self.masks.get(&key) {
            self.sheet.add(mask, u, v);
            return;
        }
        let (right, down) = (f32::from(phase.0) / PHASES as f32, f32::from(phase.1) / PHASES as f32);
        let mask = Mask::of(&fitted_outline(face, glyph, ppem, fonts), |p| match turned {
            None => Point::new(p.x + right, p.y + down),
            Some((_, turn)) => {
                let (x, y) = turn.apply(f64::from(p.x), f64::from(p.y));
                Point::new(x as f32 + right, y as f32 + down)
            }
        });
        self.sheet.add(&mask, u, v);
        let bytes = mask.cover.len() + ENTRY_BYTES;
        if bytes <= MAX_BYTES {
            if self.bytes + bytes > MAX_BYTES {
                self.masks.clear();
                self.bytes = 0;
            }
            self.bytes += bytes;
            self.masks.insert(key, mask);
        }
    }

    /// Puts a rule on the sheet, turned, its lower left corner at (`x`, `y`).
    fn add_rule(&mut self, rule: Rule, turn: Option<Turn>, (x, y): (f64, f64)) {
        let (u, v) = (x.floor(), y.floor());
        let (width, height) = (f64::from(rule.width) / 64.0, f64::from(rule.height));
        if !self.sheet.is_near(u, v, width + height) {
            return;
        }
        let corner = |right: f64, up: f64| Point::new(right as f32, -up as f32);
        let outline = [
            Segment::Move(corner(0.0, 0.0)),
            Segment::Line(corner(0.0, height)),
            Segment::Line(corner(width, height)),
            Segment::Line(corner(width, 0.0)),
            Segment::Line(corner(0.0, 0.0)),
        ];
        let mask = Mask::of(&outline, |p| {
            let (px, py) = (f64::from(p.x), f64::from(p.y));
            let (px, py) = turn.map_or((px, py), |turn| turn.apply(px, py));
            Point::new((px + x - u) as f32, (py + y - v) as f32)
        });
        self.sheet.add(&mask, u as i64, v as i64);
    }

    /// Puts a glyph on the sheet, turned, its pen exactly at (`x`, `y`).
    fn add_exact(&mut self, placed: Placed, fonts: &Fonts, turn: Turn, (x, y): (f64, f64)) {
        let (u, v) = (x.floor(), y.floor());
        let reach = f64::from(placed.ppem) * 16.0;
        if !self.sheet.is_near(u, v, reach) {
            return;
        }
        let outline = fitted_outline(placed.face, placed.glyph, placed.ppem, fonts);
        let mask = Mask::of(&outline, |p| {
            let (px, py) = turn.apply(f64::from(p.x), f64::from(p.y));
            Point::new((px + x - u) as f32, (py + y - v) as f32)
        });
        self.sheet.add(&mask, u as i64, v as i64);
    }
}

/// A number of quarter turns counter-clockwise, between the sheet that text is set on and the frame.
#[derive(Clone, Copy)]
struct Quarter(u8);

impl Quarter {
    /// The place on the sheet of a place in the frame.
    fn back(self, x: f64, y: f64) -> (f64, f64) {
        match self.0 {
            0 => (x, y),
            1 => (-y, x),
            2 => (-x, -y),
            _ => (y, -x),
        }
    }

    /// The pixels of the sheet that come to lie on those of the frame.
    fn window(self, c: Clip) -> Clip {
        match self.0 {
            0 => c,
            1 => Clip::new(-c.y1, c.x0, -c.y0, c.x1),
            2 => Clip::new(-c.x1, -c.y1, -c.x0, -c.y0),
            _ => Clip::new(c.y0, -c.x1, c.y1, -c.x0),
        }
    }

    /// The pixel of the frame where a pixel of the sheet comes to lie.
    fn pixel(self, u: i32, v: i32) -> (usize, usize) {
        let (x, y) = match self.0 {
            0 => (u, v),
            1 => (v, -u - 1),
            2 => (-u - 1, -v - 1),
            _ => (-v - 1, u),
        };
        (x as usize, y as usize)
    }

    /// From a byte of a pixel to that of the next along the line, in a frame with rows of `stride` bytes.
    fn step(self, stride: usize) -> isize {
        match self.0 {
            0 => 3,
            1 => -(stride as isize),
            2 => -3,
            _ => stride as isize,
        }
    }
}

/// The coverage of a whole text before it is blended. Its bytes are all 0 between texts.
#[derive(Default, Debug, Clone)]
struct Sheet {
    window: Clip,
    /// What has been written to.
    used: Clip,
    cover: Vec<u8>,
}

impl Sheet {
    fn open(&mut self, window: Clip) {
        self.window = window;
        self.used = Clip::new(i32::MAX, i32::MAX, i32::MIN, i32::MIN);
        let pixels = self.stride() * (window.y1 - window.y0) as usize;
        if self.cover.len() < pixels {
            self.cover.resize(pixels, 0);
        }
    }

    fn stride(&self) -> usize {
        (self.window.x1 - self.window.x0) as usize
    }

    fn is_near(&self, u: f64, v: f64, reach: f64) -> bool {
        let w = self.window;
        u > f64::from(w.x0) - reach
            && u < f64::from(w.x1) + reach
            && v > f64::from(w.y0) - reach
            && v < f64::from(w.y1) + reach
    }

    /// Adds a mask whose origin is at (`u`, `v`); what lies outside the window is left out.
    fn add(&mut self, mask: &Mask, u: i64, v: i64) {
        let window = self.window;
        let (left, top) = (u + i64::from(mask.left), v + i64::from(mask.top));
        let from = left.max(window.x0.into());
        let to = (left + mask.width as i64).min(window.x1.into());
        if from >= to {
            return;
        }
        let (skip, count) = ((from - left) as usize, (to - from) as usize);
        let column = (from - i64::from(window.x0)) as usize;
        for (row, cover) in (top..).zip(mask.rows()) {
            if row < window.y0.into() || row >= window.y1.into() {
                continue;
            }
            let at = (row - i64::from(window.y0)) as usize * self.stride() + column;
            for (below, cover) in self.cover[at..at + count].iter_mut().zip(&cover[skip..]) {
                *below = below.saturating_add(*cover);
            }
            self.used.y0 = self.used.y0.min(row as i32);
            self.used.y1 = self.used.y1.max(row as i32 + 1);
        }
        self.used.x0 = self.used.x0.min(from as i32);
        self.used.x1 = self.used.x1.max(to as i32);
    }

    /// Blends what was added into the frame, and is blank again.
    fn print(&mut self, frame: &mut Frame, place: Quarter, color: Color) {
        let (used, window, stride) = (self.used, self.window, self.stride());
        let row_bytes = frame.width() as usize * 3;
        let step = place.step(row_bytes);
        let rgb = frame.as_rgb_mut();
        for v in used.y0..used.y1 {
            let at = (v - window.y0) as usize * stride + (used.x0 - window.x0) as usize;
            let (x, y) = place.pixel(used.x0, v);
            let mut byte = (y * row_bytes + x * 3) as isize;
            for cover in &mut self.cover[at..at + (used.x1 - used.x0) as usize] {
                if *cover != 0 {
                    let alpha = if color.a == 255 { *cover } else { mix(0, *cover, color.a) };
                    blend(&mut rgb[byte as usize..byte as usize + 3], color.channels(), alpha);
                    *cover = 0;
                }
                byte += step;
            }
        }
    }
}

#[cfg(test)]
mod tests;
