from shared import np, plt


def scene():
    y, x = np.mgrid[0:8, 0:8]

    def waves(k):
        return 1.3 * np.sin(x / 1.5 + 2 * np.pi * k / 24) * np.cos(y / 2)

    fig, axs = plt.subplots(1, 2)
    left = axs[0].imshow(waves(0), vmin=-1, vmax=1, cmap="coolwarm")
    cmap = plt.get_cmap("viridis").with_extremes(under="black", over="red")
    right = axs[1].imshow(waves(6), vmin=-1, vmax=1, cmap=cmap)
    fig.colorbar(left, location="top", label="height (mm)", ticks=[-1, -0.5, 0, 0.5, 1])
    fig.colorbar(right, location="bottom", extend="both", shrink=0.9, label="height (mm)")

    def step(k):
        left.set_data(waves(k))
        right.set_data(waves(k + 6))

    return fig, step
