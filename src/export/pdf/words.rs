//! Words: letters of fonts that the file carries, where the font's designer wants them.

use crate::export::number::number;
use crate::export::pdf::{Pdf, text};
use crate::geom::Point;
use crate::style::Color;
use crate::text::{Anchor, EM, MAX_PPEM, Placed, Rule, TextLayout, Turn, Words, line_origins};

/// Where letters go.
#[derive(Clone, Copy)]
struct Place {
    at: Point,
    /// Pixels for a font unit.
    scale: f64,
    turn: Turn,
}

/// Words that are being written, and where their lines begin, in font units.
struct Written<'a> {
    words: &'a Words<'a>,
    layout: &'a TextLayout<'a>,
    color: Color,
    origins: &'a [(f64, f64)],
    place: Place,
}

impl Written<'_> {
    /// The colour of a part.
    fn tinted(&self, tint: u8) -> Color {
        self.layout.tints().get(usize::from(tint).wrapping_sub(1)).copied().unwrap_or(self.color)
    }
}

impl Pdf {
    pub(super) fn add_words(&mut self, words: &Words<'_>, anchor: Anchor, color: Color) {
        let Words { text, size, .. } = *words;
        let at = anchor.at;
        if text.is_empty() || color.a == 0 || !(size > 0.0 && at.is_finite() && anchor.angle.is_finite()) {
            return;
        }
        // letters that overlap are blended once
        if color.a < 255 {
            let opaque = Color { a: 255, ..color };
            return self.group(color.a, &mut |pdf| pdf.add_words(words, anchor, opaque));
        }
        let layout = TextLayout::design(words);
        let scale = f64::from(size.min(MAX_PPEM)) / f64::from(EM);
        // in font units, from the place that the words are aligned to
        let (turn, origins) = line_origins(&layout, Anchor { at: Point::default(), ..anchor });
        let (place, origins) = (Place { at, scale, turn }, origins.collect::<Vec<_>>());
        let all = Written { words, layout: &layout, color, origins: &origins, place };
        if layout.tints().iter().all(|own| own.a == 255) {
            return self.written(&all, None);
        }
        // what is translucent in one colour is blended once, too
        for tint in 0..=layout.tints().len() {
            match all.tinted(tint as u8).a {
                0 => {}
                255 => self.written(&all, Some(tint as u8)),
                alpha => self.group(alpha, &mut |pdf| pdf.written(&all, Some(tint as u8))),
            }
        }
    }

    /// Letters and lines: all, or those of one tint.
    fn written(&mut self, all: &Written<'_>, tint: Option<u8>) {
        let Written { words, layout, origins, .. } = *all;
        let wanted = |one: u8| tint.is_none_or(|tint| tint == one);
        self.fill(all, 0);
        self.content.operator("BT");
        let mut font = None;
        for ((line, origin), written) in layout.lines().zip(origins).zip(words.text.split('\n')) {
            let line: Vec<Placed> = line.iter().copied().filter(|placed| wanted(placed.tint)).collect();
            let mut shown = String::new();
            for placed in &line {
                self.fonts.text(*placed, words, &mut shown);
            }
            // words of several fonts are taken apart by some; mathematics is not read as it was written
            let one = line.iter().all(|placed| placed.face == line[0].face);
            let told = (shown == written && one) || written.contains('$');
            if !told {
                self.content.out.push_str("/Span<</ActualText<FEFF");
                text::utf16(&mut self.content.out, written);
                self.content.operator(">>>BDC");
            }
            self.letters(&line, all, *origin, &mut font);
            if !told {
                self.content.operator("EMC");
            }
        }
        self.content.operator("ET");
        for (rules, origin) in layout.rules().zip(origins) {
            for rule in rules.iter().filter(|rule| wanted(rule.tint)) {
                self.rule(rule, all, *origin);
            }
        }
    }

    /// Sets the colour of a part of words, opaque.
    fn fill(&mut self, all: &Written<'_>, tint: u8) {
        self.content.fill_color(Color { a: 255, ..all.tinted(tint) });
    }

    /// A line of mathematics.
    fn rule(&mut self, rule: &Rule, all: &Written<'_>, origin: (f64, f64)) {
        let place = all.place;
        self.fill(all, rule.tint);
        let (left, bottom) = (f64::from(rule.x) / 64.0, -f64::from(rule.raised));
        let (right, top) = (left + f64::from(rule.width) / 64.0, bottom - f64::from(rule.height));
        for (at, (x, y)) in [(left, bottom), (right, bottom), (right, top), (left, top)].into_iter().enumerate() {
            let (x, y) = place.turn.apply(x, y);
            let (x, y) = (origin.0 + x, origin.1 + y);
            let at = (f64::from(place.at.x) + x * place.scale, f64::from(place.at.y) + y * place.scale, at);
            self.content.numbers(&[at.0, at.1], 3);
            self.content.operator(if at.2 == 0 { "m" } else { "l" });
        }
        self.content.operator("f");
    }

    /// Letters of a line that begins there, in font units. `font` is the one that is set, and its size.
    fn letters(&mut self, line: &[Placed], all: &Written<'_>, origin: (f64, f64), font: &mut Option<(usize, u16)>) {
        let Written { words, layout, place, .. } = *all;
        let Place { at, scale, turn: Turn { sin, cos, .. } } = place;
        let mut i = 0;
        while i < line.len() {
            let first = line[i];
            if !layout.tints().is_empty() {
                self.fill(all, first.tint);
            }
            let (x, y) = place.turn.apply(f64::from(first.x) / 64.0, -raised(&first));
            let (x, y) = (f64::from(at.x) + (origin.0 + x) * scale, f64::from(at.y) + (origin.1 + y) * scale);
            let (used, mut code) = self.fonts.code(first, words);
            if *font != Some((used, first.ppem)) {
                *font = Some((used, first.ppem));
                self.content.resource('F', used);
                self.content.out.push(' ');
                self.content.numbers(&[f64::from(first.ppem) * scale], 4);
                self.content.operator("Tf");
            }
            self.content.numbers(&[cos, -sin, -sin, -cos], 5);
            self.content.numbers(&[x, y], 3);
            self.content.out.push_str("Tm[<");
            let mut pen = first.x;
            loop {
                let out = &mut self.content.out;
                let mut digits = String::new();
                text::hex(&mut digits, code);
                out.push_str(if self.fonts.is_short(used) { &digits[2..] } else { &digits });
                pen = pen.saturating_add(self.fonts.advance(used, code, line[i]));
                i += 1;
                let Some(next) = line.get(i).filter(|next| {
                    (next.ppem, next.tint) == (first.ppem, first.tint) && raised(next) == raised(&first)
                }) else {
                    break;
                };
                let other;
                (other, code) = self.fonts.code(*next, words);
                if other != used {
                    break;
                }
                // in thousandths of the size, to the left
                let nearer = (f64::from(pen) - f64::from(next.x)) / 64.0 * 1000.0 / f64::from(first.ppem);
                if nearer.abs() >= 0.05 {
                    out.push('>');
                    number(out, nearer, 1);
                    out.push('<');
                    pen = next.x;
                }
            }
            self.content.operator(">]TJ");
        }
    }
}

/// How much higher than the line a glyph stands, in font units.
fn raised(placed: &Placed) -> f64 {
    f64::from(placed.raised) + f64::from(placed.quarters) / 4.0
}
