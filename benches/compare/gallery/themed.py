"""The scene of the themes, with the same settings of matplotlib's."""
from shared import np, plt
from cycler import cycler

SIZES = "font.size axes.titlesize figure.titlesize axes.labelsize xtick.labelsize legend.fontsize lines.linewidth lines.markersize " \
    "lines.markeredgewidth patch.linewidth axes.linewidth grid.linewidth xtick.major.width xtick.major.size xtick.major.pad " \
    "axes.labelpad axes.titlepad"


def sizes(*values):
    rc = dict(zip(SIZES.split(), values, strict=True))
    return rc | {name.replace("xtick", "ytick"): value for name, value in rc.items() if name.startswith("xtick")}


def colors(*values):
    return {"axes.prop_cycle": cycler(color=["#" + value for value in values])}


def scene(rc):
    x = np.linspace(0, 10, 201)
    with plt.rc_context(rc):
        fig = plt.figure(layout="constrained")
        ax = fig.add_subplot()
        waves = [ax.plot([], [], label=f"mode {n}")[0] for n in (1, 2, 3)]
        dots = ax.scatter([], [], label="crest")
        ax.set(xlim=(0, 10), ylim=(-1.2, 1.8), xlabel="position (m)", ylabel="height", title="Modes of a string")
        ax.legend(loc="upper right")
        fig.canvas.draw()

    def step(k):
        t = 2 * np.pi * k / 24
        for n, line in enumerate(waves, 1):
            line.set_data(x, np.sin(n * 2 * np.pi * x / 20) * np.cos(n * t) / n**0.5)
        dots.set_offsets([(5, np.cos(t))])

    return fig, step
