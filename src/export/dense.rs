//! What is too much for a vector file, as an image: where so many points lie on so few pixels, an image of several times the
//! resolution shows the same, and is smaller.

use crate::export::finer::{Pixels, Zoom, reached};
use crate::export::thin::{MOST, Run, is_unseen};
use crate::geom::{Path, Point, Rect};
use crate::style::{Color, FillRule, Marker};
use crate::surface::{Each, Line, Markers, Pieces, Shape, Stroke};

/// How far a pen reaches from a line, at its sharpest corners.
pub(super) fn pen_reach(width: f32) -> f32 {
    2.0 * width + 1.0
}

/// A pen for an image, in white.
fn zoomed<'a>(zoom: &Zoom, stroke: &Stroke<'_>, dashes: &'a mut Vec<f32>) -> Stroke<'a> {
    for dash in stroke.dashes {
        dashes.push(zoom.length(*dash));
    }
    Stroke {
        width: zoom.length(stroke.width),
        color: Color::WHITE,
        cap: stroke.cap,
        join: stroke.join,
        dashes,
        dash_offset: zoom.length(stroke.dash_offset),
    }
}

/// A line, where anything of it lies within `around`.
pub(super) fn line_pixels(around: Rect, runs: &[Run<'_>], stroke: &Stroke<'_>) -> Option<Pixels> {
    let mut points = runs.iter().flat_map(|(run, _)| run.iter().copied());
    let zoom = Zoom::dense(reached(around, pen_reach(stroke.width), &mut points)?);
    let mut dashes = Vec::new();
    let pen = zoomed(&zoom, stroke, &mut dashes);
    Some(zoom.covered(stroke.color, &mut |to| {
        for (run, before) in runs {
            let dash_offset = pen.dash_offset + zoom.length(*before as f32);
            to.stroke(Line::Points(&zoom.points(run)), &Stroke { dash_offset, ..pen });
        }
    }))
}

/// Whether a path has too many corners.
pub(super) fn is_long(path: &Path) -> bool {
    path.verbs().len() > MOST
}

/// The outline of a path, where anything of it lies within `around`.
pub(super) fn outline_pixels(around: Rect, path: &Path, stroke: &Stroke<'_>) -> Option<Pixels> {
    let zoom = Zoom::dense(reached(around, pen_reach(stroke.width), &mut corners(path.bounds()))?);
    let (finer, mut dashes) = (zoom.path(path), Vec::new());
    let pen = zoomed(&zoom, stroke, &mut dashes);
    Some(zoom.covered(stroke.color, &mut |to| to.stroke(Line::Path(&finer), &pen)))
}

/// The inside of a path, where anything of it lies within `around`.
pub(super) fn inside_pixels(around: Rect, path: &Path, rule: FillRule, color: Color) -> Option<Pixels> {
    let zoom = Zoom::dense(reached(around, 0.0, &mut corners(path.bounds()))?);
    let finer = zoom.path(path);
    Some(zoom.covered(color, &mut |to| to.fill(Shape::Path(&finer, rule), Color::WHITE)))
}

fn corners(rect: Rect) -> impl Iterator<Item = Point> {
    [Point::new(rect.x0, rect.y0), Point::new(rect.x1, rect.y1)].into_iter()
}

/// Whether the pieces that are seen have too many points.
pub(super) fn are_many(pieces: Pieces<'_>, seen: Rect) -> bool {
    let mut points = 0;
    for i in 0..pieces.len() {
        let piece = pieces.get(i);
        if !is_unseen(piece, seen) {
            points += piece.len();
        }
    }
    points > MOST
}

/// Lines of a batch, where anything of them lies within `around`.
pub(super) fn strokes_pixels(
    around: Rect,
    lines: Pieces<'_>,
    colors: Each<'_, Color>,
    widths: Each<'_, f32>,
    stroke: &Stroke<'_>,
) -> Option<Pixels> {
    let (points, ends) = lines.parts();
    let zoom = Zoom::dense(reached(around, pen_reach(largest(widths)), &mut points.iter().copied())?);
    let (finer, mut dashes, mut room) = (zoom.points(points), Vec::new(), Vec::new());
    let pen = zoomed(&zoom, stroke, &mut dashes);
    let widths = lengths(&zoom, widths, &mut room);
    Some(zoom.drawn(&mut |to| to.strokes(Pieces::new(&finer, ends), colors, widths, &pen)))
}

/// Polygons of a batch, where anything of them lies within `around`.
pub(super) fn fills_pixels(around: Rect, rings: Pieces<'_>, colors: Each<'_, Color>) -> Option<Pixels> {
    let (points, ends) = rings.parts();
    let zoom = Zoom::dense(reached(around, 0.0, &mut points.iter().copied())?);
    let finer = zoom.points(points);
    Some(zoom.drawn(&mut |to| to.fills(Pieces::new(&finer, ends), colors)))
}

/// The largest of some lengths.
fn largest(lengths: Each<'_, f32>) -> f32 {
    match lengths {
        Each::One(length) => length,
        Each::All(all) => all.iter().copied().fold(0.0, f32::max),
    }
}

/// How far markers reach from their places.
fn marker_reach(looks: &Markers<'_>) -> f32 {
    largest(looks.sizes) + pen_reach(largest(looks.edge_widths))
}

/// Markers that are larger than this, in pixels, have their middle and their corners where viewers, which reckon in single precision or less,
/// cannot place them.
const LARGEST: f32 = 16_384.0;

/// Whether markers are an image: too many of them are seen, or one that is too large.
pub(super) fn are_pixels(around: Rect, at: &[(f64, f64)], looks: &Markers<'_>) -> bool {
    let mut count = 0;
    if marker_reach(looks) > LARGEST {
        for (i, &(x, y)) in at.iter().enumerate() {
            let reach = looks.sizes.at(i) + pen_reach(looks.edge_widths.at(i));
            if reach > LARGEST && around.expanded(reach).contains(Point::new(x as f32, y as f32)) {
                return true;
            }
        }
    }
    if at.len() > MOST {
        let seen = around.expanded(marker_reach(looks));
        for &(x, y) in at {
            count += usize::from(seen.contains(Point::new(x as f32, y as f32)));
        }
    }
    count > MOST
}

/// Markers, where anything of them lies within `around`.
pub(super) fn markers_pixels(around: Rect, at: &[(f64, f64)], looks: &Markers<'_>) -> Option<Pixels> {
    let mut points = Vec::with_capacity(at.len());
    for &(x, y) in at {
        points.push(Point::new(x as f32, y as f32));
    }
    let zoom = Zoom::dense(reached(around, marker_reach(looks), &mut points.iter().copied())?);
    let (mut finer, mut room, mut edges) = (Vec::with_capacity(at.len()), Vec::new(), Vec::new());
    for place in at {
        finer.push(zoom.place(*place));
    }
    let sizes = lengths(&zoom, looks.sizes, &mut room);
    let edge_widths = lengths(&zoom, looks.edge_widths, &mut edges);
    let mut looks = Markers { sizes, edge_widths, ..*looks };
    if *looks.marker == Marker::Pixel {
        // a pixel of the figure
        looks =
            Markers { marker: &Marker::Square, sizes: Each::One(zoom.length(1.0)), edges: Each::One(None), ..looks };
    }
    Some(zoom.drawn(&mut |to| to.markers(&finer, &looks)))
}

/// Lengths for an image.
fn lengths<'a>(zoom: &Zoom, lengths: Each<'_, f32>, room: &'a mut Vec<f32>) -> Each<'a, f32> {
    match lengths {
        Each::One(length) => Each::One(zoom.length(length)),
        Each::All(all) => {
            for length in all {
                room.push(zoom.length(*length));
            }
            Each::All(room)
        }
    }
}
