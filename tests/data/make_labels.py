"""Writes labels.tsv: where matplotlib puts labels of ticks that are turned, and labels that were aligned, as left, upper, right and lower
borders in pixels from the upper left of a figure of 640 x 480.

    python3 tests/data/make_labels.py > tests/data/labels.tsv

Made with matplotlib 3.11.2.
"""
import matplotlib

matplotlib.use("agg")
from matplotlib import pyplot as plt


def box(text, fig):
    taken = text.get_window_extent(fig.canvas.get_renderer())
    return f"{taken.x0:.2f} {480 - taken.y1:.2f} {taken.x1:.2f} {480 - taken.y0:.2f}"


for side in ["bottom", "top", "left", "right"]:
    axis = "x" if side in ["bottom", "top"] else "y"
    for mode in ["default", "anchor"]:
        for ha in ["left", "center", "right"]:
            for angle in [0, 20, 45, 90, 135, 270, -30]:
                fig, ax = plt.subplots(figsize=(6.4, 4.8), dpi=100)
                ax.set(xlim=(0, 10), ylim=(0, 10))
                at = getattr(ax, axis + "axis")
                at.set_ticks_position(side)
                at.set_ticks([4], ["a long label"], rotation=angle, ha=ha, rotation_mode=mode)
                fig.canvas.draw()
                print("turned", side, mode, ha, angle, box(at.get_ticklabels()[0] if side in ["bottom", "left"] else
                      at.get_major_ticks()[0].label2, fig), sep="\t")
                plt.close(fig)

for which in ["x", "y", "both"]:
    fig, axs = plt.subplots(2, 2, figsize=(6.4, 4.8), dpi=100)
    for k, (ax, top) in enumerate(zip(axs.flat, [1e5, 1, 10, -1000])):
        ax.set(xlim=(0, 10), ylim=(0, top), xlabel=f"x {k}", ylabel=f"y {k}")
    axs[0, 0].set_xticks([0, 5, 10], ["zero", "the middle", "ten"], rotation=60)
    axs[1, 1].set_xticks([0, 5, 10], ["zero", "the middle", "ten"], rotation=40)
    if which in ["x", "both"]:
        fig.align_xlabels()
    if which in ["y", "both"]:
        fig.align_ylabels()
    fig.canvas.draw()
    for k, ax in enumerate(axs.flat):
        print("aligned", which, k, box(ax.xaxis.label, fig), box(ax.yaxis.label, fig), sep="\t")
    plt.close(fig)
