import matplotlib
from shared import np, plt

ROWS = 32


def scene():
    ramp = [np.linspace(0, 1, 256)]
    fig = plt.figure(figsize=(6.4, 4.8))
    ax = fig.add_axes([0, 0, 1, 1])
    ax.set_axis_off()
    for i, name in enumerate(NAMES.split()):
        left, top = i // ROWS, i % ROWS
        ax.imshow(ramp, cmap=name, extent=(left + 0.5, left + 1, top + 13 / 15, top + 2 / 15), aspect="auto")
        ax.text(left + 0.48, top + 0.5, name, fontsize=7, ha="right", va="center")
    assert set(NAMES.split()) == {name for name in matplotlib.colormaps if not name.endswith("_r")}
    ax.set_xlim(0, 3.2)
    ax.set_ylim(ROWS, 0)
    marks = [ax.axvline(left, color="k", linewidth=1) for left in range(3)]

    def step(k):
        for left, mark in enumerate(marks):
            at = left + 0.5 + 0.5 * k / 25
            mark.set_xdata([at, at])

    return fig, step


# in our order
NAMES = """
viridis plasma inferno magma cividis turbo twilight coolwarm rainbow cubehelix Blues Greens Reds Oranges Purples Greys
Grays YlOrRd YlOrBr YlGnBu YlGn OrRd PuRd RdPu BuPu GnBu PuBu PuBuGn BuGn RdBu RdYlBu RdYlGn Spectral BrBG PiYG PRGn
PuOr RdGy gray grey gist_gray gist_grey binary bone copper cool spring summer autumn winter hot jet hsv bwr seismic
terrain tab10 tab20 tab20b tab20c Set1 Set2 Set3 Paired Accent Dark2 Pastel1 Pastel2 twilight_shifted berlin managua
vanimo CMRmap Wistia afmhot brg flag gist_earth gist_heat gist_ncar gist_rainbow gist_stern gist_yarg gist_yerg
gnuplot gnuplot2 nipy_spectral ocean pink prism okabe_ito
"""
