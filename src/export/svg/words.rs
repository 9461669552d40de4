//! Words: as text, or as the outlines of their letters, as the font's designer drew them. The words themselves are then a label, so
//! that they can be read aloud.

use crate::export::svg::defs::Id;
use crate::export::svg::path::Data;
use crate::export::svg::{Svg, xml};
use crate::export::trace::Trace;
use crate::geom::Point;
use crate::style::Color;
use crate::text::{Anchor, EM, Fonts, MAX_PPEM, Placed, Segment, TextLayout, Words, design_outline, line_origins};

impl Svg {
    pub(super) fn add_words(&mut self, words: &Words<'_>, anchor: Anchor, color: Color) {
        let Words { text, size, .. } = *words;
        let place = anchor.at;
        if text.is_empty() || color.a == 0 || !(size > 0.0 && place.is_finite() && anchor.angle.is_finite()) {
            return;
        }
        let layout = TextLayout::design(words);
        // in font units, from the place that the words are aligned to
        let (turn, origins) = line_origins(&layout, Anchor { at: Point::default(), ..anchor });
        let mut places = Vec::new();
        for (x, y) in origins {
            // turned back, since the element turns it
            places.push((x * turn.cos - y * turn.sin, x * turn.sin + y * turn.cos));
        }
        let mut looks = String::new();
        xml::solid(&mut looks, "fill", color);
        // letters that overlap are blended once
        xml::opacity(&mut looks, color);
        if self.outlines || self.add_text(words, &layout, &places, &looks, anchor).is_none() {
            self.add_outlines(words, &layout, &places, &looks, anchor);
        } else if layout.rules().any(|rules| !rules.is_empty()) {
            // beside the text, which holds nothing but letters
            let mut lines = String::new();
            add_rules(&mut lines, &layout, &places);
            let out = &mut self.out;
            out.push_str("<g");
            scaled(out, words.size, anchor);
            out.push_str(&looks);
            out.push('>');
            out.push_str(&lines);
            out.push_str("</g>\n");
        }
    }

    /// Adds words as the outlines of their letters.
    fn add_outlines(
        &mut self,
        words: &Words<'_>,
        layout: &TextLayout<'_>,
        places: &[(f64, f64)],
        looks: &str,
        anchor: Anchor,
    ) {
        let mut letters = String::new();
        for (line, (x, y)) in layout.lines().zip(places) {
            for placed in line {
                let Some(id) = self.glyph(*placed, words.fonts) else { continue };
                letters.push_str("<use xlink:href=\"#");
                id.write(&mut letters);
                letters.push('"');
                tint(&mut letters, layout.tints(), placed.tint);
                let (x, y) = (x + f64::from(placed.x) / 64.0, y - f64::from(placed.raised));
                if placed.ppem == layout.ppem() {
                    xml::precise(&mut letters, "x", x, 0);
                    xml::precise(&mut letters, "y", y, 0);
                } else {
                    // smaller than the words
                    letters.push_str(" transform=\"translate(");
                    xml::number(&mut letters, x, 0);
                    letters.push(' ');
                    xml::number(&mut letters, y, 0);
                    letters.push_str(") scale(");
                    xml::number(&mut letters, f64::from(placed.ppem) / f64::from(layout.ppem()), 4);
                    letters.push_str(")\"");
                }
                letters.push_str("/>");
            }
        }
        add_rules(&mut letters, layout, places);
        if letters.is_empty() {
            return;
        }
        let out = &mut self.out;
        out.push_str("<g aria-label=\"");
        xml::text(out, words.text);
        out.push('"');
        scaled(out, words.size, anchor);
        out.push_str(looks);
        out.push('>');
        out.push_str(&letters);
        out.push_str("</g>\n");
    }

    /// The definition of a glyph; none if it is blank.
    fn glyph(&mut self, placed: Placed, fonts: &Fonts) -> Option<Id> {
        let Placed { face, glyph, .. } = placed;
        let at = match self.glyphs.binary_search_by_key(&(face, glyph), |known| known.0) {
            Ok(at) => return self.glyphs[at].1,
            Err(at) => at,
        };
        let mut data = Data::new(1);
        for segment in design_outline(face, glyph, fonts) {
            match segment {
                Segment::Move(p) => data.move_to(p.x.into(), p.y.into()),
                Segment::Line(p) => data.line_to(p.x.into(), p.y.into()),
                Segment::Quad(control, p) => data.quad_to(control, p),
                Segment::Cubic(a, b, p) => data.cubic_to([a, b], p),
            }
        }
        let mut rest = String::new();
        xml::word(&mut rest, "d", &data.out);
        rest.push_str("/>");
        let id = (!data.out.is_empty()).then(|| self.defs.add("path", &rest));
        self.glyphs.insert(at, ((face, glyph), id));
        id
    }
}

/// Adds the rules of lines at these places.
fn add_rules(out: &mut String, layout: &TextLayout<'_>, places: &[(f64, f64)]) {
    for (rules, (x, y)) in layout.rules().zip(places) {
        for rule in rules {
            out.push_str("<rect");
            xml::precise(out, "x", x + f64::from(rule.x) / 64.0, 0);
            xml::precise(out, "y", y - f64::from(rule.raised + rule.height), 0);
            xml::precise(out, "width", f64::from(rule.width) / 64.0, 0);
            xml::precise(out, "height", rule.height.into(), 0);
            tint(out, layout.tints(), rule.tint);
            out.push_str("/>");
        }
    }
}

/// The colour of what has not that of the words.
pub(super) fn tint(out: &mut String, tints: &[Color], tint: u8) {
    if let Some(color) = usize::from(tint).checked_sub(1).and_then(|at| tints.get(at)) {
        xml::solid(out, "fill", *color);
        xml::opacity(out, *color);
    }
}

/// An attribute that brings font units to the place and the size of words.
fn scaled(out: &mut String, size: f32, anchor: Anchor) {
    place_and_turn(out, anchor);
    out.push_str(" scale(");
    xml::number(out, f64::from(size.min(MAX_PPEM)) / f64::from(EM), 7);
    out.push_str(")\"");
}

/// Whether words are turned, as SVG writes angles.
pub(super) fn is_turned(anchor: Anchor) -> bool {
    f64::from(-anchor.angle).rem_euclid(360.0) != 0.0
}

/// Begins an attribute that brings words to their place and turns them.
pub(super) fn place_and_turn(out: &mut String, anchor: Anchor) {
    out.push_str(" transform=\"translate(");
    xml::number(out, anchor.at.x.into(), 3);
    out.push(' ');
    xml::number(out, anchor.at.y.into(), 3);
    if is_turned(anchor) {
        out.push_str(") rotate(");
        xml::number(out, f64::from(-anchor.angle).rem_euclid(360.0), 3);
    }
    out.push(')');
}
