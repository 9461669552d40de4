from shared import np, plt


def scene():
    x, y = np.meshgrid(np.linspace(0, 4, 33), np.linspace(-0.5, 0.5, 9))

    def warmth(t):
        middle = 0.15 * np.cos(np.pi * x - 2 * np.pi * t)
        return 15 - 5 * np.tanh((y - middle) / 0.2)

    fig, ax = plt.subplots()
    mesh = ax.pcolormesh(x, y, warmth(0), shading="gouraud", vmin=10, vmax=20, cmap="coolwarm")
    fig.colorbar(mesh, label="temperature (°C)")
    ax.set_aspect("equal")
    ax.set_xlabel("x (1000 km)")
    ax.set_ylabel("y (1000 km)")

    def step(k):
        mesh.set_array(warmth(k / 16))
        ax.set_title(f"day {2 * k}")

    return fig, step
