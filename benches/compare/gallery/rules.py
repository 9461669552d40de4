from shared import np, plt


def scene():
    x = np.linspace(-3, 3, 201)
    cubic = lambda x: x**3 / 3 - x
    fig, ax = plt.subplots()
    ax.axhline(0, color="gray", lw=0.8)
    ax.plot(x, cubic(x), label="$x^3/3 - x$")
    tangent = ax.axline((0, 0), slope=-1, color="tab:red", label="tangent")
    place = ax.axvline(0, color="gray", ls=":")
    height = ax.axhline(0, color="gray", ls=":")
    (dot,) = ax.plot([0], [0], "ro")
    ax.set(xlim=(-3, 3), ylim=(-3, 3), xlabel="x", ylabel="y")
    ax.legend(loc="upper left")

    def step(k):
        x = -2.2 * np.cos(2 * np.pi * k / 40)
        tangent.set_xy1((x, cubic(x)))
        tangent.set_slope(x * x - 1)
        place.set_xdata([x, x])
        height.set_ydata([cubic(x), cubic(x)])
        dot.set_data([x], [cubic(x)])
        ax.set_title(f"slope {x * x - 1:.2f}")

    return fig, step
