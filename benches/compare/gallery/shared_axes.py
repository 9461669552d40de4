from shared import np, plt


def scene():
    time = np.linspace(0, 20, 401)

    def swing(t):
        return np.exp(-0.1 * t) * np.cos(2 * t)

    def speed(t):
        return -np.exp(-0.1 * t) * (0.1 * np.cos(2 * t) + 2 * np.sin(2 * t))

    def energy(t):
        return 2 * swing(t) ** 2 + 0.5 * speed(t) ** 2

    fig, axs = plt.subplots(3, 1, sharex=True, height_ratios=[2, 1, 1], gridspec_kw={"hspace": 0.15})
    lines = [ax.plot([], [], f"C{k}")[0] for k, ax in enumerate(axs)]
    for ax, label in zip(axs, ["angle", "speed", "energy"]):
        ax.set_ylabel(label)
        ax.grid(True)
    axs[0].set_ylim(-1.1, 1.1)
    axs[0].set_xlim(0, 20)
    axs[1].set_ylim(-2.2, 2.2)
    axs[2].set_ylim(0, 2.2)
    axs[2].set_xlabel("time (s)")

    def step(k):
        t = time[: 10 * (k + 1) + 1]
        for line, of in zip(lines, [swing, speed, energy]):
            line.set_data(t, of(t))

    return fig, step
