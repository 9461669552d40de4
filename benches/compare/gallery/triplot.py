from matplotlib.tri import Triangulation

from shared import lcg, np, plt


def scene():
    u = lcg(4 * 15, 7).reshape(15, 4).T

    def points(k):
        turn = 2 * np.pi * (k / 24 + u[2])
        return u[0] + (0.03 + 0.07 * u[3]) * np.cos(turn), u[1] + (0.03 + 0.07 * u[3]) * np.sin(turn)

    fig, ax = plt.subplots(figsize=(4.8, 3.6))
    net = None
    dots, = ax.plot(*points(0), "o", color="C1", markersize=5)
    ax.set_xlim(-0.15, 1.15)
    ax.set_ylim(-0.15, 1.15)
    ax.set_ylabel("y (µm)")

    def step(k):
        nonlocal net
        if net:
            for line in net:
                line.remove()
        triangulation = Triangulation(*points(k))
        net = ax.triplot(triangulation, color="C0", linewidth=1)
        dots.set_data(*points(k))
        ax.set_title(f"{len(triangulation.triangles)} triangles")

    return fig, step
