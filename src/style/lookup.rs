//! How a colormap's table is made of nodes, in arithmetic that gives matplotlib's bytes.
//!
//! Everything here is `const`, so the named maps are finished tables in the compiled program.

/// `0xRRGGBB`, each channel 0 to 255.
const fn split(rgb: u32) -> [u8; 3] {
    [(rgb >> 16) as u8, (rgb >> 8) as u8, rgb as u8]
}

/// A table written in hexadecimal digits, six for each entry.
pub(super) const fn hex<const N: usize>(digits: &str) -> [[u8; 3]; N] {
    const fn digit(b: u8) -> u8 {
        match b {
            b'0'..=b'9' => b - b'0',
            b'a'..=b'f' => b - b'a' + 10,
            _ => panic!("not a hexadecimal digit"),
        }
    }
    let text = digits.as_bytes();
    assert!(text.len() == 6 * N);
    let mut table = [[0; 3]; N];
    let mut i = 0;
    while i < 3 * N {
        table[i / 3][i % 3] = digit(text[2 * i]) * 16 + digit(text[2 * i + 1]);
        i += 1;
    }
    table
}

/// A table that is its list.
pub(super) const fn listed<const N: usize>(colors: &[u32; N]) -> [[u8; 3]; N] {
    let mut table = [[0; 3]; N];
    let mut i = 0;
    while i < N {
        table[i] = split(colors[i]);
        i += 1;
    }
    table
}

/// 256 entries between colours at equal distances.
pub(super) const fn even<const M: usize>(colors: &[u32; M]) -> [[u8; 3]; 256] {
    let mut nodes = [[(0.0, 0.0); M]; 3];
    let mut i = 0;
    while i < M {
        let rgb = split(colors[i]);
        let mut k = 0;
        while k < 3 {
            nodes[k][i] = (place(i, M), rgb[k] as f64 / 255.0);
            k += 1;
        }
        i += 1;
    }
    segments(&nodes[0], &nodes[1], &nodes[2])
}

/// A table with another last entry.
pub(super) const fn ending(mut table: [[u8; 3]; 256], last: u32) -> [[u8; 3]; 256] {
    table[255] = split(last);
    table
}

/// 256 entries of three piecewise linear functions, each given as (position, level) from position 0 to 1.
pub(super) const fn segments(red: &[(f64, f64)], green: &[(f64, f64)], blue: &[(f64, f64)]) -> [[u8; 3]; 256] {
    let (red, green, blue) = (levels(red), levels(green), levels(blue));
    let mut table = [[0; 3]; 256];
    let mut i = 0;
    while i < 256 {
        table[i] = [red[i], green[i], blue[i]];
        i += 1;
    }
    table
}

/// Where node `i` of `n` stands between 0 and 1. As numpy's `linspace`: multiples of a rounded step, the end exact.
pub(super) const fn place(i: usize, n: usize) -> f64 {
    if i + 1 >= n { 1.0 } else { i as f64 * (1.0 / (n - 1) as f64) }
}

/// The bytes of one channel, written for the compiler's interpreter, which takes a while for sixty maps: one walk along
/// the nodes. matplotlib cuts fractions off where one would expect rounding.
const fn levels(nodes: &[(f64, f64)]) -> [u8; 256] {
    let last = nodes.len() - 1;
    let mut bytes = [0; 256];
    bytes[0] = (nodes[0].1 * 255.0) as u8;
    bytes[255] = (nodes[last].1 * 255.0) as u8;
    let step = place(1, 256);
    let (mut i, mut k) = (1, 0);
    while i < 255 {
        // between this node and the next one
        let ((x0, y0), (x1, y1)) = (nodes[k], nodes[k + 1]);
        let (x0, x1) = (x0 * 255.0, x1 * 255.0);
        k += 1;
        while i < 255 {
            let x = 255.0 * (i as f64 * step);
            if k < last && x1 < x {
                break;
            }
            bytes[i] = (((x - x0) / (x1 - x0) * (y1 - y0) + y0) * 255.0) as u8;
            i += 1;
        }
    }
    bytes
}
