use super::*;

#[test]
fn the_design_is_dejavu_sans() {
    assert_eq!(f32::from(font(Face::Sans).units_per_em()), EM);
    assert_eq!(line_metrics(Face::Sans), (1556.0, 492.0, 410.0));
    assert_eq!(y_range(Face::Sans, glyph(Face::Sans, 'x')), Some((0, 1120)));
    assert_eq!(y_range(Face::Sans, glyph(Face::Sans, ' ')), None);
}

#[test]
fn covers_what_labels_are_written_with() {
    let chars = "AZaz09~ ÄÖÜßéñçŁőŽșț ΑΩαωϕϵ АЯаяёЁіґ −×÷±·°µ ⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ ₀₁₂₃₄₅₆₇₈₉ ‘’“”–—…‰′″ \
                 ←↑→↓↔⇒⇔ ∀∂∃∅∇∈∏∑√∝∞∫≈≠≡≤≥⊂⊗⋅ℏℓ€£ ─│┌█■□▲△▼●○★☆✓ ﬁﬂﬀﬃﬄ \
                 NguyễnViệtẮỆặợ ɐʃʒŋəɛɔˈː ḤḍṣǍǖȘ ἀρχήᾧ ҚазақҢөүһӘ \u{300}\u{301}\u{302}\u{303}\u{308}\u{323}";
    for c in chars.chars().filter(|c| *c != ' ') {
        assert_ne!(glyph(Face::Sans, c), 0, "no glyph for {c:?}");
    }
    assert_eq!(glyph(Face::Sans, '\u{4e2d}'), 0);
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
