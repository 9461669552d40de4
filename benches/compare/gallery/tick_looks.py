from matplotlib.ticker import AutoMinorLocator, MultipleLocator

from shared import np, plt


def scene():
    fig, ax = plt.subplots()
    x = np.linspace(0, 10, 201)
    line, = ax.plot([], [], color="tab:blue")
    ax.set(xlim=(0, 10), ylim=(-1, 1), xlabel="time (s)", ylabel="voltage (V)")
    ax.xaxis.set_major_locator(MultipleLocator(2))
    ax.yaxis.set_major_locator(MultipleLocator(0.5))
    ax.xaxis.set_minor_locator(MultipleLocator(0.5))
    ax.yaxis.set_minor_locator(AutoMinorLocator(5))
    ax.tick_params(which="both", top=True, right=True)
    ax.tick_params(direction="in", length=7, width=1.2, labelsize=12)
    ax.tick_params(which="minor", direction="in", length=4)
    ax.tick_params(axis="y", labelcolor="tab:blue", pad=6)
    ax.grid(True, linestyle="--", linewidth=0.6)
    ax.grid(True, which="minor", linestyle=":", linewidth=0.5, alpha=0.7)

    def step(k):
        line.set_data(x, 0.85 * np.sin(1.5 * x - 2 * np.pi * k / 24))

    return fig, step
