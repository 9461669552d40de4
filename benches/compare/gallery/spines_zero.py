from shared import np, plt


def scene():
    x = np.linspace(-2.5, 2.5, 201)
    fig, ax = plt.subplots()
    (cubic,) = ax.plot([], [], lw=2, label="x³ + a x")
    (slope,) = ax.plot([], [], "--", label="3 x² + a")
    ax.spines[["left", "bottom"]].set_position("zero")
    ax.spines[["top", "right"]].set_visible(False)
    ax.set(xlim=(-2.5, 2.5), ylim=(-6.5, 6.5))
    ax.legend(loc="lower right")

    def step(k):
        a = -1.5 + 1.5 * np.cos(2 * np.pi * k / 30)
        cubic.set_data(x, x**3 + a * x)
        slope.set_data(x, 3 * x**2 + a)
        ax.set_title(f"a = {a:.2f}")

    return fig, step
