"""Writes colorbars.tsv: where matplotlib puts colorbars, and their ticks.

    python3 tests/data/make_colorbars.py > tests/data/colorbars.tsv

Boxes are in pixels from the lower left of a figure of 640 x 480. A line of `box` has what was set, and the boxes of the axes and
of the colorbar between its ends; one of `ticks` the norm, its limits, the values of large ticks with their labels, and of small ticks.

Made with matplotlib 3.11.2 and numpy 2.4.6.
"""

import inspect

import matplotlib

matplotlib.use("agg")
import numpy as np
from matplotlib import _constrained_layout, colors, layout_engine, pyplot as plt

# Room is made in two rounds, and of what depends on the size of the axes there is then too much or too little, by one to four pixels: here
# until nothing moves any more.
source = inspect.getsource(_constrained_layout.do_constrained_layout)
assert "range(2)" in source
exec(source.replace("range(2)", "range(20)"), _constrained_layout.__dict__)
layout_engine.do_constrained_layout = _constrained_layout.do_constrained_layout

random = np.random.default_rng(7)


def numbers(values):
    return " ".join(f"{v:.9g}" for v in values)


def box(ax):
    return numbers(ax.bbox.extents)


def boxes(layout, shape, image, settings):
    fig, axs = plt.subplots(*shape, layout=layout, squeeze=False)
    for ax in axs.flat:
        if image:
            shown = ax.imshow([[0, 1, 2], [3, 4, 5]])
        else:
            shown = ax.scatter([0, 1, 2], [0, 1, 2], c=[0, 1, 2])
    bar = fig.colorbar(shown, ax=axs if axs.size > 1 else axs[0, 0], **settings)
    fig.draw_without_rendering()
    words = " ".join(f"{key}={value}" for key, value in settings.items())
    rows = [box(ax) for ax in axs.flat] + [box(bar.ax)]
    print("box", layout or "default", f"{shape[0]} {shape[1]}", "image" if image else "scatter", words, *rows, sep="\t")
    plt.close(fig)


for layout in [None, "constrained"]:
    for location in ["right", "left", "top", "bottom"]:
        for image in [False, True]:
            boxes(layout, (1, 1), image, {"location": location})
        for extra in [
            {"shrink": 0.6},
            {"aspect": 10},
            {"aspect": 4, "fraction": 0.1},
            {"pad": 0.2},
            {"extend": "both"},
            {"extend": "min", "extendfrac": 0.15},
            {"extend": "max", "shrink": 0.7, "aspect": 8},
        ]:
            boxes(layout, (1, 1), False, {"location": location, **extra})
        boxes(layout, (2, 2), False, {"location": location})
        boxes(layout, (2, 2), False, {"location": location, "shrink": 0.5, "fraction": 0.08})


def plain(label):
    """Powers as they are written here: with raised letters."""
    label = label.replace("$\\mathdefault{", "").replace("}$", "")
    if "^{" in label:
        head, power = label.replace("}", "").split("^{")
        label = head + power.translate(str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻"))
    return label.replace("-", "−").replace(r"\times", "×")


def ticks(words, norm, location="right", **settings):
    fig, ax = plt.subplots()
    lo, hi = (norm.vmin, norm.vmax)
    shown = ax.scatter([0, 1], [0, 1], c=[lo, hi], norm=norm)
    bar = fig.colorbar(shown, location=location, **settings)
    fig.draw_without_rendering()
    axis = bar.long_axis
    low, high = sorted(axis.get_view_interval())
    slack = 1e-9 * (high - low)
    seen = lambda v: low - slack <= v <= high + slack
    major = [(t.get_loc(), t.label1.get_text() or t.label2.get_text()) for t in axis.get_major_ticks() if seen(t.get_loc())]
    small = [t.get_loc() for t in axis.get_minor_ticks() if seen(t.get_loc())]
    for t in axis.get_minor_ticks():
        label = t.label1.get_text() or t.label2.get_text()
        if seen(t.get_loc()) and label:
            major.append((None, label))
    values = numbers(v for v, _ in major if v is not None)
    labels = "|".join(plain(label) for _, label in major)
    offset = axis.get_offset_text().get_text()
    print("ticks", location, words, numbers([lo, hi]), values, labels, offset, numbers(small), sep="\t")
    plt.close(fig)


for k in range(25):
    location = ["right", "bottom"][k % 2]
    size = 10.0 ** random.integers(-4, 6)
    lo, hi = np.sort(np.round(random.uniform(-1, 1, 2), 3)) * size
    center = float(lo + (hi - lo) * round(float(random.uniform(0.2, 0.8)), 2))
    gamma = float(random.choice([0.5, 2.0]))
    ticks("linear", colors.Normalize(lo, hi), location)
    ticks(f"twoslope {center:.12g}", colors.TwoSlopeNorm(center, lo, hi), location)
    ticks(f"centered {center:.12g}", colors.CenteredNorm(center, max(hi - center, center - lo)), location)
    ticks(f"power {gamma:g}", colors.PowerNorm(gamma, lo, hi), location)
    low = 10.0 ** random.integers(-4, 3)
    ticks("log", colors.LogNorm(low * random.choice([1, 2, 3]), low * 10.0 ** random.integers(2, 8)), location)
    borders = np.unique(np.round(random.uniform(-50, 50, int(random.integers(3, 16))), int(random.integers(0, 2))))
    ticks("boundary " + numbers(borders), colors.BoundaryNorm(borders, 256), location)
    ticks("boundary " + numbers(borders), colors.BoundaryNorm(borders, 256), location, spacing="proportional")
    reach = 10.0 ** random.integers(1, 5)
    ticks("symlog 1", colors.SymLogNorm(1, vmin=-reach, vmax=reach * random.choice([1, 10]), base=10), location)
