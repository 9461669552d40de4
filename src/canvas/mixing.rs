//! Sums of cells, each with its weight.

use crate::canvas::resample::Taps;

/// Adds rows of cells to sums, each row with its weight, all in one pass.
#[inline(never)]
pub(super) fn add_rows<const ROWS: usize>(sums: &mut [f64], rows: [&[f64]; ROWS], weights: &[f64]) {
    let Some(weights) = weights.first_chunk::<ROWS>() else { return };
    // all as long, so that it is not asked for every cell
    let rows = rows.map(|row| &row[..sums.len()]);
    for (i, sum) in sums.iter_mut().enumerate() {
        for k in 0..ROWS {
            *sum += rows[k][i] * weights[k];
        }
    }
}

/// The values of pixels: of the cells from the first that any needs on, each with its weight.
pub(super) fn across(cells: &[f64], x: &Taps, out: &mut Vec<f64>) {
    out.clear();
    out.resize(x.len(), 0.0);
    match x.even_len() {
        4 => some::<4>(cells, x, out),
        8 => some::<8>(cells, x, out),
        // where a pixel may have many, as on a log axis, most have few
        _ => {
            for (pixel, value) in out.iter_mut().enumerate() {
                let (start, weights) = x.of(pixel);
                let mut sums = [0.0; 4];
                let (fours, rest) = weights.as_chunks::<4>();
                let (cells, cells_rest) = cells[start - x.used.0..][..weights.len()].as_chunks::<4>();
                for (cells, weights) in cells.iter().zip(fours) {
                    for k in 0..4 {
                        sums[k] += cells[k] * weights[k];
                    }
                }
                for ((sum, cell), weight) in sums.iter_mut().zip(cells_rest).zip(rest) {
                    *sum += cell * weight;
                }
                *value = sum(sums);
            }
        }
    }
}

/// The same where all pixels have so many weights.
#[inline(never)]
fn some<const LEN: usize>(cells: &[f64], x: &Taps, out: &mut [f64]) {
    for ((value, start), weights) in out.iter_mut().zip(x.starts()).zip(x.even().as_chunks::<LEN>().0) {
        let Some(cells) = cells[start - x.used.0..].first_chunk::<LEN>() else { continue };
        let mut sums = [0.0; 4];
        for k in 0..LEN {
            sums[k % 4] += cells[k] * weights[k];
        }
        *value = sum(sums);
    }
}

/// In an order in which two are added at a time.
#[inline(always)]
fn sum([a, b, c, d]: [f64; 4]) -> f64 {
    (a + c) + (b + d)
}
