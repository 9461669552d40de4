from shared import normal, np, plt


def scene():
    a, b = normal(20000, 1), normal(20000, 2)
    fig, ax = plt.subplots()
    # hexagons cannot be given other points
    look = {"gridsize": 15, "extent": (-3, 3, -3, 3), "mincnt": 1, "bins": "log", "vmin": 1, "vmax": 5000, "cmap": "Blues"}
    cells = [ax.hexbin(a, b, **look)]
    fig.colorbar(cells[0], label="particles")
    ax.set_xlim(-3, 3)
    ax.set_ylim(-3, 3)
    ax.set_xlabel("x (mm)")
    ax.set_ylabel("y (mm)")

    def step(k):
        t = 0.2 * k
        width, angle = 0.2 + 0.15 * np.sqrt(t), 0.9 * t
        cells.pop().remove()
        cells.append(ax.hexbin(np.cos(angle) + width * a, np.sin(angle) + width * b, **look))
        ax.set_xlim(-3, 3)
        ax.set_ylim(-3, 3)
        ax.set_title(f"after {t:.1f} s")

    return fig, step
