use super::*;

#[test]
fn the_design_is_dejavu_sans() {
    assert_eq!(f32::from(font(Face::Sans).units_per_em()), EM);
    assert_eq!(line_metrics(Face::Sans), (1556.0, 492.0, 410.0));
    assert_eq!(y_range(Face::Sans, glyph(Face::Sans, 'x').1), Some((0, 1120)));
    assert_eq!(y_range(Face::Sans, glyph(Face::Sans, ' ').1), None);
}

#[test]
fn covers_what_labels_are_written_with() {
    let chars = "AZaz09~ ÄÖÜßéñçŁőŽșț ΑΩαωϕϵ АЯаяёЁіґ −×÷±·°µ ⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ ₀₁₂₃₄₅₆₇₈₉ ‘’“”–—…‰′″ \
                 ←↑→↓↔⇒⇔ ∀∂∃∅∇∈∏∑√∝∞∫≈≠≡≤≥⊂⊗⋅ℏℓ€£ ─│┌█■□▲△▼●○★☆✓ ﬁﬂﬀﬃﬄ \
                 NguyễnViệtẮỆặợ ɐʃʒŋəɛɔˈː ḤḍṣǍǖȘ ἀρχήᾧ ҚазақҢөүһӘ ᵢⱼₐₓⁿᵀᵅᵝᴬᴮ ꜰꞋꝎ ꙐꚌ ⨂⨯⩽⪅ 𝔼𝔻𝕊𝟙 \u{300}\u{301}\u{302}\u{303}\u{308}\u{323}";
    for c in chars.chars().filter(|c| *c != ' ') {
        assert_ne!(glyph(Face::Sans, c).1, 0, "no glyph for {c:?}");
    }
    assert_eq!(glyph(Face::Sans, '\u{4e2d}'), (Face::Sans, 0));
}

#[test]
fn sizes_are_whole_pixels_and_bounded() {
    let ppem = |px| FontSize::new(px).map(|s| s.ppem);
    assert_eq!(ppem(1000.0 / 72.0), Some(14));
    assert_eq!(ppem(12.5), Some(13));
    assert_eq!(ppem(1e9), Some(1000));
    assert_eq!(ppem(f32::INFINITY), Some(1000));
    for bad in [0.0, -3.0, 0.4, f32::NAN, f32::NEG_INFINITY] {
        assert_eq!(ppem(bad), None, "{bad}");
    }
}

#[test]
fn what_a_face_lacks_is_in_sans() {
    for face in [Face::Oblique, Face::Bold] {
        for c in "AZaz09~ ÄÖßŁřğșț ΑΩαωϕϵάΰ АЯаяЇґ −×÷±·°µ ⁿ₀₁ᵢ …–— ≈≠≤≥∞∂∇∫ ﬁﬃ NguyễnViệtẮỆặợ\u{301}\u{303}".chars()
        {
            let found = glyph(face, c);
            assert!(found.1 != 0, "{c:?}");
            assert_eq!(found.0 == Face::Sans, c == 'ᵢ', "{c:?}");
        }
        assert_eq!(glyph(face, '⨯'), glyph(Face::Sans, '⨯'));
        assert_eq!(glyph(face, '\u{4e2d}'), (Face::Sans, 0));
        assert_eq!((line_metrics(face), font(face).units_per_em()), (line_metrics(Face::Sans), 2048));
    }
}

#[test]
fn heights_are_those_of_the_face() {
    for (face, a, capital) in
        [(Face::Sans, (-29, 1147), 1493), (Face::Oblique, (-29, 1147), 1493), (Face::Bold, (-29, 1147), 1493)]
    {
        assert_eq!(y_range(face, glyph(face, 'a').1), Some(a), "{face:?}");
        assert_eq!(y_range(face, glyph(face, 'H').1), Some((0, capital)), "{face:?}");
    }
}

#[test]
fn files_carry_fonts_whose_glyphs_show_characters() {
    let glyphs: Vec<u16> = "µxé".chars().map(|c| glyph(Face::Bold, c).1).collect();
    assert_eq!(glyphs.iter().map(|glyph| character(Face::Bold, *glyph)).collect::<Option<String>>().unwrap(), "µxé");
    assert!(character(Face::Bold, 0).is_none() && character(Face::Bold, u16::MAX).is_none());
    let carried = carried(Face::Bold, &glyphs);
    assert_eq!(carried.name, "DejaVuSans-Bold");
    assert!(carried.line == (1556, -492) && carried.bounds[3] > 1556, "{:?}", carried.bounds);
    assert!(carried.file.len() < 4_000 && Font::parse(&carried.file).is_err(), "{}", carried.file.len());
}
