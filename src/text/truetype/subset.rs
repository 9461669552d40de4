//! A font with some of its glyphs, for files that carry it.

use super::bytes::{Reader, u16_at};
use super::directory::{self, Tables};
use super::glyf::{FACTOR, FACTORS, Glyphs, MATRIX, MORE, WORDS};
use super::metrics::Metrics;

/// A table: its name and its bytes.
pub(super) type Table = ([u8; 4], Vec<u8>);

/// The font with these glyphs, numbered in their order from 1 on, after the empty box; those that others are made of follow.
/// None if the font is broken.
pub(in crate::text) fn subset(data: &[u8], wanted: &[u16]) -> Option<Vec<u8>> {
    Some(font(&subset_tables(data, wanted)?))
}

/// Its tables.
pub(super) fn subset_tables(data: &[u8], wanted: &[u16]) -> Option<Vec<Table>> {
    let tables = directory::tables(data).ok()?;
    let metrics = Metrics::new(&tables)?;
    let from = Glyphs { loca: tables.loca, glyf: tables.glyf, count: metrics.glyphs, long: metrics.long_loca };
    let mut glyphs = vec![0];
    glyphs.extend_from_slice(wanted);
    let (mut glyf, mut loca) = (Vec::new(), vec![0; 4]);
    let mut i = 0;
    while i < glyphs.len() {
        if let Some(description) = from.description(glyphs[i]) {
            let at = glyf.len();
            glyf.extend_from_slice(description);
            number_parts(&mut glyf[at..], &mut glyphs)?;
            pad(&mut glyf);
        }
        loca.extend_from_slice(&u32::try_from(glyf.len()).ok()?.to_be_bytes());
        i += 1;
    }
    let count = u16::try_from(glyphs.len()).ok()?.to_be_bytes();
    let mut hmtx = Vec::new();
    for glyph in &glyphs {
        hmtx.extend_from_slice(&metrics.advance(*glyph).to_be_bytes());
        hmtx.extend_from_slice(&bearing(&tables, *glyph).to_be_bytes());
    }
    let changed = |table: &[u8], at: usize, number: [u8; 2]| {
        let mut table = table.to_vec();
        table.get_mut(at..at + 2)?.copy_from_slice(&number);
        Some(table)
    };
    let mut head = changed(tables.head, 50, [0, 1])?;
    // what the whole adds up to is found when it is there
    head[8..12].fill(0);
    Some(vec![
        (*b"glyf", glyf),
        (*b"head", head),
        (*b"hhea", changed(tables.hhea, 34, count)?),
        (*b"hmtx", hmtx),
        (*b"loca", loca),
        (*b"maxp", changed(tables.maxp, 4, count)?),
    ])
}

/// How far right of the pen a glyph begins.
fn bearing(tables: &Tables<'_>, glyph: u16) -> u16 {
    let (full, glyph) = (usize::from(u16_at(tables.hhea, 34).unwrap_or(0)), usize::from(glyph));
    let at = if glyph < full { 4 * glyph + 2 } else { 4 * full + 2 * (glyph - full) };
    u16_at(tables.hmtx, at).unwrap_or(0)
}

/// Gives the parts of a glyph the numbers that they have in `glyphs`, where those that are missing come last.
fn number_parts(description: &mut [u8], glyphs: &mut Vec<u16>) -> Option<()> {
    // glyphs of contours have none
    if description[0] < 0x80 {
        return Some(());
    }
    let mut at = 10;
    loop {
        let mut part = Reader(description.get(at..)?);
        let (flags, glyph) = (part.u16()?, part.u16()?);
        let number = glyphs.iter().position(|known| *known == glyph).unwrap_or_else(|| {
            glyphs.push(glyph);
            glyphs.len() - 1
        });
        description[at + 2..at + 4].copy_from_slice(&u16::try_from(number).ok()?.to_be_bytes());
        at += if flags & WORDS != 0 { 8 } else { 6 };
        at += match flags {
            _ if flags & MATRIX != 0 => 8,
            _ if flags & FACTORS != 0 => 4,
            _ if flags & FACTOR != 0 => 2,
            _ => 0,
        };
        if flags & MORE == 0 {
            return Some(());
        }
    }
}

fn pad(bytes: &mut Vec<u8>) {
    bytes.resize(bytes.len().next_multiple_of(4), 0);
}

/// A font file of tables, which are in the order of their names; `head` says what it adds up to.
pub(super) fn font(tables: &[Table]) -> Vec<u8> {
    let count = tables.len() as u16;
    let halvings = count.ilog2() as u16;
    let mut out = vec![0, 1, 0, 0];
    for number in [count, 16 << halvings, halvings, 16 * (count - (1 << halvings))] {
        out.extend_from_slice(&number.to_be_bytes());
    }
    let (mut at, mut head) = (12 + 16 * tables.len(), None);
    for (name, table) in tables {
        if name == b"head" {
            head = Some(at);
        }
        out.extend_from_slice(name);
        for number in [sum(table), at as u32, table.len() as u32] {
            out.extend_from_slice(&number.to_be_bytes());
        }
        at += table.len().next_multiple_of(4);
    }
    for (_, table) in tables {
        out.extend_from_slice(table);
        pad(&mut out);
    }
    let whole = 0xb1b0_afba_u32.wrapping_sub(sum(&out));
    if let Some(place) = head.and_then(|at| out.get_mut(at + 8..at + 12)) {
        place.copy_from_slice(&whole.to_be_bytes());
    }
    out
}

/// The sum of all bytes, four at a time.
fn sum(bytes: &[u8]) -> u32 {
    let mut sum = 0_u32;
    for four in bytes.chunks(4) {
        let mut number = [0; 4];
        number[..four.len()].copy_from_slice(four);
        sum = sum.wrapping_add(u32::from_be_bytes(number));
    }
    sum
}

#[cfg(test)]
mod tests;
