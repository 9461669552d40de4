use super::*;

fn laid_out(text: &str, size: f32) -> TextLayout<'_> {
    TextLayout::new(&Words::new(text, size))
}

const PT: f32 = 100.0 / 72.0;

/// Widths in pixels at 8, 10, 12 and 14 pt and 100 dpi, from matplotlib 3.11.2 (`get_text_width_height_descent`).
#[rustfmt::skip]
#[expect(clippy::excessive_precision, reason = "as they were printed")]
const WIDTHS: &[(&str, [f32; 4])] = &[
    ("time (s)", [43.0, 53.0, 67.0, 73.0]),
    ("amplitude (mV)", [87.0, 110.0, 135.0, 148.0]),
    ("−1.5", [27.0, 34.0, 41.0, 46.0]),
    ("0.25", [25.0, 31.0, 38.0, 42.0]),
    ("Rate [1, 20]ms", [83.75, 102.6875, 126.640625, 140.578125]),
    ("Five phases", [66.1875, 81.984375, 98.78125, 111.578125]),
    ("αβγδεθλμπσφω ΔΩΣ", [112.0, 141.0, 169.0, 191.0]),
    ("0123456789", [70.0, 90.0, 110.0, 120.0]),
    ("AVATo, Ty. LT", [72.0, 86.734375, 101.484375, 117.21875]),
    ("office fluffy fjord", [93.8125, 116.75, 137.703125, 155.65625]),
    ("Привет, мир", [71.0, 91.0, 110.0, 122.0]),
    ("naïve Ångström ± 0.5 µm", [146.75, 180.6875, 218.640625, 245.578125]),
    ("∂u/∂t = α∇²u", [69.0, 86.0, 106.0, 119.0]),
    ("x ≤ 10⁻³ → ∞", [74.0, 91.0, 110.0, 125.0]),
    ("Łódź, Škoda", [67.609375, 84.5, 101.40625, 115.3125]),
    (" a  b ", [30.0, 34.0, 41.0, 48.0]),
    ("100%", [31.0, 40.0, 49.0, 54.0]),
    ("$5 & #7 @home", [94.0, 117.0, 140.0, 159.0]),
    ("“quoted” – text…", [97.8125, 119.75, 147.703125, 164.65625]),
    ("WAVE. Y, P.", [64.953125, 76.1875, 92.4375, 104.65625]),
];

#[test]
fn widths_are_those_of_matplotlib() {
    for (text, widths) in WIDTHS {
        for (pt, want) in [8.0, 10.0, 12.0, 14.0].into_iter().zip(widths) {
            let got = laid_out(text, pt * PT).width;
            assert!((got - want).abs() <= 1.0 / 32.0, "{text:?} at {pt} pt: {got}, matplotlib {want}");
        }
    }
}

#[test]
fn letters_that_the_font_joins() {
    let glyphs = |text| laid_out(text, 14.0).lines().map(<[_]>::len).collect::<Vec<_>>();
    assert_eq!(glyphs("fi ffi\nflf\nf i"), [3, 2, 3]);
}

#[test]
fn accents_stand_on_their_letters() {
    // composed and not: "ễ" of one glyph, and of a letter with two marks, one on the other
    let (whole, parts) = (laid_out("Nguyễn", 28.0), laid_out("Nguye\u{302}\u{303}n", 28.0));
    assert_eq!(whole.width, parts.width);
    let glyphs: Vec<Placed> = parts.lines().next().map(<[Placed]>::to_vec).unwrap_or_default();
    assert_eq!(glyphs.len(), 8);
    assert!(glyphs.iter().all(|p| p.glyph != 0));
    let (letter, hat, tilde) = (glyphs[4], glyphs[5], glyphs[6]);
    assert_eq!((letter.raised, hat.raised), (0, 0), "made for small letters");
    assert!(tilde.raised >= 5, "{tilde:?} is over {hat:?}");
    // a capital lifts its accent, and the line is as high as that takes
    let capital = laid_out("E\u{301}", 28.0);
    let raised = capital.lines().next().map(|l| l[1].raised);
    assert!(raised >= Some(4), "{raised:?}");
    assert!(capital.height > laid_out("E", 28.0).height);
    // under letters, too; and without a letter nothing is moved
    assert_eq!(laid_out("\u{301}", 28.0).lines().count(), 1);
    assert_eq!(laid_out("o\u{323}a", 28.0).width, laid_out("oa", 28.0).width);
}

#[test]
fn lines_stand_a_line_and_a_fifth_apart() {
    let layout = laid_out("ace\nace\n\nace", 20.0);
    let baselines: Vec<f32> = layout.lines.iter().map(|l| l.baseline).collect();
    for pair in baselines.windows(2) {
        assert!((pair[1] - pair[0] - 24.0).abs() < 0.01, "{baselines:?}");
    }
    assert!((layout.height - 4.0 * 24.0).abs() < 0.02, "{}", layout.height);
    assert_eq!(layout.width, laid_out("ace", 20.0).width);
}

#[test]
fn what_takes_no_room() {
    for (text, size) in [("", 10.0), ("abc", 0.0), ("abc", f32::NAN), ("abc", -1.0)] {
        let layout = laid_out(text, size);
        assert_eq!((layout.width, layout.height, layout.descent), (0.0, 0.0, 0.0));
        assert_eq!(layout.lines().count(), 0);
    }
    let plain = laid_out("ab", 14.0);
    assert_eq!(laid_out("\u{feff}a\u{200b}\rb\u{7}", 14.0), plain);
}

#[test]
fn any_text_is_laid_out() {
    // The first planes whole and something of each other, in pieces, at an odd size; none may panic.
    let all: Vec<char> = ('\0'..='\u{ffff}').chain(('\u{10000}'..=char::MAX).step_by(997)).collect();
    for piece in all.chunks(1021) {
        let text: String = piece.iter().collect();
        let layout = laid_out(&text, 13.3);
        assert!(layout.width.is_finite() && layout.height > 0.0);
    }
    let missing = laid_out("\u{4e2d}", 14.0);
    assert_eq!(missing.lines().next().map(|l| l[0].glyph), Some(0), "the empty box");
}

#[test]
fn lines_stand_as_far_apart_as_is_said() {
    let mut words = Words::new("ace\n\u{1ea6}\ngpq", 20.0);
    for spacing in [0.0, 1.0, 1.6] {
        words.setting.linespacing = Some(spacing);
        let layout = TextLayout::new(&words);
        for pair in layout.lines.windows(2) {
            assert!((pair[1].baseline - pair[0].baseline - spacing * 20.0).abs() < 0.01, "{spacing}");
        }
    }
    // one line has nothing to stand apart from
    let (mut one, plain) = (Words::new("ace", 20.0), TextLayout::new(&Words::new("ace", 20.0)));
    one.setting.linespacing = Some(3.0);
    assert_eq!(TextLayout::new(&one).height, plain.height);
}

#[test]
fn any_text_is_laid_out_in_any_face() {
    let all: Vec<char> = ('\0'..='\u{ffff}').step_by(7).chain(('\u{10000}'..=char::MAX).step_by(9973)).collect();
    for face in [Face::Oblique, Face::Bold] {
        for piece in all.chunks(61) {
            let text: String = piece.iter().collect();
            let layout = TextLayout::new(&Words { face, ..Words::new(&text, 13.3) });
            for placed in layout.lines().flatten() {
                let outline = crate::text::fitted_outline(placed.face, placed.glyph, placed.ppem, Fonts::NONE);
                assert!(outline.len() < 65_536 && placed.x >= -1000, "{text:?}");
            }
        }
        // marks stand on letters of their face
        let layout = TextLayout::new(&Words { face, ..Words::new("e\u{302}\u{303}", 28.0) });
        let glyphs: Vec<Placed> = layout.lines().flatten().copied().collect();
        assert!(glyphs.iter().all(|placed| placed.face == face) && glyphs[2].raised >= 5, "{glyphs:?}");
    }
}
