from shared import np, plt


def scene():
    x = np.linspace(0, 10, 201)
    decay = lambda rate, k: np.exp(-rate * x) * np.cos(2 * x - 2 * np.pi * k / 24)
    fig, ax = plt.subplots(layout="constrained")
    lines = [(rate, ax.plot(x, decay(rate, 0), label=f"{rate:.2f} / s")[0]) for rate in [0.3, 0.9]]
    ax.grid(True)
    ax.set_xlabel("time (s)")
    ax.set_ylabel("voltage (V)")
    ax.set_ylim(-1.1, 1.1)
    # half the size of the letters beside the axes, as high as these
    ax.legend(title="damping", loc="upper left", bbox_to_anchor=(1 + 6.94 / 452, 1), borderaxespad=0)

    def step(k):
        for rate, line in lines:
            line.set_ydata(decay(rate, k))

    return fig, step
