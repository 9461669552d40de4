from shared import np, plt


def scene():
    y, x = np.mgrid[0:20, 0:25]

    def waves(k):
        wave = lambda x, y: np.sin(np.hypot(x, y) - 2 * np.pi * k / 24)
        return wave(x - 7, y - 10) + wave(x - 17, y - 10)

    fig, ax = plt.subplots(figsize=(4.8, 3.6))
    image = ax.imshow(waves(0), vmin=-2, vmax=2, cmap="RdBu", origin="lower")
    fig.colorbar(image, label="height (mm)")
    ax.set_ylabel("y (cm)")

    def step(k):
        image.set_data(waves(k))
        ax.set_title(f"phase {k / 24:.2f}")

    return fig, step
