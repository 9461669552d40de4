from shared import np, plt


def scene():
    x = np.linspace(0, 12, 481)

    def waves(t):
        return np.cos(2 * x - 3 * t) + np.cos(3 * x - 4 * t)

    def envelope(t):
        return 2 * abs(np.cos((x - t) / 2))

    fig, ax = plt.subplots(figsize=(4.8, 3.6))
    (total,) = ax.plot([], [], marker="o", markevery=20, fillstyle="bottom", label="sum of two waves")
    (above,) = ax.plot([], [], "C3--", dash_capstyle="round", label="envelope")
    ax.set_xlim(0, 12)
    ax.set_ylim(-2.2, 3.4)
    ax.set_ylabel("height")
    ax.legend(loc="upper right")

    def step(k):
        t = 2 * np.pi * k / 24
        total.set_data(x, waves(t))
        above.set_data(x, envelope(t))
        ax.set_title(f"t = {t:.2f}")

    return fig, step
