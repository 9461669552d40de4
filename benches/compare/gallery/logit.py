from shared import np, plt


def scene():
    fig, ax = plt.subplots()
    x = np.linspace(-6, 6, 121)
    lines = [ax.plot([], [], label=f"slope {slope:g}")[0] for slope in (0.5, 1, 2)]
    ax.set_yscale("logit")
    ax.set(xlim=(-6, 6), ylim=(2e-6, 1 - 2e-6), xlabel="evidence")
    ax.grid(True)
    ax.legend(loc="upper left")

    def step(k):
        shift = -3 + k / 6
        for line, slope in zip(lines, (0.5, 1, 2)):
            line.set_data(x, 1 / (1 + np.exp(-slope * (x - shift))))
        ax.set_title(f"probability, even at {shift:.2f}")

    return fig, step
