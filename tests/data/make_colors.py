"""Writes what grabframe knows of matplotlib's colours, and what its tests hold that against.

    python3 tests/data/make_colors.py

src/style/colormaps.bin   the colormaps with 256 entries and more, one after the other in the order of the rows of
                          src/style/colormap_names.rs, whose tables are decoded while compiling (src/style/lookup.rs):
                          the red, the green, and the blue of all entries, each as the difference to the one before; then
                          how many channels of the map backward are not those of the map from its end, and for each how many
                          channels lie between it and the last, twice, and one more if it is a level lower
src/style/xkcd.bin        the values of the names of the xkcd survey, three bytes each, then the names, a line each
tests/data/colormaps.tsv  each name, the entries, their FNV-1a, and nine of them
tests/data/colors.tsv     each named colour, and others that are written as texts
"""
import pathlib
import re
import sys

import matplotlib
import numpy as np
from matplotlib.colors import XKCD_COLORS, _colors_full_map, to_rgba

here = pathlib.Path(__file__).parent
style = here.parents[1] / "src" / "style"


def table(name):
    cmap = matplotlib.colormaps[name]
    return cmap(np.arange(cmap.N), bytes=True)[:, :3].astype(int)


def fnv(data):
    h = 0xCBF29CE484222325
    for b in data:
        h = ((h ^ b) * 0x100000001B3) % 2**64
    return h


def backward(name):
    differ = table(name + "_r") - table(name)[::-1]
    flat, out, last = differ.ravel(), [], -1
    for i in np.flatnonzero(flat):
        assert abs(flat[i]) == 1, name
        gap = i - last - 1
        while gap > 126:
            out.append(255)
            gap -= 127
        out.append(2 * gap + (flat[i] < 0))
        last = i
    assert len(out) < 256
    return bytes([len(out)] + out)


rows = re.findall(r'^    [A-Z0-9_]+ "(\w+)" \d+', (style / "colormap_names.rs").read_text(), re.M)
blob = b""
for name in rows:
    channels = table(name).T
    blob += b"".join(np.diff(c, prepend=0).astype(np.uint8).tobytes() for c in channels) + backward(name)
(style / "colormaps.bin").write_bytes(blob)

survey = sorted((name.removeprefix("xkcd:"), value) for name, value in XKCD_COLORS.items())
(style / "xkcd.bin").write_bytes(
    b"".join(bytes.fromhex(value[1:]) for _, value in survey) + "".join(f"{name}\n" for name, _ in survey).encode()
)

with open(here / "colormaps.tsv", "w") as out:
    out.write("# made by make_colors.py with matplotlib " + matplotlib.__version__ + "\n")
    for name in matplotlib.colormaps:
        t = table(name)
        picked = [t[i * (len(t) - 1) // 8] for i in range(9)]
        colors = " ".join("%02x%02x%02x" % tuple(c) for c in picked)
        out.write(f"{name}\t{len(t)}\t{fnv(t.astype(np.uint8).tobytes()):016x}\t{colors}\n")

texts = sorted(_colors_full_map) + "C0 C1 C2 C3 C4 C5 C6 C7 C8 C9 C10 C123 #fA0 #fa08 #102030 #10203040 none None NONE".split()
texts += [f"{level / 20}" for level in range(21)] + ["0", "1", ".75", "1e-1", "0.123456"]
texts += ["XKCD:Sky Blue", "xkcd:BLUE/GREY", "TAB:Olive", "RebeccaPurple"]
with open(here / "colors.tsv", "w") as out:
    out.write("# made by make_colors.py with matplotlib " + matplotlib.__version__ + "\n")
    for text in texts:
        # as Agg makes bytes of channels
        rgba = bytes(int(v * 255 + 0.5) for v in to_rgba(text))
        out.write(f"{text}\t{rgba.hex()}\n")
sys.stdout.write(f"{len(rows)} maps, {len(blob)} bytes; {len(survey)} names\n")
