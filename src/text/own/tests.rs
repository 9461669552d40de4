use super::runs::{Run, runs};
use super::*;
use crate::text::font::{self, FontSize};
use crate::text::{EM, FONT_DATA, Face, Fonts, Placed, TextLayout, Words};

/// A font of Debian's packages; `tests/integration/fonts.rs` says which there are. In CI nothing may be skipped.
fn installed(name: &str) -> Option<Font> {
    let font = Font::open(std::path::Path::new("/usr/share/fonts").join(name)).ok();
    assert!(font.is_some() || std::env::var_os("GRABFRAME_CI").is_none(), "{name} is missing in CI");
    if font.is_none() {
        eprintln!("skipped a test: the font {name} was not found");
    }
    font
}

/// The whole of DejaVu Sans, which has Hebrew and Arabic.
fn dejavu() -> Option<Font> {
    installed("truetype/dejavu/DejaVuSans.ttf")
}

fn chinese() -> Option<Font> {
    installed("truetype/wqy/wqy-microhei.ttc")
}

fn embedded() -> Font {
    Font::new(FONT_DATA).unwrap()
}

fn line(text: &str, px: f32, font: &Font) -> (Vec<Placed>, f32) {
    let fonts = Fonts::new(std::slice::from_ref(font));
    fonts.place(text, Face::Sans, FontSize::new(px).unwrap())
}

/// The embedded font is read alike by both readers.
#[test]
fn outlines_and_advances_are_those_of_our_own_reader() {
    let font = embedded();
    assert_eq!(font.name(), "DejaVu Sans");
    for c in "aQß@é∑Жω…0".chars() {
        let glyph = font::glyph(Face::Sans, c).1;
        let shaped = font.shaped(&c.to_string(), false);
        assert_eq!(shaped.glyphs.len(), 1, "{c}");
        assert_eq!((shaped.glyphs[0].glyph, shaped.width), (glyph, font::advance(Face::Sans, glyph, EM as u16)), "{c}");
        let range = font.outline(glyph).y_range.map(|(low, high)| (low as i16, high as i16));
        assert_eq!(range, font::y_range(Face::Sans, glyph), "{c}");
        assert_eq!(font.outline(glyph).segments.len(), font::outline(Face::Sans, glyph).len(), "{c}");
    }
    assert!(font.outline(u16::MAX).segments.is_empty());
    assert!(font.outline(font.shaped(" ", false).glyphs[0].glyph).y_range.is_none());
}

/// What is kept is given again, and does not grow for ever.
#[test]
fn what_is_kept_is_bounded() {
    let font = embedded();
    let first = font.shaped("abc", false);
    assert!(std::sync::Arc::ptr_eq(&first, &font.shaped("abc", false)));
    assert_eq!(*first, *embedded().shaped("abc", false));
    let mut kept = kept::Kept::default();
    for i in 0..40_000 {
        kept.keep_run(&i.to_string(), i % 2 == 0, &first);
        assert!(kept.bytes() <= 4 << 20);
    }
    assert!(kept.run("39999", false).is_some() && kept.run("39999", true).is_none() && kept.run("0", true).is_none());
}

#[test]
fn letters_that_are_embedded_stay_as_they_are() {
    let text = "Velocity ± 3 µm, office";
    let size = FontSize::new(14.0).unwrap();
    assert_eq!(line(text, 14.0, &embedded()), crate::text::layout::place(text, Face::Sans, size));
}

/// By the algorithm for two directions: what is read from right to left is reversed, numbers within are not, brackets look the
/// other way; and the marks stay with their letters.
#[test]
fn words_from_right_to_left() {
    let Some(font) = dejavu() else { return };
    let fonts = [font.clone()];
    let run = |range, font, rtl| Run { range, font, rtl };
    // alef bet space 12 space a
    assert_eq!(
        runs("אב 12 a", Face::Sans, &fonts),
        [
            run(8..9, None, false),
            run(7..8, None, true),
            run(5..7, None, false),
            run(4..5, None, true),
            run(0..4, Some(0), true)
        ]
    );
    assert_eq!(runs("a אב", Face::Sans, &fonts), [run(0..2, None, false), run(2..6, Some(0), true)]);
    // words of one font are one run, with the space between them
    assert_eq!(runs("אב גד", Face::Sans, &fonts), [run(0..9, Some(0), true)]);
    let (glyphs, _) = line("(א)", 20.0, &font);
    let bracket = |c| (Face::Sans, font::glyph(Face::Sans, c).1);
    let faces: Vec<_> = glyphs.iter().map(|p| (p.face, p.glyph)).collect();
    assert_eq!((faces.len(), faces[0], faces[2]), (3, bracket('('), bracket(')')));
    assert!(glyphs.windows(2).all(|w| w[0].x < w[1].x), "{glyphs:?}");
    // a number in Arabic stands as it is
    let (glyphs, _) = line("بعد 12 ثوان", 20.0, &font);
    let own: Vec<_> = glyphs.iter().filter(|p| p.face == Face::Sans && p.x > 0).map(|p| p.glyph).collect();
    let digits: Vec<_> = own.into_iter().filter(|g| *g != bracket(' ').1).collect();
    assert_eq!(digits, [bracket('1').1, bracket('2').1]);
}

/// Letters that are joined have other shapes than alone; lam and alef are one.
#[test]
fn arabic_is_joined() {
    let Some(font) = dejavu() else { return };
    let alone: Vec<u16> = "سلم".chars().map(|c| font.shaped(&c.to_string(), true).glyphs[0].glyph).collect();
    let joined: Vec<u16> = font.shaped("سلم", true).glyphs.iter().rev().map(|g| g.glyph).collect();
    assert_eq!(joined.len(), 3);
    assert!(joined.iter().zip(&alone).all(|(a, b)| a != b), "{joined:?} {alone:?}");
    assert_eq!(font.shaped("لا", true).glyphs.len(), 1);
}

/// Marks stand on the letter, higher on a higher one, and take no room.
#[test]
fn marks_are_placed() {
    let Some(font) = dejavu() else { return };
    let (letter, marked) = (font.shaped("ב", true), font.shaped("בָ", true));
    assert_eq!((marked.width, marked.glyphs.len()), (letter.width, 2));
    assert!(marked.glyphs.iter().all(|g| g.x < letter.width));
}

/// Words beside mathematics are in the figure's fonts, too.
#[test]
fn words_beside_mathematics() {
    let Some(font) = chinese() else { return };
    let fonts = Fonts::new(&[font]);
    let layout = TextLayout::new(&Words { fonts: &fonts, ..Words::new("速度 $v^2$", 14.0) });
    let faces: Vec<Face> = layout.lines().flatten().map(|p| p.face).collect();
    assert_eq!(faces[..2], [Face::Own(0), Face::Own(0)]);
    assert!(faces[2..].iter().all(|face| face.is_embedded()), "{faces:?}");
}

/// Advances are not rounded to whole pixels, a label is as high as one of digits, and lines are where they are.
#[test]
fn chinese_beside_digits() {
    let Some(font) = chinese() else { return };
    let fonts = Fonts::new(&[font]);
    let laid = |text| TextLayout::new(&Words { fonts: &fonts, ..Words::new(text, 13.9) });
    let (mixed, digits) = (laid("第12次"), laid("12"));
    assert_eq!((mixed.height, mixed.descent), (digits.height, digits.descent));
    let faces: Vec<Face> = mixed.lines().flatten().map(|p| p.face).collect();
    assert_eq!(faces, [Face::Own(0), Face::Sans, Face::Sans, Face::Own(0)]);
    // an em of whole pixels each
    assert_eq!(mixed.width, digits.width + 28.0);
    let design = TextLayout::design(&Words { fonts: &fonts, ..Words::new("次", 13.9) });
    assert_eq!(design.width, EM);
    // what no font has is the box of the embedded one
    let missing = laid("中\u{10fffd}");
    assert_eq!(missing.lines().next().map(|l| (l[1].face, l[1].glyph)), Some((Face::Sans, 0)));
}

#[test]
fn a_long_line_is_shaped_in_pieces() {
    let Some(font) = chinese() else { return };
    let text = "中".repeat(3_500);
    let fonts = [font];
    let lengths: Vec<usize> = runs(&text, Face::Sans, &fonts).iter().map(|r| r.range.len() / 3).collect();
    assert_eq!(lengths, [1000, 1000, 1000, 500]);
    // a letter may have any number of marks
    let text = format!("中{}", "\u{301}".repeat(10_000));
    assert!(runs(&text, Face::Sans, &fonts).iter().all(|r| r.range.len() <= 3000));
}
