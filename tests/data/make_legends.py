"""Writes legends.tsv: where matplotlib puts the frames of legends.

    python3 tests/data/make_legends.py > tests/data/legends.tsv

Boxes are in pixels from the lower left of a figure of 640 x 480, with lines of these names. A line has what was set, and the frame.

Made with matplotlib 3.11.2.
"""

import itertools

import matplotlib

matplotlib.use("agg")
from matplotlib import pyplot as plt

NAMES = [["a"], ["sine", "cosine"], ["1", "-", "x", "0.5"], ["first", "second", "third", "fourth", "the fifth of them"]]


def frame(names, owner="axes", **settings):
    fig, ax = plt.subplots()
    for k, name in enumerate(names):
        ax.plot([0, 1], [k, k + 1], label=name)
    legend = (fig if owner == "figure" else ax).legend(**settings)
    fig.draw_without_rendering()
    box = legend.get_frame().get_window_extent()
    words = ";".join(f"{key}={value}" for key, value in settings.items())
    print(owner, "|".join(names), words, " ".join(f"{v:.6g}" for v in box.extents), sep="\t")
    plt.close(fig)


for names in NAMES:
    for loc in ["upper right", "lower left", "center", "lower center", "center right"]:
        frame(names, loc=loc)
        frame(names, "figure", loc=loc)
    for settings in [
        {"ncols": 2},
        {"ncols": 3, "columnspacing": 1.0},
        {"title": "Title"},
        {"title": "A title that is longer than any of the names"},
        {"title": "Title", "title_fontsize": 14},
        {"fontsize": 7},
        {"fontsize": 14, "ncols": 2},
        {"borderpad": 1.5},
        {"labelspacing": 1.2},
        {"handlelength": 4.0},
        {"handleheight": 2.0},
        {"handletextpad": 0.2},
        {"borderaxespad": 2.0},
    ]:
        frame(names, loc="upper left", **settings)
    frame(names, loc="lower left", bbox_to_anchor=(0.3, 0.2, 0, 0))
    frame(names, loc="upper right", bbox_to_anchor=(0.2, 0.2, 0.6, 0.5))
    frame(names, loc="upper center", mode="expand", ncols=2)
