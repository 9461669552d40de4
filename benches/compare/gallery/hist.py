from shared import normal, np, plt


def scene():
    samples = normal(4000, 1)
    x = np.linspace(-4, 4, 201)
    bell = np.exp(-x * x / 2) / np.sqrt(2 * np.pi)
    fig, ax = plt.subplots()
    _, edges, bars = ax.hist(samples[:1], bins=40, range=(-4, 4), label="samples")
    (curve,) = ax.plot(x, bell, "k--", label="expected")
    ax.set_xlabel("value (standard deviations)")
    ax.set_ylabel("samples in a bin")
    ax.legend(loc="upper right")

    def step(k):
        n = round(10 * 400 ** (k / 35))
        counts, _ = np.histogram(samples[:n], edges)
        for bar, height in zip(bars, counts):
            bar.set_height(height)
        curve.set_ydata(n * 0.2 * bell)
        ax.set_title(f"{n} samples")
        ax.relim()
        ax.autoscale_view()

    return fig, step
