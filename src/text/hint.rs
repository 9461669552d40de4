//! Fitting the heights of a glyph to whole pixel rows.
//!
//! Every horizontal edge of an outline (a flat piece, or the top or bottom of a curve) gets a height: the lines of the
//! alphabet (baseline, x-height, capitals, ascenders, descenders) go to the nearest row, with overshoots flattened onto
//! them; a horizontal stroke becomes a whole number of rows; everything between is stretched linearly. Widths are not
//! touched. That is what the instructions in the font itself come to, seen from matplotlib's pictures, and it needs no
//! interpreter for them.

use super::Face;
use super::font::EM;
use super::segment::Segment;
use crate::geom::Point;
use crate::order::order;

/// What was measured of a design, in font units.
struct Design {
    /// Lines that tops of letters reach, the ascenders last: where it is, and the edges that belong to it. Measured on x o H O b f.
    tops: [Zone; 3],
    /// Lines that bottoms of letters reach, measured on x o p g.
    bottoms: [Zone; 2],
    /// Below this size, in pixels per em, ascenders are made taller by a share of a row, to stand out from capitals.
    small: u16,
    /// Whether the dot of an i and what hangs below the baseline are not made taller with them.
    lower_dots: bool,
    /// The thickness of a horizontal stroke, and the thicknesses that are taken for it.
    stroke: f32,
    strokes: std::ops::RangeInclusive<i32>,
    /// Thicker parts than this are not strokes.
    max_stroke: i32,
    /// Added, in rows, before that thickness is rounded.
    thicken: f32,
    /// Whether it is also that of signs, which reach no line with their tops.
    signs: bool,
}

const ASCENDERS: Zone = Zone { line: 1556, from: 1546, to: 1580 };

const NOWHERE: Zone = Zone { line: 0, from: 1, to: 0 };

const SANS: Design = Design {
    tops: [Zone { line: 1120, from: 1120, to: 1160 }, Zone { line: 1493, from: 1484, to: 1530 }, ASCENDERS],
    bottoms: [Zone { line: 0, from: -34, to: 4 }, Zone { line: -426, from: -440, to: -415 }],
    small: 15,
    lower_dots: true,
    stroke: 168.0,
    strokes: 130..=200,
    max_stroke: 320,
    thicken: THICKEN,
    signs: true,
};

const OBLIQUE: Design = Design { lower_dots: false, ..SANS };

const BOLD: Design = Design {
    small: 13,
    lower_dots: false,
    stroke: 291.0,
    strokes: 180..=291,
    max_stroke: 420,
    // a row more begins where the stroke fills a fifth of it
    thicken: -0.7,
    signs: false,
    ..SANS
};

/// Of signs and alphabets that reach none of these lines: strokes and ends are crisp.
const FRAME: Design =
    Design { tops: [NOWHERE; 3], bottoms: [NOWHERE; 2], small: 0, lower_dots: false, signs: false, ..SANS };

fn design(face: Face) -> &'static Design {
    match face {
        Face::Sans | Face::Math => &SANS,
        Face::Oblique => &OBLIQUE,
        Face::Bold => &BOLD,
        Face::Frame => &FRAME,
        // those are not fitted
        #[cfg(feature = "fonts")]
        Face::Own(_) => &SANS,
    }
}

/// From this size on a round letter stands out from a flat one, as it was drawn.
const OVERSHOOT_PPEM: u16 = 38;
/// The share of a row by which ascenders are made taller.
const TALLER: f32 = 0.75;
/// Added before other thicknesses are rounded: 1.48 rows are drawn as two.
const THICKEN: f32 = 0.03;
/// How far, in rows, a stroke between two lines may be drawn toward the middle before it is rounded.
const TO_MIDDLE: f32 = 0.1;
/// A piece that rises less than this share of its length counts as flat (the bar of an e).
const FLAT: f32 = 0.05;

struct Zone {
    line: i32,
    from: i32,
    to: i32,
}

impl Zone {
    fn holds(&self, y: i32) -> bool {
        (self.from..=self.to).contains(&y)
    }
}

/// A horizontal edge: ink below it (`top`) or above it.
#[derive(Debug)]
struct Edge {
    y: i32,
    top: bool,
    spans: Vec<(f32, f32)>,
    row: Option<f32>,
}

/// Which height in rows each height in font units gets: linear between knots.
pub(super) struct Fit {
    design: &'static Design,
    scale: f32,
    /// Whether its strokes are as thick as those of all letters.
    even: bool,
    knots: Vec<(f32, f32)>,
}

impl Fit {
    /// For a glyph, given as its outline in font units, at `ppem` pixels per em.
    pub(super) fn new(face: Face, outline: &[Segment], ppem: u16) -> Self {
        let design = design(face);
        let mut fit = Self { design, scale: f32::from(ppem) / EM, even: design.signs, knots: Vec::new() };
        let mut edges = edges(outline);
        let strokes = strokes(&edges, design.max_stroke);
        for edge in &mut edges {
            edge.row = line_row(design, edge.y, edge.top, ppem);
            fit.even |= edge.top && edge.row.is_some();
        }
        fit.lower_dots_and_brackets(&mut edges, &strokes);
        fit.place_strokes(&mut edges, &strokes);
        fit.place_ends(&mut edges);
        fit.set_knots(&edges);
        fit
    }

    /// Font units, upward, to rows, upward.
    pub(super) fn height(&self, y: f32) -> f32 {
        let outside = |(at, row): (f32, f32)| row + (y - at) * self.scale;
        match self.knots.iter().position(|&(at, _)| y <= at) {
            Some(0) => outside(self.knots[0]),
            Some(i) => {
                let ((y0, r0), (y1, r1)) = (self.knots[i - 1], self.knots[i]);
                r0 + (r1 - r0) * (y - y0) / (y1 - y0)
            }
            None => self.knots.last().map_or(y * self.scale, |&knot| outside(knot)),
        }
    }

    /// Ascenders are taller than drawn at small sizes, but not the dot of an i, nor what hangs below the baseline too.
    fn lower_dots_and_brackets(&self, edges: &mut [Edge], strokes: &[(usize, usize)]) {
        if !self.design.lower_dots {
            return;
        }
        let hangs = edges.first().is_some_and(|lowest| lowest.y < self.design.bottoms[0].from);
        for &(low, high) in strokes {
            let dot = edges[high].y - edges[low].y > *self.design.strokes.end();
            if ASCENDERS.holds(edges[high].y) && (dot || hangs) {
                edges[high].row = Some(round(ASCENDERS.line as f32 * self.scale));
            }
        }
    }

    /// A stroke that ends on a line of the alphabet keeps to it; then the others go where that leaves them.
    fn place_strokes(&mut self, edges: &mut [Edge], strokes: &[(usize, usize)]) {
        for &(low, high) in strokes {
            let rows = self.thickness(edges[high].y - edges[low].y);
            match (edges[low].row, edges[high].row) {
                (Some(row), None) => edges[high].row = Some(row + rows),
                (None, Some(row)) => edges[low].row = Some(row - rows),
                _ => {}
            }
        }
        for &(low, high) in strokes {
            if edges[low].row.is_some() || edges[high].row.is_some() {
                continue;
            }
            self.set_knots(edges);
            let rows = self.thickness(edges[high].y - edges[low].y);
            let centre = (self.height(edges[low].y as f32) + self.height(edges[high].y as f32)) / 2.0;
            let mut row = centre - rows / 2.0;
            if let (Some(first), Some(last)) = (self.knots.first(), self.knots.last()) {
                let middle = (first.1 + last.1) / 2.0;
                row += ((middle - centre) / 2.0).clamp(-TO_MIDDLE, TO_MIDDLE);
            }
            let row = round(row);
            edges[low].row = Some(row);
            edges[high].row = Some(row + rows);
        }
    }

    /// The lowest and the highest edge are crisp whatever they are.
    fn place_ends(&mut self, edges: &mut [Edge]) {
        self.set_knots(edges);
        let (lowest, highest) = (edges.iter().map(|e| e.y).min(), edges.iter().map(|e| e.y).max());
        for edge in edges.iter_mut().filter(|e| e.row.is_none()) {
            if (edge.top && Some(edge.y) == highest) || (!edge.top && Some(edge.y) == lowest) {
                edge.row = Some(round(self.height(edge.y as f32)));
            }
        }
    }

    /// Whole rows for a stroke of that many font units, at least one.
    fn thickness(&self, units: i32) -> f32 {
        let stroke = self.even && self.design.strokes.contains(&units);
        let (units, thicken) = if stroke { (self.design.stroke, self.design.thicken) } else { (units as f32, THICKEN) };
        round(units * self.scale + thicken).max(1.0)
    }

    /// Edges come sorted by height; what lies higher never ends up lower.
    fn set_knots(&mut self, edges: &[Edge]) {
        self.knots.clear();
        for (y, row) in edges.iter().filter_map(|e| Some((e.y as f32, e.row?))) {
            match self.knots.last() {
                Some(&(at, _)) if at >= y => {}
                Some(&(_, below)) => self.knots.push((y, row.max(below))),
                None => self.knots.push((y, row)),
            }
        }
    }
}

/// Rows (upward from the baseline) between which a glyph of that extent in font units is drawn, near enough for
/// measuring: without its outline.
pub(super) fn row_range(face: Face, (low, high): (i16, i16), ppem: u16) -> (f32, f32) {
    let scale = f32::from(ppem) / EM;
    let row = |y: i16, top| line_row(design(face), y.into(), top, ppem).unwrap_or_else(|| round(f32::from(y) * scale));
    (row(low, false), row(high, true))
}

/// The row of an edge that lies on a line of the alphabet.
fn line_row(design: &Design, y: i32, top: bool, ppem: u16) -> Option<f32> {
    let zones: &[Zone] = if top { &design.tops } else { &design.bottoms };
    let zone = zones.iter().find(|z| z.holds(y))?;
    let line = if ppem < OVERSHOOT_PPEM { zone.line } else { y };
    let taller = if zone.line == ASCENDERS.line && ppem < design.small { TALLER } else { 0.0 };
    Some(round(line as f32 * f32::from(ppem) / EM + taller))
}

/// Halves upward, on both sides of zero, so that a shape keeps its thickness wherever it is.
fn round(v: f32) -> f32 {
    (v + 0.5).floor()
}

/// The horizontal edges of an outline, from the lowest up.
fn edges(outline: &[Segment]) -> Vec<Edge> {
    let mut edges: Vec<Edge> = Vec::new();
    let mut add = |a: Point, b: Point| {
        let (dx, dy) = (b.x - a.x, b.y - a.y);
        if dx.abs() <= 1.0 || dy.abs() > FLAT * dx.abs() {
            return;
        }
        // Outlines run clockwise around the ink.
        let (y, top) = (round((a.y + b.y) / 2.0) as i32, dx > 0.0);
        let span = (a.x.min(b.x), a.x.max(b.x));
        match edges.binary_search_by_key(&(y, top), |e| (e.y, e.top)) {
            Ok(at) => edges[at].spans.push(span),
            Err(at) => edges.insert(at, Edge { y, top, spans: vec![span], row: None }),
        }
    };
    let mut pen = Point::default();
    for &segment in outline {
        match segment {
            Segment::Move(p) => pen = p,
            Segment::Line(p) => {
                add(pen, p);
                pen = p;
            }
            Segment::Quad(c, p) => {
                add(pen, c);
                add(c, p);
                pen = p;
            }
            // fonts that have these are not fitted
            Segment::Cubic(.., p) => pen = p,
        }
    }
    edges
}

/// Pairs of edges with ink between them, no edge in two pairs, thin pairs first choice; from the lowest up.
fn strokes(edges: &[Edge], max: i32) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    for (low, bottom) in edges.iter().enumerate() {
        for (high, top) in edges.iter().enumerate().skip(low + 1) {
            let height = top.y - bottom.y;
            let faces = !bottom.top && top.top && (1..=max).contains(&height);
            if faces && overlap(&bottom.spans, &top.spans) {
                pairs.push((height, low, high));
            }
        }
    }
    let mut used = vec![false; edges.len()];
    let mut highs = vec![None; edges.len()];
    for k in order(pairs.len(), &|a, b| pairs[a].cmp(&pairs[b])) {
        let (_, low, high) = pairs[k];
        if !used[low] && !used[high] {
            used[low] = true;
            used[high] = true;
            highs[low] = Some(high);
        }
    }
    let mut strokes = Vec::new();
    for (low, high) in highs.into_iter().enumerate() {
        if let Some(high) = high {
            strokes.push((low, high));
        }
    }
    strokes
}

fn overlap(a: &[(f32, f32)], b: &[(f32, f32)]) -> bool {
    a.iter().any(|p| b.iter().any(|q| p.0.max(q.0) < p.1.min(q.1)))
}

#[cfg(test)]
mod tests;
