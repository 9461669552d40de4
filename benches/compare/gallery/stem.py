from shared import np, plt


def scene():
    n = np.arange(-20, 21)
    answer = lambda cutoff: cutoff * np.sinc(cutoff * n) * (0.54 + 0.46 * np.cos(np.pi * n / 20))
    fig, ax = plt.subplots()
    stem = ax.stem(n, answer(0.3))
    ax.set_xlabel("sample")
    ax.set_ylabel("weight")
    ax.set_ylim(-0.12, 0.55)

    def step(k):
        cutoff = 0.3 - 0.2 * np.cos(2 * np.pi * k / 40)
        heights = answer(cutoff)
        stem.markerline.set_ydata(heights)
        stem.stemlines.set_segments([[(x, 0), (x, y)] for x, y in zip(n, heights)])
        ax.set_title(f"cut off at {cutoff:.2f} of Nyquist's")

    return fig, step
