//! The tables of colormaps: those that have names, and how one is made of nodes, in arithmetic that gives matplotlib's bytes.

/// Every named map, as `tests/data/make_colors.py` writes them.
const MAPS: &[u8] = include_bytes!("colormaps.bin");

/// Where a row begins, if these are the entries that the rows have: its table, and what is otherwise when read from its end.
const fn row(entries: &[usize], row: usize) -> usize {
    let (mut i, mut at) = (0, 0);
    while i < row {
        at += 3 * entries[i];
        at += 1 + MAPS[at] as usize;
        i += 1;
    }
    at
}

/// The table of a row: each channel stands there as the differences of its entries.
pub(super) const fn table<const N: usize>(entries: &[usize], i: usize) -> [[u8; 3]; N] {
    let start = row(entries, i);
    let mut table = [[0; 3]; N];
    let mut k = 0;
    while k < 3 {
        let (mut level, mut i) = (0_u8, 0);
        while i < N {
            level = level.wrapping_add(MAPS[start + k * N + i]);
            table[i][k] = level;
            i += 1;
        }
        k += 1;
    }
    table
}

/// What is otherwise when the map of a row is read from its end; see [`correct`].
pub(super) const fn backward(entries: &[usize], i: usize) -> &'static [u8] {
    let (_, rest) = MAPS.split_at(row(entries, i) + 3 * entries[i]);
    let Some((count, rest)) = rest.split_first() else { return &[] };
    rest.split_at(*count as usize).0
}

/// Makes a table that was turned round the one that matplotlib has of the map backward: it makes that anew of the nodes, and
/// as it cuts off fractions, some channels are one level higher or lower. A byte is how many channels are passed over, twice,
/// and one more if the next is lower; 255 passes over 127.
pub(super) fn correct(table: &mut [[u8; 3]], bytes: &[u8]) {
    let mut at = 0;
    for byte in bytes {
        if *byte == 255 {
            at += 127;
            continue;
        }
        at += usize::from(byte / 2);
        let level = &mut table[at / 3][at % 3];
        *level = if byte % 2 == 1 { *level - 1 } else { *level + 1 };
        at += 1;
    }
}

/// 256 entries of three piecewise linear functions, each given as (position, level) from position 0 to 1.
pub(super) fn segments(red: &[(f64, f64)], green: &[(f64, f64)], blue: &[(f64, f64)]) -> [[u8; 3]; 256] {
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
pub(super) fn place(i: usize, n: usize) -> f64 {
    if i + 1 >= n { 1.0 } else { i as f64 * (1.0 / (n - 1) as f64) }
}

/// The bytes of one channel, in one walk along the nodes. matplotlib cuts fractions off where one would expect rounding.
fn levels(nodes: &[(f64, f64)]) -> [u8; 256] {
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
