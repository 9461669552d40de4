from shared import np, plt


def scene():
    x = np.linspace(0, 1, 101)
    wave = lambda n, k: np.sin(2 * np.pi * (n * x - k / 24))
    fig, axs = plt.subplots(2, 2)
    lines = []
    for ax in axs.flat:
        lines += [(n, ax.plot(x, wave(n, 0), label=f"{n} Hz")[0]) for n in range(1, 4)]
        ax.set_ylim(-1.2, 3)
    axs[0, 0].legend()
    axs[0, 1].legend(loc="upper center", ncols=3, fontsize=8)
    axs[1, 0].legend(loc="upper left", handles=[lines[8][1], lines[6][1]], title="two of them")
    axs[1, 1].legend(["one", "two", "three"], loc="upper right", frameon=False)

    def step(k):
        for n, line in lines:
            if n == 1:
                line.set_ydata(wave(n, k))

    return fig, step
