from shared import normal, np, plt


def scene():
    n, t = 14, np.linspace(0.5, 7, 14)
    noise = normal(n * 40, 5).reshape(40, n)
    fig, ax = plt.subplots()
    law = np.linspace(0, 7.5, 151)
    ax.plot(law, np.exp(-law / 2), "k--", lw=1, label="exp($-$t/2 s)")
    drawn = []

    def step(k):
        # bars, caps and arrows have to be made anew
        for artist in drawn:
            artist.remove()
        y = np.exp(-t / 2) + 0.15 * noise[: k + 1].mean(axis=0)
        error = 0.15 / np.sqrt(k + 1)
        drawn[:] = [
            ax.errorbar(t, y, yerr=error, xerr=0.15, uplims=y < error, capsize=3, fmt="o", color="C0", label="mean")
        ]
        ax.set_xlim(0, 7.5)
        ax.set_ylim(-0.4, 1.1)
        ax.set_xlabel("t (s)")
        ax.set_ylabel("counts per decay")
        ax.legend()
        ax.set_title(f"n = {k + 1}")

    return fig, step
