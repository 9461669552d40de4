from shared import np, plt


def scene():
    x, y = np.meshgrid(np.linspace(0, 2, 81), np.linspace(0, 1, 41))

    def stream(k):
        push = 0.25 * np.sin(2 * np.pi * k / 24)
        return np.sin(np.pi * (push * x**2 + (1 - 2 * push) * x)) * np.sin(np.pi * y)

    fig, ax = plt.subplots(figsize=(4.8, 3.6))
    drawn = []
    ax.set_ylabel("y")

    def draw(k):
        bands = ax.contourf(x, y, stream(k), levels=np.linspace(-1.05, 1.05, 6), cmap="RdBu_r")
        lines = ax.contour(x, y, stream(k), levels=np.linspace(-0.63, 0.63, 4), colors="k", linewidths=0.6)
        drawn[:] = bands, lines
        return bands

    fig.colorbar(draw(0), label="stream function")

    def step(k):
        for contours in drawn:
            contours.remove()
        draw(k)
        ax.set_title(f"t = {k / 24:.1f} T")

    return fig, step
