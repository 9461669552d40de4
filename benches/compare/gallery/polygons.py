from matplotlib.collections import PolyCollection
from shared import np, plt


def scene():
    i, j = np.arange(20) % 5, np.arange(20) // 5
    corners = np.array([(-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5)])

    def squares(turn):
        sin, cos = np.sin(turn), np.cos(turn)
        side = np.where((i + j) % 2 == 0, sin, -sin)[:, None]
        x, y = (i - 2) * (cos + sin), (j - 1.5) * (cos + sin)
        a, b = corners.T
        return np.stack([x[:, None] + a * cos - b * side, y[:, None] + a * side + b * cos], axis=2)

    def way(squares):
        return np.hypot(*(squares[:, 0] + squares[:, 2]).T) / 2

    rest = way(squares(0))
    fig, ax = plt.subplots(figsize=(4.8, 3.6))
    sheet = PolyCollection(squares(0), array=np.zeros(20), cmap="YlGnBu", edgecolor="k", linewidth=0.8)
    sheet.set_clim(0, 1.4)
    ax.add_collection(sheet)
    fig.colorbar(sheet, label="displacement")
    ax.set(xlim=(-5, 5), ylim=(-4, 4), aspect="equal")

    def step(k):
        turn = np.pi / 4 * (0.55 - 0.45 * np.cos(2 * np.pi * k / 24))
        now = squares(turn)
        sheet.set_verts(now)
        sheet.set_array(way(now) - rest)
        ax.set_title(f"squares turned by {np.degrees(turn):.0f}°")

    return fig, step
