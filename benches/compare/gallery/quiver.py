from shared import np, plt


def scene():
    x, y = np.meshgrid(np.linspace(0.1, 1.9, 10), np.linspace(0.1, 0.9, 5))

    def flow(swing):
        f, slope = swing * x**2 + (1 - 2 * swing) * x, 2 * swing * x + 1 - 2 * swing
        u = -np.pi * np.sin(np.pi * f) * np.cos(np.pi * y)
        v = np.pi * np.cos(np.pi * f) * np.sin(np.pi * y) * slope
        return u, v, np.hypot(u, v)

    fig, ax = plt.subplots()
    arrows = ax.quiver(x, y, *flow(0), cmap="cool", pivot="middle", scale=40)
    arrows.set_clim(0, 4)
    ax.quiverkey(arrows, 0.8, 1.05, 5, "5 cm/s", labelpos="E")
    ax.set(xlim=(0, 2), ylim=(0, 1), xlabel="x (cm)", ylabel="y (cm)")

    def step(k):
        arrows.set_UVC(*flow(0.3 * np.sin(2 * np.pi * k / 24)))

    return fig, step
