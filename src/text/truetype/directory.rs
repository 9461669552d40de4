//! Where the tables of a font are.

use super::bytes::{u16_at, u32_at};

/// The tables that are read. Those that a font may do without are empty if they are missing.
#[derive(Default)]
pub(super) struct Tables<'a> {
    pub head: &'a [u8],
    pub hhea: &'a [u8],
    pub maxp: &'a [u8],
    pub hmtx: &'a [u8],
    pub cmap: &'a [u8],
    pub loca: &'a [u8],
    pub glyf: &'a [u8],
    pub os2: &'a [u8],
    pub kern: &'a [u8],
    pub gpos: &'a [u8],
}

pub(super) fn tables(data: &[u8]) -> Result<Tables<'_>, &'static str> {
    match data.first_chunk() {
        Some([0, 1, 0, 0] | b"true") => {}
        Some(b"OTTO") => return Err("its outlines are CFF, not TrueType"),
        Some(b"ttcf") => return Err("it is a collection of fonts"),
        _ => return Err("it is no TrueType font"),
    }
    let mut tables = Tables::default();
    let count = u16_at(data, 4).unwrap_or(0);
    for at in (0..usize::from(count)).map(|i| 12 + 16 * i) {
        let Some(tag) = data.get(at..).and_then(|record| record.first_chunk()) else {
            return Err("it is cut short");
        };
        let place = match tag {
            b"head" => &mut tables.head,
            b"hhea" => &mut tables.hhea,
            b"maxp" => &mut tables.maxp,
            b"hmtx" => &mut tables.hmtx,
            b"cmap" => &mut tables.cmap,
            b"loca" => &mut tables.loca,
            b"glyf" => &mut tables.glyf,
            b"OS/2" => &mut tables.os2,
            b"kern" => &mut tables.kern,
            b"GPOS" => &mut tables.gpos,
            _ => continue,
        };
        *place = table(data, at).ok_or("it is cut short")?;
    }
    Ok(tables)
}

/// The table of the record at `at`.
fn table(data: &[u8], at: usize) -> Option<&[u8]> {
    let (offset, length) = (u32_at(data, at + 8)?, u32_at(data, at + 12)?);
    data.get(usize::try_from(offset).ok()?..)?.get(..usize::try_from(length).ok()?)
}
