from matplotlib.tri import Triangulation

from shared import lcg, np, plt


def scene():
    u = lcg(2 * 40, 3)
    x, y = 100 * u[::2], 80 * u[1::2]

    def rain(k):
        sin, cos = np.sin(2 * np.pi * k / 24), np.cos(2 * np.pi * k / 24)
        hill = lambda cx, cy, w: np.exp(-((x - cx) ** 2 + (y - cy) ** 2) / (2 * w**2))
        return 12 * hill(50 + 25 * cos, 40 + 20 * sin, 15) + 6 * hill(50 - 30 * cos, 40, 20)

    fig, ax = plt.subplots(figsize=(4.8, 3.6))
    net, levels, drawn = Triangulation(x, y), range(0, 14, 2), []

    def draw(k):
        bands = ax.tricontourf(net, rain(k), levels=levels, cmap="Blues")
        drawn[:] = bands, ax.tricontour(net, rain(k), levels=levels, colors="k", linewidths=0.8)
        return bands

    fig.colorbar(draw(0), label="rain (mm/h)")
    ax.set_ylabel("y (km)")

    def step(k):
        for contours in drawn:
            contours.remove()
        draw(k)
        ax.set_title(f"{k // 4:02}:{k % 4 * 15:02}")

    return fig, step
