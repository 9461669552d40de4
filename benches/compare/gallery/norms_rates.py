from matplotlib.colors import CenteredNorm, LogNorm, PowerNorm
from shared import np, plt


def scene():
    def amplitude(k):
        wide = 0.35 + 0.2 * np.sin(np.pi * k / 12)
        i = np.arange(20) - 9.5
        return np.outer(np.sinc(0.25 * i), np.sinc(wide * i))

    fig, axs = plt.subplots(1, 3, figsize=(9.6, 4.8))
    norms = [LogNorm(1e-4, 1), PowerNorm(0.3, 0, 1), CenteredNorm(0, 1)]
    images = []
    for ax, norm, name in zip(axs, norms, ["log", "power", "centered"]):
        image = ax.imshow(amplitude(0), norm=norm, cmap="RdBu" if name == "centered" else None)
        fig.colorbar(image, location="bottom", pad=0.1)
        ax.set_title(name)
        images.append(image)

    def step(k):
        images[0].set_data(amplitude(k) ** 2)
        images[1].set_data(amplitude(k) ** 2)
        images[2].set_data(amplitude(k))

    return fig, step
