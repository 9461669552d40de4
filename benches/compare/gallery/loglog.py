from shared import np, plt


def scene():
    fig, ax = plt.subplots()
    steps = 10 ** (np.arange(37) / 9)
    rules = [("rectangle", 1, "o-"), ("trapezoid", 2, "s-"), ("Simpson", 4, "^-")]
    lines = [ax.plot([], [], look, markersize=4, label=name)[0] for name, _, look in rules]
    ax.set(xscale="log", yscale="log", xlim=(1, 1e4), ylim=(1e-12, 10), xlabel="steps", ylabel="error")
    ax.grid(True, which="both", alpha=0.4)
    ax.legend(loc="lower left")

    def step(k):
        for line, (_, order, _) in zip(lines, rules):
            line.set_data(steps[: k + 1], np.maximum(0.8 * steps[: k + 1] ** -float(order), 1e-12))
        ax.set_title(f"{steps[k]:.0f} steps")

    return fig, step
