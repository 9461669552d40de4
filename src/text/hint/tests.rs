use super::*;
use crate::text::{Face, font};

fn fit(face: Face, c: char, ppem: u16) -> Fit {
    Fit::new(face, &font::outline(face, font::glyph(face, c).1), ppem)
}

/// Character, pixels per em, and rows that heights in font units come to, from the outlines that FreeType 2.14
/// makes with the font's own instructions.
#[expect(clippy::type_complexity, reason = "it is a table")]
const ROWS: &[(char, u16, &[(f32, f32)])] = &[
    ('x', 11, &[(0.0, 0.0), (1120.0, 6.0)]),
    ('x', 14, &[(0.0, 0.0), (1120.0, 8.0)]),
    ('x', 17, &[(0.0, 0.0), (1120.0, 9.0)]),
    ('H', 14, &[(0.0, 0.0), (711.0, 5.0), (881.0, 6.0), (1493.0, 10.0)]),
    ('E', 14, &[(170.0, 1.0), (711.0, 5.0), (881.0, 6.0), (1323.0, 9.0)]),
    ('E', 19, &[(170.0, 2.0), (1493.0, 14.0)]),
    ('o', 14, &[(-29.0, 0.0), (127.0, 1.0), (991.0, 7.0), (1147.0, 8.0)]),
    ('p', 14, &[(-426.0, -3.0), (-29.0, 0.0), (1147.0, 8.0)]),
    ('t', 14, &[(0.0, 0.0), (977.0, 7.0), (1120.0, 8.0), (1438.0, 10.0)]),
    ('f', 14, &[(977.0, 7.0), (1120.0, 8.0), (1556.0, 11.0)]),
    ('l', 11, &[(1556.0, 9.0)]),
    ('l', 13, &[(1556.0, 11.0)]),
    ('i', 11, &[(1120.0, 6.0), (1323.0, 7.0), (1556.0, 8.0)]),
    ('[', 11, &[(1413.0, 7.0), (1556.0, 8.0)]),
    ('4', 14, &[(352.0, 3.0), (520.0, 4.0), (1493.0, 10.0)]),
    ('6', 14, &[(827.0, 5.0), (987.0, 6.0), (1520.0, 10.0)]),
    ('\u{2212}', 14, &[(557.0, 4.0), (727.0, 5.0)]),
    ('O', 30, &[(-29.0, 0.0), (1520.0, 22.0)]),
    ('O', 40, &[(-29.0, -1.0), (1520.0, 30.0)]),
];

/// The same of the other faces.
#[expect(clippy::type_complexity, reason = "it is a table")]
const OTHER_ROWS: &[(Face, char, u16, &[(f32, f32)])] = &[
    (Face::Oblique, 'E', 14, &[(170.0, 1.0), (711.0, 5.0), (881.0, 6.0), (1323.0, 9.0)]),
    (Face::Oblique, 'i', 11, &[(1120.0, 6.0), (1556.0, 9.0)]),
    (Face::Oblique, '[', 11, &[(1413.0, 8.0), (1556.0, 9.0)]),
    (Face::Bold, 'x', 14, &[(0.0, 0.0), (1120.0, 8.0)]),
    (Face::Bold, 'E', 14, &[(291.0, 1.0), (633.0, 5.0), (924.0, 6.0), (1202.0, 9.0)]),
    (Face::Bold, 'E', 16, &[(291.0, 2.0), (633.0, 5.0), (924.0, 7.0), (1493.0, 12.0)]),
    (Face::Bold, 'o', 15, &[(-29.0, 0.0), (227.0, 1.0), (891.0, 7.0), (1147.0, 8.0)]),
    (Face::Bold, 'o', 23, &[(-29.0, 0.0), (227.0, 3.0), (891.0, 10.0), (1147.0, 13.0)]),
    (Face::Bold, 'l', 12, &[(1556.0, 10.0)]),
    (Face::Bold, 'l', 13, &[(1556.0, 10.0)]),
    (Face::Bold, 'i', 12, &[(1120.0, 7.0), (1264.0, 8.0), (1556.0, 10.0)]),
    (Face::Bold, '-', 13, &[(444.0, 3.0), (735.0, 5.0)]),
    (Face::Bold, '\u{2212}', 14, &[(524.0, 3.0), (760.0, 5.0)]),
];

#[test]
fn edges_go_where_the_instructions_of_the_font_put_them() {
    let sans = ROWS.iter().map(|&(c, ppem, rows)| (Face::Sans, c, ppem, rows));
    for (face, c, ppem, rows) in sans.chain(OTHER_ROWS.iter().copied()) {
        let fit = fit(face, c, ppem);
        for &(y, row) in rows {
            assert_eq!(fit.height(y), row, "{face:?} {c:?} at {ppem}: {y}; {:?}", fit.knots);
        }
    }
}

#[test]
fn what_lies_higher_stays_higher() {
    for face in [Face::Sans, Face::Oblique, Face::Bold] {
        for c in ('!'..='\u{25ff}').filter(|&c| font::glyph(face, c) != (face, 0) && font::glyph(face, c).0 == face) {
            let outline = font::outline(face, font::glyph(face, c).1);
            for ppem in [1, 8, 14, 17, 33] {
                let fit = Fit::new(face, &outline, ppem);
                let heights: Vec<f32> = (-600..2200).step_by(40).map(|y| fit.height(y as f32)).collect();
                assert!(heights.windows(2).all(|w| w[0] <= w[1]), "{face:?} {c:?} at {ppem}: {:?}", fit.knots);
                // Nothing is carried far from where it was drawn.
                for (y, row) in fit.knots.iter().filter(|_| ppem > 7) {
                    assert!((row - y * fit.scale).abs() < 2.5, "{face:?} {c:?} at {ppem}: {:?}", fit.knots);
                }
            }
        }
    }
}

#[test]
fn a_glyph_without_flat_pieces_is_only_scaled() {
    let fit = Fit::new(Face::Sans, &[], 16);
    assert_eq!((fit.height(0.0), fit.height(1024.0)), (0.0, 8.0));
}
