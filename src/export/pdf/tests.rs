use super::*;
use crate::style::FillRule;
use crate::style::{Cap, Join, Marker};
use crate::surface::{Each, Inside, Line, Markers, Pieces, Shape, Surface};
use crate::text::{Anchor, Words};
use crate::text::{HAlign, VAlign};

const RED: Color = Color::rgb(255, 0, 0);
const HALF: Color = Color::rgba(255, 0, 0, 128);

const fn p(x: f32, y: f32) -> Point {
    Point::new(x, y)
}

/// What a drawing of 100 x 50 pixels writes.
fn written(draw: &dyn Fn(&mut dyn Surface)) -> Pdf {
    let mut pdf = Pdf::new(Size::new(100, 50));
    draw(&mut pdf);
    assert!(pdf.clips.is_empty());
    pdf
}

fn operators(draw: &dyn Fn(&mut dyn Surface)) -> String {
    written(draw).content.out
}

/// The streams of a file, unpacked, and all of it as text.
fn opened(bytes: &[u8]) -> (Vec<Vec<u8>>, String) {
    let at = |from: usize, what: &[u8]| bytes[from..].windows(what.len()).position(|w| w == what).map(|at| from + at);
    let (mut streams, mut from) = (Vec::new(), 0);
    while let Some(begin) = at(from, b">>\nstream\n") {
        from = at(begin, b"\nendstream").unwrap();
        streams.push(miniz_oxide::inflate::decompress_to_vec_zlib(&bytes[begin + 10..from]).unwrap());
    }
    (streams, String::from_utf8_lossy(bytes).into_owned())
}

#[test]
fn a_page_has_the_size_in_points_and_its_units_are_pixels() {
    let info = [("Title".to_string(), "Größe (a)".to_string()), ("Seed 1".to_string(), "7)".to_string())];
    let bytes = written(&|to| to.fill(Shape::Rect(Rect::new(0.0, 0.0, 2.0, 1.0)), RED)).finish(200.0, &info);
    let (streams, text) = opened(&bytes);
    assert!(text.contains("/MediaBox[0 0 36 18]"), "{text}");
    let told = "/Title<FEFF0047007200F600DF00650020002800610029>/Seed#201(7\\))";
    assert!(text.contains(told) && text.contains("<</Creator(grabframe)/Producer(grabframe "), "{text}");
    assert_eq!(String::from_utf8_lossy(&streams[0]), ".36 0 0 -.36 0 18 cm\n4 M\n1 0 0 rg\n/f255 gs\n0 0 2 1 re\nf\n");
    assert!(text.contains("/ExtGState<</f255<</ca 1>>>>"), "{text}");
}

#[test]
fn lines_are_runs_of_one_path_and_say_what_changes() {
    let stroke = Stroke { cap: Cap::Butt, join: Join::Miter, ..Stroke::solid(2.0, HALF) };
    let gap = p(f32::NAN, 0.0);
    let points = [p(0.0, 0.0), p(10.0, 5.0), gap, p(3.0, 3.0), gap, p(20.0, 0.0), p(25.0, 0.0), p(30.0, 0.0)];
    let out = operators(&|to| {
        to.stroke(Line::Points(&points), &stroke);
        to.stroke(Line::Points(&points[..2]), &Stroke { dashes: &[3.0], dash_offset: 7.0, ..stroke });
    });
    assert_eq!(
        out,
        "1 0 0 RG\n/s128 gs\n2 w\n0 J\n0 j\n[]0 d\n0 0 m\n10 5 l\n20 0 m\n30 0 l\nS\n[3 3]1 d\n0 0 m\n10 5 l\nS\n"
    );
    for (width, color) in [(0.0, RED), (f32::NAN, RED), (-1.0, RED), (1.0, Color::TRANSPARENT)] {
        assert_eq!(operators(&|to| to.stroke(Line::Points(&points), &Stroke::solid(width, color))), "");
    }
}

#[test]
fn dashes_go_on_where_a_line_comes_back_and_are_blended_once() {
    let stroke = Stroke { dashes: &[3.0, 2.0], dash_offset: 1.0, ..Stroke::solid(1.0, HALF) };
    // out to the right by a hundred thousand pixels, and back
    let points = [p(90.0, 0.0), p(100_092.0, 0.0), p(100_092.0, 40.0), p(90.0, 40.0)];
    let pdf = written(&|to| to.stroke(Line::Points(&points), &stroke));
    assert_eq!(pdf.content.out, "/f128 gs\n/X0 Do\n");
    let (streams, text) = opened(&pdf.finish(100.0, &[]));
    let out = String::from_utf8_lossy(&streams[0]).into_owned();
    let walked = 100_002.0 + 40.0 + 100_092.0 - reach(Size::new(100, 50), 1.0);
    let mut again = String::from("[3 2]");
    number(&mut again, (1.0 + walked).rem_euclid(5.0), 3);
    assert!(out.contains("/s255 gs\n") && out.contains("[3 2]1 d\n") && out.contains(&(again + " d\n")), "{out}");
    assert!(text.contains("/Subtype/Form") && text.contains("/Group<</S/Transparency/CS/DeviceRGB>>"), "{text}");
}

#[test]
fn clips_hold_what_is_drawn_and_empty_ones_leave_nothing() {
    let (left, all) = (Rect::new(0.0, 0.0, 50.0, 50.0), Rect::new(0.0, 0.0, 100.0, 50.0));
    let out = operators(&|to| {
        for inside in [Inside::Rect(left), Inside::Rect(all), Inside::Path(&Path::new())] {
            to.push_clip(inside);
            to.push_clip(Inside::Rect(left));
            to.pop_clip();
            to.fill(Shape::Rect(Rect::new(60.0, 1.0, 20.0, 2.0)), RED);
            to.pop_clip();
        }
    });
    // what is set within a clip is forgotten after it
    assert_eq!(
        out,
        "q\n0 0 50 50 re\nW n\n1 0 0 rg\n/f255 gs\n20 1 40 1 re\nf\nQ\n1 0 0 rg\n/f255 gs\n20 1 40 1 re\nf\n\
         q\n-9 -9 1 1 re\nW n\n20 1 40 1 re\nf\nQ\n"
    );
}

#[test]
fn what_reaches_far_out_is_cut_where_it_is_still_exact() {
    let reach = reach(Size::new(100, 50), 0.0);
    let far = Path::rect(Rect::new(-1e30, 10.0, 1e30, 20.0));
    let out = operators(&|to| {
        to.fill(Shape::Rect(Rect::new(f32::NEG_INFINITY, 10.0, f32::INFINITY, 20.0)), RED);
        to.fill(Shape::Path(&far, FillRule::EvenOdd), RED);
        to.fill(Shape::Polygon(&[p(0.0, 10.0), p(1e9, 10.0), p(f32::NAN, 0.0), p(1e9, 20.0), p(0.0, 20.0)]), RED);
        to.fill(Shape::Rect(Rect::new(f32::NAN, 10.0, 20.0, 20.0)), Color::TRANSPARENT);
    });
    assert!(out.contains(&format!("-{reach} 10 {} 10 re\nf\n", 2.0 * reach)), "{out}");
    assert!(out.contains("h\nf*\n") && out.ends_with("h\nf\n"), "{out}");
    for number in out.split_whitespace().filter_map(|word| word.parse::<f64>().ok()) {
        assert!(number.abs() <= 2.0 * reach, "{number} in {out}");
    }
}

#[test]
fn pieces_of_a_batch_that_are_not_seen_are_left_out() {
    let points = [p(-50.0, 10.0), p(-40.0, 20.0), p(10.0, 10.0), p(20.0, 20.0), p(200.0, -9.0), p(300.0, 90.0)];
    let out = operators(&|to| {
        let pieces = Pieces::new(&points, &[2, 4, 6]);
        to.strokes(pieces, Each::One(RED), Each::One(1.0), &Stroke::solid(1.0, RED));
    });
    assert!(out.matches(" m\n").count() == 1 && out.contains("10 10 m\n20 20 l\nS\n"), "{out}");
}

#[test]
fn markers_that_are_seen_twice_are_a_form() {
    let looks = Markers {
        half: None,
        marker: &Marker::Square,
        sizes: Each::One(6.0),
        faces: Each::One(Some(HALF)),
        edges: Each::One(Some(RED)),
        edge_widths: Each::One(1.0),
    };
    let at = [(1.0, 2.0), (f64::NAN, 2.0), (30.5, 2.25), (1e9, 3.0), (f64::INFINITY, 1.0), (7.0, 7.0)];
    let pdf = written(&|to| to.markers(&at, &looks));
    let shape = "1 w\n0 J\n0 j\n[]0 d\n-3 -3 m\n3 -3 l\n3 3 l\n-3 3 l\nh\nf\n-3 -3 m\n3 -3 l\n3 3 l\n-3 3 l\nh\nS\n";
    let want = format!(
        "1 0 0 rg\n/f128 gs\n1 0 0 RG\n/s255 gs\nq\n1 0 0 1 1 2 cm\n{shape}Q\n\
         q\n1 0 0 1 30.5 2.25 cm\n/X0 Do\nQ\nq\n1 0 0 1 7 7 cm\n/X0 Do\nQ\n"
    );
    assert_eq!(pdf.content.out, want);
    let (streams, text) = opened(&pdf.finish(100.0, &[]));
    assert!(streams[0] == shape.as_bytes() && text.contains("/BBox[-9 -9 9 9 ]"), "{text}");
    // each of its own size, and lines have no inside
    let sizes = Markers { sizes: Each::All(&[1.0, 2.0, 3.0, 4.0, 5.0, f32::NAN]), marker: &Marker::Plus, ..looks };
    let pdf = written(&|to| to.markers(&at, &sizes));
    assert!(pdf.objects.is_empty() && !pdf.content.out.contains(" rg") && !pdf.content.out.contains("h\n"));
}

#[test]
fn pixels_have_their_opacity_beside_them() {
    let blue = Color::rgb(0, 0, 255);
    let corners = [p(10.0, 10.0), p(30.0, 10.0), p(10.0, 40.0), p(f32::NAN, 3.0)];
    let pdf = written(&|to| to.mesh(&corners, &[blue; 4], &[[0, 1, 2], [1, 2, 3]]));
    assert_eq!(pdf.content.out, "/f255 gs\nq\n20 0 0 -30 10 40 cm\n/X0 Do\nQ\n");
    let (streams, text) = opened(&pdf.finish(100.0, &[]));
    // rows of 40 pixels, each as its difference to the one above
    assert_eq!((streams[0].len(), streams[1].len()), (60 * 41, 60 * 121));
    assert_eq!((&streams[0][..3], &streams[1][..7]), (&[2, 255, 255][..], &[2, 0, 0, 255, 0, 0, 255][..]));
    assert!(streams[0][41..44] == [2, 0, 0] && streams[1][121..125] == [2, 0, 0, 0]);
    for entry in ["/ColorSpace/DeviceGray", "/Predictor 15/Colors 3/Columns 40>>/Width 40/Height 60/SMask 2 0 R"] {
        assert!(text.contains(entry), "{text}");
    }
    assert_eq!(operators(&|to| to.mesh(&corners[..0], &[], &[])), "");
}

#[test]
fn words_are_letters_of_fonts() {
    let anchor = Anchor { at: p(10.0, 20.0), ha: HAlign::Left, va: VAlign::Baseline, angle: 0.0 };
    let pdf = written(&|to| to.words(&Words::new("aVab\nﬁ", 20.48), anchor, RED));
    let (first, second) = pdf.content.out.split_once("EMC\n").unwrap_or((&pdf.content.out, ""));
    // kerned, and the second line, which is not written as its letters are read, is told
    assert!(first.starts_with("1 0 0 rg\n/f255 gs\nBT\n/F0 20.48 Tf\n1 0 0 -1 10 "), "{first}");
    assert!(first.contains(" Tm[<00010002>77.6<00010003>]TJ\n") && first.matches("Tf").count() == 1, "{first}");
    assert!(first.contains("/Span<</ActualText<FEFFFB01>>>BDC\n") && second == "ET\n", "{first}{second}");
    let turned = operators(&|to| to.words(&Words::new("a", 20.48), Anchor { angle: 90.0, ..anchor }, RED));
    assert!(turned.contains("\n0 -1 -1 0 25.56 24.92 Tm[<0001>]TJ\nET\n"), "{turned}");
    // letters that overlap are blended once
    let half = written(&|to| to.words(&Words::new("a", 9.0), anchor, HALF));
    assert_eq!(half.content.out, "/f128 gs\n/X0 Do\n");
    for (size, at) in [(0.0, p(0.0, 0.0)), (f32::NAN, p(0.0, 0.0)), (9.0, p(f32::NAN, 0.0))] {
        assert_eq!(operators(&|to| to.words(&Words::new("a", size), Anchor { at, ..anchor }, RED)), "");
    }
    let (streams, text) = opened(&pdf.finish(100.0, &[]));
    let cmap = String::from_utf8_lossy(&streams[2]).into_owned();
    let pairs = "4 beginbfchar\n<0001><0061>\n<0002><0056>\n<0003><0062>\n<0004><00660069>\nendbfchar\n";
    assert!(streams[1].starts_with(&[0, 1, 0, 0]) && cmap.contains(pairs), "{cmap}");
    let widths = text.split("/W[").nth(1).unwrap_or_default();
    assert!(
        text.contains("+DejaVuSans/Flags 4") && widths.starts_with("0[600.1 612.79 684.08 634.77 "),
        "{widths:.80}"
    );
}

#[test]
fn parts_of_words_have_their_colours_and_what_is_faint_is_blended_once() {
    let anchor = Anchor { at: p(10.0, 20.0), ha: HAlign::Left, va: VAlign::Baseline, angle: 0.0 };
    let text = |text: &'static str| written(&|to| to.words(&Words::new(text, 20.48), anchor, RED));
    // in the order in which they are read, and the line of the fraction in its own colour
    let out = text(r"$a\textcolor{blue}{\frac{b}{c}}d$").content.out;
    let (letters, rule) = out.split_once("ET\n").unwrap();
    let colors: Vec<&str> = letters.lines().filter(|line| line.ends_with(" rg")).collect();
    assert_eq!(colors, ["1 0 0 rg", "0 0 1 rg", "1 0 0 rg"], "{out}");
    assert!(rule.starts_with("0 0 1 rg\n") && rule.ends_with("l\nf\n"), "{out}");
    // letters and line of what is faint are one form
    let faint = text(r"$a\textcolor{#0000ff80}{\frac{b}{c}}$").content.out;
    assert!(faint.starts_with("1 0 0 rg\n") && faint.ends_with("ET\n/f128 gs\n/X0 Do\n"), "{faint}");
    assert!(!faint.contains("0 0 1 rg"), "{faint}");
    let none = text(r"$a\textcolor{#0000ff00}{b}$").content.out;
    assert!(!none.contains("Do") && none.matches("Tm").count() == 1, "{none}");
}
