"""Writes norms.tsv: what matplotlib's norms make of values.

    python3 tests/data/make_norms.py > tests/data/norms.tsv

Made with matplotlib 3.11.2 and numpy 2.4.6.

A line holds the name of a norm, its numbers, its limits, values, and their fractions; of bins the number of colours, which
ends are extended, the borders, values, and the place of their colours (-1 below, the number of colours above).
"""

import numpy as np
from matplotlib import colors

random = np.random.default_rng(12)


def numbers(values):
    return " ".join(repr(float(v)) for v in values)


def values_around(lo, hi):
    span = hi - lo
    return np.concatenate([[lo, hi, (lo + hi) / 2], random.uniform(lo - span / 3, hi + span / 3, 5)])


def line(name, parameters, norm, lo, hi):
    values = values_around(lo, hi)
    if name == "log":
        values = np.abs(values) + lo / 7
    # one by one, as matplotlib's powers of what lies below depend on what lies beside it
    fractions = np.ma.filled(np.ma.array([norm(v) for v in values], dtype=float), np.nan)
    print(name, numbers(parameters), numbers([lo, hi]), numbers(values), numbers(fractions), sep="\t")


for _ in range(60):
    size = 10.0 ** random.integers(-6, 7)
    lo, hi = np.sort(random.uniform(-size, size, 2))
    inside = random.uniform(lo, hi)
    gamma = random.choice([0.3, 0.5, 1.5, 2.0, 3.0])
    thresh = size * 10.0 ** random.integers(-5, 1)
    scale = random.choice([0.1, 0.5, 1.0, 2.0])
    line("linear", [], colors.Normalize(lo, hi), lo, hi)
    line("centered", [inside], colors.CenteredNorm(inside, max(hi - inside, inside - lo)), lo, hi)
    line("twoslope", [inside], colors.TwoSlopeNorm(inside, lo, hi), lo, hi)
    line("power", [gamma], colors.PowerNorm(gamma, lo, hi), lo, hi)
    line("symlog", [thresh, scale], colors.SymLogNorm(thresh, scale, lo, hi, base=10), lo, hi)
    low, high = np.sort(10.0 ** random.uniform(-9, 9, 2))
    line("log", [], colors.LogNorm(low, high), low, high)

for _ in range(300):
    bins = int(random.integers(1, 12))
    extend = random.choice(["neither", "min", "max", "both"])
    count = int(random.choice([16, 20, 255, 256, 510]))
    borders = np.unique(np.round(random.uniform(-50, 50, bins + 1), int(random.integers(0, 3))))
    if len(borders) < 2:
        continue
    values = np.concatenate([borders, random.uniform(borders[0] - 5, borders[-1] + 5, 8)])
    norm = colors.BoundaryNorm(borders, count, extend=extend)
    print("boundary", count, extend, numbers(borders), numbers(values), " ".join(str(int(i)) for i in norm(values)), sep="\t")
