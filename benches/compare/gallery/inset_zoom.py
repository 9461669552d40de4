from shared import np, plt


def scene():
    x = np.linspace(0, 10, 2001)
    y = np.sin(x) + 0.05 * np.sin(40 * x)
    fig, ax = plt.subplots()
    ax.plot(x, y)
    ax.set(xlim=(0, 10), ylim=(-1.5, 3.5), xlabel="x", ylabel="y")
    zoom = ax.inset_axes([0.55, 0.58, 0.4, 0.37])
    zoom.plot(x, y, lw=1)
    zoom.set(xlim=(0.3, 1.1), ylim=(0.2, 1))
    ax.indicate_inset_zoom(zoom, edgecolor="black", alpha=1)

    def step(k):
        at = 0.3 + 0.1 * k
        middle = np.sin(at + 0.4)
        zoom.set(xlim=(at, at + 0.8), ylim=(middle - 0.4, middle + 0.4))

    return fig, step
