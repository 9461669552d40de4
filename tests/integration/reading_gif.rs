//! GIFs at the edge of what is one, as Chromium shows them.

use grabframe::prelude::*;

const COLORS: [[u8; 3]; 4] = [[255, 0, 0], [0, 255, 0], [0, 0, 255], [255, 255, 0]];

/// A GIF of so many colours and of these blocks.
fn gif(width: u16, height: u16, colors: usize, blocks: &[Vec<u8>]) -> Vec<u8> {
    let flags = match colors {
        0 => 0,
        2 => 0x80,
        _ => 0x81,
    };
    let head = [width.to_le_bytes(), height.to_le_bytes(), [flags, 0]].concat();
    let palette = COLORS[..colors].concat();
    [b"GIF89a", &head[..], &[0], &palette, &blocks.concat(), b";"].concat()
}

/// A picture of four colours in its quarters, the first of them being the `turn`th.
fn quarters(place: [u16; 4], turn: usize) -> Vec<u8> {
    let [_, _, width, height] = place.map(usize::from);
    let pixels = (0..width * height).map(|at| {
        let (x, y) = (at % width, at / width);
        ((x * 2 / width + 2 * (y * 2 / height) + turn) % 4) as u8
    });
    picture(place, pixels, &[])
}

fn picture(place: [u16; 4], pixels: impl Iterator<Item = u8>, palette: &[u8]) -> Vec<u8> {
    let flags = if palette.is_empty() { 0 } else { 0x81 };
    [&[b','][..], &place.map(u16::to_le_bytes).concat(), &[flags], palette, &lzw(pixels)].concat()
}

fn control(disposal: u8, transparent: Option<u8>) -> Vec<u8> {
    let flags = disposal << 2 | u8::from(transparent.is_some());
    [b"!\xf9\x04", &[flags, 10, 0, transparent.unwrap_or(0), 0][..]].concat()
}

/// Codes of three bits, with a new beginning after every two so that they do not grow.
fn lzw(pixels: impl Iterator<Item = u8>) -> Vec<u8> {
    let mut codes = Vec::new();
    for (at, pixel) in pixels.enumerate() {
        codes.extend((at % 2 == 0).then_some(4));
        codes.push(pixel);
    }
    codes.push(5);
    let bits: Vec<u8> = codes.iter().flat_map(|code| [code & 1, code >> 1 & 1, code >> 2 & 1]).collect();
    let data: Vec<u8> = bits.chunks(8).map(|byte| byte.iter().rev().fold(0, |all, bit| all << 1 | bit)).collect();
    let mut out = vec![2];
    for block in data.chunks(255) {
        out.push(block.len() as u8);
        out.extend(block);
    }
    out.push(0);
    out
}

/// A letter a pixel.
fn rows(frame: &Frame) -> Vec<String> {
    let letter = |pixel: &[u8]| match pixel {
        [255, 0, 0] => 'r',
        [0, 255, 0] => 'g',
        [0, 0, 255] => 'b',
        [255, 255, 0] => 'y',
        [0, 0, 0] => 'K',
        [255, 255, 255] => '.',
        _ => '?',
    };
    let stride = frame.width() as usize * 3;
    frame.as_rgb().chunks(stride).map(|row| row.chunks(3).map(letter).collect()).collect()
}

fn shows(name: &str, bytes: &[u8], want: &[&[&str]]) {
    let dir = temp_dir::TempDir::new().unwrap();
    let path = dir.path().join("a.gif");
    std::fs::write(&path, bytes).unwrap();
    let video = Video::open(&path).unwrap();
    assert_eq!(video.frame_count(), Some(want.len() as u64), "{name}");
    assert_eq!(video.size(), Size::new(want[0][0].len() as u32, want[0].len() as u32), "{name}");
    let frames: Vec<Frame> = video.frames().map(Result::unwrap).collect();
    assert_eq!(frames.len(), want.len(), "{name}");
    for (k, (frame, want)) in frames.iter().zip(want).enumerate() {
        assert_eq!(rows(frame), *want, "{name}, picture {k}");
    }
}

#[test]
fn the_screen_grows_to_hold_the_first_picture() {
    let two = |first, second| [control(0, None), quarters(first, 0), control(0, None), quarters(second, 1)];
    let none = two([0, 0, 8, 6], [2, 2, 4, 4]);
    let first = ["rrrrgggg", "rrrrgggg", "rrrrgggg", "bbbbyyyy", "bbbbyyyy", "bbbbyyyy"];
    let second = ["rrrrgggg", "rrrrgggg", "rrggbbgg", "bbggbbyy", "bbyyrryy", "bbyyrryy"];
    shows("0 x 0", &gif(0, 0, 4, &none), &[&first, &second]);
    let lower = |rows: &[&'static str]| [rows, &["........"; 3]].concat();
    shows("0 x 9", &gif(0, 9, 4, &none), &[&lower(&first), &lower(&second)]);
    let wider = |rows: [&str; 6]| rows.map(|row| format!("{row}."));
    let (a, b) = (wider(first), wider(second));
    shows("9 x 0", &gif(9, 0, 4, &none), &[&a.each_ref().map(|r| r.as_str()), &b.each_ref().map(|r| r.as_str())]);
    shows(
        "the first picture reaches out",
        &gif(6, 4, 4, &two([4, 2, 6, 4], [0, 0, 3, 3])),
        &[
            &["..........", "..........", "....rrrggg", "....rrrggg", "....bbbyyy", "....bbbyyy"],
            &["ggb.......", "ggb.......", "yyr.rrrggg", "....rrrggg", "....bbbyyy", "....bbbyyy"],
        ],
    );
    shows(
        "the first picture is outside",
        &gif(2, 2, 4, &two([3, 3, 2, 2], [0, 0, 2, 2])),
        &[&[".....", ".....", ".....", "...rg", "...by"], &["gb...", "yr...", ".....", "...rg", "...by"]],
    );
}

#[test]
fn later_pictures_are_cut_at_the_screen() {
    let first = [control(0, None), quarters([0, 0, 6, 4], 0), control(0, None)];
    let last = [control(0, None), quarters([1, 1, 3, 3], 1)];
    let with = |place, turn| [&first[..], &[quarters(place, turn)], &last].concat();
    let plain = ["rrrggg", "rrrggg", "bbbyyy", "bbbyyy"];
    shows(
        "larger",
        &gif(6, 4, 4, &with([0, 0, 10, 8], 1)),
        &[&plain, &["gggggb"; 4], &["gggggb", "gggbgb", "gggbgb", "gyyrgb"]],
    );
    shows(
        "over the edge",
        &gif(6, 4, 4, &with([4, 2, 6, 4], 1)),
        &[&plain, &["rrrggg", "rrrggg", "bbbygg", "bbbygg"], &["rrrggg", "rggbgg", "bggbgg", "byyrgg"]],
    );
    shows(
        "outside",
        &gif(6, 4, 4, &with([10, 10, 4, 4], 0)),
        &[&plain, &plain, &["rrrggg", "rggbgg", "bggbyy", "byyryy"]],
    );
    shows("empty", &gif(6, 4, 4, &with([0, 0, 0, 0], 0)), &[&plain, &plain, &["rrrggg", "rggbgg", "bggbyy", "byyryy"]]);
    let disposed = [
        control(2, None),
        quarters([0, 0, 10, 8], 0),
        control(3, None),
        quarters([4, 2, 6, 6], 1),
        control(0, None),
        quarters([1, 1, 3, 3], 1),
    ];
    let bare = "..........";
    shows(
        "cleared and restored",
        &gif(6, 4, 4, &disposed),
        &[
            &[["rrrrrggggg"; 4], ["bbbbbyyyyy"; 4]].concat(),
            &[&[bare; 2][..], &["....gggbbb"; 3], &["....yyyrrr"; 3]].concat(),
            &[bare, ".ggb......", ".ggb......", ".yyr......", bare, bare, bare, bare],
        ],
    );
}

#[test]
fn what_has_no_colour_is_black() {
    let whole = [0, 0, 6, 4];
    let three = quarters([1, 1, 3, 3], 1);
    let blocks = [control(0, None), quarters(whole, 0), control(0, None), three.clone()];
    shows("no palette", &gif(6, 4, 0, &blocks), &[&["KKKKKK"; 4], &["KKKKKK"; 4]]);
    let blocks = [control(0, Some(1)), quarters(whole, 0), control(0, None), three.clone()];
    shows(
        "no palette, one index transparent",
        &gif(6, 4, 0, &blocks),
        &[&["KKK...", "KKK...", "KKKKKK", "KKKKKK"], &["KKK...", "KKKK..", "KKKKKK", "KKKKKK"]],
    );
    let own = |place, pixels: &[u8]| picture(place, pixels.iter().copied(), &COLORS.concat());
    let pixels: Vec<u8> = [[0, 0, 0, 1, 1, 1], [0, 0, 0, 1, 1, 1], [2, 2, 2, 3, 3, 3], [2, 2, 2, 3, 3, 3]].concat();
    let blocks = [
        control(0, None),
        own(whole, &pixels),
        control(0, None),
        three,
        control(0, None),
        own([0, 0, 2, 2], &[1, 2, 3, 0]),
    ];
    shows(
        "palettes of some pictures",
        &gif(6, 4, 0, &blocks),
        &[
            &["rrrggg", "rrrggg", "bbbyyy", "bbbyyy"],
            &["rrrggg", "rKKKgg", "bKKKyy", "bKKKyy"],
            &["gbrggg", "yrKKgg", "bKKKyy", "bKKKyy"],
        ],
    );
    let blocks = [picture(whole, (0..24).map(|at| at % 4), &[])];
    shows("too few colours", &gif(6, 4, 2, &blocks), &[&["rgKKrg", "KKrgKK", "rgKKrg", "KKrgKK"]]);
}
