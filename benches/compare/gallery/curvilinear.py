from shared import np, plt


def scene():
    a, r = np.meshgrid(np.linspace(0, np.pi, 41), np.linspace(0.5, 1, 9))
    x, y = r * np.cos(a), r * np.sin(a)

    def wave(t):
        across = np.sin(2 * np.pi * (r - 0.46875))
        return (across * np.sin(8 * a + 2 * np.pi * t))[:-1, :-1]

    fig, ax = plt.subplots()
    mesh = ax.pcolormesh(x, y, wave(0), vmin=-1, vmax=1, cmap="PuOr")
    fig.colorbar(mesh, label="field (V/m)")
    ax.set_aspect("equal")
    ax.set_xlabel("x (cm)")
    ax.set_ylabel("y (cm)")

    def step(k):
        mesh.set_array(wave(k / 24))
        ax.set_title(f"{5 * k} ps")

    return fig, step
