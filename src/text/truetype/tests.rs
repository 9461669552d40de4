//! The embedded font against what fonttools reads from it, and bytes that are no font, or nearly one.

use super::*;
use crate::geom::Point;
use crate::text::FONT_DATA;

fn font() -> Font<'static> {
    Font::parse(FONT_DATA).unwrap()
}

#[test]
fn measures() {
    let font = font();
    assert_eq!((font.units_per_em(), font.line(), font.glyphs()), (2048, (1556, -492, 410), 3187));
    let advances = [(34, 1401), (89, 1212), (688, 0), (2308, 1067), (3150, 1303), (3187, 0), (u16::MAX, 0)];
    for (glyph, advance) in advances {
        assert_eq!(font.advance(glyph), advance, "{glyph}");
    }
}

#[test]
fn characters() {
    let font = font();
    let glyphs = [
        ('A', Some(34)),
        ('x', Some(89)),
        ('é', Some(169)),
        ('ф', Some(982)),
        ('\u{301}', Some(688)),
        ('→', Some(2155)),
        ('∫', Some(2308)),
        ('ﬃ', Some(3126)),
        ('ᵢ', Some(1299)),
        ('ₓ', Some(1980)),
        ('Ꞌ', Some(3098)),
        ('⨯', Some(2910)),
        ('𝟙', Some(3150)),
        ('\0', None),
        ('中', None),
        ('\u{ffff}', None),
        ('\u{10000}', None),
        (char::MAX, None),
    ];
    for (c, glyph) in glyphs {
        assert_eq!(font.glyph(c), glyph, "{c:?}");
    }
    assert_eq!((char::MIN..=char::MAX).filter(|c| font.glyph(*c).is_some()).count(), 3150);
    // of 35 glyphs, A is the last
    let mut data = FONT_DATA.to_vec();
    let count = table(b"maxp").start + 4;
    data[count..count + 2].copy_from_slice(&[0, 35]);
    assert_eq!(['A', 'B'].map(|c| Font::parse(&data).unwrap().glyph(c)), [Some(34), None]);
}

#[test]
fn pairs() {
    let font = font();
    let pairs = [("AV", -131), ("VA", -131), ("To", -348), ("LT", -282), ("Ty", -319), ("P.", -319), ("oo", 0)];
    for (pair, distance) in pairs {
        let mut glyphs = pair.chars().map(|c| font.glyph(c).unwrap());
        assert_eq!(font.kerning(glyphs.next().unwrap(), glyphs.next().unwrap()), distance, "{pair}");
    }
    // the first and the last pair of the table, and the extremes
    for (left, right, distance) in [(14, 34, -45), (3073, 303, -63), (107, 134, 151), (45, 1870, -538)] {
        assert_eq!(font.kerning(left, right), distance);
    }
    assert_eq!((font.kerning(0, 0), font.kerning(u16::MAX, u16::MAX)), (0, 0));
}

/// `M` and `L` with a point, `Q` with two.
fn written(outline: &[Segment]) -> String {
    let point = |p: &Point| format!("{} {}", p.x, p.y);
    let segment = |segment: &Segment| match segment {
        Segment::Move(p) => format!("M{}", point(p)),
        Segment::Line(p) => format!("L{}", point(p)),
        Segment::Quad(c, p) => format!("Q{} {}", point(c), point(p)),
        Segment::Cubic(..) => unreachable!("TrueType has none"),
    };
    outline.iter().map(segment).collect::<Vec<_>>().join(" ")
}

#[test]
fn outlines() {
    let font = font();
    let outline = |c| written(&font.outline(font.glyph(c).unwrap()));
    assert_eq!(outline('.'), "M219 254 L430 254 L430 0 L219 0 L219 254");
    // parts, the accent first; its anchor is a contour of one point
    assert_eq!(
        outline('í'),
        "M424 1638 L623 1638 L297 1262 L144 1262 L424 1638 M193 1120 L377 1120 L377 0 L193 0 L193 1120 M285 1147 L285 1147"
    );
    assert_eq!(
        outline('o'),
        "M627 991 Q479 991 393 875.5 Q307 760 307 559 Q307 358 392.5 242.5 Q478 127 627 127 Q774 127 860 243 \
         Q946 359 946 559 Q946 758 860 874.5 Q774 991 627 991 \
         M627 1147 Q867 1147 1004 991 Q1141 835 1141 559 Q1141 284 1004 127.5 Q867 -29 627 -29 Q386 -29 249.5 127.5 \
         Q113 284 113 559 Q113 835 249.5 991 Q386 1147 627 1147"
    );
    assert_eq!((outline(' '), written(&font.outline(3187))), (String::new(), String::new()));
    let range = |c| font.y_range(font.glyph(c).unwrap());
    assert_eq!((range('o'), range('í'), range(' ')), (Some((-29, 1147)), Some((0, 1638)), None));
    // the box in the font says -29
    assert_eq!(range('υ'), Some((-30, 1120)));
    assert_eq!(font.y_range(u16::MAX), None);
}

#[test]
fn every_glyph_is_read() {
    // blank: 39 have no contours
    let font = font();
    let outlines: Vec<_> = (0..font.glyphs()).map(|glyph| font.outline(glyph)).collect();
    assert_eq!(outlines.iter().filter(|outline| outline.is_empty()).count(), 39);
    for outline in outlines {
        let mut ends = (Point::default(), Point::default());
        for segment in &outline {
            match segment {
                Segment::Move(start) => {
                    assert_eq!(ends.0, ends.1, "a contour ends where it began");
                    ends = (*start, *start);
                }
                Segment::Line(end) | Segment::Quad(_, end) | Segment::Cubic(.., end) => ends.1 = *end,
            }
        }
        assert_eq!(ends.0, ends.1);
    }
}

#[test]
fn marks() {
    let font = font();
    let glyph = |c| font.glyph(c).unwrap();
    let on_base = |base, mark| font.mark_on_base(glyph(base), glyph(mark));
    assert_eq!(on_base('a', '\u{301}'), Some((1098, 0)));
    assert_eq!(on_base('E', '\u{301}'), Some((1182, 373)));
    assert_eq!(on_base('o', '\u{323}'), Some((1139, 1)));
    assert_eq!(on_base('Ж', '\u{308}'), Some((1615, 373)));
    assert_eq!(on_base('a', 'b'), None);
    assert_eq!(on_base('\u{302}', '\u{303}'), None);
    let on_mark = |below, mark| font.mark_on_mark(glyph(below), glyph(mark));
    assert_eq!(on_mark('\u{302}', '\u{303}'), Some((0, 440)));
    assert_eq!(on_mark('\u{323}', '\u{323}'), Some((0, -375)));
    assert_eq!(on_mark('\u{323}', '\u{301}'), None);
    assert_eq!(on_mark('a', '\u{301}'), None);
}

/// Of each of the other faces.
#[test]
fn slanted_and_thick() {
    for (name, kerning, marks, advances) in [
        ("Oblique", [-102, -253, -282, 0], [(1020, 0), (1106, 373)], [1401, 1260, 1260, 1540, 2047]),
        ("Bold", [-139, -272, -376, 0], [(1210, 0), (1202, 373)], [1585, 1389, 1389, 1714, 2284]),
    ] {
        let data = std::fs::read(format!("{}/src/text/DejaVuSans-{name}.ttf", env!("CARGO_MANIFEST_DIR"))).unwrap();
        let font = Font::parse(&data).unwrap();
        let glyph = |c| font.glyph(c).unwrap();
        assert_eq!((font.units_per_em(), font.line(), font.glyphs()), (2048, (1556, -492, 410), 755));
        assert_eq!((char::MIN..=char::MAX).filter(|c| font.glyph(*c).is_some()).count(), 711);
        assert_eq!(
            ["AV", "To", "P.", "oo"].map(|pair| {
                let mut glyphs = pair.chars().map(glyph);
                font.kerning(glyphs.next().unwrap(), glyphs.next().unwrap())
            }),
            kerning
        );
        assert_eq!(['a', 'E'].map(|base| font.mark_on_base(glyph(base), glyph('\u{301}')).unwrap()), marks);
        assert_eq!(['A', 'é', 'ễ', 'П', 'ﬃ'].map(|c| font.advance(glyph(c))), advances);
        // two are blank: the space, and the one that does not break
        assert_eq!((0..font.glyphs()).filter(|glyph| font.outline(*glyph).is_empty()).count(), 2);
    }
}

#[test]
fn what_is_no_font_says_why() {
    let error = |data: &[u8]| Font::parse(data).map(|_| ()).unwrap_err();
    assert_eq!(error(b""), "it is no TrueType font");
    assert_eq!(error(b"GIF89a"), "it is no TrueType font");
    assert_eq!(error(b"OTTO\0\x01"), "its outlines are CFF, not TrueType");
    assert_eq!(error(b"ttcf\0\x01"), "it is a collection of fonts");
    assert_eq!(error(&FONT_DATA[..100]), "it is cut short");
    assert_eq!(error(b"true\0\0"), "it has no outlines");
    for (tag, says) in [
        (b"loca", "it has no outlines"),
        (b"head", "its tables of measures are broken"),
        (b"hmtx", "its tables of measures are broken"),
        (b"cmap", "it does not say which glyphs show the characters of Unicode"),
    ] {
        assert_eq!(error(&without(tag)), says);
    }
    // a directory that ends before the tables that are needed
    let mut data = FONT_DATA.to_vec();
    data[5] = 3;
    assert_eq!(error(&data), "it has no outlines");
    // what a font can do without
    for tag in [b"OS/2", b"kern", b"GPOS"] {
        let data = without(tag);
        let font = Font::parse(&data).unwrap();
        assert_eq!(font.kerning(14, 34), if tag == b"kern" { 0 } else { -45 });
        assert_eq!(font.mark_on_base(34, 688).is_none(), tag == b"GPOS");
        assert_eq!(font.line(), if tag == b"OS/2" { (1901, -483, 0) } else { (1556, -492, 410) });
    }
}

/// The embedded font without a table: it has another name.
fn without(tag: &[u8; 4]) -> Vec<u8> {
    let mut data = FONT_DATA.to_vec();
    data[record(tag)] = b'!';
    data
}

/// Where the directory says where a table is.
fn record(tag: &[u8; 4]) -> usize {
    (12..).step_by(16).find(|&at| &FONT_DATA[at..at + 4] == tag).unwrap()
}

/// Where a table is.
fn table(tag: &[u8; 4]) -> std::ops::Range<usize> {
    let at = record(tag);
    let from = bytes::u32_at(FONT_DATA, at + 8).unwrap() as usize;
    from..from + bytes::u32_at(FONT_DATA, at + 12).unwrap() as usize
}

/// Asks for a little of everything, `step` glyphs apart.
fn ask(data: &[u8], step: usize) {
    let Ok(font) = Font::parse(data) else { return };
    assert!((16..=16_384).contains(&font.units_per_em()));
    let _ = font.line();
    for c in ('\0'..='\u{ffff}').step_by(97 * step).chain(['A', '\u{301}', char::MAX]) {
        let _ = font.glyph(c);
    }
    for glyph in (0..font.glyphs()).step_by(step).chain([688, u16::MAX]) {
        let _ = (font.advance(glyph), font.y_range(glyph), font.kerning(glyph, 34), font.kerning(34, glyph));
        for mark in [688, 690, 720, glyph] {
            let _ = (font.mark_on_base(glyph, mark), font.mark_on_mark(glyph, mark));
        }
    }
}

/// The numbers of a linear congruential generator, from 0 to below `below`.
struct Chance(u64);

impl Chance {
    fn below(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % below
    }
}

#[test]
fn no_cut_font_panics() {
    for length in (0..FONT_DATA.len()).step_by(997).chain(0..400) {
        ask(&FONT_DATA[..length], 100);
    }
    // tables that end early
    let mut data = FONT_DATA.to_vec();
    for tag in [b"head", b"hhea", b"maxp", b"hmtx", b"cmap", b"loca", b"glyf", b"OS/2", b"kern", b"GPOS"] {
        let at = record(tag) + 12;
        for length in (0..130).chain((130..table(tag).len()).step_by(table(tag).len() / 50 + 1)) {
            data[at..at + 4].copy_from_slice(&(length as u32).to_be_bytes());
            ask(&data, 300);
        }
        data[at..at + 4].copy_from_slice(&FONT_DATA[at..at + 4]);
    }
}

#[test]
fn no_flipped_bytes_panic() {
    let mut chance = Chance(7);
    let mut data = FONT_DATA.to_vec();
    let tags = [b"head", b"hhea", b"maxp", b"hmtx", b"cmap", b"loca", b"glyf", b"OS/2", b"kern", b"GPOS"];
    for round in 0..2000 {
        let mut places = Vec::new();
        for _ in 0..1 + round % 20 {
            let range = match chance.below(tags.len() + 1) {
                10 => 0..12 + 16 * 14,
                i => table(tags[i]),
            };
            // rather near the beginning, where the offsets are
            let length = if chance.below(2) == 0 { range.len().min(200) } else { range.len() };
            places.push(range.start + chance.below(length));
        }
        for at in &places {
            data[*at] = if chance.below(4) == 0 { 0xff } else { chance.below(256) as u8 };
        }
        ask(&data, 150 + round % 50);
        for at in places {
            data[at] = FONT_DATA[at];
        }
    }
}

#[test]
fn no_broken_glyph_panics() {
    let (mut chance, mut data, glyf) = (Chance(8), FONT_DATA.to_vec(), table(b"glyf"));
    let offset = |glyph: usize| bytes::u32_at(FONT_DATA, table(b"loca").start + 4 * glyph).unwrap() as usize;
    for glyph in (0..3187).cycle().take(9000) {
        let range = offset(glyph)..offset(glyph + 1);
        if range.is_empty() {
            continue;
        }
        let places: Vec<_> = (0..3).map(|_| glyf.start + range.start + chance.below(range.len().min(60))).collect();
        for at in &places {
            data[*at] = chance.below(256) as u8;
        }
        let font = Font::parse(&data).unwrap();
        assert!(font.outline(glyph as u16).len() < 300_000);
        let _ = font.y_range(glyph as u16);
        for at in places {
            data[at] = FONT_DATA[at];
        }
    }
}
