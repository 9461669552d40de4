use super::*;

/// Glyphs of these descriptions, asked for the first one.
fn outline(glyphs: &[&[u8]]) -> Vec<Segment> {
    let (mut loca, mut glyf) = (vec![0; 4], Vec::new());
    for glyph in glyphs {
        glyf.extend_from_slice(glyph);
        loca.extend((glyf.len() as u32).to_be_bytes());
    }
    Glyphs { loca: &loca, glyf: &glyf, count: glyphs.len() as u16, long: true }.outline(0)
}

/// A glyph: the number of contours, the box, and what follows.
fn glyph(contours: i16, rest: &[u8]) -> Vec<u8> {
    [&contours.to_be_bytes()[..], &[0; 8], rest].concat()
}

/// One contour; every point is bytes in all directions: whether it is on the outline, and how far from the last.
fn contour_of(points: &[(bool, i8, i8)]) -> Vec<u8> {
    let mut rest = vec![0, points.len() as u8 - 1, 0, 0];
    let sign = |d: i8, flag| if d < 0 { 0 } else { flag };
    rest.extend(points.iter().map(|&(on, x, y)| u8::from(on) | X_BYTE | Y_BYTE | sign(x, X_SAME) | sign(y, Y_SAME)));
    rest.extend(points.iter().map(|p| p.1.unsigned_abs()));
    rest.extend(points.iter().map(|p| p.2.unsigned_abs()));
    glyph(1, &rest)
}

fn line(x: f32, y: f32) -> Segment {
    Segment::Line(Point::new(x, y))
}

fn start(x: f32, y: f32) -> Segment {
    Segment::Move(Point::new(x, y))
}

fn curve(cx: f32, cy: f32, x: f32, y: f32) -> Segment {
    Segment::Quad(Point::new(cx, cy), Point::new(x, y))
}

#[test]
fn wherever_a_contour_begins() {
    // on the outline; with a control point; with two; and one that is nothing but control points
    let square = contour_of(&[(true, 0, 0), (true, 9, 0), (true, 0, 9)]);
    assert_eq!(outline(&[&square]), [start(0., 0.), line(9., 0.), line(9., 9.), line(0., 0.)]);
    let one = contour_of(&[(false, 9, 0), (true, 0, 9), (true, -9, -9)]);
    assert_eq!(outline(&[&one]), [start(9., 9.), line(0., 0.), curve(9., 0., 9., 9.)]);
    let two = contour_of(&[(false, 8, 0), (false, 0, 8), (true, -8, 0)]);
    assert_eq!(outline(&[&two]), [start(8., 4.), curve(8., 8., 0., 8.), curve(8., 0., 8., 4.)]);
    let round = contour_of(&[(false, 8, 0), (false, 0, 8), (false, -8, 0), (false, 0, -8)]);
    assert_eq!(
        outline(&[&round]),
        [start(8., 4.), curve(8., 8., 4., 8.), curve(0., 8., 0., 4.), curve(0., 0., 4., 0.), curve(8., 0., 8., 4.)]
    );
    assert_eq!(outline(&[&contour_of(&[(false, 8, 0)])]), []);
}

#[test]
fn flags_for_more_points_and_distances_of_two_bytes() {
    // two points have the same flags, the third one has the x of the second; no instructions but two bytes of them
    let flags = [ON | REPEAT, 1, ON | X_SAME | Y_BYTE];
    let rest = [&[0, 2, 0, 2, 0, 0][..], &flags, &[1, 0, 0xff, 0], &[0, 3, 2, 0, 5]].concat();
    assert_eq!(outline(&[&glyph(1, &rest)]), [start(256., 3.), line(0., 515.), line(0., 510.), line(256., 3.)]);
}

#[test]
fn parts_are_moved_and_turned() {
    let dot = contour_of(&[(true, 1, 2), (true, 3, 0)]);
    let moved = |part: &[u8]| outline(&[&glyph(-1, part), &dot, &[]]);
    let plain = [start(1., 2.), line(4., 2.), line(1., 2.)];
    // bytes; words; points that should meet; a blank glyph and one that is not there
    assert_eq!(moved(&[0, 2, 0, 1, 0xff, 10]), [start(0., 12.), line(3., 12.), line(0., 12.)]);
    assert_eq!(moved(&[0, 3, 0, 1, 1, 0, 0xff, 0xfe]), [start(257., 0.), line(260., 0.), line(257., 0.)]);
    assert_eq!(moved(&[0, 0, 0, 1, 5, 5]), plain);
    assert_eq!(moved(&[0, 0x22, 0, 2, 0, 0, 0, 0x22, 0, 9, 0, 0, 0, 2, 0, 1, 0, 0]), plain);
    // half; half of x; turned by a right angle
    assert_eq!(moved(&[0, 10, 0, 1, 1, 0, 0x20, 0]), [start(1.5, 1.), line(3., 1.), line(1.5, 1.)]);
    assert_eq!(moved(&[0, 0x42, 0, 1, 0, 0, 0x20, 0, 0x40, 0]), [start(0.5, 2.), line(2., 2.), line(0.5, 2.)]);
    assert_eq!(
        moved(&[0, 0x82, 0, 1, 0, 0, 0, 0, 0x40, 0, 0xc0, 0, 0, 0]),
        [start(-2., 1.), line(-2., 4.), line(-2., 1.)]
    );
    // a part of a part: moved by 4, and then all of it made half
    let whole = glyph(-1, &[0, 10, 0, 1, 0, 0, 0x20, 0]);
    let inner = glyph(-1, &[0, 2, 0, 2, 4, 0]);
    assert_eq!(outline(&[&whole, &inner, &dot]), [start(2.5, 1.), line(4., 1.), line(2.5, 1.)]);
    // two matrices, [[1 0.5] [-0.5 -1]] after [[0.5 -1] [-1 1]], by columns
    let whole = glyph(-1, &[0, 0x82, 0, 1, 0, 0, 0x40, 0, 0xe0, 0, 0x20, 0, 0xc0, 0]);
    let inner = glyph(-1, &[0, 0x82, 0, 2, 0, 0, 0x20, 0, 0xc0, 0, 0xc0, 0, 0x40, 0]);
    assert_eq!(outline(&[&whole, &inner, &dot]), [start(-1., -0.25), line(-1., 2.), line(-1., -0.25)]);
}

#[test]
fn offsets_of_two_bytes() {
    let dot = contour_of(&[(true, 1, 2), (true, 3, 0)]);
    assert_eq!(dot.len() % 2, 0);
    let (glyf, half) = ([&dot[..], &dot].concat(), dot.len() as u8 / 2);
    let loca = [0, 0, 0, half, 0, half, 0, 2 * half];
    let glyphs = Glyphs { loca: &loca, glyf: &glyf, count: 3, long: false };
    assert_eq!([0, 1, 2, 3].map(|glyph| glyphs.outline(glyph).len()), [3, 0, 3, 0]);
    assert_eq!([0, 1].map(|glyph| glyphs.y_range(glyph)), [Some((2, 2)), None]);
    // fewer than the offsets tell
    assert_eq!(Glyphs { count: 2, ..glyphs }.outline(2), []);
}

#[test]
fn broken_glyphs_are_blank() {
    let square = contour_of(&[(true, 0, 0), (true, 9, 0), (true, 0, 9)]);
    for length in 0..square.len() {
        assert_eq!(outline(&[&square[..length]]), []);
    }
    // the second contour ends before the first
    assert_eq!(outline(&[&glyph(2, &[0, 3, 0, 2, 0, 0, 0x39, 3])]), []);
    assert_eq!(outline(&[&glyph(0, &[])]), []);
    // a part is cut, or broken
    assert_eq!(outline(&[&glyph(-1, &[0, 2, 0, 1, 0])]), []);
    assert_eq!(outline(&[&glyph(-1, &[0, 2, 0, 1, 0, 0]), &square[..square.len() - 1]]), []);
    // offsets that go back
    let glyphs = Glyphs { loca: &[0, 9, 0, 1, 0, 99], glyf: &[0; 40], count: 9, long: false };
    assert!((0..10).all(|glyph| glyphs.outline(glyph).is_empty()));
}

#[test]
fn glyphs_without_end_are_blank() {
    // itself; twice itself, which doubles at every depth; and a thousand parts of three depths
    assert_eq!(outline(&[&glyph(-1, &[0, 2, 0, 0, 0, 0])]), []);
    assert_eq!(outline(&[&glyph(-1, &[0, 0x22, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0])]), []);
    let many = |part: u8| {
        let mut parts = [0, 0x22, 0, part, 0, 0].repeat(1000);
        parts[5995] = 2;
        glyph(-1, &parts)
    };
    let dot = contour_of(&[(true, 1, 2), (true, 3, 0)]);
    assert_eq!(outline(&[&many(1), &many(2), &many(3), &dot]), []);
    assert_eq!(outline(&[&many(1), &dot]).len(), 3000);
    // a million blank parts, and a dot
    let parts = glyph(-1, &[0, 0x22, 0, 1, 0, 0, 0, 2, 0, 3, 0, 0]);
    assert_eq!(outline(&[&parts, &many(2), &many(9), &dot]), []);
    assert_eq!(outline(&[&parts, &many(9), &[], &dot]).len(), 3);
    // as deep as it may be, and deeper
    let chain = |depth: u8| {
        let mut glyphs: Vec<_> = (1..=depth).map(|part| glyph(-1, &[0, 2, 0, part, 0, 0])).collect();
        glyphs.push(dot.clone());
        outline(&glyphs.iter().map(|glyph| &glyph[..]).collect::<Vec<_>>()).len()
    };
    assert_eq!([chain(MAX_DEPTH), chain(MAX_DEPTH + 1)], [3, 0]);
    // 65,536 points in a few hundred bytes, once and twice
    let rest = [&[0xff, 0xff, 0, 0][..], &[ON | X_SAME | Y_SAME | REPEAT, 255].repeat(256)].concat();
    let long = glyph(1, &rest);
    assert_eq!(outline(&[&long]).len(), 65_537);
    assert_eq!(outline(&[&glyph(-1, &[0, 0x22, 0, 1, 0, 0, 0, 2, 0, 1, 0, 0]), &long]), []);
}
