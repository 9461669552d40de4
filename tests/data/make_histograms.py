#!/usr/bin/env python3
"""Writes histograms.tsv: histograms of several samples as matplotlib has them.

    python3 tests/data/make_histograms.py

A row has options, the samples (how many numbers, and the seed of a generator), edges, what `hist` returns for each sample, and where its
bars are (left side, width, foot, height). Of many bins the first and the last five are kept. Made with matplotlib 3.11.2 and numpy 2.4.6.
"""

import itertools
import pathlib
import warnings

import matplotlib
import numpy as np

matplotlib.use("agg")
import matplotlib.pyplot as plt

warnings.filterwarnings("ignore")


def lcg(n, seed):
    out, x = [], seed
    for _ in range(n):
        x = (1_664_525 * x + 1_013_904_223) % 2**32
        out.append(x / 2**32)
    return np.array(out)


def sample(n, seed):
    """Of another width and middle for each seed."""
    return lcg(n, seed) * (1 + seed % 3) - seed % 4


def show(values):
    values = list(values)
    kept = values if len(values) <= 10 else [*values[:5], *values[-5:]]
    return ",".join(f"{v:.15g}" for v in kept)


SAMPLES = [[(40, 1), (30, 2)], [(25, 3), (60, 4), (10, 6)], [(15, 5)], [(200, 7), (150, 8), (120, 9), (80, 10)], [(8, 11), (0, 12)]]
BINS = ["n=10", "n=3", "rule=auto", "rule=sturges", "edges=-2,-0.5,0,0.25,2", "n=6 range=-1,1.5"]

ROWS = []
for samples, bins, stacked, density, cumulative in itertools.product(SAMPLES, BINS, [0, 1], [0, 1], [0, 1]):
    for extra in ["", "weights", "rwidth=0.5"]:
        if extra and (len(ROWS) * 7 + len(bins)) % 3:
            ROWS.append(None)
            continue
        options = dict(option.split("=") for option in bins.split())
        keys = {}
        if "n" in options:
            keys["bins"] = int(options["n"])
        if "rule" in options:
            keys["bins"] = options["rule"]
        if "edges" in options:
            keys["bins"] = [float(v) for v in options["edges"].split(",")]
        if "range" in options:
            keys["range"] = tuple(float(v) for v in options["range"].split(","))
        data = [sample(n, seed) for n, seed in samples]
        if extra == "weights":
            if "rule" in options:
                continue  # numpy has no rules for what is weighted
            keys["weights"] = [lcg(n, seed + 100) for n, seed in samples]
        if extra.startswith("rwidth"):
            keys["rwidth"] = float(extra.split("=")[1])
        fig, ax = plt.subplots()
        heights, edges, bars = ax.hist(data, stacked=bool(stacked), density=bool(density), cumulative=bool(cumulative), **keys)
        plt.close(fig)
        if len(samples) == 1:
            heights, bars = [heights], [bars]
        said = " ".join([bins, *([extra] if extra else []), *(["stacked"] * stacked), *(["density"] * density), *(["cumulative"] * cumulative)])
        rects = [[(b.get_x(), b.get_width(), b.get_y(), b.get_height()) for b in bar] for bar in bars]
        kept = [rect if len(rect) <= 4 else [*rect[:2], *rect[-2:]] for rect in rects]
        ROWS.append("\t".join([
            said,
            ";".join(f"{n}:{seed}" for n, seed in samples),
            f"{len(edges)};{show(edges)}",
            ";".join(show(h) for h in heights),
            ";".join(",".join(f"{v:.12g}" for one in rect for v in one) for rect in kept),
        ]))

rows = [row for row in ROWS if row]
head = "# options, samples, edges, heights, bars: made by make_histograms.py with matplotlib 3.11.2 and numpy 2.4.6"
pathlib.Path(__file__).with_name("histograms.tsv").write_text("\n".join([head, *rows]) + "\n")
print(len(rows))
