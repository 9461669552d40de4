from shared import np, plt


def scene():
    day = np.linspace(0, 24, 97)
    fig, ax = plt.subplots()
    right = ax.twinx()
    bars = ax.bar(np.arange(24) + 0.5, np.ones(24), color="lightblue")
    (line,) = right.plot([], [], color="tab:red", lw=2)
    ax.set_xlim(0, 24)
    ax.set_xlabel("hour of the day")
    ax.set_ylim(0, 6)
    ax.set_ylabel("rain (mm)", color="tab:blue")
    ax.tick_params(axis="y", labelcolor="tab:blue")
    right.set_ylim(0, 22)
    right.set_ylabel("temperature (°C)", color="tab:red")
    right.tick_params(axis="y", labelcolor="tab:red")

    def step(k):
        for h, bar in enumerate(bars):
            bar.set_height(2 + 1.8 * np.sin(0.5 * h + 2 * np.pi * k / 24))
        line.set_data(day, 14 - 6 * np.cos(2 * np.pi * (day - 2 - 0.1 * k) / 24))

    return fig, step
