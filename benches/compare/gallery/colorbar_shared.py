from shared import np, plt


def scene():
    at = np.pi * (np.arange(8) + 0.5) / 8

    def mode(m, n, k):
        swing = np.cos(2 * np.pi * k * (m + n) / 24)
        return swing * np.sin(m * at)[None, :] * np.sin(n * at)[:, None]

    fig, axs = plt.subplots(2, 2, sharex=True, sharey=True)
    images = []
    for i, ax in enumerate(axs.flat):
        m, n = 1 + i % 2, 1 + i // 2
        images.append((m, n, ax.imshow(mode(m, n, 0), vmin=-1, vmax=1, cmap="RdBu")))
        ax.set_title(f"mode {m}, {n}")
    fig.colorbar(images[0][2], ax=axs, label="amplitude", shrink=0.7)

    def step(k):
        for m, n, image in images:
            image.set_data(mode(m, n, k))

    return fig, step
