use super::*;
use crate::axis::{AxisMap, Scale};
use crate::data::{GridData, Values};
use crate::export::tile::Tile;
use crate::geom::Limits;
use crate::style::FillRule;
use crate::style::{ColorScale, Colormap, Interpolation, Marker, Norm};
use crate::surface::Span;
use crate::surface::{Each, Inside, Line, Markers, Picture, Pieces, Shape, Surface};
use crate::text::{Anchor, Words};

const RED: Color = Color::rgb(255, 0, 0);
const HALF: Color = Color::rgba(255, 0, 0, 128);

const fn p(x: f32, y: f32) -> Point {
    Point::new(x, y)
}

/// What a drawing of 100 x 50 pixels writes.
fn written(draw: &dyn Fn(&mut dyn Surface)) -> Svg {
    let mut svg = Svg::new(Size::new(100, 50));
    draw(&mut svg);
    assert!(svg.clips.is_empty());
    svg
}

#[test]
fn a_file_has_its_size_in_inches_and_its_units_are_pixels() {
    let svg = Svg::new(Size::new(640, 481)).finish(100.0, &[]);
    assert!(svg.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg "), "{svg}");
    assert!(svg.split('>').nth(1).unwrap().contains("xml:space=\"preserve\""), "spaces before words are words: {svg}");
    assert!(svg.contains(" width=\"6.4in\" height=\"4.81in\" viewBox=\"0 0 640 481\">\n</svg>\n"), "{svg}");
}

#[test]
fn lines_are_runs_of_one_path() {
    let stroke = Stroke { cap: Cap::Butt, join: Join::Miter, ..Stroke::solid(2.0, HALF) };
    let gap = p(f32::NAN, 0.0);
    let points = [p(0.0, 0.0), p(10.0, 5.0), gap, p(3.0, 3.0), gap, p(20.0, 0.0), p(25.0, 0.0), p(30.0, 0.0)];
    let svg = written(&|to| to.stroke(Line::Points(&points), &stroke));
    let looks = "<path fill=\"none\" stroke=\"#ff0000\" stroke-opacity=\".502\" stroke-width=\"2\"";
    assert_eq!(svg.out, format!("{looks} d=\"M0 0l10 5M20 0l10 0\"/>\n"));
    for (width, color) in [(0.0, RED), (f32::NAN, RED), (-1.0, RED), (1.0, Color::TRANSPARENT)] {
        assert_eq!(written(&|to| to.stroke(Line::Points(&points), &Stroke::solid(width, color))).out, "");
    }
}

#[test]
fn dashes_go_on_where_a_line_comes_back() {
    let stroke = Stroke { dashes: &[3.0, 2.0], dash_offset: 1.0, ..Stroke::solid(1.0, HALF) };
    // out to the right by a hundred thousand pixels, and back
    let points = [p(90.0, 0.0), p(100_092.0, 0.0), p(100_092.0, 40.0), p(90.0, 40.0)];
    let out = written(&|to| to.stroke(Line::Points(&points), &stroke)).out;
    assert!(out.contains(" stroke=\"#ff0000\" stroke-width=\"1\"") && out.contains(" opacity=\".502\">\n"), "{out}");
    let reach = reach(Size::new(100, 50), 1.0);
    let walked = 100_002.0 + 40.0 + 100_092.0 - reach;
    let mut offset = String::new();
    xml::attribute(&mut offset, "stroke-dashoffset", (1.0 + walked).rem_euclid(5.0));
    let paths: Vec<&str> = out.lines().filter(|line| line.starts_with("<path")).collect();
    assert!(
        paths.len() == 2 && paths[0].contains(" stroke-dashoffset=\"1\"") && paths[1].contains(&offset),
        "{out} {offset}"
    );
    // odd patterns are gone through twice, and unusable ones make a solid line
    let dashes =
        |dashes: &[f32]| written(&|to| to.stroke(Line::Points(&points[..2]), &Stroke { dashes, ..stroke })).out;
    assert!(dashes(&[3.0]).contains(" stroke-dasharray=\"3 3\" stroke-dashoffset=\"1\""));
    assert!(!dashes(&[3.0, 0.0]).contains("dash") && !dashes(&[f32::NAN, 1.0]).contains("dash"));
}

#[test]
fn equal_clips_are_one_and_empty_ones_leave_nothing() {
    let (left, all) = (Rect::new(0.0, 0.0, 50.0, 50.0), Rect::new(0.0, 0.0, 100.0, 50.0));
    let disc = Path::ellipse(left);
    let svg = written(&|to| {
        for inside in [Inside::Rect(left), Inside::Rect(all), Inside::Rect(left), Inside::Path(&disc)] {
            to.push_clip(inside);
            to.push_clip(Inside::Rect(left));
            to.pop_clip();
            to.fill(Shape::Rect(Rect::new(60.0, 1.0, 20.0, 2.0)), RED);
            to.pop_clip();
        }
    });
    assert_eq!(svg.defs.out.matches("<clipPath").count(), 2, "{}", svg.defs.out);
    assert_eq!(svg.defs.out.matches("<rect x=\"0\" y=\"0\" width=\"50\" height=\"50\"/></clipPath>").count(), 1);
    assert_eq!(
        (svg.out.matches("<g clip-path=\"url(#").count(), svg.out.matches("</g>").count()),
        (3, 3),
        "{}",
        svg.out
    );
    assert_eq!(svg.out.matches("<rect x=\"20\" y=\"1\" width=\"40\" height=\"1\" fill=\"#ff0000\"/>").count(), 4);
}

#[test]
fn what_reaches_far_out_is_cut_where_it_is_still_exact() {
    let reach = reach(Size::new(100, 50), 0.0);
    let far = Path::rect(Rect::new(-1e30, 10.0, 1e30, 20.0));
    let out = written(&|to| {
        to.fill(Shape::Rect(Rect::new(f32::NEG_INFINITY, 10.0, f32::INFINITY, 20.0)), RED);
        to.fill(Shape::Path(&far, FillRule::EvenOdd), RED);
        to.fill(Shape::Polygon(&[p(0.0, 10.0), p(1e9, 10.0), p(f32::NAN, 0.0), p(1e9, 20.0), p(0.0, 20.0)]), RED);
        to.fill(Shape::Rect(Rect::new(f32::NAN, 10.0, 20.0, 20.0)), Color::TRANSPARENT);
    })
    .out;
    let side = (2.0 * reach) as i64;
    assert!(out.contains(&format!("<rect x=\"-{reach}\" y=\"10\" width=\"{side}\" height=\"10\"")), "{out}");
    assert!(out.contains("fill-rule=\"evenodd\" d=\"M") && out.lines().count() == 3, "{out}");
    for number in out.split(|c: char| !c.is_ascii_digit() && c != '.').filter(|n| !n.is_empty()) {
        assert!(number.parse::<f64>().is_ok_and(|v| v <= 2.0 * reach), "{number} in {out}");
    }
}

#[test]
fn markers_are_defined_once_and_used_where_they_are() {
    let markers = |marker: &Marker, faces, at: &[(f64, f64)]| {
        let looks = Markers {
            marker,
            half: None,
            sizes: Each::One(6.0),
            faces,
            edges: Each::One(Some(Color::BLACK)),
            edge_widths: Each::One(1.0),
        };
        written(&|to| to.markers(at, &looks))
    };
    let at = [(1.0, 2.0), (f64::NAN, 2.0), (30.5, 2.25), (1e9, 3.0), (f64::INFINITY, 1.0)];
    let svg = markers(&Marker::Circle, Each::One(Some(HALF)), &at);
    let (id, rest) = svg.defs.out["<circle id=\"".len()..].split_at(9);
    assert_eq!(rest, "\" r=\"3\" stroke-width=\"1\"/>\n");
    let uses =
        format!("<use xlink:href=\"#{id}\" x=\"1\" y=\"2\"/>\n<use xlink:href=\"#{id}\" x=\"30.5\" y=\"2.25\"/>\n");
    let looks = "<g fill=\"#ff0000\" fill-opacity=\".502\" stroke=\"#000000\">\n";
    assert_eq!(svg.out, [looks, &uses, "</g>\n"].concat());
    // each in its own colour
    let svg = markers(&Marker::Star, Each::All(&[Some(RED), None]), &at[1..3]);
    assert_eq!(svg.defs.out.lines().count(), 1);
    assert!(
        svg.out.contains(" x=\"30.5\" y=\"2.25\" fill=\"none\" stroke=\"#000000\"/>") && svg.out.lines().count() == 1,
        "{}",
        svg.out
    );
    // lines have no inside, and nothing is nothing
    let svg = markers(&Marker::Plus, Each::One(Some(RED)), &at[..1]);
    assert!(
        svg.out.contains(" fill=\"none\" stroke=\"#000000\"/>") && svg.defs.out.contains(" d=\"M-3 0l6 0M0-3l0 6\"/>")
    );
    assert_eq!(
        markers(&Marker::None, Each::One(Some(RED)), &at).finish(100.0, &[]),
        written(&|_| {}).finish(100.0, &[])
    );
}

#[test]
fn pieces_of_one_look_share_it() {
    let points =
        [p(0.0, 0.0), p(5.0, 0.0), p(5.0, 5.0), p(0.0, 10.0), p(5.0, 10.0), p(5.0, 15.0), p(9.0, 9.0), p(1e9, 9.0)];
    let blue = Color::rgb(0, 0, 255);
    let svg = written(&|to| {
        to.fills(Pieces::new(&points, &[3, 6]), Each::One(RED));
        to.fills(Pieces::new(&points, &[3, 6]), Each::All(&[RED, blue]));
        to.strokes(
            Pieces::new(&points, &[3, 6, 8]),
            Each::All(&[RED, RED, blue]),
            Each::One(2.0),
            &Stroke::solid(9.0, RED),
        );
    });
    let want = "<g fill=\"#ff0000\">\n<path d=\"M0 0l5 0 0 5z\"/>\n<path d=\"M0 10l5 0 0 5z\"/>\n</g>\n\
        <path fill=\"#ff0000\" d=\"M0 0l5 0 0 5z\"/>\n<path fill=\"#0000ff\" d=\"M0 10l5 0 0 5z\"/>\n\
        <g fill=\"none\" stroke-linecap=\"square\" stroke-linejoin=\"round\">\n\
        <g stroke=\"#ff0000\" stroke-width=\"2\">\n<path d=\"M0 0l5 0 0 5\"/>\n<path d=\"M0 10l5 0 0 5\"/>\n</g>\n\
        <path fill=\"none\" stroke=\"#0000ff\" stroke-width=\"2\"";
    assert!(svg.out.starts_with(want), "{}", svg.out);
}

#[test]
fn pieces_whose_width_is_no_number_are_left_out() {
    let points = [p(0.0, 0.0), p(9.0, 0.0), p(0.0, 9.0), p(9.0, 9.0), p(1.0, 1.0), p(2.0, 1.0)];
    let pen =
        Stroke { color: Color::BLACK, width: 1.0, dashes: &[], dash_offset: 0.0, cap: Cap::Butt, join: Join::Round };
    let svg = written(&|to| {
        let widths = [f32::NAN, 2.0, f32::INFINITY];
        to.strokes(Pieces::new(&points, &[2, 4, 6]), Each::One(Color::BLACK), Each::All(&widths), &pen);
    });
    assert_eq!(svg.out.matches("<path").count(), 1, "{}", svg.out);
}

/// What words of a drawing of 100 x 50 pixels are.
fn worded(outlines: bool, words: &Words<'_>, anchor: Anchor, color: Color) -> Svg {
    let mut svg = Svg { outlines, ..Svg::new(Size::new(100, 50)) };
    svg.words(words, anchor, color);
    svg
}

fn outlined(words: &Words<'_>, anchor: Anchor, color: Color) -> Svg {
    worded(true, words, anchor, color)
}

const LEFT: Anchor =
    Anchor { at: p(10.0, 20.0), ha: crate::text::HAlign::Left, va: crate::text::VAlign::Baseline, angle: 0.0 };

#[test]
fn words_are_text_where_letters_stand_beside_letters() {
    let text = |text: &str, anchor| worded(false, &Words::new(text, 20.48), anchor, RED).out;
    assert_eq!(text("a <b", LEFT), "<text fill=\"#ff0000\" x=\"10\" y=\"20\" font-size=\"20.48\">a &lt;b</text>\n");
    for spaced in ["a  b", " a", "a\nb "] {
        assert!(text(spaced, LEFT).contains(" xml:space=\"preserve\" style=\"white-space:pre\" x="), "{spaced}");
    }
    // kerned by 232 units of 2048; joined letters are letters
    let kerned = text("AVe ffi", LEFT);
    assert!(kerned.contains(">A<tspan x=\"22.7\">V</tspan>") && kerned.contains(">e ffi</tspan></text>"), "{kerned}");
    // of characters with one glyph the one that was written
    for written in ["a\u{a0}b", "\u{3a9}", "\u{2126}"] {
        assert!(text(written, LEFT).contains(&[">", written, "<"].concat()), "{written:?}");
    }
    // lines are words, and stand on other heights
    let turned = text("one\ntwo", Anchor { angle: 30.0, ..LEFT });
    assert!(turned.contains(" transform=\"translate(10 20) rotate(330)\" x=\"17.802\" y=\"-13.224\""), "{turned}");
    assert!(turned.contains(">one <tspan x=\"17.802\" y=\"11.356\">two</tspan></text>"), "{turned}");
    // scripts are smaller, letters of another font say so
    let mixed = text("$x^2_i$ m", LEFT);
    assert!(mixed.contains(" font-style=\"oblique\">x<tspan") && mixed.contains(" font-size=\"14.3"), "{mixed}");
    assert!(mixed.contains(" font-style=\"normal\">2</tspan>") || mixed.contains("font-style=\"normal\">"), "{mixed}");
    // marks that the font places and boxes are outlines
    for odd in ["x\u{302}", "\u{65e5}"] {
        assert!(text(odd, LEFT).starts_with("<g aria-label="), "{odd}");
    }
    assert_eq!(text("\u{200b}", LEFT), "");
}

#[test]
fn files_carry_the_letters_that_they_use() {
    let svg = worded(false, &Words::new("AVA$x$", 20.0), LEFT, RED).finish(100.0, &[]);
    assert_eq!(svg.matches("@font-face{font-family:'DejaVu Sans';").count(), 2, "{svg}");
    assert!(svg.len() < 6000 && svg.contains(text::ROOT));
    let outlined = outlined(&Words::new("AVA", 20.0), LEFT, RED).finish(100.0, &[]);
    assert!(!outlined.contains("font"), "{outlined}");
}

#[test]
fn words_are_outlines_and_a_label_by_choice() {
    let anchor =
        Anchor { at: p(10.0, 20.0), ha: crate::text::HAlign::Left, va: crate::text::VAlign::Baseline, angle: 90.0 };
    let svg = outlined(&Words::new("a<a \n a", 20.48), anchor, HALF);
    // the outlines of two letters; the blank has none
    assert_eq!(svg.defs.out.matches("<path").count(), 2, "{}", svg.defs.out);
    assert!(svg.out.starts_with("<g aria-label=\"a&lt;a &#10; a\" transform=\"translate(10 20) rotate(270) scale(.01)\" fill=\"#ff0000\" opacity=\".502\"><use "), "{}", svg.out);
    // an `a` is 1255 units wide in the font, and the letters stand on the place
    let upright = outlined(&Words::new("aa", 2048.0), Anchor { angle: 0.0, ..anchor }, RED).out;
    let places: Vec<&str> = upright.split("<use").skip(1).map(|used| used.split_once("\" ").unwrap().1).collect();
    assert!(places[0] == "x=\"0\" y=\"0\"/>" && places[1].starts_with("x=\"1255\" y=\"0\"/>"), "{upright}");
    // so large that it is drawn at the largest size
    assert!(upright.contains(" scale(.4882813)\""), "{upright}");
    for (size, at) in [(0.0, p(0.0, 0.0)), (f32::NAN, p(0.0, 0.0)), (9.0, p(f32::NAN, 0.0))] {
        assert_eq!(outlined(&Words::new("a", size), Anchor { at, ..anchor }, RED).out, "");
    }
}

/// Six cells, the upper left one a hole, between 10 and 40 pixels across and 5 and 25 down.
fn tile(how: Interpolation, around: Rect, mirrored: bool) -> Option<Tile> {
    let data = GridData { rows: 2, cols: 3, values: Values::Scalar(vec![f64::NAN, 1.0, 2.0, 3.0, 4.0, 5.0]) };
    let colors = ColorScale::new(Colormap::VIRIDIS, Norm::Linear, Limits::new(0.0, 5.0));
    let unit = Limits::new(0.0, 1.0);
    let (x, y) = (AxisMap::new(Scale::Linear, unit, 10.0, 40.0), AxisMap::new(Scale::Linear, unit, 5.0, 25.0));
    let along =
        |map, cells| Span { map, from: if mirrored { 1.0 } else { 0.0 }, to: if mirrored { 0.0 } else { 1.0 }, cells };
    let picture = Picture { data: &data, colors: &colors, x: along(&x, 3), y: along(&y, 2), how, alpha: 1.0 };
    Tile::of(&picture, around, 1000.0)
}

#[test]
fn cells_become_pixels_where_they_are_rectangles() {
    let color = |v: f64| {
        let Color { r, g, b, a, .. } = Colormap::VIRIDIS.at(v / 5.0);
        [r, g, b, a]
    };
    let everything = Rect::new(0.0, 0.0, 100.0, 50.0);
    let whole = tile(Interpolation::Auto, everything, false).unwrap();
    assert!(whole.cells && whole.size == Size::new(60, 40) && whole.x == (10.0, 40.0) && whole.y == (5.0, 25.0));
    let at = |tile: &Tile, x: usize, y: usize| {
        let from = (y * tile.size.width as usize + x) * 4;
        tile.rgba[from..from + 4].to_vec()
    };
    for (x, y, want) in [(20, 0, 1.0), (39, 19, 1.0), (40, 19, 2.0), (39, 20, 4.0), (59, 39, 5.0), (0, 39, 3.0)] {
        assert_eq!(at(&whole, x, y), color(want), "{x} {y}");
    }
    assert!(at(&whole, 0, 0)[3] == 0 && at(&whole, 19, 19)[3] == 0);
    let mirrored = tile(Interpolation::Nearest, everything, true).unwrap();
    assert!(at(&mirrored, 59, 39)[3] == 0 && at(&mirrored, 0, 0) == color(5.0) && at(&mirrored, 39, 39) == color(1.0));
    // what is not seen is left out, up to the edge of a cell
    let part = tile(Interpolation::Auto, Rect::new(22.0, 0.0, 28.0, 12.0), false).unwrap();
    assert!(part.size == Size::new(12, 14) && part.x == (20.0, 30.0) && part.y == (5.0, 15.0));
    assert!(part.rgba.chunks(4).all(|pixel| pixel == color(1.0)));
    assert!(tile(Interpolation::Auto, Rect::new(50.0, 0.0, 60.0, 50.0), false).is_none());
    // what is blended has pixels of its own
    let blended = tile(Interpolation::Bilinear, Rect::new(0.0, 0.0, 30.5, 50.0), false).unwrap();
    assert!(
        !blended.cells && blended.size == Size::new(41, 40) && blended.x == (10.0, 30.5) && blended.y == (5.0, 25.0)
    );
}

#[test]
fn a_mesh_is_an_image_as_large_as_it_is() {
    let corners = [p(10.0, 10.0), p(30.0, 10.0), p(10.0, 40.0), p(f32::NAN, 3.0)];
    let svg = written(&|to| to.mesh(&corners, &[RED, RED, RED, RED], &[[0, 1, 2], [1, 2, 3]]));
    assert!(svg.out.starts_with("<image x=\"10\" y=\"10\" width=\"20\" height=\"30\" preserveAspectRatio=\"none\" xlink:href=\"data:image/png;base64,iVBORw0KGgo"), "{}", svg.out);
    assert_eq!(written(&|to| to.mesh(&corners[..0], &[], &[])).out, "");
}
