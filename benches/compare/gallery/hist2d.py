from shared import normal, np, plt


def scene():
    x, y = 1.2 + 0.35 * normal(10000, 1), 0.35 * normal(10000, 2)
    edges = np.linspace(-2.5, 2.5, 41)

    def counts(t):
        angle = t * (1 - (x * x + y * y) / 16)
        turned = x * np.cos(angle) + y * np.sin(angle), y * np.cos(angle) - x * np.sin(angle)
        return np.histogram2d(*turned, bins=(edges, edges))[0].T

    fig, ax = plt.subplots()
    cells = ax.pcolormesh(edges, edges, counts(0), vmin=0, vmax=120, cmap="magma")
    fig.colorbar(cells, label="pendulums")
    ax.set_xlabel("angle (rad)")
    ax.set_ylabel("speed (rad/s)")

    def step(k):
        t = 2 * np.pi * k / 10
        cells.set_array(counts(t))
        ax.set_title(f"after {t:.1f} s")

    return fig, step
