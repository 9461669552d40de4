"""Makes the two fonts of mathematics, which have what DejaVu Sans, its slanted and its thick face lack, in 2048 units an em.

    python3 make_fonts.py FOLDER_OF_DEJAVU FOLDER_OF_STIX

DejaVuMath.ttf is from DejaVu 2.35 (DejaVuSansDisplay, DejaVuSans-BoldOblique, DejaVuSansMono), FrameMath.ttf from STIX 1.1
(Debian's fonts-stix; SIL Open Font License 1.1, which wants another name). Needs fonttools. Where Unicode has no place for a
glyph, it has one in the private area:

    DejaVuMath  E300 + c        letters and signs of fixed width, c in ASCII
                E400 + c        thick and slanted letters, Latin (c in ASCII) and Greek (E500 + c - 370)
    FrameMath   E200 + n        calligraphic capitals, n from A on
                E800 + 40 n + i brackets, roots and wide accents of size n = 1..7, i in the list SIZED below
"""

import sys

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

EM = 2048
SIZED = "()[]{}\u27e8\u27e9\u230a\u230b\u2308\u2309/\\\u221a\u0302\u0303\u0305\u23de\u23df"


class Font:
    def __init__(self):
        self.glyphs, self.widths, self.places = {".notdef": TTGlyphPen(None).glyph()}, {".notdef": 1229}, {}

    def take(self, path, places, longer=0):
        """Takes glyphs of a font: `places` is pairs of the character there and the one here. Braces that lie are made `longer` where
        they are straight."""
        font = TTFont(path)
        letters, known = font.getGlyphSet(), font.getBestCmap()
        scale = EM / font["head"].unitsPerEm
        for there, here in places:
            name = f"u{here:04X}"
            whole, pen = DecomposingRecordingPen(letters), TTGlyphPen(None)
            letters[known[there]].draw(whole)
            smooth = Cu2QuPen(pen, 1.0, reverse_direction="CFF " in font)
            whole.replay(TransformPen(smooth, (scale, 0, 0, scale, 0, 0)))
            glyph = self.glyphs[name] = pen.glyph()
            if longer:
                # the end, the half with the tip, the other end
                steps = [round(longer * step) for step in (0, 0.5, 1)]
                at = glyph.coordinates
                for i, (x, y) in enumerate(at):
                    at[i] = (x + steps[(x > 1500) + (x > 5100)], y)
            self.places[here] = name
            self.widths[name] = round(letters[known[there]].width * scale) + longer

    def save(self, name, rights):
        order = [".notdef", *(self.places[c] for c in sorted(self.places))]
        font = FontBuilder(EM, isTTF=True)
        font.setupGlyphOrder(order)
        font.setupCharacterMap(self.places)
        font.setupGlyf({name: self.glyphs[name] for name in order})
        font.setupHorizontalMetrics({name: (self.widths[name], getattr(self.glyphs[name], "xMin", 0)) for name in order})
        font.setupHorizontalHeader(ascent=1901, descent=-483)
        font.setupOS2()
        font.setupPost(keepGlyphNames=False)
        names = {"copyright": rights, "familyName": name, "styleName": "Book", "psName": name}
        font.setupNameTable(names, mac=False)
        font.font["head"].created = font.font["head"].modified = 3_000_000_000
        font.font.recalcTimestamp = False
        font.save(f"{name}.ttf")
        print(name, len(order), "glyphs")


def main(dejavu, stix):
    font = Font()
    font.take(f"{dejavu}/DejaVuSansDisplay.ttf", [(c, c) for c in [
        0x220F, 0x2210, 0x2211, *range(0x222B, 0x2234), *range(0x22C0, 0x22C4), 0x2A00, 0x2A01, 0x2A02, 0x2A0C]])
    font.take(f"{dejavu}/DejaVuSansMono.ttf", [(c, 0xE300 + c) for c in range(0x21, 0x7F)])
    greek = [*range(0x391, 0x3A2), *range(0x3A3, 0x3AA), *range(0x3B1, 0x3CA), 0x3D1, 0x3D5, 0x3D6, 0x3F0, 0x3F1, 0x3F5]
    font.take(f"{dejavu}/DejaVuSans-BoldOblique.ttf",
              [(c, 0xE400 + c) for c in [*range(0x41, 0x5B), *range(0x61, 0x7B)]] + [(c, 0xE500 + c - 0x370) for c in greek])
    font.take(f"{dejavu}/DejaVuSans.ttf", [(c, c) for c in [0x2621, 0x2720]])
    font.save("DejaVuMath", "Of DejaVu 2.35, whose licence stands beside it")

    # letters that Unicode had before it had the alphabets
    script = {1: 0x212C, 4: 0x2130, 5: 0x2131, 7: 0x210B, 8: 0x2110, 11: 0x2112, 12: 0x2133, 17: 0x211B, 30: 0x212F, 32: 0x210A,
              40: 0x2134}
    fraktur = {2: 0x212D, 7: 0x210C, 8: 0x2111, 17: 0x211C, 25: 0x2128}
    font = Font()
    font.take(f"{stix}/STIXNonUnicode-Italic.otf", [(0xE22D + n, 0xE200 + n) for n in range(26)])
    font.take(f"{stix}/STIXGeneral-Italic.otf", [(script.get(n, 0x1D49C + n), 0x1D49C + n) for n in range(52)] + [(0x210A, 0x210A)])
    font.take(f"{stix}/STIXGeneral-Regular.otf",
              [(fraktur.get(n, 0x1D504 + n), 0x1D504 + n) for n in range(52)] + [(c, c) for c in [
                  *range(0x1D552, 0x1D56C), *range(0x1D7D8, 0x1D7E2), 0x2322, 0x2323, 0x233D, 0x233F, 0x24C8, 0x27C2, 0x27EE, 0x27EF,
                  0x290E, 0x290F, 0x2A04, 0x2A06, 0x2A1D, 0x2A3F, 0x2A55, 0x2AC5, 0x2AC6, 0x2ACB, 0x2ACC]])
    for n, size in enumerate(["One", "Two", "Three", "Four", "Five"], 1):
        path = f"{stix}/STIXSize{size}Sym-Regular.otf"
        known = TTFont(path).getBestCmap()
        # the fourth root has no tip, and is smaller than the third
        font.take(path, [(ord(c), 0xE800 + 0x40 * n + i) for i, c in enumerate(SIZED) if ord(c) in known and (n, c) != (4, "\u221a")])
    for n, longer in [(6, 6600), (7, 19800)]:
        font.take(f"{stix}/STIXSizeFiveSym-Regular.otf",
                  [(ord(c), 0xE800 + 0x40 * n + i) for i, c in enumerate(SIZED) if c in "\u23de\u23df"], longer)
    font.save("FrameMath", "Copyright 2001-2010 STI Pub Companies, with Reserved Font Name STIX Fonts; SIL Open Font License 1.1")


main(*sys.argv[1:])
