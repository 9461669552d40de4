//! What is done, chosen by bytes.

use grabframe::prelude::*;

/// What is chosen next, from bytes; when they are at an end, the first of all choices.
pub struct Choices<'a> {
    pub bytes: &'a [u8],
}

impl<'a> Choices<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { bytes }
    }

    pub fn byte(&mut self) -> u8 {
        let Some((first, rest)) = self.bytes.split_first() else { return 0 };
        self.bytes = rest;
        *first
    }

    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    pub fn below(&mut self, n: usize) -> usize {
        usize::from(self.byte()) % n
    }

    pub fn yes(&mut self) -> bool {
        self.byte() % 2 == 1
    }

    /// Numbers as data has them, and as it should not.
    pub fn number(&mut self) -> f64 {
        const ODD: [f64; 16] = [
            0.0,
            -0.0,
            1.0,
            -1.0,
            1e-3,
            1e3,
            1e-9,
            1e9,
            1e300,
            -1e300,
            1e-300,
            5e-324,
            f64::NAN,
            f64::INFINITY,
            f64::NEG_INFINITY,
            1e16,
        ];
        match self.byte() {
            byte @ 0..16 => ODD[usize::from(byte)],
            byte => f64::from(byte) / 16.0 - 8.0 + f64::from(self.byte()) / 4096.0,
        }
    }

    pub fn finite(&mut self) -> f64 {
        let number = self.number();
        if number.is_finite() { number } else { 0.5 }
    }

    pub fn numbers(&mut self, n: usize) -> Vec<f64> {
        (0..n).map(|_| self.number()).collect()
    }

    /// 0 to 1.
    pub fn share(&mut self) -> f64 {
        f64::from(self.byte()) / 255.0
    }

    pub fn words(&mut self) -> String {
        const ALL: [&str; 10] = [
            "",
            "a",
            "a longer title than there is room for, surely",
            "two\nlines",
            "$10^{3}$",
            "µm ä € 中 ́",
            "<&>\"']]>",
            "_x",
            "\u{7}\t",
            "step 1",
        ];
        ALL[self.below(ALL.len())].into()
    }

    pub fn color(&mut self) -> Color {
        Color::rgba(self.byte(), self.byte(), self.byte(), if self.yes() { 255 } else { self.byte() })
    }

    pub fn shape(&mut self) -> Marker {
        const ALL: &[u8] = b".,ov^<>12348spP*hH+xXDd|_";
        match Marker::from_char(char::from(ALL[self.below(ALL.len())])) {
            Some(marker) => marker,
            None => Marker::None,
        }
    }

    pub fn style(&mut self) -> LineStyle {
        match self.below(6) {
            0 => LineStyle::Solid,
            1 => LineStyle::Dashed,
            2 => LineStyle::DashDot,
            3 => LineStyle::Dotted,
            4 => LineStyle::None,
            _ => LineStyle::Custom { offset: self.share() as f32, pattern: vec![self.share() as f32 * 9.0, 2.0, 0.5] },
        }
    }
}
