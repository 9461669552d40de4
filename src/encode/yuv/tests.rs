use super::*;

/// The definition, in floats: BT.601 luma and colour differences, scaled and rounded at the very end.
fn exact(rgb: [f64; 3], range: Range) -> [f64; 3] {
    let [r, g, b] = rgb.map(|c| c / 255.0);
    let luma = 0.299 * r + 0.587 * g + 0.114 * b;
    let (cb, cr) = ((b - luma) / 1.772, (r - luma) / 1.402);
    match range {
        Range::Limited => [16.0 + 219.0 * luma, 128.0 + 224.0 * cb, 128.0 + 224.0 * cr],
        Range::Full => [255.0 * luma, (128.0 + 255.0 * cb).min(255.0), (128.0 + 255.0 * cr).min(255.0)],
    }
}

/// A fixed sequence of bytes that look random (xorshift).
fn noise(len: usize, mut seed: u64) -> Vec<u8> {
    let mut next = || {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        (seed >> 32) as u8
    };
    (0..len).map(|_| next()).collect()
}

/// Every plane of a picture from the definition, box by box.
fn reference(rgb: &[u8], size: Size, pad: [u8; 3], range: Range) -> Vec<f64> {
    let padded = even(size);
    let (w, h) = (padded.width as usize, padded.height as usize);
    let at = |x: usize, y: usize| {
        let inside = x < size.width as usize && y < size.height as usize;
        let i = (y * size.width as usize + x) * 3;
        let p = if inside { [rgb[i], rgb[i + 1], rgb[i + 2]] } else { pad };
        p.map(f64::from)
    };
    let mut planes = Vec::new();
    for y in 0..h {
        planes.extend((0..w).map(|x| exact(at(x, y), range)[0]));
    }
    for plane in 1..3 {
        for y in (0..h).step_by(2) {
            for x in (0..w).step_by(2) {
                let four = [at(x, y), at(x + 1, y), at(x, y + 1), at(x + 1, y + 1)];
                let mean = [0, 1, 2].map(|c| four.iter().map(|p| p[c]).sum::<f64>() / 4.0);
                planes.push(exact(mean, range)[plane]);
            }
        }
    }
    planes
}

fn check(rgb: &[u8], size: Size, pad: [u8; 3], range: Range) {
    let mut converter = Yuv420::new(size, pad, range);
    let got = converter.convert(rgb);
    let want = reference(rgb, size, pad, range);
    assert_eq!(got.len(), want.len());
    for (i, (got, want)) in got.iter().zip(&want).enumerate() {
        // 0.5 is the rounding; the rest is that of the 16-bit factors
        assert!((f64::from(*got) - want).abs() < 0.51, "{size} {range:?} byte {i}: {got}, exactly {want}");
    }
}

#[test]
fn the_colour_cube_comes_out_as_defined() {
    // 18 levels of each channel, both ends among them, as flat 2x2 boxes
    let levels: Vec<u8> = (0..18).map(|i| (i * 15) as u8).collect();
    let mut colors = Vec::new();
    for &r in &levels {
        for &g in &levels {
            for &b in &levels {
                colors.push([r, g, b]);
            }
        }
    }
    let row: Vec<u8> = colors.iter().flat_map(|c| [*c, *c]).flatten().collect();
    let size = Size::new(colors.len() as u32 * 2, 2);
    for range in [Range::Limited, Range::Full] {
        check(&row.repeat(2), size, [0; 3], range);
    }
}

#[test]
fn noise_of_every_parity_comes_out_as_defined() {
    for (width, height) in [(1, 1), (2, 1), (1, 2), (3, 5), (16, 17), (17, 16), (31, 31), (64, 48)] {
        let rgb = noise((width * height * 3) as usize, 7);
        for range in [Range::Limited, Range::Full] {
            check(&rgb, Size::new(width, height), [200, 30, 90], range);
        }
    }
}

#[test]
fn known_colours_have_their_published_levels() {
    // 100 % colour bars in BT.601 limited range, as in ITU-R BT.801
    let bars: [([u8; 3], [u8; 3]); 8] = [
        ([255, 255, 255], [235, 128, 128]),
        ([255, 255, 0], [210, 16, 146]),
        ([0, 255, 255], [170, 166, 16]),
        ([0, 255, 0], [145, 54, 34]),
        ([255, 0, 255], [106, 202, 222]),
        ([255, 0, 0], [81, 90, 240]),
        ([0, 0, 255], [41, 240, 110]),
        ([0, 0, 0], [16, 128, 128]),
    ];
    for (rgb, [y, u, v]) in bars {
        let mut converter = Yuv420::new(Size::new(2, 2), [0; 3], Range::Limited);
        assert_eq!(converter.convert(&rgb.repeat(4)), [y, y, y, y, u, v], "{rgb:?}");
    }
}

#[test]
fn a_used_converter_equals_a_new_one() {
    let size = Size::new(33, 21);
    let pad = [9, 99, 199];
    let mut used = Yuv420::new(size, pad, Range::Limited);
    let first = noise(33 * 21 * 3, 3);
    let mut rgb = first.clone();
    for step in 0..40 {
        // one byte in one row, none, a new picture, or the first one again
        match step % 5 {
            0 => rgb[(step * 997) % (33 * 21 * 3)] ^= 255,
            1 => {}
            2 => rgb[20 * 33 * 3] ^= 1,
            3 => rgb = noise(33 * 21 * 3, step as u64 + 11),
            _ => rgb.clone_from(&first),
        }
        let mut new = Yuv420::new(size, pad, Range::Limited);
        assert_eq!(used.convert(&rgb), new.convert(&rgb), "step {step}");
    }
}
