from matplotlib.collections import LineCollection
from shared import np, plt


def scene():
    angle = np.linspace(0, 9 * 2 * np.pi, 48 * 25)
    # an ellipse whose axis goes on by 40 degrees in each turn
    radius = 0.51 / (1 + 0.7 * np.cos(angle * 8 / 9))
    points = np.column_stack([radius * np.cos(angle), radius * np.sin(angle)])
    speed = np.sqrt(2 / radius - 1)

    def pieces(n):
        """A piece around each point, half-way to its neighbours."""
        shown = points[:n]
        middle = (shown[:-1] + shown[1:]) / 2
        before, after = np.vstack([shown[:1], middle]), np.vstack([middle, shown[-1:]])
        return np.stack([before, shown, after], axis=1)

    fig, ax = plt.subplots()
    orbit = ax.add_collection(LineCollection(pieces(25), array=speed[:25], cmap="plasma", linewidth=2))
    orbit.set_clim(0.4, 2.4)
    (planet,) = ax.plot(points[24:25, 0], points[24:25, 1], "ko")
    fig.colorbar(orbit, label="speed")
    ax.set(xlim=(-1.9, 1.9), ylim=(-1.9, 1.9), aspect="equal")

    def step(k):
        n = 25 * (k + 1)
        orbit.set_segments(pieces(n))
        orbit.set_array(speed[:n])
        planet.set_data(points[n - 1 : n, 0], points[n - 1 : n, 1])

    return fig, step
