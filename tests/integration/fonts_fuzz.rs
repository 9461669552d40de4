//! Damaged fonts, and words by chance.

#[path = "../../fuzz/src/fonts.rs"]
pub mod damaged;

use std::time::{Duration, Instant};

use crate::fonts::{ARABIC, CFF, CHINESE, DEJAVU, read};

/// Numbers by chance, the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % n.max(1)
    }
}

/// Damages a few bytes of one table, whichever it is, so that large ones do not get all; or cuts the file off.
fn damage(font: &mut Vec<u8>, dice: &mut Dice) {
    let u32_at =
        |font: &[u8], at: usize| font.get(at..at + 4).map_or(0, |b| u32::from_be_bytes(b.try_into().unwrap()) as usize);
    let start = if font.starts_with(b"ttcf") { u32_at(font, 12) } else { 0 };
    let tables = font.get(start + 5).map_or(0, |n| usize::from(*n));
    for _ in 0..=dice.below(3) {
        let entry = start + 12 + 16 * dice.below(tables);
        let (from, len) = (u32_at(font, entry + 8), u32_at(font, entry + 12));
        // often near the beginning, where the headers are
        let reach = [len, len.min(64), len.min(1024)][dice.below(3)];
        for _ in 0..=dice.below(6) {
            let at = from + dice.below(reach);
            if let Some(byte) = font.get_mut(at) {
                *byte = [0, 0xff, 0x7f, 0x80, dice.below(256) as u8, byte.wrapping_add(1)][dice.below(6)];
            }
        }
    }
    match dice.below(12) {
        0 => font.truncate(dice.below(font.len())),
        // the directory itself
        1 => {
            let at = start + dice.below(12 + 16 * tables);
            font[at] = dice.below(256) as u8;
        }
        _ => {}
    }
}

fn words(dice: &mut Dice) -> String {
    if dice.below(4) > 0 {
        return damaged::WORDS[dice.below(damaged::WORDS.len())].to_owned();
    }
    let mut words = String::new();
    for _ in 0..dice.below(40) {
        let block =
            [0x20, 0x300, 0x590, 0x600, 0x900, 0xe00, 0x1100, 0x2000, 0x3000, 0x4e00, 0xac00, 0xfb00, 0xfe00, 0x1f300];
        let block: u32 = block[dice.below(block.len())];
        words.extend(char::from_u32(block + dice.below(256) as u32));
    }
    words
}

/// Fonts that are damaged by chance are refused or drawn: no panic, nothing that takes long, and the same twice. `GRABFRAME_FUZZ_SECONDS`
/// says how long to try; by default there are few.
#[test]
fn damaged_fonts() {
    let fonts: Vec<Vec<u8>> =
        [DEJAVU, CFF, ARABIC, CHINESE].into_iter().filter_map(|f| read(f, "damaged fonts")).collect();
    let seconds = std::env::var("GRABFRAME_FUZZ_SECONDS").ok().and_then(|s| s.parse().ok());
    let (first, begun) = (seconds.map_or(0_u64, |_| 1000), Instant::now());
    let count = if crate::tools::thorough() { 400 } else { 24 };
    for seed in first.. {
        let done = seconds.map_or(seed >= count, |s| begun.elapsed() > Duration::from_secs(s));
        if done || fonts.is_empty() {
            break;
        }
        let mut dice = Dice((seed + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
        let mut font = fonts[dice.below(fonts.len())].clone();
        damage(&mut font, &mut dice);
        let words = words(&mut dice);
        let at = Instant::now();
        let caught = std::panic::catch_unwind(|| damaged::check(&font, &words));
        assert!(caught.is_ok(), "with seed {seed}");
        assert!(at.elapsed() < Duration::from_secs(20), "seed {seed} took {:?}", at.elapsed());
    }
}

/// Words by chance in fonts that are whole.
#[test]
fn any_words() {
    let fonts: Vec<Vec<u8>> = [DEJAVU, CHINESE].into_iter().filter_map(|f| read(f, "any words")).collect();
    let count = if crate::tools::thorough() { 200 } else { 10 };
    for seed in 0..count {
        let mut dice = Dice((seed + 1_u64).wrapping_mul(0x2545_f491_4f6c_dd1d) | 1);
        for font in &fonts {
            damaged::check(font, &words(&mut dice));
        }
    }
}
