from shared import lcg, np, plt


def scene():
    short, long = (-mean * np.log(1 - lcg(600, seed)) for mean, seed in [(0.3, 3), (1, 4)])
    t = np.linspace(0, 5, 101)
    fig, ax = plt.subplots()
    part = dict(bins=50, range=(0, 5), cumulative=True, density=True)
    for mean in (1, 0.3):
        ax.plot(t, 1 - np.exp(-t / mean), "k:")
    ax.set_xlabel("time (s)")
    ax.set_ylabel("share that has decayed")
    ax.set_ylim(0, 1.05)
    shown = []

    def step(k):
        n = 15 * (k + 1)
        while shown:
            shown.pop().remove()
        _, _, filled = ax.hist(long[:n], **part, histtype="stepfilled", color="tab:orange", alpha=0.4, label="mean 1 s")
        _, _, line = ax.hist(short[:n], **part, histtype="step", color="tab:blue", lw=1.5, label="mean 0.3 s")
        shown.extend([*filled, *line])
        ax.legend(loc="lower right")
        ax.set_title(f"{n} atoms of each")

    return fig, step
