from matplotlib.colors import SymLogNorm, TwoSlopeNorm
from shared import np, plt


def scene():
    x = (np.arange(16) - 7.5) / 4
    x, y = np.meshgrid(x, x)

    def field(k):
        turn = 2 * np.pi * k / 24
        charge = lambda at: 1 / (0.01 + np.hypot(x - np.cos(at), y - np.sin(at)) ** 2)
        return charge(turn) - 0.2 * charge(turn + np.pi)

    fig, axs = plt.subplots(1, 2)
    norms = [SymLogNorm(1, vmin=-20, vmax=100, base=10), TwoSlopeNorm(0, -20, 100)]
    images = []
    for ax, norm, name in zip(axs, norms, ["symlog", "two slopes"]):
        image = ax.imshow(field(0), norm=norm, cmap="seismic")
        fig.colorbar(image, location="bottom", pad=0.1)
        ax.set_title(name)
        images.append(image)

    def step(k):
        for image in images:
            image.set_data(field(k))

    return fig, step
