//! The surface that a backend of plotters makes: places in whole pixels, no clip, no dashes.
//!
//! Dashes are cut here, and so is all that a rectangle clips. What has no shape among plotters' calls is made of pixels: images and
//! meshes, what a path clips, paths of several parts that lie over one another, and words that are turned by other than
//! quarters, or in which letters of other fonts or sizes stand.

use crate::canvas::{Window, dash_pattern, simplify, walk_dashes};
use crate::geom::{Clip, Path, Point, Rect, Size};
use crate::plotters::calls::{At, Calls};
use crate::plotters::cut;
use crate::plotters::letters::Letters;
use crate::plotters::marker::pen;
use crate::plotters::pixels::Pixels;
use crate::style::{Color, FillRule};
use crate::surface::{
    CellGrid, Device, Each, Flat, Inside, Line, Markers, Picture, Pieces, Shape, Snap, Stream, Stroke, Surface, is_far,
    near_line, near_polygon, reach,
};
use crate::text::{Anchor, TextLayout, Turn, Words, bounds, line_origins};

/// More parts of a path than this are not compared.
const MANY: usize = 64;

pub(super) struct Onto<'a> {
    pub(super) to: &'a mut dyn Calls,
    size: Size,
    room: Clip,
    clips: Vec<Held>,
    pixels: Option<Pixels>,
}

/// A clip in force.
struct Held {
    path: Option<Path>,
    /// The pixels that it, and those before it, leave.
    clip: Clip,
}

impl<'a> Onto<'a> {
    /// A figure of this size, of which `room` can be drawn.
    pub(super) fn new(to: &'a mut dyn Calls, size: Size, room: Clip) -> Self {
        Self { to, size, room: room.intersect(Clip::all(size)), clips: Vec::new(), pixels: None }
    }

    pub(super) fn clip(&self) -> Clip {
        self.clips.last().map_or(self.room, |held| held.clip)
    }

    /// Whether nothing is drawn, or a path cuts it.
    fn nothing(&self, color: Color) -> bool {
        color.a == 0 || self.clip().is_empty()
    }

    fn within_path(&self) -> bool {
        self.clips.iter().any(|held| held.path.is_some())
    }

    /// Draws pixels within these, or within what the clip leaves of them.
    fn draw_pixels(&mut self, around: Clip, draw: &mut dyn FnMut(&mut dyn Surface)) {
        let window = around.intersect(self.clip());
        if window.is_empty() {
            return;
        }
        let rect = Rect::new(window.x0 as f32, window.y0 as f32, window.x1 as f32, window.y1 as f32);
        let mut clips = vec![Inside::Rect(rect)];
        for held in &self.clips {
            clips.extend(held.path.as_ref().map(Inside::Path));
        }
        let size = self.size;
        self.pixels.get_or_insert_with(|| Pixels::new(size)).draw(&clips, draw);
        // within a path all comes at its end
        if !self.within_path() {
            self.hand_on(window);
        }
    }

    fn hand_on(&mut self, window: Clip) {
        if let Some(pixels) = &mut self.pixels {
            pixels.hand_on(window, self.to);
        }
    }

    /// A filled polygon.
    pub(super) fn ring(&mut self, points: &[Point], color: Color) {
        let (clip, far) = (self.clip(), reach(self.size, 0.0));
        let corners =
            if is_far(points, far) { cut::ring(&near_polygon(points, far), clip) } else { cut::ring(points, clip) };
        let mut at: Vec<At> = Vec::new();
        cut::pixels(&corners, clip, &mut at);
        if !at.is_empty() {
            self.to.polygon(&at, color);
        }
    }

    /// A line without dashes.
    pub(super) fn solid(&mut self, points: &[(f64, f64)], width: f32, color: Color) {
        let (clip, (width, color)) = (self.clip(), pen(width, color));
        let (to, mut at) = (&mut *self.to, Vec::new());
        cut::line(points, clip, &mut |run| {
            cut::pixels(run, clip, &mut at);
            one_line(to, &at, clip, width, color);
        });
    }

    /// A run of points, `walked` pixels from where its line begins.
    fn run(&mut self, points: &[Point], closed: bool, walked: f64, stroke: &Stroke<'_>) {
        let mut run = Vec::new();
        simplify(points, &mut run);
        if closed {
            run.extend(run.first().copied());
        }
        let mut dashes = Vec::new();
        if dash_pattern(stroke.dashes, &mut dashes).is_none() {
            return self.solid(&run, stroke.width, stroke.color);
        }
        let (clip, (width, color)) = (self.clip(), pen(stroke.width, stroke.color));
        let (to, mut at) = (&mut *self.to, Vec::new());
        let offset = f64::from(stroke.dash_offset) + walked;
        walk_dashes(&run, &dashes, offset, Window::around(clip, 0.0), &mut Vec::new(), |dash| {
            cut::pixels(dash, clip, &mut at);
            one_line(to, &at, clip, width, color);
        });
    }

    fn points(&mut self, points: &[Point], stroke: &Stroke<'_>) {
        let far = reach(self.size, stroke.width);
        if is_far(points, far) {
            return self.track(&near_line(points, far), stroke);
        }
        for run in points.split(|p| !p.is_finite()) {
            if run.len() > 1 {
                self.run(run, false, 0.0, stroke);
            }
        }
    }

    fn track(&mut self, track: &crate::surface::Track, stroke: &Stroke<'_>) {
        for (run, walked) in track.runs() {
            self.run(run, false, walked, stroke);
        }
    }

    /// A rectangle of whole pixels; one that is thinner than a pixel is paler.
    fn rect(&mut self, rect: Rect, color: Color) {
        let Rect { x0, y0, x1, y1 } = Snap::on(self).kept(rect);
        let near = Clip::new(x0 as i32, y0 as i32, x1 as i32, y1 as i32).intersect(self.clip());
        let color = color.with_alpha(rect.width().min(1.0) * rect.height().min(1.0));
        if !near.is_empty() && color.a > 0 {
            self.to.rect(near, color);
        }
    }

    fn path(&mut self, path: &Path, rule: FillRule, color: Color) {
        let mut flat = Flat::default();
        flat.add(path);
        let mut boxes: Vec<Rect> = Vec::new();
        let mut apart = true;
        for (contour, _) in flat.contours() {
            let mut all = Path::new();
            let own = all.polygon(contour).bounds();
            let clear =
                |other: &Rect| own.x0 >= other.x1 || own.x1 <= other.x0 || own.y0 >= other.y1 || own.y1 <= other.y0;
            apart &= boxes.len() < MANY && boxes.iter().all(clear);
            boxes.push(own);
            if !apart {
                break;
            }
        }
        if apart {
            return flat.contours().for_each(|(contour, _)| self.ring(contour, color));
        }
        self.draw_pixels(touched(path.bounds()), &mut |to| to.fill(Shape::Path(path, rule), color));
    }

    fn add_words(&mut self, words: &Words<'_>, anchor: Anchor, color: Color) {
        let Some(turn) = Turn::new(anchor.angle).filter(|_| anchor.at.is_finite()) else { return };
        let layout = TextLayout::new(words);
        let around = touched(bounds(&layout, anchor).expanded(words.size));
        if around.intersect(self.clip()).is_empty() {
            return;
        }
        let Some(quarters) = turn.quarters.filter(|_| is_plain(words, &layout)) else {
            return self.draw_pixels(around, &mut |to| to.words(words, anchor, color));
        };
        for (line, origin) in words.text.split('\n').zip(line_origins(&layout, anchor).1) {
            if !line.trim().is_empty() {
                let line = Words { text: line, ..*words };
                self.to.words(&Letters::new(line, anchor, quarters, origin, color, self.clip()));
            }
        }
    }
}

/// A line through pixels; one that stays in a pixel is a dot.
fn one_line(to: &mut dyn Calls, at: &[At], clip: Clip, width: u32, color: Color) {
    if let [(x, y)] = *at {
        let (x, y, width) = (x - width as i32 / 2, y - width as i32 / 2, width as i32);
        to.rect(Clip::new(x, y, x + width, y + width).intersect(clip), color);
    } else if !at.is_empty() {
        to.path(at, width, color);
    }
}

/// Whether a backend writes these words as we do: each letter of them, in one font and size.
fn is_plain(words: &Words<'_>, layout: &TextLayout<'_>) -> bool {
    let one = |line: &[crate::text::Placed]| line.iter().all(|p| p.face == words.face && p.ppem == layout.ppem());
    !words.text.contains('$') && layout.lines().all(one)
}

/// The pixels that a rectangle touches.
fn touched(rect: Rect) -> Clip {
    Clip::new(rect.x0.floor() as i32, rect.y0.floor() as i32, rect.x1.ceil() as i32, rect.y1.ceil() as i32)
}

impl Surface for Onto<'_> {
    fn device(&self) -> Device {
        Device { size: self.size, crisp: true }
    }

    fn fill(&mut self, shape: Shape<'_>, color: Color) {
        if self.nothing(color) {
            return;
        }
        if self.within_path() {
            return self.draw_pixels(self.clip(), &mut |to| to.fill(shape, color));
        }
        match shape {
            Shape::Rect(rect) => self.rect(rect, color),
            Shape::Polygon(points) => self.ring(points, color),
            Shape::Path(path, rule) => self.path(path, rule, color),
        }
    }

    fn stroke(&mut self, line: Line<'_>, stroke: &Stroke<'_>) {
        if self.nothing(stroke.color) || !(stroke.width > 0.0 && stroke.width.is_finite()) {
            return;
        }
        if self.within_path() {
            return self.draw_pixels(self.clip(), &mut |to| to.stroke(line, stroke));
        }
        match line {
            Line::Points(points) => self.points(points, stroke),
            Line::Track(track) => self.track(track, stroke),
            Line::Path(path) => {
                let mut flat = Flat::default();
                flat.add(path);
                for (contour, closed) in flat.contours() {
                    self.run(contour, closed, 0.0, stroke);
                }
            }
        }
    }

    fn stream(&mut self, _: &dyn Stream, _: &Stroke<'_>) -> bool {
        false
    }

    fn strokes(&mut self, lines: Pieces<'_>, colors: Each<'_, Color>, widths: Each<'_, f32>, stroke: &Stroke<'_>) {
        for i in 0..lines.len() {
            let stroke = Stroke { color: colors.at(i), width: widths.at(i), ..*stroke };
            self.stroke(Line::Points(lines.get(i)), &stroke);
        }
    }

    fn fills(&mut self, rings: Pieces<'_>, colors: Each<'_, Color>) {
        for i in 0..rings.len() {
            self.fill(Shape::Polygon(rings.get(i)), colors.at(i));
        }
    }

    fn markers(&mut self, at: &[(f64, f64)], looks: &Markers<'_>) {
        if self.clip().is_empty() {
            return;
        }
        if self.within_path() {
            return self.draw_pixels(self.clip(), &mut |to| to.markers(at, looks));
        }
        self.add_markers(at, looks);
    }

    fn image(&mut self, picture: &Picture<'_>) {
        self.draw_pixels(self.clip(), &mut |to| to.image(picture));
    }

    fn cells(&mut self, cells: &CellGrid<'_>) {
        let ([left, .., right], [top, .., bottom]) = (cells.x, cells.y) else { return };
        let (x0, x1, y0, y1) = (left.min(*right), left.max(*right), top.min(*bottom), top.max(*bottom));
        self.draw_pixels(touched(Rect::new(x0, y0, x1, y1)), &mut |to| to.cells(cells));
    }

    fn mesh(&mut self, points: &[Point], colors: &[Color], triangles: &[[u32; 3]]) {
        // meshes come in parts, and what is looked through for each is no more than it touches
        let mut all = Rect::new(f32::MAX, f32::MAX, f32::MIN, f32::MIN);
        for p in points.iter().filter(|p| p.is_finite()) {
            all = Rect::new(all.x0.min(p.x), all.y0.min(p.y), all.x1.max(p.x), all.y1.max(p.y));
        }
        self.draw_pixels(touched(all), &mut |to| to.mesh(points, colors, triangles));
    }

    fn words(&mut self, words: &Words<'_>, anchor: Anchor, color: Color) {
        if self.nothing(color) {
            return;
        }
        if self.within_path() {
            return self.draw_pixels(self.clip(), &mut |to| to.words(words, anchor, color));
        }
        self.add_words(words, anchor, color);
    }

    fn push_clip(&mut self, clip: Inside<'_>) {
        let (path, inner) = match clip {
            Inside::Rect(rect) => (None, Clip::of(rect)),
            Inside::Path(path) => (Some(path.clone()), touched(path.bounds())),
        };
        let clip = self.clip().intersect(inner);
        self.clips.push(Held { path, clip: if clip.is_empty() { Clip::default() } else { clip } });
    }

    fn pop_clip(&mut self) {
        let Some(held) = self.clips.pop() else { return };
        if held.path.is_some() && !self.within_path() && !held.clip.is_empty() {
            self.hand_on(held.clip);
        }
    }
}
