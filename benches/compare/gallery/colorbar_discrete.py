from matplotlib.colors import BoundaryNorm
from shared import np, plt


def scene():
    y, x = np.mgrid[0:40, 0:50]

    def depth(k):
        tide = np.sin(2 * np.pi * k / 24)
        return np.maximum(x * x * (2 + np.sin(y / 6)) / 6 + 8 * tide, 0)

    fig, ax = plt.subplots()
    norm = BoundaryNorm([0, 5, 20, 50, 100, 200, 500], 256, extend="max")
    sea = ax.imshow(depth(0), norm=norm, cmap="Blues", origin="lower")
    fig.colorbar(sea, label="depth (m)", drawedges=True)
    ax.set_xlabel("x (km)")
    ax.set_ylabel("y (km)")

    def step(k):
        sea.set_data(depth(k))
        ax.set_title(f"{k}:00")

    return fig, step
